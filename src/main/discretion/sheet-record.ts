/** The discretion sheet of a round in the store, with benchmark and similar cases as they were when the sheet was saved. */
import type { StoredBenchmark } from '../../shared/discretion/contract.ts'
import { discretionSheetSchema, type DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import type { SimilarCases } from '../../shared/discretion/similar-cases.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

export interface KeptSheet {
  readonly version: number
  readonly sheet: DiscretionSheet
  readonly benchmark: StoredBenchmark | null
  readonly similar: SimilarCases
}

export function sheetOf(reader: Reader, caseId: CaseId, round: number): KeptSheet | undefined {
  const row = reader.get<{ version: number; fields: string; benchmark: string | null; similar: string }>(
    'SELECT version, fields, benchmark, similar FROM discretion_sheets WHERE case_id = ? AND round = ?',
    caseId,
    round,
  )
  if (row === undefined) return undefined
  return {
    version: row.version,
    sheet: discretionSheetSchema.parse(JSON.parse(row.fields)),
    benchmark: row.benchmark === null ? null : (JSON.parse(row.benchmark) as StoredBenchmark),
    similar: JSON.parse(row.similar) as SimilarCases,
  }
}

export interface NewSheet extends KeptSheet {
  readonly caseId: CaseId
  readonly round: number
  readonly by: string
  readonly at: IsoInstant
}

export function writeSheet(writer: Writer, { caseId, round, version, sheet, benchmark, similar, by, at }: NewSheet): void {
  writer.run(
    `INSERT INTO discretion_sheets (case_id, round, version, fields, benchmark, similar, saved_by, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, round) DO UPDATE SET version = excluded.version, fields = excluded.fields,
       benchmark = excluded.benchmark, similar = excluded.similar, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    caseId,
    round,
    version,
    JSON.stringify(sheet),
    benchmark === null ? null : JSON.stringify(benchmark),
    JSON.stringify(similar),
    by,
    at,
  )
}

/** Whether the round's opinion is issued: what the sheet shows then stays. */
export function isIssued(reader: Reader, caseId: CaseId, round: number): boolean {
  return reader.get("SELECT 1 FROM opinions WHERE case_id = ? AND round = ? AND state = 'issued'", caseId, round) !== undefined
}
