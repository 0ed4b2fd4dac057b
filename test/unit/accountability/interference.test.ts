/** Who may read a record of interference: the whole table, written by hand. */
import { expect, it } from 'vitest'
import { mayReadInterference, type StandingToRecord } from '../../../src/shared/accountability/interference.ts'

const nobody: StandingToRecord = { roles: [], isMaker: false, ofHandlingSide: false, ofReviewSide: false, isNamed: false }

it.each<[string, Partial<StandingToRecord>, boolean]>([
  ['a supervisor', { roles: ['supervisor'] }, true],
  ['a supervisor who is named as the one who asked', { roles: ['supervisor'], isNamed: true }, false],
  ['a supervisor who reviewed the case', { roles: ['supervisor', 'reviewer'], ofReviewSide: true }, false],
  ['a supervisor of the handling unit', { roles: ['supervisor'], ofHandlingSide: true }, false],
  ['the reviewer who made it', { roles: ['reviewer'], isMaker: true, ofReviewSide: true }, true],
  ['the maker, once they belong to the handling unit', { roles: ['handler'], isMaker: true, ofHandlingSide: true }, false],
  ['another reviewer', { roles: ['reviewer'] }, false],
  ['the head', { roles: ['head'] }, false],
  ['the agency’s head, who can be who asked', { roles: ['agencyHead'] }, false],
  ['an administrator', { roles: ['admin'] }, false],
  ['a handler', { roles: ['handler'], ofHandlingSide: true }, false],
])('%s', (_who, standing, allowed) => {
  expect(mayReadInterference({ ...nobody, ...standing })).toBe(allowed)
})
