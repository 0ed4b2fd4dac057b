/** Pieces of text at their places on a page become lines, and lines that the margin broke become paragraphs again. */

/** A run of text. `x`, `y`: left end and base line, y growing downwards; `size`: height of a full character. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** What stands on it, from left to right. */
  readonly pieces: readonly Piece[]
}

/** Space between pieces, in heights of a character, from which it is a gap between cells, and from which it is a space. */
const CELL_GAP = 1.9
const SPACE_GAP = 0.3
/** The same in a scan, where a gap is measured from ink to ink. */
const SCAN_SPACE_GAP = 0.6
/** Between words of Latin letters. */
const LATIN_GAP = 0.15
const PUNCTUATION_ENDS_CLAUSE = /[。！？；!?;]["”’」』）)]?$/u
const BEGINS_ANEW =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[条章节编款项]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d)|[①-⑳]|[■□☐☑☒]|[\p{Script=Han}（）()、]{2,12}[:：]|[问答][:：])/u
const BEGINS_ARTICLE_OR_ANSWER = /^(?:第[〇零一二三四五六七八九十百千\d]+条[\u3000\s]|[问答][:：])/u
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const LATIN = /[A-Za-z\d]/

/** The gap from which there is a space between what stands before and after it. */
function spaceAfter(before: string, after: string, isScan: boolean): number {
  if (LATIN.test(before.at(-1) ?? '') && LATIN.test(after[0] ?? '')) return LATIN_GAP
  return isScan ? SCAN_SPACE_GAP : SPACE_GAP
}

export interface LineOptions {
  /** Whether wide gaps part cells. */
  readonly tabs: boolean
  readonly isScan?: boolean
}

/** Width of a text in heights of a character, without the spaces in it. */
function fullWidth(text: string): number {
  return [...text].reduce((width, character) => width + (HAN.test(character) ? 1 : /\s/.test(character) ? 0 : 0.52), 0)
}

/**
 * Which gaps of a scanned line are there on paper, by the piece behind each: the boxes of recognised characters are too
 * rough to tell by one gap alone, but the line as a whole is only so much wider than its characters.
 */
function realGaps(sorted: readonly Piece[], size: number): ReadonlySet<Piece> {
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return new Set()
  // ink is a little lower than its character, and the line's height was taken with a tenth off
  const em = size * 1.2
  let room = last.x + last.width - first.x - sorted.reduce((sum, piece) => sum + fullWidth(piece.text) * em, 0)
  const gaps = sorted.map((piece, index) => ({ piece, gap: index === 0 ? 0 : piece.x - ((sorted[index - 1]?.x ?? 0) + (sorted[index - 1]?.width ?? 0)) }))
  const real = new Set<Piece>()
  for (const { piece, gap } of gaps.toSorted((a, b) => b.gap - a.gap)) {
    if (gap <= 0 || room < gap * 0.6) break
    real.add(piece)
    room -= gap
  }
  return real
}

/** A character printed again over itself for boldness: what of the piece lies over the end of the line is left out. */
function withoutOverlap(line: string, piece: Piece, overlap: number): string {
  if (!(overlap > 0.5)) return piece.text
  const again = Math.round(overlap)
  return line.endsWith(piece.text.slice(0, again)) ? piece.text.slice(again) : piece.text
}

/** Pieces of one line, left to right, with spaces and tabs where there is room between them. */
function lineOf(pieces: readonly Piece[], { tabs, isScan = false }: LineOptions): Line {
  const sorted = pieces.toSorted((a, b) => a.x - b.x)
  const size = Math.max(...sorted.map((piece) => piece.size))
  let text = ''
  let right = Number.NEGATIVE_INFINITY
  const real = isScan ? realGaps(sorted, size) : undefined
  for (const piece of sorted) {
    const gap = real === undefined || real.has(piece) ? (piece.x - right) / size : 0
    if (text !== '' && gap >= CELL_GAP && tabs && !isSpread(text, piece.text)) text = `${text.trimEnd()}\t`
    else if (text !== '' && gap >= spaceAfter(text, piece.text, isScan) && !/\s$/.test(text)) text += ' '
    const shown = withoutOverlap(text, piece, (right - piece.x) / size)
    text += text.endsWith('\t') || text === '' ? shown.trimStart() : shown
    right = Math.max(right, piece.x + piece.width)
  }
  return { text: text.trimEnd(), left: sorted[0]?.x ?? 0, right, y: Math.max(...sorted.map(({ y }) => y)), size, pieces: sorted }
}

/** Single characters far apart are one word that was spread out (决 定 书), not cells. */
function isSpread(before: string, after: string): boolean {
  const last = before.split(/[\t ]/).at(-1) ?? ''
  return last.length === 1 && HAN.test(last) && after.trim().length === 1 && HAN.test(after)
}

/** Groups the pieces that stand on one line; top to bottom. */
export function linesOf(pieces: readonly Piece[], options: LineOptions): Line[] {
  const groups: Piece[][] = []
  const middle = (piece: Piece): number => piece.y - piece.size * 0.4
  for (const piece of pieces.toSorted((a, b) => middle(a) - middle(b))) {
    const group = groups.at(-1)
    const [first] = group ?? []
    // small print beside large (a superscript, a unit) stands on the same line
    if (group !== undefined && first !== undefined && middle(piece) - middle(first) < 0.45 * Math.max(first.size, piece.size)) group.push(piece)
    else groups.push([piece])
  }
  return groups.map((group) => lineOf(group, options)).filter((line) => line.text !== '')
}

/** Width of what could not have been broken at the head of a line, in heights of a character. */
function headWidth(text: string): number {
  const token = /^(?:[A-Za-z\d〔〕.,%—\-/]+|.)[，。、；：？！）》〉”’〕】,.;:?!)%]*/u.exec(text)?.[0] ?? ''
  return [...token].reduce((width, character) => width + (LATIN.test(character) || /[.,%\-/]/.test(character) ? 0.5 : 1), 0)
}

/** Where the text of a block begins and ends. */
export interface Margins {
  readonly left: number
  readonly right: number
}

const middleOf = (line: Line): number => (line.left + line.right) / 2

/** Whether the margin alone broke the text here: what follows would not have fitted, and does not begin a paragraph. */
function continues(line: Line, next: Line, { left, right }: Margins): boolean {
  if (line.text.includes('\t') || next.text.includes('\t')) return false
  const size = Math.min(line.size, next.size)
  if (Math.max(line.size, next.size) > size * 1.2 || next.y - line.y > size * 3.2) return false
  if (line.right + headWidth(next.text) * size <= right - size * 0.2) return false
  // set to the right, a date or a signature; the first line of a paragraph is indented by two characters
  const isCentred = Math.abs(middleOf(line) - middleOf(next)) < size * 0.6
  if (line.left > left + size * 2.7 && !isCentred) return false
  if (next.left > line.left + size * 0.7 && !isCentred) return false
  if (BEGINS_ARTICLE_OR_ANSWER.test(next.text)) return false
  return !(PUNCTUATION_ENDS_CLAUSE.test(line.text) && BEGINS_ANEW.test(next.text))
}

function appended(text: string, next: string): string {
  const [last, first] = [text.at(-1) ?? '', next.at(0) ?? '']
  // a word or number of Latin letters is not broken by the margin, so two of them are two
  return LATIN.test(last) && LATIN.test(first) && !/[\d]$/.test(text) ? `${text} ${next}` : text + next
}

export function marginsOf(lines: readonly Line[]): Margins {
  return { left: Math.min(...lines.map((line) => line.left)), right: Math.max(...lines.map((line) => line.right)) }
}

/** Paragraphs of lines that stand below each other. */
export function paragraphsOf(lines: readonly Line[], margins: Margins = marginsOf(lines)): string[] {
  const paragraphs: string[] = []
  let last: Line | undefined
  for (const line of lines) {
    const before = paragraphs.at(-1)
    if (last !== undefined && before !== undefined && continues(last, line, margins)) paragraphs[paragraphs.length - 1] = appended(before, line.text)
    else paragraphs.push(line.text)
    last = line
  }
  return paragraphs
}
