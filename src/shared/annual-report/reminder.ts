/** When the annual report is due, and from when on it is called to mind. */
import type { AnnualDutyRow, AnnualReportRow } from '../catalogue/annual-report.ts'
import { daysBetween, shiftDays } from '../deadlines/day-arithmetic.ts'
import type { IsoDate } from '../values/values.ts'

/** Days before the last day on which the reminder begins, where the station chose nothing. No law sets it. */
export const USUAL_REMINDER = 30
/** Longest reminder, in days: four months. */
export const LONGEST_REMINDER = 120

export function dutyOf(rows: readonly AnnualReportRow[]): AnnualDutyRow {
  const duty = rows.find((row) => row.kind === 'duty')
  if (duty === undefined) throw new Error('the catalogue was checked to have it')
  return duty
}

/** The last day on which the report of `year` is in time: 31 January of the next, 国办发〔2018〕118号（六）. It does not roll. */
export function dueDayOf({ month, day }: AnnualDutyRow, year: number): IsoDate {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${year + 1}-${two(month)}-${two(day)}` as IsoDate
}

export interface AnnualReminder {
  readonly year: number
  readonly dueOn: IsoDate
  /** Negative: over by so many days. */
  readonly daysLeft: number
}

export interface ReminderFacts {
  readonly today: IsoDate
  readonly remindDays: number
  /** Years whose report is published. */
  readonly published: ReadonlySet<number>
  /** The day on which the station began: of years before it, it has nothing to report. */
  readonly since: IsoDate
}

/** The oldest report that waits, of last year or of this; null while none does. */
export function reminderOf(duty: AnnualDutyRow, { today, remindDays, published, since }: ReminderFacts): AnnualReminder | null {
  const thisYear = Number(today.slice(0, 4))
  for (const year of [thisYear - 1, thisYear]) {
    const dueOn = dueDayOf(duty, year)
    if (published.has(year) || Number(since.slice(0, 4)) > year || today < shiftDays(dueOn, -remindDays)) continue
    return { year, dueOn, daysLeft: daysBetween(today, dueOn) }
  }
  return null
}
