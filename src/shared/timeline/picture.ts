/** The picture of a timeline (时间轴图): where everything stands, in pixels. What is written is given by the caller. */
import type { StatutoryCalendar } from '../deadlines/calendar.ts'
import type { IsoDate } from '../values/values.ts'
import { daysOfLimits, layOutBars, type PlacedBar } from './bar-layout.ts'
import type { CaseTimeline, TimelineGap, TimelineLimit, TimelineStep } from './case-timeline.ts'
import { fittedText, layOutLabels, textWidth, type PlacedLabel } from './label-layout.ts'
import { makeScale, monthMarks, shades, type AxisBreak, type MonthMark, type Shade } from './scale.ts'

export interface PictureWish {
  readonly timeline: Pick<CaseTimeline, 'steps' | 'limits' | 'gaps' | 'asOf'>
  readonly calendar: StatutoryCalendar
  /** Pixels; null where a day has `dayWidth`. */
  readonly width: number | null
  readonly dayWidth: number
  readonly fontSize: number
  /** Lanes for labels; without a limit every step has its label. */
  readonly lanes: number
  /** `captioned`: each bar with its words; `thin`: bars as lines. */
  readonly bars: 'captioned' | 'thin'
  /** Steps of one day that have nothing to be looked at share a label. */
  readonly gathered: boolean
  /** What is written at steps of one day, the most telling first; `brief` where there is not room to name each. */
  readonly stepText: (steps: readonly [TimelineStep, ...TimelineStep[]], brief: boolean) => string
  readonly gapText: (gap: TimelineGap) => string
  readonly limitText: (limit: TimelineLimit) => string
}

export interface Dot {
  readonly key: string
  readonly x: number
}

export interface PictureLabel extends PlacedLabel {
  readonly text: string
  /** Keys of the steps it names, the one it belongs to first; none for a gap. */
  readonly steps: readonly string[]
  /** The middle of the line. */
  readonly y: number
  /** Where its step stands on the axis. */
  readonly footX: number
}

export interface PictureBar extends PlacedBar {
  readonly y: number
  readonly text: string
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly axisY: number
  readonly barHeight: number
  readonly dots: readonly Dot[]
  readonly labels: readonly PictureLabel[]
  readonly bars: readonly PictureBar[]
  readonly gaps: readonly { readonly key: string; readonly x: number; readonly width: number }[]
  readonly months: readonly MonthMark[]
  readonly breaks: readonly AxisBreak[]
  readonly off: readonly Shade[]
  readonly provisional: readonly Shade[]
  /** Null where the day by which limits are judged is not on the axis. */
  readonly asOfX: number | null
}

const MARGIN = 14
/** A label is cut at so many times the size of its letters. */
const LONGEST_LABEL = 19
/** The same where several steps are named. */
const LONGEST_GATHERED = 24

/** Steps that tell how far a case is: their labels come first where there is not room for all. */
const TELLING: ReadonlySet<string> = new Set([
  'filed', 'measureTaken', 'preserved', 'priorNoticeServed', 'heard', 'reviewed', 'discussed', 'decided', 'decisionServed', 'accepted', 'issued', 'reviewDue', 'decisionDue',
])

function weightOf(step: TimelineStep): number {
  if (step.breaks.length > 0) return 100
  if (step.conflicts.length > 0) return 80
  if (TELLING.has(step.kind)) return 50
  return step.recorded ? 20 : 10
}

/** One label: its steps, the most telling first. */
type Gathering = [TimelineStep, ...TimelineStep[]]

/** What is to be looked at keeps a label of its own, and so does what has no paper. */
function gather(steps: readonly TimelineStep[], gathered: boolean): Gathering[] {
  const days = new Map<string, Gathering>()
  for (const step of steps) {
    const plain = gathered && step.breaks.length === 0 && step.conflicts.length === 0 && step.certain
    const of = plain ? `${step.day} ${step.origin === 'station'}` : `#${step.key}`
    const there = days.get(of)
    if (there === undefined) days.set(of, [step])
    else there.push(step)
  }
  return [...days.values()].map((of) => of.sort((one, other) => weightOf(other) - weightOf(one)))
}

/** Days that the axis must have. The day of judgement only where it is near, or something is judged by it. */
function shownDays({ steps, limits, gaps, asOf }: PictureWish['timeline']): IsoDate[] {
  return [...steps.map(({ day }) => day), ...daysOfLimits(limits, asOf), ...gaps.flatMap(({ from, to }) => (steps.length === 0 ? [] : [from, to]))]
}

/** Steps of one day stand beside one another in it, in their order. */
function dotsOf(steps: readonly TimelineStep[], xOf: (day: IsoDate) => number, dayWidth: number): Dot[] {
  const counts = new Map<string, number>()
  for (const { day } of steps) counts.set(day, (counts.get(day) ?? 0) + 1)
  const seen = new Map<string, number>()
  return steps.map(({ key, day }) => {
    const place = (seen.get(day) ?? 0) + 1
    seen.set(day, place)
    return { key, x: xOf(day) + (dayWidth * place) / ((counts.get(day) ?? 1) + 1) }
  })
}

/** Null where nothing is dated. */
export function makePicture(wish: PictureWish): Picture | null {
  const { timeline, calendar, fontSize, lanes } = wish
  const scale = makeScale({ days: shownDays(timeline), width: wish.width, dayWidth: wish.dayWidth, margin: MARGIN })
  if (scale === null) return null
  const xOf = (day: IsoDate): number => scale.xOf(day)
  const dots = dotsOf(timeline.steps, xOf, scale.dayWidth)
  const gaps = timeline.gaps.map(({ key, from, to }) => ({ key, x: xOf(from), width: Math.max(4, scale.endOf(to) - xOf(from)) }))
  const most = LONGEST_LABEL * fontSize
  const gatherings = gather(timeline.steps, wish.gathered)
  const textOf = (steps: Gathering): string => {
    const whole = wish.stepText(steps, false)
    if (steps.length === 1) return fittedText(whole, fontSize, most)
    const wide = LONGEST_GATHERED * fontSize
    return textWidth(whole, fontSize) <= wide ? whole : fittedText(wish.stepText(steps, true), fontSize, wide)
  }
  const texts = new Map<string, string>([
    ...gatherings.map((steps): [string, string] => [steps[0].key, textOf(steps)]),
    ...timeline.gaps.map((gap): [string, string] => [gap.key, fittedText(wish.gapText(gap), fontSize, most)]),
  ])
  const feet = new Map([...dots.map(({ key, x }): [string, number] => [key, x]), ...gaps.map(({ key, x, width }): [string, number] => [key, Math.min(x + width / 2, scale.width - MARGIN)])])
  const wishes = [
    ...gatherings.map(([first]) => ({ key: first.key, weight: weightOf(first) })),
    ...timeline.gaps.map(({ key }) => ({ key, weight: 90 })),
  ].map(({ key, weight }) => ({ key, weight, x: feet.get(key) ?? 0, width: textWidth(texts.get(key) ?? '', fontSize) + fontSize / 2 }))
  const laid = layOutLabels(wishes, scale.width, fontSize / 2, lanes)
  const laneHeight = Math.round(fontSize * 1.55)
  const drawnLanes = Number.isFinite(lanes) ? lanes : Math.max(1, laid.lanes)
  const captioned = wish.bars === 'captioned'
  // above the labels stands the name of the day by which limits are judged
  const axisY = drawnLanes * laneHeight + Math.round(fontSize * (captioned ? 2.3 : 1.1))
  const bars = layOutBars(timeline.limits, scale, timeline.asOf, (limit) => (captioned ? textWidth(wish.limitText(limit), fontSize) + fontSize : 0))
  const rowHeight = captioned ? Math.round(fontSize * 2.15) : 5
  const barHeight = captioned ? Math.round(fontSize * 0.62) : 4
  const firstBar = axisY + Math.round(fontSize * (captioned ? 2.3 : 0.85))
  const rows = bars.reduce((sum, { row }) => Math.max(sum, row + 1), 0)
  const asOfX = xOf(timeline.asOf)
  return {
    width: scale.width,
    height: firstBar + rows * rowHeight + (captioned ? Math.round(fontSize * 0.6) : Math.round(fontSize * 0.9)),
    axisY,
    barHeight,
    dots,
    labels: laid.placed.map((label) => ({
      ...label,
      text: texts.get(label.key) ?? '',
      steps: gatherings.find(([first]) => first.key === label.key)?.map(({ key }) => key) ?? [],
      footX: feet.get(label.key) ?? label.x,
      y: axisY - Math.round(fontSize * 1.1) - label.lane * laneHeight - laneHeight / 2 + 2,
    })),
    bars: bars.map((bar, place) => ({
      ...bar,
      text: captioned ? wish.limitText(timeline.limits[place] as TimelineLimit) : '',
      y: firstBar + bar.row * rowHeight + (captioned ? Math.round(fontSize * 1.25) : 0),
    })),
    gaps,
    months: monthMarks(scale, fontSize * 4),
    breaks: scale.breaks,
    off: scale.dayWidth < 2 ? [] : shades(scale, (day) => !calendar.statusOf(day).working),
    provisional: shades(scale, (day) => calendar.statusOf(day).provisional),
    asOfX: timeline.asOf >= scale.from && timeline.asOf < scale.to ? asOfX : null,
  }
}
