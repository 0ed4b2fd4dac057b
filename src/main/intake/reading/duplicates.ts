/** Files of the same content are taken in once (重复文件). */
import { createHash } from 'node:crypto'
import type { IntakeLine } from '../../../shared/intake/reading/report.ts'
import type { Collected, IntakeEntry } from './collected.ts'

async function hashOf(entry: IntakeEntry): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of entry.bytes()) hash.update(piece)
    return hash.digest('hex')
  } catch {
    // whoever takes it in meets the same fault and reports it
    return undefined
  }
}

/** Leaves out each file that is byte for byte one before it, and names that one. Only files of the same size are read. */
export async function withoutDuplicates({ entries, lines, skipped }: Collected): Promise<Collected> {
  const bySize = new Map<number, IntakeEntry[]>()
  for (const entry of entries) {
    const same = bySize.get(entry.size)
    if (same === undefined) bySize.set(entry.size, [entry])
    else same.push(entry)
  }
  const first = new Map<string, string>()
  const kept: IntakeEntry[] = []
  const duplicates: IntakeLine[] = []
  for (const entry of entries) {
    const hash = (bySize.get(entry.size)?.length ?? 0) > 1 ? await hashOf(entry) : undefined
    const of = hash === undefined ? undefined : first.get(hash)
    if (of === undefined) kept.push(entry)
    else duplicates.push({ name: entry.path, code: 'duplicate', data: { of } })
    if (hash !== undefined && of === undefined) first.set(hash, entry.path)
  }
  return { entries: kept, lines: [...lines, ...duplicates], skipped }
}
