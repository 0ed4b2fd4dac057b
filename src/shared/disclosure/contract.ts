/** Disclosure of decisions (执法决定公开): duties, masked text, publication with proof, what stays unpublished, withdrawal. */
import { z } from 'zod'
import type { DutyRow, ExceptionRow, PlaceRow, TreatmentRow } from '../catalogue/disclosure-rules.ts'
import { rowIdSchema } from '../catalogue/row.ts'
import type { CaseState } from '../cases/state-machine-terms.ts'
import { method } from '../contract/method.ts'
import type { Clock } from '../deadlines/clock.ts'
import type { ClockBehind } from '../deadlines/contract.ts'
import { materialNameSchema } from '../materials/contract.ts'
import { caseIdSchema, isoDateSchema, materialIdSchema, type CaseId, type IsoDate, type IsoInstant, type MaterialId } from '../values/values.ts'
import { LONGEST_TEXT, maskMarkSchema, MOST_MARKS, type MaskMark } from './masks.ts'
import type { MaskProposal } from './mask-proposals.ts'
import { CHANGE_OUTCOMES, type ChangeOutcome, type DisclosureStatus } from './standing.ts'

const caseId = caseIdSchema
const id = z.uuidv7()
const reason = z.string().trim().min(5).max(2000)
const line = (most: number) => z.string().trim().min(1).max(most)

/** Files that prove something, staged by the caller. */
const proofsSchema = z.array(z.strictObject({ stagedId: z.uuid(), name: materialNameSchema })).min(1).max(10)

/** Who did it, by name, and when it was written down. */
export interface Recorded {
  readonly by: string
  readonly at: IsoInstant
}

/** A stored file that proves a publication or its withdrawal (公开凭证); opened by `document/ID`. */
export interface Proof {
  readonly documentId: string
  readonly name: string
  readonly sha256: string
}

export interface Duty {
  readonly rule: DutyRow
  readonly clock: Clock
  /** The publication that met it; null while none did. */
  readonly metBy: string | null
}

export interface Publication extends Recorded {
  readonly id: string
  /** Id of a place of the catalogue, or `other`. */
  readonly place: string
  /** Name of a place that the catalogue does not have; empty otherwise. */
  readonly placeName: string
  /** Where it stands there: the address of the page, the number of the issue. */
  readonly address: string
  readonly publishedOn: IsoDate
  /** `masked`: the text that was masked and approved; `summary`: agency, party, kind and outcome only. */
  readonly what: 'masked' | 'summary'
  readonly maskingId: string | null
  readonly note: string
  readonly proofs: readonly Proof[]
  /** Since when it is down again; null while it is public. */
  readonly withdrawnOn: IsoDate | null
}

/** 不予公开: proposed with reasons by one person, approved or returned by another. */
export interface Withholding extends Recorded {
  readonly id: string
  readonly ruleId: string
  readonly reason: string
  readonly own: boolean
  readonly settled: (Recorded & { readonly outcome: 'approved' | 'returned'; readonly remark: string }) | null
}

export interface Withdrawal extends Recorded {
  readonly withdrawnOn: IsoDate
  /** The reasons as they were told to the public (公开说明理由), and where. */
  readonly explanation: string
  readonly explainedAt: string
  readonly proofs: readonly Proof[]
}

/** 决定被变更、撤销、确认违法或者无效 */
export interface DecisionChange extends Recorded {
  readonly id: string
  readonly outcome: ChangeOutcome
  /** Who changed it: a reconsideration organ, a court, the agency itself. */
  readonly organ: string
  readonly number: string
  readonly changedOn: IsoDate
  readonly note: string
  /** What was public then. */
  readonly publications: readonly string[]
  /** Null where nothing was public: there is nothing to withdraw. */
  readonly clock: Clock | null
  readonly withdrawal: Withdrawal | null
}

export type MaskingState = 'draft' | 'submitted' | 'returned' | 'approved'

export interface MaskingSummary extends Recorded {
  readonly id: string
  readonly title: string
  readonly state: MaskingState
  /** How many places are masked, left and open. */
  readonly counts: { readonly masked: number; readonly left: number; readonly open: number }
  readonly approvedBy: string | null
  readonly pdfDocumentId: string | null
  readonly docxDocumentId: string | null
}

/** Something that a text to be masked can be taken from: a document in the papers of the case. */
export interface MaskSource {
  readonly materialId: MaterialId
  readonly part: number
  readonly name: string
  readonly kind: string
}

export interface Disclosure {
  readonly status: DisclosureStatus
  readonly decision: { readonly number: string; readonly decidedOn: IsoDate; readonly irregular: boolean } | null
  readonly duties: readonly Duty[]
  readonly places: readonly PlaceRow[]
  readonly exceptions: readonly ExceptionRow[]
  readonly publications: readonly Publication[]
  readonly withholdings: readonly Withholding[]
  readonly changes: readonly DecisionChange[]
  /** Newest first. */
  readonly maskings: readonly MaskingSummary[]
  readonly sources: readonly MaskSource[]
  /** A defect that reconsideration or a court found after the opinion is on record, but no change of the decision. */
  readonly laterDefect: boolean
  readonly may: { readonly publish: boolean; readonly propose: boolean; readonly settle: boolean; readonly mask: boolean; readonly change: boolean }
}

export interface Masking extends MaskingSummary {
  readonly caseId: CaseId
  readonly version: number
  readonly original: string
  readonly marks: readonly MaskMark[]
  readonly proposals: readonly MaskProposal[]
  readonly treatments: readonly TreatmentRow[]
  readonly steps: readonly (Recorded & { readonly step: 'saved' | 'submitted' | 'returned' | 'approved'; readonly remark: string })[]
  readonly may: { readonly edit: boolean; readonly approve: boolean }
}

export const LIST_SHOWN = 100
export const DISCLOSURE_LISTS = ['open', 'published', 'withheld', 'withdrawn'] as const
export type DisclosureListKind = (typeof DISCLOSURE_LISTS)[number]

export interface DisclosureRow {
  readonly caseId: CaseId
  readonly title: string
  readonly state: CaseState
  readonly number: string
  readonly decidedOn: IsoDate | null
  /** Of what is open: how it stands. */
  readonly clock: Clock | null
  /** When it was published, withheld or withdrawn. */
  readonly on: IsoDate | null
}

export interface DisclosureList {
  readonly rows: readonly DisclosureRow[]
  readonly total: number
  readonly counts: { readonly late: number; readonly soon: number; readonly running: number; readonly published: number; readonly withheld: number; readonly withdrawn: number }
  readonly asOf: IsoInstant
  readonly behind: ClockBehind | null
  readonly pending: number
}

const WORKING = ['handler', 'reviewer', 'head'] as const
const marks = z.array(maskMarkSchema).max(MOST_MARKS)
const expectedVersion = z.int().min(1)

export const disclosureContract = {
  'disclosure.get': method({ input: z.strictObject({ caseId }), allowed: 'signedIn', access: 'read' }).returns<Disclosure>(),
  'disclosure.list': method({
    input: z.strictObject({ show: z.enum(DISCLOSURE_LISTS), offset: z.int().min(0).max(1_000_000) }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<DisclosureList>(),
  /**
   * Registers a publication with its proof. The one that meets the last duty settles the disclosure of the case.
   * Throws `not-ready` where the masked text is not approved, `decision-changed` where the decision no longer stands.
   */
  'disclosure.recordPublication': method({
    input: z.strictObject({
      caseId,
      place: z.union([rowIdSchema, z.literal('other')]),
      placeName: z.string().trim().max(200),
      address: line(500),
      publishedOn: isoDateSchema,
      what: z.enum(['masked', 'summary']),
      maskingId: id.nullable(),
      note: z.string().trim().max(500),
      proofs: proofsSchema,
    }),
    allowed: WORKING,
    access: 'write',
  }).returns<{ readonly settled: boolean }>(),
  'disclosure.submitWithholding': method({ input: z.strictObject({ caseId, ruleId: rowIdSchema, reason }), allowed: WORKING, access: 'write' }).returns<null>(),
  /** By another person than who proposed it. Throws `four-eyes`. */
  'disclosure.settleWithholding': method({
    input: z.strictObject({ caseId, id, outcome: z.enum(['approved', 'returned']), remark: z.string().trim().max(2000) }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<null>(),
  'disclosure.recordChange': method({
    input: z.strictObject({
      caseId,
      outcome: z.enum(CHANGE_OUTCOMES),
      organ: line(200),
      number: z.string().trim().max(100),
      changedOn: isoDateSchema,
      note: z.string().trim().max(2000),
    }),
    allowed: WORKING,
    access: 'write',
  }).returns<null>(),
  'disclosure.recordWithdrawal': method({
    input: z.strictObject({ caseId, changeId: id, withdrawnOn: isoDateSchema, explanation: reason, explainedAt: line(500), proofs: proofsSchema }),
    allowed: WORKING,
    access: 'write',
  }).returns<null>(),
  /** A text to mask: of a document of the case, or typed. Kept as it is; what is masked is kept beside it. */
  'disclosure.addMasking': method({
    input: z.strictObject({
      caseId,
      source: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('material'), materialId: materialIdSchema, part: z.int().min(0).max(500) }),
        z.strictObject({ from: z.literal('typed'), title: line(100), text: z.string().trim().min(10).max(LONGEST_TEXT) }),
      ]),
    }),
    allowed: WORKING,
    access: 'write',
  }).returns<{ readonly id: string }>(),
  'disclosure.masking': method({ input: z.strictObject({ id }), allowed: 'signedIn', access: 'read' }).returns<Masking>(),
  'disclosure.saveMasking': method({ input: z.strictObject({ id, expectedVersion, marks }), allowed: WORKING, access: 'write' }).returns<Masking>(),
  /** Throws `masks-unfit` where a place is undecided or something that is masked stands elsewhere. */
  'disclosure.submitMasking': method({ input: z.strictObject({ id, expectedVersion, marks }), allowed: WORKING, access: 'write' }).returns<Masking>(),
  /** By another person than who masked (四眼原则). Approving makes the masked PDF and DOCX. Throws `four-eyes`. */
  'disclosure.settleMasking': method({
    input: z.strictObject({ id, expectedVersion, outcome: z.enum(['approved', 'returned']), remark: z.string().trim().max(2000) }),
    allowed: ['reviewer', 'head', 'agencyHead'],
    access: 'write',
  }).returns<Masking>(),
}
