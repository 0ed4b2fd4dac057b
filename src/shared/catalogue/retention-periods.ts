/** How long the file of a case is kept (案卷保管期限). */
import { z } from 'zod'
import { bilingualSchema } from '../values/values.ts'
import { row } from './row.ts'

export const retentionPeriodSchema = row({
  name: bilingualSchema,
  /** Null: for ever (永久). */
  years: z.int().min(1).max(100).nullable(),
  /** From 1 January after the year in which the case was archived, or from the day of archiving. */
  countsFrom: z.enum(['nextYear', 'archiving']),
})
export type RetentionPeriod = z.infer<typeof retentionPeriodSchema>
