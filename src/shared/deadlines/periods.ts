/** Periods of law (期间): from the day of an event to the last day on which something can still be done in time. */
import type { IsoDate } from '../values/values.ts'
import { countOf, shiftDays, shiftMonths } from './day-arithmetic.ts'
import type { StatutoryCalendar } from './calendar.ts'
import { basisOf, type LegalBasis, type Regime } from './regimes.ts'

/** A length of time. Years are twelve months each; the corresponding-day rule is the same (民法典 art. 202). */
export interface Period {
  readonly kind: 'workingDays' | 'calendarDays' | 'months' | 'hours'
  readonly n: number
}

/** A period that ends with a day; hours end with a moment, see `addHours`. */
export type DayPeriod = Period & { readonly kind: 'workingDays' | 'calendarDays' | 'months' }

/** The end of a period. */
export interface Deadline {
  /** The last day of the period (届满日), always a working day unless the period is empty. */
  readonly due: IsoDate
  /** The last day before it was moved off a holiday; null where nothing was moved. */
  readonly rolledFrom: IsoDate | null
  /**
   * Act by this working day: the due day itself, or the last working day before the holiday that moved it, if that is
   * not before the start.
   */
  readonly advice: IsoDate
  /** The result rests on days whose arrangement is not published or not verified. */
  readonly provisional: boolean
  readonly basis: readonly LegalBasis[]
}

/** A number of days, and whether any day that was looked at is provisional. */
export interface DayCount {
  readonly days: number
  readonly provisional: boolean
}

interface Step {
  readonly day: IsoDate
  readonly provisional: boolean
}

/** The n-th working day after (direction 1) or before (-1) a day that is not counted itself. */
function walk(calendar: StatutoryCalendar, start: IsoDate, n: number, direction: 1 | -1): Step {
  let day = start
  let provisional = false
  for (let left = countOf(n); left > 0; ) {
    day = shiftDays(day, direction)
    const status = calendar.statusOf(day)
    provisional ||= status.provisional
    if (status.working) left -= 1
  }
  return { day, provisional }
}

/** The day itself if it is a working day, else the nearest one in the direction. */
function nearest(calendar: StatutoryCalendar, day: IsoDate, direction: 1 | -1): Step {
  const status = calendar.statusOf(day)
  if (status.working) return { day, provisional: status.provisional }
  const step = walk(calendar, day, 1, direction)
  return { day: step.day, provisional: step.provisional || status.provisional }
}

function rolled(calendar: StatutoryCalendar, start: IsoDate, last: IsoDate, basis: readonly LegalBasis[]): Deadline {
  const due = nearest(calendar, last, 1)
  const before = nearest(calendar, last, -1)
  // A period that lies within one holiday leaves no working day to act on before its end.
  const advice = before.day < start ? due : before
  return {
    due: due.day,
    rolledFrom: due.day === last ? null : last,
    advice: advice.day,
    provisional: due.provisional || advice.provisional,
    basis,
  }
}

/**
 * The n-th working day after the start day, which is not counted (开始的当日不计入). `n` 0 gives the start day.
 * @param regime whose counting rule is cited as basis
 */
export function addWorkingDays(
  calendar: StatutoryCalendar,
  start: IsoDate,
  n: number,
  regime: Regime = 'general',
): Deadline {
  const { day, provisional } = walk(calendar, start, n, 1)
  return { due: day, rolledFrom: null, advice: day, provisional, basis: basisOf('workingDays', n, regime) }
}

/** The n-th day after the start day; if that is no working day, the next one (民法典 art. 203). */
export function addCalendarDays(
  calendar: StatutoryCalendar,
  start: IsoDate,
  n: number,
  regime: Regime = 'general',
): Deadline {
  return rolled(calendar, start, shiftDays(start, countOf(n)), basisOf('calendarDays', n, regime))
}

/** The corresponding day n months later, or the month's last day (民法典 art. 202), moved off holidays as days are. */
export function addMonths(
  calendar: StatutoryCalendar,
  start: IsoDate,
  n: number,
  regime: Regime = 'general',
): Deadline {
  return rolled(calendar, start, shiftMonths(start, countOf(n)), basisOf('months', n, regime))
}

export function addYears(
  calendar: StatutoryCalendar,
  start: IsoDate,
  n: number,
  regime: Regime = 'general',
): Deadline {
  return addMonths(calendar, start, countOf(n) * 12, regime)
}

/** The end of any period that ends with a day. */
export function deadlineOf(
  calendar: StatutoryCalendar,
  start: IsoDate,
  period: DayPeriod,
  regime: Regime = 'general',
): Deadline {
  switch (period.kind) {
    case 'workingDays':
      return addWorkingDays(calendar, start, period.n, regime)
    case 'calendarDays':
      return addCalendarDays(calendar, start, period.n, regime)
    case 'months':
      return addMonths(calendar, start, period.n, regime)
  }
}

/**
 * The n-th working day before a day, which is not counted itself. A hearing on that day must be notified on the result
 * at the latest (APL art. 64: seven days before). `n` 0 gives the day itself.
 */
export function workingDayBefore(
  calendar: StatutoryCalendar,
  day: IsoDate,
  n: number,
): { readonly day: IsoDate; readonly provisional: boolean } {
  return walk(calendar, day, n, -1)
}

/** Whole months that were counted before: what is over for years is counted again for each light of a board. */
const MONTHS = new WeakMap<StatutoryCalendar, Map<IsoDate, DayCount>>()

/** The first day of the next month; after the last month that can be written, something later than any day. */
function nextMonth(day: IsoDate): IsoDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  if (month < 12) return `${day.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01` as IsoDate
  return (year === 9999 ? '9999-99-99' : `${String(year + 1).padStart(4, '0')}-01-01`) as IsoDate
}

/** Day by day, after `first` up to and including `last`. */
function countDays(calendar: StatutoryCalendar, first: IsoDate, last: IsoDate): DayCount {
  let days = 0
  let provisional = false
  for (let day = first; day < last; ) {
    day = shiftDays(day, 1)
    const status = calendar.statusOf(day)
    provisional ||= status.provisional
    if (status.working) days += 1
  }
  return { days, provisional }
}

function countMonth(calendar: StatutoryCalendar, begins: IsoDate): DayCount {
  const known = MONTHS.get(calendar) ?? new Map<IsoDate, DayCount>()
  MONTHS.set(calendar, known)
  const counted = known.get(begins) ?? countDays(calendar, shiftDays(begins, -1), shiftDays(nextMonth(begins), -1))
  known.set(begins, counted)
  return counted
}

/** Working days after `from` up to and including `to`; negative, the other way round, if `to` is earlier. */
export function workingDaysBetween(calendar: StatutoryCalendar, from: IsoDate, to: IsoDate): DayCount {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
  let begins = nextMonth(first)
  if (begins > last) {
    const { days, provisional } = countDays(calendar, first, last)
    return { days: days === 0 ? 0 : days * sign, provisional }
  }
  const parts = [countDays(calendar, first, shiftDays(begins, -1))]
  for (let next = nextMonth(begins); next <= last; begins = next, next = nextMonth(next)) parts.push(countMonth(calendar, begins))
  parts.push(countDays(calendar, shiftDays(begins, -1), last))
  const days = parts.reduce((sum, part) => sum + part.days, 0)
  return { days: days === 0 ? 0 : days * sign, provisional: parts.some(({ provisional }) => provisional) }
}

/** Working days of a calendar year: 248 in 2026. */
export function workingDaysInYear(calendar: StatutoryCalendar, year: number): DayCount {
  return workingDaysBetween(calendar, `${year - 1}-12-31` as IsoDate, `${year}-12-31` as IsoDate)
}
