/**
 * Finding objects in a PDF file by its cross-reference tables and streams (ISO 32000-1 section 7.5), as much as signing
 * and checking signatures needs. pdf-lib is not used for this: it reads the whole file, unpacks without a limit, and
 * takes the last object of a number wherever it stands, whether or not the file refers to it. Input may be hostile, so
 * everything is bounded and whatever is odd throws a {@link PdfSyntaxError}.
 */
import { inflateSync } from 'node:zlib'
import { latin1, PdfParser, PdfSyntaxError, type PdfDictionary, type PdfValue } from './pdf-syntax.ts'

type Location =
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' }

interface ObjectStream {
  readonly bytes: Uint8Array
  /** Object number and offset in `bytes`, by index. */
  readonly index: readonly (readonly [number: number, offset: number])[]
}

const MAX_REVISIONS = 64
const MAX_OBJECTS = 500_000
const MAX_UNPACKED = 16 * 1024 * 1024
const MAX_UNPACKED_TOTAL = 64 * 1024 * 1024
const MAX_REFERENCE_STEPS = 16
const MAX_STREAM_NESTING = 4

/** The file begins with its header; a prefix would shift every offset and is a way to hide content. */
export function hasPdfHeader(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 5)) === '%PDF-'
}

export class PdfReader {
  readonly bytes: Uint8Array
  /** Trailer of the newest revision. */
  readonly trailer: PdfDictionary
  /** Offset of the newest cross-reference section. */
  readonly startXref: number
  /** Whether that section is a stream: an update must continue in the same form. */
  readonly usesXrefStream: boolean
  readonly #locations = new Map<number, Location>()
  readonly #objectStreams = new Map<number, ObjectStream>()
  #entriesRead = 0
  #unpackedTotal = 0
  #streamNesting = 0

  constructor(bytes: Uint8Array) {
    if (!hasPdfHeader(bytes)) throw new PdfSyntaxError('no header')
    this.bytes = bytes
    this.startXref = lastStartXref(bytes)
    const newest = this.#readSection(this.startXref)
    this.trailer = newest.trailer
    this.usesXrefStream = newest.isStream
    this.#followOlderSections(newest.trailer)
  }

  /** One more than the highest object number in use. */
  get size(): number {
    const highest = Math.max(this.number(this.trailer.entries.get('Size')) ?? 1, 1)
    return [...this.#locations.keys()].reduce((size, number) => Math.max(size, number + 1), highest)
  }

  /** The value itself, with references followed; `undefined` for null and for objects that are not there. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let current = value
    for (let step = 0; step < MAX_REFERENCE_STEPS; step++) {
      if (current === undefined || current.kind === 'null') return undefined
      if (current.kind !== 'reference') return current
      current = this.object(current.number)
    }
    throw new PdfSyntaxError('references in a circle')
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const found = this.resolve(value)
    return found?.kind === 'dictionary' ? found : undefined
  }

  items(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value)
    return found?.kind === 'array' ? found.items : []
  }

  name(value: PdfValue | undefined): string | undefined {
    const found = this.resolve(value)
    return found?.kind === 'name' ? found.name : undefined
  }

  number(value: PdfValue | undefined): number | undefined {
    const found = this.resolve(value)
    return found?.kind === 'number' ? found.value : undefined
  }

  /** The indirect object of this number; for a stream, its dictionary. */
  object(number: number): PdfValue | undefined {
    const location = this.#locations.get(number)
    if (location === undefined || location.kind === 'free') return undefined
    if (location.kind === 'offset') return this.#objectAt(location.offset, number).value
    const { bytes, index } = this.#objectStream(location.stream)
    const entry = index[location.index]
    if (entry?.[0] !== number) throw new PdfSyntaxError('object stream index')
    return new PdfParser(bytes, entry[1]).value()
  }

  #objectAt(offset: number, number?: number): { value: PdfValue; parser: PdfParser } {
    const parser = new PdfParser(this.bytes, offset)
    const found = parser.unsignedInteger()
    parser.unsignedInteger()
    if (!parser.accept('obj') || (number !== undefined && found !== number)) throw new PdfSyntaxError('object expected')
    return { value: parser.value(), parser }
  }

  // ---------------------------------------------------------------- cross-reference sections, newest first

  #followOlderSections(newest: PdfDictionary): void {
    const seen = new Set([this.startXref])
    let trailer: PdfDictionary | undefined = newest
    while (trailer !== undefined) {
      const previous = trailer.entries.get('Prev')
      if (previous === undefined) return
      if (previous.kind !== 'number' || seen.has(previous.value) || seen.size >= MAX_REVISIONS) {
        throw new PdfSyntaxError('chain of revisions')
      }
      seen.add(previous.value)
      trailer = this.#readSection(previous.value).trailer
    }
  }

  #readSection(offset: number): { trailer: PdfDictionary; isStream: boolean } {
    const parser = new PdfParser(this.bytes, offset)
    if (!parser.accept('xref')) return { trailer: this.#readXrefStream(offset), isStream: true }
    while (!parser.accept('trailer')) this.#readSubsection(parser)
    const trailer = parser.value()
    if (trailer.kind !== 'dictionary') throw new PdfSyntaxError('trailer')
    // a hybrid file keeps what old readers cannot see in a stream beside the table
    const beside = trailer.entries.get('XRefStm')
    if (beside?.kind === 'number') this.#readXrefStream(beside.value)
    return { trailer, isStream: false }
  }

  #readSubsection(parser: PdfParser): void {
    const first = parser.unsignedInteger()
    const count = parser.unsignedInteger()
    if (count > MAX_OBJECTS) throw new PdfSyntaxError('too many objects')
    for (let index = 0; index < count; index++) {
      const offset = parser.unsignedInteger()
      const generation = parser.unsignedInteger()
      const kind = parser.word()
      if (kind === 'n') this.#locate(first + index, { kind: 'offset', offset, generation })
      else if (kind === 'f') this.#locate(first + index, { kind: 'free' })
      else throw new PdfSyntaxError('cross-reference entry')
    }
  }

  /** Sections are read newest first, so the first location of a number counts. */
  #locate(number: number, location: Location): void {
    this.#entriesRead += 1
    if (this.#entriesRead > MAX_OBJECTS) throw new PdfSyntaxError('too many objects')
    if (!this.#locations.has(number)) this.#locations.set(number, location)
  }

  #readXrefStream(offset: number): PdfDictionary {
    const { dictionary, content } = this.#streamAt(offset)
    const widths = this.items(dictionary.entries.get('W')).map((item) => this.number(item) ?? -1)
    const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
    const rowLength = typeWidth + secondWidth + thirdWidth
    if (widths.length !== 3 || widths.some((width) => width < 0 || width > 6) || rowLength === 0) {
      throw new PdfSyntaxError('cross-reference widths')
    }
    const ranges = this.items(dictionary.entries.get('Index')).map((item) => this.number(item) ?? 0)
    if (ranges.length === 0) ranges.push(0, this.number(dictionary.entries.get('Size')) ?? 0)
    // a view, not a copy: a small file can unpack into a table of millions of rows
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    const field = (at: number, width: number): number => (width === 0 ? 0 : bytes.readUIntBE(at, width))
    let row = 0
    for (let range = 0; range + 1 < ranges.length; range += 2) {
      for (let index = 0; index < (ranges[range + 1] ?? 0) && row + rowLength <= content.length; index++) {
        const type = typeWidth === 0 ? 1 : field(row, typeWidth)
        const second = field(row + typeWidth, secondWidth)
        const third = field(row + typeWidth + secondWidth, thirdWidth)
        this.#locate((ranges[range] ?? 0) + index, locationOf(type, second, third))
        row += rowLength
      }
    }
    return dictionary
  }

  // ---------------------------------------------------------------- streams

  #streamAt(offset: number, number?: number): { dictionary: PdfDictionary; content: Uint8Array } {
    const { value, parser } = this.#objectAt(offset, number)
    if (value.kind !== 'dictionary' || !parser.accept('stream')) throw new PdfSyntaxError('stream expected')
    if (this.bytes[parser.position] === 13) parser.position += 1
    if (this.bytes[parser.position] === 10) parser.position += 1
    const length = this.number(value.entries.get('Length'))
    if (length === undefined || length < 0 || parser.position + length > this.bytes.length) {
      throw new PdfSyntaxError('stream length')
    }
    const packed = this.bytes.subarray(parser.position, parser.position + length)
    return { dictionary: value, content: this.#unpack(value, packed) }
  }

  #unpack(dictionary: PdfDictionary, packed: Uint8Array): Uint8Array {
    const filter = this.resolve(dictionary.entries.get('Filter'))
    const filters = filter?.kind === 'array' ? filter.items.map((item) => this.name(item)) : [this.name(filter)]
    if (filter === undefined || filters.length === 0) return packed
    if (filters.length !== 1 || filters[0] !== 'FlateDecode') throw new PdfSyntaxError('stream filter')
    let content: Uint8Array
    try {
      content = inflateSync(packed, { maxOutputLength: MAX_UNPACKED })
    } catch {
      throw new PdfSyntaxError('stream content')
    }
    this.#unpackedTotal += content.length
    if (this.#unpackedTotal > MAX_UNPACKED_TOTAL) throw new PdfSyntaxError('too much packed content')
    const parameters = this.resolve(dictionary.entries.get('DecodeParms'))
    const first = parameters?.kind === 'array' ? this.dictionary(parameters.items[0]) : this.dictionary(parameters)
    if ((this.number(first?.entries.get('Predictor')) ?? 1) === 1) return content
    return withoutPrediction(content, this.number(first?.entries.get('Columns')) ?? 1)
  }

  #objectStream(number: number): ObjectStream {
    const known = this.#objectStreams.get(number)
    if (known !== undefined) return known
    const location = this.#locations.get(number)
    if (location?.kind !== 'offset') throw new PdfSyntaxError('object stream expected')
    if (this.#streamNesting >= MAX_STREAM_NESTING) throw new PdfSyntaxError('object streams in a circle')
    this.#streamNesting += 1
    try {
      const { dictionary, content } = this.#streamAt(location.offset, number)
      const count = this.number(dictionary.entries.get('N')) ?? 0
      const first = this.number(dictionary.entries.get('First')) ?? 0
      if (count < 0 || count > MAX_OBJECTS) throw new PdfSyntaxError('too many objects')
      const parser = new PdfParser(content, 0)
      const entry = () => [parser.unsignedInteger(), first + parser.unsignedInteger()] as const
      const index = Array.from({ length: count }, entry)
      const stream = { bytes: content, index }
      this.#objectStreams.set(number, stream)
      return stream
    } finally {
      this.#streamNesting -= 1
    }
  }
}

function lastStartXref(bytes: Uint8Array): number {
  const tail = Math.max(0, bytes.length - 2048)
  const at = latin1(bytes.subarray(tail)).lastIndexOf('startxref')
  if (at === -1) throw new PdfSyntaxError('no startxref')
  return new PdfParser(bytes, tail + at + 'startxref'.length).unsignedInteger()
}

function locationOf(type: number, second: number, third: number): Location {
  if (type === 1) return { kind: 'offset', offset: second, generation: third }
  if (type === 2) return { kind: 'packed', stream: second, index: third }
  return { kind: 'free' }
}

/** Undoes PNG prediction (ISO 32000-1 section 7.4.4.4) with one byte per sample, as cross-reference streams use it. */
function withoutPrediction(content: Uint8Array, columns: number): Uint8Array {
  if (!Number.isInteger(columns) || columns < 1 || columns > 64) throw new PdfSyntaxError('predictor columns')
  const rows = Math.floor(content.length / (columns + 1))
  const plain = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const kind = content[row * (columns + 1)]
    if (kind !== 0 && kind !== 1 && kind !== 2) throw new PdfSyntaxError('predictor')
    for (let column = 0; column < columns; column++) {
      const sample = content[row * (columns + 1) + 1 + column] ?? 0
      const left = kind === 1 && column > 0 ? (plain[row * columns + column - 1] ?? 0) : 0
      const above = kind === 2 && row > 0 ? (plain[(row - 1) * columns + column] ?? 0) : 0
      plain[row * columns + column] = (sample + left + above) & 0xff
    }
  }
  return plain
}
