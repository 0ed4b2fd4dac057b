/** Publications, what stays unpublished, changes of a decision and withdrawals, in the store. */
import { v7 as uuidv7 } from 'uuid'
import type { DecisionChange, Proof, Publication, Withdrawal, Withholding } from '../../shared/disclosure/contract.ts'
import type { ChangeOutcome, PublishedAt } from '../../shared/disclosure/standing.ts'
import type { ExceptionRow } from '../../shared/catalogue/disclosure-rules.ts'
import type { CaseId, IsoDate, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

const NAME_OF = (column: string): string => `coalesce((SELECT name FROM people WHERE id = r.${column}), r.${column})`

export type StoredPublication = Omit<Publication, 'withdrawnOn'>

export function publicationsOf(reader: Reader, caseId: CaseId): StoredPublication[] {
  return reader
    .all<Omit<StoredPublication, 'proofs'> & { readonly proofs: string }>(
      `SELECT r.id, r.place, r.place_name AS placeName, r.address, r.published_on AS publishedOn, r.what, r.masking_id AS maskingId, r.note, r.proofs,
         ${NAME_OF('recorded_by')} AS "by", r.recorded_at AS "at"
       FROM publications r WHERE r.case_id = ? ORDER BY r.id`,
      caseId,
    )
    .map(({ proofs, ...row }) => ({ ...row, proofs: JSON.parse(proofs) as Proof[] }))
}

interface WithholdingRow {
  readonly id: string
  readonly ruleId: string
  readonly rule: string
  readonly reason: string
  readonly proposedBy: PersonId
  readonly by: string
  readonly at: IsoInstant
  readonly outcome: 'approved' | 'returned' | null
  readonly remark: string | null
  readonly settledBy: string | null
  readonly settledOn: IsoDate | null
  readonly settledAt: IsoInstant | null
}

export interface StoredWithholding extends Omit<Withholding, 'own'> {
  readonly proposedBy: PersonId
  readonly settledOn: IsoDate | null
  readonly rule: ExceptionRow
}

export function withholdingsOf(reader: Reader, caseId: CaseId): StoredWithholding[] {
  return reader
    .all<WithholdingRow>(
      `SELECT r.id, r.rule_id AS ruleId, r.rule, r.reason, r.proposed_by AS proposedBy, ${NAME_OF('proposed_by')} AS "by", r.proposed_at AS "at",
         r.outcome, r.remark, ${NAME_OF('settled_by')} AS settledBy, r.settled_on AS settledOn, r.settled_at AS settledAt
       FROM withholdings r WHERE r.case_id = ? ORDER BY r.id`,
      caseId,
    )
    .map(({ rule, outcome, remark, settledBy, settledAt, ...row }) => ({
      ...row,
      // the table is guarded: it is as it was written
      rule: JSON.parse(rule) as ExceptionRow,
      settled: outcome === null || settledAt === null ? null : { outcome, remark: remark ?? '', by: settledBy ?? '', at: settledAt },
    }))
}

export type StoredChange = Omit<DecisionChange, 'clock' | 'publications'>

interface ChangeRow extends Omit<StoredChange, 'withdrawal' | 'outcome'> {
  readonly outcome: ChangeOutcome
  readonly withdrawnOn: IsoDate | null
  readonly explanation: string | null
  readonly explainedAt: string | null
  readonly proofs: string | null
  readonly downBy: string | null
  readonly downAt: IsoInstant | null
}

/** Oldest first. */
export function changesOf(reader: Reader, caseId: CaseId): StoredChange[] {
  return reader
    .all<ChangeRow>(
      `SELECT r.id, r.outcome, r.organ, r.number, r.changed_on AS changedOn, r.note, ${NAME_OF('recorded_by')} AS "by", r.recorded_at AS "at",
         w.withdrawn_on AS withdrawnOn, w.explanation, w.explained_at AS explainedAt, w.proofs,
         coalesce((SELECT name FROM people WHERE id = w.recorded_by), w.recorded_by) AS downBy, w.recorded_at AS downAt
       FROM decision_changes r LEFT JOIN publication_withdrawals w ON w.change_id = r.id WHERE r.case_id = ? ORDER BY r.changed_on, r.id`,
      caseId,
    )
    .map(({ withdrawnOn, explanation, explainedAt, proofs, downBy, downAt, ...row }) => {
      const withdrawal: Withdrawal | null =
        withdrawnOn === null || downAt === null
          ? null
          : { withdrawnOn, explanation: explanation ?? '', explainedAt: explainedAt ?? '', proofs: JSON.parse(proofs ?? '[]') as Proof[], by: downBy ?? '', at: downAt }
      return { ...row, withdrawal }
    })
}

/** What was public when the decision was changed: published by then, and not taken down before. */
export function publicAt(publications: readonly PublishedAt[], changes: readonly StoredChange[], change: StoredChange): string[] {
  const before = changes.slice(0, changes.indexOf(change))
  return publications
    .filter(({ publishedOn }) => publishedOn <= change.changedOn && !before.some(({ withdrawal }) => withdrawal !== null && withdrawal.withdrawnOn >= publishedOn))
    .map(({ id }) => id)
}

/**
 * The day on which what was public at the change came down: by its own withdrawal, or by that of another change, which takes
 * everything down. Null: not yet.
 */
export function downOn(changes: readonly StoredChange[], { changedOn, withdrawal }: StoredChange): IsoDate | null {
  if (withdrawal !== null) return withdrawal.withdrawnOn
  const others = changes.flatMap((one) => (one.withdrawal !== null && one.withdrawal.withdrawnOn >= changedOn ? [one.withdrawal.withdrawnOn] : []))
  return others.toSorted()[0] ?? null
}

interface By {
  readonly caseId: CaseId
  readonly by: PersonId
  readonly at: IsoInstant
}

export interface NewPublication extends Pick<StoredPublication, 'place' | 'placeName' | 'address' | 'publishedOn' | 'what' | 'maskingId' | 'note' | 'proofs'> {
  readonly id: string
}

export function insertPublication(writer: Writer, one: NewPublication, { caseId, by, at }: By): void {
  writer.run(
    `INSERT INTO publications (id, case_id, place, place_name, address, published_on, what, masking_id, note, proofs, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    one.id,
    caseId,
    one.place,
    one.placeName,
    one.address,
    one.publishedOn,
    one.what,
    one.maskingId,
    one.note,
    JSON.stringify(one.proofs),
    by,
    at,
  )
}

export function insertWithholding(writer: Writer, rule: ExceptionRow, reason: string, { caseId, by, at }: By): string {
  const id = uuidv7()
  writer.run(
    'INSERT INTO withholdings (id, case_id, rule_id, rule, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    caseId,
    rule.id,
    JSON.stringify(rule),
    reason,
    by,
    at,
  )
  return id
}

export interface SettledWithholding {
  readonly id: string
  readonly outcome: 'approved' | 'returned'
  readonly remark: string
  readonly on: IsoDate
}

export function settleWithholding(writer: Writer, { id, outcome, remark, on }: SettledWithholding, { by, at }: Omit<By, 'caseId'>): void {
  writer.run('UPDATE withholdings SET outcome = ?, remark = ?, settled_by = ?, settled_on = ?, settled_at = ? WHERE id = ?', outcome, remark, by, on, at, id)
}

export type NewChange = Pick<StoredChange, 'outcome' | 'organ' | 'number' | 'changedOn' | 'note'>

export function insertChange(writer: Writer, change: NewChange, { caseId, by, at }: By): string {
  const id = uuidv7()
  writer.run(
    `INSERT INTO decision_changes (id, case_id, outcome, organ, number, changed_on, note, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    caseId,
    change.outcome,
    change.organ,
    change.number,
    change.changedOn,
    change.note,
    by,
    at,
  )
  return id
}

export function insertWithdrawal(writer: Writer, changeId: string, one: Pick<Withdrawal, 'withdrawnOn' | 'explanation' | 'explainedAt' | 'proofs'>, { caseId, by, at }: By): void {
  writer.run(
    `INSERT INTO publication_withdrawals (change_id, case_id, withdrawn_on, explanation, explained_at, proofs, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    changeId,
    caseId,
    one.withdrawnOn,
    one.explanation,
    one.explainedAt,
    JSON.stringify(one.proofs),
    by,
    at,
  )
}

/** Of a case row `c`: something of it is public that must come down. For lists that leave closed cases out otherwise. */
export const WITHDRAWAL_OPEN = `EXISTS (SELECT 1 FROM decision_changes ch JOIN publications pu ON pu.case_id = ch.case_id AND pu.published_on <= ch.changed_on
  WHERE ch.case_id = c.id AND NOT EXISTS (SELECT 1 FROM publication_withdrawals w WHERE w.case_id = ch.case_id))`
