/** Nothing serious or critical for axe-core on any screen and dialog, in both languages, light and dark; and 200 % text loses nothing. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { signAndIssue } from '../../src/main/samples/sample-line.ts'
import { CASE_ACTION_LABELS, type CaseAction } from '../../src/shared/cases/state-machine-terms.ts'
import { FEATURE_WORDS } from '../../src/renderer/language/features.ts'
import { CASE_TABS } from '../../src/renderer/workspace/case-tab.ts'
import type { Language } from '../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { axeViolations } from './axe-violations.ts'
import { keepPictures, launchBrowser, type WatchedPage } from './browser.ts'
import { visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { answerTheRest, PASSWORD, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'

/** A whole screen takes axe a second, a busy machine several: these tests look at dozens. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 240_000 })

let browser: Browser
let served: ServedStation
let station: PreparedStation
let watched: WatchedPage | undefined
/** Cases in states that have dialogs of their own; the last one goes on from its review to the issued opinion. */
const cases = { received: '', accepted: '', reviewed: '' }

beforeAll(async () => {
  served = await serveStation(temporaryFolder('accessibility'))
  station = await prepareStation(served.host)
  const reviewer = await station.as(REVIEWER)
  cases.received = await station.register(2, { title: '第一件：待受理' })
  cases.accepted = await station.register(2, { title: '第二件：待分派' })
  await (await station.as(station.loginOf('head'))).call('intake.accept', { caseId: cases.accepted, incompleteReason: '其余材料不影响审核。' })
  cases.reviewed = await station.assigned(2, { title: '第三件：审核中' })
  await reviewer.call('checklist.begin', { caseId: cases.reviewed })
  await answerTheRest(station, station.sample, cases.reviewed)
  await reviewer.call('opinion.compose', { caseId: cases.reviewed })
  browser = await launchBrowser()
})

afterEach(async ({ task }) => {
  found.splice(0)
  await keepPictures(task, [watched])
  await leave()
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

interface Look {
  readonly language: Language
  readonly dark?: boolean
  readonly textSize?: number
}

async function open({ language, dark = false, textSize = 100 }: Look): Promise<Page> {
  watched = await served.window(browser, { locale: language === 'en' ? 'en-US' : 'zh-CN', viewport: { width: 1366, height: 768 } })
  const { page } = watched
  await page.evaluate(
    ([theme, size]) => {
      localStorage.setItem('fashen.theme', theme)
      localStorage.setItem('fashen.text-size', size)
    },
    [dark ? 'dark' : 'light', String(textSize)] as const,
  )
  await page.reload()
  await page.locator('.fs-door-card input').first().waitFor()
  return page
}

/** Closes the window, which must not have complained of anything. */
async function leave(): Promise<void> {
  const complaints = watched?.complaints
  await watched?.context.close()
  watched = undefined
  expect(complaints ?? []).toEqual([])
}

async function typeIn(page: Page, login: string): Promise<void> {
  await page.locator('.fs-door-card input').first().fill(login)
  await page.locator('.fs-door-card input[type=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('.fs-frame h1').first().waitFor()
}

async function enter(look: Look, login: string): Promise<Page> {
  const page = await open(look)
  await typeIn(page, login)
  return page
}

const still = (page: Page) => eventually(() => page.locator('.ant-skeleton, .ant-spin-spinning').count()).toBe(0)

async function settle(page: Page, path: string): Promise<void> {
  await visit(page, path)
  await page.locator('h1').first().waitFor()
  await still(page)
}

async function settleTab(page: Page, tab: string): Promise<void> {
  await page.locator(`#case-tab-${tab}`).click()
  await page.locator(`.case-panel-${tab} > *`).first().waitFor()
  await still(page)
}

const PLACES = ['/', '/cases', '/catalogue', '/laws', '/benchmarks', '/rules', '/people', '/settings', '/certificates', '/verify', '/audit', '/about']
const HELP = ['/help', '/help/review', '/help/headings', '/help/keys']

const LOOKS = (['zh-CN', 'en'] as const).flatMap((language) => [false, true].map((dark) => ({ language, dark })))

/** All that is found, so that one run tells everything. */
const found: string[] = []

async function check(page: Page, name: string): Promise<void> {
  found.push(...(await axeViolations(page)).map((one) => `${name}: ${one}`))
}

const nothing = (): void => expect([...new Set(found.splice(0))]).toEqual([])

/** Opens the dialogs of a case one after the other and checks each. */
async function checkDialogs(page: Page, { language }: Look, caseId: string, actions: readonly CaseAction[]): Promise<void> {
  for (const action of actions) {
    await settle(page, `/cases/${caseId}`)
    await page.locator('.case-acts').getByRole('button', { name: CASE_ACTION_LABELS[action][language], exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await still(page)
    await check(page, action)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
}

const NAMED = LOOKS.map((look) => [`${look.language}, ${look.dark ? 'dark' : 'light'}`, look] as const)

describe.each(NAMED)('axe finds nothing serious: %s', (_, look) => {
  it('sign-in, places, help and dialogs of the head of review', async () => {
    const page = await open(look)
    await check(page, 'sign-in')
    await typeIn(page, station.loginOf('head'))
    for (const place of [...PLACES, ...HELP]) {
      await settle(page, place)
      await check(page, place)
    }
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await check(page, 'keys')
    await page.keyboard.press('Escape')
    await checkDialogs(page, look, cases.received, ['accept', 'returnForSupplement'])
    await checkDialogs(page, look, cases.accepted, ['assign', 'assignManually'])
    nothing()
  })

  it('every part of a case of the reviewer, and submitting', async () => {
    const page = await enter(look, REVIEWER)
    await check(page, 'home')
    await settle(page, `/cases/${cases.reviewed}`)
    for (const tab of CASE_TABS) {
      await settleTab(page, tab)
      await check(page, tab)
    }
    await checkDialogs(page, look, cases.reviewed, ['submitDraft'])
    nothing()
  })

  it('registering, and Home of handler, administrator, agency head and supervisor', async () => {
    for (const login of [station.loginOf('handler'), station.sample.administrator.login, station.loginOf('agencyHead'), station.loginOf('supervisor')]) {
      const page = await enter(look, login)
      await still(page)
      await check(page, `home of ${login}`)
      if (login === station.loginOf('handler')) {
        await settle(page, '/cases/new')
        await page.locator('form button[type=submit]').click()
        await page.locator('.fs-field-error').first().waitFor()
        await check(page, 'registering')
      }
      if (login === station.sample.administrator.login) {
        for (const place of ['/settings', '/people']) {
          await settle(page, place)
          await check(page, `${place} of the administrator`)
        }
        await page.locator('.fs-page-extra button').first().click()
        await page.getByRole('dialog').waitFor()
        await check(page, 'adding a person')
      }
      await leave()
    }
    nothing()
  })
})

/** Parts of the page whose content sticks out to the side without a way to scroll to it. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('html, body, .fs-frame, .fs-main, .fs-page, .fs-page-head, .fs-panel, .case, .case-header, .case-panel, [role=dialog]')]
    return boxes
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && !/auto|scroll/.test(getComputedStyle(box).overflowX) && box.clientWidth > 0)
      .map((box) => `${box.tagName.toLowerCase()}.${box.className}: ${box.scrollWidth} in ${box.clientWidth}`)
  })
}

it.each([['zh-CN'], ['en']] as const)('at a text size of 200 %% nothing is cut off at 1366 × 768, in %s', async (language) => {
  const page = await enter({ language, textSize: 200 }, station.loginOf('head'))
  const cut: string[] = []
  const look = async (name: string): Promise<void> => {
    cut.push(...(await cutOff(page)).map((one) => `${name}: ${one}`))
  }
  for (const place of [...PLACES, ...HELP]) {
    await settle(page, place)
    await look(place)
  }
  await settle(page, `/cases/${cases.reviewed}`)
  for (const tab of CASE_TABS) {
    await settleTab(page, tab)
    await look(tab)
  }
  expect(cut).toEqual([])
})

it('axe finds nothing serious in approving, signing, the issued opinion and its export', async () => {
  const caseId = cases.reviewed
  const reviewer = await station.as(REVIEWER)
  const draft = await reviewer.call('opinion.get', { caseId, round: null })
  const submitted = await reviewer.call('opinion.submit', { caseId, expectedVersion: draft?.version ?? 0 })
  for (const [, look] of NAMED) {
    await checkDialogs(await enter(look, station.loginOf('head')), look, caseId, ['sendBack', 'approve'])
    await leave()
  }
  await (await station.as(station.loginOf('head'))).call('opinion.approve', { caseId, expectedVersion: submitted.version })
  for (const [, look] of NAMED) {
    await checkDialogs(await enter(look, REVIEWER), look, caseId, ['sign'])
    await leave()
  }
  await signAndIssue(station, caseId, REVIEWER)
  for (const [, look] of NAMED) {
    const page = await enter(look, REVIEWER)
    await settle(page, `/cases/${caseId}`)
    for (const tab of [...CASE_TABS.filter((one) => one !== 'overview'), 'overview']) {
      await settleTab(page, tab)
      await check(page, `issued ${tab}`)
    }
    await page.getByRole('button', { name: FEATURE_WORDS.export[look.language].button }).click()
    await page.getByRole('dialog').waitFor()
    await check(page, 'export')
    await leave()
  }
  nothing()
})
