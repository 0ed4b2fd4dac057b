/**
 * Figures of issued reviews (统计指标). One review is one round with an issued opinion; it counts on the day of its issue.
 * What each figure means stands beside it, because two offices that count differently cannot be compared.
 */
import { SEVERITIES, type OpinionTypeCode } from '../catalogue/vocabulary.ts'
import type { IsoDate } from '../values/values.ts'
import { addTally, emptySums, HEADINGS } from './tally.ts'

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

/** One issued review as it is counted a hundred thousand times over: nothing in it is a text. */
export interface CountedRow {
  /** Null where the due day is not known. */
  readonly inTime: boolean | null
  readonly workingDays: number | null
  readonly returned: boolean
  readonly type: OpinionTypeCode
  /** Defects in the order of `tally.ts`, from place `at`. */
  readonly defects: Uint8Array
  readonly at: number
}

export interface FigureSum {
  add(review: CountedReview): void
  count(row: CountedRow): void
  /** All that the other one counted. */
  join(other: FigureSum): void
  figures(): ReviewFigures
  /** Working days by value: the median needs no list of a hundred thousand numbers. */
  readonly byDays: ReadonlyMap<number, number>
}

const NO_ROW = new Uint8Array(HEADINGS * SEVERITIES.length)

export function sumFigures(): FigureSum {
  let [reviews, inTime, withDueDay, returned, agreed, agreedAfterChanges, known, sum] = [0, 0, 0, 0, 0, 0, 0, 0]
  const defects = emptySums()
  const byDays = new Map<number, number>()
  const count = (row: CountedRow): void => {
    reviews += 1
    if (row.inTime !== null) {
      withDueDay += 1
      if (row.inTime) inTime += 1
    }
    if (row.returned) returned += 1
    if (row.type === 'T-OK') agreed += 1
    else if (row.type === 'T-COND') agreedAfterChanges += 1
    for (let place = 0; place < defects.length; place += 1) defects[place] = (defects[place] ?? 0) + (row.defects[row.at + place] ?? 0)
    if (row.workingDays !== null) {
      known += 1
      sum += row.workingDays
      byDays.set(row.workingDays, (byDays.get(row.workingDays) ?? 0) + 1)
    }
  }
  return {
    byDays,
    count,
    add({ issuedOn, dueOn, workingDays, returns, type, tally }) {
      count({ inTime: dueOn === null ? null : issuedOn <= dueOn, workingDays, returned: returns > 0, type, defects: NO_ROW, at: 0 })
      addTally(defects, tally)
    },
    join(other) {
      const own = other.figures()
      reviews += own.reviews
      inTime += own.inTime
      withDueDay += own.withDueDay
      returned += own.returned
      agreed += own.agreed
      agreedAfterChanges += own.agreedAfterChanges
      known += own.workingDays.known
      sum += own.workingDays.sum
      own.defects.forEach((n, place) => (defects[place] = (defects[place] ?? 0) + n))
      for (const [days, times] of other.byDays) byDays.set(days, (byDays.get(days) ?? 0) + times)
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
