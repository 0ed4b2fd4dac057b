/**
 * Figures of issued reviews (统计指标). One review is one round with an issued opinion; it counts on the day of its issue.
 * What each figure means stands beside it, because two offices that count differently cannot be compared.
 */
import type { OpinionTypeCode } from '../catalogue/vocabulary.ts'
import type { IsoDate } from '../values/values.ts'
import { emptySums } from './tally.ts'

/** One issued review as it is counted a hundred thousand times over: nothing in it is a text but its type. */
export interface CountedReview {
  /** Null where the due day is not known. */
  readonly inTime: boolean | null
  /** Working days from acceptance to issue, those included in which the review rested; null where the day of acceptance is not known. */
  readonly workingDays: number | null
  /** Returned for supplement, instead of accepted, at least once in this round. */
  readonly returned: boolean
  readonly type: OpinionTypeCode
  /** Pairs of `readDefects`; those of this review are from `from` up to `to`. */
  readonly defects: ArrayLike<number>
  readonly from: number
  readonly to: number
}

export interface ReviewFigures {
  readonly reviews: number
  /** 按期率: issued on or before the due day, of those whose due day is known. */
  readonly inTime: number
  readonly withDueDay: number
  /** 退回补正率: reviews that were returned at least once before acceptance; papers asked for in the review are no return. */
  readonly returned: number
  /** Opinions that agree at once (同意), and those that agree after changes (修改完善后同意). */
  readonly agreed: number
  readonly agreedAfterChanges: number
  /** Defects by heading and severity: 24 sums, see `tally.ts`. */
  readonly defects: readonly number[]
  readonly workingDays: { readonly known: number; readonly sum: number; readonly median: number | null }
}

/** Sums of reviews; a class, for what its fields cost is known when a hundred thousand are counted. */
export class FigureSum {
  #reviews = 0
  #inTime = 0
  #withDueDay = 0
  #returned = 0
  #agreed = 0
  #agreedAfterChanges = 0
  #known = 0
  #workingDays = 0
  readonly #defects = emptySums()
  /** How many reviews took so many working days; the median needs no list of a hundred thousand numbers. */
  readonly #byDays: number[] = []

  count({ inTime, workingDays, returned, type, defects, from, to }: CountedReview): void {
    this.#reviews += 1
    if (inTime !== null) {
      this.#withDueDay += 1
      if (inTime) this.#inTime += 1
    }
    if (returned) this.#returned += 1
    if (type === 'T-OK') this.#agreed += 1
    else if (type === 'T-COND') this.#agreedAfterChanges += 1
    const own = this.#defects
    for (let at = from; at < to; at += 2) {
      const place = defects[at] ?? 0
      own[place] = (own[place] ?? 0) + (defects[at + 1] ?? 0)
    }
    if (workingDays !== null) {
      this.#known += 1
      this.#workingDays += workingDays
      this.#addDays(workingDays, 1)
    }
  }

  /** All that the other one counted. */
  join(other: FigureSum): void {
    this.#reviews += other.#reviews
    this.#inTime += other.#inTime
    this.#withDueDay += other.#withDueDay
    this.#returned += other.#returned
    this.#agreed += other.#agreed
    this.#agreedAfterChanges += other.#agreedAfterChanges
    this.#known += other.#known
    this.#workingDays += other.#workingDays
    for (let place = 0; place < this.#defects.length; place += 1) this.#defects[place] = (this.#defects[place] ?? 0) + (other.#defects[place] ?? 0)
    for (let days = 0; days < other.#byDays.length; days += 1) this.#addDays(days, other.#byDays[days] ?? 0)
  }

  figures(): ReviewFigures {
    return {
      reviews: this.#reviews,
      inTime: this.#inTime,
      withDueDay: this.#withDueDay,
      returned: this.#returned,
      agreed: this.#agreed,
      agreedAfterChanges: this.#agreedAfterChanges,
      defects: [...this.#defects],
      workingDays: { known: this.#known, sum: this.#workingDays, median: medianOf(this.#byDays, this.#known) },
    }
  }

  #addDays(days: number, times: number): void {
    const own = this.#byDays
    while (own.length <= days) own.push(0)
    own[days] = (own[days] ?? 0) + times
  }
}

export const sumFigures = (): FigureSum => new FigureSum()

/** The middle value; of an even number the mean of the two in the middle. */
function medianOf(times: readonly number[], count: number): number | null {
  if (count === 0) return null
  const [lower, upper] = [Math.floor((count - 1) / 2), Math.floor(count / 2)]
  const at = (place: number): number => {
    let seen = 0
    return times.findIndex((n) => (seen += n) > place)
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
