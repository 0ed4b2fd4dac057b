/** What a basis says on a station that imported no text of any law. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { importFolder, lawFolder, lawText } from './library-station.ts'

let station: TestStation
beforeAll(async () => void (station = await createTestStation()))
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

it('is the gist of each place, in the order asked, with whether it was verified; null where there is none', async () => {
  const gists = await station.as('reviewer').call('laws.gists', {
    citations: [
      { law: '中华人民共和国行政处罚法', article: 58, paragraph: 2 },
      { law: '行政处罚法', article: 58, paragraph: 1, item: 9 },
      { law: '公民身份号码' },
      { law: '灯塔法', article: 1 },
    ],
  })
  expect(gists).toMatchObject([
    { place: { law: '行政处罚法', article: 58, paragraph: 2 }, exact: true, verified: true, versionDate: '2021-01-22' },
    { place: { law: '行政处罚法', article: 58, paragraph: 1 }, exact: false, verified: true },
    { place: { law: '公民身份号码' }, exact: true, verified: false, verifiedOn: null, versionDate: null },
    null,
  ])
  expect(gists[0]?.text['zh-CN']).toContain('法律职业资格')
  expect(gists[0]?.text.en).toContain('qualification')
})

it('is not taken for something that rests on the law', async () => {
  const text = lawText('中华人民共和国行政处罚法', '2021-01-22', ['为了规范，制定本法。', '本法自2021年7月15日起施行。'])
  await importFolder(station, lawFolder({ '行政处罚法.md': text }))
  const { rows } = await station.as('reviewer').call('laws.list', { text: '行政处罚法', kind: null, standing: null, after: null, size: 10 })
  const { catalogue } = await station.as('reviewer').call('laws.usedIn', { law: rows[0]?.law ?? '', article: { number: 58 } })
  expect(catalogue.some(({ subject, id }) => subject === 'questions' && id === '3.13')).toBe(true)
  expect(catalogue.filter(({ subject }) => subject === 'gists')).toEqual([])
})
