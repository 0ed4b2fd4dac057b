/** The ledger in the window: cases stand in it, it goes out as a workbook, and an earlier ledger comes in after a dry run. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { madeWorkbook, type MadeCell } from '../support/made-workbook.ts'
import { visit } from './case-screen.ts'
import { button, choose, dialog, field, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('ledger')

const HEADS: MadeCell[] = ['序号', '收到日期', '送审单位', '案号', '案件名称', '当事人', '金额（万元）', '奇怪的一列']
const row = (number: number, change: Partial<Record<number, MadeCell>> = {}): MadeCell[] =>
  [number, '2024.3.1', '执法一大队', `岚环立〔2024〕${number}号`, `第${number}家工厂无证排污案`, `第${number}家工厂`, '1.5', 'x'].map((cell, at) => (at in change ? (change[at] ?? null) : cell))

it('a registered case stands in the ledger, takes a remark by the keyboard, and opens from it', async () => {
  const caseId = await station.begun(3)
  const page = await people.windowOf(REVIEWER)
  await visit(page, '/ledger')
  const table = page.getByRole('grid', { name: '法制审核台账' })
  const line = table.getByRole('row').filter({ hasText: station.sample.case.title })
  await line.waitFor()
  expect(await table.getByRole('columnheader').count()).toBe(25)
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])

  await table.focus()
  await page.keyboard.press('F2')
  await dialog(page).getByLabel('备注').fill('已口头催办')
  await finishDialog(page, '保存')
  await line.getByText('已口头催办').waitFor()
  await table.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/cases/${caseId}`)
})

it('the ledger and the list of cases are narrowed by its columns, say by which, and a saved filter keeps them', async () => {
  const page = await people.windowOf(REVIEWER)
  const { title } = station.sample.case
  const told = page.getByRole('list', { name: '已设的条件' })
  const line = page.getByRole('grid').getByRole('row').filter({ hasText: title })
  await visit(page, '/ledger')
  await button(page, '更多条件').click()
  await field(page, '台账备注').fill('催办')
  await field(page, '台账备注').press('Enter')
  await told.getByText('台账备注：催办').waitFor()
  await line.waitFor()
  await choose(page, '采纳情况', '部分采纳')
  await page.getByText('没有符合条件的记录').waitFor()
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await button(page, '去掉条件：采纳情况：部分采纳').click()
  await line.waitFor()
  await button(page, '清除筛选').click()
  await told.waitFor({ state: 'detached' })

  await visit(page, '/cases')
  await button(page, '更多条件').click()
  await choose(page, '复议诉讼情况', '决定被撤销')
  await page.getByText('没有符合条件的案件').waitFor()
  await button(page, '去掉条件：复议诉讼情况：决定被撤销').click()
  await field(page, '台账备注').fill('口头')
  await field(page, '台账备注').press('Enter')
  await line.waitFor()
  await button(page, '常用筛选').click()
  await field(page, '筛选名称').fill('催办的')
  await button(page, '保存当前筛选').click()
  await page.keyboard.press('Escape')
  await button(page, '清除筛选').click()
  await told.waitFor({ state: 'detached' })
  await button(page, '常用筛选').click()
  await button(page, '催办的').click()
  await told.getByText('台账备注：口头').waitFor()
  await page.waitForURL(({ searchParams }) => searchParams.get('remark') === '口头')
})

it('what is filtered goes out as a workbook', async () => {
  const page = await people.windowOf(REVIEWER)
  await visit(page, '/ledger')
  const waiting = page.waitForEvent('download')
  await button(page, '导出 Excel').click()
  const file = readFileSync(await (await waiting).path())
  const xml = new TextDecoder().decode(unzipSync(file)['xl/worksheets/sheet1.xml'])
  expect(xml).toContain('收到日期')
  expect(xml).toContain('已口头催办')
  await button(dialog(page), '关闭').last().click()
})

it('an earlier ledger is tried row by row, taken in at once, and withdrawn by the head', async () => {
  const page = await people.windowOf(REVIEWER)
  await visit(page, '/ledger')
  await button(page, '导入旧台账').click()
  const bytes = madeWorkbook([{ name: '2024年', rows: [['某局 2024 年法制审核台账'], HEADS, row(1), row(2, { 1: '去年冬天' }), row(3), row(3, { 5: '别的工厂' })] }])
  await page.locator('input[type=file]').setInputFiles({ name: '旧台账.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  const mapping = page.getByRole('table', { name: '列的对应' })
  await mapping.getByText('奇怪的一列').waitFor()
  expect(await mapping.getByRole('row').filter({ hasText: '案件名称' }).first().innerText()).toContain('案件名称')
  await button(page, '试运行').click()
  const fates = page.getByRole('table', { name: '试运行结果' })
  await fates.getByText('“收到日期”不是能确定的日期：去年冬天').waitFor()
  expect(await fates.getByRole('row').filter({ hasText: '有冲突' }).count()).toBe(2)
  await page.getByText('不导入的列：奇怪的一列').waitFor()
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await page.getByText('不能导入 1', { exact: true }).click()
  await page.getByText('缺少必要内容或者无法读懂，不导入。').waitFor()

  await button(page, '导入 1 条').click()
  await button(dialog(page), '导入 1 条').click()
  await button(page, '查看台账').last().click()
  const line = page.getByRole('grid').getByRole('row').filter({ hasText: '第1家工厂无证排污案' })
  await line.getByText('导入', { exact: true }).waitFor()
  expect(await line.innerText()).toContain('15,000')
  await page.getByText(/其中导入的历史台账 1 条，不计入统计/).waitFor()
  await line.click()
  await dialog(page).getByText('导入自“旧台账.xlsx”第 3 行').waitFor()
  await button(dialog(page), '关闭').last().click()

  const head = await people.windowOf(station.loginOf('head'))
  await visit(head, '/ledger/import')
  await button(head, '撤回这次导入').click()
  await dialog(head).getByLabel('理由').fill('选错了文件')
  await button(dialog(head), '撤回这次导入').click()
  await head.getByText(/已撤回：选错了文件/).waitFor()
})
