/** Two versions of a law side by side, article by article (新旧条文对照). */
import type { LawArticle } from './law-text.ts'
import { articleText, labelOf } from './law-words.ts'
import { wordDifference, type WordChange } from './word-difference.ts'

/** same 未变, changed 修改, added 新增, removed 删去 */
export type ArticleChange = 'same' | 'changed' | 'added' | 'removed'

export interface ComparedArticle {
  readonly change: ArticleChange
  /** 第五十八条; null on the side that has none. */
  readonly left: string | null
  readonly right: string | null
  /** What differs between the two texts; of a `same` article one part. */
  readonly parts: readonly WordChange[]
}

/** What two texts must have in common, of the pairs of characters of the shorter one, to be versions of one article. */
const RELATED = 0.5

function pairsOf(text: string): Set<string> {
  const characters = [...text.replaceAll(/[\s，。；：、（）“”]/g, '')]
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))
}

function inCommon(left: Set<string>, right: Set<string>): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  if (small.size === 0) return 0
  let common = 0
  for (const pair of small) if (large.has(pair)) common += 1
  // a short text inside a long one is a part of it, not the same article
  return (common / small.size) * Math.sqrt(small.size / large.size)
}

interface Side {
  readonly label: string
  readonly text: string
  readonly pairs: Set<string>
}

function sideOf(articles: readonly LawArticle[]): Side[] {
  return articles.map((article) => {
    const text = articleText(article)
    return { label: labelOf(article), text, pairs: pairsOf(text) }
  })
}

/** How far an article may have moved in the numbering and still be looked for, in places. */
const REACH = 40

/**
 * Which article became which: first those whose words stayed, then the most alike, in any order of numbers, because a
 * revision moves articles. Index on the left → index on the right.
 */
function pairUp(left: readonly Side[], right: readonly Side[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const byText = new Map<string, number[]>()
  right.forEach(({ text }, index) => byText.set(text, [...(byText.get(text) ?? []), index]))
  left.forEach(({ text }, index) => {
    const same = byText.get(text)?.find((one) => !taken.has(one))
    if (same === undefined) return
    pairs.set(index, same)
    taken.add(same)
  })
  const candidates: { from: number; to: number; alike: number }[] = []
  left.forEach((one, from) => {
    if (pairs.has(from)) return
    right.slice(Math.max(0, from - REACH), from + REACH + 1).forEach((other, offset) => {
      const to = Math.max(0, from - REACH) + offset
      if (taken.has(to)) return
      const alike = inCommon(one.pairs, other.pairs)
      // the same number weighs a little: 第五十八条 is more likely to have become 第五十八条
      if (alike >= RELATED * 0.6 || one.label === other.label)
        candidates.push({ from, to, alike: alike + (one.label === other.label ? 0.15 : 0) })
    })
  })
  for (const { from, to, alike } of candidates.toSorted((one, other) => other.alike - one.alike)) {
    if (alike < RELATED * 0.6 || pairs.has(from) || taken.has(to)) continue
    pairs.set(from, to)
    taken.add(to)
  }
  return pairs
}

/** In the order of the right side, what was removed standing where it stood on the left. */
export function compareVersions(
  leftArticles: readonly LawArticle[],
  rightArticles: readonly LawArticle[],
): ComparedArticle[] {
  const left = sideOf(leftArticles)
  const right = sideOf(rightArticles)
  const pairs = pairUp(left, right)
  const back = new Map([...pairs].map(([from, to]) => [to, from]))
  const rows: ComparedArticle[] = []
  let shown = 0
  const removedUpTo = (end: number): void => {
    for (; shown < end; shown += 1) {
      const gone = left[shown]
      if (gone !== undefined && !pairs.has(shown))
        rows.push({ change: 'removed', left: gone.label, right: null, parts: [{ kind: 'removed', text: gone.text }] })
    }
  }
  right.forEach((side, index) => {
    const from = back.get(index)
    if (from !== undefined && from >= shown) removedUpTo(from + 1)
    rows.push(comparedOf(from === undefined ? undefined : left[from], side))
  })
  removedUpTo(left.length)
  return rows
}

function comparedOf(left: Side | undefined, right: Side): ComparedArticle {
  if (left === undefined)
    return { change: 'added', left: null, right: right.label, parts: [{ kind: 'added', text: right.text }] }
  if (left.text === right.text)
    return { change: 'same', left: left.label, right: right.label, parts: [{ kind: 'same', text: left.text }] }
  return { change: 'changed', left: left.label, right: right.label, parts: wordDifference(left.text, right.text) }
}
