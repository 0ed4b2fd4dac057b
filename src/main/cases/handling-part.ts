/**
 * Whether somebody handled a case (本案承办人), also where the officer stands there by name only: no account at the time, an
 * account made later, or one that is no longer in use. Who handles a case does not review it (市监程序规定 49), so a name
 * that fits keeps out until a head has found that it is a mere namesake.
 */
import { bareName, bareNumber, likenessOf, type TypedOfficer } from '../../shared/people/same-name.ts'
import type { CaseHandler } from '../../shared/cases/case.ts'
import type { CaseId, PersonId } from '../../shared/values/values.ts'
import { findPerson } from '../people/people.ts'
import { namesEver } from '../people/names-ever.ts'
import type { Reader } from '../store/database.ts'
import type { CaseRecord } from './case-record.ts'

/** By the account, by the number of the certificate, or by a name that nobody has looked into. */
export type HandlingPart = 'account' | 'certificate' | 'name'

export const CLEAR_NAMESAKE = 'case.clearNamesake'

type HandledCase = Pick<CaseRecord, 'id' | 'fields'>

export function handlingPartOf(reader: Reader, record: HandledCase, personId: PersonId): HandlingPart | null {
  const { handlers } = record.fields
  if (handlers.some((one) => one.personId === personId)) return 'account'
  if (handlers.length === 0) return null
  const alike = officersLike(reader, record, personId)
  if (alike.some(({ likeness }) => likeness === 'certificate')) return 'certificate'
  if (alike.length === 0) return null
  const cleared = clearedFor(reader, record.id, personId)
  return alike.every(({ officer }) => cleared.has(keyOf(officer))) ? null : 'name'
}

/** The officers of the case whose name the person bears, and who are cleared with them. */
export function namesakesOf(reader: Reader, record: HandledCase, personId: PersonId): readonly TypedOfficer[] {
  return officersLike(reader, record, personId).flatMap(({ officer, likeness }) => (likeness === 'name' ? [officer] : []))
}

function officersLike(reader: Reader, record: HandledCase, personId: PersonId): { readonly officer: TypedOfficer; readonly likeness: 'certificate' | 'name' }[] {
  const person = findPerson(reader, personId)
  if (person === undefined) return []
  const names = namesEver(reader, person)
  const certificates = person.credentials.flatMap(({ kind, number }) => (kind === 'enforcementCertificate' ? [number] : []))
  return record.fields.handlers.flatMap((handler) => {
    const { name, certificateNumber } = handler
    const likeness = likenessOf(handler, names, certificates)
    return likeness === null || (likeness === 'name' && isSomebodyElse(reader, handler)) ? [] : [{ officer: { name, certificateNumber }, likeness }]
  })
}

/** Two accounts in use are two people; one that is no longer in use may be the same person's. */
function isSomebodyElse(reader: Reader, { personId }: CaseHandler): boolean {
  return personId !== null && findPerson(reader, personId)?.active === true
}

const keyOf = ({ name, certificateNumber }: TypedOfficer): string => `${bareName(name)}/${bareNumber(certificateNumber)}`

/** Officers of the case of whom a head has said that the person is another one; who is typed in later is not among them. */
function clearedFor(reader: Reader, caseId: CaseId, personId: PersonId): ReadonlySet<string> {
  const entries = reader.all<{ content: string }>('SELECT content FROM audit WHERE subject = ? AND act = ?', `case/${caseId}`, CLEAR_NAMESAKE)
  const said = entries.map(({ content }) => JSON.parse(content) as { readonly personId: PersonId; readonly handlers: readonly TypedOfficer[] })
  return new Set(said.flatMap((one) => (one.personId === personId ? one.handlers.map(keyOf) : [])))
}
