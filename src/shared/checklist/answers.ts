/** The answer of a reviewer to one question of the checklist (审核清单). */
import { z } from 'zod'
import { materialIdSchema } from '../values/values.ts'

/** 是, 否, 不适用, 无法判断. “Yes” always means lawful; “cannot tell” never counts as a pass. */
export const ANSWER_VALUES = ['yes', 'no', 'notApplicable', 'cannotTell'] as const
export const answerValueSchema = z.enum(ANSWER_VALUES)
export type AnswerValue = z.infer<typeof answerValueSchema>

/** Where in the file the answer rests: a material, its page (counted from 1) and the words quoted from it. */
export const evidenceSchema = z.strictObject({
  materialId: materialIdSchema,
  page: z.int().min(1).max(99_999).nullable(),
  passage: z.string().max(2000).nullable(),
})
export type Evidence = z.infer<typeof evidenceSchema>

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
