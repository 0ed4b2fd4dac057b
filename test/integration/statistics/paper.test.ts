/** The statistics on paper: the numbers of the screen, in the language of who asks. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StatisticsQuery } from '../../../src/shared/statistics/contract.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { issuedCase, NO } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { pdfTexts } from '../documents/rendered.ts'

let station: TestStation
beforeAll(async () => {
  station = await createTestStation()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

it('is made as PDF and Word, and who took it out is in the record', async () => {
  const head = station.as('head')
  await issuedCase(station, {}, new Map([['7.2', NO]]))
  const today = station.workstation.workbench.today()
  const query: StatisticsQuery = { from: isoDate(`${today.slice(0, 4)}-01-01`), to: today, unit: null, kind: null, reviewerId: null }
  const pdf = await head.call('statistics.make', { query, format: 'pdf', language: 'zh-CN' })
  const text = pdfTexts(await head.read(pdf.reference)).join('')
  for (const words of ['法制审核统计', '上年同期', '移送率', '按审核人', '清川县生态环境保护综合行政执法大队', '顾盼']) expect(text).toContain(words)
  const english = await head.call('statistics.make', { query: { ...query, kind: 'penalty' }, format: 'pdf', language: 'en' })
  expect(pdfTexts(await head.read(english.reference)).join('')).toContain('Narrowedto')
  const word = await head.call('statistics.make', { query, format: 'docx', language: 'zh-CN' })
  expect((await head.read(word.reference)).subarray(0, 2).toString()).toBe('PK')
  await refusal(station.as('handler').call('statistics.make', { query, format: 'pdf', language: 'zh-CN' }), 'not-allowed')
  const { reader } = station.workstation.workbench
  expect(reader.all("SELECT 1 FROM audit WHERE act = 'statistics.make'")).toHaveLength(3)
})
