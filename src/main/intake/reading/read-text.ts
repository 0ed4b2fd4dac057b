/**
 * From the bytes of a file to its text (读取文件文字). Runs in the reading thread: it takes the processor for as long as a
 * file needs. Never throws for what a file is like: that is the `problem`.
 */
import type { DocumentText, TextPage, TextSource } from '../../../shared/intake/document-text.ts'
import { EMPTY_TEXT, type Reading } from '../../../shared/intake/reading/reading.ts'
import type { ReadingProblem } from '../../../shared/intake/reading/report.ts'
import { pictureSize } from '../../../shared/materials/picture-size.ts'
import { TiffBroken, tiffPages } from '../../../shared/materials/tiff.ts'
import { docxContent } from './docx-text.ts'
import { brokenPromise, extensionOf, fileKindOf, KIND_NAMES, promisedFormat, type FileKind } from './file-kind.ts'
import { openPackage, PackageBroken, PackageEncrypted, PackageTooLarge } from './office-package.ts'
import { MOST_PIXELS, PdfUnreadable } from './pdf-engine.ts'
import { pdfContent } from './pdf-text.ts'
import { PLAIN_TEXT_LIMIT, plainText } from './plain-text.ts'
import { workbookContent } from './xlsx-text.ts'
import { XmlBroken } from './xml-scan.ts'

export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Pages of a PDF that are read; a case file's longest papers have some hundred. */
export const MOST_PAGES = 1000
/** A DOCX with less text than that and pictures is a scan that somebody pasted in. */
const FEW_CHARACTERS = 40
const MOST_PICTURES = 100

/** What to save an old format as. */
const SAVE_AS: Partial<Record<FileKind, string>> = {
  doc: 'DOCX', wps: 'DOCX', rtf: 'DOCX', html: 'DOCX', xls: 'XLSX', et: 'XLSX', ppt: 'PDF', pptx: 'PDF', ofd: 'PDF', office: 'DOCX / PDF',
}

const onePage = (source: TextSource, text: string): DocumentText => ({
  pages: [{ number: 1, source: text === '' ? 'none' : source, text, confidence: null }],
})
const withoutText = (problem: ReadingProblem | null): Reading => ({ text: EMPTY_TEXT, problem, toRecognise: [] })
const emptyPages = (from: number, count: number): TextPage[] =>
  Array.from({ length: count }, (_value, index) => ({ number: from + index, source: 'none', text: '', confidence: null }))

async function readDocx({ bytes }: FileToRead): Promise<Reading> {
  const { text, pictures } = docxContent(await openPackage(bytes))
  const isScan = text.replaceAll(/\s/g, '').length < FEW_CHARACTERS && pictures.length > 0
  const scans = isScan ? emptyPages(2, Math.min(pictures.length, MOST_PICTURES)) : []
  return { text: { pages: [...onePage('docx', text).pages, ...scans] }, problem: null, toRecognise: scans.map(({ number }) => number) }
}

async function readWorkbook({ bytes }: FileToRead): Promise<Reading> {
  const { sheets, cutAt } = workbookContent(await openPackage(bytes))
  const pages = sheets.map((text, index): TextPage => ({ number: index + 1, source: text === '' ? 'none' : 'spreadsheet', text, confidence: null }))
  const problem: ReadingProblem | null = cutAt === null ? null : { code: 'too-many-rows', data: { read: cutAt } }
  return { text: { pages }, problem, toRecognise: [] }
}

async function readPdf({ bytes }: FileToRead): Promise<Reading> {
  const { pages, pageCount, toRecognise } = await pdfContent(bytes, MOST_PAGES)
  const problem: ReadingProblem | null =
    pageCount > pages.length ? { code: 'too-many-pages', data: { pages: pageCount, read: pages.length } } : null
  return { text: { pages }, problem, toRecognise }
}

function readImage({ bytes }: FileToRead): Reading {
  const size = pictureSize(bytes)
  if (size === undefined) return withoutText({ code: 'broken', data: { format: KIND_NAMES.image } })
  const [width, height] = size
  if (width * height > MOST_PIXELS) return withoutText({ code: 'image-too-large', data: { width, height } })
  return { text: { pages: emptyPages(1, 1) }, problem: null, toRecognise: [1] }
}

/** Scanners write papers of several pages into one TIFF. */
function readTiff({ bytes }: FileToRead): Reading {
  const pages = tiffPages(bytes)
  const large = pages.find(({ width, height }) => width * height > MOST_PIXELS)
  if (large !== undefined) return withoutText({ code: 'image-too-large', data: { width: large.width, height: large.height } })
  return { text: { pages: emptyPages(1, pages.length) }, problem: null, toRecognise: pages.map((_, index) => index + 1) }
}

function readPlain({ name, bytes }: FileToRead): Reading {
  const text = plainText(bytes.subarray(0, PLAIN_TEXT_LIMIT), extensionOf(name) === 'csv')
  if (text === undefined) return withoutText({ code: 'not-text', data: {} })
  const isCut = bytes.length > PLAIN_TEXT_LIMIT
  return { text: onePage('plain', text), problem: isCut ? { code: 'too-many-rows', data: { read: text.split('\n').length } } : null, toRecognise: [] }
}

/** Nothing of it can be read: an old format, a container, a recording. */
function keepOnly({ name }: FileToRead, kind: FileKind): Reading {
  const format = KIND_NAMES[kind]
  const saveAs = SAVE_AS[kind]
  if (kind === 'encrypted-office') return withoutText({ code: 'encrypted', data: { format: promisedFormat(name) ?? format } })
  if (saveAs !== undefined) return withoutText({ code: 'old-format', data: { format, saveAs } })
  const promised = kind === 'other' ? promisedFormat(name) : undefined
  return withoutText(promised === undefined ? null : { code: 'broken', data: { format: promised } })
}

async function readKind(file: FileToRead, kind: FileKind): Promise<Reading> {
  if (kind === 'docx') return await readDocx(file)
  if (kind === 'xlsx') return await readWorkbook(file)
  if (kind === 'pdf') return await readPdf(file)
  if (kind === 'image') return readImage(file)
  if (kind === 'tiff') return readTiff(file)
  return kind === 'text' ? readPlain(file) : keepOnly(file, kind)
}

function problemOf(error: unknown, format: string): ReadingProblem {
  if (error instanceof PackageTooLarge) return { code: 'unpacks-too-large', data: { format } }
  if (error instanceof PackageEncrypted) return { code: 'encrypted', data: { format } }
  if (error instanceof PdfUnreadable) return { code: error.failure, data: { format } }
  if (error instanceof PackageBroken || error instanceof XmlBroken || error instanceof TiffBroken) return { code: 'broken', data: { format } }
  const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
  return { code: 'reader-stopped', data: { reason } }
}

/** Text, problem and pages that wait for recognition. The same bytes and ending always give the same. */
export async function readText(file: FileToRead): Promise<Reading> {
  const kind = fileKindOf(file.name, file.bytes)
  try {
    const reading = await readKind(file, kind)
    const claimed = brokenPromise(file.name, kind)
    if (reading.problem !== null || claimed === undefined) return reading
    return { ...reading, problem: { code: 'wrong-name', data: { claimed, actual: KIND_NAMES[kind] } } }
  } catch (error) {
    return withoutText(problemOf(error, KIND_NAMES[kind]))
  }
}
