/**
 * Pages as the core has laid them out, for drawing them on a screen exactly as the PDF has them: every character with
 * its place, its size and its face. All measures are points (1/72 inch) from the page's top left corner.
 */

/** Characters of one face on one line. `texts[n]` stands at `x[n]`; `y` is the baseline. */
export interface GlyphRun {
  /** Index into the `faces` of the document. */
  readonly face: number
  readonly texts: readonly string[]
  readonly x: readonly number[]
}

/** One line of text in reading order. */
export interface LaidOutLine {
  readonly y: number
  readonly size: number
  readonly runs: readonly GlyphRun[]
  /** Page number or repeated header of a table: no part of the document's text. */
  readonly artifact: boolean
}

/** A line of a table or under a signature. */
export interface LaidOutRule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly weight: number
}

/** A check box (复选框), drawn as lines on a square of this side. */
export interface LaidOutBox {
  readonly x: number
  readonly y: number
  readonly side: number
  readonly checked: boolean
}

export interface LaidOutSheet {
  readonly lines: readonly LaidOutLine[]
  readonly rules: readonly LaidOutRule[]
  readonly boxes: readonly LaidOutBox[]
}

export interface LaidOutDocument {
  readonly width: number
  readonly height: number
  /** Names of the faces, for asking their outlines once. */
  readonly faces: readonly string[]
  readonly pages: readonly LaidOutSheet[]
  /** The word laid over every page as a path in the manner of SVG, its y upwards from the bottom; empty: none. */
  readonly watermark: string
}

/** Outline of one character as an SVG path in a square of one type size, y downwards from the baseline. */
export type Outlines = Readonly<Record<string, string>>

/** The text of a page's lines, as a reader copies them. */
export function sheetLines(page: LaidOutSheet): string[] {
  return page.lines.map(lineText)
}

export function lineText(line: LaidOutLine): string {
  return line.runs.map(({ texts }) => texts.join('')).join('')
}
