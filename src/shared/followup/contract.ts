/** What follows an issued opinion (后续处理): answers, re-review, coordination, decision, archive, merger, suspension. */
import { z } from 'zod'
import type { CaseState } from '../cases/state-machine-terms.ts'
import { method } from '../contract/method.ts'
import { caseIdSchema, isoDateSchema, type Bilingual, type CaseId, type IsoDate, type IsoInstant, type MaterialId } from '../values/values.ts'
import type { Citation } from '../catalogue/citation.ts'
import { excuseSchema, type Excuse, type FileItem } from './case-file-contents.ts'
import type { BrokenRule } from './broken-rules.ts'
import { newDecisionSchema, type DecisionFields, type ReviewedDecision } from './decision.ts'
import type { DecisionComparison } from './decision-comparison.ts'
import { discussionSchema, type Discussion, type DiscussionStanding } from './discussion.ts'
import { coordinationRecordSchema, settlementSchema, type CoordinationRecord, type Settlement } from './disagreement.ts'
import { problemReplySchema, type Problem, type ProblemReply } from './problems.ts'
import type { ReviewStanding } from './review-standing.ts'

const caseId = caseIdSchema
const reason = z.string().trim().min(2).max(2000)
const person = z.string().trim().min(1).max(60)

export const DROP_KINDS = ['noPenalty', 'closed', 'transferredToAgency', 'transferredToPolice', 'other'] as const
export type DropKind = (typeof DROP_KINDS)[number]

export const DROP_KIND_LABELS: Record<DropKind, Bilingual> = {
  noPenalty: { 'zh-CN': '不予行政处罚', en: 'No penalty' },
  closed: { 'zh-CN': '撤销案件', en: 'Case closed' },
  transferredToAgency: { 'zh-CN': '移送其他有权机关', en: 'Sent to the competent agency' },
  transferredToPolice: { 'zh-CN': '移送公安机关', en: 'Sent to the police' },
  other: { 'zh-CN': '其他', en: 'Other' },
}

/** Who did it, by name, and when it was written down. */
export interface Recorded {
  readonly by: string
  readonly at: IsoInstant
}

/** 采纳情况反馈 */
export interface Feedback extends Recorded {
  readonly outcome: 'adopted' | 'objected'
  /** Who answered for the bureau, and on which day. */
  readonly answeredBy: string
  readonly answeredOn: IsoDate
  /** Why it objects; empty where it adopts. */
  readonly reason: string
  readonly replies: readonly ProblemReply[]
}

export interface Coordination extends Recorded {
  readonly round: number
  /** Why it was brought to coordination. */
  readonly reason: string
  readonly records: readonly (Recorded & { readonly record: CoordinationRecord })[]
  readonly settlement: (Recorded & { readonly settlement: Settlement }) | null
}

/** A collective discussion of the decision itself (集体讨论), in `round`. */
export interface RecordedDiscussion extends Recorded {
  readonly id: string
  readonly round: number
  readonly discussion: Discussion
}

/** A round with its issued opinion and what came of it. */
export interface FollowedRound {
  readonly round: number
  readonly opinionNumber: string | null
  readonly opinionType: string
  readonly passes: boolean
  readonly issuedAt: IsoInstant
  readonly reviewer: string | null
  readonly problems: readonly Problem[]
  readonly feedback: Feedback | null
  /** What was corrected before the next round, by the number of the problem. */
  readonly corrections: readonly { readonly number: number; readonly corrected: string }[]
  /** How the next round began without a new submission, and who reviews it. */
  readonly reReview: NextReviewer | null
}

/** The reviewer of a round that follows an objection or a settlement. */
export interface NextReviewer extends Recorded {
  readonly round: number
  readonly reviewer: string
  readonly mode: 'drawn' | 'chosen' | 'kept'
  readonly reason: string | null
}

export interface RegisteredDecision extends Recorded {
  readonly id: string
  readonly round: number
  readonly fields: DecisionFields
  /** Recorded although it may not have been made as it was (违规作出). */
  readonly irregular: boolean
  readonly comparison: DecisionComparison
  readonly broken: readonly BrokenRule[]
  /** Why the record of an irregular decision was made. */
  readonly note: string
}

/** 中止; `resumed` null while it lasts. */
export interface Suspension extends Recorded {
  readonly id: string
  readonly from: IsoDate
  readonly basis: string
  readonly reason: string
  readonly approvedBy: string
  readonly resumed: (Recorded & { readonly on: IsoDate; readonly reason: string }) | null
}

export interface MergedCase extends Recorded {
  readonly caseId: CaseId
  readonly title: string
  readonly reason: string
}

export interface DiscussionMinutes {
  readonly materialId: MaterialId
  /** Of the paper that they stand in. */
  readonly name: string
  readonly discussedOn: IsoDate | null
  /** Where that day stands in it. */
  readonly page: number | null
}

export interface Followup {
  readonly state: CaseState
  readonly round: number
  /** Rounds with an issued opinion, oldest first. */
  readonly rounds: readonly FollowedRound[]
  readonly standing: ReviewStanding
  readonly transferSettled: boolean
  readonly objections: number
  readonly coordinations: readonly Coordination[]
  /** What a decision is compared with: the proposal of the round that the standing speaks of, else the last submission. */
  readonly reviewed: ReviewedDecision & { readonly round: number; readonly facts: string }
  readonly discussion: {
    /** By which provisions a penalty in this case needs the heads to discuss it; empty: none that is known. */
    readonly basis: readonly Citation[]
    /** As a decision of today would stand. */
    readonly standing: DiscussionStanding
    /** Minutes of one among the papers, each with its day where it tells one. */
    readonly minutes: readonly DiscussionMinutes[]
    /** In the order in which they were held. */
    readonly records: readonly RecordedDiscussion[]
  }
  /** Oldest first. */
  readonly decisions: readonly RegisteredDecision[]
  /** Every rule that a registered decision broke, each once. Not empty: the case is red. */
  readonly red: readonly BrokenRule[]
  readonly drop: (Recorded & { readonly kind: DropKind; readonly on: IsoDate; readonly reason: string }) | null
  readonly archive: (Recorded & { readonly on: IsoDate; readonly place: string; readonly pages: number | null; readonly excuses: readonly Excuse[] }) | null
  readonly file: readonly FileItem[]
  readonly suspensions: readonly Suspension[]
  /** The case that this one was merged into (并案). */
  readonly mergedInto: MergedCase | null
  /** The cases that were merged into this one. */
  readonly mergedFrom: readonly MergedCase[]
  /** What the caller may do beside the acts that `cases.get` offers. */
  readonly may: { readonly recordCoordination: boolean; readonly recordDiscussion: boolean; readonly recordIrregular: boolean; readonly suspend: boolean; readonly resume: boolean; readonly merge: boolean }
}

const feedbackFields = {
  caseId,
  /** Who answered for the bureau. */
  answeredBy: person,
  answeredOn: isoDateSchema,
  replies: z.array(problemReplySchema).max(300),
}

export const archiveFieldsSchema = z.strictObject({
  /** 存放位置 or number of the archive */
  place: z.string().trim().min(1).max(200),
  pages: z.int().min(1).max(100_000).nullable(),
  excuses: z.array(excuseSchema).max(10),
})

export const followupContract = {
  'followup.get': method({ input: z.strictObject({ caseId }), allowed: 'signedIn', access: 'read' }).returns<Followup>(),
  /** The bureau follows the opinion: each problem answered, at least one of them not with a plain no. */
  'followup.adopt': method({
    input: z.strictObject(feedbackFields),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<null>(),
  'followup.object': method({
    input: z.strictObject({ ...feedbackFields, reason: z.string().trim().min(10).max(4000) }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<{ readonly objections: number }>(),
  /** Opens the round that answers the first objection; another reviewer is drawn where there is one. */
  'followup.reReview': method({ input: z.strictObject({ caseId }), allowed: ['reviewer', 'head'], access: 'write' }).returns<NextReviewer>(),
  'followup.coordinate': method({
    input: z.strictObject({ caseId, reason }),
    allowed: ['handler', 'head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  'followup.recordCoordination': method({
    input: z.strictObject({ caseId, record: coordinationRecordSchema }),
    allowed: ['handler', 'reviewer', 'head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  /** Upholds the opinion, or orders a closing round; needs a record of the coordination. */
  'followup.settle': method({
    input: z.strictObject({ caseId, settlement: settlementSchema }),
    allowed: ['agencyHead'],
    access: 'write',
  }).returns<{ readonly round: number; readonly next: NextReviewer | null }>(),
  /** The heads discussed the decision itself; recorded between the opinion and the decision. */
  'followup.recordDiscussion': method({
    input: z.strictObject({ caseId, discussion: discussionSchema }),
    allowed: ['handler', 'reviewer', 'head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  'followup.decide': method({
    input: z.strictObject({ caseId, decision: newDecisionSchema }),
    allowed: ['handler', 'head', 'agencyHead'],
    access: 'write',
  }).returns<{ readonly broken: readonly BrokenRule[] }>(),
  /** Writes down a decision that was made where none may be made: the case turns red and goes on as it is. */
  'followup.recordIrregularDecision': method({
    input: z.strictObject({ caseId, decision: newDecisionSchema, note: reason }),
    allowed: ['handler', 'reviewer', 'head', 'agencyHead'],
    access: 'write',
  }).returns<{ readonly broken: readonly BrokenRule[] }>(),
  'followup.drop': method({
    input: z.strictObject({ caseId, kind: z.enum(DROP_KINDS), on: isoDateSchema, reason }),
    allowed: ['handler', 'head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  'followup.archive': method({
    input: z.strictObject({ caseId, on: isoDateSchema, archive: archiveFieldsSchema }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<null>(),
  /** Closes the case with a pointer to the one that it goes on in (并案). */
  'followup.merge': method({
    input: z.strictObject({ caseId, intoCaseId: caseIdSchema, reason }),
    allowed: ['handler', 'head'],
    access: 'write',
  }).returns<null>(),
  'followup.suspend': method({
    input: z.strictObject({ caseId, on: isoDateSchema, basis: z.string().trim().min(4).max(500), reason, approvedBy: person }),
    allowed: ['handler', 'head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  'followup.resume': method({
    input: z.strictObject({ caseId, on: isoDateSchema, reason }),
    allowed: ['handler', 'head', 'agencyHead'],
    access: 'write',
  }).returns<null>(),
  /** A later round is reviewed by who reviewed the round before (沿用原审核人). */
  'followup.keepReviewer': method({ input: z.strictObject({ caseId }), allowed: ['head'], access: 'write' }).returns<NextReviewer>(),
}
