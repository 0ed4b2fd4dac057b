/**
 * The defects of one review (审核发现的问题) by heading and severity, packed into a text of 24 signs so that a hundred thousand
 * reviews are counted in one walk: for each of the eight headings one sign for fatal, correctable and advisory, in base 36.
 */
import { SEVERITIES, type Severity } from '../catalogue/vocabulary.ts'

export const HEADINGS = 8
/** Signs of a tally. */
export const SIGNS = HEADINGS * SEVERITIES.length
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

/**
 * The defects of the tally that stands in `text` from `at`, added to `into` in pairs: the place (heading 1 F, C, A, heading
 * 2 F, C, A, …) and how many. Most reviews have few: what is counted over and over is a fifth of the signs.
 */
export function readDefects(text: string, at: number, into: number[]): void {
  for (let place = 0; place < SIGNS; place += 1) {
    const code = text.charCodeAt(at + place)
    // '0'–'9' and 'a'–'z', without a parse for each of millions of signs
    const count = code < 58 ? code - 48 : code - 87
    if (count > 0) into.push(place, count)
  }
}

export const emptySums = (): number[] => Array.from({ length: SIGNS }, () => 0)

/** A question's heading: the digit before its point. */
export const headingOf = (questionId: string): number => Number(questionId.charAt(0))
