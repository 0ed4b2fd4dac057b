/** Who may review a stored case, and who presides over that: asked at every assignment, of the first and of later rounds. */
import type { ExcludedPerson, Recusal } from '../../shared/assignment/contract.ts'
import { eligibilityOf, type Eligibility } from '../../shared/assignment/eligibility.ts'
import { qualificationRuleOn } from '../../shared/catalogue/reviewer-rules.ts'
import type { CaseId, PersonId } from '../../shared/values/values.ts'
import { actorOf } from '../cases/case-flow.ts'
import { recusedFrom, type CaseRecord } from '../cases/case-record.ts'
import { handlingPartOf } from '../cases/handling-part.ts'
import type { CallContext } from '../core/handler.ts'
import { allPeople, personName } from '../people/people.ts'
import type { Reader } from '../store/database.ts'

/** @param replaced the reviewer who is replaced by this assignment; null where there is none */
export function eligibilityFor(context: CallContext, record: CaseRecord, replaced: PersonId | null): Eligibility {
  const { reader } = context
  const people = allPeople(reader)
  const parts = new Map(people.map(({ id }) => [id, handlingPartOf(reader, record, id)]))
  const having = (...wanted: readonly unknown[]): PersonId[] => people.flatMap(({ id }) => (wanted.includes(parts.get(id)) ? [id] : []))
  return eligibilityOf(people, {
    handlers: having('account', 'certificate'),
    handlersNames: having('name'),
    recused: recusedFrom(reader, record.id),
    replaced,
    disputed: disputedAuthor(reader, record),
    on: context.today(),
    qualificationFrom: qualificationRuleOn(context.catalogue.reviewerRules, context.today())?.firstOnOrAfter ?? null,
  })
}

/** Who wrote the opinion that the present round re-examines on an objection (复核); null where it does not. */
export function disputedAuthor(reader: Reader, { id, round }: Pick<CaseRecord, 'id' | 'round'>): PersonId | null {
  const begun = reader.get(`SELECT 1 FROM audit WHERE subject = ? AND act = 'case.reReview' AND content ->> '$.round' = ?`, `case/${id}`, round)
  if (begun === undefined) return null
  return reader.get<{ reviewer: PersonId | null }>('SELECT reviewer_id AS reviewer FROM rounds WHERE case_id = ? AND round = ?', id, round - 1)?.reviewer ?? null
}

/** Only people who could be expected in the draw are worth a line: those without the role are left out. */
export function excludedPeople(reader: Reader, { excluded }: Eligibility): ExcludedPerson[] {
  return excluded
    .filter(({ reasons }) => !reasons.includes('notReviewer'))
    .map(({ id, reasons }) => ({ personId: id, name: personName(reader, id), reasons }))
}

/** Head of the review body or of the agency, not a handler of the case and not recused from it: decides on others' recusal (APL 43). */
export function presidesOver({ reader, person }: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord): boolean {
  const { roles, relations } = actorOf(reader, person, record)
  return (roles.includes('head') || roles.includes('agencyHead')) && relations.includes('notHandler') && relations.includes('notRecused')
}

export function recusalsOf(reader: Reader, caseId: CaseId): Recusal[] {
  return reader.all<Recusal>(
    `SELECT r.person_id AS personId, p.name, r.reason, coalesce(b.name, r.recorded_by) AS "by", r.recorded_at AS "at"
     FROM recusals r JOIN people p ON p.id = r.person_id LEFT JOIN people b ON b.id = r.recorded_by
     WHERE r.case_id = ? ORDER BY r.recorded_at, r.person_id`,
    caseId,
  )
}
