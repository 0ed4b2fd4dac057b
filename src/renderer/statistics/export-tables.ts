/** The tables as a file that a spreadsheet opens (CSV, UTF-8 with a mark), each under its title. */
import { looksLikeFormula } from '../../shared/cases/cell-text.ts'
import type { FigureTable } from './tables.ts'

/** Long enough for the browser to have taken the bytes. */
const URL_LIFE = 60_000

/** A text that a spreadsheet would take for a formula is led in by an apostrophe. */
function cell(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvOf(heading: string, tables: readonly FigureTable[]): string {
  const lines = [[heading], ...tables.flatMap(({ title, columns, rows }) => [[], [title], columns, ...rows])]
  return `\u{feff}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE)
}
