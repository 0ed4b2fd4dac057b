/** The answer of a reviewer to one question of the checklist (审核清单). */
import { z } from 'zod'
import { materialIdSchema } from '../values/values.ts'

/** 是, 否, 不适用, 无法判断. “Yes” always means lawful; “cannot tell” never counts as a pass. */
export const ANSWER_VALUES = ['yes', 'no', 'notApplicable', 'cannotTell'] as const
export const answerValueSchema = z.enum(ANSWER_VALUES)
export type AnswerValue = z.infer<typeof answerValueSchema>

/** Longest passage that a pin quotes, in characters. */
export const LONGEST_PASSAGE = 2000

const fraction = z.number().min(0).max(1)

/**
 * A marked rectangle on a page (圈注区域), as fractions of the page as it is read unrotated: (0, 0) is the top left
 * corner, (1, 1) the bottom right one. It does not reach beyond the page.
 */
export const evidenceRegionSchema = z
  .strictObject({
    /** Counted from 1; the page of the pin itself. */
    page: z.int().min(1).max(99_999),
    x: fraction,
    y: fraction,
    width: fraction.gt(0),
    height: fraction.gt(0),
  })
  // sums of fractions are not exact
  .refine(({ x, y, width, height }) => x + width <= 1.000_01 && y + height <= 1.000_01, 'beyond the page')
export type EvidenceRegion = z.infer<typeof evidenceRegionSchema>

/**
 * Where in the file the answer rests: a material, its page (counted from 1), the words quoted from it, and the region
 * marked on the page. An answer of before regions were marked has no `region` at all, and its content stays what was
 * signed.
 */
export const evidenceSchema = z.strictObject({
  materialId: materialIdSchema,
  page: z.int().min(1).max(99_999).nullable(),
  passage: z.string().max(LONGEST_PASSAGE).nullable(),
  region: evidenceRegionSchema.optional(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** Whether both point at the same place. */
export function sameEvidence(left: Evidence, right: Evidence): boolean {
  return left.materialId === right.materialId && left.page === right.page && left.passage === right.passage && sameRegion(left.region, right.region)
}

function sameRegion(left: EvidenceRegion | undefined, right: EvidenceRegion | undefined): boolean {
  if (left === undefined || right === undefined) return left === right
  return (['page', 'x', 'y', 'width', 'height'] as const).every((name) => left[name] === right[name])
}

export const questionIdSchema = z.string().regex(/^[1-8]\.[1-9][0-9]*$/)

/** `finding` (审核发现) and `suggestion` (处理建议) go into the opinion; `note` (备注) is the reviewer's own. */
export const answerSchema = z.strictObject({
  questionId: questionIdSchema,
  answer: answerValueSchema,
  finding: z.string().max(4000),
  suggestion: z.string().max(4000),
  note: z.string().max(4000),
  evidence: z.array(evidenceSchema).max(200),
})
export type Answer = z.infer<typeof answerSchema>

/** What the rules need of an answer. */
export type AnswerGiven = Pick<Answer, 'questionId' | 'answer'>
