/** What people recorded for the clocks of a case: extensions, time left out, days. Never deleted; taken back with a reason. */
import { v7 as uuidv7 } from 'uuid'
import type { Citation } from '../../shared/catalogue/citation.ts'
import type { PeriodExclusion } from '../../shared/catalogue/periods.ts'
import { lawfulBasis, type GrantedExtension, type ExcludedSpan } from '../../shared/deadlines/clock.ts'
import type { RecordedEvent } from '../../shared/deadlines/clock-events.ts'
import type { RecordedEventDay, RecordedExclusion, RecordedExtension } from '../../shared/deadlines/contract.ts'
import type { Period } from '../../shared/deadlines/periods.ts'
import type { Bilingual, CaseId, IsoDate, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

interface Stamp {
  readonly id: string
  readonly by: string
  readonly recorded_at: IsoInstant
  readonly backBy: string | null
  readonly taken_back_at: IsoInstant | null
  readonly taken_back_reason: string | null
}

const STAMPED = `coalesce((SELECT name FROM people WHERE id = r.recorded_by), r.recorded_by) AS "by", r.recorded_at,
  coalesce((SELECT name FROM people WHERE id = r.taken_back_by), r.taken_back_by) AS backBy, r.taken_back_at, r.taken_back_reason`

function stampOf({ id, by, recorded_at: at, backBy, taken_back_at: backAt, taken_back_reason: reason }: Stamp) {
  return { id, by, at, takenBack: backAt === null ? null : { by: backBy ?? '', at: backAt, reason: reason ?? '' } }
}

interface ExtensionRow extends Stamp {
  readonly clock: string
  readonly length: number
  readonly unit: Period['kind']
  readonly approved_by: string
  readonly approved_on: IsoDate
  readonly reason: string
  readonly material_id: string | null
}

export function extensionsOf(reader: Reader, caseId: CaseId): RecordedExtension[] {
  return reader
    .all<ExtensionRow>(`SELECT r.*, ${STAMPED} FROM clock_extensions r WHERE r.case_id = ? ORDER BY r.id`, caseId)
    .map((row) => ({
      ...stampOf(row),
      clock: row.clock,
      length: { kind: row.unit, n: row.length },
      approvedBy: row.approved_by,
      approvedOn: row.approved_on,
      reason: row.reason,
      paper: row.material_id,
    }))
}

interface ExclusionRow extends Stamp {
  readonly clock: string
  readonly ground: PeriodExclusion
  readonly name: string
  readonly basis: string
  readonly from_on: IsoDate
  readonly to_on: IsoDate | null
  readonly reason: string
}

export function exclusionsOf(reader: Reader, caseId: CaseId): RecordedExclusion[] {
  return reader
    .all<ExclusionRow>(`SELECT r.*, ${STAMPED} FROM clock_exclusions r WHERE r.case_id = ? ORDER BY r.id`, caseId)
    .flatMap((row) => {
      const basis = lawfulBasis(JSON.parse(row.basis) as Citation[])
      if (basis === null) return []
      const { clock, ground: of, from_on: from, to_on: to, reason } = row
      return [{ ...stampOf(row), clock, of, name: JSON.parse(row.name) as Bilingual, from, to, basis, reason }]
    })
}

interface DayRow extends Stamp {
  readonly event: RecordedEvent
  readonly on_day: IsoDate
  readonly moment: IsoInstant | null
  readonly note: string
  readonly material_id: string | null
}

export function daysOf(reader: Reader, caseId: CaseId): RecordedEventDay[] {
  return reader
    .all<DayRow>(`SELECT r.id, r.event, r.on_day, r.at AS moment, r.note, r.material_id, ${STAMPED} FROM clock_days r WHERE r.case_id = ? ORDER BY r.id`, caseId)
    .map((row) => {
      const { event, on_day: on, moment, note, material_id: paper } = row
      const { at, ...stamp } = stampOf(row)
      return { ...stamp, event, on, at: moment, note, paper, recordedAt: at }
    })
}

interface By {
  readonly caseId: CaseId
  readonly by: PersonId
  readonly at: IsoInstant
}

export function insertExtension(writer: Writer, clock: string, extension: GrantedExtension, paper: string | null, { caseId, by, at }: By): string {
  const id = uuidv7()
  const { length, approvedBy, approvedOn, reason } = extension
  writer.run(
    `INSERT INTO clock_extensions (id, case_id, clock, length, unit, approved_by, approved_on, reason, material_id, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    caseId,
    clock,
    length.n,
    length.kind,
    approvedBy,
    approvedOn,
    reason,
    paper,
    by,
    at,
  )
  return id
}

export function insertExclusion(writer: Writer, clock: string, span: ExcludedSpan, reason: string, { caseId, by, at }: By): string {
  const id = uuidv7()
  writer.run(
    `INSERT INTO clock_exclusions (id, case_id, clock, ground, name, basis, from_on, to_on, reason, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    caseId,
    clock,
    span.of,
    JSON.stringify(span.name),
    JSON.stringify(span.basis),
    span.from,
    span.to,
    reason,
    by,
    at,
  )
  return id
}

export interface NewDay {
  readonly event: RecordedEvent
  readonly on: IsoDate
  readonly at: IsoInstant | null
  readonly note: string
  readonly paper: string | null
}

export function insertDay(writer: Writer, day: NewDay, { caseId, by, at }: By): string {
  const id = uuidv7()
  writer.run(
    `INSERT INTO clock_days (id, case_id, event, on_day, at, note, material_id, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    caseId,
    day.event,
    day.on,
    day.at,
    day.note,
    day.paper,
    by,
    at,
  )
  return id
}

export type RecordKind = 'extension' | 'exclusion' | 'day'
const TABLES = { extension: 'clock_extensions', exclusion: 'clock_exclusions', day: 'clock_days' } as const

/** @returns whether there was such a record that still counted */
export function takeRecordBack(writer: Writer, kind: RecordKind, id: string, reason: string, { caseId, by, at }: By): boolean {
  const sql = `UPDATE ${TABLES[kind]} SET taken_back_by = ?, taken_back_at = ?, taken_back_reason = ? WHERE id = ? AND case_id = ? AND taken_back_at IS NULL`
  return writer.run(sql, by, at, reason, id, caseId) === 1
}
