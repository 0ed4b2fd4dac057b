/** Sets inline content in lines: which glyph of which font stands where, justified as Chinese text is. */
import type { Inline } from '../../shared/documents/model.ts'
import { breakLines, graphemes, isHalfBlank, mayNotEndLine } from '../../shared/documents/line-breaking.ts'
import type { TextLine } from '../../shared/documents/line-breaking.ts'
import { inlineText } from '../../shared/documents/preview.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { FontFace, FontRole, FontSet } from './fonts.ts'

/** A glyph or check box on a line; `x` and `width` in points, `x` from the line's left end. */
export interface PlacedGlyph {
  readonly text: string
  readonly face: FontFace
  readonly x: number
  readonly width: number
  /** Set for a check box, which is drawn as lines. */
  readonly checked?: boolean
}

export interface SetLine {
  readonly glyphs: readonly PlacedGlyph[]
  readonly width: number
}

export interface TextStyle {
  readonly role: FontRole
  readonly size: number
  /** Distance between full-width characters in points; the type size where absent. */
  readonly pitch?: number | undefined
}

export interface Setting {
  readonly style: TextStyle
  /** Room on each line in points. */
  readonly room: (line: number) => number
  /** Stretch lines to the full room, except the last. */
  readonly justify: boolean
  /** Name of the place in the document, for the message about a character that no font has. */
  readonly place: string
}

/** Half-blank marks give up to this part of their width to let a closing mark onto the line. */
const NARROWING = 0.4
/** A line is stretched by at most this part of the type size between two characters; beyond that it stays ragged. */
const WIDEST_GAP = 0.2

const CHECK_BOXES: ReadonlyMap<string, boolean> = new Map([
  ['☑', true],
  ['□', false],
  ['☐', false],
])

interface Cut {
  readonly until: number
  readonly bold: boolean
}

/** Sets inline content; `fonts` decide per character which face serves. */
export function setInlines(inlines: readonly Inline[], setting: Setting, fonts: FontSet): SetLine[] {
  const cuts: Cut[] = []
  let until = 0
  for (const inline of inlines) {
    until += inlineText([inline]).length
    cuts.push({ until, bold: inline.kind === 'text' && inline.bold === true })
  }
  return setText(inlineText(inlines), setting, fonts, cuts)
}

/** Sets plain text in one style. */
export function setText(text: string, setting: Setting, fonts: FontSet, cuts: readonly Cut[] = []): SetLine[] {
  const typesetter = new Typesetter(text, setting, fonts, cuts)
  const measure = {
    widthOf: (grapheme: string, offset: number) => typesetter.widthOf(grapheme, offset),
    room: setting.room,
    narrowing: setting.justify ? NARROWING : 0,
  }
  return breakLines(text, measure).map((line, index) => typesetter.place(line, setting.room(index)))
}

/** Width of a text on one line. */
export function textWidth(text: string, style: TextStyle, fonts: FontSet, place: string): number {
  return setText(text, { style, room: () => Infinity, justify: false, place }, fonts)[0]?.width ?? 0
}

/** The error for a character that no font has, naming the character and the place. */
export function glyphMissing(grapheme: string, place: string): FashenError<'glyph-missing'> {
  const points = [...grapheme].map((character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
    return `U+${hex.padStart(4, '0')}`
  })
  return new FashenError('glyph-missing', { character: grapheme, codePoint: points.join(' '), place })
}

class Typesetter {
  readonly #text: string
  readonly #setting: Setting
  readonly #fonts: FontSet
  readonly #cuts: readonly Cut[]

  constructor(text: string, setting: Setting, fonts: FontSet, cuts: readonly Cut[]) {
    this.#text = text
    this.#setting = setting
    this.#fonts = fonts
    this.#cuts = cuts
  }

  #faceFor(grapheme: string, offset: number): FontFace {
    const { style, place } = this.#setting
    const bold = this.#cuts.find((cut) => offset < cut.until)?.bold === true
    // ☑ is in few fonts and is drawn as lines; □, which the bundled fonts have, carries it for copying and searching
    const wanted = CHECK_BOXES.has(grapheme) ? '□' : grapheme
    const face = this.#fonts.faceFor(bold ? 'bold' : style.role, wanted)
    if (face === undefined) throw glyphMissing(grapheme, place)
    return face
  }

  widthOf(grapheme: string, offset: number): number {
    const { size, pitch } = this.#setting.style
    const advance = CHECK_BOXES.has(grapheme) ? 1 : this.#faceFor(grapheme, offset).advance(grapheme)
    return Math.abs(advance - 1) < 0.001 ? (pitch ?? size) : advance * size
  }

  place(line: TextLine, room: number): SetLine {
    const units = graphemes(this.#text.slice(line.start, line.end))
    const spare = Number.isFinite(room) ? room - line.width : 0
    const stretch = this.#setting.justify && !line.last && spare > 0
    const gap = stretch ? this.#gap(units.map((unit) => unit.text), spare) : 0
    const narrowable = units.reduce((sum, unit) => sum + (isHalfBlank(unit.text) ? 1 : 0), 0)
    const cut = spare < -1e-6 && narrowable > 0 ? -spare / narrowable : 0
    const placed: PlacedGlyph[] = []
    let x = 0
    units.forEach((unit, index) => {
      const offset = line.start + unit.start
      const width = this.widthOf(unit.text, offset)
      const less = isHalfBlank(unit.text) ? cut : 0
      const checked = CHECK_BOXES.get(unit.text)
      // an opening mark has its blank half on the left: the glyph moves left into it
      const at = x - (mayNotEndLine(unit.text) ? less : 0)
      placed.push({
        text: unit.text,
        face: this.#faceFor(unit.text, offset),
        x: at,
        width,
        ...(checked === undefined ? {} : { checked }),
      })
      x += width - less
      if (gap > 0 && stretches(unit.text, units[index + 1]?.text)) x += gap
    })
    return { glyphs: placed, width: x }
  }

  #gap(units: readonly string[], spare: number): number {
    const gaps = units.filter((unit, index) => stretches(unit, units[index + 1])).length
    const gap = gaps === 0 ? 0 : spare / gaps
    return gap <= WIDEST_GAP * this.#setting.style.size ? gap : 0
  }
}

const narrow = /^[\p{Script=Latin}\p{Nd}\p{Script=Greek}.,:%/-]/u

/** Whether space may be added between two neighbours: anywhere but inside words and numbers. */
function stretches(before: string, after: string | undefined): boolean {
  return after !== undefined && !(narrow.test(before) && narrow.test(after))
}
