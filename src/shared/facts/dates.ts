/**
 * Dates (日期) and times of day as printed, digits or Chinese numerals, whole or without the year that an earlier one
 * gave. What a day is comes from the words around it: see `date-meanings.ts`.
 */
import type { IsoDate } from '../values/values.ts'
import { isoDateSchema } from '../values/values.ts'
import { chineseInteger } from './chinese-numerals.ts'

export interface PrintedMoment {
  readonly day: IsoDate
  readonly time: string | null
  readonly until: { readonly day: IsoDate; readonly time: string | null } | null
  /** Places in the tight view. */
  readonly start: number
  readonly end: number
  /** False where the year was carried forward from an earlier date. */
  readonly whole: boolean
}

const YEAR = '(?:19|20)\\d\\n?\\d|[一二][〇零0Oo一二三四五六七八九\\d]{3}'
const NUMBER = '\\d{1,2}|[一二三四五六七八九十]{1,3}|元'
const DAY = new RegExp(
  `(?:(${YEAR})\\n?(?:年\\n?(${NUMBER})\\n?月\\n?(${NUMBER})\\n?[日号]?|` +
    `[.\\-/](\\d{1,2})[.\\-/](\\d{1,2})(?:(?!\\d)|(?<=\\d{2})(?=\\d{2}:\\d{2})))|(?<![\\d年])(${NUMBER})月\\n?(${NUMBER})\\n?[日号])`,
  'gu',
)
const TIME = new RegExp(
  String.raw`^(?:日)?[\n\t]?(上午|下午|中午|晚上|晚|凌晨|早上)?[\n\t]?(?:(\d{1,2}|[一二三四五六七八九十]{1,3})时(?:(\d{1,2}|` +
    String.raw`[一二三四五六七八九十〇零]{1,3})分?|半)?(?:\d{1,2}秒)?|(\d{1,2}):(\d{2})(?::\d{2})?|(\d{1,2}|` +
    String.raw`[一二三四五六七八九十]{1,3})点(?:(\d{1,2})分|半)?)`,
  'u',
)
const TO = /^(?:至|到|起至|起到|-|—|~){1,2}/u

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function dayOf(year: number, month: number | null, day: number | null): IsoDate | null {
  if (month === null || day === null) return null
  const parsed = isoDateSchema.safeParse(`${year}-${twoDigits(month)}-${twoDigits(day)}`)
  return parsed.success ? parsed.data : null
}

interface ReadTime {
  readonly time: string
  readonly length: number
}

function timeAt(text: string, place: number): ReadTime | null {
  const match = TIME.exec(text.slice(place, place + 24))
  if (match === null) return null
  const hourText = match[2] ?? match[4] ?? match[6]
  const minuteText = match[3] ?? match[5] ?? match[7] ?? (match[0].endsWith('半') ? '30' : '0')
  const hour = chineseInteger(hourText ?? '')
  const minute = chineseInteger(minuteText)
  if (hour === null || minute === null || hour > 24 || minute > 59) return null
  const later = (match[1] === '下午' || match[1]?.startsWith('晚') === true) && hour < 12 ? 12 : 0
  return { time: `${twoDigits((hour + later) % 24)}:${twoDigits(minute)}`, length: match[0].length }
}

interface ReadDay {
  readonly day: IsoDate
  readonly year: number
  readonly end: number
  readonly whole: boolean
}

function dayFrom(match: RegExpMatchArray, year: number | null): ReadDay | null {
  const end = (match.index ?? 0) + match[0].length
  const clean = (text: string | undefined): number | null =>
    text === undefined ? null : chineseInteger(text.replace(/[\nO]/gu, (mark) => (mark === 'O' ? '0' : '')))
  if (match[1] !== undefined) {
    const printed = clean(match[1].replaceAll('o', '0'))
    const day = printed === null ? null : dayOf(printed, clean(match[2] ?? match[4]), clean(match[3] ?? match[5]))
    return day === null || printed === null ? null : { day, year: printed, end, whole: true }
  }
  if (year === null) return null
  const day = dayOf(year, clean(match[6]), clean(match[7]))
  return day === null ? null : { day, year, end, whole: false }
}

interface Ending {
  readonly until: PrintedMoment['until']
  readonly end: number
}

/** What follows 至: a time of the same day, or another day with or without a time. */
function endingAt(text: string, place: number, from: ReadDay): Ending | null {
  const to = TO.exec(text.slice(place, place + 4))
  if (to === null) return null
  const at = place + to[0].length
  const rest = text.slice(at, at + 28)
  const sameDay = timeAt(text, at)
  if (sameDay !== null) return { until: { day: from.day, time: sameDay.time }, end: at + sameDay.length }
  DAY.lastIndex = 0
  const match = DAY.exec(rest)
  DAY.lastIndex = 0
  if (match !== null && match.index === 0) {
    const read = dayFrom(match, from.year)
    if (read === null) return null
    const time = timeAt(rest, read.end)
    return { until: { day: read.day, time: time?.time ?? null }, end: at + read.end + (time?.length ?? 0) }
  }
  const dayOnly = /^(\d{1,2})日/u.exec(rest)
  const day = dayOnly === null ? null : dayOf(from.year, Number(from.day.slice(5, 7)), Number(dayOnly[1]))
  return day === null ? null : { until: { day, time: null }, end: at + (dayOnly?.[0].length ?? 0) }
}

/** The year of a day printed without one: that of the date just before it in a list or span, else the document's. */
function yearCarried(
  text: string,
  match: RegExpMatchArray,
  last: PrintedMoment | undefined,
  year: number | null,
): number | null {
  if (last === undefined) return year
  const near = text.slice(last.end, match.index)
  const lastYear = Number((last.until?.day ?? last.day).slice(0, 4))
  return year === null || (near.length <= 10 && !/[,。;]/u.test(near)) ? lastYear : year
}

interface DocumentYear {
  readonly year: number
  /** The day that closes the document, where it is printed in digits. */
  readonly day: IsoDate | null
}

/** The year that the document speaks of: of the day that closes it, else of its number, else of its first date. */
function documentYear(text: string): DocumentYear | null {
  const closing = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?=[^\n\d]{0,8}\s*$)/u.exec(text.slice(-60))
  if (closing !== null)
    return { year: Number(closing[1]), day: dayOf(Number(closing[1]), Number(closing[2]), Number(closing[3])) }
  const number = /[[(]((?:19|20)\d{2})[\])]/u.exec(text.slice(0, 400))?.[1]
  const first = /((?:19|20)\d{2})年\d{1,2}月\d{1,2}日(?!出生|生)/u.exec(text.slice(0, 2000))?.[1]
  const found = number ?? first
  return found === undefined ? null : { year: Number(found), day: null }
}

/** 二〇二三年, 2023.5.6, 2023-05-06, 2023年5月6日9时10分至9时50分, 5月6日 behind a date with its year. */
export function printedMoments(text: string): readonly PrintedMoment[] {
  const moments: PrintedMoment[] = []
  const year = documentYear(text)
  let covered = 0
  for (const match of text.matchAll(DAY)) {
    const start = match.index
    if (start < covered) continue
    // 〔2023〕第5-12-3号 and 13.2023.5 are no days.
    if (match[4] !== undefined && /[\dA-Za-z.\-/]/u.test(text.charAt(start - 1))) continue
    const carried = yearCarried(text, match, moments.at(-1), year?.year ?? null)
    const near = dayFrom(match, carried)
    // A day later than the document itself was in the year before: 11月16日 in a report of 24 April.
    const late =
      near !== null &&
      !near.whole &&
      year !== null &&
      year.day !== null &&
      near.day > year.day &&
      carried === year.year
    const read =
      late && !/^(?:前|以前|之前|届满|止|到期)/u.test(text.slice(near.end, near.end + 3))
        ? dayFrom(match, carried - 1)
        : near
    if (read === null) continue
    const time = timeAt(text, read.end)
    const afterTime = read.end + (time?.length ?? 0)
    const ending = endingAt(text, afterTime, read)
    const end = ending?.end ?? afterTime
    moments.push({
      day: read.day,
      time: time?.time ?? null,
      until: ending?.until ?? null,
      start,
      end,
      whole: read.whole,
    })
    covered = end
  }
  return moments
}
