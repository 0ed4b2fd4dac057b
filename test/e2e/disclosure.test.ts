/** Disclosure in the window: what is due, the masked text judged side by side and approved by another, proof, withdrawal. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { draftAndApprove, signAndIssue } from '../../src/main/samples/sample-line.ts'
import { civilDayOf } from '../../src/shared/deadlines/civil-time.ts'
import { isoInstant } from '../../src/shared/values/values.ts'
import { axeViolations } from './axe-violations.ts'
import { openCase, openTab, stateMark, visit } from './case-screen.ts'
import { button, choose, dialog, field, fillIn, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('disclosure-window')

const TODAY = civilDayOf(isoInstant(new Date()))
const TEXT = `青阳县生态环境局
行政处罚决定书
青环罚〔2026〕8号
当事人：王建国
身份证号码：330102199003077654
住址：浙江省清川县城关镇建设路12号3幢401室
联系电话：13857112345
执法人员李明、陈亮对当事人王建国经营的王建国印染店进行检查，举报人赵梅指认暗管位置，小舅子老三在场。
上述事实有对王建国的询问笔录为证。
本局决定：处罚款人民币贰万元。
青阳县生态环境局`

/** A case with a decision that was made in order. */
async function decided(title: string): Promise<string> {
  const caseId = await station.assigned(2, { title })
  const reviewer = await station.as(REVIEWER)
  await reviewer.call('checklist.begin', { caseId })
  const { headings } = await reviewer.call('checklist.get', { caseId, round: null })
  for (const { questionId, answer } of headings.flatMap(({ questions }) => questions)) {
    const fields = { answer: 'yes' as const, finding: '', suggestion: '', note: '', evidence: [] }
    await reviewer.call('checklist.answer', { caseId, questionId, expectedVersion: answer?.version ?? 0, fields })
  }
  await draftAndApprove(station, caseId, REVIEWER)
  await signAndIssue(station, caseId, REVIEWER)
  const handler = await station.as(station.loginOf('handler'))
  await handler.call('followup.adopt', { caseId, answeredBy: '陶志远', answeredOn: TODAY, replies: [] })
  const { reviewed } = await handler.call('followup.get', { caseId })
  const decision = { number: '青环罚〔2026〕8号', decidedOn: TODAY, actionKinds: [...reviewed.actionKinds], effects: [...reviewed.effects], citations: [...reviewed.citations], facts: { changed: false, how: '' } }
  await handler.call('followup.decide', { caseId, decision })
  return caseId
}

const windowOf = (role: 'handler' | 'head') => people.windowOf(station.loginOf(role))

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `disclosure-${name}.png`) })
}

/** As one sees it in both languages; the window speaks Chinese again afterwards. */
async function looksRight(page: Page, name: string): Promise<void> {
  expect(await axeViolations(page)).toEqual([])
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await picture(page, `${name}-zh`)
  // what was said a moment ago stays in the language in which it was said
  if ((await page.locator('.ant-message-notice').count()) > 0) {
    await page.reload()
    await page.locator('.disclosure, .disclosure-filter').first().waitFor()
  }
  await page.getByRole('button', { name: '切换语言' }).click()
  await page.getByRole('button', { name: 'Switch the language' }).waitFor()
  expect(await wordTroubles(page, 'en')).toEqual([])
  await picture(page, `${name}-en`)
  await page.getByRole('button', { name: 'Switch the language' }).click()
  await page.getByRole('button', { name: '切换语言' }).waitFor()
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function openDisclosure(page: Page, caseId: string): Promise<void> {
  await openCase(page, caseId)
  await openTab(page, '公开')
}

async function addProof(page: Page, name: string): Promise<void> {
  await dialog(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') })
  await dialog(page).getByText(name).waitFor()
}

let caseId = ''

describe('a decision', () => {
  it('is masked side by side and approved by another person', async () => {
    caseId = await decided('王建国印染店未取得排污许可证排放污染物案')
    const page = await windowOf('handler')
    await openDisclosure(page, caseId)
    await page.getByText('青环罚〔2026〕8号').first().waitFor()
    await panel(page, '应当公开的事项').getByText('行政处罚决定公开').waitFor()
    await looksRight(page, 'tab')

    await button(page, '制作遮盖文本').click()
    await dialog(page).getByText('粘贴文字', { exact: true }).click()
    await fillIn(dialog(page), { 名称: '行政处罚决定书', 决定书文字: TEXT })
    await picture(page, 'new-masking')
    await finishDialog(page, '制作遮盖文本')
    const [original, published] = [panel(page, '原文').last(), panel(page, '公开文本').last()]
    await original.getByText('王建国').first().waitFor()
    await page.getByText('处待定').waitFor()
    expect(await button(page, '提交批准').isDisabled()).toBe(true)
    await button(page, '按规则核定').click()
    await page.getByText('全部核定，可以提交').waitFor()
    const masked = (await published.textContent()) ?? ''
    for (const secret of ['330102199003077654', '建设路12号', '13857112345', '赵梅']) expect(masked).not.toContain(secret)
    expect(masked).toContain('王建国印染店')
    expect(masked).toContain('当事人：王某')

    // what nobody proposed is added by its words
    await fillIn(page, { 要遮盖的文字: '老三' })
    await button(page, '加入 (1)').click()
    expect(await published.textContent()).not.toContain('老三')
    // left at one place only, the name would still be there to read
    await button(page, '保留 赵梅').click()
    expect(await published.textContent()).toContain('赵梅')
    await button(page, '遮盖 赵梅').click()
    await looksRight(page, 'desk')
    await button(page, '提交批准').click()
    await page.getByText('待批准').first().waitFor()
    expect(await button(page, '批准并生成文件').count()).toBe(0)

    const head = await windowOf('head')
    await openDisclosure(head, caseId)
    await button(head, '打开 行政处罚决定书').click()
    await button(head, '批准并生成文件').click()
    await picture(head, 'approve')
    await finishDialog(head, '批准并生成文件')
    await head.getByText('已批准').first().waitFor()
    await button(head, 'PDF').waitFor()
  })

  it('is published with proof, and withdrawn when it is annulled', async () => {
    const page = await windowOf('handler')
    await openDisclosure(page, caseId)
    // the desk of the masked text is still open in this window
    await button(page, '返回公开').click()
    await button(page, '登记公开').click()
    await button(dialog(page).locator('.ant-modal-footer'), '登记').click()
    await dialog(page).getByText('请至少附一份凭证').waitFor()
    await fillIn(dialog(page), { 网址或者位置: 'https://www.example.gov.cn/xzcf/8' })
    await addProof(page, '公示截图.png')
    await picture(page, 'publish')
    await finishDialog(page, '登记')
    await stateMark(page, '公示已办结').waitFor()
    await panel(page, '公开登记').getByRole('button', { name: '打开凭证 公示截图.png' }).waitFor()
    await looksRight(page, 'published')

    await button(page, '登记变更、撤销').click()
    await choose(dialog(page), '结果', '撤销')
    await fillIn(dialog(page), { 作出机关: '清川县人民政府', 文号: '清政复决〔2026〕3号' })
    await finishDialog(page, '登记')
    await page.getByText('待撤回公开').first().waitFor()
    await picture(page, 'changed')
    await visit(page, '/disclosures')
    await page.getByRole('link', { name: /打开 王建国印染店/ }).waitFor()
    await looksRight(page, 'page')
    await button(page, '改用深色').click()
    await page.setViewportSize({ width: 1366, height: 768 })
    await picture(page, 'page-dark')
    await openDisclosure(page, caseId)
    await picture(page, 'tab-dark')
    await button(page, '打开 行政处罚决定书').click()
    await panel(page, '原文').last().getByText('王建国').first().waitFor()
    expect(await axeViolations(page)).toEqual([])
    await picture(page, 'desk-dark')
    // a text size of 200 %
    await page.setViewportSize({ width: 683, height: 384 })
    await picture(page, 'desk-200')
    await page.setViewportSize({ width: 1440, height: 900 })
    await button(page, '返回公开').click()
    await button(page, '改用浅色').click()

    await openDisclosure(page, caseId)
    await button(page, '登记撤回公开').click()
    await fillIn(dialog(page), { 说明所在的网址或者位置: 'https://www.example.gov.cn/xzcf/8', 向社会说明的理由: '该决定已被清川县人民政府复议撤销。' })
    await addProof(page, '撤下截图.png')
    await finishDialog(page, '登记')
    await page.getByText('已撤回公开').first().waitFor()
    await picture(page, 'withdrawn')
  })

  it('that is not to be published is proposed by one person and approved by another', async () => {
    const kept = await decided('青阳县碧波印染有限公司不予公开案')
    const page = await windowOf('handler')
    await openDisclosure(page, kept)
    await button(page, '提出不予公开').click()
    await choose(dialog(page), '依据的情形', '行政处罚决定不具有一定社会影响')
    await field(dialog(page), '理由').fill('情节轻微，没有社会影响。')
    await picture(page, 'withhold')
    await finishDialog(page, '提出不予公开')
    await page.getByText('您是提出人，不能审批').waitFor()
    const head = await windowOf('head')
    await openDisclosure(head, kept)
    await button(head, '审批不予公开').click()
    await finishDialog(head, '批准')
    await stateMark(head, '公示已办结').waitFor()
    await looksRight(head, 'withheld')
  })
})
