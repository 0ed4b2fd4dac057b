/**
 * An incremental update (增量更新; ISO 32000-1 section 7.5.6): new and changed objects are appended behind the file as it
 * is, so that every byte an earlier signature covers stays where it was.
 */
import { createHash } from 'node:crypto'
import type { PdfReader } from './pdf-reader.ts'

export interface UpdatedObject {
  readonly number: number
  /** Everything between `obj` and `endobj`. */
  readonly body: Buffer
}

export interface PdfUpdate {
  /** The whole file, old bytes first. */
  readonly bytes: Buffer
  /** Where the body of each object begins in `bytes`, by object number. */
  readonly bodyOffsets: ReadonlyMap<number, number>
}

/** Dictionary and content of a stream object. */
export function streamBody(dictionary: string, content: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

/**
 * Appends `objects` and a cross-reference section of the same kind as the file's newest one.
 *
 * @param size one more than the highest object number, new objects included
 */
export function appendUpdate(reader: PdfReader, objects: readonly UpdatedObject[], size: number): PdfUpdate {
  const parts: Buffer[] = [Buffer.from(reader.bytes.buffer, reader.bytes.byteOffset, reader.bytes.byteLength)]
  let length = reader.bytes.length
  const append = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  const offsets = new Map<number, number>()
  const bodyOffsets = new Map<number, number>()
  append(Buffer.from('\n', 'latin1'))
  for (const { number, body } of objects) {
    offsets.set(number, length)
    append(Buffer.from(`${number} 0 obj\n`, 'latin1'))
    bodyOffsets.set(number, length)
    append(body)
    append(Buffer.from('\nendobj\n', 'latin1'))
  }
  const xrefOffset = length
  if (reader.usesXrefStream) append(xrefStream(reader, offsets, xrefOffset, size))
  else append(xrefTable(reader, offsets, size))
  append(Buffer.from(`startxref\n${xrefOffset}\n%%EOF\n`, 'latin1'))
  return { bytes: Buffer.concat(parts), bodyOffsets }
}

function trailerEntries(reader: PdfReader, size: number): string {
  const carried = ['Root', 'Info'].flatMap((key) => {
    const value = reader.trailer.entries.get(key)
    return value === undefined ? [] : [`/${key} ${Buffer.from(value.raw).toString('latin1')}`]
  })
  return [`/Size ${size}`, ...carried, `/Prev ${reader.startXref}`, fileIdentifier(reader)].join('\n')
}

/** ISO 32000-1 section 14.4: the first half stays what it was, the second changes with each revision. */
function fileIdentifier(reader: PdfReader): string {
  const [first] = reader.items(reader.trailer.entries.get('ID'))
  const revision = createHash('sha256').update(reader.bytes).digest('hex').slice(0, 32).toUpperCase()
  const permanent = first?.kind === 'string' ? Buffer.from(first.bytes).toString('hex').toUpperCase() : revision
  return `/ID [<${permanent}> <${revision}>]`
}

/** Neighbouring object numbers, as the sections of a cross-reference table list them. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs
}

function xrefTable(reader: PdfReader, offsets: ReadonlyMap<number, number>, size: number): Buffer {
  const sections = runsOf([...offsets.keys()]).map((run) => {
    const rows = run.map((number) => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`)
    return `${run[0]} ${run.length}\n${rows.join('')}`
  })
  return Buffer.from(`xref\n${sections.join('')}trailer\n<<\n${trailerEntries(reader, size)}\n>>\n`, 'latin1')
}

function xrefStream(reader: PdfReader, offsets: ReadonlyMap<number, number>, ownOffset: number, size: number): Buffer {
  const all = new Map([...offsets, [size, ownOffset]])
  const runs = runsOf([...all.keys()])
  const rows = runs.flat().map((number) => {
    const row = Buffer.alloc(7)
    row.writeUInt8(1, 0)
    row.writeUIntBE(all.get(number) ?? 0, 1, 6)
    return row
  })
  const index = runs.map((run) => `${run[0]} ${run.length}`).join(' ')
  const entries = `/Type /XRef /W [1 6 0] /Index [${index}]\n${trailerEntries(reader, size + 1)}\n`
  const body = streamBody(entries, Buffer.concat(rows))
  return Buffer.concat([Buffer.from(`${size} 0 obj\n`, 'latin1'), body, Buffer.from('\nendobj\n', 'latin1')])
}
