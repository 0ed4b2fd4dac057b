/** Finding rows of the catalogue. Pure. */
import type { Catalogue, Question } from '../../shared/catalogue/schema.ts'
import type { ActionKind, HeadingId, Severity } from '../../shared/catalogue/vocabulary.ts'
import type { Bilingual } from '../../shared/values/values.ts'

export interface CatalogueFilter {
  readonly text: string
  readonly kind: ActionKind | null
  readonly heading: HeadingId | null
  readonly severity: Severity | null
  /** Id of an overlay: only rows that it added or tightened. */
  readonly overlay: string | null
  readonly onlyUnverified: boolean
}

export const NO_FILTER: CatalogueFilter = { text: '', kind: null, heading: null, severity: null, overlay: null, onlyUnverified: false }

/** Whether every word that was typed is found in one of the texts, in either language. */
export function hasWords(typed: string, texts: readonly (string | Bilingual)[]): boolean {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const whole = texts
    .map((text) => (typeof text === 'string' ? text : `${text['zh-CN']} ${text.en}`).toLowerCase())
    .join('\n')
  return words.every((word) => whole.includes(word))
}

export function matchesQuestion(question: Question, filter: CatalogueFilter): boolean {
  if (filter.kind !== null && !question.actionKinds.includes(filter.kind)) return false
  if (filter.heading !== null && question.heading !== filter.heading) return false
  if (filter.severity !== null && question.severity !== filter.severity) return false
  if (filter.onlyUnverified && question.verified) return false
  const laws = question.basis.map((citation) => citation.law)
  return hasWords(filter.text, [
    question.id,
    question.text,
    question.lookIn,
    question.typicalDefect,
    question.finding,
    ...laws,
  ])
}

export interface CommonRow {
  readonly id: string
  readonly verified: boolean
  readonly name: Bilingual
}

export function matchesRow(
  row: CommonRow,
  filter: CatalogueFilter,
  more: readonly (string | Bilingual)[] = [],
): boolean {
  if (filter.onlyUnverified && row.verified) return false
  return hasWords(filter.text, [row.id, row.name, ...more])
}

/** Whether an overlay added or tightened the row; true where none is asked for. */
export function isOfOverlay(catalogue: Catalogue, subject: string, id: string, { overlay }: CatalogueFilter): boolean {
  return overlay === null || catalogue.changes.some((change) => change.overlay === overlay && change.subject === subject && change.id === id)
}
