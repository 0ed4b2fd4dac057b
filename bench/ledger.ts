/** The ledger of a hundred thousand cases: pages under every filter, the whole as a workbook, and twenty thousand rows taken in. */
import { rmSync } from 'node:fs'
import { openWorkstation, type Workstation } from '../src/main/core/workstation.ts'
import { writeSheet } from '../src/main/cases/sheet-file.ts'
import { ANY_TRIGGER, EMPTY_CASE_FILTER, NEWEST_FIRST } from '../src/shared/cases/case-filter.ts'
import { EMPTY_LEDGER_FILTER, type LedgerFilter } from '../src/shared/ledger/ledger-filter.ts'
import type { DryRun } from '../src/shared/ledger/contract.ts'
import { MOST_LEDGER_ROWS } from '../src/shared/ledger/sheet-rows.ts'
import { isoDate } from '../src/shared/values/values.ts'
import { callerOf, waits } from './caller.ts'
import { timedAsync, timesOf } from './measure.ts'
import { atMost, ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, scratchCopy, stationWithManyCases } from './stations.ts'
import { workbookFindings } from './workbook.ts'

const RUNS = 8
const NOW = () => new Date(2026, 10, 21, 9)

const FILTERS: readonly (readonly [what: string, filter: Partial<LedgerFilter>])[] = [
  ['everything', {}],
  ['a year', { from: isoDate('2025-01-01'), to: isoDate('2025-12-31') }],
  ['one kind of action', { actionKind: 'penalty' }],
  ['one unit', { unit: '法规科' }],
  ['without an opinion', { standing: 'open' }],
  ['opinion issued', { standing: 'issued' }],
  ['two words', { text: '排污' }],
]

/** A page at the beginning and one in the middle; something was written in between, so that no order is remembered. */
async function pages(workstation: Workstation): Promise<Finding[]> {
  const { call } = callerOf(workstation)
  await call('cases.total', { filter: { ...EMPTY_CASE_FILTER, trigger: ANY_TRIGGER }, sort: NEWEST_FIRST })
  const findings: Finding[] = []
  const kept: number[] = []
  for (const [what, filter] of FILTERS) {
    const times: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      workstation.workbench.withoutAudit('bench', (writer) => writer.run('UPDATE reading_control SET recognition_paused = recognition_paused'))
      const asked = { filter: { ...EMPTY_LEDGER_FILTER, ...filter }, descending: true, language: 'zh-CN', size: 100 }
      times.push(await timedAsync(() => call('ledger.list', { ...asked, offset: 0 })))
      kept.push(await timedAsync(() => call('ledger.list', { ...asked, offset: 500 })))
    }
    findings.push({ what: `page of 100 after a write, ${what}, p50`, measured: ms(timesOf(times).median) })
  }
  const scrolling = timesOf(kept)
  return [{ what: 'page of 100 while scrolling, p95', measured: ms(scrolling.p95), goal: atMost(100, scrolling.p95) }, ...findings]
}

function oldLedger(): Promise<Uint8Array> {
  const titles = ['序号', '收到日期', '送审单位', '案号', '案件名称', '当事人', '金额', '审核人', '备注']
  const rows = Array.from({ length: MOST_LEDGER_ROWS }, (_, at) => [
    at + 1, '2015.3.1', '执法一大队', `旧环立〔2015〕${at}号`, `岚清市第${at}家建材有限公司未取得排污许可证排放污染物案`, `岚清市第${at}家建材有限公司`, 10_000 + at, '顾盼', '',
  ])
  return writeSheet('台账', titles.map((title) => ({ title, width: 12, format: 'text' as const })), [rows], rows.length)
}

async function taken(workstation: Workstation): Promise<Finding[]> {
  const { call, stage } = callerOf(workstation)
  const stagedId = await stage('旧台账.xlsx', await oldLedger())
  const ask = (): Promise<unknown> => call('ledger.pastImports', {})
  const read = await waits(ask, () => call('ledger.readWorkbook', { stagedId, name: '旧台账.xlsx' }))
  const mapping = ['serial', 'received', 'unit', 'caseNumber', 'title', 'party', 'amount', 'reviewer', 'remark']
  const reading = { stagedId, sheet: 0, headerRow: 1, mapping }
  let dry: DryRun | undefined
  const tried = await waits(ask, async () => (dry = (await call('ledger.dryRun', reading)) as DryRun))
  const imported = await waits(ask, () => call('ledger.import', { reading, expected: dry?.counts }))
  return [
    { what: `reading a ledger of ${MOST_LEDGER_ROWS} rows`, measured: ms(read.total) },
    { what: 'its dry run beside 100,000 cases', measured: ms(tried.total) },
    { what: 'taking it in, one transaction', measured: ms(imported.total) },
    ...([['reading', read], ['the dry run', tried], ['taking in', imported]] as const).map(([what, { longest }]): Finding => ({ what: `longest that another question waits during ${what}`, measured: ms(longest) })),
  ]
}

export const ledger: Subject = {
  name: 'ledger',
  title: '100,000 cases in an encrypted store, the ledger over them',
  async run(say): Promise<SubjectReport> {
    const { folder, dataKey } = await stationWithManyCases(say)
    const findings: Finding[] = await workbookFindings('ledger-export.ts', { folder, dataKey }, 'ledger rows, 25 columns')
    // taken in on a copy: the station is kept for other benchmarks
    const copy = scratchCopy(folder)
    const workstation = await openWorkstation(copy, dataKey, { resourcesFolder, read: false, sweep: false, now: NOW })
    try {
      findings.push(...(await pages(workstation)), ...(await taken(workstation)))
    } finally {
      workstation.close()
      rmSync(copy, { recursive: true, force: true })
    }
    return { findings, notes: [`${RUNS} runs of each page.`] }
  },
}
