/**
 * DER (X.690), written and read strictly: the subset that X.509 and CMS use. Certificates pass through as the bytes
 * they were issued in, because re-encoding them has broken Chinese names before. What is read may be hostile: anything
 * that is not the one canonical encoding throws a {@link DerError}.
 */

export class DerError extends Error {
  constructor(problem: string) {
    super(`not DER: ${problem}`)
    this.name = 'DerError'
  }
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const

// ---------------------------------------------------------------- writing

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}

export function encode(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0)
  return new Uint8Array(Buffer.concat([Uint8Array.from([tag, ...lengthBytes(length)]), ...contents]))
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => encode(TAG.sequence, ...contents)
export const octetString = (bytes: Uint8Array): Uint8Array => encode(TAG.octetString, bytes)
export const nullValue = (): Uint8Array => encode(TAG.null)

/** SET OF: DER wants the elements in ascending order of their encodings. */
export function setOf(...elements: readonly Uint8Array[]): Uint8Array {
  return encode(TAG.set, ...elements.toSorted((a, b) => Buffer.compare(a, b)))
}

/** A small non-negative INTEGER, below 128. */
export const smallInteger = (value: number): Uint8Array => encode(TAG.integer, Uint8Array.of(value))

export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes: number[] = []
  for (const arc of [first * 40 + second, ...rest]) {
    const group = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) group.unshift(0x80 | (left % 128))
    bytes.push(...group)
  }
  return encode(TAG.oid, Uint8Array.from(bytes))
}

// ---------------------------------------------------------------- reading

export interface DerNode {
  readonly tag: number
  readonly content: Uint8Array
  /** Tag, length and content as they stand in the source. */
  readonly raw: Uint8Array
}

function readNodeAt(bytes: Uint8Array, start: number): DerNode {
  const tag = bytes[start]
  const first = bytes[start + 1]
  if (tag === undefined || first === undefined) throw new DerError('ends too early')
  if ((tag & 0x1f) === 0x1f) throw new DerError('tag number too large')
  let length = first
  let contentStart = start + 2
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4) throw new DerError('length form')
    length = 0
    for (let index = 0; index < count; index++) length = length * 256 + (bytes[contentStart + index] ?? 0)
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('length not minimal')
    contentStart += count
  }
  const end = contentStart + length
  if (end > bytes.length) throw new DerError('longer than its container')
  return { tag, content: bytes.subarray(contentStart, end), raw: bytes.subarray(start, end) }
}

/** The first value in `bytes`, and what follows it. */
export function readFirst(bytes: Uint8Array): { node: DerNode; rest: Uint8Array } {
  const node = readNodeAt(bytes, 0)
  return { node, rest: bytes.subarray(node.raw.length) }
}

/** The one value that `bytes` consists of. */
export function readDer(bytes: Uint8Array, tag?: number): DerNode {
  const { node, rest } = readFirst(bytes)
  if (rest.length > 0) throw new DerError('trailing bytes')
  return tag === undefined ? node : expectTag(node, tag)
}

export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node === undefined) throw new DerError('element missing')
  if (node.tag !== tag) throw new DerError(`tag ${node.tag.toString(16)} where ${tag.toString(16)} belongs`)
  return node
}

/** The elements of a constructed value. */
export function children(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError('not constructed')
  const found: DerNode[] = []
  for (let at = 0; at < node.content.length; ) {
    const child = readNodeAt(node.content, at)
    found.push(child)
    at += child.raw.length
  }
  return found
}

export function oidText(node: DerNode | undefined): string {
  const { content } = expectTag(node, TAG.oid)
  if (content.length === 0 || content.length > 64) throw new DerError('object identifier length')
  const arcs: number[] = []
  let arc = 0
  let open = false
  for (const byte of content) {
    if (!open && byte === 0x80) throw new DerError('object identifier not minimal')
    arc = arc * 128 + (byte & 0x7f)
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new DerError('object identifier too large')
    open = byte >= 0x80
    if (!open) {
      arcs.push(arc)
      arc = 0
    }
  }
  if (open) throw new DerError('object identifier ends too early')
  const [head = 0, ...rest] = arcs
  const first = Math.min(Math.floor(head / 40), 2)
  return [first, head - first * 40, ...rest].join('.')
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
