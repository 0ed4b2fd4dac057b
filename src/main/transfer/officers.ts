/** Who can be on the team of a transfer (专案组成员): enforcement officers (行政执法人员), R310 art. 5; recusal APL 43. */
import type { Person } from '../../shared/people/contract.ts'
import type { Officer, OfficerReason } from '../../shared/transfer/contract.ts'
import type { CaseId, IsoDate, PersonId } from '../../shared/values/values.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { recusedFrom } from '../cases/case-record.ts'
import { allPeople } from '../people/people.ts'
import type { Reader } from '../store/database.ts'

/** Why not, all that applies; none for somebody who can. */
export function officerReasons(person: Person, recused: readonly PersonId[], on: IsoDate): readonly OfficerReason[] {
  const reasons: OfficerReason[] = []
  if (!person.active) reasons.push('inactive')
  const certificates = person.credentials.filter(({ kind }) => kind === 'enforcementCertificate')
  const valid = certificates.some(({ validFrom, validUntil }) => (validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil))
  if (certificates.length === 0) reasons.push('noCertificate')
  else if (!valid) reasons.push('certificateNotValid')
  if (recused.includes(person.id)) reasons.push('recused')
  return reasons
}

/** Everybody with an enforcement certificate and everybody who was named before, with what keeps them from it. */
export function officersFor(reader: Reader, caseId: CaseId, named: readonly PersonId[], on: IsoDate): readonly Officer[] {
  const recused = recusedFrom(reader, caseId)
  return allPeople(reader)
    .filter((person) => named.includes(person.id) || person.credentials.some(({ kind }) => kind === 'enforcementCertificate'))
    .map((person) => ({ id: person.id, name: person.name, department: person.department, reasons: officerReasons(person, recused, on) }))
}

/** Throws `not-found` and `officer-not-eligible`. */
export function requireOfficers(reader: Reader, caseId: CaseId, members: readonly PersonId[], on: IsoDate): void {
  const recused = recusedFrom(reader, caseId)
  const people = allPeople(reader)
  for (const id of members) {
    const person = people.find((one) => one.id === id)
    if (person === undefined) throw new FashenError('not-found', { subject: 'person', id })
    const [reason] = officerReasons(person, recused, on)
    if (reason !== undefined) throw new FashenError('officer-not-eligible', { name: person.name, reason })
  }
}
