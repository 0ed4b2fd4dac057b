/** A year's notice: what is read of it, and what is refused, with its place. */
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { holidayNoticeSchema, holidayYearOf, makeUpBalance, noticeProblems, type HolidayNotice } from '../../../src/shared/deadlines/holiday-notice.ts'
import { addWorkingDays, workingDaysInYear } from '../../../src/shared/deadlines/periods.ts'
import { readNotice } from '../../../src/shared/deadlines/read-notice.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { NOTICES } from './notices.ts'

const TEXT_2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府：
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
国务院办公厅
2025年11月4日`

const days = (notice: { readonly off: HolidayNotice['off'] }) => notice.off.map(({ from, to }) => `${from.slice(5)}/${to.slice(5)}`)
const notice = (year: number): HolidayNotice => {
  const made = NOTICES.find((one) => one.year === year)
  if (made === undefined) throw new Error(String(year))
  return holidayNoticeSchema.parse({
    year,
    number: made.notice,
    publishedOn: `${year - 1}-11-04`,
    off: made.off.map(({ name, from, to }) => ({ name: name['zh-CN'], from, to })),
    workingWeekends: made.workingWeekends,
  })
}
const codes = (given: HolidayNotice) => noticeProblems(given).map(({ code, place, day }) => `${code} ${place} ${day ?? ''}`)

describe('a notice as text', () => {
  it('gives year, number, day of publication, days off and weekends worked', () => {
    const read = readNotice(TEXT_2026)
    expect(read).toMatchObject({ year: 2026, number: '国办发明电〔2025〕7号', publishedOn: '2025-11-04', problems: [] })
    expect(days(read)).toEqual(['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'])
    expect(read.off.map(({ name }) => name)).toEqual(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'])
    expect(read.workingWeekends.toSorted()).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(noticeProblems(holidayNoticeSchema.parse({ ...notice(2026), off: read.off, workingWeekends: read.workingWeekends }))).toEqual([])
  })

  it('names the line where the day of the week or the number of days does not fit', () => {
    expect(readNotice(TEXT_2026.replace('1月4日（周日）', '1月4日（周六）')).problems).toEqual([{ code: 'weekday-differs', place: 'line.4', day: '2026-01-04' }])
    expect(readNotice(TEXT_2026.replace('共9天', '共8天')).problems).toEqual([{ code: 'count-differs', place: 'line.5', day: '2026-02-15' }])
    expect(readNotice(TEXT_2026.replace('2月28日', '2月30日')).problems).toEqual([{ code: 'unreadable', place: 'line.5', day: null }])
  })

  it('is read from the short table of a year', () => {
    const read = readNotice('| 2025 content_6986383 | 01-01; 01-28…02-04; 04-04…06; 05-01…05; 05-31…06-02; 10-01…08 | 01-26, 02-08, 04-27, 09-28, 10-11 |')
    expect(read).toMatchObject({ year: 2025, number: 'content_6986383', problems: [] })
    expect(days(read)).toEqual(['01-01/01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'])
    expect(read.workingWeekends).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'])
  })

  it('is read from CSV and from JSON, and says which line or field is wrong', () => {
    expect(readNotice('类型,名称,开始,结束\n放假,元旦,2027-01-01,2027/1/3\n上班,,2027-01-09\n')).toMatchObject({
      year: 2027,
      off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      workingWeekends: ['2027-01-09'],
      problems: [],
    })
    expect(readNotice('放假,元旦,2027-01-01,2027-02-30').problems).toEqual([{ code: 'unreadable', place: 'line.1', day: null }])
    expect(readNotice(JSON.stringify(notice(2026)))).toMatchObject({ year: 2026, number: 'content_7047091', problems: [] })
    expect(readNotice('{"year":2027,"off":[{"name":"元旦","from":"2027-13-01","to":"2027-01-01"}],"workingWeekends":[]}').problems).toEqual([{ code: 'unreadable', place: 'off.0.from', day: null }])
    expect(readNotice('{"year":').problems).toEqual([{ code: 'unreadable', place: 'text', day: null }])
    expect(readNotice('今年的安排另行通知。').problems).toEqual([{ code: 'no-days', place: 'text', day: null }])
  })
})

describe('a notice that can be kept', () => {
  it.each([2024, 2025, 2026])('is that of %i, whose weekends make up for its days', (year) => {
    expect(noticeProblems(notice(year))).toEqual([])
    expect(makeUpBalance(notice(year))).toBe(0)
  })

  it('makes the year certain', () => {
    const before = makeCalendar(NOTICES.filter(({ year }) => year !== 2026))
    const after = makeCalendar([...NOTICES.filter(({ year }) => year !== 2026), holidayYearOf(notice(2026))])
    expect(workingDaysInYear(before, 2026).provisional).toBe(true)
    expect(workingDaysInYear(after, 2026).days).toBe(248)
    expect(addWorkingDays(after, isoDate('2026-02-12'), 7)).toMatchObject({ due: '2026-02-28', provisional: false })
  })

  it('may begin in the last days of the year before', () => {
    const given = { ...notice(2026), off: [{ name: '元旦', from: isoDate('2025-12-31'), to: isoDate('2026-01-03') }, ...notice(2026).off.slice(1)] }
    expect(codes(given)).toEqual([])
    expect(makeUpBalance(given)).toBe(1)
  })
})

describe('a notice that is refused', () => {
  const base = notice(2026)
  const span = (from: string, to: string) => ({ name: '放假', from: isoDate(from), to: isoDate(to) })

  it('has overlapping spans, or a span that ends before it begins', () => {
    expect(codes({ ...base, off: [...base.off, span('2026-10-06', '2026-10-08')] })).toEqual(['overlap off.7 2026-10-06'])
    expect(codes({ ...base, off: [...base.off, span('2026-11-06', '2026-11-05')] })).toEqual(['ends-before-it-begins off.7 2026-11-05'])
    expect(codes({ ...base, off: [...base.off, span('2026-11-01', '2026-11-30')] })).toEqual(['too-long off.7 2026-11-30'])
  })

  it('lacks a statutory day', () => {
    expect(codes({ ...base, off: base.off.filter(({ from }) => from !== '2026-06-19') })).toEqual(['statutory-day-not-off off 2026-06-19'])
    const cut = base.off.map((one) => (one.from === '2026-10-01' ? { ...one, from: isoDate('2026-10-02') } : one))
    expect(codes({ ...base, off: cut })).toEqual(['statutory-day-not-off off 2026-10-01'])
  })

  it('works on a weekday as if it were a weekend, on a day off, or twice', () => {
    expect(codes({ ...base, workingWeekends: [...base.workingWeekends, isoDate('2026-11-18')] })).toEqual(['not-a-weekend workingWeekends.6 2026-11-18'])
    expect(codes({ ...base, workingWeekends: [...base.workingWeekends, isoDate('2026-10-04')] })).toEqual(['also-off workingWeekends.6 2026-10-04'])
    expect(codes({ ...base, workingWeekends: [...base.workingWeekends, isoDate('2026-10-10')] })).toEqual(['duplicate workingWeekends.6 2026-10-10'])
  })

  it('is of another year', () => {
    expect(codes({ ...base, workingWeekends: [...base.workingWeekends, isoDate('2027-01-02')] })).toEqual(['wrong-year workingWeekends.6 2027-01-02'])
    expect(codes({ ...base, year: 2027 }).length).toBeGreaterThan(7)
  })

  it('is looked at again where a weekend or a day is missing', () => {
    expect(makeUpBalance({ ...base, workingWeekends: base.workingWeekends.slice(1) })).toBe(1)
    expect(makeUpBalance({ ...base, off: base.off.map((one) => (one.to === '2026-10-07' ? { ...one, to: isoDate('2026-10-06') } : one)) })).toBe(-1)
  })
})
