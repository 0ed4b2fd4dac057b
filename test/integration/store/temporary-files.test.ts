/** A sort too large for memory's page cache must not be spilled into a file in the clear. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/database.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

afterAll(removeTemporaryFolders)

/** Files that this process holds open in the folder: SQLite takes the name of a temporary file away at once. */
function heldOpenIn(folder: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const target = readlinkSync(join('/proc/self/fd', name))
      return target.startsWith(folder) ? [target] : []
    } catch {
      return []
    }
  })
}

describe.skipIf(!existsSync('/proc/self/fd'))('a large sort', () => {
  it.each(['write', 'read'] as const)('on the handle for %s leaves nothing in the folder for temporary files', (mode) => {
    const [folder, temporary] = [temporaryFolder('sort'), temporaryFolder('sqlite-temporary')]
    const before = process.env['SQLITE_TMPDIR']
    process.env['SQLITE_TMPDIR'] = temporary
    const dataKey = new Uint8Array(randomBytes(32))
    const file = join(folder, 'store.sqlite')
    const writing = connect(file, dataKey, 'write')
    writing.exec('CREATE TABLE papers (text TEXT)')
    const database = mode === 'read' ? connect(file, dataKey, 'read') : writing
    try {
      database.pragma('cache_size = 10')
      const rows = database
        .prepare(
          `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
           SELECT '清川县碧波印染有限公司' || hex(randomblob(200)) AS text FROM n ORDER BY text`,
        )
        .iterate()
      rows.next()
      const spilled = [...heldOpenIn(temporary), ...readdirSync(temporary)]
      rows.return?.()
      expect(spilled).toEqual([])
    } finally {
      if (database !== writing) database.close()
      writing.close()
      if (before === undefined) delete process.env['SQLITE_TMPDIR']
      else process.env['SQLITE_TMPDIR'] = before
    }
  })
})
