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

/** The limit that a browser must be given for a field with this text so that it takes `most` characters. */
export function limitInUnits(most: number, text: string): number {
  return most + text.length - countCharacters(text)
}
