/** The citations of a stored case: in its form and in its papers, held against register and library. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { attach, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { importFolder, lawFolder, LIGHTHOUSE_2018 } from './library-station.ts'

const DECISION = `清川县航道局
行政处罚决定书
清航罚字〔2022〕9号
当事人：清川县碧波航运有限公司
经查，你公司于2021年3月1日至3月9日擅自移动灯塔。
上述行为违反了《中华人民共和国灯塔法》第二条第一款第（二）项的规定。
依据《中华人民共和国灯塔法》第二条第一款第（七）项、《清川县灯塔管理办法》第四条的规定，决定罚款60000元。
清川县航道局
2022年4月20日`

let station: TestStation
let caseId: CaseId
const checked = () => station.as('reviewer').call('laws.checkCase', { caseId })

beforeAll(async () => {
  station = await createTestStation({ read: true })
  caseId = await registerCase(station, {
    actFrom: '2021-03-01',
    actTo: '2021-03-09',
    citations: [{ law: '灯塔法', article: '第二条', paragraph: '第一款', item: '第（二）项', role: 'violated' }],
  })
  await attach(station, caseId, '行政处罚决定书.txt', DECISION)
  await attach(station, caseId, '坏的.pdf', '%PDF-1.7 not a document')
  await station.workstation.workbench.reading.idle()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

it('a law that is neither registered nor imported is said to be not known, wherever it is cited', async () => {
  const { citations, unread } = await checked()
  expect(citations.map(({ law, known, registered, places, troubles }) => [law, known, registered, places.length, troubles.map(({ kind }) => kind)])).toEqual([
    ['灯塔法', false, true, 1, ['unknown-law']],
    ['中华人民共和国灯塔法', false, false, 1, ['unknown-law']],
    ['清川县灯塔管理办法', false, false, 1, ['unknown-law']],
  ])
  expect(unread).toBe(1)
})

it('once its text is imported, paragraph and item are counted and the article is there to be opened', async () => {
  await importFolder(station, lawFolder({ '灯塔法.md': LIGHTHOUSE_2018 }))
  const { citations } = await checked()
  expect(citations.map(({ law, item, roles, registered, library, troubles }) => [law, item, roles, registered, library.version, library.article, troubles.map(({ kind }) => kind)])).toEqual([
    ['中华人民共和国灯塔法', 7, ['basis'], false, '2018-03-01', '2', ['no-such-item']],
    ['清川县灯塔管理办法', null, ['basis'], false, null, null, ['unknown-law']],
    ['中华人民共和国灯塔法', 2, ['violated'], true, '2018-03-01', '2', []],
  ])
  const [place] = citations[0]?.places ?? []
  expect(place).toMatchObject({ fileName: '行政处罚决定书.txt', documentKind: 'decision', passage: { page: 1 }, quote: '《中华人民共和国灯塔法》第二条第一款第（七）项', certain: true })
  // the same judgement is what the officer is asked about
  const { findings } = await station.as('reviewer').call('prereview.findings', { caseId, round: null })
  const found = findings.find(({ finding }) => finding.ruleId === '5.3-item-does-not-exist')
  expect(found?.finding.message).toEqual(citations[0]?.troubles[0]?.words)
})
