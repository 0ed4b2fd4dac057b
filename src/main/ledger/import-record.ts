/** Imports of earlier ledgers in the store: their rows, the record of them, and how their columns were mapped. */
import { v7 as uuidv7 } from 'uuid'
import { fateCountsSchema, type LedgerReading, type PastImport } from '../../shared/ledger/contract.ts'
import { headsKey } from '../../shared/ledger/guess-columns.ts'
import { importedMarks } from '../../shared/ledger/imported-marks.ts'
import { kindsIn, type ImportedValues } from '../../shared/ledger/read-row.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'
import type { ImportSession } from './import-session.ts'
import type { JudgedRows } from './row-fates.ts'

/** A row as it is written, with everything computed before the transaction begins. */
export interface PreparedRow {
  readonly row: number
  readonly key: string
  readonly values: ImportedValues
  readonly kinds: string | null
  readonly type: string | null
  readonly content: string
  /** What it is narrowed by beside its columns. */
  readonly marks: readonly string[]
}

/** @param typeOf the code of an opinion type by its name, where the file names one that is known */
export function prepareRow({ row, key, values }: JudgedRows['fresh'][number], typeOf: (name: string) => string | null): PreparedRow {
  const kinds = kindsIn(String(values.kinds ?? ''))
  return {
    row,
    key,
    values,
    kinds: kinds.length === 0 ? null : `,${kinds.join(',')},`,
    type: typeOf(String(values.opinionType ?? '')),
    content: JSON.stringify(values),
    marks: importedMarks(values),
  }
}

export interface NewImport {
  readonly id: string
  readonly session: Pick<ImportSession, 'name' | 'sha256'>
  readonly sheet: string
  readonly reading: LedgerReading
  readonly counts: JudgedRows['counts']
  readonly heads: readonly string[]
  readonly by: PersonId
  readonly at: IsoInstant
}

export const newImportId = (): string => uuidv7()

/**
 * What the rows of an import wait in (temporary tables of the writer): in memory, seen by nobody else, gone with the process.
 * They are put there some hundred at a time, so that others are answered in between; the transaction that takes them in moves
 * them with two statements. Row by row it held the core three times as long.
 */
const STAGED = [
  `CREATE TEMP TABLE IF NOT EXISTS staged_entries (
    place INTEGER PRIMARY KEY, received_on TEXT NOT NULL, round INTEGER NOT NULL, sheet_row INTEGER NOT NULL, number_key TEXT NOT NULL,
    unit TEXT, kinds TEXT, reviewer TEXT, type TEXT, content TEXT NOT NULL) STRICT`,
  'CREATE TEMP TABLE IF NOT EXISTS staged_marks (mark TEXT NOT NULL, place INTEGER NOT NULL) STRICT',
]

/** Nothing is staged any more, whatever an import before left. */
export function emptyStage(writer: Writer): void {
  for (const sql of STAGED) writer.run(sql)
  writer.run('DELETE FROM temp.staged_entries')
  writer.run('DELETE FROM temp.staged_marks')
}

/** @param from how many were staged before */
export function stageRows(writer: Writer, rows: readonly PreparedRow[], from: number): void {
  for (const [at, { row, key, values, kinds, type, content, marks }] of rows.entries()) {
    const place = from + at + 1
    writer.run(
      `INSERT INTO temp.staged_entries (place, received_on, round, sheet_row, number_key, unit, kinds, reviewer, type, content)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      place,
      values.received,
      values.round,
      row,
      key,
      values.unit ?? null,
      kinds,
      values.reviewer ?? null,
      type,
      content,
    )
    for (const mark of marks) writer.run('INSERT INTO temp.staged_marks (mark, place) VALUES (?, ?)', mark, place)
  }
}

/** Takes in what is staged. Their words for the search are written afterwards, see `imported-words.ts`. */
export function insertImport(writer: Writer, { id, session, sheet, reading, counts, heads, by, at }: NewImport): void {
  const mapping = JSON.stringify(reading.mapping)
  writer.run(
    `INSERT INTO ledger_imports (id, file_name, sha256, sheet, header_row, mapping, counts, imported_by, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    session.name,
    session.sha256,
    sheet,
    reading.headerRow,
    mapping,
    JSON.stringify(counts),
    by,
    at,
  )
  const last = writer.get<{ n: number | null }>('SELECT max(id) AS n FROM ledger_entries')?.n ?? 0
  writer.run(
    `INSERT INTO ledger_entries (id, received_on, round, import_id, sheet_row, number_key, unit, kinds, reviewer, type, content)
     SELECT place + ?, received_on, round, ?, sheet_row, number_key, unit, kinds, reviewer, type, content FROM temp.staged_entries ORDER BY place`,
    last,
    id,
  )
  writer.run('INSERT INTO imported_marks (mark, entry_id) SELECT mark, place + ? FROM temp.staged_marks ORDER BY rowid', last)
  writer.run(
    `INSERT INTO ledger_mappings (headers, mapping, saved_by, saved_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (headers) DO UPDATE SET mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    headsKey(heads),
    mapping,
    by,
    at,
  )
}

interface StoredImport {
  readonly id: string
  readonly file: string
  readonly sheet: string
  readonly sha256: string
  readonly counts: string
  readonly by: string
  readonly at: IsoInstant
  readonly withdrawnBy: string | null
  readonly withdrawnAt: IsoInstant | null
  readonly reason: string | null
}

/** Newest first. */
export function pastImports(reader: Reader, id: string | null = null): PastImport[] {
  return reader
    .all<StoredImport>(
      `SELECT i.id, i.file_name AS file, i.sheet, i.sha256, i.counts, p.name AS "by", i.imported_at AS "at",
         w.name AS withdrawnBy, i.withdrawn_at AS withdrawnAt, i.withdrawn_reason AS reason
       FROM ledger_imports i JOIN people p ON p.id = i.imported_by LEFT JOIN people w ON w.id = i.withdrawn_by
       WHERE ? IS NULL OR i.id = ? ORDER BY i.id DESC LIMIT 500`,
      id,
      id,
    )
    .map(({ counts, withdrawnBy, withdrawnAt, reason, ...row }) => ({
      ...row,
      counts: fateCountsSchema.parse(JSON.parse(counts)),
      withdrawn: withdrawnAt === null ? null : { by: withdrawnBy ?? '', at: withdrawnAt, reason: reason ?? '' },
    }))
}

export function markWithdrawn(writer: Writer, id: string, { by, at, reason }: { readonly by: PersonId; readonly at: IsoInstant; readonly reason: string }): void {
  writer.run('UPDATE ledger_imports SET withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ? WHERE id = ?', by, at, reason, id)
  writer.run('UPDATE ledger_entries SET withdrawn = 1 WHERE import_id = ?', id)
}
