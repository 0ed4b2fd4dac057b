/**
 * The defects of one review (审核发现的问题) by heading and severity, packed into a text of 24 signs so that a hundred thousand
 * reviews are counted in one walk: for each of the eight headings one sign for fatal, correctable and advisory, in base 36.
 */
import { SEVERITIES, type Severity } from '../catalogue/vocabulary.ts'

export const HEADINGS = 8
const SIGNS = HEADINGS * SEVERITIES.length
/** More than this of one heading and severity is told as this; a heading has some twenty questions. */
const MOST = 35

export interface Defect {
  /** 1 to 8. */
  readonly heading: number
  readonly severity: Severity
}

export type Tally = string & { readonly tally: unique symbol }

export const NO_DEFECTS = '0'.repeat(SIGNS) as Tally

export function tallyOf(defects: readonly Defect[]): Tally {
  const counts = Array.from({ length: SIGNS }, () => 0)
  for (const { heading, severity } of defects) {
    const at = (heading - 1) * SEVERITIES.length + SEVERITIES.indexOf(severity)
    counts[at] = Math.min(MOST, (counts[at] ?? 0) + 1)
  }
  return counts.map((count) => count.toString(36)).join('') as Tally
}

/** Adds a review's tally to sums of the same order: heading 1 F, C, A, heading 2 F, C, A, … */
export function addTally(sums: number[], tally: string): void {
  if (tally === NO_DEFECTS) return
  for (let at = 0; at < SIGNS; at += 1) {
    const code = tally.charCodeAt(at)
    // '0'–'9' and 'a'–'z', without a parse for each of millions of signs
    const count = code < 58 ? code - 48 : code - 87
    if (count > 0) sums[at] = (sums[at] ?? 0) + count
  }
}

export const emptySums = (): number[] => Array.from({ length: SIGNS }, () => 0)

/** A question's heading: the digit before its point. */
export const headingOf = (questionId: string): number => Number(questionId.charAt(0))
