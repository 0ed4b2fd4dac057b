/** How a page of a TIFF was laid into the scanner (TIFF 6.0, section 8, Orientation). */
import type { DecodedPicture } from './tiff-picture.ts'

/** Where a pixel of the upright picture stands in one that is `width` × `height` as it is stored. */
type PixelOf = (x: number, y: number, width: number, height: number) => number

/** By the value of the tag; 1 is upright. From 5 on the sides of the picture change places. */
const STORED_AT: Readonly<Record<number, PixelOf>> = {
  2: (x, y, width) => y * width + (width - 1 - x),
  3: (x, y, width, height) => (height - 1 - y) * width + (width - 1 - x),
  4: (x, y, width, height) => (height - 1 - y) * width + x,
  5: (x, y, width) => x * width + y,
  6: (x, y, width, height) => (height - 1 - x) * width + y,
  7: (x, y, width, height) => (height - 1 - x) * width + (width - 1 - y),
  8: (x, y, width) => x * width + (width - 1 - y),
}
const FIRST_LYING = 5

/** The picture as it is to be read. Recognition turns it too, and its words have to lie over what is seen. */
export function upright(picture: DecodedPicture, orientation: number): DecodedPicture {
  const storedAt = STORED_AT[orientation]
  if (storedAt === undefined) return picture
  const { width, height, rgba } = picture
  const [across, down] = orientation >= FIRST_LYING ? [height, width] : [width, height]
  const stored = new Uint32Array(rgba.buffer.slice(rgba.byteOffset, rgba.byteOffset + rgba.length))
  const turned = new Uint32Array(stored.length)
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) turned[y * across + x] = stored[storedAt(x, y, width, height)] ?? 0
  }
  return { width: across, height: down, rgba: new Uint8ClampedArray(turned.buffer) }
}
