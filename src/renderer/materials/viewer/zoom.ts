/** How large a document is shown. */

export type Zoom = { readonly kind: 'width' } | { readonly kind: 'page' } | { readonly kind: 'percent'; readonly percent: number }

export const FIT_WIDTH: Zoom = { kind: 'width' }

/** Percent of the size on paper. */
export const ZOOM_STEPS = [25, 33, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400] as const

/** CSS pixels for a point of a PDF, at 100 percent. */
const PIXELS_PER_POINT = 96 / 72
const LEAST = 10
const MOST = 400

/** The next step from what is shown now, whatever that is. */
export function steppedZoom(percent: number, step: 1 | -1): Zoom {
  const steps: readonly number[] = step === 1 ? ZOOM_STEPS : ZOOM_STEPS.toReversed()
  const next = steps.find((one) => (step === 1 ? one > percent + 0.5 : one < percent - 0.5))
  return { kind: 'percent', percent: next ?? Math.min(MOST, Math.max(LEAST, percent)) }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** CSS pixels for a unit of the document, so that a page of this size is shown as wanted; 0 while the room is not known. */
export function scaleFor(zoom: Zoom, room: Size, page: Size, unit = PIXELS_PER_POINT): number {
  if (room.width <= 0) return 0
  if (zoom.kind === 'percent') return (zoom.percent / 100) * unit
  const width = room.width / page.width
  const scale = zoom.kind === 'width' ? width : Math.min(width, room.height / page.height)
  return Math.max((LEAST / 100) * unit, scale)
}

export function percentOf(scale: number, unit = PIXELS_PER_POINT): number {
  return Math.round((scale / unit) * 100)
}

/** Text has no paper: it fits whatever the width is. */
export function textZoom(zoom: Zoom): number {
  return zoom.kind === 'percent' ? zoom.percent / 100 : 1
}
