/** How many pages a file has, where that can be told without drawing it. */
import { TiffBroken, tiffPages } from '../../shared/materials/tiff.ts'
import { PdfReader } from '../signing/pdf-reader.ts'

/** More than the thickest file that was ever bound into one PDF; beyond it the number is invented. */
const MOST_PAGES = 100_000

/**
 * Null where the format has no fixed pages, or the number cannot be told: a broken file is still evidence. A PDF says
 * at the root of its page tree how many pages it has (ISO 32000-1 table 29). It is read within bounds, because a paper
 * from outside may be made to unpack without end.
 */
export function pageCountOf(mediaType: string, bytes: Uint8Array): Promise<number | null> {
  if (mediaType === 'image/tiff') return Promise.resolve(tiffPageCount(bytes))
  if (mediaType.startsWith('image/')) return Promise.resolve(1)
  return Promise.resolve(mediaType === 'application/pdf' ? pdfPageCount(bytes) : null)
}

function tiffPageCount(bytes: Uint8Array): number | null {
  try {
    return tiffPages(bytes).length
  } catch (error) {
    if (error instanceof TiffBroken) return null
    throw error
  }
}

function pdfPageCount(bytes: Uint8Array): number | null {
  try {
    const reader = new PdfReader(bytes)
    const pages = reader.dictionary(reader.dictionary(reader.trailer.entries.get('Root'))?.entries.get('Pages'))
    const count = reader.number(pages?.entries.get('Count'))
    return count !== undefined && Number.isInteger(count) && count > 0 && count <= MOST_PAGES ? count : null
  } catch {
    return null
  }
}
