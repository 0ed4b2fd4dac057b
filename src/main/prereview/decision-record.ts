/** What officers made of the findings, in the store. */
import type { FindingDecision, FindingOutcome } from '../../shared/prereview/contract.ts'
import type { Finding } from '../../shared/prereview/finding.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

interface Row {
  readonly key: string
  readonly outcome: FindingOutcome
  readonly reason: string
  readonly finding: string
  readonly by: string
  readonly at: IsoInstant
}

export interface KeptDecision {
  readonly finding: Finding
  readonly decision: FindingDecision
}

export function decisionsOf(reader: Reader, caseId: CaseId, round: number): Map<string, KeptDecision> {
  const rows = reader.all<Row>(
    `SELECT d.key, d.outcome, d.reason, d.finding, coalesce(p.name, d.decided_by) AS by, d.decided_at AS at
     FROM finding_decisions d LEFT JOIN people p ON p.id = d.decided_by WHERE d.case_id = ? AND d.round = ?`,
    caseId,
    round,
  )
  return new Map(rows.map(({ key, finding, ...decision }) => [key, { finding: JSON.parse(finding) as Finding, decision }]))
}

/** How many of these findings nobody has decided in the round. */
export function undecidedIn(reader: Reader, caseId: CaseId, round: number, found: readonly Finding[]): number {
  const decided = decisionsOf(reader, caseId, round)
  return found.filter(({ key }) => !decided.has(key)).length
}

export interface NewDecision {
  readonly caseId: CaseId
  readonly round: number
  readonly finding: Finding
  readonly outcome: FindingOutcome
  readonly reason: string
  readonly by: string
  readonly at: IsoInstant
}

export function writeDecision(writer: Writer, { caseId, round, finding, outcome, reason, by, at }: NewDecision): void {
  writer.run(
    `INSERT INTO finding_decisions (case_id, round, key, rule_id, question_id, outcome, reason, finding, decided_by, decided_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, round, key) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason,
       finding = excluded.finding, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    caseId,
    round,
    finding.key,
    finding.ruleId,
    finding.questionId,
    outcome,
    reason,
    JSON.stringify(finding),
    by,
    at,
  )
}

export interface OutcomeCount {
  readonly ruleId: string
  readonly outcome: FindingOutcome
  readonly n: number
}

export function outcomeCounts(reader: Reader): OutcomeCount[] {
  return reader.all<OutcomeCount>('SELECT rule_id AS ruleId, outcome, count(*) AS n FROM finding_decisions GROUP BY rule_id, outcome')
}

/** Newest first. */
export function lastDismissals(reader: Reader, ruleId: string, most: number): { reason: string; at: IsoInstant }[] {
  return reader.all(
    `SELECT reason, decided_at AS at FROM finding_decisions WHERE rule_id = ? AND outcome = 'dismissed'
     ORDER BY decided_at DESC LIMIT ?`,
    ruleId,
    most,
  )
}
