/** What waits for a person, by role: each queue is a filter of the list of cases. Pure. */
import type { CaseState } from '../cases/state-machine-terms.ts'
import { shiftDays } from '../deadlines/day-arithmetic.ts'
import type { Role } from '../people/roles.ts'
import type { PersonId } from '../values/values.ts'
import { rolesIn, scopeFilter, type HomeFilter, type Scope } from './home-filter.ts'
import type { LightDays } from './lights.ts'
import { OPEN_STATES } from './stages.ts'

/** What was issued today or in the days before, so many together, is just issued. */
export const JUST_ISSUED_DAYS = 7

export type QueueId =
  | 'toAccept'
  | 'toAssign'
  | 'toApprove'
  | 'toSignAsHead'
  | 'revising'
  | 'sentBack'
  | 'toReview'
  | 'toSign'
  | 'withHead'
  | 'awaitingPapers'
  | 'toSupplement'
  | 'toFeedBack'
  | 'toReReview'
  | 'toDecide'
  | 'toArchive'
  | 'inReview'
  | 'toCoordinate'
  | 'running'
  | 'justIssued'

export interface QueueDefinition {
  readonly id: QueueId
  readonly filter: HomeFilter
  /** Somebody with the role has to act; otherwise it is only good to know. */
  readonly waits: boolean
}

const queue = (id: QueueId, waits: boolean, states: readonly CaseState[], more: HomeFilter = {}): QueueDefinition => ({
  id,
  waits,
  filter: { states, ...more },
})

const REVISING = queue('revising', false, ['underReview'], { sentBack: true })

const OF_ROLE: Readonly<Partial<Record<Role, readonly QueueDefinition[]>>> = {
  head: [
    queue('toAccept', true, ['received']),
    queue('toAssign', true, ['accepted']),
    queue('toApprove', true, ['drafted']),
    queue('toSignAsHead', true, ['approved']),
    queue('toReReview', true, ['objected']),
    REVISING,
  ],
  agencyHead: [queue('toCoordinate', true, ['coordination'])],
  supervisor: [queue('running', false, OPEN_STATES)],
  reviewer: [
    queue('sentBack', true, ['underReview'], { sentBack: true }),
    queue('toReview', true, ['assigned', 'underReview']),
    queue('toSign', true, ['approved']),
    queue('withHead', false, ['drafted']),
    queue('awaitingPapers', false, ['supplementing']),
  ],
  handler: [
    queue('toSupplement', true, ['returned', 'supplementing']),
    queue('toFeedBack', true, ['issued']),
    queue('toDecide', true, ['adopted']),
    queue('toArchive', true, ['dropped', 'disclosed']),
    queue('inReview', false, OPEN_STATES.filter((state) => state !== 'returned' && state !== 'supplementing')),
  ],
}

/** The queues of a person in one scope, each once; what was just issued last. */
export function queuesFor(roles: readonly Role[], scope: Scope, personId: PersonId, { today }: LightDays): readonly QueueDefinition[] {
  const own = scopeFilter(scope, personId)
  const justIssued: QueueDefinition = { id: 'justIssued', waits: false, filter: { issuedFrom: shiftDays(today, 1 - JUST_ISSUED_DAYS) } }
  const all = [...rolesIn(scope, roles).flatMap((role) => OF_ROLE[role] ?? []), justIssued]
  return all
    .filter((one, index) => all.findIndex(({ id }) => id === one.id) === index)
    .map((one) => ({ ...one, filter: { ...one.filter, ...own } }))
}

export type FigureId = 'late' | 'near' | 'waiting' | 'sentBack' | 'justIssued'

export interface FigureDefinition {
  readonly id: FigureId
  readonly filter: HomeFilter
}

/** The numbers at the top of Home, in the order in which they matter. */
export function figuresFor(roles: readonly Role[], scope: Scope, personId: PersonId, days: LightDays): readonly FigureDefinition[] {
  const own = scopeFilter(scope, personId)
  const queues = queuesFor(roles, scope, personId, days)
  const waiting = queues.filter(({ waits }) => waits).flatMap(({ filter }) => filter.states ?? [])
  const back = queues.find(({ id }) => id === 'sentBack' || id === 'revising' || id === 'toSupplement')
  const issued = queues.find(({ id }) => id === 'justIssued')
  return [
    { id: 'late', filter: withLight(own, 'late', days) },
    { id: 'near', filter: withLight(own, 'near', days) },
    ...(waiting.length === 0 ? [] : [{ id: 'waiting' as const, filter: { ...own, states: [...new Set(waiting)] } }]),
    ...(back === undefined ? [] : [{ id: 'sentBack' as const, filter: back.filter }]),
    ...(issued === undefined ? [] : [{ id: 'justIssued' as const, filter: issued.filter }]),
  ]
}

/** What of a filter is late, or near: the list behind a red or an amber number. */
export function withLight(filter: HomeFilter, light: 'late' | 'near', { today, nearTo }: LightDays): HomeFilter {
  return light === 'late' ? { ...filter, dueTo: shiftDays(today, -1) } : { ...filter, dueFrom: today, dueTo: nearTo }
}
