/**
 * Words marked on screen without touching the document. A mark has one name in the whole window, and several documents
 * can be open: each keeps its own ranges under it.
 */

/** `evidence`: what a pin quotes. `evidence-find`: every place where the words sought stand; `evidence-found`: the current one. */
export type MarkName = 'evidence' | 'evidence-find' | 'evidence-found'

const marked = new Map<MarkName, Map<object, readonly Range[]>>()

function redraw(name: MarkName): void {
  if (!('highlights' in CSS)) return
  const ranges = [...(marked.get(name)?.values() ?? [])].flat()
  if (ranges.length === 0) {
    CSS.highlights.delete(name)
    return
  }
  const highlight = new Highlight(...ranges)
  // the current place lies over the others
  highlight.priority = name === 'evidence-found' ? 2 : name === 'evidence-find' ? 1 : 0
  CSS.highlights.set(name, highlight)
}

export function drawMarks(name: MarkName, owner: object, ranges: readonly Range[]): void {
  const owners = marked.get(name) ?? new Map<object, readonly Range[]>()
  marked.set(name, owners)
  if (ranges.length === 0 && !owners.has(owner)) return
  if (ranges.length === 0) owners.delete(owner)
  else owners.set(owner, ranges)
  redraw(name)
}

export function clearMarks(name: MarkName, owner: object): void {
  drawMarks(name, owner, [])
}
