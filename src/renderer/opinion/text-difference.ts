/** What differs between two texts, sentence by sentence: what the answers compose now beside what the officer wrote. */

export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Beyond this many sentences on both sides together the whole middle is shown as replaced. */
const LARGEST_TABLE = 1_000_000

/** Sentences and clauses with their closing mark, so that joined together they are the text again. */
export function clauses(text: string): string[] {
  return text.match(/[^，。；：！？\n,.;:!?]*[，。；：！？\n,.;:!?]+|[^，。；：！？\n,.;:!?]+$/gu) ?? []
}

function push(parts: DifferencePart[], kind: DifferencePart['kind'], text: string): void {
  if (text === '') return
  const last = parts.at(-1)
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
  else parts.push({ kind, text })
}

/** Length of the longest common subsequence from each pair of places on, as one row-major table. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint32Array {
  const width = right.length + 1
  const table = new Uint32Array((left.length + 1) * width)
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

/** The parts of `before` and `after` in reading order; same and removed together are `before`, same and added `after`. */
export function textDifference(before: string, after: string): DifferencePart[] {
  const left = clauses(before)
  const right = clauses(after)
  const parts: DifferencePart[] = []
  if (left.length * right.length > LARGEST_TABLE) {
    push(parts, 'removed', before)
    push(parts, 'added', after)
    return parts
  }
  const width = right.length + 1
  const table = commonLengths(left, right)
  let row = 0
  let column = 0
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) {
      push(parts, 'same', left[row] ?? '')
      row += 1
      column += 1
    } else if ((table[(row + 1) * width + column] ?? 0) >= (table[row * width + column + 1] ?? 0)) {
      push(parts, 'removed', left[row] ?? '')
      row += 1
    } else {
      push(parts, 'added', right[column] ?? '')
      column += 1
    }
  }
  push(parts, 'removed', left.slice(row).join(''))
  push(parts, 'added', right.slice(column).join(''))
  return parts
}
