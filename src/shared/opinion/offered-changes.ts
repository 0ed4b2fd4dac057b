/**
 * What the officer is offered when the answers change under a section that they rewrote: paragraph by paragraph, what
 * the answers composed when it was rewritten, what they compose now, and the officer's own words in that place. Nothing
 * is taken over by itself. Pure.
 */

export interface OfferedChange {
  /** What was composed in this place; null: the paragraph is new. */
  readonly before: string | null
  /** What is composed now; null: the paragraph is gone. */
  readonly after: string | null
  /** The officer's own paragraph in this place; null: they have none there. */
  readonly own: string | null
}

export interface Settled {
  /** The section's text after the decision. */
  readonly text: string
  /** The composed text that this text has taken note of. */
  readonly base: string
}

/** Paragraphs less alike than this are two paragraphs, not one rewritten. */
const ALIKE = 0.35
/** Beyond this many pairs of paragraphs only equal ones are matched. */
const MOST_PAIRS = 10_000

interface Place {
  readonly baseIndex: number | null
  readonly composedIndex: number | null
  readonly ownIndex: number | null
  /** Where the paragraph would be put into the officer's text, and into the base. */
  readonly ownAt: number
  readonly baseAt: number
}

/** The changes that are still to be decided; empty where base and composed text are the same. */
export function offeredChanges(base: string, composed: string, own: string): OfferedChange[] {
  const lines = { base: linesOf(base), composed: linesOf(composed), own: linesOf(own) }
  return openPlaces(lines).map((place) => changeAt(place, lines))
}

/** The officer takes the change with this index over, or leaves their words; either way it is not offered again. */
export function settle(base: string, composed: string, own: string, index: number, choice: 'take' | 'keep'): Settled {
  const lines = { base: linesOf(base), composed: linesOf(composed), own: linesOf(own) }
  const place = openPlaces(lines)[index]
  if (place === undefined) return { text: own, base }
  const added = place.composedIndex === null ? [] : [lines.composed[place.composedIndex] ?? '']
  const newBase = lines.base.toSpliced(place.baseIndex ?? place.baseAt, place.baseIndex === null ? 0 : 1, ...added)
  const newOwn = choice === 'keep' ? lines.own : lines.own.toSpliced(place.ownIndex ?? place.ownAt, place.ownIndex === null ? 0 : 1, ...added)
  return { text: newOwn.join('\n'), base: newBase.join('\n') }
}

/** An empty text has no paragraph, not an empty one. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

interface Lines {
  readonly base: readonly string[]
  readonly composed: readonly string[]
  readonly own: readonly string[]
}

function changeAt({ baseIndex, composedIndex, ownIndex }: Place, lines: Lines): OfferedChange {
  const at = (texts: readonly string[], index: number | null): string | null => (index === null ? null : (texts[index] ?? ''))
  return { before: at(lines.base, baseIndex), after: at(lines.composed, composedIndex), own: at(lines.own, ownIndex) }
}

function openPlaces(lines: Lines): Place[] {
  const places: Place[] = []
  const ownOf = new Map(aligned(lines.base, lines.own).flatMap(([left, right]) => (left === null || right === null ? [] : [[left, right] as const])))
  let baseAt = 0
  let ownAt = 0
  for (const [baseIndex, composedIndex] of aligned(lines.base, lines.composed)) {
    const ownIndex = baseIndex === null ? null : (ownOf.get(baseIndex) ?? null)
    const same = baseIndex !== null && composedIndex !== null && lines.base[baseIndex] === lines.composed[composedIndex]
    if (!same) places.push({ baseIndex, composedIndex, ownIndex, ownAt, baseAt })
    if (baseIndex !== null) baseAt = baseIndex + 1
    if (ownIndex !== null) ownAt = ownIndex + 1
  }
  return places
}

type Pair = readonly [left: number | null, right: number | null]

/** Two lists of paragraphs side by side, in order; paragraphs that are alike enough stand in one row. */
function aligned(left: readonly string[], right: readonly string[]): Pair[] {
  const onlyEqual = left.length * right.length > MOST_PAIRS
  const width = right.length + 1
  const likeness = left.map((one) => right.map((other) => (one === other ? 1 : onlyEqual ? 0 : likenessOf(one, other))))
  const worth = (row: number, column: number): number => {
    const found = likeness[row]?.[column] ?? 0
    // an equal paragraph counts for more than any number of alike ones could in its place
    return found === 1 ? 2 : found >= ALIKE ? found : 0
  }
  const table = new Float64Array((left.length + 1) * width)
  const cell = (row: number, column: number): number => table[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const value = worth(row, column)
      const both = value > 0 ? value + cell(row + 1, column + 1) : 0
      table[row * width + column] = Math.max(both, cell(row + 1, column), cell(row, column + 1))
    }
  }
  return walked(left.length, right.length, worth, cell)
}

function walked(rows: number, columns: number, worth: (row: number, column: number) => number, cell: (row: number, column: number) => number): Pair[] {
  const pairs: Pair[] = []
  let [row, column] = [0, 0]
  while (row < rows && column < columns) {
    const value = worth(row, column)
    if (value > 0 && cell(row, column) === value + cell(row + 1, column + 1)) pairs.push([row++, column++])
    else if (cell(row + 1, column) >= cell(row, column + 1)) pairs.push([row++, null])
    else pairs.push([null, column++])
  }
  while (row < rows) pairs.push([row++, null])
  while (column < columns) pairs.push([null, column++])
  return pairs
}

/**
 * Share of common pairs of characters (Dice): 0 nothing in common, 1 the same pairs. Below 1 for unequal texts. Two
 * paragraphs with one number speak of the same problem, however differently.
 */
function likenessOf(left: string, right: string): number {
  const [ours, theirs] = [pairsIn(left), pairsIn(right)]
  const all = ours.size + theirs.size
  if (all === 0) return 0
  let common = 0
  for (const pair of ours) if (theirs.has(pair)) common += 1
  return Math.min(Math.max((2 * common) / all, sameNumber(left, right) ? ALIKE : 0), 0.99)
}

function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2))
  return pairs
}

function sameNumber(left: string, right: string): boolean {
  const number = (text: string): string | undefined => /^\d+\. /.exec(text)?.[0]
  return number(left) !== undefined && number(left) === number(right)
}
