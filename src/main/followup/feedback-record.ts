/** What the bureau answered to an opinion (采纳情况), and what it corrected before it submitted again, in the store. */
import type { Feedback } from '../../shared/followup/contract.ts'
import type { ProblemReply } from '../../shared/followup/problems.ts'
import type { CaseId, IsoDate, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

/** Null: the bureau has not answered the opinion of this round. */
export function feedbackOf(reader: Reader, caseId: CaseId, round: number): Feedback | null {
  const row = reader.get<Omit<Feedback, 'replies'>>(
    `SELECT f.outcome, f.answered_by AS answeredBy, f.answered_on AS answeredOn, f.reason, coalesce(p.name, f.recorded_by) AS "by", f.recorded_at AS "at"
     FROM feedbacks f LEFT JOIN people p ON p.id = f.recorded_by WHERE f.case_id = ? AND f.round = ?`,
    caseId,
    round,
  )
  if (row === undefined) return null
  const replies = reader.all<ProblemReply>('SELECT number, answer, reason FROM problem_answers WHERE case_id = ? AND round = ? ORDER BY number', caseId, round)
  return { ...row, replies }
}

export interface NewFeedback {
  readonly caseId: CaseId
  readonly round: number
  readonly outcome: Feedback['outcome']
  readonly answeredBy: string
  readonly answeredOn: IsoDate
  readonly reason: string
  readonly replies: readonly ProblemReply[]
  readonly recordedBy: PersonId
  readonly at: IsoInstant
}

export function insertFeedback(writer: Writer, the: NewFeedback): void {
  writer.run(
    `INSERT INTO feedbacks (case_id, round, outcome, answered_by, answered_on, reason, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    the.caseId,
    the.round,
    the.outcome,
    the.answeredBy,
    the.answeredOn,
    the.reason,
    the.recordedBy,
    the.at,
  )
  for (const { number, answer, reason } of the.replies) {
    writer.run(
      'INSERT INTO problem_answers (case_id, round, number, answer, reason) VALUES (?, ?, ?, ?, ?)',
      the.caseId,
      the.round,
      number,
      answer,
      reason,
    )
  }
}

/** How often the bureau objected (提出异议) in this case. */
export function objectionsTo(reader: Reader, caseId: CaseId): number {
  return reader.get<{ n: number }>("SELECT count(*) AS n FROM feedbacks WHERE case_id = ? AND outcome = 'objected'", caseId)?.n ?? 0
}

export interface Correction {
  /** Of the problem in the opinion of the round. */
  readonly number: number
  readonly corrected: string
}

export function correctionsOf(reader: Reader, caseId: CaseId, round: number): Correction[] {
  return reader.all<Correction>('SELECT number, corrected FROM corrections WHERE case_id = ? AND round = ? ORDER BY number', caseId, round)
}

export function insertCorrections(writer: Writer, caseId: CaseId, round: number, corrections: readonly Correction[]): void {
  for (const { number, corrected } of corrections) {
    writer.run('INSERT INTO corrections (case_id, round, number, corrected) VALUES (?, ?, ?, ?)', caseId, round, number, corrected)
  }
}
