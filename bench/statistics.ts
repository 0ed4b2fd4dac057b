/** The statistics of five years beside the five before: every issued review of a hundred thousand cases is counted once. */
import { annualReportOf } from '../src/main/annual-report/annual-view.ts'
import { openWorkstation } from '../src/main/core/workstation.ts'
import { statisticsOf } from '../src/main/statistics/handlers.ts'
import type { StatisticsQuery } from '../src/shared/statistics/contract.ts'
import { isoDate } from '../src/shared/values/values.ts'
import { timed, timesOf } from './measure.ts'
import { atMost, ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, stationWithManyCases } from './stations.ts'

const RUNS = 15
const GOAL = 300
const EVERYTHING = { unit: null, kind: null, reviewerId: null } as const

const QUERIES: readonly (readonly [what: string, query: StatisticsQuery])[] = [
  ['five years beside five years', { from: isoDate('2021-11-21'), to: isoDate('2026-11-20'), ...EVERYTHING }],
  ['the same, one kind of act', { from: isoDate('2021-11-21'), to: isoDate('2026-11-20'), ...EVERYTHING, kind: 'penalty' }],
  ['a year', { from: isoDate('2026-01-01'), to: isoDate('2026-11-20'), ...EVERYTHING }],
]

export const statistics: Subject = {
  name: 'statistics',
  title: '100,000 cases in an encrypted store, every table of the statistics in one answer',
  async run(say): Promise<SubjectReport> {
    const { folder, dataKey } = await stationWithManyCases(say)
    const workstation = await openWorkstation(folder, dataKey, { resourcesFolder, read: false, now: () => new Date(2026, 10, 21, 9) })
    try {
      const { reader, catalogue } = workstation.workbench
      const floor = timesOf(Array.from({ length: RUNS }, () => timed(() => void reader.all('SELECT tally FROM issued_reviews'))))
      const notes = [`${RUNS} runs each; ${reader.get<{ n: number }>('SELECT count(*) AS n FROM issued_reviews')?.n ?? 0} issued reviews.`]
      const findings = QUERIES.map(([what, query], at): Finding => {
        const first = timed(() => void statisticsOf({ reader, catalogue }, query))
        const times = timesOf(Array.from({ length: RUNS }, () => timed(() => void statisticsOf({ reader, catalogue }, query))))
        notes.push(`${what}: ${Math.round(first)} ms the first time.`)
        return at === 0
          ? { what: `${what}, p95`, measured: ms(times.p95), against: { what: 'reading one column of them', measured: ms(floor.median) }, goal: atMost(GOAL, times.p95) }
          : { what: `${what}, p95`, measured: ms(times.p95), goal: atMost(GOAL, times.p95) }
      })
      const annual = timesOf(Array.from({ length: RUNS }, () => timed(() => void annualReportOf(workstation.workbench, 2025))))
      notes.push(`The annual report of a year: ${Math.round(annual.p95)} ms, p95.`)
      return { findings, notes }
    } finally {
      workstation.close()
    }
  },
}
