/** Assignment (分案): who reviews. Drawn at random; a choice by hand needs a reason. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { DrawFault } from './draw.ts'
import type { Affiliation } from '../people/contract.ts'
import { caseIdSchema, isoDateSchema, personIdSchema, type IsoInstant, type PersonId } from '../values/values.ts'

export interface Candidate {
  readonly personId: PersonId
  readonly name: string
  /** Cases under review by this person now. */
  readonly openCases: number
  readonly affiliation: Affiliation
  /** Stands in a draw; who does not has more work than the band takes in, and can still be chosen by hand. */
  readonly inDraw: boolean
  /** Wrote the opinion that is objected to: there is nobody else to answer the objection. */
  readonly wroteDisputed: boolean
}

/** A recusal (回避) that stands. */
export interface Recusal {
  readonly personId: PersonId
  readonly name: string
  readonly reason: string
  /** Who recorded it. */
  readonly by: string
  readonly at: IsoInstant
}

export interface ExcludedPerson {
  readonly personId: PersonId
  readonly name: string
  /** Codes such as `notReviewer`, `handlesCase`, `handlersName`, `recused`, `noQualification`, `inactive`, `busier`. */
  readonly reasons: readonly string[]
}

export interface Assignment {
  readonly round: number
  readonly mode: 'drawn' | 'chosen' | 'kept'
  readonly personId: PersonId
  readonly name: string
  readonly at: IsoInstant
  readonly reason: string | null
  /** Seed, its commitment and who stood in the draw: anyone can draw again. Null when chosen by hand. */
  readonly draw: { readonly seed: string; readonly commitment: string; readonly eligible: readonly PersonId[] } | null
  readonly excluded: readonly ExcludedPerson[]
}

/** An assignment as it is told: who stood in the draw by name too. The proof itself rests on ids alone. */
export interface ToldAssignment extends Assignment {
  readonly drawnFrom: readonly { readonly personId: PersonId; readonly name: string }[]
}

/** What came of computing a recorded draw again. */
export interface CheckedDraw {
  readonly round: number
  readonly at: IsoInstant
  readonly name: string
  /** Null: sound. `notCommitted`: no entry of the audit chain before the draw holds its commitment and its list. */
  readonly fault: DrawFault | 'notCommitted' | null
  /** Number of the entry with the commitment; null where there is none. */
  readonly committedIn: number | null
}

/** Widest band that can be set, in cases. */
export const WIDEST_BAND = 50

export const assignmentSettingsSchema = z.strictObject({
  /** How many more cases than the least busy somebody may have in hand and still stand in the draw; null: work does not count. */
  band: z.int().min(0).max(WIDEST_BAND).nullable(),
  /** Enforcement officers of the agency (执法人员), and the day on which they were counted. */
  enforcementStaff: z.strictObject({ count: z.int().min(1).max(1_000_000), countedOn: isoDateSchema }).nullable(),
})
export type AssignmentSettings = z.infer<typeof assignmentSettingsSchema>

const reason = z.string().trim().min(2).max(500)

export const assignmentContract = {
  'assignment.settings': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<AssignmentSettings>(),
  'assignment.changeSettings': method({
    input: z.strictObject({ settings: assignmentSettingsSchema }),
    allowed: ['head', 'admin'],
    access: 'write',
  }).returns<AssignmentSettings>(),
  'assignment.checkDraws': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<
    readonly CheckedDraw[]
  >(),
  'assignment.candidates': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<{
    readonly eligible: readonly Candidate[]
    readonly excluded: readonly ExcludedPerson[]
    readonly past: readonly ToldAssignment[]
    readonly recusals: readonly Recusal[]
    /** Whether the caller may record recusals of others, take them back, and clear namesakes. */
    readonly presides: boolean
  }>(),
  /** One's own; those of others by who presides and stands apart from the case. */
  'assignment.recuse': method({
    input: z.strictObject({ caseId: caseIdSchema, personId: personIdSchema, reason }),
    allowed: ['reviewer', 'head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  /** Throws `not-found` where the person is not recused. */
  'assignment.takeBackRecusal': method({
    input: z.strictObject({ caseId: caseIdSchema, personId: personIdSchema, reason }),
    allowed: ['head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  /** Says that who bears a handler's name is another person (同名排除). Throws `not-a-namesake`. */
  'assignment.clearNamesake': method({
    input: z.strictObject({ caseId: caseIdSchema, personId: personIdSchema, reason }),
    allowed: ['head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  'assignment.draw': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: ['head'], access: 'write' }).returns<ToldAssignment>(),
  'assignment.choose': method({
    input: z.strictObject({ caseId: caseIdSchema, personId: personIdSchema, reason: z.string().trim().min(5).max(500) }),
    allowed: ['head'],
    access: 'write',
  }).returns<ToldAssignment>(),
}
