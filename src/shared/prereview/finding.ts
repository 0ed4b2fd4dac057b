/** A finding of the pre-review (预审疑点): a suspicion with its evidence. The officer decides what becomes of it. */
import type { Bilingual } from '../values/values.ts'
import type { Severity } from '../catalogue/vocabulary.ts'
import type { Passage } from '../intake/document-text.ts'

/** Where in the file the suspicion rests. `fileId` is the material's id, or the file's path without a station. */
export interface EvidencePointer {
  readonly fileId: string
  readonly fileName: string
  readonly passage: Passage
  /** The words at the passage, at most some 120 characters. */
  readonly quote: string
}

export interface Finding {
  /** Stable for the same rule on the same evidence: a later run finds the officer's decision again by it. */
  readonly key: string
  readonly ruleId: string
  readonly questionId: string
  readonly severity: Severity
  /** What is wrong here, in words with this case's names, days and figures. */
  readonly message: Bilingual
  /** What to do about it. */
  readonly suggestion: Bilingual
  /** The answer that the finding would give to its question. */
  readonly answer: 'no' | 'cannotTell'
  /** At least one, unless the defect is that something is missing from the whole file. */
  readonly evidence: readonly EvidencePointer[]
  /** Rests on recognised characters below {@link SURE_ENOUGH}, or on an unverified row of the catalogue. */
  readonly uncertain: boolean
}
