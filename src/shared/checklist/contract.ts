/** The checklist (审核清单): the eight headings and their questions for one case and round. */
import { z } from 'zod'
import type { CatalogueVersion } from '../catalogue/schema.ts'
import { method } from '../contract/method.ts'
import type { DerivedOpinion } from '../opinion/derivation.ts'
import { caseIdSchema, type Bilingual, type IsoInstant } from '../values/values.ts'
import { answerSchema, answerValueSchema, questionIdSchema } from './answers.ts'

/** What is saved of one question; `answer` is null while notes are written and the answer is still open. */
export const answerFieldsSchema = answerSchema.omit({ questionId: true }).extend({ answer: answerValueSchema.nullable() })
export type AnswerFields = z.infer<typeof answerFieldsSchema>

export interface SavedAnswer extends AnswerFields {
  /** Rises by one with every save; 0 is not there yet. */
  readonly version: number
  readonly answeredBy: string
  readonly savedAt: IsoInstant
}

export interface ChecklistQuestion {
  readonly questionId: string
  readonly answer: SavedAnswer | null
  /** The same question's answer in the round before; null in round 1. */
  readonly previous: SavedAnswer | null
}

export interface ChecklistHeading {
  readonly headingId: string
  readonly questions: readonly ChecklistQuestion[]
  /** Questions that do not apply to this case, and why. */
  readonly folded: readonly { readonly questionId: string; readonly why: Bilingual }[]
}

export interface Checklist {
  readonly round: number
  readonly headings: readonly ChecklistHeading[]
  readonly derived: DerivedOpinion
  /** False when the caller may only read. */
  readonly editable: boolean
  /** The catalogue that the round is reviewed under; `catalogue.get` tells it by its content hash. */
  readonly catalogueVersion: CatalogueVersion
}

export const checklistContract = {
  'checklist.get': method({
    input: z.strictObject({ caseId: caseIdSchema, round: z.int().min(1).nullable() }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<Checklist>(),
  /** The assigned reviewer opens the review. */
  'checklist.begin': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: ['reviewer'], access: 'write' }).returns<null>(),
  'checklist.answer': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      questionId: questionIdSchema,
      /** Version that the caller saw; 0 for none. Another version on disk: `conflict`, nothing overwritten. */
      expectedVersion: z.int().min(0),
      fields: answerFieldsSchema,
    }),
    allowed: ['reviewer'],
    access: 'write',
  }).returns<{ readonly answer: SavedAnswer; readonly derived: DerivedOpinion }>(),
}
