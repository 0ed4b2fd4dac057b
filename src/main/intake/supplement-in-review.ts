/** A supplement in the middle of the review (审核中补正): the review rests with all that was done, and goes on where it was. */
import { runClock } from '../../shared/deadlines/run-clock.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { intakeContract } from '../../shared/intake/contract.ts'
import type { CaseId, IsoDate } from '../../shared/values/values.ts'
import { requirePermission, type Permission } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { clockRunsOf } from '../deadlines/case-clocks.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { requireDay } from '../followup/given-days.ts'
import type { Writer } from '../store/database.ts'
import { askForPapers, requireReplyDay } from './supplement-notice.ts'
import { dayNow, endReturn, isSupplementOver, openSupplement } from './supplement-record.ts'

type Supplementing = Pick<typeof intakeContract, 'intake.askSupplement' | 'intake.takeSupplement' | 'intake.endSupplement'>

export const supplementHandlers: Handlers<Supplementing> = {
  'intake.askSupplement': async (context, { caseId, ...asked }) => {
    const record = requireCase(context.reader, caseId)
    const permission = requirePermission(context.reader, context.person, record, 'askSupplement', ['missingItemsListed'])
    requireReplyDay(context, 'intake.askSupplement', asked.replyBy)
    const documentId = await askForPapers(context, record, { ...asked, inReview: true }, permission, (writer) => void moveReviewDue(context, record, writer))
    changed(context, caseId)
    return { documentId }
  },

  'intake.takeSupplement': (context, { caseId, receivedOn, note }) => {
    const record = requireCase(context.reader, caseId)
    const permission = requirePermission(context.reader, context.person, record, 'takeSupplement', [])
    const { askedOn } = requireOpen(context, caseId)
    requireDay(context, { method: 'intake.takeSupplement', field: 'receivedOn', day: receivedOn, from: askedOn, early: 'before-the-notice' })
    return goOn(context, record, permission, { on: receivedOn, endedWith: 'papers', content: { receivedOn, note } })
  },

  'intake.endSupplement': (context, { caseId, reason }) => {
    const record = requireCase(context.reader, caseId)
    const over = isSupplementOver(context, caseId) ? (['supplementOver'] as const) : []
    const permission = requirePermission(context.reader, context.person, record, 'endSupplement', ['reasonGiven', ...over])
    return goOn(context, record, permission, { on: dayNow(context), endedWith: 'nothing', content: { reason } })
  },
}

interface End {
  readonly on: IsoDate
  readonly endedWith: 'papers' | 'nothing'
  readonly content: Readonly<Record<string, unknown>>
}

/** What the reviewer answered and drafted was never touched: only the state and the clock go on. */
function goOn(context: CallContext, record: CaseRecord, { next, audit }: Permission, { on, endedWith, content }: End): { readonly dueOn: IsoDate | null } {
  const { id } = requireOpen(context, record.id)
  const dueOn = context.act({ act: audit, subject: `case/${record.id}`, content }, (writer) => {
    endReturn(writer, id, on, endedWith)
    const due = moveReviewDue(context, record, writer)
    changeCase(writer, record, { state: next, due }, context.instant())
    return due?.on ?? null
  })
  changed(context, record.id)
  return { dueOn }
}

/** Writes the review's last day, with the time that is left out, to its round. @returns that day; null: none is known */
function moveReviewDue(context: CallContext, record: CaseRecord, writer: Writer): { readonly on: IsoDate; readonly provisional: boolean } | null {
  const { asOf } = presentMoment(context)
  const run = clockRunsOf({ ...context, reader: writer }, record, asOf).find(({ key }) => key === `review/${record.round}`)
  if (run === undefined) return null
  const { due, provisional } = runClock(run, calendarOf(context.catalogue), asOf)
  if (due === null) return null
  writer.run('UPDATE rounds SET due_on = ? WHERE case_id = ? AND round = ?', due, record.id, record.round)
  return { on: due, provisional }
}

function requireOpen(context: CallContext, caseId: CaseId) {
  const open = openSupplement(context.reader, caseId)
  if (open === undefined) throw new FashenError('not-found', { subject: 'supplement', id: caseId })
  return open
}

function changed(context: CallContext, caseId: CaseId): void {
  context.emit({ kind: 'changed', subject: 'case', id: caseId })
}
