/** One step of a transfer: allowed by the table, in the order of time, written with its audit entry. */
import { applyTransfer, permittedTransfer, type Actor, type Refusal } from '../../shared/cases/state-machine.ts'
import { TRANSFER_CONDITIONS, type TransferAction, type TransferCondition, type TransferState } from '../../shared/cases/state-machine-transfer.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { TransferOffer } from '../../shared/transfer/contract.ts'
import { conditionsOf, sinceRaised, type StepContent, type TransferStep } from '../../shared/transfer/steps.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { actorOf } from '../cases/case-flow.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { insertStep, transferOf, type Transfer } from './transfer-record.ts'

/** How the caller stands to the case and to its transfer. */
function transferActor({ reader, person }: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord, { team }: Transfer): Actor {
  const actor = actorOf(reader, person, record)
  return team.includes(person.id) ? { ...actor, relations: [...actor.relations, 'onTransferTeam'] } : actor
}

function refusalError(refusal: Refusal<TransferState, TransferCondition>, action: TransferAction, state: TransferState): FashenError {
  // the two tracks share names of states, so that those of this one are marked
  const named = `transfer/${action}`
  switch (refusal.kind) {
    case 'state':
      return new FashenError('transition-refused', { action: named, state: `transfer/${state}` })
    case 'role':
      return new FashenError('not-allowed', { method: named, needs: [...new Set(refusal.needs)] })
    case 'relation':
      return new FashenError('not-your-part', { action: named, needs: [...refusal.needs] })
    case 'condition':
      return new FashenError('not-ready', { action: named, missing: [...refusal.missing] })
  }
}

const MINUTE = 60_000
const minuteOf = (moment: IsoInstant): number => Math.floor(Date.parse(moment) / MINUTE)

/**
 * When it happened: never in the future, never before the step before it. People know the minute; within that minute it is
 * the moment of the step before. Throws `moment-in-future`, `moment-before-step`.
 */
function momentOf(typed: IsoInstant | undefined, now: IsoInstant, last: TransferStep | undefined): IsoInstant {
  if (typed === undefined) return now
  if (minuteOf(typed) > minuteOf(now)) throw new FashenError('moment-in-future', { moment: typed, now })
  const noLater = typed > now ? now : typed
  if (last === undefined || noLater >= last.happenedAt) return noLater
  if (minuteOf(noLater) === minuteOf(last.happenedAt)) return last.happenedAt
  throw new FashenError('moment-before-step', { moment: typed, step: `transfer/${last.action}`, last: last.happenedAt })
}

/** A clock that was set back would make the hours of the law run anew. Throws `clock-set-back`. */
export function requireClockAhead(now: IsoInstant, last: { readonly recordedAt: IsoInstant } | undefined): void {
  if (last !== undefined && now < last.recordedAt) throw new FashenError('clock-set-back', { now, last: last.recordedAt })
}

export interface WantedStep {
  readonly expectedVersion: number
  readonly content: StepContent
  /** When it happened as a person typed it; absent for what is decided here and now. */
  readonly happenedAt?: IsoInstant
  /** What else must hold, asked once it is known that the person may do it at all. */
  readonly check?: (transfer: Transfer) => void
}

/** Does one step. Throws `conflict`, `clock-set-back`, what the state machine refuses, and what is wrong with the moment. */
export function takeStep(context: CallContext, record: CaseRecord, { expectedVersion, content, happenedAt: typed, check }: WantedStep): void {
  const { reader, person } = context
  const transfer = transferOf(reader, record.id)
  const { state, steps } = transfer
  const last = steps.at(-1)
  const outcome = applyTransfer(state, content.action, transferActor(context, record, transfer), new Set(conditionsOf(content, steps)))
  if (!outcome.ok) throw refusalError(outcome.refusal, content.action, state)
  if (steps.length !== expectedVersion) throw new FashenError('conflict', { subject: 'transfer', id: record.id, expected: expectedVersion, actual: steps.length })
  check?.(transfer)
  const now = context.instant()
  requireClockAhead(now, last)
  const at = momentOf(typed, now, last)
  const step: TransferStep = {
    seq: steps.length + 1,
    action: content.action,
    from: state,
    to: outcome.next,
    happenedAt: at,
    happenedOn: civilDayOf(at),
    recordedAt: now,
    by: person.id,
    content,
  }
  const { action: _, ...written } = content
  const kept = { ...written, happenedAt: at, seq: step.seq, state: outcome.next }
  context.act({ act: outcome.audit, subject: `case/${record.id}`, content: kept }, (writer) => insertStep(writer, record.id, step))
  context.emit({ kind: 'changed', subject: 'transfer', id: record.id })
}

/** Conditions that the form behind a button fulfils; that there was a supplement notice already is not one of them. */
const STANDING: readonly TransferCondition[] = ['firstSupplementNotice', 'teamNamed']

/** What the caller may do now, and what only a standing fact keeps them from. Acts of other people are not offered. */
export function transferOffers(context: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord, transfer: Transfer): readonly TransferOffer[] {
  const conditions = new Set((Object.keys(TRANSFER_CONDITIONS) as TransferCondition[]).filter((one) => !STANDING.includes(one)))
  if (transfer.team.length >= 2) conditions.add('teamNamed')
  if (!sinceRaised(transfer.steps).some(({ action }) => action === 'recordSupplementNotice')) conditions.add('firstSupplementNotice')
  const actor = transferActor(context, record, transfer)
  return permittedTransfer(transfer.state, actor, conditions).flatMap((verdict): TransferOffer[] => {
    if (verdict.allowed) return [{ action: verdict.action, refusal: null }]
    const { refusal, action } = verdict
    // naming the team is what makes it named
    if (action === 'nameTeam' && refusal.kind === 'condition') return [{ action, refusal: null }]
    return refusal.kind === 'condition' || refusal.kind === 'relation' ? [{ action, refusal }] : []
  })
}

