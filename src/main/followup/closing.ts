/** What ends or rests a case beside its decision: archive, merger, suspension; and a later round's reviewer kept. */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import { lackingItems } from '../../shared/followup/case-file-contents.ts'
import type { followupContract } from '../../shared/followup/contract.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { actorOf, lackingPart, requirePermission } from '../cases/case-flow.ts'
import { changeCase, requireCase, roundsOf, type CaseRecord } from '../cases/case-record.ts'
import { withdrawCase } from '../cases/withdrawal.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { findOpinion, writeOpinion } from '../opinion/opinion-record.ts'
import { decisionOf } from './decision-record.ts'
import { dropOf, insertArchive, mergedInto } from './ending-record.ts'
import { fileOf } from './file-of-case.ts'
import { requireDay } from './given-days.ts'
import { insertChosen, keep } from './next-reviewer.ts'
import { suspendedSince } from './suspension-record.ts'

type Closing = Pick<
  typeof followupContract,
  'followup.archive' | 'followup.merge' | 'followup.suspend' | 'followup.resume' | 'followup.keepReviewer'
>

/** States in which a case can neither rest nor take another one in. */
export const CLOSED: readonly CaseState[] = ['decided', 'dropped', 'disclosed', 'archived', 'withdrawn']
const WITH_OPINION: readonly CaseState[] = ['issued', 'adopted', 'objected', 'coordination']
const WITH_HEAD: readonly CaseState[] = ['drafted', 'approved']

export const closingHandlers: Handlers<Closing> = {
  'followup.archive': (context, { caseId, on, archive }) => {
    const record = requireCase(context.reader, caseId)
    const lacking = lackingItems(fileOf(context, record), archive.excuses)
    // state and person first; then what lacks is named, not only that something does
    const { next, audit } = requirePermission(context.reader, context.person, record, 'archive', ['fileComplete'])
    if (lacking.length > 0) throw new FashenError('file-incomplete', { missing: lacking.map(({ id }) => id) })
    requireDay(context, { method: 'followup.archive', field: 'on', day: on, from: endedOn(context, record), early: 'before-the-end' })
    const at = context.instant()
    context.act({ act: audit, subject: `case/${caseId}`, content: { on, ...archive } }, (writer) => {
      insertArchive(writer, caseId, on, archive, context.person.id, at)
      changeCase(writer, record, { state: next }, at)
    })
    changed(context, record)
    return null
  },

  'followup.merge': (context, { caseId, intoCaseId, reason }) => {
    const record = requireCase(context.reader, caseId)
    const target = requireCase(context.reader, intoCaseId)
    requirePermission(context.reader, context.person, record, 'withdraw', ['reasonGiven'])
    requirePartIn(context, target)
    const why = mergerRefusal(context, record, target)
    if (why !== null) throw new FashenError('merge-refused', { title: target.fields.title, why })
    const at = context.instant()
    withdrawCase(context, record, {
      reason,
      more: { mergedInto: intoCaseId },
      write: (writer) => {
        writer.run(
          'INSERT INTO mergers (case_id, into_case_id, reason, merged_by, merged_at) VALUES (?, ?, ?, ?, ?)',
          caseId,
          intoCaseId,
          reason,
          context.person.id,
          at,
        )
        changeCase(writer, target, {}, at)
      },
    })
    changed(context, target)
    return null
  },

  'followup.suspend': (context, { caseId, on, basis, reason, approvedBy }) => {
    const record = requireCase(context.reader, caseId)
    requireRestable(context, record, 'closing/suspend')
    const since = suspendedSince(context.reader, caseId)
    if (since !== null) throw new FashenError('case-suspended', { since })
    requireDay(context, { method: 'followup.suspend', field: 'on', day: on, from: null, early: 'before-the-suspension' })
    const at = context.instant()
    context.act({ act: 'case.suspend', subject: `case/${caseId}`, content: { on, basis, reason, approvedBy } }, (writer) => {
      writer.run(
        `INSERT INTO suspensions (id, case_id, suspended_on, basis, reason, approved_by, recorded_by, recorded_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        uuidv7(),
        caseId,
        on,
        basis,
        reason,
        approvedBy,
        context.person.id,
        at,
      )
      changeCase(writer, record, {}, at)
    })
    changed(context, record)
    return null
  },

  'followup.resume': (context, { caseId, on, reason }) => {
    const record = requireCase(context.reader, caseId)
    requireRestable(context, record, 'closing/resume')
    const since = suspendedSince(context.reader, caseId)
    if (since === null) throw new FashenError('not-found', { subject: 'suspension', id: caseId })
    requireDay(context, { method: 'followup.resume', field: 'on', day: on, from: since, early: 'before-the-suspension' })
    const at = context.instant()
    context.act({ act: 'case.resume', subject: `case/${caseId}`, content: { on, reason } }, (writer) => {
      writer.run(
        'UPDATE suspensions SET resumed_on = ?, resumed_reason = ?, resumed_by = ?, resumed_at = ? WHERE case_id = ? AND resumed_on IS NULL',
        on,
        reason,
        context.person.id,
        at,
        caseId,
      )
      changeCase(writer, record, {}, at)
    })
    changed(context, record)
    return null
  },

  'followup.keepReviewer': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    const { reader } = context
    const before = roundsOf(reader, caseId).find(({ round }) => round === record.round - 1)?.reviewerId ?? null
    const later = record.round > 1 ? (['laterRound'] as const) : []
    // state and person first; then why that reviewer may not is named
    const { next, audit } = requirePermission(reader, context.person, record, 'assignSameReviewer', ['reviewerEligible', ...later])
    const chosen = keep(context, record, before, null)
    const at = context.instant()
    const { personId, mode, excluded } = chosen
    context.act({ act: audit, subject: `case/${caseId}`, content: { round: record.round, personId, mode, excluded } }, (writer) => {
      changeCase(writer, record, { state: next, reviewerId: personId }, at)
      writer.run('UPDATE rounds SET reviewer_id = ? WHERE case_id = ? AND round = ?', personId, caseId, record.round)
      insertChosen(writer, caseId, record.round, chosen, at)
      const opinion = findOpinion(writer, caseId, record.round)
      if (opinion?.state === 'submitted') writeOpinion(writer, { ...opinion, state: 'draft' })
    })
    changed(context, record)
    return { round: record.round, reviewer: chosen.name, mode, reason: chosen.reason, by: context.person.name, at }
  },
}

/** Why two cases cannot become one; null: they can. */
function mergerRefusal(context: CallContext, record: CaseRecord, target: CaseRecord): string | null {
  if (record.id === target.id) return 'same-case'
  if (mergedInto(context.reader, target.id) !== null) return 'merged-away'
  if (CLOSED.includes(target.state)) return 'already-closed'
  // an opinion on one of them was given without the other
  if (WITH_OPINION.includes(record.state) || WITH_OPINION.includes(target.state)) return 'opinion-is-issued'
  if (WITH_HEAD.includes(target.state)) return 'opinion-at-the-head'
  return null
}

/** Who merges has a part in both cases, and is recused from neither. */
function requirePartIn(context: CallContext, target: CaseRecord): void {
  const { roles, relations } = actorOf(context.reader, context.person, target)
  if (relations.includes('notRecused') && (roles.includes('head') || relations.includes('handlerOfCase'))) return
  throw new FashenError('not-your-part', { action: 'closing/merge', needs: lackingPart(context, target) })
}

/** The handling side and those who answer for it, nobody who is recused; not of a case that is closed. Throws `transition-refused`, `not-your-part`. */
function requireRestable(context: CallContext, record: CaseRecord, action: 'closing/suspend' | 'closing/resume'): void {
  if (CLOSED.includes(record.state)) throw new FashenError('transition-refused', { action, state: record.state })
  if (!mayRest(context, record)) throw new FashenError('not-your-part', { action, needs: lackingPart(context, record) })
}

export function mayRest(context: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord): boolean {
  const { roles, relations } = actorOf(context.reader, context.person, record)
  if (!relations.includes('notRecused')) return false
  return roles.includes('head') || roles.includes('agencyHead') || (roles.includes('handler') && relations.includes('handlerOfCase'))
}

function endedOn(context: CallContext, { id }: CaseRecord): IsoDate | null {
  return dropOf(context.reader, id)?.on ?? decisionOf(context.reader, id)?.decidedOn ?? null
}

function changed(context: CallContext, { id }: CaseRecord): void {
  context.emit({ kind: 'changed', subject: 'case', id })
}
