/** How long a notice of supplement (补正通知) leaves for the papers: what is proposed, and the longest that can be meant. */
import { z } from 'zod'
import { bilingualSchema } from '../values/values.ts'
import { row } from './row.ts'

const spanSchema = z.strictObject({ length: z.int().min(1), unit: z.enum(['workingDay', 'calendarDay', 'month']) })
export type SupplementSpan = z.infer<typeof spanSchema>

export const supplementRuleSchema = row({
  name: bilingualSchema,
  /** Stands in the notice until the person changes it. */
  proposed: spanSchema,
  /** A later day is not taken. */
  longest: spanSchema,
})
export type SupplementRule = z.infer<typeof supplementRuleSchema>
