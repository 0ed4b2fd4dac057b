/** A dispute about an opinion (意见分歧): the answer to the objection, coordination, and how the agency settles it. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { followupContract } from '../../shared/followup/contract.ts'
import { actorOf, lackingPart, requirePermission } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { coordinationsOf, insertCoordination, insertCoordinationRecord, insertSettlement } from './disagreement-record.ts'
import { feedbackOf, objectionsTo } from './feedback-record.ts'
import { furtherRound } from './further-round.ts'
import { requireDay } from './given-days.ts'
import { drawAnother, keepOrDraw } from './next-reviewer.ts'

type Settling = Pick<typeof followupContract, 'followup.reReview' | 'followup.coordinate' | 'followup.recordCoordination' | 'followup.settle'>

export const settlingHandlers: Handlers<Settling> = {
  'followup.reReview': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    const first = objectionsTo(context.reader, caseId) <= 1
    const permission = requirePermission(context.reader, context.person, record, 'reReview', first ? ['firstObjection'] : [])
    const chosen = drawAnother(context, record, record.round + 1, record.reviewerId)
    const round = furtherRound(context, record, permission, chosen)
    context.act({ act: permission.audit, subject: `case/${caseId}`, content: round.content }, round.write)
    changed(context, record)
    return round.next
  },

  'followup.coordinate': (context, { caseId, reason }) => {
    const record = requireCase(context.reader, caseId)
    const { next, audit } = requirePermission(context.reader, context.person, record, 'coordinate', ['reasonGiven'])
    const at = context.instant()
    context.act({ act: audit, subject: `case/${caseId}`, content: { round: record.round, reason } }, (writer) => {
      insertCoordination(writer, caseId, record.round, reason, context.person.id, at)
      changeCase(writer, record, { state: next }, at)
    })
    changed(context, record)
    return null
  },

  'followup.recordCoordination': (context, { caseId, record: talk }) => {
    const record = requireCase(context.reader, caseId)
    if (record.state !== 'coordination') throw new FashenError('transition-refused', { action: 'coordinate', state: record.state })
    if (!mayRecordCoordination(context, record)) throw new FashenError('not-your-part', { action: 'coordinate', needs: lackingPart(context, record) })
    requireDay(context, { method: 'followup.recordCoordination', field: 'heldOn', day: talk.heldOn, from: objectedOn(context, record), early: 'before-the-objection' })
    context.act({ act: 'case.recordCoordination', subject: `case/${caseId}`, content: { round: record.round, ...talk } }, (writer) => {
      insertCoordinationRecord(writer, caseId, record.round, talk, context.person.id, context.instant())
      changeCase(writer, record, {}, context.instant())
    })
    changed(context, record)
    return null
  },

  'followup.settle': (context, { caseId, settlement }) => {
    const record = requireCase(context.reader, caseId)
    const { reader, person } = context
    const talks = coordinationsOf(reader, caseId).find(({ round }) => round === record.round)?.records ?? []
    const action = settlement.outcome === 'uphold' ? 'upholdOpinion' : 'orderClosingRound'
    const permission = requirePermission(reader, person, record, action, talks.length > 0 ? ['settlementRecorded'] : [])
    const from = talks.reduce((first, { record: talk }) => (talk.heldOn < first ? talk.heldOn : first), talks[0]?.record.heldOn ?? settlement.settledOn)
    requireDay(context, { method: 'followup.settle', field: 'settledOn', day: settlement.settledOn, from, early: 'before-the-talk' })
    const subject = `case/${caseId}`
    const at = context.instant()
    if (settlement.outcome === 'uphold') {
      context.act({ act: permission.audit, subject, content: { round: record.round, settlement } }, (writer) => {
        insertSettlement(writer, caseId, record.round, settlement, person.id, at)
        changeCase(writer, record, { state: permission.next }, at)
      })
      changed(context, record)
      return { round: record.round, next: null }
    }
    const chosen = keepOrDraw(context, record, record.round + 1, record.reviewerId)
    const further = furtherRound(context, record, permission, chosen)
    context.act({ act: permission.audit, subject, content: { ...further.content, settlement } }, (writer) => {
      insertSettlement(writer, caseId, record.round, settlement, person.id, at)
      further.write(writer)
    })
    changed(context, record)
    return { round: further.round, next: further.next }
  },
}

/** Both sides and who settles it; not who is recused. */
export function mayRecordCoordination(context: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord): boolean {
  const { roles, relations } = actorOf(context.reader, context.person, record)
  if (!relations.includes('notRecused')) return false
  if (relations.includes('handlerOfCase') && roles.includes('handler')) return true
  return roles.includes('head') || roles.includes('agencyHead') || (roles.includes('reviewer') && relations.includes('assignedReviewer'))
}

function objectedOn(context: CallContext, record: CaseRecord) {
  return feedbackOf(context.reader, record.id, record.round)?.answeredOn ?? null
}

function changed(context: CallContext, { id }: CaseRecord): void {
  context.emit({ kind: 'changed', subject: 'case', id })
}
