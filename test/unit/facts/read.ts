/** Documents made of lines for the tests of facts. */
import { extractFacts } from '../../../src/shared/facts/extract.ts'
import type { DocumentFacts } from '../../../src/shared/facts/facts.ts'
import type { DocumentText, Passage } from '../../../src/shared/intake/document-text.ts'
import { quoted } from '../../../src/shared/intake/document-text.ts'

export interface ReadDocument {
  readonly facts: DocumentFacts
  /** The words on the page that a fact points at. */
  words(passage: Passage): string
}

export function textOf(...pages: readonly string[]): DocumentText {
  return { pages: pages.map((text, index) => ({ number: index + 1, source: 'plain', text, confidence: null })) }
}

export function wholePages(text: DocumentText): Passage[] {
  return text.pages.map(({ number, text: page }) => ({ page: number, start: 0, end: page.length }))
}

export function read(page: string, kind = 'decision'): ReadDocument {
  const text = textOf(page)
  return { facts: extractFacts(text, wholePages(text), kind), words: (passage) => quoted(text, passage) }
}

/** The same text with full-width punctuation. */
export function wide(text: string): string {
  const marks: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' }
  return text.replace(/[,:;()]/gu, (mark) => marks[mark] ?? mark)
}
