/**
 * How much fits into a field, counted in characters as a person and the core count them. A browser counts a rare Han
 * character or an emoji as two, so that a name of 300 such characters would be cut in half.
 */

/** Characters, each once, also those of the planes beyond the first. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/**
 * The limit that a browser must be given for a field with this text so that it takes `most` characters: one unit more than
 * they have, for the last may be one that it counts as two. What is then one too many, `fitting` takes out again.
 */
export function limitInUnits(most: number, text: string): number {
  return most + text.length - countCharacters(text) + 1
}

/** `typed` with at most `most` characters: of what came in since `before`, the end is left out; what stood there stays. */
export function fitting(before: string, typed: string, most: number): string {
  const now = [...typed]
  if (now.length <= most) return typed
  const then = [...before]
  const shorter = Math.min(then.length, now.length)
  let head = 0
  while (head < shorter && then[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && then[then.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const room = Math.max(0, most - head - tail)
  return [...now.slice(0, now.length - tail).slice(0, head + room), ...now.slice(now.length - tail)].join('')
}
