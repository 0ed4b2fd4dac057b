/** How a case ends: dropped (不作出原拟决定), archived (归档), merged into another (并案), in the store. */
import type { z } from 'zod'
import { archiveFieldsSchema, type Followup, type MergedCase } from '../../shared/followup/contract.ts'
import type { CaseId, IsoDate, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

export type ArchiveFields = z.infer<typeof archiveFieldsSchema>

export function dropOf(reader: Reader, caseId: CaseId): Followup['drop'] {
  return (
    reader.get<NonNullable<Followup['drop']>>(
      `SELECT d.kind, d.dropped_on AS "on", d.reason, coalesce(p.name, d.recorded_by) AS "by", d.recorded_at AS "at"
       FROM drops d LEFT JOIN people p ON p.id = d.recorded_by WHERE d.case_id = ?`,
      caseId,
    ) ?? null
  )
}

export function archiveOf(reader: Reader, caseId: CaseId): Followup['archive'] {
  const row = reader.get<{ on: IsoDate; fields: string; by: string; at: IsoInstant }>(
    `SELECT a.archived_on AS "on", a.fields, coalesce(p.name, a.recorded_by) AS "by", a.recorded_at AS "at"
     FROM archives a LEFT JOIN people p ON p.id = a.recorded_by WHERE a.case_id = ?`,
    caseId,
  )
  if (row === undefined) return null
  const { fields, ...rest } = row
  return { ...rest, ...archiveFieldsSchema.parse(JSON.parse(fields)) }
}

export function insertArchive(writer: Writer, caseId: CaseId, on: IsoDate, fields: ArchiveFields, by: PersonId, at: IsoInstant): void {
  writer.run('INSERT INTO archives (case_id, archived_on, fields, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?)', caseId, on, JSON.stringify(fields), by, at)
}

const MERGED = `SELECT c.id AS caseId, c.title, m.reason, coalesce(p.name, m.merged_by) AS "by", m.merged_at AS "at" FROM mergers m
  JOIN cases c ON c.id`

/** The case that this one goes on in; null where it was not merged. */
export function mergedInto(reader: Reader, caseId: CaseId): MergedCase | null {
  return reader.get<MergedCase>(`${MERGED} = m.into_case_id LEFT JOIN people p ON p.id = m.merged_by WHERE m.case_id = ?`, caseId) ?? null
}

export function mergedFrom(reader: Reader, caseId: CaseId): MergedCase[] {
  return reader.all<MergedCase>(`${MERGED} = m.case_id LEFT JOIN people p ON p.id = m.merged_by WHERE m.into_case_id = ? ORDER BY m.merged_at, m.case_id`, caseId)
}
