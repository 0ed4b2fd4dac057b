/** The statistics of a station of before there were any, against the same figures counted the plain way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { statisticsOf } from '../../../src/main/statistics/handlers.ts'
import type { OpenDatabase } from '../../../src/main/store/database.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { SEVERITIES } from '../../../src/shared/catalogue/vocabulary.ts'
import { makeCalendar, type StatutoryCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { workingDaysBetween } from '../../../src/shared/deadlines/periods.ts'
import type { StatisticsQuery } from '../../../src/shared/statistics/contract.ts'
import { yearBefore } from '../../../src/shared/statistics/figures.ts'
import { isoDate, type IsoDate } from '../../../src/shared/values/values.ts'
import { RESOURCES } from '../../support/test-station.ts'
import { caseId, history, oldStore, OUTCOMES, person, QUESTIONS, type Made } from '../../support/reviewed-history.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'

const made = history()
let store: OpenDatabase
let catalogue: ReturnType<typeof loadCatalogue>
let calendar: StatutoryCalendar
beforeAll(() => {
  catalogue = loadCatalogue(`${RESOURCES}/catalogue`)
  calendar = makeCalendar(catalogue.holidays, catalogue.statutoryHolidays)
  const { folder, key } = oldStore(made)
  store = openStore(folder, key)
  store.transaction('test', (writer) => {
    made.forEach(({ later }, index) =>
      later.forEach(({ on, heading, takenBack }, n) => {
        const id = `${index}/${n}`
        writer.run(
          "INSERT INTO later_defects (id, case_id, round, source, found_on, heading, severity, description, recorded_by, recorded_at) VALUES (?, ?, 1, 'court', ?, ?, 'C', '问题', ?, '')",
          id, caseId(index), on, heading, person(1),
        )
        if (takenBack) writer.run("INSERT INTO later_defects_taken_back (defect_id, reason, taken_back_by, taken_back_at) VALUES (?, '误登', ?, '')", id, person(1))
      }),
    )
  })
})
afterAll(() => {
  store.close()
  removeTemporaryFolders()
})

/** Counted the plain way, from what was made and not from any table. */
function plain(reviews: readonly Made[]) {
  const days = reviews.map(({ acceptedOn, issuedOn }) => workingDaysBetween(calendar, acceptedOn, issuedOn).days).sort((one, other) => one - other)
  const defects = Array.from({ length: 24 }, (_, at) => {
    const [heading, severity] = [1 + Math.floor(at / 3), SEVERITIES[at % 3]]
    const questions = QUESTIONS.filter((one) => Number(one.id.charAt(0)) === heading && one.severity === severity).map(({ id }) => id)
    return reviews.reduce((sum, { wrong }) => sum + wrong.filter((id) => questions.includes(id)).length, 0)
  })
  return {
    reviews: reviews.length,
    inTime: reviews.filter(({ dueOn, issuedOn }) => dueOn !== null && issuedOn <= dueOn).length,
    withDueDay: reviews.filter(({ dueOn }) => dueOn !== null).length,
    returned: reviews.filter(({ returns }) => returns > 0).length,
    agreed: reviews.filter(({ type }) => type === 'T-OK').length,
    agreedAfterChanges: reviews.filter(({ type }) => type === 'T-COND').length,
    defects,
    workingDays: {
      known: days.length,
      sum: days.reduce((total, one) => total + one, 0),
      median: days.length === 0 ? null : ((days[(days.length - 1) >> 1] ?? 0) + (days[days.length >> 1] ?? 0)) / 2,
    },
  }
}

const EVERYTHING = { unit: null, kind: null, reviewerId: null } as const
const twoYears = { from: isoDate('2025-01-01'), to: isoDate('2026-12-31'), ...EVERYTHING }
const [unit, kind, reviewerId] = ['执法二大队', 'licence' as const, person(2)]
const queries: readonly [string, StatisticsQuery][] = [
  ['a year', { from: isoDate('2026-01-01'), to: isoDate('2026-12-31'), ...EVERYTHING }],
  ['a month and its edges', { from: isoDate('2025-12-31'), to: isoDate('2026-01-30'), ...EVERYTHING }],
  ['days within a month', { from: isoDate('2026-03-05'), to: isoDate('2026-03-24'), ...EVERYTHING }],
  ['one unit', { from: isoDate('2025-06-15'), to: isoDate('2026-06-14'), ...EVERYTHING, unit }],
  ['one kind of act', { ...twoYears, kind }],
  ['one reviewer', { ...twoYears, reviewerId }],
  ['one unit and one kind of act', { from: isoDate('2025-02-28'), to: isoDate('2026-11-20'), unit, kind: 'penalty', reviewerId: null }],
  ['one unit and one reviewer', { ...twoYears, unit, reviewerId }],
  ['one kind of act and one reviewer', { ...twoYears, kind, reviewerId }],
  ['one unit, one kind of act, one reviewer', { ...twoYears, unit, kind: 'penalty', reviewerId }],
  ['five years', { from: isoDate('2022-08-01'), to: isoDate('2027-07-31'), ...EVERYTHING }],
  ['ten years beside the ten before', { from: isoDate('2018-02-03'), to: isoDate('2028-02-29'), ...EVERYTHING }],
  ['a day on which nothing happened', { from: isoDate('2029-05-01'), to: isoDate('2029-05-01'), ...EVERYTHING }],
]

describe.each(queries)('%s', (_, query) => {
  const fits = (one: Made): boolean =>
    (query.unit === null || one.unit === query.unit) &&
    (query.kind === null || one.kinds.includes(query.kind)) &&
    (query.reviewerId === null || one.reviewer === query.reviewerId)
  const within = (from: IsoDate, to: IsoDate) => made.filter((one) => fits(one) && one.issuedOn >= from && one.issuedOn <= to)
  const period = within(query.from, query.to)
  const before = within(yearBefore(query.from), yearBefore(query.to))

  it('the whole period and the year before', () => {
    const { period: now, periodBefore } = statisticsOf({ reader: store.reader, catalogue }, query)
    expect(now).toMatchObject(plain(period))
    expect(periodBefore).toMatchObject(plain(before))
    for (const [got, from, to] of [[now, query.from, query.to], [periodBefore, yearBefore(query.from), yearBefore(query.to)]] as const) {
      const inside = (day: IsoDate): boolean => day >= from && day <= to
      expect(got.received).toBe(made.filter((one) => fits(one) && inside(one.receivedOn)).length)
      expect(got.decided).toBe(made.filter(fits).flatMap(({ decisions }) => decisions).filter(({ on, irregular }) => !irregular && inside(on)).length)
      expect(got.red).toBe(made.filter((one) => fits(one) && one.decisions.some(({ on, red }) => red && inside(on))).length)
    }
  })

  // counted from what was made, whether or not the review itself lies in the period
  const outcomes = (among: readonly Made[], from: IsoDate, to: IsoDate) => {
    const inside = (day: IsoDate | undefined | null): boolean => day !== undefined && day !== null && day >= from && day <= to
    const answers = among.filter(({ answered }) => inside(answered?.on)).flatMap(({ answered }) => answered?.answers ?? [])
    const of = (answer: string): number => answers.filter((one) => one === answer).length
    return {
      answered: answers.length,
      adopted: of('adopted'),
      partly: of('partly'),
      notAdopted: of('notAdopted'),
      transferred: among.filter(({ deliveredOn }) => inside(deliveredOn)).length,
      escaped: among.filter(({ later }) => later.some(({ on, takenBack }) => !takenBack && inside(on))).length,
    }
  }

  it('what became of the cases: adopted, transferred, missed', () => {
    const got = statisticsOf({ reader: store.reader, catalogue }, query)
    const fitting = made.filter(fits)
    expect(got.period).toMatchObject(outcomes(fitting, query.from, query.to))
    expect(got.periodBefore).toMatchObject(outcomes(fitting, yearBefore(query.from), yearBefore(query.to)))
    const groups = [
      ...got.byUnit.map((group) => [group, fitting.filter(({ unit: own }) => own === group.key)] as const),
      ...got.byKind.map((group) => [group, fitting.filter(({ kinds }) => kinds.includes(group.key))] as const),
      ...got.byReviewer.map((group) => [group, fitting.filter(({ reviewer }) => reviewer === group.key)] as const),
    ]
    for (const [{ key, outcomes: own, outcomesBefore }, among] of groups) {
      expect(own, key).toEqual(outcomes(among, query.from, query.to))
      expect(outcomesBefore, key).toEqual(outcomes(among, yearBefore(query.from), yearBefore(query.to)))
    }
    for (const [found, from, to] of [[got.foundLater, query.from, query.to], [got.foundLaterBefore, yearBefore(query.from), yearBefore(query.to)]] as const) {
      const later = fitting.flatMap((one) => one.later).filter(({ on, takenBack }) => !takenBack && on >= from && on <= to)
      expect(found).toEqual(Array.from({ length: 8 }, (_, at) => later.filter(({ heading }) => heading === at + 1).length))
    }
  })

  it('what became of findings, by rule, beside the year before', () => {
    const of = (rule: string, from: IsoDate, to: IsoDate) => made.flatMap(({ findings }) => findings).filter((one) => one.rule === rule && one.on >= from && one.on <= to)
    const rules = [...new Set(made.flatMap(({ findings }) => findings).filter(({ on }) => on >= query.from && on <= query.to).map(({ rule }) => rule))]
    const got = statisticsOf({ reader: store.reader, catalogue }, query).rules
    expect(got.map(({ ruleId }) => ruleId).toSorted()).toEqual(rules.toSorted())
    for (const { ruleId, before: earlier, ...counts } of got) {
      for (const [judged, own] of [[counts, of(ruleId, query.from, query.to)], [earlier, of(ruleId, yearBefore(query.from), yearBefore(query.to))]] as const) {
        expect(judged).toEqual(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, own.filter((one) => one.outcome === outcome).length])))
      }
    }
  })

  it('each way of dividing it', () => {
    const got = statisticsOf({ reader: store.reader, catalogue }, query)
    const divided = <Key extends string>(keysOf: (one: Made) => readonly Key[]) => {
      const keys = new Set([...period, ...before].flatMap(keysOf))
      return new Map([...keys].map((key) => [key, [plain(period.filter((one) => keysOf(one).includes(key))), plain(before.filter((one) => keysOf(one).includes(key)))]]))
    }
    const asMap = (groups: readonly { key: string; figures: object; before: object }[]) => new Map(groups.map(({ key, figures, before: earlier }) => [key, [figures, earlier]]))
    expect(asMap(got.byUnit)).toEqual(divided((one) => [one.unit]))
    expect(asMap(got.byKind)).toEqual(divided((one) => one.kinds))
    expect(asMap(got.byReviewer)).toEqual(divided((one) => [one.reviewer]))
    const months = new Map(got.byMonth.map(({ key, figures }) => [key, figures.reviews]))
    for (const [key, count] of months) expect(count).toBe(period.filter(({ issuedOn }) => issuedOn.startsWith(key)).length)
    expect([...months.values()].reduce((sum, count) => sum + count, 0)).toBe(period.length)
    expect(got.byType.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(period.length)
  })
})

it('says which years rest on an arrangement that is not published', () => {
  const years = (from: string, to: string) =>
    statisticsOf({ reader: store.reader, catalogue }, { from: isoDate(from), to: isoDate(to), unit: null, kind: null, reviewerId: null }).provisionalYears
  expect(years('2026-01-01', '2026-12-20').filter((year) => year >= 2025)).toEqual([])
  expect(years('2027-01-01', '2027-12-31')).toContain(2027)
})

it('counts what is issued or answered at once, in a month that was asked for before', () => {
  const query: StatisticsQuery = { from: isoDate('2025-01-01'), to: isoDate('2026-12-31'), unit: null, kind: null, reviewerId: null }
  const ask = () => statisticsOf({ reader: store.reader, catalogue }, query).period
  const before = ask()
  const index = made.findIndex(({ issuedOn, dueOn }) => issuedOn.startsWith('2025-06') && dueOn !== null)
  const one = made[index]
  if (one === undefined) throw new Error('nothing was issued in June')
  store.transaction('test', (writer) => {
    writer.run(
      `INSERT INTO issued_reviews (issued_on, case_id, round, accepted_on, due_on, unit, reviewer_id, type, kinds, returns, tally)
       SELECT issued_on, case_id, 2, accepted_on, issued_on, unit, reviewer_id, 'T-OK', kinds, 0, tally FROM issued_reviews WHERE case_id = ? AND round = 1`,
      caseId(index),
    )
    writer.run("INSERT INTO feedbacks (case_id, round, outcome, answered_by, answered_on, reason, recorded_by, recorded_at) VALUES (?, 2, 'adopted', '', '2025-07-03', '', ?, '')", caseId(index), person(1))
    for (const number of [1, 2]) writer.run("INSERT INTO problem_answers (case_id, round, number, answer, reason) VALUES (?, 2, ?, 'adopted', '')", caseId(index), number)
  })
  const after = ask()
  expect([after.reviews - before.reviews, after.inTime - before.inTime, after.agreed - before.agreed, after.adopted - before.adopted]).toEqual([1, 1, 1, 2])
})
