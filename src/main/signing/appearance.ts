/**
 * What a signature looks like on the page (签名外观): role, name and date; or in place of the name a picture of the
 * person's handwritten signature (手写签名). The characters are drawn as outlines taken from the font, not as text: nothing to subset, and
 * no glyph that a viewer could replace or lose.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import type { Font } from 'fontkit'
import { FashenError } from '../../shared/errors/errors.ts'
import { streamBody, type UpdatedObject } from './pdf-update.ts'

export interface SignatureAppearance {
  /** Index of the page, 0 for the first. */
  readonly page: number
  /** In points from the page's lower left corner. */
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly nameText: string
  readonly roleText?: string
  readonly dateText?: string
  /** A PNG of the handwritten signature, drawn in the place of the name. */
  readonly picture?: Uint8Array
}

/** The font that has a character, or nothing where none has it. */
export type FontForCharacter = (character: string) => Font | undefined

const BUNDLED_FONT = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'
/** A photograph of a signature has a few megapixels; unpacked, this much takes 64 MB. */
const MAX_PICTURE_PIXELS = 16_000_000
const MAX_PICTURE_BYTES = 8 * 1024 * 1024

let bundledFont: Promise<Font> | undefined

async function loadBundledFont(): Promise<Font> {
  const { create } = await import('fontkit')
  const font = create(await readFile(createRequire(import.meta.url).resolve(BUNDLED_FONT)))
  if (!('glyphForCodePoint' in font)) throw new FashenError('font-missing', { font: BUNDLED_FONT })
  return font
}

/** Noto Serif SC, which comes with the product: parsed on first use, then kept. */
export async function bundledFontForCharacter(): Promise<FontForCharacter> {
  bundledFont ??= loadBundledFont()
  const font = await bundledFont
  return (character) => (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? font : undefined)
}

/**
 * The objects of the appearance: a form XObject under the number `first`, followed by those of the picture.
 *
 * Errors: `glyph-missing` with the character and the text it stands in; `file-unreadable` for a picture that is no PNG.
 */
export async function appearanceObjects(
  appearance: SignatureAppearance,
  fontFor: FontForCharacter,
  first: number,
): Promise<UpdatedObject[]> {
  const { width, height } = appearance.rect
  const picture = appearance.picture === undefined ? undefined : await pictureObjects(appearance.picture, first + 1)
  const rows = textRows(appearance, fontFor, picture !== undefined)
  const content = [...rows.content]
  if (picture !== undefined) content.push(placedPicture(picture, width, rows.place))
  const resources = picture === undefined ? '<< >>' : `<< /XObject << /Picture ${first + 1} 0 R >> >>`
  const dictionary =
    `/Type /XObject /Subtype /Form /FormType 1 /BBox [0 0 ${number(width)} ${number(height)}]` +
    ` /Resources ${resources} /Filter /FlateDecode`
  const body = streamBody(dictionary, deflateSync(Buffer.from(content.join('\n'), 'latin1')))
  return [{ number: first, body }, ...(picture?.objects ?? [])]
}

// ---------------------------------------------------------------- text

interface Row {
  readonly text: string
  /** Share of the height. */
  readonly share: number
}

/** Role and name from the top, the date at the foot; a picture has the name's place and more of the height. */
function textRows({ rect, roleText = '', nameText, dateText = '' }: SignatureAppearance, fontFor: FontForCharacter, pictured: boolean) {
  const named = { text: nameText, share: pictured ? 3 : 2 }
  const rows: Row[] = [{ text: roleText, share: 1 }, named, { text: dateText, share: 1 }].filter(({ text }) => text !== '')
  const shares = rows.reduce((sum, { share }) => sum + share, 0)
  const content: string[] = []
  /** Lower and upper edge of the place of the name. */
  const place = { low: 0, high: rect.height }
  let top = rect.height
  for (const row of rows) {
    const rowHeight = (rect.height * row.share) / shares
    top -= rowHeight
    if (row === named) Object.assign(place, { low: top, high: top + rowHeight })
    // the name is printed beside the place of the signature, and spoken by screen readers, whether drawn or not
    if (row !== named || !pictured) content.push(drawnText(row.text, top, rowHeight, rect.width, fontFor))
  }
  return { content, place }
}

interface PlacedGlyph {
  readonly outline: string
  /** In em from the start of the line. */
  readonly x: number
  readonly unitsPerEm: number
}

/** One line of text in black, as large as row and width allow. */
function drawnText(text: string, bottom: number, rowHeight: number, width: number, fontFor: FontForCharacter): string {
  const glyphs: PlacedGlyph[] = []
  let lineWidth = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const font = fontFor(character)
    if (font === undefined || !font.hasGlyphForCodePoint(codePoint)) throw missing(character, codePoint, text)
    const glyph = font.glyphForCodePoint(codePoint)
    glyphs.push({ outline: outlineOf(glyph), x: lineWidth, unitsPerEm: font.unitsPerEm })
    lineWidth += glyph.advanceWidth / font.unitsPerEm
  }
  const size = Math.min(rowHeight * 0.85, width / Math.max(lineWidth, 1))
  // Chinese glyphs reach about 0.12 em below the baseline
  const baseline = bottom + (rowHeight - size) / 2 + 0.12 * size
  const drawn = glyphs.map(({ outline, x, unitsPerEm }) => {
    const scale = (size / unitsPerEm).toFixed(6)
    return `q ${scale} 0 0 ${scale} ${number(x * size)} ${number(baseline)} cm\n${outline}f Q`
  })
  return ['0 g', ...drawn].join('\n')
}

function missing(character: string, codePoint: number, place: string): FashenError {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return new FashenError('glyph-missing', { character, codePoint: name, place })
}

type Glyph = ReturnType<Font['glyphForCodePoint']>

/** A glyph's outline as PDF path operators, in font units. PDF has no quadratic curves: they become cubic ones. */
function outlineOf(glyph: Glyph): string {
  let [x, y] = [0, 0]
  const lines: string[] = []
  for (const { command, args } of glyph.path.commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    switch (command) {
      case 'moveTo':
      case 'lineTo':
        lines.push(`${number(a)} ${number(b)} ${command === 'moveTo' ? 'm' : 'l'}`)
        ;[x, y] = [a, b]
        break
      case 'quadraticCurveTo': {
        const controls = [x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d)]
        lines.push(`${[...controls, c, d].map(number).join(' ')} c`)
        ;[x, y] = [c, d]
        break
      }
      case 'bezierCurveTo':
        lines.push(`${[a, b, c, d, e, f].map(number).join(' ')} c`)
        ;[x, y] = [e, f]
        break
      default:
        lines.push('h')
    }
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

// ---------------------------------------------------------------- picture

interface Picture {
  readonly width: number
  readonly height: number
  readonly objects: UpdatedObject[]
}

/** The picture as an image XObject, its transparency as a second one. */
async function pictureObjects(png: Uint8Array, first: number): Promise<Picture> {
  const { width, height } = pngSize(png)
  // loaded only here: most signatures have no picture, and pdf-lib takes longer to load than a signature to make
  const { PDFContext, PDFName, PDFRawStream, PngEmbedder } = await import('pdf-lib')
  const context = PDFContext.create()
  try {
    const embedder = await PngEmbedder.for(png)
    const image = context.lookup(await embedder.embedIntoContext(context))
    if (!(image instanceof PDFRawStream)) throw new TypeError('image is not a stream')
    const alpha = image.dict.lookup(PDFName.of('SMask'))
    const mask = alpha instanceof PDFRawStream ? alpha : undefined
    const dictionary = (colors: string, more: string): string =>
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8` +
      ` /ColorSpace /${colors} /Filter /FlateDecode${more}`
    const maskEntry = mask === undefined ? '' : ` /SMask ${first + 1} 0 R`
    const objects = [{ number: first, body: streamBody(dictionary('DeviceRGB', maskEntry), image.getContents()) }]
    if (mask !== undefined) {
      objects.push({ number: first + 1, body: streamBody(dictionary('DeviceGray', ''), mask.getContents()) })
    }
    return { width, height, objects }
  } catch (error) {
    throw new FashenError('file-unreadable', { name: 'PNG', reason: 'not-a-picture' }, { cause: error })
  }
}

/** Size from the PNG header, before anything is unpacked. */
function pngSize(png: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const isPng = bytes.length > 33 && bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))
  const width = isPng ? bytes.readUInt32BE(16) : 0
  const height = isPng ? bytes.readUInt32BE(20) : 0
  if (width === 0 || height === 0 || width * height > MAX_PICTURE_PIXELS || bytes.length > MAX_PICTURE_BYTES) {
    throw new FashenError('file-unreadable', { name: 'PNG', reason: isPng ? `${width}×${height}` : 'not-a-picture' })
  }
  return { width, height }
}

/** As large as fits into the place of the name, in its own proportions, in the middle. */
function placedPicture(picture: Picture, width: number, { low, high }: { readonly low: number; readonly high: number }): string {
  const scale = Math.min(width / picture.width, (high - low) / picture.height)
  const [drawnWidth, drawnHeight] = [picture.width * scale, picture.height * scale]
  const x = (width - drawnWidth) / 2
  const y = low + (high - low - drawnHeight) / 2
  return `q ${number(drawnWidth)} 0 0 ${number(drawnHeight)} ${number(x)} ${number(y)} cm /Picture Do Q`
}

// ---------------------------------------------------------------- seal

/** A seal (印章) laid over what is printed: the words under it are read through it. */
export interface Stamp {
  readonly page: number
  readonly rect: SignatureAppearance['rect']
  /** A PNG whose white is transparent. */
  readonly picture: Uint8Array
  /** What it is, for who cannot see it. */
  readonly label: string
}

/** The objects of a seal's drawing: a form XObject under the number `first`, followed by those of the picture. */
export async function stampObjects({ rect, picture }: Stamp, first: number): Promise<UpdatedObject[]> {
  const { objects } = await pictureObjects(picture, first + 1)
  const dictionary =
    `/Type /XObject /Subtype /Form /FormType 1 /BBox [0 0 ${number(rect.width)} ${number(rect.height)}]` +
    ` /Resources << /XObject << /Picture ${first + 1} 0 R >> /ExtGState << /Over << /Type /ExtGState /BM /Multiply >> >> >>`
  const content = `q /Over gs ${number(rect.width)} 0 0 ${number(rect.height)} 0 0 cm /Picture Do Q`
  return [{ number: first, body: streamBody(dictionary, Buffer.from(content, 'latin1')) }, ...objects]
}

/** Unpacks a PNG once. Throws `file-unreadable` for anything that could not be drawn later. */
export async function requireDrawable(png: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height } = await pictureObjects(png, 1)
  return { width, height }
}
