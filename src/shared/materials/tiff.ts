/**
 * The pages of a TIFF (scanned papers, 扫描件) as its directories describe them (TIFF 6.0, section 2). Nothing is decoded
 * here, and a file that was made to lead astray ends in {@link TiffBroken}: every number in it is held against the file.
 */

/** Directories beyond this are not looked for: the thickest scanned file has some hundred pages. */
export const MOST_TIFF_PAGES = 1000
/** A directory of an ordinary page has a dozen entries. */
const MOST_ENTRIES = 256
/** Values of one entry: a strip for each row of a tall page is the most that is needed. */
const MOST_VALUES = 200_000

export class TiffBroken extends Error {}

export interface TiffPage {
  /** Where its directory stands in the file. */
  readonly offset: number
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Bytes of one value by type; 0 for types that no picture needs. */
const SIZES = [0, 1, 1, 2, 4, 0, 1, 1, 2, 4] as const
const WIDTH = 0x100
const HEIGHT = 0x101
/** NewSubfileType: bit 0 is a smaller copy of another page, bit 2 a mask. */
const SUBFILE = 0xfe
const COPY_OR_MASK = 0b101

interface Opened {
  readonly view: DataView
  readonly little: boolean
}

function opened(bytes: Uint8Array): Opened {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const order = bytes.length < 8 ? 0 : view.getUint16(0)
  const little = order === 0x4949
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) throw new TiffBroken('no TIFF')
  return { view, little }
}

/** Reads within the file or says that it is cut off. */
function within<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new TiffBroken('cut off', { cause: error })
    throw error
  }
}

function entriesOf({ view, little }: Opened, offset: number): { readonly entries: number; readonly next: number } {
  const entries = view.getUint16(offset, little)
  if (entries === 0 || entries > MOST_ENTRIES) throw new TiffBroken('entries')
  return { entries, next: view.getUint32(offset + 2 + entries * 12, little) }
}

/** The values of an entry; undefined for a type that is none of whole numbers. */
function valuesAt({ view, little }: Opened, at: number): number[] | undefined {
  const size = SIZES[view.getUint16(at + 2, little)] ?? 0
  const count = view.getUint32(at + 4, little)
  if (size === 0) return undefined
  if (count > MOST_VALUES) throw new TiffBroken('values')
  const from = count * size <= 4 ? at + 8 : view.getUint32(at + 8, little)
  if (from + count * size > view.byteLength) throw new TiffBroken('cut off')
  return Array.from({ length: count }, (_, index) => {
    const place = from + index * size
    return size === 1 ? view.getUint8(place) : size === 2 ? view.getUint16(place, little) : view.getUint32(place, little)
  })
}

function tagsAt(file: Opened, offset: number, wanted: ReadonlySet<number> | null): Map<number, number[]> {
  const { entries } = entriesOf(file, offset)
  const tags = new Map<number, number[]>()
  for (let index = 0; index < entries; index += 1) {
    const at = offset + 2 + index * 12
    const tag = file.view.getUint16(at, file.little)
    const values = wanted?.has(tag) === false ? undefined : valuesAt(file, at)
    if (values !== undefined) tags.set(tag, values)
  }
  return tags
}

/** What the directory at `offset` says, by the number of the tag. Throws {@link TiffBroken}. */
export function tiffTags(bytes: Uint8Array, offset: number): ReadonlyMap<number, readonly number[]> {
  return within(() => tagsAt(opened(bytes), offset, null))
}

const ABOUT_THE_PAGE = new Set([SUBFILE, WIDTH, HEIGHT])

/** The pages in order, without thumbnails and masks. Throws {@link TiffBroken}, also where there is none. */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  return within(() => {
    const file = opened(bytes)
    const pages: TiffPage[] = []
    const seen = new Set<number>()
    for (let offset = file.view.getUint32(4, file.little); offset !== 0 && pages.length < MOST_TIFF_PAGES; offset = entriesOf(file, offset).next) {
      if (seen.has(offset) || seen.size >= 2 * MOST_TIFF_PAGES) throw new TiffBroken('goes round')
      seen.add(offset)
      const tags = tagsAt(file, offset, ABOUT_THE_PAGE)
      const [width, height] = [tags.get(WIDTH)?.[0] ?? 0, tags.get(HEIGHT)?.[0] ?? 0]
      if (((tags.get(SUBFILE)?.[0] ?? 0) & COPY_OR_MASK) !== 0) continue
      if (width * height === 0) throw new TiffBroken('without a size')
      pages.push({ offset, width, height })
    }
    if (pages.length === 0) throw new TiffBroken('no page')
    return pages
  })
}

/** A copy of the file that begins with this page and ends after it, for a program that reads the first page only. */
export function onlyTiffPage(bytes: Uint8Array, { offset }: TiffPage): Uint8Array {
  return within(() => {
    const { entries } = entriesOf(opened(bytes), offset)
    // a Buffer of Node would share its bytes with a slice
    const copy = new Uint8Array(bytes)
    const { view, little } = opened(copy)
    view.setUint32(4, offset, little)
    view.setUint32(offset + 2 + entries * 12, 0, little)
    return copy
  })
}
