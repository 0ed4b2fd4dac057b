/** Figures that the opinions themselves do not tell: what came in, what was answered, decided, transferred, found later. */
import type { CaseFigures, RuleFigures, StatisticsQuery, Workload } from '../../shared/statistics/contract.ts'
import type { IsoDate, PersonId } from '../../shared/values/values.ts'
import { beginning } from '../cases/case-conditions.ts'
import { openCasesOf } from '../cases/case-list.ts'
import type { Reader, SqlValue } from '../store/database.ts'

/** Rules that are shown: those with the most decisions. */
const RULES_SHOWN = 30

interface Narrowing {
  /** Conditions on `cases c`, each led in by AND. */
  readonly sql: string
  readonly values: readonly SqlValue[]
}

function narrowing({ unit, kind, reviewerId }: StatisticsQuery): Narrowing {
  const conditions: [sql: string, value: string | null][] = [
    [' AND c.submitting_unit = ?', unit],
    [' AND EXISTS (SELECT 1 FROM case_kinds k WHERE k.case_id = c.id AND k.kind = ?)', kind],
    [' AND c.reviewer_id = ?', reviewerId],
  ]
  const given = conditions.filter(([, value]) => value !== null)
  return { sql: given.map(([sql]) => sql).join(''), values: given.map(([, value]) => value) }
}

export function caseFigures(reader: Reader, query: StatisticsQuery, from: IsoDate, to: IsoDate): CaseFigures {
  const { sql, values } = narrowing(query)
  const count = (statement: string): number => reader.get<{ n: number }>(`${statement}${sql}`, from, to, ...values)?.n ?? 0
  const answers = reader.get<{ answered: number; adopted: number; partly: number; notAdopted: number }>(
    `SELECT count(*) AS answered, coalesce(sum(p.answer = 'adopted'), 0) AS adopted, coalesce(sum(p.answer = 'partly'), 0) AS partly,
       coalesce(sum(p.answer = 'notAdopted'), 0) AS notAdopted
     FROM feedbacks f JOIN problem_answers p ON p.case_id = f.case_id AND p.round = f.round JOIN cases c ON c.id = f.case_id
     WHERE f.answered_on >= ? AND f.answered_on <= ?${sql}`,
    from,
    to,
    ...values,
  ) ?? { answered: 0, adopted: 0, partly: 0, notAdopted: 0 }
  return {
    ...answers,
    received: count('SELECT count(*) AS n FROM cases c WHERE c.received_on >= ? AND c.received_on <= ?'),
    decided: count(
      'SELECT count(*) AS n FROM decisions d JOIN cases c ON c.id = d.case_id WHERE d.irregular = 0 AND d.decided_on >= ? AND d.decided_on <= ?',
    ),
    red: count(
      'SELECT count(DISTINCT d.case_id) AS n FROM decisions d JOIN cases c ON c.id = d.case_id WHERE d.red = 1 AND d.decided_on >= ? AND d.decided_on <= ?',
    ),
    transferred: count(
      "SELECT count(*) AS n FROM transfer_steps t JOIN cases c ON c.id = t.case_id WHERE t.action = 'deliver' AND t.happened_on >= ? AND t.happened_on <= ?",
    ),
    escaped: count(
      'SELECT count(DISTINCT l.case_id) AS n FROM later_defects l JOIN cases c ON c.id = l.case_id WHERE l.found_on >= ? AND l.found_on <= ?',
    ),
  }
}

export function ruleFigures(reader: Reader, { from, to }: StatisticsQuery): RuleFigures[] {
  return reader.all<RuleFigures>(
    `SELECT rule_id AS ruleId, sum(outcome = 'accepted') AS accepted, sum(outcome = 'changed') AS changed, sum(outcome = 'dismissed') AS dismissed
     FROM finding_decisions WHERE decided_at >= ? AND decided_at < ? GROUP BY rule_id ORDER BY count(*) DESC, rule_id LIMIT ${RULES_SHOWN}`,
    beginning(from),
    beginning(to, 1),
  )
}

/** Everybody who reviewed in the period or has cases in hand. */
export function workloadOf(reader: Reader, issued: ReadonlyMap<PersonId, number>): Workload[] {
  return reader
    .all<{ id: PersonId; name: string }>('SELECT id, name FROM people ORDER BY name, id')
    .map(({ id, name }) => ({ personId: id, name, open: openCasesOf(reader, id), issued: issued.get(id) ?? 0 }))
    .filter(({ open, issued: done }) => open > 0 || done > 0)
}
