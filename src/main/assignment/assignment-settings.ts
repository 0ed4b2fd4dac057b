/** The settings of the draw in the store. A station that has set nothing draws among those with about the same work. */
import type { AssignmentSettings } from '../../shared/assignment/contract.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

/** Five cases more than the least busy: a week's work in most places; our own figure, not a rule's. */
const UNSET: AssignmentSettings = { band: 5, enforcementStaff: null }

export function assignmentSettings(reader: Reader): AssignmentSettings {
  const row = reader.get<{ band: number | null; staff: number | null; counted_on: IsoDate | null }>(
    'SELECT band, staff, counted_on FROM assignment_settings WHERE only_one = 1',
  )
  if (row === undefined) return UNSET
  const { band, staff, counted_on: countedOn } = row
  return { band, enforcementStaff: staff === null || countedOn === null ? null : { count: staff, countedOn } }
}

export function writeAssignmentSettings(writer: Writer, { band, enforcementStaff }: AssignmentSettings): void {
  writer.run(
    `INSERT INTO assignment_settings (only_one, band, staff, counted_on) VALUES (1, ?, ?, ?)
     ON CONFLICT (only_one) DO UPDATE SET band = excluded.band, staff = excluded.staff, counted_on = excluded.counted_on`,
    band,
    enforcementStaff?.count ?? null,
    enforcementStaff?.countedOn ?? null,
  )
}
