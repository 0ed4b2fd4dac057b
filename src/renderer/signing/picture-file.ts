/** A chosen file as a picture for signing: PNG or JPEG, its white made transparent, cut to what shows, not too large. */
import { FashenError } from '../../shared/errors/errors.ts'
import { pictureSize } from '../../shared/materials/picture-size.ts'
import { inkBox, whiteToTransparent } from '../../shared/signing/transparent-white.ts'

/** The first who asks for a drawing decides where it is kept; all of these are read back. */
export const READ_OFTEN: CanvasRenderingContext2DSettings = { willReadFrequently: true }

/** A camera's picture has up to this many pixels; more is refused before anything of it is unpacked. */
const MOST_PIXELS = 60_000_000
/** The header of a JPEG stands within this beginning. In bytes. */
const BEGINNING = 1024 * 1024
/** Longest side of what is kept, in pixels: 42 mm at more than 400 dots per inch. */
const LONGEST_SIDE = 900

/** Throws `not-a-picture` (also for SVG, and for an empty sheet) and `picture-too-large`. */
export async function pictureFromFile(file: File): Promise<HTMLCanvasElement> {
  const head = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer())
  const size = pictureSize(head)
  const known = (head[0] === 0x89 && head[1] === 0x50) || (head[0] === 0xff && head[1] === 0xd8)
  if (size === undefined || !known) throw new FashenError('not-a-picture', { name: file.name })
  const [width, height] = size
  if (width * height > MOST_PIXELS) throw new FashenError('picture-too-large', { name: file.name, width, height })
  const scale = Math.min(1, (LONGEST_SIDE * 2) / Math.max(width, height))
  const drawn = document.createElement('canvas')
  try {
    const bitmap = await createImageBitmap(file, { resizeWidth: Math.max(1, Math.round(width * scale)), resizeHeight: Math.max(1, Math.round(height * scale)), resizeQuality: 'high' })
    drawn.width = bitmap.width
    drawn.height = bitmap.height
    drawn.getContext('2d', READ_OFTEN)?.drawImage(bitmap, 0, 0)
    bitmap.close()
  } catch (error) {
    throw new FashenError('not-a-picture', { name: file.name }, { cause: error })
  }
  const context = drawn.getContext('2d', READ_OFTEN)
  if (context === null) throw new FashenError('not-a-picture', { name: file.name })
  const pixels = context.getImageData(0, 0, drawn.width, drawn.height)
  whiteToTransparent(pixels)
  context.putImageData(pixels, 0, 0)
  const cropped = croppedToInk(drawn)
  if (cropped === undefined) throw new FashenError('not-a-picture', { name: file.name })
  return cropped
}

/** What shows, with nothing around it, at most {@link LONGEST_SIDE} pixels long; undefined where nothing shows. */
export function croppedToInk(drawn: HTMLCanvasElement): HTMLCanvasElement | undefined {
  const box = drawn.getContext('2d', READ_OFTEN) === null ? undefined : inkBox(pixelsOf(drawn))
  if (box === undefined) return undefined
  const scale = Math.min(1, LONGEST_SIDE / Math.max(box.width, box.height))
  const kept = document.createElement('canvas')
  kept.width = Math.max(1, Math.round(box.width * scale))
  kept.height = Math.max(1, Math.round(box.height * scale))
  kept.getContext('2d', READ_OFTEN)?.drawImage(drawn, box.left, box.top, box.width, box.height, 0, 0, kept.width, kept.height)
  return kept
}

function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  const context = canvas.getContext('2d', READ_OFTEN)
  return context === null ? new ImageData(1, 1) : context.getImageData(0, 0, canvas.width, canvas.height)
}

/** The canvas as a PNG file, to be handed to the station. */
export async function pngFile(canvas: HTMLCanvasElement, name: string): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new FashenError('not-a-picture', { name })
  return new File([blob], name, { type: 'image/png' })
}
