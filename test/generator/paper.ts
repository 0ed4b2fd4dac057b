/**
 * A document of a generated case file (文书): its lines by what they are for, so that a defect can be put into one.
 */
import type { DocumentKindId } from '../../src/shared/intake/document-part.ts'

export interface Line {
  /** What the line is for: `party`, `facts`, `remedies`, `day`. Several lines may be for the same. */
  readonly slot: string
  /** Cells of a row of a table parted by a tab. */
  readonly text: string
}

export interface Paper {
  readonly id: string
  readonly kind: DocumentKindId
  /** What a file that holds it alone is called. */
  readonly name: string
  readonly lines: readonly Line[]
}

/** A line for `slot`; null where this case has none. */
export type Draft = readonly [slot: string, text: string | null]

export function paper(id: string, kind: DocumentKindId, name: string, drafts: readonly Draft[]): Paper {
  return { id, kind, name, lines: drafts.flatMap(([slot, text]) => (text === null ? [] : [{ slot, text }])) }
}

export const textOf = ({ lines }: Paper): string => lines.map(({ text }) => text).join('\n')
