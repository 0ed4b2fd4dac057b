/** The line as a stranger goes it, from an empty folder to a signed opinion, by hand in one window. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { connectClient } from '../../src/main/core/client.ts'
import { sampleStation, type SampleStation } from '../../src/main/samples/sample-line.ts'
import type { SampleCase } from '../../src/main/samples/sample-case.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { launchBrowser, keepPictures, type WatchedPage } from './browser.ts'
import { act, openCase, openTab, savedMark, stateMark } from './case-screen.ts'
import { getCertificate, sign } from './certificates-screen.ts'
import { goTo, setUpByHand, signIn, signOut } from './door-screens.ts'
import { button, dialog, field, fillIn, finishDialog } from './form.ts'
import { eventually } from './eventually.ts'
import { addPersonByHand } from './people-screen.ts'
import { addPapers, fillCaseByHand } from './register-screen.ts'
import { answerOf, currentQuestion, findingOf, keyOf, question } from './review-screen.ts'
import { answerTheRest, loadSample, PASSWORD, samplePapers, SIGNING_PASSWORD } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'

/** Who takes part: a handler, a reviewer with the qualification, one without, the head of review. */
const CAST = ['taozhiyuan', 'guxiaolan', 'jiangruotong', 'hanyi']
const [HANDLER = '', REVIEWER = '', UNQUALIFIED = '', HEAD = ''] = CAST
const FINDING = '现场检查笔录有两名执法人员签名，执法证号与名册一致。'
const REWRITTEN = '经审核，本案执法主体具备法定职权，执法人员资格合法有效。'
const REMARK = '请写明执法主体的职权依据。'

let browser: Browser
let served: ServedStation
let watched: WatchedPage
let page: Page
let sample: SampleCase
let papers: string
let contract: SampleStation
let caseId = ''
let pdf = ''

beforeAll(async () => {
  sample = await loadSample()
  papers = await samplePapers(sample)
  served = await serveStation(temporaryFolder('line'))
  browser = await launchBrowser()
  watched = await served.window(browser)
  page = watched.page
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

/** A step that fails leaves the case where the next cannot take it up. */
let broken = false
beforeEach(({ skip }) => {
  skip(broken, 'an earlier step failed')
  onTestFailed(() => {
    broken = true
  })
})

afterEach(({ task }) => keepPictures(task, [watched]))

async function becomes(login: string): Promise<void> {
  await signOut(page)
  await signIn(page, login, PASSWORD)
}

/** The section of the opinion that is rewritten: the first of the eight headings. */
async function firstHeading(): Promise<string> {
  return (await page.locator('.opinion-section h3').filter({ hasText: '主体' }).first().innerText()).trim()
}

describe('from an empty folder to a signed opinion', () => {
  it('sets the station up and adds four people with their certificates', async () => {
    await setUpByHand(page, { ...sample, password: PASSWORD })
    await goTo(page, '人员')
    for (const login of CAST) {
      const person = sample.people.find((one) => one.login === login)
      if (person === undefined) throw new Error(`the sample has no ${login}`)
      await addPersonByHand(page, person, PASSWORD)
    }
    const reader = connectClient(served.host)
    await reader.call('session.signIn', { login: sample.administrator.login, password: PASSWORD })
    const people = await reader.call('people.list', {})
    reader.close()
    expect(people.find(({ login }) => login === REVIEWER)).toMatchObject(
      sample.people.find(({ login }) => login === REVIEWER) ?? {},
    )
    contract = sampleStation(served.host, sample, new Map(people.map(({ login, id }) => [login, id])), PASSWORD)
  })

  it('the handler registers the case with all its papers', async () => {
    await becomes(HANDLER)
    await button(page, '登记案件').first().click()
    await fillCaseByHand(page, sample)
    await addPapers(
      page,
      papers,
      sample.materials.map(({ file }) => file),
    )
    await button(page, '登记并打开案件').click()
    await page.getByRole('heading', { name: sample.case.title }).waitFor()
    caseId = /cases\/([0-9a-f-]+)$/.exec(page.url())?.[1] ?? ''
    const detail = await (await contract.as(HANDLER)).call('cases.get', { caseId })
    const { handlers, ...fields } = sample.case
    expect(detail.fields).toMatchObject(fields)
    expect(detail.fields.handlers.map(({ name, certificateNumber }) => ({ name, certificateNumber }))).toEqual(
      handlers.map(({ name, certificateNumber }) => ({ name, certificateNumber })),
    )
    expect(detail.materials.map(({ name }) => name)).toEqual(sample.materials.map(({ file }) => file))
  })

  it('the head checks that the papers are complete, accepts, and draws the only eligible reviewer', async () => {
    await becomes(HEAD)
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
  })

  it('the reviewer answers a heading by keyboard alone, and sees that it is kept', async () => {
    await becomes(REVIEWER)
    await openCase(page, caseId)
    await act(page, '开始审核').click()
    await page.getByRole('article').first().waitFor()
    const { headings } = await (await contract.as(REVIEWER)).call('checklist.get', { caseId, round: null })
    const ids = headings[0]?.questions.map(({ questionId }) => questionId) ?? []
    expect(ids.length).toBeGreaterThan(3)
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    for (const id of ids) {
      await eventually(() => currentQuestion(page).getAttribute('id')).toBe(`question-${id}`)
      const answer = sample.review.answers.find(({ questionId }) => questionId === id)?.answer ?? 'yes'
      await page.keyboard.press(keyOf(answer))
      await eventually(() => answerOf(page, id, answer).getAttribute('aria-checked')).toBe('true')
      await page.keyboard.press('j')
    }
    const [first = ''] = ids
    await page.keyboard.press('[')
    await page.keyboard.press('[')
    await eventually(() => currentQuestion(page).getAttribute('id')).toBe(`question-${first}`)
    await page.keyboard.press('e')
    await findingOf(page, first).pressSequentially(FINDING)
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await question(page, first).locator('.pin').waitFor()
    await page.getByRole('button', { name: /全部 \d+ 份/ }).click()
    await page.getByRole('menuitem', { name: '05-现场检查（勘察）笔录.pdf' }).click()
    await button(page, '下一页').click()
    await eventually(() => page.getByLabel('页码').inputValue()).toBe('2')
    await page.keyboard.press('p')
    await question(page, first).getByText('05-现场检查（勘察）笔录 第2页').waitFor()
    await savedMark(page).waitFor()
    await eventually(async () => {
      const kept = await (await contract.as(REVIEWER)).call('checklist.get', { caseId, round: null })
      return kept.headings[0]?.questions.find(({ questionId }) => questionId === first)?.answer
    }).toMatchObject({ finding: FINDING, evidence: [{ page: null }, { page: 2 }] })
  })

  it('with all questions answered the opinion composes, and a section is rewritten', async () => {
    await answerTheRest(contract, sample, caseId, REVIEWER)
    await page.reload()
    await openTab(page, '意见书')
    await button(page, '起草意见书').click()
    const title = await firstHeading()
    const section = page.locator('.opinion-section').getByLabel(title, { exact: true })
    await section.fill(REWRITTEN)
    await savedMark(page).waitFor()
    await page.locator('.paper').getByText(REWRITTEN).waitFor()
    await act(page, '提交意见书稿').click()
    await finishDialog(page, '提交')
    await stateMark(page, '待负责人审批').waitFor()
  })

  it('the head sends it back with a remark, the reviewer changes it, the head approves', async () => {
    await becomes(HEAD)
    await openCase(page, caseId)
    const title = await firstHeading()
    await act(page, '退回修改').click()
    await field(dialog(page), title).fill(REMARK)
    await finishDialog(page, '退回修改')
    await becomes(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '意见书')
    const section = page.getByRole('region', { name: title, exact: true })
    await section.getByText(REMARK).waitFor()
    await section.getByRole('textbox').fill(`${REWRITTEN}职权依据为行政处罚法第十七条。`)
    await savedMark(page).waitFor()
    await act(page, '提交意见书稿').click()
    await finishDialog(page, '提交')
    await stateMark(page, '待负责人审批').waitFor()
    await becomes(HEAD)
    await openCase(page, caseId)
    await page.locator('.opinion-fixed').getByText('职权依据为行政处罚法第十七条').waitFor()
    await act(page, '同意意见书稿').click()
    await finishDialog(page, '同意')
    await stateMark(page, '待签署').waitFor()
  })

  it('both get a certificate and sign; the opinion has its number', async () => {
    await becomes(REVIEWER)
    await getCertificate(page, SIGNING_PASSWORD)
    await openCase(page, caseId)
    await sign(page, '审核人签署', SIGNING_PASSWORD)
    await page.getByText(/已签署，文号 .+，等待负责人签署/).waitFor()
    await becomes(HEAD)
    await getCertificate(page, SIGNING_PASSWORD)
    await openCase(page, caseId)
    await sign(page, '负责人签发', SIGNING_PASSWORD)
    const issued = page.getByRole('region', { name: '已出具' })
    await issued.getByText(new RegExp(`${sample.station.numberPrefix}法审〔${new Date().getFullYear()}〕1号`)).waitFor()
    await issued.getByText('顾晓岚').first().waitFor()
    await issued.getByText('韩毅').first().waitFor()
  })

  it('the PDF that is downloaded carries two valid signatures', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载签名 PDF').click()])
    pdf = join(temporaryFolder('download'), download.suggestedFilename())
    expect(pdf).toMatch(/\.pdf$/)
    await download.saveAs(pdf)
    const report = execFileSync('pdfsig', ['-nocert', pdf], { encoding: 'utf8' })
    expect(report.match(/Signature is Valid/g)).toHaveLength(2)
    expect(report).toContain('顾晓岚')
    expect(report).toContain('韩毅')
  })

  it('the case file is exported into a folder, and fashen verify accepts it', async () => {
    const folder = temporaryFolder('export')
    await button(page, '导出案卷').first().click()
    await fillIn(dialog(page), { 导出到: folder })
    await button(dialog(page), '导出').click()
    await dialog(page)
      .getByText(/已导出 \d+ 个文件/)
      .waitFor()
    await finishDialog(page, '关闭')
    const [made = ''] = readdirSync(folder)
    const files = readdirSync(join(folder, made), { recursive: true }).map(String)
    const exported = files.find(
      (name) => name.endsWith('.pdf') && readFileSync(join(folder, made, name)).equals(readFileSync(pdf)),
    )
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
    const said = execFileSync(
      process.execPath,
      [cli, 'verify', join(folder, made, exported ?? ''), '--language', 'zh-CN'],
      { encoding: 'utf8' },
    )
    expect(said).not.toContain('✗')
    expect(said.match(/✓ (顾晓岚|韩毅)/g)).toHaveLength(2)
  })

  it('the verification page finds the PDF genuine, and a changed one not', async () => {
    await goTo(page, '核验')
    await page.locator('input[type=file]').setInputFiles(pdf)
    await page.getByRole('heading', { name: '核验通过' }).waitFor()
    const changed = Buffer.from(readFileSync(pdf))
    const at = Math.floor(changed.length / 3)
    changed[at] = (changed[at] ?? 0) ^ 1
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '改动.pdf', mimeType: 'application/pdf', buffer: changed })
    await page.getByRole('heading', { name: '核验不通过' }).waitFor()
  })

  it('the window complained about nothing on the whole way', () => {
    expect(watched.complaints).toEqual([])
  })
})
