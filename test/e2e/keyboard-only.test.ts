/** From sign-in to the issued opinion without a mouse: this file presses keys and never clicks. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { keepPictures, launchBrowser, type WatchedPage } from './browser.ts'
import { act, savedMark, stateMark } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, dialog, field } from './form.ts'
import { hasFocus, press, reach, skipToContent, write } from './keyboard.ts'
import { currentQuestion } from './review-screen.ts'
import { PASSWORD, prepareStation, SIGNING_PASSWORD, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let watched: WatchedPage
let page: Page
const TITLE = '岚清市某洗涤厂未按规定设置排污口案'

beforeAll(async () => {
  served = await serveStation(temporaryFolder('keyboard-only'))
  station = await prepareStation(served.host)
  browser = await launchBrowser()
  watched = await served.window(browser, { viewport: { width: 1366, height: 768 } })
  page = watched.page
})

afterEach(async ({ task }) => {
  await keepPictures(task, [watched])
  expect(watched.complaints.splice(0)).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

async function enter(who: string): Promise<void> {
  await write(page, page.getByLabel('您是'), who)
  await write(page, page.getByLabel('密码', { exact: true }), PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /您好/ }).waitFor()
}

async function leave(): Promise<void> {
  await press(page, page.getByRole('button', { name: '个人菜单' }))
  const out = page.getByRole('menuitem', { name: '退出登录' })
  await out.waitFor()
  await eventually(() => page.evaluate(() => document.activeElement?.closest('[role=menu]') !== null)).toBe(true)
  const chosen = () => out.evaluate((item) => item === document.activeElement || item.className.includes('-active'))
  for (let step = 0; step < 6 && !(await chosen()); step += 1) {
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(60)
  }
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '登录' }).waitFor()
}

/** To the list by its key, and into the only case there is. */
async function openTheCase(): Promise<void> {
  await page.keyboard.press('Alt+2')
  await page.getByText(TITLE).first().waitFor()
  await skipToContent(page)
  await reach(page, page.getByRole('grid').or(page.locator('[role=table][tabindex="0"], .fs-data-table [tabindex="0"]')).first())
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.getByRole('tablist').waitFor()
  await skipToContent(page)
}

/** Opens a dialog, leaves it by Esc, finds the focus where it was, and opens it again. */
async function openDialog(name: string): Promise<void> {
  await press(page, act(page, name))
  await dialog(page).waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await eventually(() => hasFocus(act(page, name))).toBe(true)
  await page.keyboard.press('Enter')
  await dialog(page).waitFor()
}

async function finish(name: string): Promise<void> {
  const open = dialog(page)
  await press(page, button(open.locator('.ant-modal-footer'), name))
  await open.waitFor({ state: 'hidden' })
}

/** To another tab of the case by the arrow keys. */
async function toTab(name: string): Promise<void> {
  await skipToContent(page)
  await reach(page, page.locator('[role=tab][aria-selected=true]'))
  for (let step = 0; step < 6 && !(await hasFocus(page.getByRole('tab', { name }))); step += 1) await page.keyboard.press('ArrowRight')
  await eventually(() => page.getByRole('tab', { name }).getAttribute('aria-selected')).toBe('true')
}

async function getCertificate(): Promise<void> {
  await page.keyboard.press('Alt+3')
  await page.getByRole('heading', { name: '我的证书' }).waitFor()
  await skipToContent(page)
  await press(page, button(page, '由本站签发'))
  await write(page, field(dialog(page), '签名密码'), SIGNING_PASSWORD)
  await write(page, field(dialog(page), '再输入一次签名密码'), SIGNING_PASSWORD)
  await finish('由本站签发')
  await page.getByText('有效', { exact: true }).waitFor()
}

async function sign(name: '审核人签署' | '负责人签发'): Promise<void> {
  await openTheCase()
  await openDialog(name)
  await write(page, field(dialog(page), '签名密码'), SIGNING_PASSWORD)
  await finish('签署')
}

let reviewer = ''
let caseId = ''

it('a handler signs in, registers with pasted values, and asks for the help of the screen', async () => {
  await enter(station.loginOf('handler'))
  await page.keyboard.press('Alt+n')
  await field(page, '案由').waitFor()
  await page.keyboard.press('F1')
  await page.getByRole('heading', { name: '登记案件' }).waitFor()
  await page.keyboard.press('Alt+n')
  await field(page, '案由').waitFor()
  await skipToContent(page)
  await write(page, field(page, '案件名称'), TITLE)
  await write(page, field(page, '案由'), '未按规定设置排污口')
  await write(page, field(page, '承办机构'), '执法大队')
  await write(page, field(page, '姓名或者名称'), '岚清市某洗涤厂')
  const handler = page.getByRole('group', { name: '承办人 第 1 项' })
  await write(page, field(handler, '姓名'), '陶志远')
  await write(page, field(handler, '执法证号'), '11223344')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: TITLE }).waitFor()
  caseId = /cases\/([0-9a-f-]+)$/.exec(page.url())?.[1] ?? ''
  await leave()
})

it('the head accepts and draws; every dialog gives the focus back', async () => {
  await enter(station.loginOf('head'))
  await openTheCase()
  await openDialog('受理')
  await write(page, dialog(page).getByLabel(/^仍予受理的理由/), '材料随后补交，不影响审核。')
  await finish('仍予受理')
  await stateMark(page, '已受理').waitFor()
  await openDialog('随机分派')
  await press(page, button(dialog(page), '随机抽取'))
  const drawn = dialog(page).getByText(/^抽中：/)
  await drawn.waitFor()
  reviewer = (await drawn.innerText()).replace(/^抽中：/, '').trim()
  await finish('关闭')
  await stateMark(page, '已分派').waitFor()
  await leave()
})

it('the reviewer answers every question by keys, drafts and submits', async () => {
  await enter(reviewer)
  await openTheCase()
  await press(page, act(page, '开始审核'))
  // the questions stand there before the review begins: they take an answer once it has begun
  await currentQuestion(page).getByRole('radio', { disabled: false }).first().waitFor()
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('1')
    const id = await currentQuestion(page).getAttribute('id')
    await currentQuestion(page).locator('input:checked, [aria-checked=true]').first().waitFor({ state: 'attached' })
    await page.keyboard.press('u')
    await page.waitForTimeout(30)
    if ((await currentQuestion(page).getAttribute('id')) === id) break
  }
  await savedMark(page).waitFor()
  const { headings } = await (await station.as(station.sample.people.find(({ name }) => name === reviewer)?.login ?? '')).call('checklist.get', { caseId, round: null })
  expect(headings.flatMap(({ questions }) => questions).filter(({ answer }) => (answer?.answer ?? null) === null)).toEqual([])
  await toTab('意见书')
  await press(page, button(page, '起草意见书'))
  await page.locator('.opinion-section').first().waitFor()
  await skipToContent(page)
  await openDialog('提交意见书稿')
  await finish('提交')
  await stateMark(page, '待负责人审批').waitFor()
  await leave()
})

it('the head approves, both sign, and the opinion is issued', async () => {
  await enter(station.loginOf('head'))
  await openTheCase()
  await openDialog('同意意见书稿')
  await finish('同意')
  await getCertificate()
  await leave()
  await enter(reviewer)
  await getCertificate()
  await sign('审核人签署')
  await page.getByText(/已签署，文号/).waitFor()
  await leave()
  await enter(station.loginOf('head'))
  await sign('负责人签发')
  await stateMark(page, '已出具意见').waitFor()
})
