/**
 * pdf.js in Node: its character maps, fonts and decoders are files of its own package, read from the disk; nothing is
 * fetched and no script in a document is run. It works in the thread that calls it, so only the reading thread does.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const FOLDERS: Readonly<Record<string, string>> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts', wasmUrl: 'wasm', iccUrl: 'iccs' }

/** What pdf.js asks for its data files. */
class PackageFiles {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const folder = FOLDERS[kind]
    // the name may come out of the document
    if (folder === undefined || !/^[\w.-]+$/.test(filename)) throw new Error(`pdf.js asks for ${kind} ${filename}`)
    return new Uint8Array(await readFile(join(packageFolder, folder, filename)))
  }
}

/** Pictures with more pixels than this are left out: no scanner makes them, and they would take all memory. */
export const MOST_PIXELS = 120_000_000

let library: Promise<PdfLibrary> | undefined

export function pdfLibrary(): Promise<PdfLibrary> {
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs')
  return library
}

export type PdfFailure = 'encrypted' | 'broken'

export class PdfUnreadable extends Error {
  readonly failure: PdfFailure
  constructor(failure: PdfFailure, options?: ErrorOptions) {
    super(failure, options)
    this.failure = failure
  }
}

/**
 * Opens a document, gives it to `work` and closes it. Throws {@link PdfUnreadable}. The bytes stay the caller's.
 */
export async function withPdf<Value>(bytes: Uint8Array, work: (document: PDFDocumentProxy, library: PdfLibrary) => Promise<Value>): Promise<Value> {
  const pdfjs = await pdfLibrary()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer for its own
    data: new Uint8Array(bytes),
    // how a file is damaged is told by what it throws, not on the console
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    cMapPacked: true,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    iccUrl: 'iccs/',
    BinaryDataFactory: PackageFiles,
    maxImageSize: MOST_PIXELS,
  })
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw new PdfUnreadable(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken', { cause: error })
    })
    return await work(document, pdfjs)
  } finally {
    await task.destroy()
  }
}
