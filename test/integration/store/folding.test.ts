/** A long commit leaves the folding of the log to the next one: each time, not only the first. */
import { afterAll, expect, it } from 'vitest'
import { foldAsUsual, FOLDED_AFTER, foldLater } from '../../../src/main/store/folding.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation } from '../../support/test-station.ts'

afterAll(removeTemporaryFolders)

it('is put off and taken up again, as often as it is asked for', async () => {
  const station = await createTestStation({ read: false })
  const { workbench } = station.workstation
  const folded = (set: typeof foldLater): number =>
    workbench.withoutAudit('test', (writer) => {
      set(writer)
      return writer.get<{ wal_autocheckpoint: number }>('PRAGMA wal_autocheckpoint')?.wal_autocheckpoint ?? -1
    })
  for (let time = 0; time < 3; time += 1) {
    expect(folded(foldLater)).toBe(0)
    expect(folded(foldAsUsual)).toBe(FOLDED_AFTER)
  }
  station.close()
})
