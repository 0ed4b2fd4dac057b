/** A case sent for review (送审案件): what is registered of it and how it is shown. */
import { z } from 'zod'
import { isoDateSchema, personIdSchema, yuanSchema, type CaseId, type IsoDate, type IsoInstant, type PersonId, type Yuan } from '../values/values.ts'
import {
  ACTION_KINDS,
  actionKindSchema,
  conditionKindSchema,
  effectKindSchema,
  partyKindSchema,
  type ActionKind,
} from '../catalogue/vocabulary.ts'
import type { CaseState } from './state-machine-terms.ts'

const line = (longest: number) => z.string().trim().max(longest)
const filledLine = (longest: number) => z.string().trim().min(1).max(longest)

/**
 * 当事人. `code` is checked by its kind (`uscc` 统一社会信用代码, `residentId` 公民身份号码); a wrong check digit is kept and
 * shown, because the file may really say so and that is what question 1.9 is about.
 */
export const partySchema = z.strictObject({
  kind: partyKindSchema,
  name: filledLine(300),
  codeKind: z.enum(['uscc', 'residentId', 'other', 'none']),
  code: line(60),
  address: line(300),
  legalRepresentative: line(300),
})
export type Party = z.infer<typeof partySchema>

export const effectSchema = z.strictObject({
  kind: effectKindSchema,
  amount: yuanSchema.nullable(),
  detail: line(500),
})
export type Effect = z.infer<typeof effectSchema>

/** A cited article: law, article (条), paragraph (款), item (项) as written, and what it is cited for. */
export const citationSchema = z.strictObject({
  law: filledLine(100),
  article: line(20),
  paragraph: line(20),
  item: line(20),
  role: z.enum(['violated', 'basis', 'discretion', 'procedure']),
})
export type Citation = z.infer<typeof citationSchema>

/** Who handled the case (承办人); `personId` when the person is known to this station. */
export const caseHandlerSchema = z.strictObject({
  personId: personIdSchema.nullable(),
  name: filledLine(60),
  certificateNumber: line(60),
})
export type CaseHandler = z.infer<typeof caseHandlerSchema>

/** Facts that make a decision a major one, answered when the case is registered (118号 (12), APL 58). */
export const caseFlagsSchema = z.strictObject({
  publicInterest: z.boolean(),
  socialRisk: z.boolean(),
  majorRights: z.boolean(),
  hearingHeld: z.boolean(),
  complex: z.boolean(),
  byLaw: z.boolean(),
})
export type CaseFlags = z.infer<typeof caseFlagsSchema>

export const caseFieldsSchema = z.strictObject({
  /** 案件名称: party + act + 案 */
  title: filledLine(200),
  /** 案由 */
  cause: filledLine(200),
  /** 承办机构 */
  submittingUnit: filledLine(100),
  /** The agency's own case or filing number, empty if none. */
  fileNumber: line(60),
  actionKinds: z.array(actionKindSchema).min(1).max(ACTION_KINDS.length),
  party: partySchema,
  /** 违法事实, as submitted */
  facts: line(20_000),
  actFrom: isoDateSchema.nullable(),
  actTo: isoDateSchema.nullable(),
  /** 立案日期 */
  filedOn: isoDateSchema.nullable(),
  /** 送审日期: the day the papers came in */
  receivedOn: isoDateSchema,
  effects: z.array(effectSchema).max(30),
  citations: z.array(citationSchema).max(60),
  handlers: z.array(caseHandlerSchema).min(1).max(10),
  flags: caseFlagsSchema,
  /** 案件情形: circumstances known to be there (true) or not (false); what is absent is not known, so its questions are asked. */
  conditions: z.partialRecord(conditionKindSchema, z.boolean()),
})
export type CaseFields = z.infer<typeof caseFieldsSchema>

/** States of a case; what leads from one to another is in `state-machine.ts`. */
export interface CaseRow {
  readonly id: CaseId
  readonly title: string
  readonly fileNumber: string
  readonly partyName: string
  readonly submittingUnit: string
  readonly actionKinds: readonly ActionKind[]
  readonly state: CaseState
  readonly round: number
  readonly receivedOn: IsoDate
  /** Last day of the clock that runs: the review (审核期限), or while the case is returned the supplement (补正期限); null while none runs. */
  readonly dueOn: IsoDate | null
  readonly reviewerId: PersonId | null
  readonly reviewerName: string | null
  /** Highest amount that the proposed decision names. */
  readonly amount: Yuan | null
  readonly opinionNumber: string | null
  /** A decision was registered that broke a rule on the review (红灯). */
  readonly red: boolean
  /** 案件编号, given when it was registered; null where the station gave none. */
  readonly caseNumber: string | null
  readonly updatedAt: IsoInstant
}

export const CASE_SORTS = ['updatedAt', 'receivedOn', 'dueOn', 'title', 'amount', 'party', 'unit', 'fileNumber'] as const
export type CaseSort = (typeof CASE_SORTS)[number]
