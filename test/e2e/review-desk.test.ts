/** The desk at which a reviewer spends the day: keys, phrases, undo, basis, two windows, and where they were last. */
import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openCase, openTab, savedMark, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, dialog, field, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { lawFolder } from '../integration/laws/library-station.ts'
import { answerOf, currentQuestion, findingOf, question } from './review-screen.ts'
import { REVIEWER, savedAnswer } from './sample-station.ts'

const { station, people } = await openDesk('review-desk')

/** Opens the case at its first question, which has the focus. */
async function atFirst(caseId: string, number = 1): Promise<Page> {
  const page = await people.windowOf(REVIEWER, number)
  await openCase(page, caseId)
  await question(page, '1.1').click({ position: { x: 5, y: 5 } })
  return page
}

const idOfCurrent = (page: Page): Promise<string | null> => currentQuestion(page).getAttribute('id')
const picker = (page: Page) => page.locator('.phrase-picker')
const historyNotice = (page: Page) => page.locator('.history-notice')

describe('keys', () => {
  it('lead through the checklist, to any part, into each text and out again', async () => {
    const page = await atFirst(await station.begun(3))
    await page.keyboard.press('g')
    await page.keyboard.press('3')
    await eventually(() => idOfCurrent(page)).toMatch(/^question-3\./)
    await page.keyboard.press('g')
    await page.keyboard.press('1')
    await eventually(() => idOfCurrent(page)).toBe('question-1.1')
    for (const [key, name] of [['e', '审核发现'], ['s', '处理建议'], ['n', '备注']] as const) {
      await page.keyboard.press(key)
      const text = page.getByLabel(`问题 1.1 的${name}`)
      await eventually(() => text.evaluate((one) => one === document.activeElement)).toBe(true)
      // letters and numbers are text here
      await page.keyboard.type('j1g3')
      expect(await text.inputValue()).toBe('j1g3')
      await page.keyboard.press('Escape')
    }
    expect(await idOfCurrent(page)).toBe('question-1.1')
    expect(await answerOf(page, '1.1', 'yes').getAttribute('aria-checked')).toBe('false')
  })

  it('F6 goes around the panes and back', async () => {
    const page = await atFirst(await station.begun(3))
    const pane = (): Promise<string> =>
      page.evaluate(() => ['headings', 'questions', 'evidence'].find((name) => document.querySelector(`.review-${name}:focus-within`) !== null) ?? '')
    const seen: string[] = []
    for (const key of ['F6', 'F6', 'F6', 'Shift+F6', 'Shift+F6']) {
      const before = await pane()
      await page.keyboard.press(key)
      await eventually(async () => (await pane()) !== before).toBe(true)
      seen.push(await pane())
    }
    expect(seen).toEqual(['evidence', 'headings', 'questions', 'headings', 'evidence'])
  })

  it('B opens the basis with its articles and the typical defect, and closes it', async () => {
    const page = await atFirst(await station.begun(3))
    await page.keyboard.press('b')
    const basis = question(page, '1.1').locator('.basis-panel')
    await basis.getByText('常见问题').waitFor()
    await basis.getByRole('heading').first().waitFor()
    await basis.getByText('法规库中没有').first().waitFor()
    // without any text of a law each article still says what it asks for, and that these are not its words
    await eventually(() => basis.getByText('要旨（非法条原文）').count()).toBe(await basis.getByRole('heading').count())
    await basis.getByRole('link', { name: '打开法规库' }).waitFor()
    await page.keyboard.press('b')
    await basis.waitFor({ state: 'detached' })
  })

  it('B shows the gist of an article before its text, and says where it is of another version', async () => {
    const ofTwoDays = lawFolder({
      '行政处罚法.md': '# 中华人民共和国行政处罚法\n\n2021年1月22日修订\n\n第十七条 灯塔由灯塔机关处罚。\n\n第十八条 本法自2021年7月15日起施行。\n',
      '行政强制法.md': '# 中华人民共和国行政强制法\n\n2024年3月1日修正\n\n第十七条 灯塔由灯塔机关强制。\n\n第十八条 本法自2024年5月1日起施行。\n',
    })
    const head = await station.as(station.loginOf('head'))
    await head.call('laws.import', { from: 'folder', folder: ofTwoDays })
    await eventually(async () => (await head.call('laws.importState', {}))?.stage).toBe('done')
    const page = await atFirst(await station.begun(3))
    await page.keyboard.press('b')
    const article = (words: string) => question(page, '1.1').locator('.basis-article').filter({ hasText: words })
    const same = article('《行政处罚法》第十七条')
    await same.getByText('灯塔由灯塔机关处罚。').waitFor()
    expect(await same.innerText()).toMatch(/要旨（非法条原文）[^]*据 2021-01-22 的文本核对[^]*灯塔由灯塔机关处罚/)
    expect(await same.getByText('要旨核对的是另一个版本').count()).toBe(0)
    await article('《行政强制法》第十七条').getByText('要旨核对的是另一个版本').waitFor()
  })

  it('all stand in the list that ? shows', async () => {
    const page = await atFirst(await station.begun(3))
    await page.keyboard.press('?')
    const list = dialog(page)
    for (const words of ['到第一至第八部分', '插入常用语', '撤销、重做', '下一栏、上一栏', '展开或收起依据']) await list.getByText(words).waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
  })
})

describe('phrases', () => {
  it('one is made of the words just written, and inserted into another case with its party', async () => {
    const first = await station.begun(3)
    const page = await atFirst(first)
    const { party } = station.sample.case
    await page.keyboard.press('e')
    await findingOf(page, '1.1').fill(`${party.name}的主体资格文件未附卷。`)
    await page.keyboard.press('Control+i')
    await button(picker(page), '存为常用语…').click()
    await field(dialog(page), '名称').fill('资格未附卷')
    expect(await field(dialog(page), '文字').inputValue()).toBe('{当事人}的主体资格文件未附卷。')
    await finishDialog(page, '保存')
    await picker(page).getByRole('option', { name: /资格未附卷/ }).waitFor()
    await page.keyboard.press('Escape')
    await picker(page).waitFor({ state: 'detached' })

    const second = await station.assigned(3, { party: { ...party, name: '岚清市另一家有限公司' } })
    await (await station.as(REVIEWER)).call('checklist.begin', { caseId: second })
    await openCase(page, second)
    await question(page, '1.1').click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('i')
    await picker(page).getByRole('combobox').fill('未附')
    await page.keyboard.press('Enter')
    await eventually(() => findingOf(page, '1.1').inputValue()).toBe('岚清市另一家有限公司的主体资格文件未附卷。')
    expect(await findingOf(page, '1.1').evaluate((one) => one === document.activeElement)).toBe(true)
    // the field's own undo knows the words
    await page.keyboard.press('Control+z')
    expect(await findingOf(page, '1.1').inputValue()).toBe('')
  })

  it('go in where the cursor is, and what the case does not say is selected to be filled', async () => {
    const reviewer = await station.as(REVIEWER)
    const fields = { name: '待填日期', text: '应于{日期}前补正', heading: null, questionId: null }
    await reviewer.call('phrases.save', { phraseId: null, expectedVersion: 0, shelf: 'own', fields })
    const page = await atFirst(await station.begun(3))
    await page.keyboard.press('e')
    await page.keyboard.type('前后')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Control+i')
    await picker(page).getByRole('combobox').fill('待填')
    await picker(page).getByRole('option', { name: /待填日期/ }).waitFor()
    await page.keyboard.press('Enter')
    await eventually(() => findingOf(page, '1.1').inputValue()).toBe('前应于{日期}前补正后')
    await page.keyboard.type('五月八日')
    await eventually(() => findingOf(page, '1.1').inputValue()).toBe('前应于五月八日前补正后')
  })

  it('Escape and a word being composed leave the text as it was', async () => {
    const page = await atFirst(await station.begun(3))
    await page.keyboard.press('e')
    await page.keyboard.type('不变')
    await page.keyboard.press('Control+i')
    await composingKey(page, 'Enter')
    await composingKey(page, 'Escape')
    expect(await picker(page).count()).toBe(1)
    await page.keyboard.press('Escape')
    await picker(page).waitFor({ state: 'detached' })
    expect(await findingOf(page, '1.1').inputValue()).toBe('不变')
    expect(await findingOf(page, '1.1').evaluate((one) => one === document.activeElement)).toBe(true)
  })
})

describe('undo and redo', () => {
  it('go back and forth over answers and texts of several questions, in other parts too, and are saved', async () => {
    const caseId = await station.begun(3)
    const page = await atFirst(caseId)
    await page.keyboard.press('2')
    await page.keyboard.press('e')
    await page.keyboard.type('经查')
    await page.keyboard.press('Escape')
    await page.keyboard.press(']')
    await eventually(() => idOfCurrent(page)).toMatch(/^question-2\./)
    await page.keyboard.press('1')
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('经查')
    await page.keyboard.press('Control+z')
    await historyNotice(page).getByText(/已撤销：2\.\d+ 的回答/).waitFor()
    await page.keyboard.press('Control+z')
    await eventually(() => idOfCurrent(page)).toBe('question-1.1')
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('')
    await page.keyboard.press('Control+z')
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.answer).toBeNull()
    await page.keyboard.press('Control+z')
    await historyNotice(page).getByText('没有可以撤销的修改').waitFor()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+Z')
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('经查')
    expect((await savedAnswer(station, caseId, '1.1'))?.answer).toBe('no')
    await savedMark(page).waitFor()
    // each is in the chain: no, text, without the text, without the answer, no and text again
    const history = await (await station.as(REVIEWER)).call('cases.history', { caseId })
    expect(history.filter(({ act }) => act === 'answer.save').length).toBeGreaterThanOrEqual(5)
  })

  it('are refused in words where another window wrote the same text since', async () => {
    const caseId = await station.begun(3)
    const one = await atFirst(caseId)
    const two = await atFirst(caseId, 2)
    await one.keyboard.press('e')
    await one.keyboard.type('甲窗口')
    await one.keyboard.press('Escape')
    await two.getByText('甲窗口').waitFor()
    await two.keyboard.press('e')
    await findingOf(two, '1.1').fill('乙窗口改过')
    await eventually(() => findingOf(one, '1.1').inputValue()).toBe('乙窗口改过')
    await one.keyboard.press('Control+z')
    await historyNotice(one).getByText('为免覆盖，没有撤销').waitFor()
    await one.waitForTimeout(1000)
    expect((await savedAnswer(station, caseId, '1.1'))?.finding).toBe('乙窗口改过')
  })
})

/** Presses a key as an input method's browser reports it while a word is being composed. */
async function composingKey(page: Page, key: string): Promise<void> {
  await page.evaluate((pressed) => {
    const init = { key: pressed, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init))
  }, key)
}

async function compose(keys: CDPSession, text: string): Promise<void> {
  await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

describe('a word composed while the other window saves the same text', () => {
  it('keeps the word, overwrites nothing, and lets the person choose', async () => {
    const caseId = await station.begun(3)
    const one = await atFirst(caseId)
    const two = await atFirst(caseId, 2)
    const keys = await one.context().newCDPSession(one)
    await one.keyboard.press('e')
    await eventually(() => findingOf(one, '1.1').evaluate((text) => text === document.activeElement)).toBe(true)
    await compose(keys, "zhi'quan")
    await two.keyboard.press('e')
    await findingOf(two, '1.1').fill('乙窗口所写')
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('乙窗口所写')
    await one.waitForTimeout(500)
    // the news of the other window has arrived in the middle of the word
    expect(await findingOf(one, '1.1').inputValue()).toBe("zhi'quan")
    await compose(keys, "zhi'quan'yi'ju")
    await keys.send('Input.insertText', { text: '职权依据' })
    expect(await findingOf(one, '1.1').inputValue()).toBe('职权依据')
    const notice = question(one, '1.1').getByRole('alert')
    await notice.getByText('乙窗口所写').waitFor()
    await notice.getByText('职权依据').waitFor()
    expect((await savedAnswer(station, caseId, '1.1'))?.finding).toBe('乙窗口所写')
    await button(notice, '保留本窗口的').click()
    await eventually(async () => (await savedAnswer(station, caseId, '1.1'))?.finding).toBe('职权依据')
  })
})

describe('the room', () => {
  it('shows two whole questions at 1366 × 768, the current one with its texts among them', async () => {
    const caseId = await station.begun(3)
    const page = await people.windowOf(REVIEWER, 3)
    await page.setViewportSize({ width: 1366, height: 768 })
    await openCase(page, caseId)
    await page.locator('.question-current').waitFor()
    const whole = (): Promise<number> =>
      page.evaluate(() => {
        const pane = document.querySelector('.questions')?.getBoundingClientRect()
        return [...document.querySelectorAll('.question')].filter((card) => {
          const { top, bottom } = card.getBoundingClientRect()
          return pane !== undefined && top >= pane.top && bottom <= pane.bottom
        }).length
      })
    await eventually(whole).toBeGreaterThanOrEqual(2)
  })
})

describe('the last place', () => {
  it('in each case is found again after looking elsewhere', async () => {
    const caseId = await station.begun(3)
    const page = await atFirst(caseId)
    await page.keyboard.press('g')
    await page.keyboard.press('4')
    await eventually(() => idOfCurrent(page)).toMatch(/^question-4\./)
    await page.keyboard.press('j')
    const place = await idOfCurrent(page)
    await visit(page, '/cases')
    await page.getByRole('heading', { name: '案件', exact: true }).waitFor()
    await openCase(page, caseId)
    await eventually(() => idOfCurrent(page)).toBe(place)
  })

  it('is found again by the tab also after a question was asked for from the opinion', async () => {
    const page = await atFirst(await station.begun(3))
    await page.keyboard.press('g')
    await page.keyboard.press('4')
    await eventually(() => idOfCurrent(page)).toMatch(/^question-4\./)
    await openTab(page, '意见书')
    await button(page, '去回答 1.1').click()
    await eventually(() => idOfCurrent(page)).toBe('question-1.1')
    await question(page, '1.1').click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('j')
    const place = await idOfCurrent(page)
    expect(place).not.toBe('question-1.1')
    await openTab(page, '概况')
    await openTab(page, '审核')
    await currentQuestion(page).waitFor()
    expect(await idOfCurrent(page)).toBe(place)
    // asked for once more, it is there again
    await openTab(page, '意见书')
    await button(page, '去回答 1.1').click()
    await eventually(() => idOfCurrent(page)).toBe('question-1.1')
  })
})
