/** The state machine asked about a stored case: may this person do this now, and what follows? */
import { FashenError } from '../../shared/errors/errors.ts'
import type { ActionOffer } from '../../shared/cases/contract.ts'
import { apply, permitted, relationsOf, type Actor, type CaseRefusal, type CaseSource } from '../../shared/cases/state-machine.ts'
import { CASE_CONDITIONS, type CaseAction, type CaseCondition, type CaseState, type Relation } from '../../shared/cases/state-machine-terms.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { CallContext } from '../core/handler.ts'
import { suspendedSince } from '../followup/suspension-record.ts'
import type { Reader } from '../store/database.ts'
import { handlersOf, recusedFrom, type CaseRecord } from './case-record.ts'
import { handlingPartOf } from './handling-part.ts'

export interface Permission {
  readonly next: CaseState
  /** Name of the audit entry. */
  readonly audit: string
  readonly startsRound: boolean
}

export function actorOf(reader: Reader, person: SignedInPerson, record: CaseRecord): Actor {
  const relations = relationsOf(person.id, handlersOf(record), record.reviewerId, recusedFrom(reader, record.id))
  // whose name stands among the handlers keeps out like a handler, but has none of a handler's rights by it
  const apart = handlingPartOf(reader, record, person.id) === null
  return { roles: person.roles, relations: apart ? relations : relations.filter((relation) => relation !== 'notHandler') }
}

/** What can be done to a case that is suspended (中止): it can still be taken back, and given to another reviewer. */
const WHILE_SUSPENDED: ReadonlySet<CaseAction> = new Set(['withdraw', 'reassign'])

/**
 * Whether the person may do the action to the case, `conditions` being what the caller has established.
 * Throws `transition-refused`, `not-allowed`, `not-your-part`, `not-ready`, `case-suspended`.
 */
export function requirePermission(
  reader: Reader,
  person: SignedInPerson,
  record: CaseRecord,
  action: CaseAction,
  conditions: readonly CaseCondition[],
): Permission {
  const outcome = apply(record.state, action, actorOf(reader, person, record), new Set(conditions))
  if (!outcome.ok) throw refusalError(outcome.refusal, action, record.state)
  const since = WHILE_SUSPENDED.has(action) ? null : suspendedSince(reader, record.id)
  if (since !== null) throw new FashenError('case-suspended', { since })
  return { next: outcome.next as CaseState, audit: outcome.audit, startsRound: outcome.startsRound }
}

/** What who has no part in the case lacks of it: that they are recused (回避) is told before that they are not its handler. */
export function lackingPart({ reader, person }: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord): Relation[] {
  return actorOf(reader, person, record).relations.includes('notRecused') ? ['handlerOfCase'] : ['notRecused']
}

/** The reviewer of this round, as long as nothing keeps them out: who is recused stops at once, not only at submitting. */
export function isItsReviewer(reader: Reader, person: SignedInPerson, record: CaseRecord): boolean {
  const { roles, relations } = actorOf(reader, person, record)
  const needed = ['assignedReviewer', 'notHandler', 'notRecused'] as const
  return roles.includes('reviewer') && needed.every((relation) => relations.includes(relation))
}

export function refusalError(refusal: CaseRefusal, action: CaseAction, state: CaseSource): FashenError {
  switch (refusal.kind) {
    case 'state':
      return new FashenError('transition-refused', { action, state })
    case 'role':
      return new FashenError('not-allowed', { method: action, needs: [...new Set(refusal.needs)] })
    case 'relation':
      return new FashenError('not-your-part', { action, needs: [...refusal.needs] })
    case 'condition':
      return new FashenError('not-ready', { action, missing: [...refusal.missing] })
  }
}

/**
 * Whether the person has a part in the case's papers. Its handler adds to them, and changes them until they are accepted;
 * the review desk, unless recused, until somebody reviews; then only that reviewer and the head.
 * Throws `not-your-part`.
 */
export function requirePart(context: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord, what: 'add' | 'change'): void {
  const { roles, relations } = actorOf(context.reader, context.person, record)
  const before = record.state === 'received' || record.state === 'returned'
  if (relations.includes('handlerOfCase') && (what === 'add' || before)) return
  const desk = relations.includes('notRecused') && relations.includes('notHandler')
  if (desk && roles.includes('head')) return
  const mine = before || record.state === 'accepted' || relations.includes('assignedReviewer')
  if (desk && mine && roles.includes('reviewer')) return
  throw new FashenError('not-your-part', { action: 'register', needs: [before ? 'handlerOfCase' : 'assignedReviewer'] })
}

/**
 * Everything that the state does not rule out and a role of the person allows, with why not where something lacks.
 * @param unmet conditions that are known not to hold and that no dialog can fulfil: the act is offered with what lacks
 */
export function offersFor(reader: Reader, person: SignedInPerson, record: CaseRecord, unmet: readonly CaseCondition[] = []): ActionOffer[] {
  // other conditions are established when the act is done; here it is told what the person could set about
  const conditions = new Set(Object.keys(CASE_CONDITIONS) as CaseCondition[])
  if (record.round === 1) conditions.delete('laterRound')
  if (objectionsTo(reader, record) > 1) conditions.delete('firstObjection')
  for (const condition of unmet) conditions.delete(condition)
  const suspended = suspendedSince(reader, record.id) !== null
  const offers: ActionOffer[] = []
  for (const verdict of permitted(record.state, actorOf(reader, person, record), conditions)) {
    if (suspended && !WHILE_SUSPENDED.has(verdict.action)) continue
    if (verdict.allowed) offers.push({ action: verdict.action, refusal: null })
    else if (verdict.refusal.kind === 'relation' || isUnmet(verdict.refusal, unmet)) offers.push({ action: verdict.action, refusal: verdict.refusal })
  }
  return offers
}

function isUnmet(refusal: CaseRefusal, unmet: readonly CaseCondition[]): boolean {
  return refusal.kind === 'condition' && refusal.missing.some((condition) => unmet.includes(condition))
}

function objectionsTo(reader: Reader, record: CaseRecord): number {
  return (
    reader.get<{ n: number }>("SELECT count(*) AS n FROM audit WHERE subject = ? AND act = 'case.object'", `case/${record.id}`)?.n ?? 0
  )
}
