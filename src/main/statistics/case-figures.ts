/** Figures that the opinions themselves do not tell: what came in, what was answered, decided, transferred, found later. */
import type { CaseFigures, GroupOutcomes, RuleFigures, StatisticsQuery, Workload } from '../../shared/statistics/contract.ts'
import { yearBefore } from '../../shared/statistics/figures.ts'
import { HEADINGS } from '../../shared/statistics/tally.ts'
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

/** What is told by the day on which it came in or was decided. A case is looked at only where something narrows them. */
export function caseFigures(reader: Reader, query: StatisticsQuery, from: IsoDate, to: IsoDate): Omit<CaseFigures, keyof GroupOutcomes> {
  const { sql, values } = narrowing(query)
  const joined = sql === '' ? '' : ' CROSS JOIN cases c ON c.id = d.case_id'
  const decided = reader.get<{ decided: number; red: number }>(
    `SELECT coalesce(sum(d.irregular = 0), 0) AS decided, count(DISTINCT CASE WHEN d.red = 1 THEN d.case_id END) AS red
     FROM decisions d INDEXED BY decisions_counted${joined} WHERE d.decided_on >= ? AND d.decided_on <= ?${sql}`,
    from,
    to,
    ...values,
  )
  const received = reader.get<{ n: number }>(`SELECT count(*) AS n FROM cases c WHERE c.received_on >= ? AND c.received_on <= ?${sql}`, from, to, ...values)
  return { received: received?.n ?? 0, decided: decided?.decided ?? 0, red: decided?.red ?? 0 }
}

/** Defects found after the opinion, by heading: eight numbers. */
export function foundLater(reader: Reader, query: StatisticsQuery): number[] {
  const { sql, values } = narrowing(query)
  const rows = reader.all<{ heading: number; n: number }>(
    `SELECT l.heading, count(*) AS n FROM later_defects l JOIN cases c ON c.id = l.case_id
     WHERE NOT EXISTS (SELECT 1 FROM later_defects_taken_back b WHERE b.defect_id = l.id) AND l.found_on >= ? AND l.found_on <= ?${sql} GROUP BY l.heading`,
    query.from,
    query.to,
    ...values,
  )
  const byHeading = new Map(rows.map(({ heading, n }) => [heading, n]))
  return Array.from({ length: HEADINGS }, (_, at) => byHeading.get(at + 1) ?? 0)
}

/**
 * What became of findings, by rule, of the period and of the year before. The index of rules is asked from rule to rule and
 * for spans of days, so that no finding is looked at for its day. Findings belong to no unit or reviewer: only the days narrow them.
 */
export function ruleFigures(reader: Reader, { from, to }: StatisticsQuery): RuleFigures[] {
  const counted = (outcome: string): string =>
    `(SELECT count(*) FROM finding_decisions f INDEXED BY finding_decisions_by_rule WHERE f.rule_id = r.id AND f.outcome = '${outcome}' AND f.decided_at >= ? AND f.decided_at < ?)`
  const span = [beginning(from), beginning(to, 1)]
  const spanBefore = [beginning(yearBefore(from)), beginning(yearBefore(to), 1)]
  const outcomes = ['accepted', 'changed', 'dismissed']
  return reader
    .all<RuleFigures>(
      `WITH RECURSIVE rules (id) AS (
         SELECT min(rule_id) FROM finding_decisions
         UNION ALL SELECT (SELECT min(f.rule_id) FROM finding_decisions f WHERE f.rule_id > rules.id) FROM rules WHERE rules.id IS NOT NULL)
       SELECT r.id AS ruleId, ${outcomes.map((outcome) => `${counted(outcome)} AS ${outcome}`).join(', ')}, ${outcomes.map(counted).join(' + ')} AS before
       FROM rules r WHERE r.id IS NOT NULL`,
      ...span,
      ...span,
      ...span,
      ...spanBefore,
      ...spanBefore,
      ...spanBefore,
    )
    .map((row) => ({ row, judged: row.accepted + row.changed + row.dismissed }))
    .filter(({ judged }) => judged > 0)
    .sort((one, other) => other.judged - one.judged || (one.row.ruleId < other.row.ruleId ? -1 : 1))
    .slice(0, RULES_SHOWN)
    .map(({ row }) => row)
}

/** Everybody who reviewed in the period or has cases in hand. */
export function workloadOf(reader: Reader, issued: ReadonlyMap<PersonId, readonly [period: number, before: number]>): Workload[] {
  return reader
    .all<{ id: PersonId; name: string }>('SELECT id, name FROM people ORDER BY name, id')
    .map(({ id, name }) => ({ personId: id, name, open: openCasesOf(reader, id), issued: issued.get(id)?.[0] ?? 0, before: issued.get(id)?.[1] ?? 0 }))
    .filter(({ open, issued: done, before }) => open > 0 || done > 0 || before > 0)
}
