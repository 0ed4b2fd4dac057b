/** Type-ahead over phrases: which fit what was typed, the nearest to the question first. Pure. */
import type { HeadingId } from '../catalogue/vocabulary.ts'
import type { PhraseFields } from './phrase.ts'

/** Where the phrase would be inserted. */
export interface PhrasePlace {
  readonly heading: HeadingId | null
  readonly questionId: string | null
}

/** 0 for this question, 1 for this heading, 2 for everywhere, 3 for another place. */
function distance({ heading, questionId }: PhraseFields, place: PhrasePlace): number {
  if (questionId !== null) return questionId === place.questionId ? 0 : 3
  if (heading !== null) return heading === place.heading ? 1 : 3
  return 2
}

/** 0: the name begins with the words, 1: it holds them, 2: the text holds them; undefined: neither. */
function fit({ name, text }: PhraseFields, words: readonly string[]): number | undefined {
  if (words.length === 0) return 0
  const [lowName, lowText] = [name.toLowerCase(), text.toLowerCase()]
  if (words.every((word) => lowName.includes(word))) return words.some((word) => lowName.startsWith(word)) ? 0 : 1
  return words.every((word) => lowName.includes(word) || lowText.includes(word)) ? 2 : undefined
}

/**
 * Those that hold every word typed, in name or text. Those for the question come first, then for its heading, then
 * general ones; those of other places come last, and only when something was typed.
 */
export function findPhrases<One extends PhraseFields>(phrases: readonly One[], typed: string, place: PhrasePlace): readonly One[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return phrases
    .flatMap((phrase) => {
      const [near, fits] = [distance(phrase, place), fit(phrase, words)]
      return fits === undefined || (near === 3 && words.length === 0) ? [] : [{ phrase, near, fits }]
    })
    .toSorted((one, other) => one.fits - other.fits || one.near - other.near || one.phrase.name.localeCompare(other.phrase.name, 'zh-CN'))
    .map(({ phrase }) => phrase)
}
