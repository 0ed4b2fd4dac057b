/**
 * Whether there are enough reviewers (审核力量), by the share of the enforcement staff that the catalogue has. The document says
 * 原则上, so falling short of it is a warning and stops nothing.
 */
import type { Person } from '../people/contract.ts'

export interface ReviewStrength {
  /** Active reviewers of the agency itself: advisers, lawyers and people of a pool help, but are not its staff. */
  readonly own: number
  readonly others: number
  /** Of all active reviewers, those who hold the legal professional qualification (法律职业资格). */
  readonly qualified: number
  /** Enforcement officers (执法人员), as counted by hand; null while nobody has counted. */
  readonly staff: number | null
  /** Own reviewers that the share asks for; null while the staff or the share is not known. */
  readonly needed: number | null
}

export function reviewStrength(people: readonly Person[], staff: number | null, perHundred: number | null): ReviewStrength {
  const reviewers = people.filter(({ active, roles }) => active && roles.includes('reviewer'))
  const own = reviewers.filter(({ affiliation }) => affiliation === undefined || affiliation.kind === 'own').length
  const qualified = reviewers.filter(({ credentials }) => credentials.some(({ kind }) => kind === 'legalQualification')).length
  // whole numbers first: 5 % of 20 is one, whatever 0.05 is in binary
  const needed = staff === null || perHundred === null ? null : Math.ceil((staff * perHundred) / 100)
  return { own, others: reviewers.length - own, qualified, staff, needed }
}
