/** Which viewer shows a file, and how the bytes of a text are read. */
import type { FileLook } from '../../../shared/materials/file-look.ts'

export type ViewerKind = 'pdf' | 'image' | 'tiff' | 'docx' | 'text' | 'none'

/** Of a longer text the beginning is shown. In bytes. */
export const LONGEST_TEXT = 4 * 1024 ** 2
/** Word files and pictures are read whole; larger ones are not shown in place. In bytes. */
export const LARGEST_WHOLE = 128 * 1024 ** 2
/** A picture is decoded whole, with four bytes for each of these. */
export const MOST_PIXELS = 64_000_000

/** Why a file is not shown in place. */
export type NotShown = 'pixels' | 'bytes' | 'officeOld' | 'officeEncrypted' | 'ofd' | 'archive' | 'media' | 'xlsx' | 'empty' | 'other'

export type Showing = { readonly kind: Exclude<ViewerKind, 'none'> } | { readonly kind: 'none'; readonly why: NotShown }

/**
 * How a file is shown, by what it is and not by what it is called. Pages and drawings can hold scripts: they are shown as
 * the text they are made of, never as a page.
 */
export function showingOf({ format, size, picture }: Pick<FileLook, 'format' | 'size' | 'picture'>): Showing {
  if (format === 'pdf') return { kind: 'pdf' }
  if (format === 'text' || format === 'html' || format === 'svg') return { kind: 'text' }
  if (format === 'docx') return size > LARGEST_WHOLE ? { kind: 'none', why: 'bytes' } : { kind: 'docx' }
  if (format === 'tiff') return size > LARGEST_WHOLE ? { kind: 'none', why: 'bytes' } : { kind: 'tiff' }
  if (format !== 'picture') return { kind: 'none', why: format }
  if (picture !== null && picture.width * picture.height > MOST_PIXELS) return { kind: 'none', why: 'pixels' }
  return size > LARGEST_WHOLE ? { kind: 'none', why: 'bytes' } : { kind: 'image' }
}

/** Decodes text of a file: UTF-8, UTF-16 by its mark, else GB 18030, which older Chinese programs write. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    // a beginning that was cut off may end within a character
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
