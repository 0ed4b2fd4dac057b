/** How many pages a file has, where that can be told without drawing it. */
import { PDFDocument } from 'pdf-lib'

/** Null where the format has no fixed pages, or the file does not open: a broken file is still evidence. */
export async function pageCountOf(mediaType: string, bytes: Uint8Array): Promise<number | null> {
  if (mediaType.startsWith('image/')) return 1
  if (mediaType !== 'application/pdf') return null
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, throwOnInvalidObject: false })
    return document.getPageCount()
  } catch {
    return null
  }
}
