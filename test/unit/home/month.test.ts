/** A month in weeks: every day once, every case once. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { daysIn, figuresOf, filtersOf, gridSpan, monthSpan, weeksOf, type Issue } from '../../../src/shared/home/month.ts'
import { isoDate, type CaseId, type IsoDate } from '../../../src/shared/values/values.ts'

const months = fc.record({ year: fc.integer({ min: 1950, max: 2098 }), month: fc.integer({ min: 1, max: 12 }) }).map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`)

describe('a month', () => {
  test('May 2026 begins on a Friday and has five weeks', () => {
    expect(gridSpan('2026-05')).toEqual({ from: '2026-04-27', to: '2026-05-31' })
    expect(weeksOf('2026-05')).toEqual([
      { from: '2026-05-01', to: '2026-05-03' },
      { from: '2026-05-04', to: '2026-05-10' },
      { from: '2026-05-11', to: '2026-05-17' },
      { from: '2026-05-18', to: '2026-05-24' },
      { from: '2026-05-25', to: '2026-05-31' },
    ])
  })

  test('February of a leap year has 29 days', () => {
    expect(monthSpan('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })

  test('is cut into weeks that hold each of its days once, in a grid of whole weeks', () => {
    fc.assert(
      fc.property(months, (month) => {
        expect(weeksOf(month).flatMap(daysIn)).toEqual(daysIn(monthSpan(month)))
        const grid = daysIn(gridSpan(month))
        expect(grid.length % 7).toBe(0)
        expect(new Date(`${grid[0]}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(grid).toEqual(expect.arrayContaining([...daysIn(monthSpan(month))]))
      }),
    )
  })
})

describe('the figures of a span', () => {
  const issue = (id: string, day: string, inTime: boolean): Issue => ({ caseId: id as CaseId, issuedOn: isoDate(day), inTime })
  const issues = [issue('a', '2026-05-04', true), issue('a', '2026-05-06', false), issue('b', '2026-05-06', true), issue('c', '2026-05-12', false)]
  const received = new Map([
    ['2026-05-04', 2],
    ['2026-05-10', 1],
    ['2026-05-11', 7],
  ])

  test('count a case once, however many opinions it had', () => {
    const span = { from: isoDate('2026-05-04'), to: isoDate('2026-05-10') }
    expect(figuresOf(span, received, issues)).toEqual({ ...span, received: 3, issued: 2, inTime: 2 })
  })

  test('of a month are those of its days', () => {
    expect(figuresOf(monthSpan('2026-05'), received, issues)).toMatchObject({ received: 10, issued: 3, inTime: 2 })
    expect(figuresOf(monthSpan('2026-06'), received, issues)).toMatchObject({ received: 0, issued: 0, inTime: 0 })
  })

  test('open the lists of the same days', () => {
    const span = { from: '2026-05-04' as IsoDate, to: shiftDays('2026-05-04' as IsoDate, 6) }
    expect(filtersOf(span, { states: [] })).toEqual({
      received: { states: [], receivedFrom: '2026-05-04', receivedTo: '2026-05-10' },
      issued: { states: [], issuedFrom: '2026-05-04', issuedTo: '2026-05-10' },
      inTime: { states: [], issuedFrom: '2026-05-04', issuedTo: '2026-05-10', inTime: true },
    })
  })
})
