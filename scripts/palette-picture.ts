/**
 * Makes a picture of a screen small: at most 256 colours, one byte a pixel, no dithering. Screens are mostly flat colours
 * and the edges of characters, which keeps them as sharp as they were.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const COLOURS = 256
/** So many of the commonest colours are kept as they are: the surfaces. */
const EXACT = 96

interface Pixels {
  readonly width: number
  readonly height: number
  /** 0xRRGGBB, row by row. */
  readonly colours: Uint32Array
}

function* chunksOf(png: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

/** The predictor of PNG’s fourth filter. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function unfiltered(raw: Buffer, height: number, stride: number, step: number): Buffer {
  const out = Buffer.alloc(height * stride)
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0
    for (let at = 0; at < stride; at += 1) {
      const left = at < step ? 0 : (out[row * stride + at - step] ?? 0)
      const above = row === 0 ? 0 : (out[(row - 1) * stride + at] ?? 0)
      const corner = at < step || row === 0 ? 0 : (out[(row - 1) * stride + at - step] ?? 0)
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0
      out[row * stride + at] = ((raw[row * (stride + 1) + 1 + at] ?? 0) + predicted) & 0xff
    }
  }
  return out
}

/** Reads what a browser writes: eight bits a channel, not interlaced, with or without an alpha channel, which is left out. */
function pixelsOf(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)]
  const head = chunks.find(({ type }) => type === 'IHDR')?.data
  if (head === undefined || head[8] !== 8 || (head[9] !== 2 && head[9] !== 6) || head[12] !== 0) throw new Error('a picture of another kind')
  const [width, height, step] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3]
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const bytes = unfiltered(raw, height, width * step, step)
  const colours = new Uint32Array(width * height)
  for (let at = 0; at < colours.length; at += 1) colours[at] = bytes.readUIntBE(at * step, 3)
  return { width, height, colours }
}

type Counted = readonly [colour: number, count: number]

const channel = (colour: number, shift: number): number => (colour >> shift) & 0xff

/** The widest channel of these colours, and how wide. */
function spread(box: readonly Counted[]): { readonly shift: number; readonly width: number } {
  return [16, 8, 0]
    .map((shift) => {
      const values = box.map(([colour]) => channel(colour, shift))
      return { shift, width: values.reduce((most, one) => Math.max(most, one), 0) - values.reduce((least, one) => Math.min(least, one), 255) }
    })
    .reduce((widest, one) => (one.width > widest.width ? one : widest))
}

function mean(box: readonly Counted[]): number {
  const total = box.reduce((sum, [, count]) => sum + count, 0)
  const of = (shift: number): number => Math.round(box.reduce((sum, [colour, count]) => sum + channel(colour, shift) * count, 0) / total)
  return of(16) * 0x1_00_00 + of(8) * 0x1_00 + of(0)
}

/** Median cut: the box with the widest channel is divided until there are enough. */
function paletteOf(counted: readonly Counted[]): number[] {
  const byCount = counted.toSorted((a, b) => b[1] - a[1])
  const exact = byCount.slice(0, EXACT).map(([colour]) => colour)
  let boxes = byCount.length > EXACT ? [byCount.slice(EXACT)] : []
  while (boxes.length > 0 && boxes.length < COLOURS - EXACT) {
    const widest = boxes.reduce((best, box) => (spread(box).width > spread(best).width ? box : best))
    const { shift, width } = spread(widest)
    if (width === 0) break
    const sorted = widest.toSorted((a, b) => channel(a[0], shift) - channel(b[0], shift))
    const middle = sorted.length >> 1
    boxes = [...boxes.filter((box) => box !== widest), sorted.slice(0, middle), sorted.slice(middle)]
  }
  return [...exact, ...boxes.map(mean)]
}

function nearest(palette: readonly number[], colour: number): number {
  let [best, least] = [0, Infinity]
  for (const [index, one] of palette.entries()) {
    const far = (channel(one, 16) - channel(colour, 16)) ** 2 + (channel(one, 8) - channel(colour, 8)) ** 2 + (channel(one, 0) - channel(colour, 0)) ** 2
    if (far < least) [best, least] = [index, far]
  }
  return best
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** The same picture with at most 256 colours. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, colours } = pixelsOf(png)
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = paletteOf([...counts])
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]))
  const rows = Buffer.alloc(height * (width + 1))
  for (const [at, colour] of colours.entries()) rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexes.get(colour) ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const entries = Buffer.from(palette.flatMap((colour) => [channel(colour, 16), channel(colour, 8), channel(colour, 0)]))
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('PLTE', entries), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', new Uint8Array())])
}
