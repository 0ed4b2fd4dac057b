/**
 * A walk around the window (界面介绍): one part of it is framed at a time and a card beside it says what it is for. Nothing is
 * covered that the card speaks of; Esc or a press skips it, and this computer remembers that.
 */
import { Button } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { remember } from '../transport/connect.ts'
import { endTour, useTourRunning } from './tour-state.ts'
import './tour.css'

const STEPS = [
  { id: 'navigation', target: '.fs-nav' },
  { id: 'search', target: '.fs-top-search' },
  { id: 'work', target: '.home-figures, .fs-page-body' },
  { id: 'look', target: '.fs-look' },
  { id: 'help', target: '.fs-help-button' },
  { id: 'foot', target: '.fs-foot' },
] as const

interface Place {
  readonly left: number
  readonly top: number
}

const GAP = 12

/** Beside the part, within the window: under it where there is room, else to its right, else above it. */
function beside(part: DOMRect, card: DOMRect): Place {
  const within = (at: number, size: number, most: number): number => Math.max(GAP, Math.min(at, most - size - GAP))
  if (part.bottom + GAP + card.height < innerHeight) return { left: within(part.left, card.width, innerWidth), top: part.bottom + GAP }
  if (part.right + GAP + card.width < innerWidth) return { left: part.right + GAP, top: within(part.top + GAP, card.height, innerHeight) }
  return { left: within(part.left, card.width, innerWidth), top: within(part.top - card.height - GAP, card.height, innerHeight) }
}

function TourCard({ onEnd }: { onEnd: () => void }): ReactNode {
  const { t, language } = useLanguage()
  const [at, setAt] = useState(0)
  const [place, setPlace] = useState<Place>({ left: GAP, top: GAP })
  const card = useRef<HTMLElement>(null)
  const step = STEPS[at] ?? STEPS[0]
  const last = at === STEPS.length - 1
  const go = (by: number): void => setAt((now) => Math.max(0, Math.min(STEPS.length - 1, now + by)))
  useLayoutEffect(() => {
    const part = document.querySelector<HTMLElement>(step.target)
    part?.setAttribute('data-toured', 'true')
    const settle = (): void => {
      const box = card.current?.getBoundingClientRect()
      if (box !== undefined) setPlace(beside(part?.getBoundingClientRect() ?? new DOMRect(), box))
    }
    settle()
    card.current?.focus()
    window.addEventListener('resize', settle)
    return () => {
      part?.removeAttribute('data-toured')
      window.removeEventListener('resize', settle)
    }
  }, [step, language])
  const hear = (key: string): boolean => {
    if (key === 'Escape') onEnd()
    else if (key === 'ArrowRight' && !last) go(1)
    else if (key === 'ArrowLeft') go(-1)
    else return false
    return true
  }
  return (
    <section
      ref={card}
      className="fs-tour"
      role="dialog"
      aria-label={t('help:tour.label')}
      aria-describedby="fs-tour-text"
      tabIndex={-1}
      style={place}
      onKeyDown={(event) => {
        if (hear(event.key)) event.preventDefault()
        event.stopPropagation()
      }}
    >
      <div className="fs-soft">{t('help:tour.at', { at: at + 1, of: STEPS.length })}</div>
      <h2>{t(`help:tour.step.${step.id}.title`)}</h2>
      <p id="fs-tour-text">{t(`help:tour.step.${step.id}.text`)}</p>
      <div className="fs-row">
        <Button size="small" type="text" onClick={onEnd}>
          {t('help:tour.skip')}
        </Button>
        <span className="fs-grow fs-soft">{t('help:tour.keys')}</span>
        {at === 0 ? null : (
          <Button size="small" onClick={() => go(-1)}>
            {t('help:tour.back')}
          </Button>
        )}
        <Button size="small" type="primary" onClick={() => (last ? onEnd() : go(1))}>
          {t(last ? 'help:tour.end' : 'help:tour.next')}
        </Button>
      </div>
    </section>
  )
}

/** Stands in the frame. The focus goes back to where it was when the tour ends. */
export function Tour(): ReactNode {
  const running = useTourRunning()
  const [location, navigate] = useLocation()
  const before = useRef<Element | null>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (running === begun.current) return
    begun.current = running
    if (!running) return
    before.current = document.activeElement
    if (location !== '/') navigate('/')
  }, [running, location, navigate])
  if (!running) return null
  const end = (): void => {
    remember('first-steps', 'done')
    endTour()
    const back = before.current
    requestAnimationFrame(() => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
      else document.querySelector<HTMLElement>('.fs-main')?.focus()
    })
  }
  return <TourCard onEnd={end} />
}
