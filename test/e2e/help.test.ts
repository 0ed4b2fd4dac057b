/** The help of each screen, the tour, addresses that are copied and pasted, and what is printed. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { keepPictures, launchBrowser, type WatchedPage } from './browser.ts'
import { openCase, openTab, visit } from './case-screen.ts'
import { signIn } from './door-screens.ts'
import { eventually } from './eventually.ts'
import { button } from './form.ts'
import { PASSWORD, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { wordTroubles } from './words-on-screen.ts'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let caseId = ''
let watched: WatchedPage | undefined

beforeAll(async () => {
  served = await serveStation(temporaryFolder('help'))
  station = await prepareStation(served.host)
  caseId = await station.assigned(2)
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
  browser = await launchBrowser()
})

afterEach(async ({ task }) => {
  await keepPictures(task, [watched])
  const complaints = watched?.complaints
  await watched?.context.close()
  watched = undefined
  expect(complaints ?? []).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

async function enter(): Promise<Page> {
  watched = await served.window(browser, { viewport: { width: 1366, height: 768 } })
  await signIn(watched.page, REVIEWER, PASSWORD)
  return watched.page
}

const helpTitle = (page: Page) => page.locator('.fs-help .fs-panel h2')

it('F1 opens the page of the screen, and the arrow leads back', async () => {
  const page = await enter()
  await openCase(page, caseId)
  await openTab(page, '裁量')
  await page.keyboard.press('F1')
  await eventually(() => helpTitle(page).innerText()).toBe('裁量')
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await button(page, '返回').click()
  await eventually(() => page.getByRole('tab', { name: '裁量' }).getAttribute('aria-selected')).toBe('true')
  await visit(page, '/laws')
  await page.getByRole('heading', { name: '法规库', exact: true }).waitFor()
  await page.getByRole('button', { name: '帮助（F1）' }).click()
  await eventually(() => helpTitle(page).innerText()).toBe('法规库')
})

it('the help is searched by words', async () => {
  const page = await enter()
  await visit(page, '/help')
  await page.getByLabel('在帮助中查找').fill('备份')
  await page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: /设置和备份/ }).click()
  await eventually(() => helpTitle(page).innerText()).toBe('设置和备份')
  await page.getByLabel('在帮助中查找').fill('没有这样的词')
  await page.getByText('没有写到“没有这样的词”的页').waitFor()
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
})

it('the tour goes through the window by keys, gives the focus back, and does not offer itself again', async () => {
  const page = await enter()
  const start = button(page, '带我看一遍')
  await start.focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: '界面介绍' })
  await card.waitFor()
  const titles: string[] = []
  for (let step = 0; step < 6; step += 1) {
    titles.push(await card.locator('h2').innerText())
    const box = await card.boundingBox()
    expect(box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1366 && box.y + box.height <= 768).toBe(true)
    expect(await page.locator('[data-toured=true]').count()).toBe(1)
    await page.keyboard.press('ArrowRight')
  }
  expect(new Set(titles).size).toBe(6)
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'hidden' })
  await eventually(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  expect(await start.count()).toBe(0)
  await page.reload()
  await page.getByRole('heading', { name: /您好/ }).waitFor()
  expect(await start.count()).toBe(0)
})

it('the address of a question is pasted into the search and leads there', async () => {
  const page = await enter()
  await openCase(page, caseId)
  await page.getByRole('search').getByRole('textbox').fill(`#/cases/${caseId}/review/3.2`)
  await page.keyboard.press('Enter')
  await eventually(() => page.getByRole('tab', { name: '审核' }).getAttribute('aria-selected')).toBe('true')
  await eventually(() => page.locator('.question[aria-current=true]').getAttribute('id')).toBe('question-3.2')
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => Promise.resolve(void Object.assign(window, { copied: text })) } }))
  await button(page, '复制地址').click()
  await eventually(() => page.evaluate(() => (window as unknown as { copied?: string }).copied)).toBe(`#/cases/${caseId}/review/3.2`)
})

it('what is printed is the page itself, without navigation and bars', async () => {
  const page = await enter()
  const folder = temporaryFolder('prints')
  const print = async (name: string): Promise<string> => {
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, await page.pdf({ format: 'A4' }))
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  }
  await visit(page, '/help/review')
  await eventually(() => helpTitle(page).innerText()).toBe('审核清单')
  const help = await print('help')
  expect(help).toContain('审核清单')
  expect(help).toContain('下一题')
  expect(help).not.toContain('规则使用情况')
  await openCase(page, caseId)
  await openTab(page, '概况')
  await page.getByText('办理记录').waitFor()
  const overview = await print('overview')
  expect(overview).toContain('登记信息')
  expect(overview).toContain('办理记录')
  expect(overview).not.toContain('审计链 #')
})
