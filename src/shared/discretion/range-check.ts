/** Whether a fine lies where the law and the benchmark have it (幅度检查). */
import type { BenchmarkRange } from './benchmark.ts'

/** A range in yuan; an open end is null. */
export interface YuanRange {
  readonly low: number | null
  readonly high: number | null
}

/** Null where the range counts on a base that nobody gave. */
export function inYuan(range: BenchmarkRange, base: number | null): YuanRange | null {
  if (range.unit === 'yuan') return { low: range.low, high: range.high }
  if (base === null) return null
  const factor = range.unit === 'percent' ? base / 100 : base
  const times = (bound: number | null) => (bound === null ? null : Math.round(bound * factor * 100) / 100)
  return { low: times(range.low), high: times(range.high) }
}

export type RangeVerdict = 'inside' | 'below' | 'above' | 'unknown'

export function withinRange(amount: number, range: YuanRange | null): RangeVerdict {
  if (range === null) return 'unknown'
  if (range.low !== null && amount < range.low) return 'below'
  if (range.high !== null && amount > range.high) return 'above'
  return 'inside'
}

/**
 * Where in the range an amount lies, 0 at the low end, 1 at the high end; null where an end is open, so that there is no
 * span. 国市监法规〔2022〕2号 art. 10 calls the lowest 30 % lighter and the highest 30 % heavier.
 */
export function placeInRange(amount: number, range: YuanRange | null): number | null {
  if (range === null || range.low === null || range.high === null || range.high <= range.low) return null
  return (amount - range.low) / (range.high - range.low)
}

/** The fine held against one range. `place`: 0 at its low end, 1 at its high end. */
export interface RangeCheck {
  readonly range: YuanRange | null
  readonly verdict: RangeVerdict
  readonly place: number | null
}

export function heldAgainst(fine: number | null, range: YuanRange | null): RangeCheck {
  return {
    range,
    verdict: fine === null ? 'unknown' : withinRange(fine, range),
    place: fine === null ? null : placeInRange(fine, range),
  }
}
