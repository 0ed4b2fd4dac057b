/**
 * Archives (压缩包) that were dropped: a ZIP is opened, its files are read one by one when they are asked for. Nothing is
 * written anywhere by the names in it. An archive inside it is kept whole.
 */
import { crc32 } from 'node:zlib'
import type { IntakeLine, ReportCode, ReportOf } from '../../../shared/intake/reading/report.ts'
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { sortedByPath, type Collected, type IntakeEntry } from './collected.ts'
import { withoutDuplicates } from './duplicates.ts'
import { decodedNames, isSystemFile, isUnsafePath, safeName } from './entry-names.ts'
import { extensionOf } from './file-kind.ts'
import { INTAKE_LIMITS, RATIO_MATTERS_FROM, type IntakeLimits } from './intake-limits.ts'

const ENCRYPTED = 1
const UNIX_LINK = 0o120000
const UNIX_KIND = 0o170000
const UNICODE_PATH_FIELD = 0x70_75
const OTHER_ARCHIVES: Readonly<Record<string, string>> = { rar: 'RAR', '7z': '7Z', tar: 'TAR', gz: 'GZ', tgz: 'TGZ', bz2: 'BZ2', xz: 'XZ' }

function unicodePath(entry: Entry): string | undefined {
  const field = entry.extraFields.find(({ id }) => id === UNICODE_PATH_FIELD)
  return field === undefined || field.data.length < 6 || field.data[0] !== 1 ? undefined : field.data.subarray(5).toString('utf8')
}

const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & UNIX_KIND) === UNIX_LINK

/** Overlapping contents, or large ones that pack too well: made to fill a disk. */
function isBomb(entries: readonly Entry[], archiveSize: number, limits: IntakeLimits): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  return packed > archiveSize || entries.some((entry) => entry.uncompressedSize > limits.totalSize)
}

const packsTooWell = ({ compressedSize, uncompressedSize }: Entry, { ratio }: IntakeLimits): boolean =>
  uncompressedSize > RATIO_MATTERS_FROM && uncompressedSize > compressedSize * ratio

class DamagedEntry extends Error {}

interface Source {
  open(): Promise<ZipFile>
  close(zip: ZipFile): void
}

const OPENING = { decodeStrings: false, autoClose: false, validateEntrySizes: true } as const

/** A file is opened anew for each entry, so that it is never left open; bytes are opened once and need no closing. */
function sourceOf(source: Uint8Array | string): Source {
  if (typeof source === 'string') return { open: () => openPromise(source, OPENING), close: (zip) => zip.close() }
  let opened: Promise<ZipFile> | undefined
  const open = (): Promise<ZipFile> => (opened ??= fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), OPENING))
  return { open, close: () => undefined }
}

/** The unpacked content; its length is checked by yauzl, its checksum here. */
async function* contentOf({ open, close }: Source, entry: Entry): AsyncGenerator<Uint8Array> {
  const zip = await open()
  try {
    let checksum = 0
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      checksum = crc32(piece, checksum)
      yield piece
    }
    if (checksum !== entry.crc32) throw new DamagedEntry(`${entry.crc32} ${checksum}`)
  } finally {
    close(zip)
  }
}

/** Entries beyond the limit are counted up to here; more are only made to keep a computer busy. */
const MOST_COUNTED = 200_000

interface Directory {
  readonly entries: readonly Entry[]
  /** Entries beyond the limit, counted and not kept. */
  readonly left: number
  /** False where the directory breaks off. */
  readonly whole: boolean
}

async function directoryOf(zip: ZipFile, limits: IntakeLimits): Promise<Directory> {
  const entries: Entry[] = []
  let left = 0
  try {
    for await (const entry of zip.eachEntry()) {
      // folders and system files count too: a directory without end is stopped all the same
      if (entries.length < limits.files * 2) entries.push(entry)
      else if ((left += 1) >= MOST_COUNTED) break
    }
    return { entries, left, whole: true }
  } catch {
    return { entries, left, whole: false }
  }
}

/** Why an entry is not taken, if it is not. */
function refusal(path: string, entry: Entry, limits: IntakeLimits): ReportOf<ReportCode> | undefined {
  if (isUnsafePath(path)) return { code: 'unsafe-path', data: { path: path.replaceAll('\0', '\u2400').slice(0, 200) } }
  if (isLink(entry)) return { code: 'link', data: {} }
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return { code: 'archive-entry-encrypted', data: {} }
  if (entry.uncompressedSize === 0) return { code: 'empty-file', data: {} }
  if (entry.uncompressedSize > limits.fileSize) return { code: 'file-too-large', data: { size: entry.uncompressedSize, limit: limits.fileSize } }
  if (packsTooWell(entry, limits)) return { code: 'archive-bomb', data: {} }
  return entry.compressionMethod === 0 || entry.compressionMethod === 8 ? undefined : { code: 'archive-entry-damaged', data: {} }
}

/** What is said of a file that is taken: its name was changed, it is an archive that stays closed. */
export function remarks(name: string, safe: string, inArchive: boolean): ReportOf<ReportCode>[] {
  const format = OTHER_ARCHIVES[extensionOf(name)]
  return [
    ...(safe === name.normalize('NFC') ? [] : [{ code: 'renamed', data: { to: safe } } as const]),
    ...(format === undefined ? [] : [{ code: 'archive-kept-closed', data: { format } } as const]),
    ...(inArchive && extensionOf(name) === 'zip' ? [{ code: 'nested-archive', data: {} } as const] : []),
  ]
}

export interface ArchiveOptions {
  readonly limits?: IntakeLimits
  /** Put before the paths of the entries, such as `附件.zip/`. */
  readonly prefix?: string
  /** What the archive is called in lines about itself; the prefix if not given. */
  readonly name?: string
}

/**
 * The files in a ZIP. Not to be opened at all, it gives one line and no entries. Entries of the same content are found
 * later, with those of the folder around it ({@link withoutDuplicates}).
 *
 * @param source its bytes, or its path
 */
export async function listArchive(source: Uint8Array | string, options: ArchiveOptions = {}): Promise<Collected> {
  const { limits = INTAKE_LIMITS, prefix = '', name = prefix.replace(/\/$/, '') } = options
  const archive = sourceOf(source)
  const nothing = (code: 'archive-broken' | 'archive-bomb'): Collected => ({ entries: [], lines: [{ name, code, data: {} }], skipped: 0 })
  let zip: ZipFile
  try {
    zip = await archive.open()
  } catch {
    return nothing('archive-broken')
  }
  const size = zip.fileSize
  const directory = await directoryOf(zip, limits)
  archive.close(zip)
  if (isBomb(directory.entries, size, limits)) return nothing('archive-bomb')
  if (!directory.whole && directory.entries.length === 0) return nothing('archive-broken')
  const sorted = sortedOut(directory.entries, limits)
  const lines = sorted.lines.map((line) => ({ ...line, name: prefix + line.name }))
  if (!directory.whole) lines.push({ name, code: 'archive-broken', data: {} })
  const overLimit = directory.left + sorted.overLimit
  if (overLimit > 0) lines.push({ name, code: 'too-many-files', data: { limit: limits.files, left: overLimit } })
  if (sorted.overSize > 0) lines.push({ name, code: 'files-too-large-together', data: { limit: limits.totalSize, left: sorted.overSize } })
  const entries = sorted.taken.map(({ path, entry }): IntakeEntry => ({
    path: prefix + path,
    name: path.slice(path.lastIndexOf('/') + 1),
    size: entry.uncompressedSize,
    bytes: () => contentOf(archive, entry),
  }))
  return { entries: sortedByPath(entries), lines, skipped: sorted.skipped }
}

interface SortedOut {
  readonly taken: { readonly path: string; readonly entry: Entry }[]
  readonly lines: IntakeLine[]
  skipped: number
  overLimit: number
  overSize: number
}

function sortedOut(entries: readonly Entry[], limits: IntakeLimits): SortedOut {
  const names = decodedNames(entries.map((entry) => ({ bytes: entry.fileNameRaw, flags: entry.generalPurposeBitFlag, unicodePath: unicodePath(entry) })))
  const sorted: SortedOut = { taken: [], lines: [], skipped: 0, overLimit: 0, overSize: 0 }
  const used = new Set<string>()
  let total = 0
  for (const [index, entry] of entries.entries()) {
    // Windows programs write the wrong kind of slash
    const path = (names[index] ?? '').replaceAll('\\', '/')
    const parts = path.split('/').filter((part) => part !== '' && part !== '.')
    const last = parts.at(-1)
    if (path.endsWith('/') && !isUnsafePath(path)) continue
    const refused = refusal(path, entry, limits)
    if (last !== undefined && parts.some(isSystemFile) && refused?.code !== 'unsafe-path') sorted.skipped += 1
    else if (refused !== undefined) sorted.lines.push({ name: path.slice(0, 200), ...refused })
    else if (last === undefined) sorted.lines.push({ name: path.slice(0, 200), code: 'unsafe-path', data: { path: path.slice(0, 200) } })
    else if (sorted.taken.length >= limits.files) sorted.overLimit += 1
    else if (total + entry.uncompressedSize > limits.totalSize) sorted.overSize += 1
    else {
      total += entry.uncompressedSize
      const safe = unusedPath(parts.map(safeName).join('/'), used)
      const safeLast = safe.slice(safe.lastIndexOf('/') + 1)
      sorted.lines.push(...remarks(last, safeLast, true).map((remark) => ({ name: safe, ...remark })))
      sorted.taken.push({ path: safe, entry })
    }
  }
  return sorted
}

/** Two entries of one name (an archive may have them) are two files. */
function unusedPath(path: string, used: Set<string>): string {
  let free = path
  for (let count = 2; used.has(free.toLowerCase()); count += 1) free = path.replace(/(\.[^./]*)?$/, (ending) => ` (${count})${ending}`)
  used.add(free.toLowerCase())
  return free
}

/** As {@link listArchive}, each content once. */
export async function openArchive(source: Uint8Array | string, options: ArchiveOptions = {}): Promise<Collected> {
  return await withoutDuplicates(await listArchive(source, options))
}
