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
  readonly rows: readonly PreparedRow[]
  readonly by: PersonId
  readonly at: IsoInstant
}

export const newImportId = (): string => uuidv7()

/** Their words for the search are written afterwards, see `imported-words.ts`. */
export function insertImport(writer: Writer, { id, session, sheet, reading, counts, heads, rows, by, at }: NewImport): void {
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
  let entry = writer.get<{ n: number | null }>('SELECT max(id) AS n FROM ledger_entries')?.n ?? 0
  for (const { row, key, values, kinds, type, content, marks } of rows) {
    entry += 1
    writer.run(
      `INSERT INTO ledger_entries (id, received_on, round, import_id, sheet_row, number_key, unit, kinds, reviewer, type, content)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entry,
      values.received,
      values.round,
      id,
      row,
      key,
      values.unit ?? null,
      kinds,
      values.reviewer ?? null,
      type,
      content,
    )
    for (const mark of marks) writer.run('INSERT INTO imported_marks (mark, entry_id) VALUES (?, ?)', mark, entry)
  }
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
