/** Figures of reviews: sums, medians and shares, against the plain way of counting them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPINION_TYPE_CODES, SEVERITIES } from '../../../src/shared/catalogue/vocabulary.ts'
import { share, sumFigures, yearBefore, type CountedReview } from '../../../src/shared/statistics/figures.ts'
import { addTally, emptySums, headingOf, NO_DEFECTS, tallyOf, type Defect } from '../../../src/shared/statistics/tally.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const defect = fc.record({ heading: fc.integer({ min: 1, max: 8 }), severity: fc.constantFrom(...SEVERITIES) })
const defects: fc.Arbitrary<Defect[]> = fc.array(defect, { maxLength: 40 })
const placeOf = ({ heading, severity }: Defect): number => (heading - 1) * 3 + SEVERITIES.indexOf(severity)

describe('the tally of a review', () => {
  it('is empty where nothing was found', () => {
    expect(tallyOf([])).toBe(NO_DEFECTS)
    expect(NO_DEFECTS).toHaveLength(24)
  })

  it('keeps every defect at its heading and severity', () => {
    fc.assert(
      fc.property(fc.array(defects, { maxLength: 20 }), (reviews) => {
        const sums = emptySums()
        for (const one of reviews) addTally(sums, tallyOf(one))
        const plain = emptySums()
        for (const one of reviews.flat()) plain[placeOf(one)] = (plain[placeOf(one)] ?? 0) + 1
        expect(sums).toEqual(plain)
      }),
    )
  })

  it('tells the heading of a question', () => expect([headingOf('3.12'), headingOf('8.1')]).toEqual([3, 8]))
})

const day = fc.integer({ min: 0, max: 700 }).map((plus) => isoDate(new Date(Date.UTC(2025, 0, 1 + plus)).toISOString().slice(0, 10)))
const review: fc.Arbitrary<CountedReview> = fc.record({
  issuedOn: day,
  dueOn: fc.option(day),
  workingDays: fc.option(fc.nat(30)),
  returns: fc.nat(3),
  type: fc.constantFrom(...OPINION_TYPE_CODES),
  tally: defects.map(tallyOf),
})

describe('figures of many reviews', () => {
  it('are those of counting one by one', () => {
    fc.assert(
      fc.property(fc.array(review, { maxLength: 60 }), (reviews) => {
        const sum = sumFigures()
        for (const one of reviews) sum.add(one)
        const days = reviews.flatMap(({ workingDays }) => (workingDays === null ? [] : [workingDays])).sort((one, other) => one - other)
        const middle = days.length === 0 ? null : ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.floor(days.length / 2)] ?? 0)) / 2
        expect(sum.figures()).toMatchObject({
          reviews: reviews.length,
          withDueDay: reviews.filter(({ dueOn }) => dueOn !== null).length,
          inTime: reviews.filter(({ dueOn, issuedOn }) => dueOn !== null && issuedOn <= dueOn).length,
          returned: reviews.filter(({ returns }) => returns > 0).length,
          agreed: reviews.filter(({ type }) => type === 'T-OK').length,
          agreedAfterChanges: reviews.filter(({ type }) => type === 'T-COND').length,
          workingDays: { known: days.length, sum: days.reduce((total, one) => total + one, 0), median: middle },
        })
      }),
    )
  })

  it('have no share of nothing', () => expect([share(0, 0), share(1, 4)]).toEqual([null, 0.25]))
})

it.each([
  ['2026-03-01', '2025-03-01'],
  ['2024-02-29', '2023-02-28'],
  ['2025-02-28', '2024-02-28'],
  ['2026-12-31', '2025-12-31'],
])('the year before %s is %s', (from, expected) => expect(yearBefore(isoDate(from))).toBe(expected))
