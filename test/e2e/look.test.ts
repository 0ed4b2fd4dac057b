/** Every screen in both languages, in a small and a zoomed window, light and dark. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import type { Language } from '../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { keepPictures, launchBrowser, type PageOptions, type WatchedPage } from './browser.ts'
import { visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { dialog } from './form.ts'
import { answerTheRest, PASSWORD, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { wordTroubles } from './words-on-screen.ts'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let reviewed = ''
let issued = ''
let watched: WatchedPage | undefined

beforeAll(async () => {
  served = await serveStation(temporaryFolder('look'))
  station = await prepareStation(served.host)
  issued = await station.assigned(6)
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId: issued })
  await answerTheRest(station, station.sample, issued)
  await draftAndApprove(station, issued, REVIEWER)
  await signAndIssue(station, issued, REVIEWER)
  reviewed = await station.assigned(6, { title: '第二件：岚清市恒盛电镀有限公司未取得排污许可证排放水污染物案' })
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId: reviewed })
  await answerTheRest(station, station.sample, reviewed)
  await (await station.as(REVIEWER)).call('opinion.compose', { caseId: reviewed })
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

async function enter(login: string, language: Language = 'zh-CN', options: PageOptions = {}): Promise<Page> {
  watched = await served.window(browser, { ...options, locale: language === 'en' ? 'en-US' : 'zh-CN' })
  const { page } = watched
  const words = SIGN_IN[language]
  await page.getByLabel(words.who).fill(login)
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: words.enter, exact: true }).click()
  await page.locator('.fs-frame').waitFor()
  return page
}

/** Goes to a place and waits until nothing of it is still being read. */
async function settle(page: Page, path: string): Promise<void> {
  await visit(page, path)
  await page.locator('h1').first().waitFor()
  await eventually(() => page.locator('.ant-skeleton, .ant-spin-spinning').count()).toBe(0)
}

const TABS = ['overview', 'materials', 'deadlines', 'review', 'opinion'] as const

async function settleTab(page: Page, tab: (typeof TABS)[number]): Promise<void> {
  await page.locator(`#case-tab-${tab}`).click()
  await page.locator(`.case-panel-${tab} > *`).first().waitFor()
  await eventually(() => page.locator('.ant-skeleton, .ant-spin-spinning').count()).toBe(0)
}

const PLACES = [
  '/',
  '/cases',
  '/people',
  '/certificates',
  '/verify',
  '/audit',
  '/board',
  '/rules',
  '/catalogue',
  '/settings',
  '/help',
  '/help/headings',
  '/help/keys',
]

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it('every place of the navigation speaks one language, without keys and codes', async () => {
    const page = await enter(station.loginOf('head'), language)
    for (const place of PLACES) {
      await settle(page, place)
      expect(await wordTroubles(page, language), place).toEqual([])
    }
  })

  it('the administrator’s places and form too', async () => {
    const page = await enter(station.sample.administrator.login, language)
    for (const place of ['/settings', '/people']) {
      await settle(page, place)
      expect(await wordTroubles(page, language), place).toEqual([])
    }
    await page.locator('.fs-page-extra button').click()
    await page.getByRole('dialog').waitFor()
    expect(await wordTroubles(page, language), 'adding a person').toEqual([])
  })
})

it('an English window shows nothing Chinese of its own in registering, and in every part of a case', async () => {
  const page = await enter(REVIEWER, 'en')
  await settle(page, '/cases/new')
  await page.locator('form button[type=submit]').click()
  await page.locator('.fs-field-error').first().waitFor()
  expect(await wordTroubles(page, 'en'), 'registering').toEqual([])
  for (const caseId of [reviewed, issued]) {
    await settle(page, `/cases/${caseId}`)
    for (const tab of TABS) {
      await settleTab(page, tab)
      expect(await wordTroubles(page, 'en'), `${caseId === issued ? 'issued' : 'reviewed'} ${tab}`).toEqual([])
    }
  }
})

it('the language changes at once, keeps what is typed, and is remembered', async () => {
  const page = await enter(REVIEWER)
  await settle(page, '/cases/new')
  await page.getByLabel('案由*', { exact: true }).fill('未取得排污许可证')
  await page.getByRole('button', { name: '切换语言' }).click()
  expect(await page.getByLabel('Cause*', { exact: true }).inputValue()).toBe('未取得排污许可证')
  expect(await wordTroubles(page, 'en')).toEqual([])
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.reload()
  await page.getByRole('button', { name: 'Switch the language' }).waitFor()
})

/** Pixels that something sticks out to the side of the window or of the page's content. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, document.body, ...document.querySelectorAll('.fs-main, .fs-page, .case')]
    return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth))
  })
}

/** Main buttons that cannot be brought into view whole, or that something covers there. */
async function unreachable(page: Page): Promise<string[]> {
  const missed: string[] = []
  for (const button of await page.locator('.ant-btn-primary:visible').all()) {
    await button.scrollIntoViewIfNeeded()
    const reached = await button.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const inside = left >= 0 && right <= innerWidth + 0.5 && top >= 0 && bottom <= innerHeight + 0.5
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return (
        inside &&
        (there === null ||
          element.contains(there) ||
          there.closest('.ant-btn') === element ||
          (element as HTMLButtonElement).disabled)
      )
    })
    if (!reached) missed.push(await button.innerText())
  }
  return missed
}

describe.each([
  ['a small office screen', { viewport: { width: 1366, height: 768 } }],
  ['the same screen at 200 %', { viewport: { width: 683, height: 384 }, scale: 2 }],
] as const)('on %s', (_, options) => {
  it('nothing sticks out sideways and every main button can be reached', async () => {
    const page = await enter(REVIEWER, 'zh-CN', options)
    const look = async (place: string): Promise<void> => {
      expect(await sideways(page), place).toBeLessThanOrEqual(0)
      expect(await unreachable(page), place).toEqual([])
      expect(await wordTroubles(page, 'zh-CN'), place).toEqual([])
    }
    for (const place of ['/', '/cases', '/cases/new']) {
      await settle(page, place)
      await look(place)
    }
    for (const caseId of [reviewed, issued]) {
      await settle(page, `/cases/${caseId}`)
      for (const tab of TABS) {
        await settleTab(page, tab)
        await look(tab)
      }
    }
  })
})

it('dark and light change with one press and are remembered', async () => {
  const page = await enter(REVIEWER)
  const brightness = () =>
    page.locator('.fs-main').evaluate((element) => {
      let at: Element | null = element
      while (at !== null && getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)') at = at.parentElement
      const [red = 0, green = 0, blue = 0] =
        (at === null ? '255,255,255' : getComputedStyle(at).backgroundColor).match(/[\d.]+/g)?.map(Number) ?? []
      return (red + green + blue) / 3
    })
  expect(await brightness()).toBeGreaterThan(200)
  await page.getByRole('button', { name: '改用深色' }).click()
  await eventually(brightness).toBeLessThan(70)
  await page.reload()
  await page.locator('.fs-frame').waitFor()
  await eventually(brightness).toBeLessThan(70)
  await page.getByRole('button', { name: '改用浅色' }).click()
  await eventually(brightness).toBeGreaterThan(200)
})

it('a dialog looks the same after dark and back, open meanwhile or opened again', async () => {
  const page = await enter(REVIEWER)
  const looks = () =>
    page.locator('.ant-modal-container, .ant-modal-content').first().evaluate((element) =>
      [element, ...element.querySelectorAll('button')].map((one) => {
        const { backgroundColor, borderRadius, paddingTop, position, display, fontSize } = getComputedStyle(one)
        return [one.className, backgroundColor, borderRadius, paddingTop, position, display, fontSize]
      }),
    )
  const wear = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(600)
  }
  const open = async () => {
    await page.keyboard.press('?')
    await dialog(page).waitFor()
    await page.waitForTimeout(600)
  }
  await wear('light')
  await open()
  const light = await looks()
  await wear('dark')
  expect(await looks()).not.toEqual(light)
  await wear('light')
  expect(await looks()).toEqual(light)
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await wear('dark')
  await wear('light')
  await open()
  expect(await looks()).toEqual(light)
})
