/** 5 % of the enforcement staff, counted with the agency's own people only. */
import { describe, expect, it } from 'vitest'
import { reviewStrength } from '../../../src/shared/assignment/review-strength.ts'
import { aPerson } from './a-person.ts'

describe('reviewers against enforcement staff', () => {
  it.each([
    [1, 1],
    [20, 1],
    [21, 2],
    [40, 2],
    [41, 3],
    [100, 5],
    [101, 6],
  ])('%i officers ask for %i reviewers', (staff, needed) => {
    expect(reviewStrength([], staff, 5).needed).toBe(needed)
  })

  it('counts active reviewers, their own apart from advisers and the pool, and who is qualified', () => {
    const people = [
      aPerson(1, { roles: ['reviewer'] }),
      aPerson(2, { roles: ['reviewer', 'head'], affiliation: { kind: 'own', from: '' }, credentials: [] }),
      aPerson(3, { roles: ['reviewer'], active: false }),
      aPerson(4, { roles: ['handler'] }),
      aPerson(5, { roles: ['reviewer'], affiliation: { kind: 'legalAdviser', from: '某律师事务所' } }),
      aPerson(6, { roles: ['reviewer'], affiliation: { kind: 'pool', from: '县司法局' } }),
    ]
    expect(reviewStrength(people, 50, 5)).toEqual({ own: 2, others: 2, qualified: 3, staff: 50, needed: 3 })
    expect(reviewStrength(people, null, 5)).toMatchObject({ staff: null, needed: null })
    // a catalogue without the share asks for none
    expect(reviewStrength(people, 50, null)).toMatchObject({ staff: 50, needed: null })
  })
})
