/** Intake (收件、受理): are the papers complete? Accept, or return for supplement (退回补正) with a printed notice. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { caseIdSchema, isoDateSchema, type Bilingual, type IsoDate } from '../values/values.ts'

export interface MaterialNeed {
  readonly kind: string
  readonly label: Bilingual
  readonly need: 'required' | 'conditional' | 'optional'
  /** Why a conditional one is needed in this case; null otherwise. */
  readonly because: Bilingual | null
  /** How many papers there are of it, by the kind they were given or by the documents that were found in them. */
  readonly present: number
  /** Documents that belong to it and were not found, such as the receipt of a notice; only where it is there. */
  readonly lacking: readonly Bilingual[]
  readonly verified: boolean
}

export interface Completeness {
  readonly needs: readonly MaterialNeed[]
  readonly missing: readonly string[]
  readonly complete: boolean
  /** Papers that are not read yet, or whose documents are not told apart yet: what is missing may be among them. */
  readonly unread: number
  /** The local or sector rule for the review's length. */
  readonly limit: {
    readonly days: number
    readonly unit: 'workingDays' | 'calendarDays'
    readonly dueOn: IsoDate
    readonly provisional: boolean
    readonly verified: boolean
    readonly basis: string
  }
}

/** What a notice of supplement (补正通知书) tells. */
const askedSchema = z.strictObject({
  caseId: caseIdSchema,
  missing: z.array(z.string().trim().min(1).max(200)).min(1).max(50),
  reason: z.string().trim().min(2).max(2000),
  replyBy: isoDateSchema,
})

export const intakeContract = {
  'intake.completeness': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<Completeness>(),
  'intake.accept': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      /** Why the case is accepted although something is missing; null when it is complete. */
      incompleteReason: z.string().trim().min(5).max(1000).nullable(),
    }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<{ readonly dueOn: IsoDate }>(),
  'intake.returnForSupplement': method({ input: askedSchema, allowed: ['reviewer', 'head'], access: 'write' }).returns<{ readonly documentId: string }>(),
  /**
   * Papers are asked for during the review (审核中补正), with the same notice: the case waits, what was answered and drafted
   * stays. Of both, `replyBy` is today or later, and no later than `supplementRules` of the catalogue have it.
   */
  'intake.askSupplement': method({ input: askedSchema, allowed: ['reviewer', 'head'], access: 'write' }).returns<{ readonly documentId: string }>(),
  /** The papers are in, and the review goes on. `dueOn`: its last day. */
  'intake.takeSupplement': method({
    input: z.strictObject({ caseId: caseIdSchema, receivedOn: isoDateSchema, note: z.string().trim().max(2000) }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<{ readonly dueOn: IsoDate | null }>(),
  /** The set time is over, and the review goes on with what is there; the head may end it before. */
  'intake.endSupplement': method({
    input: z.strictObject({ caseId: caseIdSchema, reason: z.string().trim().min(2).max(2000) }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<{ readonly dueOn: IsoDate | null }>(),
  /** The supplement is in (after a return), or the case comes again after an opinion: opens the next round there. */
  'intake.resubmit': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      receivedOn: isoDateSchema,
      note: z.string().trim().max(2000),
      /** What was corrected, by the number of the problem in the opinion; needed for each that the bureau did not refuse. */
      corrections: z
        .array(z.strictObject({ number: z.int().min(1).max(999), corrected: z.string().trim().min(2).max(2000) }))
        .max(300)
        .default([]),
    }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<{ readonly round: number }>(),
}
