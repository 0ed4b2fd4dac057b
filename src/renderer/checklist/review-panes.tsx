/** Three panes side by side with movable borders; in a narrow window one at a time. */
import { Segmented } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { fittedWidths, formatWidths, parseWidths, type PaneWidths } from './pane-widths.ts'

const STORED_UNDER = 'fashen.review-panes'
/** Pixels that an arrow key moves a border. */
const KEY_STEP = 24

export const PANES = ['headings', 'questions', 'evidence'] as const
export type Pane = (typeof PANES)[number]

interface ReviewPanesProps {
  readonly headings: ReactNode
  readonly questions: ReactNode
  readonly evidence: ReactNode
  /** The pane to show where only one fits. */
  readonly shown: Pane
  readonly onShow: (pane: Pane) => void
}

export function ReviewPanes(props: ReviewPanesProps): ReactNode {
  const { t } = useLanguage()
  const { narrow } = useAppearance()
  const [wanted, setWanted] = useState(() => parseWidths(localStorage.getItem(STORED_UNDER)))
  const [room, setRoom] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [narrow])

  if (narrow) {
    return (
      <div className="review-single">
        <Segmented
          block
          size="small"
          value={props.shown}
          options={PANES.map((pane) => ({ value: pane, label: t(`checklist:pane.${pane}`) }))}
          onChange={props.onShow}
        />
        {PANES.map((pane) => (
          <div key={pane} className={`review-pane review-${pane}`} hidden={pane !== props.shown}>
            {props[pane]}
          </div>
        ))}
      </div>
    )
  }
  const widths = room === 0 ? wanted : fittedWidths(wanted, room)
  const move = (change: Partial<PaneWidths>): void => {
    const next = fittedWidths({ ...widths, ...change }, room)
    setWanted(next)
    localStorage.setItem(STORED_UNDER, formatWidths(next))
  }
  return (
    <div
      ref={frame}
      className="review-panes"
      style={{ gridTemplateColumns: `${widths.headings}px 5px ${widths.questions}px 5px minmax(0, 1fr)` }}
    >
      <div className="review-pane review-headings">{props.headings}</div>
      <Border label={t('checklist:border.headings')} width={widths.headings} onWidth={(headings) => move({ headings })} />
      <div className="review-pane review-questions">{props.questions}</div>
      <Border label={t('checklist:border.questions')} width={widths.questions} onWidth={(questions) => move({ questions })} />
      <div className="review-pane review-evidence">{props.evidence}</div>
    </div>
  )
}

interface BorderProps {
  readonly label: string
  readonly width: number
  readonly onWidth: (width: number) => void
}

function Border({ label, width, onWidth }: BorderProps): ReactNode {
  const held = useRef<{ readonly from: number; readonly width: number } | null>(null)
  const take = (event: PointerEvent<HTMLDivElement>): void => {
    held.current = { from: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (held.current !== null) onWidth(held.current.width + event.clientX - held.current.from)
  }
  const key = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowLeft' ? -KEY_STEP : event.key === 'ArrowRight' ? KEY_STEP : 0
    if (step === 0) return
    event.preventDefault()
    onWidth(width + step)
  }
  return (
    <div
      className="review-border"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null
      }}
      onKeyDown={key}
    />
  )
}
