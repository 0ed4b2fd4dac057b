/**
 * Pictures of pages for recognition: decoded or drawn from a PDF, turned upright, in grey. Everything is bounded before
 * memory is taken for it.
 */
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import { pictureSize } from '../../../shared/materials/picture-size.ts'
import { MOST_PIXELS, withPdf } from './pdf-engine.ts'

/** Grey values, row by row, 0 black to 255 white. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

export class ImageTooLarge extends Error {
  readonly width: number
  readonly height: number
  constructor(width: number, height: number) {
    super(`${width} × ${height}`)
    this.width = width
    this.height = height
  }
}

/** A damaged picture, or none of the kinds that are decoded. */
export class ImageBroken extends Error {}

/**
 * Dots per inch at which pages are recognised. Measured on slanted, noisy scans: of the characters 97 % are found at 150,
 * 96 % at 200, 84 % at 300, where noise and ruled lines grow with the characters; and it takes half as long as at 300.
 */
const RECOGNITION_DPI = 150
/** A photograph's longer side in pixels: a page of A4 at the same density, and a little for the desk around it. */
const LONGEST_SIDE = 2000
const POINTS_PER_INCH = 72

function greyOf(canvas: Canvas): GreyImage {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const pixels = new Uint8Array(width * height)
  for (let index = 0; index < pixels.length; index += 1) {
    const at = index * 4
    // the luma of Rec. 601
    pixels[index] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8
  }
  return { width, height, pixels }
}

export function checkSize(width: number, height: number): void {
  if (width * height > MOST_PIXELS) throw new ImageTooLarge(width, height)
}

/** Throws {@link ImageTooLarge} and {@link ImageBroken}. A photograph comes upright, as its EXIF says. */
export async function decodedImage(bytes: Uint8Array): Promise<GreyImage> {
  const size = pictureSize(bytes)
  if (size === undefined) throw new ImageBroken('kind')
  checkSize(size[0], size[1])
  // a PNG that breaks off is decoded as an empty page, without complaint
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(1, 4).toString('latin1') === 'PNG' && buffer.lastIndexOf('IEND') === -1) throw new ImageBroken('cut off')
  const image = await loadImage(bytes).catch((error: unknown) => {
    throw new ImageBroken('decoding', { cause: error })
  })
  if (!(image.width > 0 && image.height > 0)) throw new ImageBroken('size')
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height))
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)))
  const context = canvas.getContext('2d')
  // what is transparent is paper
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return greyOf(canvas)
}

/**
 * A page of a PDF as a picture, its rotation honoured. Throws `PdfUnreadable`, {@link ImageBroken} where the page cannot
 * be drawn.
 */
export function drawnPage(bytes: Uint8Array, number: number): Promise<GreyImage> {
  return withPdf(bytes, async (document) => {
    if (number < 1 || number > document.numPages) throw new ImageBroken(`no page ${number}`)
    const page = await document.getPage(number).catch((error: unknown) => {
      throw new ImageBroken('page', { cause: error })
    })
    const natural = page.getViewport({ scale: 1 })
    const longest = Math.max(natural.width, natural.height)
    // a drawing as large as a wall is drawn small, not refused
    const scale = Math.min(RECOGNITION_DPI / POINTS_PER_INCH, (LONGEST_SIDE * 1.5) / longest)
    const viewport = page.getViewport({ scale })
    const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
    const context = canvas.getContext('2d')
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    // the types are those of a browser's canvas; this one has the same methods
    const target = { canvas: canvas as unknown as HTMLCanvasElement, canvasContext: context as unknown as CanvasRenderingContext2D }
    await page.render({ ...target, viewport }).promise.catch((error: unknown) => {
      throw new ImageBroken('drawing', { cause: error })
    })
    return greyOf(canvas)
  })
}
