/**
 * The syntax of PDF objects (ISO 32000-1 section 7.3), read from bytes that may be hostile. Every value keeps the bytes
 * it was written with, so that an incremental update can carry over what it does not change exactly as it stands.
 */

export class PdfSyntaxError extends Error {
  constructor(problem: string) {
    super(`PDF syntax: ${problem}`)
    this.name = 'PdfSyntaxError'
  }
}

interface Written {
  /** The bytes of this value. */
  readonly raw: Uint8Array
  /** Where they begin in the bytes that were parsed. */
  readonly start: number
}

export type PdfValue = Written &
  (
    | { readonly kind: 'null' }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'string'; readonly bytes: Uint8Array; readonly hex: boolean }
    | { readonly kind: 'reference'; readonly number: number; readonly generation: number }
    | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
    | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
  )
export type PdfDictionary = Extract<PdfValue, { kind: 'dictionary' }>
export type PdfArray = Extract<PdfValue, { kind: 'array' }>
export type PdfReference = Extract<PdfValue, { kind: 'reference' }>

/** Real documents nest ten deep; beyond this it is an attack on the stack. */
const MAX_DEPTH = 64
/** Bytes of white space and comments in one place, and of one literal string: more is an attack on time and memory. */
const MAX_GAP = 256 * 1024
const MAX_LITERAL = 4 * 1024 * 1024

const WHITESPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))

const isRegular = (byte: number | undefined): boolean =>
  byte !== undefined && !WHITESPACE.has(byte) && !DELIMITERS.has(byte)

const code = (character: string): number => character.charCodeAt(0)
const SLASH = code('/')
const LESS = code('<')
const GREATER = code('>')
const OPEN_PAREN = code('(')
const CLOSE_PAREN = code(')')
const OPEN_BRACKET = code('[')
const CLOSE_BRACKET = code(']')
const PERCENT = code('%')
const BACKSLASH = code('\\')

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

export class PdfParser {
  readonly #bytes: Uint8Array
  position: number

  constructor(bytes: Uint8Array, position: number) {
    if (!Number.isSafeInteger(position) || position < 0 || position > bytes.length) throw new PdfSyntaxError('position')
    this.#bytes = bytes
    this.position = position
  }

  skipWhitespace(): void {
    const start = this.position
    for (;;) {
      if (this.position - start > MAX_GAP) throw new PdfSyntaxError('too much white space')
      const byte = this.#bytes[this.position]
      if (byte === PERCENT) {
        while (this.position < this.#bytes.length && !isLineEnd(this.#bytes[this.position])) this.position += 1
      } else if (byte !== undefined && WHITESPACE.has(byte)) this.position += 1
      else return
    }
  }

  /** A run of regular characters such as `obj` or `12`; empty where there is none. */
  word(): string {
    this.skipWhitespace()
    const start = this.position
    while (isRegular(this.#bytes[this.position]) && this.position - start < 64) this.position += 1
    return latin1(this.#bytes.subarray(start, this.position))
  }

  /** Consumes `wanted` if it comes next. */
  accept(wanted: string): boolean {
    const before = this.position
    if (this.word() === wanted) return true
    this.position = before
    return false
  }

  unsignedInteger(): number {
    const text = this.word()
    if (!/^\d{1,15}$/.test(text)) throw new PdfSyntaxError('number expected')
    return Number(text)
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError('nested too deeply')
    this.skipWhitespace()
    const start = this.position
    const written = (): Written => ({ start, raw: this.#bytes.subarray(start, this.position) })
    switch (this.#bytes[start]) {
      case SLASH: {
        const name = this.#name()
        return { kind: 'name', name, ...written() }
      }
      case OPEN_PAREN: {
        const bytes = this.#literalString()
        return { kind: 'string', bytes, hex: false, ...written() }
      }
      case OPEN_BRACKET: {
        const items = this.#items(depth)
        return { kind: 'array', items, ...written() }
      }
      case LESS: {
        if (this.#bytes[start + 1] !== LESS) {
          const bytes = this.#hexString()
          return { kind: 'string', bytes, hex: true, ...written() }
        }
        const entries = this.#entries(depth)
        return { kind: 'dictionary', entries, ...written() }
      }
      default:
        return this.#keywordOrNumber(start)
    }
  }

  #keywordOrNumber(start: number): PdfValue {
    const text = this.word()
    const written = (): Written => ({ start, raw: this.#bytes.subarray(start, this.position) })
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', ...written() }
    if (text === 'null') return { kind: 'null', ...written() }
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw new PdfSyntaxError('value expected')
    const afterNumber = this.position
    if (/^\d{1,10}$/.test(text)) {
      const generation = this.word()
      if (/^\d{1,5}$/.test(generation) && this.accept('R')) {
        return { kind: 'reference', number: Number(text), generation: Number(generation), ...written() }
      }
      this.position = afterNumber
    }
    return { kind: 'number', value: Number(text), ...written() }
  }

  #name(): string {
    this.position += 1
    const start = this.position
    while (isRegular(this.#bytes[this.position])) this.position += 1
    return latin1(this.#bytes.subarray(start, this.position)).replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }

  #items(depth: number): PdfValue[] {
    this.position += 1
    const items: PdfValue[] = []
    for (;;) {
      this.skipWhitespace()
      if (this.#bytes[this.position] === CLOSE_BRACKET) {
        this.position += 1
        return items
      }
      items.push(this.value(depth + 1))
    }
  }

  #entries(depth: number): Map<string, PdfValue> {
    this.position += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipWhitespace()
      if (this.#bytes[this.position] === GREATER && this.#bytes[this.position + 1] === GREATER) {
        this.position += 2
        return entries
      }
      if (this.#bytes[this.position] !== SLASH) throw new PdfSyntaxError('key expected')
      const key = this.#name()
      // readers disagree about which of two equal keys counts; a signature must not depend on that
      if (entries.has(key)) throw new PdfSyntaxError('key twice')
      entries.set(key, this.value(depth + 1))
    }
  }

  #hexString(): Uint8Array {
    const start = this.position + 1
    const end = this.#bytes.indexOf(GREATER, start)
    if (end === -1) throw new PdfSyntaxError('string without end')
    this.position = end + 1
    const digits = latin1(this.#bytes.subarray(start, end)).replaceAll(/[\0\t\n\f\r ]/g, '')
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfSyntaxError('hexadecimal digit expected')
    return new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'))
  }

  #literalString(): Uint8Array {
    const bytes = this.#bytes
    const found: number[] = []
    let open = 1
    for (let at = this.position + 1; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (found.length > MAX_LITERAL) throw new PdfSyntaxError('string too long')
      if (byte === BACKSLASH) {
        const { value, length } = escapeAt(bytes, at + 1)
        if (value !== undefined) found.push(value)
        at += length
        continue
      }
      if (byte === OPEN_PAREN) open += 1
      if (byte === CLOSE_PAREN) open -= 1
      if (open === 0) {
        this.position = at + 1
        return Uint8Array.from(found)
      }
      found.push(byte)
    }
    throw new PdfSyntaxError('string without end')
  }
}

/** What follows a backslash: an octal code, a letter, a line end (which means nothing), or the character itself. */
function escapeAt(bytes: Uint8Array, at: number): { value: number | undefined; length: number } {
  const octal = /^[0-7]{1,3}/.exec(latin1(bytes.subarray(at, at + 3)))?.[0]
  if (octal !== undefined) return { value: Number.parseInt(octal, 8) & 0xff, length: octal.length }
  const byte = bytes[at]
  if (byte === 13 && bytes[at + 1] === 10) return { value: undefined, length: 2 }
  if (isLineEnd(byte)) return { value: undefined, length: 1 }
  return { value: ESCAPES[String.fromCharCode(byte ?? 0)] ?? byte, length: 1 }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** A text string: UTF-16BE or UTF-8 with a byte order mark, otherwise PDFDocEncoding, read as Latin-1. */
export function textOf(value: PdfValue | undefined, maxLength = 1024): string {
  if (value?.kind !== 'string') return ''
  const bytes = Buffer.from(value.bytes.subarray(0, maxLength * 4))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return bytes.subarray(2, bytes.length - (bytes.length % 2)).swap16().toString('utf16le').slice(0, maxLength)
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8')
  return bytes.toString('latin1').slice(0, maxLength)
}

/** A text string as it is written: UTF-16BE in hexadecimal, which needs no escaping. */
export function writtenText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

/** The dictionary with some entries replaced or added; the others keep their bytes. */
export function writtenDictionary(dictionary: PdfDictionary, changes: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [Buffer.from('<<', 'latin1')]
  for (const [key, value] of dictionary.entries) {
    if (!(key in changes)) parts.push(Buffer.from(`\n${writtenName(key)} `, 'latin1'), Buffer.from(value.raw))
  }
  for (const [key, value] of Object.entries(changes)) {
    parts.push(Buffer.from(`\n${writtenName(key)} ${value}`, 'latin1'))
  }
  parts.push(Buffer.from('\n>>', 'latin1'))
  return Buffer.concat(parts)
}

function writtenName(name: string): string {
  const escaped = [...Buffer.from(name, 'latin1')].map((byte) =>
    byte > 32 && byte < 127 && !DELIMITERS.has(byte) && byte !== code('#')
      ? String.fromCharCode(byte)
      : `#${byte.toString(16).padStart(2, '0')}`,
  )
  return `/${escaped.join('')}`
}
