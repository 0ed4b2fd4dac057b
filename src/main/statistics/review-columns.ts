/**
 * Issued reviews as columns of numbers, month by month, kept while the station is open: what was issued never changes, so
 * a month is read again only when something was added to it. `issued_months` tells, in the transaction that added it.
 */
import type { ActionKind, OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import { toDayNumber } from '../../shared/deadlines/day-arithmetic.ts'
import { emptySums } from '../../shared/statistics/tally.ts'
import type { IsoDate, PersonId } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

/** Where a day is not known. */
export const NO_DAY = -1
const SIGNS = emptySums().length

/** What reviews have in common; there are few of them, and each is one object. */
export interface ReviewShape {
  readonly unit: string
  readonly reviewerId: PersonId
  readonly type: OpinionTypeCode
  readonly kinds: readonly ActionKind[]
}

export interface MonthOfReviews {
  readonly month: string
  readonly count: number
  readonly shapes: readonly ReviewShape[]
  /** Day numbers. */
  readonly issued: Int32Array
  readonly accepted: Int32Array
  readonly due: Int32Array
  readonly returned: Uint8Array
  /** 24 counts for each review, in the order of `tally.ts`. */
  readonly defects: Uint8Array
}

interface Kept {
  readonly months: Map<string, MonthOfReviews>
  /** By what SQLite gives for one; shared by all months. */
  readonly shapes: Map<string, ReviewShape>
  readonly days: Map<string, number>
}

/** By store, so that a closed station keeps nothing here. */
const kept = new WeakMap<Reader, Kept>()

function keptOf(reader: Reader): Kept {
  const own = kept.get(reader) ?? { months: new Map(), shapes: new Map(), days: new Map() }
  kept.set(reader, own)
  return own
}

interface Row {
  readonly issued: IsoDate
  readonly accepted: IsoDate | null
  readonly due: IsoDate | null
  /** Unit, reviewer, type and kinds as a JSON list: one text in place of four. */
  readonly shape: string
  readonly returned: number
  readonly tally: string
}

function readMonth(reader: Reader, { shapes, days }: Kept, month: string): MonthOfReviews {
  const rows = reader.all<Row>(
    `SELECT issued_on AS issued, accepted_on AS accepted, due_on AS due, json_array(unit, reviewer_id, type, kinds) AS shape, returns > 0 AS returned, tally
     FROM issued_reviews WHERE issued_on >= ? AND issued_on <= ?`,
    `${month}-01`,
    `${month}-31`,
  )
  const dayOf = (day: IsoDate | null): number => {
    if (day === null) return NO_DAY
    const known = days.get(day) ?? toDayNumber(day)
    days.set(day, known)
    return known
  }
  const shapeOf = (text: string): ReviewShape => {
    const known = shapes.get(text)
    if (known !== undefined) return known
    const [unit, reviewerId, type, kinds] = JSON.parse(text) as [string, PersonId, OpinionTypeCode, string]
    const shape = { unit, reviewerId, type, kinds: JSON.parse(kinds) as ActionKind[] }
    shapes.set(text, shape)
    return shape
  }
  const defects = new Uint8Array(rows.length * SIGNS)
  rows.forEach(({ tally }, at) => {
    for (let sign = 0; sign < SIGNS; sign += 1) {
      const code = tally.charCodeAt(sign)
      defects[at * SIGNS + sign] = code < 58 ? code - 48 : code - 87
    }
  })
  return {
    month,
    count: rows.length,
    shapes: rows.map(({ shape }) => shapeOf(shape)),
    issued: Int32Array.from(rows, ({ issued }) => dayOf(issued)),
    accepted: Int32Array.from(rows, ({ accepted }) => dayOf(accepted)),
    due: Int32Array.from(rows, ({ due }) => dayOf(due)),
    returned: Uint8Array.from(rows, ({ returned }) => returned),
    defects,
  }
}

/** The months in which reviews of these days were issued, in order. Days outside are in them, too. */
export function monthsOfReviews(reader: Reader, from: IsoDate, to: IsoDate): MonthOfReviews[] {
  const own = keptOf(reader)
  const counts = reader.all<{ month: string; reviews: number }>(
    'SELECT month, reviews FROM issued_months WHERE month >= ? AND month <= ? ORDER BY month',
    from.slice(0, 7),
    to.slice(0, 7),
  )
  return counts.map(({ month, reviews }) => {
    const there = own.months.get(month)
    if (there?.count === reviews) return there
    const read = readMonth(reader, own, month)
    own.months.set(month, read)
    return read
  })
}

/** Place of a review's defects in the column. */
export const defectsAt = (row: number): number => row * SIGNS
