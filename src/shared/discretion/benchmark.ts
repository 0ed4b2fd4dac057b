/**
 * Discretion benchmarks (行政处罚裁量基准) as data: an agency's own, imported from its workbook, beside the sample that the
 * catalogue ships. A benchmark explains a penalty; its basis stays the law (国市监法规〔2022〕2号 art. 7).
 */
import { z } from 'zod'
import { isoDateSchema } from '../values/values.ts'

/** What a range counts: yuan, times a base (倍), or percent of a base. */
export const RANGE_UNITS = ['yuan', 'multiple', 'percent'] as const
export type RangeUnit = (typeof RANGE_UNITS)[number]

/** `low` null: none is set (以下); `high` null: none is set (以上). Both ends belong to the range. */
export const benchmarkRangeSchema = z
  .strictObject({
    low: z.number().min(0).nullable(),
    high: z.number().min(0).nullable(),
    unit: z.enum(RANGE_UNITS),
    /** Of what, where the unit is not yuan: 违法所得, 货值金额; empty for yuan. */
    of: z.string().max(60),
  })
  .refine(({ low, high }) => low === null || high === null || low <= high, { error: 'upside-down', path: ['high'] })
export type BenchmarkRange = z.infer<typeof benchmarkRangeSchema>

/** A grade (裁量阶次): 轻微, 一般, 较重, 严重…, with its conditions as the benchmark words them. */
export const benchmarkGradeSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(60),
  conditions: z.string().max(2000),
  range: benchmarkRangeSchema.nullable(),
  /** The standard in the benchmark's own words: 处2万元以上5万元以下罚款. */
  standard: z.string().max(1000),
})
export type BenchmarkGrade = z.infer<typeof benchmarkGradeSchema>

/**
 * A factor (裁量因素) and its cells. A cell speaks for a grade (`gradeId`), or it weighs (`weight`, percent of the span
 * between the ends of the law's range: 裁量百分值), as the benchmark has it.
 */
export const benchmarkFactorSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(100),
  cells: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(60),
        name: z.string().min(1).max(300),
        gradeId: z.string().nullable(),
        weight: z.number().min(-100).max(100).nullable(),
      }),
    )
    .min(1)
    .max(30),
})
export type BenchmarkFactor = z.infer<typeof benchmarkFactorSchema>

export const benchmarkCitationSchema = z.strictObject({
  law: z.string().trim().min(1).max(100),
  article: z.int().min(1).max(2000).nullable(),
  paragraph: z.int().min(1).max(100).nullable(),
  item: z.int().min(1).max(100).nullable(),
})
export type BenchmarkCitation = z.infer<typeof benchmarkCitationSchema>

export const benchmarkSchema = z
  .strictObject({
    /** The act (违法行为) that it grades. */
    act: z.string().trim().min(1).max(300),
    basis: benchmarkCitationSchema,
    /** The range of the law itself. */
    statutory: benchmarkRangeSchema.nullable(),
    factors: z.array(benchmarkFactorSchema).max(30),
    /** Empty where the factors weigh. */
    grades: z.array(benchmarkGradeSchema).max(20),
    /** Which paper it was published in, with number. */
    source: z.string().trim().min(1).max(300),
    validFrom: isoDateSchema.nullable(),
    validTo: isoDateSchema.nullable(),
    verified: z.boolean(),
  })
  .superRefine(({ grades, factors }, context) => {
    if (grades.length === 0 && !factors.some(({ cells }) => cells.some(({ weight }) => weight !== null))) {
      context.addIssue({ code: 'custom', path: ['grades'], message: 'nothing-to-grade-by' })
    }
    const ids = new Set(grades.map(({ id }) => id))
    if (ids.size !== grades.length) context.addIssue({ code: 'custom', path: ['grades'], message: 'grade-twice' })
    factors.forEach((factor, index) => {
      if (factor.cells.some(({ gradeId }) => gradeId !== null && !ids.has(gradeId))) {
        context.addIssue({ code: 'custom', path: ['factors', index], message: 'no-such-grade' })
      }
    })
  })
export type Benchmark = z.infer<typeof benchmarkSchema>

/** Whether the benchmark is about this citation: same law and article; paragraph and item where it names them. */
export function concerns(benchmark: Benchmark, citation: BenchmarkCitation): boolean {
  const { basis } = benchmark
  const bare = (law: string) => law.replace(/^中华人民共和国/u, '')
  return (
    bare(basis.law) === bare(citation.law) &&
    (basis.article === null || basis.article === citation.article) &&
    (basis.paragraph === null || citation.paragraph === null || basis.paragraph === citation.paragraph) &&
    (basis.item === null || citation.item === null || basis.item === citation.item)
  )
}
