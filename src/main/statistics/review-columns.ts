/**
 * Issued reviews as columns of numbers, month by month, kept while the station is open: what was issued never changes, so
 * a month is read again only when something was added to it. `issued_months` has them packed, in one text for each month,
 * written in the transaction that issued them.
 */
import { readDefects, SIGNS } from '../../shared/statistics/tally.ts'
import { toDayNumber } from '../../shared/deadlines/day-arithmetic.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'
import { countedShapes, type CountedShape } from './counted-shapes.ts'

/** Where a day is not known. */
export const NO_DAY = -1_000_000

export interface MonthOfReviews {
  readonly month: string
  readonly count: number
  /** Day numbers. */
  readonly issued: Int32Array
  readonly accepted: Int32Array
  readonly due: Int32Array
  /** The earliest known day of acceptance. */
  readonly firstAccepted: number
  readonly returned: Uint8Array
  /** Ids of `counted-shapes.ts`. */
  readonly shapes: Int32Array
  /** Pairs of `readDefects`; those of review i are from `defectsFrom[i]` up to `defectsFrom[i + 1]`. */
  readonly defects: Uint8Array
  readonly defectsFrom: Int32Array
}

/** By store, so that a closed station keeps nothing here. */
const kept = new WeakMap<Reader, Map<string, MonthOfReviews>>()

const COMMA = 44
const MINUS = 45
const SEMICOLON = 59

/** Reads number after number of a packed text. */
class Packed {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The number up to the next comma, which is passed; `none` where there is nothing. */
  number(none: number): number {
    let [value, sign, code] = [0, 1, this.#text.charCodeAt(this.#at)]
    const start = this.#at
    for (; code !== COMMA; code = this.#text.charCodeAt(this.#at)) {
      // past the end the code is NaN: a text that was cut off would never end
      if (Number.isNaN(code)) throw new RangeError('a month of reviews is cut off')
      if (code === MINUS) sign = -1
      else value = value * 10 + code - 48
      this.#at += 1
    }
    this.#at += 1
    return this.#at - 1 === start ? none : sign * value
  }

  /** The defects up to the semicolon, which is passed. */
  defects(into: number[]): void {
    if (this.#text.charCodeAt(this.#at) !== SEMICOLON) {
      readDefects(this.#text, this.#at, into)
      this.#at += SIGNS
    }
    this.#at += 1
  }
}

function unpacked(month: string, count: number, text: string): MonthOfReviews {
  const packed = new Packed(text)
  const [issued, accepted, due, shapes] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  const returned = new Uint8Array(count)
  const defects: number[] = []
  const defectsFrom = new Int32Array(count + 1)
  for (let row = 0; row < count; row += 1) {
    issued[row] = packed.number(NO_DAY)
    accepted[row] = packed.number(NO_DAY)
    due[row] = packed.number(NO_DAY)
    returned[row] = packed.number(0)
    shapes[row] = packed.number(0)
    packed.defects(defects)
    defectsFrom[row + 1] = defects.length
  }
  const firstAccepted = accepted.reduce((least, one) => (one === NO_DAY ? least : Math.min(least, one)), Number.POSITIVE_INFINITY)
  return { month, count, issued, accepted, due, firstAccepted, returned, shapes, defects: Uint8Array.from(defects), defectsFrom }
}

/** The months in which reviews of these days were issued, in order. Days outside are in them, too. */
export function monthsOfReviews(reader: Reader, from: IsoDate, to: IsoDate): MonthOfReviews[] {
  const months = kept.get(reader) ?? new Map<string, MonthOfReviews>()
  kept.set(reader, months)
  const counts = reader.all<{ month: string; reviews: number }>(
    'SELECT month, reviews FROM issued_months WHERE month >= ? AND month <= ? ORDER BY month',
    from.slice(0, 7),
    to.slice(0, 7),
  )
  return counts.map(({ month, reviews }) => {
    const there = months.get(month)
    if (there?.count === reviews) return there
    const { packed = '', n = 0 } = reader.get<{ packed: string; n: number }>('SELECT packed, reviews AS n FROM issued_months WHERE month = ?', month) ?? {}
    const read = unpacked(month, n, packed)
    months.set(month, read)
    return read
  })
}

/** How many opinions were issued from one day to another, by what they have in common. */
export function reviewsByShape(reader: Reader, from: IsoDate, to: IsoDate): (CountedShape & { readonly count: number })[] {
  const [begin, end] = [toDayNumber(from), toDayNumber(to)]
  const counts = new Map<number, number>()
  for (const { count, issued, shapes } of monthsOfReviews(reader, from, to)) {
    for (let row = 0; row < count; row += 1) {
      const [on, shape] = [issued[row] ?? NO_DAY, shapes[row] ?? 0]
      if (on >= begin && on <= end) counts.set(shape, (counts.get(shape) ?? 0) + 1)
    }
  }
  return countedShapes(reader).flatMap((shape) => {
    const count = counts.get(shape.id)
    return count === undefined ? [] : [{ ...shape, count }]
  })
}
