/** After the opinion, in the window: the answer problem by problem, a decision beside what was reviewed, the red light, the dispute. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import { today } from '../../src/renderer/ui/formats.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { axeViolations } from './axe-violations.ts'
import { launchBrowser } from './browser.ts'
import { act, openCase, openTab, stateMark, visit } from './case-screen.ts'
import { button, dialog, field, fillDay, finishDialog, OPEN_LIST } from './form.ts'
import { answerTheRest, PASSWORD, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { signedIn, type SignedIn } from './signed-in.ts'
import { wordTroubles } from './words-on-screen.ts'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let people: SignedIn

beforeAll(async () => {
  served = await serveStation(temporaryFolder('followup-window'))
  station = await prepareStation(served.host)
  browser = await launchBrowser()
  people = signedIn(served, browser)
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

afterEach(async ({ task }) => {
  expect(await people.afterTest(task)).toEqual([])
})

/** The sample case with its issued opinion, which names problems. */
async function issued(title: string): Promise<string> {
  const caseId = await station.assigned(2, { title })
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
  await answerTheRest(station, station.sample, caseId)
  await draftAndApprove(station, caseId, REVIEWER)
  await signAndIssue(station, caseId, REVIEWER)
  return caseId
}

const windowOf = (role: 'handler' | 'head' | 'agencyHead') => people.windowOf(station.loginOf(role))

async function answerEach(page: Page, answers: readonly string[]): Promise<number> {
  const groups = dialog(page).getByRole('group', { name: /^第 \d+ 项的答复/ })
  await groups.first().waitFor()
  const count = await groups.count()
  for (let place = 0; place < count; place += 1) {
    const answer = answers[place] ?? '采纳'
    await groups.nth(place).getByText(answer, { exact: true }).click()
  }
  return count
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `followup-${name}.png`) })
}

describe('the answer and the decision', () => {
  it('each problem is answered, the decision waits for a passed review, and one made all the same turns the case red', async () => {
    const caseId = await issued('青阳县碧波印染有限公司违规决定案')
    const page = await windowOf('handler')
    await openCase(page, caseId)
    await openTab(page, '后续')
    await page.getByText('承办单位尚未答复。').waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])

    await act(page, '采纳').click()
    const count = await answerEach(page, ['部分采纳'])
    expect(count).toBeGreaterThan(0)
    await button(dialog(page).locator('.ant-modal-footer'), '采纳').click()
    await dialog(page).getByText('没有全部采纳的，请写明理由').waitFor()
    await picture(page, 'answer')
    await field(dialog(page), '理由').fill('数额已经重新核算，其余照旧。')
    await finishDialog(page, '采纳')
    await stateMark(page, '已采纳').waitFor()
    await page.getByText('数额已经重新核算，其余照旧。').waitFor()

    // the machine's own words stand on the disabled button
    const refused = page.locator('.case-acts').getByRole('note', { name: /记录行政决定/ })
    await refused.waitFor()
    expect(await refused.getAttribute('aria-label')).toContain('审核已通过')

    await button(page, '记录违规作出的决定').click()
    const open = dialog(page)
    await open.getByText('与审核的内容一致。', { exact: true }).waitFor()
    await field(open, '决定文书文号').fill('青环罚〔2026〕18号')
    await field(open, '金额（元）').first().fill('50万元')
    await open.getByText(/登记后案件将亮红灯/).waitFor()
    await open.getByText('幅度不同').first().waitFor()
    await field(open, '为何作出（如实说明）').fill('未按审核意见整改即作出。')
    await picture(page, 'decision')
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await finishDialog(page, '记录违规作出的决定')
    await page.getByRole('heading', { name: '违反审核规定' }).waitFor()
    await page.locator('.case-marks').getByText('违规决定').waitFor()
    await stateMark(page, '已采纳').waitFor()
    await page.getByText('决定与审核的内容不一致，未重新审核').first().waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await picture(page, 'red')

    await visit(page, '/cases')
    await page.getByRole('grid').getByText('红灯').first().waitFor()
    await picture(page, 'list')
  })

  it('says for each problem what was corrected before it comes again', async () => {
    const caseId = await issued('青阳县碧波印染有限公司整改案')
    const page = await windowOf('handler')
    await openCase(page, caseId)
    await act(page, '整改后重新送审').click()
    const open = dialog(page)
    const corrections = open.getByLabel(/^第 \d+ 项的整改情况/)
    await corrections.first().waitFor()
    await button(open.locator('.ant-modal-footer'), '整改后重新送审').click()
    await open.getByText('请逐项写明整改情况；没有采纳的可以不填').first().waitFor()
    for (let place = 0; place < (await corrections.count()); place += 1) await corrections.nth(place).fill(`第${place + 1}处已经改正。`)
    // an emptied day stays empty: nobody came in on a day that nobody gave
    await fillDay(open, '收到日期', '')
    await button(open.locator('.ant-modal-footer'), '整改后重新送审').click()
    await open.getByText('请填写日期，不得晚于今天。').waitFor()
    expect(await field(open, '收到日期').inputValue()).toBe('')
    await fillDay(open, '收到日期', today())
    await picture(page, 'corrections')
    await finishDialog(page, '整改后重新送审')
    await stateMark(page, '已收件').waitFor()
    await openTab(page, '后续')
    await page.getByText('第1处已经改正。').waitFor()
  })
})

describe('the heads discuss the decision', () => {
  it('the tab says that it is needed and by what, warns while it lacks, and shows who said what once it is recorded', async () => {
    const caseId = await issued('青阳县碧波印染有限公司集体讨论案')
    const page = await windowOf('handler')
    await openCase(page, caseId)
    await openTab(page, '后续')
    await page.getByText(/应当由行政机关负责人集体讨论决定。.*行政处罚法.*第五十七条第二款/).waitFor()
    const warning = page.getByText('还没有集体讨论的记录。没有讨论就登记决定，案件将亮红灯。')
    await warning.waitFor()
    await button(page, '记录违规作出的决定').click()
    await dialog(page).getByText('还没有集体讨论的记录。').waitFor()
    await button(dialog(page).locator('.ant-modal-footer'), '取消').click()
    await dialog(page).waitFor({ state: 'hidden' })

    await button(page, '登记集体讨论').click()
    const open = dialog(page)
    await button(open.locator('.ant-modal-footer'), '登记集体讨论').click()
    await open.getByText('集体讨论应有两人以上出席，并写明每人的意见').waitFor()
    await field(open, '地点').fill('局三楼会议室')
    await field(open, '主持人').fill('郑局长')
    await field(open, '记录人').fill('苏木')
    for (const place of [0, 1]) {
      await field(open, '姓名').nth(place).fill(['郑局长', '方副局长'][place] ?? '')
      await field(open, '意见').nth(place).fill(['事实清楚，同意处罚。', '建议降低幅度。'][place] ?? '')
    }
    await button(open, '添加缺席人').click()
    await field(open, '姓名').nth(2).fill('方副局长')
    await field(open, '理由').fill('出差')
    await field(open, '结论的理由').fill('多数意见认为处理适当。')
    await button(open.locator('.ant-modal-footer'), '登记集体讨论').click()
    await open.getByText('同一人不能既出席又缺席').waitFor()
    await field(open, '姓名').nth(2).fill('江副局长')
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await picture(page, 'discussion-form')
    await finishDialog(page, '登记集体讨论')
    await warning.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { name: `${today()} 集体讨论` }).waitFor()
    await page.getByText('建议降低幅度。').waitFor()
    await page.getByText(/江副局长 \(出差\)/).waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await picture(page, 'discussion')

    // the day is offered where another one was typed, and what was typed stays until it is taken
    await button(page, '记录违规作出的决定').click()
    const decision = dialog(page)
    await decision.getByText('据本案登记').waitFor()
    expect(await button(decision, `采用 ${today()}`).count()).toBe(0)
    await fillDay(decision, '决定日期', '2026-01-05')
    await decision.getByText('还没有集体讨论的记录。').waitFor()
    expect(await field(decision, '决定日期').inputValue()).toBe('2026-01-05')
    await picture(page, 'decision-day')
    await button(decision, `采用 ${today()}`).click()
    expect(await field(decision, '决定日期').inputValue()).toBe(today())
    await decision.getByText('还没有集体讨论的记录。').waitFor({ state: 'hidden' })
  })
})

describe('a dispute', () => {
  it('goes from the objection to coordination, is recorded, and settled by the heads together', async () => {
    const caseId = await issued('青阳县碧波印染有限公司异议案')
    const handler = await windowOf('handler')
    await openCase(handler, caseId)
    await act(handler, '提出异议').click()
    await answerEach(handler, [])
    await field(dialog(handler), '异议理由').fill('审核意见认定的问题与案卷不符，请求复核。')
    await finishDialog(handler, '提出异议')
    await stateMark(handler, '已提异议').waitFor()

    const head = await windowOf('head')
    await openCase(head, caseId)
    await act(head, '提请会商').click()
    await field(dialog(head), '理由').fill('双方认识不一，提请会商。')
    await finishDialog(head, '提请会商')
    await button(head, '登记会商记录').click()
    const open = dialog(head)
    await field(open, '承办方意见').fill('问题已经改正。')
    await field(open, '审核方意见').fill('改正不足。')
    await field(open, '会商结果').fill('未达成一致。')
    await picture(head, 'coordination')
    await finishDialog(head, '登记会商记录')
    await head.getByText('未达成一致。').waitFor()

    const agencyHead = await windowOf('agencyHead')
    await openCase(agencyHead, caseId)
    await act(agencyHead, '维持审核意见').click()
    const settle = dialog(agencyHead)
    await settle.getByText('集体讨论决定').click()
    await field(settle, '裁定理由').fill('审核意见依据充分。')
    await button(settle.locator('.ant-modal-footer'), '维持审核意见').click()
    await settle.getByText('集体讨论应有两人以上出席，并写明每人的意见').waitFor()
    await field(settle, '主持人').fill('郑局长')
    await field(settle, '记录人').fill('苏木')
    for (const place of [0, 1]) {
      await field(settle, '姓名').nth(place).fill(['郑局长', '方副局长'][place] ?? '')
      await field(settle, '意见').nth(place).fill('同意维持。')
    }
    await picture(agencyHead, 'settle')
    await finishDialog(agencyHead, '维持审核意见')
    await stateMark(agencyHead, '已采纳').waitFor()
    await agencyHead.getByText('集体讨论裁定').waitFor()
    expect(await wordTroubles(agencyHead, 'zh-CN')).toEqual([])
    await picture(agencyHead, 'settled')
  })
})

describe('the end of a case', () => {
  it('what is not decided is dropped with its reason and archived, and what the file lacks is explained', async () => {
    const caseId = await issued('青阳县碧波印染有限公司不作决定案')
    const client = await station.as(station.loginOf('handler'))
    const replies = ((await client.call('followup.get', { caseId })).rounds[0]?.problems ?? []).map(({ number }) => ({ number, answer: 'adopted' as const, reason: '' }))
    await client.call('followup.adopt', { caseId, answeredBy: '陶志远', answeredOn: today(), replies })
    const page = await windowOf('handler')
    await openCase(page, caseId)
    await act(page, '不作出原拟决定').click()
    await field(dialog(page), '理由').fill('违法事实不能成立。')
    await finishDialog(page, '不作出原拟决定')
    await stateMark(page, '不作出原拟决定').waitFor()
    await page.getByText(/^不作出原拟决定：不予行政处罚/).waitFor()
    await act(page, '归档').click()
    await field(dialog(page), '存放位置或者档号').fill('2026-环-018')
    await button(dialog(page).locator('.ant-modal-footer'), '归档').click()
    await dialog(page).getByText('请写明理由（至少 2 个字）。').waitFor()
    await picture(page, 'archive')
    await field(dialog(page), '缺少的理由').fill('原件另卷保存。')
    await finishDialog(page, '归档')
    await stateMark(page, '已归档').waitFor()
    await page.getByText(/送审材料：原件另卷保存。/).waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await picture(page, 'archived')
  })

  it('a case is merged into another one of the same party, and both say so', async () => {
    const into = await station.register(1, { title: '并入的案件甲' })
    const caseId = await station.register(1, { title: '被并的案件乙' })
    const page = await windowOf('head')
    await openCase(page, caseId)
    await openTab(page, '后续')
    await button(page, '并案').click()
    await field(dialog(page), '并入的案件').click()
    await page.locator(`${OPEN_LIST} .ant-select-item-option`).filter({ hasText: '并入的案件甲' }).click()
    await field(dialog(page), '理由').fill('同一当事人的同一违法行为。')
    await picture(page, 'merge')
    await finishDialog(page, '并案')
    await stateMark(page, '已撤回').waitFor()
    await page.getByRole('link', { name: '并入的案件甲' }).click()
    await openCase(page, into)
    await openTab(page, '后续')
    await page.getByText('并入本案的案件').waitFor()
  })
})

describe('in English and dark, on a small screen', () => {
  it('the red case says the same, without a word of the other language, and axe finds nothing serious', async () => {
    const caseId = await issued('青阳县碧波印染有限公司英文案')
    const handler = await station.as(station.loginOf('handler'))
    const { reviewed, rounds } = await handler.call('followup.get', { caseId })
    const replies = (rounds[0]?.problems ?? []).map(({ number }) => ({ number, answer: 'adopted' as const, reason: '' }))
    await handler.call('followup.adopt', { caseId, answeredBy: '陶志远', answeredOn: today(), replies })
    const decision = {
      number: '青环罚〔2026〕19号',
      decidedOn: today(),
      actionKinds: [...reviewed.actionKinds],
      effects: reviewed.effects.map((effect) => ({ ...effect, amount: 900_000 })),
      citations: [...reviewed.citations],
      facts: { changed: true, how: '停止排放的日期认定有变化。' },
    }
    await handler.call('followup.recordIrregularDecision', { caseId, decision, note: '未按审核意见整改。' })
    const watched = await served.window(browser, { locale: 'en-US', viewport: { width: 1366, height: 768 } })
    try {
      const { page } = watched
      await page.evaluate(() => localStorage.setItem('fashen.theme', 'dark'))
      await page.reload()
      await page.locator('.fs-door-card input').first().fill(station.loginOf('head'))
      await page.locator('.fs-door-card input[type=password]').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.locator('.fs-frame h1').first().waitFor()
      await openCase(page, caseId)
      await page.locator('#case-tab-followup').click()
      await page.getByRole('heading', { name: 'Rules on the review were broken' }).waitFor()
      await page.getByText('Other extent').first().waitFor()
      expect(await wordTroubles(page, 'en')).toEqual([])
      expect(await axeViolations(page)).toEqual([])
      await picture(page, 'english-dark')
      await page.getByText('Other extent').first().scrollIntoViewIfNeeded()
      await picture(page, 'english-dark-table')
      await button(page, 'Record an irregular decision').click()
      await dialog(page).getByText('It is what was reviewed.').waitFor()
      expect(await wordTroubles(page, 'en')).toEqual([])
      expect(await axeViolations(page, '.ant-modal')).toEqual([])
      await picture(page, 'english-dialog')
      expect(watched.complaints).toEqual([])
    } finally {
      await watched.context.close()
    }
  })
})

describe('a case that rests', () => {
  it('says so, with its legal basis, until it is resumed', async () => {
    const caseId = await station.assigned(1, { title: '青阳县碧波印染有限公司中止案' })
    const page = await windowOf('head')
    await openCase(page, caseId)
    await openTab(page, '后续')
    await button(page, '中止').click()
    const open = dialog(page)
    await field(open, '法律依据').fill('《市场监督管理行政处罚程序规定》第四十六条')
    await field(open, '批准人').fill('郑局长')
    await field(open, '中止的原因').fill('须以另案裁判为依据。')
    await finishDialog(page, '中止')
    await page.locator('.case-marks').getByText(/^中止 \d/).waitFor()
    expect(await act(page, '变更审核人').count()).toBe(0)
    await button(page, '恢复').click()
    await field(dialog(page), '恢复的原因').fill('另案已经判决。')
    await finishDialog(page, '恢复')
    await page.locator('.case-marks').getByText(/^中止 \d/).waitFor({ state: 'hidden' })
    await page.getByText(/恢复：另案已经判决。/).waitFor()
  })
})
