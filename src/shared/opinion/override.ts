/**
 * The officer decides: the opinion type that the answers lead to may be replaced. A milder one needs a typed reason,
 * which the head of review sees and signs; a stricter one needs none.
 */
import { OPINION_TYPE_CODES, type OpinionTypeCode } from '../catalogue/vocabulary.ts'
import type { DerivedOpinion } from './derivation.ts'

/** A reason shorter than this, counted in characters without surrounding space, is none. */
export const SHORTEST_OVERRIDE_REASON = 10

export type OverrideVerdict =
  | { readonly allowed: true; readonly direction: 'same' | 'stricter' | 'milder'; readonly reason: string | null }
  | {
      readonly allowed: false
      readonly code: 'override-needs-reason' | 'answers-incomplete'
      readonly data: { readonly questions: readonly string[] }
    }

/** True where `left` is milder than `right`. */
export function isMilder(left: OpinionTypeCode, right: OpinionTypeCode): boolean {
  return OPINION_TYPE_CODES.indexOf(left) > OPINION_TYPE_CODES.indexOf(right)
}

/**
 * Judges the choice of `chosen` where the answers lead to `derived`. The verdict is a value whose `code` and `data`
 * are those of the error that a caller may throw. A type cannot be chosen while questions are unanswered and nothing
 * found so far decides it.
 */
export function overrideAllowed(derived: DerivedOpinion, chosen: OpinionTypeCode, reason: string): OverrideVerdict {
  if (derived.type === null) {
    return { allowed: false, code: 'answers-incomplete', data: { questions: derived.unanswered } }
  }
  if (chosen === derived.type) return { allowed: true, direction: 'same', reason: null }
  const typed = reason.trim()
  if (!isMilder(chosen, derived.type)) {
    return { allowed: true, direction: 'stricter', reason: typed === '' ? null : typed }
  }
  if ([...typed].length < SHORTEST_OVERRIDE_REASON) {
    const questions =
      derived.openFatal.length > 0 ? derived.openFatal : derived.because.map((one) => one.questionId)
    return { allowed: false, code: 'override-needs-reason', data: { questions } }
  }
  return { allowed: true, direction: 'milder', reason: typed }
}
