/** Figures of reviews: sums, medians and shares, against the plain way of counting them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPINION_TYPE_CODES, SEVERITIES } from '../../../src/shared/catalogue/vocabulary.ts'
import { share, sumFigures, yearBefore, type CountedReview } from '../../../src/shared/statistics/figures.ts'
import { emptySums, headingOf, NO_DEFECTS, readDefects, tallyOf, type Defect } from '../../../src/shared/statistics/tally.ts'
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
        const pairs: number[] = []
        for (const one of reviews) readDefects(tallyOf(one), 0, pairs)
        const sums = emptySums()
        for (let at = 0; at < pairs.length; at += 2) sums[pairs[at] ?? 0] = (sums[pairs[at] ?? 0] ?? 0) + (pairs[at + 1] ?? 0)
        const plain = emptySums()
        for (const one of reviews.flat()) plain[placeOf(one)] = (plain[placeOf(one)] ?? 0) + 1
        expect(sums).toEqual(plain)
      }),
    )
  })

  it('is read from the middle of a text', () => {
    const pairs: number[] = []
    readDefects(`17,${tallyOf([{ heading: 2, severity: 'C' }])};9`, 3, pairs)
    expect(pairs).toEqual([4, 1])
  })

  it('tells the heading of a question', () => expect([headingOf('3.12'), headingOf('8.1')]).toEqual([3, 8]))
})

const review = fc.record({
  inTime: fc.option(fc.boolean()),
  workingDays: fc.option(fc.nat(30)),
  returned: fc.boolean(),
  type: fc.constantFrom(...OPINION_TYPE_CODES),
  found: defects,
})

function counted({ found, ...one }: { found: Defect[] } & Omit<CountedReview, 'defects' | 'from' | 'to'>): CountedReview {
  // another review's stand before and after
  const pairs = [0, 7]
  readDefects(tallyOf(found), 0, pairs)
  return { ...one, defects: [...pairs, 1, 9], from: 2, to: pairs.length }
}

describe('figures of many reviews', () => {
  it('are those of counting one by one', () => {
    fc.assert(
      fc.property(fc.array(review, { maxLength: 60 }), (reviews) => {
        const [sum, other] = [sumFigures(), sumFigures()]
        // counted in two parts that are joined
        reviews.forEach((one, at) => (at % 2 === 0 ? sum : other).count(counted(one)))
        sum.join(other)
        const days = reviews.flatMap(({ workingDays }) => (workingDays === null ? [] : [workingDays])).sort((one, other) => one - other)
        const middle = days.length === 0 ? null : ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.floor(days.length / 2)] ?? 0)) / 2
        expect(sum.figures()).toMatchObject({
          reviews: reviews.length,
          withDueDay: reviews.filter(({ inTime }) => inTime !== null).length,
          inTime: reviews.filter(({ inTime }) => inTime === true).length,
          returned: reviews.filter(({ returned }) => returned).length,
          agreed: reviews.filter(({ type }) => type === 'T-OK').length,
          agreedAfterChanges: reviews.filter(({ type }) => type === 'T-COND').length,
          defects: emptySums().map((_, place) => reviews.flatMap(({ found }) => found).filter((one) => placeOf(one) === place).length),
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
