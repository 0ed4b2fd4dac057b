/** Reads a file that a person chose, and says in their terms why it cannot be read. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Reply, StagedFile } from '../../shared/contract/reply.ts'
import type { Caller, Host } from '../core/host-interface.ts'

const READ_SIZE = 1024 * 1024

function unreadable(name: string, error: unknown): FashenError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code === 'EISDIR') return new FashenError('file-is-folder', { name })
  return new FashenError('file-unreadable', { name, reason: code }, { cause: error })
}

/** The bytes of a file; fails with `file-unreadable` or `file-is-folder`. */
async function* bytesOf(path: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: READ_SIZE }) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw unreadable(name, error)
  }
}

/** Stages the file at a path. Never throws. `path` comes from the system's own dialog or drop, never from the page. */
export async function stagePath(host: Host, caller: Caller, path: string, name = basename(path)): Promise<Reply<StagedFile>> {
  try {
    const found = await stat(path).catch((error: unknown) => {
      throw unreadable(name, error)
    })
    if (found.isDirectory()) throw new FashenError('file-is-folder', { name })
    // A pipe or a device has no end that could be waited for.
    if (!found.isFile()) throw new FashenError('file-unreadable', { name, reason: 'not-a-file' })
    return await host.stage({ name, bytes: bytesOf(path, name), size: found.size }, caller)
  } catch (error) {
    const known = error instanceof FashenError ? error : new FashenError('internal', { reference: 'stage' })
    return { ok: false, error: known.toJson() }
  }
}
