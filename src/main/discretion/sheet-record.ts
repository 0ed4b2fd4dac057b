/** The discretion sheet of a round in the store, with the benchmark as it was when the sheet was saved. */
import type { StoredBenchmark } from '../../shared/discretion/contract.ts'
import { discretionSheetSchema, type DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

export interface KeptSheet {
  readonly version: number
  readonly sheet: DiscretionSheet
  readonly benchmark: StoredBenchmark | null
}

export function sheetOf(reader: Reader, caseId: CaseId, round: number): KeptSheet | undefined {
  const row = reader.get<{ version: number; fields: string; benchmark: string | null }>(
    'SELECT version, fields, benchmark FROM discretion_sheets WHERE case_id = ? AND round = ?',
    caseId,
    round,
  )
  if (row === undefined) return undefined
  return {
    version: row.version,
    sheet: discretionSheetSchema.parse(JSON.parse(row.fields)),
    benchmark: row.benchmark === null ? null : (JSON.parse(row.benchmark) as StoredBenchmark),
  }
}

export interface NewSheet extends KeptSheet {
  readonly caseId: CaseId
  readonly round: number
  readonly by: string
  readonly at: IsoInstant
}

export function writeSheet(writer: Writer, { caseId, round, version, sheet, benchmark, by, at }: NewSheet): void {
  writer.run(
    `INSERT INTO discretion_sheets (case_id, round, version, fields, benchmark, saved_by, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, round) DO UPDATE SET version = excluded.version, fields = excluded.fields,
       benchmark = excluded.benchmark, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    caseId,
    round,
    version,
    JSON.stringify(sheet),
    benchmark === null ? null : JSON.stringify(benchmark),
    by,
    at,
  )
}
