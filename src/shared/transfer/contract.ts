/** Transfer of suspected crimes (涉嫌犯罪案件移送), what comes back from the procuratorate, and clues about officials. */
import { z } from 'zod'
import type { TransferAction, TransferCondition, TransferState } from '../cases/state-machine-transfer.ts'
import type { Refusal } from '../cases/state-machine.ts'
import type { EffectKind } from '../catalogue/vocabulary.ts'
import { method } from '../contract/method.ts'
import type { Clock } from '../deadlines/clock.ts'
import { caseIdSchema, type CaseId, type IsoInstant, type PersonId } from '../values/values.ts'
import { PAPER_FORMATS, type MadePaper } from '../documents/made-paper.ts'
import { clueUpdateSchema, newClueSchema, type Clue, type ClueUpdate } from './clue.ts'
import { headDecisionSchema, recordedStepSchema, reportSchema, suspicionSchema, teamSchema, type StepContent, type Suspicion } from './steps.ts'
import {
  assessmentSchema,
  returnAnswerSchema,
  returnDecisionSchema,
  returnSchema,
  type Assessment,
  type BarToPenalty,
  type Limitation,
  type ReturnedCase,
  type ReturnState,
} from './way-back.ts'

export interface TransferOffer {
  readonly action: TransferAction
  /** Null where the caller may do it now, or could once the form is filled in. */
  readonly refusal: Refusal<TransferState, TransferCondition> | null
}

/** Whether somebody can be on the team: active, with a certificate that is valid today, not recused. */
export interface Officer {
  readonly id: PersonId
  readonly name: string
  readonly department: string
  readonly reasons: readonly OfficerReason[]
}
export const OFFICER_REASONS = ['inactive', 'noCertificate', 'certificateNotValid', 'recused'] as const
export type OfficerReason = (typeof OFFICER_REASONS)[number]

export interface ShownStep {
  readonly seq: number
  readonly action: TransferAction
  readonly from: TransferState
  readonly to: TransferState
  readonly happenedAt: IsoInstant
  readonly recordedAt: IsoInstant
  readonly byName: string
  readonly content: StepContent
}

export interface TransferView {
  readonly caseId: CaseId
  readonly state: TransferState
  /** How many steps there are: the next act names it, so that two windows do not act past each other. */
  readonly version: number
  readonly suspicion: Suspicion | null
  readonly team: readonly { readonly id: PersonId; readonly name: string }[]
  readonly steps: readonly ShownStep[]
  readonly clocks: readonly Clock[]
  readonly offers: readonly TransferOffer[]
  readonly officers: readonly Officer[]
  /** What of the proposed decision has to wait. */
  readonly heldBack: readonly EffectKind[]
  /** The letter of transfer (移送书) that was made as a form since the suspicion was raised, not void: what the delivery says of it. */
  readonly letter: { readonly number: string; readonly policeOrgan: string } | null
  /** Numbers of the other letters that were made as forms since then and are not void, by the step that sends them. */
  readonly numbers: Readonly<Partial<Record<'requestReconsideration' | 'requestSupervision', string>>>
}

/** One transfer that is not settled. */
export interface RunningTransfer {
  readonly caseId: CaseId
  readonly title: string
  readonly partyName: string
  readonly offence: string
  readonly state: TransferState
  readonly since: IsoInstant
  /** The clocks that run, the nearest end first. */
  readonly clocks: readonly Clock[]
}

export interface ReturnView {
  readonly id: string
  readonly version: number
  readonly state: ReturnState
  readonly fields: ReturnedCase
  readonly caseTitle: string | null
  readonly assessment: (Assessment & { readonly limitation: Limitation; readonly bars: readonly BarToPenalty[] }) | null
  readonly decision: z.infer<typeof returnDecisionSchema> | null
  readonly answer: z.infer<typeof returnAnswerSchema> | null
  readonly clock: Clock | null
  readonly steps: readonly { readonly state: ReturnState; readonly at: IsoInstant; readonly byName: string }[]
}

/** What follows the registration: an assessment, the decision, the answer. */
export const RETURN_ACTS = ['assess', 'decide', 'answer'] as const
export type ReturnAct = (typeof RETURN_ACTS)[number]

export interface OfferedReturn extends ReturnView {
  /** What the caller may do with it now. */
  readonly offers: readonly ReturnAct[]
  /** Number of the answer (检察意见回复函) that was made as a form and is not void; null: none. */
  readonly replyNumber: string | null
}

export interface ClueView {
  readonly id: string
  readonly version: number
  readonly fields: Clue
  readonly caseTitle: string | null
  readonly outcome: string
  readonly recordedAt: IsoInstant
  readonly byName: string
  readonly updates: readonly (ClueUpdate & { readonly at: IsoInstant; readonly byName: string })[]
}

const expectedVersion = z.int().min(0)
const onCase = { caseId: caseIdSchema, expectedVersion }
const onReturn = { id: z.uuid(), expectedVersion: z.int().min(1) }
const WORKING = ['handler', 'reviewer', 'head'] as const

/**
 * Acts throw `transition-refused`, `not-allowed`, `not-your-part`, `not-ready`, `conflict` and `clock-set-back`; what is
 * recorded later throws `moment-in-future` and `moment-before-step` besides.
 */
export const transferContract = {
  'transfer.get': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<TransferView>(),
  /** For the case's header: whether a suspicion is open and holds a fine back. */
  'transfer.state': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<{
    readonly state: TransferState
    readonly heldBack: readonly EffectKind[]
  }>(),
  'transfer.running': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly RunningTransfer[]>(),
  'transfer.raise': method({
    input: z.strictObject({ ...onCase, suspicion: suspicionSchema }),
    allowed: [...WORKING, 'agencyHead'],
    access: 'write',
  }).returns<TransferView>(),
  'transfer.clear': method({
    input: z.strictObject({ ...onCase, reason: z.string().trim().min(2).max(4000) }),
    allowed: ['head', 'agencyHead'],
    access: 'write',
  }).returns<TransferView>(),
  /** Throws `officer-not-eligible`. */
  'transfer.setTeam': method({
    input: z.strictObject({ ...onCase, team: teamSchema }),
    allowed: ['handler', 'head', 'agencyHead'],
    access: 'write',
  }).returns<TransferView>(),
  'transfer.submitReport': method({ input: z.strictObject({ ...onCase, report: reportSchema }), allowed: WORKING, access: 'write' }).returns<TransferView>(),
  'transfer.decide': method({
    input: z.strictObject({ ...onCase, decision: headDecisionSchema }),
    allowed: ['agencyHead'],
    access: 'write',
  }).returns<TransferView>(),
  'transfer.addStep': method({ input: z.strictObject({ ...onCase, step: recordedStepSchema }), allowed: WORKING, access: 'write' }).returns<TransferView>(),

  /** All that came back, or what came back about one case. */
  'transfer.wayBack': method({ input: z.strictObject({ caseId: caseIdSchema.nullable() }), allowed: 'signedIn', access: 'read' }).returns<readonly OfferedReturn[]>(),
  'transfer.registerReturn': method({ input: z.strictObject({ fields: returnSchema }), allowed: WORKING, access: 'write' }).returns<OfferedReturn>(),
  'transfer.setAssessment': method({
    input: z.strictObject({ ...onReturn, assessment: assessmentSchema }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<OfferedReturn>(),
  /** Throws `not-ready` where it is to be punished although the assessment says that it cannot be. */
  'transfer.decideReturn': method({
    input: z.strictObject({ ...onReturn, decision: returnDecisionSchema }),
    allowed: ['head', 'agencyHead'],
    access: 'write',
  }).returns<OfferedReturn>(),
  'transfer.answerReturn': method({ input: z.strictObject({ ...onReturn, answer: returnAnswerSchema }), allowed: ['handler', 'head'], access: 'write' }).returns<OfferedReturn>(),

  /** The answer about a case that the station does not have, for who answers it; of one that it has it is a form of the case. */
  'transfer.replyPaper': method({ input: z.strictObject({ id: z.uuid(), format: z.enum(PAPER_FORMATS) }), allowed: ['handler', 'head'], access: 'read' }).returns<MadePaper>(),

  /** Those that the caller may see. */
  'transfer.clues': method({ input: z.strictObject({ caseId: caseIdSchema.nullable() }), allowed: 'signedIn', access: 'read' }).returns<readonly ClueView[]>(),
  'transfer.addClue': method({ input: z.strictObject({ fields: newClueSchema }), allowed: [...WORKING, 'agencyHead'], access: 'write' }).returns<ClueView>(),
  /** By who sees it: a clue about the heads is sent on without them. */
  'transfer.updateClue': method({
    input: z.strictObject({ id: z.uuid(), expectedVersion: z.int().min(1), update: clueUpdateSchema }),
    allowed: [...WORKING, 'agencyHead', 'supervisor'],
    access: 'write',
  }).returns<ClueView>(),
  /** The letter that passes it on (问题线索移送函), for who may see it; a clue that one may not see is `not-found`. */
  'transfer.cluePaper': method({
    input: z.strictObject({ id: z.uuid(), format: z.enum(PAPER_FORMATS) }),
    allowed: [...WORKING, 'agencyHead', 'supervisor'],
    access: 'read',
  }).returns<MadePaper>(),
}
