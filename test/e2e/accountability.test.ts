/** Who answers for a case, in the window; interference that others do not see; a register imported after its dry run. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { axeViolations } from './axe-violations.ts'
import { openCase, openTab, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, choose, dialog, fillDay, fillIn, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { answerTheRest, REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const HANDLER = 'taozhiyuan'
const { folder, station, people } = await openDesk('accountability')

const caseId = await station.begun(3)
await answerTheRest(station, station.sample, caseId)
await draftAndApprove(station, caseId, REVIEWER)
await signAndIssue(station, caseId, REVIEWER)

async function openAccountability(page: Page): Promise<void> {
  await openCase(page, caseId)
  await openTab(page, '责任')
  await page.getByText(/^审计链核验通过：共 \d+ 条/).waitFor()
}

it('the tab names the four checks with their entries, says that the chain verifies, and is printed', async () => {
  const page = await people.windowOf(HANDLER)
  await openAccountability(page)
  const name = station.sample.people.find(({ login }) => login === REVIEWER)?.name ?? ''
  const review = page.getByRole('region', { name: '审核' })
  await review.getByText(name).waitFor()
  expect(await review.getByText(/^审计链 #\d+$/).count()).toBeGreaterThan(0)
  for (const check of ['承办', '审批', '监督']) expect(await page.getByRole('region', { name: check }).locator('.acc-person').count()).toBeGreaterThan(0)
  await page.getByRole('table', { name: '办理经过' }).getByText('负责人签发').waitFor()
  // who handles the case can make a record of interference, and reads none
  await button(page, '登记干预').waitFor()
  await page.getByText(/^您可以登记干预/).waitFor()
  expect(await page.getByRole('table', { name: '干预记录' }).count()).toBe(0)
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  expect(await axeViolations(page)).toEqual([])

  const waiting = page.waitForEvent('download')
  await button(page, '打印（PDF）').click()
  const saved = await waiting
  expect(saved.suggestedFilename()).toMatch(/^责任清单 .+\.pdf$/)
  expect(readFileSync(await saved.path()).subarray(0, 5).toString()).toBe('%PDF-')
})

it('a reviewer records interference; the supervisor reads it, the head finds nothing', async () => {
  const page = await people.windowOf(REVIEWER)
  await openAccountability(page)
  await button(page, '登记干预').click()
  const open = dialog(page)
  await choose(open, '情形', '领导干部干预')
  await fillDay(open, '日期', '2026-01-05')
  await fillIn(open, { '何人（姓名）': '郝某', '内容（尽量记原话）': '不要再查那家厂', 如何答复和处理: '已说明依法审核，未予答应。' })
  await choose(open, '方式', '电话')
  await finishDialog(page, '登记干预')
  const table = page.getByRole('table', { name: '干预记录' })
  await table.getByText('郝某').waitFor()

  const supervisor = await people.windowOf(station.loginOf('supervisor'))
  await visit(supervisor, '/accountability')
  const seen = supervisor.getByRole('table', { name: '干预记录' })
  await seen.getByText('郝某').waitFor()
  await seen.getByRole('button').first().click()
  await supervisor.getByText('不要再查那家厂').waitFor()
  await supervisor.getByText('与审计链相符').waitFor()
  expect(await wordTroubles(supervisor, 'zh-CN')).toEqual([])

  const head = await people.windowOf(station.loginOf('head'))
  await visit(head, '/accountability')
  await head.getByText('没有可以查看的干预记录').waitFor()
  await visit(head, '/audit')
  await head.getByText('对您密封的记录').waitFor()
  expect(await head.getByText('郝某').count()).toBe(0)
})

it('a register is imported only after every row’s fate was shown', async () => {
  const file = join(temporaryFolder('registers'), '执法人员.csv')
  writeFileSync(file, '姓名,证件号码,所在单位,有效期至\n陶一,A1,大队,2020-12-31\n沈二,A2,大队,2099-12-31\n无号,,大队,\n')
  const page = await people.windowOf(station.loginOf('head'))
  await visit(page, '/accountability')
  const panel = page.locator('.fs-panel').filter({ has: page.getByRole('heading', { name: '执法证件名册' }) })
  await button(panel, '导入').click()
  await dialog(page).locator('input[type=file]').setInputFiles(file)
  await dialog(page).getByText('新增 2，变化 0，相同 0，不能导入 1。').waitFor()
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await finishDialog(page, '导入 2 条')
  const table = page.getByRole('table', { name: '执法证件名册' })
  await table.getByText('陶一').waitFor()
  await eventually(() => table.getByRole('row').filter({ hasText: '陶一' }).getByText('已到期').count()).toBe(1)
  expect(await axeViolations(page)).toEqual([])
})

it('a file that no row refers to is erased only by three people, and the record stays', async () => {
  const aside = join(folder, 'files', 'unreferenced')
  mkdirSync(aside, { recursive: true })
  writeFileSync(join(aside, 'ab'.repeat(32)), 'left behind')
  const opened = async (role: 'head' | 'agencyHead' | 'supervisor'): Promise<Page> => {
    const page = await people.windowOf(station.loginOf(role))
    await visit(page, '/accountability')
    // nothing tells a window of a file that was put into the folder behind its back
    await page.reload()
    await page.getByRole('heading', { name: '销毁记录' }).waitFor()
    return page
  }
  const records = (page: Page) => page.getByRole('table', { name: '销毁记录' })
  const head = await opened('head')
  await button(head, '提出销毁无人引用的文件').click()
  await fillIn(dialog(head), { 销毁理由: '工作站移出的无人引用文件，不再需要。', '鉴定意见（何人、何时鉴定，结论）': '档案人员逐件核对，无需继续保存。' })
  await finishDialog(head, '提出销毁')
  await records(head).getByText('待批准').waitFor()

  const agencyHead = await opened('agencyHead')
  await records(agencyHead).getByRole('button').first().click()
  await button(agencyHead, '批准').click()
  await fillIn(dialog(agencyHead), { 意见: '同意销毁' })
  await finishDialog(agencyHead, '批准')
  expect(readdirSync(aside)).toHaveLength(1)

  const supervisor = await opened('supervisor')
  await records(supervisor).getByText('已批准，待监销').waitFor()
  await records(supervisor).getByRole('button').first().click()
  await supervisor.getByRole('table', { name: '文件清单' }).getByText('内容已不能读取').waitFor()
  expect(await axeViolations(supervisor)).toEqual([])
  await button(supervisor, '监销并销毁').click()
  await fillIn(dialog(supervisor), { 监销情况: '已逐件核对' })
  await finishDialog(supervisor, '监销并销毁')
  await records(supervisor).getByText('已销毁', { exact: true }).waitFor()
  expect(readdirSync(aside)).toEqual([])
  expect(await wordTroubles(supervisor, 'zh-CN')).toEqual([])
})
