/** The statistics as a workbook (XLSX): a sheet for each table, whose figures are numbers, and one that says what they are of. */
import { comparedHead, figureTables, tableRows, type FigureTable, type Quantity } from '../../shared/statistics/figure-tables.ts'
import type { Statistics } from '../../shared/statistics/contract.ts'
import { isProvisional, narrowedTo, spanText, type StatisticsPaper } from '../../shared/statistics/statistics-document.ts'
import { TABLE_WORDS } from '../../shared/statistics/table-words.ts'
import type { Language } from '../../shared/values/values.ts'
import { sheetName, writeBook, type Cell, type Sheet, type SheetColumn } from '../cases/sheet-file.ts'

const NAME_WIDTH = 30
const FIGURE_WIDTH = 14
const TEXT_WIDTH = 100

/** Whole, so that sums over them are right; the program that shows them rounds. */
function cellOf({ value, as }: Quantity): Cell {
  if (value === null) return null
  return as === 'count' ? value : as === 'share' ? { share: value } : { decimal: value }
}

function sheetOf(table: FigureTable, language: Language): Sheet {
  const { title, columns, rows } = tableRows(table, comparedHead(language), cellOf)
  return {
    name: sheetName(title),
    columns: columns.map((head, at): SheetColumn => ({ title: head, width: at === 0 ? NAME_WIDTH : FIGURE_WIDTH, format: at === 0 ? 'text' : 'number' })),
    batches: [rows],
    count: rows.length,
  }
}

function aboutSheet(got: Statistics, tables: readonly FigureTable[], { agency, language, today }: StatisticsPaper): Sheet {
  const words = TABLE_WORDS
  const rows: Cell[][] = [
    [words.agency[language], agency],
    [words.period[language], spanText(got.query, language)],
    [words.yearBefore[language], spanText(got.before, language)],
    [words.filters[language], narrowedTo(got, language)],
    [words.madeOn[language], { day: today }],
    ...(isProvisional(got) ? [[words.meanDays[language], words.provisional[language]]] : []),
    ...tables.flatMap(({ title, note }) => (note === undefined ? [] : [[title, note]])),
  ]
  return {
    name: sheetName(words.about[language]),
    columns: [{ title: words.item[language], width: NAME_WIDTH, format: 'text' }, { title: words.content[language], width: TEXT_WIDTH, format: 'text' }],
    batches: [rows],
    count: rows.length,
  }
}

export function statisticsWorkbook(got: Statistics, paper: StatisticsPaper): Promise<Uint8Array<ArrayBuffer>> {
  const tables = figureTables(paper.language, paper.names, got)
  return writeBook([...tables.map((table) => sheetOf(table, paper.language)), aboutSheet(got, tables, paper)])
}
