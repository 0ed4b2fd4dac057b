/** The problems (问题) of an issued opinion, numbered as it prints them, and what the bureau answers to each. */
import { z } from 'zod'
import type { Severity } from '../catalogue/vocabulary.ts'
import type { Bilingual } from '../values/values.ts'

export const PROBLEM_ANSWERS = ['adopted', 'partly', 'notAdopted'] as const
/** 采纳, 部分采纳, 不采纳. */
export type ProblemAnswer = (typeof PROBLEM_ANSWERS)[number]

export const PROBLEM_ANSWER_LABELS: Record<ProblemAnswer, Bilingual> = {
  adopted: { 'zh-CN': '采纳', en: 'Adopted' },
  partly: { 'zh-CN': '部分采纳', en: 'Partly adopted' },
  notAdopted: { 'zh-CN': '不采纳', en: 'Not adopted' },
}

export interface Problem {
  /** As printed, from 1. */
  readonly number: number
  /** Null where the officer added it in the text of the opinion. */
  readonly questionId: string | null
  readonly severity: Severity | null
  /** 存在问题 */
  readonly finding: string
  /** 审核建议; empty where the opinion gives none under this number. */
  readonly advice: string
}

/** A problem as the answers of the review lead to it. */
export interface FoundProblem extends Problem {
  readonly questionId: string
  readonly severity: Severity
}

export const problemReplySchema = z
  .strictObject({
    number: z.int().min(1).max(999),
    answer: z.enum(PROBLEM_ANSWERS),
    /** Needed where the answer is not plain adoption. */
    reason: z.string().trim().max(2000),
  })
  .refine(({ answer, reason }) => answer === 'adopted' || reason.length >= 2, { error: 'reason-needed', path: ['reason'] })
export type ProblemReply = z.infer<typeof problemReplySchema>

const NUMBERED = /^(\d{1,3})\s*[.．、]\s*(.+)$/su

/** `3. 补充送达回证。` → 3 and the rest. */
export function numberedLines(text: string): Map<number, string> {
  const found = new Map<number, string>()
  for (const line of text.split('\n')) {
    const match = NUMBERED.exec(line.trim())
    const number = Number(match?.[1] ?? 0)
    if (number > 0 && !found.has(number)) found.set(number, match?.[2] ?? '')
  }
  return found
}

/**
 * What the issued opinion says is wrong: the problems that the answers lead to, in the words that the officer gave them
 * in the sections, and those that the officer added under numbers of their own.
 * @param sections the sections as they were issued, heading by heading and the advice under the id `problems`.
 */
export function problemsOf(found: readonly FoundProblem[], sections: readonly { readonly id: string; readonly text: string }[]): Problem[] {
  const advice = numberedLines(sections.find(({ id }) => id === 'problems')?.text ?? '')
  const findings = new Map<number, string>()
  for (const { id, text } of sections) {
    if (!id.startsWith('heading.')) continue
    for (const [number, words] of numberedLines(text)) if (!findings.has(number)) findings.set(number, words)
  }
  const byNumber = new Map<number, Problem>(found.map((one) => [one.number, one]))
  const numbers = [...new Set([...byNumber.keys(), ...advice.keys(), ...findings.keys()])].sort((one, other) => one - other)
  return numbers.map((number) => {
    const known = byNumber.get(number)
    return {
      number,
      questionId: known?.questionId ?? null,
      severity: known?.severity ?? null,
      finding: findings.get(number) ?? known?.finding ?? advice.get(number) ?? '',
      advice: advice.get(number) ?? known?.advice ?? '',
    }
  })
}

/** The problems that a list of replies leaves out or answers twice, or answers though there are none such. */
export function unanswered(problems: readonly Pick<Problem, 'number'>[], replies: readonly { readonly number: number }[]): number[] {
  const numbers = new Set([...problems, ...replies].map(({ number }) => number))
  return [...numbers]
    .filter((number) => !problems.some((one) => one.number === number) || replies.filter((one) => one.number === number).length !== 1)
    .sort((one, other) => one - other)
}
