/**
 * Arithmetic on calendar days without time zones: a day is a whole number of days since 1970-01-01. Results may lie
 * past `LATEST_DATE` of the values, which bounds what people enter, not what follows from it.
 */
import type { IsoDate, IsoInstant } from '../values/values.ts'

const MILLISECONDS_A_DAY = 86_400_000
const MILLISECONDS_AN_HOUR = 3_600_000

/** Days since 1970-01-01. */
export function toDayNumber(day: IsoDate): number {
  const [year, month, date] = partsOf(day)
  return Date.UTC(year, month - 1, date) / MILLISECONDS_A_DAY
}

export function fromDayNumber(dayNumber: number): IsoDate {
  return new Date(dayNumber * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as IsoDate
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7
}

export function isWeekend(dayNumber: number): boolean {
  const weekday = weekdayOf(dayNumber)
  return weekday === 0 || weekday === 6
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4))
}

/** The number of days from one day to another; negative if the other is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** The day so many days later, or earlier if negative; no rolling. */
export function shiftDays(day: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(day) + days)
}

/**
 * The corresponding day so many months later; where the month has none, its last day (民法典 art. 202): 01-31 and one
 * month is 02-28 or 02-29. No rolling.
 */
export function shiftMonths(day: IsoDate, months: number): IsoDate {
  const [year, month, date] = partsOf(day)
  const target = year * 12 + (month - 1) + months
  const targetYear = Math.floor(target / 12)
  const targetMonth = target - targetYear * 12
  const lastDate = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate()
  return fromDayNumber(Date.UTC(targetYear, targetMonth, Math.min(date, lastDate)) / MILLISECONDS_A_DAY)
}

/** A moment so many hours later. Hours run through nights and holidays (民法典 art. 201 para 2). */
export function addHours(moment: IsoInstant, hours: number): IsoInstant {
  const shifted = Date.parse(moment) + countOf(hours) * MILLISECONDS_AN_HOUR
  return new Date(shifted).toISOString() as IsoInstant
}

/** A period's length: a whole number, zero or more. Anything else is a mistake of the program or of the catalogue. */
export function countOf(n: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a length of a period: ${n}`)
  return n
}

function partsOf(day: IsoDate): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}
