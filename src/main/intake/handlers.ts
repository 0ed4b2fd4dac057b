/** Intake: accept, return for supplement with a printed notice, take in again; papers asked for during the review. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { intakeContract } from '../../shared/intake/contract.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { requirePermission } from '../cases/case-flow.ts'
import { keepCatalogue } from '../catalogue/kept-catalogues.ts'
import { changeCase, requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { reviewClock } from '../deadlines/review-clock.ts'
import { requireCorrections } from '../followup/corrections.ts'
import { insertCorrections } from '../followup/feedback-record.ts'
import { requireHappened } from '../followup/given-days.ts'
import { completenessOf } from './completeness.ts'
import { supplementHandlers } from './supplement-in-review.ts'
import { askForPapers, requireReplyDay } from './supplement-notice.ts'

export const intakeHandlers: Handlers<typeof intakeContract> = {
  'intake.completeness': (context, { caseId }) => completenessOf(context, requireCase(context.reader, caseId)),

  'intake.accept': (context, { caseId, incompleteReason }) => {
    const record = requireCase(context.reader, caseId)
    const { complete, missing } = completenessOf(context, record)
    const established = complete || incompleteReason !== null ? (['materialsComplete'] as const) : []
    // what is missing is named, not only that something is
    if (!complete && incompleteReason === null) {
      requirePermission(context.reader, context.person, record, 'accept', ['materialsComplete'])
      const names = missing.map((kind) => context.catalogue.materials.find(({ id }) => id === kind)?.name['zh-CN'] ?? kind)
      throw new FashenError('materials-incomplete', { missing: names })
    }
    const { next, audit } = requirePermission(context.reader, context.person, record, 'accept', established)
    const acceptedOn = context.today()
    const { limit, deadline } = reviewClock(context.catalogue, context.station(), acceptedOn)
    const content = { acceptedOn, missing, incompleteReason, limit: { row: limit.rowId, days: limit.days, unit: limit.unit, dueOn: deadline.due } }
    context.act({ act: audit, subject: `case/${caseId}`, content }, (writer) => {
      changeCase(writer, record, { state: next, due: { on: deadline.due, provisional: deadline.provisional } }, context.instant())
      keepCatalogue(writer, context.catalogue, context.instant())
      writer.run(
        'UPDATE rounds SET accepted_on = ?, due_on = ?, catalogue_version = ?, basis = ? WHERE case_id = ? AND round = ?',
        acceptedOn,
        deadline.due,
        JSON.stringify(context.catalogue.version),
        JSON.stringify({ fields: record.fields, station: context.station() }),
        caseId,
        record.round,
      )
    })
    changed(context, caseId)
    return { dueOn: deadline.due }
  },

  'intake.returnForSupplement': async (context, { caseId, ...asked }) => {
    const record = requireCase(context.reader, caseId)
    const permission = requirePermission(context.reader, context.person, record, 'returnForSupplement', ['missingItemsListed'])
    requireReplyDay(context, 'intake.returnForSupplement', asked.replyBy)
    const documentId = await askForPapers(context, record, { ...asked, inReview: false }, permission)
    changed(context, caseId)
    return { documentId }
  },

  ...supplementHandlers,

  'intake.resubmit': (context, { caseId, receivedOn, note, corrections }) => {
    const record = requireCase(context.reader, caseId)
    const action = record.state === 'returned' ? 'resubmit' : 'resubmitAfterCorrection'
    const told = note !== '' || corrections.length > 0
    const { next, audit, startsRound } = requirePermission(context.reader, context.person, record, action, told ? ['correctionRecorded'] : [])
    requireHappened(context, 'intake.resubmit', { receivedOn })
    if (startsRound) requireCorrections(context, record, corrections)
    const round = startsRound ? record.round + 1 : record.round
    const content = { receivedOn, note, round, ...(startsRound ? { corrections } : {}) }
    context.act({ act: audit, subject: `case/${caseId}`, content }, (writer) => {
      if (startsRound) insertCorrections(writer, caseId, record.round, corrections)
      changeCase(writer, record, { state: next, round, due: null, ...(startsRound ? { reviewerId: null } : {}) }, context.instant())
      if (startsRound) writer.run('INSERT INTO rounds (case_id, round, submitted_on) VALUES (?, ?, ?)', caseId, round, receivedOn)
      else writer.run('UPDATE rounds SET submitted_on = ? WHERE case_id = ? AND round = ?', receivedOn, caseId, round)
    })
    changed(context, caseId)
    return { round }
  },
}

function changed(context: CallContext, caseId: CaseId): void {
  context.emit({ kind: 'changed', subject: 'case', id: caseId })
}
