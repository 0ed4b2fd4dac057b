/** The adjustments that the law itself makes to a penalty (法定情节): walked through one by one in every review. */
import { z } from 'zod'
import { bilingualSchema } from '../values/values.ts'
import { row } from './row.ts'

/**
 * `none` 不予处罚, `mayNone` 可以不予处罚, `lighter` 应当从轻或者减轻, `mayLighten` 可以从轻或者减轻, `heavier` 从重.
 */
export const ADJUSTMENT_EFFECTS = ['none', 'mayNone', 'lighter', 'mayLighten', 'heavier'] as const
export type AdjustmentEffect = (typeof ADJUSTMENT_EFFECTS)[number]

export const adjustmentSchema = row({
  /** The circumstance, in words that end a question “is it there”. */
  name: bilingualSchema,
  effect: z.enum(ADJUSTMENT_EFFECTS),
})
export type Adjustment = z.infer<typeof adjustmentSchema>
