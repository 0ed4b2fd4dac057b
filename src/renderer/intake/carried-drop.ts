/** What was dropped on the home page or on the list of cases, on its way to the form that registers a case. */
import type { DroppedFiles } from '../ui/dropped-files.ts'

let carried: Promise<DroppedFiles> | null = null

export function carryDrop(files: Promise<DroppedFiles>): void {
  carried = files
}

/** Once; null where nothing is on its way. */
export function takeCarriedDrop(): Promise<DroppedFiles> | null {
  const files = carried
  carried = null
  return files
}
