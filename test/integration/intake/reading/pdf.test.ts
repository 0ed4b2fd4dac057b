/** What a PDF with a text layer becomes: paragraphs whole again, forms row by row; a bad one is named. */
import { readFileSync } from 'node:fs'
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { MOST_PAGES, readText } from '../../../../src/main/intake/reading/read-text.ts'
import { readSamplePapers, SAMPLE_RENDER_OPTIONS } from '../../../../src/main/samples/generate.ts'
import { renderDocx } from '../../../../src/main/documents/docx.ts'
import { renderPdf } from '../../../../src/main/documents/pdf.ts'
import { A4, pdf, quarterTurn, scan, write } from './made-files.ts'

const read = (bytes: Uint8Array, name = '决定书.pdf') => readText({ name, bytes })
const SAMPLE = new URL('../../../../resources/samples/penalty-no-permit', import.meta.url).pathname
const LONG = '当事人现场不能出示排污许可证，经查询全国排污许可证管理信息平台，当事人没有取得排污许可证，'

describe('a PDF with text', () => {
  it('has its pages, and paragraphs that the margin broke are whole', async () => {
    const bytes = await pdf(({ pdf: document, font }) => {
      const page = document.addPage(A4)
      page.drawText('行政处罚决定书', { x: 230, y: 780, size: 18, font })
      page.drawText(`经查，${LONG.slice(0, 31)}`, { x: 104, y: 740, size: 12, font })
      page.drawText(LONG.slice(31, 67) + '共三十六字正好满一行啊啊啊啊啊啊啊啊啊啊啊啊'.slice(0, 36 - LONG.slice(31, 67).length), { x: 80, y: 720, size: 12, font })
      page.drawText('构成违法。', { x: 80, y: 700, size: 12, font })
      page.drawText('以上事实有笔录证明。', { x: 104, y: 680, size: 12, font })
      write(document.addPage(A4), font, ['第二页正文在这里，说明处罚的依据和理由，请当事人注意。'])
    })
    const { text, problem } = await read(bytes)
    expect(problem).toBeNull()
    expect(text.pages.map(({ number, source }) => [number, source])).toEqual([[1, 'pdf'], [2, 'pdf']])
    const lines = text.pages[0]!.text.split('\n')
    expect(lines[0]).toBe('行政处罚决定书')
    expect(lines[1]).toMatch(/^经查，当事人现场.*构成违法。$/)
    expect(lines.slice(2)).toEqual(['以上事实有笔录证明。'])
  })

  it('reads a ruled form row by row, the lines of a cell together, in whatever order it was drawn', async () => {
    const bytes = await pdf(({ pdf: document, font }) => {
      const page = document.addPage(A4)
      const [xs, ys] = [[80, 180, 480], [700, 640, 580]]
      for (const y of ys) page.drawLine({ start: { x: 80, y }, end: { x: 480, y } })
      for (const x of xs) page.drawLine({ start: { x, y: 700 }, end: { x, y: 580 } })
      page.drawText('同意立案。', { x: 186, y: 610, size: 12, font })
      page.drawText('局负责人意见', { x: 90, y: 605, size: 12, font })
      page.drawText('涉嫌销售非法经营的烟花爆竹且未按规定取得零售许可', { x: 186, y: 680, size: 12, font })
      page.drawText('的行为', { x: 186, y: 655, size: 12, font })
      page.drawText('案由', { x: 110, y: 668, size: 12, font })
      page.drawText('立案审批表的说明文字写在表格的下面，用来凑够字数。', { x: 80, y: 540, size: 12, font })
    })
    const [page] = (await read(bytes)).text.pages
    expect(page?.text.split('\n')).toEqual([
      '案由\t涉嫌销售非法经营的烟花爆竹且未按规定取得零售许可的行为',
      '局负责人意见\t同意立案。',
      '立案审批表的说明文字写在表格的下面，用来凑够字数。',
    ])
  })

  it('parts cells by tabs where there is a wide gap and no rule', async () => {
    const bytes = await pdf(({ pdf: document, font }) => {
      const page = document.addPage(A4)
      write(page, font, ['送达文书', '送达方式', '收件人的签名或者盖章'])
      write(page, font, ['行政处罚决定书及缴款通知', '直接送达', '何秀兰代收'], 260)
    })
    expect((await read(bytes)).text.pages[0]?.text).toBe('送达文书\t行政处罚决定书及缴款通知\n送达方式\t直接送达\n收件人的签名或者盖章\t何秀兰代收')
  })

  it('takes letters that were printed twice for boldness once, line by line and character by character', async () => {
    const bytes = await pdf(({ pdf: document, font }) => {
      const page = document.addPage(A4)
      const title = '关于不予举行听证的答复意见书'
      page.drawText(title, { x: 100, y: 700, size: 14, font })
      page.drawText(title, { x: 100.4, y: 700, size: 14, font })
      for (const [index, character] of [...'安陵县应急管理局'].entries()) {
        page.drawText(character, { x: 100 + index * 14, y: 660, size: 14, font })
        page.drawText(character, { x: 100.3 + index * 14, y: 660, size: 14, font })
      }
      write(page, font, ['本局收到申请后认为案情简单，决定不举行听证，特此答复。'], 100, 620)
    })
    expect((await read(bytes)).text.pages[0]?.text.split('\n').slice(0, 2)).toEqual(['关于不予举行听证的答复意见书', '安陵县应急管理局'])
  })

  it('reads a page that was turned as it is shown', async () => {
    const bytes = await pdf(({ pdf: document, font }) => {
      const page = document.addPage([A4[1], A4[0]])
      page.setRotation(quarterTurn)
      for (const [index, line] of ['物品清单第一行写在横放的纸上，随案移送。', '物品清单第二行也写在横放的纸上，随案移送。'].entries()) {
        page.drawText(line, { x: 200 + index * 30, y: 100, size: 12, font, rotate: quarterTurn })
      }
    })
    expect((await read(bytes)).text.pages[0]?.text.split('\n')[0]).toBe('物品清单第一行写在横放的纸上，随案移送。')
  })

  it('leaves out the number of the page, and closes up spread words and dates', async () => {
    const bytes = await pdf(({ pdf: document, font }) => {
      const page = document.addPage(A4)
      write(page, font, ['本局于 2026 年 3 月 5 日立案调查，于 2026 年 4 月 1 日调查终结。', '罗 海 峰', '以上笔录经被询问人核对无误，逐页签名并捺印，执法人员签名确认。'.padEnd(36, '完')])
      page.drawText('— 3 —', { x: 280, y: 40, size: 9, font })
    })
    expect((await read(bytes)).text.pages[0]?.text).toMatch(/^本局于 2026年3月5日立案调查，于 2026年4月1日调查终结。\n罗海峰\n以上笔录.*完$/)
  })

  it('gives the papers of the sample case the words that their DOCX has', async () => {
    const letters = (text: string) => [...text.replaceAll(/[\s□☐☑☒]/g, '')].toSorted().join('')
    for (const paper of (await readSamplePapers(SAMPLE)).slice(3, 9)) {
      const [fromPdf, fromDocx] = [
        await read((await renderPdf(paper.document, SAMPLE_RENDER_OPTIONS)).bytes),
        await read(await renderDocx(paper.document, SAMPLE_RENDER_OPTIONS), '同一文书.docx'),
      ]
      const [first, second] = [fromPdf, fromDocx].map(({ text }) => letters(text.pages.map((page) => page.text).join('')))
      // a heading of a table stands on each of its pages
      expect(first!.length).toBeGreaterThanOrEqual(second!.length * 0.97)
      const titleOf = ({ text }: typeof fromPdf) => text.pages[0]?.text.split('\n')[0]?.replaceAll(/\s/g, '')
      expect(titleOf(fromPdf)).toBe(titleOf(fromDocx))
    }
  })
})

describe('a PDF without text', () => {
  it('that was scanned waits for recognition, page by page; an empty page does not', async () => {
    const picture = scan(['听证申请书']).toBuffer('image/jpeg', 70)
    const bytes = await pdf(async ({ pdf: document, font }) => {
      const image = await document.embedJpg(picture)
      document.addPage(A4).drawImage(image, { x: 0, y: 0, width: A4[0], height: A4[1] })
      document.addPage(A4)
      write(document.addPage(A4), font, ['这一页有文字层，字数足够多，不需要识别，可以直接读取其中的文字，并且一直写到超过了四十个字为止。'])
      const marked = document.addPage(A4)
      marked.drawImage(image, { x: 0, y: 0, width: A4[0], height: A4[1] })
      write(marked, font, ['扫描全能王'], 400, 30)
    })
    const { text, toRecognise } = await read(bytes)
    expect(toRecognise).toEqual([1, 4])
    expect(text.pages.map(({ source }) => source)).toEqual(['none', 'none', 'pdf', 'pdf'])
  })
})

describe('a PDF that is not what it should be', () => {
  it('is said to be encrypted where it needs a password, and read where it needs none', async () => {
    const protectedBy = async (userPassword: string) => {
      const document = await PDFDocument.create()
      const page = document.addPage(A4)
      page.drawText('Notice of the decision, with more than forty characters in it.', { x: 50, y: 700, font: await document.embedFont(StandardFonts.Helvetica) })
      document.encrypt({ userPassword, ownerPassword: 'owner', permissions: {} })
      return await document.save()
    }
    expect(await read(await protectedBy('secret'))).toEqual({ text: { pages: [] }, problem: { code: 'encrypted', data: { format: 'PDF' } }, toRecognise: [] })
    const open = await read(await protectedBy(''))
    expect(open.problem).toBeNull()
    expect(open.text.pages[0]?.text).toContain('Notice of the decision')
  })

  it('is said to be broken where it is cut off or nothing but a header', async () => {
    const whole = await pdf(({ pdf: document, font }) => write(document.addPage(A4), font, ['正文']))
    expect((await read(whole.slice(0, 200))).problem).toEqual({ code: 'broken', data: { format: 'PDF' } })
    expect((await read(Buffer.from('%PDF-1.7\n'))).problem).toEqual({ code: 'broken', data: { format: 'PDF' } })
    expect((await read(Buffer.from('not at all'))).problem).toEqual({ code: 'broken', data: { format: 'PDF' } })
  })

  it('with one damaged page gives the others', async () => {
    const whole = await PDFDocument.load(await pdf(({ pdf: document, font }) => {
      for (const text of ['第一页的文字写在这里', '第二页的文字写在这里']) write(document.addPage(A4), font, [text])
    }))
    whole.getPage(0).node.set(PDFName.of('Contents'), whole.context.obj('nonsense'))
    const { text, problem } = await read(await whole.save())
    expect(problem).toBeNull()
    expect(text.pages.map((page) => page.text)).toEqual(['', '第二页的文字写在这里'])
  })

  it('of 5,000 pages is read up to a limit, and that is said', async () => {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    for (let number = 1; number <= 5000; number += 1) document.addPage(A4).drawText(`Page ${number}: forty characters of text are enough.`, { font, size: 12, x: 50, y: 700 })
    const { text, problem } = await read(await document.save())
    expect(problem).toEqual({ code: 'too-many-pages', data: { pages: 5000, read: MOST_PAGES } })
    expect(text.pages).toHaveLength(MOST_PAGES)
    expect(text.pages.at(-1)?.text).toContain(`Page ${MOST_PAGES}:`)
  })

  it('changes nothing in the bytes that it was given', async () => {
    const bytes = await pdf(({ pdf: document, font }) => write(document.addPage(A4), font, ['正文']))
    const before = Buffer.from(bytes).toString('hex')
    await read(bytes)
    await read(readFileSync(import.meta.filename), '文件.pdf')
    expect(Buffer.from(bytes).toString('hex')).toBe(before)
  })
})
