/** The review as people really do it: a second round, two windows at once, an input method. */
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import { today } from '../../src/renderer/ui/formats.ts'
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import type { IsoDate } from '../../src/shared/values/values.ts'
import { axeViolations } from './axe-violations.ts'
import { act, openCase, openTab, savedMark, stateMark, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, dialog, field, fillDay, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { answerOf, currentQuestion, findingOf, question } from './review-screen.ts'
import { answerTheRest, assign, REVIEWER, savedAnswer } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('review')

describe('a second round', () => {
  it('the corrected case comes again, and each question shows its answer of the round before', async () => {
    const caseId = await station.begun(3)
    await answerTheRest(station, station.sample, caseId)
    await draftAndApprove(station, caseId, REVIEWER)
    await signAndIssue(station, caseId, REVIEWER)
    const page = await people.windowOf(station.loginOf('handler'))
    await openCase(page, caseId)
    await act(page, '整改后重新送审').click()
    const corrections = dialog(page).getByLabel(/^第 \d+ 项的整改情况/)
    await corrections.first().waitFor()
    for (const correction of await corrections.all()) await correction.fill('已重新听取陈述申辩，并在期限届满后再次集体讨论。')
    await finishDialog(page, '整改后重新送审')
    await page.locator('.case-marks').getByText('第 2 轮').waitFor()
    await assign(station, caseId)

    const desk = await people.windowOf(REVIEWER)
    await openCase(desk, caseId)
    await act(desk, '开始审核').click()
    const earlier = station.sample.review.answers.find(({ answer }) => answer === 'no')
    if (earlier === undefined) throw new Error('the sample answers nothing with “no”')
    const { headings } = await (await station.as(REVIEWER)).call('checklist.get', { caseId, round: null })
    const at = headings.findIndex(({ questions }) =>
      questions.some(({ questionId }) => questionId === earlier.questionId),
    )
    await desk.getByRole('navigation', { name: '审核内容' }).getByRole('button').nth(at).click()
    const previous = question(desk, earlier.questionId).locator('.question-previous')
    await previous.getByText('上一轮').waitFor()
    await previous.getByText('否', { exact: true }).waitFor()
    await previous.getByText(earlier.finding.slice(0, 20)).waitFor()
    expect(await answerOf(desk, earlier.questionId, 'no').getAttribute('aria-checked')).toBe('false')
    await openTab(desk, '意见书')
    await desk.getByText('还不能起草').waitFor()
  })
})

describe('a paper that turns out to be missing', () => {
  it('is asked for with a printed notice, the review rests, and goes on with every answer when it is in', async () => {
    const caseId = await station.begun(3)
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await question(page, '1.1').click()
    await page.keyboard.press('e')
    await findingOf(page, '1.1').fill('职权依据待送达回证核对。')
    await savedMark(page).waitFor()

    await act(page, '要求补正').click()
    await field(dialog(page), '应补正的材料').fill('行政处罚事先告知书送达回证')
    await field(dialog(page), '为什么需要').fill('未见送达凭证，不能判断告知是否到达。')
    await fillDay(dialog(page), '补正期限', '2020-01-02')
    await button(dialog(page), '发出并打印通知书').click()
    await dialog(page).getByText('补正期限不能早于今天。').waitFor()
    await fillDay(dialog(page), '补正期限', shiftDays(today() as IsoDate, 3))
    await button(dialog(page), '发出并打印通知书').click()
    await dialog(page).getByText('补正通知书已生成').waitFor()
    await button(dialog(page).locator('.ant-modal-footer'), '关闭').click()
    await stateMark(page, '审核中补正').waitFor()
    const banner = page.getByRole('status').filter({ hasText: '审核中补正：等待承办机构补充材料' })
    await banner.getByText('行政处罚事先告知书送达回证').waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await picture(page, 'waiting')
    await page.setViewportSize({ width: 1366, height: 768 })
    // what was said a moment ago stays in the language in which it was said
    await page.reload()
    await banner.waitFor()
    await button(page, '切换语言 EN').click()
    await page.getByText('Waiting for papers in the middle of the review').waitFor()
    expect(await wordTroubles(page, 'en')).toEqual([])
    await button(page, 'Switch to dark').click()
    expect(await axeViolations(page)).toEqual([])
    await picture(page, 'waiting-english')
    await button(page, 'Switch the language 中文').click()
    await button(page, '改用浅色').click()
    // not before its day: the button says what lacks
    expect(await page.locator('.case-acts').getByRole('note', { name: /不再等待补正，继续审核/ }).getAttribute('aria-label')).toContain('补正期限已过')
    await openTab(page, '审核')
    expect(await answerOf(page, '1.1', 'no').isDisabled()).toBe(true)

    const handler = await people.windowOf(station.loginOf('handler'))
    await visit(handler, '/')
    await handler.getByText('待补正', { exact: true }).first().waitFor()
    await openCase(handler, caseId)
    await act(handler, '收到补正').click()
    await field(dialog(handler), '补正情况说明').fill('补交送达回证一份。')
    await picture(handler, 'taking')
    await finishDialog(handler, '收到补正')
    await stateMark(handler, '审核中').waitFor()

    await stateMark(page, '审核中').waitFor()
    await banner.waitFor({ state: 'hidden' })
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('职权依据待送达回证核对。')
    await eventually(() => answerOf(page, '1.1', 'no').isDisabled()).toBe(false)
    await openTab(page, '概况')
    await page.getByText('审核中要求补正：未见送达凭证').waitFor()
    await page.getByText(/收到补正，继续审核/).waitFor()
    await picture(page, 'gone-on')
  })
})

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `supplement-${name}.png`) })
}

describe('two windows on one question', () => {
  it('the second shows at once what the first answered', async () => {
    const caseId = await station.begun(3)
    const [one, two] = [await people.windowOf(REVIEWER), await people.windowOf(REVIEWER, 2)]
    for (const page of [one, two]) await openCase(page, caseId)
    await answerOf(one, '1.1', 'cannotTell').click()
    await eventually(() => answerOf(two, '1.1', 'cannotTell').getAttribute('aria-checked')).toBe('true')
    await question(one, '1.1').getByRole('button', { name: /备注/ }).click()
    await one.getByLabel('问题 1.1 的备注').fill('待核对机构职能文件。')
    await two.getByText('待核对机构职能文件。').waitFor()
  })

  it('a save that comes too late shows both texts and overwrites nothing', async () => {
    const caseId = await station.begun(3)
    const [one, two] = [await people.windowOf(REVIEWER), await people.windowOf(REVIEWER, 2)]
    for (const page of [one, two]) {
      await openCase(page, caseId)
      await question(page, '1.1').click()
    }
    // the second window's save is held on its way until the first one's has arrived
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    let held = 0
    await two.route('**/call', async (route) => {
      if (route.request().postData()?.includes('"checklist.answer"') === true) {
        held += 1
        await released
      }
      await route.continue()
    })
    await two.keyboard.press('e')
    await findingOf(two, '1.1').fill('乙窗口所写：职权依据不明。')
    await eventually(() => held).toBe(1)
    await one.keyboard.press('e')
    await findingOf(one, '1.1').fill('甲窗口所写：职权依据充分。')
    await savedMark(one).waitFor()
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('甲窗口所写：职权依据充分。')
    release()

    const notice = question(two, '1.1').getByRole('alert')
    await notice.getByText('此题已在另一个窗口中修改，没有互相覆盖').waitFor()
    await notice.getByText('甲窗口所写：职权依据充分。').waitFor()
    await notice.getByText('乙窗口所写：职权依据不明。').waitFor()
    expect((await savedAnswer(station, caseId, '1.1'))?.finding).toBe('甲窗口所写：职权依据充分。')
    await button(notice, '保留本窗口的').click()
    await notice.waitFor({ state: 'hidden' })
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('乙窗口所写：职权依据不明。')
    await eventually(() => findingOf(one, '1.1').inputValue()).toBe('乙窗口所写：职权依据不明。')
  })
})

/** Presses a key as an input method's browser reports it while a word is being composed. */
async function composingKey(page: Page, key: string): Promise<void> {
  await page.evaluate((pressed) => {
    const init = { key: pressed, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init))
    document.activeElement?.dispatchEvent(new KeyboardEvent('keyup', init))
  }, key)
}

async function compose(keys: CDPSession, text: string): Promise<void> {
  await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

describe('an input method', () => {
  it('keeps every character of a finding, though the answer is saved in the middle of a word', async () => {
    const caseId = await station.begun(3)
    const page = await people.windowOf(REVIEWER)
    const keys = await page.context().newCDPSession(page)
    await openCase(page, caseId)
    await question(page, '1.1').click()
    await page.keyboard.press('e')
    const finding = findingOf(page, '1.1')
    await finding.pressSequentially('经核对')
    await compose(keys, 'zhi')
    await compose(keys, "zhi'quan")
    // what stood before the word is saved while the word is still open
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('经核对')
    for (const key of ['j', '2', 'Enter', 'Escape', 'p', '?']) await composingKey(page, key)
    await compose(keys, "zhi'quan'yi'ju")
    await keys.send('Input.insertText', { text: '职权依据' })
    await finding.pressSequentially('充分。')
    expect(await finding.inputValue()).toBe('经核对职权依据充分。')
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('经核对职权依据充分。')
    expect(await savedAnswer(station, caseId, '1.1')).toMatchObject({ answer: null, evidence: [] })
    expect(await currentQuestion(page).getAttribute('id')).toBe('question-1.1')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('no shortcut fires while a word is composed outside a field', async () => {
    const caseId = await station.begun(3)
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await question(page, '1.1').click()
    for (const key of ['j', '1', ']', 'e', 'p', '?', '/', 'Enter']) await composingKey(page, key)
    await page.keyboard.press('2')
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.answer).toBe('no')
    expect(await currentQuestion(page).getAttribute('id')).toBe('question-1.1')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await question(page, '1.1').locator('.pin').count()).toBe(0)
  })

  it('Enter that chooses a word does not search; the Enter after it does', async () => {
    const page = await people.windowOf(REVIEWER)
    const keys = await page.context().newCDPSession(page)
    await visit(page, '/')
    await page.getByRole('heading', { name: /您好/ }).waitFor()
    await page.keyboard.press('/')
    const search = page.getByRole('search').getByRole('textbox')
    await compose(keys, "heng'sheng")
    await composingKey(page, 'Enter')
    expect(await page.getByRole('heading', { name: /您好/ }).isVisible()).toBe(true)
    await keys.send('Input.insertText', { text: '恒盛' })
    expect(await search.inputValue()).toBe('恒盛')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '案件', exact: true }).waitFor()
    expect(await page.getByLabel('名称、当事人、案由、文号、材料和意见书内容', { exact: true }).inputValue()).toBe('恒盛')
    await page.getByText(station.sample.case.title).first().waitFor()
  })

  it('the list of cases is narrowed by a composed word', async () => {
    const page = await people.windowOf(REVIEWER)
    const keys = await page.context().newCDPSession(page)
    await visit(page, '/cases')
    const filter = page.getByLabel('名称、当事人、案由、文号、材料和意见书内容', { exact: true })
    await filter.fill('')
    await compose(keys, "dian'du")
    await composingKey(page, 'Enter')
    await keys.send('Input.insertText', { text: '没有这个词' })
    await page.getByText('没有符合条件的案件').waitFor()
    expect(await filter.inputValue()).toBe('没有这个词')
  })
})

describe('a state that another person changed', () => {
  it('shows itself in an open window without reloading', async () => {
    const caseId = await station.register(1)
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await stateMark(page, '已收件').waitFor()
    await assign(station, caseId)
    await stateMark(page, '已分派').waitFor()
  })
})
