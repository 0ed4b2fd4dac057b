/** Who may answer a question of a case now, and whether the answer that is written rests on what its writer saw. */
import type { AnswerValue } from '../../shared/checklist/answers.ts'
import type { SavedAnswer } from '../../shared/checklist/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { acceptsAnswer } from '../../shared/opinion/derivation.ts'
import { isItsReviewer } from '../cases/case-flow.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { reviewState, type ReviewState } from './review-state.ts'

/** The assigned reviewer, while the case is under review. */
export function mayAnswer(context: CallContext, record: CaseRecord): boolean {
  return record.state === 'underReview' && isItsReviewer(context.reader, context.person, record)
}

export interface AnswerToWrite {
  readonly questionId: string
  /** The version that the writer saw; 0 for none. */
  readonly expectedVersion: number
  readonly answer: AnswerValue | null
}

export interface Answerable {
  /** The answer as it stands; null where there is none yet. */
  readonly before: SavedAnswer | null
  /** The review as it is before the answer is written. */
  readonly state: ReviewState
}

/**
 * Throws `not-your-part`, `not-found`, `invalid-input` where the question does not concern the case or does not take that
 * answer, and `conflict` where somebody else wrote it since.
 */
export function requireAnswerable(context: CallContext, record: CaseRecord, { questionId, expectedVersion, answer }: AnswerToWrite): Answerable {
  if (!mayAnswer(context, record)) throw new FashenError('not-your-part', { action: 'startReview', needs: ['assignedReviewer'] })
  const state = reviewState(context, record, null)
  const { headings } = state.applicable
  const question = headings.flatMap(({ questions }) => questions).find(({ id }) => id === questionId)
  if (question === undefined) {
    const folded = headings.some((heading) => heading.folded.some((one) => one.question.id === questionId))
    // the opinion does not look at a folded question: what was written there would be lost without a word
    if (folded) throw new FashenError('invalid-input', { method: 'checklist.answer', field: 'questionId', problem: 'does-not-apply' })
    throw new FashenError('not-found', { subject: 'question', id: questionId })
  }
  if (answer !== null && !acceptsAnswer(question, answer)) {
    throw new FashenError('invalid-input', { method: 'checklist.answer', field: 'answer', problem: 'must-apply' })
  }
  const before = state.answers.get(questionId) ?? null
  const actual = before?.version ?? 0
  if (actual !== expectedVersion) throw new FashenError('conflict', { subject: 'answer', id: questionId, expected: expectedVersion, actual })
  return { before, state }
}
