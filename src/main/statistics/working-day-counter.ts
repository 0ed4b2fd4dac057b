/** Working days between two days for a hundred thousand pairs: the calendar is asked once for each day, not once for each pair. */
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import { fromDayNumber, toDayNumber } from '../../shared/deadlines/day-arithmetic.ts'
import type { IsoDate } from '../../shared/values/values.ts'

export interface WorkingDayCounter {
  /** Working days after one day up to and including another, as day numbers; 0 where it is not later, null outside what was counted. */
  betweenNumbers(from: number, to: number): number | null
  readonly provisionalYears: readonly number[]
  /** The first day that is counted, as a number, and the calendar that says what is a working day. */
  readonly start: number
  readonly calendar: StatutoryCalendar
}

/** What a calendar says of the days of a year; `toDayNumber` of the first of them. */
interface KnownYear {
  readonly start: number
  readonly working: readonly boolean[]
  readonly provisional: readonly boolean[]
}

/** Years that were asked for, by calendar: it never changes, a new notice of days off makes a new one. */
const known = new WeakMap<StatutoryCalendar, Map<number, KnownYear>>()

function yearOf(calendar: StatutoryCalendar, year: number): KnownYear {
  const years = known.get(calendar) ?? new Map<number, KnownYear>()
  known.set(calendar, years)
  const there = years.get(year)
  if (there !== undefined) return there
  const [start, end] = [toDayNumber(`${year}-01-01` as IsoDate), toDayNumber(`${year + 1}-01-01` as IsoDate)]
  const days = Array.from({ length: end - start }, (_, at) => calendar.statusOf(fromDayNumber(start + at)))
  const read = { start, working: days.map(({ working }) => working), provisional: days.map(({ provisional }) => provisional) }
  years.set(year, read)
  return read
}

export function workingDayCounter(calendar: StatutoryCalendar, first: IsoDate, last: IsoDate): WorkingDayCounter {
  const start = toDayNumber(first)
  const length = toDayNumber(last) - start + 1
  // counted[i]: working days up to and including day i
  const counted = new Int32Array(Math.max(0, length))
  const provisional = new Set<number>()
  let sum = 0
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    const days = yearOf(calendar, year)
    const [begin, end] = [Math.max(start, days.start), Math.min(start + length, days.start + days.working.length)]
    for (let day = begin; day < end; day += 1) {
      if (days.working[day - days.start] === true) sum += 1
      if (days.provisional[day - days.start] === true) provisional.add(year)
      counted[day - start] = sum
    }
  }
  const betweenNumbers = (from: number, to: number): number | null => {
    const [begin, end] = [from - start, to - start]
    if (begin < 0 || end >= length) return null
    return end <= begin ? 0 : (counted[end] ?? 0) - (counted[begin] ?? 0)
  }
  return {
    start,
    calendar,
    betweenNumbers,
    provisionalYears: [...provisional].sort((one, other) => one - other),
  }
}
