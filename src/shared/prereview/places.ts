/** Pointing at a place in a document of the case file. */
import { quoted, type Passage } from '../intake/document-text.ts'
import type { CaseDocument } from './case-file.ts'
import type { Place } from './rule.ts'

/** Where a fact was read. */
export function placeOf(document: CaseDocument, read: { readonly passage: Passage }): Place {
  return { document, passage: read.passage }
}

/** Offsets into `document.text`. */
export function placeAt(document: CaseDocument, start: number, end: number): Place {
  return { document, passage: document.passageAt(start, end) }
}

/** The title, else the first line with words: the document as a whole, or where words are missing from it. */
export function titlePlace(document: CaseDocument): Place {
  const { title } = document.facts
  if (title !== null) return placeOf(document, title)
  const found = /\S[^\n]*/u.exec(document.text)
  return placeAt(document, found?.index ?? 0, (found?.index ?? 0) + (found?.[0].trimEnd().length ?? 0))
}

/** The words at a place. */
export function wordsAt({ document, passage }: Place): string {
  return quoted(document.file.text, passage)
}
