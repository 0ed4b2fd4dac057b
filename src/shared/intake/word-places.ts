/**
 * Where the words of a recognised page stand on its picture (文字位置), and how that is kept: small, because a station has
 * tens of thousands of scanned pages, and held against the page's text whenever it is read.
 *
 * Places are those of the page once its lines run level; `slant` turns them onto the page as it is. A run is what stands
 * beside each other in one line: its characters lie in it one behind the other, each as wide as its kind is.
 */

/** A stretch of the page's text in one line. */
export interface PlacedRun {
  /** UTF-16 offsets into the text of the page, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** Fractions of the page's width (`x`, `width`) and height (`y`, `height`), from its top left corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WordPlaces {
  /** Degrees by which the lines fall to the right on the page, around its middle. */
  readonly slant: number
  /** In the order of the text, none over another. */
  readonly runs: readonly PlacedRun[]
}

export const NO_PLACES: WordPlaces = { slant: 0, runs: [] }

const VERSION = 1
/** Parts of a page's width or height: on A4 a fortieth of a millimetre. */
const PARTS = 10_000
/** Parts of a degree. */
const SLANT_PARTS = 100
/** A page turned by more was not scanned by accident: the lines of such a page were never made level. */
const STEEPEST = 45
/** Bytes of a number: 28 bits. */
const LONGEST_NUMBER = 4

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

class PackedNumbers {
  readonly bytes: number[] = []
  put(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.bytes.push((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.bytes.push(rest)
  }
  putSigned(value: number): void {
    this.put(value < 0 ? -2 * value - 1 : 2 * value)
  }
}

interface Parts {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** In whole parts and on the page; undefined for what lies beside it, has no size or is no number. */
function partsOf(run: PlacedRun): Parts | undefined {
  const [left, top, right, bottom] = [run.x, run.y, run.x + run.width, run.y + run.height].map((value) => Math.round(within(value, 0, 1) * PARTS))
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}

/**
 * What is kept of the places: see `docs/data-formats.md`. What recognition says is rough: a run that lies beside the page,
 * or not behind the run before it, is left out; one that sticks out is cut off.
 *
 * @param length of the page's text, in UTF-16 units
 */
export function packedPlaces({ slant, runs }: WordPlaces, length: number): Uint8Array<ArrayBuffer> {
  const packed = new PackedNumbers()
  let count = 0
  let before = { end: 0, right: 0, y: 0, height: 0 }
  for (const run of runs) {
    const parts = partsOf(run)
    if (parts === undefined || !(run.start >= before.end && run.end > run.start && run.end <= length)) continue
    packed.put(run.start - before.end)
    packed.put(run.end - run.start)
    packed.putSigned(parts.x - before.right)
    packed.putSigned(parts.y - before.y)
    packed.put(parts.width)
    packed.putSigned(parts.height - before.height)
    before = { end: run.end, right: parts.x + parts.width, y: parts.y, height: parts.height }
    count += 1
  }
  const head = new PackedNumbers()
  head.put(VERSION)
  head.put(length)
  head.putSigned(Number.isFinite(slant) ? Math.round(within(slant, -STEEPEST, STEEPEST) * SLANT_PARTS) : 0)
  head.put(count)
  return Uint8Array.from([...head.bytes, ...packed.bytes])
}

class Unpacking {
  readonly #bytes: Uint8Array
  #at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }
  /** NaN where the bytes end in it or it is too long, which no comparison holds against. */
  next(): number {
    let value = 0
    for (let place = 0; place < LONGEST_NUMBER; place += 1) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) return Number.NaN
      this.#at += 1
      value |= (byte & 0x7f) << (7 * place)
      if (byte < 0x80) return value
    }
    return Number.NaN
  }
  nextSigned(): number {
    const value = this.next()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }
}

/**
 * The places again; null where the bytes are of another version, of another text or damaged: such a page is one whose
 * places are not known.
 *
 * @param length of the page's text, in UTF-16 units
 */
export function unpackedPlaces(bytes: Uint8Array, length: number): WordPlaces | null {
  const packed = new Unpacking(bytes)
  if (packed.next() !== VERSION || packed.next() !== length) return null
  const slant = packed.nextSigned() / SLANT_PARTS
  const count = packed.next()
  // no run is empty, so there are no more of them than characters
  if (!(Math.abs(slant) <= STEEPEST && count <= length)) return null
  const runs: PlacedRun[] = []
  let before = { end: 0, right: 0, y: 0, height: 0 }
  for (let index = 0; index < count; index += 1) {
    const start = before.end + packed.next()
    const end = start + packed.next()
    const x = before.right + packed.nextSigned()
    const y = before.y + packed.nextSigned()
    const width = packed.next()
    const height = before.height + packed.nextSigned()
    const isOnPage = x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= PARTS && y + height <= PARTS
    if (!(isOnPage && end > start && end <= length)) return null
    runs.push({ start, end, x: x / PARTS, y: y / PARTS, width: width / PARTS, height: height / PARTS })
    before = { end, right: x + width, y, height }
  }
  return packed.isAtEnd ? { slant, runs } : null
}
