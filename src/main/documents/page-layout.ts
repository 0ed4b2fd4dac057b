/** From a document to pages of placed glyphs and lines, after GB/T 9704-2012. Knows nothing of PDF. */
import type { OfficialDocument } from '../../shared/documents/model.ts'
import { documentParts, documentSheets } from '../../shared/documents/preview.ts'
import type { DocumentPart } from '../../shared/documents/preview.ts'
import type { FontRole, FontSet } from './fonts.ts'
import { BLOCK, CHARACTER_PITCH, LINE_HEIGHT, PAGE, PAGE_NUMBER_DROP, SIZE } from './page-geometry.ts'
import { paginate } from './pagination.ts'
import type { Mark, PageContent, PlacedSlice, Slice } from './pagination.ts'
import { baselineIn, layoutAttachments, layoutImprint, layoutOrganAndDate, layoutSigners } from './sign-off-layout.ts'
import { layoutForm, layoutTable } from './table-layout.ts'
import { setInlines, setText } from './text-setting.ts'
import type { SetLine, TextStyle } from './text-setting.ts'

/** A mark on a page, in points from the page's top left corner. */
export interface PageMark {
  readonly mark: Mark
  readonly left: number
  readonly top: number
  /** Page number or repeated table header: not part of the document's text. */
  readonly artifact: boolean
}

export interface LaidOutPage {
  readonly marks: readonly PageMark[]
}

type Part<Kind extends DocumentPart['kind']> = Extract<DocumentPart, { kind: Kind }>

const INDENT = 2 * CHARACTER_PITCH
const TITLE_LINE = 36
const NOTE_LINE = 20
const HEADING_ROLE: Record<1 | 2 | 3 | 4, FontRole> = { 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' }
const GAP_AFTER_TABLE = 8

/** Lays out a document. Throws `glyph-missing`, naming the place, for a character that no font has. */
export function layoutPages(document: OfficialDocument, fonts: FontSet): LaidOutPage[] {
  const pages = documentSheets(document).flatMap((sheet) => {
    const parts = documentParts(sheet)
    return paginate(keepEndTogether(bodySlices(parts, fonts), endSlices(parts, fonts)), BLOCK.height)
  })
  const numbered = document.pageNumbers !== false
  return pages.map((content, index) => ({
    marks: [...contentMarks(content), ...(numbered ? [pageNumber(index + 1, fonts)] : [])],
  }))
}

function only<Kind extends DocumentPart['kind']>(parts: readonly DocumentPart[], kind: Kind): Part<Kind>[] {
  return parts.filter((part): part is Part<Kind> => part.kind === kind)
}

function bodySlices(parts: readonly DocumentPart[], fonts: FontSet): Slice[] {
  const slices = openingSlices(parts, fonts)
  let paragraphs = 0
  let tables = 0
  let afterTable = false
  for (const part of parts) {
    let added: Slice[] = []
    if (part.kind === 'heading') added = layoutHeading(part, fonts)
    else if (part.kind === 'paragraph') added = layoutParagraph(part, `正文第${++paragraphs}段`, fonts)
    else if (part.kind === 'note') added = layoutNote(part, fonts)
    else if (part.kind === 'table') added = layoutTable(part.columns, part.rows, ++tables, fonts)
    else if (part.kind === 'form') added = layoutForm(part.rows, ++tables, fonts)
    if (added.length === 0) continue
    slices.push(...(afterTable ? withGap(added, GAP_AFTER_TABLE) : added))
    afterTable = part.kind === 'table' || part.kind === 'form'
  }
  return slices
}

function endSlices(parts: readonly DocumentPart[], fonts: FontSet): { attachments: Slice[]; signOff: Slice[] } {
  const attachments = layoutAttachments(only(parts, 'attachment'), fonts)
  const organ = only(parts, 'organ')[0]?.text
  const date = only(parts, 'date')[0]?.text
  const signOff = [
    ...layoutSigners(only(parts, 'signer'), fonts),
    ...layoutOrganAndDate(organ, date, fonts),
    ...only(parts, 'facts').flatMap((part) => layoutImprint(part.facts, fonts)),
  ]
  return { attachments, signOff }
}

/** Attachments up to this number of lines move on with the sign-off; a longer list is divided. */
const ATTACHMENT_LINES_KEPT = 6

/**
 * The sign-off never stands alone on a page (7.3.5.5): it is kept with the two last lines of the text and what is
 * between, and the imprint with the sign-off.
 */
function keepEndTogether(body: Slice[], end: { attachments: Slice[]; signOff: Slice[] }): Slice[] {
  const before = [...body, ...end.attachments]
  if (end.signOff.length === 0) return before
  const listed = end.attachments.length <= ATTACHMENT_LINES_KEPT ? end.attachments.length : 0
  const kept = 2 + listed
  return [
    ...before.map((slice, index) => (index >= before.length - kept ? { ...slice, keepWithNext: true } : slice)),
    ...end.signOff,
  ]
}

function withGap(slices: readonly Slice[], gap: number): Slice[] {
  return slices.map((slice, index) => (index === 0 ? { ...slice, gapBefore: Math.max(gap, slice.gapBefore) } : slice))
}

/** Title, number and addressee. The text begins on a line of the page's grid of 22. */
function openingSlices(parts: readonly DocumentPart[], fonts: FontSet): Slice[] {
  const slices: Slice[] = []
  const push = (line: SetLine, x: number, height: number, size: number, keepWithNext: boolean): void => {
    const baseline = baselineIn(height, size)
    slices.push({ height, gapBefore: 0, keepWithNext, marks: [{ kind: 'text', line, x, baseline, size }] })
  }
  for (const title of only(parts, 'title')) {
    for (const line of title.lines.flatMap((text) => setTitle(text, fonts))) {
      push(line, (BLOCK.width - line.width) / 2, TITLE_LINE, SIZE.two, true)
    }
  }
  const style: TextStyle = { role: 'body', size: SIZE.three, pitch: CHARACTER_PITCH }
  for (const { text } of only(parts, 'number')) {
    const setting = { style, room: () => BLOCK.width, justify: false, place: '文号' }
    for (const line of setText(text, setting, fonts)) {
      push(line, (BLOCK.width - line.width) / 2, LINE_HEIGHT, SIZE.three, true)
    }
  }
  const height = slices.reduce((sum, slice) => sum + slice.height, 0)
  const padded = Math.ceil((height + LINE_HEIGHT / 2) / LINE_HEIGHT) * LINE_HEIGHT
  slices.push({ height: padded - height, gapBefore: 0, keepWithNext: true, marks: [] })
  for (const { text } of only(parts, 'addressee')) {
    const setting = { style, room: () => BLOCK.width, justify: true, place: '主送机关' }
    for (const line of setText(text, setting, fonts)) push(line, 0, LINE_HEIGHT, SIZE.three, true)
  }
  return slices
}

/** A title in lines of about equal length rather than one full and one short. */
function setTitle(text: string, fonts: FontSet): SetLine[] {
  const style: TextStyle = { role: 'title', size: SIZE.two }
  const within = (room: number): SetLine[] =>
    setText(text, { style, room: () => room, justify: false, place: '标题' }, fonts)
  let best = within(BLOCK.width)
  const count = best.length
  if (count === 1) return best
  for (let room = BLOCK.width - SIZE.two / 2; room > BLOCK.width / count - SIZE.two; room -= SIZE.two / 2) {
    const tried = within(room)
    if (tried.length > count) break
    best = tried
  }
  return best
}

function layoutHeading(part: Part<'heading'>, fonts: FontSet): Slice[] {
  const style: TextStyle = { role: HEADING_ROLE[part.level], size: SIZE.three, pitch: CHARACTER_PITCH }
  const place = `标题“${part.number}${part.text}”`
  const room = (line: number): number => BLOCK.width - (line === 0 ? INDENT : 0)
  const lines = setText(`${part.number}${part.text}`, { style, room, justify: true, place }, fonts)
  return lines.map((line, index) => textSlice(line, index === 0 ? INDENT : 0, SIZE.three, LINE_HEIGHT, true))
}

/** Lines of a paragraph are not kept together: every page is filled with its 22 lines (5.2.3). */
function layoutParagraph(part: Part<'paragraph'>, place: string, fonts: FontSet): Slice[] {
  const style: TextStyle = { role: 'body', size: SIZE.three, pitch: CHARACTER_PITCH }
  const indentOf = (line: number): number => (part.indent && line === 0 ? INDENT : 0)
  const room = (line: number): number => BLOCK.width - indentOf(line)
  const lines = setInlines(part.inlines, { style, room, justify: part.align === 'left', place }, fonts)
  return lines.map((line, index) => {
    const spare = room(index) - line.width
    const shift = part.align === 'left' ? 0 : part.align === 'center' ? spare / 2 : spare
    return textSlice(line, indentOf(index) + shift, SIZE.three, LINE_HEIGHT, false)
  })
}

function layoutNote(part: Part<'note'>, fonts: FontSet): Slice[] {
  const style: TextStyle = { role: 'body', size: SIZE.smallFour }
  const setting = { style, room: () => BLOCK.width, justify: true, place: '注' }
  const lines = setInlines(part.inlines, setting, fonts)
  return lines.map((line) => textSlice(line, 0, SIZE.smallFour, NOTE_LINE, false))
}

function textSlice(line: SetLine, x: number, size: number, height: number, keepWithNext: boolean): Slice {
  const marks: Mark[] = [{ kind: 'text', line, x, baseline: baselineIn(height, size), size }]
  return { height, gapBefore: 0, keepWithNext, marks }
}

function contentMarks(content: PageContent): PageMark[] {
  return content.flatMap((placed) => {
    const at = { left: BLOCK.left, top: BLOCK.top + placed.top, artifact: placed.repeated }
    return [...frameMarks(placed), ...placed.slice.marks].map((mark) => ({ mark, ...at }))
  })
}

const FRAME_WEIGHT = 0.6

/** The lines around a table row; where a row is divided by the end of a page, both parts are closed. */
function frameMarks({ slice, firstOnPage, lastOnPage }: PlacedSlice): Mark[] {
  const { frame, height } = slice
  if (frame === undefined) return []
  const left = frame.columns[0] ?? 0
  const right = frame.columns[frame.columns.length - 1] ?? 0
  const across = (y: number): Mark => ({ kind: 'rule', x1: left, y1: y, x2: right, y2: y, weight: FRAME_WEIGHT })
  const down = (x: number): Mark => ({ kind: 'rule', x1: x, y1: 0, x2: x, y2: height, weight: FRAME_WEIGHT })
  return [
    ...(frame.opens || firstOnPage ? [across(0)] : []),
    ...(frame.closes || lastOnPage ? [across(height)] : []),
    ...frame.columns.map(down),
  ]
}

/** — 1 — below the text block, on the right of odd and on the left of even pages (7.5). */
function pageNumber(page: number, fonts: FontSet): PageMark {
  const style: TextStyle = { role: 'song', size: SIZE.four }
  const setting = { style, room: () => Infinity, justify: false, place: '页码' }
  const line = setText(`— ${page} —`, setting, fonts)[0] ?? { glyphs: [], width: 0 }
  const x = page % 2 === 1 ? BLOCK.width - SIZE.four - line.width : SIZE.four
  const top = BLOCK.top + BLOCK.height + PAGE_NUMBER_DROP
  const mark: Mark = { kind: 'text', line, x, baseline: 0.88 * SIZE.four, size: SIZE.four }
  return { mark, left: BLOCK.left, top: Math.min(top, PAGE.height - 2 * SIZE.four), artifact: true }
}

/** The document's text as it stands on the pages, in the order in which it is drawn. */
export function laidOutText(pages: readonly LaidOutPage[]): string {
  return pages
    .flatMap((page) => page.marks)
    .filter(({ artifact }) => !artifact)
    .map(({ mark }) => (mark.kind === 'text' ? mark.line.glyphs.map((glyph) => glyph.text).join('') : ''))
    .join('')
}
