/** Decodes one page of a TIFF within bounds. Runs in a worker, which is ended where it takes too long. */
import { unzlibSync } from 'fflate'
import UTIF from 'utif2'
import { pictureSize } from '../../../shared/materials/picture-size.ts'
import { TiffBroken, tiffTags, type TiffPage } from '../../../shared/materials/tiff.ts'
import { upright } from './tiff-orientation.ts'
import { MOST_PIXELS } from './viewer-kind.ts'

/** A page that is well made, and of a kind that is not drawn here. */
export class TiffUnknown extends Error {}
/** A page with more pixels than the window can bear. */
export class TiffTooLarge extends Error {}

export interface DecodedPicture {
  readonly width: number
  readonly height: number
  /** Four bytes for each pixel, rows from the top. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
}

const TAG = {
  bits: 258, compression: 259, meaning: 262, stripOffsets: 273, samples: 277, rowsPerStrip: 278, stripBytes: 279, planes: 284, orientation: 274,
  tileWidth: 322, tileHeight: 323, tileOffsets: 324, tileBytes: 325, sampleFormat: 339,
} as const
/** What the decoder is given to see: what makes a picture, nothing of cameras and their makers. */
const SHOWN = [256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324, 325, 338, 339, 347] as const
/** 1 none, 2–4 fax, 5 LZW, 7 JPEG, 8 and 32946 Deflate, 32773 PackBits: what scanners and offices write. */
const COMPRESSIONS = new Set([1, 2, 3, 4, 5, 7, 8, 32_946, 32_773])
const DEFLATE = new Set([8, 32_946])
const JPEG = 7
/** White or black is zero, RGB, palette, CMYK, YCbCr. */
const MEANINGS = new Set([0, 1, 2, 3, 5, 6])
const MOST_SAMPLES = 5

type Tags = ReadonlyMap<number, readonly number[]>

interface Piece {
  readonly offset: number
  readonly length: number
  /** Bytes of it as they are without compression, at most. */
  readonly room: number
}

/** The strips or tiles of the page, each within the file. */
function piecesOf(tags: Tags, { width, height }: TiffPage, bitsPerPixel: number, fileLength: number): Piece[] {
  const isTiled = tags.has(TAG.tileWidth)
  const offsets = tags.get(isTiled ? TAG.tileOffsets : TAG.stripOffsets) ?? []
  const lengths = tags.get(isTiled ? TAG.tileBytes : TAG.stripBytes) ?? []
  const columns = isTiled ? (tags.get(TAG.tileWidth)?.[0] ?? 0) : width
  const rows = isTiled ? (tags.get(TAG.tileHeight)?.[0] ?? 0) : Math.min(tags.get(TAG.rowsPerStrip)?.[0] ?? height, height)
  if (columns < 1 || rows < 1 || columns * rows > MOST_PIXELS) throw new TiffBroken('pieces')
  const expected = Math.ceil(width / columns) * Math.ceil(height / rows)
  const room = Math.ceil((columns * bitsPerPixel) / 8) * rows
  if (offsets.length < expected || lengths.length < expected) throw new TiffBroken('pieces')
  return offsets.slice(0, expected).map((offset, index) => {
    const length = lengths[index] ?? 0
    if (offset + length > fileLength) throw new TiffBroken('cut off')
    return { offset, length, room }
  })
}

/** Unpacked within its room: what would be longer is cut, so that a small file cannot fill the memory. */
function inflated(bytes: Uint8Array, pieces: readonly Piece[]): Uint8Array<ArrayBuffer> {
  const [first] = pieces
  const room = first?.room ?? 0
  const whole = new Uint8Array(8 + room * pieces.length)
  whole.set(bytes.subarray(0, 8))
  pieces.forEach(({ offset, length }, index) => {
    const at = 8 + index * room
    unzlibSync(bytes.subarray(offset, offset + length), { out: whole.subarray(at, at + room) })
  })
  return whole
}

/** A JPEG inside tells its own size, which must be that of the page. */
function checkJpegs(bytes: Uint8Array, pieces: readonly Piece[], most: number): void {
  for (const { offset, length } of pieces) {
    const size = pictureSize(bytes.subarray(offset, offset + length))
    if (size === undefined || size[0] * size[1] > most) throw new TiffBroken('JPEG')
  }
}

function bitsPerPixelOf(tags: Tags): number {
  const bits = tags.get(TAG.bits) ?? [1]
  const samples = tags.get(TAG.samples)?.[0] ?? 1
  const of = bits[0] ?? 1
  const isPlain = [1, 2, 4, 8, 16].includes(of) && bits.every((one) => one === of) && samples >= 1 && samples <= MOST_SAMPLES
  const isWhole = (tags.get(TAG.sampleFormat) ?? [1]).every((format) => format === 1)
  const isOnePlane = samples === 1 || (tags.get(TAG.planes)?.[0] ?? 1) === 1
  if (!isPlain || !isWhole || !isOnePlane) throw new TiffUnknown('samples')
  return of * samples
}

/** Throws {@link TiffBroken}, {@link TiffUnknown}, {@link TiffTooLarge}. */
export function tiffPicture(bytes: Uint8Array<ArrayBuffer>, page: TiffPage): DecodedPicture {
  const { width, height } = page
  if (width * height > MOST_PIXELS) throw new TiffTooLarge()
  const tags = tiffTags(bytes, page.offset)
  const compression = tags.get(TAG.compression)?.[0] ?? 1
  if (!COMPRESSIONS.has(compression) || !MEANINGS.has(tags.get(TAG.meaning)?.[0] ?? -1)) throw new TiffUnknown('kind')
  const pieces = piecesOf(tags, page, bitsPerPixelOf(tags), bytes.length)
  const seen: Record<string, number[]> = {}
  for (const tag of SHOWN) {
    const values = tags.get(tag)
    if (values !== undefined) seen[`t${tag}`] = [...values]
  }
  const isTiled = tags.has(TAG.tileWidth)
  const put = (name: 'Offsets' | 'Bytes', values: number[]): void => void (seen[`t${isTiled ? TAG[`tile${name}`] : TAG[`strip${name}`]}`] = values)
  const isDeflated = DEFLATE.has(compression)
  const source = isDeflated ? inflated(bytes, pieces) : bytes
  put('Offsets', pieces.map(({ offset, room }, index) => (isDeflated ? 8 + index * room : offset)))
  put('Bytes', pieces.map(({ length, room }) => (isDeflated ? room : length)))
  if (isDeflated) seen[`t${TAG.compression}`] = [1]
  if (compression === JPEG) checkJpegs(bytes, pieces, 2 * width * height)
  const image = { ...seen, width, height, data: new Uint8Array() } as UTIF.IFD
  Reflect.deleteProperty(image, 'data')
  UTIF.decodeImage(source.buffer.slice(source.byteOffset, source.byteOffset + source.byteLength), image)
  const rgba = UTIF.toRGBA8(image)
  if (rgba.length !== width * height * 4) throw new TiffBroken('decoding')
  const decoded = { width, height, rgba: new Uint8ClampedArray(rgba.buffer as ArrayBuffer, rgba.byteOffset, rgba.length) }
  return upright(decoded, tags.get(TAG.orientation)?.[0] ?? 1)
}
