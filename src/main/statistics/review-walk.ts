/** One walk over the issued reviews of two periods, which fills every table of the statistics at once. */
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import { shiftDays, shiftMonths } from '../../shared/deadlines/day-arithmetic.ts'
import { sumFigures, yearBefore, type CountedReview, type FigureSum } from '../../shared/statistics/figures.ts'
import type { FigureGroup, StatisticsQuery } from '../../shared/statistics/contract.ts'
import type { ActionKind, OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import type { IsoDate, PersonId } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'
import { workingDayCounter } from './working-day-counter.ts'

/** The same work, a round that took longer than this counts without its working days. In days. */
const LONGEST_ROUND = 730

interface Row {
  readonly issued_on: IsoDate
  readonly accepted_on: IsoDate | null
  readonly due_on: IsoDate | null
  readonly unit: string
  readonly reviewer_id: PersonId
  readonly type: OpinionTypeCode
  readonly kinds: string
  readonly returns: number
  readonly tally: string
}

/** Sums of the period and of the year before under one key. */
class Division<Key extends string> {
  readonly #sums = new Map<Key, readonly [FigureSum, FigureSum]>()

  add(key: Key, which: 0 | 1, review: CountedReview): void {
    let pair = this.#sums.get(key)
    if (pair === undefined) {
      pair = [sumFigures(), sumFigures()]
      this.#sums.set(key, pair)
    }
    pair[which].add(review)
  }

  /** Most reviews first, then by key. */
  groups(): FigureGroup<Key>[] {
    return [...this.#sums]
      .map(([key, [period, before]]) => ({ key, figures: period.figures(), before: before.figures() }))
      .sort((one, other) => other.figures.reviews - one.figures.reviews || (one.key < other.key ? -1 : 1))
  }
}

export interface WalkedReviews {
  readonly period: FigureSum
  readonly periodBefore: FigureSum
  readonly byMonth: Division<string>
  readonly byUnit: Division<string>
  readonly byKind: Division<ActionKind>
  readonly byReviewer: Division<PersonId>
  readonly byType: Division<OpinionTypeCode>
  readonly provisionalYears: readonly number[]
}

/** Months stand under those of the period: January of the year before counts beside January. */
const monthOf = (day: IsoDate, before: boolean): string => (before ? `${Number(day.slice(0, 4)) + 1}${day.slice(4, 7)}` : day.slice(0, 7))

function kindsReader(): (kinds: string) => readonly ActionKind[] {
  const known = new Map<string, readonly ActionKind[]>()
  return (kinds) => {
    let parsed = known.get(kinds)
    if (parsed === undefined) {
      parsed = JSON.parse(kinds) as ActionKind[]
      known.set(kinds, parsed)
    }
    return parsed
  }
}

export function walkReviews(reader: Reader, calendar: StatutoryCalendar, query: StatisticsQuery): WalkedReviews {
  const { from, to, unit, kind, reviewerId } = query
  const [fromBefore, toBefore] = [yearBefore(from), yearBefore(to)]
  const counter = workingDayCounter(calendar, shiftDays(fromBefore, -LONGEST_ROUND), to)
  const walked = {
    period: sumFigures(),
    periodBefore: sumFigures(),
    byMonth: new Division<string>(),
    byUnit: new Division<string>(),
    byKind: new Division<ActionKind>(),
    byReviewer: new Division<PersonId>(),
    byType: new Division<OpinionTypeCode>(),
    provisionalYears: counter.provisionalYears,
  }
  const kindsOf = kindsReader()
  const one = (which: 0 | 1, row: Row): void => {
    const kinds = kindsOf(row.kinds)
    if (kind !== null && !kinds.includes(kind)) return
    const review: CountedReview = {
      issuedOn: row.issued_on,
      dueOn: row.due_on,
      workingDays: row.accepted_on === null ? null : counter.between(row.accepted_on, row.issued_on),
      returns: row.returns,
      type: row.type,
      tally: row.tally,
    }
    ;(which === 0 ? walked.period : walked.periodBefore).add(review)
    walked.byMonth.add(monthOf(row.issued_on, which === 1), which, review)
    walked.byUnit.add(row.unit, which, review)
    walked.byReviewer.add(row.reviewer_id, which, review)
    walked.byType.add(row.type, which, review)
    for (const each of kinds) walked.byKind.add(each, which, review)
  }
  const narrowed = [unit === null ? '' : ' AND unit = ?', reviewerId === null ? '' : ' AND reviewer_id = ?'].join('')
  const values = [unit, reviewerId].filter((value) => value !== null)
  // month by month, so that never more than one is in memory
  const walk = (which: 0 | 1, first: IsoDate, last: IsoDate): void => {
    for (let begin = first; begin <= last; ) {
      const next = shiftMonths(begin, 1)
      const rows = reader.all<Row>(
        `SELECT issued_on, accepted_on, due_on, unit, reviewer_id, type, kinds, returns, tally FROM issued_reviews
         WHERE issued_on >= ? AND issued_on < ? AND issued_on <= ?${narrowed}`,
        begin,
        next,
        last,
        ...values,
      )
      for (const row of rows) one(which, row)
      begin = next
    }
  }
  walk(0, from, to)
  // where the period is longer than a year, a review can count in both
  walk(1, fromBefore, toBefore)
  return walked
}
