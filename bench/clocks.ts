/** The clocks of a hundred thousand cases: counted, shown on the board, and counted anew after a notice of days off. */
import { rmSync } from 'node:fs'
import type { MethodOutput } from '../src/shared/contract/contract.ts'
import type { BoardFilter } from '../src/shared/deadlines/contract.ts'
import { openWorkstation, type Workstation } from '../src/main/core/workstation.ts'
import { countAllStale, staleCases } from '../src/main/deadlines/due-index.ts'
import { callerOf, waits, type Call, type Waits } from './caller.ts'
import { timedAsync, timesOf } from './measure.ts'
import { atMost, ms, type Finding, type Say, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, scratchCopy, stationWithManyCases } from './stations.ts'

const RUNS = 15
const GOAL = 100
/** Nobody should wait longer for an answer while clocks are counted, in milliseconds. */
const LONGEST_WAIT = 200
/** The day after the newest case came in. */
const NOW = (): Date => new Date('2026-11-21T01:00:00.000Z')
const EVERYTHING: BoardFilter = { light: null, subject: null, desk: null, personId: null }

/** Invented, as the notice of 2027 is not out; every clock that reaches into December or beyond is looked at. */
const NOTICE = {
  year: 2027,
  number: '国办发明电〔2026〕99号（测试）',
  publishedOn: '2026-11-10',
  off: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-04' },
    { name: '春节', from: '2027-02-05', to: '2027-02-15' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  workingWeekends: ['2027-01-16', '2027-01-23', '2027-01-30', '2027-02-20', '2027-02-27', '2027-05-08', '2027-09-26'],
}

const longest = (what: string, { longest: time }: Waits): Finding => ({
  what: `longest that another question waits ${what}`,
  measured: ms(time),
  goal: atMost(LONGEST_WAIT, time),
})

async function board(workstation: Workstation, call: Call): Promise<{ readonly findings: Finding[]; readonly note: string }> {
  let shown: MethodOutput<'deadlines.board'> | undefined
  const ask = (filter: BoardFilter, offset = 0) => async (): Promise<void> => {
    shown = (await call('deadlines.board', { filter, offset })) as MethodOutput<'deadlines.board'>
    if (shown.rows.length === 0) throw new Error('the board is empty')
  }
  const several = async (work: () => Promise<void>): Promise<number> => {
    const times: number[] = []
    for (let run = 0; run < RUNS; run += 1) times.push(await timedAsync(work))
    return timesOf(times).p95
  }
  const first = await timedAsync(ask(EVERYTHING))
  const again = await several(ask(EVERYTHING))
  const { total = 0, cases = 0, rows = [] } = shown ?? {}
  const filtered = await several(ask({ ...EVERYTHING, light: 'red', subject: rows[0]?.clock.subject ?? null }))
  const deep = await several(ask(EVERYTHING, Math.max(0, total - 100)))
  const changed = rows[0]?.caseId ?? null
  const afterAct = await several(async () => {
    workstation.workbench.withoutAudit('bench', (writer) => writer.run('INSERT OR IGNORE INTO clock_stale (case_id) VALUES (?)', changed))
    await ask(EVERYTHING)()
  })
  const finding = (what: string, time: number): Finding => ({ what, measured: ms(time), goal: atMost(GOAL, time) })
  return {
    findings: [
      finding('board, first after counting', first),
      finding('board, p95', again),
      finding('board, red of one kind, p95', filtered),
      finding('board, its last page, p95', deep),
      finding('board after an act on a case, p95', afterAct),
    ],
    note: `${total} clocks of ${cases} cases are red or amber; ${RUNS} runs each.`,
  }
}

async function measured(workstation: Workstation, say: Say): Promise<SubjectReport> {
  const { workbench } = workstation
  const { call } = callerOf(workstation)
  const ask = (): Promise<unknown> => call('ledger.pastImports', {})
  const waiting = staleCases(workbench)
  say(`${waiting} cases to count`)
  const counting = await waits(ask, () => countAllStale(workbench))
  const dues = workbench.reader.get<{ n: number; cases: number }>('SELECT count(*) AS n, count(DISTINCT case_id) AS cases FROM clock_dues')
  say(`${dues?.n ?? 0} open clocks of ${dues?.cases ?? 0} cases`)
  const { findings, note } = await board(workstation, call)
  let effect: MethodOutput<'deadlines.saveNotice'> | undefined
  const tried = await waits(ask, () => call('deadlines.checkNotice', { notice: NOTICE }))
  say('tried a notice')
  const saved = await waits(ask, async () => (effect = (await call('deadlines.saveNotice', { notice: NOTICE, expectedSeq: 0, despite: '' })) as typeof effect))
  return {
    findings: [
      ...findings,
      { what: `${waiting} cases counted once, as after an update`, measured: ms(counting.total) },
      longest('meanwhile', counting),
      { what: 'what a notice of days off would move', measured: ms(tried.total) },
      longest('meanwhile', tried),
      { what: 'the notice kept, with every clock that it moves', measured: ms(saved.total) },
      longest('meanwhile', saved),
    ],
    notes: [note, `${dues?.n ?? 0} open clocks of ${dues?.cases ?? 0} cases; the notice looks at ${effect?.looked ?? 0} of them and moves ${effect?.movedCount ?? 0}.`],
  }
}

export const clocks: Subject = {
  name: 'clocks',
  title: '100,000 cases in an encrypted store, every clock that is over or near, by how much and whose',
  async run(say): Promise<SubjectReport> {
    const { folder, dataKey } = await stationWithManyCases(say)
    // counted and moved on a copy: the station is kept for other benchmarks
    const copy = scratchCopy(folder)
    const workstation = await openWorkstation(copy, dataKey, { resourcesFolder, read: false, now: NOW })
    try {
      return await measured(workstation, say)
    } finally {
      workstation.close()
      rmSync(copy, { recursive: true, force: true })
    }
  },
}
