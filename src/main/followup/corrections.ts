/** What the bureau corrected before it submits again (整改情况), problem by problem: 国办发〔2018〕118号 (13). */
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { findOpinion } from '../opinion/opinion-record.ts'
import { feedbackOf, type Correction } from './feedback-record.ts'
import { issuedProblems } from './issued-problems.ts'

/**
 * Every problem of the opinion of this round has its correction; one that the bureau refused, with its reason, may do without.
 * Throws `problems-not-corrected`, `problems-unanswered` for a number that is twice or not in the opinion.
 */
export function requireCorrections(context: CallContext, record: CaseRecord, corrections: readonly Correction[]): void {
  const opinion = findOpinion(context.reader, record.id, record.round)
  const problems = opinion?.state === 'issued' ? issuedProblems(context, record, opinion) : []
  const given = corrections.map(({ number }) => number)
  const wrong = given.filter((number, place) => given.indexOf(number) !== place || !problems.some((one) => one.number === number))
  if (wrong.length > 0) throw new FashenError('problems-unanswered', { numbers: [...new Set(wrong)].map(String) })
  const refused = new Set(feedbackOf(context.reader, record.id, record.round)?.replies.flatMap(({ number, answer }) => (answer === 'notAdopted' ? [number] : [])))
  const open = problems.filter(({ number }) => !given.includes(number) && !refused.has(number))
  if (open.length > 0) throw new FashenError('problems-not-corrected', { numbers: open.map(({ number }) => String(number)) })
}
