/**
 * Who somebody was when they acted (行为时的姓名、部门、岗位). Read from the audit chain, which holds every change of a person, and
 * not from the people as they are today: people leave, change post and name, and still answer for what they did.
 */
import type { Role } from '../people/roles.ts'

export interface Post {
  readonly name: string
  readonly department: string
  readonly roles: readonly Role[]
}

/** A change of a person, as its audit entry has it; `before` is null where the person was added. */
export interface PersonChange {
  readonly seq: number
  readonly before: Post | null
  readonly after: Post
}

/**
 * The post at the time of entry `seq`. `changes` in the order of the chain; `today` is the post now, which holds where nothing
 * ever changed: the person who set the station up has no entry that adds them.
 */
export function postAt(changes: readonly PersonChange[], today: Post, seq: number): Post {
  const last = changes.findLast((change) => change.seq < seq)
  if (last !== undefined) return last.after
  return changes.find((change) => change.before !== null)?.before ?? today
}

/** Whether a post differs in what is shown of it. */
export function differs(one: Post, other: Post): boolean {
  return one.name !== other.name || one.department !== other.department || one.roles.toSorted().join() !== other.roles.toSorted().join()
}

/** Somebody as of an act, and as they are today where that differs. */
export interface PersonThen extends Post {
  /** Null: not a person of this station, or the station itself. */
  readonly id: string | null
  /** Null where nothing changed since. */
  readonly today: (Post & { readonly active: boolean }) | null
}

/** Somebody who is only named, such as a handler of the case without an account. */
export function namedOnly(name: string): PersonThen {
  return { id: null, name, department: '', roles: [], today: null }
}
