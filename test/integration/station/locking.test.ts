/** The lock, where the folder does not play along. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorkstation } from '../../../src/main/core/workstation.ts'
import { lockStation } from '../../../src/main/station/station-lock.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation, reopenTestStation, RESOURCES } from '../../support/test-station.ts'

afterAll(removeTemporaryFolders)

describe('locking a station', () => {
  it('succeeds where the holder cannot be written down; the next one is refused all the same', async () => {
    const folder = temporaryFolder('lock')
    mkdirSync(join(folder, 'lock-holder.txt'))
    const lock = lockStation(folder)
    expect(await refusal(() => lockStation(folder), 'station-locked-by-other')).toMatchObject({ holder: '?' })
    lock.release()
    lock.release()
    lockStation(folder).release()
  })

  it('in a folder that takes no lock file says that it cannot be written to', async () => {
    const folder = temporaryFolder('lock')
    mkdirSync(join(folder, 'lock.sqlite'))
    expect(await refusal(() => lockStation(folder), 'folder-not-writable')).toMatchObject({ folder })
    rmSync(join(folder, 'lock.sqlite'), { recursive: true })
    lockStation(folder).release()
  })

  it('with a lock file of something else names that file, and touches nothing', async () => {
    const folder = temporaryFolder('lock')
    writeFileSync(join(folder, 'lock.sqlite'), 'no database at all, and longer than a header of one'.repeat(40))
    expect(await refusal(() => lockStation(folder), 'store-damaged')).toEqual({ detail: 'lock.sqlite' })
  })

  it('is given up when anything later in the opening fails', async () => {
    const made = await createTestStation()
    made.close()
    await refusal(openWorkstation(made.folder, made.dataKey, { resourcesFolder: join(made.folder, 'nothing') }), 'catalogue-broken')
    const again = await reopenTestStation(made)
    await refusal(openWorkstation(made.folder, made.dataKey, { resourcesFolder: RESOURCES }), 'station-locked-by-other')
    again.close()
    lockStation(made.folder).release()
  })
})
