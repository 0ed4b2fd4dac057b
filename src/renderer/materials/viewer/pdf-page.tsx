/** One page of a PDF: drawn when it comes near the visible part, forgotten when it is far away. */
import type { PDFDocumentProxy, PDFPageProxy, PageViewport, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { DrawingQueue, Urgency } from './drawing-queue.ts'
import { useFoundWords } from './found-on-page.ts'
import type { SoughtWords } from './found-words.ts'
import { drawingDensity } from './page-layout.ts'
import { pdfEngine } from './pdf-engine.ts'
import { RegionLayer, type RegionMarking } from './region-layer.tsx'
import type { Rotation } from './region.ts'
import { useScanWords, useWordLayer } from './scan-words.ts'
import { useSoughtPassage, type SoughtPassage } from './sought-passage.ts'
import type { Size } from './zoom.ts'

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  /** Null for a file that the station does not read. */
  readonly materialId: string | null
  readonly queue: DrawingQueue
  readonly number: number
  /** Of the page as it is shown, in its own units. */
  readonly size: Size
  readonly scale: number
  readonly rotation: Rotation
  /** How many pages share the pixels that may be drawn. */
  readonly pagesNear: number
  readonly urgency: Urgency
  /** It was jumped to: nobody waits to see whether it only flies past. */
  readonly asked: boolean
  /** Words to mark on this page. */
  readonly sought: SoughtPassage
  readonly finding: SoughtWords | null
  readonly marking: RegionMarking
  /** Tells the page's own size before it is turned, because pages of one file can differ. */
  readonly onSize: (number: number, size: Size) => void
}

/** What became of the drawing. `blank`: nothing is seen on it; `failed`: it could not be drawn. */
type Drawn = 'waiting' | 'drawn' | 'blank' | 'failed'

interface Drawing extends PdfPageProps {
  readonly isWanted: () => boolean
  readonly tasks: Set<RenderTask>
}

/** A canvas with the page on it; undefined where it is no longer wanted. */
async function drawnCanvas({ pagesNear, isWanted, tasks }: Drawing, page: PDFPageProxy, viewport: PageViewport): Promise<HTMLCanvasElement | undefined> {
  const density = drawingDensity(window.devicePixelRatio || 1, viewport.width, viewport.height, pagesNear)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(viewport.width * density))
  canvas.height = Math.max(1, Math.floor(viewport.height * density))
  const task = page.render({ canvas, viewport, ...(density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] }) })
  tasks.add(task)
  try {
    await task.promise
  } catch (error) {
    release(canvas)
    throw error
  } finally {
    tasks.delete(task)
    // the decoded pictures of a scan take many times what the drawing takes
    page.cleanup()
  }
  if (isWanted()) return canvas
  release(canvas)
  return undefined
}

/** Gives the memory of a drawing back at once; the browser would take its time. */
export function release(canvas: Element | null | undefined): void {
  if (!(canvas instanceof HTMLCanvasElement)) return
  canvas.width = 0
  canvas.height = 0
}

/** Whether nothing at all is seen; looked at coarsely. */
function isBlank(canvas: HTMLCanvasElement): boolean {
  const small = document.createElement('canvas')
  small.width = 48
  small.height = 64
  const context = small.getContext('2d', { willReadFrequently: true })
  if (context === null) return false
  context.drawImage(canvas, 0, 0, small.width, small.height)
  return context.getImageData(0, 0, small.width, small.height).data.every((value) => value > 250)
}

async function draw(drawing: Drawing, holder: HTMLDivElement, texts: HTMLDivElement): Promise<Drawn> {
  const { pdf, number, scale, rotation, isWanted, onSize } = drawing
  const page = await pdf.getPage(number)
  if (!isWanted()) return 'waiting'
  const natural = page.getViewport({ scale: 1 })
  onSize(number, { width: natural.width, height: natural.height })
  const viewport = page.getViewport({ scale, rotation: (page.rotate + rotation) % 360 })
  const canvas = await drawnCanvas(drawing, page, viewport)
  if (canvas === undefined) return 'waiting'
  release(holder.firstElementChild)
  holder.replaceChildren(canvas)
  const { TextLayer } = await pdfEngine()
  if (!isWanted()) return 'waiting'
  texts.replaceChildren()
  texts.style.setProperty('--total-scale-factor', String(scale))
  const content = await page.getTextContent()
  if (!isWanted()) return 'waiting'
  // pdf.js measures in the language of the document: in the window's own another font would stand in, of another width
  texts.lang = content.lang ?? ''
  const layer = new TextLayer({ textContentSource: content, container: texts, viewport })
  await layer.render()
  return texts.childElementCount === 0 && isBlank(canvas) ? 'blank' : 'drawn'
}

/** Milliseconds for which a page stays near before it is drawn: pages that only fly past are not. */
const SETTLED = 60
/** What is seen is in the queue before what is only near, where both come at once. */
const SETTLED_NEAR = 80

function useDrawing(props: PdfPageProps, holder: React.RefObject<HTMLDivElement | null>, texts: React.RefObject<HTMLDivElement | null>) {
  const { pdf, queue, number, scale, rotation, urgency } = props
  const [drawn, setDrawn] = useState<{ readonly state: Drawn; readonly turn: number }>({ state: 'waiting', turn: 0 })
  const latest = useRef(props)
  latest.current = props
  const urgent = useRef(urgency)
  urgent.current = urgency
  useEffect(() => {
    const [surface, layer] = [holder.current, texts.current]
    if (scale === 0 || surface === null || layer === null) return undefined
    let wanted = true
    const tasks = new Set<RenderTask>()
    let leave: (() => void) | undefined
    const run = async (): Promise<void> => {
      if (!wanted) return
      const tell = (state: Drawn): void => {
        if (wanted && state !== 'waiting') setDrawn(({ turn }) => ({ state, turn: turn + 1 }))
      }
      await draw({ ...latest.current, isWanted: () => wanted, tasks }, surface, layer).then(tell, () => tell('failed'))
    }
    const settled = latest.current.asked ? 0 : urgent.current === 'seen' ? SETTLED : SETTLED_NEAR
    const timer = setTimeout(() => {
      leave = queue.add(urgent.current, run)
    }, settled)
    return () => {
      wanted = false
      clearTimeout(timer)
      leave?.()
      for (const task of tasks) task.cancel()
      layer.replaceChildren()
    }
  }, [pdf, queue, number, scale, rotation, holder, texts])
  useEffect(
    () => () => {
      // React has taken the element out of the document; the drawing is still held by it
      release(holder.current?.firstElementChild)
    },
    [holder],
  )
  return drawn
}

export function PdfPage(props: PdfPageProps): ReactNode {
  const { t } = useLanguage()
  const { materialId, number, size, scale, rotation, sought, finding, marking } = props
  const holder = useRef<HTMLDivElement>(null)
  const texts = useRef<HTMLDivElement>(null)
  const scanned = useRef<HTMLDivElement>(null)
  const { state, turn } = useDrawing(props, holder, texts)
  const isDrawn = turn > 0
  const { words, settled } = useScanWords(materialId, number, isDrawn)
  const [width, height] = [size.width * scale, size.height * scale]
  const layer = useWordLayer(scanned, words, { size: rotation % 180 === 0 ? { width, height } : { width: height, height: width }, rotation })
  const own = useMemo(() => ({ turn }), [turn])
  // what was recognised is what the station knows of the page; the little text of its own can be a scanner's mark
  const [shownWords, content] = words === null ? [texts, own] : [scanned, layer]
  useSoughtPassage(shownWords, isDrawn, sought, { content, settled })
  useFoundWords(shownWords, isDrawn, number, finding, content)
  return (
    <div
      className="evidence-page"
      data-page={number}
      data-drawn={state}
      role="group"
      aria-label={t('materials:viewer.page', { page: number })}
      style={{ width, height }}
    >
      <div ref={holder} className="evidence-drawing" aria-hidden="true" />
      <div ref={texts} className="evidence-texts" hidden={words !== null} />
      <div ref={scanned} className="evidence-texts evidence-scan-words" />
      {(state === 'blank' || state === 'failed') && <p className="evidence-page-note">{t(`materials:viewer.pageNote.${state}`)}</p>}
      <RegionLayer page={number} rotation={rotation} marking={marking} />
    </div>
  )
}
