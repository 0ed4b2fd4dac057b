/** What a number on Home counts, said in the words of the list of cases: the number and the list behind it cannot differ. */
import type { CaseState } from '../cases/state-machine-terms.ts'
import type { Role } from '../people/roles.ts'
import type { IsoDate, PersonId } from '../values/values.ts'

/** Each field is one of the list's filter, with the same meaning. */
export interface HomeFilter {
  readonly states?: readonly CaseState[]
  readonly reviewerId?: PersonId
  readonly handlerId?: PersonId
  readonly receivedFrom?: IsoDate
  readonly receivedTo?: IsoDate
  readonly dueFrom?: IsoDate
  readonly dueTo?: IsoDate
  readonly issuedFrom?: IsoDate
  readonly issuedTo?: IsoDate
  readonly inTime?: boolean
  readonly sentBack?: boolean
}

/** Whose cases are looked at: all of the station, those that the person reviews, those that they handle. */
export const SCOPES = ['station', 'reviewing', 'handling'] as const
export type Scope = (typeof SCOPES)[number]

const SCOPE_OF: Readonly<Partial<Record<Role, Scope>>> = {
  head: 'station',
  agencyHead: 'station',
  supervisor: 'station',
  reviewer: 'reviewing',
  handler: 'handling',
}

/** The scopes that a person has business in, the widest first. None for who has no part in cases. */
export function scopesOf(roles: readonly Role[]): readonly Scope[] {
  return SCOPES.filter((scope) => roles.some((role) => SCOPE_OF[role] === scope))
}

/** The scope as a filter. */
export function scopeFilter(scope: Scope, personId: PersonId): HomeFilter {
  if (scope === 'reviewing') return { reviewerId: personId }
  return scope === 'handling' ? { handlerId: personId } : {}
}

/** The roles of a person that look at a scope. */
export function rolesIn(scope: Scope, roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => SCOPE_OF[role] === scope)
}
