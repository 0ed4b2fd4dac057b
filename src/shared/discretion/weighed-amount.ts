/** The amount that weighed factors lead to: low end + span × sum of the weights (裁量百分值), kept inside the range. */
import type { Benchmark } from './benchmark.ts'
import type { SheetRow } from './discretion-sheet.ts'
import type { YuanRange } from './range-check.ts'

export interface WeighedAmount {
  /** Percent, all chosen cells together. */
  readonly weight: number
  /** Yuan. */
  readonly amount: number
}

/** Null where the benchmark does not weigh, a factor has no cell chosen, or the range has an open end. */
export function weighedAmount(
  benchmark: Benchmark,
  range: YuanRange | null,
  rows: readonly SheetRow[],
  whose: 'submittedCell' | 'reviewerCell',
): WeighedAmount | null {
  if (range === null || range.low === null || range.high === null) return null
  let weight = 0
  for (const factor of benchmark.factors) {
    const chosen = rows.find(({ factorId }) => factorId === factor.id)?.[whose] ?? null
    const cell = factor.cells.find(({ id }) => id === chosen)
    if (cell === undefined || cell.weight === null) return null
    weight += cell.weight
  }
  const amount = range.low + ((range.high - range.low) * weight) / 100
  return { weight, amount: Math.round(Math.min(Math.max(amount, range.low), range.high) * 100) / 100 }
}
