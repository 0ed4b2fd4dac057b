/**
 * Quoted words (引文): what a document quotes of a statute is not what it says itself. Spans are half-open, in
 * order and do not overlap.
 */

export interface Span {
  readonly start: number
  readonly end: number
}

/** The longest article of the statutes quoted in decisions is well below this. */
const LONGEST = 3000

/** Citation marks before a quotation: 第二十五条“…”, 第一款规定:“…”. */
const AFTER_CITATION = /(?:条|款|项|》|规定|如下|之规定)(?:的?规定)?[:,]?$/u

/**
 * A quotation ends at its own mark; where it is never closed, with its paragraph, and only if a citation leads
 * to it.
 */
export function quotations(text: string): readonly Span[] {
  const spans: Span[] = []
  let place = text.indexOf('“')
  while (place >= 0) {
    const { close, reached } = closing(text, place)
    if (close !== null) spans.push({ start: place, end: close })
    else if (AFTER_CITATION.test(text.slice(Math.max(0, place - 12), place))) {
      spans.push({ start: place, end: endOfOpen(text, place) })
    }
    place = text.indexOf('“', Math.max(place + 1, close ?? reached))
  }
  return spans
}

/** `close`: just behind the closing mark, null where none is in reach. `reached`: how far was looked. */
function closing(text: string, open: number): { close: number | null; reached: number } {
  const limit = Math.min(text.length, open + LONGEST)
  let depth = 0
  let lastClose: number | null = null
  for (let place = open; place < limit; place += 1) {
    const character = text[place]
    if (character === '“') depth += 1
    else if (character === '”') {
      depth -= 1
      lastClose = place + 1
      if (depth === 0) return { close: lastClose, reached: lastClose }
    }
  }
  return { close: lastClose, reached: limit }
}

function endOfOpen(text: string, open: number): number {
  const lineEnd = text.indexOf('\n', open)
  const limit = Math.min(text.length, open + LONGEST)
  return lineEnd < 0 ? limit : Math.min(limit, lineEnd)
}

/** How many of the spans begin before the place, by halving: the last of them is at one less. */
export function countBefore(spans: readonly Span[], place: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The span that holds the place, by halving. */
export function spanAt(spans: readonly Span[], place: number): Span | null {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span === undefined) return null
    if (place < span.start) high = middle - 1
    else if (place >= span.end) low = middle + 1
    else return span
  }
  return null
}
