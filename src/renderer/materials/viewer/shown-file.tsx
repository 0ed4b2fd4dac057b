/** The document itself, in the way that suits what it is. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useState, type ReactNode } from 'react'
import type { FileReference } from '../../../shared/contract/reply.ts'
import type { FashenError } from '../../../shared/errors/errors.ts'
import type { FileLook } from '../../../shared/materials/file-look.ts'
import { useTransport } from '../../transport/calls.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { DocxView } from './docx-view.tsx'
import { pieceReader } from './file-pieces.ts'
import type { DocumentWords } from './document-words.ts'
import { materialIdOf } from './evidence-document.ts'
import { ImageView } from './image-view.tsx'
import { useOpenedFile } from './opened-file.ts'
import { PdfView, type PdfTarget, type ViewReports } from './pdf-view.tsx'
import type { RegionMarking } from './region-layer.tsx'
import type { Rotation } from './region.ts'
import { TextView } from './text-view.tsx'
import { TiffView } from './tiff-view.tsx'
import { LONGEST_TEXT, type ViewerKind } from './viewer-kind.ts'
import { textZoom, type Zoom } from './zoom.ts'

export interface ShownFileProps extends ViewReports {
  readonly reference: FileReference
  readonly look: FileLook
  readonly kind: Exclude<ViewerKind, 'none'>
  readonly zoom: Zoom
  readonly rotation: Rotation
  /** The page that is shown, where pages are shown one at a time. */
  readonly page: number
  readonly jump: PdfTarget
  readonly words: DocumentWords
  readonly marking: RegionMarking
  readonly thumbnails: boolean
  readonly onOpened: (pdf: PDFDocumentProxy | null) => void
  readonly onGoTo: (page: number) => void
}

export function ShownFile(props: ShownFileProps): ReactNode {
  const { kind, reference, look, words, jump, marking } = props
  if (kind === 'pdf') {
    const { zoom, rotation, thumbnails, onPages, onPage, onPercent, onOpened, onGoTo } = props
    const shown = { zoom, rotation, thumbnails, onPages, onPage, onPercent, onOpened, onGoTo, target: jump, marking }
    return <PdfView reference={reference} name={look.name} size={look.size} finding={words.onPages} {...shown} />
  }
  return kind === 'text' ? <BeginningOfText {...props} /> : <WholeFile {...props} />
}

function WholeFile({ reference, kind, zoom, rotation, jump, words, marking, onPages, onPercent, page }: ShownFileProps): ReactNode {
  const [attempt, setAttempt] = useState(0)
  const opened = useOpenedFile(reference, attempt)
  if (opened.state === 'loading') return <Waiting rows={10} className="evidence-waiting" />
  if (opened.state === 'failed') return <ErrorNotice error={opened.error} onRetry={() => setAttempt(attempt + 1)} className="evidence-waiting" />
  const picture = { file: opened.file, materialId: materialIdOf(reference), zoom, rotation, marking, sought: jump, finding: words.onPages, onPercent }
  if (kind === 'image') return <ImageView {...picture} />
  if (kind === 'tiff') return <TiffView {...picture} page={page} onPages={onPages} />
  return <DocxView file={opened.file} zoom={textZoom(zoom)} sought={jump} finding={words.inView} />
}

function BeginningOfText({ reference, look: { name, size }, zoom, jump, words }: ShownFileProps): ReactNode {
  const transport = useTransport()
  const [attempt, setAttempt] = useState(0)
  const [read, setRead] = useState<Uint8Array | FashenError | null>(null)
  useEffect(() => {
    let wanted = true
    setRead(null)
    pieceReader(transport, reference)(0, Math.min(size, LONGEST_TEXT)).then(
      (bytes) => wanted && setRead(bytes),
      (error: FashenError) => wanted && setRead(error),
    )
    return () => {
      wanted = false
    }
  }, [transport, reference, size, attempt])
  if (read === null) return <Waiting rows={10} className="evidence-waiting" />
  if (!(read instanceof Uint8Array)) return <ErrorNotice error={read} onRetry={() => setAttempt(attempt + 1)} className="evidence-waiting" />
  return <TextView name={name} bytes={read} size={size} zoom={textZoom(zoom)} sought={jump} finding={words.inView} />
}
