/** A first look at a stored file: what it is by its content, told from its beginning and its end. */
import type { FileFormat, FileLook } from '../../shared/materials/file-look.ts'
import { pictureSize } from '../../shared/materials/picture-size.ts'
import type { FoundFile } from '../core/stored-files.ts'
import { brokenPromise, extensionOf, fileKindOf, promisedFormat, type FileKind } from '../intake/reading/file-kind.ts'
import type { ByteRange, FileStore } from '../store/files.ts'

/** Bytes read from each end: the directory of an archive stands at its end, the header of a picture at its beginning. */
const END = 1024 * 1024

const FORMATS: Readonly<Record<FileKind, FileFormat>> = {
  pdf: 'pdf', image: 'picture', tiff: 'tiff', docx: 'docx', xlsx: 'xlsx', text: 'text', html: 'html', ofd: 'ofd', 'encrypted-office': 'officeEncrypted',
  doc: 'officeOld', xls: 'officeOld', ppt: 'officeOld', pptx: 'officeOld', wps: 'officeOld', et: 'officeOld', rtf: 'officeOld', office: 'officeOld',
  zip: 'archive', rar: 'archive', '7z': 'archive', media: 'media', other: 'other',
}
/** Ending of a name whose content has no mark of its own, so that the ending decides. */
const BY_ENDING: Readonly<Record<string, FileFormat>> = { svg: 'svg', html: 'html', htm: 'html', xhtml: 'html', mht: 'html', json: 'text', xml: 'text' }
const SVG = /^\s*(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/i

const latin1 = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Throws `file-altered`. */
export async function lookAt(files: FileStore, { name, mediaType, size, sha256 }: FoundFile): Promise<FileLook> {
  const told = { name, mediaType, size }
  if (size === 0) return { ...told, format: 'empty', promised: null, picture: null, macros: false }
  const head = await files.readRange(sha256, name, { from: 0, to: Math.min(size, END) })
  const tail = size <= END ? head : await files.readRange(sha256, name, { from: Math.max(END, size - END), to: size })
  const ends = tail === head ? head : new Uint8Array(Buffer.concat([head, tail]))
  const kind = fileKindOf(name, ends)
  const format = formatOf(kind, name, head)
  const measured = format === 'picture' ? pictureSize(head) : undefined
  const promised = format === 'other' ? promisedFormat(name) : brokenPromise(name, kind)
  return {
    ...told,
    format,
    promised: promised ?? null,
    picture: measured === undefined ? null : { width: measured[0], height: measured[1] },
    macros: kind === 'docx' || kind === 'xlsx' ? latin1(ends).includes('vbaProject') : false,
  }
}

function formatOf(kind: FileKind, name: string, head: Uint8Array): FileFormat {
  if (kind !== 'other' && kind !== 'text') return FORMATS[kind]
  if (SVG.test(latin1(head.subarray(0, 2048)).toString('latin1'))) return 'svg'
  return kind === 'text' ? 'text' : (BY_ENDING[extensionOf(name)] ?? 'other')
}

/** Files that were found whole since the store was opened: they are compared once, not each time they are opened. */
const whole = new WeakMap<FileStore, Map<string, Promise<void>>>()

/** Throws `file-altered` where the bytes are not those that were stored. */
export function checkWhole(files: FileStore, { name, sha256 }: FoundFile): Promise<void> {
  const known = whole.get(files) ?? new Map<string, Promise<void>>()
  whole.set(files, known)
  let checked = known.get(sha256)
  if (checked === undefined) {
    checked = readThrough(files, sha256, name)
    known.set(sha256, checked)
    // what failed is looked at again: the file may have been brought back
    checked.catch(() => known.delete(sha256))
  }
  return checked
}

/** How often pieces are being read now, and when that ended last. */
const reading = new WeakMap<FileStore, { now: number; ended: number }>()

function readingOf(files: FileStore): { now: number; ended: number } {
  const known = reading.get(files) ?? { now: 0, ended: -Infinity }
  reading.set(files, known)
  return known
}

/** Pieces of a file for somebody who looks at it; what is compared in the background waits. Throws `file-altered`. */
export async function readPieces(files: FileStore, { name, sha256 }: FoundFile, pieces: readonly ByteRange[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const state = readingOf(files)
  state.now += 1
  try {
    return await files.readRanges(sha256, name, pieces)
  } finally {
    state.now -= 1
    state.ended = performance.now()
  }
}

/** Milliseconds after pieces were read in which more are likely to be asked for: a viewer asks for what it found in them. */
const LIKELY = 100
/** Milliseconds for which the comparison waits at one chunk at most, so that it ends though somebody reads all the time. */
const WAITS = 400
const LOOKS_AGAIN = 20

async function readThrough(files: FileStore, sha256: string, name: string): Promise<void> {
  const state = readingOf(files)
  for await (const _ of files.read(sha256, name)) {
    // the reading itself compares; other calls are answered between two chunks
    await new Promise((resolve) => setImmediate(resolve))
    for (let waited = 0; waited < WAITS && (state.now > 0 || performance.now() - state.ended < LIKELY); waited += LOOKS_AGAIN) {
      await new Promise((resolve) => setTimeout(resolve, LOOKS_AGAIN))
    }
  }
}
