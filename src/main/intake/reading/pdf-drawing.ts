/** What a PDF page draws besides text: ruled lines, and how much of it is pictures or outlines. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfLibrary } from './pdf-engine.ts'
import type { Rule } from './table-grid.ts'

export interface PageDrawing {
  /** In the page's upright coordinates, y growing downwards. */
  readonly rules: readonly Rule[]
  /** Share of the page that pictures cover, 0 to 1 and more where they overlap. */
  readonly pictureShare: number
  /** Points of paths that are not straight along an axis: text turned into outlines has thousands. */
  readonly outlinePoints: number
}

type Matrix = readonly [number, number, number, number, number, number]

/** First `a`, then `b`. */
function times(b: Matrix, a: Matrix): Matrix {
  return [
    b[0] * a[0] + b[2] * a[1], b[1] * a[0] + b[3] * a[1],
    b[0] * a[2] + b[2] * a[3], b[1] * a[2] + b[3] * a[3],
    b[0] * a[4] + b[2] * a[5] + b[4], b[1] * a[4] + b[3] * a[5] + b[5],
  ]
}

const at = (matrix: Matrix, x: number, y: number): readonly [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5],
]

function matrixOf(value: unknown): Matrix | undefined {
  const numbers = Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<unknown>, Number) : []
  return numbers.length >= 6 && numbers.every(Number.isFinite) ? (numbers.slice(0, 6) as unknown as Matrix) : undefined
}

/** Thicker than this it is a bar or a picture, not a rule; shorter it is part of a character. In points. */
const THICKEST = 3
const SHORTEST = 7
const MOST_OPERATIONS = 400_000

/** pdf.js's own codes inside a path: move, line, curve (three points), quadratic curve (two points), close. */
const PATH = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const

class DrawingWalk {
  readonly rules: Rule[] = []
  pictureArea = 0
  outlinePoints = 0

  /** Adds the lines of one path; `filled` means that only its inside is painted. */
  path(data: ArrayLike<number>, matrix: Matrix, filled: boolean): void {
    let [startX, startY, x, y] = [0, 0, 0, 0]
    const box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity }
    let straight = true
    const lines: Rule[] = []
    const reach = (toX: number, toY: number): void => {
      const [fromX, fromY] = at(matrix, x, y)
      const [endX, endY] = at(matrix, toX, toY)
      const rule = { x1: Math.min(fromX, endX), y1: Math.min(fromY, endY), x2: Math.max(fromX, endX), y2: Math.max(fromY, endY) }
      if (Math.min(rule.x2 - rule.x1, rule.y2 - rule.y1) > 1) {
        straight = false
        this.outlinePoints += 1
      } else lines.push(rule)
      box.x1 = Math.min(box.x1, rule.x1)
      box.y1 = Math.min(box.y1, rule.y1)
      box.x2 = Math.max(box.x2, rule.x2)
      box.y2 = Math.max(box.y2, rule.y2)
      ;[x, y] = [toX, toY]
    }
    const flush = (): void => {
      if (filled && straight && lines.length >= 3 && Math.min(box.x2 - box.x1, box.y2 - box.y1) <= THICKEST) this.#add(box)
      else if (!filled) for (const line of lines) this.#add(line)
      lines.length = 0
      straight = true
      Object.assign(box, { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity })
    }
    const number = (index: number): number => data[index] ?? 0
    for (let index = 0; index < data.length; ) {
      const code = number(index)
      if (code === PATH.move) {
        flush()
        ;[x, y] = [number(index + 1), number(index + 2)]
        ;[startX, startY] = [x, y]
        index += 3
      } else if (code === PATH.line) {
        reach(number(index + 1), number(index + 2))
        index += 3
      } else if (code === PATH.close) {
        if (x !== startX || y !== startY) reach(startX, startY)
        index += 1
      } else {
        const points = code === PATH.curve ? 3 : 2
        straight = false
        this.outlinePoints += points
        ;[x, y] = [number(index + points * 2 - 1), number(index + points * 2)]
        index += 1 + points * 2
      }
    }
    flush()
  }

  #add({ x1, y1, x2, y2 }: Rule): void {
    const [width, height] = [x2 - x1, y2 - y1]
    if (Math.min(width, height) <= THICKEST && Math.max(width, height) >= SHORTEST) this.rules.push({ x1, y1, x2, y2 })
  }
}

/** Reads what the page draws. May throw where the page's content is damaged. */
export async function pageDrawing(page: PDFPageProxy, { OPS }: PdfLibrary): Promise<PageDrawing> {
  const viewport = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList()
  const walk = new DrawingWalk()
  const saved: Matrix[] = []
  let matrix = viewport.transform as unknown as Matrix
  const strokes: readonly number[] = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]
  const fills: readonly number[] = [OPS.fill, OPS.eoFill]
  const pictures: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject, OPS.paintSolidColorImageMask]
  for (let index = 0; index < Math.min(fnArray.length, MOST_OPERATIONS); index += 1) {
    const operation = fnArray[index] ?? -1
    const values: unknown = argsArray[index]
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) saved.push(matrix)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    if (operation === OPS.transform) matrix = times(matrix, matrixOf(values) ?? [1, 0, 0, 1, 0, 0])
    if (operation === OPS.paintFormXObjectBegin && Array.isArray(values)) matrix = times(matrix, matrixOf(values[0]) ?? [1, 0, 0, 1, 0, 0])
    if (pictures.includes(operation)) walk.pictureArea += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
    if (operation !== OPS.constructPath || !Array.isArray(values)) continue
    const [how, paths] = values as [number, unknown]
    const data: unknown = Array.isArray(paths) ? paths[0] : undefined
    if (ArrayBuffer.isView(data) && (strokes.includes(how) || fills.includes(how))) walk.path(data as unknown as Float32Array, matrix, fills.includes(how))
  }
  return { rules: walk.rules, pictureShare: walk.pictureArea / (viewport.width * viewport.height), outlinePoints: walk.outlinePoints }
}
