/** Lines about unexpected failures, for an administrator. They hold no case content. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const LARGEST = 1024 * 1024

/** Appends to the file; keeps one older file beside it. Never throws. */
export function createLog(file: string): (line: string) => void {
  return (line) => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.old`)
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`)
    } catch {
      // A full disk must not turn a log line into a second failure.
    }
  }
}
