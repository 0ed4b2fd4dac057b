/**
 * Brings something into view inside its own pane. `scrollIntoView` would also move everything around the pane, up to the
 * window itself, whose frame must stay where it is.
 */

export type ScrollPlace = 'start' | 'center' | 'nearest'

/** Space kept above and below, in CSS pixels. */
const MARGIN = 10

interface Span {
  readonly top: number
  readonly bottom: number
}

/** How far the pane has to scroll so that `wanted` is seen; both as places on the screen. What is too tall shows its top. */
export function scrollDistance(pane: Span, wanted: Span, place: ScrollPlace): number {
  const room = pane.bottom - pane.top
  const height = wanted.bottom - wanted.top
  const toTop = wanted.top - pane.top - MARGIN
  if (place === 'start') return toTop
  if (place === 'center') return wanted.top - pane.top - Math.max(MARGIN, (room - height) / 2)
  if (toTop < 0 || height > room - 2 * MARGIN) return toTop
  return Math.max(0, wanted.bottom - pane.bottom + MARGIN)
}

export function scrollWithin(pane: Element | null, wanted: Element | Range | null, place: ScrollPlace): void {
  if (pane === null || wanted === null) return
  pane.scrollTop += scrollDistance(pane.getBoundingClientRect(), wanted.getBoundingClientRect(), place)
}

/** In a low window the head of the case scrolls away, so that what is worked on has all the room; elsewhere nothing moves. */
export function leaveHead(within: Element | null): void {
  const main = within?.closest('.fs-main')
  if (main !== null && main !== undefined) main.scrollTop = main.scrollHeight
}
