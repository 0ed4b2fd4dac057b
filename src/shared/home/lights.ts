/** Lights of a case (红黄灯): is what is due late, near, or far enough away. The one rule for screen and store. */
import type { StatutoryCalendar } from '../deadlines/calendar.ts'
import { shiftDays } from '../deadlines/day-arithmetic.ts'
import { addWorkingDays, workingDaysBetween } from '../deadlines/periods.ts'
import type { CaseState } from '../cases/state-machine-terms.ts'
import type { IsoDate } from '../values/values.ts'

/** Amber from so many working days before the end on. */
export const NEAR_WORKING_DAYS = 2

/** `late` is red: the due day has passed. `near` is amber. */
export type Light = 'late' | 'near' | 'clear'

/** The days that divide the lights, so that the store can count them by its index of due days. */
export interface LightDays {
  readonly today: IsoDate
  /** Last day that counts as near. It may be a day off: what ends on one has no working day more than the day before. */
  readonly nearTo: IsoDate
}

export function lightDays(calendar: StatutoryCalendar, today: IsoDate): LightDays {
  const { due } = addWorkingDays(calendar, today, NEAR_WORKING_DAYS + 1)
  return { today, nearTo: shiftDays(due, -1) }
}

export function lightOf({ today, nearTo }: LightDays, dueOn: IsoDate): Light {
  if (dueOn < today) return 'late'
  return dueOn <= nearTo ? 'near' : 'clear'
}

export interface TimeLeft {
  /** Working days after today up to the due day, negative once it has passed: by at least one, whatever days lie between. */
  readonly workingDays: number
  readonly provisional: boolean
}

export function timeLeft(calendar: StatutoryCalendar, today: IsoDate, dueOn: IsoDate): TimeLeft {
  const { days, provisional } = workingDaysBetween(calendar, today, dueOn)
  return { workingDays: dueOn < today ? Math.min(days, -1) : days, provisional }
}

/** The clocks whose last day a case carries today. Those counted in hours begin with the transfer of a crime. */
export type RunningClock = 'reviewLimit' | 'supplement'

export function runningClock(state: CaseState): RunningClock {
  return state === 'returned' || state === 'supplementing' ? 'supplement' : 'reviewLimit'
}
