/** Working days between two days for a hundred thousand pairs: the calendar is asked once for each day, not once for each pair. */
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import { shiftDays, toDayNumber } from '../../shared/deadlines/day-arithmetic.ts'
import type { IsoDate } from '../../shared/values/values.ts'

export interface WorkingDayCounter {
  /** Working days after `from` up to and including `to`; 0 where `to` is not later, null outside what was counted. */
  between(from: IsoDate, to: IsoDate): number | null
  /** The same of day numbers. */
  betweenNumbers(from: number, to: number): number | null
  readonly provisionalYears: readonly number[]
}

/** The counter asked for last, by calendar: the same days are asked for again and again. */
const counters = new WeakMap<StatutoryCalendar, { readonly span: string; readonly counter: WorkingDayCounter }>()

export function workingDayCounter(calendar: StatutoryCalendar, first: IsoDate, last: IsoDate): WorkingDayCounter {
  const span = `${first}/${last}`
  const there = counters.get(calendar)
  if (there?.span === span) return there.counter
  const counter = newCounter(calendar, first, last)
  counters.set(calendar, { span, counter })
  return counter
}

function newCounter(calendar: StatutoryCalendar, first: IsoDate, last: IsoDate): WorkingDayCounter {
  const start = toDayNumber(first)
  const length = toDayNumber(last) - start + 1
  // counted[i]: working days up to and including day i
  const counted = new Int32Array(Math.max(0, length))
  const provisional = new Set<number>()
  let sum = 0
  let day = first
  for (let at = 0; at < length; at += 1) {
    const status = calendar.statusOf(day)
    if (status.working) sum += 1
    if (status.provisional) provisional.add(Number(day.slice(0, 4)))
    counted[at] = sum
    day = shiftDays(day, 1)
  }
  const betweenNumbers = (from: number, to: number): number | null => {
    const [begin, end] = [from - start, to - start]
    if (begin < 0 || end >= length) return null
    return end <= begin ? 0 : (counted[end] ?? 0) - (counted[begin] ?? 0)
  }
  return {
    betweenNumbers,
    between: (from, to) => betweenNumbers(toDayNumber(from), toDayNumber(to)),
    provisionalYears: [...provisional].sort((one, other) => one - other),
  }
}
