/** Everything the review screen knows: the checklist as the core has it, joined with what is being typed. */
import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import type { Catalogue, Question } from '../../shared/catalogue/schema.ts'
import type { AnswerFields, Checklist } from '../../shared/checklist/contract.ts'
import type { ApplicableQuestions } from '../../shared/checklist/applicable-questions.ts'
import { deriveOpinion, type DerivedOpinion } from '../../shared/opinion/derivation.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { callOnce, useTransportState } from '../transport/calls.ts'
import type { Transport } from '../transport/transport.ts'
import { AnswerKeeper, type KeptAnswer } from './answer-keeper.ts'
import type { OrderedHeading, ShownAnswers } from './question-order.ts'

const KEEPERS = new WeakMap<Transport, Map<string, AnswerKeeper>>()

/** One keeper for a case and round: what is typed survives that its screen is closed. */
function keeperOf(transport: Transport, caseId: string, round: number): AnswerKeeper {
  const known = KEEPERS.get(transport) ?? new Map<string, AnswerKeeper>()
  KEEPERS.set(transport, known)
  const key = `${caseId}/${round}`
  const existing = known.get(key)
  if (existing !== undefined) return existing
  const keeper = new AnswerKeeper(async (questionId, expectedVersion, fields) => {
    try {
      const input = { caseId, questionId, expectedVersion, fields: { ...fields, evidence: [...fields.evidence] } }
      const { answer } = await callOnce(transport, 'checklist.answer', input)
      return { kind: 'saved', answer }
    } catch (error) {
      return FashenError.is(error, 'conflict') ? { kind: 'conflict' } : { kind: 'failed', error }
    }
  })
  known.set(key, keeper)
  return keeper
}

export function useAnswerKeeper(caseId: string, checklist: Checklist): AnswerKeeper {
  const { transport, stopped } = useTransportState()
  const keeper = keeperOf(transport, caseId, checklist.round)
  useLayoutEffect(() => {
    for (const heading of checklist.headings) {
      for (const { questionId, answer } of heading.questions) keeper.receive(questionId, answer)
    }
  }, [keeper, checklist])
  useEffect(() => {
    if (!stopped) keeper.flush()
  }, [keeper, stopped])
  useEffect(() => {
    const flush = (): void => keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [keeper])
  return keeper
}

/** What is written now; that it is being saved draws nothing anew. */
export function useAnswerFields(keeper: AnswerKeeper, questionId: string): AnswerFields {
  return useSyncExternalStore(keeper.subscribe, () => keeper.get(questionId).fields)
}

/** The answer where the person has to do something about its saving, else null. */
export function useStuckAnswer(keeper: AnswerKeeper, questionId: string): KeptAnswer | null {
  return useSyncExternalStore(keeper.subscribe, () => {
    const kept = keeper.get(questionId)
    return kept.state === 'conflict' || kept.state === 'failed' ? kept : null
  })
}

export function headingsOf(checklist: Checklist): readonly OrderedHeading[] {
  return checklist.headings.map((heading) => ({
    headingId: heading.headingId,
    questionIds: heading.questions.map((question) => question.questionId),
  }))
}

/** The answers as they are on the screen now; a new map after every change. */
export function useShownAnswers(keeper: AnswerKeeper): ShownAnswers {
  return useSyncExternalStore(keeper.subscribe, keeper.answers)
}

/** The checklist's questions in the shape that the rules take; a question that the catalogue no longer has is left out. */
export function applicableOf(checklist: Checklist, catalogue: Catalogue): ApplicableQuestions {
  const byId = new Map(catalogue.questions.map((question) => [question.id, question]))
  return {
    headings: checklist.headings.flatMap((one) => {
      const heading = catalogue.headings.find((row) => row.id === one.headingId)
      if (heading === undefined) return []
      const questions = one.questions.flatMap(({ questionId }): Question[] => {
        const question = byId.get(questionId)
        return question === undefined ? [] : [question]
      })
      return [{ heading, questions, folded: [] }]
    }),
  }
}

/** What the answers on the screen lead to, at once; the core derives the same from what it has saved. */
export function useDerived(
  checklist: Checklist,
  catalogue: Catalogue,
  answers: ShownAnswers,
): DerivedOpinion {
  const applicable = useMemo(() => applicableOf(checklist, catalogue), [checklist, catalogue])
  return useMemo(() => {
    if (!checklist.editable) return checklist.derived
    const given = [...answers].flatMap(([questionId, answer]) => (answer === null ? [] : [{ questionId, answer }]))
    return deriveOpinion(catalogue, given, applicable)
  }, [checklist, catalogue, applicable, answers])
}
