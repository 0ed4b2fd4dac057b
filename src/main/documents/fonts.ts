/**
 * The fonts that official documents are set in: the system's 仿宋, 楷体, 黑体 and 小标宋 where they are installed,
 * otherwise the open Noto fonts that come with the product. A character that the wanted font lacks is taken from the
 * next one that has it. Files are read and parsed on first use and kept for the life of the process.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { create } from 'fontkit'
import type { Font, FontCollection } from 'fontkit'
import { FashenError } from '../../shared/errors/errors.ts'

/** What a font is for: body 仿宋, emphasis in the body, level 2 楷体, level 1 and labels 黑体, title 小标宋, figures 宋体. */
export type FontRole = 'body' | 'bold' | 'kai' | 'hei' | 'title' | 'song'

export interface FontChoice {
  /** Use only the fonts that come with the product, so that every computer lays a document out alike. */
  readonly bundledOnly?: boolean | undefined
  /** Folder of the bundled font files, for a packaged application; by default they are found as npm packages. */
  readonly bundledFolder?: string | undefined
}

interface FontFile {
  readonly file: string
  /** The face within a collection (TTC). */
  readonly face?: string
}

/** One face, parsed. Widths are in parts of the type size (1 is one 字). */
export interface FontFace {
  readonly name: string
  readonly bytes: Uint8Array
  readonly font: Font
  has(grapheme: string): boolean
  advance(grapheme: string): number
}

export interface FontSet {
  /** The first face for a role that has all of a grapheme's characters, or undefined where none has. */
  faceFor(role: FontRole, grapheme: string): FontFace | undefined
}

const SERIF = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'
const SERIF_BOLD = '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'
const SANS = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
const SANS_BOLD = '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'

/** Bundled files by role; the further ones are asked for characters that the first lacks. */
const BUNDLED: Record<FontRole, readonly string[]> = {
  body: [SERIF, SANS],
  bold: [SERIF_BOLD, SANS_BOLD, SERIF, SANS],
  kai: [SERIF_BOLD, SANS_BOLD, SERIF, SANS],
  hei: [SANS_BOLD, SERIF_BOLD, SANS, SERIF],
  title: [SERIF_BOLD, SANS_BOLD, SERIF, SANS],
  song: [SERIF, SANS],
}

/** The bundled files that a packaged application has to carry. */
export const BUNDLED_FONT_FILES: readonly string[] = [SERIF, SERIF_BOLD, SANS, SANS_BOLD]

// File names as Windows, Founder (方正) and the domestic Linux distributions ship them, in lower case.
const SIM_HEI = ['simhei.ttf', 'fzhtk.ttf', 'fzhtjw.ttf', '方正黑体_gbk.ttf', 'fandolhei-regular.otf']
const SYSTEM: Record<FontRole, readonly FontFile[]> = {
  body: files(
    'fangsong_gb2312.ttf', '仿宋_gb2312.ttf', 'simfang.ttf', 'fzfsk.ttf', 'fzfsjw.ttf', '方正仿宋_gbk.ttf',
    'stfangso.ttf', 'fandolfang-regular.otf', 'zhuquefangsong-regular.ttf',
  ),
  bold: files(...SIM_HEI),
  kai: files(
    'kaiti_gb2312.ttf', '楷体_gb2312.ttf', 'simkai.ttf', 'fzktk.ttf', 'fzktjw.ttf', '方正楷体_gbk.ttf', 'stkaiti.ttf',
    'fandolkai-regular.otf', 'lxgwwenkai-regular.ttf',
  ),
  hei: files(...SIM_HEI),
  title: files('fzxbsjw.ttf', 'fzxbsk.ttf', '方正小标宋简体.ttf', '方正小标宋_gbk.ttf', 'stzhongs.ttf'),
  song: [{ file: 'simsun.ttc', face: 'SimSun' }, ...files('fzssk.ttf', 'fzssjw.ttf', 'fandolsong-regular.otf')],
}

/** System fonts with the rare characters of personal and place names (GB 18030-2022 and CJK extensions B to H). */
const WIDE: readonly FontFile[] = [
  { file: 'simsun.ttc', face: 'SimSun' },
  ...files('simsunb.ttf', 'simsunextg.ttf'),
  { file: 'notoserifcjk-regular.ttc', face: 'NotoSerifCJKsc-Regular' },
  ...files('notoserifcjksc-regular.otf', 'sourcehanserifcn-regular.otf', 'sourcehanserifsc-regular.otf'),
  { file: 'notosanscjk-regular.ttc', face: 'NotoSansCJKsc-Regular' },
  ...files('notosanscjksc-regular.otf', 'sourcehansanscn-regular.otf', 'hanamina.ttf', 'hanaminb.ttf'),
  ...files('plangothicp1-regular.ttf', 'plangothicp2-regular.ttf', 'babelstonehan.ttf'),
]

function files(...names: readonly string[]): FontFile[] {
  return names.map((file) => ({ file }))
}

/** Code points that show nothing by themselves and need no glyph: joiners, variation selectors, soft hyphen. */
function isInvisible(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x2060 && codePoint <= 0x2064) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
  )
}

/** The code points of a grapheme that need a glyph; none for a blank. */
export function visibleCodePoints(grapheme: string): number[] {
  const points: number[] = []
  for (const character of grapheme) {
    const point = character.codePointAt(0) ?? 0
    if (!isInvisible(point) && character.trim() !== '') points.push(point)
  }
  return points
}

/** Width of a blank: an ideographic one is a full 字, any other a quarter. */
function blankAdvance(grapheme: string): number {
  if (grapheme === '\u3000' || grapheme === '\u2003') return 1
  return grapheme.trim() === '' && !isInvisible(grapheme.codePointAt(0) ?? 0) ? 0.25 : 0
}

function createFace(path: string, face: string | undefined): FontFace | undefined {
  const bytes = readFileSync(path)
  const made: Font | FontCollection = create(bytes, face)
  // A collection without the face that we know by name is another edition of the font: leave it out.
  if (made === null || 'fonts' in made) return undefined
  const font = made
  // fsType bit 1: the maker forbids embedding, and a document must embed its fonts.
  if (font['OS/2'].fsType.noEmbedding) return undefined
  const advances = new Map<string, number>()
  return {
    name: font.postscriptName,
    bytes,
    font,
    has: (grapheme) => visibleCodePoints(grapheme).every((point) => font.hasGlyphForCodePoint(point)),
    advance(grapheme) {
      let advance = advances.get(grapheme)
      if (advance === undefined) {
        const points = visibleCodePoints(grapheme)
        advance =
          points.length === 0
            ? blankAdvance(grapheme)
            : points.reduce((sum, point) => sum + font.glyphForCodePoint(point).advanceWidth, 0) / font.unitsPerEm
        advances.set(grapheme, advance)
      }
      return advance
    },
  }
}

const faces = new Map<string, FontFace | undefined>()

function faceAt(path: string, face?: string): FontFace | undefined {
  const key = `${path}#${face ?? ''}`
  if (!faces.has(key)) {
    let loaded: FontFace | undefined
    try {
      loaded = createFace(path, face)
    } catch {
      // An installed font that cannot be read or parsed is passed over: the next in the chain serves.
      loaded = undefined
    }
    faces.set(key, loaded)
  }
  return faces.get(key)
}

/** A face that was loaded before, by its name. */
export function namedFace(name: string): FontFace | undefined {
  for (const face of faces.values()) if (face?.name === name) return face
  return undefined
}

const requireHere = createRequire(import.meta.url)

function bundledFace(specifier: string, folder: string | undefined): FontFace {
  let path: string
  try {
    path = folder === undefined ? requireHere.resolve(specifier) : join(folder, basename(specifier))
  } catch {
    throw new FashenError('font-missing', { font: basename(specifier) })
  }
  const face = faceAt(path)
  if (face === undefined) throw new FashenError('font-missing', { font: basename(specifier) })
  return face
}

/** The folders where the operating systems keep fonts. */
function fontFolders(): string[] {
  const { LOCALAPPDATA, WINDIR, XDG_DATA_HOME } = process.env
  const home = homedir()
  if (process.platform === 'win32') {
    const own = LOCALAPPDATA === undefined ? [] : [join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')]
    return [join(WINDIR ?? 'C:\\Windows', 'Fonts'), ...own]
  }
  if (process.platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')]
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(XDG_DATA_HOME ?? join(home, '.local', 'share'), 'fonts'),
    join(home, '.fonts'),
  ]
}

let installed: Map<string, string> | undefined

/** Every installed font file by its name in lower case. Walked once: fonts installed later need a restart. */
function installedFonts(): Map<string, string> {
  if (installed !== undefined) return installed
  installed = new Map()
  for (const folder of fontFolders()) walk(folder, 0, installed)
  return installed
}

function walk(folder: string, depth: number, found: Map<string, string>): void {
  if (depth > 5) return
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return // a folder that is not there or may not be read holds no fonts for us
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const name = entry.name.toLowerCase()
    if (entry.isDirectory()) walk(path, depth + 1, found)
    else if (/\.(ttf|otf|ttc)$/.test(name) && !found.has(name)) found.set(name, path)
  }
}

function* systemFaces(wanted: readonly FontFile[]): Generator<FontFace> {
  for (const { file, face } of wanted) {
    const path = installedFonts().get(file)
    const loaded = path === undefined ? undefined : faceAt(path, face)
    if (loaded !== undefined) yield loaded
  }
}

/** Faces for a role in the order in which they are asked; a generator, so that a file is read only when needed. */
function* chain(role: FontRole, choice: FontChoice): Generator<FontFace> {
  if (choice.bundledOnly !== true) yield* systemFaces(SYSTEM[role])
  for (const specifier of BUNDLED[role]) yield bundledFace(specifier, choice.bundledFolder)
  if (choice.bundledOnly !== true) yield* systemFaces(WIDE)
}

class ChainedFonts implements FontSet {
  readonly #choice: FontChoice
  readonly #found = new Map<FontRole, Map<string, FontFace | undefined>>()

  constructor(choice: FontChoice) {
    this.#choice = choice
  }

  faceFor(role: FontRole, grapheme: string): FontFace | undefined {
    let ofRole = this.#found.get(role)
    if (ofRole === undefined) this.#found.set(role, (ofRole = new Map()))
    if (!ofRole.has(grapheme)) ofRole.set(grapheme, this.#search(role, grapheme))
    return ofRole.get(grapheme)
  }

  #search(role: FontRole, grapheme: string): FontFace | undefined {
    for (const face of chain(role, this.#choice)) if (face.has(grapheme)) return face
    return undefined
  }
}

const fontSets = new Map<string, FontSet>()

/** The fonts of a choice; the same object for the same choice. */
export function loadFonts(choice: FontChoice = {}): FontSet {
  const key = JSON.stringify([choice.bundledOnly === true, choice.bundledFolder ?? null])
  let set = fontSets.get(key)
  if (set === undefined) fontSets.set(key, (set = new ChainedFonts(choice)))
  return set
}
