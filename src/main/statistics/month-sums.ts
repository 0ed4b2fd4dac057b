/** The reviews of a month, summed by shape; kept with the month where nothing but its reviews and the calendar goes into the sums. */
import { toDayNumber } from '../../shared/deadlines/day-arithmetic.ts'
import { sumFigures, type FigureSum } from '../../shared/statistics/figures.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { CountedShape } from './counted-shapes.ts'
import { NO_DAY, type MonthOfReviews } from './review-columns.ts'
import type { WorkingDayCounter } from './working-day-counter.ts'

/** By id of the shape. */
type MonthSums = ReadonlyMap<number, FigureSum>

/**
 * By the month as it was read: to one to which a review was added belongs another object. Working days are those of the
 * calendar; another notice of days off makes another one.
 */
const kept = new WeakMap<MonthOfReviews, { readonly calendar: WorkingDayCounter['calendar']; readonly sums: MonthSums }>()

/** Sums are kept where they are fewer than the reviews by this factor: else they take more room and save nothing. */
const FEWER = 4

/** Of the reviews of the month that were issued from `first` to `last`. */
export function sumsOfMonth(
  month: MonthOfReviews,
  shapes: readonly CountedShape[],
  counter: WorkingDayCounter,
  { first, last }: { readonly first: IsoDate; readonly last: IsoDate },
): MonthSums {
  // a round that began before the counter's first day counts without its working days: so many are counted for this question only
  const whole = first <= `${month.month}-01` && last >= `${month.month}-31` && month.firstAccepted >= counter.start
  const there = whole ? kept.get(month) : undefined
  if (there?.calendar === counter.calendar) return there.sums
  const sums = counted(month, shapes, counter, [toDayNumber(first), toDayNumber(last)])
  if (whole && sums.size * FEWER <= month.count) kept.set(month, { calendar: counter.calendar, sums })
  return sums
}

function counted(month: MonthOfReviews, shapes: readonly CountedShape[], counter: WorkingDayCounter, [begin, end]: readonly [number, number]): MonthSums {
  const { count, shapes: ids, issued, accepted, due, returned, defects, defectsFrom } = month
  const sums = new Map<number, FigureSum>()
  for (let row = 0; row < count; row += 1) {
    // one by one: a list for each of a hundred thousand rows costs more than the counting
    const id = ids[row] ?? 0
    const shape = shapes[id]
    const on = issued[row] ?? NO_DAY
    const dueOn = due[row] ?? NO_DAY
    const from = accepted[row] ?? NO_DAY
    if (shape === undefined || on < begin || on > end) continue
    let sum = sums.get(id)
    if (sum === undefined) sums.set(id, (sum = sumFigures()))
    sum.count({
      inTime: dueOn === NO_DAY ? null : on <= dueOn,
      workingDays: from === NO_DAY ? null : counter.betweenNumbers(from, on),
      returned: returned[row] === 1,
      type: shape.type,
      defects,
      from: defectsFrom[row] ?? 0,
      to: defectsFrom[row + 1] ?? 0,
    })
  }
  return sums
}
