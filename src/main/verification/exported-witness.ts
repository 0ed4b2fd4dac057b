/** The `verify.json` beside an exported file, and what the files beside it hash to. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256Hex } from '../audit/chain.ts'
import { verifyDataSchema } from '../export/verify-data.ts'
import type { Witnesses } from './verify-opinion.ts'

const VERIFY_DATA_LIMIT = 64 * 1024 * 1024

/** Undefined where there is none, or one that is not ours: the signatures then speak alone. */
export function readVerifyData(file: string): Witnesses['exported'] {
  const folder = dirname(file)
  const path = join(folder, 'verify.json')
  if (!existsSync(path) || statSync(path).size > VERIFY_DATA_LIMIT) return undefined
  const parsed = parseQuietly(readFileSync(path, 'utf8'))
  if (parsed === undefined) return undefined
  return { data: parsed, hashOf: (name) => hashIn(folder, name) }
}

function parseQuietly(text: string) {
  try {
    return verifyDataSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Only files directly in the folder: a name with a path in it is not one of an export. */
function hashIn(folder: string, name: string): string | undefined {
  if (name.includes('/') || name.includes('\\')) return undefined
  const path = join(folder, name)
  return existsSync(path) && statSync(path).isFile() ? sha256Hex(readFileSync(path)) : undefined
}
