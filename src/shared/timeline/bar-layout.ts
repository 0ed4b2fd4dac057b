/** Limits as bars under the axis (期限条): each in a row where it covers no other; always inside the picture. */
import type { IsoDate } from '../values/values.ts'
import { isBroken, type TimelineLimit } from './case-timeline.ts'
import { layOutLabels } from './label-layout.ts'
import type { TimeScale } from './scale.ts'

export interface BarPart {
  /** `inTime`: up to the end or the last day. `over`: what came too late. `unawaited`: what was not waited for. `rest`: still left. `excluded`: not counted. */
  readonly part: 'inTime' | 'over' | 'unawaited' | 'rest' | 'excluded'
  readonly x: number
  readonly width: number
}

export interface PlacedBar {
  readonly key: string
  readonly row: number
  readonly x: number
  readonly width: number
  /** Where the caption begins. */
  readonly captionX: number
  readonly parts: readonly BarPart[]
  /** Where the last day ends; null where it has none, or it is beyond the picture. */
  readonly dueX: number | null
  /** It goes on beyond the right end of the picture. */
  readonly goesOn: boolean
}

const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other)
const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other)

/** The day up to which a bar is drawn, beyond what its limit says where it was not kept. */
export function lastShown({ due, end, state, from }: TimelineLimit, asOf: IsoDate): IsoDate {
  const known = due ?? end?.day ?? later(from, asOf)
  if (state === 'late' && end !== null) return later(known, end.day)
  return state === 'overdue' ? later(known, asOf) : known
}

/** Days that the picture must show for the limits to be understood; what runs on for months after the last step is cut. */
export function daysOfLimits(limits: readonly TimelineLimit[], asOf: IsoDate): IsoDate[] {
  return limits.flatMap((limit) => isBroken(limit) || limit.state === 'running' ? [limit.from, limit.due ?? limit.from, lastShown(limit, asOf)] : [limit.from],
  )
}

function partsOf(limit: TimelineLimit, scale: TimeScale, asOf: IsoDate): BarPart[] {
  const { from, due, end, state } = limit
  const last = lastShown(limit, asOf)
  const edge = (day: IsoDate): number => scale.endOf(day)
  const span = (part: BarPart['part'], x: number, to: number): BarPart[] => (to > x ? [{ part, x, width: to - x }] : [])
  const start = scale.xOf(from)
  const dueEdge = edge(due ?? last)
  switch (state) {
    case 'late':
    case 'overdue':
      return [...span('inTime', start, dueEdge), ...span('over', Math.max(start, dueEdge), edge(last))]
    case 'early': {
      const cut = end === null ? dueEdge : edge(later(end.day, from))
      return [...span('inTime', start, Math.min(cut, dueEdge)), ...span('unawaited', Math.max(start, Math.min(cut, dueEdge)), dueEdge)]
    }
    case 'running': {
      const now = Math.min(Math.max(edge(earlier(later(asOf, from), last)), start), dueEdge)
      return [...span('inTime', start, now), ...span('rest', now, dueEdge)]
    }
    case 'kept': {
      const used = end === null ? dueEdge : Math.min(edge(end.day), dueEdge)
      return [...span('inTime', start, Math.max(used, start)), ...span('rest', Math.max(used, start), dueEdge)]
    }
  }
}

/** The least width at which a bar can be seen and hit. */
const LEAST = 6

/** @param captions pixels of each limit's caption, so that rows leave room for it; 0 for none */
export function layOutBars(
  limits: readonly TimelineLimit[],
  scale: TimeScale,
  asOf: IsoDate,
  captions: (limit: TimelineLimit) => number,
): readonly PlacedBar[] {
  const [left, right] = [scale.xOf(scale.from), scale.xOf(scale.to)]
  const drawn = limits.map((limit) => {
    const parts = partsOf(limit, scale, asOf)
    const x = Math.min(scale.xOf(limit.from), right - LEAST)
    const end = Math.max(x + LEAST, ...parts.map((part) => part.x + part.width))
    return { limit, parts, x, width: Math.min(end, right) - x }
  })
  // a caption that would leave the picture ends where the picture ends
  const held = drawn.map(({ limit, x, width }) => {
    const caption = Math.min(captions(limit), right)
    const captionX = Math.max(0, Math.min(x, right - caption))
    return { key: limit.key, x: captionX, width: Math.max(caption, x + width - captionX), weight: 0 }
  })
  const { placed } = layOutLabels(held, right, 8)
  return drawn.map(({ limit, parts, x, width }, index) => {
    const excluded = limit.excluded.flatMap(({ from, to }): BarPart[] => {
      const [start, end] = [Math.max(left, scale.xOf(from)), Math.min(right, scale.xOf(to))]
      return end > start ? [{ part: 'excluded', x: start, width: end - start }] : []
    })
    const beyond = limit.due !== null && limit.due >= scale.to
    return {
      key: limit.key,
      row: placed.find(({ key }) => key === limit.key)?.lane ?? 0,
      x,
      width,
      captionX: held[index]?.x ?? x,
      parts: [...parts, ...excluded],
      dueX: limit.due === null || beyond ? null : scale.endOf(limit.due),
      goesOn: beyond,
    }
  })
}
