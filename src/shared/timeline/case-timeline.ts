/**
 * The timeline of a case (案件时间轴): every dated step of the papers and of the station, the limits that run between them,
 * and what is missing. Made by `buildCaseTimeline`; drawn by the layout beside it.
 */
import type { Citation } from '../catalogue/citation.ts'
import type { PeriodExclusion, PeriodSubject } from '../catalogue/periods.ts'
import type { TimelineKind } from '../intake/timeline-kinds.ts'
import type { EvidencePointer } from '../prereview/finding.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { StationStepKind } from './station-steps.ts'

export interface TimelinePlace extends EvidencePointer {
  /** Id of the catalogue's `documentKinds`. */
  readonly documentKind: string
}

/** Another day that a document gives for the same step. */
export interface StatedOtherwise {
  readonly day: IsoDate
  readonly place: TimelinePlace
}

export interface TimelineStep {
  readonly key: string
  readonly kind: TimelineKind | StationStepKind
  /** `station`: done at this workstation. */
  readonly origin: 'document' | 'station'
  readonly label: Bilingual
  readonly day: IsoDate
  /** `HH:mm` */
  readonly time: string | null
  readonly until: { readonly day: IsoDate; readonly time: string | null } | null
  /** Who was questioned, the number of the document, who acted at the station. */
  readonly about: string | null
  /** False where only other documents mention it. */
  readonly recorded: boolean
  /** False where it was read from characters that are recognised with low confidence. */
  readonly certain: boolean
  readonly working: boolean
  /** The arrangement of days off of that year is not published or not verified. */
  readonly provisional: boolean
  /** Null for steps of the station. */
  readonly place: TimelinePlace | null
  readonly others: readonly TimelinePlace[]
  /** Documents that give another day; empty where all agree. */
  readonly conflicts: readonly StatedOtherwise[]
  /** Keys of the limits that this step came too late, or too early, for. */
  readonly breaks: readonly string[]
}

/**
 * `kept`: ended in time, or waited for. `running`: neither ended nor over. `late`: ended after its last day. `overdue`: over
 * and not ended. `early`: the agency acted before the end of a time that belongs to the party.
 */
export const LIMIT_STATES = ['kept', 'running', 'late', 'overdue', 'early'] as const
export type LimitState = (typeof LIMIT_STATES)[number]

/** Time that is not counted (扣除期间), with the provision that says so. */
export interface ExcludedTime {
  readonly of: PeriodExclusion
  readonly name: Bilingual
  readonly from: IsoDate
  readonly to: IsoDate
  readonly basis: readonly Citation[]
}

export interface TimelineLimit {
  readonly key: string
  readonly subject: PeriodSubject | 'review'
  readonly name: Bilingual
  /** As it binds the agency, see `periodSchema`. */
  readonly limit: 'atMost' | 'atLeast'
  /** 90日, 5个工作日, extensions included. */
  readonly length: Bilingual
  readonly unit: 'workingDays' | 'calendarDays'
  readonly from: IsoDate
  /** The last day; null where an extension has no fixed length. */
  readonly due: IsoDate | null
  /** The last day before it was moved off a holiday. */
  readonly rolledFrom: IsoDate | null
  /** The last working day that is surely in time. */
  readonly advice: IsoDate | null
  readonly end: { readonly day: IsoDate; readonly label: Bilingual } | null
  readonly state: LimitState
  /** How much too late or too early, in `unit`; 0 otherwise. */
  readonly by: number
  /** Days until it is over, in `unit`; null where it does not run. */
  readonly left: number | null
  readonly excluded: readonly ExcludedTime[]
  /** Why the end does not count against the agency, such as a waiver. */
  readonly note: Bilingual | null
  readonly provisional: boolean
  readonly verified: boolean
  readonly basis: readonly Citation[]
  readonly place: TimelinePlace | null
}

/** Something that ought to stand between two steps and does not (缺失环节). */
export interface TimelineGap {
  readonly key: string
  readonly ruleId: string
  readonly label: Bilingual
  /** What is wrong, in the words of the pre-review. */
  readonly message: Bilingual
  readonly from: IsoDate
  readonly to: IsoDate
  readonly place: TimelinePlace | null
}

export interface CaseTimeline {
  /** In order of day and of the course of a case. */
  readonly steps: readonly TimelineStep[]
  readonly limits: readonly TimelineLimit[]
  readonly gaps: readonly TimelineGap[]
  /** The day by which running limits are judged: today, or the day the review ended. */
  readonly asOf: IsoDate
}

/** States that are wrong. */
export function isBroken({ state }: Pick<TimelineLimit, 'state'>): boolean {
  return state === 'late' || state === 'overdue' || state === 'early'
}
