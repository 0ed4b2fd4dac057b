/**
 * The whole path (全流程) as people go it at one desk: from an empty folder to two signatures and an exported case
 * folder, every step by hand in one window. Each kind of window takes the same steps; a {@link Desk} says how it differs.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { beforeEach, expect, it, onTestFailed } from 'vitest'
import type { SampleCase } from '../../src/main/samples/sample-case.ts'
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract/contract.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { act, openCase, openTab, savedMark, stateMark } from './case-screen.ts'
import { getCertificate, sign } from './certificates-screen.ts'
import { goTo, setUpByHand, signIn, signOut } from './door-screens.ts'
import { eventually } from './eventually.ts'
import { button, dialog, field, finishDialog } from './form.ts'
import { addPersonByHand } from './people-screen.ts'
import { addPapers, fillCaseByHand } from './register-screen.ts'
import { answerByKey, FIRST_FINDING, pinPlace, pinRegion, walkBack, writeProblem } from './review-by-hand.ts'
import { PASSWORD, SIGNING_PASSWORD } from './sample-station.ts'

/** One window of a station that begins empty. */
export interface Desk {
  readonly page: Page
  /** What the core has kept, asked as the person who sits at the window. */
  ask<Name extends MethodName>(login: string, name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>
  /** Presses what saves a file, and answers where to; returns the path of the saved file. */
  save(press: () => Promise<void>): Promise<string>
  /** Says in the open dialog of the export that it goes into this folder. */
  exportInto(folder: string): Promise<void>
  /** What the window complained about, in order. */
  readonly complaints: readonly string[]
}

export interface PathStart {
  readonly desk: Desk
  readonly sample: SampleCase
  /** The folder with the sample's papers. */
  readonly papers: string
}

/** What the steps leave for each other. */
interface Walk extends PathStart {
  readonly page: Page
  caseId: string
  /** The signed PDF as it was saved from the window. */
  pdf: string
}

/** Who takes part: a handler, a reviewer with the qualification, one without, the head of review. */
const CAST = ['taozhiyuan', 'guxiaolan', 'jiangruotong', 'hanyi']
const [HANDLER = '', REVIEWER = '', UNQUALIFIED = '', HEAD = ''] = CAST
const REWRITTEN = '经审核，本案执法主体具备法定职权，执法人员资格合法有效。'
const ADDED = '职权依据为行政处罚法第十七条。'
const REMARK = '请写明执法主体的职权依据。'
/** A review shorter than this is no review of a whole file. */
const LEAST_ANSWERS = 40
const LEAST_FINDINGS = 5
const RECORD = '05-现场检查（勘察）笔录.pdf'

async function becomes({ page }: Walk, login: string): Promise<void> {
  await signOut(page)
  await signIn(page, login, PASSWORD)
}

/** The section of the opinion that is rewritten: the first of the eight headings. */
async function firstHeading({ page }: Walk): Promise<string> {
  return (await page.locator('.opinion-section h3').filter({ hasText: '主体' }).first().innerText()).trim()
}

async function setUp({ desk, page, sample }: Walk): Promise<void> {
  await setUpByHand(page, { ...sample, password: PASSWORD })
  await goTo(page, '人员')
  for (const login of CAST) {
    const person = sample.people.find((one) => one.login === login)
    if (person === undefined) throw new Error(`the sample has no ${login}`)
    await addPersonByHand(page, person, PASSWORD)
  }
  const people = await desk.ask(sample.administrator.login, 'people.list', {})
  const reviewer = sample.people.find(({ login }) => login === REVIEWER)
  expect(people.find(({ login }) => login === REVIEWER)).toMatchObject(reviewer ?? {})
}

async function register(walk: Walk): Promise<void> {
  const { desk, page, sample, papers } = walk
  await becomes(walk, HANDLER)
  await button(page, '登记案件').first().click()
  await fillCaseByHand(page, sample)
  const names = sample.materials.map(({ file }) => file)
  await addPapers(page, papers, names)
  await button(page, '登记并打开案件').click()
  await page.getByRole('heading', { name: sample.case.title }).waitFor()
  walk.caseId = /cases\/([0-9a-f-]+)$/.exec(page.url())?.[1] ?? ''
  const detail = await desk.ask(HANDLER, 'cases.get', { caseId: walk.caseId })
  const { handlers, ...fields } = sample.case
  expect(detail.fields).toMatchObject(fields)
  expect(detail.fields.handlers.map(({ name, certificateNumber }) => ({ name, certificateNumber }))).toEqual(
    handlers.map(({ name, certificateNumber }) => ({ name, certificateNumber })),
  )
  expect(detail.materials.map(({ name }) => name)).toEqual(names)
}

async function acceptAndDraw(walk: Walk): Promise<void> {
  const { page, sample, caseId } = walk
  await becomes(walk, HEAD)
  await openCase(page, caseId)
  await openTab(page, '送审材料')
  await page.getByText('材料完整性').waitFor()
  await act(page, '受理').click()
  const open = dialog(page)
  await open.getByText('受理之日起计算审核期限').waitFor()
  const reason = open.getByLabel(/^仍予受理的理由/)
  if (await reason.isVisible()) {
    await reason.fill('缺少的材料已经口头说明，不影响审核。')
    await finishDialog(page, '仍予受理')
  } else await finishDialog(page, '受理')
  await act(page, '随机分派').click()
  await dialog(page).getByText('未列入的人员').click()
  const unqualified = sample.people.find(({ login }) => login === UNQUALIFIED)?.name ?? ''
  await dialog(page).getByText(unqualified).waitFor()
  await button(dialog(page), '随机抽取').click()
  await dialog(page).getByText('抽中：顾晓岚').waitFor()
  await finishDialog(page, '关闭')
  await stateMark(page, '已分派').waitFor()
  await openTab(page, '概况')
  await page.getByText('没有其他可以审核本案的人员。').waitFor()
}

/** All the questions of the review, in the order in which the keys go through them. */
async function questionsOf({ desk, caseId }: Walk) {
  const { headings } = await desk.ask(REVIEWER, 'checklist.get', { caseId, round: null })
  return headings.flatMap(({ questions }) => questions)
}

async function review(walk: Walk): Promise<void> {
  const { page, sample, caseId } = walk
  await becomes(walk, REVIEWER)
  await openCase(page, caseId)
  await act(page, '开始审核').click()
  await page.getByRole('article').first().waitFor()
  const ids = (await questionsOf(walk)).map(({ questionId }) => questionId)
  expect(ids.length).toBeGreaterThanOrEqual(LEAST_ANSWERS)
  for (const id of ids) {
    const answer = sample.review.answers.find(({ questionId }) => questionId === id)
    if (answer === undefined) throw new Error(`the sample has no answer to ${id}`)
    await answerByKey(page, id, answer.answer)
    if (answer.answer === 'no') {
      await writeProblem(page, id, answer)
      await pinPlace(page, id, answer.evidence)
    }
    await page.keyboard.press('j')
  }
  const [first = ''] = ids
  await walkBack(page, first)
  await page.keyboard.press('e')
  await page.getByLabel(`问题 ${first} 的审核发现`).pressSequentially(FIRST_FINDING)
  await page.keyboard.press('Escape')
  await pinPlace(page, first, [{ file: RECORD, page: 2 }])
  await pinRegion(page, first, 2)
  await savedMark(page).waitFor()
}

async function reviewIsKept(walk: Walk): Promise<void> {
  const { desk, caseId } = walk
  const problems = async (): Promise<number> => {
    const questions = await questionsOf(walk)
    return questions.filter(({ answer }) => answer?.answer === 'no' && answer.finding !== '' && answer.evidence.length > 0).length
  }
  await eventually(async () => (await questionsOf(walk)).filter(({ answer }) => (answer?.answer ?? null) === null).length).toBe(0)
  await eventually(problems).toBeGreaterThanOrEqual(LEAST_FINDINGS)
  const { materials } = await desk.ask(REVIEWER, 'cases.get', { caseId })
  const materialId = materials.find(({ name }) => name === RECORD)?.id
  await eventually(async () => (await questionsOf(walk))[0]?.answer).toMatchObject({
    finding: FIRST_FINDING,
    evidence: [
      { materialId, page: 2 },
      { materialId, page: 2, region: { page: 2 } },
    ],
  })
}

async function draft(walk: Walk): Promise<void> {
  const { page } = walk
  await openTab(page, '意见书')
  await button(page, '起草意见书').click()
  const title = await firstHeading(walk)
  await page.locator('.opinion-section').getByLabel(title, { exact: true }).fill(REWRITTEN)
  await savedMark(page).waitFor()
  // the pages are drawn line by line
  await eventually(async () => (await page.locator('.sheet').allTextContents()).join('').replaceAll(/\s/gu, '')).toContain(REWRITTEN)
  await act(page, '提交意见书稿').click()
  await finishDialog(page, '提交')
  await stateMark(page, '待负责人审批').waitFor()
}

async function sendBackAndApprove(walk: Walk): Promise<void> {
  const { page, caseId } = walk
  await becomes(walk, HEAD)
  await openCase(page, caseId)
  const title = await firstHeading(walk)
  await act(page, '退回修改').click()
  await field(dialog(page), title).fill(REMARK)
  await finishDialog(page, '退回修改')
  await becomes(walk, REVIEWER)
  await openCase(page, caseId)
  await openTab(page, '意见书')
  const section = page.getByRole('region', { name: title, exact: true })
  await section.getByText(REMARK).waitFor()
  await section.getByLabel(title, { exact: true }).fill(`${REWRITTEN}${ADDED}`)
  await savedMark(page).waitFor()
  await act(page, '提交意见书稿').click()
  await finishDialog(page, '提交')
  await stateMark(page, '待负责人审批').waitFor()
  await becomes(walk, HEAD)
  await openCase(page, caseId)
  await page.locator('.opinion-fixed').getByText(ADDED.slice(0, -1)).waitFor()
  await act(page, '同意意见书稿').click()
  await finishDialog(page, '同意')
  await stateMark(page, '待签署').waitFor()
}

async function signTwice(walk: Walk): Promise<void> {
  const { page, sample, caseId } = walk
  await becomes(walk, REVIEWER)
  await getCertificate(page, SIGNING_PASSWORD)
  await openCase(page, caseId)
  await sign(page, '审核人签署', SIGNING_PASSWORD)
  await page.getByText(/已签署，文号 .+，等待负责人签署/).waitFor()
  await becomes(walk, HEAD)
  await getCertificate(page, SIGNING_PASSWORD)
  await openCase(page, caseId)
  await sign(page, '负责人签发', SIGNING_PASSWORD)
  const issued = page.getByRole('region', { name: '已出具' })
  await issued.getByText(new RegExp(`${sample.station.numberPrefix}法审〔${new Date().getFullYear()}〕1号`)).waitFor()
  await issued.getByText('顾晓岚').first().waitFor()
  await issued.getByText('韩毅').first().waitFor()
}

async function savePdf(walk: Walk): Promise<void> {
  const { desk, page } = walk
  walk.pdf = await desk.save(() => button(page, '下载签名 PDF').click())
  expect(walk.pdf).toMatch(/\.pdf$/)
  const report = execFileSync('pdfsig', ['-nocert', walk.pdf], { encoding: 'utf8' })
  expect(report.match(/Signature is Valid/g)).toHaveLength(2)
  expect(report).toContain('顾晓岚')
  expect(report).toContain('韩毅')
}

async function exportCase({ desk, page, pdf }: Walk): Promise<void> {
  const folder = temporaryFolder('export')
  await button(page, '导出案卷').first().click()
  await desk.exportInto(folder)
  await button(dialog(page), '导出').click()
  await dialog(page)
    .getByText(/已导出 \d+ 个文件/)
    .waitFor()
  await finishDialog(page, '关闭')
  const [made = ''] = readdirSync(folder)
  const files = readdirSync(join(folder, made), { recursive: true }).map(String)
  const exported = files.find((name) => name.endsWith('.pdf') && readFileSync(join(folder, made, name)).equals(readFileSync(pdf)))
  expect(exported, files.join('\n')).toBeDefined()
  expect(files.map((name) => name.replace(/ 岚清环法审.*(?=\.)/u, '')).sort()).toEqual([
    '1 法制审核意见书.pdf',
    '2 法制审核意见书.docx',
    '3 法制审核清单.json',
    '3 法制审核清单.pdf',
    '4 送审材料清单.pdf',
    'verify.json',
  ])
  const cli = join(import.meta.dirname, '../../src/main/cli/fashen.ts')
  const said = execFileSync(process.execPath, [cli, 'verify', join(folder, made, exported ?? ''), '--language', 'zh-CN'], {
    encoding: 'utf8',
  })
  expect(said).not.toContain('✗')
  expect(said.match(/✓ (顾晓岚|韩毅)/g)).toHaveLength(2)
}

async function verify({ page, pdf }: Walk): Promise<void> {
  await goTo(page, '核验')
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles(pdf)
  await page.getByRole('heading', { name: '核验通过' }).waitFor()
  const changed = Buffer.from(readFileSync(pdf))
  const at = Math.floor(changed.length / 3)
  changed[at] = (changed[at] ?? 0) ^ 1
  await chooser.setInputFiles({ name: '改动.pdf', mimeType: 'application/pdf', buffer: changed })
  await page.getByRole('heading', { name: '核验不通过' }).waitFor()
}

const STEPS: readonly (readonly [what: string, step: (walk: Walk) => Promise<void>])[] = [
  ['sets the station up and adds four people with their certificates', setUp],
  ['the handler registers the case with all its papers', register],
  ['the head checks that the papers are complete, accepts, and draws the only eligible reviewer', acceptAndDraw],
  ['the reviewer answers every question by keyboard, with findings and pins', review],
  ['every answer, finding and pin is kept', reviewIsKept],
  ['the opinion composes, a section is rewritten, and it is handed to the head', draft],
  ['the head sends it back with a remark, the reviewer changes it, the head approves', sendBackAndApprove],
  ['both get a certificate and sign; the opinion has its number', signTwice],
  ['the PDF that is saved carries two valid signatures', savePdf],
  ['the case file is exported into a folder, and fashen verify accepts it', exportCase],
  ['the verification page finds the PDF genuine, and a changed one not', verify],
]

/** Declares a test for each step; to be called in the `describe` of a kind of window. */
export function testWholePath(start: () => PathStart): void {
  let walk: Walk | undefined
  /** A step that fails leaves the case where the next cannot take it up. */
  let broken = false
  beforeEach(({ skip }) => {
    skip(broken, 'an earlier step failed')
    onTestFailed(() => {
      broken = true
    })
  })
  for (const [what, step] of STEPS) {
    it(what, async () => {
      const begun = start()
      walk ??= { ...begun, page: begun.desk.page, caseId: '', pdf: '' }
      await step(walk)
    })
  }
  it('the window complained about nothing on the whole way', () => {
    expect(start().desk.complaints).toEqual([])
  })
}

