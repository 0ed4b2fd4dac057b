/**
 * A clock of a case (期限): from what moment it runs, how long, what is not counted, what was granted on top, when it
 * stopped, and how it stands. `ClockRun` is what is known; `runClock` (`run-clock.ts`) makes the `Clock` of it.
 */
import type { Citation } from '../catalogue/citation.ts'
import type { PeriodExclusion } from '../catalogue/periods.ts'
import type { TimelinePlace } from '../timeline/case-timeline.ts'
import type { Bilingual, IsoDate, IsoInstant } from '../values/values.ts'
import type { ClockDesk, ClockSubject } from './clock-subjects.ts'
import type { Period } from './periods.ts'
import type { Regime } from './regimes.ts'

/** At least one provision: time is left out of a count, and a count is justified, by law or not at all. */
export type LawfulBasis = readonly [Citation, ...Citation[]]

export function lawfulBasis(citations: readonly Citation[]): LawfulBasis | null {
  const [first, ...others] = citations
  return first === undefined ? null : [first, ...others]
}

/** Something that happened: on a day in China, and where hours count, at a moment. */
export interface ClockMoment {
  readonly day: IsoDate
  readonly at: IsoInstant | null
  /** What happened. */
  readonly label: Bilingual
}

/** Time that is not counted (扣除期间): after `from`, up to and including `to`; `to` null while it lasts. */
export interface ExcludedSpan {
  readonly of: PeriodExclusion
  readonly name: Bilingual
  readonly from: IsoDate
  readonly to: IsoDate | null
  readonly basis: LawfulBasis
}

/** Time left out as the papers lead to it: of a rule whose text is not in the register no provision can be named, and that is said. */
export interface StatedSpan extends Omit<ExcludedSpan, 'basis'> {
  readonly basis: readonly Citation[]
}

/** One step of the rule's ladder (延期层级). `length` null: a reasonable time that who extends fixes. */
export interface LadderStep {
  readonly length: number | null
  readonly unit: Period['kind']
  readonly approver: Bilingual
}

/** An extension that was granted (延长期限). */
export interface GrantedExtension {
  readonly length: Period
  readonly approvedBy: string
  readonly approvedOn: IsoDate
  readonly reason: string
}

/** What the rule lets leave out of this clock's count. */
export interface AllowedExclusion {
  readonly of: PeriodExclusion
  readonly name: Bilingual
  readonly basis: LawfulBasis
}

export interface ClockRun {
  /** Unique within the case: subject and its ordinal, `seizure/2`; of a review its round. */
  readonly key: string
  readonly subject: ClockSubject
  readonly name: Bilingual
  /** As it binds the agency; `atLeast` is a time that belongs to somebody else. */
  readonly limit: 'atMost' | 'atLeast'
  readonly desk: ClockDesk
  readonly regime: Regime
  readonly start: ClockMoment | null
  /** Null where the end is told (`told`), or is open because an extension has no fixed length. */
  readonly length: Period | null
  /** The last day as a paper or a person fixed it, before any roll; also what the papers' own extensions lead to. */
  readonly told: IsoDate | null
  /** False where a day that was told holds even on a day off, such as the day by which to supplement. */
  readonly rolls: boolean
  readonly stop: ClockMoment | null
  readonly excluded: readonly ExcludedSpan[]
  /** Spans that `told` contains already; shown, not counted again. */
  readonly counted: readonly StatedSpan[]
  readonly extensions: readonly GrantedExtension[]
  readonly ladder: readonly LadderStep[]
  /** Steps of the ladder that the papers show as used, beside `extensions`. */
  readonly usedSteps: number
  readonly mayExclude: readonly AllowedExclusion[]
  /** The agency acted before the end of a time that belongs to the party; days too early in `unit`. */
  readonly early: number
  readonly basis: readonly Citation[]
  readonly rowId: string | null
  readonly verified: boolean
  readonly note: Bilingual | null
  readonly place: TimelinePlace | null
}

/**
 * `notStarted`: what it runs from has not happened. `running`, `amber` (near its end), `red` (over and not ended). `kept`:
 * ended in time, or its time has passed for whom it belonged to. `late`: ended after its last day. `early`: the agency acted
 * within a time that belongs to the party. `suspended`: does not run at present.
 */
export const CLOCK_STATES = ['notStarted', 'running', 'amber', 'red', 'kept', 'late', 'early', 'suspended'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

export interface CountedSpan extends StatedSpan {
  /** Days of the clock's own kind that it took out of the count, days that an earlier span has already taken left out. */
  readonly days: number
}

export interface Clock {
  readonly key: string
  readonly subject: ClockSubject
  readonly name: Bilingual
  readonly limit: 'atMost' | 'atLeast'
  readonly desk: ClockDesk
  readonly state: ClockState
  readonly start: ClockMoment | null
  readonly stop: ClockMoment | null
  readonly length: Period | null
  /** The last day; of a clock of hours the day of its last moment. Null while it is not known. */
  readonly due: IsoDate | null
  /** The first moment at which it is over. */
  readonly dueAt: IsoInstant | null
  /** The last day before it was moved off a holiday. */
  readonly rolledFrom: IsoDate | null
  /** Act by this day (最迟办理日): the last working day that is surely in time. */
  readonly actBy: IsoDate | null
  /** From this moment on it is amber. */
  readonly amberFrom: IsoInstant | null
  readonly provisional: boolean
  /** How much is left, negative once it is over; null where nothing runs towards an end. */
  readonly left: { readonly n: number; readonly unit: 'workingDays' | 'calendarDays' | 'hours' } | null
  readonly excluded: readonly CountedSpan[]
  readonly extensions: readonly GrantedExtension[]
  /** The next extension that the rule knows; null where there is none. */
  readonly nextExtension: LadderStep | null
  readonly mayExclude: readonly AllowedExclusion[]
  readonly suspendedSince: IsoDate | null
  readonly basis: readonly Citation[]
  readonly verified: boolean
  readonly note: Bilingual | null
  readonly place: TimelinePlace | null
}

/** The colour that a state is shown with, never without its words. */
export type ClockLight = 'none' | 'green' | 'amber' | 'red'

export const LIGHT_OF_STATE: Readonly<Record<ClockState, ClockLight>> = {
  notStarted: 'none',
  running: 'green',
  amber: 'amber',
  red: 'red',
  kept: 'green',
  late: 'red',
  early: 'red',
  suspended: 'amber',
}

/** Whether it still runs towards an end. */
export function isOpen({ state }: Pick<Clock, 'state'>): boolean {
  return state === 'running' || state === 'amber' || state === 'red' || state === 'suspended'
}
