/** A PDF as one column of pages, of which only those near the visible part are read and drawn. */
import { Alert } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { FileReference } from '../../../shared/contract/reply.ts'
import { FashenError } from '../../../shared/errors/errors.ts'
import { useLanguage } from '../../language/language.ts'
import { useTransport } from '../../transport/calls.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { documentPasswords } from './document-passwords.ts'
import { createDrawingQueue, type DrawingQueue } from './drawing-queue.ts'
import { materialIdOf } from './evidence-document.ts'
import type { SoughtWords } from './found-words.ts'
import { pageColumn, pagesNear, PAGE_GAP, type ColumnPlace, type PageSpan } from './page-layout.ts'
import { readPdf } from './opened-pdf.ts'
import { pdfProblem, type PdfProblem } from './pdf-engine.ts'
import { PdfPage } from './pdf-page.tsx'
import { PasswordForm } from './password-form.tsx'
import type { RegionMarking } from './region-layer.tsx'
import type { Rotation } from './region.ts'
import type { SoughtPassage } from './sought-passage.ts'
import { ThumbnailStrip } from './thumbnail-strip.tsx'
import { percentOf, scaleFor, type Size, type Zoom } from './zoom.ts'

type Opened =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly pdf: PDFDocumentProxy; readonly queue: DrawingQueue; readonly size: Size }
  | { readonly state: 'failed'; readonly problem: PdfProblem }
  /** The bytes do not come. */
  | { readonly state: 'unread'; readonly error: FashenError }

function useOpenedPdf(reference: FileReference, size: number, attempt: number, password: string | null): Opened {
  const transport = useTransport()
  const [opened, setOpened] = useState<Opened>({ state: 'loading' })
  useEffect(() => {
    let wanted = true
    setOpened({ state: 'loading' })
    const fail = (error: unknown): void => {
      if (wanted) setOpened(error instanceof FashenError ? { state: 'unread', error } : { state: 'failed', problem: pdfProblem(error) })
    }
    const { read, close } = readPdf({ transport, reference, size }, password, fail)
    read.then(({ pdf, first }) => {
      if (password !== null) documentPasswords.keep(password)
      if (wanted) setOpened({ state: 'open', pdf, queue: createDrawingQueue(), size: first })
    }, fail)
    return () => {
      wanted = false
      close()
    }
  }, [transport, reference, size, attempt, password])
  return opened
}

export interface PdfTarget extends SoughtPassage {
  readonly page: number
}

/** What a document tells of what is seen of it. */
export interface ViewReports {
  readonly onPages: (count: number) => void
  readonly onPage: (page: number) => void
  /** Percent of the size on paper. */
  readonly onPercent: (percent: number) => void
}

export interface PdfViewProps extends ViewReports {
  readonly reference: FileReference
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly zoom: Zoom
  readonly rotation: Rotation
  /** The page to go to; `turn` rises with every jump, so that the same page can be jumped to twice. */
  readonly target: PdfTarget
  readonly finding: SoughtWords | null
  readonly marking: RegionMarking
  readonly thumbnails: boolean
  readonly onOpened: (pdf: PDFDocumentProxy | null) => void
  readonly onGoTo: (page: number) => void
}

export function PdfView(props: PdfViewProps): ReactNode {
  const { t } = useLanguage()
  const [attempt, setAttempt] = useState(0)
  const [typed, setTyped] = useState<{ readonly of: FileReference; readonly password: string } | null>(null)
  const { reference, size, onPages, onOpened } = props
  const password = typed?.of === reference ? typed.password : null
  const opened = useOpenedPdf(reference, size, attempt, password)
  const pdf = opened.state === 'open' ? opened.pdf : null
  useEffect(() => {
    if (pdf !== null) onPages(pdf.numPages)
    onOpened(pdf)
  }, [pdf, onPages, onOpened])
  if (opened.state === 'loading') return <Waiting rows={10} className="evidence-waiting" />
  if (opened.state === 'unread') return <ErrorNotice error={opened.error} onRetry={() => setAttempt(attempt + 1)} className="evidence-waiting" />
  if (opened.state === 'failed' && opened.problem === 'encrypted') {
    const take = (next: string): void => {
      setTyped({ of: reference, password: next })
      setAttempt(attempt + 1)
    }
    return <PasswordForm key={reference} name={props.name} wrong={password !== null} onPassword={take} />
  }
  if (opened.state === 'failed') {
    return <Alert type="warning" showIcon className="evidence-waiting" title={t(`materials:viewer.pdf.${opened.problem}`)} />
  }
  return <PdfPages {...props} pdf={opened.pdf} queue={opened.queue} first={opened.size} />
}

const NOTHING: SoughtPassage = { passage: null, turn: 0 }

interface PdfPagesProps extends PdfViewProps {
  readonly pdf: PDFDocumentProxy
  readonly queue: DrawingQueue
  readonly first: Size
}

const turnedSize = ({ width, height }: Size, rotation: Rotation): Size => (rotation % 180 === 0 ? { width, height } : { width: height, height: width })

/** The sizes of the pages as far as they are known, at this rotation. */
function usePageSizes(count: number, first: Size, rotation: Rotation) {
  const [known, setKnown] = useState<ReadonlyMap<number, Size>>(new Map())
  const learn = useCallback((page: number, size: Size) => {
    setKnown((before) => {
      const old = before.get(page)
      return old?.width === size.width && old.height === size.height ? before : new Map(before).set(page, size)
    })
  }, [])
  const sizes = useMemo(() => {
    const usual = turnedSize(first, rotation)
    return Array.from({ length: count }, (_, index) => {
      const own = known.get(index + 1)
      return own === undefined ? usual : turnedSize(own, rotation)
    })
  }, [known, count, first, rotation])
  return { sizes, learn }
}

function PdfPages(props: PdfPagesProps): ReactNode {
  const { pdf, queue, first, reference, name, zoom, rotation, target, finding, marking, thumbnails, onPage, onPercent, onGoTo } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 })
  const [near, setNear] = useState<PageSpan>({ first: 1, last: 0 })
  const [current, setCurrent] = useState(target.page)
  const count = pdf.numPages
  const { sizes, learn } = usePageSizes(count, first, rotation)
  const inner = { width: room.width - 2 * PAGE_GAP, height: room.height - PAGE_GAP }
  const scale = scaleFor(zoom, inner, turnedSize(first, rotation))
  const column = useMemo(() => pageColumn(sizes.map(({ height }) => height * scale)), [sizes, scale])
  const latest = useRef(column)
  latest.current = column
  /** What is being read stays where it is while sizes and scale change around it. */
  const held = useRef<ColumnPlace>({ page: target.page, part: 0 })

  useEffect(() => {
    if (scale > 0) onPercent(percentOf(scale))
  }, [scale, onPercent])
  const look = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    const next = pagesNear(latest.current, element.scrollTop, element.clientHeight)
    setNear((old) => (old.first === next.first && old.last === next.last ? old : next))
    const page = latest.current.pageAt(element.scrollTop + element.clientHeight / 3)
    setCurrent((old) => (old === page ? old : page))
  }, [])
  useEffect(() => onPage(current), [current, onPage])
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  const measured = scale > 0
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || !measured) return
    element.scrollTop = column.scrollFor(held.current)
    look()
  }, [column, measured, look])
  // before the pages bring into view what is marked on them
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || !measured) return
    held.current = { page: Math.min(target.page, count), part: 0 }
    element.scrollTop = latest.current.scrollFor(held.current)
    look()
  }, [target, count, measured, look])
  // the page on which the current place of the words sought stands
  const wanted = finding?.current ?? null
  useLayoutEffect(() => {
    const element = scroller.current
    if (wanted === null || element === null) return
    if (latest.current.pageAt(element.scrollTop + element.clientHeight / 3) === wanted.page) return
    element.scrollTop = latest.current.topOf(wanted.page)
  }, [wanted])

  const scrolled = (): void => {
    const element = scroller.current
    if (element === null) return
    held.current = latest.current.placeAt(element.scrollTop)
    look()
  }
  const numbers = measured ? Array.from({ length: Math.max(0, near.last - near.first + 1) }, (_, index) => near.first + index) : []
  return (
    <div className={thumbnails ? 'evidence-body evidence-with-strip' : 'evidence-body'}>
      {thumbnails && <ThumbnailStrip pdf={pdf} queue={queue} sizes={sizes} rotation={rotation} current={current} onGoTo={onGoTo} />}
      <div ref={scroller} className="evidence-scroll" tabIndex={0} role="document" aria-label={name} onScroll={scrolled}>
        <div style={{ height: column.topOf(near.first) }} />
        {numbers.map((number) => (
          <PdfPage
            key={number}
            pdf={pdf}
            materialId={materialIdOf(reference)}
            queue={queue}
            number={number}
            size={sizes[number - 1] ?? first}
            scale={scale}
            rotation={rotation}
            pagesNear={numbers.length}
            urgency={number === current || number === current + 1 ? 'seen' : 'near'}
            asked={number === target.page}
            sought={number === target.page ? target : NOTHING}
            finding={finding}
            marking={marking}
            onSize={learn}
          />
        ))}
        <div style={{ height: Math.max(0, column.height - column.topOf(near.last + 1)) }} />
      </div>
    </div>
  )
}
