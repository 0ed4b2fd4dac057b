/** The ledger as a workbook (台账导出): what is filtered, every column, in the order of the list. */
import type { LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import { LEDGER_COLUMNS, LEDGER_COLUMN_LABELS, LEDGER_FORMATS, type LedgerCell, type LedgerColumn, type LedgerRow } from '../../shared/ledger/ledger-columns.ts'
import { ledgerWords } from '../../shared/ledger/ledger-words.ts'
import type { Language } from '../../shared/values/values.ts'
import type { Cell, SheetColumn } from '../cases/sheet-file.ts'
import { startWorkbook } from '../cases/workbook-job.ts'
import type { CallContext } from '../core/handler.ts'
import { ledgerRows, namesOf } from './ledger-rows.ts'

const WIDTHS: Partial<Record<LedgerColumn, number>> = {
  round: 6, received: 12, due: 12, opinionDate: 14, title: 46, party: 26, unit: 22, caseNumber: 24, trigger: 30, amount: 16, extension: 24, decision: 34, remedy: 40, remark: 40,
}
const USUAL_WIDTH = 14

export interface WantedLedger {
  readonly ids: Uint32Array
  readonly filter: LedgerFilter
  readonly descending: boolean
  readonly language: Language
}

function sheetCell(column: LedgerColumn, cell: LedgerCell): Cell {
  return cell !== null && LEDGER_FORMATS[column] === 'day' ? { day: String(cell) } : cell
}

export function sheetRow({ cells }: Pick<LedgerRow, 'cells'>): Cell[] {
  return LEDGER_COLUMNS.map((column) => sheetCell(column, cells[column]))
}

export function startLedgerExport(context: CallContext, { ids, filter, descending, language }: WantedLedger): string {
  const names = namesOf(context.catalogue, language)
  const years = filter.from !== null && filter.to !== null && filter.from.slice(0, 4) === filter.to.slice(0, 4) ? ` ${filter.from.slice(0, 4)}` : ''
  return startWorkbook(context, {
    name: `${ledgerWords[language].workbook}${years} ${context.today()}.xlsx`,
    sheetName: ledgerWords[language].sheet,
    columns: LEDGER_COLUMNS.map(
      (column): SheetColumn => ({ title: LEDGER_COLUMN_LABELS[column][language], width: WIDTHS[column] ?? USUAL_WIDTH, format: LEDGER_FORMATS[column] ?? 'text' }),
    ),
    ids,
    rowsOf: (some) => ledgerRows(context.reader, some, names).map(sheetRow),
    recorded: () => void context.act({ act: 'ledger.export', subject: 'ledger', content: { filter, descending, count: ids.length } }, () => undefined),
  })
}
