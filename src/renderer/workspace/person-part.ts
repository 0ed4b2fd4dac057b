/** What a signed-in person may do to the papers of a case; the core asks the same and decides. */
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'

/** While the case is in one of these, papers can still come in. */
const PAPERS_OPEN: readonly CaseState[] = ['received', 'returned', 'accepted', 'assigned', 'underReview', 'supplementing']
/** What was registered may change until the case is accepted; from then on the review rests on it. */
const FIELDS_OPEN: readonly CaseState[] = ['received', 'returned']

type CaseInView = Pick<CaseDetail, 'state' | 'fields'>

function hasPart(person: SignedInPerson, detail: CaseInView): boolean {
  if (person.roles.includes('reviewer') || person.roles.includes('head')) return true
  return person.roles.includes('handler') && detail.fields.handlers.some((handler) => handler.personId === person.id)
}

export function mayChangePapers(person: SignedInPerson | null, detail: CaseInView): boolean {
  return person !== null && PAPERS_OPEN.includes(detail.state) && hasPart(person, detail)
}

export function mayChangeFields(person: SignedInPerson | null, detail: CaseInView): boolean {
  return person !== null && FIELDS_OPEN.includes(detail.state) && hasPart(person, detail)
}

/** The case file is built around an issued opinion. */
export function mayExport(person: SignedInPerson | null, detail: Pick<CaseDetail, 'rounds'>): boolean {
  const issued = detail.rounds.some((round) => round.issuedAt !== null)
  return issued && person !== null && person.roles.some((role) => role !== 'admin')
}
