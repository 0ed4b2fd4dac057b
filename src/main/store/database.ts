/**
 * The station's database, encrypted at rest (ChaCha20-Poly1305 per page, SQLite3 Multiple Ciphers).
 *
 * `Reader` and `Writer` are different types over different handles: a function that is given a `Reader` cannot write,
 * neither by type nor by handle.
 */
import Database from 'better-sqlite3'
import { FashenError } from '../../shared/errors/errors.ts'
import { FOLDED_AFTER } from './folding.ts'
import { storeHolder, type HeldStore } from './held-store.ts'
import { watchedPresence } from './present-file.ts'

export type SqlValue = string | number | bigint | Uint8Array | null

export interface Reader {
  /** The first row, or undefined. */
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined
  all<Row>(sql: string, ...values: SqlValue[]): Row[]
  /** The only column of every row, a number: a hundred thousand of them take a fifth of the time of as many rows. */
  numbers(sql: string, ...values: SqlValue[]): number[]
  /**
   * While `work` runs, few pages are kept in memory: for what reads far more than there is room for, each page once. Others
   * have theirs read anew, as after every write.
   */
  passing<Result>(work: () => Promise<Result>): Promise<Result>
}

export interface Writer extends Reader {
  /** Runs one statement; returns how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number
  /** Sets a pragma. SQLite carries some out when they are prepared, so that a statement that is kept would do it only once. */
  pragma(source: string): void
}

/** Marks the file as a Fashen store: ASCII `FASH`. */
export const APPLICATION_ID = 0x46_41_53_48

/** Enough for the upper pages of every index that a walk goes down in. */
const PASSING_CACHE_KIB = 8 * 1024

class Handle implements Reader {
  protected readonly database: Database.Database
  readonly #statements = new Map<string, Database.Statement>()
  readonly #columns = new Map<string, Database.Statement>()
  #passing = 0
  #usualCache: unknown

  constructor(database: Database.Database) {
    this.database = database
  }

  protected statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.statement(sql).get(...values) as Row | undefined
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.statement(sql).all(...values) as Row[]
  }

  numbers(sql: string, ...values: SqlValue[]): number[] {
    let statement = this.#columns.get(sql)
    if (statement === undefined) this.#columns.set(sql, (statement = this.database.prepare(sql).pluck()))
    return statement.all(...values) as number[]
  }

  async passing<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#passing === 0) {
      this.#usualCache = this.database.pragma('cache_size', { simple: true })
      this.database.pragma(`cache_size = -${PASSING_CACHE_KIB}`)
    }
    this.#passing += 1
    try {
      return await work()
    } finally {
      this.#passing -= 1
      if (this.#passing === 0 && this.database.open) this.database.pragma(`cache_size = ${String(this.#usualCache)}`)
    }
  }
}

class WritingHandle extends Handle implements Writer {
  run(sql: string, ...values: SqlValue[]): number {
    return this.statement(sql).run(...values).changes
  }

  pragma(source: string): void {
    this.database.pragma(source)
  }
}

/** What SQLite says, in our codes. Anything else passes through as it came. */
export function asStoreError(error: unknown, what: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code === 'SQLITE_FULL' || error.code.startsWith('SQLITE_IOERR_WRITE')) {
    return new FashenError('disk-full', { what }, { cause: error })
  }
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB') {
    return new FashenError('store-damaged', { detail: error.code }, { cause: error })
  }
  return error
}

/** Opens one connection with the key. Nothing is read yet: a wrong key shows at the first read. */
export function connect(file: string, dataKey: Uint8Array, mode: 'write' | 'read'): Database.Database {
  const database = new Database(file, { readonly: mode === 'read', timeout: 5000 })
  database.pragma("cipher='chacha20'")
  database.pragma(`key='raw:${Buffer.from(dataKey).toString('hex')}'`)
  // a large sort would otherwise be spilled into a file outside the station, in the clear
  database.pragma('temp_store = MEMORY')
  return database
}

/** Most memory that the reader keeps pages in, taken as it is needed. */
const READER_CACHE_KIB = 64 * 1024

export interface OpenDatabase {
  readonly reader: Reader
  /**
   * Runs `work` in one immediate transaction on the single writer. What it returns has been written to disk
   * (`synchronous=FULL`) when this returns; if it throws, nothing was written. Throws `store-gone` where the file is no
   * longer at its path.
   */
  transaction<Result>(what: string, work: (writer: Writer) => Result): Result
  /** Holds the file still for a copy, see {@link HeldStore}. */
  hold(): HeldStore
  /** Opens another file with the same key, to be read only. Nothing is read yet. */
  openCopy(file: string): OpenCopy
  close(): void
}

export interface OpenCopy {
  readonly reader: Reader
  close(): void
}

/** Wires an already opened, already migrated file: one writer, one reader that cannot write. */
export function openDatabase(file: string, dataKey: Uint8Array): OpenDatabase {
  const writing = connect(file, dataKey, 'write')
  try {
    prepareWriter(writing)
    const reading = connect(file, dataKey, 'read')
    reading.pragma('query_only = ON')
    // a page in memory is one that need not be decrypted again: enough for the indexes of 100,000 cases
    reading.pragma(`cache_size = -${READER_CACHE_KIB}`)
    const writer = new WritingHandle(writing)
    const requirePresent = watchedPresence(file)
    const holder = storeHolder(file, writing, () => connect(file, dataKey, 'read'))
    return {
      reader: new Handle(reading),
      transaction: (what, work) => {
        try {
          requirePresent()
          const result = writing.transaction(() => work(writer)).immediate()
          // acknowledged is only what is in the folder that the person knows
          requirePresent()
          return result
        } catch (error) {
          requirePresent()
          throw asStoreError(error, what)
        }
      },
      hold: () => {
        requirePresent()
        return holder.hold()
      },
      openCopy: (copy) => {
        const database = connect(copy, dataKey, 'read')
        return { reader: new Handle(database), close: () => void database.close() }
      },
      close: () => {
        reading.close()
        joinSearchPieces(writing)
        try {
          // leaves no -wal behind, so that the folder can be copied whole
          writing.pragma('wal_checkpoint(TRUNCATE)')
        } catch (error) {
          // no room to fold the log in: it stays beside the database, and the next opening reads both
          if (!(error instanceof Database.SqliteError)) throw error
        } finally {
          writing.close()
          holder.close()
        }
      },
    }
  } catch (error) {
    writing.close()
    throw error
  }
}

/** In so many pieces the search index is joined when the store is closed; a day's work adds some five. */
const MANY_PIECES = 8

/**
 * The full-text index grows by a piece with each act. In one piece it answers for a common word ten times as fast as in
 * twenty; joining takes some 2 s for 100,000 cases, and is left out where it fails: nothing is wrong with many pieces.
 */
function joinSearchPieces(database: Database.Database): void {
  try {
    const pieces = database.prepare('SELECT count(DISTINCT segid) FROM case_search_idx').pluck().get() as number
    if (pieces > MANY_PIECES) database.exec("INSERT INTO case_search (case_search) VALUES ('optimize')")
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}

/** better-sqlite3 would use NORMAL with WAL: fast, but the last commits can be lost. A legal record needs FULL. */
export function prepareWriter(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma(`wal_autocheckpoint = ${FOLDED_AFTER}`)
  database.pragma('foreign_keys = ON')
  // without it INSERT OR REPLACE deletes the old row past the triggers that forbid deleting it
  database.pragma('recursive_triggers = ON')
  database.pragma('trusted_schema = OFF')
}
