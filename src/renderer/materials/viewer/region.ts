/**
 * Rectangles on a page, as fractions of the page: (0, 0) is the top left corner. They are kept for the page as it is read
 * unrotated, and drawn on it however it is turned.
 */
import type { EvidenceRegion } from '../../../shared/checklist/answers.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Clockwise, in degrees. */
export const ROTATIONS = [0, 90, 180, 270] as const
export type Rotation = (typeof ROTATIONS)[number]

export function turned(rotation: Rotation, by: 90 | -90): Rotation {
  return ROTATIONS[(ROTATIONS.indexOf(rotation) + (by === 90 ? 1 : 3)) % 4] ?? 0
}

/** Smaller ones are a slip of the mouse. In fractions of the page. */
const LEAST = 0.005

/** A rectangle of the unrotated page, as it lies on the page that was turned. */
export function onTurnedPage({ x, y, width, height }: Rectangle, rotation: Rotation): Rectangle {
  if (rotation === 90) return { x: 1 - y - height, y: x, width: height, height: width }
  if (rotation === 180) return { x: 1 - x - width, y: 1 - y - height, width, height }
  return rotation === 270 ? { x: y, y: 1 - x - width, width: height, height: width } : { x, y, width, height }
}

/** The other way: from the page as it is seen to the page as it is read unrotated. */
export function onReadPage(seen: Rectangle, rotation: Rotation): Rectangle {
  return onTurnedPage(seen, rotation === 90 ? 270 : rotation === 270 ? 90 : rotation)
}

const within = (value: number): number => Math.min(1, Math.max(0, value))

/** Between two corners, cut off at the edges of the page. */
export function between(one: readonly [x: number, y: number], other: readonly [x: number, y: number]): Rectangle {
  const [left, right] = [within(Math.min(one[0], other[0])), within(Math.max(one[0], other[0]))]
  const [top, bottom] = [within(Math.min(one[1], other[1])), within(Math.max(one[1], other[1]))]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Null where nothing sensible is marked. */
export function markedRegion(page: number, seen: Rectangle, rotation: Rotation): EvidenceRegion | null {
  if (seen.width < LEAST || seen.height < LEAST) return null
  const { x, y, width, height } = onReadPage(seen, rotation)
  const exact = (value: number): number => Math.round(within(value) * 1e5) / 1e5
  const [left, top] = [exact(x), exact(y)]
  return { page, x: left, y: top, width: exact(Math.min(width, 1 - left)), height: exact(Math.min(height, 1 - top)) }
}

/** What the arrow keys do to a rectangle: moved, or with `sizing` its lower right corner; it stays on the page. */
export function nudged(rectangle: Rectangle, dx: number, dy: number, sizing: boolean): Rectangle {
  const { x, y, width, height } = rectangle
  if (sizing) return { x, y, width: Math.min(1 - x, Math.max(0.02, width + dx)), height: Math.min(1 - y, Math.max(0.02, height + dy)) }
  return { x: Math.min(1 - width, Math.max(0, x + dx)), y: Math.min(1 - height, Math.max(0, y + dy)), width, height }
}
