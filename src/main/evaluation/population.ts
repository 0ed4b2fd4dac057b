/** The cases that an evaluation draws from (评查总体): closed in the period, by unit and kind. */
import type { Population } from '../../shared/evaluation/contract.ts'
import type { CaseId, IsoDate } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

export interface ClosedCase {
  readonly caseId: CaseId
  readonly closedOn: IsoDate
}

const CLOSED = {
  archived: 'SELECT case_id, archived_on AS closed_on FROM archives',
  // what was decided against the rules is no end of the case
  ended: `SELECT case_id, decided_on AS closed_on FROM decisions WHERE irregular = 0
    UNION ALL SELECT case_id, dropped_on AS closed_on FROM drops`,
} as const

/** In ascending order of the ids. */
export function populationOf(reader: Reader, { from, to, closedBy, unit, kind }: Population): ClosedCase[] {
  return reader.all<ClosedCase>(
    `SELECT e.case_id AS caseId, e.closed_on AS closedOn FROM (${CLOSED[closedBy]}) e JOIN cases c ON c.id = e.case_id
     WHERE e.closed_on >= ? AND e.closed_on <= ? AND (? IS NULL OR c.submitting_unit = ?)
       AND (? IS NULL OR EXISTS (SELECT 1 FROM case_kinds k WHERE k.case_id = c.id AND k.kind = ?))
     ORDER BY e.case_id`,
    from,
    to,
    unit,
    unit,
    kind,
    kind,
  )
}
