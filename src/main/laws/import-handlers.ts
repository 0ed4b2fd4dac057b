/** Bringing texts of laws into the station, one import at a time. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'
import type { lawImportContract } from '../../shared/laws/import-contract.ts'
import type { CallContext, Handlers, Workbench } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import { LawImport, type ImportDesk, type ImportFrom } from './import-job.ts'
import { findLawFiles, isLawFile, LAW_FILE_LIMIT, readLawFile } from './law-files.ts'
import { listFiles } from './law-views.ts'

/** The import of each open station: the one that runs, or the last. A station is known by its reader. */
const imports = new WeakMap<Reader, LawImport>()

export const lawImportHandlers: Handlers<typeof lawImportContract> = {
  'laws.import': async (context, input) => {
    const running = imports.get(context.reader)
    if (running?.running === true) throw new FashenError('law-import-running', { source: running.state.source })
    const from =
      input.from === 'folder' ? await folderSource(input.folder) : stagedSource(context, input.source, input.files)
    const job = new LawImport(deskOf(context), from, context.person.id)
    imports.set(context.reader, job)
    return job.state
  },
  'laws.importState': ({ reader }) => imports.get(reader)?.state ?? null,
  'laws.cancelImport': ({ reader }) => {
    const job = imports.get(reader)
    job?.stop()
    return job?.state ?? null
  },
  'laws.files': ({ reader }, input) => listFiles(reader, input),
}

/** Outlives the call: nothing of it belongs to the connection. */
function deskOf({ reader, catalogue, instant, emit, withoutAudit, actAs }: Workbench): ImportDesk {
  return { reader, catalogue, instant, emit, withoutAudit, actAs }
}

async function folderSource(folder: string): Promise<ImportFrom> {
  const found = await stat(folder).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new FashenError('law-folder-unreadable', { folder, reason }, { cause: error })
  })
  if (!found.isDirectory()) throw new FashenError('law-folder-unreadable', { folder, reason: 'not-a-folder' })
  return {
    source: basename(folder) || folder,
    files: (stopped) => findLawFiles(folder, stopped),
    read: (path) => readLawFile(`${folder}/${path}`),
  }
}

/** Files that were dropped: they stay staged until the connection ends, and only their texts are kept. */
function stagedSource(
  context: CallContext,
  source: string,
  files: readonly { readonly stagedId: string; readonly path: string }[],
): ImportFrom {
  const staged = new Map(
    files.flatMap(({ stagedId, path }) => {
      const name = path.split(/[/\\]/).at(-1) ?? path
      if (!isLawFile(name)) return []
      return [[path.replaceAll('\\', '/'), context.staging.find(context.caller.connection, stagedId, name)] as const]
    }),
  )
  const { files: store } = context
  return {
    source,
    files: () => Promise.resolve([...staged.keys()].toSorted()),
    read: async (path) => {
      const file = staged.get(path)
      if (file === undefined) return { outcome: 'unreadable' }
      if (file.size > LAW_FILE_LIMIT) return { outcome: 'tooLarge' }
      return { bytes: await store.readWhole(file.sha256, file.name) }
    },
  }
}
