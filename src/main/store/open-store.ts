/** Opens the store of a station: is it ours, whole, not too new; migrate after a verified copy; wire the handles. */
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { FashenError } from '../../shared/errors/errors.ts'
import { asStoreError, connect, openDatabase, prepareWriter, type OpenDatabase } from './database.ts'
import { databasePath } from './store-path.ts'
import { latestVersion, migrate, MIGRATIONS, storeVersion, type Migration } from './migrations.ts'

export { databasePath }

/** A database that was never encrypted is not ours: it says so in its first bytes. */
function isPlainSqlite(file: string): boolean {
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  return head.toString('latin1') === 'SQLite format 3\0'
}

/**
 * Before a station is opened that should be there: an absent or emptied file must not be taken for a new one.
 * Throws `station-missing`, `store-damaged`; nothing is made.
 */
export function requireStoreFile(folder: string): void {
  const file = databasePath(folder)
  if (!existsSync(file)) throw new FashenError('station-missing', { folder })
  if (statSync(file).size === 0) throw new FashenError('store-damaged', { detail: 'station.sqlite: 0' })
}

/** The header counts the pages; a file that was cut off has fewer. Only true once the WAL is folded in. */
function requireWholeFile(database: Database.Database, file: string): void {
  database.pragma('wal_checkpoint(TRUNCATE)')
  const pages = database.pragma('page_count', { simple: true }) as number
  const pageSize = database.pragma('page_size', { simple: true }) as number
  const { size } = statSync(file)
  if (size < pages * pageSize) throw new FashenError('store-damaged', { detail: `${size} < ${pages * pageSize}` })
}

/** A copy of the closed store beside it, opened once to see that it is good. Never a copy of a database in use. */
function copyBeforeMigration(folder: string, dataKey: Uint8Array, version: number): void {
  const backups = join(folder, 'backups')
  mkdirSync(backups, { recursive: true })
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const copy = join(backups, `before-migration-from-${version}-${stamp}.sqlite`)
  copyFileSync(databasePath(folder), copy)
  const handle = openSync(copy, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  // a handle that may write takes its own -wal and -shm away again; nothing is written with it
  const database = connect(copy, dataKey, 'write')
  try {
    const verdict = database.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new FashenError('store-damaged', { detail: `copy: ${String(verdict)}` })
  } finally {
    database.close()
  }
}

/**
 * Opens, checks and migrates. Throws `store-foreign`, `store-damaged`, `store-newer`, `disk-full`; the file is then as
 * it was. `migrations` is given only by tests of the migration itself.
 */
export function openStore(folder: string, dataKey: Uint8Array, migrations: readonly Migration[] = MIGRATIONS): OpenDatabase {
  const file = databasePath(folder)
  const existed = existsSync(file) && statSync(file).size > 0
  if (existed && isPlainSqlite(file)) throw new FashenError('store-foreign', { folder })
  const supported = latestVersion(migrations)
  try {
    const version = withConnection(file, dataKey, (database) => {
      const found = storeVersion(database, folder)
      if (found > supported) throw new FashenError('store-newer', { found, supported })
      prepareWriter(database)
      if (existed) requireWholeFile(database, file)
      return found
    })
    if (version < supported) {
      if (version > 0) copyBeforeMigration(folder, dataKey, version)
      withConnection(file, dataKey, (database) => {
        prepareWriter(database)
        migrate(database, folder, migrations)
      })
    }
    return openDatabase(file, dataKey)
  } catch (error) {
    throw asStoreError(error, 'station.sqlite')
  }
}

function withConnection<Result>(file: string, dataKey: Uint8Array, work: (database: Database.Database) => Result): Result {
  const database = connect(file, dataKey, 'write')
  try {
    return work(database)
  } finally {
    database.close()
  }
}
