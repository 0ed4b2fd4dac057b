/**
 * Every screen, dialog and panel of the window, one after the other, for tests that look at all of them. The walk reads
 * and opens; it writes nothing, so it can be walked again in another look.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import { CASE_ACTION_LABELS, type CaseAction } from '../../src/shared/cases/state-machine-terms.ts'
import type { EvaluationStandard } from '../../src/shared/catalogue/evaluation-standards.ts'
import type { Sheet } from '../../src/shared/evaluation/sheet.ts'
import { CASE_TABS, type CaseTab } from '../../src/renderer/workspace/case-tab.ts'
import { today } from '../../src/renderer/ui/formats.ts'
import { isoDate } from '../../src/shared/values/values.ts'
import { DISCHARGE_ROWS, importStaged, NAME, workbook } from '../integration/discretion/benchmark-workbook.ts'
import { lawFolder, LIGHTHOUSE_2018, LIGHTHOUSE_2023 } from '../integration/laws/library-station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { PATIENCE } from './browser.ts'
import { act, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, dialog, OPEN_LIST } from './form.ts'
import { question } from './review-screen.ts'
import { answerTheRest, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import type { ServedStation } from './served-station.ts'

/** Cases in every state that has a dialog or a screen of its own. */
const STATES = ['received', 'accepted', 'reviewed', 'drafted', 'approved', 'issued'] as const

export interface FilledStation extends PreparedStation {
  readonly cases: Readonly<Record<(typeof STATES)[number], string>>
  /** Part of the address of a law that is in the library in two versions. */
  readonly law: string
  /** Addresses of an evaluation and of a file of it that is being scored. */
  readonly evaluation: readonly string[]
}

/** Fills an empty station with what the screens show. */
export async function fillStation(served: ServedStation): Promise<FilledStation> {
  const station = await prepareStation(served.host)
  const [head, reviewer] = [await station.as(station.loginOf('head')), await station.as(REVIEWER)]
  const book = join(temporaryFolder('benchmarks'), NAME)
  writeFileSync(book, workbook(DISCHARGE_ROWS))
  await importStaged(head, (await head.stage(book)).id)
  await head.call('laws.import', { from: 'folder', folder: lawFolder({ '灯塔法(2018-03-01).md': LIGHTHOUSE_2018, '灯塔法(2023-03-01).md': LIGHTHOUSE_2023, '空白.md': '' }) })
  await vi.waitUntil(async () => ((await head.call('laws.importState', {}))?.finishedAt ?? null) !== null, { timeout: PATIENCE })
  const law = (await head.call('laws.list', { text: '', kind: null, standing: null, after: null, size: 1 })).rows[0]?.law ?? ''
  await reviewer.call('phrases.save', { phraseId: null, expectedVersion: 0, shelf: 'own', fields: { name: '资格未附卷', text: '执法人员资格材料未附卷。', heading: null, questionId: null } })
  const review = async (title: string): Promise<string> => {
    const caseId = await station.assigned(6, { title })
    await reviewer.call('checklist.begin', { caseId })
    await answerTheRest(station, station.sample, caseId)
    return caseId
  }
  const received = await station.register(2, { title: '第一件：待受理' })
  const accepted = await station.register(2, { title: '第二件：待分派' })
  await head.call('intake.accept', { caseId: accepted, incompleteReason: '其余材料不影响审核。' })
  const reviewed = await review('第三件：审核中')
  await reviewer.call('opinion.compose', { caseId: reviewed })
  const drafted = await review('第四件：待审批')
  const draft = await reviewer.call('opinion.compose', { caseId: drafted })
  await reviewer.call('opinion.submit', { caseId: drafted, expectedVersion: draft.version })
  const approved = await review('第五件：待签署')
  await draftAndApprove(station, approved, REVIEWER)
  const issued = await review('第六件：已出具')
  await draftAndApprove(station, issued, REVIEWER)
  await signAndIssue(station, issued, REVIEWER)
  const evaluation = await beginEvaluation(station, await review('第七件：已办结'))
  return { ...station, cases: { received, accepted, reviewed, drafted, approved, issued }, law, evaluation }
}

/** Ends the case, which is then the one file that is drawn, and takes it to be scored. */
async function beginEvaluation(station: PreparedStation, caseId: string): Promise<string[]> {
  await draftAndApprove(station, caseId, REVIEWER)
  await signAndIssue(station, caseId, REVIEWER)
  const [head, supervisor] = [await station.as(station.loginOf('head')), await station.as(station.loginOf('supervisor'))]
  const problems = (await head.call('followup.get', { caseId })).rounds.at(-1)?.problems ?? []
  const replies = problems.map(({ number }) => ({ number, answer: 'adopted' as const, reason: '' }))
  const on = isoDate(today())
  await head.call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: on, replies })
  await head.call('followup.drop', { caseId, kind: 'closed', on, reason: '违法事实不能成立' })
  const [standard] = await supervisor.call('evaluation.standards', {})
  if (standard === undefined) throw new Error('no standard ships')
  const population = { from: on, to: on, closedBy: 'ended' as const, unit: null, kind: null }
  const { evaluationId } = await supervisor.call('evaluation.start', { name: '年度评查', standardKey: standard.key, population, size: 1 })
  await supervisor.call('evaluation.begin', { evaluationId, caseId })
  await supervisor.call('evaluation.save', { evaluationId, caseId, expectedVersion: 1, sheet: markedSheet(standard.standard) })
  return [`/evaluation/${evaluationId}`, `/evaluation/${evaluationId}/${caseId}`]
}

/** A sheet in which every kind of mark is seen: a veto, a deduction, what does not apply, and what is met. */
function markedSheet({ vetoes, groups }: EvaluationStandard): Sheet {
  const items = groups.flatMap((group) => group.items)
  const spare = items.findIndex(({ mayNotApply }) => mayNotApply)
  return {
    vetoes: vetoes.map(({ id }, index) => (index === 0 ? { id, present: true, reason: '没有法制审核意见' } : { id, present: false })),
    items: items.map(({ id }, index) => {
      if (index === spare) return { id, mark: 'notApplicable', reason: '本案没有这一环节' }
      return index === (spare === 0 ? 1 : 0) ? { id, mark: 'deducted', deductions: [{ points: 1, reason: '日期有误' }] } : { id, mark: 'full' }
    }),
    comment: '',
  }
}

export interface Walk {
  readonly station: FilledStation
  /** Opens a window at the sign-in, in Chinese. */
  readonly open: () => Promise<Page>
  /** Signs this person in, in a window of their own; the one before is closed. */
  readonly enter: (login: string) => Promise<Page>
  /** Looks at what is shown; the window speaks Chinese again afterwards. */
  readonly see: (page: Page, name: string) => Promise<void>
}

/** Waits until nothing that is shown is still being read, or on its way in or out. */
export async function still(page: Page): Promise<void> {
  await eventually(() => page.locator('.ant-skeleton, .ant-spin-spinning').count()).toBe(0)
  const moving = () => page.evaluate(() => document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity).length)
  await eventually(moving).toBe(0)
}

export async function settle(page: Page, path: string): Promise<void> {
  await visit(page, path)
  await page.locator('h1').first().waitFor()
  await still(page)
}

export async function settleTab(page: Page, tab: CaseTab): Promise<void> {
  await page.locator(`#case-tab-${tab}`).click()
  await page.locator(`.case-panel-${tab} > *`).first().waitFor()
  await still(page)
}

/** Opens something over the screen, looks at it, and closes it; the focus is where it was. */
export async function over({ see }: Walk, page: Page, name: string, open: () => Promise<void>): Promise<void> {
  await open()
  const shown = dialog(page)
  await shown.waitFor()
  await still(page)
  await see(page, name)
  await page.keyboard.press('Escape')
  await shown.waitFor({ state: 'hidden' })
  await eventually(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
}

async function places({ see }: Walk, page: Page, paths: readonly string[], who = ''): Promise<void> {
  for (const path of paths) {
    await settle(page, path)
    await see(page, `${path}${who}`)
  }
}

async function caseDialogs(walk: Walk, page: Page, caseId: string, actions: readonly CaseAction[]): Promise<void> {
  await settle(page, `/cases/${caseId}`)
  for (const action of actions) await over(walk, page, action, () => act(page, CASE_ACTION_LABELS[action]['zh-CN']).click())
}

async function caseTabs({ see }: Walk, page: Page, caseId: string, name: string): Promise<void> {
  await settle(page, `/cases/${caseId}`)
  for (const tab of CASE_TABS) {
    await settleTab(page, tab)
    await see(page, `${name}: ${tab}`)
  }
}

/** The sign-in, and all places with what they open, for the head of review. */
export async function seeHead(walk: Walk): Promise<void> {
  const { station, see } = walk
  await see(await walk.open(), 'sign-in')
  const page = await walk.enter(station.loginOf('head'))
  await see(page, 'home of the head')
  await over(walk, page, 'tour', () => button(page, '带我看一遍').click())
  await places(walk, page, ['/people', '/statistics', '/evaluation', '/ledger', '/ledger/import', '/annual-report', '/board', '/transfers', '/accountability', '/disclosures', '/rules', '/audit', '/verify', '/about', '/nowhere'])
  await places(walk, page, ['/help', '/help/review', '/help/headings', '/help/keys'])
  await over(walk, page, 'keys', () => page.keyboard.press('?'))
  await over(walk, page, 'own password', async () => {
    await page.getByRole('button', { name: /个人菜单/ }).click()
    await see(page, 'personal menu')
    // looking at it takes the focus through its entries, which may close it
    const entry = page.getByRole('menuitem', { name: '修改密码' })
    if (!(await entry.isVisible())) await page.getByRole('button', { name: /个人菜单/ }).click()
    await entry.click()
  })
  await seeList(walk, page)
  await seeLibrary(walk, page)
  await caseDialogs(walk, page, station.cases.received, ['accept', 'returnForSupplement'])
  await caseDialogs(walk, page, station.cases.accepted, ['assign', 'assignManually'])
  await caseDialogs(walk, page, station.cases.drafted, ['sendBack', 'approve'])
}

/** The list of cases with everything that unfolds in it. */
async function seeList(walk: Walk, page: Page): Promise<void> {
  const { see } = walk
  await settle(page, '/cases')
  await page.getByRole('row').nth(1).waitFor()
  await button(page, '更多条件').click()
  await see(page, 'list with more conditions')
  await button(page, '更多条件').click()
  for (const name of ['常用筛选', '列']) {
    await button(page, name).click()
    await see(page, `list: ${name}`)
    await page.keyboard.press('Escape')
    await eventually(() => page.locator('.ant-popover').count()).toBe(0)
  }
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press(' ')
  await see(page, 'list with a tick')
  await over(walk, page, 'list as a workbook', () => button(page, '导出 Excel').click())
}

/** Laws, catalogue and benchmarks. */
async function seeLibrary(walk: Walk, page: Page): Promise<void> {
  const { see, station } = walk
  await settle(page, '/laws')
  await see(page, 'laws')
  await button(page, '导入法规').first().click()
  await see(page, 'laws: importing')
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await still(page)
    await see(page, `laws: ${await tab.innerText()}`)
  }
  await page.getByRole('tab', { name: '条文检索' }).click()
  await page.getByLabel(/^检索条文/).fill('罚')
  await page.locator('.laws-hit').first().waitFor()
  await see(page, 'laws: found')
  await places(walk, page, [`/laws/${station.law}`, `/laws/${station.law}/2023-03-01/2`, `/laws/${station.law}/compare/2018-03-01/2023-03-01`])
  await settle(page, '/catalogue')
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await still(page)
    await see(page, `catalogue: ${await tab.innerText()}`)
  }
  await settle(page, '/benchmarks')
  for (const detail of (await page.getByRole('button', { name: '详情' }).all()).slice(0, 1)) await detail.click()
  await see(page, 'benchmarks')
  await over(walk, page, 'benchmarks: mapping', async () => {
    await button(page, '导入裁量基准').click()
    await page.locator('input[type=file]').setInputFiles({ name: NAME, mimeType: 'application/octet-stream', buffer: Buffer.from(workbook(DISCHARGE_ROWS)) })
    await dialog(page).getByText('读出 1 项基准').waitFor()
  })
}

/** A case in review with everything that opens beside its questions, and the dialogs of the reviewer. */
export async function seeReviewer(walk: Walk): Promise<void> {
  const { see, station } = walk
  const page = await walk.enter(REVIEWER)
  await see(page, 'home of the reviewer')
  await caseTabs(walk, page, station.cases.reviewed, 'in review')
  await settleTab(page, 'timeline')
  for (const part of await page.locator('.timeline-tools .ant-segmented-item').all()) {
    await part.click()
    await still(page)
    await see(page, `timeline: ${await part.innerText()}`)
  }
  await seeQuestions(walk, page)
  await over(walk, page, 'submitDraft', () => act(page, CASE_ACTION_LABELS.submitDraft['zh-CN']).click())
  await caseDialogs(walk, page, station.cases.approved, ['sign'])
  await caseTabs(walk, page, station.cases.issued, 'issued')
  await settleTab(page, 'overview')
  await over(walk, page, 'export', () => button(page, '导出案卷').click())
  await settle(page, '/certificates')
  await see(page, 'certificates')
  await over(walk, page, 'new certificate', () => button(page, '由本站签发').click())
  await over(walk, page, 'certificate from a file', () => button(page, '导入证书文件').click())
}

/** A question with its basis, a document beside it, and the phrases; where only one of the panes fits, by the key that changes it. */
async function seeQuestions({ see }: Walk, page: Page): Promise<void> {
  await settleTab(page, 'review')
  await question(page, '1.1').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('b')
  await page.locator('.basis-panel').waitFor()
  await see(page, 'question with its basis')
  await page.keyboard.press('F6')
  await page.getByRole('button', { name: /^全部 \d+ 份$/ }).click()
  await page.getByRole('menuitem', { name: /\.pdf$/ }).first().click()
  await page.locator('.evidence-page[data-drawn=drawn]').first().waitFor()
  await page.locator('.evidence-scroll').first().focus()
  await page.keyboard.press('t')
  await page.locator('.evidence-thumbnail').first().waitFor()
  await see(page, 'document')
  await page.keyboard.press('Shift+F6')
  await question(page, '1.1').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('i')
  await page.locator('.phrase-picker [role=option]').first().waitFor()
  await see(page, 'phrases')
  await page.keyboard.press('Escape')
  await page.locator('.phrase-picker').waitFor({ state: 'detached' })
}

/** What handler, administrator, agency head and supervisor see, who have screens of their own. */
export async function seeTheOthers(walk: Walk): Promise<void> {
  const { see, station } = walk
  const handler = await walk.enter(station.loginOf('handler'))
  await see(handler, 'home of the handler')
  await settle(handler, '/cases/new')
  await see(handler, 'registering')
  await handler.locator('form button[type=submit]').click()
  await handler.locator('.fs-field-error').first().waitFor()
  await see(handler, 'registering, with what is wrong')
  await handler.getByRole('button', { name: /选择日期$/ }).first().click()
  await handler.locator('.fs-month').waitFor()
  await see(handler, 'choosing a day')
  await handler.keyboard.press('Escape')
  await eventually(() => handler.locator('.ant-popover').count()).toBe(0)
  await places(walk, handler, [`/cases/${station.cases.received}/edit`])
  await seeAdministrator(walk)
  await see(await walk.enter(station.loginOf('agencyHead')), 'home of agencyHead')
  const supervisor = await walk.enter(station.loginOf('supervisor'))
  await see(supervisor, 'home of supervisor')
  await places(walk, supervisor, station.evaluation, ' of the supervisor')
  await over(walk, supervisor, 'signing a sheet', () => button(supervisor, '签名并锁定').click())
}

async function seeAdministrator(walk: Walk): Promise<void> {
  const { see, station } = walk
  const page = await walk.enter(station.sample.administrator.login)
  await see(page, 'home of the administrator')
  await places(walk, page, ['/settings', '/people', '/certificates'], ' of the administrator')
  await settle(page, '/settings')
  await button(page, '展开文书').click()
  await still(page)
  await see(page, 'forms of the station')
  await over(walk, page, 'wording of a form', async () => {
    await button(page, '设置“催办单”').click()
    await dialog(page).locator('.sheet-line').first().waitFor({ state: 'attached' })
  })
  await settle(page, '/people')
  await over(walk, page, 'adding a person', async () => {
    await button(page, '添加人员').click()
    await button(dialog(page), '添加证件').click()
  })
  await settle(page, '/catalogue')
  await page.getByRole('tab', { name: '补充目录' }).click()
  await button(page, '新建补充目录').click()
  for (const operation of await operations(page)) await addOperation(page, operation)
  await button(page, '检查并预览影响').click()
  await still(page)
  await see(page, 'overlay editor')
}

const list = (page: Page) => page.locator(OPEN_LIST)

async function operations(page: Page): Promise<string[]> {
  await page.getByLabel('添加一项…').click()
  await list(page).waitFor()
  const names = await list(page).locator('.ant-select-item-option').allInnerTexts()
  await page.keyboard.press('Escape')
  await list(page).waitFor({ state: 'hidden' })
  return names
}

async function addOperation(page: Page, name: string): Promise<void> {
  await page.getByLabel('添加一项…').click()
  await list(page).locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}
