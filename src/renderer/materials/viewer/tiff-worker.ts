/** Draws pages of one TIFF beside the window. Gets the file once, then the numbers of pages. */
import { tiffPages, type TiffPage } from '../../../shared/materials/tiff.ts'
import { tiffPicture, TiffTooLarge, TiffUnknown } from './tiff-picture.ts'

export type TiffAnswer =
  | { readonly page: number; readonly pages: number; readonly ok: true; readonly picture: ImageBitmap }
  | { readonly page: number; readonly pages: number; readonly ok: false; readonly problem: 'broken' | 'unknown' | 'tooLarge' }

// the decoder looks there for a helper that it does without
Object.assign(self, { window: self })

let file: Uint8Array<ArrayBuffer> | undefined
let known: readonly TiffPage[] = []

async function draw(page: number): Promise<TiffAnswer> {
  try {
    if (file === undefined) throw new Error('no file yet')
    if (known.length === 0) known = tiffPages(file)
    const at = known[page - 1]
    if (at === undefined) throw new Error('no such page')
    const { width, height, rgba } = tiffPicture(file, at)
    return { page, pages: known.length, ok: true, picture: await createImageBitmap(new ImageData(rgba, width, height)) }
  } catch (error) {
    const problem = error instanceof TiffTooLarge ? 'tooLarge' : error instanceof TiffUnknown ? 'unknown' : 'broken'
    return { page, pages: known.length, ok: false, problem }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | number>) => {
  if (data instanceof Uint8Array) file = data
  else void draw(data).then((answer) => self.postMessage(answer, { transfer: answer.ok ? [answer.picture] : [] }))
})
