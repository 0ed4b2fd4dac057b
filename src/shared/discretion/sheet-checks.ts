/** What a discretion sheet comes to: the fine held against law and benchmark, and whether a departure must be reasoned. */
import type { Benchmark } from './benchmark.ts'
import type { DiscretionSheet } from './discretion-sheet.ts'
import { heldAgainst, inYuan, type RangeCheck, type YuanRange } from './range-check.ts'
import { weighedAmount, type WeighedAmount } from './weighed-amount.ts'

/** A fine is taken as the weighed amount itself when it differs by less than this, in yuan: cents are rounded off. */
const ROUNDED_OFF = 1

export interface SheetChecks {
  readonly statutory: RangeCheck
  readonly submittedGrade: RangeCheck
  readonly reviewerGrade: RangeCheck
  /** What weighed factors lead to; null where the benchmark does not weigh or a factor is open. */
  readonly submittedAmount: WeighedAmount | null
  readonly reviewerAmount: WeighedAmount | null
  /**
   * The fine lies outside the reviewer's grade, or is not the amount that the reviewer's cells weigh to: the departure
   * (偏离裁量基准) needs its reason (国办发〔2022〕27号 (12)).
   */
  readonly departs: boolean
  /** Factors whose reviewer's cell is another than the submitted one, without a reason. */
  readonly unexplained: readonly string[]
}

function gradeRange(benchmark: Benchmark | null, gradeId: string | null, base: number | null): YuanRange | null {
  const range = benchmark?.grades.find(({ id }) => id === gradeId)?.range ?? null
  return range === null ? null : inYuan(range, base)
}

export function sheetChecks(benchmark: Benchmark | null, sheet: DiscretionSheet, fine: number | null): SheetChecks {
  const { base, rows } = sheet
  const range = benchmark?.statutory ?? null
  const statutory = heldAgainst(fine, range === null ? null : inYuan(range, base))
  const reviewerGrade = heldAgainst(fine, gradeRange(benchmark, sheet.reviewerGrade, base))
  const weighed = (whose: 'submittedCell' | 'reviewerCell') => (benchmark === null ? null : weighedAmount(benchmark, statutory.range, rows, whose))
  const reviewerAmount = weighed('reviewerCell')
  const offAmount = fine !== null && reviewerAmount !== null && Math.abs(fine - reviewerAmount.amount) >= ROUNDED_OFF
  return {
    statutory,
    submittedGrade: heldAgainst(fine, gradeRange(benchmark, sheet.submittedGrade, base)),
    reviewerGrade,
    submittedAmount: weighed('submittedCell'),
    reviewerAmount,
    departs: offAmount || reviewerGrade.verdict === 'below' || reviewerGrade.verdict === 'above',
    unexplained: rows
      .filter(({ submittedCell, reviewerCell, reason }) => submittedCell !== null && reviewerCell !== null && submittedCell !== reviewerCell && reason.trim() === '')
      .map(({ factorId }) => factorId),
  }
}

export type SheetProblem = 'cell-of-another-benchmark' | 'grade-of-another-benchmark' | 'factor-twice' | 'rows-without-benchmark'

/** What in a sheet does not belong to its benchmark; null where all does. */
export function sheetProblem(benchmark: Benchmark | null, { rows, submittedGrade, reviewerGrade }: DiscretionSheet): SheetProblem | null {
  if (benchmark === null) return rows.length > 0 || submittedGrade !== null || reviewerGrade !== null ? 'rows-without-benchmark' : null
  if (new Set(rows.map(({ factorId }) => factorId)).size !== rows.length) return 'factor-twice'
  const known = (id: string | null, ids: readonly string[]): boolean => id === null || ids.includes(id)
  for (const row of rows) {
    const cells = benchmark.factors.find(({ id }) => id === row.factorId)?.cells.map(({ id }) => id)
    if (cells === undefined || !known(row.submittedCell, cells) || !known(row.reviewerCell, cells)) return 'cell-of-another-benchmark'
  }
  const grades = benchmark.grades.map(({ id }) => id)
  return known(submittedGrade, grades) && known(reviewerGrade, grades) ? null : 'grade-of-another-benchmark'
}
