/** The contract of clocks (期限): those of a case, the board over all cases, what is recorded for them, notices of days off. */
import { z } from 'zod'
import { periodExclusionSchema } from '../catalogue/periods.ts'
import { method } from '../contract/method.ts'
import { caseIdSchema, isoDateSchema, isoInstantSchema, materialIdSchema, personIdSchema, type Bilingual, type CaseId, type IsoDate, type IsoInstant, type PersonId } from '../values/values.ts'
import type { CaseState } from '../cases/state-machine-terms.ts'
import type { Clock, ExcludedSpan, GrantedExtension } from './clock.ts'
import { CLOCK_DESKS, CLOCK_SUBJECT_IDS, MOST_WARNING, type ClockDesk, type ClockSubject, type Warning } from './clock-subjects.ts'
import { RECORDED_EVENT_IDS, type RecordedDay } from './clock-events.ts'
import { holidayNoticeSchema, type HolidayNotice, type NoticeProblem } from './holiday-notice.ts'
import { LONGEST_NOTICE, type ReadNotice } from './read-notice.ts'

const clockKeySchema = z.string().regex(/^[a-zA-Z]{1,40}\/\d{1,4}$/)
const subjectSchema = z.enum(CLOCK_SUBJECT_IDS as [ClockSubject, ...ClockSubject[]])
const reason = z.string().trim().min(1).max(1000)
const recordId = z.uuidv7()

interface Recorded {
  readonly id: string
  readonly by: string
  readonly at: IsoInstant
  readonly takenBack: { readonly by: string; readonly at: IsoInstant; readonly reason: string } | null
}

export interface RecordedExtension extends Recorded, GrantedExtension {
  readonly clock: string
  readonly paper: string | null
}

export interface RecordedExclusion extends Recorded, ExcludedSpan {
  readonly clock: string
  readonly reason: string
}

export interface RecordedEventDay extends Omit<Recorded, 'at'>, RecordedDay {
  readonly recordedAt: IsoInstant
  readonly note: string
  readonly paper: string | null
}

/** The computer's clock stands before the last entry of the audit chain: clocks are judged by that entry's moment. */
export interface ClockBehind {
  readonly computer: IsoInstant
  readonly lastEntry: IsoInstant
}

export interface CaseClocks {
  readonly clocks: readonly Clock[]
  readonly extensions: readonly RecordedExtension[]
  readonly exclusions: readonly RecordedExclusion[]
  readonly days: readonly RecordedEventDay[]
  readonly asOf: IsoInstant
  readonly behind: ClockBehind | null
  /** Whether the caller may record something for them. */
  readonly editable: boolean
  /** Papers that are not read yet: what they tell is not counted. */
  readonly unread: number
}

export const BOARD_LIGHTS = ['red', 'amber', 'suspended'] as const
export type BoardLight = (typeof BOARD_LIGHTS)[number]

export interface BoardRow {
  /** Null of what came back from the procuratorate about no case of this station: `returnId` says which. */
  readonly caseId: CaseId | null
  readonly returnId: string | null
  /** Of the case; of a return its number and party. */
  readonly title: string
  readonly state: CaseState | null
  readonly clock: Clock
  readonly person: { readonly id: PersonId; readonly name: string } | null
}

/** How many clocks of a subject on a desk are red, amber or suspended. */
export interface BoardCount {
  readonly subject: ClockSubject
  readonly desk: ClockDesk
  readonly person: { readonly id: PersonId; readonly name: string } | null
  readonly red: number
  readonly amber: number
  readonly suspended: number
}

export interface Board {
  /** Over all open cases the caller looks after, whatever the filter. */
  readonly counts: readonly BoardCount[]
  /** Under the filter, the longest over first. */
  readonly rows: readonly BoardRow[]
  readonly total: number
  readonly cases: number
  readonly asOf: IsoInstant
  readonly behind: ClockBehind | null
  /** Cases whose clocks are still being counted, after an update or a new notice. */
  readonly pending: number
  /** Cases whose record could not be counted: they stand on the board as they were counted last, or not at all. */
  readonly uncounted: readonly { readonly caseId: CaseId; readonly title: string }[]
}

/** One's own clocks: see {@link SHOWN_OF_MINE}; `red` and `amber` count all of them. */
export interface OwnClocks extends Pick<Board, 'rows' | 'asOf' | 'behind' | 'pending'> {
  readonly red: number
  readonly amber: number
}

export const boardFilterSchema = z.strictObject({
  /** Null: red and amber. */
  light: z.enum(BOARD_LIGHTS).nullable(),
  subject: subjectSchema.nullable(),
  desk: z.enum(CLOCK_DESKS).nullable(),
  personId: personIdSchema.nullable(),
})
export type BoardFilter = z.output<typeof boardFilterSchema>

export const SHOWN_ON_BOARD = 100

/**
 * So many of one's red clocks that are longest over and so many that went red last, and of the amber ones so many that end
 * first and so many that turned last: however many there are, what is new is among them.
 */
export const SHOWN_OF_MINE = 100

export const warningSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('workingDays'), n: z.int().min(0).max(MOST_WARNING.workingDays) }),
  z.strictObject({ unit: z.literal('hours'), n: z.int().min(0).max(MOST_WARNING.hours) }),
])

export interface SubjectWarning {
  readonly subject: ClockSubject
  readonly name: Bilingual
  readonly warning: Warning
  /** False where it is the product's own default. */
  readonly chosen: boolean
}

/** A clock whose end a calendar moves. */
export interface MovedClock {
  readonly caseId: CaseId
  readonly title: string
  readonly clock: string
  readonly name: Bilingual
  readonly before: { readonly due: IsoDate; readonly provisional: boolean }
  readonly after: { readonly due: IsoDate; readonly provisional: boolean }
}

export const MOST_MOVED_SHOWN = 300

export interface NoticeEffect {
  /** The first of them; `movedCount` counts all whose last day moves. */
  readonly moved: readonly MovedClock[]
  readonly movedCount: number
  /** Clocks that stay on their day and are no longer provisional. */
  readonly settled: number
  readonly looked: number
}

/** How far the counting for a notice is: first the cases that changed since they were counted, then the clocks that it may move. */
export interface Recounting {
  readonly step: 'cases' | 'clocks'
  readonly done: number
  readonly total: number
}

export interface NoticeCheck {
  readonly problems: readonly NoticeProblem[]
  /** See `makeUpBalance`; other than 0 it has to be confirmed. */
  readonly balance: number
  /** Null while there are problems. */
  readonly effect: NoticeEffect | null
}

export interface KeptNotice {
  readonly seq: number
  readonly notice: HolidayNotice
  readonly note: string
  readonly by: string
  readonly at: IsoInstant
}

const noticeInput = { notice: holidayNoticeSchema }
const onClock = { caseId: caseIdSchema, clock: clockKeySchema }
const WORKING = ['handler', 'reviewer', 'head'] as const
const OVERSEERS = ['head', 'agencyHead', 'supervisor'] as const
const KEEPERS = ['admin', 'head'] as const

export const deadlinesContract = {
  'deadlines.ofCase': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<CaseClocks>(),
  'deadlines.board': method({
    input: z.strictObject({ filter: boardFilterSchema, offset: z.int().min(0).max(1_000_000) }),
    allowed: OVERSEERS,
    access: 'read',
  }).returns<Board>(),
  /**
   * One's own clocks, for Home and reminders: red and amber of what lies on one's desk, or with the police while one waits
   * for them; for who supervises, all of the board.
   */
  'deadlines.mine': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<OwnClocks>(),
  /** Throws `clock-unknown`, `clock-case-over`, `clock-not-running`, `extension-…`. */
  'deadlines.extend': method({
    input: z.strictObject({
      ...onClock,
      /** In the unit of the ladder's step. */
      length: z.int().min(1).max(3650),
      approvedBy: z.string().trim().min(1).max(60),
      approvedOn: isoDateSchema,
      reason,
      /** The paper of the approval, of this case. */
      materialId: materialIdSchema.nullable(),
    }),
    allowed: WORKING,
    access: 'write',
  }).returns<{ readonly id: string; readonly due: IsoDate | null }>(),
  /** `to` null: it lasts. Throws `clock-unknown`, `clock-case-over`, `exclusion-…`. */
  'deadlines.exclude': method({
    input: z.strictObject({ ...onClock, of: periodExclusionSchema, from: isoDateSchema, to: isoDateSchema.nullable(), reason }),
    allowed: WORKING,
    access: 'write',
  }).returns<{ readonly id: string; readonly due: IsoDate | null }>(),
  'deadlines.endExclusion': method({
    input: z.strictObject({ caseId: caseIdSchema, id: recordId, to: isoDateSchema }),
    allowed: WORKING,
    access: 'write',
  }).returns<null>(),
  /** A later record of the same event takes the place of the earlier. Throws `clock-case-over`. */
  'deadlines.recordDay': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      event: z.enum(RECORDED_EVENT_IDS),
      on: isoDateSchema,
      /** Where the hour counts; its day in China is `on`. */
      at: isoInstantSchema.nullable(),
      note: z.string().trim().max(500),
      materialId: materialIdSchema.nullable(),
    }),
    allowed: WORKING,
    access: 'write',
  }).returns<{ readonly id: string }>(),
  /** What was recorded by mistake no longer counts; it stays to be seen. */
  'deadlines.takeBack': method({
    input: z.strictObject({ caseId: caseIdSchema, kind: z.enum(['extension', 'exclusion', 'day']), id: recordId, reason }),
    allowed: WORKING,
    access: 'write',
  }).returns<null>(),
  'deadlines.warnings': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly SubjectWarning[]>(),
  /** `warning` null: the product's default again. */
  'deadlines.setWarning': method({
    input: z.strictObject({ subject: subjectSchema, warning: warningSchema.nullable() }),
    allowed: KEEPERS,
    access: 'write',
  }).returns<null>(),
  'deadlines.readNotice': method({ input: z.strictObject({ text: z.string().max(LONGEST_NOTICE) }), allowed: KEEPERS, access: 'read' }).returns<ReadNotice>(),
  'deadlines.checkNotice': method({ input: z.strictObject(noticeInput), allowed: KEEPERS, access: 'read' }).returns<NoticeCheck>(),
  /** Null where this connection waits for no such counting. */
  'deadlines.recounting': method({ input: z.strictObject({}), allowed: KEEPERS, access: 'read' }).returns<Recounting | null>(),
  /**
   * `despite`: why it is kept although weekends worked and days off do not balance; empty where they do.
   * Throws `holiday-notice-refused`, `conflict`.
   */
  'deadlines.saveNotice': method({
    input: z.strictObject({ ...noticeInput, expectedSeq: z.int().min(0), despite: z.string().trim().max(500) }),
    allowed: KEEPERS,
    access: 'write',
  }).returns<NoticeEffect>(),
  /** The last version of each year that the station entered, the latest year first. */
  'deadlines.notices': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly KeptNotice[]>(),
}
