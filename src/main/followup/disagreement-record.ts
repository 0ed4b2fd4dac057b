/** Coordination (会商), its records and its settlement, in the store. */
import { v7 as uuidv7 } from 'uuid'
import type { Coordination, Recorded } from '../../shared/followup/contract.ts'
import { coordinationRecordSchema, settlementSchema, type CoordinationRecord, type Settlement } from '../../shared/followup/disagreement.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

type Stored = Recorded & { readonly round: number; readonly fields: string }

/** Oldest first. */
export function coordinationsOf(reader: Reader, caseId: CaseId): Coordination[] {
  const rows = reader.all<Recorded & { readonly round: number; readonly reason: string }>(
    `SELECT c.round, c.reason, coalesce(p.name, c.opened_by) AS "by", c.opened_at AS "at"
     FROM coordinations c LEFT JOIN people p ON p.id = c.opened_by WHERE c.case_id = ? ORDER BY c.round`,
    caseId,
  )
  if (rows.length === 0) return []
  const records = reader.all<Stored>(
    `SELECT r.round, r.fields, coalesce(p.name, r.recorded_by) AS "by", r.recorded_at AS "at"
     FROM coordination_records r LEFT JOIN people p ON p.id = r.recorded_by WHERE r.case_id = ? ORDER BY r.held_on, r.id`,
    caseId,
  )
  const settlements = reader.all<Stored>(
    `SELECT s.round, s.fields, coalesce(p.name, s.settled_by) AS "by", s.settled_at AS "at"
     FROM settlements s LEFT JOIN people p ON p.id = s.settled_by WHERE s.case_id = ?`,
    caseId,
  )
  return rows.map((row) => {
    const settled = settlements.find(({ round }) => round === row.round)
    return {
      ...row,
      records: records
        .filter(({ round }) => round === row.round)
        .map(({ by, at, fields }) => ({ record: coordinationRecordSchema.parse(JSON.parse(fields)), by, at })),
      settlement: settled === undefined ? null : { settlement: settlementSchema.parse(JSON.parse(settled.fields)), by: settled.by, at: settled.at },
    }
  })
}

export function insertCoordination(writer: Writer, caseId: CaseId, round: number, reason: string, by: PersonId, at: IsoInstant): void {
  writer.run('INSERT INTO coordinations (case_id, round, reason, opened_by, opened_at) VALUES (?, ?, ?, ?, ?)', caseId, round, reason, by, at)
}

export function insertCoordinationRecord(writer: Writer, caseId: CaseId, round: number, record: CoordinationRecord, by: PersonId, at: IsoInstant): void {
  writer.run(
    'INSERT INTO coordination_records (id, case_id, round, held_on, fields, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    uuidv7(),
    caseId,
    round,
    record.heldOn,
    JSON.stringify(record),
    by,
    at,
  )
}

export function insertSettlement(writer: Writer, caseId: CaseId, round: number, settlement: Settlement, by: PersonId, at: IsoInstant): void {
  writer.run(
    'INSERT INTO settlements (case_id, round, outcome, settled_on, fields, settled_by, settled_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    caseId,
    round,
    settlement.outcome,
    settlement.settledOn,
    JSON.stringify(settlement),
    by,
    at,
  )
}
