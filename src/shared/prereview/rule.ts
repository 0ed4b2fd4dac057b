/** A rule of the pre-review (预审规则), declared once; `rules.ts` lists them all. */
import type { Citation } from '../catalogue/citation.ts'
import type { ActionKind, Severity } from '../catalogue/vocabulary.ts'
import type { Bilingual } from '../values/values.ts'
import type { CaseDocument, CaseFile } from './case-file.ts'
import type { Passage } from '../intake/document-text.ts'

/** One place: a document and a passage in its file. */
export interface Place {
  readonly document: CaseDocument
  readonly passage: Passage
}

/** What a rule found; the engine adds rule, question, severity, quotes and key. */
export interface Suspicion {
  readonly message: Bilingual
  readonly suggestion: Bilingual
  readonly places: readonly Place[]
  /** Default `no`. */
  readonly answer?: 'no' | 'cannotTell'
  /** Where one rule can find several things at one place, what tells them apart (a name, a number). */
  readonly about?: string
  /** True where it rests on a row of the catalogue that nobody verified. */
  readonly unverified?: boolean
}

export interface PrereviewRule {
  /** `question-subject`, such as `3.11-hearing-not-told`; never reused for something else. */
  readonly id: string
  /** The question of the eight headings that the rule answers. */
  readonly questionId: string
  /** Where the case is registered as this kind of act, the checklist has a question of its own for it, and asks that one. */
  readonly ownQuestion?: { readonly actionKind: ActionKind; readonly questionId: string }
  readonly name: Bilingual
  readonly basis: readonly Citation[]
  /** Why there is no basis in a law; exactly where `basis` is empty. */
  readonly noBasisBecause?: Bilingual
  readonly severity: Severity
  check(file: CaseFile): readonly Suspicion[]
}
