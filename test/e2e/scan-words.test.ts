/** Words of scans in the evidence pane: found, selected and pinned where they stand on the picture. */
import type { Browser, Locator, Page } from 'playwright-core'
import { degrees } from 'pdf-lib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/shared/checklist/answers.ts'
import { onTurnedPage, type Rectangle, type Rotation } from '../../src/renderer/materials/viewer/region.ts'
import { pdf, scan } from '../integration/intake/reading/made-files.ts'
import { greyTiff, tiffOfTwo } from '../support/grey-tiff.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { openCase } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { assign, attachFiles, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { signedIn, type SignedIn } from './signed-in.ts'

/** A page of 1240 × 1754, written from (120, 140) in characters of 30, a line each 60; see `scan`. */
const [WIDTH, HEIGHT, LEFT, FIRST, SIZE] = [1240, 1754, 120, 140, 30]
const LINES = ['听证申请书', '安陵县应急管理局：', '我店于三月十八日收到告知书，申请举行听证。', '罚款五万元，并没收违法所得（人民币）。']
const SOUGHT = { words: '违法所得', line: 3, from: 9 } as const

/** Where characters of a line were drawn, as parts of the page. */
function drawnAt({ line, from, words }: { readonly line: number; readonly from: number; readonly words: string }): Rectangle {
  return { x: (LEFT + from * SIZE) / WIDTH, y: (FIRST + line * 2 * SIZE - SIZE) / HEIGHT, width: (words.length * SIZE) / WIDTH, height: (SIZE * 1.2) / HEIGHT }
}

let browser: Browser
let served: ServedStation
let station: PreparedStation
let people: SignedIn
let caseId = ''
let page: Page

async function files(): Promise<Record<string, Uint8Array>> {
  const options = { width: WIDTH, height: HEIGHT }
  const sheet = scan(LINES, options)
  const { data } = sheet.getContext('2d').getImageData(0, 0, WIDTH, HEIGHT)
  const blank = scan(['送达回证'], options).getContext('2d').getImageData(0, 0, WIDTH, HEIGHT).data
  const scanned = await pdf(async ({ pdf: document }) => {
    const image = await document.embedJpg(sheet.toBuffer('image/jpeg', 85))
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
    // as a scanner lays a page in that it was fed sideways
    const lying = document.addPage([842, 595])
    lying.drawImage(image, { x: 0, y: 595, width: 595, height: 842, rotate: degrees(-90) })
    lying.setRotation(degrees(270))
  })
  return {
    '01-听证申请书.pdf': scanned,
    '02-听证申请书.png': new Uint8Array(scan(LINES, { ...options, slant: 1 }).toBuffer('image/png')),
    '03-传真.tif': tiffOfTwo(greyTiff(blank, WIDTH, HEIGHT), greyTiff(data, WIDTH, HEIGHT)),
    '04-说明.txt': new TextEncoder().encode('听证申请书另附。\n'),
  }
}

/** Making the station and recognising five pages on a busy machine. In ms. */
const PREPARING = 300_000

beforeAll(async () => {
  served = await serveStation(temporaryFolder('scan-words'))
  station = await prepareStation(served.host)
  caseId = await station.register(1)
  await attachFiles(station, caseId, await files())
  await assign(station, caseId)
  const reviewer = await station.as(REVIEWER)
  await reviewer.call('checklist.begin', { caseId })
  const isRead = async (): Promise<boolean> => (await reviewer.call('intake.reading', { caseId })).files.every(({ state }) => state === 'read')
  // recognition takes longer than a window is waited for; the time of this hook ends it
  while (!(await isRead())) await new Promise((resolve) => setTimeout(resolve, 200))
  browser = await launchBrowser()
  people = signedIn(served, browser)
  page = await people.windowOf(REVIEWER)
  await openCase(page, caseId)
  await page.locator('.evidence-side').waitFor()
}, PREPARING)

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

afterEach(async ({ task }) => {
  expect(await people.afterTest(task)).toEqual([])
})

const side = (number = 0): Locator => page.locator('.evidence-side').nth(number)
const scroller = (number = 0): Locator => side(number).locator('.evidence-scroll')
const sheetOf = (of: number, number = 0): Locator => side(number).locator(`.evidence-page[data-page="${of}"]`)
const bar = (number = 0): Locator => side(number).getByRole('search')

async function open(name: string, number = 0): Promise<void> {
  await side(number).getByRole('button', { name: /^全部 \d+ 份$/ }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  await side(number).locator('.evidence-tab[aria-current]').getByText(name).waitFor()
  await eventually(() => page.locator('.ant-dropdown:not(.ant-dropdown-hidden)').count()).toBe(0)
}

async function find(words: string, number = 0): Promise<void> {
  await scroller(number).focus()
  await page.keyboard.press('Control+f')
  await bar(number).getByRole('textbox').fill(words)
}

/** The one mark of this name on a page, as parts of that page. */
async function markOn(name: string, sheet: Locator): Promise<Rectangle | null> {
  return await sheet.evaluate((element, mark) => {
    const frame = element.getBoundingClientRect()
    for (const range of CSS.highlights.get(mark) ?? []) {
      if (!element.contains(range.startContainer)) continue
      const box = (range as Range).getBoundingClientRect()
      return { x: (box.left - frame.left) / frame.width, y: (box.top - frame.top) / frame.height, width: box.width / frame.width, height: box.height / frame.height }
    }
    return null
  }, name)
}

/** How much of `wanted` the mark covers, and how much of the mark lies on it; the smaller of both. */
function overlap(mark: Rectangle | null, wanted: Rectangle): number {
  if (mark === null) return 0
  const along = (from: number, size: number, other: number, otherSize: number): number => Math.max(0, Math.min(from + size, other + otherSize) - Math.max(from, other))
  const both = along(mark.x, mark.width, wanted.x, wanted.width) * along(mark.y, mark.height, wanted.y, wanted.height)
  return both / Math.max(mark.width * mark.height, wanted.width * wanted.height)
}

/** The mark lies over the words as they were drawn, the page turned or not. */
async function expectMarked(name: string, sheet: Locator, place: { readonly line: number; readonly from: number; readonly words: string } = SOUGHT, rotation: Rotation = 0): Promise<void> {
  await eventually(async () => overlap(await markOn(name, sheet), onTurnedPage(drawnAt(place), rotation))).toBeGreaterThan(0.65)
}

async function pins(): Promise<readonly Evidence[]> {
  const { headings } = await (await station.as(REVIEWER)).call('checklist.get', { caseId, round: null })
  return headings.flatMap(({ questions }) => questions).flatMap(({ answer }) => answer?.evidence ?? [])
}

describe('words of a scanned PDF', () => {
  it('are found, and marked on the picture where they stand, larger, smaller and turned', async () => {
    await open('01-听证申请书.pdf')
    await find(SOUGHT.words)
    await bar().getByText('第 1 / 2 处').waitFor()
    await expectMarked('evidence-found', sheetOf(1))
    await scroller().focus()
    for (const key of ['Control+=', 'Control+=', '9', '0']) {
      await page.keyboard.press(key)
      await expectMarked('evidence-found', sheetOf(1))
    }
    for (const rotation of [90, 180, 270] as const) {
      await page.keyboard.press('r')
      await expectMarked('evidence-found', sheetOf(1), SOUGHT, rotation)
    }
    await page.keyboard.press('r')
    await expectMarked('evidence-found', sheetOf(1))
    // the second page lies sideways in its file
    await page.keyboard.press('F3')
    await bar().getByText('第 2 / 2 处').waitFor()
    await expectMarked('evidence-found', sheetOf(2))
  })

  it('are marked on both sides, each as large as its page is there', async () => {
    await scroller().focus()
    await page.keyboard.press('h')
    await side(1).waitFor()
    await open('01-听证申请书.pdf', 1)
    await find('应急管理', 1)
    // from the page on, on which the other side was
    await bar(1).getByText('第 2 / 2 处').waitFor()
    await expectMarked('evidence-found', sheetOf(2, 1), { words: '应急管理', line: 1, from: 3 })
    await expectMarked('evidence-found', sheetOf(2))
    await side(1).getByRole('button', { name: '关闭此侧', exact: true }).click()
    await eventually(() => page.locator('.evidence-side').count()).toBe(1)
  })

  it('are marked where a hit in all papers leads', async () => {
    await open('04-说明.txt')
    await find(SOUGHT.words)
    await bar().getByRole('button', { name: '在全部材料中查找' }).click()
    const all = page.locator('.evidence-all')
    await all.locator('li button').filter({ hasText: '第2页' }).first().click()
    await side().locator('.evidence-tab[aria-current]').getByText('01-听证申请书.pdf').waitFor()
    await expectMarked('evidence', sheetOf(2))
    expect(await side().getByText(/此页不能标出/).count()).toBe(0)
    await all.getByRole('textbox').press('Escape')
    await all.waitFor({ state: 'hidden' })
  })

  it('are selected by the mouse, pinned to the question, and marked again when the pin is opened', async () => {
    await open('01-听证申请书.pdf')
    await page.keyboard.press('Escape')
    await scroller().evaluate((element) => (element.scrollTop = 0))
    const sheet = sheetOf(1)
    await sheet.getByText('申请举行听证', { exact: false }).first().waitFor({ state: 'attached' })
    const box = await sheet.boundingBox()
    if (box === null) throw new Error('no page')
    const { x, y, width, height } = drawnAt({ words: '安陵县应急', line: 1, from: 0 })
    const middle = box.y + (y + height / 2) * box.height
    await page.mouse.move(box.x + x * box.width + 1, middle)
    await page.mouse.down()
    await page.mouse.move(box.x + (x + width) * box.width, middle, { steps: 8 })
    await page.mouse.up()
    await page.keyboard.press('p')
    await eventually(async () => (await pins()).at(-1)?.passage).toBe('安陵县应急')
    await open('04-说明.txt')
    await page.locator('.pin-place').filter({ hasText: '安陵县应急' }).click()
    await expectMarked('evidence', sheetOf(1), { words: '安陵县应急', line: 1, from: 0 })
  })
})

describe('words of a picture', () => {
  it('are marked on one that was laid in askew, turned as well', async () => {
    await open('02-听证申请书.png')
    await find(SOUGHT.words)
    await bar().getByText('第 1 / 1 处').waitFor()
    // the page was turned by a degree around its corner before it was written on
    const { x, y, width, height } = drawnAt(SOUGHT)
    const turn = Math.PI / 180
    const [px, py] = [(x + width / 2) * WIDTH, (y + height / 2) * HEIGHT]
    const [cx, cy] = [px * Math.cos(turn) - py * Math.sin(turn), px * Math.sin(turn) + py * Math.cos(turn)]
    const at = { x: cx / WIDTH - width / 2, y: cy / HEIGHT - height / 2, width, height }
    const covered = async (rotation: Rotation): Promise<number> => overlap(await markOn('evidence-found', sheetOf(1)), onTurnedPage(at, rotation))
    await eventually(() => covered(0)).toBeGreaterThan(0.6)
    await scroller().focus()
    await page.keyboard.press('r')
    await eventually(() => covered(90)).toBeGreaterThan(0.6)
    await page.keyboard.press('Control+=')
    await eventually(() => covered(90)).toBeGreaterThan(0.6)
    await page.keyboard.press('Shift+R')
  })

  it('are found on the second page of a TIFF, which is then shown', async () => {
    await open('03-传真.tif')
    await sheetOf(1).and(page.locator('[data-drawn="drawn"]')).waitFor()
    await find(SOUGHT.words)
    await bar().getByText('第 1 / 1 处').waitFor()
    await expectMarked('evidence-found', sheetOf(2))
  })
})
