/**
 * The light markup in which the sample papers are written, and its way into the one document model.
 *
 * A file begins with `格式：docx` or `格式：pdf` and `种类：ID` (kind of submission material), then a line `---`. After it:
 *
 *     # title                     several lines make a title of several lines
 *     @文号 X   @主送 X   @附件 X   document number, main recipient, one attachment
 *     @署名 X   @日期 2026-03-05    organ and date of the sign-off
 *     ## ### ####                 headings of level 1 to 3, without number
 *     - label：value ‖ label：value  a row of a form; neighbouring rows make one form
 *     | a | b |                   a table: header row, then `|=2|=5c|=3r|` (shares of the width, c centred, r right)
 *     > text   ! text   * text    right-aligned, not indented, small remark
 *     anything else               a paragraph
 *
 * Inside text, `[x]` and `[ ]` are check boxes.
 */
import { z } from 'zod'
import {
  checkBox,
  officialDocumentSchema,
  text,
  type Block,
  type Column,
  type HeadingLevel,
  type Inline,
  type KeyValueRow,
  type OfficialDocument,
} from '../../shared/documents/model.ts'

export const sampleFormatSchema = z.enum(['docx', 'pdf'])
export type SampleFormat = z.infer<typeof sampleFormatSchema>

export interface SamplePaper {
  readonly format: SampleFormat
  /** Kind of submission material, as in `case.json`. */
  readonly kind: string
  readonly document: OfficialDocument
}

/** A mistake in a sample paper: names the file and the line (from 1). */
export class SampleMarkupError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`)
    this.name = 'SampleMarkupError'
  }
}

interface Line {
  readonly number: number
  readonly content: string
}

interface Draft {
  title: string[]
  number: string | null
  addressee: string | null
  attachments: string[]
  organ: string | null
  date: string | null
  blocks: Block[]
}

/** Text with check boxes as inline content; empty text is no content. */
function inlines(content: string): Inline[] {
  return content
    .split(/(\[[x ]\])/u)
    .filter((part) => part !== '')
    .map((part) => (part === '[x]' ? checkBox(true) : part === '[ ]' ? checkBox(false) : text(part)))
}

function pair(content: string): { label: string; value: Inline[] } | null {
  const colon = content.indexOf('：')
  if (colon < 1) return null
  return { label: content.slice(0, colon).trim(), value: inlines(content.slice(colon + 1).trim()) }
}

function formRow(content: string): KeyValueRow | null {
  const [first, second, ...more] = content.split('‖').map((part) => pair(part))
  if (first === undefined || first === null || second === null || more.length > 0) return null
  return second === undefined ? first : { ...first, second }
}

function cells(content: string): string[] {
  return content
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => cell.trim())
}

function columns(headers: readonly string[], shares: readonly string[]): Column[] | null {
  if (headers.length !== shares.length) return null
  const made = headers.map((header, index): Column | null => {
    const share = /^=(\d+)([cr])?$/u.exec(shares[index] ?? '')
    if (share === null) return null
    const width = Number(share[1])
    if (share[2] === undefined) return { header, width }
    return { header, width, align: share[2] === 'c' ? 'center' : 'right' }
  })
  return made.every((column) => column !== null) ? made : null
}

const HEADINGS: Readonly<Record<string, HeadingLevel>> = { '##': 1, '###': 2, '####': 3 }

/** Takes one table from the front of `lines`; null where it is not well made. */
function takeTable(lines: Line[]): Block | null {
  const rows: string[][] = []
  while (lines[0]?.content.startsWith('|')) rows.push(cells(lines.shift()?.content ?? ''))
  const [headers, shares, ...body] = rows
  const made = headers === undefined || shares === undefined ? null : columns(headers, shares)
  if (made === null || body.some((row) => row.length !== made.length)) return null
  return { kind: 'table', columns: made, rows: body.map((row) => row.map(inlines)) }
}

/** Takes one form from the front of `lines`; null where a row is not well made. */
function takeForm(lines: Line[]): Block | null {
  const rows: KeyValueRow[] = []
  while (lines[0]?.content.startsWith('- ')) {
    const row = formRow(lines.shift()?.content.slice(2) ?? '')
    if (row === null) return null
    rows.push(row)
  }
  return { kind: 'key-value', rows }
}

function oneLineBlock(content: string): Block | null {
  const [mark = '', ...rest] = content.split(' ')
  const following = rest.join(' ')
  const level = HEADINGS[mark]
  if (level !== undefined) return { kind: 'heading', level, text: following }
  if (mark === '>') return { kind: 'paragraph', inlines: inlines(following), indent: false, align: 'right' }
  if (mark === '!') return { kind: 'paragraph', inlines: inlines(following), indent: false }
  if (mark === '*') return { kind: 'note', inlines: inlines(following) }
  return /^[#@|>!*-]/u.test(content) ? null : { kind: 'paragraph', inlines: inlines(content) }
}

/** True where the line was a property of the document and is done with. */
function takeProperty(draft: Draft, content: string): boolean {
  if (content.startsWith('# ')) draft.title.push(content.slice(2))
  else if (content.startsWith('@文号 ')) draft.number = content.slice(4)
  else if (content.startsWith('@主送 ')) draft.addressee = content.slice(4)
  else if (content.startsWith('@附件 ')) draft.attachments.push(content.slice(4))
  else if (content.startsWith('@署名 ')) draft.organ = content.slice(4)
  else if (content.startsWith('@日期 ')) draft.date = content.slice(4)
  else return false
  return true
}

function takeBlock(lines: Line[]): Block | null {
  const content = lines[0]?.content ?? ''
  if (content.startsWith('|')) return takeTable(lines)
  if (content.startsWith('- ')) return takeForm(lines)
  lines.shift()
  return oneLineBlock(content)
}

function header(file: string, lines: Line[], label: string): string {
  const line = lines.shift()
  if (line === undefined || !line.content.startsWith(`${label}：`)) {
    throw new SampleMarkupError(file, line?.number ?? 1, `${label}： expected`)
  }
  return line.content.slice(label.length + 1).trim()
}

/** Reads one sample paper. `file` is its name for messages. Throws {@link SampleMarkupError}. */
export function parseSamplePaper(file: string, source: string): SamplePaper {
  const lines: Line[] = source
    .split('\n')
    .map((content, index) => ({ number: index + 1, content: content.trim() }))
    .filter((line) => line.content !== '')
  const format = sampleFormatSchema.safeParse(header(file, lines, '格式'))
  if (!format.success) throw new SampleMarkupError(file, 1, 'docx or pdf expected')
  const kind = header(file, lines, '种类')
  if (lines.shift()?.content !== '---') throw new SampleMarkupError(file, 3, '--- expected')
  const draft: Draft = {
    title: [],
    number: null,
    addressee: null,
    attachments: [],
    organ: null,
    date: null,
    blocks: [],
  }
  for (let line = lines[0]; line !== undefined; line = lines[0]) {
    if (takeProperty(draft, line.content)) {
      lines.shift()
      continue
    }
    const block = takeBlock(lines)
    if (block === null) throw new SampleMarkupError(file, line.number, 'not well made')
    draft.blocks.push(block)
  }
  const document = officialDocumentSchema.safeParse({
    title: draft.title.join('\n'),
    number: draft.number,
    addressee: draft.addressee,
    blocks: draft.blocks,
    attachments: draft.attachments,
    signOff: draft.organ === null && draft.date === null ? null : { signers: [], organ: draft.organ, date: draft.date },
    footer: [],
    watermark: null,
  })
  if (!document.success) throw new SampleMarkupError(file, 1, z.prettifyError(document.error))
  return { format: format.data, kind, document: document.data }
}
