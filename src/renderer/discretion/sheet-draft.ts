/** What is done to a discretion sheet while it is filled in. Pure. */
import type { Adjustment } from '../../shared/catalogue/adjustments.ts'
import type { Benchmark } from '../../shared/discretion/benchmark.ts'
import { discretionSheetSchema, type AdjustmentAnswer, type DiscretionSheet, type SheetRow } from '../../shared/discretion/discretion-sheet.ts'

export function rowOf(sheet: DiscretionSheet, factorId: string): SheetRow {
  return sheet.rows.find((row) => row.factorId === factorId) ?? { factorId, fact: '', evidence: null, submittedCell: null, reviewerCell: null, reason: '' }
}

export function withRow(sheet: DiscretionSheet, factorId: string, change: Partial<SheetRow>): DiscretionSheet {
  const row = { ...rowOf(sheet, factorId), ...change }
  const there = sheet.rows.some((one) => one.factorId === factorId)
  return { ...sheet, rows: there ? sheet.rows.map((one) => (one.factorId === factorId ? row : one)) : [...sheet.rows, row] }
}

export function answerTo(sheet: DiscretionSheet, id: string): AdjustmentAnswer {
  return sheet.adjustments.find((one) => one.id === id) ?? { id, present: null, reason: '', evidence: null }
}

export function withAnswer(sheet: DiscretionSheet, id: string, change: Partial<AdjustmentAnswer>): DiscretionSheet {
  const answer = { ...answerTo(sheet, id), ...change }
  const there = sheet.adjustments.some((one) => one.id === id)
  return { ...sheet, adjustments: there ? sheet.adjustments.map((one) => (one.id === id ? answer : one)) : [...sheet.adjustments, answer] }
}

/** Another benchmark has other factors and grades; what the law itself says stays. */
export function withBenchmark(sheet: DiscretionSheet, benchmarkId: string | null): DiscretionSheet {
  return { ...sheet, benchmarkId, rows: [], submittedGrade: null, reviewerGrade: null }
}

/** Whether something would be lost by another benchmark. */
export function hasFactors({ rows, submittedGrade, reviewerGrade }: DiscretionSheet): boolean {
  return submittedGrade !== null || reviewerGrade !== null || rows.some(({ fact, evidence, submittedCell, reviewerCell, reason }) => fact !== '' || evidence !== null || submittedCell !== null || reviewerCell !== null || reason !== '')
}

/** As it is saved: blanks at the ends cut off, rows in one order, rows that say nothing left out. */
export function tidied(sheet: DiscretionSheet): DiscretionSheet {
  const { rows, adjustments, ...rest } = discretionSheetSchema.parse(sheet)
  return {
    ...rest,
    rows: rows
      .filter(({ fact, evidence, submittedCell, reviewerCell, reason }) => fact !== '' || evidence !== null || submittedCell !== null || reviewerCell !== null || reason !== '')
      .toSorted((one, other) => one.factorId.localeCompare(other.factorId)),
    adjustments: adjustments
      .filter(({ present, reason, evidence }) => present !== null || reason !== '' || evidence !== null)
      .toSorted((one, other) => one.id.localeCompare(other.id)),
  }
}

const asText = (value: unknown): string => JSON.stringify(value)

export function sameSheet(one: DiscretionSheet, other: DiscretionSheet): boolean {
  const [left, right] = [tidied(one), tidied(other)]
  return (Object.keys(left) as (keyof DiscretionSheet)[]).every((key) => asText(left[key]) === asText(right[key]))
}

/** One entry in which two sheets differ: what it is, and what each says. */
export interface SheetDifference {
  readonly entry:
    | { readonly kind: 'benchmark' | 'base' | 'departure' }
    | { readonly kind: 'submittedGrade' | 'reviewerGrade' }
    | { readonly kind: 'factor'; readonly id: string }
    | { readonly kind: 'adjustment'; readonly id: string }
}

export function differences(one: DiscretionSheet, other: DiscretionSheet, benchmark: Benchmark | null, adjustments: readonly Adjustment[]): SheetDifference[] {
  const [left, right] = [tidied(one), tidied(other)]
  const fields = [
    ['benchmark', left.benchmarkId !== right.benchmarkId],
    ['base', left.base !== right.base],
    ['submittedGrade', left.submittedGrade !== right.submittedGrade],
    ['reviewerGrade', left.reviewerGrade !== right.reviewerGrade],
    ['departure', left.departure !== right.departure],
  ] as const
  return [
    ...fields.filter(([, differs]) => differs).map(([kind]) => ({ entry: { kind } })),
    ...(benchmark?.factors ?? []).filter(({ id }) => asText(rowOf(left, id)) !== asText(rowOf(right, id))).map(({ id }) => ({ entry: { kind: 'factor' as const, id } })),
    ...adjustments.filter(({ id }) => asText(answerTo(left, id)) !== asText(answerTo(right, id))).map(({ id }) => ({ entry: { kind: 'adjustment' as const, id } })),
  ]
}
