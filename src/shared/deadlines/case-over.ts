/** What still runs when a case is over (案件结束后仍在计算的期限), and what can be written down for its clocks then. Pure. */
import type { CaseState } from '../cases/state-machine-terms.ts'
import { RECORDED_EVENT_IDS, type RecordedEvent } from './clock-events.ts'
import type { ClockSubject } from './clock-subjects.ts'

/** Of these cases nothing is due any more but what outlives them. A merged case (并案) is withdrawn. */
export const CASE_OVER: readonly CaseState[] = ['archived', 'withdrawn', 'dropped']

/**
 * The steps between enforcement and criminal justice bind the agency whatever it did with its own case — dropping it is the
 * ordinary way of one that was transferred — and an opinion of the procuratorate comes months later. What is public and has
 * to come down again stays public when the case is archived.
 */
const OUTLIVES: ReadonlySet<ClockSubject> = new Set<ClockSubject>([
  'transferDecision',
  'transfer',
  'policeDecision',
  'policeSupplement',
  'reconsiderationRequest',
  'reconsiderationAnswer',
  'supervisionRequest',
  'goodsHandover',
  'returnAnswer',
  'publicationWithdrawal',
])

export const outlivesCase = (subject: ClockSubject): boolean => OUTLIVES.has(subject)

/** Days from and to which an outliving clock runs that a person can write down. */
const OUTLIVING_EVENTS: ReadonlySet<RecordedEvent> = new Set<RecordedEvent>(['decisionChanged', 'publicationWithdrawn'])

/** The file is closed when the fine is paid, and the party may still sue for months: the file is told of it. */
const AFTER_THE_ARCHIVE: ReadonlySet<RecordedEvent> = new Set<RecordedEvent>([...OUTLIVING_EVENTS, 'remedySought', 'reconsidered'])

/** Nothing is served, paid or appealed in them any more. What was dropped still has papers to be served. */
const SETTLED: readonly CaseState[] = ['archived', 'withdrawn']

/** Whether time can be granted for or left out of a clock in this state of its case. */
export const isClockAlive = (state: CaseState, subject: ClockSubject): boolean => !SETTLED.includes(state) || outlivesCase(subject)

/** The days that can be written down in this state of the case. */
export function recordableEvents(state: CaseState): readonly RecordedEvent[] {
  if (!SETTLED.includes(state)) return RECORDED_EVENT_IDS
  const left = state === 'archived' ? AFTER_THE_ARCHIVE : OUTLIVING_EVENTS
  return RECORDED_EVENT_IDS.filter((event) => left.has(event))
}
