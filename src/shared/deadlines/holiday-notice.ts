/**
 * A year's notice of days off (国务院办公厅关于部分节假日安排的通知) as a station takes it in, and what can be wrong with it.
 * It arranges the statutory days of 全国年节及纪念日放假办法 art. 2 and the weekends beside them; it never takes one away.
 */
import { z } from 'zod'
import { isoDateSchema, type Bilingual, type IsoDate } from '../values/values.ts'
import type { HolidayYear, StatutoryHolidays } from './calendar.ts'
import { isWeekend, shiftDays, toDayNumber, weekdayOf } from './day-arithmetic.ts'
import { computedStatutoryDays, type NamedDay } from './statutory-days.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const holidayNoticeSchema = z.strictObject({
  year: z.int().min(2000).max(2099),
  /** Number or name under which it was published, such as 国办发明电〔2026〕7号. */
  number: z.string().trim().min(1).max(120),
  publishedOn: isoDateSchema,
  off: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(30), from: isoDateSchema, to: isoDateSchema }))
    .min(1)
    .max(30),
  workingWeekends: z.array(isoDateSchema).max(60),
})
export type HolidayNotice = z.output<typeof holidayNoticeSchema>

export const NOTICE_PROBLEMS = {
  'wrong-year': both('不在该年度内', 'is not in that year'),
  'ends-before-it-begins': both('结束日期早于开始日期', 'ends before it begins'),
  'overlap': both('与另一段放假重叠', 'overlaps another span'),
  'too-long': both('一段放假超过 15 天，日期可能有误', 'is a span of more than 15 days'),
  'not-a-weekend': both('不是周末，不能作为周末上班日', 'is no weekend day'),
  'also-off': both('同时列为放假日和上班日', 'is both off and worked'),
  'duplicate': both('重复列出', 'is listed twice'),
  'statutory-day-not-off': both('是法定节假日，却没有放假', 'is a statutory day and not off'),
  'count-differs': both('写明的天数与起止日期不符', 'is not as many days as it says'),
  'weekday-differs': both('写明的星期与日期不符', 'is another day of the week'),
  'unreadable': both('不能识别', 'cannot be read'),
  'no-days': both('没有读到放假日期', 'has no days off'),
  'published-late': both('公布日期晚于该年度', 'was published after the year'),
} as const satisfies Record<string, Bilingual>
export type NoticeProblemCode = keyof typeof NOTICE_PROBLEMS

/** `place` names the row of the list (`off.0`), of the text (`line.3`) or the field, and `day` what is wrong there. */
export interface NoticeProblem {
  readonly code: NoticeProblemCode
  readonly place: string
  readonly day: IsoDate | null
}

/** New Year may begin in December: the notice of 2019 reached back to 2018-12-29. */
export function isInNoticeYear(year: number, day: IsoDate): boolean {
  return day >= `${year - 1}-12-25` && day <= `${year}-12-31`
}

const LONGEST_SPAN = 15

function spanProblems({ year, off }: HolidayNotice): NoticeProblem[] {
  return off.flatMap(({ from, to }, index): NoticeProblem[] => {
    const at = (code: NoticeProblemCode, day: IsoDate): NoticeProblem => ({ code, place: `off.${index}`, day })
    if (to < from) return [at('ends-before-it-begins', to)]
    if (!isInNoticeYear(year, from)) return [at('wrong-year', from)]
    if (!isInNoticeYear(year, to)) return [at('wrong-year', to)]
    if (toDayNumber(to) - toDayNumber(from) >= LONGEST_SPAN) return [at('too-long', to)]
    const before = off.slice(0, index).find((other) => other.from <= to && from <= other.to)
    return before === undefined ? [] : [at('overlap', from > before.from ? from : before.from)]
  })
}

function weekendProblems({ year, off, workingWeekends }: HolidayNotice): NoticeProblem[] {
  return workingWeekends.flatMap((day, index): NoticeProblem[] => {
    const at = (code: NoticeProblemCode): NoticeProblem[] => [{ code, place: `workingWeekends.${index}`, day }]
    if (!isInNoticeYear(year, day)) return at('wrong-year')
    if (!isWeekend(toDayNumber(day))) return at('not-a-weekend')
    if (off.some(({ from, to }) => from <= day && day <= to)) return at('also-off')
    return workingWeekends.indexOf(day) < index ? at('duplicate') : []
  })
}

/** The revision of 2024-11-10 added the eve of the Spring Festival and 2 May, from 2025 on. */
const REVISED_FROM = 2025

/** The statutory days of the year: as data where the catalogue has them, else computed. */
export function statutoryDaysOf(year: number, statutory: readonly StatutoryHolidays[]): readonly NamedDay[] {
  const days = statutory.find((one) => one.year === year)?.days ?? computedStatutoryDays(year)
  if (year >= REVISED_FROM) return days
  const eve = days.find(({ name }) => name['zh-CN'] === '春节')
  return days.filter((one) => one !== eve && !one.date.endsWith('-05-02'))
}

/** Everything that is wrong with it, in the order of its rows; empty where it can be kept. */
export function noticeProblems(notice: HolidayNotice, statutory: readonly StatutoryHolidays[] = []): NoticeProblem[] {
  const isOff = (day: IsoDate): boolean => notice.off.some(({ from, to }) => from <= day && day <= to)
  const missing = statutoryDaysOf(notice.year, statutory).filter(({ date }) => !isOff(date))
  return [
    ...(notice.publishedOn > `${notice.year}-12-31` ? [{ code: 'published-late' as const, place: 'publishedOn', day: notice.publishedOn }] : []),
    ...spanProblems(notice),
    ...weekendProblems(notice),
    ...[...new Set(missing.map(({ date }) => date))].map((day): NoticeProblem => ({ code: 'statutory-day-not-off', place: 'off', day })),
  ]
}

/**
 * Weekdays that it gives off beyond the statutory days, less the statutory days that fall on weekends, are made up for by
 * as many weekends. How many weekends too few (positive) or too many it lists: a day may be missing, so that a person
 * looks at the text once more.
 */
export function makeUpBalance(notice: HolidayNotice, statutory: readonly StatutoryHolidays[] = []): number {
  const byLaw = new Set<string>(statutoryDaysOf(notice.year, statutory).map(({ date }) => date))
  const off = new Set<IsoDate>()
  for (const { from, to } of notice.off) for (let day = from; day <= to; day = shiftDays(day, 1)) off.add(day)
  let balance = -notice.workingWeekends.length
  for (const day of off) {
    const weekend = isWeekend(toDayNumber(day))
    if (!weekend && !byLaw.has(day)) balance += 1
    if (weekend && byLaw.has(day)) balance -= 1
  }
  return balance
}

const WEEKDAYS = '日一二三四五六'

/** 周一 … 周日 */
export function chineseWeekday(day: IsoDate): string {
  return `周${WEEKDAYS[weekdayOf(toDayNumber(day))] ?? ''}`
}

/** The holidays of the field in English; another name is kept as it is written. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/元旦/u, 'New Year'],
  [/春节|除夕/u, 'Spring Festival'],
  [/清明/u, 'Qingming'],
  [/劳动/u, 'Labour Day'],
  [/端午/u, 'Dragon Boat'],
  [/中秋/u, 'Mid-Autumn'],
  [/国庆/u, 'National Day'],
]

function englishName(name: string): string {
  const found = ENGLISH.filter(([pattern]) => pattern.test(name)).map(([, english]) => english)
  return found.length === 0 ? name : found.join(' and ')
}

/** As the calendar takes it: a person entered it with its number, and it passed the checks. */
export function holidayYearOf({ year, number, off, workingWeekends }: HolidayNotice): HolidayYear {
  return { year, notice: number, off: off.map(({ name, from, to }) => ({ name: both(name, englishName(name)), from, to })), workingWeekends, verified: true }
}
