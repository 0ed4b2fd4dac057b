/** Takes an archive (压缩包) that was staged apart: each of its files is staged by itself, what is not taken is reported. */
import type { StagedFile } from '../../shared/contract/reply.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { IntakeLine } from '../../shared/intake/reading/report.ts'
import type { CallContext } from '../core/handler.ts'
import { openArchive } from './reading/archive.ts'

export interface Unpacked {
  readonly files: readonly StagedFile[]
  readonly lines: readonly IntakeLine[]
}

/** Throws `file-not-staged`, and `disk-full` where the station cannot take the files: then none of them is attached. */
export async function unpackStaged(context: CallContext, stagedId: string, name: string): Promise<Unpacked> {
  const { connection } = context.caller
  const { sha256 } = context.staging.find(connection, stagedId, name)
  const { entries, lines } = await openArchive(await context.files.readWhole(sha256, name), { name })
  const files: StagedFile[] = []
  const report = [...lines]
  for (const entry of entries) {
    try {
      files.push(await context.staging.stage(connection, { name: entry.name, bytes: entry.bytes(), size: entry.size }))
    } catch (error) {
      if (!(error instanceof FashenError) || error.code === 'disk-full') throw error
      report.push({ name: entry.name, code: 'archive-entry-damaged', data: {} })
    }
  }
  return { files, lines: report }
}
