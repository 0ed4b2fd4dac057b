/** What the rules suspect, and what the officer makes of it, in the window. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { DecidedFinding } from '../../src/shared/prereview/contract.ts'
import { openCase, openTab, savedMark, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, dialog, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { currentQuestion, findingOf, question } from './review-screen.ts'
import { registerWhole } from './sample-file.ts'
import { assign, REVIEWER, samplePapers, savedAnswer } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('prereview')
const papers = await samplePapers(station.sample)
writeFileSync(join(papers, '99-旧版说明.doc'), Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))

async function begun(): Promise<string> {
  const caseId = await registerWhole(station, papers)
  await assign(station, caseId)
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
  return caseId
}

async function findings(caseId: string): Promise<readonly DecidedFinding[]> {
  return (await (await station.as(REVIEWER)).call('prereview.findings', { caseId, round: null })).findings
}

const boxes = (scope: Page | Locator): Locator => scope.locator('.finding')
const currentFinding = (page: Page): Locator => page.locator('.finding-current')
/** The question that the current finding belongs to. */
async function currentId(page: Page): Promise<string> {
  await currentFinding(page).waitFor()
  return (await currentQuestion(page).getAttribute('id'))?.replace('question-', '') ?? ''
}

/** At the first question, once the rules have answered. */
async function atTheFindings(page: Page): Promise<void> {
  await page.getByRole('button', { name: /疑点清单\s*\d+\/\d+/ }).waitFor()
  await page.locator('.question').first().click()
}

const marked = (page: Page): Promise<number> => page.evaluate(() => CSS.highlights.get('evidence')?.size ?? 0)

describe('before the review', () => {
  it('the overview tells how much the rules suspect, and what they have not seen', async () => {
    const caseId = await registerWhole(station, papers)
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '概况')
    const found = await findings(caseId)
    await page.getByText(`规则提出 ${found.length} 条疑点`).waitFor()
    await page.getByText(/有 1 份材料规则没有看到.*99-旧版说明\.doc（未能读取）/).waitFor()
    expect(await boxes(page).count()).toBe(0)
  })
})

describe('a finding in the review', () => {
  it('is walked to by keyboard, shown at its passage, and accepted into the answer', async () => {
    const caseId = await begun()
    const open = await findings(caseId)
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '审核')
    await page.getByRole('button', { name: new RegExp(`疑点清单\\s*${open.length}/${open.length}`) }).waitFor()
    await page.locator('.question').first().click()
    await page.keyboard.press('f')
    await currentFinding(page).waitFor()
    const id = await currentId(page)
    const finding = open.find((one) => one.finding.questionId === id)?.finding
    if (finding === undefined) throw new Error(`question ${id} has no finding`)
    await currentFinding(page).getByText(finding.message['zh-CN']).waitFor()
    await page.locator('.evidence-tab[aria-current]').getByText(finding.evidence[0]?.fileName ?? '').waitFor()
    await eventually(() => marked(page)).toBe(1)

    await page.keyboard.press('a')
    await currentFinding(page).getByText('已采纳').waitFor()
    await currentFinding(page).getByText(/顾晓岚 \d{4}-/).waitFor()
    const answer = await savedAnswer(station, caseId, finding.questionId)
    expect(answer).toMatchObject({ answer: finding.answer })
    expect(answer?.finding).toContain(finding.message['zh-CN'])
    expect(answer?.evidence.length).toBe(finding.evidence.length)
    await eventually(() => findingOf(page, finding.questionId).inputValue()).toContain(finding.message['zh-CN'])
    await page.getByRole('button', { name: new RegExp(`疑点清单\\s*${open.length - 1}/${open.length}`) }).waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  })

  it('joins what is being typed at that moment instead of writing over it', async () => {
    const caseId = await begun()
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '审核')
    await atTheFindings(page)
    await page.keyboard.press('f')
    const id = await currentId(page)
    const message = (await findings(caseId)).find(({ finding }) => finding.questionId === id)?.finding.message['zh-CN'] ?? ''
    await page.keyboard.press('e')
    await findingOf(page, id).fill('我自己写的发现。')
    // at once: the pause before a save has not passed
    await button(boxes(question(page, id)).first(), '采纳').click()
    await boxes(question(page, id)).first().getByText('已采纳').waitFor()
    await eventually(async () => (await savedAnswer(station, caseId, id))?.finding).toBe(`我自己写的发现。\n${message}`)
    await eventually(() => findingOf(page, id).inputValue()).toBe(`我自己写的发现。\n${message}`)
    expect(await question(page, id).getByText('此题已在另一个窗口中修改').count()).toBe(0)
  })

  it('is taken over in own words', async () => {
    const caseId = await begun()
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '审核')
    await atTheFindings(page)
    await page.keyboard.press('f')
    const id = await currentId(page)
    await page.keyboard.press('c')
    const own = page.getByRole('group', { name: '修改后采纳' })
    await own.getByLabel(/审核发现（自行表述）/).fill('前后代码不一致，以证照原件为准。')
    await own.getByLabel('无法判断').check()
    await button(own, '写入回答').click()
    await boxes(question(page, id)).first().getByText('已修改后采纳').waitFor()
    expect(await savedAnswer(station, caseId, id)).toMatchObject({ answer: 'cannotTell', finding: '前后代码不一致，以证照原件为准。' })
  })

  it('that meets an answer changed elsewhere writes nothing and says so; the next try does', async () => {
    const caseId = await begun()
    const [one, two] = [await people.windowOf(REVIEWER), await people.windowOf(REVIEWER, 2)]
    for (const page of [one, two]) {
      await openCase(page, caseId)
      await openTab(page, '审核')
      await atTheFindings(page)
      await page.keyboard.press('f')
      await currentFinding(page).waitFor()
    }
    const id = await currentId(two)
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    let held = 0
    await two.route('**/call', async (route) => {
      if (route.request().postData()?.includes('"prereview.decide"') === true && held === 0) {
        held += 1
        await released
      }
      await route.continue()
    })
    await two.keyboard.press('a')
    await eventually(() => held).toBe(1)
    await one.keyboard.press('e')
    await findingOf(one, id).fill('另一窗口写的。')
    await savedMark(one).waitFor()
    await eventually(async () => (await savedAnswer(station, caseId, id))?.finding).toBe('另一窗口写的。')
    release()
    const box = boxes(question(two, id)).first()
    await box.getByRole('alert').getByText('这道题的回答刚刚在别处变更').waitFor()
    expect((await savedAnswer(station, caseId, id))?.finding).toBe('另一窗口写的。')
    await eventually(() => findingOf(two, id).inputValue()).toBe('另一窗口写的。')
    await button(box, '采纳').click()
    await box.getByText('已采纳').waitFor()
    expect((await savedAnswer(station, caseId, id))?.finding).toContain('另一窗口写的。\n')
  })

  it('is only read by whoever does not review the case', async () => {
    const caseId = await begun()
    const page = await people.windowOf(station.loginOf('handler'))
    await openCase(page, caseId)
    await openTab(page, '审核')
    await page.getByRole('button', { name: /疑点清单/ }).click()
    await boxes(page).first().waitFor()
    expect(await page.locator('.finding-acts').count()).toBe(0)
  })
})

describe('the list of findings', () => {
  it('names what no rule has seen, takes a dismissal with its reason, and keeps it in sight and in the statistics', async () => {
    const caseId = await begun()
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '审核')
    await atTheFindings(page)
    await page.keyboard.press('l')
    await page.getByRole('heading', { name: '预审疑点' }).waitFor()
    await page.getByText(/99-旧版说明\.doc（未能读取）/).waitFor()
    const all = await findings(caseId)
    expect(await boxes(page).count()).toBe(all.length)
    // no key answers a question that is not seen
    await page.keyboard.press('2')
    await page.keyboard.press('f')
    await page.keyboard.press('x')
    await dialog(page).getByLabel(/不采纳的理由/).fill('原件已核对，记载无误。')
    await finishDialog(page, '不采纳')
    await eventually(() => boxes(page).count()).toBe(all.length - 1)
    await page.getByLabel('只看未处理').uncheck()
    const dismissed = boxes(page).filter({ hasText: '原件已核对，记载无误。' })
    await dismissed.getByText('不采纳', { exact: true }).waitFor()
    await dismissed.getByText(/顾晓岚/).waitFor()
    for (const { finding } of all) expect((await savedAnswer(station, caseId, finding.questionId))?.answer ?? null).toBeNull()

    await visit(page, '/rules')
    const firstRow = page.getByRole('table').locator('tbody tr').first()
    await firstRow.getByText('原件已核对，记载无误。').waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await page.getByRole('tab', { name: '全部规则' }).click()
    await page.getByLabel('按名称、问题、依据查找').fill('听证')
    await eventually(() => page.getByRole('table').locator('tbody tr').count()).toBeGreaterThan(2)
  })

  it('that is empty claims nothing', async () => {
    const caseId = await station.assigned(1, { title: '第三件：没有疑点的案件' })
    await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '审核')
    if ((await findings(caseId)).length > 0) return
    await page.getByRole('button', { name: /疑点清单/ }).click()
    await page.getByText('规则没有提出疑点').waitFor()
    await page.getByText(/这不证明没有问题/).waitFor()
  })
})
