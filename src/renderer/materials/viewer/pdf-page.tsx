/** One page of a PDF: drawn when it comes near the visible part, forgotten when it is far away. */
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { pdfEngine } from './pdf-engine.ts'
import { useSoughtPassage, type SoughtPassage } from './sought-passage.ts'

/** Larger drawings than this are made coarser: 4096 × 4096 pixels. */
const LARGEST_CANVAS = 4096 * 4096

export interface PageSize {
  readonly width: number
  readonly height: number
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  /** In CSS pixels at this scale. */
  readonly size: PageSize
  readonly scale: number
  /** Words to mark on this page. */
  readonly sought: SoughtPassage
  /** Tells the page's own size (at scale 1) once it is known, because pages of one file can differ. */
  readonly onSize: (number: number, size: PageSize) => void
}

interface Drawing extends PdfPageProps {
  readonly onDrawn: () => void
}

async function draw(props: Drawing, canvas: HTMLCanvasElement, texts: HTMLDivElement, isWanted: () => boolean, tasks: RenderTask[]) {
  const page = await props.pdf.getPage(props.number)
  if (!isWanted()) return
  const natural = page.getViewport({ scale: 1 })
  props.onSize(props.number, { width: natural.width, height: natural.height })
  const viewport = page.getViewport({ scale: props.scale })
  const wanted = window.devicePixelRatio || 1
  const density = Math.min(wanted, Math.sqrt(LARGEST_CANVAS / (viewport.width * viewport.height)))
  canvas.width = Math.floor(viewport.width * density)
  canvas.height = Math.floor(viewport.height * density)
  const task = page.render({ canvas, viewport, ...(density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] }) })
  tasks.push(task)
  await task.promise
  const { TextLayer } = await pdfEngine()
  if (!isWanted()) return
  texts.replaceChildren()
  texts.style.setProperty('--total-scale-factor', String(props.scale))
  await new TextLayer({ textContentSource: page.streamTextContent(), container: texts, viewport }).render()
  if (isWanted()) props.onDrawn()
}

export function PdfPage(props: PdfPageProps): ReactNode {
  const { t } = useLanguage()
  const { pdf, number, size, scale, sought } = props
  const [drawn, setDrawn] = useState(0)
  const canvas = useRef<HTMLCanvasElement>(null)
  const texts = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    const surface = canvas.current
    const layer = texts.current
    if (scale === 0 || surface === null || layer === null) return undefined
    let wanted = true
    const tasks: RenderTask[] = []
    draw({ ...latest.current, onDrawn: () => setDrawn((count) => count + 1) }, surface, layer, () => wanted, tasks).catch(() => {
      // a cancelled drawing, or a page that cannot be drawn: it stays white
    })
    return () => {
      wanted = false
      for (const task of tasks) task.cancel()
      layer.replaceChildren()
      surface.width = 0
      surface.height = 0
    }
  }, [pdf, number, scale])
  useSoughtPassage(texts, drawn > 0, sought)

  return (
    <div
      className="evidence-page"
      data-page={number}
      role="group"
      aria-label={t('materials:viewer.page', { page: number })}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={texts} className="evidence-texts" />
    </div>
  )
}
