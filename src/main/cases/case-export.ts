/** The list of cases as a workbook (案件列表导出). */
import { CASE_COLUMN_LABELS, type CaseColumn } from '../../shared/cases/case-columns.ts'
import type { CaseRow } from '../../shared/cases/case.ts'
import type { CaseSelection } from '../../shared/cases/contract.ts'
import { CASE_STATE_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { ACTION_KIND_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import { civilMomentOf } from '../../shared/deadlines/civil-time.ts'
import type { IsoDate, Language } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'
import { rowsInOrder } from './case-list.ts'
import type { Cell, SheetColumn } from './sheet-file.ts'
import { startWorkbook } from './workbook-job.ts'

const WIDTHS: Record<CaseColumn, number> = {
  title: 46, party: 26, unit: 24, state: 14, round: 7, received: 12, due: 12, reviewer: 10, amount: 16, number: 24, caseNumber: 24, fileNumber: 24, kinds: 20, updated: 18,
}
const FORMATS: Partial<Record<CaseColumn, SheetColumn['format']>> = { round: 'number', received: 'day', due: 'day', amount: 'amount' }

interface Wanted {
  readonly rowids: Uint32Array
  readonly selection: CaseSelection
  readonly columns: readonly CaseColumn[]
  readonly language: Language
}

const day = (value: IsoDate | null): Cell => (value === null ? null : { day: value })

/** What stands in a cell; labels in the language of who exports. */
export function caseCell(row: CaseRow, column: CaseColumn, language: Language): Cell {
  switch (column) {
    case 'title': return row.title
    case 'party': return row.partyName
    case 'unit': return row.submittingUnit
    case 'state': return CASE_STATE_LABELS[row.state][language]
    case 'round': return row.round
    case 'received': return day(row.receivedOn)
    case 'due': return day(row.dueOn)
    case 'reviewer': return row.reviewerName
    case 'amount': return row.amount
    case 'number': return row.opinionNumber
    case 'caseNumber': return row.caseNumber
    case 'fileNumber': return row.fileNumber
    case 'kinds': return row.actionKinds.map((kind) => ACTION_KIND_LABELS[kind][language]).join(language === 'zh-CN' ? '、' : ', ')
    case 'updated': return civilMomentOf(row.updatedAt)
  }
}

/** Begins; the connection's earlier workbook gives way. */
export function startExport(context: CallContext, { rowids, selection, columns, language }: Wanted): string {
  return startWorkbook(context, {
    name: `${language === 'zh-CN' ? '案件台账' : 'Cases'} ${context.today()}.xlsx`,
    sheetName: language === 'zh-CN' ? '案件' : 'Cases',
    columns: columns.map((column): SheetColumn => ({ title: CASE_COLUMN_LABELS[column][language], width: WIDTHS[column], format: FORMATS[column] ?? 'text' })),
    ids: rowids,
    rowsOf: (ids) => rowsInOrder(context.reader, ids).map((row) => columns.map((column) => caseCell(row, column, language))),
    recorded: () => {
      const content = { filter: selection.filter, columns, count: rowids.length, chosen: selection.only !== null }
      context.act({ act: 'cases.export', subject: 'cases', content }, () => undefined)
    },
  })
}
