/** What goes wrong at the desk and must not cost anything: too much pasted, a clock set back, a data folder that is gone. */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { keepPictures, launchBrowser, type WatchedPage } from './browser.ts'
import { openCase, openTab, savedMark, visit } from './case-screen.ts'
import { signIn } from './door-screens.ts'
import { eventually } from './eventually.ts'
import { field } from './form.ts'
import { currentQuestion } from './review-screen.ts'
import { PASSWORD, prepareStation, REVIEWER, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { wordTroubles } from './words-on-screen.ts'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let caseId = ''
let watched: WatchedPage | undefined
const folder = join(temporaryFolder('bad-input'), 'station')

beforeAll(async () => {
  served = await serveStation(folder)
  station = await prepareStation(served.host)
  caseId = await station.assigned(3)
  await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
  browser = await launchBrowser()
})

afterEach(async ({ task }) => {
  await keepPictures(task, [watched])
  const complaints = watched?.complaints
  await watched?.context.close()
  watched = undefined
  expect(complaints ?? []).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

async function atReview(): Promise<Page> {
  watched = await served.window(browser)
  const { page } = watched
  await signIn(page, REVIEWER, PASSWORD)
  await openCase(page, caseId)
  await openTab(page, '审核')
  await currentQuestion(page).waitFor()
  return page
}

/** Pastes as the system does: the event carries the text, and the field takes it unless the event is refused. */
async function paste(page: Page, characters: number, character = '证'): Promise<void> {
  await page.evaluate(
    ([count, one]) => {
      const field = document.activeElement
      if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) throw new Error('no field has the focus')
      const data = new DataTransfer()
      data.setData('text/plain', one.repeat(count))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      if (field.dispatchEvent(event)) document.execCommand('insertText', false, one.repeat(count))
    },
    [characters, character] as const,
  )
}

it('a megabyte pasted into a note is refused in words, what was written stays, and the window works on', async () => {
  const page = await atReview()
  await page.keyboard.press('n')
  const note = currentQuestion(page).getByLabel(/的备注/)
  await note.fill('当事人于听证后补交说明。')
  await paste(page, 1_048_576)
  const notice = page.locator('.ant-message').getByText('1048576')
  await notice.waitFor()
  expect(await notice.innerText()).toMatch(/最多 4000 字.*没有粘贴.*仍在剪贴板/)
  expect(await note.inputValue()).toBe('当事人于听证后补交说明。')
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
  await note.press('End')
  await paste(page, 40)
  expect(await note.inputValue()).toBe(`当事人于听证后补交说明。${'证'.repeat(40)}`)
  await page.keyboard.press('Escape')
  await eventually(() => savedMark(page).count()).toBeGreaterThan(0)
  const { headings } = await (await station.as(REVIEWER)).call('checklist.get', { caseId, round: null })
  const notes = headings.flatMap(({ questions }) => questions.map(({ answer }) => answer?.note ?? ''))
  expect(notes).toContain(`当事人于听证后补交说明。${'证'.repeat(40)}`)
})

it('a name of 300 rare characters is taken whole, and one more is refused by the number that a person counts', async () => {
  watched = await served.window(browser)
  const { page } = watched
  await signIn(page, 'taozhiyuan', PASSWORD)
  await visit(page, '/cases/new')
  const name = field(page, '姓名或者名称')
  await name.click()
  await paste(page, 301, '𠮷')
  await page.locator('.ant-message').getByText('粘贴的文字有 301 字，这里最多 300 字').waitFor()
  expect(await name.inputValue()).toBe('')
  await paste(page, 300, '𠮷')
  expect(await name.inputValue()).toBe('𠮷'.repeat(300))
  // the last one is typed as well as pasted, and nothing after it
  await name.press('End')
  await name.press('Backspace')
  await page.keyboard.insertText('😀')
  await page.keyboard.insertText('甲')
  expect(await name.inputValue()).toBe(`${'𠮷'.repeat(299)}😀`)
})

it('a clock that was set back is told at the foot, with what follows the clock', async () => {
  watched = await served.window(browser)
  const { page } = watched
  await page.clock.install({ time: Date.now() - 26 * 60 * 60_000 })
  await page.reload()
  await signIn(page, REVIEWER, PASSWORD)
  const mark = page.getByRole('alert').getByText('本机时钟比最近一条记录早')
  await mark.waitFor()
  await mark.focus()
  await page.clock.runFor(1000)
  await page.getByText(/期限和文书日期按本机时钟计算/).waitFor()
  expect(await wordTroubles(page, 'zh-CN')).toEqual([])
})

it('a data folder that is gone is told with what was kept, and once it is back the answer is saved', async () => {
  const page = await atReview()
  const id = (await currentQuestion(page).getAttribute('id'))?.replace('question-', '')
  const away = `${folder}-away`
  renameSync(folder, away)
  try {
    await page.keyboard.press('n')
    const note = currentQuestion(page).getByLabel(/的备注/)
    await note.fill('移动硬盘拔出时写下的备注。')
    await page.keyboard.press('Escape')
    await page.getByText(/数据文件夹/).first().waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    expect(await page.getByText('移动硬盘拔出时写下的备注。').count()).toBeGreaterThan(0)
  } finally {
    renameSync(away, folder)
  }
  await page.getByRole('button', { name: '重试' }).first().click()
  await eventually(async () => {
    const { headings } = await (await station.as(REVIEWER)).call('checklist.get', { caseId, round: null })
    return headings.flatMap(({ questions }) => questions).find(({ questionId }) => questionId === id)?.answer?.note
  }).toContain('移动硬盘拔出时写下的备注。')
  watched?.complaints.splice(0)
})
