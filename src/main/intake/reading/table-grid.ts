/**
 * Tables found by their ruled lines (框线), on a PDF page or in a scan: lines to cells, merged cells included. Without them
 * the lines of neighbouring cells would be read across.
 */

/** A straight line along an axis, `x1 <= x2`, `y1 <= y2`; y grows downwards. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface Cell {
  /** First row and column that it covers. */
  readonly row: number
  readonly column: number
  readonly left: number
  readonly right: number
}

export interface Table {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly rows: number
  readonly cells: readonly Cell[]
  /** The cell at a place; undefined outside the table. */
  cellAt(x: number, y: number): Cell | undefined
}

/** More lines than that are a drawing, not a table. */
const MOST_RULES = 4000
const MOST_ELEMENTS = 20_000

interface Segment {
  at: number
  from: number
  to: number
}

/** Joins pieces of a line: at the same place within `slack`, with gaps below it. */
function joined(segments: readonly Segment[], slack: number): Segment[] {
  const done: Segment[] = []
  const byPlace = segments.toSorted((a, b) => a.at - b.at || a.from - b.from)
  let group: Segment[] = []
  const flush = (): void => {
    const at = group.reduce((sum, one) => sum + one.at, 0) / group.length
    let open: Segment | undefined
    for (const one of group.toSorted((a, b) => a.from - b.from)) {
      if (open !== undefined && one.from <= open.to + slack) open.to = Math.max(open.to, one.to)
      else done.push((open = { at, from: one.from, to: one.to }))
    }
    group = []
  }
  for (const segment of byPlace) {
    const [first] = group
    if (first !== undefined && segment.at - first.at > slack) flush()
    group.push(segment)
  }
  if (group.length > 0) flush()
  return done
}

class Sets {
  readonly #parents: number[]
  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_value, index) => index)
  }
  find(index: number): number {
    let root = index
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root
    this.#parents[index] = root
    return root
  }
  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)]
    this.#parents[Math.max(first, second)] = Math.min(first, second)
  }
}

const reaches = (segment: Segment, at: number, slack: number): boolean => segment.from - slack <= at && at <= segment.to + slack

/** Distinct places, those within `slack` of each other taken as one. */
function places(values: readonly number[], slack: number): number[] {
  const distinct: number[] = []
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = distinct.at(-1)
    if (last === undefined || value - last > slack) distinct.push(value)
  }
  return distinct
}

function tableOf(across: readonly Segment[], down: readonly Segment[], slack: number): Table | undefined {
  const xs = places(down.map(({ at }) => at), slack)
  const ys = places(across.map(({ at }) => at), slack)
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MOST_ELEMENTS) return undefined
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined
  const middle = (values: readonly number[], index: number): number => ((values[index] ?? 0) + (values[index + 1] ?? 0)) / 2
  const covered = (segments: readonly Segment[], place: number | undefined, at: number): boolean =>
    place !== undefined && segments.some((one) => Math.abs(one.at - place) <= slack && one.from <= at && at <= one.to)
  const sets = new Sets(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const index = row * columns + column
      if (column + 1 < columns && !covered(down, xs[column + 1], middle(ys, row))) sets.join(index, index + 1)
      if (row + 1 < rows && !covered(across, ys[row + 1], middle(xs, column))) sets.join(index, index + columns)
    }
  }
  const cells = new Map<number, { row: number; column: number; left: number; right: number }>()
  for (let index = 0; index < columns * rows; index += 1) {
    const column = index % columns
    const known = cells.get(sets.find(index))
    const [from, to] = [xs[column] ?? left, xs[column + 1] ?? right]
    if (known === undefined) cells.set(sets.find(index), { row: Math.floor(index / columns), column, left: from, right: to })
    else [known.left, known.right, known.column] = [Math.min(known.left, from), Math.max(known.right, to), Math.min(known.column, column)]
  }
  const indexOf = (values: readonly number[], value: number): number => values.findLastIndex((one) => one <= value)
  return {
    left, right, top, bottom, rows,
    cells: [...cells.values()],
    cellAt: (x, y) => {
      if (x < left || x > right || y < top || y > bottom) return undefined
      const [column, row] = [Math.min(indexOf(xs, x), columns - 1), Math.min(indexOf(ys, y), rows - 1)]
      return cells.get(sets.find(row * columns + column))
    },
  }
}

/**
 * The tables that the lines draw, top to bottom. A single frame around text is none.
 *
 * @param slack how far lines that belong together may miss each other, in the unit of the rules
 */
export function tablesOf(rules: readonly Rule[], slack: number): Table[] {
  if (rules.length < 4 || rules.length > MOST_RULES) return []
  const flat = rules.filter((rule) => rule.x2 - rule.x1 >= rule.y2 - rule.y1)
  const upright = rules.filter((rule) => rule.x2 - rule.x1 < rule.y2 - rule.y1)
  const across = joined(flat.map(({ x1, x2, y1, y2 }) => ({ at: (y1 + y2) / 2, from: x1, to: x2 })), slack)
  const down = joined(upright.map(({ x1, x2, y1, y2 }) => ({ at: (x1 + x2) / 2, from: y1, to: y2 })), slack)
  const sets = new Sets(across.length + down.length)
  for (const [first, one] of across.entries()) {
    for (const [second, other] of down.entries()) {
      if (reaches(one, other.at, slack) && reaches(other, one.at, slack)) sets.join(first, across.length + second)
    }
  }
  const groups = new Map<number, number[]>()
  for (let index = 0; index < across.length + down.length; index += 1) {
    const root = sets.find(index)
    const members = groups.get(root)
    if (members === undefined) groups.set(root, [index])
    else members.push(index)
  }
  return [...groups.values()]
    .flatMap((members) => {
      const own = (from: number, all: readonly Segment[]): Segment[] => members.flatMap((index) => all[index - from] ?? [])
      return tableOf(own(0, across), own(across.length, down), slack) ?? []
    })
    .toSorted((a, b) => a.top - b.top)
}
