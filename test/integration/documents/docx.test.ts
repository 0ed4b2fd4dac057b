import validate from '@ooxml-tools/validate'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/shared/documents/preview.ts'
import type { OfficialDocument } from '../../../src/shared/documents/model.ts'
import { renderDocx } from '../../../src/main/documents/docx.ts'
import { renderPdf } from '../../../src/main/documents/pdf.ts'
import { isInstalled, pdfTexts, throughLibreOffice, withoutBlanks } from './rendered.ts'
import { OPTIONS, sampleOpinion } from './sample-opinion.ts'

const part = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] ?? new Uint8Array())

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }

function wordText(docx: Uint8Array): string {
  const texts = part(docx, 'word/document.xml').match(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g) ?? []
  const text = texts.map((element) => element.replaceAll(/<[^>]*>/g, '')).join('')
  return withoutBlanks(text.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity))
}

const draft = (): OfficialDocument => ({ ...sampleOpinion(), number: null, watermark: '草稿' })
const special = (): OfficialDocument => {
  const document = sampleOpinion()
  return { ...document, title: '<甲> & "乙"', blocks: [...document.blocks, ...document.blocks], attachments: ['仅一件'] }
}

describe('the Word document', () => {
  it('has the same text as the model and as the PDF', async () => {
    for (const document of [sampleOpinion(), draft(), special()]) {
      const expected = withoutBlanks(plainText(document))
      expect(wordText(await renderDocx(document, OPTIONS))).toBe(expected)
    }
  })

  it.skipIf(!isInstalled('pdftotext'))('has the same text as the text taken out of the PDF', async () => {
    const pdf = pdfTexts((await renderPdf(sampleOpinion(), OPTIONS)).bytes)
    const docx = wordText(await renderDocx(sampleOpinion(), OPTIONS))
    expect(pdf.map((page) => page.replace(/—\d+—$/, '')).join('')).toBe(docx)
  })

  it('opens without repair: the Open XML SDK finds nothing against the schema, in Office 2010 and now', async () => {
    for (const document of [sampleOpinion(), draft(), special()]) {
      const docx = await renderDocx(document, OPTIONS)
      expect(await validate(docx, 'docx', 'Microsoft365')).toEqual([])
    }
    expect(await validate(await renderDocx(draft(), OPTIONS), 'docx', 'Office2010')).toEqual([])
  }, 120_000)

  it('is checked by a validator that does find faults', async () => {
    const entries = unzipSync(await renderDocx(sampleOpinion(), OPTIONS))
    const xml = strFromU8(entries['word/document.xml'] ?? new Uint8Array())
    entries['word/document.xml'] = strToU8(xml.replace(/<w:pPr>(.*?)<\/w:pPr>(<w:r>.*?<\/w:r>)/, '$2<w:pPr>$1</w:pPr>'))
    expect(await validate(zipSync(entries), 'docx', 'Microsoft365')).not.toEqual([])
  }, 60_000)

  it.skipIf(!isInstalled('soffice') || !isInstalled('pdftotext'))(
    'is opened by LibreOffice, which shows the same text',
    async () => {
      const pages = pdfTexts(throughLibreOffice(await renderDocx(sampleOpinion(), OPTIONS)))
      const numbers = pages.map((page) => /—(\d+)—/.exec(page)?.[1])
      expect(numbers).toEqual(pages.map((_, index) => String(index + 1)))
      // LibreOffice fills the line to sign on with underscores
      const text = pages.map((page) => page.replace(/—\d+—/, '').replaceAll(/_+/g, '')).join('')
      expect(text).toBe(withoutBlanks(plainText(sampleOpinion())))
    },
    180_000,
  )

  it('uses real styles and the fonts that the standard names, with substitutes, and never MS Gothic', async () => {
    const docx = await renderDocx(sampleOpinion(), OPTIONS)
    const styles = part(docx, 'word/styles.xml')
    for (const font of ['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体']) {
      expect(styles).toContain(`w:eastAsia="${font}"`)
      expect(part(docx, 'word/fontTable.xml')).toContain(`<w:font w:name="${font}"><w:altName `)
    }
    const all = Object.values(unzipSync(docx)).map((bytes) => strFromU8(bytes)).join('')
    expect(all).not.toMatch(/MS Gothic|MS Mincho/)
    expect(part(docx, 'word/document.xml').match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(8)
  })

  it('has the page of GB/T 9704 and page numbers on the outer side', async () => {
    const docx = await renderDocx(sampleOpinion(), OPTIONS)
    const xml = part(docx, 'word/document.xml')
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(xml).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(xml).toContain('<w:footerReference w:type="even"')
    expect(part(docx, 'word/settings.xml')).toContain('<w:evenAndOddHeaders')
    expect(xml).toContain('<w:tblHeader/>')
  })

  it('does not stretch the short lines of a text with line breaks over the page', async () => {
    const inlines = [{ kind: 'text' as const, text: '说明：\n1. 统计范围为统计年度。' }]
    const paragraph = { kind: 'paragraph' as const, align: 'left' as const, indent: false, inlines }
    const docx = await renderDocx({ ...sampleOpinion(), blocks: [{ kind: 'note', inlines }, paragraph] }, OPTIONS)
    const broken = part(docx, 'word/document.xml').match(/<w:p>(?:(?!<\/w:p>).)*<w:br\/>/gu) ?? []
    expect(broken).toHaveLength(2)
    for (const xml of broken) expect(xml).toContain('<w:jc w:val="left"/>')
  })

  it('gives what is written beside long labels as much room on both sides', async () => {
    const value = [{ kind: 'text' as const, text: '2026年5月6日' }]
    const row = { label: '正职负责人审批意见', value, second: { label: '日期', value } }
    const docx = await renderDocx({ ...sampleOpinion(), blocks: [{ kind: 'key-value', rows: [row] }] }, OPTIONS)
    const widths = [...(/<w:tblGrid>.*?<\/w:tblGrid>/u.exec(part(docx, 'word/document.xml'))?.[0] ?? '').matchAll(/w:w="(\d+)"/gu)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(4)
    expect(Math.abs((widths[1] ?? 0) - (widths[3] ?? 0))).toBeLessThanOrEqual(1)
    expect(widths[0]).toBeGreaterThan(widths[2] ?? 0)
  })

  it('is the same, byte for byte, for the same document', async () => {
    const first = await renderDocx(draft(), OPTIONS)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const second = await renderDocx(draft(), OPTIONS)
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(part(first, 'docProps/core.xml')).toContain('2026-05-14T08:30:00Z')
  })
})
