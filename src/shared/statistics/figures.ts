/**
 * Figures of issued reviews (统计指标). One review is one round with an issued opinion; it counts on the day of its issue.
 * What each figure means stands beside it, because two offices that count differently cannot be compared.
 */
import type { OpinionTypeCode } from '../catalogue/vocabulary.ts'
import type { IsoDate } from '../values/values.ts'
import { addTally, emptySums } from './tally.ts'

/** One issued review, as the walk needs it. */
export interface CountedReview {
  readonly issuedOn: IsoDate
  readonly dueOn: IsoDate | null
  /** Working days from acceptance to issue; null where the day of acceptance is not known. */
  readonly workingDays: number | null
  /** How often this round was returned for supplement. */
  readonly returns: number
  readonly type: OpinionTypeCode
  readonly tally: string
}

export interface ReviewFigures {
  readonly reviews: number
  /** 按期率: issued on or before the due day, of those whose due day is known. */
  readonly inTime: number
  readonly withDueDay: number
  /** 退回补正率: reviews that were returned at least once. */
  readonly returned: number
  /** Opinions that agree at once (同意), and those that agree after changes (修改完善后同意). */
  readonly agreed: number
  readonly agreedAfterChanges: number
  /** Defects by heading and severity: 24 sums, see `tally.ts`. */
  readonly defects: readonly number[]
  readonly workingDays: { readonly known: number; readonly sum: number; readonly median: number | null }
}

export interface FigureSum {
  add(review: CountedReview): void
  figures(): ReviewFigures
}

/** Working days are counted by value: the median needs no list of a hundred thousand numbers. */
export function sumFigures(): FigureSum {
  let [reviews, inTime, withDueDay, returned, agreed, agreedAfterChanges, known, sum] = [0, 0, 0, 0, 0, 0, 0, 0]
  const defects = emptySums()
  const byDays = new Map<number, number>()
  return {
    add({ issuedOn, dueOn, workingDays, returns, type, tally }) {
      reviews += 1
      if (dueOn !== null) {
        withDueDay += 1
        if (issuedOn <= dueOn) inTime += 1
      }
      if (returns > 0) returned += 1
      if (type === 'T-OK') agreed += 1
      else if (type === 'T-COND') agreedAfterChanges += 1
      addTally(defects, tally)
      if (workingDays !== null) {
        known += 1
        sum += workingDays
        byDays.set(workingDays, (byDays.get(workingDays) ?? 0) + 1)
      }
    },
    figures: () => ({
      reviews,
      inTime,
      withDueDay,
      returned,
      agreed,
      agreedAfterChanges,
      defects: [...defects],
      workingDays: { known, sum, median: medianOf(byDays, known) },
    }),
  }
}

/** The middle value; of an even number the mean of the two in the middle. */
function medianOf(byValue: ReadonlyMap<number, number>, count: number): number | null {
  if (count === 0) return null
  const [lower, upper] = [Math.floor((count - 1) / 2), Math.floor(count / 2)]
  const values = [...byValue].sort(([one], [other]) => one - other)
  const at = (place: number): number => {
    let seen = 0
    for (const [value, times] of values) {
      seen += times
      if (place < seen) return value
    }
    return 0
  }
  return (at(lower) + at(upper)) / 2
}

/** A share of a whole, from 0 to 1; null where there is no whole. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** The same span of the year before; 29 February becomes 28. */
export function yearBefore(day: IsoDate): IsoDate {
  const [year = '', rest = ''] = [day.slice(0, 4), day.slice(4)]
  return `${String(Number(year) - 1).padStart(4, '0')}${rest === '-02-29' ? '-02-28' : rest}` as IsoDate
}
