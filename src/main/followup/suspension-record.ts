/** Suspensions (中止) in the store. Imports nothing of the cases, so that the state machine's gate can ask it. */
import type { Suspension } from '../../shared/followup/contract.ts'
import type { CaseId, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

interface Row {
  readonly id: string
  readonly suspended_on: IsoDate
  readonly basis: string
  readonly reason: string
  readonly approved_by: string
  readonly recordedBy: string
  readonly recorded_at: IsoInstant
  readonly resumed_on: IsoDate | null
  readonly resumed_reason: string | null
  readonly resumedBy: string | null
  readonly resumed_at: IsoInstant | null
}

/** Oldest first. Clocks that a suspension stops read them from here. */
export function suspensionsOf(reader: Reader, caseId: CaseId): Suspension[] {
  return reader
    .all<Row>(
      `SELECT s.id, s.suspended_on, s.basis, s.reason, s.approved_by, coalesce(p.name, s.recorded_by) AS recordedBy, s.recorded_at,
         s.resumed_on, s.resumed_reason, coalesce(q.name, s.resumed_by) AS resumedBy, s.resumed_at
       FROM suspensions s LEFT JOIN people p ON p.id = s.recorded_by LEFT JOIN people q ON q.id = s.resumed_by
       WHERE s.case_id = ? ORDER BY s.suspended_on, s.id`,
      caseId,
    )
    .map((row) => ({
      id: row.id,
      from: row.suspended_on,
      basis: row.basis,
      reason: row.reason,
      approvedBy: row.approved_by,
      by: row.recordedBy,
      at: row.recorded_at,
      resumed:
        row.resumed_on === null || row.resumed_at === null
          ? null
          : { on: row.resumed_on, reason: row.resumed_reason ?? '', by: row.resumedBy ?? '', at: row.resumed_at },
    }))
}

/** Since when the case is suspended; null: it is not. */
export function suspendedSince(reader: Reader, caseId: CaseId): IsoDate | null {
  const row = reader.get<{ suspended_on: IsoDate }>('SELECT suspended_on FROM suspensions WHERE case_id = ? AND resumed_on IS NULL', caseId)
  return row?.suspended_on ?? null
}
