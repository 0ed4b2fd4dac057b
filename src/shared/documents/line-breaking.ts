/**
 * Breaking Chinese text into lines (避头尾, kinsoku): no closing mark begins a line, no opening mark ends one, words,
 * numbers and a number with its unit stay together where they fit. Pure, over a text and a measure, so that the
 * PDF and a preview break alike. The rules are those of 标点符号用法 (GB/T 15834-2011, 5.1) and of CLREQ.
 */

/** Marks that may not begin a line. */
const CLOSING = new Set('，。、；：！？）》〉」』】〕］｝〗”’…—·％‰℃々,.;:!?)]}%')
/** Marks that may not end a line. */
const OPENING = new Set('（《〈「『【〔［｛〖“‘([{￥¥$№§')
/** The full-width marks whose one half is blank, so that they may be narrowed by up to half their width. */
const HALF_BLANK = new Set('，。、；：！？）》〉」』】〕］｝〗（《〈「『【〔［｛〖')
/** Units that stay with the number before them. */
const UNITS = new Set('年月日时分秒号条款项目元角万亿千百十份件页名人次个天吨克米升亩倍家户台辆株')

/** A character as a reader counts it, with its place in the text (UTF-16 offsets). */
export interface Grapheme {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** One line: `text.slice(start, end)` is what it shows, without blanks at the break. `width` is its natural width. */
export interface TextLine {
  readonly start: number
  readonly end: number
  readonly width: number
  /** The paragraph ends here, or a line break was typed: such a line is not stretched. */
  readonly last: boolean
}

export interface LineMeasure {
  /** Width of a grapheme that starts at an offset of the text, in any unit. */
  readonly widthOf: (grapheme: string, offset: number) => number
  /** Room on the line with this index, in the same unit. */
  readonly room: (line: number) => number
  /**
   * The part of a half-blank mark's width that may be taken away to let a closing mark still onto the line; 0 (the
   * default) never narrows. A line's `width` is natural, so a narrowed line is wider than its room by what to remove.
   */
  readonly narrowing?: number
}

/** How willingly a line is broken before a grapheme. */
const BREAK = { free: 0, reluctant: 1, forbidden: 2 } as const
type Willingness = (typeof BREAK)[keyof typeof BREAK]

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** Chinese characters and marks, and what of Latin stands between them. */
const plain = /^[ -~\u00b7\u2014\u2018-\u201d\u2026\u3001-\u3011\u3014\u3015\u3400-\u9fff\uff01-\uff5e]+$/

/** The graphemes of a text: a character with its combining marks and variation selectors counts as one. */
export function graphemes(text: string): Grapheme[] {
  const found: Grapheme[] = []
  if (plain.test(text)) {
    // a fast path: none of these characters combines with its neighbours
    for (let at = 0; at < text.length; at++) found.push({ text: text.charAt(at), start: at, end: at + 1 })
    return found
  }
  for (const { segment, index } of segmenter.segment(text)) {
    found.push({ text: segment, start: index, end: index + segment.length })
  }
  return found
}

/** Whether a full-width mark has a blank half on the side where a line may be narrowed or hung. */
export function isHalfBlank(grapheme: string): boolean {
  return HALF_BLANK.has(grapheme)
}

export function mayNotBeginLine(grapheme: string): boolean {
  return CLOSING.has(grapheme)
}

export function mayNotEndLine(grapheme: string): boolean {
  return OPENING.has(grapheme)
}

const wordCharacter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}_@#&/\\+=~^*'’\-–]/u
const digit = /^[0-9０-９]/
const blank = /^[ \t\u2000-\u200a\u3000]$/

function willingness(before: string, after: string): Willingness {
  if (blank.test(after)) return BREAK.forbidden // blanks stay at the end of the line before
  if (mayNotEndLine(before) || mayNotBeginLine(after)) return BREAK.forbidden
  if (wordCharacter.test(before) && wordCharacter.test(after)) return BREAK.forbidden
  // 12,345.67 and a.b: a mark inside a number or a word
  if (/^[.,:]$/.test(before) && wordCharacter.test(after)) return BREAK.forbidden
  if (digit.test(before) && UNITS.has(after)) return BREAK.reluctant
  // 万元, 平方米: the second half of a unit
  if (/^[万亿千百]$/.test(before) && after === '元') return BREAK.reluctant
  // 第12条, 〔2026〕12号
  if (before === '第' && digit.test(after)) return BREAK.reluctant
  if (before === '〕' && digit.test(after)) return BREAK.reluctant
  // a sign before its number
  if (/^[-−±≥≤<>＜＞]$/.test(before) && digit.test(after)) return BREAK.forbidden
  return BREAK.free
}

/**
 * Breaks a text into lines. A piece wider than a whole line is broken where it is least bad: first at a number and its
 * unit, then anywhere between graphemes. Line breaks in the text are kept. An empty text is one empty line.
 */
export function breakLines(text: string, measure: LineMeasure): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  for (const stretch of text.split('\n')) {
    breakStretch(stretch, start, measure, lines)
    start += stretch.length + 1
  }
  return lines
}

function breakStretch(stretch: string, offset: number, measure: LineMeasure, lines: TextLine[]): void {
  const units = graphemes(stretch)
  const widths = units.map((unit) => measure.widthOf(unit.text, offset + unit.start))
  let first = 0
  while (first < units.length) {
    const room = measure.room(lines.length)
    const next = endOfLine(units, widths, first, room, measure.narrowing ?? 0)
    lines.push(lineOf(units, widths, first, next, offset))
    first = next
    // an ideographic blank may begin a paragraph, never a further line
    while (first < units.length && blank.test(units[first]?.text ?? '')) first++
  }
  if (units.length === 0) lines.push({ start: offset, end: offset, width: 0, last: true })
}

function lineOf(units: Grapheme[], widths: number[], first: number, next: number, offset: number): TextLine {
  let end = next
  while (end > first + 1 && next < units.length && blank.test(units[end - 1]?.text ?? '')) end--
  let width = 0
  for (let index = first; index < end; index++) width += widths[index] ?? 0
  const start = units[first]?.start ?? 0
  const stop = units[end - 1]?.end ?? start
  return { start: offset + start, end: offset + stop, width, last: next >= units.length }
}

const EPSILON = 1e-6

/** The index of the first grapheme of the next line. */
function endOfLine(units: Grapheme[], widths: number[], first: number, room: number, narrowing: number): number {
  let width = 0
  let slack = 0
  let fit = first
  while (fit < units.length) {
    const unit = units[fit] as Grapheme
    const own = widths[fit] ?? 0
    const ownSlack = isHalfBlank(unit.text) ? own * narrowing : 0
    // blanks at a break vanish, so they never push a line over its room
    const fits = width + own <= room + EPSILON || blank.test(unit.text)
    const narrowed = mayNotBeginLine(unit.text) && width + own - slack - ownSlack <= room + EPSILON
    if (!fits && !narrowed) break
    width += own
    slack += ownSlack
    fit++
  }
  if (fit >= units.length) return units.length
  for (const accepted of [BREAK.free, BREAK.reluctant]) {
    for (let at = fit; at > first; at--) {
      if (willingnessAt(units, at) <= accepted) return at
    }
  }
  return Math.max(fit, first + 1)
}

function willingnessAt(units: Grapheme[], at: number): Willingness {
  return willingness(units[at - 1]?.text ?? '', units[at]?.text ?? '')
}
