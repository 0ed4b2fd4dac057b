/**
 * Staged files (待收文件): read into the file store, encrypted, but belonging to nothing yet. They live as long as the
 * connection that brought them; what no row refers to is swept when the station opens next.
 */
import { basename } from 'node:path'
import { v4 as uuid } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { StagedFile } from '../../shared/contract/reply.ts'
import { FILE_SIZE_LIMIT, materialNameSchema } from '../../shared/materials/contract.ts'
import type { FileStore } from '../store/files.ts'

export interface Staging {
  stage(
    connection: string,
    file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array>; readonly size?: number | undefined },
  ): Promise<StagedFile>
  /** Throws `file-not-staged` for another connection's file or none. `name` only for the message. */
  find(connection: string, id: string, name: string): StagedFile
  forget(connection: string): void
}

/** A name as it is kept: no folders, no control characters; throws `file-name-invalid` when nothing is left of it. */
export function cleanFileName(given: string): string {
  const name = basename(given.replaceAll('\\', '/'))
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
  const parsed = materialNameSchema.safeParse(name)
  if (!parsed.success || name === '.' || name === '..') throw new FashenError('file-name-invalid', { name: given.slice(0, 120) })
  return parsed.data
}

export function createStaging(files: FileStore): Staging {
  const staged = new Map<string, Map<string, StagedFile>>()
  return {
    stage: async (connection, { name: given, bytes, size }) => {
      const name = cleanFileName(given)
      // told before a byte is read, so that a 2 GB file costs nothing
      if (size !== undefined && size > FILE_SIZE_LIMIT) throw new FashenError('file-too-large', { name, size, limit: FILE_SIZE_LIMIT })
      if (size === 0) throw new FashenError('file-empty', { name })
      const stored = await files.put(name, bytes)
      const file: StagedFile = { id: uuid(), name, ...stored }
      let own = staged.get(connection)
      if (own === undefined) staged.set(connection, (own = new Map()))
      own.set(file.id, file)
      return file
    },
    find: (connection, id, name) => {
      const file = staged.get(connection)?.get(id)
      if (file === undefined) throw new FashenError('file-not-staged', { name })
      return file
    },
    forget: (connection) => {
      staged.delete(connection)
    },
  }
}
