/** The fields of one answer while they are being written. */
import { sameEvidence, type Evidence } from '../../shared/checklist/answers.ts'
import type { AnswerFields, SavedAnswer } from '../../shared/checklist/contract.ts'

export const EMPTY_FIELDS: AnswerFields = { answer: null, finding: '', suggestion: '', note: '', evidence: [] }

/** The fields without version, author and time. */
export function fieldsOf(answer: SavedAnswer | null): AnswerFields {
  if (answer === null) return EMPTY_FIELDS
  const { answer: value, finding, suggestion, note, evidence } = answer
  return { answer: value, finding, suggestion, note, evidence }
}

function samePins(left: readonly Evidence[], right: readonly Evidence[]): boolean {
  return (
    left.length === right.length &&
    left.every((one, index) => {
      const other = right[index]
      return other !== undefined && sameEvidence(one, other)
    })
  )
}

export function sameField(name: keyof AnswerFields, left: AnswerFields, right: AnswerFields): boolean {
  return name === 'evidence' ? samePins(left.evidence, right.evidence) : left[name] === right[name]
}

export function sameFields(left: AnswerFields, right: AnswerFields): boolean {
  return (['answer', 'finding', 'suggestion', 'note', 'evidence'] as const).every((name) => sameField(name, left, right))
}

/** Adds a pin unless the same place is pinned already. */
export function withPin(fields: AnswerFields, pin: Evidence): AnswerFields {
  if (fields.evidence.some((one) => sameEvidence(one, pin))) return fields
  return { ...fields, evidence: [...fields.evidence, pin] }
}

export function withoutPin(fields: AnswerFields, index: number): AnswerFields {
  return { ...fields, evidence: fields.evidence.filter((_, at) => at !== index) }
}
