/** Clocks in the window: of a case, on the board, and the notice of a new year. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import { isoDate, isoInstant, type IsoDate } from '../../src/shared/values/values.ts'
import { connectClient } from '../../src/main/core/client.ts'
import { today } from '../../src/renderer/ui/formats.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { axeViolations } from './axe-violations.ts'
import { launchBrowser } from './browser.ts'
import { openCase, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, choose, dialog, field, fillDay, fillIn } from './form.ts'
import { PASSWORD, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { signedIn, type SignedIn } from './signed-in.ts'
import { wordTroubles } from './words-on-screen.ts'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let people: SignedIn
let caseId: string
const TODAY = isoDate(today())
const daysAgo = (days: number): IsoDate => shiftDays(TODAY, -days)

beforeAll(async () => {
  served = await serveStation(temporaryFolder('deadlines'))
  station = await prepareStation(served.host)
  caseId = await station.assigned(1, { filedOn: daysAgo(100), receivedOn: TODAY })
  browser = await launchBrowser()
  people = signedIn(served, browser)
}, 300_000)
afterEach(async ({ task }) => expect(await people.afterTest(task)).toEqual([]))
afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

const head = (): Promise<Page> => people.windowOf(station.loginOf('head'))
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

async function clocks(page: Page): Promise<void> {
  await openCase(page, caseId)
  await page.getByRole('tab', { name: '期限', exact: true }).click()
  await row(page, '法制审核').first().waitFor()
}

describe('the clocks of a case', () => {
  it('stand in rows with light, last day, how they were counted, and basis', async () => {
    const page = await people.windowOf(REVIEWER)
    await clocks(page)
    await row(page, '作出处罚决定').getByText('已超期').waitFor()
    await row(page, '作出处罚决定').getByText(/起算 90 日/u).waitFor()
    await row(page, '法制审核').getByText(/尚余 \d+ 个工作日/u).waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await axeViolations(page)).toEqual([])
  })

  it('are extended with who granted it and when, and the record can be taken back', async () => {
    const page = await people.windowOf(REVIEWER)
    await clocks(page)
    await page.getByRole('button', { name: '延长 法制审核' }).click()
    await button(dialog(page), '登记延长').click()
    await dialog(page).getByText('必填').first().waitFor()
    await field(dialog(page), '延长多久（个工作日）').fill('3')
    await fillIn(dialog(page), { 批准人姓名: '周局长', 延长的理由: '案情复杂，需要核实。' })
    await button(dialog(page), '登记延长').click()
    await row(page, '法制审核').getByText(/延长 3 个工作日（周局长/u).first().waitFor()
    expect(await page.getByRole('button', { name: '延长 法制审核' }).count()).toBe(0)
    await page.getByRole('button', { name: /^收回 延长/u }).click()
    await fillIn(dialog(page), { 理由: '批准人写错了' })
    await button(dialog(page), '收回').click()
    await page.getByText(/已收回：批准人写错了/u).waitFor()
    await page.getByRole('button', { name: '延长 法制审核' }).waitFor()
  })

  it('go on from a day that somebody writes down', async () => {
    const page = await people.windowOf(REVIEWER)
    await clocks(page)
    await button(page, '登记节点日期').click()
    await choose(dialog(page), '发生了什么', '决定书送达')
    await fillDay(dialog(page), '日期', daysAgo(3))
    await button(dialog(page), '登记').click()
    await row(page, '缴纳罚款').first().waitFor()
    await row(page, '申请行政复议').first().waitFor()
  })
})

describe('the board', () => {
  it('shows what is over and whose it is, by kind and light, and leads to the case', async () => {
    const page = await head()
    await visit(page, '/board')
    await page.getByRole('heading', { name: '督办看板' }).waitFor()
    await row(page, '作出处罚决定').getByText('已超期').first().waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    await page.locator('.clock-filter .ant-segmented-item').filter({ hasText: /^黄灯$/u }).click()
    await eventually(() => row(page, '作出处罚决定').count()).toBe(0)
    await button(page, '清除筛选').click()
    await row(page, '作出处罚决定').first().getByRole('link').click()
    await page.getByRole('tab', { name: '期限', exact: true, selected: true }).waitFor()
  })

  it('is not there for who handles cases', async () => {
    const page = await people.windowOf(station.loginOf('handler'))
    expect(await page.getByRole('link', { name: '督办看板' }).count()).toBe(0)
  })
})

describe('Home', () => {
  const panel = (page: Page) => page.getByRole('region', { name: '我的期限' })

  it('holds one’s own limits of every kind, hours in hours, and opens the clocks of the case', async () => {
    const page = await people.windowOf(station.loginOf('handler'))
    await visit(page, '/')
    const line = panel(page).getByRole('link').filter({ hasText: '作出处罚决定' })
    await line.getByText(/已超期 \d+ 日/u).waitFor()
    await line.getByText(/^承办人：/u).waitFor()
    // without being asked: what somebody writes down comes in
    const client = connectClient(served.host)
    await client.call('session.signIn', { login: station.loginOf('handler'), password: PASSWORD })
    const on = daysAgo(3)
    await client.call('deadlines.recordDay', { caseId, event: 'urgentMeasureTaken', on, at: isoInstant(new Date(`${on}T02:00:00.000Z`)), note: '', materialId: null })
    const hours = panel(page).getByRole('link').filter({ hasText: '情况紧急当场实施强制措施' })
    await hours.getByText(/已超期 \d+ 小时/u).waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    await visit(page, '/help')
    await panel(page).waitFor({ state: 'detached' })
    await visit(page, '/')
    // from memory: no gap while it is asked again
    await hours.waitFor()
    expect(await panel(page).locator('.ant-skeleton').count()).toBe(0)
    await hours.click()
    await page.getByRole('tab', { name: '期限', exact: true, selected: true }).waitFor()
  })

  it('says so where nothing of one’s own is near', async () => {
    const page = await people.windowOf(station.sample.administrator.login)
    await visit(page, '/')
    await panel(page).getByText('没有超期或临期的期限。').waitFor()
  })
})

describe('a notice of days off', () => {
  // 2099 lies beyond every notice that a catalogue will bring
  const text = `2099年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假，共3天。
二、清明节：4月4日（周六）至6日（周一）放假，共3天。
三、劳动节：5月1日（周五）至3日（周日）放假，共3天。
四、国庆节：10月1日（周四）至7日（周三）放假，共7天。`

  it('is pasted, refused where the day of the week is wrong, checked, and saved', async () => {
    const page = await people.windowOf(station.sample.administrator.login)
    await visit(page, '/settings')
    await button(page, '录入放假通知').click()
    const box = field(dialog(page), '通知全文、表格或者 JSON')
    await box.fill(text.replace('（周四）至3日', '（周五）至3日'))
    await button(dialog(page), '识别').click()
    await dialog(page).getByText('第 2 行：2099-01-01 写明的星期与日期不符').waitFor()
    await box.fill(text)
    await button(dialog(page), '识别').click()
    await eventually(() => dialog(page).getByText('写明的星期与日期不符').count()).toBe(0)
    await fillIn(dialog(page), { 文号或者名称: '国办发明电〔2098〕1号' })
    await fillDay(dialog(page), '公布日期', TODAY)
    await button(dialog(page), '核对并计算影响').click()
    await dialog(page).getByText(/通知里可能还有没录入的/u).waitFor()
    await fillIn(dialog(page), { '已对照通知原文，仍要保存的理由': '测试用的安排' })
    await button(dialog(page), '保存并重新计算').click()
    await page.getByText(/2099 年放假安排已保存/u).waitFor()
  })

  it('is preceded by warnings that the station sets', async () => {
    const page = await people.windowOf(station.sample.administrator.login)
    await visit(page, '/settings')
    const panel = page.getByRole('region', { name: '期限预警' })
    await button(panel, '展开设置').click()
    const days = panel.getByRole('spinbutton', { name: '法制审核的预警' })
    await days.fill('4')
    await days.press('Tab')
    await row(page, '法制审核').getByText('恢复默认').waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await axeViolations(page)).toEqual([])
  })
})
