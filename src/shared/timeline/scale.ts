/**
 * The time axis of the picture (时间刻度): days to pixels. Long stretches in which nothing happens are drawn short, with a
 * mark, so that an act of three years ago does not press the rest of the case into a corner.
 */
import { fromDayNumber, shiftDays, toDayNumber } from '../deadlines/day-arithmetic.ts'
import type { IsoDate } from '../values/values.ts'

export interface AxisBreak {
  readonly from: IsoDate
  readonly to: IsoDate
  /** Where the short stretch is drawn. */
  readonly x: number
  readonly width: number
}

export interface TimeScale {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly width: number
  /** Pixels of a day outside the breaks. */
  readonly dayWidth: number
  readonly breaks: readonly AxisBreak[]
  /** Left edge of the day; days outside the axis are held at its ends. */
  xOf(day: IsoDate): number
  /** Right edge of the day: what lasts through it ends here. */
  endOf(day: IsoDate): number
}

/** An empty stretch must be so long, and so much of the whole, to be drawn short. */
const EMPTY_DAYS = 32
const EMPTY_SHARE = 0.1
/** A short stretch is drawn as long as so many days of the rest. */
const DRAWN_SHARE = 0.04

interface Stretch {
  readonly first: number
  readonly last: number
  /** Days that it counts as in the picture. */
  weight: number
  readonly broken: boolean
}

function stretchesOf(days: readonly number[], first: number, last: number): Stretch[] {
  const whole = last - first
  const stretches: Stretch[] = []
  let at = first
  for (const [place, day] of days.entries()) {
    const next = days[place + 1]
    if (next === undefined || next - day < Math.max(EMPTY_DAYS, whole * EMPTY_SHARE)) continue
    // the days of the steps themselves stay at full width
    const [from, to] = [day + 2, next - 1]
    stretches.push({ first: at, last: from, weight: from - at, broken: false }, { first: from, last: to, weight: 0, broken: true })
    at = to
  }
  stretches.push({ first: at, last, weight: last - at, broken: false })
  const rest = stretches.reduce((sum, one) => sum + (one.broken ? 0 : one.weight), 0)
  for (const one of stretches) if (one.broken) one.weight = Math.max(3, rest * DRAWN_SHARE)
  return stretches
}

export interface ScaleWish {
  /** Days that must be seen; the axis goes from the first to the day after the last. */
  readonly days: readonly IsoDate[]
  /** Pixels for the whole; null where the width follows from `dayWidth`. */
  readonly width: number | null
  /** Pixels of a day where `width` is null. */
  readonly dayWidth: number
  /** Pixels kept free at both ends. */
  readonly margin: number
}

/** Null where there is no day to show. */
export function makeScale({ days, width, dayWidth, margin }: ScaleWish): TimeScale | null {
  const numbers = [...new Set(days.map(toDayNumber))].sort((one, other) => one - other)
  const [first] = numbers
  const lastDay = numbers.at(-1)
  if (first === undefined || lastDay === undefined) return null
  const last = lastDay + 1
  const stretches = stretchesOf(numbers, first, last)
  const weight = stretches.reduce((sum, one) => sum + one.weight, 0)
  const room = width === null ? weight * dayWidth : Math.max(1, width - 2 * margin)
  const unit = room / weight
  const whole = room + 2 * margin
  const placed = stretches.map((one) => ({ ...one, x: 0, span: one.weight * unit }))
  let x = margin
  for (const one of placed) {
    one.x = x
    x += one.span
  }
  const xOf = (day: IsoDate): number => {
    const number = Math.min(Math.max(toDayNumber(day), first), last)
    const held = placed.find((one) => number <= one.last) ?? placed.at(-1)
    if (held === undefined || held.last === held.first) return margin
    return held.x + (held.span * (number - held.first)) / (held.last - held.first)
  }
  return {
    from: fromDayNumber(first),
    to: fromDayNumber(last),
    width: whole,
    dayWidth: unit,
    breaks: placed.flatMap((one) => (one.broken ? [{ from: fromDayNumber(one.first), to: fromDayNumber(one.last), x: one.x, width: one.span }] : [])),
    xOf,
    endOf: (day) => xOf(shiftDays(day, 1)),
  }
}

export interface MonthMark {
  readonly day: IsoDate
  readonly x: number
}

/** First days of months on the axis, at least `apart` pixels from one another; none inside a break. */
export function monthMarks(scale: TimeScale, apart: number): MonthMark[] {
  const marks: MonthMark[] = []
  for (let number = toDayNumber(scale.from); number < toDayNumber(scale.to); number += 1) {
    const day = fromDayNumber(number)
    if (!day.endsWith('-01') || scale.breaks.some(({ from, to }) => day > from && day < to)) continue
    const x = scale.xOf(day)
    const before = marks.at(-1)
    if (before === undefined || x - before.x >= apart) marks.push({ day, x })
  }
  return marks
}

export interface Shade {
  readonly x: number
  readonly width: number
}

/** Days that follow one another and are alike (days off, days of a provisional year), as one shade; none inside a break. */
export function shades(scale: TimeScale, isShaded: (day: IsoDate) => boolean): Shade[] {
  const found: Shade[] = []
  const end = toDayNumber(scale.to)
  let since: IsoDate | null = null
  for (let number = toDayNumber(scale.from); number <= end; number += 1) {
    const day = fromDayNumber(number)
    const shaded = number < end && !scale.breaks.some(({ from, to }) => day >= from && day < to) && isShaded(day)
    if (shaded) since ??= day
    else if (since !== null) {
      const x = scale.xOf(since)
      // the end of a shade before a break is the beginning of the break
      const stop = scale.breaks.find(({ from, to }) => day > from && day <= to)
      found.push({ x, width: (stop === undefined ? scale.xOf(day) : stop.x) - x })
      since = null
    }
  }
  return found.filter(({ width }) => width > 0)
}
