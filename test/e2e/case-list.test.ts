/** The list of cases as people use it: scroll, narrow, keep, search, choose, export, open side by side. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { unzipSync } from 'fflate'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MethodInput } from '../../src/shared/contract/contract.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { launchBrowser } from './browser.ts'
import { openTab, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, choose, dialog, field, finishDialog } from './form.ts'
import { PASSWORD, prepareStation, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { signedIn, type SignedIn } from './signed-in.ts'
import { wordTroubles } from './words-on-screen.ts'

const MANY = 1200

let browser: Browser
let served: ServedStation
let station: PreparedStation
let people: SignedIn
let head = ''
let withPapers = ''

type Fields = MethodInput<'cases.register'>['fields']

/** Titles rise with the number, so that a place in the list can be told by its title. */
function fieldsOf(sample: Fields, index: number): Fields {
  const number = String(index).padStart(4, '0')
  return {
    ...sample,
    title: `第${number}号${index % 10 === 0 ? '临江食品' : '岚清建材'}有限公司违法排污案`,
    cause: index % 10 === 0 ? '生产销售不合格食品' : '违法排污',
    fileNumber: index === 7 ? '=HYPERLINK("x")' : `岚环立〔2026〕${number}号`,
    submittingUnit: index % 5 === 0 ? '执法二大队' : '执法一大队',
    receivedOn: `2026-${String(1 + (index % 9)).padStart(2, '0')}-11`,
    effects: [{ kind: 'fine', amount: 1000 * index, detail: '' }],
  }
}

beforeAll(async () => {
  served = await serveStation(temporaryFolder('case-list'))
  station = await prepareStation(served.host)
  head = station.loginOf('head')
  withPapers = await station.register(3)
  const client = await station.as(station.loginOf('handler'))
  const { fields } = await client.call('cases.get', { caseId: withPapers })
  for (let index = 0; index < MANY; index += 1) await client.call('cases.register', { fields: fieldsOf(fields, index) })
  browser = await launchBrowser()
  people = signedIn(served, browser)
}, 120_000)

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

afterEach(async ({ task }) => {
  expect(await people.afterTest(task)).toEqual([])
})

const table = (page: Page): Locator => page.getByRole('grid')
const row = (page: Page, title: string): Locator => page.getByRole('row').filter({ hasText: title })
const titleOf = (index: number): string => `第${String(index).padStart(4, '0')}号`

/** Every case in the order of the titles. */
async function listByTitle(page: Page, filter = ''): Promise<void> {
  await visit(page, '/')
  await page.evaluate((search) => {
    const url = new URL(location.href)
    url.search = search
    url.hash = '/cases'
    history.pushState(null, '', url)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, `${filter}sort=title`)
  await table(page).waitFor()
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['LIST_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const countOf = async (page: Page, text: RegExp | string): Promise<void> => page.locator('.fs-page-marks').getByText(text).waitFor()

describe('a long list', () => {
  it('tells how many there are, and a jump into the middle shows the middle', async () => {
    const page = await people.windowOf(head)
    await listByTitle(page)
    await countOf(page, `共 ${MANY + 1} 件`)
    expect(await table(page).getAttribute('aria-rowcount')).toBe(String(MANY + 2))
    await row(page, titleOf(0)).waitFor()
    await table(page).evaluate((box) => {
      box.scrollTop = (box.scrollHeight - box.clientHeight) / 2
    })
    await eventually(async () => (await page.getByRole('row').filter({ hasText: /第0[56]\d\d号/ }).count()) > 5).toBe(true)
    // only what is in sight is in the page
    expect(await page.getByRole('row').count()).toBeLessThan(80)
    await picture(page, 'middle')
  })

  it('is walked by the keyboard from its first row to its last, and Enter opens', async () => {
    const page = await people.windowOf(head)
    await listByTitle(page)
    await row(page, titleOf(0)).waitFor()
    await table(page).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    const here = page.locator('.fs-case-row[data-here="true"]')
    await eventually(() => here.getAttribute('aria-rowindex')).toBe('3')
    await page.keyboard.press('PageDown')
    await eventually(async () => Number(await here.getAttribute('aria-rowindex')) > 6).toBe(true)
    await page.keyboard.press('End')
    await eventually(() => here.getAttribute('aria-rowindex')).toBe(String(MANY + 2))
    await page.keyboard.press('ArrowUp')
    await eventually(async () => (await here.innerText()).includes(titleOf(MANY - 1)) || (await here.innerText()).includes(titleOf(MANY - 2))).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('tablist').first().waitFor()
    await page.goBack()
    await eventually(() => here.getAttribute('aria-rowindex')).toBe(String(MANY + 1))
  })
})

describe('narrowing', () => {
  it('by what lies under “more conditions”, kept in the address, and taken back at once', async () => {
    const page = await people.windowOf(head)
    await listByTitle(page)
    await button(page, '更多条件').click()
    await choose(page, '承办机构', '执法二大队')
    await countOf(page, `共 ${MANY / 5} 件`)
    await field(page, '金额（元）起').fill('600000')
    await field(page, '金额（元）起').press('Enter')
    await countOf(page, `共 ${MANY / 10} 件`)
    expect(new URL(page.url()).searchParams.get('unit')).toBe('执法二大队')
    expect(new URL(page.url()).searchParams.get('amountFrom')).toBe('600000')
    await picture(page, 'conditions')
    await button(page, '清除筛选').click()
    await countOf(page, `共 ${MANY + 1} 件`)
  })

  it('a filter is saved under a name, opens the list next time, and is gone when it is removed', async () => {
    const page = await people.windowOf(head)
    await listByTitle(page, `unit=${encodeURIComponent('执法二大队')}&`)
    await countOf(page, `共 ${MANY / 5} 件`)
    await button(page, '常用筛选').click()
    await field(page, '筛选名称').fill('二大队')
    await button(page, '保存当前筛选').click()
    await button(page, '打开列表时使用 二大队').click()
    await picture(page, 'saved')
    await page.evaluate(() => history.replaceState(null, '', '/#/'))
    await page.reload()
    await page.getByRole('link', { name: '案件', exact: true }).click()
    await countOf(page, `共 ${MANY / 5} 件`)
    await button(page, '二大队').first().click()
    await button(page, '删除 二大队').click()
    await page.getByText('还没有保存筛选条件').waitFor()
    await page.keyboard.press('Escape')
  })

  it('by words in the papers, with the place where they stand', async () => {
    const page = await people.windowOf(head)
    const client = await station.as(head)
    await listByTitle(page)
    // the papers are read in the background
    let word = ''
    await eventually(async () => {
      const { files } = await client.call('intake.reading', { caseId: withPapers })
      return files.every(({ state }) => state === 'read')
    }).toBe(true)
    const { materials } = await client.call('cases.get', { caseId: withPapers })
    const text = (await client.call('intake.text', { materialId: materials[0]?.id ?? '' })).pages.map((one) => one.text).join('')
    word = /[\p{Script=Han}]{6}/u.exec(text.slice(Math.floor(text.length / 2)))?.[0] ?? ''
    expect(word).not.toBe('')
    await field(page, '名称、当事人、案由、文号、材料和意见书内容').fill(word)
    await countOf(page, /共 \d+ 件/)
    await page.locator('.fs-case-hit mark').first().waitFor()
    expect(await page.locator('.fs-case-hit mark').first().innerText()).toBe(word)
    expect(await page.locator('.fs-case-hit-place').first().innerText()).toMatch(/第 \d+ 页$/)
    await picture(page, 'words')
    // the case opens where they stand
    const where = await page.locator('.fs-case-hit-place').first().innerText()
    await page.locator('.fs-case-hit').first().click()
    await page.getByRole('tab', { name: /^送审材料/, selected: true }).waitFor()
    await page.locator('.evidence-tab[aria-current=true]').waitFor()
    expect(where.startsWith(await page.locator('.evidence-tab[aria-current=true]').innerText())).toBe(true)
    await picture(page, 'hit')
  })
})

describe('columns', () => {
  it('are chosen, ordered and made wider, and stay so', async () => {
    const page = await people.windowOf(head)
    await listByTitle(page)
    await button(page, '列').click()
    await page.getByRole('checkbox', { name: '立案号' }).click()
    await page.getByRole('checkbox', { name: '承办机构' }).click()
    await page.getByRole('columnheader', { name: '立案号' }).waitFor()
    await button(page, '立案号上移').click()
    await picture(page, 'columns')
    await page.keyboard.press('Escape')
    const edge = page.getByRole('separator', { name: '当事人的列宽' })
    const before = (await page.getByRole('columnheader', { name: /当事人/ }).boundingBox())?.width ?? 0
    const at = await edge.boundingBox()
    if (at === null) throw new Error('no edge')
    await page.mouse.move(at.x + 2, at.y + 8)
    await page.mouse.down()
    await page.mouse.move(at.x + 62, at.y + 8)
    await page.mouse.up()
    await eventually(async () => ((await page.getByRole('columnheader', { name: /当事人/ }).boundingBox())?.width ?? 0) > before + 40).toBe(true)
    await page.reload()
    await table(page).waitFor()
    await page.getByRole('columnheader', { name: '立案号' }).waitFor()
    expect(await page.getByRole('columnheader', { name: '承办机构' }).count()).toBe(0)
    await button(page, '列').click()
    await button(page, '恢复默认').click()
    await page.getByRole('columnheader', { name: '承办机构' }).waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('the menu of a row', () => {
  it('opens it in a tab, copies it, and copies a link that the search field takes back', async () => {
    const page = await people.windowOf(head)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    const entry = (name: string): Locator => page.getByRole('menuitem', { name })
    await listByTitle(page)
    await row(page, titleOf(1)).click({ button: 'right' })
    await entry('在标签页中打开').waitFor()
    await picture(page, 'menu')
    await page.keyboard.press('Escape')
    await entry('在标签页中打开').waitFor({ state: 'hidden' })
    await eventually(() => table(page).evaluate((box) => box === document.activeElement)).toBe(true)
    await row(page, titleOf(1)).click({ button: 'right' })
    await entry('复制为文本').click()
    await eventually(async () => (await copied()).split('\n')[1]?.startsWith(titleOf(1))).toBe(true)
    // by the menu key, for the row of the cursor
    await table(page).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ContextMenu')
    await entry('复制链接').click()
    await eventually(copied).toMatch(/#\/cases\/[0-9a-f-]{36}$/)
    await field(page, '名称、当事人、案由、文号、材料和意见书内容').fill(await copied())
    await page.getByRole('heading', { name: new RegExp(titleOf(2)) }).waitFor()
    // the tabs are as they were
    await page.keyboard.press('Alt+w')
    await page.getByRole('heading', { name: new RegExp(titleOf(2)) }).waitFor({ state: 'detached' })
  })
})

describe('several cases at once', () => {
  it('are ticked by Space and the mouse, copied as lines that hold no formula', async () => {
    const page = await people.windowOf(head)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await listByTitle(page)
    await row(page, titleOf(0)).waitFor()
    await table(page).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press(' ')
    await row(page, titleOf(2)).locator('.fs-case-tick').click()
    await page.getByText('已勾选 2 件').waitFor()
    await picture(page, 'ticked')
    await button(page, '复制为文本').click()
    await page.getByText('已复制 2 件').waitFor()
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(copied).toHaveLength(3)
    expect(copied[0]).toMatch(/^案件名称\t当事人/)
    // the sample's own case stands before the others
    expect(copied[1]).toMatch(/^岚清市/)
    expect(copied[2]?.startsWith(titleOf(2))).toBe(true)
    await table(page).focus()
    await page.keyboard.press('Control+a')
    await page.getByText(`已勾选 ${MANY + 1} 件`).waitFor()
    await button(page, '在标签页中打开').click()
    await page.getByText('一次最多 20 件').waitFor()
    await button(page, '取消勾选').click()
  })

  it('a reviewer is drawn for each accepted one, and of the others it is told why not', async () => {
    const client = await station.as(head)
    const all = await client.call('cases.list', {
      filter: { states: [], actionKind: null, reviewerId: null, receivedFrom: null, receivedTo: null, text: titleOf(30) },
      sort: { by: 'title', descending: false },
      after: null,
      size: 1,
    })
    const accepted = all.rows[0]?.id ?? ''
    await client.call('intake.accept', { caseId: accepted, incompleteReason: '其余材料不影响审核，已经说明。' })
    const page = await people.windowOf(head)
    await listByTitle(page)
    await row(page, titleOf(0)).waitFor()
    await field(page, '名称、当事人、案由、文号、材料和意见书内容').fill('第003')
    await countOf(page, '共 10 件')
    await row(page, titleOf(30)).locator('.fs-case-tick').click()
    await row(page, titleOf(31)).locator('.fs-case-tick').click()
    await button(page, '逐件抽取审核人').click()
    await dialog(page).getByText('1 件已受理').waitFor()
    await button(dialog(page), '开始抽取（2 件）').click()
    await dialog(page).getByText('已抽取 1 件，拒绝 1 件，未处理 0 件').waitFor()
    await dialog(page).getByText(/^抽中 /).waitFor()
    await picture(page, 'drawn')
    await finishDialog(page, '关闭')
    expect((await client.call('cases.get', { caseId: accepted })).state).toBe('assigned')
  })

  it('the list goes out as a workbook with the columns shown', async () => {
    const page = await people.windowOf(head)
    await listByTitle(page, 'text=违法排污&')
    await countOf(page, /共 \d+ 件/)
    const download = page.waitForEvent('download')
    await button(page, '导出 Excel').click()
    const file = await (await download).path()
    await dialog(page).getByText(`已导出 ${MANY} 件`).waitFor()
    await picture(page, 'exported')
    await finishDialog(page, '关闭')
    const parts = unzipSync(readFileSync(file))
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    expect(sheet.match(/<row /g)).toHaveLength(MANY + 1)
    expect(sheet).not.toContain('<f>')
  })
})

describe('open cases', () => {
  it('stand as tabs, keep the last place in each, and come back after a restart', async () => {
    const page = await people.windowOf(head)
    await listByTitle(page)
    await row(page, titleOf(0)).waitFor()
    const tabs = page.getByRole('navigation', { name: '打开的案件' })
    for (const name of (await tabs.getByRole('button', { name: /^关闭/ }).all()).reverse()) await name.click()
    await row(page, titleOf(1)).click({ button: 'middle' })
    await row(page, titleOf(2)).click()
    await openTab(page, '送审材料')
    await page.keyboard.press('Alt+PageUp')
    await tabs.locator('[data-here="true"]').getByText(titleOf(1)).waitFor()
    await openTab(page, '审核')
    await page.keyboard.press('Control+2')
    await tabs.locator('[data-here="true"]').getByText(titleOf(2)).waitFor()
    await eventually(() => page.getByRole('tab', { name: /^送审材料/ }).getAttribute('aria-selected')).toBe('true')
    await picture(page, 'tabs')
    // what is open is written down a moment later
    const client = await station.as(head)
    const places = async () => (await client.call('preferences.get', {}))['cases.open']?.map(({ place }) => place['tab'])
    await eventually(places).toEqual(['review', 'materials'])
    await page.reload()
    await tabs.locator('[data-here="true"]').getByText(titleOf(2)).waitFor()
    await tabs.getByRole('button', { name: titleOf(1) }).first().click()
    await eventually(() => page.getByRole('tab', { name: '审核', exact: true }).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Alt+w')
    await tabs.locator('[data-here="true"]').getByText(titleOf(2)).waitFor()
    await tabs.locator('[data-here="true"]').click({ button: 'middle', position: { x: 20, y: 10 } })
    await table(page).waitFor()
    expect(await tabs.count()).toBe(0)
  })
})

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it.each([
    { name: 'small', viewport: { width: 1366, height: 768 }, scale: 1 },
    { name: 'zoomed', viewport: { width: 683, height: 384 }, scale: 2 },
  ])('in a $name window every word is in that language and nothing sticks out', async ({ name, viewport, scale }) => {
    const watched = await served.window(browser, { viewport, scale, locale: language === 'en' ? 'en-US' : 'zh-CN' })
    try {
      const { page } = watched
      await page.getByLabel(language === 'en' ? 'You are' : '您是').fill(head)
      await page.getByLabel(language === 'en' ? 'Password' : '密码', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: language === 'en' ? 'Sign in' : '登录', exact: true }).click()
      await page.locator('.fs-frame').waitFor()
      await listByTitle(page)
      await page.locator('.fs-case-row').nth(2).waitFor()
      await button(page, language === 'en' ? 'More conditions' : '更多条件').click()
      await page.locator('.fs-conditions').waitFor()
      const troubles = await wordTroubles(page, language)
      expect(troubles).toEqual([])
      await picture(page, `${name}-${language}`)
      const wide = await page.locator('.fs-main').evaluate((main) => main.scrollWidth - main.clientWidth)
      expect(wide).toBeLessThanOrEqual(1)
      await button(page, language === 'en' ? 'More conditions' : '更多条件').click()
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('html[data-theme="dark"]').waitFor()
      await picture(page, `${name}-${language}-dark`)
      expect(watched.complaints).toEqual([])
    } finally {
      await watched.context.close()
    }
  })
})
