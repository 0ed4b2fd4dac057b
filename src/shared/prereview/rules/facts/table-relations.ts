/**
 * Rows of a calculation that break what the other rows keep: two columns whose product or difference is a third one, whatever
 * the heading calls them (株数 × 单株材积 = 材积, 生产 − 售出 = 库存).
 */
import type { CaseDocument } from '../../case-file.ts'
import { placeAt } from '../../places.ts'
import type { Place } from '../../rule.ts'

export interface BrokenRow {
  readonly text: string
  readonly expected: number
  readonly stated: number
  readonly place: Place
}

interface Row {
  readonly cells: readonly (number | null)[]
  readonly start: number
  readonly end: number
}

/** Fewer rows than these keep a relation by chance. */
const KEEPING = 2
/** A difference of small numbers comes out by chance more often than a product. */
const KEEPING_DIFFERENCE = 4
/** Columns and rows that are looked at: each three columns are tried. */
const MOST_COLUMNS = 12
const MOST_ROWS = 200

function figureOf(cell: string): number | null {
  const found = /^(?:￥|¥)?([0-9][0-9,]*(?:\.[0-9]+)?)(?:元|[\p{Script=Han}]{1,3})?$/u.exec(cell.replace(/\s/gu, ''))
  return found === null ? null : Number((found[1] ?? '').replace(/,/gu, ''))
}

/** Stretches of rows of one width with figures in them; a heading and a total end one. */
function tablesOf(document: CaseDocument): readonly (readonly Row[])[] {
  const tables: Row[][] = []
  let open: Row[] = []
  let start = 0
  for (const line of document.text.split('\n')) {
    const cells = line.split('\t').map((cell) => cell.trim())
    const figures = cells.map(figureOf)
    const isRow = cells.length > 2 && figures.filter((one) => one !== null).length > 2 && !/^(?:合计|总计|共计|小计)/u.test(cells.find((cell) => cell !== '') ?? '')
    if (!isRow || (open[0] !== undefined && open[0].cells.length !== cells.length)) {
      if (open.length > KEEPING) tables.push(open)
      open = []
    }
    if (isRow) open.push({ cells: figures, start, end: start + line.length })
    start += line.length + 1
  }
  if (open.length > KEEPING) tables.push(open)
  return tables
}

const OPERATIONS = [
  ['×', (one: number, other: number) => one * other],
  ['－', (one: number, other: number) => one - other],
] as const

/** Rounding of a printed figure. */
const agrees = (stated: number, expected: number): boolean => Math.abs(stated - expected) <= Math.max(0.006, Math.abs(expected) * 0.002)

function broken(document: CaseDocument, rows: readonly Row[], [left, right, result]: readonly [number, number, number]): BrokenRow | null {
  for (const [sign, reckon] of OPERATIONS) {
    const whole = rows.flatMap(({ cells, start, end }) => {
      const [a, b, c] = [cells[left], cells[right], cells[result]]
      if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number') return []
      return [{ a, b, c, start, end, expected: reckon(a, b) }]
    })
    const wrong = whole.filter(({ c, expected }) => !agrees(c, expected))
    const [only] = wrong
    // what keeps it must not keep it because everything is one or nought
    const keeping = whole.filter(({ a, b, c, expected }) => agrees(c, expected) && a > 0 && b > 0 && c > 0 && (sign === '－' || (a !== 1 && b !== 1)))
    if (only === undefined || wrong.length > 1 || keeping.length < (sign === '－' ? KEEPING_DIFFERENCE : KEEPING) || keeping.length + 1 < whole.length) continue
    return { text: `${only.a}${sign}${only.b}=${only.c}`, expected: Math.round(only.expected * 1000) / 1000, stated: only.c, place: placeAt(document, only.start, only.end) }
  }
  return null
}

/** Columns with a figure in every row but one; what only counts the rows is none. */
function reckonedColumns(rows: readonly Row[]): readonly number[] {
  const width = rows[0]?.cells.length ?? 0
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => {
      const figures = rows.map(({ cells }) => cells[column] ?? null)
      const counts = figures.every((figure, at) => figure === (figures[0] ?? 0) + at)
      return !counts && figures.filter((figure) => figure === null).length <= 1
    })
    .slice(0, MOST_COLUMNS)
}

/** Of each table one row for each column that does not come out. */
export function brokenRows(document: CaseDocument): readonly BrokenRow[] {
  return tablesOf(document).flatMap((all) => {
    const rows = all.slice(0, MOST_ROWS)
    const columns = reckonedColumns(rows)
    const found = new Map<number, BrokenRow>()
    for (const left of columns)
      for (const right of columns)
        for (const result of columns) {
          if (left === right || result === left || result === right || found.has(result)) continue
          const one = broken(document, rows, [left, right, result])
          if (one !== null) found.set(result, one)
        }
    // the same wrong figure breaks what is reckoned from it as well: the first is enough
    return [...found.values()].slice(0, 1)
  })
}
