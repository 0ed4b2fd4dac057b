/** The opinion on the screen: pages as they will be printed, what the officer wrote, remarks at their place, signatures. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axeViolations } from './axe-violations.ts'
import { act, openCase, openTab, savedMark } from './case-screen.ts'
import { getCertificate } from './certificates-screen.ts'
import { eventually } from './eventually.ts'
import { button, dialog, fillIn, finishDialog } from './form.ts'
import { openDesk } from './open-desk.ts'
import { answerTheRest, REVIEWER, SIGNING_PASSWORD } from './sample-station.ts'

const { station, people } = await openDesk('opinion')
const caseId = await station.assigned(3)
await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
await answerTheRest(station, station.sample, caseId)

const reviewer = (): Promise<Page> => people.windowOf(REVIEWER)
const head = (): Promise<Page> => people.windowOf(station.loginOf('head'))
const shown = async (page: Page): Promise<string> => (await page.locator('.sheet-line[data-artifact=false]').allInnerTexts()).join('')

/** Whether anything dark is drawn on the first page. */
const hasInk = (page: Page): Promise<boolean> =>
  page.locator('.sheet canvas').first().evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1
    return dark > 500
  })

async function opened(page: Page): Promise<void> {
  await openCase(page, caseId)
  await openTab(page, '意见书')
}

it('the pages stand beside the text and follow it while it is typed, line for line as the core lays them out', async () => {
  const page = await reviewer()
  await opened(page)
  await button(page, '起草意见书').click()
  await page.locator('.sheet-line').first().waitFor()
  expect(await page.locator('.sheet').count()).toBeGreaterThan(2)
  await eventually(() => hasInk(page)).toBe(true)
  const facts = page.locator('.opinion-section textarea').nth(3)
  await facts.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('另查明，当事人已于案发后停止排放。')
  await eventually(() => shown(page)).toContain('另查明，当事人已于案发后停止排放。')
  await savedMark(page).waitFor()
  const pages = await (await station.as(REVIEWER)).call('opinion.pages', { caseId, round: null, texts: [] })
  const lines = pages?.pages.flatMap((sheet) => sheet.lines.map((line) => line.runs.map(({ texts }) => texts.join('')).join('')))
  await eventually(() => page.locator('.sheet-line').allTextContents()).toEqual(lines)
  expect(await axeViolations(page, '.opinion')).toEqual([])
})

it('what was rewritten stays when an answer changes; the difference is offered and decided paragraph by paragraph', async () => {
  const page = await reviewer()
  const client = await station.as(REVIEWER)
  const opinion = await client.call('opinion.get', { caseId, round: null })
  const section = opinion?.sections.find(({ id }) => id === 'problems')
  if (opinion === null || section === undefined) throw new Error('no draft')
  await page.getByRole('textbox', { name: section.title }).fill(`${section.text}\n以上意见请逐项书面答复。`)
  await savedMark(page).waitFor()
  const { headings } = await client.call('checklist.get', { caseId, round: null })
  const question = headings.flatMap(({ questions }) => questions).find(({ answer }) => answer?.answer === 'no')
  if (question?.answer === undefined || question.answer === null) throw new Error('no defect in the sample')
  const { version, answer, finding, note, evidence } = question.answer
  const changed = { answer, finding, note, evidence: [...evidence], suggestion: '重新制作并补充送达全部文书。' }
  await eventually(async () => (await client.call('opinion.get', { caseId, round: null }))?.sections.find(({ id }) => id === 'problems')?.edited).toBe(true)
  await client.call('checklist.answer', { caseId, questionId: question.questionId, expectedVersion: version, fields: changed })
  const offer = page.getByRole('region', { name: `“${section.title}”中可采用的变化` })
  await offer.waitFor()
  expect(await page.getByRole('textbox', { name: section.title }).inputValue()).toContain('以上意见请逐项书面答复。')
  expect(await axeViolations(page, '.opinion')).toEqual([])
  await button(offer, '换成现在的文字').first().press('Enter')
  await offer.waitFor({ state: 'detached' })
  const text = await page.getByRole('textbox', { name: section.title }).inputValue()
  expect(text).toContain('重新制作并补充送达全部文书。')
  expect(text).toContain('以上意见请逐项书面答复。')
  await eventually(() => shown(page)).toContain('重新制作并补充送达全部文书。')
})

it('the head remarks at a paragraph and sends it back; the reviewer answers there; the head sees what changed', async () => {
  const [theirs, ours] = [await head(), await reviewer()]
  await act(ours, '提交意见书稿').click()
  await finishDialog(ours, '提交')
  await opened(theirs)
  await theirs.getByRole('button', { name: /^批注“.*”第 1 段$/ }).nth(3).press('Enter')
  await theirs.keyboard.insertText('请写明停止排放的日期。')
  await act(theirs, '退回修改').click()
  expect(await dialog(theirs).locator('.send-back-paragraph textarea').first().inputValue()).toBe('请写明停止排放的日期。')
  await finishDialog(theirs, '退回修改')
  const remark = ours.locator('.remarks li').filter({ hasText: '请写明停止排放的日期。' })
  await remark.waitFor()
  await button(remark, '答复').click()
  await ours.keyboard.insertText('已写明：四月三日。')
  expect(await axeViolations(ours, '.opinion')).toEqual([])
  await button(remark, '答复并标为已处理').click()
  await remark.getByText('已处理', { exact: true }).waitFor()
  const facts = ours.locator('.opinion-section textarea').nth(3)
  await facts.fill('当事人未取得排污许可证排放废水，已于四月三日停止排放。')
  await savedMark(ours).waitFor()
  await act(ours, '提交意见书稿').click()
  await finishDialog(ours, '提交')
  const changes = theirs.getByRole('region', { name: '与上次送阅相比' })
  await changes.getByText('个部分的文字有变化', { exact: false }).waitFor()
  await theirs.getByText('已写明：四月三日。').waitFor()
  await button(theirs, '与上次送阅比较').first().press('Enter')
  await theirs.locator('.difference ins').getByText('已于四月三日停止排放', { exact: false }).first().waitFor()
  expect(await axeViolations(theirs, '.opinion')).toEqual([])
  await act(theirs, '同意意见书稿').click()
  await finishDialog(theirs, '同意')
})

/** Writes something like a name into the pad of the dialog on top. */
async function write(page: Page): Promise<void> {
  const pad = page.locator('.signature-pad')
  // waits until the dialog has come to rest: a place read while it still grows is another place when the pen comes down
  await pad.hover()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad')
  await page.mouse.move(box.x + 60, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 40; step += 1) await page.mouse.move(box.x + 60 + step * 8, box.y + box.height / 2 + 50 * Math.sin(step / 3))
  await page.mouse.up()
}

/** A red ring on white paper, as a scanner gives it, drawn by the browser itself. */
async function scannedSeal(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 600
    const context = canvas.getContext('2d')
    if (context === null) return ''
    context.fillStyle = '#f4f2ee'
    context.fillRect(0, 0, 600, 600)
    context.strokeStyle = context.fillStyle = '#d01818'
    context.lineWidth = 22
    context.beginPath()
    context.arc(300, 300, 260, 0, 7)
    context.stroke()
    context.font = '120px serif'
    context.fillText('★', 240, 340)
    return canvas.toDataURL('image/jpeg', 0.92).slice('data:image/jpeg;base64,'.length)
  })
  return Buffer.from(base64, 'base64')
}

it('both sign with a picture of their signature, drawn; the head puts the seal on, from a scan', async () => {
  const [theirs, ours] = [await head(), await reviewer()]
  await getCertificate(ours, SIGNING_PASSWORD)
  await opened(ours)
  await act(ours, '审核人签署').click()
  await button(dialog(ours), '设置签名图片').click()
  await write(ours)
  expect(await axeViolations(ours, '.ant-modal-wrap')).toEqual([])
  await button(dialog(ours).locator('.ant-modal-footer'), '保存图片').click()
  await ours.locator('.signature-pad').waitFor({ state: 'hidden' })
  await fillIn(dialog(ours), { 签名密码: SIGNING_PASSWORD })
  await dialog(ours).getByRole('checkbox', { name: '使用我的签名图片' }).waitFor()
  await finishDialog(ours, '签署')
  await getCertificate(theirs, SIGNING_PASSWORD)
  await theirs.getByRole('region', { name: '本站印章' }).or(theirs.locator('.fs-panel').filter({ hasText: '本站印章' })).getByRole('button', { name: '设置图片' }).first().click()
  const chooser = dialog(theirs).locator('input[type=file]')
  await chooser.setInputFiles({ name: 'seal.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(100)) })
  await dialog(theirs).getByText('不是可用的图片', { exact: false }).waitFor()
  await chooser.setInputFiles({ name: '印章.jpg', mimeType: 'image/jpeg', buffer: await scannedSeal(theirs) })
  await dialog(theirs).getByRole('img', { name: '将要保存的图片' }).waitFor()
  await finishDialog(theirs, '保存图片')
  await opened(theirs)
  await act(theirs, '负责人签发').click()
  await dialog(theirs).getByRole('checkbox', { name: '加盖本站印章' }).waitFor()
  await fillIn(dialog(theirs), { 签名密码: SIGNING_PASSWORD })
  expect(await axeViolations(theirs, '.ant-modal-wrap')).toEqual([])
  await finishDialog(theirs, '签署')
  await theirs.getByRole('region', { name: '已出具' }).waitFor()
  const client = await station.as(station.loginOf('head'))
  const pictures = await client.call('signing.pictures', {})
  expect(pictures.seal).toMatchObject({ widthMm: 42 })
  expect(pictures.signature).toBeNull()
})

it('the signed PDF is taken away by a download that says so, and printed with progress', async () => {
  const page = await head()
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载签名 PDF').click()])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  await page.getByText('已下载：', { exact: false }).waitFor()
  await button(page, '打印').click()
  await dialog(page).getByRole('spinbutton').first().waitFor()
})
