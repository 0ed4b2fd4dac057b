/** Generated files as real ones: DOCX and PDF through the product's document model, workbooks and plain texts. */
import { strToU8, zipSync } from 'fflate'
import { SAMPLE_RENDER_OPTIONS } from '../../src/main/samples/generate.ts'
import { renderDocx } from '../../src/main/documents/docx.ts'
import { renderPdf } from '../../src/main/documents/pdf.ts'
import { text, type Block, type KeyValueRow, type OfficialDocument } from '../../src/shared/documents/model.ts'
import { marked, textOfFile, type GeneratedFile } from './files.ts'
import type { Paper } from './paper.ts'
import type { Story } from './story.ts'

const paragraph = (words: string, align?: 'center' | 'right'): Block => ({
  kind: 'paragraph',
  inlines: [text(words)],
  indent: align === undefined,
  ...(align === undefined ? {} : { align }),
})

/** Rows of two or four cells are a form, others a table whose first row is its head. */
function tabled(rows: readonly (readonly string[])[]): Block {
  const [first = []] = rows
  if (rows.every((cells) => cells.length === 2)) {
    const made: KeyValueRow[] = rows.map(([label = '', value = '']) => ({ label, value: [text(value)] }))
    return { kind: 'key-value', rows: made }
  }
  return {
    kind: 'table',
    columns: first.map((header) => ({ header: header === '' ? '—' : header, width: 3 })),
    rows: rows.slice(1).map((cells) => first.map((_, place) => [text(cells[place] ?? '')])),
  }
}

function blocksOf(story: Story, paper: Paper): Block[] {
  const blocks: Block[] = []
  let rows: string[][] = []
  const flush = (): void => {
    if (rows.length > 0) blocks.push(tabled(rows))
    rows = []
  }
  for (const { slot, text: words } of paper.lines) {
    if (slot === 'title' || slot === 'agency') continue
    for (const line of marked(story, words).split(/[\n\f]/u)) {
      const cells = line.split('\t')
      if (cells.length > 1) {
        if (rows.length > 0 && rows[0]?.length !== cells.length) flush()
        rows.push(cells)
        continue
      }
      flush()
      if (line.trim() !== '')
        blocks.push(
          paragraph(line, slot === 'issuer' || slot === 'day' ? 'right' : slot === 'number' ? 'center' : undefined),
        )
    }
  }
  flush()
  return blocks
}

const titleOf = (story: Story, { lines, name }: Paper): string =>
  marked(
    story,
    lines
      .filter(({ slot }) => slot === 'agency' || slot === 'title')
      .map(({ text: words }) => words)
      .join('\n') || name,
  )

/** The papers of a file one below the other. */
export function documentOf(story: Story, { papers }: GeneratedFile): OfficialDocument {
  const [first, ...others] = papers
  if (first === undefined) throw new Error('a file without a paper')
  return {
    title: titleOf(story, first),
    number: null,
    addressee: null,
    attachments: [],
    signOff: null,
    footer: [],
    watermark: null,
    blocks: [
      ...blocksOf(story, first),
      ...others.flatMap((paper) => [
        ...titleOf(story, paper)
          .split('\n')
          .map((line) => paragraph(line, 'center')),
        ...blocksOf(story, paper),
      ]),
    ],
  }
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A workbook of one sheet, every cell a text. */
function workbook(lines: readonly string[]): Uint8Array {
  const row = (line: string, at: number): string =>
    `<row r="${at + 1}">${line
      .split('\t')
      .map(
        (cell, place) =>
          `<c r="${String.fromCharCode(65 + place)}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
      )
      .join('')}</row>`
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${lines.map(row).join('')}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
}

export async function bytesOf(story: Story, file: GeneratedFile): Promise<Uint8Array> {
  const words = (): string =>
    textOfFile(story, file)
      .pages.map((page) => page.text)
      .join('\n')
  if (file.format === 'docx') return await renderDocx(documentOf(story, file), SAMPLE_RENDER_OPTIONS)
  if (file.format === 'pdf') return (await renderPdf(documentOf(story, file), SAMPLE_RENDER_OPTIONS)).bytes
  if (file.format === 'xlsx') return workbook(words().split('\n'))
  return strToU8(words())
}
