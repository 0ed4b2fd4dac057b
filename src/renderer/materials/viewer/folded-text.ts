/**
 * Text as it is compared: blanks and line breaks do not count, full and half width, upper and lower case are the same,
 * because a viewer breaks lines where it likes and papers are typed in both widths.
 */

/** One character stays one; empty for a blank. Han characters, which are most, are told at once. */
export function foldedCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return character
  if (code <= 0x7e && code > 0x20) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character
  if (/\s/u.test(character)) return ''
  const plain = character.normalize('NFKC').toLowerCase()
  return plain.length === 1 ? plain : character
}

export function folded(text: string): string {
  let result = ''
  for (let index = 0; index < text.length; index += 1) result += foldedCharacter(text[index] ?? '')
  return result
}

/** Where a character of the folded text stands: in which part, at which of its characters. */
export type PartPlace = readonly [part: number, offset: number]

export interface FoldedParts {
  readonly text: string
  readonly places: readonly PartPlace[]
}

export function foldedParts(parts: readonly string[]): FoldedParts {
  let text = ''
  const places: PartPlace[] = []
  parts.forEach((part, index) => {
    for (let offset = 0; offset < part.length; offset += 1) {
      const character = foldedCharacter(part[offset] ?? '')
      if (character === '') continue
      text += character
      places.push([index, offset])
    }
  })
  return { text, places }
}

/** Where words begin in a folded text, none over another; at most `most`. `words` need not be folded. */
export function foundIn(text: string, words: string, most: number): readonly number[] {
  const wanted = folded(words)
  const found: number[] = []
  if (wanted === '') return found
  for (let at = text.indexOf(wanted); at >= 0 && found.length < most; at = text.indexOf(wanted, at + wanted.length)) found.push(at)
  return found
}
