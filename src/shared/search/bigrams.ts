/**
 * Search for Chinese words of any length: text becomes overlapping pairs of characters (bigrams), and a word is looked
 * for as a phrase of pairs. SQLite's own tokenizers see a Chinese sentence as one word (unicode61) or answer nothing
 * for words of one or two characters (trigram).
 */

const RUN = /[\p{L}\p{N}]+/gu

/** Full and half width, upper and lower case, are the same for search. */
function runsOf(text: string): string[][] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(RUN)].map(([run]) => [...run])
}

/** What is stored of a text: of each run 行政处罚 the pairs 行政 政处 处罚 and the last single 罚, so a prefix query finds it. */
export function bigramWords(text: string): string {
  return runsOf(text)
    .flatMap((run) => [...run.slice(1).map((character, index) => `${run[index] ?? ''}${character}`), run.at(-1) ?? ''])
    .join(' ')
}

/**
 * The FTS5 query for what a person typed: each run as a phrase of adjacent pairs, one character as a prefix; all must
 * be there. Null when nothing in it can be searched for.
 */
export function bigramQuery(typed: string): string | null {
  const phrases = runsOf(typed).map((run) => {
    if (run.length === 1) return `"${run[0] ?? ''}" *`
    return `"${run
      .slice(1)
      .map((character, index) => `${run[index] ?? ''}${character}`)
      .join(' ')}"`
  })
  return phrases.length === 0 ? null : phrases.join(' AND ')
}
