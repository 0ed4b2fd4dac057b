import { describe, expect, it } from 'vitest'
import { bold, checkBox, heading, note, paragraph, table, text } from '../../../src/shared/documents/model.ts'
import type { Block, OfficialDocument } from '../../../src/shared/documents/model.ts'
import { plainText } from '../../../src/shared/documents/preview.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import { loadFonts } from '../../../src/main/documents/fonts.ts'
import { BLOCK, PAGE } from '../../../src/main/documents/page-geometry.ts'
import { laidOutText, layoutPages } from '../../../src/main/documents/page-layout.ts'
import type { LaidOutPage } from '../../../src/main/documents/page-layout.ts'
import { renderPdf, warmUp } from '../../../src/main/documents/pdf.ts'
import { blankRaster, glyphInks, ink, isInstalled, pdfInfo, pdfTexts, rasterise, withoutBlanks } from './rendered.ts'
import { CHAIN_HEAD, OPTIONS, sampleOpinion } from './sample-opinion.ts'

const poppler = isInstalled('pdftoppm') && isInstalled('pdftotext') && isInstalled('pdfinfo')
const bundled = loadFonts({ bundledOnly: true })
/** Thin strokes at 100 dpi are grey; a glyph that is not drawn has none at all. */
const LEAST_INK = 0.06

const EMPTY: OfficialDocument = {
  title: '测试',
  number: null,
  addressee: null,
  blocks: [],
  attachments: [],
  signOff: null,
  footer: [],
  watermark: null,
}
const withBlocks = (...blocks: Block[]): OfficialDocument => ({ ...EMPTY, blocks })
const long = (count: number): Block => paragraph('依照行政处罚法的规定经法制审核现提出如下意见'.repeat(count))

function pageTexts(pages: readonly LaidOutPage[]): string[] {
  return pages.map(({ marks }) => {
    const glyphs = marks.flatMap(({ mark }) => (mark.kind === 'text' ? mark.line.glyphs : []))
    return withoutBlanks(glyphs.map((glyph) => glyph.text).join(''))
  })
}

async function missing(document: OfficialDocument): Promise<unknown> {
  return renderPdf(document, OPTIONS).then(
    () => undefined,
    (error: unknown) => (FashenError.is(error, 'glyph-missing') ? error.data : error),
  )
}

describe.skipIf(!poppler)('a PDF as its reader sees it', () => {
  it('shows every glyph of the opinion where the layout put it', async () => {
    const pages = layoutPages(sampleOpinion(), bundled)
    const { bytes, pageCount } = await renderPdf(sampleOpinion(), OPTIONS)
    const rasters = rasterise(bytes)
    expect(pageCount).toBe(3)
    expect(rasters).toHaveLength(3)
    const inks = pages.flatMap((page, index) => glyphInks(page, rasters[index] ?? blankRaster()))
    expect(inks.length).toBeGreaterThan(900)
    expect(inks.filter((glyph) => glyph.ink < LEAST_INK)).toEqual([])
  })

  it('would notice glyphs that are not drawn (the check sees an empty sheet)', () => {
    const [page] = layoutPages(sampleOpinion(), bundled)
    const inks = glyphInks(page ?? { marks: [] }, blankRaster())
    expect(inks.every((glyph) => glyph.ink < LEAST_INK)).toBe(true)
    expect(inks.length).toBeGreaterThan(100)
  })

  it('shows the rare characters of names, brackets, circled numbers and check boxes', async () => {
    const rare = '瑨䶮靐〔〕①⑳㎡℃§Ⅳ㐂𬭚·—…“”％×≥'
    const boxes = [checkBox(true), checkBox(false)]
    const document = withBlocks(paragraph(rare, bold(rare), ...boxes), heading(1, rare), note('☑□☐'))
    const { bytes } = await renderPdf(document, OPTIONS)
    const [raster = blankRaster()] = rasterise(bytes)
    const inks = layoutPages(document, bundled).flatMap((page) => glyphInks(page, raster))
    expect(inks.filter((glyph) => glyph.ink < LEAST_INK)).toEqual([])
    const box = (sign: string): number => inks.find((glyph) => glyph.text === sign)?.ink ?? 0
    expect(box('☑')).toBeGreaterThan(box('□') + 0.02)
  })

  it.skipIf(loadFonts().faceFor('body', '𠮷') === undefined)(
    'takes a character that the bundled fonts lack from the system (𠮷)',
    async () => {
      const document = withBlocks(paragraph('当事人𠮷某。'))
      const { bytes } = await renderPdf(document, { ...OPTIONS, fonts: {} })
      const [raster = blankRaster()] = rasterise(bytes)
      const inks = layoutPages(document, loadFonts()).flatMap((page) => glyphInks(page, raster))
      expect(inks.find((glyph) => glyph.text === '𠮷')?.ink).toBeGreaterThan(LEAST_INK)
      expect(pdfTexts(bytes)[0]).toContain('当事人𠮷某。')
    },
  )

  it('carries exactly the text of the model, in reading order', async () => {
    const { bytes } = await renderPdf(sampleOpinion(), OPTIONS)
    const pages = pdfTexts(bytes)
    expect(pages.map((page) => /—(\d+)—$/.exec(page)?.[1])).toEqual(['1', '2', '3'])
    expect(pages.map((page) => page.replace(/—\d+—$/, '')).join('')).toBe(withoutBlanks(plainText(sampleOpinion())))
  })

  it('keeps two characters apart that share one glyph (⼀ and 一)', async () => {
    const { bytes } = await renderPdf(withBlocks(paragraph('⼀二一三⼀')), OPTIONS)
    expect(pdfTexts(bytes)[0]).toContain('⼀二一三⼀')
    const after = await renderPdf(withBlocks(paragraph('一')), OPTIONS)
    expect(pdfTexts(after.bytes)[0]).toBe('测试一—1—')
  })

  it('names title, number, language, chain head and station in its properties', async () => {
    const { bytes } = await renderPdf(sampleOpinion(), OPTIONS)
    const info = pdfInfo(bytes)
    expect(info).toContain('沅江县生态环境局重大行政执法决定法制审核意见书')
    expect(info).toMatch(/Subject:\s+沅环法审〔2026〕12号/)
    expect(info).toMatch(/Producer:\s+Fashen 0\.1\.0/)
    expect(info).toMatch(/FashenNumber:\s*沅环法审〔2026〕12号/)
    expect(info).toContain(CHAIN_HEAD)
    expect(info).toContain(OPTIONS.stationId)
    expect(info).toContain(OPTIONS.contentHash)
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (zh-CN)')
  })

  it('lays 草稿 over every page of a draft without disturbing its text', async () => {
    const draft = { ...sampleOpinion(), number: null, watermark: '草稿' }
    const drafted = await renderPdf(draft, OPTIONS)
    const issued = await renderPdf({ ...draft, watermark: null }, OPTIONS)
    expect(pdfTexts(drafted.bytes)).toEqual(pdfTexts(issued.bytes))
    const total = (bytes: Uint8Array): number[] =>
      rasterise(bytes).map((page) => ink(page, 0, 0, PAGE.width, PAGE.height))
    const plain = total(issued.bytes)
    total(drafted.bytes).forEach((page, index) => expect(page).toBeGreaterThan((plain[index] ?? 0) + 0.005))
  })

  it('leaves the places for signatures free and tells where they are', async () => {
    const { bytes, signatureFields } = await renderPdf(sampleOpinion(), OPTIONS)
    const rasters = rasterise(bytes)
    expect(signatureFields.map(({ signer, page }) => [signer, page])).toEqual([['reviewer', 2], ['head', 2]])
    for (const { page, rect } of signatureFields) {
      expect(rect.width).toBeGreaterThan(100)
      expect(rect.height).toBeGreaterThan(35)
      const top = PAGE.height - rect.y - rect.height
      expect(ink(rasters[page] ?? blankRaster(), rect.x, top, rect.x + rect.width, top + rect.height - 1)).toBe(0)
    }
  })

  it('makes a document of more than forty pages with a table over many of them', async () => {
    const columns = [{ header: '序号', width: 1 }, { header: '问题', width: 6 }]
    const finding = '证据缺少当事人的确认意见'
    const rows = Array.from({ length: 300 }, (_, index) => [`${index + 1}`, finding.repeat((index % 7) + 1)])
    const tall = ['301', '询问笔录'.repeat(2000)]
    const document = { ...sampleOpinion(), blocks: [long(500), table(columns, [...rows, tall]), long(100)] }
    const pages = layoutPages(document, bundled)
    const { bytes, pageCount } = await renderPdf(document, OPTIONS)
    expect(pageCount).toBeGreaterThan(40)
    expect(withoutBlanks(laidOutText(pages)).replaceAll('301', '')).toHaveLength(
      withoutBlanks(plainText(document)).replaceAll('301', '').length,
    )
    expect(pdfTexts(bytes)).toEqual(pageTexts(pages))
    const headed = pageTexts(pages).filter((page) => page.startsWith('序号问题'))
    expect(headed.length).toBeGreaterThan(10)
  })
})

describe('the bytes of a PDF', () => {
  it('are the same for the same document, whatever was made before', async () => {
    const first = await renderPdf(sampleOpinion(), OPTIONS)
    await renderPdf(withBlocks(paragraph('⼀⼆⽂')), OPTIONS)
    await warmUp(OPTIONS.fonts)
    const second = await renderPdf(sampleOpinion(), OPTIONS)
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true)
    const other = await renderPdf(sampleOpinion(), { ...OPTIONS, chainHead: 'f'.repeat(64) })
    expect(Buffer.from(other.bytes).equals(Buffer.from(first.bytes))).toBe(false)
  })
})

describe('a character that no font has', () => {
  it('stops the document and is named with its place', async () => {
    const face = { character: '😀', codePoint: 'U+1F600' }
    const columns = [{ header: '序号', width: 1 }, { header: '问题', width: 1 }]
    expect(await missing(withBlocks(long(1), paragraph('当事人😀'))))
      .toEqual({ ...face, place: '正文第2段' })
    expect(await missing(withBlocks(heading(1, '事实'), heading(2, '😀')))).toEqual({ ...face, place: '标题“（一）😀”' })
    expect(await missing(withBlocks(table(columns, [['1', '无'], ['2', '😀']]))))
      .toEqual({ ...face, place: '表1第2行“问题”栏' })
    expect(await missing(withBlocks({ kind: 'key-value', rows: [{ label: '当事人', value: [text('😀')] }] })))
      .toEqual({ ...face, place: '表1“当事人”栏' })
    expect(await missing({ ...EMPTY, title: '意见书\ue000' }))
      .toEqual({ character: '\ue000', codePoint: 'U+E000', place: '标题' })
    expect(await missing({ ...EMPTY, attachments: ['清单', '😀'] })).toEqual({ ...face, place: '附件说明第2项' })
    expect(await missing({ ...EMPTY, footer: [{ label: '站点', value: '😀' }] })).toEqual({ ...face, place: '版记“站点”' })
    expect(await missing(withBlocks(paragraph('当事人\u0007某'))))
      .toEqual({ character: '\u0007', codePoint: 'U+0007', place: '当事人·某' })
    expect(await missing({ ...EMPTY, watermark: '😀' })).toEqual({ ...face, place: '水印' })
  })
})

describe('the page of GB/T 9704-2012', () => {
  const lines = (page: LaidOutPage | undefined): { count: number; top: number }[] =>
    (page?.marks ?? []).flatMap(({ mark, top, artifact }) =>
      mark.kind === 'text' && !artifact ? [{ count: mark.line.glyphs.length, top }] : [],
    )

  it('has 22 lines of 28 characters', () => {
    const second = lines(layoutPages(withBlocks(long(100)), bundled)[1])
    expect(second).toHaveLength(22)
    expect(second.every((line) => line.count === 28)).toBe(true)
  })

  it('keeps everything but the page number within the text block', () => {
    for (const page of layoutPages(sampleOpinion(), bundled)) {
      for (const { mark, left, artifact } of page.marks) {
        if (mark.kind !== 'text' || artifact) continue
        expect(left + mark.x).toBeGreaterThanOrEqual(BLOCK.left - 0.01)
        expect(left + mark.x + mark.line.width).toBeLessThanOrEqual(BLOCK.left + BLOCK.width + 0.01)
      }
    }
  })

  it('puts page numbers on the right of odd and on the left of even pages', () => {
    const sides = layoutPages(withBlocks(long(150)), bundled).map((page) => {
      const number = page.marks.find(({ artifact }) => artifact)
      return number?.mark.kind === 'text' && number.mark.x > BLOCK.width / 2 ? 'right' : 'left'
    })
    expect(sides.slice(0, 4)).toEqual(['right', 'left', 'right', 'left'])
  })

  it('never leaves the sign-off alone on a page, nor a heading at the foot of one', () => {
    for (let paragraphs = 1; paragraphs <= 40; paragraphs++) {
      const body = Array.from({ length: paragraphs }, () => paragraph('正文'))
      const end = [heading(1, '审核结论'), heading(2, '结论'), paragraph('正文')]
      const pages = layoutPages({ ...sampleOpinion(), blocks: [...body, ...end] }, bundled)
      const texts = pageTexts(pages)
      const signed = pages.findIndex(({ marks }) => marks.some(({ mark }) => mark.kind === 'signature'))
      expect(signed).toBe(pages.length - 1)
      expect(texts[signed]).toContain('正文')
      expect(texts[signed]).toContain('2026年5月14日')
      for (const page of texts) expect(page).not.toMatch(/(审核结论|结论)—\d+—$/)
    }
  })

  it('lays out a document of nothing but a title, empty paragraphs and an empty table', () => {
    const columns = [{ header: '序号', width: 1 }]
    const blocks = [paragraph(), table(columns, []), paragraph(''), table(columns, [['']])]
    const pages = layoutPages(withBlocks(...blocks), bundled)
    expect(pageTexts(pages)).toEqual(['测试序号序号—1—'])
  })

  it('sets a signer whose role and name are too long for one line above the place to sign', () => {
    const signer = { signer: 'x', role: '行政执法监督局重大行政执法决定法制审核机构负责人', name: '买买提·阿不都热合曼', date: null }
    const document = { ...EMPTY, signOff: { signers: [signer], organ: null, date: null } }
    const [page] = layoutPages(document, bundled)
    const field = page?.marks.find(({ mark }) => mark.kind === 'signature')?.mark
    expect(field?.kind === 'signature' && field.x + field.width <= BLOCK.width).toBe(true)
    const label = page?.marks.find(({ mark }) => mark.kind === 'text' && mark.line.glyphs[0]?.text === '行')?.mark
    expect(label?.kind === 'text' && field?.kind === 'signature' && label.baseline < field.y + 8).toBe(true)
  })
})
