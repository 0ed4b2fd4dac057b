/** The `verify.json` beside an exported file, and what the files beside it hash to. */
import { createHash } from 'node:crypto'
import { closeSync, lstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { verifyDataSchema, type VerifyData } from '../export/verify-data.ts'
import type { Witnesses } from './verify-opinion.ts'

const VERIFY_DATA_LIMIT = 64 * 1024 * 1024
const PIECE = 1024 * 1024

/** Undefined where there is none, or one that is not ours: the signatures then speak alone. */
export function readVerifyData(file: string): Witnesses['exported'] {
  const folder = dirname(file)
  const path = join(folder, 'verify.json')
  const stats = plainFile(path)
  if (stats === undefined || stats.size > VERIFY_DATA_LIMIT) return undefined
  const data = parseQuietly(path)
  if (data === undefined) return undefined
  const sizes = new Map(data.files.map(({ name, size }) => [name, size]))
  const hashes = new Map<string, string | undefined>()
  const hashOf = (name: string): string | undefined => {
    // a name that is listed ten thousand times is read once
    if (!hashes.has(name)) hashes.set(name, hashIn(folder, name, sizes.get(name)))
    return hashes.get(name)
  }
  return { data, hashOf }
}

function parseQuietly(path: string): VerifyData | undefined {
  try {
    return verifyDataSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Neither a folder nor a link nor a pipe, which would be waited for without end. */
function plainFile(path: string): Stats | undefined {
  try {
    const stats = lstatSync(path)
    return stats.isFile() ? stats : undefined
  } catch {
    return undefined
  }
}

/**
 * Only files directly in the folder: a name with a path in it is not one of an export. A file of another size is not
 * the one, whatever it holds, and is not read.
 */
function hashIn(folder: string, name: string, size: number | undefined): string | undefined {
  if (basename(name) !== name || /[\\/\0]/u.test(name) || name === '.' || name === '..' || name === '') return undefined
  const path = join(folder, name)
  if (plainFile(path)?.size !== size || size === undefined) return undefined
  try {
    return hashInPieces(path)
  } catch {
    return undefined
  }
}

function hashInPieces(path: string): string {
  const digest = createHash('sha256')
  const piece = Buffer.alloc(PIECE)
  const handle = openSync(path, 'r')
  try {
    for (;;) {
      const length = readSync(handle, piece, 0, PIECE, null)
      if (length === 0) return digest.digest('hex')
      digest.update(piece.subarray(0, length))
    }
  } finally {
    closeSync(handle)
  }
}
