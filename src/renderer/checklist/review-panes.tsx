/** Three panes side by side with movable borders; in a narrow window one at a time. */
import { Segmented } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { remember, remembered } from '../transport/connect.ts'
import { fittedWidths, formatWidths, parseWidths, type PaneWidths } from './pane-widths.ts'

/** Pixels that an arrow key moves a border. */
const KEY_STEP = 24

export const PANES = ['headings', 'questions', 'evidence'] as const
export type Pane = (typeof PANES)[number]

/** Where the keyboard lands in each pane: the current heading, the current question, the pages. */
const LANDINGS: Readonly<Record<Pane, string>> = {
  headings: '.heading[aria-current]',
  questions: '.question-current, .finding-current',
  evidence: '.evidence-scroll',
}

/**
 * Moves the focus to the next pane, or the one before, all around; returns it, so that it is shown where only one fits.
 * @param shown the pane that is shown where only one fits
 */
export function focusPane(step: 1 | -1, shown: Pane): Pane {
  const within = PANES.find((pane) => document.activeElement?.closest(`.review-${pane}`) !== null && document.activeElement !== null)
  const at = PANES.indexOf(within ?? shown)
  const next = PANES[(at + step + PANES.length) % PANES.length] ?? 'questions'
  requestAnimationFrame(() => {
    const pane = document.querySelector<HTMLElement>(`.review-${next}`)
    const place = pane?.querySelector<HTMLElement>(LANDINGS[next]) ?? pane
    if (place === null || place === undefined) return
    // a place that is no control takes the focus for the keys only, not in the order of the tab key
    if (place.tabIndex < 0) place.tabIndex = -1
    place.focus({ preventScroll: true })
  })
  return next
}

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
  const [wanted, setWanted] = useState(() => parseWidths(remembered('pane-widths') ?? null))
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
          <div key={pane} className={`review-pane review-${pane}`} hidden={pane !== props.shown} tabIndex={-1}>
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
    remember('pane-widths', formatWidths(next))
  }
  return (
    <div
      ref={frame}
      className="review-panes"
      style={{ gridTemplateColumns: `${widths.headings}px 5px ${widths.questions}px 5px minmax(0, 1fr)` }}
    >
      <div className="review-pane review-headings" tabIndex={-1}>
        {props.headings}
      </div>
      <Border label={t('checklist:border.headings')} width={widths.headings} onWidth={(headings) => move({ headings })} />
      <div className="review-pane review-questions" tabIndex={-1}>
        {props.questions}
      </div>
      <Border label={t('checklist:border.questions')} width={widths.questions} onWidth={(questions) => move({ questions })} />
      <div className="review-pane review-evidence" tabIndex={-1}>
        {props.evidence}
      </div>
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
