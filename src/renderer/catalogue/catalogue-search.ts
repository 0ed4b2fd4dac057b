/** Finding rows of the catalogue. Pure. */
import type { Question } from '../../shared/catalogue/schema.ts'
import type { ActionKind } from '../../shared/catalogue/vocabulary.ts'
import type { Bilingual } from '../../shared/values/values.ts'

export interface CatalogueFilter {
  readonly text: string
  readonly kind: ActionKind | null
  readonly onlyUnverified: boolean
}

export const NO_FILTER: CatalogueFilter = { text: '', kind: null, onlyUnverified: false }

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
