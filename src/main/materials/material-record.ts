/** Materials in the store. */
import type { Material } from '../../shared/materials/contract.ts'
import type { CaseId, MaterialId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

interface Row extends Omit<Material, 'removed'> {
  readonly removedAt: NonNullable<Material['removed']>['at'] | null
  readonly removedBy: string | null
  readonly removedReason: string | null
}

const SELECT = `SELECT m.id, m.case_id AS caseId, m.round, m.name, m.kind, m.kind_by AS kindBy, m.media_type AS mediaType, m.size, m.sha256, m.pages,
  m.attached_at AS attachedAt, coalesce(a.name, m.attached_by) AS attachedBy, m.removed_at AS removedAt,
  coalesce(r.name, m.removed_by) AS removedBy, m.removed_reason AS removedReason
  FROM materials m LEFT JOIN people a ON a.id = m.attached_by LEFT JOIN people r ON r.id = m.removed_by`

function fromRow({ removedAt, removedBy, removedReason, ...rest }: Row): Material {
  return { ...rest, removed: removedAt === null ? null : { at: removedAt, by: removedBy ?? '', reason: removedReason ?? '' } }
}

export function materialsOf(reader: Reader, caseId: CaseId): Material[] {
  return reader.all<Row>(`${SELECT} WHERE m.case_id = ? ORDER BY m.attached_at, m.id`, caseId).map(fromRow)
}

export function findMaterial(reader: Reader, id: MaterialId): Material | undefined {
  const row = reader.get<Row>(`${SELECT} WHERE m.id = ?`, id)
  return row === undefined ? undefined : fromRow(row)
}

/** Those that count: not removed. */
export function presentMaterials(reader: Reader, caseId: CaseId): Material[] {
  return materialsOf(reader, caseId).filter((material) => material.removed === null)
}

export function insertMaterial(writer: Writer, material: Omit<Material, 'removed'>): void {
  writer.run(
    `INSERT INTO materials (id, case_id, round, name, kind, kind_by, media_type, size, sha256, pages, attached_at, attached_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    material.id,
    material.caseId,
    material.round,
    material.name,
    material.kind,
    material.kindBy,
    material.mediaType,
    material.size,
    material.sha256,
    material.pages,
    material.attachedAt,
    material.attachedBy,
  )
}
