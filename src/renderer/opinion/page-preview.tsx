/** The opinion page by page, as the PDF will have it: the core lays it out, here it is only drawn. */
import { memo, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { lineText, type LaidOutDocument, type LaidOutLine, type LaidOutSheet } from '../../shared/documents/laid-out.ts'
import { useLanguage } from '../language/language.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { drawSheet, type GlyphPaths } from './glyph-paths.ts'
import type { ShownPages } from './shown-pages.ts'

export function PagePreview({ shown }: { readonly shown: ShownPages }): ReactNode {
  const { t } = useLanguage()
  const { document, glyphs, error } = shown
  return (
    <div className="sheets" lang="zh-CN">
      {error !== null && <ErrorNotice error={error} onRetry={shown.again} />}
      {document === null && error === null && <div className="fs-soft" role="status">{t('opinion:previewLoading')}</div>}
      {document?.pages.map((sheet, index) => (
        <Sheet
          key={index}
          document={document}
          sheet={sheet}
          glyphs={glyphs}
          label={t('opinion:pageOf', { page: index + 1, count: document.pages.length })}
          drawnAs={sheetKey(document, sheet)}
        />
      ))}
    </div>
  )
}

const KEYS = new WeakMap<LaidOutSheet, string>()

/** Equal for pages that look alike, so that an edit draws only what it changed. */
function sheetKey(document: LaidOutDocument, sheet: LaidOutSheet): string {
  const known = KEYS.get(sheet)
  if (known !== undefined) return known
  const key = JSON.stringify([document.faces, document.watermark.length, sheet])
  KEYS.set(sheet, key)
  return key
}

interface SheetProps {
  readonly document: LaidOutDocument
  readonly sheet: LaidOutSheet
  readonly glyphs: GlyphPaths
  readonly label: string
  readonly drawnAs: string
}

const Sheet = memo(
  function Sheet({ document, sheet, glyphs, label, drawnAs }: SheetProps): ReactNode {
    const place = useRef<HTMLElement>(null)
    const canvas = useRef<HTMLCanvasElement>(null)
    const near = useNear(place)
    const width = useWidth(place)
    const newest = useRef({ document, sheet, glyphs })
    newest.current = { document, sheet, glyphs }
    useLayoutEffect(() => {
      const { document, sheet, glyphs } = newest.current
      const context = canvas.current?.getContext('2d', { alpha: false })
      if (!near || width === 0 || canvas.current === null || context === null || context === undefined) return
      const scale = (width * window.devicePixelRatio) / document.width
      const [pixelsWide, pixelsHigh] = [Math.round(document.width * scale), Math.round(document.height * scale)]
      if (canvas.current.width !== pixelsWide || canvas.current.height !== pixelsHigh) {
        canvas.current.width = pixelsWide
        canvas.current.height = pixelsHigh
      }
      drawSheet(context, document, sheet, glyphs, scale)
    }, [near, width, drawnAs])
    return (
      <section ref={place} className="sheet" aria-label={label}>
        <canvas ref={canvas} aria-hidden />
        {sheet.lines.map((line, index) => (
          <LineText key={index} line={line} document={document} />
        ))}
      </section>
    )
  },
  (before, after) => before.drawnAs === after.drawnAs && before.label === after.label,
)

/** The text of a line over its picture, unseen: to be selected, copied, found and read aloud. */
function LineText({ line, document }: { readonly line: LaidOutLine; readonly document: LaidOutDocument }): ReactNode {
  const left = line.runs[0]?.x[0] ?? 0
  const lastRun = line.runs.at(-1)
  const right = (lastRun?.x.at(-1) ?? left) + line.size
  const percent = (value: number, whole: number): string => `${((value / whole) * 100).toFixed(3)}%`
  return (
    <div
      className="sheet-line"
      data-artifact={line.artifact}
      style={{
        left: percent(left, document.width),
        top: percent(line.y - line.size, document.height),
        width: percent(right - left, document.width),
        fontSize: `${((line.size / document.width) * 100).toFixed(3)}cqw`,
      }}
    >
      {lineText(line)}
    </div>
  )
}

/** Whether an element is in view or soon will be. */
function useNear(place: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (place.current === null) return undefined
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), { rootMargin: '50%' })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return near
}

function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (place.current === null) return undefined
    setWidth(place.current.clientWidth)
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return width
}
