/** Prints what is shown: pages are drawn for the printer one by one, with progress and a way to stop. */
import { App, InputNumber, Modal, Progress } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { release } from './pdf-page.tsx'

/** Pages printed at once: each is a picture that is kept until the printer has it. */
export const MOST_PRINTED = 100
/** Dots per inch of paper. */
const PRINT_DPI = 150
const POINTS_PER_INCH = 72
const JPEG_QUALITY = 0.85

async function printedPage(pdf: PDFDocumentProxy, number: number): Promise<HTMLImageElement> {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: PRINT_DPI / POINTS_PER_INCH })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  page.cleanup()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY))
  release(canvas)
  const image = document.createElement('img')
  image.src = blob === null ? '' : URL.createObjectURL(blob)
  await image.decode().catch(() => undefined)
  return image
}

/** Everything else of the window is left out of the print by the style sheet while this is there. */
function printElements(elements: readonly Element[]): void {
  const sheet = document.createElement('div')
  sheet.className = 'evidence-print'
  sheet.append(...elements)
  document.body.append(sheet)
  try {
    window.print()
  } finally {
    for (const image of sheet.querySelectorAll('img')) if (image.src.startsWith('blob:')) URL.revokeObjectURL(image.src)
    sheet.remove()
  }
}

/** A copy of a canvas would be empty: it is printed as the picture that it shows. */
async function copyOf(paper: Element): Promise<Element> {
  if (!(paper instanceof HTMLCanvasElement)) return paper.cloneNode(true) as Element
  const blob = await new Promise<Blob | null>((resolve) => paper.toBlob(resolve, 'image/jpeg', JPEG_QUALITY))
  const image = document.createElement('img')
  image.src = blob === null ? '' : URL.createObjectURL(blob)
  await image.decode().catch(() => undefined)
  return image
}

/** Prints a document that is on screen as a whole. */
export async function printShown(papers: Iterable<Element>): Promise<void> {
  printElements(await Promise.all(Array.from(papers, copyOf)))
}

interface PrintPagesProps {
  readonly pdf: PDFDocumentProxy
  readonly name: string
  readonly page: number
  readonly onClose: () => void
}

export function PrintPages({ pdf, name, page, onClose }: PrintPagesProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const count = pdf.numPages
  const [first, setFirst] = useState(count > MOST_PRINTED ? page : 1)
  const [last, setLast] = useState(Math.min(count, count > MOST_PRINTED ? page + MOST_PRINTED - 1 : count))
  const [done, setDone] = useState<number | null>(null)
  const wanted = useRef(true)
  const sensible = first >= 1 && last >= first && last <= count && last - first < MOST_PRINTED
  const print = async (): Promise<void> => {
    const images: HTMLImageElement[] = []
    setDone(0)
    try {
      for (let number = first; number <= last && wanted.current; number += 1) {
        images.push(await printedPage(pdf, number))
        setDone(images.length)
      }
    } catch {
      void message.error(t('materials:print.failed', { page: first + images.length }))
      for (const image of images) URL.revokeObjectURL(image.src)
      onClose()
      return
    }
    if (wanted.current) printElements(images)
    else for (const image of images) URL.revokeObjectURL(image.src)
    onClose()
  }
  const cancel = (): void => {
    wanted.current = false
    onClose()
  }
  return (
    <Modal
      open
      title={t('materials:print.title', { name })}
      okText={t('materials:print.go')}
      cancelText={t('materials:print.cancel')}
      okButtonProps={{ disabled: !sensible || done !== null }}
      onOk={() => void print()}
      onCancel={cancel}
    >
      <p className="evidence-print-range">
        <label>
          {t('materials:print.from')} <InputNumber min={1} max={count} precision={0} value={first} disabled={done !== null} aria-label={t('materials:print.from')} onChange={(value) => setFirst(value ?? 1)} />
        </label>
        <label>
          {t('materials:print.to')} <InputNumber min={1} max={count} precision={0} value={last} disabled={done !== null} aria-label={t('materials:print.to')} onChange={(value) => setLast(value ?? count)} />
        </label>
        <span className="fs-soft">{t('materials:print.of', { count, most: MOST_PRINTED })}</span>
      </p>
      {done !== null && <Progress percent={Math.round((done / (last - first + 1)) * 100)} aria-label={t('materials:print.progress')} />}
    </Modal>
  )
}
