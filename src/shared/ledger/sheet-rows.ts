/** What was read of a workbook (工作簿) with an earlier ledger, and where its head stands. Pure. */
import { headScore } from './guess-columns.ts'
import { narrow } from './read-cells.ts'

/** Rows of one sheet that are taken at a time, and columns of a row that are looked at. */
export const MOST_LEDGER_ROWS = 20_000
export const MOST_LEDGER_COLUMNS = 80
/** The head is looked for in so many rows. */
const HEAD_WITHIN = 30
/** Heads that a row must be recognised by. */
const LEAST_HEADS = 3

/** Parts the cells of a row. */
export const CELL_END = '\u001f'

/** Signs before the text of a cell; what a cell says cannot begin with one of them. */
export const CELL_MARKS = { formula: '\u0001', error: '\u0002', merged: '\u0003', noValue: '\u0004' } as const

export interface Merge {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

export interface LedgerSheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows with something in them, their cells parted by {@link CELL_END}. */
  readonly rows: readonly string[]
  /** The number that each of them has in the sheet, from 1. */
  readonly at: readonly number[]
  readonly hiddenRows: readonly number[]
  /** Merged cells among the first rows. */
  readonly headMerges: readonly Merge[]
  readonly columns: number
  /** It has more rows than {@link MOST_LEDGER_ROWS}, or more text than can be read. */
  readonly tooLong: boolean
}

export interface LedgerBook {
  readonly sheets: readonly LedgerSheet[]
  readonly since1904: boolean
}

export interface SheetCell {
  readonly text: string
  /** Its value was computed; the last result is taken. */
  readonly formula: boolean
  /** `#REF!` and the like. */
  readonly error: boolean
  /** The value stands in a merged cell above. */
  readonly merged: boolean
  /** A formula that nobody computed. */
  readonly noValue: boolean
}

const MARKS: ReadonlySet<string> = new Set(Object.values(CELL_MARKS))

export function cellOf(packed: string): SheetCell {
  let at = 0
  while (MARKS.has(packed[at] ?? '')) at += 1
  const marks = packed.slice(0, at)
  return {
    text: packed.slice(at),
    formula: marks.includes(CELL_MARKS.formula),
    error: marks.includes(CELL_MARKS.error),
    merged: marks.includes(CELL_MARKS.merged),
    noValue: marks.includes(CELL_MARKS.noValue),
  }
}

export function cellsOf(row: string): SheetCell[] {
  return row.split(CELL_END).map(cellOf)
}

/** The row of the sheet that names the columns; null where none looks like it. */
export function findHeaderRow({ rows, at }: LedgerSheet): number | null {
  let best: { score: number; row: number } | null = null
  for (const [index, row] of rows.slice(0, HEAD_WITHIN).entries()) {
    const cells = cellsOf(row)
    const score = headScore(cells.map(({ text }) => text))
    // the lower of two rows of heads holds what was merged down from the upper one
    const better = best === null || score > best.score || (score === best.score && cells.some(({ merged }) => merged))
    if (score >= LEAST_HEADS && better) best = { score, row: at[index] ?? 0 }
  }
  return best?.row ?? null
}

/** The head of each column; of a head in two rows both, as `决定 日期`. */
export function headsOf(sheet: LedgerSheet, headerRow: number): string[] {
  const own = cellsOf(sheet.rows[sheet.at.indexOf(headerRow)] ?? '')
  const above = cellsOf(sheet.rows[sheet.at.indexOf(headerRow - 1)] ?? '')
  return Array.from({ length: sheet.columns }, (_, column) => {
    const text = (own[column]?.text ?? '').trim()
    const merge = sheet.headMerges.find(
      ({ fromRow, toRow, fromColumn, toColumn }) =>
        fromRow <= headerRow - 1 && toRow === headerRow - 1 && fromColumn < toColumn && fromColumn <= column && column <= toColumn,
    )
    // a title over the whole table is no head
    if (merge === undefined || merge.toColumn - merge.fromColumn + 1 > sheet.columns * 0.7) return text
    const parent = (above[merge.fromColumn]?.text ?? '').trim()
    return parent === '' || narrow(text).startsWith(narrow(parent)) ? text : `${parent} ${text}`.trim()
  })
}
