/** A person as the store gives them, for tests of what is computed from people. */
import type { Person } from '../../../src/shared/people/contract.ts'
import { isoDate, type IsoInstant, type PersonId } from '../../../src/shared/values/values.ts'

export function aPerson(n: number, changes: Partial<Person> = {}): Person {
  return {
    id: `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}` as PersonId,
    name: `人员${n}`,
    login: `person${n}`,
    department: '',
    roles: ['reviewer'],
    credentials: [{ kind: 'legalQualification', number: `A${n}`, validFrom: isoDate('2019-03-01'), validUntil: null }],
    reviewSince: isoDate('2020-01-01'),
    hasProofOfEarlierReview: false,
    active: true,
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z' as IsoInstant,
    ...changes,
  }
}
