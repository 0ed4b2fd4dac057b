/** The text of a page in reading order: paragraphs, and tables row by row. */
import { rowLines } from './docx-text.ts'
import { linesOf, marginsOf, paragraphsOf, type Line, type Margins, type Piece } from './page-lines.ts'
import { tablesOf, type Cell, type Rule, type Table } from './table-grid.ts'

export interface PageContent {
  readonly pieces: readonly Piece[]
  readonly rules: readonly Rule[]
  readonly width: number
  readonly height: number
  /** Of a scan: the boxes of its characters are those of their ink, so that there is room between any two. */
  readonly isScan?: boolean
}

/** A page's own number, in the margin at its head or foot. */
const PAGE_NUMBER = /^[-—–－·~\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–－·~\s]*$/u
/** What recognition makes of one: its dashes are read as 一 or 二, or as anything but a name. */
const MISREAD_PAGE_NUMBER = /^(?:[\d一二—\-.\s]{1,4}|(?!\p{Script=Han}{2,3}$)\S{1,3}|\S \S)$/u
const MARGIN = 0.09

function isPageNumber(line: Line, height: number, isScan: boolean): boolean {
  const isInMargin = line.y < height * MARGIN || line.y > height * (1 - MARGIN)
  return isInMargin && (PAGE_NUMBER.test(line.text) || (isScan && MISREAD_PAGE_NUMBER.test(line.text)))
}

/** The right margin is where the longest line ends, or where it would if the page has only short ones. */
function pageMargins(lines: readonly Line[], width: number): Margins {
  const { left, right } = marginsOf(lines)
  return { left, right: Math.max(right, width - Math.max(left * 1.35, width * 0.2)) }
}

/** Told of the lines in the order in which they come into the text. */
type OnLines = (lines: readonly Line[]) => unknown

function cellLines(pieces: readonly Piece[], cell: Cell, isScan: boolean, onLines: OnLines): string[] {
  const lines = linesOf(pieces, { tabs: false, isScan })
  if (lines.length === 0) return []
  onLines(lines)
  const size = Math.max(...lines.map((line) => line.size))
  // the text of a cell keeps away from its rules by the cell's padding, the same on both sides
  const { left, right } = marginsOf(lines)
  const padding = Math.min(Math.max(left - cell.left, 0), size)
  return paragraphsOf(lines, { left, right: Math.max(cell.right - padding, right) })
}

function tableText(table: Table, pieces: ReadonlyMap<Cell, readonly Piece[]>, isScan: boolean, onLines: OnLines): string[] {
  return Array.from({ length: table.rows }, (_value, row) => row).flatMap((row) => {
    const cells = table.cells.filter((cell) => cell.row === row).toSorted((a, b) => a.column - b.column)
    return rowLines(cells.map((cell) => cellLines(pieces.get(cell) ?? [], cell, isScan, onLines)))
  })
}

export interface LaidOutText {
  readonly text: string
  /** What the text was put together from, in its order: page numbers are not in it. */
  readonly pieces: readonly Piece[]
}

/** @param slack how far ruled lines may miss each other, in the unit of the page */
export function laidOutText({ pieces, rules, width, height, isScan = false }: PageContent, slack: number): LaidOutText {
  const tables = tablesOf(rules, slack)
  const byCell = new Map<Cell, Piece[]>()
  const free: Piece[] = []
  for (const piece of pieces) {
    const [x, y] = [piece.x + piece.width / 2, piece.y - piece.size * 0.35]
    const cell = tables.map((table) => table.cellAt(x, y)).find((found) => found !== undefined)
    const inCell = cell === undefined ? free : (byCell.get(cell) ?? [])
    inCell.push(piece)
    if (cell !== undefined) byCell.set(cell, inCell)
  }
  const lines = linesOf(free, { tabs: true, isScan }).filter((line) => !isPageNumber(line, height, isScan))
  const margins = pageMargins(lines, width)
  const text: string[] = []
  const inOrder: Piece[] = []
  const onLines: OnLines = (some) => inOrder.push(...some.flatMap((line) => line.pieces))
  const paragraphs = (some: readonly Line[]): void => {
    onLines(some)
    text.push(...paragraphsOf(some, margins))
  }
  let rest = lines
  for (const table of tables) {
    paragraphs(rest.filter((line) => line.y <= table.top))
    text.push(...tableText(table, byCell, isScan, onLines))
    rest = rest.filter((line) => line.y > table.top)
  }
  paragraphs(rest)
  return { text: text.join('\n'), pieces: inOrder }
}

/** As {@link laidOutText}, the text alone. */
export function pageText(content: PageContent, slack: number): string {
  return laidOutText(content, slack).text
}
