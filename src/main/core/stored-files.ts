/** Opening a stored file by its reference: a material of a case, a paper that the station made, or what the caller staged. */
import { FashenError } from '../../shared/errors/errors.ts'
import { fileReferenceSchema } from '../../shared/contract/file-reference.ts'
import { materialIdSchema } from '../../shared/values/values.ts'
import { exportedFile } from '../cases/workbook-job.ts'
import { heldPaper } from '../documents/held-papers.ts'
import { findDocument } from '../documents/made-documents.ts'
import { findMaterial } from '../materials/material-record.ts'
import { mediaTypeOf } from '../materials/media-type.ts'
import type { Workbench } from './handler.ts'
import type { Caller, StoredFile } from './host-interface.ts'

/** What is known of a stored file before its bytes are read. */
export interface FoundFile {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

export function openStoredFile(workbench: Workbench, reference: string, caller: Caller): StoredFile {
  const asked = reference.startsWith('export/') ? reference.slice('export/'.length) : undefined
  const own = { reader: workbench.reader, caller }
  const made = asked === undefined ? undefined : (exportedFile(own, asked) ?? heldPaper(own, asked))
  if (made !== undefined) return made
  const { name, mediaType, size, sha256 } = findStoredFile(workbench, reference, caller)
  return { name, mediaType, size, bytes: workbench.files.read(sha256, name) }
}

/** Throws `not-found`, also for what another connection staged. */
export function findStoredFile(workbench: Workbench, reference: string, caller: Caller): FoundFile {
  const parsed = fileReferenceSchema.safeParse(reference)
  const [kind, id] = parsed.success ? parsed.data.split('/') : []
  const found =
    kind === 'material'
      ? materialOf(workbench, id ?? '')
      : kind === 'document'
        ? findDocument(workbench.reader, id ?? '')
        : kind === 'staged'
          ? stagedOf(workbench, id ?? '', caller)
          : undefined
  if (found === undefined) throw new FashenError('not-found', { subject: 'file', id: reference.slice(0, 60) })
  return found
}

/** What it is, is told by its name alone: nothing of it was looked at yet. */
function stagedOf(workbench: Workbench, id: string, caller: Caller) {
  const file = workbench.staging.find(caller.connection, id, id)
  return { ...file, mediaType: mediaTypeOf(file.name, new Uint8Array()) }
}

function materialOf(workbench: Workbench, id: string) {
  const parsed = materialIdSchema.safeParse(id)
  return parsed.success ? findMaterial(workbench.reader, parsed.data) : undefined
}
