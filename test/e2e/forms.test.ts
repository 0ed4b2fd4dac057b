/** The tab 文书 and the settings of forms: what is lacking is seen before the form is made, and a wording cannot lose what it must say. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { FORM_IDS } from '../../src/shared/forms/form-ids.ts'
import { axeViolations } from './axe-violations.ts'
import { openCase, openTab, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, dialog, field, fillDay } from './form.ts'
import { openDesk } from './open-desk.ts'
import { PASSWORD, REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { served, browser, station, people } = await openDesk('forms-window')

const head = () => people.windowOf(station.loginOf('head'))
const list = (page: Page) => page.getByRole('navigation', { name: '随案文书' })
const choose = (page: Page, name: string) => list(page).getByRole('button', { name: new RegExp(`^${name}`) }).click()

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `forms-${name}.png`) })
}

async function onForms(page: Page, caseId: string): Promise<void> {
  await openCase(page, caseId)
  await openTab(page, '文书')
  await list(page).waitFor()
}

describe('making a form', () => {
  it('shows every form with its state; what is lacking stands beside the pages and is typed in or confirmed', async () => {
    const caseId = await station.assigned(3, { title: '青阳县碧波印染有限公司文书案' })
    const page = await head()
    await onForms(page, caseId)
    expect(await list(page).getByRole('button').count()).toBe(FORM_IDS.length)
    await choose(page, '涉嫌犯罪案件移送书')
    await page.getByText('暂不能制作：没有提出涉嫌犯罪。').waitFor()
    await choose(page, '催办单')
    await page.getByText('还缺的要素').waitFor()
    await page.locator('.sheet-line').filter({ hasText: '法制审核事项催办单' }).waitFor({ state: 'attached' })
    expect(await button(page, '制作并存档').isDisabled()).toBe(true)
    await picture(page, 'lacks')
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    await fillDay(page.getByRole('group', { name: '补填内容' }), '反馈期限', '2026-12-01')
    await page.getByText('要素齐全。').waitFor()
    await page.locator('.sheet-line').filter({ hasText: '2026年12月1日' }).waitFor({ state: 'attached' })
    await button(page, '制作并存档').click()
    await list(page).getByText('已制作 1 份').waitFor()
    const [saved] = await Promise.all([page.waitForEvent('download'), button(page, '存为 PDF').click()])
    expect(saved.suggestedFilename()).toMatch(/^催办单 .+〔\d{4}〕1号\.pdf$/)
    await picture(page, 'made')
  })

  it('a form with a gap is made once the gap is confirmed; a void one keeps its number', async () => {
    const caseId = await station.assigned(3, { title: '青阳县碧波印染有限公司作废案' })
    const page = await head()
    await onForms(page, caseId)
    await choose(page, '催办单')
    await page.getByText('我已知道还缺以上要素').click()
    await button(page, '制作并存档').click()
    await page.getByText('制作时缺：').waitFor()
    await button(page, '作废').click()
    await field(dialog(page), '理由').fill('反馈期限没有填')
    await button(dialog(page).locator('.ant-modal-footer'), '作废').click()
    await page.getByText('已作废', { exact: true }).waitFor()
    await page.getByText(/作废：反馈期限没有填/).waitFor()
  })

  it('the reviewer looks at the handling body’s forms, makes none of them, and takes an empty one away', async () => {
    const caseId = await station.assigned(3, { title: '青阳县碧波印染有限公司查看案' })
    const page = await people.windowOf(REVIEWER)
    await onForms(page, caseId)
    await choose(page, '送审表')
    await page.getByText(/这份文书由本案承办人员制作/).waitFor()
    await page.locator('.sheet-line').filter({ hasText: '送审表' }).first().waitFor({ state: 'attached' })
    expect(await button(page, '制作并存档').count()).toBe(0)
    await choose(page, '干预记录表')
    const [saved] = await Promise.all([page.waitForEvent('download'), button(page, '空白表 Word').click()])
    expect(saved.suggestedFilename()).toBe('干预记录表（空白）.docx')
    await picture(page, 'sealed')
  })
})

describe('what the station knows of a case that is over', () => {
  it('is filled in to be changed; emptied, it is printed as it was filled in', async () => {
    const caseId = await station.assigned(3, { title: '青阳县碧波印染有限公司归档案' })
    const handler = await station.as('taozhiyuan')
    await handler.call('cases.withdraw', { caseId, reason: '承办机构撤回送审' })
    const page = await head()
    await onForms(page, caseId)
    await choose(page, '备考表')
    const note = field(page, '本卷情况说明')
    await eventually(() => note.inputValue()).toMatch(/^本卷共3件/)
    await page.getByText('系统代填，可以改；清空的，仍印代填的内容。').first().waitFor()
    await note.fill('本卷无缺页。')
    await page.locator('.sheet-line').filter({ hasText: '本卷无缺页。' }).waitFor({ state: 'attached' })
    await picture(page, 'known')
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    await note.fill('')
    await page.locator('.sheet-line').filter({ hasText: '本卷共3件' }).waitFor({ state: 'attached' })
    await choose(page, '卷内目录')
    await page.locator('.sheet-line').filter({ hasText: '卷内目录' }).waitFor({ state: 'attached' })
    await picture(page, 'index')
  })
})

describe('in English, dark, on a small screen in large text', () => {
  it('says everything but what is printed in English, and loses nothing', async () => {
    const caseId = await station.assigned(3, { title: '青阳县碧波印染有限公司英文案' })
    for (const scale of [1, 2]) {
      const { page, complaints } = await served.window(browser, { locale: 'en-US', viewport: { width: 1366, height: 768 }, scale })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.getByLabel('You are').fill(station.loginOf('head'))
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('navigation').first().waitFor()
      await visit(page, `/cases/${caseId}`)
      await page.getByRole('tab', { name: 'Forms', exact: true }).click()
      await page.getByRole('navigation', { name: 'Companion forms' }).getByRole('button', { name: /^Approval of an extension/ }).click()
      await page.locator('.sheet-line').first().waitFor({ state: 'attached' })
      expect(await wordTroubles(page, 'en')).toEqual([])
      expect(await axeViolations(page)).toEqual([])
      await picture(page, `english-${scale}`)
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })
})

describe('the station’s own wording', () => {
  it('is previewed and kept; without a placeholder that it needs it cannot be saved, and the one is named', async () => {
    const page = await head()
    await visit(page, '/settings')
    await button(page, '展开文书').click()
    await button(page, '设置“催办单”').click()
    const words = field(dialog(page), '催办要求')
    await words.fill('请抓紧办理。')
    await dialog(page).getByText('缺少必须保留的 反馈期限').waitFor()
    expect(await button(dialog(page), '保存').isDisabled()).toBe(true)
    await words.fill('务请于{反馈期限}前答复。')
    await button(dialog(page), '预览').click()
    await dialog(page).locator('.sheet-line').filter({ hasText: '务请于' }).waitFor({ state: 'attached' })
    await picture(page, 'settings')
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    await button(dialog(page), '保存').click()
    const row = page.getByRole('table', { name: '文书设置' }).getByRole('row').filter({ hasText: '催办单' })
    await row.getByText(/修改$/).waitFor()
    await button(page, '设置“催办单”').click()
    await button(dialog(page), '恢复原样').click()
    await button(dialog(page), '保存').click()
    await dialog(page).waitFor({ state: 'hidden' })
  })
})
