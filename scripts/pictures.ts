/**
 * `node scripts/pictures.ts`: takes the pictures of the README from the window of the demonstration station, in the
 * real Electron of the shared tools where there is one (with a display), else in Chromium over loopback.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { createHost } from '../src/main/core/host.ts'
import { connectClient, type Client } from '../src/main/core/client.ts'
import { prepareDemoStation, type DemoStation } from '../src/main/demo/demo-station.ts'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../src/shared/cases/case-filter.ts'
import { startLoopback } from '../src/main/loopback/start-loopback.ts'
import { runtime, stageProgram, start } from '../test/desktop/electron-app.ts'
import { launchBrowser } from '../test/e2e/browser.ts'
import { openTab, visit } from '../test/e2e/case-screen.ts'
import { signIn, signOut } from '../test/e2e/door-screens.ts'
import { button } from '../test/e2e/form.ts'
import { build } from './build.ts'
import { withPalette } from './palette-picture.ts'

const root = resolve(import.meta.dirname, '..')
const target = join(root, 'docs', 'pictures')
/** A small notebook, on which the whole work must fit. */
const SIZE = { width: 1366, height: 768 }
/** The largest that a picture may be: the README loads all of them. */
const MOST_BYTES = 150_000
const SAMPLE = '岚清市恒盛电镀有限公司未取得排污许可证排放水污染物案'
const APPROVED = '岚清市福临餐饮管理有限公司油烟超标排放案'
const HEAD = 'hanyi'
const RECORD = '05-现场检查（勘察）笔录.pdf'

/** What the rules find is complete only when every paper of the sample is read. */
async function untilRead(client: Client): Promise<void> {
  const filter = { ...EMPTY_CASE_FILTER, text: SAMPLE }
  const { rows } = await client.call('cases.list', { filter, sort: NEWEST_FIRST, after: null, size: 1 })
  const caseId = rows[0]?.id ?? ''
  for (;;) {
    const { unread } = await client.call('prereview.findings', { caseId, round: null })
    if (!unread.some(({ state }) => state === 'waiting')) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The signed PDF of an opinion that the demonstration station issued. */
async function issuedOpinion(demo: DemoStation, folder: string): Promise<string> {
  const host = createHost({ stationFolder: demo.folder, resourcesFolder: join(root, 'resources') })
  try {
    const client = connectClient(host)
    await client.call('station.unlock', { passphrase: demo.passphrase })
    await client.call('session.signIn', { login: demo.login, password: demo.password })
    const filter = { ...EMPTY_CASE_FILTER, states: ['issued' as const] }
    const { rows } = await client.call('cases.list', { filter, sort: NEWEST_FIRST, after: null, size: 1 })
    const [row] = rows
    if (row === undefined) throw new Error('the demonstration has no issued case')
    const { rounds } = await client.call('cases.get', { caseId: row.id })
    const file = join(folder, `${row.opinionNumber ?? 'opinion'}.pdf`)
    await untilRead(client)
    writeFileSync(file, await client.read(`document/${rounds[0]?.pdfDocumentId ?? ''}`))
    return file
  } finally {
    await host.close()
  }
}

async function openCase(page: Page, title: string): Promise<void> {
  await visit(page, '/cases')
  await page.getByRole('grid').getByText(title).first().click()
  await page.getByRole('tab', { name: '概况' }).waitFor()
}

type Take = (name: string) => Promise<void>

async function takeReview(page: Page, take: Take): Promise<void> {
  await openCase(page, SAMPLE)
  await openTab(page, '审核')
  await page.getByRole('article').first().waitFor()
  // the key goes to a finding once they are there
  await page.locator('.heading-findings').first().waitFor()
  await page.keyboard.press('f')
  await page.locator('.finding-current').first().waitFor()
  await page.locator('.evidence-paper').waitFor()
  await take('review')
  await page.keyboard.press('l')
  await button(page, '返回问题').waitFor()
  await take('findings')
  await page.keyboard.press('l')
  await page.getByRole('article').first().waitFor()
  await page.getByRole('button', { name: /全部 \d+ 份/ }).click()
  await page.getByRole('menuitem', { name: RECORD }).click()
  await page.locator('.evidence-tab[aria-current=true]').getByText(RECORD).waitFor()
  await page.locator('.evidence-page[data-page="1"] canvas').waitFor()
  await page.locator('.evidence-scroll').focus()
  await page.keyboard.press('m')
  await page.getByRole('application', { name: '在第 1 页圈注' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('p')
  await page.locator('.question-current .pin-region').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.question-current .pin-place', { has: page.locator('.pin-region') }).click()
  await page.locator('.evidence-region-pinned').waitFor()
  await take('evidence')
}

async function takeCase(page: Page, take: Take): Promise<void> {
  await page.getByRole('tab', { name: '时间轴与核对' }).click()
  await take('timeline')
  await page.getByRole('tab', { name: '期限', exact: true }).click()
  await page.getByRole('row').filter({ hasText: '作出处罚决定' }).first().waitFor()
  await take('clocks')
  await takeTransfer(page, take)
  await openTab(page, '裁量')
  await page.getByLabel('适用的基准').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '示例' }).first().click()
  await take('discretion')
  await openCase(page, APPROVED)
  await openTab(page, '意见书')
  await page.locator('.sheet').first().waitFor()
  await take('opinion')
}

/** Compared with a filing line, and nothing raised: the case stays as the demonstration has it. */
async function takeTransfer(page: Page, take: Take): Promise<void> {
  await openTab(page, '移送')
  await page.getByLabel('罪名').last().fill('污染环境罪')
  await page.locator('.ant-select-item-option').filter({ hasText: '污染环境罪' }).first().click()
  await page.getByLabel('违法所得').fill('26万')
  await page.locator('.threshold-result').getByText('接近标准').first().waitFor()
  await page.locator('.threshold-result').scrollIntoViewIfNeeded()
  await take('transfer')
}

async function takeVerification(page: Page, opinion: string, take: Take): Promise<void> {
  await visit(page, '/verify')
  await page.getByRole('heading', { name: '核验文件' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(opinion)
  await page.getByText('核验通过').waitFor()
  await take('verification')
}

async function takePictures(page: Page, opinion: string, password: string): Promise<void> {
  mkdirSync(target, { recursive: true })
  const take: Take = async (name) => {
    await page.waitForLoadState('networkidle')
    // fonts and the page of the paper are drawn a moment after the data is there
    await page.waitForTimeout(1500)
    await page.mouse.move(0, 0)
    const picture = withPalette(await page.screenshot())
    writeFileSync(join(target, `${name}.png`), picture)
    console.log(`docs/pictures/${name}.png, ${Math.ceil(picture.length / 1000)} kB`)
    if (picture.length > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1000} kB`)
  }
  await page.setViewportSize(SIZE)
  await page.locator('.fs-queue').first().waitFor()
  await takeReview(page, take)
  await takeCase(page, take)
  await visit(page, '/laws')
  await button(page, '查看法规登记').click()
  await take('laws')
  await takeVerification(page, opinion, take)
  await signOut(page)
  await signIn(page, HEAD, password)
  await visit(page, '/')
  await button(page, '知道了').click()
  await page.locator('.fs-queue').first().waitFor()
  await take('home')
  await visit(page, '/cases')
  await page.getByRole('grid').getByText(SAMPLE).waitFor()
  await take('cases')
  await visit(page, '/board')
  await page.getByRole('link', { name: SAMPLE }).waitFor()
  await take('board')
  await visit(page, '/statistics')
  await page.getByRole('heading', { name: '发现的问题' }).waitFor()
  await take('statistics')
  await visit(page, '/ledger')
  await page.getByRole('grid').getByText(APPROVED).first().waitFor()
  await take('ledger')
  await openCase(page, APPROVED)
  await openTab(page, '文书')
  await page.locator('.forms .sheet').first().waitFor()
  await take('forms')
}

async function inElectron(demo: DemoStation, opinion: string): Promise<void> {
  const staged = stageProgram()
  const { passphrase, login, password } = demo
  // a locale that every Linux has: without one in UTF-8, Chromium cannot read a Chinese file name
  const env = { FASHEN_AUTO_SIGN_IN: JSON.stringify({ passphrase, login, password }), LC_ALL: 'C.UTF-8', LANGUAGE: 'zh_CN' }
  const started = await start(staged.installed, { stationFolder: demo.folder, env })
  try {
    await started.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), SIZE)
    await started.page.getByText(/EN|中文/).first().waitFor()
    const english = started.page.getByRole('button', { name: /中/ })
    if ((await english.count()) > 0) await english.first().click()
    await takePictures(started.page, opinion, password)
  } finally {
    await started.app.close()
    staged.remove()
    rmSync(started.home, { recursive: true, force: true })
  }
}

async function inChromium(demo: DemoStation, opinion: string): Promise<void> {
  const host = createHost({ stationFolder: demo.folder, resourcesFolder: join(root, 'resources') })
  const { passphrase, login, password } = demo
  const served = await startLoopback({ host, rendererFolder: join(root, 'out', 'renderer'), autoSignIn: { passphrase, login, password } })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce' })
    await page.goto(served.url)
    await takePictures(page, opinion, password)
  } finally {
    await browser.close()
    await served.close()
    await host.close()
  }
}

const work = mkdtempSync(join(tmpdir(), 'fashen-pictures-'))
try {
  await build()
  const demo = await prepareDemoStation(join(work, 'station'))
  const opinion = await issuedOpinion(demo, work)
  console.log(runtime === undefined ? 'in Chromium, because there is no Electron runtime or no display' : 'in Electron')
  await (runtime === undefined ? inChromium(demo, opinion) : inElectron(demo, opinion))
} finally {
  rmSync(work, { recursive: true, force: true })
}
