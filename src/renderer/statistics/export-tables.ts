/** The tables as a file that a spreadsheet opens (CSV, UTF-8 with a mark), each under its title. */
import { looksLikeFormula } from '../../shared/cases/cell-text.ts'
import type { FigureTable } from '../../shared/statistics/figure-tables.ts'

/** A text that a spreadsheet would take for a formula is led in by an apostrophe. */
function cell(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvOf(heading: string, tables: readonly FigureTable[]): string {
  const lines = [[heading], ...tables.flatMap(({ title, columns, rows }) => [[], [title], columns, ...rows])]
  return `\u{feff}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
