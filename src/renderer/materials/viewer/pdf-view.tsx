/** A PDF as one column of pages, of which only those near the visible part are drawn. */
import { Alert, Skeleton } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { StoredFile } from './opened-file.ts'
import { openPdf, pdfProblem, type PdfProblem } from './pdf-engine.ts'
import { PdfPage, type PageSize } from './pdf-page.tsx'
import type { SoughtPassage } from './sought-passage.ts'
import { pageAt, pagesNear, pageTop, PAGE_GAP } from './page-layout.ts'

type Opened =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly pdf: PDFDocumentProxy; readonly size: PageSize }
  | { readonly state: 'failed'; readonly problem: PdfProblem }

function useOpenedPdf(file: StoredFile): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'loading' })
  useEffect(() => {
    let wanted = true
    let close: (() => void) | undefined
    setOpened({ state: 'loading' })
    const open = async (): Promise<void> => {
      const pdf = await openPdf(file.bytes)
      close = () => void pdf.loadingTask.destroy()
      if (!wanted) return close()
      const first = (await pdf.getPage(1)).getViewport({ scale: 1 })
      if (wanted) setOpened({ state: 'open', pdf, size: { width: first.width, height: first.height } })
    }
    open().catch((error: unknown) => {
      if (wanted) setOpened({ state: 'failed', problem: pdfProblem(error) })
    })
    return () => {
      wanted = false
      close?.()
    }
  }, [file])
  return opened
}

export interface PdfTarget extends SoughtPassage {
  readonly page: number
}

export interface PdfViewProps {
  readonly file: StoredFile
  readonly zoom: number
  /** The page to go to; `turn` rises with every jump, so that the same page can be jumped to twice. */
  readonly target: PdfTarget
  readonly onPages: (count: number) => void
  readonly onPage: (page: number) => void
}

export function PdfView({ file, zoom, target, onPages, onPage }: PdfViewProps): ReactNode {
  const { t } = useLanguage()
  const opened = useOpenedPdf(file)
  useEffect(() => {
    if (opened.state === 'open') onPages(opened.pdf.numPages)
  }, [opened, onPages])
  if (opened.state === 'loading') return <Skeleton active paragraph={{ rows: 10 }} className="evidence-waiting" />
  if (opened.state === 'failed') {
    return <Alert type="warning" showIcon className="evidence-waiting" title={t(`materials:viewer.pdf.${opened.problem}`)} />
  }
  return <PdfPages pdf={opened.pdf} first={opened.size} name={file.name} zoom={zoom} target={target} onPage={onPage} />
}

const NOTHING: SoughtPassage = { passage: null, turn: 0 }

interface PdfPagesProps {
  readonly pdf: PDFDocumentProxy
  readonly first: PageSize
  readonly name: string
  readonly zoom: number
  readonly target: PdfTarget
  readonly onPage: (page: number) => void
}

function PdfPages({ pdf, first, name, zoom, target, onPage }: PdfPagesProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [view, setView] = useState({ top: 0, height: 0 })
  const [sizes, setSizes] = useState<ReadonlyMap<number, PageSize>>(new Map())
  const count = pdf.numPages
  const scale = width === 0 ? 0 : Math.max(0.1, ((width - 2 * PAGE_GAP) / first.width) * zoom)
  const sizeOf = useCallback((page: number) => sizes.get(page) ?? first, [sizes, first])
  const heightOf = useCallback((page: number) => sizeOf(page).height * scale, [sizeOf, scale])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = (): void => {
      setWidth(element.clientWidth)
      setView({ top: element.scrollTop, height: element.clientHeight })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])

  const measured = width > 0
  const heights = useRef(heightOf)
  heights.current = heightOf
  const shownPage = useRef(1)
  useEffect(() => {
    const element = scroller.current
    if (element === null || !measured) return
    element.scrollTop = pageTop(Math.min(target.page, count), heights.current)
    shownPage.current = Math.min(target.page, count)
  }, [target, count, measured])

  // a new scale keeps the page that is being read in view
  useEffect(() => {
    const element = scroller.current
    if (element !== null) element.scrollTop = pageTop(shownPage.current, heights.current)
  }, [scale])

  const scrolled = (): void => {
    const element = scroller.current
    if (element === null) return
    setView({ top: element.scrollTop, height: element.clientHeight })
    const page = pageAt(element.scrollTop + element.clientHeight / 3, count, heights.current)
    if (page !== shownPage.current) {
      shownPage.current = page
      onPage(page)
    }
  }
  const learn = useCallback((page: number, size: PageSize) => {
    setSizes((known) => {
      const old = known.get(page)
      return old?.width === size.width && old.height === size.height ? known : new Map(known).set(page, size)
    })
  }, [])

  const near = pagesNear(view.top, view.height, count, heightOf)
  const numbers = Array.from({ length: near.last - near.first + 1 }, (_, index) => near.first + index)
  return (
    <div ref={scroller} className="evidence-scroll" tabIndex={0} role="document" aria-label={name} onScroll={scrolled}>
      <div style={{ height: pageTop(near.first, heightOf) }} />
      {numbers.map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} size={sizeOf(number)} scale={scale} sought={number === target.page ? target : NOTHING} onSize={learn} />
      ))}
      <div style={{ height: pageTop(count + 1, heightOf) - pageTop(near.last + 1, heightOf) }} />
    </div>
  )
}
