/** The built-in register as the library shows it, before and after texts were imported. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { importFolder, lawFolder, lawText } from './library-station.ts'

let station: TestStation
beforeAll(async () => void (station = await createTestStation({ now: () => new Date('2026-10-20T02:00:00Z') })))
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

it('names every law of the catalogue with its days, and links to the text once there is one', async () => {
  const register = () => station.as('reviewer').call('laws.register', {})
  const before = await register()
  expect(before).toHaveLength(station.workstation.workbench.catalogue.laws.length)
  expect(before.every(({ law, versions }) => law === null && versions.length > 0)).toBe(true)
  const apl = before.find(({ id }) => id === 'apl')
  expect(apl).toMatchObject({ standing: 'inForce', kind: 'law', verified: true })
  expect(apl?.versions.map(({ verified }) => verified)).toEqual([false, false, true])
  expect(before.filter(({ standing }) => standing === 'ended').every(({ versions }) => (versions.at(-1)?.endedOn ?? '9999') <= '2026-10-20')).toBe(true)
  await importFolder(station, lawFolder({ '行政处罚法.md': lawText('中华人民共和国行政处罚法', '2021-01-22', ['为了规范，制定本法。', '本法自2021年7月15日起施行。']) }))
  const [linked] = (await register()).filter(({ law }) => law !== null)
  expect(linked?.id).toBe('apl')
  expect((await station.as('reviewer').call('laws.get', { law: linked?.law ?? '', version: null })).title).toBe('中华人民共和国行政处罚法')
})
