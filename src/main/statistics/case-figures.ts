/** Figures that the opinions themselves do not tell: red decisions, defects found later, what became of findings, who has how much. */
import type { JudgedFindings, RuleFigures, StatisticsQuery, Workload } from '../../shared/statistics/contract.ts'
import { yearBefore } from '../../shared/statistics/figures.ts'
import { HEADINGS } from '../../shared/statistics/tally.ts'
import type { IsoDate, PersonId } from '../../shared/values/values.ts'
import { openCasesOf } from '../cases/case-list.ts'
import type { Reader, SqlValue } from '../store/database.ts'
import { casesOf } from './case-outcomes.ts'
import { summedSpans } from './summed-spans.ts'

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

/** Cases with a decision of the period that is red (红色): few. */
export function redCases(reader: Reader, query: StatisticsQuery, from: IsoDate, to: IsoDate): number {
  const { sql, values } = narrowing(query)
  const joined = sql === '' ? '' : ` ${casesOf('d.case_id')}`
  return (
    reader.get<{ n: number }>(
      `SELECT count(DISTINCT d.case_id) AS n FROM decisions d INDEXED BY decisions_red${joined}
       WHERE d.red = 1 AND d.decided_on >= ? AND d.decided_on <= ?${sql}`,
      from,
      to,
      ...values,
    )?.n ?? 0
  )
}

/** Defects found after the opinion, by heading: eight numbers. */
export function foundLater(reader: Reader, query: StatisticsQuery, from: IsoDate, to: IsoDate): number[] {
  const { sql, values } = narrowing(query)
  const rows = reader.all<{ heading: number; n: number }>(
    `SELECT l.heading, count(*) AS n FROM later_defects l INDEXED BY later_defects_by_day ${casesOf('l.case_id')}
     WHERE NOT EXISTS (SELECT 1 FROM later_defects_taken_back b WHERE b.defect_id = l.id) AND l.found_on >= ? AND l.found_on <= ?${sql} GROUP BY l.heading`,
    from,
    to,
    ...values,
  )
  const byHeading = new Map(rows.map(({ heading, n }) => [heading, n]))
  return Array.from({ length: HEADINGS }, (_, at) => byHeading.get(at + 1) ?? 0)
}

const NOT_JUDGED: JudgedFindings = { accepted: 0, changed: 0, dismissed: 0 }

const judged = ({ accepted, changed, dismissed }: JudgedFindings): number => accepted + changed + dismissed

function judgedByRule(reader: Reader, from: IsoDate, to: IsoDate): Map<string, JudgedFindings> {
  const rows = summedSpans(from, to).flatMap(({ scale, first, last }) =>
    reader.all<JudgedFindings & { readonly ruleId: string }>(
      `SELECT rule_id AS ruleId, sum(accepted) AS accepted, sum(changed) AS changed, sum(dismissed) AS dismissed
       FROM rule_sums WHERE scale = ? AND span >= ? AND span <= ? GROUP BY rule_id`,
      scale,
      first,
      last,
    ),
  )
  const byRule = new Map<string, JudgedFindings>()
  for (const { ruleId, ...row } of rows) {
    const there = byRule.get(ruleId) ?? NOT_JUDGED
    byRule.set(ruleId, { accepted: there.accepted + row.accepted, changed: there.changed + row.changed, dismissed: there.dismissed + row.dismissed })
  }
  return byRule
}

/**
 * What became of findings, by rule, of the period and of the year before, from their sums (`rule_sums`). Findings belong to
 * no unit or reviewer: only the days narrow them.
 */
export function ruleFigures(reader: Reader, { from, to }: StatisticsQuery): RuleFigures[] {
  const before = judgedByRule(reader, yearBefore(from), yearBefore(to))
  return [...judgedByRule(reader, from, to)]
    .map(([ruleId, counts]) => ({ ruleId, ...counts, before: before.get(ruleId) ?? NOT_JUDGED }))
    .filter((row) => judged(row) > 0)
    .sort((one, other) => judged(other) - judged(one) || (one.ruleId < other.ruleId ? -1 : 1))
    .slice(0, RULES_SHOWN)
}

/** Everybody who reviewed in the period or has cases in hand. */
export function workloadOf(reader: Reader, issued: ReadonlyMap<PersonId, readonly [period: number, before: number]>): Workload[] {
  return reader
    .all<{ id: PersonId; name: string }>('SELECT id, name FROM people ORDER BY name, id')
    .map(({ id, name }) => ({ personId: id, name, open: openCasesOf(reader, id), issued: issued.get(id)?.[0] ?? 0, before: issued.get(id)?.[1] ?? 0 }))
    .filter(({ open, issued: done, before }) => open > 0 || done > 0 || before > 0)
}
