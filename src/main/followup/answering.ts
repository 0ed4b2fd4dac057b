/** The bureau's answer to an issued opinion (采纳情况反馈): it adopts, or it objects. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseAction, CaseCondition } from '../../shared/cases/state-machine-terms.ts'
import type { followupContract, Feedback } from '../../shared/followup/contract.ts'
import { unanswered, type ProblemReply } from '../../shared/followup/problems.ts'
import type { CaseId, IsoDate } from '../../shared/values/values.ts'
import { requirePermission } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { dayOf } from '../home/case-counts.ts'
import { findOpinion } from '../opinion/opinion-record.ts'
import { insertFeedback, objectionsTo } from './feedback-record.ts'
import { requireDay } from './given-days.ts'
import { issuedProblems } from './issued-problems.ts'

interface Answer {
  readonly caseId: CaseId
  readonly answeredBy: string
  readonly answeredOn: IsoDate
  readonly replies: readonly ProblemReply[]
}

export const answeringHandlers: Handlers<Pick<typeof followupContract, 'followup.adopt' | 'followup.object'>> = {
  'followup.adopt': (context, input) => {
    const record = requireCase(context.reader, input.caseId)
    answer(context, record, 'adopted', input, '')
    return null
  },

  'followup.object': (context, input) => {
    const record = requireCase(context.reader, input.caseId)
    answer(context, record, 'objected', input, input.reason)
    return { objections: objectionsTo(context.reader, record.id) }
  },
}

function answer(context: CallContext, record: CaseRecord, outcome: Feedback['outcome'], input: Answer, reason: string): void {
  const action: CaseAction = outcome === 'adopted' ? 'adopt' : 'object'
  // the state first: what the problems are can only be asked of an issued opinion
  const established: readonly CaseCondition[] = outcome === 'adopted' ? ['feedbackRecorded'] : ['reasonGiven']
  const { next, audit } = requirePermission(context.reader, context.person, record, action, established)
  const opinion = findOpinion(context.reader, record.id, record.round)
  if (opinion === undefined || opinion.issuedAt === null) throw new FashenError('not-found', { subject: 'opinion', id: record.id })
  const problems = issuedProblems(context, record, opinion)
  const replies = [...input.replies].sort((one, other) => one.number - other.number)
  const open = unanswered(problems, replies)
  if (open.length > 0) throw new FashenError('problems-unanswered', { numbers: open.map(String) })
  // who follows no point of an opinion disagrees with it, whatever it is called
  if (outcome === 'adopted' && replies.length > 0 && replies.every((one) => one.answer === 'notAdopted')) throw new FashenError('feedback-is-objection', {})
  const method = `followup.${action}`
  requireDay(context, { method, field: 'answeredOn', day: input.answeredOn, from: dayOf(opinion.issuedAt), early: 'before-the-opinion' })
  const { answeredBy, answeredOn } = input
  const content = { round: record.round, answeredBy, answeredOn, reason, replies }
  context.act({ act: audit, subject: `case/${record.id}`, content }, (writer) => {
    insertFeedback(writer, {
      caseId: record.id,
      round: record.round,
      outcome,
      answeredBy,
      answeredOn,
      reason,
      replies,
      recordedBy: context.person.id,
      at: context.instant(),
    })
    changeCase(writer, record, { state: next }, context.instant())
  })
  context.emit({ kind: 'changed', subject: 'case', id: record.id })
}
