/**
 * Files of the station: stored once by their content (SHA-256), encrypted, never changed.
 *
 * On disk: `files/ab/<name>`, where the name is a keyed hash of the content's SHA-256, because the plain SHA-256 would
 * tell anyone with a copy of a document whether the station has it. Format: magic, 16 bytes of salt, then chunks of
 * 256 KiB, each sealed with AES-256-GCM under a key derived from the file key and the salt; the nonce is the chunk's
 * number and whether it is the last, so chunks cannot be swapped, dropped or cut off unnoticed.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, type Dirent } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'
import { FILE_SIZE_LIMIT } from '../../shared/materials/contract.ts'
import { syncFolder } from './folder-sync.ts'

const MAGIC = Buffer.from('FSF1')
const SALT_LENGTH = 16
const TAG_LENGTH = 16
const CHUNK = 256 * 1024
/** The folder beside the groups that holds what no row refers to. */
const UNREFERENCED = 'unreferenced'

export interface StoredContent {
  readonly sha256: string
  readonly size: number
}

/** Bytes from `from` up to `to`, exclusive. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

export interface FileStore {
  /** Takes bytes in. Throws `file-empty`, `file-too-large`, `file-unreadable`, `disk-full`; nothing stays of a failed one. */
  put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredContent>
  /** Whether it is in its place; what was put aside is not. */
  has(sha256: string): boolean
  /** The plain bytes in order. Throws `file-altered` where content and name do not agree. */
  read(sha256: string, name: string): AsyncGenerator<Uint8Array>
  readWhole(sha256: string, name: string): Promise<Uint8Array<ArrayBuffer>>
  /**
   * The plain bytes from `from` up to `to` (exclusive), fewer where the file ends before. Only the chunks that hold them
   * are read; each is told to be in its place by its seal, the file as a whole is not compared with its SHA-256.
   * Throws `file-altered`.
   */
  readRange(sha256: string, name: string, range: ByteRange): Promise<Uint8Array<ArrayBuffer>>
  /** Several ranges as {@link readRange} gives them, in the order in which they were asked for: the file is opened once for all. */
  readRanges(sha256: string, name: string, ranges: readonly ByteRange[]): Promise<Uint8Array<ArrayBuffer>[]>
  /**
   * Puts aside into `unreferenced/` what no row refers to: left over by a process that died between file and row, or
   * attached after the backup was made that the database was restored from. Nothing that is whole is deleted; what is
   * referred to again is brought back. `failed` is told of each file that could not be moved; the sweep goes on.
   * @returns how many were put aside
   */
  sweep(isReferenced: (storedName: string) => boolean, failed?: (reason: string) => void): Promise<number>
  /** The name on disk of a content. */
  storedName(sha256: string): string
  /** What lies in `unreferenced/`, by its name on disk, with its size there in bytes. */
  putAside(): Promise<readonly { readonly storedName: string; readonly size: number }[]>
  /** The SHA-256 of the content of a file put aside; null where it cannot be read any more. */
  hashAside(storedName: string): Promise<string | null>
  /**
   * Erases a file for good, in its place and put aside. Only a record of destruction asks for it
   * (`src/main/accountability/destruction.ts`). What is not there any more is no failure.
   */
  erase(storedName: string): Promise<void>
}

function nonceOf(chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(chunk, 0)
  nonce[11] = last ? 1 : 0
  return nonce
}

function contentKey(fileKey: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, salt, 'fashen-file-content', 32))
}

function isErrno(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

function unlessThere(error: unknown): void {
  if (!isErrno(error, 'EEXIST')) throw error
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** Gathers pieces of any size into chunks of exactly CHUNK bytes; the rest comes last and may be empty. */
async function* chunksOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let pending: Buffer[] = []
  let length = 0
  for await (const piece of bytes) {
    pending.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
    length += piece.length
    while (length > CHUNK) {
      const joined = Buffer.concat(pending)
      yield { chunk: joined.subarray(0, CHUNK), last: false }
      pending = [joined.subarray(CHUNK)]
      length -= CHUNK
    }
  }
  yield { chunk: Buffer.concat(pending), last: true }
}

interface Sealing {
  readonly fileKey: Uint8Array
  readonly name: string
  /** Largest size, in bytes. */
  readonly limit: number
}

async function seal(target: FileHandle, { fileKey, name, limit }: Sealing, bytes: AsyncIterable<Uint8Array>): Promise<StoredContent> {
  const salt = randomBytes(SALT_LENGTH)
  const key = contentKey(fileKey, salt)
  const digest = createHash('sha256')
  let size = 0
  let index = 0
  await target.appendFile(Buffer.concat([MAGIC, salt]))
  for await (const { chunk, last } of chunksOf(bytes)) {
    size += chunk.length
    if (size > limit) throw new FashenError('file-too-large', { name, size, limit })
    digest.update(chunk)
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last))
    await target.appendFile(Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]))
    index += 1
  }
  if (size === 0) throw new FashenError('file-empty', { name })
  await target.sync()
  return { sha256: digest.digest('hex'), size }
}

interface SealedFile {
  readonly handle: FileHandle
  /** Bytes on disk. */
  readonly size: number
  readonly key: Buffer
  readonly name: string
}

const HEAD = MAGIC.length + SALT_LENGTH
const SEALED_CHUNK = CHUNK + TAG_LENGTH

async function openSealed(handle: FileHandle, fileKey: Uint8Array, name: string): Promise<SealedFile> {
  const { size } = await handle.stat()
  const head = Buffer.alloc(HEAD)
  await handle.read(head, 0, head.length, 0)
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new FashenError('file-altered', { name })
  return { handle, size, key: contentKey(fileKey, head.subarray(MAGIC.length)), name }
}

/** The plain bytes of one chunk, counted from 0; undefined behind the last. Throws `file-altered`. */
async function unsealChunk({ handle, size, key, name }: SealedFile, index: number): Promise<Buffer | undefined> {
  const position = HEAD + index * SEALED_CHUNK
  if (position >= size) return undefined
  const length = Math.min(SEALED_CHUNK, size - position)
  if (length <= TAG_LENGTH) throw new FashenError('file-altered', { name })
  const sealed = Buffer.alloc(length)
  await handle.read(sealed, 0, length, position)
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, position + length >= size))
  decipher.setAuthTag(sealed.subarray(length - TAG_LENGTH))
  const chunk = decipher.update(sealed.subarray(0, length - TAG_LENGTH))
  try {
    decipher.final()
  } catch {
    throw new FashenError('file-altered', { name })
  }
  return chunk
}

async function* unseal(path: string, fileKey: Uint8Array, name: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const sealed = await openSealed(handle, fileKey, name)
    for (let index = 0; ; index += 1) {
      const chunk = await unsealChunk(sealed, index)
      if (chunk === undefined) return
      yield chunk
    }
  } finally {
    await handle.close()
  }
}

/** Ranges that are read at the same time: a disk answers several questions as fast as one. */
const AT_ONCE = 6
/** Chunks that are kept for the next range: those that lie beside each other mostly stand in the same one. */
const CHUNKS_KEPT = 8

async function unsealRanges(path: string, fileKey: Uint8Array, name: string, ranges: readonly ByteRange[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const handle = await open(path, 'r')
  try {
    const sealed = await openSealed(handle, fileKey, name)
    const kept = new Map<number, Promise<Buffer | undefined>>()
    const chunkAt = (index: number): Promise<Buffer | undefined> => {
      const chunk = kept.get(index) ?? unsealChunk(sealed, index)
      kept.set(index, chunk)
      const [oldest] = kept.keys()
      if (kept.size > CHUNKS_KEPT && oldest !== undefined) kept.delete(oldest)
      return chunk
    }
    const found: Uint8Array<ArrayBuffer>[] = []
    let next = 0
    const work = async (): Promise<void> => {
      for (;;) {
        const at = next
        const range = ranges[at]
        if (range === undefined) return
        next += 1
        found[at] = await joinedChunks(chunkAt, range)
      }
    }
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
    const failed = ended.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    return found
  } finally {
    await handle.close()
  }
}

async function joinedChunks(chunkAt: (index: number) => Promise<Buffer | undefined>, { from, to }: ByteRange): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  for (let index = Math.floor(from / CHUNK); index * CHUNK < to; index += 1) {
    const chunk = await chunkAt(index)
    if (chunk === undefined) break
    parts.push(chunk.subarray(Math.max(0, from - index * CHUNK), to - index * CHUNK))
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** What is said of bytes that are not there. */
type WhyGone = (sha256: string, name: string) => FashenError

const ALTERED: WhyGone = (_sha256, name) => new FashenError('file-altered', { name })

/** `limit` is lowered only by tests. */
export function openFileStore(folder: string, fileKey: Uint8Array, limit = FILE_SIZE_LIMIT, whyGone = ALTERED): FileStore {
  mkdirSync(folder, { recursive: true })
  const incoming = join(folder, 'incoming')
  // made once: a key object for each of many thousand names would cost more than the hash
  const nameKey = createSecretKey(fileKey)
  const storedName = (sha256: string) => createHmac('sha256', nameKey).update(`fashen-file-name ${sha256}`).digest('hex')
  const aside = join(folder, UNREFERENCED)
  const placeOf = (name: string) => join(folder, name.slice(0, 2), name)
  const pathOf = (sha256: string) => placeOf(storedName(sha256))
  /** Where the content is: in its place, or put aside by a sweep. */
  const foundAt = (sha256: string) => [pathOf(sha256), join(aside, storedName(sha256))].find((path) => existsSync(path))

  async function put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredContent> {
    const temporary = join(incoming, randomBytes(16).toString('hex'))
    try {
      // one step only: a folder that is gone must not be made again where nobody looks for it
      await mkdir(incoming).catch(unlessThere)
      const target = await open(temporary, 'wx', 0o600)
      let stored: StoredContent
      try {
        stored = await seal(target, { fileKey, name, limit }, bytes)
      } finally {
        await target.close()
      }
      const path = pathOf(stored.sha256)
      await mkdir(dirname(path), { recursive: true })
      await rename(temporary, path)
      await syncFolder(dirname(path))
      // the same content put aside earlier is back in its place now
      await rm(join(aside, storedName(stored.sha256)), { force: true }).catch(() => undefined)
      return stored
    } catch (error) {
      await rm(temporary, { force: true })
      if (error instanceof FashenError) throw error
      if (!existsSync(folder)) throw new FashenError('store-gone', { folder: dirname(folder) }, { cause: error })
      if (isErrno(error, 'ENOSPC', 'EDQUOT')) throw new FashenError('disk-full', { what: name }, { cause: error })
      throw new FashenError('file-unreadable', { name, reason: reasonOf(error) }, { cause: error })
    }
  }

  async function* read(sha256: string, name: string): AsyncGenerator<Uint8Array> {
    const digest = createHash('sha256')
    try {
      for await (const chunk of unseal(foundAt(sha256) ?? pathOf(sha256), fileKey, name)) {
        digest.update(chunk)
        yield chunk
      }
    } catch (error) {
      if (isErrno(error, 'ENOENT')) throw whyGone(sha256, name)
      throw error
    }
    if (digest.digest('hex') !== sha256) throw new FashenError('file-altered', { name })
  }

  async function readRanges(sha256: string, name: string, ranges: readonly ByteRange[]): Promise<Uint8Array<ArrayBuffer>[]> {
    try {
      return await unsealRanges(foundAt(sha256) ?? pathOf(sha256), fileKey, name, ranges)
    } catch (error) {
      if (isErrno(error, 'ENOENT')) throw whyGone(sha256, name)
      throw error
    }
  }

  return {
    put,
    read,
    readRange: async (sha256, name, range) => (await readRanges(sha256, name, [range]))[0] ?? new Uint8Array(),
    readRanges,
    storedName,
    putAside: () => filesAside(aside),
    hashAside: (name) => hashOf(join(aside, requireStoredName(name)), fileKey),
    erase: async (name) => {
      for (const path of [placeOf(requireStoredName(name)), join(aside, name)]) {
        await rm(path, { force: true })
        if (existsSync(dirname(path))) await syncFolder(dirname(path))
      }
    },
    has: (sha256) => existsSync(pathOf(sha256)),
    readWhole: async (sha256, name) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of read(sha256, name)) chunks.push(chunk)
      return new Uint8Array(Buffer.concat(chunks))
    },
    sweep: (isReferenced, failed = () => undefined) => sweepFolder(folder, isReferenced, failed),
  }
}

/** Names that {@link FileStore.put} gives; anything else in the folder is not ours to move. */
const STORED_NAME = /^[0-9a-f]{64}$/

/** Nothing outside of the folder is ever named by it. */
function requireStoredName(name: string): string {
  if (!STORED_NAME.test(name)) throw new Error(`not the name of a stored file: ${name.slice(0, 80)}`)
  return name
}

async function filesAside(aside: string): Promise<{ storedName: string; size: number }[]> {
  if (!existsSync(aside)) return []
  const found: { storedName: string; size: number }[] = []
  for (const { name } of (await readdir(aside, { withFileTypes: true })).filter((entry) => entry.isFile() && STORED_NAME.test(entry.name))) {
    found.push({ storedName: name, size: (await stat(join(aside, name))).size })
  }
  return found.toSorted((one, other) => (one.storedName < other.storedName ? -1 : 1))
}

async function hashOf(path: string, fileKey: Uint8Array): Promise<string | null> {
  const digest = createHash('sha256')
  try {
    for await (const chunk of unseal(path, fileKey, '')) digest.update(chunk)
  } catch (error) {
    if (error instanceof FashenError || isErrno(error, 'ENOENT', 'EIO', 'EACCES')) return null
    throw error
  }
  return digest.digest('hex')
}

async function sweepFolder(folder: string, isReferenced: (storedName: string) => boolean, failed: (reason: string) => void): Promise<number> {
  const aside = join(folder, UNREFERENCED)
  const attempt = async <Result>(what: string, work: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      failed(`${what}: ${reasonOf(error)}`)
      return otherwise
    }
  }
  const entries = (path: string): Promise<Dirent[]> =>
    attempt(path, async () => (existsSync(path) ? await readdir(path, { withFileTypes: true }) : []), [])
  const move = (from: string, to: string): Promise<number> =>
    attempt(
      from,
      async () => {
        // never over a file that is there already
        if (existsSync(to)) return 0
        await mkdir(dirname(to), { recursive: true })
        await rename(from, to)
        return 1
      },
      0,
    )
  await attempt('incoming', () => rm(join(folder, 'incoming'), { recursive: true, force: true }), undefined)
  for (const file of await entries(aside)) {
    if (file.isFile() && STORED_NAME.test(file.name) && isReferenced(file.name)) {
      await move(join(aside, file.name), join(folder, file.name.slice(0, 2), file.name))
    }
  }
  let moved = 0
  for (const group of await entries(folder)) {
    if (!group.isDirectory() || !/^[0-9a-f]{2}$/.test(group.name)) continue
    for (const file of await entries(join(folder, group.name))) {
      if (!file.isFile() || !STORED_NAME.test(file.name) || isReferenced(file.name)) continue
      moved += await move(join(folder, group.name, file.name), join(aside, file.name))
    }
  }
  return moved
}
