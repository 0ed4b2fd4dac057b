/** Keeps the shell's preferences in one small file, replaced whole so that it is never half-written. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parsePreferences, type Preferences } from '../../shared/shell/preferences.ts'

export interface PreferencesFile {
  readonly current: Preferences
  change(part: Partial<Preferences>): void
}

export function openPreferences(file: string): PreferencesFile {
  let current = read(file)
  return {
    get current() {
      return current
    },
    change(part) {
      current = { ...current, ...part }
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(`${file}.new`, JSON.stringify(current))
        renameSync(`${file}.new`, file)
      } catch {
        // A place of the window that cannot be remembered is no reason to bother anybody.
      }
    },
  }
}

function read(file: string): Preferences {
  try {
    return parsePreferences(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
