/**
 * Finds the words that a pin quotes in what is on screen and marks them, without touching the document: blanks and line
 * breaks do not count, because a viewer breaks lines where it likes.
 */

import { scrollWithin } from '../../workspace/scroll-within.ts'
import { folded, foldedParts, foundIn, type PartPlace } from './folded-text.ts'
import { clearMarks, drawMarks } from './marks.ts'

/** What stands before and after a passage in the text as it was read. */
export interface PassageContext {
  readonly before: string
  readonly after: string
}

/** What a viewer makes by itself before a paragraph. */
const LIST_NUMBER = /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.、．])/u

/** Fewer characters than this say too little to be sought in place of the whole. */
const LEAST_PIECE = 6

/**
 * What to look for, best first: the whole, then its pieces between line breaks and cells, then its halves. A viewer
 * leaves out numbers of lists and sets tables in another order than they are read.
 */
function wordings(passage: string): string[] {
  const whole = folded(passage.replace(/…$/u, ''))
  const pieces = passage
    .split(/[\n\t…]| {2,}/u)
    .map((piece) => folded(piece).replace(LIST_NUMBER, ''))
    .filter((piece) => piece.length >= LEAST_PIECE)
    .toSorted((one, other) => other.length - one.length)
  const half = Math.ceil(whole.length / 2)
  const halves = half >= LEAST_PIECE ? [whole.slice(0, half), whole.slice(-half)] : []
  return [...new Set([whole, ...pieces, ...halves])].filter((wording) => wording !== '')
}

function shared(one: string, other: string, fromEnd: boolean): number {
  const at = (text: string, index: number): string | undefined => (fromEnd ? text.at(-1 - index) : text[index])
  let length = 0
  while (length < Math.min(one.length, other.length) && at(one, length) === at(other, length)) length += 1
  return length
}

/** The place of the words whose surroundings fit best; -1 where they do not stand. */
function bestPlace(text: string, wanted: string, context: PassageContext | undefined): number {
  const [before, after] = context === undefined ? ['', ''] : [folded(context.before), folded(context.after)]
  let best = { at: -1, fit: -1 }
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    const fit = shared(text.slice(Math.max(0, at - before.length), at), before, true) + shared(text.slice(end, end + after.length), after, false)
    if (fit > best.fit) best = { at, fit }
    if (context === undefined) break
  }
  return best.at
}

/** Where a text stands among the characters of `parts` that are no blanks: first and last of them, or null. */
export function findPassage(
  parts: readonly string[],
  passage: string,
  context?: PassageContext,
): { readonly first: PartPlace; readonly last: PartPlace } | null {
  const { text, places } = foldedParts(parts)
  for (const wanted of wordings(passage)) {
    const at = bestPlace(text, wanted, context)
    const first = places[at]
    const last = places[at + wanted.length - 1]
    if (at >= 0 && first !== undefined && last !== undefined) return { first, last }
  }
  return null
}

function textNodes(within: Element): Text[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text)
  return nodes
}

function rangeBetween(nodes: readonly Text[], first: PartPlace | undefined, last: PartPlace | undefined): Range | null {
  const [start, end] = [nodes[first?.[0] ?? -1], nodes[last?.[0] ?? -1]]
  if (start === undefined || end === undefined || first === undefined || last === undefined) return null
  const range = document.createRange()
  range.setStart(start, first[1])
  range.setEnd(end, last[1] + 1)
  return range
}

/**
 * Whether anything of it is in view: words of a scan can come when the person has gone on to another page, which they are not
 * to be called back from.
 */
export function isSeen(element: Element): boolean {
  const [pane, own] = [element.closest('.evidence-scroll')?.getBoundingClientRect(), element.getBoundingClientRect()]
  return pane === undefined || (own.bottom > pane.top && own.top < pane.bottom)
}

export interface ShownPassage {
  readonly context?: PassageContext | undefined
  /** Whether it is brought into view as well. */
  readonly bring?: boolean
}

/** Marks the passage inside an element and brings it into view; false where it is not found. */
export function showPassage(within: Element, passage: string, { context, bring = true }: ShownPassage = {}): boolean {
  clearPassage(within)
  const nodes = textNodes(within)
  const found = findPassage(nodes.map((node) => node.data), passage, context)
  const range = found === null ? null : rangeBetween(nodes, found.first, found.last)
  if (range === null) return false
  drawMarks('evidence', within, [range])
  if (bring && isSeen(within)) scrollWithin(within.closest('.evidence-scroll'), range, 'center')
  return true
}

export function clearPassage(within: Element): void {
  clearMarks('evidence', within)
}

/** Every place where words stand inside an element, in order; at most `most`. */
export function rangesOf(within: Element, words: string, most: number): readonly Range[] {
  const nodes = textNodes(within)
  const { text, places } = foldedParts(nodes.map((node) => node.data))
  const length = folded(words).length
  return foundIn(text, words, most).flatMap((at) => rangeBetween(nodes, places[at], places[at + length - 1]) ?? [])
}
