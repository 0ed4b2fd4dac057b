/**
 * The discretion sheet (裁量表) of a review: for each factor the fact, where it stands in the file, the cell of the
 * benchmark, the grade that was submitted, the grade that the reviewer finds, and why.
 */
import { z } from 'zod'
import { evidenceSchema } from '../checklist/answers.ts'
import { yuanSchema } from '../values/values.ts'

const words = (longest: number) => z.string().trim().max(longest)

export const sheetRowSchema = z.strictObject({
  factorId: z.string().min(1).max(60),
  fact: words(1000),
  evidence: evidenceSchema.nullable(),
  /** The cell that the agency chose, and the one that the reviewer finds; null where none is chosen. */
  submittedCell: z.string().max(60).nullable(),
  reviewerCell: z.string().max(60).nullable(),
  reason: words(1000),
})
export type SheetRow = z.infer<typeof sheetRowSchema>

/**
 * The adjustments that the law itself makes (法定情节), walked through one by one. Each is asked; `null` is not answered.
 */
export const ADJUSTMENTS = [
  { id: 'under14', effect: 'none', law: '行政处罚法', article: 30, paragraph: null, item: null },
  { id: 'aged14to18', effect: 'lighter', law: '行政处罚法', article: 30, paragraph: null, item: null },
  { id: 'mentalIllness', effect: 'none', law: '行政处罚法', article: 31, paragraph: null, item: null },
  { id: 'limitedCapacity', effect: 'mayLighten', law: '行政处罚法', article: 31, paragraph: null, item: null },
  { id: 'harmRemoved', effect: 'lighter', law: '行政处罚法', article: 32, paragraph: null, item: 1 },
  { id: 'coerced', effect: 'lighter', law: '行政处罚法', article: 32, paragraph: null, item: 2 },
  { id: 'confessed', effect: 'lighter', law: '行政处罚法', article: 32, paragraph: null, item: 3 },
  { id: 'merit', effect: 'lighter', law: '行政处罚法', article: 32, paragraph: null, item: 4 },
  { id: 'otherByLaw', effect: 'lighter', law: '行政处罚法', article: 32, paragraph: null, item: 5 },
  { id: 'trivialAndCorrected', effect: 'none', law: '行政处罚法', article: 33, paragraph: 1, item: null },
  { id: 'firstAndSlight', effect: 'mayNone', law: '行政处罚法', article: 33, paragraph: 1, item: null },
  { id: 'noFault', effect: 'none', law: '行政处罚法', article: 33, paragraph: 2, item: null },
  { id: 'emergency', effect: 'heavier', law: '行政处罚法', article: 49, paragraph: null, item: null },
] as const
export type AdjustmentId = (typeof ADJUSTMENTS)[number]['id']
/** `none` no penalty, `mayNone` may be none, `lighter` lighter or mitigated, `mayLighten` may be, `heavier` heavier. */
export type AdjustmentEffect = (typeof ADJUSTMENTS)[number]['effect']

export const adjustmentAnswerSchema = z.strictObject({
  id: z.enum(ADJUSTMENTS.map(({ id }) => id) as [AdjustmentId, ...AdjustmentId[]]),
  present: z.boolean().nullable(),
  reason: words(1000),
  evidence: evidenceSchema.nullable(),
})
export type AdjustmentAnswer = z.infer<typeof adjustmentAnswerSchema>

export const discretionSheetSchema = z.strictObject({
  benchmarkId: z.uuid().nullable(),
  rows: z.array(sheetRowSchema).max(30),
  adjustments: z.array(adjustmentAnswerSchema).max(ADJUSTMENTS.length),
  /** The base that a multiple or percent counts on, in yuan. */
  base: yuanSchema.nullable(),
  submittedGrade: z.string().max(60).nullable(),
  reviewerGrade: z.string().max(60).nullable(),
  /** Why the benchmark is departed from, where it is (27号 (12)). */
  departure: words(2000),
})
export type DiscretionSheet = z.infer<typeof discretionSheetSchema>

export const EMPTY_SHEET: DiscretionSheet = {
  benchmarkId: null,
  rows: [],
  adjustments: [],
  base: null,
  submittedGrade: null,
  reviewerGrade: null,
  departure: '',
}
