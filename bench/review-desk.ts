/**
 * The review desk in Chromium, through the loopback shell: from a key to the painted answer while a long scan is open,
 * opening a case of sixty papers, and the longest task on the main thread while somebody reviews.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { createHost } from '../src/main/core/host.ts'
import { startLoopback } from '../src/main/loopback/start-loopback.ts'
import { SAMPLE_SECRETS, type SampleStation } from '../src/main/samples/sample-line.ts'
import { rendererFolder } from '../src/main/shell/program-folders.ts'
import { build } from '../scripts/build.ts'
import { launchBrowser, newPage } from '../test/e2e/browser.ts'
import { CASES_TO_OPEN, LONG_SECTION, makeDeskStation, OPINION_PAGES, PAPERS, SCAN_PAGES } from './desk-station.ts'
import { timesOf, type Times } from './measure.ts'
import { atMost, ms, type Say, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, scratchFolder } from './stations.ts'

/** Questions answered while the scan is open. */
const ANSWERS = 60
/** What the project wants, in ms. */
const GOALS = { answer: 50, open: 300, task: 200, preview: 150 } as const
/** Characters typed into the opinion, one for each preview that is waited for. */
const EDITS = 30

/** What the page itself notes; its times are those of its own clock. */
interface DeskNotes {
  answers: number[]
  tasks: { at: number; length: number; during: string }[]
  /** From a key in the opinion to the frame in which its page shows what it wrote. */
  previews: number[]
  /** What is being done now. */
  doing: string
}

declare global {
  interface Window {
    deskNotes?: DeskNotes
  }
}

export const desk: Subject = {
  name: 'desk',
  title: `the review desk in Chromium: ${PAPERS} papers, a scan of ${SCAN_PAGES} pages open`,
  async run(say): Promise<SubjectReport> {
    await build()
    const work = scratchFolder()
    const host = createHost({ stationFolder: join(work, 'station'), resourcesFolder, demo: true })
    const browser = await launchBrowser()
    try {
      const { station, reviewer, caseIds, drafted } = await makeDeskStation(host, join(work, 'papers'), say)
      await readThrough(station, reviewer, caseIds)
      say('the papers are read, but for the recognition of the scan')
      const shell = await startLoopback({
        host,
        rendererFolder: rendererFolder(import.meta.dirname),
        autoSignIn: { passphrase: SAMPLE_SECRETS.passphrase, login: reviewer, password: SAMPLE_SECRETS.password },
      })
      try {
        const { page } = await newPage(browser, { viewport: { width: 1366, height: 768 } })
        await page.addInitScript(takeNotes)
        await page.addInitScript(notePreviews)
        await page.goto(shell.url)
        await page.getByRole('navigation', { name: '主导航' }).waitFor()
        return await measured(page, caseIds, drafted, say)
      } finally {
        await shell.close()
      }
    } finally {
      await browser.close()
      await host.close()
      rmSync(work, { recursive: true, force: true })
    }
  },
}

/** Waits until nothing is read in the background any more, but for what is held back. */
async function readThrough(station: SampleStation, reviewer: string, caseIds: readonly string[]): Promise<void> {
  const client = await station.as(reviewer)
  for (const caseId of caseIds) {
    for (let tries = 0; tries < 240; tries += 1) {
      const { files } = await client.call('intake.reading', { caseId })
      if (!files.some(({ state }) => state === 'queued')) break
      await sleep(500)
    }
  }
}

/** Runs in the page before anything of it. */
function takeNotes(): void {
  const notes: DeskNotes = { answers: [], tasks: [], previews: [], doing: 'start' }
  window.deskNotes = notes
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.tasks.push({ at: startTime, length: duration, during: notes.doing })
  }).observe({ type: 'longtask', buffered: true })
  window.addEventListener(
    'keydown',
    (event) => {
      if (!/^[1-4]$/.test(event.key)) return
      // a frame is painted after its callbacks: what is posted from one comes when it is on its way to the screen
      const look = (): void => {
        const card = document.querySelector('.question-current')
        const chosen = card?.querySelectorAll('.answer')[Number(event.key) - 1]
        if (chosen?.getAttribute('aria-checked') !== 'true') {
          requestAnimationFrame(look)
          return
        }
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => notes.answers.push(performance.now() - event.timeStamp))
        channel.port1.start()
        channel.port2.postMessage(null)
      }
      requestAnimationFrame(look)
    },
    true,
  )
}

/** Runs in the page before anything of it: what is typed into the opinion stands in one word, at the beginning of a section. */
function notePreviews(): void {
  let written = ''
  window.addEventListener(
    'keydown',
    (event) => {
      if (!/^[a-z]$/.test(event.key) || !(event.target instanceof Element) || event.target.closest('.opinion-section textarea') === null) return
      written += event.key
      const wanted = written
      const look = (): void => {
        if (![...document.querySelectorAll('.sheet-line')].some(({ textContent }) => textContent.includes(wanted))) {
          requestAnimationFrame(look)
          return
        }
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => window.deskNotes?.previews.push(performance.now() - event.timeStamp))
        channel.port1.start()
        channel.port2.postMessage(null)
      }
      requestAnimationFrame(look)
    },
    true,
  )
}

const doing = (page: Page, what: string): Promise<void> =>
  page.evaluate((now) => {
    if (window.deskNotes !== undefined) window.deskNotes.doing = now
  }, what)

/** Milliseconds from the click until questions and evidence are painted. */
function opened(page: Page, caseId: string): Promise<number> {
  return page.evaluate(
    (id) =>
      new Promise<number>((resolve) => {
        const from = performance.now()
        location.hash = `/cases/${id}`
        const look = (): void => {
          const there = document.querySelector('.question-current') !== null && document.querySelector('.review-evidence .evidence-scroll, .review-evidence canvas') !== null
          if (!there || !location.hash.includes(id) || document.querySelector('.case')?.getAttribute('data-case') !== id) {
            requestAnimationFrame(look)
            return
          }
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => resolve(performance.now() - from))
          channel.port1.start()
          channel.port2.postMessage(null)
        }
        requestAnimationFrame(look)
      }),
    caseId,
  )
}

async function home(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/'
  })
  await page.locator('.case').waitFor({ state: 'detached' })
  await page.waitForTimeout(400)
}

async function openAll(page: Page, caseIds: readonly string[]): Promise<{ first: number; others: Times; again: Times }> {
  await doing(page, 'opening a case')
  const times: number[] = []
  const again: number[] = []
  for (const caseId of caseIds) {
    times.push(await opened(page, caseId))
    await page.waitForTimeout(600)
    await home(page)
    again.push(await opened(page, caseId))
    await page.waitForTimeout(400)
    await home(page)
  }
  return { first: times[0] ?? Number.NaN, others: timesOf(times.slice(1)), again: timesOf(again) }
}

async function answerAndScroll(page: Page): Promise<void> {
  await page.locator('.review-evidence canvas').first().waitFor()
  await page.locator('.question-current').focus()
  for (let number = 0; number < ANSWERS; number += 1) {
    await doing(page, 'answering')
    await page.keyboard.press(['1', '2', '1', '4'][number % 4] ?? '1')
    await page.waitForTimeout(60)
    await doing(page, 'stepping')
    await page.keyboard.press(number % 12 === 11 ? ']' : 'j')
    await page.waitForTimeout(40)
  }
  await doing(page, 'scrolling the scan')
  const papers = await page.locator('.review-evidence').boundingBox()
  if (papers !== null) await page.mouse.move(papers.x + papers.width / 2, papers.y + papers.height / 2)
  for (let turn = 0; turn < 40; turn += 1) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(30)
  }
  await doing(page, 'typing a finding')
  await page.locator('.question-current').focus()
  await page.keyboard.press('2')
  await page.keyboard.press('e')
  await page.keyboard.type('The notice was served three days before the meeting.', { delay: 25 })
  await page.waitForTimeout(2500)
}

/** Types into the middle of the opinion, each time once the page shows what was typed before. */
async function writeOpinion(page: Page, caseId: string): Promise<void> {
  await home(page)
  await doing(page, 'opening the opinion')
  await page.evaluate((id) => {
    location.hash = `/cases/${id}`
  }, caseId)
  await page.getByRole('tab', { name: '意见书' }).click()
  const area = page.locator('.opinion-section textarea').nth(LONG_SECTION)
  await area.focus()
  await page.keyboard.press('Control+Home')
  await page.locator('.sheet canvas').first().waitFor()
  await page.waitForTimeout(1500)
  await page.keyboard.press('q')
  await page.waitForFunction(() => (window.deskNotes?.previews.length ?? 0) === 1)
  // the page that is being written is in view, as beside a person who writes; what is written first there is not counted
  await page.locator('.sheet-line', { hasText: 'q' }).first().scrollIntoViewIfNeeded()
  await page.waitForTimeout(500)
  await page.evaluate(() => window.deskNotes?.previews.splice(0))
  await doing(page, 'writing the opinion')
  for (let number = 1; number <= EDITS; number += 1) {
    await page.keyboard.press('wertzuiop'[number % 9] ?? 'w')
    await page.waitForFunction((count) => (window.deskNotes?.previews.length ?? 0) === count, number)
    await page.waitForTimeout(150)
  }
}

async function measured(page: Page, caseIds: readonly string[], drafted: string, say: Say): Promise<SubjectReport> {
  const opening = await openAll(page, caseIds)
  say('cases opened')
  await opened(page, caseIds[0] ?? '')
  await answerAndScroll(page)
  say('answered, scrolled and typed')
  await writeOpinion(page, drafted)
  say('wrote in the opinion')
  const notes = await page.evaluate(() => window.deskNotes)
  if (notes === undefined) throw new Error('the page took no notes')
  const answers = timesOf(notes.answers)
  const previews = timesOf(notes.previews)
  // before the first case is the start of the program, which the subject `start` measures
  const tasks = notes.tasks.filter(({ during }) => during !== 'start').toSorted((one, other) => other.length - one.length)
  const longest = tasks[0]?.length ?? 0
  const byDoing = new Map<string, number>()
  for (const { during, length } of tasks) byDoing.set(during, Math.max(byDoing.get(during) ?? 0, length))
  return {
    findings: [
      { what: 'key to painted answer, 95 of 100', measured: ms(answers.p95), goal: atMost(GOALS.answer, answers.p95) },
      { what: 'key to painted answer, median', measured: ms(answers.median) },
      { what: `opening a case of ${PAPERS} papers, median of ${CASES_TO_OPEN - 1}`, measured: ms(opening.others.median), goal: atMost(GOALS.open, opening.others.median) },
      { what: 'the first case after the start', measured: ms(opening.first) },
      { what: 'opening it again', measured: ms(opening.again.median) },
      { what: `opinion of ${OPINION_PAGES} pages: key to the page that shows it, 95 of 100`, measured: ms(previews.p95), goal: atMost(GOALS.preview, previews.p95) },
      { what: 'key to the page that shows it, median', measured: ms(previews.median) },
      { what: 'longest task on the main thread', measured: ms(longest), goal: atMost(GOALS.task, longest) },
    ],
    notes: [
      `${answers.sorted.length} answers; each time is from the key’s own time to the frame after which the answer is on the screen. The slowest took ${answers.max.toFixed(0)} ms.`,
      `Tasks over 50 ms: ${tasks.length}; the longest by what was done: ${[...byDoing].map(([what, length]) => `${what} ${length.toFixed(0)} ms`).join(', ') || 'none'}.`,
    ],
  }
}
