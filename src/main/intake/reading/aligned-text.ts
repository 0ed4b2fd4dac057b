/**
 * Which characters of one text are which of another that is nearly the same: what a page was recognised as, and what was
 * made of it (punctuation put right, specks taken out), or what an earlier recognition made of it.
 */

/** Characters that are left out and put in together; texts further apart than this are two texts. */
const MOST_CHANGES = 1500

/**
 * For each character of `target` the one of `source` that it is, or stands for; -1 where there is none. Both are lists of
 * single characters, without blanks. All -1 where the texts have too little in common.
 *
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): as fast as the texts are alike.
 */
export function alignedCharacters(source: readonly string[], target: readonly string[]): Int32Array {
  const aligned = new Int32Array(target.length).fill(-1)
  const trace = shortestEdit(source, target)
  if (trace === undefined) return aligned
  let [x, y] = [source.length, target.length]
  for (let changes = trace.length - 1; y > 0 && x > 0 && changes >= 0; changes -= 1) {
    const before = trace[changes - 1]
    const diagonal = x - y
    const at = (k: number): number => before?.[k + changes - 1] ?? -1
    const isInserted = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1))
    const [fromX, fromDiagonal] = before === undefined ? [0, 0] : isInserted ? [at(diagonal + 1), diagonal + 1] : [at(diagonal - 1), diagonal - 1]
    const startX = before === undefined ? 0 : isInserted ? fromX : fromX + 1
    while (x > startX && y > 0) {
      x -= 1
      y -= 1
      aligned[y] = x
    }
    ;[x, y] = [fromX, fromX - fromDiagonal]
  }
  replaced(aligned, source.length)
  return aligned
}

/** The furthest `x` on each diagonal after so many changes; undefined where too many would be needed. */
function shortestEdit(source: readonly string[], target: readonly string[]): Int32Array[] | undefined {
  const trace: Int32Array[] = []
  let before = new Int32Array(0)
  for (let changes = 0; changes <= Math.min(MOST_CHANGES, source.length + target.length); changes += 1) {
    const furthest = new Int32Array(2 * changes + 1)
    const last = before
    const at = (k: number): number => last[k + changes - 1] ?? -1
    for (let k = -changes; k <= changes; k += 2) {
      let x = changes === 0 ? 0 : k === -changes || (k !== changes && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1
      while (x < source.length && x - k < target.length && x - k >= 0 && source[x] === target[x - k]) x += 1
      furthest[k + changes] = x
      if (x >= source.length && x - k >= target.length) return [...trace, furthest]
    }
    trace.push(furthest)
    before = furthest
  }
  return undefined
}

/** Characters in the place of so many others are those, one after the other; more than four for one are not. */
const MOST_FOR_ONE = 4

/** What stands between two characters that both texts have was put in the place of what stood there. */
function replaced(aligned: Int32Array, sourceLength: number): void {
  for (let from = 0; from < aligned.length; from += 1) {
    if (aligned[from] !== -1) continue
    let end = from
    while (end < aligned.length && aligned[end] === -1) end += 1
    const first = from === 0 ? 0 : (aligned[from - 1] ?? 0) + 1
    const last = end === aligned.length ? sourceLength : (aligned[end] ?? 0)
    const [there, here] = [last - first, end - from]
    if (there > 0 && here <= there * MOST_FOR_ONE) for (let index = 0; index < here; index += 1) aligned[from + index] = first + Math.floor((index * there) / here)
    from = end
  }
}
