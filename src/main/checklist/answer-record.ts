/** Answers in the store. */
import type { AnswerGiven } from '../../shared/checklist/answers.ts'
import { answerFieldsSchema, type AnswerFields, type SavedAnswer } from '../../shared/checklist/contract.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

export function answersOf(reader: Reader, caseId: CaseId, round: number): Map<string, SavedAnswer> {
  const rows = reader.all<{ question_id: string; fields: string; version: number; answeredBy: string; saved_at: IsoInstant }>(
    `SELECT a.question_id, a.fields, a.version, coalesce(p.name, a.answered_by) AS answeredBy, a.saved_at
     FROM answers a LEFT JOIN people p ON p.id = a.answered_by WHERE a.case_id = ? AND a.round = ?`,
    caseId,
    round,
  )
  return new Map(
    rows.map(({ question_id, fields, version, answeredBy, saved_at }) => [
      question_id,
      { ...answerFieldsSchema.parse(JSON.parse(fields)), version, answeredBy, savedAt: saved_at },
    ]),
  )
}

/** Those with an answer, as the rules want them. */
export function givenAnswers(answers: ReadonlyMap<string, SavedAnswer>): AnswerGiven[] {
  return [...answers].flatMap(([questionId, { answer }]) => (answer === null ? [] : [{ questionId, answer }]))
}

export interface NewAnswer {
  readonly caseId: CaseId
  readonly round: number
  readonly questionId: string
  readonly fields: AnswerFields
  readonly version: number
  readonly by: string
  readonly at: IsoInstant
}

export function writeAnswer(writer: Writer, { caseId, round, questionId, fields, version, by, at }: NewAnswer): void {
  writer.run(
    `INSERT INTO answers (case_id, round, question_id, fields, version, answered_by, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, round, question_id) DO UPDATE SET fields = excluded.fields, version = excluded.version,
       answered_by = excluded.answered_by, saved_at = excluded.saved_at`,
    caseId,
    round,
    questionId,
    JSON.stringify(fields),
    version,
    by,
    at,
  )
}
