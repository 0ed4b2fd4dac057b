/** The documents in the papers of a case, in the store: found when a paper's text is there, put right by people. */
import type { DocumentFacts } from '../../shared/facts/facts.ts'
import type { DocumentPart } from '../../shared/intake/document-part.ts'
import type { Passage } from '../../shared/intake/document-text.ts'
import type { CaseId, MaterialId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'
import { keptWhileOpen } from '../store/kept-while-open.ts'

/** Rises when kinds are recognised or facts read differently; older parts are made again when their case is opened. */
export const RULES_VERSION = 4

interface StoredPart {
  readonly kind: string
  readonly confidence: number
  readonly decided_by: DocumentPart['decidedBy']
  readonly spans: string
  readonly facts: string
}

/** Parsed before, by material: a case is opened and checked again and again, and its papers seldom change. */
const parsed = keptWhileOpen<{ readonly rows: readonly StoredPart[]; readonly parts: readonly DocumentPart[] }>(200)

const same = (one: StoredPart, other: StoredPart | undefined): boolean =>
  other !== undefined &&
  one.kind === other.kind &&
  one.confidence === other.confidence &&
  one.decided_by === other.decided_by &&
  one.spans === other.spans &&
  one.facts === other.facts

/** The same parts as before, where nothing of them changed. */
export function documentsIn(reader: Reader, materialId: MaterialId): readonly DocumentPart[] {
  const rows = reader.all<StoredPart>(
    'SELECT kind, confidence, decided_by, spans, facts FROM material_documents WHERE material_id = ? ORDER BY part',
    materialId,
  )
  const before = parsed.get(reader, materialId)
  if (before !== undefined && before.rows.length === rows.length && rows.every((row, place) => same(row, before.rows[place])))
    return before.parts
  const parts = rows.map(({ kind, confidence, decided_by, spans, facts }) => ({
    kind,
    confidence,
    decidedBy: decided_by,
    spans: JSON.parse(spans) as Passage[],
    facts: JSON.parse(facts) as DocumentFacts,
  }))
  parsed.set(reader, materialId, { rows, parts })
  return parts
}

/** Whether the parts were found by the rules of this program. */
export function isCurrent(reader: Reader, materialId: MaterialId): boolean {
  return reader.get('SELECT 1 FROM material_documents WHERE material_id = ? AND rules = ? LIMIT 1', materialId, RULES_VERSION) !== undefined
}

/** How many papers of a case are still to be read, or to be told apart by the rules of this program. */
export function unreadPapers(reader: Reader, caseId: CaseId): number {
  const count = reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM materials m LEFT JOIN file_readings r ON r.sha256 = m.sha256
     WHERE m.case_id = ? AND m.removed_at IS NULL AND coalesce(r.state, 'queued') <> 'failed'
       AND NOT (r.state = 'read' AND EXISTS (SELECT 1 FROM material_documents d WHERE d.material_id = m.id AND d.rules = ?))`,
    caseId,
    RULES_VERSION,
  )
  return count?.n ?? 0
}

export function writeDocuments(writer: Writer, materialId: MaterialId, parts: readonly DocumentPart[]): void {
  writer.run('DELETE FROM material_documents WHERE material_id = ?', materialId)
  parts.forEach((part, index) => {
    writer.run(
      `INSERT INTO material_documents (material_id, part, kind, confidence, decided_by, rules, spans, facts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      materialId,
      index,
      part.kind,
      part.confidence,
      part.decidedBy,
      RULES_VERSION,
      JSON.stringify(part.spans),
      JSON.stringify(part.facts),
    )
  })
}

export interface LearnedKind {
  readonly pattern: string
  readonly kind: string
}

/** What this station learned from corrections, by the pattern of a file's name. */
export function learnedKinds(reader: Reader): LearnedKind[] {
  return reader.all<LearnedKind>('SELECT name_pattern AS pattern, kind FROM learned_kinds')
}

export function learnKind(writer: Writer, pattern: string, kind: string, at: string): void {
  writer.run(
    `INSERT INTO learned_kinds (name_pattern, kind, times, learned_at) VALUES (?, ?, 1, ?)
     ON CONFLICT (name_pattern) DO UPDATE SET times = CASE WHEN kind = excluded.kind THEN times + 1 ELSE 1 END,
       kind = excluded.kind, learned_at = excluded.learned_at`,
    pattern,
    kind,
    at,
  )
}
