/** Recognising one page of a file that is a picture: a scan in a PDF, an image file, a picture in a DOCX. */
import type { TextPage } from '../../../shared/intake/document-text.ts'
import type { WordPlaces } from '../../../shared/intake/word-places.ts'
import { onlyTiffPage, TiffBroken, tiffPages } from '../../../shared/materials/tiff.ts'
import { docxContent } from './docx-text.ts'
import { fileKindOf } from './file-kind.ts'
import { openPackage } from './office-package.ts'
import { checkSize, decodedImage, drawnPage, ImageBroken, type GreyImage } from './page-image.ts'
import { createRecogniser, type Recogniser } from './recognition.ts'
import type { FileToRead } from './read-text.ts'
import { placesOf } from './word-placing.ts'

async function picturesOfDocx(bytes: Uint8Array, page: number): Promise<Uint8Array> {
  const parts = await openPackage(bytes)
  // page 1 is the document's own text
  const name = docxContent(parts).pictures[page - 2]
  const picture = name === undefined ? undefined : parts.read(name)
  if (picture === undefined) throw new ImageBroken(`no picture ${page}`)
  return picture
}

async function pictureOf({ name, bytes }: FileToRead, page: number): Promise<GreyImage | Uint8Array> {
  const kind = fileKindOf(name, bytes)
  if (kind === 'pdf') return await drawnPage(bytes, page)
  const image = kind === 'docx' ? await picturesOfDocx(bytes, page) : bytes
  const imageKind = fileKindOf('', image)
  if (imageKind === 'image') return await decodedImage(image)
  // tesseract decodes these by itself
  if (imageKind === 'tiff') return checkedTiff(image, kind === 'docx' ? 1 : page)
  throw new ImageBroken(`no picture: ${imageKind}`)
}

/** The page alone, because the engine decodes the first page only. Throws `ImageTooLarge`, {@link ImageBroken}. */
function checkedTiff(bytes: Uint8Array, page: number): Uint8Array {
  try {
    const wanted = tiffPages(bytes)[page - 1]
    if (wanted === undefined) throw new ImageBroken(`no page ${page}`)
    checkSize(wanted.width, wanted.height)
    return onlyTiffPage(bytes, wanted)
  } catch (error) {
    if (error instanceof TiffBroken) throw new ImageBroken(error.message, { cause: error })
    throw error
  }
}

let recogniser: Promise<Recogniser> | undefined

export interface RecognisedPage {
  readonly page: TextPage
  readonly places: WordPlaces
}

/**
 * Recognises page `page` (from 1) of a file, with the places of its words. An empty page with confidence 0 where nothing is
 * written on it. Throws `ImageTooLarge`, `ImageBroken`, `PdfUnreadable`. The engine is loaded at the first page and stays.
 *
 * @param known the text that the page was recognised as before: the places are those of its words
 */
export async function recognisePlacedPage(file: FileToRead, page: number, known?: string): Promise<RecognisedPage> {
  const picture = await pictureOf(file, page)
  recogniser ??= createRecogniser()
  const engine = await recogniser.catch((error: unknown) => {
    recogniser = undefined
    throw error
  })
  const { text, confidence, placed } = await engine.recognise(picture)
  return { page: { number: page, source: 'ocr', text, confidence }, places: placesOf(placed, known ?? text) }
}

/** As {@link recognisePlacedPage}, the text alone. */
export async function recognisePage(file: FileToRead, page: number): Promise<TextPage> {
  return (await recognisePlacedPage(file, page)).page
}

/** Ends the engine, if it runs. */
export async function endRecognition(): Promise<void> {
  const running = recogniser
  recogniser = undefined
  await (await running)?.close()
}
