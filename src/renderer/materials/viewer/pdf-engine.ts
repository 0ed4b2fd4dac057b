/**
 * pdf.js, loaded when the first PDF is opened. Its worker, character maps, fonts and decoders are files of our own
 * origin, found by name in the bundle; nothing is fetched from elsewhere and no code is made from strings.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import jpxFallbackUrl from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url'
import { endsOf, pieceOf, type PdfEnds, type ReadBytes } from './pdf-ends.ts'

type UrlByPath = Record<string, string>
const CHARACTER_MAPS: UrlByPath = import.meta.glob('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline', import: 'default', eager: true,
})
const FONTS: UrlByPath = import.meta.glob('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&no-inline', import: 'default', eager: true,
})
const DECODERS: UrlByPath = import.meta.glob('../../../../node_modules/pdfjs-dist/wasm/*.wasm', {
  query: '?url&no-inline', import: 'default', eager: true,
})

const byName = (urls: UrlByPath): ReadonlyMap<string, string> =>
  new Map(Object.entries(urls).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]))

const FILES: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  cMapUrl: byName(CHARACTER_MAPS),
  standardFontDataUrl: byName(FONTS),
  wasmUrl: byName(DECODERS),
}

/** What pdf.js asks for its data files; the bundler has renamed them. */
class BundledFiles {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const url = FILES[kind]?.get(filename)
    if (url === undefined) throw new Error(`pdf.js asks for ${kind} ${filename}, which is not in the bundle`)
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${filename}: ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

export type PdfEngine = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

interface RunningEngine {
  readonly library: PdfEngine
  readonly worker: InstanceType<PdfEngine['PDFWorker']>
}

let engine: Promise<RunningEngine> | undefined

function runningEngine(): Promise<RunningEngine> {
  engine ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((library) => {
    // A worker of our own, shared by all documents: by address pdf.js would wrap it into a blob where the origin is
    // no http one.
    const port = new Worker(workerUrl, { type: 'module' })
    // how a file is damaged is for the window to say, not for the console
    const verbosity = library.VerbosityLevel.ERRORS
    return { library, worker: new library.PDFWorker({ port: port as unknown as null, verbosity }) }
  })
  return engine
}

export async function pdfEngine(): Promise<PdfEngine> {
  return (await runningEngine()).library
}

/** What is wrong with a PDF that does not open. */
export type PdfProblem = 'encrypted' | 'broken'

export function pdfProblem(error: unknown): PdfProblem {
  return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken'
}

/** As when the station reads papers: larger pictures in a PDF would take half a gigabyte each, and are left out. */
const MOST_PIXELS = 120_000_000

/** Where the bytes of a PDF come from. `read` rejects where a piece cannot be read. */
export interface PdfSource {
  readonly size: number
  readonly read: ReadBytes
  /** Told once, of the first piece that could not be read: from then on nothing more comes. */
  readonly onFailed: (error: unknown) => void
  /** Told when both ends are read: pdf.js works on them from then on, in its own thread. */
  readonly onUnderWay?: (() => void) | undefined
}

/** Gives pdf.js the pieces that it asks for, as it asks for them. */
function transportOf({ PDFDataRangeTransport }: PdfEngine, { size, read, onFailed }: PdfSource, { first, last, lastFrom }: PdfEnds) {
  class Pieces extends PDFDataRangeTransport {
    #ended = false
    override requestDataRange(from: number, to: number): void {
      const known = from >= lastFrom && last.length > 0
      const piece = known ? Promise.resolve(last.slice(from - lastFrom, to - lastFrom)) : read(from, to)
      piece.then(
        (bytes) => {
          if (!this.#ended) this.onDataRange(from, bytes)
        },
        (error: unknown) => {
          if (!this.#ended) onFailed(error)
          this.#ended = true
        },
      )
    }
    override abort(): void {
      this.#ended = true
    }
  }
  return new Pieces(size, first)
}

/**
 * Opens a PDF; call `destroy` on its `loadingTask` when it is no longer shown. Only the pieces are read that hold what is
 * shown. Scripts in it are never run. Where it needs a password, `passwords` are tried in their order.
 */
export async function openPdf(source: PdfSource, passwords: readonly string[] = []): Promise<PDFDocumentProxy> {
  const [{ library, worker }, ends] = await Promise.all([runningEngine(), endsOf(source.size, source.read)])
  const task = library.getDocument({
    worker,
    verbosity: worker.verbosity,
    range: transportOf(library, source, ends),
    rangeChunkSize: pieceOf(ends),
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: MOST_PIXELS,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    cMapPacked: true,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'fonts/',
    // pdf.js appends a file name, which the query swallows: this is how the JPEG 2000 fallback is found
    wasmUrl: `${new URL(jpxFallbackUrl, document.baseURI).href}?/`,
    BinaryDataFactory: BundledFiles,
  })
  source.onUnderWay?.()
  const untried = [...passwords]
  // an error ends it as where no password is known: the promise rejects with what pdf.js asked
  task.onPassword = (answer: (password: string | Error) => void) => answer(untried.shift() ?? new Error('no password opens it'))
  return task.promise
}
