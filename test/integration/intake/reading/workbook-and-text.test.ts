/** Workbooks as they are shown, and text files in whatever encoding somebody saved them. */
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PLAIN_TEXT_LIMIT } from '../../../../src/main/intake/reading/plain-text.ts'
import { readText } from '../../../../src/main/intake/reading/read-text.ts'
import { gbk, xlsx } from './made-files.ts'

const numbers = (...cells: readonly string[]) => `<row r="1">${cells.join('')}</row>`
const textsOf = async (bytes: Uint8Array, name = '计算表.xlsx') => (await readText({ name, bytes })).text.pages.map(({ text }) => text)

/** Styles with these number formats, from 0. */
const styled = (...formats: readonly string[]) => ({
  'xl/styles.xml': `<styleSheet><numFmts>${formats.map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${format}"/>`).join('')}</numFmts><cellXfs>${formats
    .map((_format, index) => `<xf numFmtId="${200 + index}"/>`)
    .join('')}</cellXfs></styleSheet>`,
})

describe('a workbook', () => {
  it('is a page for each sheet, a row a line, empty cells kept between others', async () => {
    const sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>序号</t></is></c><c r="C1" t="inlineStr"><is><t>金额</t></is></c></row><row r="2"/><row r="3"><c r="A3"><v>1</v></c></row>'
    const reading = await readText({ name: '清单.xlsx', bytes: xlsx([sheet, numbers('<c r="A1" t="str"><v>第二张</v></c>')]) })
    expect(reading.problem).toBeNull()
    expect(reading.text.pages).toEqual([
      { number: 1, source: 'spreadsheet', text: '序号\t\t金额\n1', confidence: null },
      { number: 2, source: 'spreadsheet', text: '第二张', confidence: null },
    ])
  })

  it('shows dates, percentages and amounts as it does, and formulas by their value', async () => {
    const cells = [
      ['yyyy/m/d', '46058'], ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', '46058'], ['yyyy-mm-dd hh:mm', '46058.5'], ['0%', '0.15'], ['0.00%', '0.1234'], ['#,##0.00', '12800'],
      ['&quot;¥&quot;#,##0.00', '320000'], ['0.00&quot;元&quot;', '5'], ['General', '0.30000000000000004'], ['0', '9.5'], ['0!.0000', '320000'], ['h:mm', '0.4375'],
    ] as const
    const row = cells.map(([, value], index) => `<c s="${index}"><f>SUM(A1)</f><v>${value}</v></c>`).join('')
    const [text] = await textsOf(xlsx([numbers(row)], styled(...cells.map(([format]) => format))))
    expect(text?.split('\t')).toEqual([
      '2026-02-05', '2026-02-05', '2026-02-05 12:00', '15%', '12.34%', '12,800.00', '¥320,000.00', '5.00元', '0.3',
      // hidden decimals are shown: 9.5 does not become 10
      '9.5', '320000', '10:30',
    ])
  })

  it('counts days from 1904 where it says so, and reads the built-in formats', async () => {
    const styles = { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="31"/></cellXfs></styleSheet>' }
    const since1904 = '<workbook><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
    const sheet = numbers('<c s="0"><v>44596</v></c>', '<c s="1"><v>44596</v></c>')
    expect(await textsOf(xlsx([sheet], { ...styles, 'xl/workbook.xml': since1904 }))).toEqual(['2026-02-05\t2026-02-05'])
  })

  it('takes its words from the shared ones, without the aids for reading aloud, in one line', async () => {
    const shared = { 'xl/sharedStrings.xml': '<sst><si><t>货值</t></si><si><r><t>违法</t></r><r><t>所得\n合计</t></r><rPh><t>wei</t></rPh></si></sst>' }
    expect(await textsOf(xlsx([numbers('<c t="s"><v>1</v></c>', '<c t="s"><v>0</v></c>', '<c t="b"><v>1</v></c>', '<c t="e"><v>#REF!</v></c>')], shared))).toEqual(['违法所得 合计\t货值\tTRUE\t#REF!'])
  })

  it('with a million rows is read up to a limit, and that is said', async () => {
    const sheet = Array.from({ length: 60_000 }, (_value, index) => `<row><c><v>${index}</v></c></row>`).join('')
    const { problem, text } = await readText({ name: '台账.xlsx', bytes: xlsx([sheet]) })
    expect(problem).toEqual({ code: 'too-many-rows', data: { read: 20_000 } })
    expect(text.pages[0]?.text.split('\n')).toHaveLength(20_000)
  })

  it('with a cell far out on the right costs no memory', async () => {
    expect(await textsOf(xlsx([numbers('<c r="A1"><v>1</v></c>', '<c r="XFD1"><v>2</v></c>')]))).toEqual(['1'])
  })

  it('that is broken or packed too well is named', async () => {
    expect((await readText({ name: '坏.xlsx', bytes: xlsx(['<row><c>']) })).problem).toEqual({ code: 'broken', data: { format: 'XLSX' } })
    const bomb = xlsx([''], { 'xl/sharedStrings.xml': `<sst>${'<si><t>法</t></si>'.repeat(4_500_000)}</sst>` })
    expect((await readText({ name: '炸弹.xlsx', bytes: bomb })).problem?.code).toBe('unpacks-too-large')
  })
})

describe('a text file', () => {
  const text = '证据清单：第一项，现场检查笔录。'
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['GBK', Buffer.from(gbk(text))],
    ['GBK, cut off in the middle of a character', Buffer.from(gbk(`${text.repeat(9)}完`)).subarray(0, -1)],
  ])('in %s reads the same', async (_encoding, bytes) => {
    const [read] = await textsOf(bytes, '清单.txt')
    expect(read?.startsWith(text)).toBe(true)
    expect(read).not.toMatch(/\ufffd/)
  })

  it('in UTF-16 without a mark is read where it has spaces and digits', async () => {
    expect(await textsOf(Buffer.from('2026-03-05 1. ABC\r\n案由', 'utf16le'), '清单.txt')).toEqual(['2026-03-05 1. ABC\n案由'])
  })

  it('in GB 18030 has its rare characters, and traditional ones stay', async () => {
    // 㐀 has four bytes in GB 18030
    expect(await textsOf(Uint8Array.of(0x81, 0x39, 0xee, 0x39, 0xb7, 0xa8), '名单.txt')).toEqual(['㐀法'])
    expect(await textsOf(Buffer.from('當事人：臺北'), '筆錄.txt')).toEqual(['當事人：臺北'])
  })

  it('keeps full width as printed, with one kind of line end and no invisible marks', async () => {
    expect(await textsOf(Buffer.from('Ａ１，（一）\r\n\u00a0缩进\u200b\u0007\r末行  \n\n\n\n完'), '说明.md')).toEqual(['Ａ１，（一）\n缩进\n末行\n\n完'])
  })

  it('of comma-separated values has tabs between its cells', async () => {
    expect(await textsOf(Buffer.from('名称,数量\n"烟花, ""大""\n号",40\n'), '清单.csv')).toEqual(['名称\t数量\n烟花, "大" 号\t40'])
  })

  it('that holds no text is said so, and a huge one is read in part', async () => {
    expect((await readText({ name: '程序.txt', bytes: Uint8Array.from({ length: 5000 }, (_value, index) => (index * 37) % 256) })).problem).toEqual({ code: 'not-text', data: {} })
    const huge = await readText({ name: '日志.txt', bytes: strToU8('流水记录一行\n'.repeat(1_200_000)) })
    expect(huge.problem?.code).toBe('too-many-rows')
    expect(huge.text.pages[0]!.text.length).toBeLessThan(PLAIN_TEXT_LIMIT)
  })
})
