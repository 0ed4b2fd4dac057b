/** A suspected crime as people take it through the window: compared with a line, raised, transferred, and what comes back. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { axeViolations } from './axe-violations.ts'
import { launchBrowser } from './browser.ts'
import { openCase, openTab, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, dialog, field, fillDay, fillIn, finishDialog, OPEN_LIST } from './form.ts'
import { prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { signedIn, type SignedIn } from './signed-in.ts'
import { wordTroubles } from './words-on-screen.ts'

const HANDLER = 'taozhiyuan'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let people: SignedIn

beforeAll(async () => {
  served = await serveStation(temporaryFolder('transfer-window'))
  station = await prepareStation(served.host)
  browser = await launchBrowser()
  people = signedIn(served, browser)
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

afterEach(async ({ task }) => {
  expect(await people.afterTest(task)).toEqual([])
})

async function openTransfer(page: Page, caseId: string): Promise<void> {
  await openCase(page, caseId)
  await openTab(page, '移送')
  await page.getByRole('heading', { name: '移送流程' }).waitFor()
}

/** Chooses the first entry of a list that holds these words, typed as a person looks for it. */
async function search(page: Page, label: string, words: string): Promise<void> {
  await field(page, label).last().fill(words)
  await page.locator(`${OPEN_LIST} .ant-select-item-option`).filter({ hasText: words }).first().click()
}

const stage = (page: Page, name: string) => page.locator('.transfer-stage').filter({ hasText: name }).first()

describe('a suspected crime', () => {
  it('is compared with a line, raised from the result, and shown in red while a fine is proposed', async () => {
    const caseId = await station.assigned(2)
    const page = await people.windowOf(HANDLER)
    await openTransfer(page, caseId)
    expect(await page.locator('.case-banner-red').count()).toBe(0)
    await search(page, '罪名', '污染环境罪')
    await fillIn(page, { 违法所得: '26万' })
    const result = page.locator('.threshold-result')
    await result.getByText('接近标准').first().waitFor()
    await result.getByText('合计260,000元，标准300,000元，占86%（已达预警线80%）').waitFor()
    await button(page, '增加一次行为').click()
    await fillDay(page.locator('.threshold-row'), '行为日期', '2025-11-02')
    await fillIn(page.locator('.threshold-row'), { 违法所得: '4万' })
    await result.getByText('达到标准').first().waitFor()
    await page.getByLabel('已受处理').check()
    await result.getByText('2025-11-02 40,000元，已处理，不计入').waitFor()
    await page.getByLabel('已受处理').uncheck()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await button(page, '据此提出涉嫌犯罪').click()
    const form = dialog(page)
    expect(await field(form, '罪名').inputValue()).toBe('污染环境罪')
    await finishDialog(page, '提示涉嫌犯罪')
    await page.locator('.case-banner-red').getByText(/拟作出的罚款.*不得先行决定/).waitFor()
    await openTab(page, '概况')
    await page.locator('.case-banner-red').getByRole('button', { name: '查看移送' }).click()
    await page.locator('.transfer-record').getByText('提示涉嫌犯罪').waitFor()
    await page.locator('.transfer-record').getByText(/2025-11-02 40,000元，未经处理，计入/).waitFor()
  })

  it('goes from the team to the police, each by whom it concerns, with the hours shown', async () => {
    const caseId = await station.assigned(2)
    const page = await people.windowOf(HANDLER)
    await openTransfer(page, caseId)
    await button(page, '提示涉嫌犯罪').click()
    await fillIn(dialog(page), { 罪名: '污染环境罪', '依据（法条、追诉标准）': '刑法第三百三十八条' })
    await finishDialog(page, '提示涉嫌犯罪')
    // the report waits for the team, and says so
    await page.getByRole('note', { name: /提出移送报告.*专案组/ }).waitFor()
    await button(page, '指定专案组').click()
    await button(dialog(page).locator('.ant-modal-footer'), '指定专案组').click()
    await dialog(page).getByText('两名以上执法人员').last().waitFor()
    for (const name of ['陶志远', '沈佳宁']) await search(page, '专案组成员', name)
    await page.keyboard.press('Escape')
    await finishDialog(page, '指定专案组')
    await page.locator('.transfer-summary').getByText('陶志远、沈佳宁').waitFor()
    await button(page, '提出移送报告').click()
    await fillIn(dialog(page), { 书面报告: '经核实，当事人通过暗管排放有毒物质，建议移送。' })
    await finishDialog(page, '提出移送报告')
    await stage(page, '负责人审批').getByText(/剩余 3 日|剩余 \d 日/).waitFor()

    const head = await people.windowOf(station.loginOf('agencyHead'))
    await openTransfer(head, caseId)
    await button(head, '负责人审批').click()
    await button(dialog(head).locator('.ant-modal-footer'), '决定').click()
    // neither the decision nor in which capacity it is made is chosen for anybody
    await eventually(() => dialog(head).locator('.fs-field-error').count()).toBe(2)
    await dialog(head).getByText('批准移送', { exact: true }).click()
    await dialog(head).getByText('本人是正职负责人').click()
    await finishDialog(head, '决定')
    await stage(head, '移送公安机关').getByText('剩余 23 小时').waitFor()

    await stage(page, '移送公安机关').getByText('剩余 23 小时').waitFor()
    // the paper of this step is one click away
    await page.getByRole('group', { name: '本环节文书' }).getByRole('button', { name: '涉嫌犯罪案件移送书' }).click()
    await page.getByRole('heading', { name: '涉嫌犯罪案件移送书' }).waitFor()
    await openTab(page, '移送')
    // the letter was made as a form: its number and the police are in the dialog by then
    const clerk = await station.as(HANDLER)
    const about = { caseId, form: 'transferLetter' as const, about: 'case', given: [{ fact: 'policeOrgan' as const, value: '清川县公安局' }] }
    const { lacks } = await clerk.call('forms.preview', about)
    const letter = await clerk.call('forms.make', { ...about, lacks: lacks.map(({ id }) => id) })
    await button(page, '移送公安机关').click()
    await eventually(() => field(dialog(page), '文书编号').inputValue()).toBe(letter.number)
    await dialog(page).getByText('取自本案已制作的移送书，可以改。').waitFor()
    expect(await field(dialog(page), '公安机关').inputValue()).toBe('清川县公安局')
    await fillIn(dialog(page), { 时间: '23:59' })
    await button(dialog(page).locator('.ant-modal-footer'), '移送公安机关').click()
    // three papers are neither attached nor explained
    await eventually(() => dialog(page).locator('.transfer-attachments .fs-field-error').count()).toBe(3)
    for (const kind of ['涉案物品清单', '有关检验报告或者鉴定结论', '其他有关涉嫌犯罪的材料']) await dialog(page).getByLabel(`${kind} 没有的原因或者份数、编号`).fill('本案没有')
    await fillIn(dialog(page), { 时间: '00:00' })
    await button(dialog(page).locator('.ant-modal-footer'), '移送公安机关').click()
    await dialog(page).getByText(/早于上一环节“批准移送”的时间/).waitFor()
    const now = new Date(Date.now() + 8 * 3_600_000).toISOString()
    await fillDay(dialog(page), '日期', now.slice(0, 10))
    await fillIn(dialog(page), { 时间: now.slice(11, 16) })
    await finishDialog(page, '移送公安机关')
    await stage(page, '移送公安机关').getByText('按期').waitFor()
    await page.locator('.transfer-record').getByText(/涉案物品清单：没有（本案没有）/).waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    await button(page, '改用深色').click()
    expect(await axeViolations(page)).toEqual([])
    await button(page, '登记公安机关回执').click()
    expect(await axeViolations(page)).toEqual([])
    await button(dialog(page).locator('.ant-modal-footer'), '取消').click()
    await button(page, '改用浅色').click()
    // what was said a moment ago stays in the language in which it was said
    await page.reload()
    await page.getByRole('heading', { name: '移送流程' }).waitFor()
    await button(page, '切换语言 EN').click()
    await page.getByRole('heading', { name: 'The way of the transfer' }).waitFor()
    expect(await wordTroubles(page, 'en')).toEqual([])
    await button(page, 'Switch the language 中文').click()

    await visit(page, '/transfers')
    await page.getByRole('table', { name: '未了结的移送' }).getByText('已移送').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })

  it('offers nothing to who has no part in it', async () => {
    const caseId = await station.assigned(2)
    const page = await people.windowOf('hewenbo')
    await openTransfer(page, caseId)
    await page.getByText('本人现在没有可办理的环节。').waitFor()
  })
})

describe('what comes back', () => {
  it('is registered, assessed with its limitation, and cannot be punished once that has lapsed', async () => {
    const page = await people.windowOf(REVIEWER)
    await visit(page, '/transfers')
    await button(page, '登记检察意见').click()
    const form = dialog(page)
    await fillIn(form, {
      文号: '清检行意〔2026〕8号', 人民检察院: '清川县人民检察院', 不起诉决定书文号: '清检刑不诉〔2026〕2号', '被不起诉人（当事人）': '清川县碧波印染有限公司', 罪名: '污染环境罪', 要求处理的事项: '建议给予行政处罚',
    })
    await fillDay(form, '制发日期', '2026-04-01')
    await fillDay(form, '不起诉决定日期', '2026-03-30')
    await search(page, '不起诉种类', '酌定不起诉')
    await finishDialog(page, '登记检察意见')
    const row = page.getByRole('row').filter({ hasText: '清检行意〔2026〕8号' })
    await row.getByText('待研判').waitFor()
    await row.getByText('未核实').waitFor()
    await row.getByRole('button').first().click()
    await button(page, '研判能否处罚').click()
    await fillDay(dialog(page), '违法行为终了日期', '2020-01-01')
    await fillDay(dialog(page), '违法行为被发现日期', '2026-01-01')
    await fillIn(dialog(page), { 研判意见: '已过时效。' })
    await finishDialog(page, '研判能否处罚')
    await page.getByText('已过处罚时效、没有处罚依据').waitFor()
    const head = await people.windowOf(station.loginOf('head'))
    await visit(head, '/transfers')
    await head.getByRole('row').filter({ hasText: '清检行意〔2026〕8号' }).getByRole('button').first().click()
    await button(head, '作出处理决定').click()
    await search(head, '处理决定', '给予行政处罚')
    await fillIn(dialog(head), { 理由: '拟处罚。' })
    await button(dialog(head).locator('.ant-modal-footer'), '作出处理决定').click()
    await dialog(head).getByText(/未超过处罚时效、有处罚依据/).waitFor()
    await search(head, '处理决定', '不予处罚')
    await finishDialog(head, '作出处理决定')
    // who is not asked for the next step is not offered it
    for (const window of [head, page]) await window.getByText('不予处罚：拟处罚。').waitFor()
    expect([await button(head, '回复检察机关').count(), await button(page, '回复检察机关').count()]).toEqual([1, 0])
    // the station has no case of it: the answer is printed here
    await head.getByRole('group', { name: '检察意见回复函' }).getByRole('button').first().click()
    await head.getByText(/检察意见回复函.*清检行意〔2026〕8号/).first().waitFor()
  })

  it('and a clue about an official is seen by the head, and by no other reviewer', async () => {
    const page = await people.windowOf(REVIEWER)
    await visit(page, '/transfers')
    await button(page, '登记线索').click()
    await search(page, '种类', '涉嫌职务犯罪')
    await fillIn(dialog(page), { 反映对象姓名: '某甲', '单位、职务': '某所副所长', 线索内容: '检查前通风报信', 机关名称: '清川县监察委员会' })
    await search(page, '移送至', '监察机关')
    await finishDialog(page, '登记线索')
    await page.getByRole('row').filter({ hasText: '某所副所长' }).getByText('尚未移送').waitFor()
    const head = await people.windowOf(station.loginOf('head'))
    await visit(head, '/transfers')
    const seen = head.getByRole('row').filter({ hasText: '某甲，某所副所长' })
    await seen.getByRole('button').first().click()
    await head.getByRole('group', { name: '问题线索移送函' }).getByRole('button').first().click()
    await head.getByText(/问题线索移送函.*\.pdf/).first().waitFor()
    expect(await axeViolations(head)).toEqual([])
    const other = await people.windowOf('hewenbo')
    await visit(other, '/transfers')
    await other.getByText('没有可见的线索记录').waitFor()
  })
})
