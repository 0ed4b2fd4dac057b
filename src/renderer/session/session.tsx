/** Who is signed in, and what that person's roles allow on the screens. The core checks again, always. */
import { createContext, useContext, type ReactNode } from 'react'
import { contract, type MethodName } from '../../shared/contract/contract.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { Role } from '../../shared/people/roles.ts'

const PersonContext = createContext<SignedInPerson | null>(null)

export function PersonProvider({ person, children }: { person: SignedInPerson; children: ReactNode }): ReactNode {
  return <PersonContext value={person}>{children}</PersonContext>
}

/** The person signed in; screens behind the sign-in only. */
export function usePerson(): SignedInPerson {
  const person = useContext(PersonContext)
  if (person === null) throw new Error('usePerson is used outside PersonProvider')
  return person
}

export function useHasRole(...roles: readonly Role[]): boolean {
  const person = usePerson()
  return roles.some((role) => person.roles.includes(role))
}

/** Whether the contract lets somebody with these roles call the method: what may not be called gets no button. */
export function mayCall(roles: readonly Role[], name: MethodName): boolean {
  const { allowed } = contract[name]
  return typeof allowed === 'string' || allowed.some((role) => roles.includes(role))
}

export function useMayCall(name: MethodName): boolean {
  return mayCall(usePerson().roles, name)
}
