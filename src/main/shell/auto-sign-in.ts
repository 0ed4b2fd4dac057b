/** Opens a station and signs in before the first screen: only for a station made to be thrown away (`--demo`). */
import { z } from 'zod'
import type { Caller, Host } from '../core/host-interface.ts'

export const autoSignInSchema = z.strictObject({ passphrase: z.string(), login: z.string(), password: z.string() })
export type AutoSignIn = z.infer<typeof autoSignInSchema>

/**
 * Signs this connection in, on a demonstration station only: on a real one nobody acts who did not type a password.
 * A refusal is not an error here: the person meets the ordinary sign-in screen.
 */
export async function signInAutomatically(host: Host, caller: Caller, secrets: AutoSignIn | undefined): Promise<void> {
  if (secrets === undefined) return
  const { passphrase, login, password } = secrets
  const unlocked = await host.dispatch('station.unlock', { passphrase }, caller)
  const status = z.object({ demo: z.literal(true) }).safeParse(unlocked.ok ? unlocked.value : undefined)
  if (!status.success) return
  await host.dispatch('session.signIn', { login, password }, caller)
}
