/** A real Chromium for the end-to-end tests, with everything it complains about collected. */
import { join } from 'node:path'
import process from 'node:process'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { RunnerTestCase } from 'vitest'
import { findChromium } from '../../scripts/system-packages.ts'

/** Chromium looks for updates and services at every start; none of that belongs in a test or on this network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--no-pings',
]

/** How long something may take on a busy machine before it counts as failed, in ms. */
export const PATIENCE = 15_000

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('no Chromium is installed: run the tests by npm test, which provides one')
  return chromium.launch({ executablePath, args: QUIET })
}

export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors and warnings on the console, uncaught exceptions, policy violations, failed and foreign requests, in order. */
  readonly complaints: string[]
}

export interface PageOptions {
  readonly locale?: 'zh-CN' | 'en-US'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Pixels of the screen for one of the page: 2 where the person has zoomed to 200 %. */
  readonly scale?: number
}

/** To be called in `afterEach`: where `E2E_PICTURES` names a folder, a failed test leaves a picture of each window there. */
export async function keepPictures(
  { name, result }: Readonly<RunnerTestCase>,
  windows: readonly (Pick<WatchedPage, 'page'> | undefined)[],
): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (folder === undefined || result?.state !== 'fail') return
  for (const [index, one] of windows.entries()) {
    const path = join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${index + 1}.png`)
    await one?.page.screenshot({ path }).catch(() => undefined)
  }
}

/** Opens a page of its own session. A test asserts at its end that `complaints` is empty. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<WatchedPage> {
  const { locale = 'zh-CN', viewport = { width: 1440, height: 900 }, scale = 1 } = options
  // Movement only makes a test wait; the application holds still for people who ask their system for that.
  const context = await browser.newContext({ locale, viewport, deviceScaleFactor: scale, reducedMotion: 'reduce' })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const own = protocol === 'blob:' || protocol === 'data:' || hostname === '127.0.0.1' || hostname === 'localhost'
    if (!own) complaints.push(`foreign request: ${request.url()}`)
  })
  await context.exposeFunction('reportPolicyViolation', (text: string) => void complaints.push(`policy: ${text}`))
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const report = (globalThis as unknown as { reportPolicyViolation: (text: string) => void })
          .reportPolicyViolation
        report(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
      },
    )
  })
  return { page, context, complaints }
}
