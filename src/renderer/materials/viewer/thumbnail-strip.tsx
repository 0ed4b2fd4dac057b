/** Small pictures of the pages beside the document; only those in sight are drawn. */
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { DrawingQueue } from './drawing-queue.ts'
import { release } from './pdf-page.tsx'
import type { Rotation } from './region.ts'
import type { Size } from './zoom.ts'

/** CSS pixels. */
const BOX = { width: 96, height: 124 }
const ROW = BOX.height + 30
/** Milliseconds: what only flies past is not drawn. */
const SETTLED = 150
/** Small pictures that are kept when they are scrolled away; each takes about 50 KB. */
const KEPT = 200

/** The pictures of one document; the oldest gives way. */
type Pictures = Map<string, HTMLCanvasElement>

function fitted({ width, height }: Size): Size {
  const scale = Math.min(BOX.width / width, BOX.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

interface StripProps {
  readonly pdf: PDFDocumentProxy
  readonly queue: DrawingQueue
  readonly sizes: readonly Size[]
  readonly rotation: Rotation
  readonly current: number
  readonly onGoTo: (page: number) => void
}

export function ThumbnailStrip({ pdf, queue, sizes, rotation, current, onGoTo }: StripProps): ReactNode {
  const { t } = useLanguage()
  const list = useRef<HTMLElement>(null)
  const pictures = useRef<Pictures>(new Map())
  const [view, setView] = useState({ first: 1, last: 0 })
  const count = sizes.length
  const look = (): void => {
    const element = list.current
    if (element === null) return
    const first = Math.max(1, Math.floor(element.scrollTop / ROW))
    const last = Math.min(count, Math.ceil((element.scrollTop + element.clientHeight) / ROW) + 1)
    setView((old) => (old.first === first && old.last === last ? old : { first, last }))
  }
  const seen = useRef(look)
  seen.current = look
  useEffect(() => {
    const element = list.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => seen.current())
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const kept = pictures.current
    return () => {
      for (const picture of kept.values()) release(picture)
      kept.clear()
    }
  }, [pdf])
  useEffect(() => {
    const element = list.current
    if (element === null) return
    const top = (current - 1) * ROW
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight
    seen.current()
  }, [current])
  const key = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const page = event.key === 'Home' ? 1 : event.key === 'End' ? count : current + step
    if ((step === 0 && event.key !== 'Home' && event.key !== 'End') || page < 1 || page > count) return
    event.preventDefault()
    event.stopPropagation()
    onGoTo(page)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true }))
  }
  // the current page is always there, so that the list can be entered by key
  const numbers = new Set([...Array.from({ length: Math.max(0, view.last - view.first + 1) }, (_, index) => view.first + index), current])
  return (
    <nav ref={list} className="evidence-strip" aria-label={t('materials:viewer.thumbnails')} onScroll={look} onKeyDown={key}>
      <div style={{ height: count * ROW, position: 'relative' }}>
        {[...numbers].toSorted((one, other) => one - other).map((number) => (
          <button
            key={number}
            type="button"
            className="evidence-thumbnail"
            tabIndex={number === current ? 0 : -1}
            aria-current={number === current ? 'page' : undefined}
            aria-label={t('materials:viewer.page', { page: number })}
            style={{ top: (number - 1) * ROW, height: ROW }}
            onClick={() => onGoTo(number)}
          >
            <Picture pdf={pdf} queue={queue} number={number} size={fitted(sizes[number - 1] ?? BOX)} rotation={rotation} pictures={pictures.current} />
            <span aria-hidden>{number}</span>
          </button>
        ))}
      </div>
    </nav>
  )
}

interface PictureProps {
  readonly pdf: PDFDocumentProxy
  readonly queue: DrawingQueue
  readonly number: number
  readonly size: Size
  readonly rotation: Rotation
  readonly pictures: Pictures
}

function Picture({ pdf, queue, number, size: { width, height }, rotation, pictures }: PictureProps): ReactNode {
  const holder = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const name = `${number}/${rotation}`
    const kept = pictures.get(name)
    if (kept !== undefined) {
      holder.current?.replaceChildren(kept)
      return undefined
    }
    let wanted = true
    let leave: (() => void) | undefined
    let task: RenderTask | undefined
    const run = async (): Promise<void> => {
      if (!wanted) return
      const page = await pdf.getPage(number)
      const turned = (page.rotate + rotation) % 360
      const natural = page.getViewport({ scale: 1, rotation: turned })
      const viewport = page.getViewport({ scale: Math.min(width / natural.width, height / natural.height), rotation: turned })
      const canvas = document.createElement('canvas')
      canvas.width = width
      canvas.height = height
      task = page.render({ canvas, viewport })
      try {
        await task.promise
      } finally {
        page.cleanup()
      }
      pictures.set(name, canvas)
      const [oldest] = pictures
      if (pictures.size > KEPT && oldest !== undefined) pictures.delete(oldest[0])
      if (wanted) holder.current?.replaceChildren(canvas)
    }
    const timer = setTimeout(() => {
      leave = queue.add('small', run)
    }, SETTLED)
    return () => {
      wanted = false
      clearTimeout(timer)
      leave?.()
      task?.cancel()
    }
  }, [pdf, queue, number, width, height, rotation, pictures])
  return <span ref={holder} className="evidence-thumbnail-page" style={{ width, height }} aria-hidden />
}
