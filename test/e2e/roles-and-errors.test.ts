/** What each role sees, and what the window says when something may not be or goes wrong. */
import { randomBytes } from 'node:crypto'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { HAS_OPENSSL, makePkcs12, RSA_2048 } from '../integration/signing/openssl-files.ts'
import { launchBrowser } from './browser.ts'
import { openCase, openTab, visit } from './case-screen.ts'
import { typeSignIn } from './door-screens.ts'
import { eventually } from './eventually.ts'
import { button, dialog, field, fillDay, fillIn, finishDialog } from './form.ts'
import { PASSWORD, prepareStation, REVIEWER, SIGNING_PASSWORD, type PreparedStation } from './sample-station.ts'
import { serveStation, type ServedStation } from './served-station.ts'
import { signedIn, type SignedIn } from './signed-in.ts'
import { wordTroubles } from './words-on-screen.ts'

let browser: Browser
let served: ServedStation
let station: PreparedStation
let caseId = ''
let people: SignedIn
let page: Page
const files = temporaryFolder('bad-input')

beforeAll(async () => {
  served = await serveStation(temporaryFolder('roles'))
  station = await prepareStation(served.host)
  caseId = await station.assigned(3)
  browser = await launchBrowser()
  people = signedIn(served, browser)
})

afterAll(async () => {
  await browser.close()
  await served.close()
  removeTemporaryFolders()
})

afterEach(async ({ task }) => {
  const troubles = await wordTroubles(page, 'zh-CN')
  const complaints = await people.afterTest(task)
  expect([...complaints, ...troubles]).toEqual([])
})

/** The form for registering, opened anew: without the papers that an earlier test chose. */
async function openForm(): Promise<void> {
  await visit(page, '/')
  await page.getByRole('heading', { name: /您好/ }).waitFor()
  await visit(page, '/cases/new')
  await field(page, '案由').waitFor()
}

/** Names of the buttons that do something to a case or to the station, on the screen that is open. */
function acts(): Promise<string[]> {
  return page.locator('.case-acts button, .fs-page-extra button, .fs-drop, .opinion-section textarea').allInnerTexts()
}

describe('roles', () => {
  it.each(['supervisor', 'admin'] as const)(
    'a person who is only %s has no acts in a case, and reads it',
    async (role) => {
      const login = role === 'admin' ? station.sample.administrator.login : station.loginOf(role)
      page = await people.windowOf(login)
      await visit(page, '/cases')
      await page.getByRole('heading', { name: '案件', exact: true }).waitFor()
      await page.getByText(station.sample.case.title).first().waitFor()
      // taking a copy of what may be read is no act in a case
      expect(await acts()).toEqual(['导出 Excel'])
      await openCase(page, caseId)
      for (const tab of ['概况', '送审材料', '审核', '意见书'] as const) {
        await openTab(page, tab)
        await page.getByRole('tabpanel').locator(':scope > *').first().waitFor()
        expect(await acts(), tab).toEqual([])
        expect(
          await page
            .getByRole('tabpanel')
            .getByRole('button', { name: /^(回避|随机抽取|指定|变更|移除|起草意见书|开始审核|修改登记信息)/ })
            .count(),
          tab,
        ).toBe(0)
        expect(await wordTroubles(page, 'zh-CN'), tab).toEqual([])
      }
    },
  )

  it('a supervisor who goes to the registration form is told in words who may register', async () => {
    page = await people.windowOf(station.loginOf('supervisor'))
    await visit(page, '/cases/new')
    const notice = page.getByRole('alert')
    await notice.getByText('案件承办人').waitFor()
    expect(await field(page, '案由').count()).toBe(0)
  })

  it('only the administrator changes people, and only the administrator the agency', async () => {
    page = await people.windowOf(REVIEWER)
    await visit(page, '/people')
    await page.getByText('人员由管理员维护').waitFor()
    expect(await button(page, '添加人员').count()).toBe(0)
    expect(await button(page, '编辑').count()).toBe(0)
    await visit(page, '/settings')
    await page.getByText('机关信息由管理员修改').waitFor()
    await page.getByText(station.sample.station.reviewBody).first().waitFor()
    expect(await field(page, '机关全称').count()).toBe(0)
  })

  it.each([
    ['is not there', '/cases/019a0000-0000-7000-8000-000000000000'],
    ['is not there, at one of its questions', '/cases/019a0000-0000-7000-8000-000000000000/review/1.1'],
    ['cannot be, because its address is wrong', '/cases/nonsense'],
    ['is not there, to be changed', '/cases/nonsense/edit'],
  ])('a case that %s is told in words, keeps no tab, and leads back to the list', async (_, address) => {
    page = await people.windowOf(REVIEWER)
    await visit(page, `/cases/${caseId}`)
    await page.getByRole('tablist').waitFor()
    await visit(page, address)
    await page.getByRole('alert').getByText(/找不到/).waitFor()
    await eventually(() => page.locator('.open-case').count()).toBe(1)
    await button(page, '回到案件列表').click()
    await page.getByRole('grid').getByText(station.sample.case.title).first().waitFor()
  })
})

describe('signing in', () => {
  it('an unknown login and a wrong password are told in words, the latter with the attempts that are left', async () => {
    const door = await served.window(browser)
    page = door.page
    await typeSignIn(page, '没有这个人', 'whatever-it-is')
    await page
      .getByRole('alert')
      .getByText(/密码不正确/)
      .waitFor()
    await typeSignIn(page, REVIEWER, 'not-the-password')
    await page
      .getByRole('alert')
      .getByText(/密码不正确，还可尝试 \d+ 次/)
      .waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    await typeSignIn(page, REVIEWER, PASSWORD)
    await page.getByRole('navigation', { name: '主导航' }).waitFor()
    expect(door.complaints).toEqual([])
  })
})

describe('bad files', () => {
  beforeEach(async () => {
    page = await people.windowOf(station.loginOf('handler'))
    await openForm()
  })
  const chooser = () => page.locator('input[type=file]')
  const refused = () => page.locator('.fs-drop-error')

  it('an empty file is refused by name, and the good one beside it is taken', async () => {
    writeFileSync(join(files, '空白笔录.pdf'), '')
    writeFileSync(join(files, '说明.txt'), '情况说明')
    await chooser().setInputFiles([join(files, '空白笔录.pdf'), join(files, '说明.txt')])
    await refused().getByText('空白笔录.pdf').waitFor()
    expect(await refused().innerText()).toContain('0')
    await page.locator('.fs-papers').getByText('说明.txt').waitFor()
    expect(await page.locator('.fs-papers > li').count()).toBe(1)
  })

  it('a file of 2 GB is refused with the limit', async () => {
    const recording = join(files, '全过程录像.mp4')
    writeFileSync(recording, 'x')
    truncateSync(recording, 2 * 1024 ** 3)
    await chooser().setInputFiles(recording)
    await refused().getByText('全过程录像.mp4').waitFor()
    await refused()
      .getByText(/上限为 1 ?GB/)
      .waitFor()
    expect(await page.locator('.fs-papers > li').count()).toBe(0)
  })

  it('a folder dropped where one file is asked for is named as one', async () => {
    await visit(page, '/verify')
    await page.locator('.fs-drop').evaluate((box) => {
      // Chromium lets no script make a folder entry, so the drop carries one that answers as a folder does.
      const file = new File([], '案卷')
      const items = [{ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true, name: '案卷' }) }]
      const drop = new Event('drop', { bubbles: true, cancelable: true })
      Object.defineProperty(drop, 'dataTransfer', { value: { files: [file], items } })
      box.dispatchEvent(drop)
    })
    await refused()
      .getByText(/“案卷”是(一个)?文件夹/)
      .waitFor()
    await openForm()
  })

  it('a name that tries to climb out of the folder does not', async () => {
    await chooser().setInputFiles({ name: '..\\..\\etc\\passwd.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await refused().or(page.locator('.fs-papers > li')).first().waitFor()
    expect(await page.locator('.fs-papers').getByText('..').count()).toBe(0)
  })

  it('a whole wrong file is taken as what it is and says so when it is opened', async () => {
    writeFileSync(join(files, '讨论笔录.pdf'), randomBytes(4000))
    writeFileSync(join(files, '复核意见.docx'), randomBytes(4000))
    const handler = await station.as(station.loginOf('handler'))
    const broken = await station.register(1)
    const staged = []
    for (const name of ['讨论笔录.pdf', '复核意见.docx'])
      staged.push({ stagedId: (await handler.stage(join(files, name))).id, name, kind: 'other' })
    await handler.call('materials.attach', { caseId: broken, files: staged })
    await openCase(page, broken)
    await openTab(page, '送审材料')
    await page.getByRole('tabpanel').getByText('讨论笔录.pdf').click()
    await page.getByText('这份 PDF 不能读取，可能已损坏').waitFor()
    await page.locator('.evidence').getByRole('button', { name: /全部/ }).click()
    await page.getByRole('menuitem', { name: '复核意见.docx' }).click()
    await page.getByText('这份 Word 文件不能在此显示').waitFor()
  })
})

describe('bad values', () => {
  it('a date in the year 20226 stays in the field with what is wrong, and nothing is registered', async () => {
    page = await people.windowOf(station.loginOf('handler'))
    const handler = await station.as(station.loginOf('handler'))
    const before = await handler.call('cases.counts', {})
    await openForm()
    await fillIn(page, { 案由: '未取得排污许可证', 姓名或者名称: '甲公司' })
    await button(page, '按当事人和案由拟定').click()
    await fillDay(page, '立案日期', '20226-05-08')
    await button(page, '登记并打开案件').click()
    const wrong = page
      .locator('.fs-field')
      .filter({ has: field(page, '立案日期') })
      .getByRole('alert')
    await wrong.getByText('日期应在 1949-10-01 至 2099-12-31 之间').waitFor()
    expect(await field(page, '立案日期').inputValue()).toBe('20226-05-08')
    expect(await handler.call('cases.counts', {})).toEqual(before)
  })

  it('a name of 300 characters with rare characters and an emoji is registered as typed', async () => {
    const name = `${'𠮷'.repeat(140)}🏭䶮${'厂'.repeat(12)}`
    page = await people.windowOf(station.loginOf('handler'))
    await openForm()
    await button(page, '清空重填').click()
    await finishConfirm()
    await fillIn(page, { 案由: '未取得排污许可证', 姓名或者名称: name, 案件名称: '一件名称很长的案件' })
    await button(page, '登记并打开案件').click()
    await page.getByRole('heading', { name: '一件名称很长的案件' }).waitFor()
    const opened = /cases\/([0-9a-f-]+)$/.exec(page.url())?.[1] ?? ''
    const { fields } = await (await station.as(REVIEWER)).call('cases.get', { caseId: opened })
    expect(fields.party.name).toBe(name)
  })

  async function finishConfirm(): Promise<void> {
    const question = page.getByRole('dialog', { name: '清空已填写的内容？此操作不能撤销。' })
    await button(question, '取消').and(page.locator(':focus')).waitFor()
    // Enter presses what does nothing
    await page.keyboard.press('Enter')
    await question.waitFor({ state: 'hidden' })
    await button(page, '清空重填').click()
    await button(question, '清空重填').click()
    await question.waitFor({ state: 'hidden' })
  }

  it.skipIf(!HAS_OPENSSL)(
    'a certificate file with a wrong password is not imported; with the right one it is',
    async () => {
      const { pkcs12 } = makePkcs12({ newKey: RSA_2048, subject: '/CN=顾晓岚', password: '文件密码-2026' })
      writeFileSync(join(files, '证书.p12'), pkcs12)
      page = await people.windowOf(REVIEWER)
      await visit(page, '/certificates')
      await button(page, '导入证书文件').click()
      const form = dialog(page)
      await form.locator('input[type=file]').setInputFiles(join(files, '证书.p12'))
      await form.getByText('已选择：证书.p12').waitFor()
      await fillIn(form, { 证书文件的密码: '猜的', 签名密码: SIGNING_PASSWORD, 再输入一次签名密码: SIGNING_PASSWORD })
      await button(form.locator('.ant-modal-footer'), '导入证书文件').click()
      await form
        .getByRole('alert')
        .getByText(/证书文件的密码(不对|不正确)/)
        .waitFor()
      expect(await (await station.as(REVIEWER)).call('signing.certificates', {})).toEqual([])
      await fillIn(form, { 证书文件的密码: '文件密码-2026' })
      await finishDialog(page, '导入证书文件')
      await page.getByText('有效', { exact: true }).waitFor()
      await eventually(async () => (await (await station.as(REVIEWER)).call('signing.certificates', {})).length).toBe(1)
    },
  )
})
