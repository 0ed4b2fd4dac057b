/** What differs between two wordings of an article, in characters, as a lawyer reads it: whole runs, not scattered letters. */

export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Beyond this many cells the middle is shown as replaced. */
const LARGEST_TABLE = 4_000_000
/** A run of equal characters shorter than this between two changes is taken as changed too. */
const SHORT_RUN = 2

function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1
  const table = new Uint16Array((left.length + 1) * width)
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      table[row * width + column] =
        left[row] === right[column]
          ? (table[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(table[(row + 1) * width + column] ?? 0, table[row * width + column + 1] ?? 0)
    }
  }
  return table
}

interface Step {
  kind: WordChange['kind']
  text: string
}

function walk(left: readonly string[], right: readonly string[]): Step[] {
  const width = right.length + 1
  const table = commonLengths(left, right)
  const steps: Step[] = []
  const push = (kind: Step['kind'], text: string): void => {
    const last = steps.at(-1)
    if (last?.kind === kind) last.text += text
    else steps.push({ kind, text })
  }
  let row = 0
  let column = 0
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row] === right[column]) {
      push('same', left[row] ?? '')
      row += 1
      column += 1
    } else if (
      column >= right.length ||
      (row < left.length && (table[(row + 1) * width + column] ?? 0) >= (table[row * width + column + 1] ?? 0))
    ) {
      push('removed', left[row] ?? '')
      row += 1
    } else {
      push('added', right[column] ?? '')
      column += 1
    }
  }
  return steps
}

/** Between two equal runs everything removed, then everything added; a short equal run between changes is both. */
function smoothed(steps: readonly Step[]): WordChange[] {
  const changes: WordChange[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') changes.push({ kind: 'removed', text: removed })
    if (added !== '') changes.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  steps.forEach(({ kind, text }, index) => {
    const between = removed !== '' || added !== ''
    if (kind === 'same' && !(between && [...text].length < SHORT_RUN && index < steps.length - 1)) {
      flush()
      changes.push({ kind, text })
      return
    }
    if (kind !== 'added') removed += text
    if (kind !== 'removed') added += text
  })
  flush()
  return changes
}

/** Same and removed joined are `before`, same and added joined are `after`. */
export function wordDifference(before: string, after: string): WordChange[] {
  const left = [...before]
  const right = [...after]
  let head = 0
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1
  let tail = 0
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  )
    tail += 1
  const [middleLeft, middleRight] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)]
  const steps: Step[] = []
  if (head > 0) steps.push({ kind: 'same', text: left.slice(0, head).join('') })
  if (middleLeft.length * middleRight.length > LARGEST_TABLE) {
    steps.push({ kind: 'removed', text: middleLeft.join('') }, { kind: 'added', text: middleRight.join('') })
  } else steps.push(...walk(middleLeft, middleRight))
  if (tail > 0) steps.push({ kind: 'same', text: left.slice(left.length - tail).join('') })
  return smoothed(steps)
}
