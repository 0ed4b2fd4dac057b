/** A file comes in: dropped, unpacked, read, recognised, searched, and filled into the form. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { strToU8, zipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openCase, openTab, visit } from './case-screen.ts'
import { eventually } from './eventually.ts'
import { button, field } from './form.ts'
import { openDesk } from './open-desk.ts'
import { untilRead } from './sample-file.ts'
import { REVIEWER, samplePapers } from './sample-station.ts'
import { wordTroubles } from './words-on-screen.ts'

const { station, people } = await openDesk('intake')
const papers = await samplePapers(station.sample)

async function emptyCase(title: string): Promise<string> {
  const { handlers: listed, ...fields } = station.sample.case
  const handlers = listed.map(({ login, ...rest }) => ({ ...rest, personId: station.ids.get(login) ?? null }))
  const handler = await station.as(station.loginOf('handler'))
  return (await handler.call('cases.register', { fields: { ...fields, title, handlers } })).caseId
}

/** The sample's papers whose names begin with these numbers. */
function paper(number: string): string {
  const found = station.sample.materials.find(({ file }) => file.startsWith(number))
  if (found === undefined) throw new Error(`no sample paper ${number}`)
  return found.file
}

const row = (page: Page, name: string): Locator => page.getByRole('table').locator('tbody tr').filter({ hasText: name })

describe('a folder of papers', () => {
  it('is taken in whole, with its archive, and what was not taken is told line by line', async () => {
    const folder = join(temporaryFolder('folder'), '案卷')
    mkdirSync(join(folder, '卷二'), { recursive: true })
    copyFileSync(join(papers, paper('04')), join(folder, paper('04')))
    copyFileSync(join(papers, paper('04')), join(folder, '卷二', '立案审批表（副本）.docx'))
    copyFileSync(join(papers, paper('05')), join(folder, '卷二', paper('05')))
    writeFileSync(join(folder, '.DS_Store'), 'x')
    writeFileSync(join(folder, '空白.txt'), '')
    writeFileSync(join(folder, '旧版说明.doc'), Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))
    const zip = zipSync({
      [paper('20')]: new Uint8Array(readFileSync(join(papers, paper('20')))),
      '../../逃出.txt': strToU8('x'),
      '内层.zip': zipSync({ 'a.txt': strToU8('甲') }),
    })
    writeFileSync(join(folder, '补充.zip'), zip)
    const caseId = await emptyCase('拖入文件夹的案件')
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '送审材料')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '选择文件夹…').click()])
    await chooser.setFiles(folder)

    const report = page.getByRole('region', { name: '收件报告' })
    await report.getByText(/收入 5 份，重复未收 1 份，未能收入 1 份，跳过系统文件 1 个/).waitFor()
    await report.getByText(`与“${paper('04')}”内容完全相同，只收入一份。`).or(report.getByText(/内容完全相同，只收入一份。/)).first().waitFor()
    await report.getByText(/压缩包内的路径不安全/).waitFor()
    await report.getByText(/压缩包内的压缩包/).waitFor()
    await page.locator('.fs-drop-error').getByText(/空白\.txt/).waitFor()

    await row(page, paper('20')).getByText('确定').first().waitFor()
    await row(page, '旧版说明.doc').getByText('未能读取').waitFor()
    await row(page, '旧版说明.doc').getByText(/另存为 DOCX/).waitFor()
    await button(row(page, '旧版说明.doc'), '重新读取 旧版说明.doc').waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])
    // the same again: nothing is taken twice
    await page.locator('input[type=file]').setInputFiles(join(papers, paper('05')))
    await report.getByText(/收入 0 份，重复未收 1 份/).waitFor()
  })

  it('dropped on the list of cases opens the form, which is filled from it and says where from', async () => {
    const page = await people.windowOf(REVIEWER)
    await visit(page, '/cases')
    await page.getByRole('heading', { name: '案件', exact: true }).waitFor()
    const names = ['01', '04', '19', '20', '30'].map(paper)
    const files = names.map((name) => ({ name, bytes: readFileSync(join(papers, name)).toString('base64') }))
    await page.locator('.drop-page').evaluate((place, dropped) => {
      // Chromium lets no script make a folder entry, so the drop carries one that answers as a folder does.
      const entryOf = ({ name, bytes }: { name: string; bytes: string }) => {
        const file = new File([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], name)
        return { isFile: true, isDirectory: false, name, fullPath: `/案卷/${name}`, file: (take: (file: File) => void) => take(file) }
      }
      const batches = [dropped.map(entryOf), []]
      const reader = { readEntries: (take: (entries: unknown[]) => void) => take(batches.shift() ?? []) }
      const folder = { isFile: false, isDirectory: true, name: '案卷', fullPath: '/案卷', createReader: () => reader }
      const drop = new Event('drop', { bubbles: true, cancelable: true })
      Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], files: [], items: [{ kind: 'file', webkitGetAsEntry: () => folder }] } })
      place.dispatchEvent(drop)
    }, files)

    await page.getByRole('heading', { name: '登记案件' }).waitFor()
    await page.locator('.fs-papers > li').nth(names.length - 1).waitFor()
    // typed while the papers are being read; filled anew if the papers filled the field between its emptying and its words
    await eventually(async () => {
      await field(page, '案由').fill('我自己写的案由')
      return field(page, '案由').inputValue()
    }).toBe('我自己写的案由')
    await page.getByText(/已按材料填入 \d+ 项/).waitFor({ timeout: 60_000 })
    expect(await field(page, '姓名或者名称').inputValue()).toBe(station.sample.case.party.name)
    expect(await field(page, '案由').inputValue()).toBe('我自己写的案由')
    const cause = page.locator('.fs-field', { has: field(page, '案由') })
    await cause.getByText('材料载明：').waitFor()

    // the source opens beside the form, at its words
    const party = page.locator('.fs-field', { has: field(page, '姓名或者名称') })
    await party.locator('.fs-source-link').click()
    await eventually(() => page.evaluate(() => CSS.highlights.get('evidence')?.size ?? 0)).toBe(1)
    await page.keyboard.press('Escape')

    // what the papers say can be taken in its place
    await button(cause, '采用').or(cause.getByRole('button', { name: /^采用/ })).first().click()
    await eventually(() => field(page, '案由').inputValue()).not.toBe('我自己写的案由')
    await cause.getByText('据').waitFor()
    expect(await wordTroubles(page, 'zh-CN')).toEqual([])

    await button(page, '撤销填入').click()
    await eventually(() => field(page, '姓名或者名称').inputValue()).toBe('')
    await button(page, '填入空白项').click()
    await eventually(() => field(page, '姓名或者名称').inputValue()).toBe(station.sample.case.party.name)
    await button(page, '登记并打开案件').click()
    await page.getByRole('tablist').waitFor()
    await openTab(page, '送审材料')
    await row(page, paper('04')).getByText('立案审批表').first().waitFor()
  })
})

describe('the papers of a case', () => {
  it('a wrong kind is put right in one click, and the correction is marked', async () => {
    const caseId = await emptyCase('更正种类的案件')
    const handler = await station.as(station.loginOf('handler'))
    const staged = await handler.stage(join(papers, paper('05')))
    await handler.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: paper('05'), kind: null }] })
    await untilRead(handler, caseId)
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '送审材料')
    const kind = row(page, paper('05')).getByRole('button', { name: /更正 .* 中第 1 份文书的种类/ })
    await kind.click()
    await page.keyboard.type('询问')
    await page.locator('.ant-select-item-option-active').getByText(/询问/).waitFor()
    await page.keyboard.press('Enter')
    await row(page, paper('05')).getByText('已更正').waitFor()
    const { materials } = await handler.call('intake.documents', { caseId })
    expect(materials[0]?.documents[0]).toMatchObject({ kind: 'inquiry-record', decidedBy: 'person' })
  })

  it('are searched word by word, and a hit opens the paper at its place', async () => {
    const caseId = await emptyCase('查找文字的案件')
    const handler = await station.as(station.loginOf('handler'))
    for (const number of ['04', '05', '20']) {
      const staged = await handler.stage(join(papers, paper(number)))
      await handler.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: paper(number), kind: null }] })
    }
    await untilRead(handler, caseId)
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '送审材料')
    const search = page.getByLabel('在全部材料的文字中查找')
    await search.fill('电镀')
    const hits = page.locator('.text-hits')
    await hits.getByText(/3 份材料中找到 \d+ 处/).waitFor()
    await hits.locator('li button').last().click()
    await page.locator('.evidence-tab[aria-current]').getByText(paper('20')).waitFor()
    await eventually(() => page.evaluate(() => CSS.highlights.get('evidence')?.size ?? 0)).toBe(1)
    await page.keyboard.press('Escape')
    await search.fill('没有这几个字')
    await hits.getByText(/已读取的文字中没有这些词/).waitFor()
  })

  it('scans are recognised in the background, which can be held back and goes on', async () => {
    const caseId = await emptyCase('扫描件的案件')
    const reviewer = await station.as(REVIEWER)
    await reviewer.call('intake.pauseRecognition', {})
    const canvas = createCanvas(900, 260)
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 900, 260)
    pen.fillStyle = '#000'
    pen.font = '60px "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif'
    pen.fillText('现场检查照片 2026', 40, 150)
    const picture = join(temporaryFolder('scan'), '现场照片.png')
    writeFileSync(picture, canvas.toBuffer('image/png'))
    const page = await people.windowOf(REVIEWER)
    await openCase(page, caseId)
    await openTab(page, '送审材料')
    await page.locator('input[type=file]').setInputFiles(picture)
    await row(page, '现场照片.png').getByText('识别已暂停（第 1 / 1 页）').waitFor()
    await page.getByText('扫描件识别已暂停，还有 1 页。').waitFor()
    await button(page, '继续识别').click()
    await page.locator('.recognition-bar').waitFor({ state: 'hidden', timeout: 120_000 })
    const { files } = await reviewer.call('intake.reading', { caseId })
    expect(files[0]?.state).toBe('read')
  })
})
