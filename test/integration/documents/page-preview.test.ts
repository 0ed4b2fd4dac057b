/** The page preview shows the lines, the places and the page breaks that the PDF has. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outlinesOf, previewPages } from '../../../src/main/documents/page-preview.ts'
import { PAGE } from '../../../src/main/documents/page-geometry.ts'
import { renderPdf } from '../../../src/main/documents/pdf.ts'
import { lineText, type LaidOutLine, type LaidOutSheet } from '../../../src/shared/documents/laid-out.ts'
import { heading, paragraph, type OfficialDocument } from '../../../src/shared/documents/model.ts'
import { isInstalled, withoutBlanks } from './rendered.ts'
import { OPTIONS, sampleOpinion } from './sample-opinion.ts'

interface Word {
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly text: string
}

/** Every word of the PDF with its place in points, as poppler finds it; nothing of our layout is known there. */
function wordsOf(pdf: Uint8Array): Word[] {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    execFileSync('pdftotext', ['-bbox', '-enc', 'UTF-8', join(folder, 'a.pdf'), join(folder, 'a.html')])
    const found: Word[] = []
    let page = -1
    const html = readFileSync(join(folder, 'a.html'), 'utf8')
    for (const [, sheet, left, top, right, bottom, text] of html.matchAll(/(<page )|<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)) {
      if (sheet !== undefined) page += 1
      else found.push({ page, left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom), text: (text ?? '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>') })
    }
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where a line begins and ends, as far as it shows something. */
function extentOf(line: LaidOutLine): { left: number; right: number } {
  const places = line.runs.flatMap(({ texts, x }) => texts.flatMap((text, index) => (text.trim() === '' ? [] : [x[index] ?? 0])))
  return { left: Math.min(...places), right: Math.max(...places) + line.size }
}

/** What stands on one height of the page, from left to right: the cells of a table row, a number and its name. */
function rowsOf(sheet: LaidOutSheet): LaidOutLine[][] {
  const rows = new Map<number, LaidOutLine[]>()
  for (const line of sheet.lines) rows.set(line.y, [...(rows.get(line.y) ?? []), line])
  return [...rows.values()].map((lines) => lines.toSorted((one, other) => extentOf(one).left - extentOf(other).left))
}

const textOf = (row: readonly LaidOutLine[]): string => row.map(lineText).join('')

/** The words of the PDF that stand where this row of the preview stands, joined. */
function inPdf(row: readonly LaidOutLine[], page: number, words: readonly Word[]): string {
  const extents = row.map(extentOf)
  const [line] = row
  if (line === undefined) return ''
  return words
    .filter((word) => word.page === page && word.top < line.y && word.bottom > line.y - line.size / 2 && word.bottom < line.y + line.size)
    .filter((word) => extents.some(({ left, right }) => word.left > left - 1.5 && word.left < right))
    .sort((one, other) => one.left - other.left)
    .map(({ text }) => text)
    .join('')
}

async function bothOf(document: OfficialDocument): Promise<{ pages: readonly LaidOutSheet[]; words: Word[] }> {
  const { bytes } = await renderPdf(document, OPTIONS)
  return { pages: previewPages(document, OPTIONS.fonts).pages, words: wordsOf(bytes) }
}

function longOpinion(): OfficialDocument {
  const sample = sampleOpinion()
  const sentence = '经审核，送审材料中的《行政处罚事先告知书》于2026年4月20日直接送达，当事人（统一社会信用代码91430421MA4L0ABC1X）未要求听证；现场检查笔录第2页缺少当事人确认意见，“条例第33条”应改为规范引用。'
  const more = Array.from({ length: 40 }, (_, index) => [heading(2, `第${index + 1}项问题及依据`), paragraph(sentence.repeat(1 + (index % 4)))]).flat()
  return { ...sample, blocks: [...sample.blocks, ...more], watermark: '草稿' }
}

describe.skipIf(!isInstalled('pdftotext'))('the preview beside the PDF', () => {
  it.each([
    ['the sample opinion', sampleOpinion()],
    ['a long draft', longOpinion()],
  ])('%s: every line of the preview is a line of the PDF, in its place on its page', async (_, document) => {
    const { pages, words } = await bothOf(document)
    expect(pages.length).toBe(1 + Math.max(...words.map(({ page }) => page)))
    const differing = pages.flatMap((sheet, page) =>
      rowsOf(sheet).flatMap((row) => {
        const [shown, printed] = [withoutBlanks(textOf(row)).replaceAll(/[☑□]/gu, ''), withoutBlanks(inPdf(row, page, words)).replaceAll(/[☑□]/gu, '')]
        return shown === printed ? [] : [{ page, shown, printed }]
      }),
    )
    expect(differing).toEqual([])
    // nothing of the PDF is left out of the preview either
    const all = (texts: readonly string[]): string => [...withoutBlanks(texts.join('')).replaceAll(/[☑□]/gu, '')].sort().join('')
    for (const [page, sheet] of pages.entries()) {
      expect(all(sheet.lines.map(lineText))).toBe(all(words.filter((word) => word.page === page).map(({ text }) => text)))
    }
  }, 60_000)

  it('a line that breaks elsewhere would be found', async () => {
    const { pages, words } = await bothOf(sampleOpinion())
    const line = pages[1]?.lines.find((one) => lineText(one).length > 20)
    if (line === undefined) throw new Error('the sample has no full line')
    const moved = { ...line, runs: line.runs.map((run) => ({ ...run, texts: run.texts.slice(0, -1), x: run.x.slice(0, -1) })) }
    expect(withoutBlanks(inPdf([moved], 1, words))).not.toBe(withoutBlanks(lineText(moved)))
  })

  it('characters have their outlines, within their square', () => {
    const { faces, pages } = previewPages(sampleOpinion(), OPTIONS.fonts)
    const characters = [...new Set(pages.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.filter(({ face }) => face === 1).flatMap(({ texts }) => texts))))]
    const outlines = outlinesOf(faces[1] ?? '', characters)
    for (const character of characters.filter((one) => one.trim() !== '' && !/[☑□]/u.test(one))) expect(outlines[character], character).toMatch(/^M[-\d. MLQCZ]+Z$/)
    const numbers = [...(outlines['审'] ?? characters.map((one) => outlines[one]).join('')).matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
    expect(Math.min(...numbers)).toBeGreaterThan(-1.3)
    expect(Math.max(...numbers)).toBeLessThan(1.5)
    expect(outlinesOf('NoSuchFace', ['审'])).toEqual({})
  })

  it('is as large as the page, and has the watermark of a draft', () => {
    const { width, height, watermark } = previewPages(longOpinion(), OPTIONS.fonts)
    expect([width, height]).toEqual([PAGE.width, PAGE.height])
    expect(watermark).toMatch(/^M[-\d. MLQCZ]+Z$/)
    expect(previewPages(sampleOpinion(), OPTIONS.fonts).watermark).toBe('')
  })
})
