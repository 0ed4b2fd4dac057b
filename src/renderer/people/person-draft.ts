/** A person's data while it is being typed, and what is wrong with it. */
import { PASSWORD_MINIMUM, personFieldsSchema, type Credential, type Person } from '../../shared/people/contract.ts'
import type { Role } from '../../shared/people/roles.ts'

export interface CredentialDraft {
  readonly kind: Credential['kind']
  readonly number: string
  readonly validFrom: string | null
  readonly validUntil: string | null
}

export interface PersonDraft {
  readonly name: string
  readonly login: string
  readonly department: string
  readonly roles: readonly Role[]
  readonly credentials: readonly CredentialDraft[]
  readonly reviewSince: string | null
  readonly hasProofOfEarlierReview: boolean
  readonly affiliation: NonNullable<Person['affiliation']>
}

export const EMPTY_PERSON: PersonDraft = {
  name: '',
  login: '',
  department: '',
  roles: [],
  credentials: [],
  reviewSince: null,
  hasProofOfEarlierReview: false,
  affiliation: { kind: 'own', from: '' },
}
export const EMPTY_CREDENTIAL: CredentialDraft = {
  kind: 'enforcementCertificate',
  number: '',
  validFrom: null,
  validUntil: null,
}

export function draftOfPerson(person: Person): PersonDraft {
  const { name, login, department, roles, credentials, reviewSince, hasProofOfEarlierReview } = person
  const affiliation = person.affiliation ?? EMPTY_PERSON.affiliation
  return { name, login, department, roles, credentials, reviewSince, hasProofOfEarlierReview, affiliation }
}

/** With mutable arrays, as the contract's input wants them. */
export function inputOf(draft: PersonDraft) {
  return { ...draft, roles: [...draft.roles], credentials: draft.credentials.map((one) => ({ ...one })) }
}

/** Paths of the fields that cannot be accepted, such as `name` or `credentials.0.number`. */
export function wrongPersonFields(draft: PersonDraft): ReadonlySet<string> {
  const parsed = personFieldsSchema.safeParse(inputOf(draft))
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.')))
  draft.credentials.forEach(({ validFrom, validUntil }, index) => {
    if (validFrom !== null && validUntil !== null && validUntil < validFrom)
      wrong.add(`credentials.${index}.validUntil`)
  })
  return wrong
}

export function isPasswordLongEnough(password: string): boolean {
  return [...password].length >= PASSWORD_MINIMUM
}
