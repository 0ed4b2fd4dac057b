/**
 * Opening the PDF that is shown, and the one that will be: what comes first in a case is opened while the case itself is
 * still being drawn.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FileReference } from '../../../shared/contract/reply.ts'
import type { Transport } from '../../transport/transport.ts'
import { documentPasswords } from './document-passwords.ts'
import { pieceReader } from './file-pieces.ts'
import { openPdf } from './pdf-engine.ts'
import type { Size } from './zoom.ts'

/** A page of A4 in points: what is supposed of pages whose size is not known yet. */
const A4: Size = { width: 595.28, height: 841.89 }

export interface ReadPdf {
  readonly pdf: PDFDocumentProxy
  /** Of its first page, in points. */
  readonly first: Size
}

interface WantedPdf {
  readonly transport: Transport
  readonly reference: FileReference
  /** In bytes. */
  readonly size: number
}

interface Opening {
  readonly read: Promise<ReadPdf>
  /** pdf.js works on it, or it cannot be read. */
  readonly underWay: Promise<unknown>
  /** Who is told when a piece cannot be read; told at once where that is so already. */
  readonly tell: (onFailed: (error: unknown) => void) => void
}

function begin({ transport, reference, size }: WantedPdf, passwords: readonly string[]): Opening {
  let failure: { readonly error: unknown } | undefined
  let told: ((error: unknown) => void) | undefined
  const onFailed = (error: unknown): void => {
    failure = { error }
    told?.(error)
  }
  let onUnderWay = (): void => undefined
  const begun = new Promise<void>((resolve) => (onUnderWay = resolve))
  const open = async (): Promise<ReadPdf> => {
    const pdf = await openPdf({ size, read: pieceReader(transport, reference), onFailed, onUnderWay }, passwords)
    const { width, height } = await pdf.getPage(1).then(
      (page) => page.getViewport({ scale: 1 }),
      () => A4,
    )
    return { pdf, first: { width, height } }
  }
  const read = open()
  return {
    read,
    underWay: Promise.race([begun, read.catch(() => undefined)]),
    tell: (onFailedPiece) => {
      told = onFailedPiece
      if (failure !== undefined) onFailedPiece(failure.error)
    },
  }
}

const close = ({ read }: Opening): void => void read.then(({ pdf }) => pdf.loadingTask.destroy(), () => undefined)

/** Milliseconds after which what was opened ahead and not shown is closed again. */
const KEPT_AHEAD = 10_000

interface Ahead extends WantedPdf {
  readonly opening: Opening
  readonly timer: ReturnType<typeof setTimeout>
}

let ahead: Ahead | undefined

function leaveAhead(): void {
  if (ahead === undefined) return
  clearTimeout(ahead.timer)
  close(ahead.opening)
  ahead = undefined
}

/** Opens a PDF that will be shown soon. What fails of it is told by whoever shows it. */
export function openAhead(wanted: WantedPdf): Pick<Opening, 'read' | 'underWay'> {
  if (ahead?.reference === wanted.reference && ahead.transport === wanted.transport) return ahead.opening
  leaveAhead()
  const opening = begin(wanted, documentPasswords.all())
  opening.read.catch(() => undefined)
  ahead = { ...wanted, opening, timer: setTimeout(leaveAhead, KEPT_AHEAD) }
  return opening
}

/**
 * Opens a PDF, or takes the one that was opened ahead.
 * @param password null: those that opened other files are tried
 * @param onFailed told of a piece that cannot be read, also later, while it is shown
 * @returns the PDF, and what closes it, whether it is open by then or not
 */
export function readPdf(wanted: WantedPdf, password: string | null, onFailed: (error: unknown) => void): { readonly read: Promise<ReadPdf>; readonly close: () => void } {
  const known = password === null && ahead?.reference === wanted.reference && ahead.transport === wanted.transport ? ahead : undefined
  if (known !== undefined) {
    clearTimeout(known.timer)
    ahead = undefined
  }
  const opening = known?.opening ?? begin(wanted, password === null ? documentPasswords.all() : [password])
  opening.tell(onFailed)
  return { read: opening.read, close: () => close(opening) }
}
