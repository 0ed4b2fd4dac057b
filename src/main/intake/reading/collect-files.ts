/**
 * What was dropped (拖入的文件): folders are walked, ZIP archives in them opened, and every file that is not taken is named
 * with the reason. Links are not followed; what the person dropped itself is.
 */
import { createReadStream, type Dirent, type Stats } from 'node:fs'
import { access, constants, lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { IntakeLine, ReportCode, ReportOf } from '../../../shared/intake/reading/report.ts'
import { listArchive, remarks } from './archive.ts'
import { sortedByPath, type Collected, type IntakeEntry } from './collected.ts'
import { withoutDuplicates } from './duplicates.ts'
import { isSystemFile, safeName } from './entry-names.ts'
import { extensionOf } from './file-kind.ts'
import { INTAKE_LIMITS, type IntakeLimits } from './intake-limits.ts'

export interface CollectOptions {
  readonly limits?: IntakeLimits
}

const READ_SIZE = 1024 * 1024

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

class Walk {
  readonly entries: IntakeEntry[] = []
  readonly lines: IntakeLine[] = []
  skipped = 0
  readonly #limits: IntakeLimits
  /** Real paths of folders on the way down: a folder mounted into itself ends there. */
  readonly #above = new Set<string>()
  #left = 0

  constructor(limits: IntakeLimits) {
    this.#limits = limits
  }

  /** What could not be counted in is said at the end, in one line. */
  finish(name: string): void {
    if (this.#left > 0) this.#say(name, { code: 'too-many-files', data: { limit: this.#limits.files, left: this.#left } })
  }

  #say(name: string, line: ReportOf<ReportCode>): void {
    this.lines.push({ name, ...line })
  }

  /** @param shown path inside what was dropped */
  async take(path: string, shown: string, found: Stats, depth: number): Promise<void> {
    if (found.isDirectory()) await this.#folder(path, shown, depth)
    else if (found.isFile()) await this.#file(path, shown, found.size)
    else this.#say(shown, found.isSymbolicLink() ? { code: 'link', data: {} } : { code: 'not-a-file', data: {} })
  }

  async #folder(path: string, shown: string, depth: number): Promise<void> {
    if (depth > this.#limits.depth) return this.#say(shown, { code: 'folder-too-deep', data: { limit: this.#limits.depth } })
    try {
      const real = await realpath(path)
      if (this.#above.has(real)) return this.#say(shown, { code: 'link', data: {} })
      this.#above.add(real)
      const names = await readdir(path, { withFileTypes: true })
      for (const child of names) await this.#child(path, shown, child, depth)
      this.#above.delete(real)
    } catch (error) {
      this.#say(shown, { code: 'unreadable', data: { reason: reasonOf(error) } })
    }
  }

  async #child(folder: string, shown: string, child: Dirent, depth: number): Promise<void> {
    if (isSystemFile(child.name)) {
      this.skipped += 1
      return
    }
    const path = join(folder, child.name)
    const name = `${shown}/${child.name}`
    try {
      await this.take(path, name, await lstat(path), depth + 1)
    } catch (error) {
      this.#say(name, { code: 'unreadable', data: { reason: reasonOf(error) } })
    }
  }

  async #file(path: string, shown: string, size: number): Promise<void> {
    if (size === 0) return this.#say(shown, { code: 'empty-file', data: {} })
    if (size > this.#limits.fileSize) return this.#say(shown, { code: 'file-too-large', data: { size, limit: this.#limits.fileSize } })
    if (this.entries.length >= this.#limits.files) {
      this.#left += 1
      return
    }
    await access(path, constants.R_OK)
    if (extensionOf(shown) === 'zip') return await this.#archive(path, shown)
    const name = basename(shown)
    const safe = safeName(name)
    for (const remark of remarks(name, safe, false)) this.#say(shown, remark)
    const bytes = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: READ_SIZE }) as AsyncIterable<Uint8Array>
    this.entries.push({ path: shown.slice(0, shown.length - name.length) + safe, name: safe, size, bytes })
  }

  async #archive(path: string, shown: string): Promise<void> {
    const limits = { ...this.#limits, files: this.#limits.files - this.entries.length }
    const found = await listArchive(path, { limits, prefix: `${shown}/` })
    for (const entry of found.entries) this.entries.push(entry)
    for (const line of found.lines) this.lines.push(line)
    this.skipped += found.skipped
  }
}

/** Files, folders and ZIP archives at these paths as one sorted list. Never throws: what cannot be read is a line. */
export async function collectFiles(paths: readonly string[], { limits = INTAKE_LIMITS }: CollectOptions = {}): Promise<Collected> {
  const walk = new Walk(limits)
  for (const path of paths) {
    const name = basename(path)
    try {
      await walk.take(path, name, await stat(path), 0)
    } catch (error) {
      walk.lines.push({ name, code: 'unreadable', data: { reason: reasonOf(error) } })
    }
  }
  walk.finish(basename(paths[0] ?? ''))
  return await withoutDuplicates({ entries: sortedByPath(walk.entries), lines: walk.lines, skipped: walk.skipped })
}
