/** Folders that a test works in and that are gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

/** An empty folder of its own; {@link removeTemporaryFolders} takes it away. */
export function temporaryFolder(name = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), `fashen-${name}-`))
  made.push(folder)
  return folder
}

/** To be called in `afterAll`: everything that this test file made. */
export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
