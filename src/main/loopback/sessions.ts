/** Who holds the cookie: one browser session is one connection to the core. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Caller, Host } from '../core/host-interface.ts'

/** A reload takes the socket down for a moment; only a browser that stays away is signed out. Milliseconds. */
const GRACE_MS = 60_000

export interface Session {
  readonly caller: Caller
  /** A page of this session listens; returns what says that it no longer does. */
  attend(): () => void
}

export interface Sessions {
  /** Exchanges the one-time token for a cookie's value, once. */
  redeem(token: string): Promise<string | undefined>
  find(cookie: string | undefined): Session | undefined
  close(): void
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * @param token the one-time token
 * @param welcome runs on a connection when it is opened
 */
export function createSessions(host: Host, token: string, welcome: (caller: Caller) => Promise<void>, graceMs = GRACE_MS): Sessions {
  let expected: Buffer | undefined = digest(token)
  const sessions = new Map<string, ReturnType<typeof createSession>>()
  return {
    async redeem(given) {
      if (expected === undefined || !timingSafeEqual(digest(given), expected)) return undefined
      expected = undefined
      const cookie = newSecret()
      const session = createSession(host, graceMs)
      // Found by digest, so that how long a look-up takes tells nothing of the cookie.
      sessions.set(digest(cookie).toString('hex'), session)
      await welcome(session.caller)
      return cookie
    },
    find: (cookie) => (cookie === undefined ? undefined : sessions.get(digest(cookie).toString('hex'))),
    close() {
      for (const session of sessions.values()) session.close()
    },
  }
}

function createSession(host: Host, graceMs: number) {
  let caller: Caller | undefined = host.connect()
  let attending = 0
  let leaving: NodeJS.Timeout | undefined

  const disconnect = (): void => {
    clearTimeout(leaving)
    if (caller !== undefined) host.disconnect(caller)
    caller = undefined
  }
  return {
    /** Whoever comes back after the grace finds a new connection, on which nobody is signed in. */
    get caller() {
      caller ??= host.connect()
      return caller
    },
    attend() {
      attending += 1
      clearTimeout(leaving)
      let here = true
      return () => {
        if (!here) return
        here = false
        attending -= 1
        if (attending === 0) leaving = setTimeout(disconnect, graceMs).unref()
      }
    },
    close: disconnect,
  }
}
