/** Files that were found in what was dropped, and what is said of the others. */
import type { IntakeLine } from '../../../shared/intake/reading/report.ts'

/** A file to be taken in. */
export interface IntakeEntry {
  /** Path inside what was dropped, `/` between its parts. */
  readonly path: string
  /** The last part of it. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** The content; throws where it cannot be read, or is not what the archive says. May be called again. */
  bytes(): AsyncIterable<Uint8Array>
}

export interface Collected {
  /** Sorted as people sort them: 2 before 10. */
  readonly entries: readonly IntakeEntry[]
  readonly lines: readonly IntakeLine[]
  /** Files that systems leave behind; nobody misses them. */
  readonly skipped: number
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** By folder and name; the digits in names by their value. */
export function sortedByPath<Item extends { readonly path: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => collator.compare(a.path, b.path) || (a.path < b.path ? -1 : 1))
}
