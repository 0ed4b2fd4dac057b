/** The contract of cases: register, change, list, look into. */
import { z } from 'zod'
import type { AuditEntry } from '../audit/contract.ts'
import { method } from '../contract/method.ts'
import { caseIdSchema, languageSchema, type CaseId, type IsoDate, type IsoInstant, type MaterialId, type PersonId } from '../values/values.ts'
import type { BrokenRule } from '../followup/broken-rules.ts'
import type { Material } from '../materials/contract.ts'
import type { CatalogueVersion } from '../catalogue/schema.ts'
import type { CaseFlag } from '../catalogue/vocabulary.ts'
import { caseFieldsSchema, type CaseFields, type CaseRow } from './case.ts'
import { CASE_COLUMNS } from './case-columns.ts'
import { caseFilterSchema, caseSortSchema } from './case-filter.ts'
import type { CaseAction, CaseState } from './state-machine-terms.ts'
import type { CaseRefusal } from './state-machine.ts'

export const PAGE_SIZE_MAXIMUM = 200

/** Where a page of the list ended: the sort value and the id of its last row. */
export const caseCursorSchema = z.strictObject({ value: z.union([z.string().max(400), z.number()]).nullable(), id: caseIdSchema })
export type CaseCursor = z.infer<typeof caseCursorSchema>

export const caseListInputSchema = z.strictObject({
  filter: caseFilterSchema,
  sort: caseSortSchema,
  /** Where the page before ended; null begins at the first row, or at `offset`. */
  after: caseCursorSchema.nullable(),
  /** Begins at this row of the whole list, wherever that is; null: as `after` says. */
  offset: z.int().min(0).nullable().default(null),
  size: z.int().min(1).max(PAGE_SIZE_MAXIMUM),
})
export type CaseListInput = z.output<typeof caseListInputSchema>

/** Where in its papers or opinions a case holds the words that were looked for. */
export interface CaseHit {
  readonly place:
    | { readonly kind: 'paper'; readonly materialId: MaterialId; readonly name: string; readonly page: number }
    | { readonly kind: 'opinion'; readonly round: number; readonly issued: boolean }
  readonly snippet: { readonly before: string; readonly match: string; readonly after: string }
}

/** A choice of cases: all that match but some, or only some. */
export const caseSelectionSchema = z.strictObject({
  filter: caseFilterSchema,
  sort: caseSortSchema,
  /** Null: all that match. */
  only: z.array(caseIdSchema).max(100_000).nullable(),
  except: z.array(caseIdSchema).max(100_000),
})
export type CaseSelection = z.output<typeof caseSelectionSchema>

/** How far a workbook of the list is. `file` is there once it is done, as `export/<id>`. */
export interface ListExport {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  readonly file: { readonly reference: string; readonly name: string; readonly size: number } | null
}

export interface CasePage {
  readonly rows: readonly CaseRow[]
  /** Pass as `after` for the next page; null at the end. */
  readonly next: CaseCursor | null
  /** How many cases match, as far as it can be told without walking all of them; `atLeast` when there may be more. */
  readonly total: { readonly count: number; readonly atLeast: boolean }
  /** Where the words stand, for the rows that do not show them themselves. */
  readonly hits: Readonly<Record<string, CaseHit>>
  /** False: so many papers hold the words that only the newest were looked through. */
  readonly textsComplete: boolean
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
  readonly kind: 'supplementNotice' | 'opinionPdf' | 'opinionDocx' | 'maskedPdf' | 'maskedDocx' | 'publicationProof' | 'formPdf' | 'formDocx'
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

/** Papers that were asked for: with the case returned before its acceptance, or waiting in the middle of its review. */
export interface SupplementNotice {
  readonly at: IsoInstant
  readonly missing: readonly string[]
  readonly reason: string
  readonly replyBy: IsoDate
  readonly inReview: boolean
  /** Of one in the review: when the papers came, or the review went on without them. */
  readonly endedOn: IsoDate | null
  readonly endedWith: 'papers' | 'nothing' | null
}

export interface CaseDetail {
  readonly id: CaseId
  readonly version: number
  readonly fields: CaseFields
  /** 案件编号; null where the station gave none. */
  readonly caseNumber: string | null
  readonly state: CaseState
  readonly round: number
  readonly createdAt: IsoInstant
  readonly updatedAt: IsoInstant
  /** `active` is false for somebody who was deactivated: nobody goes on with the case until the reviewer is changed. */
  readonly reviewer: { readonly id: PersonId; readonly name: string; readonly active: boolean } | null
  readonly dueOn: IsoDate | null
  /** True where the due day rests on a year whose holidays are not published yet. */
  readonly dueProvisional: boolean
  readonly isMajor: boolean
  readonly triggers: readonly MetTrigger[]
  readonly materials: readonly Material[]
  readonly documents: readonly CaseDocument[]
  readonly rounds: readonly RoundSummary[]
  /** The rules that a registered decision broke (红灯); empty for a case that is as it should be. */
  readonly red: readonly BrokenRule[]
  /** Since when the case is suspended (中止); null: it is not. */
  readonly suspendedSince: IsoDate | null
  /** The case that this one was merged into (并案). */
  readonly mergedInto: { readonly caseId: CaseId; readonly title: string } | null
  /** What the caller may do now, from the state machine. */
  readonly offers: readonly ActionOffer[]
  /** Notices of supplement (补正通知), newest first. */
  readonly returns: readonly SupplementNotice[]
}

export const casesContract = {
  'cases.list': method({ input: caseListInputSchema, allowed: 'signedIn', access: 'read' }).returns<CasePage>(),
  /** How many cases match, exactly. Makes the whole order, so that any place in it is answered at once afterwards. */
  'cases.total': method({ input: z.strictObject({ filter: caseFilterSchema, sort: caseSortSchema }), allowed: 'signedIn', access: 'read' }).returns<{
    readonly count: number
  }>(),
  /** The ids of a choice in the order of the list; `more` when there are more than `most`. */
  'cases.ids': method({
    input: z.strictObject({ selection: caseSelectionSchema, most: z.int().min(1).max(1000) }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<{ readonly ids: readonly CaseId[]; readonly more: boolean }>(),
  /** Rows by their ids, in this order; cases that are not there are left out. */
  'cases.rows': method({ input: z.strictObject({ ids: z.array(caseIdSchema).max(1000) }), allowed: 'signedIn', access: 'read' }).returns<
    readonly CaseRow[]
  >(),
  /** What stands in the filter's lists to choose from. */
  'cases.choices': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<{
    readonly units: readonly string[]
    readonly causes: readonly string[]
    readonly reviewers: readonly { readonly id: PersonId; readonly name: string }[]
    readonly handlers: readonly { readonly id: PersonId; readonly name: string }[]
  }>(),
  /** Begins a workbook (XLSX) of the chosen cases and columns; it is made in the background. */
  'cases.beginExport': method({
    input: z.strictObject({
      selection: caseSelectionSchema,
      columns: z.array(z.enum(CASE_COLUMNS)).min(1).max(CASE_COLUMNS.length),
      language: languageSchema,
    }),
    allowed: 'signedIn',
    access: 'write',
  }).returns<{ readonly exportId: string }>(),
  /** Null for an export that is not there (any more). */
  'cases.exportState': method({ input: z.strictObject({ exportId: z.uuid() }), allowed: 'signedIn', access: 'read' }).returns<ListExport | null>(),
  'cases.cancelExport': method({ input: z.strictObject({ exportId: z.uuid() }), allowed: 'signedIn', access: 'write' }).returns<null>(),
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
