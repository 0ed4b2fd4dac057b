/** Whose desk a case lies on: who has to do the next thing. */
import type { CaseState } from '../cases/state-machine-terms.ts'

export type Desk = 'handlingUnit' | 'reviewDesk' | 'reviewer' | 'head' | 'agencyHead' | 'nobody'

const DESKS: Readonly<Record<CaseState, Desk>> = {
  received: 'reviewDesk',
  returned: 'handlingUnit',
  accepted: 'head',
  assigned: 'reviewer',
  underReview: 'reviewer',
  supplementing: 'handlingUnit',
  drafted: 'head',
  approved: 'reviewer',
  issued: 'handlingUnit',
  adopted: 'handlingUnit',
  objected: 'reviewer',
  coordination: 'agencyHead',
  decided: 'handlingUnit',
  dropped: 'handlingUnit',
  disclosed: 'handlingUnit',
  archived: 'nobody',
  withdrawn: 'nobody',
}

/** @param signedByReviewer the reviewer has signed what was approved: it waits for the head's signature */
export function deskOf(state: CaseState, signedByReviewer: boolean): Desk {
  return state === 'approved' && signedByReviewer ? 'head' : DESKS[state]
}
