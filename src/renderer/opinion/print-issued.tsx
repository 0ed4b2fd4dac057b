/** Prints the signed PDF: opened as it is stored, drawn page by page with progress. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { documentReference } from '../materials/viewer/evidence-document.ts'
import { readStoredFile } from '../materials/viewer/opened-file.ts'
import { openPdf } from '../materials/viewer/pdf-engine.ts'
import { printablePdf, PrintPages } from '../materials/viewer/print-document.tsx'
import '../materials/viewer/evidence-viewer.css'
import { useTransport } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'

interface PrintIssuedProps {
  readonly documentId: string
  readonly name: string
  readonly onClose: () => void
}

export function PrintIssued({ documentId, name, onClose }: PrintIssuedProps): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const acts = useRef({ toast, onClose })
  acts.current = { toast, onClose }
  useEffect(() => {
    let opened: PDFDocumentProxy | undefined
    let gone = false
    const open = async (): Promise<void> => {
      const { bytes } = await readStoredFile(transport, documentReference(documentId))
      const read = (from: number, to: number): Promise<Uint8Array<ArrayBuffer>> => Promise.resolve(bytes.slice(from, to))
      opened = await openPdf({ size: bytes.length, read, onFailed: (error) => acts.current.toast(error) })
      if (gone) void opened.loadingTask.destroy()
      else setPdf(opened)
    }
    open().catch((error: unknown) => {
      acts.current.toast(error)
      if (!gone) acts.current.onClose()
    })
    return () => {
      gone = true
      void opened?.loadingTask.destroy()
    }
  }, [documentId, transport])
  if (pdf === null) return <p role="status" className="fs-soft">{t('opinion:printing')}</p>
  return <PrintPages pages={printablePdf(pdf)} name={name} page={1} onClose={onClose} />
}
