/** The day by which to reply to a notice of supplement (补正期限): what is proposed, and from when to when it can lie. */
import type { SupplementRule, SupplementSpan } from '../catalogue/supplement-rules.ts'
import type { StatutoryCalendar } from '../deadlines/calendar.ts'
import { shiftDays, shiftMonths } from '../deadlines/day-arithmetic.ts'
import { addWorkingDays } from '../deadlines/periods.ts'
import type { IsoDate } from '../values/values.ts'

export interface ReplyDays {
  readonly proposed: IsoDate
  readonly latest: IsoDate
}

function after({ length, unit }: SupplementSpan, from: IsoDate, calendar: StatutoryCalendar): IsoDate {
  if (unit === 'month') return shiftMonths(from, length)
  return unit === 'calendarDay' ? shiftDays(from, length) : addWorkingDays(calendar, from, length).due
}

/** For a notice of that day; null where the catalogue has no rule for it. The latest rule holds. */
export function replyDays(rules: readonly SupplementRule[], calendar: StatutoryCalendar, on: IsoDate): ReplyDays | null {
  const [rule] = rules.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo)).toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
  return rule === undefined ? null : { proposed: after(rule.proposed, on, calendar), latest: after(rule.longest, on, calendar) }
}

/** Why a day cannot stand in a notice; null: it can. */
export function replyDayTrouble(day: string, on: IsoDate, days: ReplyDays | null): 'past' | 'tooLate' | null {
  if (day < on) return 'past'
  return days !== null && day > days.latest ? 'tooLate' : null
}
