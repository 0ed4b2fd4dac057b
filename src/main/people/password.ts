/** Passwords for signing in: a random token wrapped with the password; who can unwrap it knows the password. */
import { randomBytes } from 'node:crypto'
import { FashenError } from '../../shared/errors/errors.ts'
import { PASSWORD_MINIMUM } from '../../shared/people/contract.ts'
import { unwrapSecret, wrapSecret, type WrappedSecret } from '../keys/wrapped-secret.ts'

/** Throws `weak-password`. */
export function hidePassword(personId: string, password: string): Promise<WrappedSecret> {
  if ([...password].length < PASSWORD_MINIMUM) throw new FashenError('weak-password', { minimum: PASSWORD_MINIMUM })
  return wrapSecret(randomBytes(16), password, `login:${personId}`)
}

export async function matchesPassword(personId: string, password: string, hidden: WrappedSecret): Promise<boolean> {
  return (await unwrapSecret(hidden, password, `login:${personId}`)) !== undefined
}
