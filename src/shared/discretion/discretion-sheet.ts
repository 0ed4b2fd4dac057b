/**
 * The discretion sheet (裁量表) of a review: for each factor the fact, where it stands in the file, the cell of the
 * benchmark, the grade that was submitted, the grade that the reviewer finds, and why.
 */
import { z } from 'zod'
import { evidenceSchema } from '../checklist/answers.ts'
import { rowIdSchema } from '../catalogue/row.ts'
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

/** Whether an adjustment of the law (法定情节, `adjustments` in the catalogue) is there; `present` null: not answered yet. */
export const adjustmentAnswerSchema = z.strictObject({
  id: rowIdSchema.max(60),
  present: z.boolean().nullable(),
  reason: words(1000),
  evidence: evidenceSchema.nullable(),
})
export type AdjustmentAnswer = z.infer<typeof adjustmentAnswerSchema>

export const discretionSheetSchema = z.strictObject({
  benchmarkId: z.uuid().nullable(),
  rows: z.array(sheetRowSchema).max(30),
  adjustments: z.array(adjustmentAnswerSchema).max(60),
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
