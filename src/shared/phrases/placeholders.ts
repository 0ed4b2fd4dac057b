/** Placeholders (占位符) of phrases: which there are, and how they are filled. Pure. */
import type { Bilingual } from '../values/values.ts'

export const PLACEHOLDERS = ['party', 'unit', 'cause', 'fileNumber', 'fine', 'actDays', 'question', 'today'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** The word between the braces in either language; both are understood, whatever the language of the window is. */
export const PLACEHOLDER_NAMES: Readonly<Record<Placeholder, Bilingual>> = {
  party: { 'zh-CN': '当事人', en: 'party' },
  unit: { 'zh-CN': '承办机构', en: 'unit' },
  cause: { 'zh-CN': '案由', en: 'cause' },
  fileNumber: { 'zh-CN': '立案号', en: 'file number' },
  fine: { 'zh-CN': '罚款金额', en: 'fine' },
  actDays: { 'zh-CN': '行为期间', en: 'days of the act' },
  question: { 'zh-CN': '题号', en: 'question' },
  today: { 'zh-CN': '今日', en: 'today' },
}

/** What the case says for each placeholder; absent or empty: nothing, and the placeholder stays for the person to fill. */
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string>>>

const BRACES = /[{｛]([^{}｛｝\n]{1,30})[}｝]/g

const BY_NAME: ReadonlyMap<string, Placeholder> = new Map(
  PLACEHOLDERS.flatMap((one) => [one, PLACEHOLDER_NAMES[one]['zh-CN'], PLACEHOLDER_NAMES[one].en].map((name) => [name.toLowerCase(), one] as const)),
)

/** The placeholder that a word in braces names; undefined where it names none. */
export function placeholderNamed(word: string): Placeholder | undefined {
  return BY_NAME.get(word.trim().toLowerCase())
}

export interface FilledPhrase {
  readonly text: string
  /** The first place that the person has to fill: its beginning and end in `text`; null where none is left. */
  readonly open: { readonly from: number; readonly to: number } | null
}

export function fillPhrase(text: string, values: PlaceholderValues): FilledPhrase {
  let open: FilledPhrase['open'] = null
  let filled = ''
  let done = 0
  for (const match of text.matchAll(BRACES)) {
    filled += text.slice(done, match.index)
    const name = placeholderNamed(match[1] ?? '')
    const value = name === undefined ? '' : (values[name] ?? '')
    const put = value === '' ? match[0] : value
    if (value === '') open ??= { from: filled.length, to: filled.length + put.length }
    filled += put
    done = match.index + match[0].length
  }
  return { text: filled + text.slice(done), open }
}

/** Shorter names than this are not looked for: a placeholder for one character would be put everywhere. */
const LEAST_NAME = 2

/**
 * The other way round, for a phrase made of words that were just written: what the case says is replaced by its
 * placeholder, so that the phrase fits the next case. The longest first, since one name may be part of another.
 */
export function withPlaceholders(text: string, values: PlaceholderValues): string {
  const known = PLACEHOLDERS.flatMap((one) => {
    const value = values[one] ?? ''
    // a question's number and today's date stand in texts by chance
    return [...value].length < LEAST_NAME || one === 'question' || one === 'today' ? [] : [{ one, value }]
  }).toSorted((left, right) => right.value.length - left.value.length)
  if (known.length === 0) return text
  const nameOf = new Map(known.map(({ one, value }) => [value, `{${PLACEHOLDER_NAMES[one]['zh-CN']}}`]))
  const pattern = known.map(({ value }) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')
  return text.replaceAll(new RegExp(pattern, 'g'), (found) => nameOf.get(found) ?? found)
}
