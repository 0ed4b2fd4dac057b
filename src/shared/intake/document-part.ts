/**
 * The documents (文书) in a file. One file often holds several: a notice and its receipt of service (告知书及送达回证), two
 * approval forms, a review opinion and the minutes of the discussion. Each part has a kind of its own, and facts are
 * read part by part.
 */
import type { DocumentFacts } from '../facts/facts.ts'
import type { Passage } from './document-text.ts'

/** Id of a row of the catalogue's `documentKinds`, such as `prior-notice`; `other` where none is recognised. */
export type DocumentKindId = string

export interface DocumentPart {
  readonly kind: DocumentKindId
  /** 0 to 1: how sure the recognition is. 1 where a person said so. */
  readonly confidence: number
  readonly decidedBy: 'rules' | 'learned' | 'person'
  /** The spans of the file's pages that make the part, in order; never empty for a part that has text. */
  readonly spans: readonly Passage[]
  readonly facts: DocumentFacts
}
