/**
 * Makes one backup: database, key file and stored files into a folder that has another name until everything in it was
 * written, flushed and checked. Whatever goes wrong, that folder is taken away again.
 */
import { existsSync, type Dirent } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ChainHead } from '../../shared/audit/contract.ts'
import type { BackupProgress } from '../../shared/backup/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { GENESIS_HASH } from '../audit/chain.ts'
import { keyFilePath } from '../station/key-file.ts'
import type { OpenCopy } from '../store/database.ts'
import { syncFolder } from '../store/folder-sync.ts'
import type { HeldStore } from '../store/held-store.ts'
import { databasePath } from '../store/store-path.ts'
import { noRoom, reasonOf, requireRoom, requireTarget } from './backup-target.ts'

const CHUNK = 1024 * 1024
const HEAD = 'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1'

export interface BackupOrder {
  readonly station: string
  readonly target: string
  /** What the new folder is called. */
  readonly name: string
  readonly held: HeldStore
  readonly openCopy: (file: string) => OpenCopy
  readonly signal: AbortSignal
  readonly progress: (progress: BackupProgress) => void
}

export interface MadeBackup {
  readonly folder: string
  readonly bytes: number
  readonly files: number
  readonly chain: ChainHead
}

interface Item {
  /** Path inside the station. */
  readonly path: string
  readonly size: number
}

interface Plan {
  readonly items: readonly Item[]
  /** Bytes, the database included. */
  readonly bytes: number
}

/** Stored files in their groups and those put aside; not what is coming in just now, which no row knows yet. */
async function storedFiles(station: string): Promise<Item[]> {
  const root = join(station, 'files')
  if (!existsSync(root)) return []
  const entries = async (path: string): Promise<Dirent[]> => (existsSync(path) ? readdir(path, { withFileTypes: true }) : [])
  const items: Item[] = []
  for (const group of await entries(root)) {
    if (!group.isDirectory() || !/^([0-9a-f]{2}|unreferenced)$/.test(group.name)) continue
    for (const file of await entries(join(root, group.name))) {
      if (!file.isFile()) continue
      const path = join('files', group.name, file.name)
      items.push({ path, size: (await stat(join(station, path))).size })
    }
  }
  return items
}

async function planFor({ station, held }: BackupOrder): Promise<Plan> {
  const items = await storedFiles(station)
  return { items, bytes: items.reduce((sum, { size }) => sum + size, held.size) }
}

const PARTIAL = /^fashen-backup-.*\.partial$/

/**
 * What a run of this station left that was killed, told by its key file: of another station it may be the backup that is
 * being made just now. What cannot be read or removed does not stop the next backup.
 */
async function removeKilled(target: string, station: string): Promise<void> {
  const key = await readFile(keyFilePath(station))
  for (const entry of await readdir(target, { withFileTypes: true })) {
    if (!entry.isDirectory() || !PARTIAL.test(entry.name)) continue
    const left = join(target, entry.name)
    const own = await readFile(keyFilePath(left)).then((copied) => copied.equals(key), () => false)
    if (own) await rm(left, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Throws `backup-…`; nothing stays then. */
export async function makeBackup(order: BackupOrder): Promise<MadeBackup> {
  const target = requireTarget(order.target, order.station)
  await removeKilled(target, order.station).catch(() => undefined)
  const plan = await planFor(order)
  requireRoom(target, plan.bytes)
  const folder = freeName(join(target, order.name))
  const partial = `${folder}.partial`
  try {
    await mkdir(partial)
    await copyAll(order, plan, partial)
    order.progress({ phase: 'checking', folder, done: plan.bytes, total: plan.bytes })
    const chain = await check(order, plan, partial)
    order.signal.throwIfAborted()
    await rename(partial, folder)
    await syncFolder(target)
    return { folder, bytes: plan.bytes, files: plan.items.length, chain }
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
    throw told(error, order, target, plan.bytes)
  }
}

function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`
    if (!existsSync(name) && !existsSync(`${name}.partial`)) return name
  }
}

function told(error: unknown, { signal }: BackupOrder, target: string, bytes: number): unknown {
  if (signal.aborted) return new FashenError('backup-cancelled', {})
  if (error instanceof FashenError) return error
  const reason = reasonOf(error)
  if (!existsSync(target)) return new FashenError('backup-interrupted', { folder: target, reason: 'ENOENT' }, { cause: error })
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return noRoom(target, bytes)
  return new FashenError('backup-interrupted', { folder: target, reason }, { cause: error })
}

async function copyAll(order: BackupOrder, { items, bytes }: Plan, partial: string): Promise<void> {
  const { station, held, signal, progress } = order
  const folder = partial.replace(/\.partial$/, '')
  let done = 0
  const count = (length: number): void => {
    signal.throwIfAborted()
    done += length
    progress({ phase: 'copying', folder, done, total: bytes })
  }
  count(0)
  // first: it tells whose the folder is, should nobody be left to finish it
  const key = await readFile(keyFilePath(station))
  await write(keyFilePath(partial), (to) => to.appendFile(key))
  await write(databasePath(partial), async (to) => {
    for (let position = 0; position < held.size; ) {
      const chunk = await held.read(position, Math.min(CHUNK, held.size - position))
      if (chunk.length === 0) throw new FashenError('backup-not-whole', { detail: `station.sqlite ${position} < ${held.size}` })
      await to.appendFile(chunk)
      position += chunk.length
      count(chunk.length)
    }
  })
  await mkdir(join(partial, 'files'))
  for (const { path } of items) {
    await mkdir(dirname(join(partial, path)), { recursive: true })
    await copyFile(join(station, path), join(partial, path), count)
  }
  await syncFolder(partial)
}

async function copyFile(from: string, to: string, count: (length: number) => void): Promise<void> {
  const source = await open(from, 'r')
  try {
    await write(to, async (target) => {
      const buffer = Buffer.alloc(CHUNK)
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, CHUNK)
        if (bytesRead === 0) return
        await target.appendFile(buffer.subarray(0, bytesRead))
        count(bytesRead)
      }
    })
  } finally {
    await source.close()
  }
}

/** Flushed before it is closed. */
async function write(path: string, work: (target: FileHandle) => Promise<void>): Promise<void> {
  const target = await open(path, 'wx', 0o600)
  try {
    await work(target)
    await target.sync()
  } finally {
    await target.close()
  }
}

/** Opens the copy with the station's key: whole, and with the same head of the chain. Throws `backup-not-whole`. */
async function check({ station, held, openCopy }: BackupOrder, { items }: Plan, partial: string): Promise<ChainHead> {
  const refuse = (detail: string): never => {
    throw new FashenError('backup-not-whole', { detail })
  }
  const head = held.get<ChainHead>(HEAD) ?? { seq: 0, hash: GENESIS_HASH }
  const file = databasePath(partial)
  const copy = openCopy(file)
  try {
    const verdict = copy.reader.get<Record<string, unknown>>('PRAGMA quick_check(1)')
    if (Object.values(verdict ?? {})[0] !== 'ok') refuse(`station.sqlite: ${String(Object.values(verdict ?? {})[0])}`)
    const copied = copy.reader.get<ChainHead>(HEAD) ?? { seq: 0, hash: GENESIS_HASH }
    if (copied.seq !== head.seq || copied.hash !== head.hash) refuse(`${copied.seq} ≠ ${head.seq}`)
  } catch (error) {
    if (error instanceof FashenError) throw error
    refuse(`station.sqlite: ${reasonOf(error)}`)
  } finally {
    copy.close()
    // what a reader leaves beside a database in write-ahead mode
    for (const end of ['-wal', '-shm']) await rm(`${file}${end}`, { force: true })
  }
  const [key, keyCopy] = await Promise.all([readFile(keyFilePath(station)), readFile(keyFilePath(partial))])
  if (!key.equals(keyCopy)) refuse(basename(keyFilePath(station)))
  for (const { path, size } of items) {
    if ((await stat(join(partial, path))).size !== size) refuse(path)
  }
  return head
}
