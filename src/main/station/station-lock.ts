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

/**
 * The locks that this process holds. A connection that nothing refers to is closed when it is collected, and the lock
 * would be gone with it: it must last until `release`, whatever the caller does with what it was given.
 */
const held = new Set<Database.Database>()

/** Throws `station-locked-by-other` with who holds it, `folder-not-writable`, `store-damaged` where the lock's own file is. */
export function lockStation(folder: string): StationLock {
  const holderFile = join(folder, 'lock-holder.txt')
  const database = takeLock(folder, holderFile)
  held.add(database)
  writeHolder(holderFile)
  return {
    // closing alone gives the lock up, and may be asked for twice
    release: () => {
      database.close()
      held.delete(database)
    },
  }
}

function takeLock(folder: string, holderFile: string): Database.Database {
  let database: Database.Database | undefined
  try {
    database = new Database(join(folder, 'lock.sqlite'), { timeout: 0 })
    database.pragma('journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database?.close()
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (code.startsWith('SQLITE_BUSY')) throw new FashenError('station-locked-by-other', { folder, holder: readHolder(holderFile) }, { cause: error })
    if (/^SQLITE_(CANTOPEN|READONLY)/.test(code)) throw new FashenError('folder-not-writable', { folder, reason: code }, { cause: error })
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw new FashenError('store-damaged', { detail: 'lock.sqlite' }, { cause: error })
    throw error
  }
}

/** Only to name the holder in the message to another process; the lock does not depend on it. */
function writeHolder(file: string): void {
  try {
    writeFileSync(file, `${hostname()} · PID ${process.pid} · ${new Date().toISOString()}`)
  } catch {
    // whoever meets the lock is then told less
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(0, 200)
  } catch {
    return '?'
  }
}
