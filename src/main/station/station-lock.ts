/**
 * One process per station. The lock is SQLite's own on a file beside the store: the operating system drops it with the
 * process, however the process ends, so there is no stale lock to clean up.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { FashenError } from '../../shared/errors/errors.ts'

export interface StationLock {
  release(): void
}

/** Throws `station-locked-by-other` with who holds it. */
export function lockStation(folder: string): StationLock {
  const holderFile = join(folder, 'lock-holder.txt')
  const database = new Database(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new FashenError('station-locked-by-other', { folder, holder: readHolder(holderFile) }, { cause: error })
  }
  // only to name the holder in the message; the lock itself does not depend on it
  writeFileSync(holderFile, `${hostname()} · PID ${process.pid} · ${new Date().toISOString()}`)
  return {
    release: () => {
      database.exec('ROLLBACK')
      database.close()
    },
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(0, 200)
  } catch {
    return '?'
  }
}
