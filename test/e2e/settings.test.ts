/** Catalogue, settings and backups as an administrator meets them. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { visit } from './case-screen.ts'
import { button, choose, dialog, field, fillIn } from './form.ts'
import { prepareStation, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { signedIn, type SignedIn } from './signed-in.ts'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let windows: SignedIn
let folder: string

beforeAll(async () => {
  folder = temporaryFolder('settings')
  served = await serveStation(folder)
  station = await prepareStation(served.host)
  await station.register()
  browser = await launchBrowser()
  windows = signedIn(served, browser)
})
afterEach(async ({ task }) => expect(await windows.afterTest(task)).toEqual([]))
afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

const admin = (): Promise<Page> => windows.windowOf(station.sample.administrator.login)

/** Types into a list that can be searched and takes the first entry found. */
async function searchFor(page: Page, label: string, typed: string): Promise<void> {
  const control = field(page, label)
  await control.click()
  await control.fill(typed)
  await page.locator('.ant-select-item-option-active').getByText(typed.trim()).first().waitFor()
  await control.press('Enter')
}

describe('a backup', () => {
  it('is made into a folder that is there, and refused plainly elsewhere', async () => {
    const page = await admin()
    await visit(page, '/settings')
    const panel = page.getByRole('region', { name: '备份' })
    await panel.getByText('还没有备份过').waitFor()
    await fillIn(panel, { '备份到（文件夹）': folder })
    await button(panel, '立即备份').click()
    await panel.getByText('在工作站自己的文件夹里').waitFor()
    const target = join(temporaryFolder('e2e-backups'), '移动硬盘')
    await fillIn(panel, { '备份到（文件夹）': target })
    await button(panel, '立即备份').click()
    await panel.getByText('不存在（移动硬盘可能没有接好）').waitFor()
    mkdirSync(target)
    await button(panel, '立即备份').click()
    await panel.getByText('上次备份：今天。').waitFor()
    expect(readdirSync(target)).toEqual([expect.stringMatching(/^fashen-backup-/)])
    await panel.getByRole('table', { name: '已有的备份' }).waitFor()
  })
})

describe('an overlay of the agency’s own', () => {
  it('is checked at its fields, shows the cases it touches, and holds when it is saved', async () => {
    const page = await admin()
    await visit(page, '/catalogue')
    await page.getByRole('tab', { name: '补充目录' }).click()
    await button(page, '新建补充目录').click()
    await fillIn(page, { 名称: '本机关补充目录', '来源（文件名称、文号）': '岚清市生态环境局审核规则' })
    await choose(page, '添加一项…', '停用已有条目')
    await searchFor(page, '条目', '1.1 ')
    await fillIn(page, { 停用理由: '本机关不适用' })
    await button(page, '检查并预览影响').click()
    await page.getByText('致命问题不得隐藏').first().waitFor()
    expect(await button(page, '保存并施行').isDisabled()).toBe(true)
    await searchFor(page, '条目', '7.11 ')
    await button(page, '检查并预览影响').click()
    await page.getByText(/待受理案件中 \d+ 件受影响/).waitFor()
    await button(page, '保存并施行').click()
    await fillIn(dialog(page), { 修改说明: '局务会通过' })
    await button(dialog(page), '保存并施行').click()
    await page.getByText('施行中').waitFor()
    await button(page, '撤回').click()
    await fillIn(dialog(page), { 理由: '文件已废止' })
    await button(dialog(page), '撤回').click()
    await page.getByText('已撤回', { exact: true }).waitFor()
    await button(page, '各版本（2）').click()
    await page.getByText('局务会通过').waitFor()
  })

  it('is not offered to who may not write it', async () => {
    const page = await windows.windowOf(station.loginOf('handler'))
    await visit(page, '/catalogue')
    await page.getByRole('tab', { name: '补充目录' }).click()
    await page.getByText('本机关补充目录').waitFor()
    expect(await button(page, '新建补充目录').count()).toBe(0)
    await visit(page, '/settings')
    await page.getByRole('region', { name: '工作日历' }).waitFor()
    expect(await page.getByRole('region', { name: '备份' }).count()).toBe(0)
  })
})

describe('settings', () => {
  it('number patterns show the numbers to come while they are typed, and refuse what cannot tell two apart', async () => {
    const page = await admin()
    await visit(page, '/settings')
    const panel = page.getByRole('region', { name: '编号规则' })
    const code = station.sample.station.numberPrefix
    const year = new Date().getFullYear()
    const form = panel.getByRole('textbox', { name: '意见书文号' })
    expect(await form.inputValue()).toBe('{代字}法审〔{年}〕{序号}号')
    await panel.getByText(`${code}法审〔${year}〕12号`).waitFor()
    await form.fill('{代字}法核〔{年}〕号')
    await panel.getByText('缺少序号').waitFor()
    expect(await button(panel, '保存').isDisabled()).toBe(true)
    // the part is put where the cursor stands
    await form.press('End')
    await form.press('ArrowLeft')
    await button(panel, '序号').click()
    expect(await form.inputValue()).toBe('{代字}法核〔{年}〕{序号}号')
    await choose(panel, '序号位数', '补零到 3 位')
    await panel.getByText(`${code}法核〔${year}〕012号`).waitFor()
    await panel.getByText('与国家标准不一致：序号补零').waitFor()
    await choose(panel, '序号位数', '不补零')
    await panel.getByRole('checkbox', { name: '登记案件时给出案件编号' }).check()
    const cases = panel.getByRole('textbox', { name: '案件编号' })
    await cases.fill('{代字}法核（{年}）第{序号}号')
    await panel.getByText('分不清').waitFor()
    await cases.fill('{代字}案〔{年}〕{序号}号')
    await button(panel, '保存').click()
    await page.getByText('编号规则已保存，用于以后取的号。').waitFor()
    const caseId = await station.register(2)
    await visit(page, `/cases/${caseId}`)
    await page.getByText(`${code}案〔${year}〕1号`).first().waitFor()
    await visit(page, '/settings')
    await page.getByRole('region', { name: '编号登记' }).getByText(`${code}案〔${year}〕1号`).waitFor()
  })

  it('tell where the data lies and how much it is; a browser offers to copy the place, not to open it', async () => {
    const page = await admin()
    await visit(page, '/settings')
    const panel = page.getByRole('region', { name: '本机数据' })
    await panel.getByText(folder, { exact: true }).waitFor()
    await panel.getByText(/^[\d.]+ [KMG]B，\d+ 个文件$/).waitFor()
    await button(panel, '复制数据文件夹的位置').waitFor()
    expect(await button(panel, '打开数据文件夹').count()).toBe(0)
  })

  it('a letterhead is shown as it will be printed, and kept', async () => {
    const page = await admin()
    await visit(page, '/settings')
    const panel = page.getByRole('region', { name: '文书版头与联系方式' })
    await fillIn(panel, { 电话: 'abc' })
    await panel.getByText('格式不对').waitFor()
    await fillIn(panel, { '发文机关标志（标题上方一行）': '岚清市生态环境局文件', 电话: '0731-1234567', 邮政编码: '410000' })
    await panel.getByText('电话：0731-1234567　邮政编码：410000').waitFor()
    await button(panel, '保存').click()
    await page.getByText('已保存，用于以后制作的文书。').waitFor()
    await visit(page, '/catalogue')
    await visit(page, '/settings')
    await visit(page, '/catalogue')
    await visit(page, '/settings')
    await panel.locator('.station-paper-title').getByText('岚清市生态环境局文件').waitFor()
  })
})
