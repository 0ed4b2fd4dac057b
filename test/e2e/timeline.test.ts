/** The course of a case in the window: the strip, the whole picture, the list, and what the papers say beside one another. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openCase } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { openDesk } from './open-desk.ts'
import { registerWhole } from './sample-file.ts'
import { REVIEWER, samplePapers } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('timeline')
let registered: Promise<string> | undefined

const papers = await samplePapers(station.sample)

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') })
const view = (page: Page, name: string) => page.locator('.timeline-tools .ant-segmented-item').filter({ hasText: name }).first()

/** The sample's case with all its papers read, the same for every test. */
const wholeCase = (): Promise<string> => (registered ??= registerWhole(station, papers))

async function opened(): Promise<Page> {
  const caseId = await wholeCase()
  const page = await people.windowOf(REVIEWER)
  await openCase(page, caseId)
  return page
}

describe('the strip under the head of the case', () => {
  it('says what is late, is folded away, and stays as it was left', async () => {
    const page = await opened()
    await tab(page, '概况').click()
    const strip = page.getByRole('region', { name: '案件时间轴' })
    await strip.locator('svg.timeline-picture').waitFor()
    await strip.getByText(/未留足期限 1/).waitFor()
    const toggle = strip.getByRole('button', { name: '时间轴', exact: true })
    await toggle.click()
    expect(await toggle.getAttribute('aria-expanded')).toBe('false')
    await page.reload()
    await page.getByRole('tablist').waitFor()
    expect(await strip.locator('svg.timeline-picture').count()).toBe(0)
    await toggle.click()
    await strip.locator('svg.timeline-picture').waitFor()
  })

  it('leads to the whole picture', async () => {
    const page = await opened()
    await tab(page, '概况').click()
    await page.getByRole('button', { name: '查看全图' }).click()
    expect(await tab(page, '时间轴与核对').getAttribute('aria-selected')).toBe('true')
    await page.locator('.timeline-whole-picture').waitFor()
  })
})

describe('the whole picture', () => {
  it('is one stop of the tab key, is walked by arrows, and opens the document by Enter', async () => {
    const page = await opened()
    await tab(page, '时间轴与核对').click()
    const picture = page.locator('.timeline-whole-picture')
    await picture.waitFor()
    expect(await picture.locator('[tabindex="0"]').count()).toBe(1)
    await picture.locator('[tabindex="0"]').focus()
    await page.keyboard.press('ArrowRight')
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    expect(name).toMatch(/(^| · )\d{4}-\d\d-\d\d \S.*，星期/u)
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog')
    await drawer.locator('.evidence').waitFor()
    await eventually(() => page.evaluate(() => CSS.highlights.get('evidence')?.size ?? 0)).toBe(1)
    await page.keyboard.press('Escape')
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toBe(name)
  })

  it('has labels that do not lie on one another, in both zooms', async () => {
    const page = await opened()
    await tab(page, '时间轴与核对').click()
    for (const zoom of ['全案', '按月']) {
      await page.locator('.ant-segmented-item').filter({ hasText: zoom }).click()
      const boxes = await page.locator('.timeline-whole-picture .timeline-label text').evaluateAll((texts) =>
        texts.map((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect()
          return { left, right, top, bottom, words: text.textContent }
        }),
      )
      expect(boxes.length).toBeGreaterThan(20)
      const over = boxes.flatMap((one, place) =>
        boxes
          .slice(place + 1)
          // letters reach a little over their line
          .filter((other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 4 && other.top < one.bottom - 4)
          .map((other) => `${one.words} / ${other.words}`),
      )
      expect(over).toEqual([])
    }
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  })

  it('names what is to be looked at, with a way to the paper', async () => {
    const page = await opened()
    await tab(page, '时间轴与核对').click()
    const problem = page.locator('.timeline-problems li').filter({ hasText: '少留' })
    await problem.getByText(/陈述、申辩和要求听证/).waitFor()
    await problem.getByRole('button').click()
    await page.getByRole('dialog').locator('.evidence').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })
})

describe('the list', () => {
  it('tells every step and every limit that the picture shows', async () => {
    const page = await opened()
    await tab(page, '时间轴与核对').click()
    await view(page, '明细表').click()
    const { steps, limits } = await (await station.as(REVIEWER)).call('timeline.get', { caseId: await wholeCase() })
    const rows = (name: string) => page.getByRole('table', { name }).locator('tbody tr')
    await eventually(() => rows('案件环节明细').count()).toBe(steps.length)
    expect(await rows('期限明细').count()).toBe(limits.length)
    await rows('期限明细').filter({ hasText: '立案' }).first().getByText('未核实').waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await view(page, '时间轴').click()
  })
})

describe('the cross-table', () => {
  it('shows the value that differs, filters to it, and opens the passage', async () => {
    const page = await opened()
    await tab(page, '时间轴与核对').click()
    await view(page, '交叉核对').click()
    const table = page.getByRole('table', { name: '交叉核对表' })
    await table.waitFor()
    const all = await table.getByRole('rowheader').count()
    await page.getByLabel('只看不一致').check()
    await eventually(async () => (await table.getByRole('rowheader').count()) < all).toBe(true)
    const wrong = table.locator('.cross-wrong').first()
    expect(await wrong.getByText('不一致').count()).toBe(1)
    await table.locator('tr').filter({ has: page.locator('.cross-wrong') }).first().getByRole('button').first().click()
    await page.getByRole('dialog').locator('.evidence').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.locator('.ant-segmented-item').filter({ hasText: '按文书' }).click()
    expect(await page.getByRole('table', { name: '交叉核对表' }).locator('.cross-wrong').count()).toBeGreaterThan(0)
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  })
})
