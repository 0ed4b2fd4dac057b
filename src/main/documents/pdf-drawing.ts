/** Writes laid-out pages as PDF page content: text, check boxes, lines and the watermark. */
import type { FontFace, FontSet } from './fonts.ts'
import { visibleCodePoints } from './fonts.ts'
import { PAGE } from './page-geometry.ts'
import type { LaidOutPage, PageMark } from './page-layout.ts'
import type { Mark } from './pagination.ts'
import type { PdfFonts } from './pdf-fonts.ts'
import { glyphMissing } from './text-setting.ts'
import type { PlacedGlyph } from './text-setting.ts'

type TextMark = Extract<Mark, { kind: 'text' }>

/** A number in page content: three decimals are a fortieth of a printer's dot. */
function n(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

/** The faces that pages use, each once, in order of first use. */
export function facesOf(pages: readonly LaidOutPage[]): Set<FontFace> {
  const faces = new Set<FontFace>()
  for (const { marks } of pages) {
    for (const { mark } of marks) if (mark.kind === 'text') for (const glyph of mark.line.glyphs) faces.add(glyph.face)
  }
  return faces
}

/** The content of one page; `watermark` is what {@link watermarkOutline} made, or the empty string. */
export function pageContent(page: LaidOutPage, fonts: PdfFonts, watermark: string): string {
  const parts = [watermark]
  for (const pageMark of page.marks) {
    const drawn = drawMark(pageMark, fonts)
    if (drawn !== '') parts.push(pageMark.artifact ? `/Artifact BMC\n${drawn}EMC\n` : drawn)
  }
  return parts.join('')
}

function drawMark({ mark, left, top }: PageMark, fonts: PdfFonts): string {
  if (mark.kind === 'text') return drawText(mark, left, top, fonts)
  if (mark.kind !== 'rule') return '' // left free for the signature's appearance and for the seal
  const [x1, x2] = [left + mark.x1, left + mark.x2]
  const [y1, y2] = [PAGE.height - top - mark.y1, PAGE.height - top - mark.y2]
  return `${n(mark.weight)} w ${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S\n`
}

/** Draws a line of text as runs of one face; a check box or an ambiguous glyph makes a run of its own. */
function drawText(mark: TextMark, left: number, top: number, fonts: PdfFonts): string {
  const x = left + mark.x
  const y = PAGE.height - top - mark.baseline
  let drawn = ''
  let run: PlacedGlyph[] = []
  const flush = (): void => {
    if (run.length > 0) drawn += drawRun(run, x, y, mark.size, fonts)
    run = []
  }
  for (const glyph of mark.line.glyphs) {
    if (visibleCodePoints(glyph.text).length === 0) continue
    if (glyph.checked !== undefined) {
      flush()
      drawn += drawCheckBox(glyph, glyph.checked, x, y, mark.size, fonts)
    } else if (fonts.of(glyph.face).encode(glyph.text).ambiguous) {
      flush()
      drawn += withActualText(glyph.text, drawRun([glyph], x, y, mark.size, fonts))
    } else {
      if (run.length > 0 && run[0]?.face !== glyph.face) flush()
      run.push(glyph)
    }
  }
  flush()
  return drawn
}

function drawRun(run: readonly PlacedGlyph[], x: number, y: number, size: number, fonts: PdfFonts): string {
  const [first] = run
  if (first === undefined) return ''
  const face = fonts.of(first.face)
  const start = x + first.x
  let pen = start
  let shown = ''
  let pending = ''
  for (const glyph of run) {
    const encoded = face.encode(glyph.text)
    const wanted = x + glyph.x
    // TJ counts to the left, in thousandths of the size; whole numbers, so the pen follows the rounding
    const shift = Math.round(((pen - wanted) * 1000) / size)
    if (shift !== 0) {
      if (pending !== '') shown += `<${pending}>`
      pending = ''
      shown += `${shift}`
      pen -= (shift * size) / 1000
    }
    pending += encoded.hex
    pen += (encoded.advance * size) / 1000
  }
  if (pending !== '') shown += `<${pending}>`
  return `BT /${face.resource} ${n(size)} Tf ${n(start)} ${n(y)} Td [${shown}] TJ ET\n`
}

function withActualText(text: string, drawn: string): string {
  let hex = 'FEFF'
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  return `/Span <</ActualText <${hex}>>> BDC\n${drawn}EMC\n`
}

/** A square, with a tick if checked; under it an invisible □, so that the box can be copied and searched. */
function drawCheckBox(
  glyph: PlacedGlyph,
  checked: boolean,
  x: number,
  y: number,
  size: number,
  fonts: PdfFonts,
): string {
  const side = 0.74 * size
  const left = x + glyph.x + (glyph.width - side) / 2
  const bottom = y - 0.02 * size
  const at = (right: number, up: number): string => `${n(left + right * side)} ${n(bottom + up * side)}`
  const tick = checked ? `${n(0.08 * size)} w ${at(0.2, 0.5)} m ${at(0.42, 0.24)} l ${at(0.82, 0.8)} l S\n` : ''
  const face = fonts.of(glyph.face)
  const invisible =
    `BT 3 Tr /${face.resource} ${n(size)} Tf ${n(x + glyph.x)} ${n(y)} Td <${face.encode('□').hex}> Tj 0 Tr ET\n`
  const square = `${n(0.05 * size)} w ${at(0, 0)} ${n(side)} ${n(side)} re S\n`
  return withActualText(glyph.text, invisible) + square + tick
}

const WATERMARK_SIZE = 150
const WATERMARK_GREY = 0.88

/**
 * The watermark (草稿) as outlines across the page. It is no text, so it cannot get between the words of the document
 * when they are copied.
 */
export function watermarkOutline(word: string, fonts: FontSet): string {
  return `/Artifact BMC\nq ${WATERMARK_GREY} g\n${watermarkPath(word, fonts)}f Q\nEMC\n`
}

/** The watermark's outlines as PDF path operators, one a line. */
export function watermarkPath(word: string, fonts: FontSet): string {
  const characters = [...word]
  const size = Math.min(WATERMARK_SIZE, (0.8 * Math.hypot(PAGE.width, PAGE.height)) / (1.3 * characters.length))
  const pitch = 1.3 * size
  const diagonal = Math.SQRT1_2
  const paths = characters.map((character, index) => {
    const face = fonts.faceFor('hei', character)
    if (face === undefined) throw glyphMissing(character, '水印')
    const along = (index - (characters.length - 1) / 2) * pitch - size / 2
    const point = (px: number, py: number): string => {
      const [u, v] = [along + (px * size) / face.font.unitsPerEm, (py / face.font.unitsPerEm - 0.38) * size]
      return `${n(PAGE.width / 2 + (u - v) * diagonal)} ${n(PAGE.height / 2 + (u + v) * diagonal)}`
    }
    return outline(face, character, point)
  })
  return paths.join('')
}

function outline(face: FontFace, character: string, point: (x: number, y: number) => string): string {
  let path = ''
  let [penX, penY] = [0, 0]
  for (const { command, args } of face.font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    if (command === 'moveTo') path += `${point(a, b)} m\n`
    else if (command === 'lineTo') path += `${point(a, b)} l\n`
    else if (command === 'bezierCurveTo') path += `${point(a, b)} ${point(c, d)} ${point(e, f)} c\n`
    else if (command === 'quadraticCurveTo') {
      // PDF has cubic curves only
      const first = point(penX + (2 / 3) * (a - penX), penY + (2 / 3) * (b - penY))
      const second = point(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d))
      path += `${first} ${second} ${point(c, d)} c\n`
    } else path += 'h\n'
    if (args.length >= 2) [penX, penY] = [args[args.length - 2] ?? 0, args[args.length - 1] ?? 0]
  }
  return path
}
