/**
 * The parts of an Office file (a ZIP of XML files). Input may be hostile: nothing is unpacked that was not asked for, each
 * part and all of them together have a limit, and the sizes that the archive claims are not believed.
 */
import { inflateRawSync } from 'node:zlib'
import { fromBufferPromise, type Entry } from 'yauzl'

/** Largest part, unpacked, in bytes; `document.xml` of a hundred pages has about 2 MB. */
const PART_LIMIT = 64 * 1024 * 1024
const TOTAL_LIMIT = 160 * 1024 * 1024
const MOST_PARTS = 20_000

export class PackageTooLarge extends Error {}
export class PackageBroken extends Error {}
export class PackageEncrypted extends Error {}

export interface OfficePackage {
  readonly names: readonly string[]
  /** Undefined where there is no such part. Throws {@link PackageTooLarge}, {@link PackageBroken}, {@link PackageEncrypted}. */
  read(name: string): Uint8Array | undefined
  /** As {@link read}, as text. */
  text(name: string): string | undefined
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the content of an entry begins: behind its local header (PKWARE APPNOTE 4.3.7). */
function contentStart(archive: Buffer, entry: Entry): number {
  const start = entry.relativeOffsetOfLocalHeader
  if (start + 30 > archive.length || archive.readUInt32LE(start) !== 0x04034b50) throw new PackageBroken('no local header')
  return start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
}

function unpack(archive: Buffer, entry: Entry): Uint8Array {
  const start = contentStart(archive, entry)
  const packed = archive.subarray(start, start + entry.compressedSize)
  if (packed.length !== entry.compressedSize) throw new PackageBroken('cut off')
  if (entry.compressionMethod === 0) return packed
  if (entry.compressionMethod !== 8) throw new PackageBroken(`method ${entry.compressionMethod}`)
  try {
    return inflateRawSync(packed, { maxOutputLength: PART_LIMIT })
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')) throw new PackageTooLarge()
    throw new PackageBroken('deflate', { cause: error })
  }
}

export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Throws {@link PackageBroken} where the bytes are no ZIP. */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage> {
  const archive = asBuffer(bytes)
  const entries = new Map<string, Entry>()
  try {
    // names are wanted as they stand: nothing is written anywhere by them
    const zip = await fromBufferPromise(archive, { decodeStrings: false, validateEntrySizes: false })
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MOST_PARTS) throw new PackageTooLarge()
      entries.set(String(entry.fileNameRaw ?? entry.fileName).replaceAll('\\', '/').replace(/^\//, ''), entry)
    }
  } catch (error) {
    if (error instanceof PackageTooLarge) throw error
    throw new PackageBroken('not a ZIP', { cause: error })
  }
  // some writers spell part names in another case than the relations that point to them
  const byLowerCase = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]))
  let total = 0
  const read = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name) ?? entries.get(byLowerCase.get(name.toLowerCase()) ?? '')
    if (entry === undefined) return undefined
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw new PackageEncrypted()
    const unpacked = unpack(archive, entry)
    total += unpacked.length
    if (total > TOTAL_LIMIT) throw new PackageTooLarge()
    return unpacked
  }
  return {
    names: [...entries.keys()],
    read,
    text: (name) => {
      const found = read(name)
      return found === undefined ? undefined : decodeXml(found)
    },
  }
}
