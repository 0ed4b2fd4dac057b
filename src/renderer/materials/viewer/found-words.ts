/** Words sought in one document: where they stand, and which place is the current one. */
import { foldedParts, foundIn } from './folded-text.ts'

export interface WordsPlace {
  readonly page: number
  /** Which of the places on that page, from 0. */
  readonly nth: number
  /** Rises with every step, so that one place can be gone to twice. */
  readonly turn: number
}

/** What the pages are told to mark. */
export interface SoughtWords {
  readonly words: string
  readonly current: WordsPlace | null
}

export interface FoundPlace {
  readonly page: number
  readonly nth: number
  /** The line around it. */
  readonly snippet: string
}

/** Places shown at most; beyond them something more particular is to be sought. */
export const MOST_PLACES = 1000
/** Characters shown before and after. */
const AROUND = 18

/** Where words stand in one page, at most `most`. */
export function placesOnPage(page: number, text: string, words: string, most = MOST_PLACES): readonly FoundPlace[] {
  const { text: plain, places } = foldedParts([text])
  return foundIn(plain, words, most).map((at, nth) => {
    const [, offset] = places[at] ?? [0, 0]
    return { page, nth, snippet: text.slice(Math.max(0, offset - AROUND), offset + words.length + AROUND).replaceAll(/\s+/gu, ' ').trim() }
  })
}

/** The next or the previous place, around the end. */
export function steppedPlace(at: number, count: number, step: 1 | -1): number {
  return count === 0 ? 0 : (at + step + count) % count
}

/** Where to begin: the first place on the page that is shown, or after it. */
export function firstFrom(places: readonly FoundPlace[], page: number): number {
  const at = places.findIndex((place) => place.page >= page)
  return Math.max(0, at)
}
