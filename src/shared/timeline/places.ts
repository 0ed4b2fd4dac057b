/** Places of the case file as the timeline and the cross-table point at them. */
import { quoted, SURE_ENOUGH, type DocumentText, type Passage } from '../intake/document-text.ts'
import type { CaseDocument } from '../prereview/case-file.ts'
import type { Place } from '../prereview/rule.ts'
import type { TimelinePlace } from './case-timeline.ts'

const LONGEST_QUOTE = 120

export function placeInFile(document: Pick<CaseDocument, 'file' | 'kind'>, passage: Passage): TimelinePlace {
  const { fileId, name, text } = document.file
  const quote = quoted(text, passage).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_QUOTE)
  return { fileId, fileName: name, documentKind: document.kind, passage, quote }
}

export const placeOnTimeline = ({ document, passage }: Place): TimelinePlace => placeInFile(document, passage)

/** False where the page is recognised with low confidence. */
export function isCertain(text: DocumentText, { page }: Passage): boolean {
  return (text.pages.find(({ number }) => number === page)?.confidence ?? 1) >= SURE_ENOUGH
}
