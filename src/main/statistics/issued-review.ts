/** The row of an issued review, written in the transaction that issues the opinion. */
import type { OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import { headingOf, tallyOf, type Defect } from '../../shared/statistics/tally.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { ReviewState } from '../checklist/review-state.ts'
import type { Writer } from '../store/database.ts'

/** Questions that apply and were answered “no” or “cannot tell”: neither is a pass. */
export function defectsOf({ applicable, answers }: Pick<ReviewState, 'applicable' | 'answers'>): Defect[] {
  return applicable.headings.flatMap(({ questions }) => questions).flatMap(({ id, severity }) => {
    const given = answers.get(id)?.answer
    return given === 'no' || given === 'cannotTell' ? [{ heading: headingOf(id), severity }] : []
  })
}

/** Papers that are asked for in the middle of the review are no return (退回): what waits was accepted, and stays so. */
export function countIssuedReview(writer: Writer, record: CaseRecord, state: ReviewState, type: OpinionTypeCode, issuedOn: IsoDate): void {
  const { round } = record
  writer.run(
    `INSERT INTO issued_reviews (issued_on, case_id, round, accepted_on, due_on, unit, reviewer_id, type, kinds, returns, tally)
     SELECT ?, r.case_id, r.round, r.accepted_on, r.due_on, c.submitting_unit, r.reviewer_id, ?, c.action_kinds,
       (SELECT count(*) FROM returns x WHERE x.case_id = r.case_id AND x.round = r.round AND x.in_review = 0), ?
     FROM rounds r JOIN cases c ON c.id = r.case_id WHERE r.case_id = ? AND r.round = ?`,
    issuedOn,
    type,
    tallyOf(defectsOf(state)),
    record.id,
    round,
  )
}
