/**
 * The pages of a document for the screen: the very layout of the PDF, without making one. What takes the time of a PDF
 * is putting the fonts into it; a screen gets the outlines of the characters that it does not have yet instead.
 */
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { GlyphRun, LaidOutBox, LaidOutDocument, LaidOutLine, LaidOutRule, LaidOutSheet } from '../../shared/documents/laid-out.ts'
import { checkedDocument } from './checked-document.ts'
import { loadFonts, namedFace, visibleCodePoints, type FontChoice, type FontFace } from './fonts.ts'
import { PAGE } from './page-geometry.ts'
import { layoutPages, type LaidOutPage, type PageMark } from './page-layout.ts'
import { watermarkPath } from './pdf-drawing.ts'
import type { PlacedGlyph } from './text-setting.ts'

/** Lays out a document as `renderPdf` does. Throws `glyph-missing` as that one does. */
export function previewPages(document: OfficialDocument, choice: FontChoice = {}): LaidOutDocument {
  const checked = checkedDocument(document)
  const fonts = loadFonts(choice)
  const faces = new FaceList()
  const pages = layoutPages(checked, fonts).map((page) => sheetOf(page, faces))
  const watermark = checked.watermark === null ? '' : svgPath(watermarkPath(checked.watermark, fonts))
  return { width: PAGE.width, height: PAGE.height, faces: faces.names, pages, watermark }
}

/** Outlines of characters of a face that a preview named; a character that it lacks is left out. */
export function outlinesOf(faceName: string, characters: readonly string[]): Record<string, string> {
  const face = namedFace(faceName)
  if (face === undefined) return {}
  const found: Record<string, string> = {}
  for (const character of characters) if (face.has(character)) found[character] = outline(face, character)
  return found
}

class FaceList {
  readonly #faces = new Map<FontFace, number>()

  get names(): string[] {
    return [...this.#faces.keys()].map(({ name }) => name)
  }

  indexOf(face: FontFace): number {
    const known = this.#faces.get(face)
    if (known !== undefined) return known
    this.#faces.set(face, this.#faces.size)
    return this.#faces.size - 1
  }
}

/** Hundredths of a point are finer than any screen, and half the bytes. */
const rounded = (value: number): number => Math.round(value * 100) / 100

function sheetOf(page: LaidOutPage, faces: FaceList): LaidOutSheet {
  const lines: LaidOutLine[] = []
  const rules: LaidOutRule[] = []
  const boxes: LaidOutBox[] = []
  for (const placed of page.marks) {
    const { mark, left, top } = placed
    if (mark.kind === 'rule') {
      rules.push({ x1: rounded(left + mark.x1), y1: rounded(top + mark.y1), x2: rounded(left + mark.x2), y2: rounded(top + mark.y2), weight: mark.weight })
    } else if (mark.kind === 'text') {
      const line = lineOf(placed, mark, faces)
      if (line.runs.length > 0) lines.push(line)
      for (const glyph of mark.line.glyphs) if (glyph.checked !== undefined) boxes.push(boxOf(glyph, glyph.checked, left + mark.x, top + mark.baseline, mark.size))
    }
  }
  return { lines, rules, boxes }
}

type TextMark = Extract<PageMark['mark'], { kind: 'text' }>

function lineOf({ left, top, artifact }: PageMark, mark: TextMark, faces: FaceList): LaidOutLine {
  const runs: { face: number; texts: string[]; x: number[] }[] = []
  for (const glyph of mark.line.glyphs) {
    const face = faces.indexOf(glyph.face)
    let run = runs.at(-1)
    if (run?.face !== face) runs.push((run = { face, texts: [], x: [] }))
    run.texts.push(glyph.text)
    run.x.push(rounded(left + mark.x + glyph.x))
  }
  return { y: rounded(top + mark.baseline), size: mark.size, runs: runs satisfies GlyphRun[], artifact }
}

/** As `drawCheckBox` of the PDF has it. */
function boxOf(glyph: PlacedGlyph, checked: boolean, x: number, baseline: number, size: number): LaidOutBox {
  const side = 0.74 * size
  return { x: rounded(x + glyph.x + (glyph.width - side) / 2), y: rounded(baseline + 0.02 * size - side), side: rounded(side), checked }
}

function outline({ font }: FontFace, grapheme: string): string {
  const scale = 1 / font.unitsPerEm
  const at = (value: number): string => String(Math.round(value * scale * 10_000) / 10_000)
  let path = ''
  let offset = 0
  for (const point of visibleCodePoints(grapheme)) {
    const glyph = font.glyphForCodePoint(point)
    for (const { command, args } of glyph.path.commands) {
      const numbers = args.map((value, index) => (index % 2 === 0 ? at(value + offset) : at(-value))).join(' ')
      path += `${SVG_COMMANDS[command] ?? 'Z'}${numbers}`
    }
    offset += glyph.advanceWidth
  }
  return path
}

const SVG_COMMANDS: Readonly<Record<string, string>> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' }

/** PDF writes the operator behind its numbers, SVG before them. */
function svgPath(operators: string): string {
  return operators.replaceAll(/([-\d. ]*?) ?([mlch])\n/g, (_, numbers: string, operator: string) => (operator === 'h' ? 'Z' : `${operator.toUpperCase()}${numbers.trim()}`))
}
