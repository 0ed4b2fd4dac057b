/** Benchmarks in the store, beside those that the catalogue ships. */
import { concerns, type Benchmark, type BenchmarkCitation } from '../../shared/discretion/benchmark.ts'
import type { StoredBenchmark } from '../../shared/discretion/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

interface Row {
  readonly id: string
  readonly fields: string
  readonly importedAt: IsoInstant
  readonly importedBy: string
}

const SELECT = `SELECT b.id, b.fields, b.imported_at AS importedAt, coalesce(p.name, b.imported_by) AS importedBy
  FROM benchmarks b LEFT JOIN people p ON p.id = b.imported_by`

function fromRow({ fields, ...rest }: Row): StoredBenchmark {
  // parsed when it was imported, and guarded since
  return { ...(JSON.parse(fields) as Benchmark), ...rest, origin: 'imported' }
}

function shipped(catalogue: Catalogue): StoredBenchmark[] {
  return catalogue.benchmarks.map(({ benchmarkId, benchmark }) => ({
    ...benchmark,
    id: benchmarkId,
    origin: 'catalogue',
    importedAt: null,
    importedBy: null,
  }))
}

/** Those in use, the agency's own first. */
export function benchmarksOf(reader: Reader, catalogue: Catalogue): StoredBenchmark[] {
  const own = reader.all<Row>(`${SELECT} WHERE b.retired_at IS NULL ORDER BY b.law, b.article, b.imported_at DESC`).map(fromRow)
  return [...own, ...shipped(catalogue)]
}

/** For the clauses that a case rests on. */
export function benchmarksFor(reader: Reader, catalogue: Catalogue, citations: readonly BenchmarkCitation[]): StoredBenchmark[] {
  return benchmarksOf(reader, catalogue).filter((benchmark) => citations.some((citation) => concerns(benchmark, citation)))
}

export function insertBenchmark(writer: Writer, id: string, benchmark: Benchmark, by: string, at: IsoInstant): void {
  writer.run(
    'INSERT INTO benchmarks (id, law, article, fields, imported_by, imported_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    benchmark.basis.law,
    benchmark.basis.article,
    JSON.stringify(benchmark),
    by,
    at,
  )
}

/** Returns false where there is none in use of that id. */
export function retireBenchmark(writer: Writer, id: string, reason: string, by: string, at: IsoInstant): boolean {
  const changed = writer.run(
    'UPDATE benchmarks SET retired_at = ?, retired_by = ?, retired_reason = ? WHERE id = ? AND retired_at IS NULL',
    at,
    by,
    reason,
    id,
  )
  return changed === 1
}
