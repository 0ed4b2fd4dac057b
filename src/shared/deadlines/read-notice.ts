/**
 * Reads a notice of days off from what a person has at hand: JSON, a table (CSV), the short table of a year, or the pasted
 * text of the notice itself. What cannot be read is named by its line; nothing is guessed.
 */
import type { IsoDate } from '../values/values.ts'
import { shiftDays, toDayNumber } from './day-arithmetic.ts'
import { chineseWeekday, holidayNoticeSchema, type HolidayNotice, type NoticeProblem, type NoticeProblemCode } from './holiday-notice.ts'

/** What was read so far; a person completes number and day of publication where the text does not say them. */
export interface ReadNotice {
  readonly year: number | null
  readonly number: string | null
  readonly publishedOn: IsoDate | null
  readonly off: HolidayNotice['off']
  readonly workingWeekends: HolidayNotice['workingWeekends']
  readonly problems: readonly NoticeProblem[]
}

export const LONGEST_NOTICE = 20_000

interface Draft {
  year: number | null
  number: string | null
  publishedOn: IsoDate | null
  readonly off: { name: string; from: IsoDate; to: IsoDate }[]
  readonly workingWeekends: IsoDate[]
  readonly problems: NoticeProblem[]
}

const emptyDraft = (): Draft => ({ year: null, number: null, publishedOn: null, off: [], workingWeekends: [], problems: [] })

/** A real day of the calendar, or null: 2027-02-29 is none. */
function dayOf(year: number, month: number, date: number): IsoDate | null {
  const made = new Date(Date.UTC(year, month - 1, date))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date && year >= 1950 && year <= 2099 ? (made.toISOString().slice(0, 10) as IsoDate) : null
}

export function readNotice(text: string): ReadNotice {
  const trimmed = text.replace(/^\uFEFF/u, '').trim()
  if (trimmed.length > LONGEST_NOTICE) return { ...emptyDraft(), problems: [{ code: 'unreadable', place: 'text', day: null }] }
  const draft = trimmed.startsWith('{') ? readJson(trimmed) : isTable(trimmed) ? readTable(trimmed) : readText(trimmed)
  if (draft.off.length === 0 && draft.problems.length === 0) draft.problems.push({ code: 'no-days', place: 'text', day: null })
  draft.year ??= commonYear(draft)
  return draft
}

function commonYear({ off, workingWeekends }: Draft): number | null {
  const years = new Set([...off.map(({ to }) => to), ...workingWeekends].map((day) => Number(day.slice(0, 4))))
  return years.size === 0 ? null : Math.max(...years)
}

function readJson(text: string): Draft {
  const draft = emptyDraft()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // the text is shown as it was pasted, so that its writer sees what is wrong
    draft.problems.push({ code: 'unreadable', place: 'text', day: null })
    return draft
  }
  const parsed = holidayNoticeSchema.partial({ number: true, publishedOn: true }).safeParse(value)
  if (parsed.success) {
    const { year, number, publishedOn, off, workingWeekends } = parsed.data
    return { ...draft, year, number: number ?? null, publishedOn: publishedOn ?? null, off, workingWeekends }
  }
  for (const { path } of parsed.error.issues) draft.problems.push({ code: 'unreadable', place: path.map(String).join('.') || 'text', day: null })
  return draft
}

// CSV: 放假,元旦,2027-01-01,2027-01-03 and 上班,,2027-01-04

const OFF = /^(?:放假|off)$/iu
const WORKED = /^(?:上班|调休上班|working|work)$/iu
const HEADER = /^(?:类型|类别|kind|type)$/iu

const cellsOf = (line: string): string[] => line.split(/[,，\t;；]/u).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'))

function isTable(text: string): boolean {
  const first = cellsOf(text.split(/\r?\n/u)[0] ?? '')
  return first.length >= 3 && [OFF, WORKED, HEADER].some((pattern) => pattern.test(first[0] ?? ''))
}

function writtenDay(cell: string): IsoDate | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(cell)
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

function readTable(text: string): Draft {
  const draft = emptyDraft()
  text.split(/\r?\n/u).forEach((line, index) => {
    const [kind = '', name = '', from = '', to = ''] = cellsOf(line)
    if (line.trim() === '' || HEADER.test(kind)) return
    const wrong = (): void => void draft.problems.push({ code: 'unreadable', place: `line.${index + 1}`, day: null })
    const first = writtenDay(from)
    const last = to === '' ? first : writtenDay(to)
    if (first === null || last === null) return wrong()
    if (OFF.test(kind)) draft.off.push({ name: name === '' ? '放假' : name, from: first, to: last })
    else if (WORKED.test(kind)) draft.workingWeekends.push(...daysFrom(first, last))
    else wrong()
  })
  return draft
}

function daysFrom(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = []
  for (let day = first; day <= last && days.length < 60; day = shiftDays(day, 1)) days.push(day)
  return days
}

// 2027 国办发明电〔2026〕7号 | 01-01…03; 02-05…13 | 02-04, 02-20

const SHORT_DAY = String.raw`(\d{1,2})-(\d{1,2})`
const SHORT = new RegExp(String.raw`^\|?\s*(\d{4})\s+([^|]*?)\s*\|([^|]+)\|([^|]*)\|?$`, 'u')

function readShort(draft: Draft, line: string, place: string): boolean {
  const match = SHORT.exec(line)
  if (match === null) return false
  const year = Number(match[1])
  draft.year = year
  if ((match[2] ?? '') !== '') draft.number = match[2] ?? null
  for (const piece of (match[3] ?? '').split(/[;；,，、]/u)) {
    const span = new RegExp(String.raw`^${SHORT_DAY}(?:\s*(?:…|\.\.\.?|至|–|—|~)\s*(?:(\d{1,2})-)?(\d{1,2}))?$`, 'u').exec(piece.trim())
    const from = span === null ? null : dayOf(year, Number(span[1]), Number(span[2]))
    const to = span === null || span[4] === undefined ? from : dayOf(year, Number(span[3] ?? span[1]), Number(span[4]))
    if (from === null || to === null) draft.problems.push({ code: 'unreadable', place, day: null })
    else draft.off.push({ name: holidayAround(from, to), from, to })
  }
  for (const piece of (match[4] ?? '').split(/[;；,，、]/u)) {
    if (piece.trim() === '') continue
    const single = new RegExp(`^${SHORT_DAY}$`, 'u').exec(piece.trim())
    const day = single === null ? null : dayOf(year, Number(single[1]), Number(single[2]))
    if (day === null) draft.problems.push({ code: 'unreadable', place, day: null })
    else draft.workingWeekends.push(day)
  }
  return true
}

/** The short table has no names. */
function holidayAround(from: IsoDate, to: IsoDate): string {
  const has = (day: string): boolean => from.slice(5) <= day && day <= to.slice(5)
  if (has('01-01')) return '元旦'
  if (has('05-01')) return '劳动节'
  if (has('10-01')) return '国庆节'
  if (has('04-04') || has('04-05')) return '清明节'
  return from.slice(5, 7) <= '02' ? '春节' : from.slice(5, 7) <= '07' ? '端午节' : '中秋节'
}

// 一、元旦：1月1日（周五）至3日（周日）放假，共3天。

const WEEKDAY = String.raw`(?:（(?:农历[^）]{0,12}[，、])?((?:周|星期)[一二三四五六日天])?[^）]{0,16}）)?`
const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日${WEEKDAY}`
const SPAN = new RegExp(String.raw`${DAY}(?:(?:至|—|–|~|-)${DAY})?[^。；日月]{0,6}?放假`, 'gu')
const WORK_LIST = new RegExp(String.raw`((?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:（[^）]*）)?[、，和及]*)+)(?:正常|照常)?上班`, 'gu')

interface Reading {
  readonly draft: Draft
  readonly year: number
  readonly place: string
}

function readDay({ draft, year, place }: Reading, parts: readonly (string | undefined)[], monthBefore: number | null): { day: IsoDate | null; month: number | null } {
  const [writtenYear, writtenMonth, date, weekday] = parts
  const month = writtenMonth === undefined ? monthBefore : Number(writtenMonth)
  const day = month === null || date === undefined ? null : dayOf(writtenYear === undefined ? year : Number(writtenYear), month, Number(date))
  const wrong = (code: NoticeProblemCode): void => void draft.problems.push({ code, place, day })
  if (day === null) wrong('unreadable')
  else if (weekday !== undefined && weekday.replace('星期', '周').replace('天', '日') !== chineseWeekday(day)) wrong('weekday-differs')
  return { day, month }
}

function readProse({ draft, year, place }: Reading, line: string): void {
  const name = /^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?\s*)?([\p{Script=Han}、]{2,12})[:：]/u.exec(line)?.[1] ?? '放假'
  let month: number | null = null
  for (const match of line.matchAll(SPAN)) {
    const first = readDay({ draft, year, place }, match.slice(1, 5), month)
    const last = match[7] === undefined ? first : readDay({ draft, year, place }, match.slice(5, 9), first.month)
    month = last.month
    if (first.day === null || last.day === null) continue
    draft.off.push({ name, from: first.day, to: last.day })
    const told = /^[^。]{0,12}?共(\d{1,2})天/u.exec(line.slice((match.index ?? 0) + match[0].length))?.[1]
    const length = toDayNumber(last.day) - toDayNumber(first.day) + 1
    if (told !== undefined && Number(told) !== length) draft.problems.push({ code: 'count-differs', place, day: first.day })
  }
  for (const match of line.matchAll(WORK_LIST)) {
    month = null
    for (const one of (match[1] ?? '').matchAll(new RegExp(DAY, 'gu'))) {
      const read = readDay({ draft, year, place }, one.slice(1, 5), month)
      month = read.month
      if (read.day !== null) draft.workingWeekends.push(read.day)
    }
  }
}

function readText(text: string): Draft {
  const draft = emptyDraft()
  draft.number = /(国办发(?:明电)?\s*[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*\d+\s*号)/u.exec(text)?.[1]?.replace(/\s/gu, '') ?? null
  const published = /(\d{4})年(\d{1,2})月(\d{1,2})日\s*$/u.exec(text)
  draft.publishedOn = published === null ? null : dayOf(Number(published[1]), Number(published[2]), Number(published[3]))
  const year = Number(/(\d{4})年(?:元旦|部分节假日|[^。\n]{0,40}(?:放假|节假日))/u.exec(text)?.[1] ?? Number.NaN)
  if (!Number.isNaN(year)) draft.year = year
  text.split(/\r?\n/u).forEach((written, index) => {
    const line = written.replace(/\s+/gu, ' ').trim()
    const place = `line.${index + 1}`
    if (/^\|?\s*[-:|\s]+$/u.test(line) || readShort(draft, line, place)) return
    const dense = line.replace(/\s/gu, '')
    if (!/放假|上班/u.test(dense) || !/\d{1,2}日/u.test(dense)) return
    if (draft.year === null) draft.problems.push({ code: 'unreadable', place, day: null })
    else readProse({ draft, year: draft.year, place }, dense)
  })
  return draft
}
