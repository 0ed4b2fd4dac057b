/**
 * Similar cases (类案) of this station: the same article and item, with a fine. What they are compared by is shown; with
 * fewer than three there is nothing to compare with, and it is said (27号: same kind of case, same handling).
 */
import type { CaseId, IsoDate } from '../values/values.ts'

export interface FinedCase {
  readonly caseId: CaseId
  readonly title: string
  readonly receivedOn: IsoDate
  /** Yuan. */
  readonly fine: number
}

export const FEWEST_FOR_COMPARISON = 3

/**
 * Bands of the fine (金额档次) in which like is compared with like: a fine of ten thousand yuan says little about one of
 * a million. Each is given by the yuan up to which it reaches, inclusive; the last has no end. For looking only: no rule of law.
 */
export const AMOUNT_BANDS = [10_000, 50_000, 100_000, 500_000, 1_000_000, Infinity] as const

/** The place of the band in {@link AMOUNT_BANDS}. */
export function bandOf(fine: number): number {
  return AMOUNT_BANDS.findIndex((end) => fine <= end)
}

export interface Quartiles {
  readonly lowest: number
  readonly lower: number
  readonly median: number
  readonly upper: number
  readonly highest: number
}

export interface SimilarCases {
  readonly cases: readonly FinedCase[]
  /** Null with fewer than {@link FEWEST_FOR_COMPARISON} cases. */
  readonly quartiles: Quartiles | null
  /** This case's fine, and the share of the others that are fined less, from 0 to 1; null where it has none. */
  readonly fine: number | null
  readonly rank: number | null
  /** Outside the whiskers, 1.5 times the middle half beyond it: worth a look, no verdict. */
  readonly unusual: boolean
}

/** The value below which the share `part` of the sorted values lies, between two of them by proportion. */
export function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

export function compareFines(cases: readonly FinedCase[], fine: number | null): SimilarCases {
  const sorted = cases.map((one) => one.fine).toSorted((one, other) => one - other)
  if (sorted.length < FEWEST_FOR_COMPARISON) return { cases, quartiles: null, fine, rank: null, unusual: false }
  const quartiles: Quartiles = {
    lowest: sorted[0] ?? 0,
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
    highest: sorted.at(-1) ?? 0,
  }
  const reach = 1.5 * (quartiles.upper - quartiles.lower)
  return {
    cases,
    quartiles,
    fine,
    rank: fine === null ? null : sorted.filter((one) => one < fine).length / sorted.length,
    unusual: fine !== null && (fine < quartiles.lower - reach || fine > quartiles.upper + reach),
  }
}
