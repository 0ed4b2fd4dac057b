/** Walking through the checklist: next, previous, next unanswered, next heading; and how far each heading is. */
import type { AnswerValue } from '../../shared/checklist/answers.ts'

/** The answers as the screen shows them now, saved or not; absent and null both mean “no answer yet”. */
export type ShownAnswers = ReadonlyMap<string, AnswerValue | null>

export interface OrderedHeading {
  readonly headingId: string
  readonly questionIds: readonly string[]
}

export interface HeadingProgress {
  readonly answered: number
  readonly total: number
  /** Answered “no” or “cannot tell”: what the opinion has to speak about. */
  readonly problems: number
}

export function headingProgress(heading: OrderedHeading, answers: ShownAnswers): HeadingProgress {
  const given = heading.questionIds.map((id) => answers.get(id) ?? null)
  return {
    answered: given.filter((answer) => answer !== null).length,
    total: given.length,
    problems: given.filter((answer) => answer === 'no' || answer === 'cannotTell').length,
  }
}

export function headingOf(headings: readonly OrderedHeading[], questionId: string | null): OrderedHeading | undefined {
  return headings.find((heading) => questionId !== null && heading.questionIds.includes(questionId))
}

/** The question `step` places further over all headings; stays at the first and the last one. */
export function stepQuestion(headings: readonly OrderedHeading[], current: string | null, step: 1 | -1): string | null {
  const all = headings.flatMap((heading) => heading.questionIds)
  const at = current === null ? -1 : all.indexOf(current)
  if (at < 0) return (step === 1 ? all[0] : all.at(-1)) ?? null
  return all[Math.min(all.length - 1, Math.max(0, at + step))] ?? null
}

/** The next question without an answer after the current one, from the top again at the end; null when none is left. */
export function nextUnanswered(
  headings: readonly OrderedHeading[],
  current: string | null,
  answers: ShownAnswers,
): string | null {
  const all = headings.flatMap((heading) => heading.questionIds)
  const at = current === null ? -1 : all.indexOf(current)
  const round = [...all.slice(at + 1), ...all.slice(0, at + 1)]
  return round.find((id) => (answers.get(id) ?? null) === null) ?? null
}

/** The first question of the heading before or after the current one; headings without questions are stepped over. */
export function stepHeading(headings: readonly OrderedHeading[], current: string | null, step: 1 | -1): string | null {
  const filled = headings.filter((heading) => heading.questionIds.length > 0)
  const at = filled.findIndex((heading) => current !== null && heading.questionIds.includes(current))
  if (at < 0) return filled[0]?.questionIds[0] ?? null
  const next = filled[Math.min(filled.length - 1, Math.max(0, at + step))]
  return next?.questionIds[0] ?? null
}

/** Where the officer goes on: the first unanswered question, else the first one. */
export function firstQuestion(headings: readonly OrderedHeading[], answers: ShownAnswers): string | null {
  return nextUnanswered(headings, null, answers) ?? stepQuestion(headings, null, 1)
}
