/** Whether words quoted from a law stand in it, whatever the punctuation, brackets and widths. */
import type { ArticleShape } from './law-lookup.ts'

/** Only letters and figures; numbers of items are dropped, because quotations leave them out or write them otherwise. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[(（]\s*[一二三四五六七八九十百\d]+\s*[)）]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

/** A quotation's own number at its beginning: 第五十八条第一款规定：…… */
const OPENING =
  /^\s*第[一二三四五六七八九十百千零\d]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十\d]+款)?(?:第?[（(]?[一二三四五六七八九十\d]+[）)]?项)?(?:的?规定)?[\s　:：,，]*/u
/** Left-out words: …… or ... */
const ELLIPSIS = /(?:…|\.{3,}|。{3,}|·{3,}|-{3,}|—{3,}|\*{3,})+/u

export interface PlacedPiece {
  /** 1 for the first paragraph. */
  readonly paragraph: number
  /** Number of the item; null for the paragraph's own words. */
  readonly item: number | null
  readonly words: string
}

export function piecesOf(shape: ArticleShape): PlacedPiece[] {
  return shape.paragraphs
    .flatMap(({ text, itemTexts }, index) => [
      { paragraph: index + 1, item: null, words: plainWords(text) },
      ...(itemTexts ?? []).map((item) => ({ paragraph: index + 1, item: item.number, words: plainWords(item.text) })),
    ])
    .filter(({ words }) => words !== '')
}

interface Joined {
  readonly text: string
  readonly starts: ReadonlySet<number>
  readonly ends: ReadonlySet<number>
}

function join(pieces: readonly PlacedPiece[]): Joined {
  const starts = new Set<number>()
  const ends = new Set<number>()
  let text = ''
  for (const { words } of pieces) {
    starts.add(text.length)
    text += words
    ends.add(text.length)
  }
  return { text, starts, ends }
}

/** How many characters of `words` from `from` on stand in `text` at `at`. */
function runAt(text: string, at: number, words: string, from: number): number {
  let length = 0
  while (from + length < words.length && text[at + length] === words[from + length]) length += 1
  return length
}

/** Where the words from `from` on end when they stand in `text` from `at` on; leaving out only whole pieces. */
function endOf(joined: Joined, words: string, at: number, from: number): number | null {
  const { text, starts, ends } = joined
  const length = runAt(text, at, words, from)
  if (from + length === words.length) return at + length
  // the next piece may begin with the same words as the one that is quoted, so the run is tried back to each piece's end
  for (const end of [...ends].filter((one) => one > at && one <= at + length).toReversed()) {
    const done = from + end - at
    const least = Math.min(4, words.length - done)
    for (const start of starts) {
      if (start <= end || runAt(text, start, words, done) < least) continue
      const found = endOf(joined, words, start, done)
      if (found !== null) return found
    }
  }
  return null
}

/**
 * Follows one stretch of a quotation through the article from `position` on. It may leave pieces out (the sentence, then
 * its second item), but no words inside a piece. Null where it cannot; else where it ends.
 */
function follow(joined: Joined, words: string, position: number): number | null {
  const { text } = joined
  for (let at = text.indexOf(words.slice(0, 2), position); at >= 0; at = text.indexOf(words.slice(0, 2), at + 1)) {
    const end = endOf(joined, words, at, 0)
    if (end !== null) return end
  }
  return null
}

/** Quotations shorter than this, without punctuation, say too little to be held against a text. */
const SHORTEST = 6

/** The first words of the quotation that are not in the pieces; null where all are. */
export function missingWords(pieces: readonly PlacedPiece[], quotation: string): string | null {
  const joined = join(pieces)
  let position = 0
  for (const stretch of quotation.replace(OPENING, '').split(ELLIPSIS)) {
    const words = plainWords(stretch)
    if (words.length < SHORTEST) continue
    const end = follow(joined, words, position) ?? follow(joined, words, 0)
    if (end === null) return stretch.trim().slice(0, 60)
    position = end
  }
  return null
}

/** The one piece that holds all of the quotation; null where none or more than one does, or it is too short to tell. */
export function pieceOfQuotation(pieces: readonly PlacedPiece[], quotation: string): PlacedPiece | null {
  const words = plainWords(quotation.replace(OPENING, ''))
  if (words.length < SHORTEST) return null
  const found = pieces.filter((piece) => piece.words.includes(words))
  return found.length === 1 ? (found[0] ?? null) : null
}
