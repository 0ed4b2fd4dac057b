/** Somebody who asks a workstation as a window does, and how long they wait while it does something else. */
import type { Workstation } from '../src/main/core/workstation.ts'
import { personFieldsSchema, type SignedInPerson } from '../src/shared/people/contract.ts'
import type { PersonId } from '../src/shared/values/values.ts'
import { timedAsync } from './measure.ts'

export type Call = (name: string, input: unknown) => Promise<unknown>

export interface BenchCaller {
  /** Throws what the core answers with an error. */
  readonly call: Call
  /** The id under which the bytes are staged. */
  readonly stage: (name: string, bytes: Uint8Array) => Promise<string>
}

function headOf({ workbench: { reader } }: Workstation): SignedInPerson {
  const found = reader
    .all<{ id: PersonId; fields: string }>('SELECT id, fields FROM people')
    .map(({ id, fields }) => ({ id, ...personFieldsSchema.parse(JSON.parse(fields)) }))
    .find(({ roles }) => roles.includes('head'))
  if (found === undefined) throw new Error('the station has no head')
  return { id: found.id, name: found.name, login: found.login, roles: found.roles }
}

/** The head of legal review, signed in. */
export function callerOf(workstation: Workstation): BenchCaller {
  const caller = workstation.connect()
  workstation.signIn(caller, headOf(workstation))
  return {
    call: async (name, input) => {
      const reply = await workstation.dispatch(name, input, caller)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
    stage: async (name, bytes) => (await workstation.stage({ name, bytes: whole(bytes) }, caller)).id,
  }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Milliseconds between two questions of somebody else. */
const EVERY = 5

export interface Waits {
  /** Milliseconds that the work took. */
  readonly total: number
  /** Longest that somebody else waited for an answer meanwhile. */
  readonly longest: number
}

/** @param ask a question that is answered at once where nothing else is done */
export async function waits(ask: () => Promise<unknown>, work: () => Promise<unknown>): Promise<Waits> {
  const ended = new AbortController()
  let longest = 0
  const asking = (async () => {
    while (!ended.signal.aborted) {
      const asked = performance.now()
      await new Promise((resolve) => setTimeout(resolve, EVERY))
      await ask()
      longest = Math.max(longest, performance.now() - asked - EVERY)
    }
  })()
  const total = await timedAsync(work).finally(() => ended.abort())
  await asking
  return { total, longest }
}
