/** Discretion (裁量): benchmarks of the station, the sheet of a review, and where a fine stands among similar cases. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { Adjustment } from '../catalogue/adjustments.ts'
import { materialNameSchema } from '../materials/contract.ts'
import { caseIdSchema, isoDateSchema, type IsoInstant } from '../values/values.ts'
import type { Benchmark } from './benchmark.ts'
import { tableMappingSchema, type BenchmarkTable, type TableMapping } from './benchmark-table.ts'
import { discretionSheetSchema, type DiscretionSheet } from './discretion-sheet.ts'
import type { RangeCheck } from './range-check.ts'
import type { SimilarCases } from './similar-cases.ts'

export const benchmarkIdSchema = z.uuid()

export interface StoredBenchmark extends Benchmark {
  readonly id: string
  /** `catalogue`: ships with the program or an overlay; `imported`: the agency's own. */
  readonly origin: 'catalogue' | 'imported'
  readonly importedAt: IsoInstant | null
  readonly importedBy: string | null
}

export interface SheetOfRows {
  readonly number: number
  readonly rows: readonly (readonly string[])[]
  /** Rows that there are; the preview shows at most thirty. */
  readonly total: number
}

export interface TablePreview {
  readonly sheets: readonly SheetOfRows[]
  /** The mapping asked for, or the one that the headings suggest; null where none is recognised. */
  readonly mapping: TableMapping | null
  readonly table: BenchmarkTable | null
}

export interface DiscretionView {
  readonly round: number
  /** Benchmarks for the laws that the case cites as its basis; those of the same clause first. */
  readonly candidates: readonly StoredBenchmark[]
  /** The benchmark that the sheet uses, as it was when the sheet was saved. */
  readonly benchmark: StoredBenchmark | null
  readonly sheet: DiscretionSheet
  readonly version: number
  /** The fine proposed, in yuan; null where none is. */
  readonly fine: number | null
  /** The adjustments that the law makes, as the round's catalogue has them. */
  readonly adjustments: readonly Adjustment[]
  readonly statutory: RangeCheck
  readonly submittedGrade: RangeCheck
  readonly reviewerGrade: RangeCheck
  /** Of an issued round as they stood when the sheet was last saved; else as they stand now. */
  readonly similar: SimilarCases
  readonly editable: boolean
}

const staged = { stagedId: z.uuid(), name: materialNameSchema }

export const discretionContract = {
  'discretion.benchmarks': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly StoredBenchmark[]>(),
  'discretion.previewTable': method({
    input: z.strictObject({ ...staged, mapping: tableMappingSchema.nullable() }),
    allowed: ['head', 'admin'],
    access: 'read',
  }).returns<TablePreview>(),
  'discretion.importTable': method({
    input: z.strictObject({
      ...staged,
      mapping: tableMappingSchema,
      source: z.string().trim().min(2).max(300),
      validFrom: isoDateSchema.nullable(),
      validTo: isoDateSchema.nullable(),
      verified: z.boolean(),
    }),
    allowed: ['head', 'admin'],
    access: 'write',
  }).returns<{ readonly imported: number; readonly problems: BenchmarkTable['problems'] }>(),
  'discretion.retireBenchmark': method({
    input: z.strictObject({ id: benchmarkIdSchema, reason: z.string().trim().min(2).max(500) }),
    allowed: ['head', 'admin'],
    access: 'write',
  }).returns<null>(),
  'discretion.get': method({
    input: z.strictObject({ caseId: caseIdSchema, round: z.int().min(1).nullable() }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<DiscretionView>(),
  /**
   * Throws `conflict`, `not-your-part`, and `invalid-input` where the sheet does not fit its benchmark, a departure has no
   * reason, or an evidence pointer leads out of the case.
   */
  'discretion.save': method({
    input: z.strictObject({ caseId: caseIdSchema, expectedVersion: z.int().min(0), sheet: discretionSheetSchema }),
    allowed: ['reviewer'],
    access: 'write',
  }).returns<DiscretionView>(),
}
