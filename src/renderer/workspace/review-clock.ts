/** The clock of the review (审核期限) as it stands today. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { makeCalendar } from '../../shared/deadlines/calendar.ts'
import { workingDaysBetween } from '../../shared/deadlines/periods.ts'
import type { IsoDate } from '../../shared/values/values.ts'

export interface ReviewClock {
  readonly dueOn: IsoDate
  /** Working days until the due day, which is counted and today is not; negative when the due day has passed. */
  readonly workingDays: number
  /** Rests on a year whose holidays are not published, or not verified. */
  readonly provisional: boolean
}

/** A due day that has passed is late by at least one day, even where only days off lie in between. */
export function reviewClock(
  catalogue: Pick<Catalogue, 'holidays' | 'statutoryHolidays'>,
  dueOn: IsoDate,
  today: IsoDate,
  dueProvisional: boolean,
): ReviewClock {
  const calendar = makeCalendar(catalogue.holidays, catalogue.statutoryHolidays)
  const { days, provisional } = workingDaysBetween(calendar, today, dueOn)
  const workingDays = today > dueOn ? Math.min(days, -1) : days
  return { dueOn, workingDays, provisional: dueProvisional || provisional }
}
