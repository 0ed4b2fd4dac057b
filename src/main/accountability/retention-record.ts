/** How long archived cases are kept, and what is due, in the store. */
import { standingOf, type RetainedCase, type SettledRetention } from '../../shared/accountability/retention.ts'
import type { CaseId, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'
import { peopleThen, type PeopleThen } from './people-then.ts'

/** Cases that a page shows at most. */
export const CASES_SHOWN = 500

type RetentionFields = Pick<SettledRetention, 'periodId' | 'name' | 'years' | 'until' | 'reason' | 'verified'>

interface Row {
  readonly case_id: CaseId
  readonly title: string
  readonly archived_on: IsoDate
  readonly place: string | null
  readonly fields: string | null
  readonly settled_by: string | null
  readonly settled_at: IsoInstant | null
  readonly audit_seq: number | null
  readonly destroyed: number
}

const ROWS = `SELECT a.case_id, c.title, a.archived_on, a.fields ->> '$.place' AS place, r.fields, r.settled_by, r.settled_at, r.audit_seq,
  EXISTS (SELECT 1 FROM destruction_files f JOIN destruction_steps s ON s.destruction_id = f.destruction_id AND s.step = 'begun' WHERE f.case_id = a.case_id) AS destroyed
  FROM archives a JOIN cases c ON c.id = a.case_id
  LEFT JOIN retentions r ON r.case_id = a.case_id AND r.seq = (SELECT max(x.seq) FROM retentions x WHERE x.case_id = a.case_id)`

interface Standing {
  readonly row: Row
  readonly fields: RetentionFields | null
  readonly standing: RetainedCase['standing']
}

function standingIn(row: Row, today: IsoDate): Standing {
  const fields = row.fields === null ? null : (JSON.parse(row.fields) as RetentionFields)
  return { row, fields, standing: standingOf(fields, row.destroyed === 1, today) }
}

function retainedCase(reader: Reader, people: PeopleThen, { row, fields, standing }: Standing): RetainedCase {
  const { settled_by: by, settled_at: at, audit_seq: seq } = row
  const held = storedFilesOf(reader, row.case_id)
  return {
    caseId: row.case_id,
    title: row.title,
    archivedOn: row.archived_on,
    place: row.place ?? '',
    standing,
    retention: fields === null || by === null || at === null || seq === null ? null : { ...fields, by: people.at(by, seq), at },
    files: held.length,
    bytes: held.reduce((sum, { size }) => sum + size, 0),
  }
}

const URGENCY: Readonly<Record<RetainedCase['standing'], number>> = { due: 0, undetermined: 1, running: 2, permanent: 3, destroyed: 4 }

export interface RetainedCases {
  /** At most {@link CASES_SHOWN}, those that are due first. */
  readonly cases: readonly RetainedCase[]
  readonly total: number
  readonly due: number
  readonly undetermined: number
}

export function retainedCases(reader: Reader, today: IsoDate): RetainedCases {
  const people = peopleThen(reader)
  const all = reader.all<Row>(`${ROWS} ORDER BY a.archived_on, a.case_id`).map((row) => standingIn(row, today))
  const first = all.toSorted((one, other) => URGENCY[one.standing] - URGENCY[other.standing]).slice(0, CASES_SHOWN)
  const count = (standing: RetainedCase['standing']): number => all.filter((one) => one.standing === standing).length
  return { cases: first.map((one) => retainedCase(reader, people, one)), total: all.length, due: count('due'), undetermined: count('undetermined') }
}

export function retainedCaseOf(reader: Reader, today: IsoDate, caseId: CaseId): RetainedCase | undefined {
  const row = reader.get<Row>(`${ROWS} WHERE a.case_id = ?`, caseId)
  return row === undefined ? undefined : retainedCase(reader, peopleThen(reader), standingIn(row, today))
}

export function insertRetention(writer: Writer, caseId: CaseId, fields: RetentionFields, by: { readonly id: string; readonly at: IsoInstant; readonly seq: number }): void {
  const seq = (writer.get<{ n: number }>('SELECT count(*) AS n FROM retentions WHERE case_id = ?', caseId)?.n ?? 0) + 1
  writer.run(
    'INSERT INTO retentions (case_id, seq, fields, settled_by, settled_at, audit_seq) VALUES (?, ?, ?, ?, ?, ?)',
    caseId,
    seq,
    JSON.stringify(fields),
    by.id,
    by.at,
    by.seq,
  )
}

export interface HeldFile {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

/** Stored files that rows of the case refer to, each content once: papers (also those taken out), and what the station made. */
export function storedFilesOf(reader: Reader, caseId: CaseId): HeldFile[] {
  return reader.all<HeldFile>(
    `SELECT sha256, min(name) AS name, max(size) AS size FROM (
       SELECT sha256, name, size FROM materials WHERE case_id = ? UNION ALL SELECT sha256, name, size FROM documents WHERE case_id = ?
     ) GROUP BY sha256 ORDER BY name, sha256`,
    caseId,
    caseId,
  )
}

/** A case outside of `among` that has the same content; its title. */
export function otherHolder(reader: Reader, sha256: string, among: ReadonlySet<string>): string | null {
  const holders = reader.all<{ id: CaseId; title: string }>(
    `SELECT c.id, c.title FROM cases c WHERE c.id IN (
       SELECT case_id FROM materials WHERE sha256 = ? UNION SELECT case_id FROM documents WHERE sha256 = ?)`,
    sha256,
    sha256,
  )
  return holders.find(({ id }) => !among.has(id))?.title ?? null
}
