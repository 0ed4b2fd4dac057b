/** What a shell needs of the core: nothing else of the core is the shell's business (wall 1 and wall 2). */
import type { CoreEvent, FileHeading, Reply, StagedFile } from '../../shared/contract/reply.ts'

/** One window, one browser session, one command: whoever signed in on it is the one who acts. */
export interface Caller {
  readonly connection: string
}

export interface StoredFile extends FileHeading {
  /** The plain bytes in order; throws `file-altered` where they do not match what was stored. */
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface Host {
  /** Opens a connection that nobody is signed in on. */
  connect(): Caller
  /** Ends the connection: signs out and forgets what was staged on it. */
  disconnect(caller: Caller): void
  /** Parses, authorises, runs. Never throws. */
  dispatch(name: string, input: unknown, caller: Caller): Promise<Reply>
  /** Reads a file into the station; only for a signed-in caller. Never throws. */
  stage(file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array>; readonly size?: number | undefined }, caller: Caller): Promise<Reply<StagedFile>>
  /** Opens a stored file by `FileReference` for a caller who may see it. Never throws. */
  openFile(reference: string, caller: Caller): Promise<Reply<StoredFile>>
  /** Loads ahead of time what an open station needs, so that opening it does not wait for that. */
  prepare(): Promise<void>
  /** Events for this connection; returns what stops them. */
  subscribe(caller: Caller, listener: (event: CoreEvent) => void): () => void
  /** Ends everything and releases the station folder. */
  close(): Promise<void>
}

export interface HostOptions {
  /** The folder that is, or will be, the station. */
  readonly stationFolder: string
  /** The folder with `catalogue/` and `samples/`. */
  readonly resourcesFolder: string
  /** The system's key chain where there is one (Electron's `safeStorage`); absent elsewhere. */
  readonly keyChain?: KeyChain | undefined
  /** Receives one line per unexpected failure; never case content. */
  readonly log?: ((line: string) => void) | undefined
  /** Marks a station that is set up now as a throw-away one (`--demo`). */
  readonly demo?: boolean | undefined
  /** The clock; tests move it. */
  readonly now?: (() => Date) | undefined
}

/** Wraps the data key with a secret that the operating system keeps for this user. */
export interface KeyChain {
  readonly name: string
  protect(secret: Uint8Array): Promise<Uint8Array>
  reveal(wrapped: Uint8Array): Promise<Uint8Array>
}
