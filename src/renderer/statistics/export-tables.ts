/** The tables as a file that a spreadsheet opens (CSV, UTF-8 with a mark), each under its title. */
import { looksLikeFormula } from '../../shared/cases/cell-text.ts'
import { comparedHead, plainTable, type FigureTable } from '../../shared/statistics/figure-tables.ts'
import type { Language } from '../../shared/values/values.ts'

/** A text that a spreadsheet would take for a formula is led in by an apostrophe. */
function cell(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvOf(heading: string, tables: readonly FigureTable[], language: Language): string {
  const plain = tables.map((table) => plainTable(table, comparedHead(language), language))
  const lines = [[heading], ...plain.flatMap(({ title, columns, rows }) => [[], [title], columns, ...rows])]
  return `\u{feff}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
