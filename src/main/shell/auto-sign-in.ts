/** Opens a station and signs in before the first screen: only for a station made to be thrown away (`--demo`). */
import { z } from 'zod'
import type { Caller, Host } from '../core/host-interface.ts'

export const autoSignInSchema = z.strictObject({ passphrase: z.string(), login: z.string(), password: z.string() })
export type AutoSignIn = z.infer<typeof autoSignInSchema>

/** Signs this connection in. A refusal is not an error here: the person meets the ordinary sign-in screen. */
export async function signInAutomatically(host: Host, caller: Caller, secrets: AutoSignIn | undefined): Promise<void> {
  if (secrets === undefined) return
  const { passphrase, login, password } = secrets
  await host.dispatch('station.unlock', { passphrase }, caller)
  await host.dispatch('session.signIn', { login, password }, caller)
}
