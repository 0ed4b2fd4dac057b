/** Nothing serious or critical for axe-core on any screen and dialog, in both languages, light and dark; 200 % text loses nothing. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Language } from '../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { axeViolations, colourViolations } from './axe-violations.ts'
import { keepPictures, launchBrowser, type WatchedPage } from './browser.ts'
import { eventually } from './eventually.ts'
import { followUp, seeActs, seeBehindButtons, type FollowedStation } from './every-dialog.ts'
import { fillStation, seeHead, seeReviewer, seeTheOthers, still, type Walk } from './every-screen.ts'
import { PASSWORD } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { lostAtThisSize } from './text-that-is-lost.ts'
import { controlsWithUnseenFocus } from './unseen-focus.ts'

/** Dozens of screens, each in every look. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 400_000 })

let browser: Browser
let served: ServedStation
let station: FollowedStation
let watched: WatchedPage | undefined
const folder = temporaryFolder('accessibility')

beforeAll(async () => {
  served = await serveStation(folder)
  station = await followUp(await fillStation(served))
  browser = await launchBrowser()
})

afterEach(async ({ task }) => {
  await keepPictures(task, [watched])
  await leave()
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

/** Closes the window, which must not have complained of anything. */
async function leave(): Promise<void> {
  const complaints = watched?.complaints
  await watched?.context.close()
  watched = undefined
  expect(complaints ?? []).toEqual([])
}

async function open(textSize = 100, from = served): Promise<Page> {
  await leave()
  watched = await from.window(browser, { viewport: { width: 1366, height: 768 } })
  const { page } = watched
  if (textSize !== 100) {
    await page.evaluate((size) => localStorage.setItem('fashen.text-size', size), String(textSize))
    await page.reload()
  }
  await page.locator('.fs-door-card input').first().waitFor()
  return page
}

async function signIn(page: Page, login: string): Promise<Page> {
  await page.locator('.fs-door-card input').first().fill(login)
  await page.locator('.fs-door-card input[type=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('.fs-frame h1').first().waitFor()
  await still(page)
  return page
}

/** Presses the window's own button for the language, also where a dialog lies over it. */
async function speak(page: Page, language: Language): Promise<void> {
  const spoken = () => page.evaluate(() => document.documentElement.lang)
  if ((await spoken()) === language) return
  await page.locator('.fs-look button, .fs-door-top button').first().evaluate((one: HTMLElement) => one.click())
  await eventually(spoken).toBe(language)
  await still(page)
}

/** The theme follows the system, which changes. */
async function light(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await eventually(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(colorScheme)
}

/** All that is found on the way, so that one run tells everything. */
function walkAndFind(textSize: number, look: (page: Page) => Promise<string[]>): { readonly walk: Walk; readonly found: string[] } {
  const found: string[] = []
  const see: Walk['see'] = async (page, name) => {
    for (const one of await look(page)) found.push(`${name}: ${one}`)
    await speak(page, 'zh-CN')
  }
  return { found, walk: { station, see, open: () => open(textSize), enter: async (login) => signIn(await open(textSize), login) } }
}

const LOOKS = [['zh-CN', 'light'], ['zh-CN', 'dark'], ['en', 'dark'], ['en', 'light']] as const

/** The theme changes colours and nothing else. */
async function inEveryLook(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const [language, theme] of LOOKS) {
    await speak(page, language)
    await light(page, theme)
    found.push(...(await (theme === 'light' ? axeViolations : colourViolations)(page)).map((one) => `${language}, ${theme}: ${one}`))
  }
  return found
}

async function inBothLanguages(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const language of ['zh-CN', 'en'] as const) {
    await speak(page, language)
    found.push(...(await lostAtThisSize(page)).map((one) => `${language}: ${one}`))
    if (language === 'zh-CN') found.push(...(await controlsWithUnseenFocus(page)))
  }
  return found
}

const PARTS = [
  ['the head of review', seeHead],
  ['the reviewer', seeReviewer],
  ['handler, administrator, agency head and supervisor', seeTheOthers],
  ['every act of a case', (walk: Walk) => seeActs(station)(walk)],
  ['what stands behind a button', (walk: Walk) => seeBehindButtons(station)(walk)],
] as const

describe('axe finds nothing serious in both languages, light and dark', () => {
  it.each(PARTS)('on any screen of %s', async (_, part) => {
    const { walk, found } = walkAndFind(100, inEveryLook)
    await part(walk)
    expect(found).toEqual([])
  })
})

describe('at a text size of 200 % and 1366 × 768, nothing is cut, covered or out of reach, and the focus is seen', () => {
  it.each(PARTS)('on any screen of %s', async (_, part) => {
    const { walk, found } = walkAndFind(200, inBothLanguages)
    await part(walk)
    expect(found).toEqual([])
  })
})

it('both hold where a station is set up, and where it is opened with its passphrase', async () => {
  const { walk, found } = walkAndFind(100, inEveryLook)
  const empty = await serveStation(temporaryFolder('empty'))
  for (const size of [100, 200]) {
    const page = await open(size, empty)
    found.push(...(await (size === 100 ? inEveryLook : inBothLanguages)(page)).map((one) => `set-up: ${one}`))
  }
  await leave()
  await empty.close()
  await served.close()
  served = await serveStation(folder)
  await walk.see(await open(), 'passphrase')
  expect(found).toEqual([])
})
