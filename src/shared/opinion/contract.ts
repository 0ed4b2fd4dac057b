/** The review opinion (法制审核意见书): drafted from the answers, approved, signed twice, issued, never changed. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { LaidOutDocument, Outlines } from '../documents/laid-out.ts'
import type { OfficialDocument } from '../documents/model.ts'
import { caseIdSchema, type IsoInstant, type PersonId } from '../values/values.ts'
import type { OpinionChanges } from './changes.ts'
import type { DerivedOpinion } from './derivation.ts'

/**
 * One editable part of the opinion. `composed` is what the answers lead to now; `text` is what will be printed. Where
 * the officer wrote `text` (`edited`), a later change of the answers does not touch it; the difference is offered.
 */
export interface OpinionSection {
  readonly id: string
  readonly title: string
  readonly composed: string
  readonly text: string
  readonly edited: boolean
  /**
   * Where the officer wrote `text`: the composed text that they have taken note of. Where it differs from `composed`,
   * the answers have changed since, and the difference is offered (`offered-changes.ts`).
   */
  readonly base: string | null
}

export interface OpinionRemark {
  readonly id: string
  readonly at: IsoInstant
  readonly by: string
  /** The section it is about; null: the opinion as a whole. */
  readonly sectionId: string | null
  /** The paragraph it is about as the head read it; null: the whole section. */
  readonly paragraph: string | null
  readonly text: string
  /** What the reviewer did about it; null: nothing yet. */
  readonly answer: RemarkAnswer | null
}

export interface RemarkAnswer {
  readonly at: IsoInstant
  readonly by: string
  /** May be empty where it is resolved. */
  readonly text: string
  readonly resolved: boolean
}

export interface OpinionSignature {
  readonly role: 'reviewer' | 'head'
  readonly personId: PersonId
  readonly name: string
  readonly signedAt: IsoInstant
  readonly certificateSubject: string
}

export interface Opinion {
  readonly round: number
  readonly version: number
  readonly state: 'draft' | 'submitted' | 'approved' | 'signing' | 'issued'
  readonly derived: DerivedOpinion
  /** Code of the type in force: the derived one, or the officer's. */
  readonly type: string
  readonly overrideReason: string | null
  readonly sections: readonly OpinionSection[]
  readonly remarks: readonly OpinionRemark[]
  /** Given when the reviewer signs. */
  readonly number: string | null
  readonly signatures: readonly OpinionSignature[]
  readonly pdfDocumentId: string | null
  readonly docxDocumentId: string | null
  /** The whole document as it would be printed now. */
  readonly document: OfficialDocument
}

const expectedVersion = z.int().min(1)
const signInput = z.strictObject({
  caseId: caseIdSchema,
  certificateId: z.uuid(),
  signingPassword: z.string().min(1).max(256),
  /** Show the person's own signature picture (签名图片); without one of theirs, the name is shown alone. */
  withPicture: z.boolean().optional(),
})
const sectionText = z.string().max(20_000)

/** A number that the station gave (文号登记、案件编号登记). */
export interface RegisteredNumber {
  readonly number: string
  readonly kind: 'opinion' | 'case' | 'form'
  readonly state: 'reserved' | 'issued' | 'void'
  /** Why it is void; null otherwise. */
  readonly reason: string | null
  readonly caseTitle: string
}

export const opinionContract = {
  /** Null until the first draft is composed. */
  'opinion.get': method({
    input: z.strictObject({ caseId: caseIdSchema, round: z.int().min(1).nullable() }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<Opinion | null>(),
  /** Composes the draft from the answers, or composes it anew, keeping what the officer rewrote. */
  'opinion.compose': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: ['reviewer'], access: 'write' }).returns<Opinion>(),
  'opinion.saveSection': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      expectedVersion,
      sectionId: z.string().min(1).max(60),
      /** Null takes the composed text back. */
      text: sectionText.nullable(),
      /** The composed text that the officer has now taken note of; absent: what they had before. */
      base: sectionText.optional(),
    }),
    allowed: ['reviewer'],
    access: 'write',
  }).returns<Opinion>(),
  /**
   * The pages as the PDF will have them, of what is stored with `texts` in its place: what is being typed. Throws
   * `glyph-missing` for a character that no font has.
   */
  'opinion.pages': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      round: z.int().min(1).nullable(),
      texts: z.array(z.strictObject({ sectionId: z.string().min(1).max(60), text: sectionText })).max(40),
    }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<LaidOutDocument | null>(),
  /** Outlines of characters of a face that `opinion.pages` named. */
  'opinion.outlines': method({
    input: z.strictObject({ face: z.string().min(1).max(200), characters: z.array(z.string().min(1).max(40)).max(4000) }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<Outlines>(),
  /** What changed since the head last sent it back or approved it; null where no head has read it yet. */
  'opinion.changes': method({
    input: z.strictObject({ caseId: caseIdSchema, round: z.int().min(1).nullable() }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<OpinionChanges | null>(),
  'opinion.chooseType': method({
    input: z.strictObject({ caseId: caseIdSchema, expectedVersion, type: z.string().min(1).max(20), reason: z.string().trim().max(2000) }),
    allowed: ['reviewer'],
    access: 'write',
  }).returns<Opinion>(),
  'opinion.submit': method({ input: z.strictObject({ caseId: caseIdSchema, expectedVersion }), allowed: ['reviewer'], access: 'write' }).returns<Opinion>(),
  'opinion.sendBack': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      expectedVersion,
      remarks: z
        .array(
          z.strictObject({
            sectionId: z.string().max(60).nullable(),
            /** The paragraph as the head read it; absent: the whole section. */
            paragraph: sectionText.nullable().optional(),
            text: z.string().trim().min(1).max(2000),
          }),
        )
        .min(1)
        .max(50),
    }),
    allowed: ['head'],
    access: 'write',
  }).returns<Opinion>(),
  /** What the reviewer did about a remark; an answer may be changed until the draft is submitted again. */
  'opinion.answerRemark': method({
    input: z
      .strictObject({ caseId: caseIdSchema, expectedVersion, remarkId: z.string().min(1).max(60), text: z.string().trim().max(2000), resolved: z.boolean() })
      .refine(({ text, resolved }) => resolved || text !== '', { error: 'empty' }),
    allowed: ['reviewer'],
    access: 'write',
  }).returns<Opinion>(),
  'opinion.approve': method({ input: z.strictObject({ caseId: caseIdSchema, expectedVersion }), allowed: ['head'], access: 'write' }).returns<Opinion>(),
  /** The reviewer signs first: the number is taken and the text frozen. */
  'opinion.signAsReviewer': method({ input: signInput, allowed: ['reviewer'], access: 'write' }).returns<Opinion>(),
  /** The head signs second: the opinion is issued. */
  'opinion.signAsHead': method({ input: signInput.extend({ withSeal: z.boolean().optional() }), allowed: ['head'], access: 'write' }).returns<Opinion>(),
  /** Before the head has signed: takes the signature back; the number stays void, with the reason. */
  'opinion.recall': method({
    input: z.strictObject({ caseId: caseIdSchema, reason: z.string().trim().min(2).max(500) }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<Opinion>(),
  'opinion.numbers': method({ input: z.strictObject({ year: z.int().min(1949).max(2099) }), allowed: 'signedIn', access: 'read' }).returns<
    readonly RegisteredNumber[]
  >(),
}
