/** The annual report in the window: gaps are filled where they are named, text follows the figures, home calls it to mind. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { visit } from './case-screen.ts'
import { button, dialog, field, fillIn, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('annual-report')

it('what is missing is filled from its list, with where it is from, and stands in table and text', async () => {
  const page = await people.windowOf(station.loginOf('head'))
  await visit(page, '/annual-report')
  await page.getByRole('heading', { name: '待补内容' }).waitFor()
  const inspection = page.getByRole('table', { name: '行政检查实施情况统计表' })
  expect(await inspection.getByText('待填').count()).toBe(1)
  expect(await page.getByText('检查【待填】次').count()).toBe(1)
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])

  await button(page, '填报检查次数').first().click()
  await fillIn(dialog(page), { '填报数（次）': '312' })
  await finishDialog(page, '保存').catch(() => undefined)
  await dialog(page).getByText('请写明数据来源。').waitFor()
  await field(dialog(page), '数据来源').fill('执法综合科台账')
  await finishDialog(page, '保存')
  await inspection.getByText('312', { exact: true }).waitFor()
  await page.getByText('行政检查312次').first().waitFor()
  await inspection.getByText('执法综合科台账').waitFor()

  await page.getByRole('radiogroup', { name: '本表核对情况' }).nth(4).getByText('无此职责').click()
  await page.getByText('本机关没有行政征用职责。').waitFor()
})

it('the text is reworded with the figures that there are; others are refused and what was typed stays', async () => {
  const page = await people.windowOf(station.loginOf('head'))
  await visit(page, '/annual-report')
  await button(page, '修改存在问题和下一步工作').click()
  const text = field(page, '存在问题和下一步工作')
  await text.fill('全年检查{{inspection.tims}}次。')
  await button(page, '保存文字').click()
  await page.getByText(/不是可以使用的数字/).first().waitFor()
  expect(await text.inputValue()).toBe('全年检查{{inspection.tims}}次。')
  await text.fill('全年检查{{inspection.times}}次，明年加强回访。')
  await button(page, '保存文字').click()
  await page.getByText('全年检查312次，明年加强回访。').waitFor()
})

it('is made as a paper, and the reminder stands on home until the mark', async () => {
  const page = await people.windowOf(station.loginOf('head'))
  await visit(page, '/annual-report')
  const waiting = page.waitForEvent('download')
  await button(page, '生成 PDF').click()
  const saved = await waiting
  expect(saved.suggestedFilename()).toContain('年度行政执法统计年报.pdf')
  expect(readFileSync(await saved.path()).subarray(0, 5).toString()).toBe('%PDF-')

  await button(page, '提醒设置').click()
  await field(dialog(page), '提前天数').fill('120')
  await finishDialog(page, '保存')
  await visit(page, '/')
  await page.getByRole('link', { name: /年度行政执法统计年报应在/ }).waitFor()
})

it('a published report is locked, with its proof’s hash, until the mark is taken back with a reason', async () => {
  const page = await people.windowOf(station.loginOf('head'))
  await visit(page, '/annual-report')
  await page.getByLabel('统计年度').click()
  await page.getByTitle('2025 年度').last().click()
  await page.getByText('最迟 2026年1月31日').waitFor()
  await button(page, '标记为公布').click()
  await field(dialog(page), '公布日期').fill('2026-01-20')
  await fillIn(dialog(page), { 公布的地方: '县人民政府门户网站' })
  await dialog(page).locator('input[type=file]').setInputFiles({ name: '公布网页.png', mimeType: 'image/png', buffer: Buffer.from('proof') })
  await dialog(page).getByText('凭证：公布网页.png').waitFor()
  await finishDialog(page, '标记为公布')
  await page.getByText(/在县人民政府门户网站公布/).waitFor()
  expect(await page.getByRole('button', { name: /^填报/ }).count()).toBe(0)
  await button(page, '撤回公布标记').click()
  await fillIn(dialog(page), { 理由: '罚没金额漏计一件' })
  await finishDialog(page, '撤回公布标记')
  await page.getByRole('button', { name: '填报检查次数' }).first().waitFor()
})
