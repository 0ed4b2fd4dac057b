/**
 * What a station learns from corrections (更正学习): a person said what kind a document is, and documents in files whose
 * names are made alike get it from then on.
 */
import type { DocumentKindId } from './document-part.ts'
import { namePattern } from './file-name.ts'

export interface LearnedName {
  /** As {@link learnedPattern} gives it. */
  readonly pattern: string
  readonly kind: DocumentKindId
}

/**
 * The pattern that a correction of the `part`-th (from 0) of `parts` documents in a file of this name is kept under; null
 * where the name has nothing to learn by, so that the correction holds for that file only. A file with several documents
 * teaches files with as many.
 */
export function learnedPattern(name: string, part: number, parts: number): string | null {
  const pattern = namePattern(name)
  if (pattern === null) return null
  return parts <= 1 ? pattern : `${pattern}#${part + 1}/${parts}`
}

/** The kind learned for this document of the file, the latest word last; null where nothing was. */
export function learnedKind(
  learned: readonly LearnedName[],
  name: string,
  part: number,
  parts: number,
): DocumentKindId | null {
  const pattern = learnedPattern(name, part, parts)
  return pattern === null ? null : (learned.findLast((one) => one.pattern === pattern)?.kind ?? null)
}
