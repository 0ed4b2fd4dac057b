/** Rectangles on a page: those that were pinned, and the one that is being marked, by mouse or by keys. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { EvidenceRegion } from '../../../shared/checklist/answers.ts'
import { useLanguage } from '../../language/language.ts'
import { scrollWithin } from '../../workspace/scroll-within.ts'
import { between, markedRegion, nudged, onTurnedPage, type Rectangle, type Rotation } from './region.ts'

/** What the pages are told of rectangles. */
export interface RegionMarking {
  /** Rectangles are being marked: the mouse draws them, and does not select words. */
  readonly active: boolean
  /** The page on which keys mark. */
  readonly page: number
  /** What was marked and not yet pinned. */
  readonly marked: EvidenceRegion | null
  /** What a pin led to. */
  readonly pinned: EvidenceRegion | null
  /** Rises with every jump to a pin. */
  readonly turn: number
  readonly onMark: (region: EvidenceRegion) => void
  readonly onEnd: () => void
}

const FIRST: Rectangle = { x: 0.25, y: 0.3, width: 0.5, height: 0.2 }
/** Of the page, for one press of an arrow key; a tenth of it with Ctrl. */
const STEP = 0.02

const styleOf = ({ x, y, width, height }: Rectangle) => ({ left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` })

interface RegionLayerProps {
  readonly page: number
  readonly rotation: Rotation
  readonly marking: RegionMarking
}

export function RegionLayer({ page, rotation, marking }: RegionLayerProps): ReactNode {
  const { t } = useLanguage()
  const pinnedBox = useRef<HTMLDivElement>(null)
  const pinned = marking.pinned?.page === page ? marking.pinned : null
  const marked = marking.marked?.page === page ? marking.marked : null
  useEffect(() => {
    if (pinned !== null) scrollWithin(pinnedBox.current?.closest('.evidence-scroll') ?? null, pinnedBox.current, 'center')
  }, [pinned, marking.turn])
  return (
    <>
      {pinned !== null && (
        <div ref={pinnedBox} className="evidence-region evidence-region-pinned" role="img" aria-label={t('materials:viewer.region.pinned')} style={styleOf(onTurnedPage(pinned, rotation))} />
      )}
      {marked !== null && !marking.active && (
        <div className="evidence-region" role="img" aria-label={t('materials:viewer.region.marked')} style={styleOf(onTurnedPage(marked, rotation))} />
      )}
      {marking.active && <MarkingSurface page={page} rotation={rotation} marking={marking} />}
    </>
  )
}

function MarkingSurface({ page, rotation, marking }: RegionLayerProps): ReactNode {
  const { t } = useLanguage()
  const surface = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<readonly [number, number] | null>(null)
  const [drawn, setDrawn] = useState<Rectangle | null>(null)
  const byKeys = marking.page === page
  const shown = drawn ?? (byKeys ? FIRST : null)
  useEffect(() => {
    if (byKeys) surface.current?.focus({ preventScroll: true })
  }, [byKeys])
  const place = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
    const box = surface.current?.getBoundingClientRect()
    return box === undefined ? [0, 0] : [(clientX - box.left) / box.width, (clientY - box.top) / box.height]
  }
  const finish = (rectangle: Rectangle | null): void => {
    setFrom(null)
    const region = rectangle === null ? null : markedRegion(page, rectangle, rotation)
    if (region === null) {
      setDrawn(null)
      return
    }
    marking.onMark(region)
  }
  const key = (event: KeyboardEvent): void => {
    const dx = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0
    const dy = event.key === 'ArrowUp' ? -STEP : event.key === 'ArrowDown' ? STEP : 0
    if (dx !== 0 || dy !== 0) setDrawn(nudged(shown ?? FIRST, dx / (event.ctrlKey ? 4 : 1), dy / (event.ctrlKey ? 4 : 1), event.shiftKey))
    else if (event.key === 'Enter') finish(shown)
    else if (event.key === 'Escape') marking.onEnd()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={surface}
      className="evidence-marking"
      role="application"
      tabIndex={0}
      aria-label={t('materials:viewer.region.surface', { page })}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom(place(event))
      }}
      onPointerMove={(event) => {
        if (from !== null) setDrawn(between(from, place(event)))
      }}
      onPointerUp={(event) => {
        if (from !== null) finish(between(from, place(event)))
      }}
      onKeyDown={key}
    >
      {shown !== null && <div className="evidence-region" style={styleOf(shown)} />}
    </div>
  )
}
