import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import {
  addHours,
  daysBetween,
  fromDayNumber,
  shiftDays,
  shiftMonths,
  toDayNumber,
} from '../../../src/shared/deadlines/day-arithmetic.ts'
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  addYears,
  deadlineOf,
  workingDayBefore,
  workingDaysBetween,
  workingDaysInYear,
  type Period,
} from '../../../src/shared/deadlines/periods.ts'
import { basisOf, daysOf, type Regime } from '../../../src/shared/deadlines/regimes.ts'
import { isoDate, isoInstant, type IsoDate } from '../../../src/shared/values/values.ts'
import { NOTICES } from './notices.ts'

const calendar = makeCalendar(NOTICES)

describe('working days of a year', () => {
  it.each([[2024, 251], [2025, 248], [2026, 248]])('%i has %i', (year, days) => {
    expect(workingDaysInYear(calendar, year).days).toBe(days)
  })

  it('is provisional for a year without a notice', () => {
    expect(workingDaysInYear(calendar, 2025).provisional).toBe(false)
    expect(workingDaysInYear(calendar, 2027).provisional).toBe(true)
  })
})

describe('working days', () => {
  it.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-12', 7, '2026-02-28'], // a Saturday
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2025-09-26', 7, '2025-10-13'],
    ['2024-09-30', 5, '2024-10-12'],
    ['2026-04-30', 20, '2026-06-01'],
  ])('%s and %i working days end on %s', (start, n, due) => {
    expect(addWorkingDays(calendar, isoDate(start), n)).toMatchObject({
      due, advice: due, rolledFrom: null, provisional: false,
    })
  })

  it('does not take 2027-01-04 for granted from 2026-12-30', () => {
    // 12-31, then 01-01 is off by law and 01-02, 01-03 are a weekend: 01-04, 01-05, unless a notice says otherwise.
    expect(addWorkingDays(calendar, isoDate('2026-12-30'), 3)).toMatchObject({ due: '2027-01-05', provisional: true })
  })

  it('starts the day after, even from a holiday', () => {
    expect(addWorkingDays(calendar, isoDate('2026-10-03'), 1).due).toBe('2026-10-08')
    expect(addWorkingDays(calendar, isoDate('2026-03-11'), 0).due).toBe('2026-03-11')
  })
})

describe('calendar days, months and years', () => {
  it('moves 90 days from 2026-07-03 off the National Day holiday, and advises the last working day before it', () => {
    expect(addCalendarDays(calendar, isoDate('2026-07-03'), 90)).toMatchObject({
      due: '2026-10-08', rolledFrom: '2026-10-01', advice: '2026-09-30', provisional: false,
    })
  })

  it('leaves an end on a working day alone', () => {
    expect(addCalendarDays(calendar, isoDate('2026-03-02'), 15)).toMatchObject({
      due: '2026-03-17', rolledFrom: null, advice: '2026-03-17',
    })
  })

  it('says provisional where the advised day is certain and only the due day is not', () => {
    const name = { 'zh-CN': '元旦', en: "New Year's Day" }
    const day = isoDate('2022-01-01')
    const only2022 = makeCalendar([
      { year: 2022, notice: '2022', verified: true, off: [{ name, from: day, to: day }], workingWeekends: [] },
    ])
    expect(addCalendarDays(only2022, isoDate('2022-12-20'), 3).provisional).toBe(false)
    expect(addCalendarDays(only2022, isoDate('2022-12-20'), 4)).toMatchObject({
      due: '2022-12-26', advice: '2022-12-23', provisional: true,
    })
  })

  it('advises no day before the period began', () => {
    expect(addCalendarDays(calendar, isoDate('2026-10-02'), 3)).toMatchObject({
      due: '2026-10-08', rolledFrom: '2026-10-05', advice: '2026-10-08',
    })
  })

  it('does not move an end off a Saturday that people work on', () => {
    expect(addCalendarDays(calendar, isoDate('2026-02-26'), 2)).toMatchObject({ due: '2026-02-28', rolledFrom: null })
  })

  it('says provisional where only the roll reaches a year without a notice', () => {
    expect(addCalendarDays(calendar, isoDate('2026-12-01'), 31)).toMatchObject({
      due: '2027-01-04', rolledFrom: '2027-01-01', advice: '2026-12-31', provisional: true,
    })
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28', '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29', '2024-02-29'],
    ['2025-08-31', 6, '2026-02-28', '2026-02-28'],
    ['2025-11-30', 3, '2026-02-28', '2026-02-28'],
    ['2025-11-15', 3, '2026-02-15', '2026-02-24'], // 3 months are not 90 days
    ['2026-03-31', 1, '2026-04-30', '2026-04-30'],
  ])('%s and %i months: corresponding day %s, due %s', (start, n, corresponding, due) => {
    expect(shiftMonths(isoDate(start), n)).toBe(corresponding)
    expect(addMonths(calendar, isoDate(start), n).due).toBe(due)
  })

  it('ends two years from 29 February on 28 February', () => {
    expect(addYears(calendar, isoDate('2024-02-29'), 2)).toMatchObject({ due: '2026-02-28', rolledFrom: null })
  })

  it('dispatches a period of data to its kind', () => {
    const start = isoDate('2026-02-12')
    expect(deadlineOf(calendar, start, { kind: 'workingDays', n: 7 }).due).toBe('2026-02-28')
    expect(deadlineOf(calendar, start, { kind: 'calendarDays', n: 7 }).due).toBe('2026-02-24')
    expect(deadlineOf(calendar, start, { kind: 'months', n: 1 }).due).toBe('2026-03-12')
  })

  it('refuses a length that is none', () => {
    for (const n of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkingDays(calendar, isoDate('2026-02-12'), n)).toThrow(RangeError)
      expect(() => addCalendarDays(calendar, isoDate('2026-02-12'), n)).toThrow(RangeError)
    }
  })

  it('goes past the last date that people may enter', () => {
    expect(addCalendarDays(calendar, isoDate('2099-12-31'), 90).due).toBe('2100-03-31')
  })
})

describe('hours', () => {
  it('run through nights and holidays', () => {
    const approved = isoInstant(new Date('2026-09-30T09:20:00.000Z'))
    expect(addHours(approved, 24)).toBe('2026-10-01T09:20:00.000Z')
  })
})

describe('days before a day', () => {
  it('finds the last day for the notice of a hearing', () => {
    expect(workingDayBefore(calendar, isoDate('2026-10-15'), 7)).toEqual({ day: '2026-09-30', provisional: false })
  })

  it('counts what is left, and what is overdue as negative', () => {
    expect(workingDaysBetween(calendar, isoDate('2026-09-30'), isoDate('2026-10-15')).days).toBe(7)
    expect(workingDaysBetween(calendar, isoDate('2026-10-15'), isoDate('2026-09-30')).days).toBe(-7)
    expect(workingDaysBetween(calendar, isoDate('2026-10-01'), isoDate('2026-10-01')).days).toBe(0)
    expect(Object.is(workingDaysBetween(calendar, isoDate('2026-10-04'), isoDate('2026-10-01')).days, 0)).toBe(true)
  })

  it('are those that a count day by day gives, however far apart', () => {
    const someDay = fc.integer({ min: toDayNumber(isoDate('2005-01-01')), max: toDayNumber(isoDate('2034-12-31')) }).map(fromDayNumber)
    fc.assert(
      fc.property(someDay, someDay, (from, to) => {
        const [first, last] = from <= to ? [from, to] : [to, from]
        let [days, provisional] = [0, false]
        for (let day = first; day < last; ) {
          day = shiftDays(day, 1)
          const status = calendar.statusOf(day)
          days += status.working ? 1 : 0
          provisional ||= status.provisional
        }
        const counted = workingDaysBetween(calendar, from, to)
        expect([Math.abs(counted.days), counted.provisional, counted.days < 0]).toEqual([days, provisional, from > to && days > 0])
      }),
      { numRuns: 60 },
    )
  })

  it('are counted to the last day that can be written, which stands for none', () => {
    const between = (from: string, to: string) => workingDaysBetween(calendar, from as IsoDate, to as IsoDate).days
    expect(between('9999-11-30', '9999-12-31')).toBe(between('9999-11-30', '9999-12-15') + between('9999-12-15', '9999-12-31'))
    expect(between('9999-12-30', '9999-12-31')).toBeLessThan(2)
  })
})

describe('whose days are working days', () => {
  it.each([
    ['penalty', 7, 'workingDays'],
    ['penalty', 15, 'calendarDays'],
    ['penalty', 90, 'calendarDays'],
    ['penalty', 10, 'calendarDays'], // art. 85 names two, three, five and seven days only
    ['compulsion', 10, 'workingDays'],
    ['compulsion', 30, 'calendarDays'],
    ['licence', 20, 'workingDays'],
    ['reconsideration', 10, 'workingDays'],
    ['reconsideration', 60, 'calendarDays'],
    ['litigation', 15, 'calendarDays'],
    ['general', 3, 'calendarDays'],
  ] as const)('%s: %i days are %s', (regime, n, kind) => {
    expect(daysOf(regime, n)).toEqual({ kind, n })
  })

  it('cites the article that says so, then the Civil Code', () => {
    const articles = (kind: Period['kind'], n: number, regime: Regime) =>
      basisOf(kind, n, regime).map(({ law, article }) => `${law.replace('中华人民共和国', '')} ${article}`)
    expect(articles('workingDays', 7, 'penalty')).toEqual(['行政处罚法 85', '民法典 200', '民法典 201'])
    expect(articles('workingDays', 10, 'penalty')).toEqual(['民法典 200', '民法典 201'])
    expect(articles('calendarDays', 90, 'penalty')).toEqual(['民法典 200', '民法典 201', '民法典 203'])
    expect(articles('workingDays', 5, 'reconsideration')).toEqual(['行政复议法 88', '民事诉讼法 85', '民法典 200', '民法典 201'])
    expect(articles('months', 6, 'litigation')).toEqual([
      '行政诉讼法 101', '民事诉讼法 85', '民法典 200', '民法典 201', '民法典 202', '民法典 203',
    ])
    expect(articles('hours', 24, 'penalty')).toEqual(['民法典 200', '民法典 201'])
    expect(addWorkingDays(calendar, isoDate('2026-02-12'), 7, 'compulsion').basis[0]).toEqual({
      law: '中华人民共和国行政强制法', article: 69,
    })
  })
})

describe('properties', () => {
  const day = fc
    .integer({ min: toDayNumber(isoDate('2023-06-01')), max: toDayNumber(isoDate('2028-06-01')) })
    .map(fromDayNumber)
  const length = fc.integer({ min: 1, max: 60 })
  const due = (start: IsoDate, n: number) => addWorkingDays(calendar, start, n).due

  it('a day number is inverse to its day, and shifting to distance', () => {
    fc.assert(fc.property(day, fc.integer({ min: -4000, max: 4000 }), (start, days) => {
      expect(fromDayNumber(toDayNumber(start))).toBe(start)
      expect(daysBetween(start, shiftDays(start, days))).toBe(days)
    }))
  })

  it('every end is a working day, and so is every advised day', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 400 }), (start, n) => {
      for (const kind of ['workingDays', 'calendarDays', 'months'] as const) {
        const result = deadlineOf(calendar, start, { kind, n: kind === 'months' ? n % 24 : n })
        expect(calendar.statusOf(result.due).working).toBe(true)
        expect(calendar.statusOf(result.advice).working).toBe(true)
        expect(result.advice <= result.due).toBe(true)
        expect(result.advice >= start).toBe(true)
        expect(result.rolledFrom === null || result.rolledFrom < result.due).toBe(true)
      }
    }))
  })

  it('is monotone in the start and strictly so in the length', () => {
    fc.assert(fc.property(day, length, (start, n) => {
      expect(due(start, n) <= due(shiftDays(start, 1), n)).toBe(true)
      expect(due(start, n) < due(start, n + 1)).toBe(true)
      expect(addCalendarDays(calendar, start, n).due <= addCalendarDays(calendar, start, n + 1).due).toBe(true)
    }))
  })

  it('adds up: a days and b days are a + b days', () => {
    fc.assert(fc.property(day, length, length, (start, a, b) => {
      expect(due(due(start, a), b)).toBe(due(start, a + b))
    }))
  })

  it('counting is inverse to adding, and antisymmetric', () => {
    fc.assert(fc.property(day, length, day, (start, n, other) => {
      expect(workingDaysBetween(calendar, start, due(start, n)).days).toBe(n)
      const there = workingDaysBetween(calendar, start, other).days
      const back = workingDaysBetween(calendar, other, start).days
      expect(there + back).toBe(0)
    }))
  })

  it('going back n working days from the end of n working days finds the last day from which it ends there', () => {
    fc.assert(fc.property(day, length, (start, n) => {
      const back = workingDayBefore(calendar, due(start, n), n).day
      expect(due(back, n)).toBe(due(start, n))
      expect(due(shiftDays(back, 1), n) > due(start, n) || !calendar.statusOf(shiftDays(back, 1)).working).toBe(true)
    }))
  })

  it('is certain inside the published years and provisional once 2027 matters', () => {
    fc.assert(fc.property(day, length, (start, n) => {
      const result = addWorkingDays(calendar, start, n)
      if (start >= '2024-01-01' && result.due < '2026-12-25') expect(result.provisional).toBe(false)
      if (result.due >= '2027-01-01') expect(result.provisional).toBe(true)
    }))
  })

  it('a month later keeps the day of the month, or is the last of a shorter one', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 240 }), (start, n) => {
      const end = shiftMonths(start, n)
      const isLast = shiftDays(end, 1).endsWith('-01')
      expect(end.slice(8) === start.slice(8) || (isLast && end.slice(8) < start.slice(8))).toBe(true)
      const months = (value: IsoDate) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7))
      expect(months(end) - months(start)).toBe(n)
    }))
  })
})
