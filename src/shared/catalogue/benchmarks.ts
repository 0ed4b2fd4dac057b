/** Benchmarks of discretion (裁量基准) that ship with the catalogue or come with an overlay. */
import { z } from 'zod'
import { benchmarkSchema } from '../discretion/benchmark.ts'
import { row } from './row.ts'

export const benchmarkRowSchema = row({
  /** Stays the same from version to version: a review's sheet names it. */
  benchmarkId: z.uuid(),
  benchmark: benchmarkSchema,
})
export type BenchmarkRow = z.infer<typeof benchmarkRowSchema>
