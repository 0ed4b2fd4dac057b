/** How much program a window loads before a person can work: what the browser really asks for, up to the sign-in and up to Home. */
import { gzipSync } from 'node:zlib'
import type { Browser, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { eventually } from './eventually.ts'
import { PASSWORD, prepareStation, REVIEWER } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'

/** Bytes of JavaScript, compressed. */
const FIRST_LOAD = 600 * 1024

let browser: Browser
let served: ServedStation

beforeAll(async () => {
  served = await serveStation(temporaryFolder('first-load'))
  await prepareStation(served.host)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

it('the JavaScript up to Home is at most 600 KB compressed, and the sign-in needs a part of it', async () => {
  const { page, context } = await served.window(browser)
  const sizes = new Map<string, Promise<number>>()
  page.on('response', (response: Response) => {
    const { pathname } = new URL(response.url())
    if (!pathname.endsWith('.js') || !response.ok()) return
    sizes.set(pathname, response.body().then((body) => gzipSync(body).length))
  })
  const total = async (): Promise<number> => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0)
  await page.reload()
  await page.getByLabel('您是').waitFor()
  const first = await page.evaluate(() => performance.getEntriesByName('usable').length)
  expect(first).toBe(1)
  await page.getByLabel('您是').fill(REVIEWER)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: /您好/ }).waitFor()
  await eventually(() => page.locator('.ant-skeleton').count()).toBe(0)
  const all = await total()
  const largest = (await Promise.all([...sizes].map(async ([name, size]) => `${Math.round((await size) / 1024)} KB ${name}`)))
    .toSorted((one, other) => Number.parseInt(other) - Number.parseInt(one))
    .slice(0, 8)
  expect(all).toBeGreaterThan(50 * 1024)
  expect(all, largest.join('\n')).toBeLessThanOrEqual(FIRST_LOAD)
  await context.close()
})
