/** The whole ledger of a hundred thousand cases as a workbook, in a process of its own. */
import { CASE_SORTS } from '../src/shared/cases/case.ts'
import { ANY_TRIGGER, EMPTY_CASE_FILTER, NEWEST_FIRST } from '../src/shared/cases/case-filter.ts'
import { EMPTY_LEDGER_FILTER } from '../src/shared/ledger/ledger-filter.ts'
import { makeWorkbook } from './workbook-process.ts'

await makeWorkbook(
  async (call) => {
    await call('cases.counts', {})
    // a station that has been open for a while has judged the triggers of its cases
    await call('cases.total', { filter: { ...EMPTY_CASE_FILTER, trigger: ANY_TRIGGER }, sort: NEWEST_FIRST })
    // and has as many pages of its store in memory as it ever keeps
    for (const year of [2022, 2024, 2026]) {
      await call('statistics.get', { query: { from: `${year - 1}-01-01`, to: `${year}-11-20`, unit: null, kind: null, reviewerId: null } })
    }
    for (const by of CASE_SORTS) await call('cases.total', { filter: EMPTY_CASE_FILTER, sort: { by, descending: true } })
    for (let offset = 0; offset < 100_000; offset += 2500) {
      await call('ledger.list', { filter: EMPTY_LEDGER_FILTER, descending: true, language: 'zh-CN', size: 100, offset })
    }
  },
  (call) => call('ledger.beginExport', { filter: EMPTY_LEDGER_FILTER, descending: false, language: 'zh-CN' }),
)
