/** The statistics in the window: an issued opinion is counted, the numbers stand under the pictures, and they go out as a file. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import { readLedgerBook } from '../../src/main/ledger/workbook-rows.ts'
import { cellsOf } from '../../src/shared/ledger/sheet-rows.ts'
import { openCase, visit } from './case-screen.ts'
import { button, dialog, field, fillIn, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { answerTheRest, REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('statistics')

it('a station without opinions says so; an issued one is counted under each heading and in the file', async () => {
  const page = await people.windowOf(station.loginOf('head'))
  await visit(page, '/statistics')
  await page.getByText('这段时间没有出具审核意见').waitFor()

  const caseId = await station.begun(3)
  await answerTheRest(station, station.sample, caseId)
  await draftAndApprove(station, caseId, REVIEWER)
  await signAndIssue(station, caseId, REVIEWER)
  await page.reload()
  const overview = page.getByRole('table', { name: '总览' })
  await overview.waitFor()
  expect(await overview.getByRole('row').filter({ hasText: '出具意见（件）' }).locator('td').allInnerTexts()).toContain('1')
  await page.getByRole('img', { name: '发现的问题' }).locator('svg').waitFor()
  const headings = page.getByRole('table', { name: '按审核内容和严重程度' })
  expect(await headings.getByRole('row').count()).toBe(9)
  // each figure of a group stands above that of the year before
  const unit = page.getByRole('table', { name: '按承办机构' }).getByRole('row').filter({ hasText: station.sample.case.submittingUnit })
  expect((await unit.locator('td').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ')).slice(1, 3)).toEqual(['1 上年 0', '100% 上年 —'])
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])

  const waiting = page.waitForEvent('download')
  await button(page, '导出（CSV）').click()
  const saved = await (await waiting).path()
  const text = readFileSync(saved, 'utf8')
  expect(text.startsWith('\u{feff}')).toBe(true)
  expect(text).toContain('出具意见（件）,1,0')
  expect(text).toContain('按期率,按期率（上年同期）')
  const workbook = page.waitForEvent('download')
  await button(page, '导出（XLSX）').click()
  const { book } = await readLedgerBook('统计.xlsx', readFileSync(await (await workbook).path()))
  expect(book?.sheets.map(({ name }) => name).slice(0, 2)).toEqual(['总览', '按月'])
  expect(book?.sheets[0]?.rows.map((row) => cellsOf(row).map(({ text: shown }) => shown))).toContainEqual(['出具意见（件）', '1', '0'])
  await page.getByText('自定', { exact: true }).click()
  await page.getByText('一次最长统计 5 年').waitFor()
  expect(text).toContain(station.sample.case.submittingUnit)

  await openCase(page, caseId)
  await page.getByRole('tab', { name: '概况' }).click()
  await button(page, '登记问题').click()
  await fillIn(dialog(page), { 问题: '评查发现：听证告知书未载明申请听证的期限。' })
  await finishDialog(page, '登记问题')
  await page.getByText('评查发现：听证告知书未载明申请听证的期限。').waitFor()
})

it('the draw is computed again, and people are counted against the enforcement staff', async () => {
  const page = await people.windowOf(station.loginOf('head'))
  await visit(page, '/people')
  await page.getByText('尚未登记执法人员总数，无法核对比例。').waitFor()
  await button(page, '设置').first().click()
  await field(dialog(page), '执法人员总数').fill('200')
  await field(dialog(page), '统计日期').fill('2026-06-30')
  await finishDialog(page, '保存')
  await page.getByText(/执法人员 200 人（2026-06-30 统计），应配 10 人：还缺/).waitFor()
})
