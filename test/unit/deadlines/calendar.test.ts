import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { computedStatutoryDays } from '../../../src/shared/deadlines/statutory-days.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { NOTICES } from './notices.ts'

const calendar = makeCalendar(NOTICES)
const status = (day: string) => {
  const { working, provisional, why } = calendar.statusOf(isoDate(day))
  return { working, provisional, why: why.code }
}

describe('a published year', () => {
  it.each([
    ['2026-03-11', true, 'weekday'],
    ['2026-03-14', false, 'weekend'],
    ['2026-02-17', false, 'holiday'],
    ['2026-02-28', true, 'makeUpDay'], // a Saturday
    ['2026-01-04', true, 'makeUpDay'], // a Sunday
    ['2026-10-07', false, 'holiday'],
    ['2026-10-08', true, 'weekday'],
    ['2024-02-09', true, 'weekday'], // the eve was no holiday in 2024
    ['2025-10-06', false, 'holiday'],
  ])('%s: working %s, a %s', (day, working, why) => {
    expect(status(day)).toEqual({ working, provisional: false, why })
  })

  it('names the holiday', () => {
    expect(calendar.statusOf(isoDate('2026-02-17')).why.name).toEqual({ 'zh-CN': '放假', en: 'Holiday' })
    expect(calendar.statusOf(isoDate('2026-03-14')).why.name).toBeNull()
  })
})

describe('a year without a notice', () => {
  it('knows the statutory days and the weekends, and says that this is provisional', () => {
    expect(status('2027-01-01')).toEqual({ working: false, provisional: true, why: 'statutoryDay' })
    expect(status('2027-01-02')).toEqual({ working: false, provisional: true, why: 'weekend' })
    expect(status('2027-01-04')).toEqual({ working: true, provisional: true, why: 'weekday' })
    expect(status('2027-05-03')).toEqual({ working: true, provisional: true, why: 'weekday' })
  })

  it('has the Spring Festival of 2027 from the eve on 02-05 to 02-08', () => {
    const spring = computedStatutoryDays(2027).filter(({ name }) => name['zh-CN'] === '春节')
    expect(spring.map(({ date }) => date)).toEqual(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'])
  })

  it('prefers statutory days given as data', () => {
    const name = { 'zh-CN': '端午节', en: 'Dragon Boat Festival' }
    const withData = makeCalendar(NOTICES, [{ year: 2027, days: [{ name, date: isoDate('2027-06-10') }] }])
    expect(withData.statusOf(isoDate('2027-06-10')).why).toEqual({ code: 'statutoryDay', name })
    expect(withData.statusOf(isoDate('2027-06-09')).working).toBe(true)
  })

  it('still knows the fixed days where the almanac ends', () => {
    expect(status('2050-10-03').why).toBe('statutoryDay')
    expect(status('1999-10-01')).toEqual({ working: false, provisional: true, why: 'statutoryDay' })
  })

  it('counts an unverified arrangement, and says that it is provisional', () => {
    const unverified = makeCalendar(NOTICES.map((one) => ({ ...one, verified: false })))
    expect(unverified.statusOf(isoDate('2026-02-28'))).toEqual({
      working: true,
      provisional: true,
      why: { code: 'makeUpDay', name: null },
    })
  })
})

describe('the last week of December', () => {
  it('waits for the next year’s notice, which can reach back', () => {
    expect(status('2026-12-24').provisional).toBe(false)
    expect(status('2026-12-25').provisional).toBe(true)
    expect(status('2025-12-31').provisional).toBe(false)
  })

  it('follows a notice that does reach back', () => {
    const name = { 'zh-CN': '元旦', en: "New Year's Day" }
    const reaching = makeCalendar([
      {
        year: 2019,
        notice: '2019',
        verified: true,
        off: [{ name, from: isoDate('2018-12-30'), to: isoDate('2019-01-01') }],
        workingWeekends: [isoDate('2018-12-29')],
      },
    ])
    expect(reaching.statusOf(isoDate('2018-12-29')).working).toBe(true)
    expect(reaching.statusOf(isoDate('2018-12-31')).working).toBe(false)
  })
})

describe('computed statutory days', () => {
  it('have Qingming on the day of the solar term', () => {
    const dates = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].map(
      (year) => computedStatutoryDays(year).find(({ name }) => name['zh-CN'] === '清明节')?.date.slice(5),
    )
    expect(dates).toEqual(['04-04', '04-04', '04-05', '04-05', '04-04', '04-04', '04-05', '04-05', '04-04'])
  })

  it('are off in every published year, and 13 in number under the rule of 2024', () => {
    for (const year of [2025, 2026]) {
      const days = computedStatutoryDays(year)
      expect(days).toHaveLength(13)
      expect(days.filter(({ date }) => calendar.statusOf(date).working)).toEqual([])
    }
  })
})
