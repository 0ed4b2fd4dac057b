/**
 * `node scripts/pictures.ts`: takes the pictures of the README from the window of the demonstration station, in the
 * real Electron of the shared tools where there is one (with a display), else in Chromium over loopback.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { createHost } from '../src/main/core/host.ts'
import { connectClient } from '../src/main/core/client.ts'
import { prepareDemoStation, type DemoStation } from '../src/main/demo/demo-station.ts'
import { startLoopback } from '../src/main/loopback/start-loopback.ts'
import { runtime, stageProgram, start } from '../test/desktop/electron-app.ts'
import { build } from './build.ts'

const root = resolve(import.meta.dirname, '..')
const target = join(root, 'docs', 'pictures')
const SIZE = { width: 1440, height: 900 }
const SAMPLE = '岚清市恒盛电镀有限公司未取得排污许可证排放水污染物案'
const APPROVED = '岚清市福临餐饮管理有限公司油烟超标排放案'

/** The signed PDF of an opinion that the demonstration station issued. */
async function issuedOpinion(demo: DemoStation, folder: string): Promise<string> {
  const host = createHost({ stationFolder: demo.folder, resourcesFolder: join(root, 'resources') })
  try {
    const client = connectClient(host)
    await client.call('station.unlock', { passphrase: demo.passphrase })
    await client.call('session.signIn', { login: demo.login, password: demo.password })
    const filter = { states: ['issued' as const], actionKind: null, reviewerId: null, receivedFrom: null, receivedTo: null, text: '' }
    const { rows } = await client.call('cases.list', { filter, sort: { by: 'title', descending: false }, after: null, size: 1 })
    const [row] = rows
    if (row === undefined) throw new Error('the demonstration has no issued case')
    const { rounds } = await client.call('cases.get', { caseId: row.id })
    const file = join(folder, `${row.opinionNumber ?? 'opinion'}.pdf`)
    writeFileSync(file, await client.read(`document/${rounds[0]?.pdfDocumentId ?? ''}`))
    return file
  } finally {
    await host.close()
  }
}

async function openCase(page: Page, title: string): Promise<void> {
  await page.evaluate(() => void (location.hash = '#/cases'))
  await page.getByText(title).first().click()
  await page.getByRole('tab', { name: '概况' }).waitFor()
}

async function takePictures(page: Page, opinion: string): Promise<void> {
  mkdirSync(target, { recursive: true })
  const take = async (name: string): Promise<void> => {
    await page.waitForLoadState('networkidle')
    // fonts and the page of the paper are drawn a moment after the data is there
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(target, `${name}.png`) })
    console.log(`docs/pictures/${name}.png`)
  }
  await page.setViewportSize(SIZE)
  await page.getByText('由我审核').waitFor()
  await take('home')
  await openCase(page, SAMPLE)
  await page.getByRole('tab', { name: '审核', exact: true }).click()
  await page.getByText('因 3.8 答').first().click()
  // the evidence of that answer, opened at its page
  await page.getByRole('button', { name: /27-行政处罚重新告知书/ }).first().click()
  await take('review')
  await openCase(page, APPROVED)
  await page.getByRole('tab', { name: '意见书' }).click()
  await take('opinion')
  await page.evaluate(() => void (location.hash = '#/verify'))
  await page.getByRole('heading', { name: '核验文件' }).waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.getByText('把要核验的 PDF 拖到这里').click()
  await (await chooser).setFiles(opinion)
  await page.getByText('核验通过').waitFor()
  await take('verification')
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
    await takePictures(started.page, opinion)
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
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    const page = await browser.newPage({ locale: 'zh-CN' })
    await page.goto(served.url)
    await takePictures(page, opinion)
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
