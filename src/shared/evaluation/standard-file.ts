/** A scoring standard that a station brings itself (自定评查标准): read from JSON, checked whole, every problem named. */
import { bothLanguages, problemSaid } from '../catalogue/both-languages.ts'
import { CATALOGUE_PROBLEMS } from '../catalogue/broken.ts'
import { evaluationStandardSchema, type EvaluationStandard } from '../catalogue/evaluation-standards.ts'

/** Longest file that is taken, in characters. */
export const EVALUATION_STANDARD_LIMIT = 500_000

export interface StandardProblem {
  /** As a path: `groups.0.items.2.points`. Empty: the file itself. */
  readonly field: string
  /** In both languages. */
  readonly problem: string
}

export type ReadStandard =
  | { readonly standard: EvaluationStandard; readonly problems: readonly [] }
  | { readonly standard: null; readonly problems: readonly StandardProblem[] }

export function readStandard(text: string): ReadStandard {
  if (text.length > EVALUATION_STANDARD_LIMIT) return { standard: null, problems: [{ field: '', problem: CATALOGUE_PROBLEMS['standard-too-large'] }] }
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { standard: null, problems: [{ field: '', problem: CATALOGUE_PROBLEMS['overlay-not-json'] }] }
  }
  const parsed = evaluationStandardSchema.safeParse(given, { error: bothLanguages })
  if (parsed.success) return { standard: parsed.data, problems: [] }
  return {
    standard: null,
    problems: parsed.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), problem: problemSaid(message) })),
  }
}

/** 1.10.0 comes after 1.9.0. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}
