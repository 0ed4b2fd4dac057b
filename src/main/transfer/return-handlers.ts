/** The way back (行刑反向衔接): register, look at, decide, answer, one after the other. */
import { v7 as uuidv7 } from 'uuid'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { RETURN_ACTS, transferContract, type OfferedReturn, type ReturnAct, type ReturnView } from '../../shared/transfer/contract.ts'
import type { ReturnState } from '../../shared/transfer/way-back.ts'
import { actorOf } from '../cases/case-flow.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { makePaper } from '../documents/held-papers.ts'
import { standingPapersOf } from '../forms/form-paper-record.ts'
import { insertReturn, insertReturnStep, requireReturn, returnIds, withLimitation } from './return-record.ts'
import { replyLetter } from './transfer-papers.ts'

type ReturnMethods = 'transfer.wayBack' | 'transfer.registerReturn' | 'transfer.setAssessment' | 'transfer.decideReturn' | 'transfer.answerReturn' | 'transfer.replyPaper'

/** States from which each step is possible; an assessment may be made anew until it is decided. */
const FROM: Readonly<Record<Exclude<ReturnState, 'registered'>, readonly ReturnState[]>> = {
  assessed: ['registered', 'assessed'],
  decided: ['assessed'],
  answered: ['decided'],
}

const showing = (context: CallContext) => ({ reader: context.reader, catalogue: context.catalogue, now: presentMoment(context).asOf })

interface NextStep {
  readonly id: string
  readonly expectedVersion: number
  readonly state: Exclude<ReturnState, 'registered'>
  readonly audit: string
}

/** Who does each step in a case of the station; the agency's head only decides. */
const PARTS: Readonly<Record<NextStep['state'], (part: CasePart) => boolean>> = {
  assessed: ({ head, handler, reviewer }) => head || handler || reviewer,
  decided: ({ head, agencyHead }) => head || agencyHead,
  answered: ({ head, handler }) => head || handler,
}

interface CasePart {
  readonly head: boolean
  readonly agencyHead: boolean
  readonly handler: boolean
  readonly reviewer: boolean
}

type LackedRelations = readonly string[]

/** What the caller lacks for a step, null where nothing: not by who is recused (回避) from the case, nor by the handler or reviewer of another. */
function lackedForStep(context: CallContext, { fields: { caseId } }: ReturnView, state: NextStep['state']): LackedRelations | null {
  if (caseId === null) return null
  const record = requireCase(context.reader, caseId)
  const { roles, relations } = actorOf(context.reader, context.person, record)
  if (!relations.includes('notRecused')) return ['notRecused']
  const part: CasePart = {
    head: roles.includes('head'),
    agencyHead: roles.includes('agencyHead'),
    handler: relations.includes('handlerOfCase'),
    // before anybody reviews it every reviewer can look at it
    reviewer: roles.includes('reviewer') && (record.reviewerId === null || relations.includes('assignedReviewer')),
  }
  return PARTS[state](part) ? null : [state === 'assessed' ? 'assignedReviewer' : 'handlerOfCase']
}

/** Throws `not-your-part`. */
function requirePartInReturn(context: CallContext, view: ReturnView, state: NextStep['state']): void {
  const needs = lackedForStep(context, view, state)
  if (needs !== null) throw new FashenError('not-your-part', { action: `return/${state}`, needs })
}

const METHODS = { assess: 'transfer.setAssessment', decide: 'transfer.decideReturn', answer: 'transfer.answerReturn' } as const
const STATE_AFTER = { assess: 'assessed', decide: 'decided', answer: 'answered' } as const satisfies Record<ReturnAct, NextStep['state']>

/** With what the caller may do: nobody is shown a button that the core refuses. */
function offered(context: CallContext, view: ReturnView): OfferedReturn {
  const offers = RETURN_ACTS.filter((act) => {
    const state = STATE_AFTER[act]
    const { allowed } = transferContract[METHODS[act]]
    const hasRole = Array.isArray(allowed) && allowed.some((role) => context.person.roles.includes(role))
    return hasRole && FROM[state].includes(view.state) && lackedForStep(context, view, state) === null
  })
  const { caseId } = view.fields
  const replies = caseId === null ? [] : standingPapersOf(context.reader, caseId, 'procuratorialReply')
  return { ...view, offers, replyNumber: replies.find(({ about }) => about === view.id)?.number ?? null }
}

/** Throws `not-found`, `not-your-part`, `transition-refused`, `conflict`. */
function requireNext(context: CallContext, { id, expectedVersion, state }: NextStep): ReturnView {
  const view = requireReturn(showing(context), id)
  requirePartInReturn(context, view, state)
  if (!FROM[state].includes(view.state)) throw new FashenError('transition-refused', { action: `return/${state}`, state: `return/${view.state}` })
  if (view.version !== expectedVersion) throw new FashenError('conflict', { subject: 'returnedCase', id, expected: expectedVersion, actual: view.version })
  return view
}

function write(context: CallContext, view: ReturnView, { id, state, audit }: NextStep, content: object): OfferedReturn {
  const step = { seq: view.version + 1, state, content, by: context.person.id, at: context.instant() }
  const { caseId } = view.fields
  context.act({ act: audit, subject: caseId === null ? `return/${id}` : `case/${caseId}`, content: { returnId: id, number: view.fields.number, ...content } }, (writer) =>
    insertReturnStep(writer, id, step),
  )
  context.emit({ kind: 'changed', subject: 'transfer', ...(caseId === null ? {} : { id: caseId }) })
  return offered(context, requireReturn(showing(context), id))
}

function requireNotInFuture(context: CallContext, day: string): void {
  if (day > civilDayOf(context.instant())) throw new FashenError('moment-in-future', { moment: day, now: context.instant() })
}

export const returnHandlers: Pick<Handlers<typeof transferContract>, ReturnMethods> = {
  'transfer.wayBack': (context, { caseId }) => returnIds(context.reader, caseId).map((id) => offered(context, requireReturn(showing(context), id))),

  'transfer.registerReturn': (context, { fields }) => {
    if (fields.caseId !== null) requireCase(context.reader, fields.caseId)
    for (const day of [fields.receivedOn, fields.issuedOn, fields.decidedOn]) requireNotInFuture(context, day)
    const twice = returnIds(context.reader, null)
      .map((id) => requireReturn(showing(context), id))
      .find(({ fields: known }) => known.number === fields.number && known.procuratorate === fields.procuratorate)
    if (twice !== undefined) throw new FashenError('number-taken', { number: fields.number })
    const id = uuidv7()
    const subject = fields.caseId === null ? `return/${id}` : `case/${fields.caseId}`
    const at = context.instant()
    context.act({ act: 'transfer.registerReturn', subject, content: { returnId: id, ...fields } }, (writer) => {
      insertReturn(writer, id, fields)
      insertReturnStep(writer, id, { seq: 1, state: 'registered', content: fields, by: context.person.id, at })
    })
    context.emit({ kind: 'changed', subject: 'transfer', ...(fields.caseId === null ? {} : { id: fields.caseId }) })
    return offered(context, requireReturn(showing(context), id))
  },

  'transfer.setAssessment': (context, { assessment, ...on }) => {
    for (const day of [assessment.actEndedOn, assessment.discoveredOn]) requireNotInFuture(context, day)
    const next = { ...on, state: 'assessed', audit: 'transfer.assessReturn' } as const
    return write(context, requireNext(context, next), next, withLimitation(context.catalogue, assessment))
  },

  'transfer.decideReturn': (context, { decision, ...on }) => {
    const next = { ...on, state: 'decided', audit: 'transfer.decideReturn' } as const
    const view = requireNext(context, next)
    const bars = view.assessment?.bars ?? []
    if (decision.outcome === 'punish' && bars.length > 0) throw new FashenError('not-ready', { action: 'return/punish', missing: [...bars] })
    return write(context, view, next, decision)
  },

  'transfer.answerReturn': (context, { answer, ...on }) => {
    const next = { ...on, state: 'answered', audit: 'transfer.answerReturn' } as const
    const view = requireNext(context, next)
    requireNotInFuture(context, answer.answeredOn)
    if (answer.answeredOn < view.fields.receivedOn) {
      throw new FashenError('invalid-input', { method: 'transfer.answerReturn', field: 'answer.answeredOn', problem: 'before-it-came' })
    }
    return write(context, view, next, answer)
  },

  'transfer.replyPaper': async (context, { id, format }) => {
    const view = requireReturn(showing(context), id)
    requirePartInReturn(context, view, 'answered')
    return (await makePaper(context, replyLetter(context, view), `检察意见回复函 ${view.fields.number}`, format)).made
  },
}
