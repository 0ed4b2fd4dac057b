/** Inline content, tables and forms of the Word document. */
import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Alignment, Column, Inline } from '../../shared/documents/model.ts'
import { inlineText } from '../../shared/documents/preview.ts'
import type { Cell, FormPair, FormRow } from '../../shared/documents/preview.ts'
import { ALIGN_IN_CELL, CHECK_BOX_FONT, STYLE, twips, wordFont } from './docx-styles.ts'
import { BLOCK, SIZE } from './page-geometry.ts'

/** Runs of inline content; check boxes in a font that has them. */
export function wordRuns(inlines: readonly Inline[]): TextRun[] {
  return inlines.flatMap((inline): TextRun[] => {
    if (inline.kind === 'check-box') return [new TextRun({ text: inline.checked ? '☑' : '□', font: CHECK_BOX_FONT })]
    const emphasis = inline.bold === true ? { bold: true, font: wordFont('body') } : {}
    return inline.text
      .split('\n')
      .map((text, line) => new TextRun({ text, ...emphasis, ...(line > 0 ? { break: 1 } : {}) }))
  })
}

const LINE = { style: BorderStyle.SINGLE, size: 4, space: 0, color: '000000' }
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE }
const MARGINS = { top: 80, bottom: 80, left: 110, right: 110 }
const WIDTH = twips(BLOCK.width)

export function wordTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = wholeTwips(columns.map((column) => column.width / total))
  const header = columns.map((column, index) => cell([label(column.header)], widths[index] ?? 0))
  const body = rows.map((row) =>
    row.map((inlines, index) => cell([value(inlines, columns[index]?.align ?? 'left')], widths[index] ?? 0)),
  )
  return table(widths, [
    new TableRow({ children: header, tableHeader: true, cantSplit: true }),
    ...body.map((children, index) => new TableRow({ children, cantSplit: isShort(rows[index] ?? []) })),
  ])
}

export function wordForm(rows: readonly FormRow[]): Table {
  const pairs = Math.max(...rows.map((row) => row.length))
  const [first, second] = [labelWidth(rows, 0), labelWidth(rows, 1)]
  // beside long labels on one side, both sides have the same room for what is written
  const room = (1 - first - second) / 2
  const widths = wholeTwips(pairs === 1 ? [first, 1 - first] : [first, room, second, room])
  const spanned = widths.slice(1).reduce((sum, width) => sum + width, 0)
  const tableRows = rows.map((row) => {
    const children = row.flatMap((pair, index) => {
      const alone = row.length === 1 && pairs > 1
      const width = alone ? spanned : (widths[index * 2 + 1] ?? 0)
      return [cell([label(pair.label)], widths[index * 2] ?? 0), cell(pairValue(pair), width, alone ? 3 : 1)]
    })
    return new TableRow({ children, cantSplit: isShort(row.map((pair) => pair.value)) })
  })
  return table(widths, tableRows)
}

/** A row of little text stays on one page; a long one may go on to the next. */
function isShort(cells: readonly Cell[]): boolean {
  return cells.every((inlines) => inlineText(inlines).length <= 160)
}

/** Share of the width that the longest label of the first or second column of labels needs, at most three tenths. */
function labelWidth(rows: readonly FormRow[], pair: 0 | 1): number {
  const longest = Math.max(...rows.flatMap((row) => row[pair] ?? []).map(({ label: text }) => [...text].length), 0)
  const points = Math.max(longest, 4) * SIZE.smallFour + 16
  return Math.min(points / BLOCK.width, 0.3)
}

/** Shares of the text width in whole twips that add up to it. */
function wholeTwips(shares: readonly number[]): number[] {
  let sum = 0
  let before = 0
  return shares.map((share) => {
    sum += share
    const edge = Math.round(sum * WIDTH)
    const width = edge - before
    before = edge
    return width
  })
}

function table(columnWidths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows,
    columnWidths,
    width: { size: WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: MARGINS,
  })
}

function cell(content: readonly Paragraph[], width: number, columnSpan = 1): TableCell {
  return new TableCell({
    children: [...content],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(columnSpan > 1 ? { columnSpan } : {}),
  })
}

/** The value, and below room to write the line for a signature. */
function pairValue({ value: inlines, sign }: FormPair): Paragraph[] {
  const written = value(inlines, 'left')
  if (sign === undefined) return [written]
  return [written, value([], 'left'), value([], 'left'), value([{ kind: 'text', text: sign }], 'right')]
}

function label(text: string): Paragraph {
  return new Paragraph({ style: STYLE.cellLabel, children: [new TextRun(text)] })
}

function value(inlines: readonly Inline[], align: Alignment): Paragraph {
  return new Paragraph({ style: STYLE.cell, alignment: ALIGN_IN_CELL[align], children: wordRuns(inlines) })
}
