/**
 * The case state machine (案件流程): which act leads from which state to which, who may do it, what it needs, which
 * clock it moves and which audit entry it leaves. The tables are data (`state-machine-transitions.ts` for the case,
 * `state-machine-transfer.ts` for the transfer of a suspected crime); this file reads them. Nothing here has a side
 * effect, and nothing else decides what may be done to a case.
 */
import type { Role } from '../people/roles.ts'
import type { PersonId } from '../values/values.ts'
import type {
  CaseAction,
  CaseClock,
  CaseCondition,
  CaseState,
  Relation,
  UNREGISTERED,
} from './state-machine-terms.ts'
import { CASE_TRANSITIONS } from './state-machine-transitions.ts'
import {
  TRANSFER_TRANSITIONS,
  type TransferAction,
  type TransferClock,
  type TransferCondition,
  type TransferState,
} from './state-machine-transfer.ts'

/** A role, and how its holder must stand to the case: all of `relations`. */
export interface Grant<Condition extends string = never> {
  readonly role: Role
  readonly relations: readonly Relation[]
  /** Conditions of the act that need not hold for this one. */
  readonly spared?: readonly Condition[]
}

/**
 * `restart` sets a clock to zero that may be running; `start` and `stop` are for one that is not, or is. Between `pause` and
 * `resume` it goes on with the time left, as far as the rule of the clock leaves that time out; else it runs all the while.
 */
export interface ClockEffect<Clock extends string> {
  readonly clock: Clock
  readonly effect: 'start' | 'stop' | 'restart' | 'pause' | 'resume'
}

/** One row of a table. An action stands in exactly one row. */
export interface Transition<
  State extends string,
  Action extends string,
  Condition extends string,
  Clock extends string,
> {
  readonly action: Action
  readonly from: readonly State[]
  /** `same`: the act leaves the case where it is. */
  readonly to: State | 'same'
  /** Those of `from` in which the case stays all the same. */
  readonly staysIn?: readonly State[]
  /** One of these suffices. */
  readonly by: readonly Grant<Condition>[]
  /** All of these must hold, but what the grant spares. */
  readonly needs: readonly Condition[]
  readonly clocks: readonly ClockEffect<Clock>[]
  /** Name of the audit entry, `case.accept`. */
  readonly audit: string
  /** The act opens the next round (轮次): earlier answers stay, new ones are given beside them. */
  readonly startsRound: boolean
}

export interface Actor {
  readonly roles: readonly Role[]
  readonly relations: readonly Relation[]
}

/** Why an act is refused; the first of these that applies, in this order. */
export type Refusal<State extends string = string, Condition extends string = string> =
  | { readonly kind: 'state'; readonly state: State; readonly possibleFrom: readonly State[] }
  | { readonly kind: 'role'; readonly needs: readonly Role[] }
  | { readonly kind: 'relation'; readonly needs: readonly Relation[] }
  | { readonly kind: 'condition'; readonly missing: readonly Condition[] }

export type Verdict<State extends string, Action extends string, Condition extends string> =
  | { readonly action: Action; readonly allowed: true }
  | { readonly action: Action; readonly allowed: false; readonly refusal: Refusal<State, Condition> }

export type Outcome<State extends string, Condition extends string, Clock extends string> =
  | {
      readonly ok: true
      readonly next: State
      readonly clocks: readonly ClockEffect<Clock>[]
      readonly audit: string
      readonly startsRound: boolean
    }
  | { readonly ok: false; readonly refusal: Refusal<State, Condition> }

/** Where an act leads from one of the states that it is possible in. */
export function leadsTo<State extends string>({ to, staysIn = [] }: Pick<Transition<State, string, string, string>, 'to' | 'staysIn'>, from: State): State {
  return to === 'same' || staysIn.includes(from) ? from : to
}

/** The first of the shortest. */
const shortest = <T>(lists: readonly (readonly T[])[]): readonly T[] => lists.reduce((best, one) => (one.length < best.length ? one : best))

function refusalOf<S extends string, A extends string, C extends string, K extends string>(
  transition: Transition<S, A, C, K>,
  state: S,
  actor: Actor,
  conditions: ReadonlySet<C>,
): Refusal<S, C> | null {
  if (!transition.from.includes(state)) return { kind: 'state', state, possibleFrom: transition.from }
  const held = transition.by.filter((grant) => actor.roles.includes(grant.role))
  if (held.length === 0) return { kind: 'role', needs: transition.by.map((grant) => grant.role) }
  const lacking = (grant: Grant<C>): Relation[] => grant.relations.filter((relation) => !actor.relations.includes(relation))
  const nearest = shortest(held.map(lacking))
  if (nearest.length > 0) return { kind: 'relation', needs: nearest }
  const fitting = held.filter((grant) => lacking(grant).length === 0)
  const missing = shortest(fitting.map(({ spared = [] }) => transition.needs.filter((need) => !conditions.has(need) && !spared.includes(need))))
  return missing.length > 0 ? { kind: 'condition', missing } : null
}

function verdicts<S extends string, A extends string, C extends string, K extends string>(
  table: readonly Transition<S, A, C, K>[],
  state: S,
  actor: Actor,
  conditions: ReadonlySet<C>,
): Verdict<S, A, C>[] {
  return table.map((transition) => {
    const refusal = refusalOf(transition, state, actor, conditions)
    const { action } = transition
    return refusal === null ? { action, allowed: true } : { action, allowed: false, refusal }
  })
}

function outcome<S extends string, A extends string, C extends string, K extends string>(
  table: readonly Transition<S, A, C, K>[],
  state: S,
  action: A,
  actor: Actor,
  conditions: ReadonlySet<C>,
): Outcome<S, C, K> {
  const transition = table.find((row) => row.action === action)
  if (transition === undefined) return { ok: false, refusal: { kind: 'state', state, possibleFrom: [] } }
  const refusal = refusalOf(transition, state, actor, conditions)
  if (refusal !== null) return { ok: false, refusal }
  const { clocks, audit, startsRound } = transition
  return { ok: true, next: leadsTo(transition, state), clocks, audit, startsRound }
}

/** State of a case, or `unregistered` before there is one. */
export type CaseSource = CaseState | typeof UNREGISTERED
export type CaseTransition = Transition<CaseSource, CaseAction, CaseCondition, CaseClock>
export type CaseRefusal = Refusal<CaseSource, CaseCondition>

/** A verdict for every action, in the order of the table. Those refused for the state are not worth showing. */
export function permitted(
  state: CaseSource,
  actor: Actor,
  conditions: ReadonlySet<CaseCondition>,
): Verdict<CaseSource, CaseAction, CaseCondition>[] {
  return verdicts(CASE_TRANSITIONS, state, actor, conditions)
}

/** What follows if the actor does the action now. The caller writes state, clocks and audit entry in one go. */
export function apply(
  state: CaseSource,
  action: CaseAction,
  actor: Actor,
  conditions: ReadonlySet<CaseCondition>,
): Outcome<CaseSource, CaseCondition, CaseClock> {
  return outcome(CASE_TRANSITIONS, state, action, actor, conditions)
}

/** As {@link permitted}, for the transfer track (涉嫌犯罪移送). */
export function permittedTransfer(
  state: TransferState,
  actor: Actor,
  conditions: ReadonlySet<TransferCondition>,
): Verdict<TransferState, TransferAction, TransferCondition>[] {
  return verdicts(TRANSFER_TRANSITIONS, state, actor, conditions)
}

/** As {@link apply}, for the transfer track. */
export function applyTransfer(
  state: TransferState,
  action: TransferAction,
  actor: Actor,
  conditions: ReadonlySet<TransferCondition>,
): Outcome<TransferState, TransferCondition, TransferClock> {
  return outcome(TRANSFER_TRANSITIONS, state, action, actor, conditions)
}

/**
 * How a person stands to a case.
 * @param handlers the people named as handlers (承办人); @param reviewer the reviewer of the current round, null if none;
 * @param recused the people recused (回避) from this case.
 */
export function relationsOf(
  person: PersonId,
  handlers: readonly PersonId[],
  reviewer: PersonId | null,
  recused: readonly PersonId[],
): Relation[] {
  const relations: Relation[] = [
    handlers.includes(person) ? 'handlerOfCase' : 'notHandler',
    reviewer === person ? 'assignedReviewer' : 'notReviewer',
  ]
  if (!recused.includes(person)) relations.push('notRecused')
  return relations
}
