/** Discretion as people use it: importing benchmarks by a mapping, filling in the sheet, conflict, similar cases, reading only. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DISCHARGE_ROWS, importStaged, NAME, SOURCE, workbook } from '../integration/discretion/benchmark-workbook.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openCase, openTab, visit } from './case-screen.ts'
import { typeSignIn } from './door-screens.ts'
import { eventually } from './eventually.ts'
import { button, dialog, field, fillDay, finishDialog, OPEN_LIST } from './form.ts'
import { openDesk } from './open-desk.ts'
import { PASSWORD, REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { served, station, browser, people } = await openDesk('discretion-window')

const head = () => people.windowOf(station.loginOf('head'))

async function sheetOf(caseId: string) {
  const { sheet, version } = await (await station.as(REVIEWER)).call('discretion.get', { caseId, round: null })
  return { ...sheet, version }
}

async function openSheet(page: Page, caseId: string): Promise<void> {
  await openCase(page, caseId)
  await openTab(page, '裁量')
  await page.getByRole('heading', { name: '裁量基准' }).waitFor()
}

/** Chooses an entry of a list that holds these words; again where the list was still moving under the pointer. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const list = page.locator(OPEN_LIST)
  const chosen = page.locator('.ant-select').filter({ has: field(page, label) })
  for (let tries = 0; tries < 3; tries += 1) {
    await field(page, label).click()
    await list.locator('.ant-select-item-option').filter({ hasText: words }).first().click()
    await list.waitFor({ state: 'hidden' })
    if ((await chosen.innerText()).includes(words)) return
  }
  throw new Error(`${label}: ${words} cannot be chosen`)
}

describe('the station’s benchmarks', () => {
  it('are imported from a workbook by a mapping that shows what it reads, and retired with a reason', async () => {
    const page = await head()
    await visit(page, '/benchmarks')
    await page.getByText('本站还没有导入裁量基准').waitFor()
    await page.getByText('示例', { exact: true }).waitFor()
    await button(page, '导入裁量基准').click()
    await page.locator('input[type=file]').setInputFiles({ name: NAME, mimeType: 'application/octet-stream', buffer: Buffer.from(workbook(DISCHARGE_ROWS)) })
    const open = dialog(page)
    await open.getByText('读出 1 项基准，1 行未能读入').waitFor()
    await open.getByText('未能读入的行').click()
    await open.getByText(/第 6 行 处罚依据中没有读到法律和条款/).waitFor()
    await choose(page, '处罚标准', '第 5 列')
    await open.getByText('未读出数额').first().waitFor()
    await choose(page, '处罚标准', '第 6 列')
    await open.getByText('200,000 元 至 400,000 元').waitFor()
    await button(open, '导入 1 项').click()
    await open.getByText('请填写来源。').waitFor()
    await field(open, '来源（文件名称和文号）').fill(SOURCE)
    await fillDay(open, '施行日期', '2025-03-01')
    await open.getByLabel('已与公布的文本逐项核对').check()
    await finishDialog(page, '导入 1 项')
    const table = page.getByRole('table', { name: '裁量基准' })
    const row = table.getByRole('row').filter({ hasText: SOURCE })
    await row.getByText('本机关导入').waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await button(row, '停用').click()
    await field(dialog(page), '理由').fill('录入有误，另行导入')
    await finishDialog(page, '停用')
    await row.waitFor({ state: 'hidden' })
  })

  it('are read by everybody and changed by nobody else', async () => {
    const page = await people.windowOf(REVIEWER)
    await visit(page, '/benchmarks')
    await page.getByText(/未取得排污许可证排放污染物（示例）/).first().waitFor()
    expect(await button(page, '导入裁量基准').count()).toBe(0)
  })
})

describe('the discretion sheet', () => {
  it('is filled in with facts tied to pages; a departure must be reasoned before it is saved', async () => {
    const client = await station.as(station.loginOf('head'))
    const path = join(temporaryFolder('workbook'), NAME)
    writeFileSync(path, workbook(DISCHARGE_ROWS))
    await importStaged(client, (await client.stage(path)).id)
    const caseId = await station.begun(3)
    const page = await people.windowOf(REVIEWER)
    await openSheet(page, caseId)
    await page.getByText('本站还没有同条款的罚款案件，无法比较。').waitFor()
    await choose(page, '适用的基准', SOURCE)
    await button(page, '显示材料').click()
    await page.locator('.discretion-papers .evidence-tab').first().waitFor()
    await page.getByLabel('情节：事实').fill('持续排放一百零八天')
    await page.getByRole('button', { name: '取当前页：情节' }).click()
    await page.locator('.factor-table .pin').waitFor()
    await choose(page, '情节：送审认定', '不满一个月')
    await choose(page, '情节：审核认定', '持续一个月以上')
    await page.getByText('与送审认定不同，请写明理由。').waitFor()
    await page.getByLabel('情节：理由').fill('现场笔录载明起止日期')
    await choose(page, '送审阶次', '较轻')
    await choose(page, '审核阶次', '一般')
    await page.getByRole('img', { name: /^审核阶次 · 一般：.*低于幅度$/ }).waitFor()
    await button(page, '保存裁量表').click()
    await page.getByText('拟处罚款不在审核认定的基准之内，必须写明偏离理由后才能保存。').waitFor()
    expect((await sheetOf(caseId)).version).toBe(0)
    await field(page, '偏离基准的理由').fill('具有减轻情节，已经集体讨论。')
    await page.locator('.adjustments li').filter({ hasText: '主动消除或者减轻违法行为危害后果' }).getByLabel('有', { exact: true }).check()
    await page.getByText('已核 1 / 13').waitFor()
    await button(page, '保存裁量表').click()
    await eventually(async () => (await sheetOf(caseId)).version).toBe(1)
    expect(await sheetOf(caseId)).toMatchObject({
      departure: '具有减轻情节，已经集体讨论。',
      rows: [{ fact: '持续排放一百零八天', submittedCell: 'c1', reviewerCell: 'c2', evidence: { passage: null } }],
      adjustments: [{ id: 'harmRemoved', present: true }],
    })
    await eventually(() => page.getByText('有未保存的改动').count()).toBe(0)
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  })

  it('keeps what is typed as a draft when the window is loaded anew', async () => {
    const caseId = await station.begun(3)
    const page = await people.windowOf(REVIEWER)
    await openSheet(page, caseId)
    await choose(page, '适用的基准', SOURCE)
    await page.getByLabel('情节：事实').fill('尚未保存的事实')
    await page.getByText(/^草稿已保存/).waitFor()
    await page.reload()
    await openSheet(page, caseId)
    await eventually(() => page.getByLabel('情节：事实').inputValue()).toBe('尚未保存的事实')
    await button(page, '放弃改动').click()
    await page.getByLabel('情节：事实').waitFor({ state: 'hidden' })
    expect((await sheetOf(caseId)).version).toBe(0)
  })

  it('changed in two windows shows both and overwrites nothing', async () => {
    const caseId = await station.begun(3)
    const [one, two] = [await people.windowOf(REVIEWER), await people.windowOf(REVIEWER, 2)]
    await openSheet(two, caseId)
    await choose(two, '适用的基准', SOURCE)
    await two.getByLabel('情节：事实').fill('乙窗口的事实')
    await openSheet(one, caseId)
    const client = await station.as(REVIEWER)
    const { candidates } = await client.call('discretion.get', { caseId, round: null })
    const [own] = candidates
    const theirs = { factorId: 'f1', fact: '甲窗口的事实', evidence: null, submittedCell: null, reviewerCell: null, reason: '' }
    await client.call('discretion.save', {
      caseId,
      expectedVersion: 0,
      sheet: { benchmarkId: own?.id ?? null, rows: [theirs], adjustments: [], base: null, submittedGrade: null, reviewerGrade: null, departure: '' },
    })
    const notice = two.getByRole('alert').filter({ hasText: '没有互相覆盖' })
    await notice.getByText('甲窗口的事实').waitFor()
    await notice.getByText('乙窗口的事实').waitFor()
    await button(notice, '保留本窗口的').click()
    await eventually(async () => (await sheetOf(caseId)).rows[0]?.fact).toBe('乙窗口的事实')
    await notice.waitFor({ state: 'hidden' })
  })

  it('compares with similar cases once there are three, as a picture and a table', async () => {
    const caseId = await station.begun(3)
    for (const amount of [210_000, 240_000, 900_000]) await station.register(1, { effects: [{ kind: 'fine', amount: amount as never, detail: '' }] })
    const page = await people.windowOf(REVIEWER)
    await openSheet(page, caseId)
    await page.getByRole('img', { name: /^类案罚款：最低 .*中位数 .*本案 320,000 元$/ }).waitFor()
    await page.getByRole('table', { name: '本站类案' }).getByText('900,000 元').waitFor()
    // the band of this case leaves out what is far off
    await page.getByRole('combobox', { name: '罚款金额档次' }).click()
    await page.getByText('本案所在').click()
    await eventually(async () => page.getByRole('table', { name: '本站类案' }).getByText('900,000 元').count()).toBe(0)
    await page.getByRole('table', { name: '本站类案' }).getByText('240,000 元').waitFor()
  })

  it('is read only for others', async () => {
    const caseId = await station.begun(3)
    const page = await people.windowOf(station.loginOf('handler'))
    await openSheet(page, caseId)
    await page.getByText('只有本案审核人在审核期间可以填写裁量表。').waitFor()
    expect(await button(page, '保存裁量表').count()).toBe(0)
    expect(await page.locator('.discretion-sheet').locator('input:not([aria-label="罚款金额档次"]), textarea').count()).toBe(0)
  })
})

it('reads in English, in a narrow window at 200 %', async () => {
  const caseId = await station.begun(3)
  const { page, complaints } = await served.window(browser, { viewport: { width: 683, height: 384 }, scale: 2 })
  await typeSignIn(page, REVIEWER, PASSWORD)
  await page.getByRole('heading', { name: /您好/ }).waitFor()
  await page.getByRole('button', { name: '切换语言' }).click()
  await openCase(page, caseId)
  await page.getByRole('tab', { name: 'Discretion' }).click()
  await page.getByRole('heading', { name: 'Statutory adjustments' }).waitFor()
  expect(await wordTroubles(page, 'en')).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
})
