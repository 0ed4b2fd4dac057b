/**
 * A scan of 300 pages in the evidence pane, in a real Chromium through the loopback shell: how soon it is seen, how much of
 * the file is read, what the window takes for it, and how long a key waits while it is scrolled.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { findChromium } from '../scripts/system-packages.ts'
import { createHost } from '../src/main/core/host.ts'
import { startLoopback } from '../src/main/loopback/start-loopback.ts'
import { readSamplePapers, renderSamplePaper } from '../src/main/samples/generate.ts'
import { loadSampleCase } from '../src/main/samples/sample-case.ts'
import { registerSampleCase, SAMPLE_SECRETS, setUpSampleStation, type SampleStation } from '../src/main/samples/sample-line.ts'
import { scannedPdf } from '../test/support/evidence-files.ts'
import { timesOf, type Times } from './measure.ts'
import { atMost, ms, type Finding, type Say, type Subject, type SubjectReport } from './report.ts'
import { benchFolder, resourcesFolder, scratchFolder } from './stations.ts'

const PAGES = 300
/** A4 at 200 dots per inch. */
const SIZE: readonly [number, number] = [1654, 2339]
const SCAN = '扫描件.pdf'
const rendererFolder = resolve(import.meta.dirname, '../out/renderer')
const MB = 1024 ** 2

async function madeScan(): Promise<string> {
  const file = join(benchFolder, `scan-${PAGES}.pdf`)
  try {
    readFileSync(file)
  } catch {
    mkdirSync(benchFolder, { recursive: true })
    writeFileSync(file, await scannedPdf(PAGES, SIZE))
  }
  return file
}

async function preparedCase(station: SampleStation, scan: string, folder: string): Promise<string> {
  const sample = await loadSampleCase(join(resourcesFolder, 'samples', 'penalty-no-permit'))
  const materials = sample.materials.slice(0, 1)
  for (const paper of await readSamplePapers(sample.folder)) {
    if (materials.some(({ file }) => file === paper.file)) writeFileSync(join(folder, paper.file), await renderSamplePaper(paper))
  }
  const caseId = await registerSampleCase(station, { ...sample, materials }, folder)
  const handler = await station.as(station.loginOf('handler'))
  // recognising 300 pages would be what is measured
  await handler.call('intake.pauseRecognition', {})
  const { id } = await handler.stage(scan, SCAN)
  await handler.call('materials.attach', { caseId, files: [{ stagedId: id, name: SCAN, kind: 'other' }] })
  return caseId
}

interface Watched {
  /** Bytes of the file that were asked for. */
  read: number
  calls: number
}

function watchReading(page: Page): Watched {
  const watched: Watched = { read: 0, calls: 0 }
  page.on('request', (request) => {
    const body = request.postData() ?? ''
    if (!body.includes('"materials.bytes"')) return
    const { input } = JSON.parse(body) as { input: { pieces: { from: number; to: number }[] } }
    for (const { from, to } of input.pieces) watched.read += to - from
    watched.calls += 1
  })
  return watched
}

/** Of all processes of the page, in bytes, as the system counts them. */
async function memoryOf(session: CDPSession): Promise<{ readonly script: number; readonly canvas: number }> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { result } = await session.send('Runtime.evaluate', {
    expression: '[...document.querySelectorAll("canvas")].reduce((sum, one) => sum + one.width * one.height * 4, 0)',
  })
  return { script: usedSize, canvas: Number(result.value) }
}

/** Resident memory of the renderer that shows the page; Linux only, else undefined. */
async function residentOf(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    try {
      return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024
    } catch {
      return 0
    }
  })
  return sizes.length === 0 ? undefined : Math.max(...sizes)
}

/** Scrolls down a screen at a time, quickly, and tells the time between frames and the longest tasks. */
function scrolled(page: Page, steps: number): Promise<{ readonly frames: number[]; readonly tasks: number[] }> {
  return page.evaluate(async (count) => {
    const pane = document.querySelector('.evidence-scroll')
    const frames: number[] = []
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    observer.observe({ type: 'longtask' })
    let last = performance.now()
    for (let step = 0; step < count; step += 1) {
      pane?.scrollBy(0, 120)
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      frames.push(now - last)
      last = now
    }
    await new Promise((done) => setTimeout(done, 300))
    observer.disconnect()
    return { frames, tasks }
  }, steps)
}

interface Measured {
  readonly size: number
  readonly firstPage: number
  readonly readForFirst: number
  readonly jump: Times
  readonly frames: Times
  readonly longest: number
  readonly readAtAll: number
  readonly calls: number
  readonly memory: { readonly script: number; readonly canvas: number }
  readonly before: number | undefined
  readonly after: number | undefined
}

const drawn = (page: Page, number: number) => page.locator(`.evidence-page[data-page="${number}"][data-drawn="drawn"]`).waitFor()

async function measure(browser: Browser, page: Page, size: number): Promise<Measured> {
  const session = await page.context().newCDPSession(page)
  const watched = watchReading(page)
  const before = await residentOf(browser)
  await page.getByRole('button', { name: SCAN, exact: true }).click()
  const began = performance.now()
  await drawn(page, 1)
  const firstPage = performance.now() - began
  const readForFirst = watched.read
  const jumps: number[] = []
  for (const number of [290, 17, 150, 230, 80, 300]) {
    await page.getByLabel('页码').fill(String(number))
    const jumped = performance.now()
    await page.keyboard.press('Enter')
    await drawn(page, number)
    jumps.push(performance.now() - jumped)
  }
  await page.getByLabel('页码').fill('1')
  await page.keyboard.press('Enter')
  await drawn(page, 1)
  const { frames, tasks } = await scrolled(page, 1200)
  return {
    size,
    firstPage,
    readForFirst,
    jump: timesOf(jumps),
    frames: timesOf(frames),
    longest: Math.max(0, ...tasks),
    readAtAll: watched.read,
    calls: watched.calls,
    memory: await memoryOf(session),
    before,
    after: await residentOf(browser),
  }
}

function told(measured: Measured): SubjectReport {
  const { size, firstPage, readForFirst, jump, frames, longest, readAtAll, calls, memory, before, after } = measured
  const mb = (bytes: number) => ({ value: bytes / MB, unit: 'MB' as const })
  const findings: Finding[] = [
    { what: 'open to the first page drawn', measured: ms(firstPage), goal: atMost(1000, firstPage) },
    { what: 'read for the first page', measured: mb(readForFirst), against: { what: 'the file', measured: mb(size) } },
    { what: 'jump to a page anywhere, median', measured: ms(jump.median) },
    { what: 'between two frames while scrolling, p95', measured: ms(frames.p95), goal: atMost(50, frames.p95) },
    { what: 'longest task while scrolling', measured: ms(longest), goal: atMost(200, longest) },
    { what: 'canvases after scrolling', measured: mb(memory.canvas), goal: atMost(192, memory.canvas / MB, ' MB') },
    { what: 'script heap after scrolling', measured: mb(memory.script) },
  ]
  if (before !== undefined && after !== undefined) {
    findings.push({ what: 'window process after scrolling', measured: mb(after), against: { what: 'before the scan was opened', measured: mb(before) } })
  }
  return { findings, notes: [`${PAGES} pages of ${SIZE.join(' × ')} pixels; ${(readAtAll / MB).toFixed(1)} MB in ${calls} calls were read in the whole session`] }
}

async function run(say: Say): Promise<SubjectReport> {
  const executablePath = findChromium()
  if (executablePath === undefined) return { findings: [], notes: [], skipped: ['no Chromium is installed'] }
  say('the scan')
  const scan = await madeScan()
  const folder = scratchFolder()
  const host = createHost({ stationFolder: join(folder, 'station'), resourcesFolder })
  try {
    const sample = await loadSampleCase(join(resourcesFolder, 'samples', 'penalty-no-permit'))
    const station = await setUpSampleStation(host, sample)
    say('the case')
    const caseId = await preparedCase(station, scan, folder)
    const shell = await startLoopback({ host, rendererFolder })
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
    try {
      const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })).newPage()
      await page.goto(shell.url)
      await page.getByLabel('您是').fill(station.loginOf('handler'))
      await page.getByLabel('密码', { exact: true }).fill(SAMPLE_SECRETS.password)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.locator('.fs-frame').waitFor()
      await page.evaluate((hash) => {
        location.hash = hash
      }, `/cases/${caseId}`)
      await page.getByRole('tab', { name: /^送审材料/ }).click()
      say('the pane')
      return told(await measure(browser, page, readFileSync(scan).length))
    } finally {
      await browser.close()
      await shell.close()
    }
  } finally {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const evidencePages: Subject = { name: 'evidence-pages', title: 'a scan of 300 pages in the evidence pane', run }
