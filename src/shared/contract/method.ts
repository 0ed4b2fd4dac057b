/**
 * How one method of the contract is described: what comes in (checked by zod at run time), what goes out (a type),
 * who may call it and whether it writes.
 */
import type { z } from 'zod'
import type { Role } from '../people/roles.ts'

/**
 * Who may call: `anyone` (before signing in, on an open station), `closed` (also while the station is not open),
 * `signedIn`, or one of the listed roles. What a person may do in one case beyond the role (being its reviewer, not
 * being its handler) is decided by the case's state machine.
 */
export type Allowed = 'closed' | 'anyone' | 'signedIn' | readonly Role[]

export interface Method<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly input: Input
  readonly allowed: Allowed
  /**
   * `read` runs on a handle that cannot write. Methods that `write` run one at a time, drafts excepted; each act of
   * theirs is one transaction on the single writer.
   */
  readonly access: 'read' | 'write'
  /** Carries the output type; never there at run time. */
  readonly output?: Output
}

/** Describes a method; the output type is given with `.returns<…>()`. */
export function method<Input extends z.ZodType>(description: {
  readonly input: Input
  readonly allowed: Allowed
  readonly access: 'read' | 'write'
}): { returns<Output>(): Method<Input, Output> } {
  return { returns: () => description }
}

export type AnyContract = Readonly<Record<string, Method>>

/** Joins the features' contracts into one; a name that two features claim throws at load. */
export function joinContracts<Parts extends readonly AnyContract[]>(...parts: Parts): Joined<Parts> {
  const joined: Record<string, Method> = {}
  for (const part of parts) {
    for (const [name, description] of Object.entries(part)) {
      if (name in joined) throw new Error(`two features define the method ${name}`)
      joined[name] = description
    }
  }
  return joined as Joined<Parts>
}

type Joined<Parts extends readonly AnyContract[]> = Parts extends readonly [
  infer First extends AnyContract,
  ...infer Rest extends readonly AnyContract[],
]
  ? First & Joined<Rest>
  : unknown
