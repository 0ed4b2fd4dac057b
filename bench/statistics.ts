/** The statistics of many years beside the years before, narrowed in every way, and the annual report, over a hundred thousand cases. */
import { annualReportOf } from '../src/main/annual-report/annual-view.ts'
import { openWorkstation } from '../src/main/core/workstation.ts'
import { statisticsOf } from '../src/main/statistics/handlers.ts'
import type { StatisticsQuery } from '../src/shared/statistics/contract.ts'
import { isoDate, type PersonId } from '../src/shared/values/values.ts'
import { timed, timesOf } from './measure.ts'
import { atMost, ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, stationWithManyCases } from './stations.ts'

const RUNS = 15
const GOAL = 300
const EVERYTHING = { unit: null, kind: null, reviewerId: null } as const
const TO = isoDate('2026-11-20')
const YEAR = { from: isoDate('2026-01-01'), to: TO, ...EVERYTHING }
const FIVE_YEARS = { from: isoDate('2021-11-21'), to: TO, ...EVERYTHING }
/** Longer than the screen asks for: every case there is. */
const ALL_YEARS = { from: isoDate('2016-01-01'), to: TO, ...EVERYTHING }
const UNIT = '执法支队一大队'

function queries(reviewerId: PersonId): readonly (readonly [what: string, query: StatisticsQuery])[] {
  return [
    ['five years beside five years', FIVE_YEARS],
    ['the same, one unit', { ...FIVE_YEARS, unit: UNIT }],
    ['the same, one kind of act', { ...FIVE_YEARS, kind: 'penalty' }],
    ['the same, one reviewer', { ...FIVE_YEARS, reviewerId }],
    ['the same, one of each', { ...FIVE_YEARS, unit: UNIT, kind: 'penalty', reviewerId }],
    ['eleven years, every case', ALL_YEARS],
    ['eleven years, one kind of act', { ...ALL_YEARS, kind: 'penalty' }],
    ['a year', YEAR],
    ['a year, one reviewer', { ...YEAR, reviewerId }],
  ]
}

export const statistics: Subject = {
  name: 'statistics',
  title: '100,000 cases in an encrypted store, every table of the statistics in one answer',
  async run(say): Promise<SubjectReport> {
    const { folder, dataKey } = await stationWithManyCases(say)
    const workstation = await openWorkstation(folder, dataKey, { resourcesFolder, read: false, now: () => new Date(2026, 10, 21, 9) })
    try {
      const { reader, catalogue } = workstation.workbench
      const reviewerId = reader.get<{ id: PersonId }>('SELECT reviewer_id AS id FROM issued_reviews GROUP BY 1 ORDER BY count(*) DESC LIMIT 1')?.id
      if (reviewerId === undefined) throw new Error('nothing was reviewed')
      const floor = timesOf(Array.from({ length: RUNS }, () => timed(() => void reader.all('SELECT tally FROM issued_reviews'))))
      const notes = [`${RUNS} runs each; ${reader.get<{ n: number }>('SELECT count(*) AS n FROM issued_reviews')?.n ?? 0} issued reviews.`]
      const findings = queries(reviewerId).map(([what, query], at): Finding => {
        const first = timed(() => void statisticsOf({ reader, catalogue }, query))
        const times = timesOf(Array.from({ length: RUNS }, () => timed(() => void statisticsOf({ reader, catalogue }, query))))
        notes.push(`${what}: ${Math.round(first)} ms the first time.`)
        return at === 0
          ? { what: `${what}, p95`, measured: ms(times.p95), against: { what: 'reading one column of them', measured: ms(floor.median) }, goal: atMost(GOAL, times.p95) }
          : { what: `${what}, p95`, measured: ms(times.p95), goal: atMost(GOAL, times.p95) }
      })
      const annual = timesOf(Array.from({ length: RUNS }, () => timed(() => void annualReportOf(workstation.workbench, 2025))))
      return { findings: [...findings, { what: 'the annual report of a year, p95', measured: ms(annual.p95), goal: atMost(GOAL, annual.p95) }], notes }
    } finally {
      workstation.close()
    }
  },
}
