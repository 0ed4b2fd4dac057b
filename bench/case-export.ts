/** The whole list of a hundred thousand cases as a workbook, in a process of its own. */
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../src/shared/cases/case-filter.ts'
import { CASE_COLUMNS } from '../src/shared/cases/case-columns.ts'
import { makeWorkbook } from './workbook-process.ts'

await makeWorkbook(
  (call) => call('cases.counts', {}),
  (call) => call('cases.beginExport', { selection: { filter: EMPTY_CASE_FILTER, sort: NEWEST_FIRST, only: null, except: [] }, columns: CASE_COLUMNS, language: 'zh-CN' }),
)
