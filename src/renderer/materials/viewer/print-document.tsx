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

/** Pages that can be printed one by one. */
export interface PrintablePages {
  readonly count: number
  /** The page, from 1, as a picture. Rejects where it cannot be drawn. */
  readonly draw: (page: number) => Promise<HTMLImageElement>
}

/** Pictures that were made for the printer: their memory is given back when it has them. */
const madeForPrint = new WeakSet<HTMLImageElement>()

function giveBack(image: HTMLImageElement): void {
  if (madeForPrint.has(image)) URL.revokeObjectURL(image.src)
}

/** What a canvas shows, as a picture for the printer. */
export async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY))
  const image = document.createElement('img')
  image.src = blob === null ? '' : URL.createObjectURL(blob)
  madeForPrint.add(image)
  await image.decode().catch(() => undefined)
  return image
}

export function printablePdf(pdf: PDFDocumentProxy): PrintablePages {
  return { count: pdf.numPages, draw: (page) => printedPage(pdf, page) }
}

async function printedPage(pdf: PDFDocumentProxy, number: number): Promise<HTMLImageElement> {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: PRINT_DPI / POINTS_PER_INCH })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  page.cleanup()
  const image = await pictureOf(canvas)
  release(canvas)
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
    sheet.querySelectorAll('img').forEach(giveBack)
    sheet.remove()
  }
}

/**
 * A copy of a canvas would be empty: it is printed as the picture that it shows. A picture is printed as large as the paper is,
 * not at the place and size that it has on screen.
 */
async function copyOf(paper: Element): Promise<Element> {
  if (paper instanceof HTMLCanvasElement) return await pictureOf(paper)
  const copy = paper.cloneNode(true) as Element
  if (paper instanceof HTMLImageElement) copy.removeAttribute('style')
  if (copy instanceof HTMLImageElement) await copy.decode().catch(() => undefined)
  return copy
}

/** Prints a document that is on screen as a whole. */
export async function printShown(papers: Iterable<Element>): Promise<void> {
  printElements(await Promise.all(Array.from(papers, copyOf)))
}

interface PrintPagesProps {
  readonly pages: PrintablePages
  readonly name: string
  /** The page that is shown. */
  readonly page: number
  readonly onClose: () => void
}

export function PrintPages({ pages, name, page, onClose }: PrintPagesProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const { count } = pages
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
        images.push(await pages.draw(number))
        setDone(images.length)
      }
    } catch {
      void message.error(t('materials:print.failed', { page: first + images.length }))
      images.forEach(giveBack)
      onClose()
      return
    }
    if (wanted.current) printElements(images)
    else images.forEach(giveBack)
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
