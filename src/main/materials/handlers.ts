/** Attaching, naming and removing the files of a case. */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Material, materialsContract } from '../../shared/materials/contract.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import { materialIdSchema, type CaseId, type MaterialId } from '../../shared/values/values.ts'
import { requirePart } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { cleanFileName } from '../core/staging.ts'
import { findStoredFile } from '../core/stored-files.ts'
import { checkWhole, lookAt, readPieces } from './file-look.ts'
import { findMaterial, insertMaterial, materialsOf } from './material-record.ts'
import { formatOf } from './staged-format.ts'

/** While the case is in one of these, papers can still come in: the reviewer may pull materials at any time. */
const OPEN_STATES: readonly CaseState[] = ['received', 'returned', 'accepted', 'assigned', 'underReview', 'supplementing']

export const materialsHandlers: Handlers<typeof materialsContract> = {
  'materials.look': (context, { reference }) => lookAt(context.files, findStoredFile(context, reference, context.caller)),

  'materials.bytes': async (context, { reference, pieces: wanted }) => {
    const file = findStoredFile(context, reference, context.caller)
    const pieces = await readPieces(context.files, file, wanted)
    return { size: file.size, pieces: pieces.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')) }
  },

  'materials.check': async (context, { reference }) => {
    await checkWhole(context.files, findStoredFile(context, reference, context.caller))
    return null
  },

  'materials.attach': async (context, { caseId, files }) => {
    const prepared: Omit<Material, 'removed'>[] = []
    const record = requireOpenCase(context, caseId, 'add')
    for (const { stagedId, name: given, kind } of files) {
      if (kind !== null) requireKind(context, kind)
      const name = cleanFileName(given)
      const staged = context.staging.find(context.caller.connection, stagedId, name)
      const { mediaType, pages } = await formatOf(context, staged, name)
      prepared.push({
        id: materialIdSchema.parse(uuidv7()),
        caseId,
        round: record.round,
        name,
        kind: kind ?? 'other',
        kindBy: kind === null ? 'rules' : 'person',
        mediaType,
        size: staged.size,
        sha256: staged.sha256,
        pages,
        attachedAt: context.instant(),
        attachedBy: context.person.id,
      })
    }
    const content = prepared.map(({ id, name, kind, sha256, size }) => ({ id, name, kind, sha256, size }))
    context.act({ act: 'material.attach', subject: `case/${caseId}`, content }, (writer) => {
      for (const material of prepared) insertMaterial(writer, material)
      changeCase(writer, record, {}, context.instant())
    })
    context.reading.add(prepared.map(({ sha256, name }) => ({ sha256, name })))
    context.emit({ kind: 'changed', subject: 'materials', id: caseId })
    const ids = new Set(prepared.map(({ id }) => id))
    return materialsOf(context.reader, caseId).filter(({ id }) => ids.has(id))
  },

  'materials.reclassify': (context, { materialId, kind }) => {
    requireKind(context, kind)
    const before = requireMaterial(context, materialId)
    const record = requireOpenCase(context, before.caseId, 'change')
    context.act(
      { act: 'material.reclassify', subject: `case/${record.id}`, content: { id: materialId, before: before.kind, after: kind } },
      (writer) => {
        writer.run("UPDATE materials SET kind = ?, kind_by = 'person' WHERE id = ?", kind, materialId)
        changeCase(writer, record, {}, context.instant())
      },
    )
    context.emit({ kind: 'changed', subject: 'materials', id: record.id })
    return requireMaterial(context, materialId)
  },

  'materials.remove': (context, { materialId, reason }) => {
    const material = requireMaterial(context, materialId)
    const record = requireOpenCase(context, material.caseId, 'change')
    const content = { id: materialId, name: material.name, sha256: material.sha256, reason }
    context.act({ act: 'material.remove', subject: `case/${record.id}`, content }, (writer) => {
      writer.run(
        'UPDATE materials SET removed_at = ?, removed_by = ?, removed_reason = ? WHERE id = ? AND removed_at IS NULL',
        context.instant(),
        context.person.id,
        reason,
        materialId,
      )
      changeCase(writer, record, {}, context.instant())
    })
    context.emit({ kind: 'changed', subject: 'materials', id: record.id })
    return null
  },
}

/** Throws `case-not-editable` once the papers are settled, and `not-your-part`. */
export function requireOpenCase(context: CallContext, caseId: CaseId, what: 'add' | 'change'): CaseRecord {
  const record = requireCase(context.reader, caseId)
  if (!OPEN_STATES.includes(record.state)) throw new FashenError('case-not-editable', { state: record.state })
  requirePart(context, record, what)
  return record
}

/** Throws `not-found` also for a paper that was removed. */
export function requireMaterial(context: CallContext, id: MaterialId): Material {
  const material = findMaterial(context.reader, id)
  if (material === undefined || material.removed !== null) throw new FashenError('not-found', { subject: 'material', id })
  return material
}

function requireKind(context: CallContext, kind: string): void {
  if (kind !== 'other' && !context.catalogue.materials.some(({ id }) => id === kind)) {
    throw new FashenError('not-found', { subject: 'materialKind', id: kind })
  }
}
