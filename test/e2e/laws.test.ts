/** The law library as people use it: importing, finding, reading, comparing, copying, and a case's citations checked. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { lawFolder, LIGHTHOUSE_2018, LIGHTHOUSE_2023 } from '../integration/laws/library-station.ts'
import { openCase, openTab, visit } from './case-screen.ts'
import { typeSignIn } from './door-screens.ts'
import { eventually } from './eventually.ts'
import { button, field, fillDay } from './form.ts'
import { openDesk } from './open-desk.ts'
import { PASSWORD, REVIEWER } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { served, station, browser, people } = await openDesk('laws-window')

const paper = join(lawFolder({ '决定书.txt': '清川县航道局\n行政处罚决定书\n清航罚字〔2024〕9号\n当事人：清川县碧波航运有限公司\n经查，你公司于2024年3月1日擅自移动灯塔。\n依据《中华人民共和国灯塔法》第二条第一款第（五）项的规定，决定罚款60000元。\n清川县航道局\n2024年4月20日' }), '决定书.txt')

const head = () => people.windowOf(station.loginOf('head'))
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const marked = (page: Page) => page.locator('.law-article[aria-current=true]')

describe('an empty library', () => {
  it('says that no text ships and how to import; the register shows days and what is not verified', async () => {
    const page = await people.windowOf(REVIEWER)
    await visit(page, '/laws')
    await page.getByText('法规库还没有法规').waitFor()
    await page.getByText(/法审台不附带任何法规条文/).waitFor()
    expect(await button(page, '导入法规').count()).toBe(0)
    await button(page, '查看法规登记').click()
    await field(page, '查找登记的法规').fill('行政处罚法')
    const row = page.getByRole('row').filter({ hasText: '处罚法' }).first()
    await row.getByText('仅登记').waitFor()
    await row.getByText('未核实').first().waitFor()
    await row.getByText('2021-07-15', { exact: true }).first().waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  })
})

describe('importing', () => {
  it('a folder by its path: progress, counts, and each file that was not taken with what to do', async () => {
    const folder = lawFolder({ '灯塔法(2018-03-01).md': LIGHTHOUSE_2018, '灯塔法(2023-03-01).md': LIGHTHOUSE_2023, '空白.md': '', '通讯录.txt': '张三 李四' })
    const page = await head()
    await visit(page, '/laws')
    await button(page, '导入法规').first().click()
    await field(page, '本机文件夹').fill(join(folder, '没有这个文件夹'))
    await button(page, '导入此文件夹').click()
    await page.getByText(/无法读取法规文件夹/).waitFor()
    await field(page, '本机文件夹').fill(folder)
    await button(page, '导入此文件夹').click()
    await page.getByText('导入完成').waitFor()
    await page.getByText('新增 2，更新 0，未变 0，同一版本 0，未收 2').waitFor()
    await button(page, '查看导入记录').click()
    const files = page.getByRole('table', { name: '导入记录' })
    await files.getByRole('row').filter({ hasText: '空白.md' }).getByText('空文件').waitFor()
    await files.getByRole('row').filter({ hasText: '通讯录.txt' }).getByText('不是法规').waitFor()
  })

  it('files that are chosen: what is no text of a law is left aside and said', async () => {
    const page = await head()
    await visit(page, '/laws')
    if (await button(page, '导入法规').first().isVisible()) await button(page, '导入法规').first().click()
    await page.locator('input[type=file]').setInputFiles([
      { name: '灯塔法.md', mimeType: 'text/markdown', buffer: Buffer.from(LIGHTHOUSE_2023) },
      { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') },
    ])
    await page.getByText('另有 1 个其他格式的文件没有读取（如 照片.jpg）。').waitFor()
    await page.getByText('新增 0，更新 0，未变 0，同一版本 1，未收 0').waitFor()
    await button(page, '收起').click()
  })
})

describe('reading', () => {
  it('finds articles by one character, marks it, and opens the article at its permalink', async () => {
    const page = await people.windowOf(REVIEWER)
    await visit(page, '/laws')
    await tab(page, '条文检索').click()
    await page.getByLabel(/^检索条文/).fill('罚')
    await page.locator('.laws-hit').nth(1).waitFor()
    expect(await page.locator('.laws-hit mark').first().innerText()).toBe('罚')
    await page.getByLabel(/^检索条文/).fill('没有的词')
    await page.getByText('没有条文含有“没有的词”').waitFor()
    await page.getByLabel(/^检索条文/).fill('灯塔法 第三条')
    await page.locator('.laws-hit').filter({ hasText: '报送备案' }).getByRole('link').click()
    await eventually(async () => (await marked(page).innerText()).replaceAll(/\s+/g, '')).toContain('灯塔的数据应当报送备案')
    await page.getByRole('heading', { name: '第三条', exact: true }).waitFor()
    await page.locator('.law-article').filter({ hasText: '擅自熄灭' }).getByRole('link').click()
    await eventually(() => page.url()).toMatch(/\/laws\/[0-9a-f]{16}\/at-1$|\/laws\/[0-9a-f]{16}\/2023-03-01\/2$/)
    await eventually(async () => (await marked(page).innerText()).replaceAll(/\s+/g, '')).toContain('第二条')
  })

  it('copies an article, or one item of it, with its citation', async () => {
    const page = await people.windowOf(REVIEWER)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button(page, '复制条文及出处').click()
    await page.getByText('已复制：《中华人民共和国灯塔法》（2023年3月1日通过）第二条').waitFor()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    expect(await copied()).toContain('第二条：“有下列情形之一的，处一万元以上十万元以下罚款：')
    await page.getByLabel('复制的范围').click()
    await page.getByTitle('第一款第（二）项').click()
    await button(page, '复制条文及出处').click()
    await eventually(copied).toMatch(/第二条第一款第（二）项：“有下列情形之一[^]*（二）擅自移动灯塔的。”$/)
  })

  it('tells which version was in force on a day, and sets two versions side by side', async () => {
    const page = await people.windowOf(REVIEWER)
    await fillDay(page, '某日有效的版本', '2020-01-01')
    await page.locator('.law-on-day').getByRole('link', { name: '2018-03-01 版' }).waitFor()
    await fillDay(page, '某日有效的版本', '2001-01-01')
    await page.getByText('法规库中没有当日有效的版本。').waitFor()
    await button(page, '版本对照').click()
    await page.getByText('修改 2 条，新增 1 条，删去 0 条，未变 1 条').waitFor()
    const row = page.locator('.law-compared-row').filter({ hasText: '第二条' })
    expect(await row.locator('del').allInnerTexts()).toEqual(['五千', '五'])
    expect(await row.locator('ins').allInnerTexts()).toEqual(['一万', '十'])
    await page.getByLabel('只看有变化的条文').uncheck()
    await eventually(() => page.locator('.law-compared-row').count()).toBe(4)
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  })
})

describe('a case', () => {
  it('has its citations checked, says what is wrong and what would be right, and leads to the article and back', async () => {
    const cited = (article: string, paragraph: string, item: string, role: 'basis' | 'violated' = 'basis') => ({ law: '灯塔法', article, paragraph, item, role })
    const caseId = await station.register(1, {
      title: '灯塔案',
      actFrom: '2024-03-01' as never,
      actTo: '2024-03-02' as never,
      citations: [cited('二', '一', '二'), cited('九', '', '', 'violated'), cited('二', '一', '五'), { law: '不存在的条例', article: '一', paragraph: '', item: '', role: 'violated' }],
    })
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '概况')
    const citations = page.locator('.case-citations li')
    const row = (words: string) => citations.filter({ hasText: words })
    await row('第（二）项').getByText('核对无误').waitFor()
    await row('第九条').getByText('有误').first().waitFor()
    await row('第九条').getByText(/没有第九条/).waitFor()
    await row('第（五）项').getByText('有误').first().waitFor()
    await row('不存在的条例').getByText('未收录，未核实').waitFor()
    await page.getByText('“未收录”“未能核对”不等于有误').waitFor()
    await page.getByText('4 处引用：有误 2，须说明或疑为误写 0，未能核对 0，未收录 1').waitFor()
    // what needs somebody’s eyes stands first
    expect(await citations.first().innerText()).toContain('有误')
    await row('第（二）项').getByRole('link').click()
    await eventually(async () => (await marked(page).innerText()).replaceAll(/\s+/g, '')).toContain('第二条')
    await page.locator('.law-pane-about').getByRole('link', { name: '灯塔案' }).first().waitFor()
  })

  it('lists what its papers cite too, and opens the words in the paper', async () => {
    const caseId = await station.register(2, { title: '灯塔案之二', actFrom: '2024-03-01' as never, actTo: '2024-03-02' as never, citations: [] })
    const handler = await station.as(station.loginOf('handler'))
    const staged = await handler.stage(paper)
    await handler.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '处罚决定书.txt', kind: null }] })
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '概况')
    const row = page.locator('.case-citations li').filter({ hasText: '第二条第一款第（五）项' })
    await row.getByText('有误').first().waitFor()
    await row.getByRole('button', { name: /^打开 处罚决定书 第1页：/ }).click()
    const drawer = page.getByRole('dialog')
    await drawer.locator('.evidence').waitFor()
    await eventually(() => page.evaluate(() => CSS.highlights.get('evidence')?.size ?? 0)).toBe(1)
    await page.keyboard.press('Escape')
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  })
})

it('reads in English too, in a narrow window at 200 %', async () => {
  const { page, complaints } = await served.window(browser, { viewport: { width: 683, height: 384 }, scale: 2 })
  await typeSignIn(page, REVIEWER, PASSWORD)
  await page.getByRole('heading', { name: /您好/ }).waitFor()
  await page.getByRole('button', { name: '切换语言' }).click()
  await visit(page, '/laws')
  await page.getByRole('heading', { name: 'Law library' }).waitFor()
  await page.getByRole('link', { name: /灯塔法/ }).first().click()
  await page.locator('.law-article-label').first().waitFor()
  await page.locator('.law-single .ant-segmented').getByText('Versions and standing').click()
  await page.getByText('the version shown').first().waitFor()
  expect(await wordTroubles(page, 'en')).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
})
