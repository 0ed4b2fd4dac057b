/**
 * Looking for wording in a document. A PDF breaks its lines inside a sentence and puts spaces around figures, a form
 * stretches words (送 达 时 间), so patterns are tried on the text without white space and found again in the file.
 * Half-width marks, full-width figures and traditional characters are brought to what the patterns are written in.
 */
import { simplified } from '../facts/script-folding.ts'
import type { CaseDocument } from './case-file.ts'
import { placeAt } from './places.ts'
import type { Place } from './rule.ts'

interface Dense {
  readonly text: string
  /** Offset in `CaseDocument.text` of each character of `text`. */
  readonly offsets: Uint32Array
}

const known = new WeakMap<CaseDocument, Dense>()

const FULL_WIDTH: Readonly<Record<string, string>> = { '(': '（', ')': '）', ';': '；', ',': '，', ':': '：', '?': '？', '!': '！' }

/** Of the same length. A comma or colon between figures (8,000, 10:30) stays what it is. */
export function foldWords(words: string): string {
  return simplified(words)
    .replace(/[０-９]/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0))
    .replace(/[();?!]|[,:](?![0-9])|(?<![0-9])[,:]/gu, (mark) => FULL_WIDTH[mark] ?? mark)
}

function denseOf(document: CaseDocument): Dense {
  const before = known.get(document)
  if (before !== undefined) return before
  const offsets = new Uint32Array(document.text.length)
  let text = ''
  for (const { 0: word, index } of document.text.matchAll(/\S+/gu)) {
    for (let place = 0; place < word.length; place += 1) offsets[text.length + place] = index + place
    text += word
  }
  const dense = { text: foldWords(text), offsets }
  known.set(document, dense)
  return dense
}

/** The document's words without any white space. */
export function denseText(document: CaseDocument): string {
  return denseOf(document).text
}

/** The place of a stretch of {@link denseText}. */
export function densePlace(document: CaseDocument, start: number, end: number): Place {
  const { offsets } = denseOf(document)
  const from = offsets[start] ?? 0
  return placeAt(document, from, (offsets[end - 1] ?? from) + 1)
}

export interface FoundWords extends Place {
  /** What the pattern's match and groups are, without white space. */
  readonly match: RegExpExecArray
}

/** What was looked for in a document is looked for again at every run, and mostly found nowhere. */
interface Tried {
  readonly said: Map<string, boolean>
  readonly found: Map<string, readonly FoundWords[]>
}
const tried = new WeakMap<CaseDocument, Tried>()
const NOTHING: readonly FoundWords[] = []

function triedIn(document: CaseDocument): Tried {
  let before = tried.get(document)
  if (before === undefined) tried.set(document, (before = { said: new Map(), found: new Map() }))
  return before
}

/** All patterns are in Unicode mode; of the other flags only this one changes what is found. */
const keyOf = (pattern: RegExp): string => (pattern.ignoreCase ? `i${pattern.source}` : pattern.source)

/** Every match of the pattern in the words without white space, in order. The pattern need not be global. */
export function findAll(document: CaseDocument, pattern: RegExp): readonly FoundWords[] {
  const { found } = triedIn(document)
  const key = keyOf(pattern)
  const before = found.get(key)
  if (before !== undefined) return before
  const { text } = denseOf(document)
  const all = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
  const matches = [...text.matchAll(all)].map((match) => ({
    ...densePlace(document, match.index, match.index + match[0].length),
    match,
  }))
  found.set(key, matches.length === 0 ? NOTHING : matches)
  return matches
}

export function findFirst(document: CaseDocument, pattern: RegExp): FoundWords | null {
  return says(document, pattern) ? (findAll(document, pattern)[0] ?? null) : null
}

/** Whether the document has such words; the pattern is tried without white space. */
export function says(document: CaseDocument, pattern: RegExp): boolean {
  const { said } = triedIn(document)
  const key = keyOf(pattern)
  let before = said.get(key)
  if (before === undefined) said.set(key, (before = denseOf(document).text.search(pattern) >= 0))
  return before
}

/** The first place of these very words, white space aside. */
export function findWords(document: CaseDocument, words: string): Place | null {
  const wanted = words.replace(/\s/gu, '')
  const at = denseOf(document).text.indexOf(wanted)
  return at < 0 || wanted === '' ? null : densePlace(document, at, at + wanted.length)
}
