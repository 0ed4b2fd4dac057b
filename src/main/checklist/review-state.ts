/** What the answers of a round amount to: which questions apply, what was answered, which opinion follows. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { ApplicableQuestions } from '../../shared/checklist/applicable-questions.ts'
import type { SavedAnswer } from '../../shared/checklist/contract.ts'
import { deriveOpinion, type DerivedOpinion } from '../../shared/opinion/derivation.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import { questionsFor } from '../cases/case-facts.ts'
import { requireRound, type CaseRecord, type RoundBasis, type RoundRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { answersOf, givenAnswers } from './answer-record.ts'

export interface ReviewState {
  readonly round: RoundRecord
  /** What the round was accepted on; before that, what is registered now. */
  readonly basis: RoundBasis
  /** The catalogue that the round was accepted under. */
  readonly catalogue: Catalogue
  readonly applicable: ApplicableQuestions
  readonly answers: ReadonlyMap<string, SavedAnswer>
  readonly previous: ReadonlyMap<string, SavedAnswer>
  readonly derived: DerivedOpinion
}

/** Throws `not-found` for a round that the case does not have. */
export function reviewState(context: CallContext, record: CaseRecord, wanted: number | null): ReviewState {
  const { reader } = context
  const number = wanted ?? record.round
  const round = requireRound(reader, record.id, number)
  const basis = round.basis ?? { fields: record.fields, station: context.station() }
  const catalogue = catalogueOfRound(reader, context.catalogue, round.catalogueVersion)
  // the questions in force on the day the papers came in for this round; a later catalogue does not change a review
  const applicable = questionsFor(catalogue, basis.fields, basis.station, round.acceptedOn ?? round.submittedOn)
  const answers = answersOf(reader, record.id, number)
  return {
    round,
    basis,
    catalogue,
    applicable,
    answers,
    previous: number > 1 ? answersOf(reader, record.id, number - 1) : new Map<string, SavedAnswer>(),
    derived: deriveOpinion(catalogue, givenAnswers(answers), applicable),
  }
}

/** The same review with one answer more, without asking the store again. */
export function withAnswer(state: ReviewState, questionId: string, answer: SavedAnswer): ReviewState {
  const answers = new Map(state.answers).set(questionId, answer)
  return { ...state, answers, derived: deriveOpinion(state.catalogue, givenAnswers(answers), state.applicable) }
}
