/**
 * Whether a file that is open is still the one at its path. Where a drive was pulled or a folder moved, writing into an
 * open file can go on without an error, to nowhere.
 */
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'

function identity(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? undefined : `${found.dev}:${found.ino}`
}

/**
 * @param file is there now
 * @returns throws `store-gone` from the moment that it is no longer there, or that another file is in its place
 */
export function watchedPresence(file: string): () => void {
  const known = identity(file)
  return () => {
    let found: string | undefined
    try {
      found = identity(file)
    } catch {
      // a drive that does not answer is as good as none
    }
    if (found === undefined || found !== known) throw new FashenError('store-gone', { folder: dirname(file) })
  }
}
