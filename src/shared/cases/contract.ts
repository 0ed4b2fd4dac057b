/** The contract of cases: register, change, list, look into. */
import { z } from 'zod'
import type { AuditEntry } from '../audit/contract.ts'
import { method } from '../contract/method.ts'
import { caseIdSchema, isoDateSchema, personIdSchema, type CaseId, type IsoDate, type IsoInstant, type PersonId } from '../values/values.ts'
import type { Material } from '../materials/contract.ts'
import type { CatalogueVersion } from '../catalogue/schema.ts'
import { actionKindSchema, type CaseFlag } from '../catalogue/vocabulary.ts'
import { CASE_SORTS, caseFieldsSchema, type CaseFields, type CaseRow } from './case.ts'
import { CASE_STATES, type CaseAction, type CaseState } from './state-machine-terms.ts'
import type { CaseRefusal } from './state-machine.ts'

export const PAGE_SIZE_MAXIMUM = 200

/** Where a page of the list ended: the sort value and the id of its last row. */
export const caseCursorSchema = z.strictObject({ value: z.union([z.string().max(400), z.number()]).nullable(), id: caseIdSchema })
export type CaseCursor = z.infer<typeof caseCursorSchema>

export const caseListInputSchema = z.strictObject({
  filter: z.strictObject({
    states: z.array(z.enum(CASE_STATES)).max(CASE_STATES.length),
    actionKind: actionKindSchema.nullable(),
    reviewerId: personIdSchema.nullable(),
    receivedFrom: isoDateSchema.nullable(),
    receivedTo: isoDateSchema.nullable(),
    /** Words of any length in title, party, cause, numbers. */
    text: z.string().trim().max(100),
  }),
  sort: z.strictObject({ by: z.enum(CASE_SORTS), descending: z.boolean() }),
  after: caseCursorSchema.nullable(),
  size: z.int().min(1).max(PAGE_SIZE_MAXIMUM),
})
export type CaseListInput = z.infer<typeof caseListInputSchema>

export interface CasePage {
  readonly rows: readonly CaseRow[]
  /** Pass as `after` for the next page; null at the end. */
  readonly next: CaseCursor | null
  /** How many cases match, as far as it can be told without walking all of them; `atLeast` when there may be more. */
  readonly total: { readonly count: number; readonly atLeast: boolean }
}

/** A major decision's trigger that this case meets (重大执法决定情形), with the numbers it was judged by. */
export interface MetTrigger {
  readonly id: string
  readonly label: { readonly 'zh-CN': string; readonly en: string }
  readonly verified: boolean
  /** The flags that it was met by; empty for lines of amounts and kinds of effect. */
  readonly flags: readonly CaseFlag[]
  readonly detail: { readonly 'zh-CN': string; readonly en: string }
}

export interface RoundSummary {
  readonly round: number
  readonly submittedOn: IsoDate
  readonly acceptedOn: IsoDate | null
  readonly reviewerId: PersonId | null
  readonly opinionType: string | null
  readonly opinionNumber: string | null
  readonly issuedAt: IsoInstant | null
  /** The catalogue that the round is reviewed under; null until it is accepted. */
  readonly catalogueVersion: CatalogueVersion | null
  /** The signed PDF and the DOCX of this round's opinion. */
  readonly pdfDocumentId: string | null
  readonly docxDocumentId: string | null
}

/** A paper that the station printed for the case, such as a notice of supplement (补正通知书). */
export interface CaseDocument {
  readonly id: string
  readonly kind: 'supplementNotice' | 'opinionPdf' | 'opinionDocx'
  readonly name: string
  readonly number: string | null
  readonly round: number
  readonly createdAt: IsoInstant
}

export interface ActionOffer {
  readonly action: CaseAction
  /** Null when the caller may do it now. Actions that the state rules out are not offered at all. */
  readonly refusal: CaseRefusal | null
}

export interface CaseDetail {
  readonly id: CaseId
  readonly version: number
  readonly fields: CaseFields
  readonly state: CaseState
  readonly round: number
  readonly createdAt: IsoInstant
  readonly updatedAt: IsoInstant
  readonly reviewer: { readonly id: PersonId; readonly name: string } | null
  readonly dueOn: IsoDate | null
  /** True where the due day rests on a year whose holidays are not published yet. */
  readonly dueProvisional: boolean
  readonly isMajor: boolean
  readonly triggers: readonly MetTrigger[]
  readonly materials: readonly Material[]
  readonly documents: readonly CaseDocument[]
  readonly rounds: readonly RoundSummary[]
  /** What the caller may do now, from the state machine. */
  readonly offers: readonly ActionOffer[]
  /** Remarks on the returned submission or withdrawal, newest first. */
  readonly returns: readonly { readonly at: IsoInstant; readonly missing: readonly string[]; readonly reason: string; readonly replyBy: IsoDate }[]
}

export const casesContract = {
  'cases.list': method({ input: caseListInputSchema, allowed: 'signedIn', access: 'read' }).returns<CasePage>(),
  'cases.counts': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<{
    /** Number of cases by state. */
    readonly byState: Readonly<Record<string, number>>
    readonly overdue: number
    readonly mine: number
  }>(),
  'cases.get': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<CaseDetail>(),
  'cases.register': method({
    input: z.strictObject({ fields: caseFieldsSchema }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<{ readonly caseId: CaseId }>(),
  'cases.update': method({
    input: z.strictObject({ caseId: caseIdSchema, expectedVersion: z.int().min(1), fields: caseFieldsSchema }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<{ readonly version: number }>(),
  'cases.withdraw': method({
    input: z.strictObject({ caseId: caseIdSchema, reason: z.string().trim().min(2).max(2000) }),
    allowed: ['handler', 'head'],
    access: 'write',
  }).returns<null>(),
  'cases.history': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<
    readonly AuditEntry[]
  >(),
}
