/** Takes the lines of one article apart: paragraphs (款), items (项), sub-items (目). */
import { NUMERALS, parseNumber } from './chinese-numbers.ts'
import type { LawItem, LawParagraph, LawSubItem } from './law-text.ts'

/** Ways of numbering below an article, from the outer to the inner. */
const MARKS: readonly RegExp[] = [
  new RegExp(`^(?:第[${NUMERALS}]+项\\s*|([一二三四五六七八九十百]+)\\s*[、．.])\\s*`, 'u'),
  /^[（(]\s*([一二三四五六七八九十百零]+)\s*[）)]\s*[、．.]?\s*/u,
  /^([0-9０-９]{1,3})\s*[.．、](?![0-9０-９])\s*/u,
  /^[（(]\s*([0-9０-９]{1,3})\s*[）)]\s*[、．.]?\s*/u,
  /^([①-⑳])\s*/u,
]

interface Mark {
  readonly style: number
  readonly number: number
  readonly rest: string
}

export function markOf(line: string): Mark | null {
  for (const [style, pattern] of MARKS.entries()) {
    const found = pattern.exec(line)
    const written = found?.[1]
    if (found === null || written === undefined) continue
    const number = style === 4 ? (written.codePointAt(0) ?? 0) - 0x245f : parseNumber(written)
    if (number !== null && number > 0) return { style, number, rest: line.slice(found[0].length) }
  }
  return null
}

/**
 * Items that run on in one line (…情形之一的：（一）……；（二）……) are put on lines of their own; a reference such as
 * 前款第（一）项 is left alone.
 */
export function splitInlineItems(line: string): string[] {
  const first = /[：:]\s*(?=[（(]一[）)])/u.exec(line)
  const from = first === null ? (/^[（(]一[）)]/u.test(line) ? 0 : -1) : first.index + first[0].length
  if (from < 0 || !/[；;。，,]\s*[（(]二[）)]/u.test(line.slice(from))) return [line]
  const parts = line.slice(from).split(/(?<=[；;。，,])\s*(?=[（(][一二三四五六七八九十]+[）)])/u)
  return from === 0 ? parts : [line.slice(0, from).trimEnd(), ...parts]
}

interface OpenItem {
  readonly number: number
  text: string
  readonly subItems: LawSubItem[]
}

interface OpenParagraph {
  text: string
  readonly items: OpenItem[]
  /** The numbering that its items have. */
  style: number | null
}

/** `lines` without the number of the article. */
export function parseArticle(lines: readonly string[]): LawParagraph[] {
  const paragraphs: OpenParagraph[] = []
  for (const line of lines.flatMap(splitInlineItems)) {
    if (line === '') continue
    const mark = markOf(line)
    const last = paragraphs.at(-1)
    if (mark === null) paragraphs.push({ text: line, items: [], style: null })
    else addMarked(paragraphs, last, mark)
  }
  return paragraphs.map(({ text, items }) => ({ text, items: items as LawItem[] }))
}

function addMarked(paragraphs: OpenParagraph[], last: OpenParagraph | undefined, mark: Mark): void {
  const item = last?.items.at(-1)
  if (
    last === undefined ||
    (last.style !== null && mark.style === last.style && mark.number === 1 && last.items.length > 1)
  ) {
    // a list that begins again without a sentence before it
    paragraphs.push({ text: '', items: [{ number: mark.number, text: mark.rest, subItems: [] }], style: mark.style })
  } else if (last.style !== null && item !== undefined && mark.style > last.style) {
    item.subItems.push({ number: mark.number, text: mark.rest })
  } else {
    last.style = mark.style
    last.items.push({ number: mark.number, text: mark.rest, subItems: [] })
  }
}
