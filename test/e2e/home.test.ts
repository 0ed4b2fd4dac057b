/** Home, per role: numbers that open their lists, the calendar, the month in a picture, and changes seen at once. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { today } from '../../src/renderer/ui/formats.ts'
import { connectClient, type Client } from '../../src/main/core/client.ts'
import { isoDate, type Language } from '../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { caseFields } from '../support/test-case.ts'
import { keepPictures, launchBrowser, type PageOptions, type WatchedPage } from './browser.ts'
import { makeBusyStation, type BusyStation } from './busy-station.ts'
import { visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { loadSample, PASSPHRASE, PASSWORD } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { wordTroubles } from './words-on-screen.ts'

let browser: Browser
let served: ServedStation
let busy: BusyStation
let watched: WatchedPage | undefined

beforeAll(async () => {
  const folder = temporaryFolder('home')
  busy = await makeBusyStation(folder, await loadSample(), isoDate(today()))
  served = await serveStation(folder)
  await connectClient(served.host).call('station.unlock', { passphrase: PASSPHRASE })
  browser = await launchBrowser()
})

afterEach(async ({ task }) => {
  await keepPictures(task, [watched])
  const complaints = watched?.complaints
  await watched?.context.close()
  expect(complaints).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

const SIGN_IN = {
  'zh-CN': { who: '您是', password: '密码', enter: '登录' },
  en: { who: 'You are', password: 'Password', enter: 'Sign in' },
}

async function atHome(role: keyof BusyStation['logins'], language: Language = 'zh-CN', options: PageOptions = {}): Promise<Page> {
  watched = await served.window(browser, { viewport: { width: 1366, height: 768 }, ...options, locale: language === 'en' ? 'en-US' : 'zh-CN' })
  const { page } = watched
  const words = SIGN_IN[language]
  await page.getByLabel(words.who).fill(busy.logins[role])
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: words.enter, exact: true }).click()
  await page.locator('.home-calendar').waitFor()
  return page
}

async function as(role: keyof BusyStation['logins']): Promise<Client> {
  const client = connectClient(served.host)
  await client.call('session.signIn', { login: busy.logins[role], password: PASSWORD })
  return client
}

const figure = (page: Page, label: string) => page.locator('.home-figure', { hasText: label }).locator('strong')

/** Follows a link and reads how many cases the list then has. */
async function countBehind(page: Page, link: ReturnType<Page['locator']>): Promise<number> {
  await link.click()
  await page.getByRole('heading', { name: '案件', exact: true }).waitFor()
  const count = page.locator('.fs-page-marks').getByText(/^共 \d+ 件$/)
  await count.waitFor()
  return Number(/\d+/.exec(await count.innerText())?.[0])
}

describe('a number', () => {
  it('opens the list that it counts, for each number at the top and on the board', async () => {
    const page = await atHome('head')
    const figures = await page.locator('.home-figure').count()
    expect(figures).toBe(5)
    for (let index = 0; index < figures; index += 1) {
      const link = page.locator('.home-figure').nth(index)
      const shown = Number(await link.locator('strong').innerText())
      expect(shown).toBeGreaterThan(0)
      expect(await countBehind(page, link)).toBe(shown)
      await visit(page, '/')
      await page.locator('.home-figure').first().waitFor()
    }
    for (const name of ['已分派', '已归档']) {
      const row = page.locator('.home-board-state', { hasText: name })
      const shown = Number(await row.locator('strong').innerText())
      expect(await countBehind(page, row)).toBe(shown)
      await visit(page, '/')
      await page.locator('.home-board').waitFor()
    }
    const red = page.locator('.home-board-lights a').first()
    const late = Number(/\d+/.exec(await red.innerText())?.[0])
    expect(await countBehind(page, red)).toBe(late)
  })

  it('of the month opens its list, also what was issued in time', async () => {
    const page = await atHome('supervisor')
    const total = page.locator('.home-month-table tr').last()
    for (const column of [0, 1, 2]) {
      const cell = total.locator('td').nth(column)
      const shown = Number(await cell.innerText())
      // at the start of a month nothing may have happened yet
      if (shown === 0) continue
      expect(await countBehind(page, cell.locator('a'))).toBe(shown)
      await visit(page, '/')
      await page.locator('.home-month-table').waitFor()
    }
  })
})

describe('what is late', () => {
  it('stands with its limit, by how much, and on whose desk', async () => {
    const page = await atHome('supervisor')
    const first = page.locator('.home-case-late').first()
    const text = await first.innerText()
    expect(text).toMatch(/超期 \d+ 个工作日/)
    expect(text).toMatch(/(审核期限|补正期限)至 \d{4}年/)
    expect(text).toMatch(/在(审核人|审核机构负责人|承办机构|行政机关负责人)/)
    await first.click()
    await page.getByRole('tablist').waitFor()
  })
})

describe('the calendar', () => {
  it('is walked by keys, names holidays and lists what is due on a day', async () => {
    const page = await atHome('agencyHead')
    const days = page.locator('.home-days')
    const chosen = days.locator('[aria-pressed=true]')
    expect(await chosen.getAttribute('data-day')).toBe(busy.today)
    await chosen.focus()
    await page.keyboard.press('ArrowRight')
    await eventually(async () => (await chosen.getAttribute('data-day')) ?? '').not.toBe(busy.today)
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true')
    const withDue = days.locator('button[aria-label*="件到期"]').first()
    const due = Number(/(\d+) 件到期/.exec((await withDue.getAttribute('aria-label')) ?? '')?.[1])
    await withDue.click()
    expect(await countBehind(page, page.locator('.home-dues h3 a'))).toBe(due)
    await visit(page, '/')
    await page.locator('.home-calendar').waitFor()
    // National Day is a holiday in every year, published or not
    for (let month = 0; month < 12; month += 1) {
      if ((await days.locator('button[data-day$="-10-01"]:not(.home-day-other)').count()) > 0) break
      await page.getByRole('button', { name: '下个月' }).click()
    }
    await eventually(async () => (await days.locator('button[data-day$="-10-01"]').getAttribute('aria-label')) ?? '').toMatch(/国庆节/)
  })

  it('counts every other time limit beside it, and a day leads to the clocks of each case', async () => {
    const page = await atHome('handler')
    const withOthers = page.locator('.home-days button[aria-label*="其他期限"]').first()
    const label = (await withOthers.getAttribute('aria-label')) ?? ''
    const [cases, count] = [/(\d+) 件到期/, /其他期限 (\d+) 项/].map((pattern) => Number(pattern.exec(label)?.[1] ?? 0))
    expect(await withOthers.locator('.home-day-due').innerText()).toBe(String((cases ?? 0) + (count ?? 0)))
    await withOthers.click()
    const clocks = page.locator('.home-day-clocks li')
    await clocks.first().waitFor()
    const more = page.getByRole('button', { name: `显示全部 ${count} 项` }).last()
    if ((count ?? 0) > 5) await more.click()
    await eventually(() => clocks.count()).toBe(count)
    const name = await clocks.first().getByRole('link').innerText()
    await clocks.first().getByRole('link').click()
    await page.getByRole('tab', { name: '期限', selected: true }).waitFor()
    await page.getByText(name, { exact: false }).first().waitFor()
  })
})

describe('the picture of the month', () => {
  it('is drawn when it comes into view, and its numbers are a table', async () => {
    const page = await atHome('head')
    const picture = page.locator('.home-picture')
    if ((await picture.count()) === 0) return
    await picture.scrollIntoViewIfNeeded()
    await picture.locator('svg').waitFor()
    expect(await page.locator('.home-month-table caption').innerText()).toMatch(/按周/)
    expect(await page.locator('.home-month-table tbody tr').count()).toBeGreaterThan(4)
  })
})

describe('Home', () => {
  it('is there at once when one comes back, and follows what others do without being asked', async () => {
    const page = await atHome('head')
    const before = Number(await figure(page, '待我办理').innerText())
    await visit(page, '/help')
    await page.locator('.home-calendar').waitFor({ state: 'detached' })
    await visit(page, '/')
    await page.locator('.home-calendar').waitFor()
    expect(await page.locator('.ant-skeleton').count()).toBe(0)
    const handler = await as('handler')
    await handler.call('cases.register', { fields: caseFields({ title: '新收的一件案' }) })
    await eventually(() => figure(page, '待我办理').innerText()).toBe(String(before + 1))
  })

  it.each(['zh-CN', 'en'] as const)('speaks one language to every role, in %s', async (language) => {
    for (const role of Object.keys(busy.logins) as (keyof BusyStation['logins'])[]) {
      const page = await atHome(role, language)
      expect(await wordTroubles(page, language), role).toEqual([])
      const complaints = watched?.complaints.splice(0)
      expect(complaints, role).toEqual([])
      await watched?.context.close()
    }
  })

  it('at 200 % text in a small window needs no sideways scrolling, and loses nothing', async () => {
    watched = await served.window(browser, { viewport: { width: 1366, height: 768 } })
    const { page } = watched
    await page.addInitScript(() => localStorage.setItem('fashen.text-size', '200'))
    await page.evaluate(() => localStorage.setItem('fashen.text-size', '200'))
    await page.reload()
    await page.getByLabel('您是').fill(busy.logins.head)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.locator('.home-calendar').waitFor()
    const wider = await page.evaluate(() =>
      [...document.querySelectorAll('.fs-page, .fs-page *')].filter((one) => {
        const box = one.getBoundingClientRect()
        return box.width > 0 && box.right > document.documentElement.clientWidth + 1
      }).length,
    )
    expect(wider).toBe(0)
  })
})
