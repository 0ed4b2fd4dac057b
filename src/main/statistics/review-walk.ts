/** One walk over the months of issued reviews of two periods, which fills every table of the statistics at once. */
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import { shiftDays } from '../../shared/deadlines/day-arithmetic.ts'
import { sumFigures, yearBefore, type FigureSum } from '../../shared/statistics/figures.ts'
import type { FigureGroup, StatisticsQuery } from '../../shared/statistics/contract.ts'
import type { ActionKind, OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import type { IsoDate, PersonId } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'
import { countedShapes, isAsked, type CountedShape } from './counted-shapes.ts'
import { sumsOfMonth } from './month-sums.ts'
import { monthsOfReviews } from './review-columns.ts'
import { workingDayCounter, type WorkingDayCounter } from './working-day-counter.ts'

/** The same work, a round that took longer than this counts without its working days. In days. */
const LONGEST_ROUND = 730

/** Sums of the period and of the year before under one key. */
class Division<Key extends string> {
  readonly #sums = new Map<Key, readonly [FigureSum, FigureSum]>()

  of(key: Key, which: 0 | 1): FigureSum {
    let pair = this.#sums.get(key)
    if (pair === undefined) {
      pair = [sumFigures(), sumFigures()]
      this.#sums.set(key, pair)
    }
    return pair[which]
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

export function walkReviews(reader: Reader, calendar: StatutoryCalendar, query: StatisticsQuery): WalkedReviews {
  const { from, to } = query
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
  // where the period is longer than a year, a review can count in both
  for (const [which, first, last] of [[0, from, to], [1, fromBefore, toBefore]] as const) {
    for (const [shape, sum] of sumsOfShapes(reader, query, counter, { which, first, last }, walked.byMonth)) {
      ;(which === 0 ? walked.period : walked.periodBefore).join(sum)
      walked.byUnit.of(shape.unit, which).join(sum)
      walked.byReviewer.of(shape.reviewerId, which).join(sum)
      walked.byType.of(shape.type, which).join(sum)
      for (const kind of shape.kinds) walked.byKind.of(kind, which).join(sum)
    }
  }
  return walked
}

interface Days {
  readonly which: 0 | 1
  readonly first: IsoDate
  readonly last: IsoDate
}

/** Sums under each shape that is asked for, and under each month. */
function sumsOfShapes(
  reader: Reader,
  query: StatisticsQuery,
  counter: WorkingDayCounter,
  { which, first, last }: Days,
  byMonth: Division<string>,
): ReadonlyMap<CountedShape, FigureSum> {
  const months = monthsOfReviews(reader, first, last)
  // after the months: a shape is there before what is counted under it
  const shapes = countedShapes(reader)
  const sums = new Map<CountedShape, FigureSum>()
  for (const month of months) {
    let ofMonth: FigureSum | undefined
    for (const [id, own] of sumsOfMonth(month, shapes, counter, { first, last })) {
      const shape = shapes[id]
      if (shape === undefined || !isAsked(query, shape)) continue
      let sum = sums.get(shape)
      if (sum === undefined) sums.set(shape, (sum = sumFigures()))
      sum.join(own)
      ofMonth ??= byMonth.of(monthOf(`${month.month}-01` as IsoDate, which === 1), which)
      ofMonth.join(own)
    }
  }
  return sums
}
