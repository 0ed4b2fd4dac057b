/** The fields of one answer while they are being written. */
import type { Evidence } from '../../shared/checklist/answers.ts'
import type { AnswerFields, SavedAnswer } from '../../shared/checklist/contract.ts'

export const EMPTY_FIELDS: AnswerFields = { answer: null, finding: '', suggestion: '', note: '', evidence: [] }

/** The fields without version, author and time. */
export function fieldsOf(answer: SavedAnswer | null): AnswerFields {
  if (answer === null) return EMPTY_FIELDS
  const { answer: value, finding, suggestion, note, evidence } = answer
  return { answer: value, finding, suggestion, note, evidence }
}

function sameEvidence(left: Evidence, right: Evidence): boolean {
  return left.materialId === right.materialId && left.page === right.page && left.passage === right.passage
}

export function sameFields(left: AnswerFields, right: AnswerFields): boolean {
  return (
    left.answer === right.answer &&
    left.finding === right.finding &&
    left.suggestion === right.suggestion &&
    left.note === right.note &&
    left.evidence.length === right.evidence.length &&
    left.evidence.every((one, index) => {
      const other = right.evidence[index]
      return other !== undefined && sameEvidence(one, other)
    })
  )
}

/** Adds a pin unless the same place is pinned already. */
export function withPin(fields: AnswerFields, pin: Evidence): AnswerFields {
  if (fields.evidence.some((one) => sameEvidence(one, pin))) return fields
  return { ...fields, evidence: [...fields.evidence, pin] }
}

export function withoutPin(fields: AnswerFields, index: number): AnswerFields {
  return { ...fields, evidence: fields.evidence.filter((_, at) => at !== index) }
}
