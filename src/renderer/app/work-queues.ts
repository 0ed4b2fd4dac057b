/** What waits for a person, by role: each queue is a filter of the list of cases. Pure. */
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { Role } from '../../shared/people/roles.ts'
import type { ListFilter } from '../cases/list-view.ts'

export type QueueId =
  | 'toAccept'
  | 'toAssign'
  | 'toApprove'
  | 'toSignAsHead'
  | 'toReview'
  | 'toSign'
  | 'withHead'
  | 'toSupplement'
  | 'toFeedBack'
  | 'toCoordinate'
  | 'running'

export interface Queue {
  readonly id: QueueId
  readonly filter: Partial<ListFilter>
}

/** States in which the review's clock can run. */
export const OPEN_STATES: readonly CaseState[] = [
  'received',
  'returned',
  'accepted',
  'assigned',
  'underReview',
  'drafted',
  'approved',
]

const QUEUES: Partial<Record<Role, (personId: string) => readonly Queue[]>> = {
  reviewer: (reviewerId) => [
    { id: 'toReview', filter: { states: ['assigned', 'underReview'], reviewerId } },
    { id: 'toSign', filter: { states: ['approved'], reviewerId } },
    { id: 'withHead', filter: { states: ['drafted'], reviewerId } },
  ],
  head: () => [
    { id: 'toAccept', filter: { states: ['received'] } },
    { id: 'toAssign', filter: { states: ['accepted'] } },
    { id: 'toApprove', filter: { states: ['drafted'] } },
    { id: 'toSignAsHead', filter: { states: ['approved'] } },
  ],
  handler: () => [
    { id: 'toSupplement', filter: { states: ['returned'] } },
    { id: 'toFeedBack', filter: { states: ['issued'] } },
  ],
  agencyHead: () => [
    { id: 'toCoordinate', filter: { states: ['coordination'] } },
    { id: 'running', filter: { states: [...OPEN_STATES] } },
  ],
  supervisor: () => [{ id: 'running', filter: { states: [...OPEN_STATES] } }],
}

/** The queues of all roles of a person, each once. */
export function queuesFor(roles: readonly Role[], personId: string): readonly Queue[] {
  const all = roles.flatMap((role) => QUEUES[role]?.(personId) ?? [])
  return all.filter((queue, index) => all.findIndex((one) => one.id === queue.id) === index)
}
