/** Who is signed in on which connection, and who hears of what changed. */
import type { CoreEvent } from '../../shared/contract/reply.ts'
import type { PersonId } from '../../shared/values/values.ts'
import type { Caller } from './host-interface.ts'

export interface Connections {
  connect(): Caller
  /** Who is signed in on the connection. */
  personOn(caller: Caller): PersonId | undefined
  signIn(caller: Caller, person: PersonId): void
  signOut(caller: Caller): void
  /** Signs the person out everywhere, but on the connection that is excepted. */
  endSessions(person: PersonId, except?: Caller): void
  subscribe(caller: Caller, listener: (event: CoreEvent) => void): () => void
  emit(event: CoreEvent): void
}

/** What a connection may hear before anybody signs in on it: about what it may also ask then. */
const HEARD_BY_ANYONE: readonly CoreEvent['subject'][] = ['station', 'session', 'people']

interface Hooks {
  /** Runs when a connection changes hands: what was staged on it belonged to who had it before. */
  readonly forget: (connection: string) => void
  readonly log: (line: string) => void
}

export function createConnections({ forget, log }: Hooks): Connections {
  const people = new Map<string, PersonId>()
  const subscriptions = new Set<{ readonly connection: string; readonly listener: (event: CoreEvent) => void }>()
  let counter = 0

  const emit = (event: CoreEvent): void => {
    for (const { connection, listener } of subscriptions) {
      const known = people.has(connection)
      if (!known && !HEARD_BY_ANYONE.includes(event.subject)) continue
      try {
        // an id is case content to somebody who has not signed in
        listener(known ? event : { kind: event.kind, subject: event.subject })
      } catch (error) {
        // the act is on disk: a window that cannot be told does not undo it, nor keep the others from hearing
        log(`${new Date().toISOString()} event ${event.subject}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      }
    }
  }
  const release = (connection: string): void => {
    people.delete(connection)
    forget(connection)
  }
  return {
    connect: () => ({ connection: `connection-${(counter += 1)}` }),
    personOn: ({ connection }) => people.get(connection),
    signIn: ({ connection }, person) => {
      release(connection)
      people.set(connection, person)
    },
    signOut: ({ connection }) => release(connection),
    endSessions: (person, except) => {
      const ended = [...people].filter(([connection, id]) => id === person && connection !== except?.connection)
      for (const [connection] of ended) release(connection)
      if (ended.length > 0) emit({ kind: 'changed', subject: 'session' })
    },
    subscribe: ({ connection }, listener) => {
      const subscription = { connection, listener }
      subscriptions.add(subscription)
      return () => void subscriptions.delete(subscription)
    },
    emit,
  }
}
