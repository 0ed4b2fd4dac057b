/** The whole ledger of a hundred thousand cases as a workbook, in a process of its own. */
import { ANY_TRIGGER, EMPTY_CASE_FILTER, NEWEST_FIRST } from '../src/shared/cases/case-filter.ts'
import { EMPTY_LEDGER_FILTER } from '../src/shared/ledger/ledger-filter.ts'
import { makeWorkbook } from './workbook-process.ts'

await makeWorkbook(
  async (call) => {
    await call('cases.counts', {})
    // a station that has been open for a while has judged the triggers of its cases
    await call('cases.total', { filter: { ...EMPTY_CASE_FILTER, trigger: ANY_TRIGGER }, sort: NEWEST_FIRST })
  },
  (call) => call('ledger.beginExport', { filter: EMPTY_LEDGER_FILTER, descending: false, language: 'zh-CN' }),
)
