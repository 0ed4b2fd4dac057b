/** What a feature's handlers are given, and how they are put together. */
import type { z } from 'zod'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { AnyContract, Method } from '../../shared/contract/method.ts'
import type { CoreEvent } from '../../shared/contract/reply.ts'
import type { ChainHead } from '../../shared/audit/contract.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { Station } from '../../shared/station/contract.ts'
import type { IsoDate, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Act } from '../audit/chain.ts'
import type { Backups } from '../backup/backups.ts'
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts'
import type { Reader, Writer } from '../store/database.ts'
import type { FileStore } from '../store/files.ts'
import type { Caller } from './host-interface.ts'
import type { ReadingQueue } from '../intake/reading-queue.ts'
import type { Staging } from './staging.ts'

/** What an open station offers to every feature. */
export interface Workbench {
  readonly folder: string
  readonly reader: Reader
  readonly files: FileStore
  /** The catalogue in force today, with the station's own overlays. */
  readonly catalogue: Catalogue
  /** What the present catalogue is made of. */
  readonly catalogueInForce: CatalogueInForce
  readonly backups: Backups
  readonly staging: Staging
  /** Reads files in the background. */
  readonly reading: ReadingQueue
  /** Read from the store at each call: it can be changed by an administrator. */
  station(): Station
  now(): Date
  instant(): IsoInstant
  /** Today in China, wherever this computer stands. */
  today(): IsoDate
  emit(event: CoreEvent): void
  /** See {@link CallContext.act}; `actor` is who it is written down for. */
  actAs<Result>(actor: string, act: Omit<Act, 'actor'>, work: (writer: Writer, head: ChainHead) => Result): Result
  /** A write that is no act: drafts, counters of failed log-ins. Leaves no audit entry. */
  withoutAudit<Result>(what: string, work: (writer: Writer) => Result): Result
}

export interface CallContext extends Workbench {
  readonly caller: Caller
  /** Who is signed in; the contract guarantees it for every method that is not for `anyone`. */
  readonly person: SignedInPerson
  /**
   * The only way to write: `work` and the audit entry in one transaction. On disk when it returns; nothing when it
   * throws. `head` is the chain's head with this act's entry in it.
   */
  act<Result>(act: Omit<Act, 'actor'>, work: (writer: Writer, head: ChainHead) => Result): Result
  /** On this connection; what was staged on it is forgotten. */
  signIn(person: SignedInPerson): void
  signOut(): void
  /** Ends the person's sessions: on every connection, or on every one but this. */
  endSessions(person: PersonId, which: 'all' | 'others'): void
}

export type Handler<Described extends Method> =
  Described extends Method<infer Input, infer Output>
    ? (context: CallContext, input: z.output<Input>) => Output | Promise<Output>
    : never

export type Handlers<Part extends AnyContract> = { readonly [Name in keyof Part]: Handler<Part[Name]> }

type AnyHandler = (context: CallContext, input: never) => unknown

/** Joins the features' handlers; a name that two features handle throws at load. */
export function joinHandlers(...parts: readonly Readonly<Record<string, AnyHandler>>[]): ReadonlyMap<string, AnyHandler> {
  const joined = new Map<string, AnyHandler>()
  for (const part of parts) {
    for (const [name, handler] of Object.entries(part)) {
      if (joined.has(name)) throw new Error(`two features handle the method ${name}`)
      joined.set(name, handler)
    }
  }
  return joined
}
