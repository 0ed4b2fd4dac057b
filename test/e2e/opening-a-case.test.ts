/** From a list into a case, and from one case to another, also where the core takes its time. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openCase, shownCase, visit } from './case-screen.ts'
import { openDesk } from './open-desk.ts'
import { currentQuestion } from './review-screen.ts'
import { REVIEWER } from './sample-station.ts'

const { station, people } = await openDesk('opening')
// what was opened once is shown from memory: each test opens one that was not
const [one, other, third] = [await station.assigned(2, { title: '甲公司案' }), await station.assigned(2, { title: '乙公司案' }), await station.assigned(2, { title: '丙公司案' })]
for (const caseId of [one, other, third]) await (await station.as(REVIEWER)).call('checklist.begin', { caseId })

const list = (page: Page) => page.getByRole('heading', { name: '案件', exact: true })
const waiting = (page: Page) => page.locator('.fs-main .ant-skeleton').first()

/** Holds back what the core says of a case until it is let go. */
async function holdingBack(page: Page, caseId: string): Promise<() => void> {
  let letGo = (): void => undefined
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/call', async (route) => {
    const asked = route.request().postData() ?? ''
    if (asked.includes('"cases.get"') && asked.includes(caseId)) await gone
    await route.continue()
  })
  return letGo
}

async function atTheList(): Promise<Page> {
  const page = await people.windowOf(REVIEWER)
  await visit(page, '/cases')
  await list(page).waitFor()
  return page
}

describe('a case', () => {
  it('comes from the list with its questions and its first paper', async () => {
    const page = await atTheList()
    await openCase(page, one)
    expect(await list(page).count()).toBe(0)
    await currentQuestion(page).waitFor()
    await page.locator('.review-evidence .evidence-scroll').waitFor()
  })

  it('that takes long is announced, and comes', async () => {
    const page = await atTheList()
    const letGo = await holdingBack(page, third)
    await visit(page, `/cases/${third}`)
    await waiting(page).waitFor()
    expect(await list(page).count()).toBe(0)
    letGo()
    await shownCase(page, third).getByRole('tablist').waitFor()
  })

  it('left before it came does not come after all', async () => {
    const page = await atTheList()
    const letGo = await holdingBack(page, one)
    await page.evaluate((id) => {
      location.hash = `/cases/${id}`
      location.hash = '/people'
    }, one)
    await page.getByRole('heading', { name: '人员', exact: true }).waitFor()
    letGo()
    await page.waitForTimeout(400)
    expect(await page.locator('.case').count()).toBe(0)
  })

  it('makes way for another at once: no key meant for the next is heard by the one before', async () => {
    const page = await people.windowOf(REVIEWER)
    await openCase(page, one)
    await currentQuestion(page).waitFor()
    const letGo = await holdingBack(page, other)
    // the browser tells of a new address a moment after it is set
    await page.evaluate(
      (id) =>
        new Promise<void>((resolve) => {
          addEventListener('hashchange', () => resolve(), { once: true })
          location.hash = `/cases/${id}`
        }),
      other,
    )
    await page.keyboard.press('1')
    await waiting(page).waitFor()
    expect(await page.locator('.question').count()).toBe(0)
    letGo()
    await shownCase(page, other).getByRole('tablist').waitFor()
    const { headings } = await (await station.as(REVIEWER)).call('checklist.get', { caseId: one, round: null })
    expect(headings.flatMap(({ questions }) => questions).filter(({ answer }) => answer !== null && answer.answer !== null)).toEqual([])
  })
})
