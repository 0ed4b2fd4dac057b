/** How much the data folder holds, as the settings show it. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { folderSize } from '../../../src/main/station/folder-size.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation } from '../../support/test-station.ts'

afterAll(removeTemporaryFolders)

it('counts what lies in folders of folders, and follows no link', async () => {
  const [folder, elsewhere] = [temporaryFolder('size'), temporaryFolder('elsewhere')]
  mkdirSync(join(folder, 'files', 'ab'), { recursive: true })
  writeFileSync(join(folder, 'station.sqlite'), Buffer.alloc(1000))
  writeFileSync(join(folder, 'files', 'ab', 'one'), Buffer.alloc(234))
  writeFileSync(join(elsewhere, 'large'), Buffer.alloc(9999))
  symlinkSync(elsewhere, join(folder, 'link'))
  expect(await folderSize(folder)).toEqual({ bytes: 1234, files: 2 })
  await refusal(() => folderSize(join(folder, 'absent')), 'store-gone')
})

it('is told to whoever is signed in, with the place', async () => {
  const station = await createTestStation()
  const told = await station.as('handler').call('station.folder', {})
  expect(told.folder).toBe(station.folder)
  expect(told.bytes).toBeGreaterThan(100_000)
  station.close()
})
