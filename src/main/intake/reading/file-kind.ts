/** What a file is, by its content first and its name second. */
import { mediaTypeOf } from '../../materials/media-type.ts'

export type FileKind =
  | 'docx' | 'xlsx' | 'pdf' | 'image' | 'tiff' | 'text'
  /** Kept, named with how to convert it. */
  | 'doc' | 'xls' | 'ppt' | 'pptx' | 'wps' | 'et' | 'rtf' | 'ofd' | 'html' | 'office'
  | 'zip' | 'rar' | '7z'
  /** An Office file that is encrypted as a whole. */
  | 'encrypted-office'
  | 'media'
  | 'other'

/** Names of the kinds as they stand in messages. */
export const KIND_NAMES: Readonly<Record<FileKind, string>> = {
  docx: 'DOCX', xlsx: 'XLSX', pdf: 'PDF', image: 'JPG/PNG', tiff: 'TIFF', text: 'TXT', doc: 'DOC', xls: 'XLS', ppt: 'PPT', pptx: 'PPTX', wps: 'WPS', et: 'ET',
  rtf: 'RTF', ofd: 'OFD', html: 'HTML', office: 'Office', zip: 'ZIP', rar: 'RAR', '7z': '7Z', 'encrypted-office': 'Office', media: 'AV', other: '',
}

export function extensionOf(name: string): string {
  return /\.([^./\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** Streams of an OLE file are named in UTF-16; the directory stands anywhere in it. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

function oleKind(bytes: Uint8Array, extension: string): FileKind {
  if (hasStream(bytes, 'EncryptedPackage')) return 'encrypted-office'
  if (hasStream(bytes, 'WordDocument')) return extension === 'wps' ? 'wps' : 'doc'
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return extension === 'et' ? 'et' : 'xls'
  return hasStream(bytes, 'PowerPoint Document') ? 'ppt' : 'office'
}

/** By the parts that stand in the archive's directory. */
function zipKind(bytes: Uint8Array): FileKind {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // the directory is at the end; the names also stand before each part
  const tail = archive.subarray(Math.max(0, archive.length - 1024 * 1024))
  const holds = (name: string): boolean => tail.includes(name)
  if (holds('word/document.xml')) return 'docx'
  if (holds('xl/workbook.xml')) return 'xlsx'
  if (holds('ppt/presentation.xml')) return 'pptx'
  if (holds('OFD.xml')) return 'ofd'
  return 'zip'
}

const MEDIA = /^(mp3|mp4|m4a|m4v|mov|avi|wav|wma|wmv|amr|aac|flac|ogg|mkv|flv|3gp|ts|dat|vob)$/
const TEXT = /^(txt|md|markdown|csv|tsv|text|log)$/

function byContent(bytes: Uint8Array, extension: string): FileKind | undefined {
  const start = latin1(bytes, 0, 1024)
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return zipKind(bytes)
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return oleKind(bytes, extension)
  // readers accept a header that does not stand at the very beginning (ISO 32000-1 annex H.3.4.1)
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('Rar!\u001a\u0007')) return 'rar'
  if (start.startsWith('7z\u00bc\u00af\u0027\u001c')) return '7z'
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (start.startsWith('RIFF')) return start.slice(8, 12) === 'WEBP' ? 'image' : 'media'
  if (start.startsWith('BM') && latin1(bytes, 6, 10) === '\0\0\0\0') return 'image'
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!doctype html|<html|<\?mso-application)/i.test(start) || /^mime-version:/i.test(start)) return 'html'
  const known = mediaTypeOf(`x.${extension}`, bytes)
  if (known === 'image/tiff') return 'tiff'
  return known === 'image/jpeg' || known === 'image/png' || known === 'image/gif' ? 'image' : undefined
}

export function fileKindOf(name: string, bytes: Uint8Array): FileKind {
  const extension = extensionOf(name)
  const found = byContent(bytes, extension)
  if (found !== undefined) return found
  if (MEDIA.test(extension)) return 'media'
  return TEXT.test(extension) ? 'text' : 'other'
}

/** Endings that a kind may have without misleading anybody. */
const ENDINGS: Partial<Record<FileKind, readonly string[]>> = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  xlsx: ['xlsx', 'xlsm', 'xltx'],
  pdf: ['pdf'],
  image: ['jpg', 'jpeg', 'jfif', 'png', 'gif', 'bmp', 'webp'],
  tiff: ['tif', 'tiff'],
}

/** Kinds whose ending promises a certain content. */
const PROMISES: Readonly<Record<string, string>> = {
  pdf: 'PDF', doc: 'DOC', docx: 'DOCX', xls: 'XLS', xlsx: 'XLSX', wps: 'WPS', et: 'ET', ofd: 'OFD', rtf: 'RTF', txt: 'TXT', csv: 'CSV', zip: 'ZIP', jpg: 'JPG', jpeg: 'JPG',
  png: 'PNG', gif: 'GIF', bmp: 'BMP', webp: 'WEBP', tif: 'TIFF', tiff: 'TIFF',
}

/** What the name promises where the content is something else that can be read; undefined where they agree. */
export function brokenPromise(name: string, kind: FileKind): string | undefined {
  const endings = ENDINGS[kind]
  const extension = extensionOf(name)
  return endings === undefined || endings.includes(extension) ? undefined : PROMISES[extension]
}

/** What the name promises where the content is nothing that is known: a damaged file. */
export function promisedFormat(name: string): string | undefined {
  return PROMISES[extensionOf(name)]
}
