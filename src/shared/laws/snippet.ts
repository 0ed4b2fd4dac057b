/** The words around a hit, with the hits marked. */

export interface Highlighted {
  readonly text: string
  /** Where words that were looked for stand in `text`: from (included) to (excluded), in UTF-16 units, in order. */
  readonly marks: readonly (readonly [number, number])[]
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** Looked at as the search does: full and half width, upper and lower case are the same. One character stays one character. */
function folded(text: string): string {
  let out = ''
  for (const character of text) {
    const plain = character.normalize('NFKC').toLowerCase()
    out += plain.length === character.length ? plain : character
  }
  return out
}

function marksIn(text: string, words: readonly string[]): [number, number][] {
  const plain = folded(text)
  const marks: [number, number][] = []
  for (const word of words.map(folded)) {
    if (word === '') continue
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length))
      marks.push([at, at + word.length])
  }
  marks.sort((one, other) => one[0] - other[0] || other[1] - one[1])
  const joined: [number, number][] = []
  for (const [from, to] of marks) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** About `length` characters of `text` around the first hit. */
export function snippetOf(text: string, words: readonly string[], length = 110): Highlighted {
  const all = marksIn(text, words)
  const first = all[0]?.[0] ?? 0
  let from = Math.max(0, Math.min(first - Math.floor(length / 4), text.length - length))
  // a clause is better read from its beginning
  const comma = from === 0 ? -1 : text.slice(from, first).search(/[，。；：]/u)
  if (comma >= 0) from += comma + 1
  if (/[\udc00-\udfff]/.test(text[from] ?? '')) from += 1
  let to = Math.min(text.length, from + length)
  if (/[\udc00-\udfff]/.test(text[to] ?? '')) to += 1
  const marks = all
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]) => [start - from, end - from] as const)
  return { text: text.slice(from, to), marks, cutBefore: from > 0, cutAfter: to < text.length }
}
