/** The sums of which a period is made: whole years, then whole months, and the days that lie in neither. */
import { shiftDays } from '../../shared/deadlines/day-arithmetic.ts'
import type { IsoDate } from '../../shared/values/values.ts'

export interface SummedSpan {
  readonly scale: 'year' | 'month' | 'day'
  /** Both included; as long as the scale: `2026`, `2026-11`, `2026-11-22`. */
  readonly first: string
  readonly last: string
}

const FINER = { year: 'month', month: 'day' } as const
const LENGTH = { year: 4, month: 7 } as const

function endsAt(day: IsoDate, length: number): boolean {
  return shiftDays(day, 1).slice(0, length) !== day.slice(0, length)
}

/** First day after the year or month in which `day` is. */
function after(day: IsoDate, scale: 'year' | 'month'): IsoDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const next = scale === 'year' || month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return `${next}-01` as IsoDate
}

const begins = (day: IsoDate, scale: 'year' | 'month'): boolean => day.endsWith(scale === 'year' ? '-01-01' : '-01')
const firstOf = (day: IsoDate, scale: 'year' | 'month'): IsoDate => (scale === 'year' ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 7)}-01`) as IsoDate

function spans(from: IsoDate, to: IsoDate, scale: SummedSpan['scale']): SummedSpan[] {
  if (from > to) return []
  if (scale === 'day') return [{ scale, first: from, last: to }]
  const whole = {
    from: begins(from, scale) ? from : after(from, scale),
    to: endsAt(to, LENGTH[scale]) ? to : shiftDays(firstOf(to, scale), -1),
  }
  if (whole.from > whole.to) return spans(from, to, FINER[scale])
  return [
    ...spans(from, shiftDays(whole.from, -1), FINER[scale]),
    { scale, first: whole.from.slice(0, LENGTH[scale]), last: whole.to.slice(0, LENGTH[scale]) },
    ...spans(shiftDays(whole.to, 1), to, FINER[scale]),
  ]
}

export const summedSpans = (from: IsoDate, to: IsoDate): SummedSpan[] => spans(from, to, 'year')
