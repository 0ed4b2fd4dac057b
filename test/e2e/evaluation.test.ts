/** The evaluation of files in the window: drawn, scored by keys alone, signed and locked, corrected, and out as a workbook. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import { today } from '../../src/renderer/ui/formats.ts'
import { isoDate } from '../../src/shared/values/values.ts'
import { axeViolations } from './axe-violations.ts'
import { openCase, visit } from './case-screen.ts'
import { button, choose, dialog, field, fillIn, finishDialog } from './form.ts'
import { reach } from './keyboard.ts'
import { openDesk } from './open-desk.ts'
import { answerTheRest, REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('evaluation')

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `evaluation-${name}.png`), fullPage: true })
}

/** Presses the window's own button for the language. */
const speak = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector<HTMLElement>('.fs-look button')?.click())

/** The sample case, issued, adopted with every problem, and not decided as proposed. */
async function closedCase(title: string): Promise<string> {
  const caseId = await station.assigned(2, { title })
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
  await answerTheRest(station, station.sample, caseId)
  await draftAndApprove(station, caseId, REVIEWER)
  await signAndIssue(station, caseId, REVIEWER)
  const head = await station.as(station.loginOf('head'))
  const problems = (await head.call('followup.get', { caseId })).rounds.at(-1)?.problems ?? []
  const replies = problems.map(({ number }) => ({ number, answer: 'adopted' as const, reason: '' }))
  await head.call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: isoDate(today()), replies })
  await head.call('followup.drop', { caseId, kind: 'closed', on: isoDate(today()), reason: '违法事实不能成立' })
  return caseId
}

it('files are drawn, scored without a mouse, signed and corrected; who had a part in a case is kept out', async () => {
  const caseId = await closedCase('青阳县碧波印染有限公司评查案')
  const page = await people.windowOf(station.loginOf('supervisor'))
  await visit(page, '/evaluation')
  await page.getByText('还没有评查').waitFor()
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await picture(page, 'empty')

  await button(page, '发起评查').first().click()
  await fillIn(dialog(page), { 评查名称: '年度评查' })
  await dialog(page).getByText('没有符合条件的案卷').waitFor()
  await choose(dialog(page), '按什么日期', '决定（办结）日期')
  await dialog(page).getByText('符合条件的案卷 1 件。').waitFor()
  await picture(page, 'start')
  // more than there are is not drawn
  await button(dialog(page), '抽取案卷').click()
  await dialog(page).getByText('应在 1 与符合条件的件数之间').waitFor()
  await field(dialog(page), '抽取数量（件）').fill('1')
  await finishDialog(page, '抽取案卷')

  await page.getByRole('table', { name: '抽取的案卷' }).getByText('未开始').waitFor()
  await button(page, '重新计算抽样').click()
  await page.getByText(/重新计算的结果与记录一致；承诺值在审计链第 \d+ 条。/).waitFor()
  await picture(page, 'evaluation')
  await page.getByRole('link', { name: '评分', exact: true }).click()

  await button(page, '开始评分').click()
  await page.getByRole('group', { name: /^1\.1/ }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await picture(page, 'sheet')
  // by keys: every veto absent, every line met, but for one deduction with a usual reason
  const lines = page.locator('.evaluation-line')
  const count = await lines.count()
  for (let line = 0; line < count; line += 1) {
    const first = lines.nth(line).getByRole('radio').first()
    await reach(page, first)
    await page.keyboard.press('Space')
    expect(await first.isChecked()).toBe(true)
  }
  const discretion = page.getByRole('group', { name: /^4\.2/ })
  await discretion.getByRole('radio', { name: '扣分' }).check()
  await button(discretion, '没有说明裁量理由 −3').click()
  await page.getByText('得分 97').waitFor()
  await page.getByText('已保存').waitFor()
  await picture(page, 'marked')
  await page.setViewportSize({ width: 1366, height: 768 })
  await speak(page)
  await page.getByText('Score 97').waitFor()
  expect(await wordTroubles(page, 'en')).toEqual([])
  await picture(page, 'english')
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await speak(page)
  await page.reload()
  await page.getByText('得分 97').waitFor()

  await button(page, '签名并锁定').click()
  await finishDialog(page, '签名并锁定')
  await page.getByText('计入出具意见后发现的问题 1 项').waitFor()
  // nothing of it can be changed any more
  expect(await page.getByRole('radio').count()).toBe(0)
  await picture(page, 'signed')
  const scoring = new URL(page.url()).hash.slice(1)
  await openCase(page, caseId)
  await page.getByRole('tab', { name: '概况' }).click()
  await page.getByText(/案卷评查：裁量适用基准/).waitFor()

  // a corrected sheet takes it back
  await visit(page, scoring)
  await button(page, '更正').click()
  await field(dialog(page), '理由').fill('裁量理由在集体讨论记录中')
  await finishDialog(page, '更正')
  const again = page.getByRole('group', { name: /^4\.2/ }).first()
  await again.getByRole('radio', { name: '符合' }).check()
  await page.getByText('得分 100').first().waitFor()
  await button(page, '签名并锁定').click()
  await finishDialog(page, '签名并锁定')
  await page.getByText('更正理由：裁量理由在集体讨论记录中').waitFor()

  const reviewer = await people.windowOf(REVIEWER)
  await visit(reviewer, '/evaluation')
  await reviewer.getByRole('link', { name: '年度评查' }).click()
  await reviewer.getByText('您不能评查：审核过本案').waitFor()
  const waiting = reviewer.waitForEvent('download')
  await button(reviewer, '导出结果（XLSX）').click()
  const sheet = strFromU8(unzipSync(readFileSync(await (await waiting).path()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('青阳县碧波印染有限公司评查案')
  expect(sheet).toContain('优秀')
})

it('a standard with mistakes is refused whole with their places; the one that ships comes back in as the station’s own', async () => {
  const page = await people.windowOf(station.loginOf('head'))
  await visit(page, '/evaluation')
  const waiting = page.waitForEvent('download')
  await button(page, '另存为文件').first().click()
  const standard = JSON.parse(readFileSync(await (await waiting).path(), 'utf8')) as Record<string, unknown>
  const put = (content: object) =>
    page.getByLabel('选择标准文件（JSON）').setInputFiles({ name: '标准.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) })
  await put({ ...standard, id: 'own', grades: [] })
  await page.getByText('处问题，没有导入').waitFor()
  await page.getByRole('alert').getByText('grades').first().waitFor()
  await put({ ...standard, id: 'own', name: { 'zh-CN': '本局评查标准', en: 'Own standard' } })
  await page.getByRole('table', { name: '评查标准' }).getByText('本局评查标准').waitFor()
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
})
