/** The text layer (文字层) of a PDF, page by page, in reading order. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { cleanText, closeUpNumbers, closeUpSpread, tidyLines } from '../../../shared/intake/reading/clean-text.ts'
import type { TextPage } from '../../../shared/intake/document-text.ts'
import { linesOf, type Piece } from './page-lines.ts'
import { pageText } from './page-layout.ts'
import { pageDrawing } from './pdf-drawing.ts'
import { withPdf, type PdfLibrary } from './pdf-engine.ts'

export interface PdfContent {
  readonly pages: readonly TextPage[]
  readonly pageCount: number
  readonly toRecognise: readonly number[]
}

/** A page with fewer characters than that may be a picture with a scanner's mark or a page number printed on it. */
const FEW_CHARACTERS = 40
/** How much of a page with few characters is picture, so that its text is sought in the picture. */
const MOSTLY_PICTURE = 0.3
/** Outlines of that many points are text that was turned into drawings. */
const MANY_OUTLINE_POINTS = 600
/** How far ruled lines may miss each other, in points. */
const SLACK = 2.5
const MOST_PIECES = 60_000

interface TextItem {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
}

type Turn = 0 | 90 | 180 | 270

/** A piece with the direction of its writing. */
interface Turned {
  readonly piece: Piece
  readonly turn: Turn | undefined
}

const isItem = (item: object): item is TextItem => 'str' in item && 'transform' in item

/** The item on the page as it is shown, y growing downwards. */
function placed(item: TextItem, view: readonly number[]): Turned | undefined {
  if (item.str.trim() === '') return undefined
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view
  const [alongX, alongY] = [va * a + vc * b, vb * a + vd * b]
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d) || item.height
  const [x, y] = [va * e + vc * f + ve, vb * e + vd * f + vf]
  if (!(size > 0) || ![x, y, item.width].every(Number.isFinite)) return undefined
  const degrees = (Math.round((Math.atan2(alongY, alongX) * 180) / Math.PI) + 360) % 360
  const turn = ([0, 90, 180, 270] as const).find((right) => Math.abs(right - degrees) <= 4 || right + 360 - degrees <= 4)
  return { piece: { text: item.str, x, y, width: item.width, size }, turn }
}

/** Every character twice (fake bold, 行行政政): half as wide as that many characters are. */
function withoutDoubledCharacters(piece: Piece): Piece {
  const characters = [...piece.text]
  if (characters.length < 2 || characters.length % 2 === 1 || characters.some((one, index) => index % 2 === 1 && one !== characters[index - 1])) return piece
  const full = characters.filter((one) => /[\u2e80-\u9fff\uff00-\uffef]/u.test(one)).length
  const wide = piece.width / piece.size
  if (full < characters.length / 2 || wide > full * 0.75) return piece
  return { ...piece, text: characters.filter((_one, index) => index % 2 === 0).join('') }
}

/** The same text again at nearly the same place is the other half of a fake bold. */
function withoutDoubledPieces(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>()
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? []
    seen.set(piece.text, same)
    const slack = piece.size * 0.25
    if (same.some((other) => Math.abs(other.x - piece.x) < slack && Math.abs(other.y - piece.y) < slack)) return false
    same.push(piece)
    return true
  })
}

/** Pieces turned so that their writing runs to the right. `width`, `height` of the page as it was. */
function upright(piece: Piece, turn: Turn, width: number, height: number): Piece {
  if (turn === 90) return { ...piece, x: piece.y, y: width - piece.x }
  if (turn === 180) return { ...piece, x: width - piece.x, y: height - piece.y }
  if (turn === 270) return { ...piece, x: height - piece.y, y: piece.x }
  return piece
}

/** Characters that a font without a map to Unicode gives: nobody can read or find them. */
function unreadableShare(text: string): number {
  const visible = text.replaceAll(/\s/g, '')
  return visible === '' ? 0 : (visible.match(/[\ue000-\uf8ff\ufffd\p{Cc}]/gu)?.length ?? 0) / visible.length
}

interface ReadPage {
  readonly text: string
  readonly isPicture: boolean
}

async function readPage(page: PDFPageProxy, library: PdfLibrary): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent({ disableNormalization: true })
  const found = items.slice(0, MOST_PIECES).flatMap((item) => (isItem(item) ? (placed(item, viewport.transform) ?? []) : []))
  const counted = new Map<Turn, number>()
  for (const { piece, turn } of found) if (turn !== undefined) counted.set(turn, (counted.get(turn) ?? 0) + piece.text.length)
  const turn = [...counted].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const written = found.filter((one) => one.turn === turn).map(({ piece }) => withoutDoubledCharacters(piece))
  const pieces = withoutDoubledPieces(written).map((piece) => upright(piece, turn, viewport.width, viewport.height))
  const characters = pieces.reduce((sum, piece) => sum + piece.text.replaceAll(/\s/g, '').length, 0)
  const unreadable = unreadableShare(pieces.map(({ text }) => text).join('')) > 0.3
  const sparse = characters < FEW_CHARACTERS || unreadable
  // the drawing is worth its time only where it can tell cells apart, or whether there is a picture
  const wanted = sparse || linesOf(pieces, { tabs: true }).some((line) => line.text.includes('\t'))
  const drawing = wanted ? await pageDrawing(page, library).catch(() => undefined) : undefined
  const isPicture = sparse && drawing !== undefined && (unreadable || drawing.pictureShare > MOSTLY_PICTURE || drawing.outlinePoints > MANY_OUTLINE_POINTS)
  const sideways = turn === 90 || turn === 270
  const rules = turn === 0 ? (drawing?.rules ?? []) : []
  const [width, height] = sideways ? [viewport.height, viewport.width] : [viewport.width, viewport.height]
  const flowing = pageText({ pieces, rules, width, height }, SLACK)
  // stamps and watermarks that stand askew
  const askew = found.filter((one) => one.turn !== turn).map(({ piece }) => piece.text)
  const lines = cleanText([flowing, ...(askew.length < 40 ? askew : [])].join('\n')).split('\n')
  const text = tidyLines(lines.map((line) => closeUpNumbers(closeUpSpread(line))).join('\n'))
  return { text: unreadable && isPicture ? '' : text, isPicture }
}

/**
 * Reads the first `mostPages` pages. A page that cannot be read is empty and recognised. Throws `PdfUnreadable`.
 */
export function pdfContent(bytes: Uint8Array, mostPages: number): Promise<PdfContent> {
  return withPdf(bytes, async (document, library) => {
    const pages: TextPage[] = []
    const toRecognise: number[] = []
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const { text, isPicture } = await pageOf(document.getPage(number), library)
      if (isPicture) toRecognise.push(number)
      pages.push({ number, source: text === '' ? 'none' : 'pdf', text, confidence: null })
    }
    return { pages, pageCount: document.numPages, toRecognise }
  })
}

async function pageOf(opened: Promise<PDFPageProxy>, library: PdfLibrary): Promise<ReadPage> {
  let page: PDFPageProxy | undefined
  try {
    page = await opened
    return await readPage(page, library)
  } catch {
    return { text: '', isPicture: page !== undefined }
  } finally {
    page?.cleanup()
  }
}
