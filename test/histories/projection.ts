/** What a history comes to, told so that two stations in which the same happened tell the same. */
import type { CaseId } from '../../src/shared/values/values.ts'
import { entriesAbout } from '../../src/main/audit/chain.ts'
import type { HistoryStation } from './history-station.ts'

type All = <Row extends object>(sql: string, id: CaseId) => Row[]

/** What was done beside the track of the case, in the order in which it was done. */
const FURTHER = (all: All, id: CaseId) => ({
  returns: all(
    `SELECT r.received_on, s.seq, s.state, json_remove(s.content, '$.caseId') AS content, s.recorded_at
     FROM returned_cases r JOIN returned_steps s ON s.return_id = r.id WHERE r.case_id = ? ORDER BY s.recorded_at, r.id, s.seq`,
    id,
  ),
  clues: all(
    `SELECT s.seq, json_remove(s.content, '$.caseId') AS content FROM misconduct_clues c JOIN clue_steps s ON s.clue_id = c.id WHERE c.case_id = ? ORDER BY s.recorded_at, c.id, s.seq`,
    id,
  ),
  extensions: all('SELECT clock, length, unit, approved_on, taken_back_at FROM clock_extensions WHERE case_id = ? ORDER BY id', id),
  exclusions: all('SELECT clock, ground, from_on, to_on, taken_back_at FROM clock_exclusions WHERE case_id = ? ORDER BY id', id),
  days: all('SELECT event, on_day, taken_back_at FROM clock_days WHERE case_id = ? ORDER BY id', id),
  publications: all('SELECT place, published_on, what FROM publications WHERE case_id = ? ORDER BY id', id),
  withholdings: all('SELECT rule_id, outcome, settled_on FROM withholdings WHERE case_id = ? ORDER BY id', id),
  changes: all('SELECT outcome, changed_on FROM decision_changes WHERE case_id = ? ORDER BY id', id),
  withdrawals: all('SELECT withdrawn_on FROM publication_withdrawals WHERE case_id = ? ORDER BY recorded_at', id),
  maskings: all('SELECT s.seq, s.step, s.marks FROM disclosure_maskings m JOIN masking_steps s ON s.masking_id = m.id WHERE m.case_id = ? ORDER BY m.id, s.seq', id),
  retentions: all("SELECT seq, json_extract(fields, '$.periodId') AS period, json_extract(fields, '$.until') AS until FROM retentions WHERE case_id = ? ORDER BY seq", id),
  remarks: all('SELECT e.round, r.seq, r.remark FROM ledger_remarks r JOIN ledger_entries e ON e.id = r.entry_id WHERE e.case_id = ? ORDER BY e.round, r.seq', id),
  forms: all('SELECT form, number, made_at, void_at FROM form_papers WHERE case_id = ? ORDER BY id', id),
  sheets: all('SELECT number, version, result, signed_at FROM evaluation_sheets WHERE case_id = ? ORDER BY started_at, number', id),
  // counted from the record, and not from what was on the way to it; the end of what rests moves on day by day
  dues: all(
    'SELECT clock, desk, suspended, iif(suspended, NULL, due_on) AS due, iif(suspended, NULL, due_at) AS due_at, iif(suspended, NULL, amber_at) AS amber_at FROM clock_dues WHERE case_id = ? ORDER BY clock',
    id,
  ),
})

/** What a replay must come to, with people by their logins and cases by their place. */
export function projection({ reader, station }: HistoryStation, cases: readonly CaseId[]): unknown {
  const login = new Map([...station.ids].map(([name, id]) => [id as string, name]))
  const place = new Map(cases.map((id, index) => [id as string, index]))
  const byName = (id: string | null): string | null => (id === null ? null : (login.get(id) ?? id))
  const all = <Row extends object>(sql: string, id: CaseId): Row[] => reader.all<Row>(sql, id)
  return cases.map((id) => ({
    case: all<{ reviewer_id: string | null }>('SELECT state, round, version, due_on, due_provisional, opinion_number, received_on, reviewer_id FROM cases WHERE id = ?', id).map(
      ({ reviewer_id: reviewer, ...row }) => ({ ...row, reviewer: byName(reviewer) }),
    ),
    rounds: all('SELECT round, submitted_on, accepted_on, due_on FROM rounds WHERE case_id = ? ORDER BY round', id),
    opinions: all('SELECT round, state, version, type, number, issued_at FROM opinions WHERE case_id = ? ORDER BY round', id),
    numbers: all('SELECT prefix, year, serial, number, state, reason, round FROM numbers WHERE case_id = ? ORDER BY prefix, year, serial', id),
    answers: all('SELECT round, question_id, fields FROM answers WHERE case_id = ? ORDER BY round, question_id', id),
    feedbacks: all('SELECT round, outcome, answered_on FROM feedbacks WHERE case_id = ? ORDER BY round', id),
    decisions: all('SELECT round, number, decided_on, amount, irregular, red FROM decisions WHERE case_id = ? ORDER BY recorded_at, number', id),
    transfer: all('SELECT seq, action, from_state, to_state, happened_at FROM transfer_steps WHERE case_id = ? ORDER BY seq', id),
    suspensions: all('SELECT suspended_on, resumed_on FROM suspensions WHERE case_id = ? ORDER BY recorded_at', id),
    ...FURTHER(all, id),
    mergedInto: all<{ into: string }>('SELECT into_case_id AS "into" FROM mergers WHERE case_id = ?', id).map(({ into }) => place.get(into)),
    acts: entriesAbout(reader, `case/${id}`)
      .filter(({ act }) => act !== 'case.commitDraw')
      .map(({ act, at, actor }) => [act === 'case.assign' ? 'case.assignManually' : act, at, byName(actor)]),
    place: place.get(id),
  }))
}
