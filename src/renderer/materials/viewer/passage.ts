/**
 * Finds the words that a pin quotes in what is on screen and marks them, without touching the document: blanks and line
 * breaks do not count, because a viewer breaks lines where it likes.
 */

import { scrollWithin } from '../../workspace/scroll-within.ts'

interface Place {
  readonly node: Text
  readonly offset: number
}

const MARK = 'evidence'
const BLANK = /\s/u

/** Where a text stands among the characters of `parts` that are no blanks: first and last of them, or null. */
export function findPassage(parts: readonly string[], passage: string): { first: [number, number]; last: [number, number] } | null {
  const wanted = passage.replaceAll(/\s+/gu, '')
  if (wanted === '') return null
  let text = ''
  const places: [part: number, offset: number][] = []
  parts.forEach((part, index) => {
    for (let offset = 0; offset < part.length; offset += 1) {
      const character = part[offset] ?? ''
      if (BLANK.test(character)) continue
      text += character
      places.push([index, offset])
    }
  })
  const at = text.indexOf(wanted)
  const first = places[at]
  const last = places[at + wanted.length - 1]
  return at < 0 || first === undefined || last === undefined ? null : { first, last }
}

function textNodes(within: Element): Text[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text)
  return nodes
}

/** Marks the passage inside an element and brings it into view; false where it is not found. */
export function showPassage(within: Element, passage: string): boolean {
  clearPassage()
  const nodes = textNodes(within)
  const found = findPassage(nodes.map((node) => node.data), passage)
  if (found === null) return false
  const place = ([index, offset]: [number, number]): Place | null => {
    const node = nodes[index]
    return node === undefined ? null : { node, offset }
  }
  const first = place(found.first)
  const last = place(found.last)
  if (first === null || last === null) return false
  const range = document.createRange()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  if ('highlights' in CSS) CSS.highlights.set(MARK, new Highlight(range))
  scrollWithin(within.closest('.evidence-scroll'), range, 'center')
  return true
}

export function clearPassage(): void {
  if ('highlights' in CSS) CSS.highlights.delete(MARK)
}
