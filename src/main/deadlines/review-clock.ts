/** The review's own clock (审核期限): how long this station has for this case, from which day. */
import { reviewLimit, type ReviewLimit } from '../../shared/catalogue/review-limit.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { makeCalendar, type StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import { deadlineOf, type Deadline } from '../../shared/deadlines/periods.ts'
import type { Station } from '../../shared/station/contract.ts'
import type { IsoDate } from '../../shared/values/values.ts'

const calendars = new WeakMap<Catalogue, StatutoryCalendar>()

export function calendarOf(catalogue: Catalogue): StatutoryCalendar {
  let calendar = calendars.get(catalogue)
  if (calendar === undefined) {
    calendar = makeCalendar(catalogue.holidays, catalogue.statutoryHolidays)
    calendars.set(catalogue, calendar)
  }
  return calendar
}

/** The limit that holds on `from`, and its last day when counted from there (that day not included). */
export function reviewClock(
  catalogue: Catalogue,
  station: Station,
  from: IsoDate,
  calendar: StatutoryCalendar = calendarOf(catalogue),
): { limit: ReviewLimit; deadline: Deadline } {
  const limit = reviewLimit(catalogue, {
    on: from,
    sector: station.sector ?? undefined,
    region: station.divisionCode ?? undefined,
  })
  const kind = limit.unit === 'workingDay' ? 'workingDays' : 'calendarDays'
  return { limit, deadline: deadlineOf(calendar, from, { kind, n: limit.days }) }
}
