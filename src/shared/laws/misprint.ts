/**
 * A title that nobody knows, held against those that are known: a letter wrong, left out or too many, or two changed places,
 * is probably a misprint (误写). Another word in the same place is another law: 城市供水条例 is not 城市绿化条例.
 */
import { PLACE } from './law-kind.ts'
import type { KnownTitle, LawKind, LawLookup } from './law-lookup.ts'
import { titleKey } from './law-title.ts'

export interface Misprint extends KnownTitle {
  /** False where it may as well be a short form, or the title of another text. */
  readonly likely: boolean
}

/** Shorter titles differ by a letter and are other laws: 海关法, 海商法. */
const SHORTEST = 5
/** Two letters are a smaller part of a longer title. */
const SHORTEST_FOR_TWO = 8

const COUNTRY = '中华人民共和国'
const ENDING = /(?:法典|法|条例|规定|办法|细则|规则|解释|决定|程序|意见|通知|标准|基准|规范|目录|名录)(?:（[^）]*）|\([^)]*\))?$/u
/** Rules of ministries repeat each other’s titles: 农业行政处罚程序规定, 林业行政处罚程序规定. Laws and regulations do not. */
const UNLIKE_EACH_OTHER: readonly LawKind[] = ['law', 'regulation']

/** What is left of two titles without what they have in common at both ends. */
function middles(one: string, other: string): { readonly from: number; readonly left: string; readonly right: string } {
  let from = 0
  while (from < one.length && from < other.length && one[from] === other[from]) from += 1
  let end = 0
  while (end < one.length - from && end < other.length - from && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return { from, left: one.slice(from, one.length - end), right: other.slice(from, other.length - end) }
}

/** How the two middles differ; null where they are other words. */
function slip(left: string, right: string): 'letter' | 'two' | 'word' | null {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length === 1) return 'letter'
  if (short.length === 0) return long.length === 2 ? 'word' : null
  if (short.length === long.length) {
    if (short.length === 2) return short[0] === long[1] && short[1] === long[0] ? 'letter' : null
    return [...short].filter((letter, place) => letter !== long[place]).length === 2 ? 'two' : null
  }
  return null
}

const found = new WeakMap<LawLookup, Map<string, Misprint | null>>()

/** The title that is probably meant by one that the lookup does not find. */
export function misprintIn(lookup: LawLookup, written: string): Misprint | null {
  if (lookup.titles === undefined) return null
  let before = found.get(lookup)
  if (before === undefined) found.set(lookup, (before = new Map()))
  let misprint = before.get(written)
  if (misprint === undefined) before.set(written, (misprint = misprintOf(written, lookup.titles())))
  return misprint
}

export function misprintOf(written: string, known: Iterable<KnownTitle>): Misprint | null {
  const title = titleKey(written)
  const ending = ENDING.exec(title)?.[0]
  if (title.length < SHORTEST || ending === undefined) return null
  const place = PLACE.exec(title)?.[0] ?? ''
  let unlikely: Misprint | null = null
  for (const candidate of known) {
    // most titles are passed over before anything is made of them
    const rough = candidate.title.startsWith(COUNTRY) ? candidate.title.length - COUNTRY.length : candidate.title.length
    if (Math.abs(rough - title.length) > 4 || !candidate.title.endsWith(ending.at(-1) ?? '')) continue
    const other = titleKey(candidate.title)
    if (Math.abs(other.length - title.length) > 2 || other.length < SHORTEST || !other.endsWith(ending)) continue
    // 浙江省… and 江苏省… have laws of the same name
    if (!other.startsWith(place) || (PLACE.exec(other)?.[0] ?? '') !== place) continue
    const { from, left, right } = middles(title, other)
    if (from + Math.max(left.length, right.length) > Math.max(title.length, other.length) - ending.length) continue
    const kind = slip(left, right)
    if (kind === null || (kind !== 'letter' && Math.min(title.length, other.length) < SHORTEST_FOR_TWO)) continue
    const apart = UNLIKE_EACH_OTHER.includes(candidate.kind)
    if (!apart && from === 0) continue
    if (kind !== 'word' && apart) return { ...candidate, likely: true }
    unlikely ??= { ...candidate, likely: false }
  }
  return unlikely
}
