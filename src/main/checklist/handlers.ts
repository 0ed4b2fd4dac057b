/** The checklist: begin a review, read it, answer one question. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { Checklist, checklistContract } from '../../shared/checklist/contract.ts'
import { foldWords } from '../../shared/checklist/fold-words.ts'
import { requirePermission } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { writeAnswer } from './answer-record.ts'
import { mayAnswer, requireAnswerable } from './answering.ts'
import { reviewState, withAnswer } from './review-state.ts'

export const checklistHandlers: Handlers<typeof checklistContract> = {
  'checklist.get': (context, { caseId, round: wanted }) => checklist(context, requireCase(context.reader, caseId), wanted),

  'checklist.begin': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    const { next, audit } = requirePermission(context.reader, context.person, record, 'startReview', [])
    context.act({ act: audit, subject: `case/${caseId}`, content: { round: record.round } }, (writer) => {
      changeCase(writer, record, { state: next }, context.instant())
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },

  'checklist.answer': (context, { caseId, questionId, expectedVersion, fields }) => {
    const record = requireCase(context.reader, caseId)
    const { before, state } = requireAnswerable(context, record, { questionId, expectedVersion, answer: fields.answer })
    requireOwnEvidence(context, record, fields.evidence.map(({ materialId }) => materialId))
    const at = context.instant()
    const version = (before?.version ?? 0) + 1
    const content = { round: record.round, questionId, version, fields }
    context.act({ act: 'answer.save', subject: `case/${caseId}`, content }, (writer) => {
      writeAnswer(writer, { caseId, round: record.round, questionId, fields, version, by: context.person.id, at })
    })
    context.emit({ kind: 'changed', subject: 'answers', id: caseId })
    const answer = { ...fields, version, answeredBy: context.person.name, savedAt: at }
    return { answer, derived: withAnswer(state, questionId, answer).derived }
  },
}

function requireOwnEvidence(context: CallContext, record: CaseRecord, materialIds: readonly string[]): void {
  const own = new Set<string>(presentMaterials(context.reader, record.id).map(({ id }) => id))
  const foreign = materialIds.find((id) => !own.has(id))
  if (foreign !== undefined) throw new FashenError('not-found', { subject: 'material', id: foreign })
}

function checklist(context: CallContext, record: CaseRecord, wanted: number | null): Checklist {
  const state = reviewState(context, record, wanted)
  const { catalogue } = state
  const current = state.round.round === record.round
  return {
    round: state.round.round,
    headings: state.applicable.headings.map(({ heading, questions, folded }) => ({
      headingId: heading.id,
      questions: questions.map(({ id }) => ({
        questionId: id,
        answer: state.answers.get(id) ?? null,
        previous: state.previous.get(id) ?? null,
      })),
      folded: folded.map(({ question, because }) => ({ questionId: question.id, why: foldWords(catalogue, because) })),
    })),
    derived: state.derived,
    editable: current && mayAnswer(context, record),
    catalogueVersion: catalogue.version,
  }
}
