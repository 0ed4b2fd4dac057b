/** What an officer's DOCX becomes: the words in their order, forms row by row; a hostile one harms nobody. */
import { createServer } from 'node:http'
import { strToU8 } from 'fflate'
import { extractRawText } from 'mammoth'
import { describe, expect, it } from 'vitest'
import { readText } from '../../../../src/main/intake/reading/read-text.ts'
import { readSamplePapers, SAMPLE_RENDER_OPTIONS } from '../../../../src/main/samples/generate.ts'
import { renderDocx } from '../../../../src/main/documents/docx.ts'
import { docx, paragraph, row, scan } from './made-files.ts'

const textOf = async (bytes: Uint8Array, name = '立案审批表.docx') => (await readText({ name, bytes })).text.pages[0]?.text
const SAMPLE = new URL('../../../../resources/samples/penalty-no-permit', import.meta.url).pathname

describe('a DOCX', () => {
  it('is one page, a paragraph a line', async () => {
    const reading = await readText({ name: '决定书.docx', bytes: docx(paragraph('行政处罚决定书') + paragraph('岚清环罚〔2026〕3号') + paragraph('')) })
    expect(reading).toEqual({
      text: { pages: [{ number: 1, source: 'docx', text: '行政处罚决定书\n岚清环罚〔2026〕3号', confidence: null }] },
      problem: null,
      toRecognise: [],
    })
  })

  it('has a row of a table a line, its cells parted by tabs, the paragraphs of a cell by a space', async () => {
    const cell = `${paragraph('同意立案。')}${paragraph('方志鹏')}${paragraph('2026年3月5日')}`
    const body = `<w:tbl>${row('案由', '未取得许可证')}${row('负责人意见', cell)}${row('', '')}</w:tbl>`
    expect(await textOf(docx(body))).toBe('案由\t未取得许可证\n负责人意见\t同意立案。 方志鹏 2026年3月5日')
  })

  it('keeps the lines of a record that stands in a frame', async () => {
    const body = `<w:tbl>${row(paragraph('问：姓名？') + paragraph('答：罗海峰。'))}</w:tbl>`
    expect(await textOf(docx(body))).toBe('问：姓名？\n答：罗海峰。')
  })

  it('shows the numbers that Word counts, also those that a style brings', async () => {
    const level = (number: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'japaneseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'bullet', '●')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const styles = '<w:styles xmlns:w="w"><w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="own"><w:basedOn w:val="base"/></w:style></w:styles>'
    const at = (levelNumber: number) => `<w:numPr><w:ilvl w:val="${levelNumber}"/><w:numId w:val="1"/></w:numPr>`
    const body = [
      paragraph('当事人', at(0)), paragraph('名称', at(1)), paragraph('住所', at(1)), paragraph('点', at(2)), paragraph('违法事实', '<w:pStyle w:val="own"/>'), paragraph('经过', at(1)),
      paragraph('无编号', '<w:pStyle w:val="own"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join('')
    const bytes = docx(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles })
    expect(await textOf(bytes)).toBe('一、当事人\n（一）名称\n（二）住所\n点\n二、违法事实\n（一）经过\n无编号')
  })

  it('leaves out what was deleted, moved away or hidden, and the second rendering of a drawing', async () => {
    const body = [
      '<w:p><w:r><w:t>罚款</w:t></w:r><w:del><w:r><w:delText>五万元</w:delText></w:r></w:del><w:ins><w:r><w:t>三万元</w:t></w:r></w:ins></w:p>',
      '<w:p><w:moveFrom><w:r><w:t>旧位置</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>可见</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    ].join('')
    expect(await textOf(docx(body))).toBe('罚款三万元\n可见\n正文\n文本框')
  })

  it('reads check boxes of the symbol font, and cleans what only a font made', async () => {
    const body = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>有</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>无&#xA0;⻓期\u200b１２月</w:t></w:r></w:p>'
    expect(await textOf(docx(body))).toBe('☑有☐无 长期１２月')
  })

  it('holds every word that mammoth finds in the papers of the sample case', async () => {
    for (const paper of (await readSamplePapers(SAMPLE)).slice(0, 12)) {
      const bytes = await renderDocx(paper.document, SAMPLE_RENDER_OPTIONS)
      const { value } = await extractRawText({ buffer: Buffer.from(bytes) })
      const ours = (await textOf(bytes))?.replaceAll(/\s/g, '')
      expect(ours).toBe(value.replaceAll(/\s/g, ''))
    }
  })

  it('that is a pasted scan waits for recognition, a page for each picture', async () => {
    const picture = scan(['营业执照']).toBuffer('image/png')
    const blip = (id: string) => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`
    const rels = '<Relationships><Relationship Id="r1" Target="media/1.png"/><Relationship Id="r2" Target="media/2.png"/></Relationships>'
    const parts = { 'word/_rels/document.xml.rels': rels, 'word/media/1.png': picture, 'word/media/2.png': picture }
    const reading = await readText({ name: '证照.docx', bytes: docx(blip('r1') + blip('r2') + blip('r1'), parts) })
    expect(reading.toRecognise).toEqual([2, 3])
    const long = await readText({ name: '笔录.docx', bytes: docx(paragraph('笔'.repeat(60)) + blip('r1'), parts) })
    expect(long.toRecognise).toEqual([])
  })
})

describe('a DOCX that is not what it should be', () => {
  it('never fetches what it links to', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/x.png`
    const rels = `<Relationships><Relationship Id="r1" Target="${url}" TargetMode="External"/><Relationship Id="r2" Target="${url}" TargetMode="External"/></Relationships>`
    const body = `<w:p><w:r><w:drawing><a:blip r:link="r1"/></w:drawing></w:r></w:p><w:p><w:hyperlink r:id="r2"><w:r><w:t>网址</w:t></w:r></w:hyperlink></w:p>`
    const reading = await readText({ name: '外链.docx', bytes: docx(body, { 'word/_rels/document.xml.rels': rels }) })
    server.close()
    expect(reading).toMatchObject({ problem: null, toRecognise: [], text: { pages: [{ text: '网址' }] } })
    expect(asked).toEqual([])
  })

  it('is said to be broken where its entities are declared in it', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'法'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body>${paragraph('&b;')}</w:body></w:document>`
    expect((await readText({ name: '实体.docx', bytes: docx('', { 'word/document.xml': bomb }) })).problem).toEqual({ code: 'broken', data: { format: 'DOCX' } })
  })

  it('is given up where it unpacks without end', async () => {
    const huge = new Uint8Array(80 * 1024 * 1024).fill(0x20)
    const { problem, text } = await readText({ name: '炸弹.docx', bytes: docx('', { 'word/document.xml': huge }) })
    expect(problem).toEqual({ code: 'unpacks-too-large', data: { format: 'DOCX' } })
    expect(text.pages).toEqual([])
  })

  it('is said to be broken where it is cut off, and where elements are left open', async () => {
    const whole = docx(paragraph('正文'))
    expect((await readText({ name: '半截.docx', bytes: whole.slice(0, whole.length - 30) })).problem?.code).toBe('broken')
    expect((await readText({ name: '未闭合.docx', bytes: docx('<w:p><w:r>') })).problem?.code).toBe('broken')
    expect((await readText({ name: '不是.docx', bytes: strToU8('这不是压缩包') })).problem).toEqual({ code: 'broken', data: { format: 'DOCX' } })
  })

  it('is said to be encrypted where Office encrypted it', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), Buffer.from('EncryptedPackage', 'utf16le')])
    expect((await readText({ name: '加密.docx', bytes: ole })).problem).toEqual({ code: 'encrypted', data: { format: 'DOCX' } })
  })

  it('under another name is read as what it is, and that is said', async () => {
    const reading = await readText({ name: '扫描件.pdf', bytes: docx(paragraph('正文')) })
    expect(reading.text.pages[0]?.text).toBe('正文')
    expect(reading.problem).toEqual({ code: 'wrong-name', data: { claimed: 'PDF', actual: 'DOCX' } })
  })
})

describe('an old format', () => {
  const ole = (stream: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), Buffer.from(stream, 'utf16le')])
  it.each([
    ['决定书.doc', ole('WordDocument'), 'DOC', 'DOCX'],
    ['决定书.wps', ole('WordDocument'), 'WPS', 'DOCX'],
    ['计算表.xls', ole('Workbook'), 'XLS', 'XLSX'],
    ['计算表.et', ole('Workbook'), 'ET', 'XLSX'],
    ['决定书.rtf', Buffer.from('{\\rtf1\\ansi }'), 'RTF', 'DOCX'],
    ['网页.doc', Buffer.from('<html><body>决定书</body></html>'), 'HTML', 'DOCX'],
  ])('%s is kept, named, and it is said how to convert it', async (name, bytes, format, saveAs) => {
    expect(await readText({ name, bytes })).toEqual({ text: { pages: [] }, problem: { code: 'old-format', data: { format, saveAs } }, toRecognise: [] })
  })

  it('that is a recording or an archive is plain evidence, without complaint', async () => {
    const plain = { text: { pages: [] }, problem: null, toRecognise: [] }
    expect(await readText({ name: '执法录像.mp4', bytes: Buffer.alloc(2000, 7) })).toEqual(plain)
    expect(await readText({ name: '资料.rar', bytes: Buffer.from('Rar!\u001a\u0007\u0000', 'latin1') })).toEqual(plain)
  })
})
