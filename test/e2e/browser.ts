/** A real Chromium for the end-to-end tests, with everything it complains about collected. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
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

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium is installed: run the tests by npm test, which provides one')
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
}

/** Opens a page of its own session. A test asserts at its end that `complaints` is empty. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<WatchedPage> {
  const { locale = 'zh-CN', viewport = { width: 1440, height: 900 } } = options
  const context = await browser.newContext({ locale, viewport })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const own = protocol === 'blob:' || protocol === 'data:' || hostname === '127.0.0.1' || hostname === 'localhost'
    if (!own) complaints.push(`foreign request: ${request.url()}`)
  })
  await context.exposeFunction('reportPolicyViolation', (text: string) => void complaints.push(`policy: ${text}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
      const report = (globalThis as unknown as { reportPolicyViolation: (text: string) => void }).reportPolicyViolation
      report(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
    })
  })
  return { page, context, complaints }
}
