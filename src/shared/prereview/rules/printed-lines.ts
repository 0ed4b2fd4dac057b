/** Reading a document line by line: a paragraph, or a row of a form or table (see `document-text.ts`). */
import type { CaseDocument } from '../case-file.ts'
import { placeAt } from '../places.ts'
import type { Place } from '../rule.ts'
import type { DateFact } from '../../facts/facts.ts'

export interface PrintedLine extends Place {
  readonly text: string
  /** Without white space. */
  readonly dense: string
  /** Offset of the line in `document.text`. */
  readonly start: number
}

const known = new WeakMap<CaseDocument, readonly PrintedLine[]>()

export function linesOf(document: CaseDocument): readonly PrintedLine[] {
  const before = known.get(document)
  if (before !== undefined) return before
  const lines: PrintedLine[] = []
  let start = 0
  for (const text of document.text.split('\n')) {
    if (text.trim() !== '')
      lines.push({ document, text, dense: text.replace(/\s/gu, ''), start, passage: document.passageAt(start, start + text.length) })
    start += text.length + 1
  }
  known.set(document, lines)
  return lines
}

/** Dates that stand on the line, in the order of the words. */
export function datesOn(line: PrintedLine): readonly DateFact[] {
  const { page, start, end } = line.passage
  return line.document.facts.dates
    .filter(({ passage }) => passage.page === page && passage.start >= start && passage.end <= end)
    .toSorted((one, other) => one.passage.start - other.passage.start)
}

/** The place of a match of a pattern on the line. */
export function placeOn(line: PrintedLine, match: RegExpExecArray): Place {
  return placeAt(line.document, line.start + match.index, line.start + match.index + match[0].length)
}
