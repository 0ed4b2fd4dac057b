/** The score sheet (评查评分表) of one file: what the evaluator marked, item by item. */
import { z } from 'zod'
import { pointsSchema } from '../catalogue/evaluation-standards.ts'
import { rowIdSchema } from '../catalogue/row.ts'

/** Every deduction and every veto says why; so much at least, in characters. */
export const SHORTEST_REASON = 2
const reasonSchema = z.string().trim().min(SHORTEST_REASON).max(500)

export const deductionSchema = z.strictObject({ points: pointsSchema, reason: reasonSchema })
export type Deduction = z.infer<typeof deductionSchema>

/** 符合、扣分、不适用. Not in the sheet: not looked at yet. */
export const itemMarkSchema = z.discriminatedUnion('mark', [
  z.strictObject({ id: rowIdSchema, mark: z.literal('full') }),
  z.strictObject({ id: rowIdSchema, mark: z.literal('deducted'), deductions: z.array(deductionSchema).min(1).max(20) }),
  z.strictObject({ id: rowIdSchema, mark: z.literal('notApplicable'), reason: reasonSchema }),
])
export type ItemMark = z.infer<typeof itemMarkSchema>

export const vetoMarkSchema = z.discriminatedUnion('present', [
  z.strictObject({ id: rowIdSchema, present: z.literal(false) }),
  z.strictObject({ id: rowIdSchema, present: z.literal(true), reason: reasonSchema }),
])
export type VetoMark = z.infer<typeof vetoMarkSchema>

export const sheetSchema = z.strictObject({
  vetoes: z.array(vetoMarkSchema).max(60),
  items: z.array(itemMarkSchema).max(4000),
  comment: z.string().trim().max(2000),
})
export type Sheet = z.infer<typeof sheetSchema>

export const EMPTY_SHEET: Sheet = { vetoes: [], items: [], comment: '' }
