/**
 * Which questions of the checklist concern a case, and why the others are folded away. A folded question is not
 * deleted: the officer can unfold it and see the reason.
 */
import type { CatalogueContent, Heading, Question } from '../catalogue/schema.ts'
import type { ActionKind, ConditionKind, Conditions } from '../catalogue/vocabulary.ts'
import type { IsoDate } from '../values/values.ts'

export type FoldReason =
  | { readonly kind: 'other-action-kind'; readonly actionKinds: readonly ActionKind[] }
  | { readonly kind: 'not-in-force'; readonly validFrom: IsoDate; readonly validTo: IsoDate | null }
  /** None of these circumstances is present in the case. */
  | { readonly kind: 'circumstance-absent'; readonly conditions: readonly ConditionKind[] }
  | { readonly kind: 'hidden-by-overlay'; readonly overlay: string; readonly reason: string }

export interface FoldedQuestion {
  readonly question: Question
  readonly because: FoldReason
}

export interface ApplicableHeading {
  readonly heading: Heading
  readonly questions: readonly Question[]
  readonly folded: readonly FoldedQuestion[]
}

/** Always the eight headings in their order, each with its questions in the order of their numbers. */
export interface ApplicableQuestions {
  readonly headings: readonly ApplicableHeading[]
}

export interface ApplicabilityInput {
  readonly actionKinds: readonly ActionKind[]
  /** The day of the review; a question counts from its `validFrom` to its `validTo`, both included. */
  readonly on: IsoDate
  /** What is known of the case; a circumstance that is not known counts as possible. */
  readonly facts?: Conditions | undefined
}

/** Orders 3.2 before 3.10. */
export function compareQuestionIds(left: string, right: string): number {
  const [leftHeading = 0, leftNumber = 0] = left.split('.').map(Number)
  const [rightHeading = 0, rightNumber = 0] = right.split('.').map(Number)
  return leftHeading - rightHeading || leftNumber - rightNumber
}

function foldReason(question: Question, input: ApplicabilityInput): FoldReason | undefined {
  if (!question.actionKinds.some((kind) => input.actionKinds.includes(kind))) {
    return { kind: 'other-action-kind', actionKinds: question.actionKinds }
  }
  const { validFrom, validTo } = question
  if (input.on < validFrom || (validTo !== null && input.on > validTo)) {
    return { kind: 'not-in-force', validFrom, validTo }
  }
  const possible = question.onlyWhen.length === 0 || question.onlyWhen.some((one) => input.facts?.[one] !== false)
  return possible ? undefined : { kind: 'circumstance-absent', conditions: question.onlyWhen }
}

/** Sorts every question of the catalogue under its heading into those to answer and those folded with a reason. */
export function applicableQuestions(catalogue: CatalogueContent, input: ApplicabilityInput): ApplicableQuestions {
  const hidden = catalogue.hidden.flatMap((row): FoldedQuestion[] =>
    row.subject === 'questions'
      ? [{ question: row.row, because: { kind: 'hidden-by-overlay', overlay: row.overlay, reason: row.reason } }]
      : [],
  )
  const headings = [...catalogue.headings].sort((left, right) => left.number - right.number)
  return {
    headings: headings.map((heading) => {
      const questions: Question[] = []
      const folded = hidden.filter((one) => one.question.heading === heading.id)
      for (const question of catalogue.questions) {
        if (question.heading !== heading.id) continue
        const because = foldReason(question, input)
        if (because === undefined) questions.push(question)
        else folded.push({ question, because })
      }
      questions.sort((left, right) => compareQuestionIds(left.id, right.id))
      folded.sort((left, right) => compareQuestionIds(left.question.id, right.question.id))
      return { heading, questions, folded }
    }),
  }
}

/** The questions to answer, over all headings, in order. */
export function questionsToAnswer(applicable: ApplicableQuestions): readonly Question[] {
  return applicable.headings.flatMap((heading) => heading.questions)
}
