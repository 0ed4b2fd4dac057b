/** Registered decisions (行政决定) in the store, each with the comparison that was made when it was registered. */
import { v7 as uuidv7 } from 'uuid'
import { BROKEN_RULES, type BrokenRule } from '../../shared/followup/broken-rules.ts'
import type { RegisteredDecision } from '../../shared/followup/contract.ts'
import type { DecisionComparison } from '../../shared/followup/decision-comparison.ts'
import { decisionFieldsSchema, type DecisionFields } from '../../shared/followup/decision.ts'
import type { EffectKind } from '../../shared/catalogue/vocabulary.ts'
import { yuan, type CaseId, type IsoDate, type IsoInstant, type PersonId, type Yuan } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

/** What the comparison came to, as it is kept. */
export interface JudgedDecision {
  readonly comparison: DecisionComparison
  readonly broken: readonly BrokenRule[]
  readonly note: string
}

export interface NewDecision extends JudgedDecision {
  readonly caseId: CaseId
  readonly round: number
  readonly fields: DecisionFields
  readonly irregular: boolean
  readonly by: PersonId
  readonly at: IsoInstant
}

/** The sum of all amounts of the decision; null where it names none. */
export function amountOf({ effects }: Pick<DecisionFields, 'effects'>): Yuan | null {
  const amounts = effects.flatMap(({ amount }) => (amount === null ? [] : [Math.round(amount * 100)]))
  return amounts.length === 0 ? null : yuan(amounts.reduce((sum, amount) => sum + amount, 0) / 100)
}

export function insertDecision(writer: Writer, { caseId, round, fields, irregular, comparison, broken, note, by, at }: NewDecision): void {
  writer.run(
    `INSERT INTO decisions (id, case_id, round, number, decided_on, amount, irregular, red, fields, comparison, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uuidv7(),
    caseId,
    round,
    fields.number,
    fields.decidedOn,
    amountOf(fields),
    irregular ? 1 : 0,
    broken.length > 0 ? 1 : 0,
    JSON.stringify(fields),
    JSON.stringify({ comparison, broken, note } satisfies JudgedDecision),
    by,
    at,
  )
}

/** Oldest first. */
export function decisionsOf(reader: Reader, caseId: CaseId): RegisteredDecision[] {
  return reader
    .all<{ id: string; round: number; irregular: number; fields: string; comparison: string; by: string; at: IsoInstant }>(
      `SELECT d.id, d.round, d.irregular, d.fields, d.comparison, coalesce(p.name, d.recorded_by) AS "by", d.recorded_at AS "at"
       FROM decisions d LEFT JOIN people p ON p.id = d.recorded_by WHERE d.case_id = ? ORDER BY d.id`,
      caseId,
    )
    .map(({ irregular, fields, comparison, ...row }) => ({
      ...row,
      irregular: irregular === 1,
      fields: decisionFieldsSchema.parse(JSON.parse(fields)),
      // the table is guarded: it is as it was written
      ...(JSON.parse(comparison) as JudgedDecision),
    }))
}

export interface DecisionInForce {
  readonly number: string
  readonly decidedOn: IsoDate
  readonly kinds: readonly EffectKind[]
  readonly actionKinds: DecisionFields['actionKinds']
  /** Sum of all amounts. */
  readonly amount: Yuan | null
  readonly comparison: DecisionComparison
  readonly broken: readonly BrokenRule[]
  readonly irregular: boolean
}

/** The decision of a case: the one that was registered in order, else the last that was recorded out of order. */
export function decisionOf(reader: Reader, caseId: CaseId): DecisionInForce | null {
  const all = decisionsOf(reader, caseId)
  const found = all.find(({ irregular }) => !irregular) ?? all.at(-1)
  if (found === undefined) return null
  const { fields, comparison, broken, irregular } = found
  return {
    number: fields.number,
    decidedOn: fields.decidedOn,
    kinds: [...new Set(fields.effects.map(({ kind }) => kind))],
    actionKinds: fields.actionKinds,
    amount: amountOf(fields),
    comparison,
    broken,
    irregular,
  }
}

/** Every rule that a registered decision broke, each once; not empty: the case is red (红灯). */
export function brokenRulesOf(reader: Reader, caseId: CaseId): BrokenRule[] {
  const broken = decisionsOf(reader, caseId).flatMap((decision) => decision.broken)
  return BROKEN_RULES.flatMap((id) => broken.find((one) => one.id === id) ?? [])
}
