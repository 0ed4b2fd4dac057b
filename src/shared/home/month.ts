/** A month (月历) as Home shows it: the days of its grid, and its weeks with what came in and what was issued. Pure. */
import { shiftDays, shiftMonths } from '../deadlines/day-arithmetic.ts'
import type { CaseId, IsoDate } from '../values/values.ts'
import type { HomeFilter } from './home-filter.ts'

/** `YYYY-MM`. */
export type Month = string

export const monthOf = (day: IsoDate): Month => day.slice(0, 7)

export interface Span {
  readonly from: IsoDate
  readonly to: IsoDate
}

const weekdayFromMonday = (day: IsoDate): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

export function monthSpan(month: Month): Span {
  const from = `${month}-01` as IsoDate
  return { from, to: shiftDays(shiftMonths(from, 1), -1) }
}

/** The month in whole weeks, Monday to Sunday. */
export function gridSpan(month: Month): Span {
  const { from, to } = monthSpan(month)
  return { from: shiftDays(from, -weekdayFromMonday(from)), to: shiftDays(to, 6 - weekdayFromMonday(to)) }
}

export function daysIn({ from, to }: Span): readonly IsoDate[] {
  const days: IsoDate[] = []
  for (let day = from; day <= to; day = shiftDays(day, 1)) days.push(day)
  return days
}

/** The weeks of a month, the first and last cut to it. */
export function weeksOf(month: Month): readonly Span[] {
  const { from, to } = monthSpan(month)
  const weeks: Span[] = []
  for (let day = from; day <= to; ) {
    const sunday = shiftDays(day, 6 - weekdayFromMonday(day))
    weeks.push({ from: day, to: sunday < to ? sunday : to })
    day = shiftDays(sunday, 1)
  }
  return weeks
}

/** An issued opinion: of which case, on which day, and whether by its due day. A case can have several. */
export interface Issue {
  readonly caseId: CaseId
  readonly issuedOn: IsoDate
  readonly inTime: boolean
}

export interface MonthFigures extends Span {
  /** Cases that came in. */
  readonly received: number
  /** Cases with an opinion issued. */
  readonly issued: number
  /** Cases with an opinion issued by its due day. */
  readonly inTime: number
}

/** @param received number of cases that came in, by day */
export function figuresOf(span: Span, received: ReadonlyMap<string, number>, issues: readonly Issue[]): MonthFigures {
  const within = issues.filter(({ issuedOn }) => issuedOn >= span.from && issuedOn <= span.to)
  const cases = (of: readonly Issue[]): number => new Set(of.map(({ caseId }) => caseId)).size
  return {
    ...span,
    received: daysIn(span).reduce((sum, day) => sum + (received.get(day) ?? 0), 0),
    issued: cases(within),
    inTime: cases(within.filter(({ inTime }) => inTime)),
  }
}

/** The lists behind the three numbers of a span. */
export function filtersOf({ from, to }: Span, own: HomeFilter): Readonly<Record<'received' | 'issued' | 'inTime', HomeFilter>> {
  const issued = { ...own, issuedFrom: from, issuedTo: to }
  return { received: { ...own, receivedFrom: from, receivedTo: to }, issued, inTime: { ...issued, inTime: true } }
}
