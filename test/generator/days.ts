/** When what happens in a case (办案日程): every step in its period, counted with the holidays of the catalogue. */
import { addWorkingDays } from '../../src/shared/deadlines/periods.ts'
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import type { StatutoryCalendar } from '../../src/shared/deadlines/calendar.ts'
import type { IsoDate } from '../../src/shared/values/values.ts'
import type { Random } from './random.ts'

export interface Days {
  readonly actFrom: IsoDate
  readonly clue: IsoDate
  /** First day on the spot; the act was found going on. */
  readonly inspected: IsoDate
  readonly filed: IsoDate
  readonly measure: IsoDate
  readonly preserved: IsoDate
  readonly preservedDone: IsoDate
  readonly sampled: IsoDate
  readonly tested: IsoDate
  readonly testTold: IsoDate
  readonly inquiry: IsoDate
  readonly secondInquiry: IsoDate
  readonly corrected: IsoDate
  readonly checked: IsoDate
  readonly extended: IsoDate
  readonly concluded: IsoDate
  readonly noticed: IsoDate
  readonly noticeServed: IsoDate
  readonly defended: IsoDate
  readonly hearingAsked: IsoDate
  readonly hearingNoticed: IsoDate
  readonly heard: IsoDate
  readonly hearingReported: IsoDate
  readonly rechecked: IsoDate
  readonly submitted: IsoDate
  readonly reviewed: IsoDate
  readonly discussed: IsoDate
  readonly decided: IsoDate
  readonly decisionServed: IsoDate
  readonly published: IsoDate
  readonly paid: IsoDate
  readonly closed: IsoDate
}

export interface Steps {
  readonly urgent: boolean
  readonly test: boolean
  readonly hearing: boolean
  /** From the day of the act, in days before the inspection. */
  readonly actBefore: number
}

export type Later = (day: IsoDate, workingDays: number) => IsoDate

export const laterBy =
  (calendar: StatutoryCalendar): Later =>
  (day, workingDays) =>
    addWorkingDays(calendar, day, workingDays).due

const latest = (...days: readonly IsoDate[]): IsoDate => days.reduce((one, other) => (one > other ? one : other))

export function scheduleOf(start: IsoDate, steps: Steps, later: Later, random: Random): Days {
  const clue = later(start, 0 + random.int(1, 2))
  const inspected = later(clue, random.int(1, 2))
  const filed = later(inspected, 1)
  const measure = steps.urgent ? inspected : filed
  const sampled = steps.test ? latest(inspected, measure) : inspected
  const tested = later(sampled, random.int(5, 7))
  const testTold = later(tested, random.int(1, 2))
  const inquiry = later(filed, random.int(1, 2))
  const secondInquiry = later(inquiry, random.int(1, 2))
  const corrected = later(filed, 1)
  const checked = later(corrected, random.int(6, 8))
  const concluded = later(latest(steps.test ? later(testTold, 8) : secondInquiry, checked), random.int(1, 2))
  const noticed = later(concluded, random.int(1, 2))
  const noticeServed = later(noticed, random.int(0, 1))
  const defended = later(noticeServed, random.int(1, 3))
  const hearingAsked = later(noticeServed, random.int(2, 4))
  const hearingNoticed = later(hearingAsked, 1)
  const heard = later(hearingNoticed, random.int(9, 10))
  const hearingReported = later(heard, 1)
  const rechecked = later(latest(defended, steps.hearing ? hearingReported : defended), random.int(1, 2))
  const submitted = later(latest(rechecked, later(noticeServed, 6)), 1)
  const reviewed = later(submitted, random.int(1, 2))
  const discussed = later(reviewed, random.int(1, 2))
  const decided = later(discussed, random.int(0, 1))
  const decisionServed = later(decided, random.int(1, 3))
  const paid = shiftDays(decisionServed, random.int(3, 10))
  return {
    actFrom: shiftDays(inspected, -steps.actBefore),
    clue,
    inspected,
    filed,
    measure,
    sampled,
    tested,
    testTold,
    inquiry,
    secondInquiry,
    corrected,
    checked,
    preserved: inspected,
    preservedDone: later(inspected, random.int(2, 3)),
    extended: later(measure, 17),
    concluded,
    noticed,
    noticeServed,
    defended,
    hearingAsked,
    hearingNoticed,
    heard,
    hearingReported,
    rechecked,
    submitted,
    reviewed,
    discussed,
    decided,
    decisionServed,
    published: later(decided, random.int(2, 5)),
    paid,
    closed: later(paid, random.int(2, 5)),
  }
}
