/** Lays out tables and forms as slices: one a row, or one a line for rows that are too high to be kept whole. */
import { text } from '../../shared/documents/model.ts'
import type { Alignment, Column, Inline } from '../../shared/documents/model.ts'
import type { Cell, FormRow } from '../../shared/documents/preview.ts'
import type { FontRole, FontSet } from './fonts.ts'
import { BLOCK, SIZE } from './page-geometry.ts'
import type { Mark, Slice } from './pagination.ts'
import { setInlines, textWidth } from './text-setting.ts'
import type { SetLine } from './text-setting.ts'

const CELL_SIZE = SIZE.smallFour
const CELL_LINE = 18
const PADDING = { side: 5.5, top: 4 }
const GAP_AROUND_TABLE = 8
/** Rows of more lines than this may go on to the next page. */
const LINES_KEPT_WHOLE = 8
/** A column of labels is at most this part of the text width. */
const WIDEST_LABEL = 0.3

interface CellBox {
  readonly x: number
  readonly width: number
  readonly inlines: readonly Inline[]
  readonly role: FontRole
  readonly align: Alignment
  readonly place: string
  /** At the right edge below room to write by hand. */
  readonly sign?: string | undefined
}

interface CellLine {
  readonly line: SetLine
  readonly align: Alignment
}

/** A table with its header; `ordinal` counts the tables of the document for naming places. */
export function layoutTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  ordinal: number,
  fonts: FontSet,
): Slice[] {
  const edges = columnEdges(columns.map((column) => column.width))
  const box = (index: number, part: Pick<CellBox, 'inlines' | 'role' | 'align' | 'place'>): CellBox => {
    const x = edges[index] ?? 0
    return { x, width: (edges[index + 1] ?? BLOCK.width) - x, ...part }
  }
  const headerCells = columns.map(({ header }, index) =>
    box(index, {
      inlines: [text(header)],
      role: 'hei',
      align: 'center',
      place: `表${ordinal}表头“${header}”`,
    }),
  )
  const [header] = layoutRow(headerCells, edges, fonts, Infinity)
  if (header === undefined) return []
  const body = rows.flatMap((row, rowIndex) => {
    const cells = row.map((inlines, index) =>
      box(index, {
        inlines,
        role: 'body',
        align: columns[index]?.align ?? 'left',
        place: `表${ordinal}第${rowIndex + 1}行“${columns[index]?.header ?? ''}”栏`,
      }),
    )
    return layoutRow(cells, edges, fonts, LINES_KEPT_WHOLE).map((slice) => ({ ...slice, header }))
  })
  return [{ ...header, gapBefore: GAP_AROUND_TABLE, keepWithNext: rows.length > 0 }, ...body]
}

/** A form of labels and values. */
export function layoutForm(rows: readonly FormRow[], ordinal: number, fonts: FontSet): Slice[] {
  const labels = labelWidths(rows, ordinal, fonts)
  // beside long labels on one side, both sides have the same room for what is written
  const half = (BLOCK.width + labels[0] - labels[1]) / 2
  const slices = rows.flatMap((row) => {
    const secondPair = row.length === 1 ? [] : [half, half + labels[1]]
    const edges = [0, labels[0], ...secondPair, BLOCK.width]
    const cells = row.flatMap(({ label, value, sign }, pair): CellBox[] => {
      const [left, middle, right] = [edges[pair * 2] ?? 0, edges[pair * 2 + 1] ?? 0, edges[pair * 2 + 2] ?? BLOCK.width]
      const place = `表${ordinal}“${label}”栏`
      return [
        { x: left, width: middle - left, inlines: [text(label)], role: 'hei', align: 'center', place },
        { x: middle, width: right - middle, inlines: value, role: 'body', align: 'left', place, sign },
      ]
    })
    return layoutRow(cells, edges, fonts, LINES_KEPT_WHOLE)
  })
  return slices.map((slice, index) => (index === 0 ? { ...slice, gapBefore: GAP_AROUND_TABLE } : slice))
}

/** Width of the first and of the second column of labels: as wide as their longest label, within bounds. */
function labelWidths(rows: readonly FormRow[], ordinal: number, fonts: FontSet): [number, number] {
  const width = (pair: number): number => {
    const widths = rows.map((row) => {
      const label = row[pair]?.label
      const style = { role: 'hei', size: CELL_SIZE } as const
      return label === undefined ? 0 : textWidth(label, style, fonts, `表${ordinal}“${label}”栏`)
    })
    const wanted = Math.max(...widths) + 2 * PADDING.side + 4
    return Math.min(Math.max(wanted, 5 * CELL_SIZE), WIDEST_LABEL * BLOCK.width)
  }
  return [width(0), width(1)]
}

function columnEdges(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const edges = [0]
  let sum = 0
  for (const share of shares) {
    sum += share
    edges.push((sum / total) * BLOCK.width)
  }
  return edges
}

function layoutRow(cells: readonly CellBox[], columns: readonly number[], fonts: FontSet, keptWhole: number): Slice[] {
  const set = cells.map((cell) => ({ cell, lines: setCell(cell, fonts) }))
  const count = Math.max(1, ...set.map(({ lines }) => lines.length))
  const whole = count <= keptWhole
  const slices: Slice[] = []
  const parts = whole ? 1 : count
  for (let part = 0; part < parts; part++) {
    const opens = part === 0
    const closes = part === parts - 1
    const top = opens ? PADDING.top : 0
    const marks = set.flatMap(({ cell, lines }): Mark[] => {
      if (!whole) return markLine(cell, lines[part], top)
      const centred = ((count - lines.length) * CELL_LINE) / 2
      return lines.flatMap((line, index) => markLine(cell, line, top + centred + index * CELL_LINE))
    })
    slices.push({
      height: top + (whole ? count : 1) * CELL_LINE + (closes ? PADDING.top : 0),
      gapBefore: 0,
      // two lines of a divided row stay together at its beginning and at its end
      keepWithNext: !whole && (part === 0 || part === parts - 2),
      marks,
      frame: { columns, opens, closes },
    })
  }
  return slices
}

/** Empty lines above the line for a signature. */
const ROOM_TO_WRITE = 2

function setCell({ width, inlines, role, align, place, sign }: CellBox, fonts: FontSet): CellLine[] {
  const room = width - 2 * PADDING.side
  const style = { role, size: CELL_SIZE }
  const set = (content: readonly Inline[], aligned: Alignment): CellLine[] =>
    setInlines(content, { style, room: () => room, justify: aligned === 'left', place }, fonts).map((line) => ({ line, align: aligned }))
  if (sign === undefined) return set(inlines, align)
  const blank: CellLine = { line: { glyphs: [], width: 0 }, align }
  return [...set(inlines, align), ...Array.from({ length: ROOM_TO_WRITE }, () => blank), ...set([text(sign)], 'right')]
}

function markLine(cell: CellBox, set: CellLine | undefined, top: number): Mark[] {
  if (set === undefined || set.line.glyphs.length === 0) return []
  const { line, align } = set
  const spare = cell.width - 2 * PADDING.side - line.width
  const shift = align === 'left' ? 0 : align === 'center' ? spare / 2 : spare
  const x = cell.x + PADDING.side + Math.max(0, shift)
  return [{ kind: 'text', line, x, baseline: top + CELL_LINE / 2 + 0.38 * CELL_SIZE, size: CELL_SIZE }]
}
