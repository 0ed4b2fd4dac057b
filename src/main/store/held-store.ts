/**
 * The store held still while it is copied, without stopping who works: the write-ahead log is folded in, then a reader
 * begins that needs nothing but the database file. As long as it reads, SQLite folds nothing more into that file; what
 * is written meanwhile stays in the log and is not part of the copy.
 */
import { closeSync, openSync, read, statSync } from 'node:fs'
import { promisify } from 'node:util'
import type Database from 'better-sqlite3'

const readAt = promisify(read)

export interface HeldStore {
  /** Bytes of the database file. */
  readonly size: number
  /** The first row of a question to the store as it is held. */
  get<Row>(sql: string): Row | undefined
  /** The encrypted bytes at `position`, at most `length`. */
  read(position: number, length: number): Promise<Uint8Array>
  release(): void
}

export interface StoreHolder {
  /** Throws `store-busy` as an `Error` where the log cannot be folded in: somebody else has the file open. */
  hold(): HeldStore
  close(): void
}

export function storeHolder(file: string, writing: Database.Database, openReader: () => Database.Database): StoreHolder {
  // kept open until the store is closed: closing any handle on the file would drop the locks that SQLite has on it
  let handle: number | undefined
  return {
    hold: () => {
      const [folded] = writing.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[]
      if (folded?.busy !== 0) throw new Error('the write-ahead log could not be folded in')
      const still = openReader()
      try {
        still.exec('BEGIN')
        still.prepare('SELECT count(*) FROM sqlite_schema').get()
        handle ??= openSync(file, 'r')
        const from = handle
        return {
          size: statSync(file).size,
          get: <Row>(sql: string) => still.prepare(sql).get() as Row | undefined,
          read: async (position, length) => {
            const buffer = Buffer.alloc(length)
            const { bytesRead } = await readAt(from, buffer, 0, length, position)
            return buffer.subarray(0, bytesRead)
          },
          release: () => void still.close(),
        }
      } catch (error) {
        still.close()
        throw error
      }
    },
    close: () => {
      if (handle !== undefined) closeSync(handle)
      handle = undefined
    },
  }
}
