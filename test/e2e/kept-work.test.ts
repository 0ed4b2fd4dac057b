/** Nothing typed is lost: the program is killed right after “saved”, and what was typed is there when it is opened again. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createHost } from '../../src/main/core/host.ts'
import { resourcesFolder } from '../../src/main/shell/program-folders.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { keepPictures, launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { openCase, savedMark, visit } from './case-screen.ts'
import { signIn, unlock } from './door-screens.ts'
import { button, dialog, field } from './form.ts'
import { startShellProcess, type ShellProcess } from './killed-shell.ts'
import { findingOf, question } from './review-screen.ts'
import { PASSPHRASE, PASSWORD, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'

const folder = temporaryFolder('kept')
let browser: Browser
let station: PreparedStation
let caseId = ''
let shell: ShellProcess | undefined
let watched: WatchedPage | undefined

beforeAll(async () => {
  const host = createHost({ stationFolder: folder, resourcesFolder: resourcesFolder(import.meta.dirname) })
  station = await prepareStation(host)
  caseId = await station.assigned(2)
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
  await host.close()
  browser = await launchBrowser()
})

afterEach(async ({ task }) => {
  await keepPictures(task, [watched])
  await shell?.kill()
  await watched?.context.close()
})

afterAll(async () => {
  await browser.close()
  removeTemporaryFolders()
})

async function openStation(login: string): Promise<Page> {
  shell = await startShellProcess(folder)
  watched = await newPage(browser)
  const { page } = watched
  await page.goto(shell.url)
  await unlock(page, PASSPHRASE)
  await signIn(page, login, PASSWORD)
  return page
}

/** Kills the core under the window, and sees what the window says about it. */
async function crash(page: Page): Promise<void> {
  await shell?.kill()
  const overlay = dialog(page)
  await overlay.getByText('工作站核心已停止').waitFor()
  await overlay.getByText('您刚才输入的内容仍在窗口中').waitFor()
  await button(overlay, '重新打开').click()
  await overlay.getByText('未能重新打开').waitFor()
}

it('a half-filled registration form', async () => {
  const login = station.loginOf('handler')
  const facts = '2026年3月4日执法人员现场检查，当事人正在生产，电镀废水经总排放口排入市政管网。'
  const page = await openStation(login)
  await visit(page, '/cases/new')
  await field(page, '案由').fill('未取得排污许可证排放水污染物')
  await field(page, '姓名或者名称').fill('岚清市𠮷祥电镀有限公司')
  await field(page, '违法事实（送审稿认定）').pressSequentially(facts)
  await page.getByText(/^草稿已保存 \d/).waitFor()
  await crash(page)
  expect(await field(page, '违法事实（送审稿认定）').inputValue()).toBe(facts)
  await watched?.context.close()

  const again = await openStation(login)
  await visit(again, '/cases/new')
  await again.getByText('已恢复上次未提交的内容。').waitFor()
  expect(await field(again, '违法事实（送审稿认定）').inputValue()).toBe(facts)
  expect(await field(again, '案由').inputValue()).toBe('未取得排污许可证排放水污染物')
  expect(await field(again, '姓名或者名称').inputValue()).toBe('岚清市𠮷祥电镀有限公司')
})

it('a finding in the review', async () => {
  const finding = '送审材料中没有执法主体的职权依据，无法确认其具有处罚权。'
  const page = await openStation(REVIEWER)
  await openCase(page, caseId)
  await question(page, '1.1').click()
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await findingOf(page, '1.1').pressSequentially(finding)
  await savedMark(page).waitFor()
  // what had not been saved when the core stopped is still in the window
  await findingOf(page, '1.1').press('End')
  await page.keyboard.insertText('待补正。')
  await crash(page)
  expect(await findingOf(page, '1.1').inputValue()).toBe(`${finding}待补正。`)
  await watched?.context.close()

  const again = await openStation(REVIEWER)
  await openCase(again, caseId)
  await question(again, '1.1').click()
  expect(await findingOf(again, '1.1').inputValue()).toMatch(new RegExp(`^${finding}(待补正。)?$`))
})
