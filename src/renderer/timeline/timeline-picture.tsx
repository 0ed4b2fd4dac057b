/** The timeline drawn: steps above the axis, limits as bars below it. One stop of the tab key; arrows go from step to step. */
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import { isBroken, type CaseTimeline, type TimelinePlace, type TimelineStep } from '../../shared/timeline/case-timeline.ts'
import { makePicture, type Picture } from '../../shared/timeline/picture.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { limitCaption, limitSentence, stepSentence, stepText, type Speech } from './timeline-words.ts'

interface TimelinePictureProps {
  readonly timeline: CaseTimeline
  readonly calendar: StatutoryCalendar
  /** Of the frame that it stands in. */
  readonly room: number
  readonly form: 'strip' | 'whole' | 'month'
  readonly onOpen: (place: TimelinePlace) => void
}

/** Pixels of a day where the picture is drawn by month. */
const MONTH_DAY = 22
const BASE_SIZE = 12
/** A strip takes a second lane of labels only where the window is tall. */
const TALL = 900

export function TimelinePicture({ timeline, calendar, room, form, onOpen }: TimelinePictureProps): ReactNode {
  const { t, language, pick } = useLanguage()
  const { textSize } = useAppearance()
  const hatch = useId()
  const fontSize = (BASE_SIZE * textSize) / 100
  const speech: Speech = { t, language, pick }
  const strip = form === 'strip'
  const picture = useMemo(
    () =>
      room <= 0
        ? null
        : makePicture({
            timeline,
            calendar,
            width: form === 'month' ? null : room,
            dayWidth: (MONTH_DAY * textSize) / 100,
            fontSize,
            lanes: form === 'strip' ? (window.innerHeight >= TALL ? 2 : 1) : Number.POSITIVE_INFINITY,
            bars: form === 'strip' ? 'thin' : 'captioned',
            gathered: form !== 'strip',
            stepText: (steps, brief) => stepText(steps, brief, { t, language, pick }),
            gapText: (gap) => `✕ ${pick(gap.label)}`,
            limitText: (limit) => limitCaption(limit, { t, language, pick }),
          }),
    [timeline, calendar, room, form, fontSize, textSize, t, language, pick],
  )
  const opening = useMemo(() => timeline.steps.filter(({ place }) => place !== null), [timeline.steps])
  const [current, setCurrent] = useState<string | null>(null)
  if (picture === null) return null
  const focused = opening.some(({ key }) => key === current) ? current : (opening[0]?.key ?? null)
  const key = (event: KeyboardEvent<SVGSVGElement>): void => {
    const at = opening.findIndex((step) => step.key === focused)
    const next = moved(event.key, at, opening.length)
    const step = opening[next ?? -1]
    if (next === null || step === undefined) return
    event.preventDefault()
    setCurrent(step.key)
    event.currentTarget.querySelector<SVGElement>(`[data-step="${next}"]`)?.focus()
  }
  const sentences = new Map(timeline.steps.map((step) => [step.key, stepSentence(step, timeline.limits, speech)]))
  const first = timeline.steps[0]?.day ?? timeline.asOf
  const last = timeline.steps.at(-1)?.day ?? timeline.asOf
  const name = t('timeline:picture', { from: first, to: last, steps: timeline.steps.length, limits: timeline.limits.length })
  return (
    <svg
      className={`timeline-picture timeline-${strip ? 'strip-picture' : 'whole-picture'}`}
      width={picture.width}
      height={picture.height}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      fontSize={fontSize}
      role="group"
      aria-label={name}
      onKeyDown={key}
    >
      <Ground picture={picture} fontSize={fontSize} judged={t(timeline.steps.every(({ kind }) => kind !== 'issued') ? 'timeline:asOf' : 'timeline:judgedOn')} breakWords={t('timeline:axisBreak')} hatch={hatch} named={!strip} />
      <g aria-hidden="true">
        {picture.gaps.map((gap) => (
          <g key={gap.key} className="timeline-gap">
            <title>{pick(timeline.gaps.find((one) => one.key === gap.key)?.message ?? { 'zh-CN': '', en: '' })}</title>
            <rect x={gap.x} y={picture.axisY - 5} width={gap.width} height={10} />
          </g>
        ))}
      </g>
      <Bars picture={picture} timeline={timeline} fontSize={fontSize} speech={speech} hatch={hatch} onOpen={onOpen} />
      <g aria-hidden="true" className="timeline-leaders">
        {picture.labels.map(({ key: of, footX, y }) => (
          <line key={of} x1={footX} x2={footX} y1={y + fontSize * 0.6} y2={picture.axisY - 4} />
        ))}
      </g>
      <GapLabels picture={picture} timeline={timeline} fontSize={fontSize} />
      {timeline.steps.map((step) => (
        <Step
          key={step.key}
          step={step}
          place={opening.indexOf(step)}
          picture={picture}
          fontSize={fontSize}
          sentences={sentences}
          focusable={step.key === focused}
          onFocus={() => setCurrent(step.key)}
          onOpen={onOpen}
        />
      ))}
    </svg>
  )
}

function moved(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

interface GroundProps {
  readonly picture: Picture
  readonly fontSize: number
  readonly judged: string
  readonly breakWords: string
  readonly hatch: string
  /** Months and the day of judgement are written, not only drawn. */
  readonly named: boolean
}

function Ground({ picture, fontSize, judged, breakWords, hatch, named }: GroundProps): ReactNode {
  const { width, height, axisY } = picture
  return (
    <g aria-hidden="true">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" x2="0" y1="0" y2="6" className="timeline-hatch" />
        </pattern>
      </defs>
      {picture.off.map(({ x, width: wide }) => (
        <rect key={x} className="timeline-off" x={x} y={named ? 0 : axisY - fontSize * 0.8} width={wide} height={named ? height : height - axisY + fontSize * 0.8} />
      ))}
      {picture.provisional.map(({ x, width: wide }) => (
        <rect key={x} className="timeline-provisional" x={x} y={axisY + 3} width={wide} height={3} />
      ))}
      <line className="timeline-axis" x1={0} x2={width} y1={axisY} y2={axisY} />
      {picture.months.map(({ day, x }) => (
        <g key={day} className="timeline-month">
          <line x1={x} x2={x} y1={axisY - 4} y2={axisY + 4} />
          {named && (
            <text x={x + 3} y={axisY + fontSize * 1.15} fontSize={fontSize * 0.86}>
              {day.endsWith('-01-01') ? day.slice(0, 4) : day.slice(2, 7)}
            </text>
          )}
        </g>
      ))}
      {picture.breaks.map(({ x, width: wide }) => (
        <g key={x} className="timeline-break">
          <title>{breakWords}</title>
          <rect x={x} y={axisY - 6} width={wide} height={12} />
          <path d={`M${x + wide / 2 - 5},${axisY + 5} l4,-10 M${x + wide / 2 + 1},${axisY + 5} l4,-10`} />
        </g>
      ))}
      {picture.asOfX !== null && (
        <g className="timeline-now">
          <line x1={picture.asOfX} x2={picture.asOfX} y1={0} y2={height} />
          {named && (
            <text x={Math.min(picture.asOfX + 3, width - fontSize * 4)} y={fontSize * 0.9} fontSize={fontSize * 0.86}>
              {judged}
            </text>
          )}
        </g>
      )}
    </g>
  )
}

interface BarsProps {
  readonly picture: Picture
  readonly timeline: CaseTimeline
  readonly fontSize: number
  readonly speech: Speech
  readonly hatch: string
  readonly onOpen: (place: TimelinePlace) => void
}

/** For the pointer; the list of limits says the same to everybody else. */
function Bars({ picture, timeline, fontSize, speech, hatch, onOpen }: BarsProps): ReactNode {
  return (
    <g aria-hidden="true">
      {picture.bars.map((bar) => {
        const limit = timeline.limits.find(({ key }) => key === bar.key)
        if (limit === undefined) return null
        const { place } = limit
        return (
          <g
            key={bar.key}
            className={`timeline-bar ${isBroken(limit) ? 'timeline-bar-broken' : ''} ${limit.verified ? '' : 'timeline-bar-unverified'}`}
            onClick={place === null ? undefined : () => onOpen(place)}
          >
            <title>{limitSentence(limit, speech)}</title>
            <rect className="timeline-bar-hit" x={bar.x} y={bar.y - 2} width={bar.width} height={picture.barHeight + 4} />
            {bar.parts.map(({ part, x, width }) => (
              <rect key={`${part}/${x}`} className={`timeline-part-${part}`} {...(part === 'excluded' ? { fill: `url(#${hatch})` } : {})} x={x} y={bar.y} width={width} height={picture.barHeight} />
            ))}
            {bar.dueX !== null && <line className="timeline-due" x1={bar.dueX} x2={bar.dueX} y1={bar.y - 3} y2={bar.y + picture.barHeight + 3} />}
            {bar.text !== '' && (
              <text x={bar.captionX} y={bar.y - fontSize * 0.3}>
                {bar.text}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

function GapLabels({ picture, timeline, fontSize }: { picture: Picture; timeline: CaseTimeline; fontSize: number }): ReactNode {
  return (
    <g aria-hidden="true">
      {timeline.gaps.map((gap) => {
        const label = picture.labels.find(({ key }) => key === gap.key)
        if (label === undefined) return null
        return (
          <g key={gap.key} className="timeline-label timeline-label-broken">
            <rect x={label.x} y={label.y - fontSize * 0.75} width={label.width} height={fontSize * 1.45} rx={3} />
            <text x={label.x + fontSize / 4} y={label.y + fontSize * 0.33}>
              {label.text}
            </text>
          </g>
        )
      })}
    </g>
  )
}

interface StepProps {
  readonly step: TimelineStep
  /** Among the steps that lead to a document; -1 for the station's. */
  readonly place: number
  readonly picture: Picture
  readonly fontSize: number
  /** What is said of each step, by its key. */
  readonly sentences: ReadonlyMap<string, string>
  readonly focusable: boolean
  readonly onFocus: () => void
  readonly onOpen: (place: TimelinePlace) => void
}

function classOf({ origin, recorded, certain, breaks, conflicts }: TimelineStep): string {
  return [
    'timeline-step',
    origin === 'station' ? 'timeline-step-station' : '',
    recorded ? '' : 'timeline-step-mentioned',
    certain ? '' : 'timeline-step-uncertain',
    breaks.length > 0 ? 'timeline-step-broken' : conflicts.length > 0 ? 'timeline-step-conflict' : '',
  ].join(' ')
}

function Step({ step, place, picture, fontSize, sentences, focusable, onFocus, onOpen }: StepProps): ReactNode {
  const dot = picture.dots.find(({ key }) => key === step.key)
  const label = picture.labels.find(({ key }) => key === step.key)
  const { place: target } = step
  if (dot === undefined) return null
  const open = target === null ? undefined : () => onOpen(target)
  const marks = `${step.certain ? '' : '？'}${step.conflicts.length > 0 ? '≠' : ''}`
  const size = fontSize / 3
  const sentence = sentences.get(step.key) ?? ''
  // the steps of one day have one label, which is part of the name of the first of them
  const name = label !== undefined && label.steps.length > 1 ? `${label.text} · ${sentence}` : sentence
  return (
    <g
      className={classOf(step)}
      role={open === undefined ? 'img' : 'button'}
      aria-label={name}
      {...(open === undefined
        ? {}
        : {
            tabIndex: focusable ? 0 : -1,
            'data-step': place,
            onClick: open,
            onFocus,
            onKeyDown: (event: KeyboardEvent<SVGGElement>) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              open()
            },
          })}
    >
      <title>{sentence}</title>
      {step.origin === 'station' ? (
        <rect className="timeline-dot" x={dot.x - size} y={picture.axisY - size} width={2 * size} height={2 * size} transform={`rotate(45 ${dot.x} ${picture.axisY})`} />
      ) : (
        <circle className="timeline-dot" cx={dot.x} cy={picture.axisY} r={fontSize * 0.36} />
      )}
      {label !== undefined && (
        <g className="timeline-label">
          <title>{label.steps.map((key) => sentences.get(key)).join('\n')}</title>
          <rect x={label.x} y={label.y - fontSize * 0.75} width={label.width} height={fontSize * 1.45} rx={3} />
          <text x={label.x + fontSize / 4} y={label.y + fontSize * 0.33}>
            {marks}
            {label.text}
          </text>
        </g>
      )}
    </g>
  )
}
