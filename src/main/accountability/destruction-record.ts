/** Records of destruction (销毁记录) in the store. */
import canonicalize from 'canonicalize'
import type { DestructionFile, DestructionHead, DestructionRecord, DestructionState } from '../../shared/accountability/retention.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import { sha256Hex } from '../audit/chain.ts'
import type { Reader, Writer } from '../store/database.ts'
import { entryAt, refOf } from './entry-refs.ts'
import { peopleThen } from './people-then.ts'

interface Fields {
  readonly caseIds: readonly CaseId[]
  readonly unreferenced: boolean
  readonly reason: string
  readonly appraisal: string
}
interface Row {
  readonly id: string
  readonly number: number
  readonly fields: string
  readonly list_hash: string
}
interface StepRow {
  readonly step: DestructionState
  readonly note: string
  readonly done_by: string
  readonly done_at: IsoInstant
  readonly audit_seq: number
}

/** What the audit entries name the list by, in whatever order it is read. */
export function listHashOf(files: readonly DestructionFile[]): string {
  return sha256Hex(canonicalize(files.toSorted((one, other) => (one.storedName < other.storedName ? -1 : 1))) ?? '[]')
}

export function nextDestructionNumber(reader: Reader): number {
  return (reader.get<{ n: number | null }>('SELECT max(number) AS n FROM destructions')?.n ?? 0) + 1
}

export function insertDestruction(writer: Writer, record: { readonly id: string; readonly number: number; readonly fields: Fields; readonly files: readonly DestructionFile[] }): void {
  const { id, number, fields, files } = record
  writer.run('INSERT INTO destructions (id, number, fields, list_hash) VALUES (?, ?, ?, ?)', id, number, JSON.stringify(fields), listHashOf(files))
  for (const file of files) {
    writer.run(
      'INSERT INTO destruction_files (destruction_id, stored_name, sha256, name, size, case_id, kept_for) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      file.storedName,
      file.sha256,
      file.name,
      file.size,
      file.caseId,
      file.keptFor,
    )
  }
}

export interface DestructionStep {
  readonly step: DestructionState
  readonly note: string
  readonly by: string
  readonly at: IsoInstant
  /** Of the audit entry. */
  readonly seq: number
}

export function insertDestructionStep(writer: Writer, id: string, { step, note, by, at, seq }: DestructionStep): void {
  const place = (writer.get<{ n: number }>('SELECT count(*) AS n FROM destruction_steps WHERE destruction_id = ?', id)?.n ?? 0) + 1
  writer.run(
    'INSERT INTO destruction_steps (destruction_id, seq, step, note, done_by, done_at, audit_seq) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    place,
    step,
    note,
    by,
    at,
    seq,
  )
}

export function filesOfDestruction(reader: Reader, id: string): DestructionFile[] {
  return reader.all<DestructionFile>(
    'SELECT sha256, stored_name AS storedName, name, size, case_id AS caseId, kept_for AS keptFor FROM destruction_files WHERE destruction_id = ? ORDER BY case_id, name, stored_name',
    id,
  )
}

function headOf(reader: Reader, row: Row): DestructionHead {
  const people = peopleThen(reader)
  const { caseIds, unreferenced, reason, appraisal } = JSON.parse(row.fields) as Fields
  const steps = reader.all<StepRow>('SELECT step, note, done_by, done_at, audit_seq FROM destruction_steps WHERE destruction_id = ? ORDER BY seq', row.id)
  const sums = reader.get<{ files: number; bytes: number | null }>('SELECT count(*) AS files, sum(size) AS bytes FROM destruction_files WHERE destruction_id = ?', row.id)
  return {
    id: row.id,
    number: row.number,
    state: steps.at(-1)?.step ?? 'proposed',
    cases: caseIds.map((id) => ({ id, title: reader.get<{ title: string }>('SELECT title FROM cases WHERE id = ?', id)?.title ?? id })),
    unreferenced,
    reason,
    appraisal,
    listHash: row.list_hash,
    steps: steps.map(({ step, note, done_by: by, done_at: at, audit_seq: seq }) => ({ step, note, at, by: people.at(by, seq), entry: refOf(entryAt(reader, seq)) })),
    fileCount: sums?.files ?? 0,
    bytes: sums?.bytes ?? 0,
  }
}

/** The newest first. */
export function destructionHeads(reader: Reader): DestructionHead[] {
  return reader.all<Row>('SELECT id, number, fields, list_hash FROM destructions ORDER BY number DESC').map((row) => headOf(reader, row))
}

export function findDestruction(reader: Reader, id: string): DestructionRecord | undefined {
  const row = reader.get<Row>('SELECT id, number, fields, list_hash FROM destructions WHERE id = ?', id)
  if (row === undefined) return undefined
  const { fileCount: _files, bytes: _bytes, ...head } = headOf(reader, row)
  return { ...head, files: filesOfDestruction(reader, id) }
}

/** Records whose files were to be erased when the program ended. */
export function unfinishedDestructions(reader: Reader): string[] {
  return reader
    .all<{ id: string }>(
      `SELECT d.id FROM destructions d WHERE
         (SELECT s.step FROM destruction_steps s WHERE s.destruction_id = d.id ORDER BY s.seq DESC LIMIT 1) = 'begun' ORDER BY d.number`,
    )
    .map(({ id }) => id)
}

/** Proposed or approved, not yet refused or carried out: its cases are in no second proposal. */
export function openDestructionOf(reader: Reader, caseId: CaseId): number | null {
  return (
    reader.get<{ number: number }>(
      `SELECT d.number FROM destructions d WHERE EXISTS (SELECT 1 FROM json_each(d.fields, '$.caseIds') c WHERE c.value = ?)
         AND (SELECT s.step FROM destruction_steps s WHERE s.destruction_id = d.id ORDER BY s.seq DESC LIMIT 1) <> 'refused'`,
      caseId,
    )?.number ?? null
  )
}
