/** Which viewer shows a file, and how the bytes of a text are read. */

export type ViewerKind = 'pdf' | 'image' | 'docx' | 'text' | 'none'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])
/** Pages and drawings can hold scripts: they are shown as the text they are made of, never as a page. */
const SOURCE_SHOWN = new Set(['text/html', 'application/xhtml+xml', 'image/svg+xml', 'application/json', 'application/xml'])

/** Text longer than this is not shown in place. In bytes. */
export const LONGEST_TEXT = 4 * 1024 ** 2

/** Which viewer shows a file: by its media type, and by the ending of its name where the type says nothing. */
export function viewerKind(mediaType: string, name: string, size: number): ViewerKind {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const untold = type === '' || type === 'application/octet-stream'
  if (type === 'application/pdf' || (untold && ending === 'pdf')) return 'pdf'
  if (type === DOCX || (untold && ending === 'docx')) return 'docx'
  if (IMAGES.has(type) || (untold && /^(png|jpe?g|gif|webp|bmp)$/.test(ending))) return 'image'
  const textual = type.startsWith('text/') || SOURCE_SHOWN.has(type) || (untold && /^(txt|md|csv|log|json|xml|html?|svg)$/.test(ending))
  return textual && size <= LONGEST_TEXT ? 'text' : 'none'
}

/** Decodes text of a file: UTF-8, UTF-16 by its mark, else GB 18030, which older Chinese programs write. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
