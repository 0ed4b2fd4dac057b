/** Ranges, weights, and where a fine stands among similar cases. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benchmarkSchema, concerns, type Benchmark, type BenchmarkRange } from '../../../src/shared/discretion/benchmark.ts'
import { inYuan, placeInRange, withinRange } from '../../../src/shared/discretion/range-check.ts'
import { AMOUNT_BANDS, bandOf, compareFines, FEWEST_FOR_COMPARISON, quantile, type FinedCase } from '../../../src/shared/discretion/similar-cases.ts'
import { weighedAmount } from '../../../src/shared/discretion/weighed-amount.ts'
import { caseIdSchema, isoDate } from '../../../src/shared/values/values.ts'

const range = (low: number | null, high: number | null, unit: BenchmarkRange['unit'] = 'yuan'): BenchmarkRange => ({ low, high, unit, of: '' })

describe('a range', () => {
  it.each([
    [range(20_000, 50_000), null, { low: 20_000, high: 50_000 }],
    [range(1, 3, 'multiple'), 8_000, { low: 8_000, high: 24_000 }],
    [range(10, 20, 'percent'), 50_000, { low: 5_000, high: 10_000 }],
    [range(null, 3, 'multiple'), 8_000, { low: null, high: 24_000 }],
    [range(1, 3, 'multiple'), null, null],
  ])('%j on a base of %j is %j', (given, base, expected) => {
    expect(inYuan(given, base)).toEqual(expected)
  })

  it('has both its ends inside, and nothing beyond them', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(2e6), (low, span, amount) => {
        const within = withinRange(amount, { low, high: low + span })
        expect(within).toBe(amount < low ? 'below' : amount > low + span ? 'above' : 'inside')
      }),
    )
    expect(withinRange(5, { low: 5, high: 5 })).toBe('inside')
    expect(withinRange(5, null)).toBe('unknown')
  })

  it('tells where in it an amount lies, and nothing where an end is open', () => {
    expect(placeInRange(320_000, { low: 200_000, high: 1_000_000 })).toBeCloseTo(0.15)
    expect(placeInRange(5, { low: null, high: 10 })).toBeNull()
    expect(placeInRange(5, { low: 5, high: 5 })).toBeNull()
  })
})

const cell = (id: string, weight: number) => ({ id, name: id, gradeId: null, weight })
const weighing: Benchmark = benchmarkSchema.parse({
  act: '无证排污',
  basis: { law: '排污许可管理条例', article: 33, paragraph: null, item: 1 },
  statutory: range(200_000, 1_000_000),
  factors: [
    { id: 'a', name: '类别', cells: [cell('a1', 2), cell('a2', 6)] },
    { id: 'b', name: '时间', cells: [cell('b1', 0), cell('b2', 9)] },
  ],
  grades: [],
  source: '试验',
  validFrom: null,
  validTo: null,
  verified: false,
})
const rowFor = (factorId: string, reviewerCell: string | null) => ({ factorId, fact: '', evidence: null, submittedCell: null, reviewerCell, reason: '' })

describe('weighed factors', () => {
  it('lead to low end + span × weights', () => {
    const rows = [rowFor('a', 'a2'), rowFor('b', 'b2')]
    expect(weighedAmount(weighing, { low: 200_000, high: 1_000_000 }, rows, 'reviewerCell')).toEqual({ weight: 15, amount: 320_000 })
  })

  it('lead nowhere while a factor is open', () => {
    expect(weighedAmount(weighing, { low: 200_000, high: 1_000_000 }, [rowFor('a', 'a2')], 'reviewerCell')).toBeNull()
    expect(weighedAmount(weighing, { low: null, high: 5 }, [rowFor('a', 'a2'), rowFor('b', 'b1')], 'reviewerCell')).toBeNull()
  })
})

describe('a benchmark', () => {
  const clause = { law: '排污许可管理条例', article: 33, paragraph: null, item: 1 }
  it.each([
    [clause, true],
    [{ ...clause, law: '中华人民共和国排污许可管理条例' }, true],
    [{ ...clause, item: null }, true],
    [{ ...clause, item: 2 }, false],
    [{ ...clause, article: 34 }, false],
    [{ ...clause, law: '水污染防治法' }, false],
  ])('concerns %j: %j', (citation, expected) => {
    expect(concerns(weighing, citation)).toBe(expected)
  })

  it('that neither grades nor weighs is refused, as is one whose cell speaks for a grade that is not there', () => {
    expect(benchmarkSchema.safeParse({ ...weighing, factors: [] }).success).toBe(false)
    const factors = [{ id: 'a', name: '类别', cells: [{ ...cell('a1', 2), gradeId: 'heavy' }] }]
    expect(benchmarkSchema.safeParse({ ...weighing, factors }).success).toBe(false)
  })
})

const fined = (fine: number, index: number): FinedCase => ({
  caseId: caseIdSchema.parse(`0196f0aa-0000-7000-8000-${String(index).padStart(12, '0')}`),
  title: `案件${index}`,
  receivedOn: isoDate('2026-03-02'),
  fine,
})

describe('similar cases', () => {
  it('every fine lies in one band, a larger one in no lower band', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e12, noNaN: true }), fc.double({ min: 0, max: 1e12, noNaN: true }), (fine, more) => {
        const band = bandOf(fine)
        expect(fine).toBeLessThanOrEqual(AMOUNT_BANDS[band] ?? Number.NaN)
        expect(fine).toBeGreaterThan(AMOUNT_BANDS[band - 1] ?? 0)
        expect(bandOf(fine + more)).toBeGreaterThanOrEqual(band)
      }),
    )
    expect([10_000, 10_000.01, 1_000_001].map(bandOf)).toEqual([0, 1, 5])
  })

  it('fewer than three give no comparison', () => {
    for (let count = 0; count < FEWEST_FOR_COMPARISON; count += 1) {
      const { quartiles, cases, rank } = compareFines(Array.from({ length: count }, (_, index) => fined(1000, index)), 5000)
      expect([quartiles, cases.length, rank]).toEqual([null, count, null])
    }
  })

  it('tell median, quartiles and rank', () => {
    const { quartiles, rank, unusual } = compareFines([10_000, 20_000, 30_000, 40_000].map(fined), 35_000)
    expect(quartiles).toEqual({ lowest: 10_000, lower: 17_500, median: 25_000, upper: 32_500, highest: 40_000 })
    expect(rank).toBe(0.75)
    expect(unusual).toBe(false)
    expect(compareFines([10_000, 11_000, 12_000, 13_000].map(fined), 90_000).unusual).toBe(true)
  })

  it('quantiles lie between the ends, rise with their share, and the order of cases does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e7), { minLength: 1, maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, part) => {
        const sorted = values.toSorted((one, other) => one - other)
        const value = quantile(sorted, part)
        expect(value).toBeGreaterThanOrEqual(sorted[0] ?? 0)
        expect(value).toBeLessThanOrEqual(sorted.at(-1) ?? 0)
        expect(compareFines(values.map(fined), 1).quartiles).toEqual(compareFines(values.toReversed().map(fined), 1).quartiles)
      }),
    )
  })
})
