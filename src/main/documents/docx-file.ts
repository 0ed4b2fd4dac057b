/** Makes the Word file; see `docx.ts`, which loads this when it is needed. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { IParagraphOptions, Table } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import type { Alignment, Inline, OfficialDocument } from '../../shared/documents/model.ts'
import { documentParts, documentSheets, inlineText } from '../../shared/documents/preview.ts'
import type { DocumentPart } from '../../shared/documents/preview.ts'
import { checkedDocument } from './checked-document.ts'
import { finishPackage } from './docx-package.ts'
import { ALIGN, STYLE, twips, wordStyles } from './docx-styles.ts'
import { wordForm, wordRuns, wordTable } from './docx-tables.ts'
import { ownFacts } from './own-facts.ts'
import { BLOCK, CHARACTER_PITCH, LINE_HEIGHT, PAGE, POINTS_PER_MM, SIZE } from './page-geometry.ts'
import type { RenderOptions } from './pdf.ts'

type Part<Kind extends DocumentPart['kind']> = Extract<DocumentPart, { kind: Kind }>

const HEADING = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
}

export async function makeDocx(document: OfficialDocument, options: RenderOptions): Promise<Uint8Array> {
  const checked = checkedDocument(document)
  const file = new Document({
    title: checked.title.replaceAll('\n', ''),
    ...(checked.number === null ? {} : { subject: checked.number }),
    creator: options.producer,
    lastModifiedBy: options.producer,
    customProperties: customProperties(checked, options),
    styles: wordStyles(),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: { width: twips(PAGE.width), height: twips(PAGE.height) }, margin: margins() },
        },
        headers: headers(checked.watermark),
        ...(checked.pageNumbers === false ? {} : { footers: { default: pageNumber('right'), even: pageNumber('left') } }),
        children: documentSheets(checked).flatMap((sheet, index) => children(documentParts(sheet), index > 0)),
      },
    ],
  })
  return finishPackage(await Packer.toBuffer(file), options.createdAt)
}

function margins() {
  return {
    top: twips(BLOCK.top),
    left: twips(BLOCK.left),
    bottom: twips(PAGE.height - BLOCK.top - BLOCK.height),
    right: twips(PAGE.width - BLOCK.left - BLOCK.width),
    header: twips(15 * POINTS_PER_MM),
    // the page number stands 7 mm below the text block
    footer: twips(22 * POINTS_PER_MM),
  }
}

function customProperties(document: OfficialDocument, options: RenderOptions): { name: string; value: string }[] {
  return ownFacts(document, options).map(([name, value]) => ({ name, value }))
}

/** — 1 — one character from the outer edge: on the right of odd, on the left of even pages. */
function pageNumber(side: 'left' | 'right'): Footer {
  const inset = twips(SIZE.four)
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.pageNumber,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: inset } : { left: inset },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

function headers(watermark: string | null): { default: Header; even: Header } | undefined {
  if (watermark === null) return undefined
  const header = (): Header => {
    const mark = new TextWatermark({ text: watermark, font: '黑体', color: '808080', opacity: 0.25, width: 330 })
    return new Header({ children: [new Paragraph({ children: [mark] })] })
  }
  return { default: header(), even: header() }
}

/** `newPage`: its first line begins one. */
function children(parts: readonly DocumentPart[], newPage: boolean): (Paragraph | Table)[] {
  const ofKind = <Kind extends DocumentPart['kind']>(kind: Kind): Part<Kind>[] =>
    parts.filter((part): part is Part<Kind> => part.kind === kind)
  const end = signOff(ofKind('signer'), ofKind('organ')[0]?.text, ofKind('date')[0]?.text, ofKind('facts').length > 0)
  const lastOfText = parts.findLastIndex((part) => part.kind === 'paragraph' || part.kind === 'note')
  const attachments = ofKind('attachment')
  const numbered = ofKind('number').length > 0
  return [
    ...parts.flatMap((part, index) => textPart(part, end.length > 0 && index === lastOfText, numbered, newPage)),
    ...attachments.map((part, index) => attachment(part, index === 0 ? LINE_HEIGHT : 0, end.length > 0)),
    ...end,
    ...ofKind('facts').flatMap(imprint),
  ]
}

function signOff(
  signers: readonly Part<'signer'>[],
  organ: string | undefined,
  date: string | undefined,
  imprintFollows: boolean,
): (Paragraph | Table)[] {
  const made: (Paragraph | Table)[] = []
  made.push(...signers.flatMap(signer))
  const gap = signers.length > 0 ? 1.5 : 2
  if (organ !== undefined) {
    made.push(signOffLine(organ, organIndent(organ, date), gap, date !== undefined || imprintFollows))
  }
  if (date !== undefined) {
    made.push(signOffLine(date, 4 * CHARACTER_PITCH, organ === undefined ? gap : 0, imprintFollows))
  }
  return made
}

/** A part of the text; `keepNext` ties the last paragraph to the sign-off, which may not stand alone on a page. */
function textPart(part: DocumentPart, keepNext: boolean, numbered: boolean, newPage: boolean): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'title':
      return part.lines.map((line, index) => {
        const last = !numbered && index === part.lines.length - 1
        const spacing = { line: twips(36), lineRule: 'exact', after: last ? twips(LINE_HEIGHT / 2) : 0 } as const
        return plain(line, { style: STYLE.title, spacing, ...(newPage && index === 0 ? { pageBreakBefore: true } : {}) })
      })
    case 'number':
      return [plain(part.text, { style: STYLE.number })]
    case 'addressee':
      return [plain(part.text, { style: STYLE.addressee })]
    case 'heading':
      return [plain(`${part.number}${part.text}`, { heading: HEADING[part.level] })]
    case 'paragraph': {
      const indent = part.indent ? { firstLine: twips(2 * CHARACTER_PITCH), firstLineChars: 200 } : {}
      const alignment = part.align === 'left' ? unstretched(part.inlines) : ALIGN[part.align]
      return [
        new Paragraph({
          style: STYLE.body,
          alignment,
          indent,
          keepNext,
          widowControl: false,
          children: wordRuns(part.inlines),
        }),
      ]
    }
    case 'note':
      return [new Paragraph({ style: STYLE.note, alignment: unstretched(part.inlines), keepNext, children: wordRuns(part.inlines) })]
    case 'table':
      return [thinLine(true), wordTable(part.columns, part.rows), thinLine(false)]
    case 'form':
      return [thinLine(true), wordForm(part.rows), thinLine(false)]
    default:
      return []
  }
}

/** A line that a break ends is not the last of its paragraph: justified, its few words would stand across the whole page. */
function unstretched(inlines: readonly Inline[]): (typeof ALIGN)[Alignment] {
  return inlineText(inlines).includes('\n') ? AlignmentType.LEFT : ALIGN.left
}

function plain(text: string, options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun(text)] })
}

/** A thin empty line around tables: Word joins two tables that touch. */
function thinLine(keepNext: boolean): Paragraph {
  return new Paragraph({ style: STYLE.note, keepNext, spacing: { line: twips(8), lineRule: 'exact' } })
}

function attachment(part: Part<'attachment'>, before: number, keepNext: boolean): Paragraph {
  const hanging = (part.lead === '' ? 0 : 3) + (part.number === '' ? 0 : 1)
  const left = 5 + (part.number === '' ? 0 : 1)
  return plain(`${part.lead}${part.number}${part.name}`, {
    style: STYLE.attachment,
    keepNext,
    spacing: { before: twips(before), line: twips(LINE_HEIGHT), lineRule: 'exact' },
    indent: { left: twips(left * CHARACTER_PITCH), hanging: twips(hanging * CHARACTER_PITCH) },
  })
}

/** Where a signature line begins and ends, in points from the edge of the text. */
const SIGNATURE_LINE = { from: 202, to: 302 }

/** Role and name, a line to sign on drawn by a tab, and the day at the right edge; long names stand above the line. */
function signer(part: Part<'signer'>, index: number): Paragraph[] {
  const words = `${part.label}${part.name}`
  const indent = { left: twips(2 * CHARACTER_PITCH) }
  const before = twips(index === 0 ? LINE_HEIGHT + 28 : 28)
  const tabStops = [
    { type: TabStopType.LEFT, position: twips(SIGNATURE_LINE.from) },
    { type: TabStopType.LEFT, position: twips(SIGNATURE_LINE.to), leader: LeaderType.UNDERSCORE },
    { type: TabStopType.RIGHT, position: twips(BLOCK.width) },
  ]
  const line = (children: (string | Tab)[], space: number): Paragraph =>
    new Paragraph({
      style: STYLE.signer,
      indent,
      tabStops,
      spacing: { before: space, line: twips(24), lineRule: 'exact' },
      children: [new TextRun({ children })],
    })
  const toSign = [new Tab(), new Tab(), new Tab(), part.date]
  const room = SIGNATURE_LINE.from - 3 * CHARACTER_PITCH
  const fits = (roughWidth(words) * SIZE.four) / CHARACTER_PITCH <= room
  return fits ? [line([words, ...toSign], before)] : [line([words], before), line(toSign, twips(14))]
}

function signOffLine(text: string, right: number, linesBefore: number, keepNext: boolean): Paragraph {
  return plain(text, {
    style: STYLE.signOff,
    keepNext,
    spacing: { before: twips(linesBefore * LINE_HEIGHT), line: twips(LINE_HEIGHT), lineRule: 'exact' },
    indent: { right: twips(right) },
  })
}

/** The indent from the right that centres the organ over a date four characters from the right edge. */
function organIndent(organ: string, date: string | undefined): number {
  const edge = 4 * CHARACTER_PITCH
  return date === undefined ? edge : Math.max(0, edge + (roughWidth(date) - roughWidth(organ)) / 2)
}

/** Width of a line in size 3, counting what is not Chinese as half a character: Word alone knows its fonts. */
function roughWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u2e80' ? 0.5 : 1), 0) * CHARACTER_PITCH
}

function imprint(part: Part<'facts'>): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 6, space: 3, color: '000000' }
  return part.facts.map(({ label, value }, index) => {
    const first = index === 0
    const last = index === part.facts.length - 1
    return plain(`${label}：${value}`, {
      style: STYLE.imprint,
      keepNext: !last,
      spacing: { before: first ? twips(2 * LINE_HEIGHT) : 0, line: twips(14), lineRule: 'exact' },
      border: { ...(first ? { top: rule } : {}), ...(last ? { bottom: rule } : {}) },
    })
  })
}

