/**
 * The places of the words of a recognised page (文字位置): what was recognised with its boxes, and the text that was made of
 * it, are laid beside each other. The boxes of single words are rough, often off by a character; so what stands together in
 * a line is one run from its first ink to its last, and its characters are as far apart as they are set.
 */
import type { PlacedRun, WordPlaces } from '../../../shared/intake/word-places.ts'
import { alignedCharacters } from './aligned-text.ts'
import { edgeOfInk, inkOf, widestGap, type Ink } from './ink-band.ts'
import type { GreyImage } from './page-image.ts'
import type { Piece } from './page-lines.ts'

/** What was recognised on a picture whose lines were made level. */
export interface PlacedPieces {
  /** In the order of the text; in pixels. */
  readonly pieces: readonly Piece[]
  readonly image: GreyImage
  /** Degrees by which the lines fall to the right on the page. */
  readonly slant: number
}

const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60“”‘’—…]/u
/** How wide a character is beside a full one, as most fonts have it. */
const HALF_WIDTH = 0.55
const weightOf = (character: string): number => (FULL_WIDTH.test(character) ? 1 : HALF_WIDTH)
const weightOfText = (text: string): number => [...text].reduce((sum, character) => sum + weightOf(character), 0)
/** Marks that stand in one half of their room, so that no ink tells where the room begins or ends. */
const ROOM_BEFORE = /^[（《〈〔【「『“‘]/u
const ROOM_AFTER = /[，。、；：？！）》〉〕】」』”’]$/u
const ROOM = 0.6

/** In heights of a character: how far boxes are off at most, and the room within a word. */
const MOST_OFF = 1.3
const ROOM_IN_WORD = 0.5
/**
 * From here on a word does not stand where an evenly set line would have it. Measured on noisy, slanted pages under a stamp, where
 * characters get lost: half of all are then placed within a tenth, 95 of 100 within one; below 2 the rough boxes count for too much.
 */
const MOST_UNEVEN = 2.2
/** Two pieces stand in one line where their middles are no further apart, in heights of a character. */
const LEVEL = 0.5
/** The foot of a piece is that of its line; its size is a tenth lower than the line. */
const LINE_HEIGHT = 1.2
/** Lower than this part of its line is a mark or a stroke (一), whose own height says nothing of the characters. */
const FLAT = 0.6

/** Characters of the text that are of one piece. */
interface Token {
  readonly start: number
  end: number
  readonly piece: Piece
}

/** Tokens without a blank between them. */
interface Group {
  readonly tokens: readonly [Token, ...Token[]]
  left: number
  right: number
}

const comparable = (character: string): string => {
  const plain = character.normalize('NFKC').toLowerCase()
  return plain.length === 1 ? plain : character
}
const isBlank = (character: string): boolean => character.trim() === ''

/** The characters of the text by piece, in the order of the text; what has no place is in none. */
function tokensOf(pieces: readonly Piece[], text: string): Token[] {
  const source = pieces.flatMap((piece) => piece.text.split('').flatMap((character) => (isBlank(character) ? [] : { character: comparable(character), piece })))
  const offsets = text.split('').flatMap((character, offset) => (isBlank(character) ? [] : offset))
  const aligned = alignedCharacters(source.map(({ character }) => character), offsets.map((offset) => comparable(text[offset] ?? '')))
  const tokens: Token[] = []
  let last: Token | undefined
  for (const [index, offset] of offsets.entries()) {
    const piece = source[aligned[index] ?? -1]?.piece
    // a single character that was put in between belongs to what stands before it
    const belongs = piece === undefined ? aligned[index + 1] !== -1 : piece === last?.piece
    if (last?.end === offset && belongs) last.end = offset + 1
    else if (piece === undefined) last = undefined
    else tokens.push((last = { start: offset, end: offset + 1, piece }))
  }
  return tokens
}

const middleOf = ({ piece: { y, size } }: Token): number => y - (size * LINE_HEIGHT) / 2
const isLevel = (one: Token, other: Token): boolean =>
  Math.abs(middleOf(one) - middleOf(other)) < LEVEL * Math.min(one.piece.size, other.piece.size) && other.piece.x > one.piece.x - one.piece.size

/** What stands in one line on paper, from left to right, by groups. */
function rowsOf(tokens: readonly Token[]): Group[][] {
  const rows: Group[][] = []
  let last: Token | undefined
  for (const token of tokens) {
    const { x, width } = token.piece
    const row = rows.at(-1)
    const group = row?.at(-1)
    if (last === undefined || row === undefined || group === undefined || !isLevel(last, token)) rows.push([{ tokens: [token], left: x, right: x + width }])
    else if (last.end !== token.start) row.push({ tokens: [token], left: x, right: x + width })
    else row[row.length - 1] = { tokens: [...group.tokens, token], left: Math.min(group.left, x), right: Math.max(group.right, x + width) }
    last = token
  }
  return rows
}

interface Line {
  readonly size: number
  readonly top: number
  readonly foot: number
}

function lineOf(row: readonly Group[]): Line {
  const pieces = row.flatMap(({ tokens }) => tokens.map(({ piece }) => piece))
  const size = pieces.map((piece) => piece.size).toSorted((a, b) => a - b)[Math.floor(pieces.length / 2)] ?? 1
  const foot = pieces.map(({ y }) => y).toSorted((a, b) => a - b)[Math.floor(pieces.length / 2)] ?? 0
  return { size, top: foot - size * LINE_HEIGHT, foot: foot + 1 }
}

/** The groups of a row are moved to where their ink begins and ends. */
function fitToInk(row: readonly Group[], columns: Uint8Array, { size }: Line): void {
  const [room, most] = [size * ROOM_IN_WORD, size * MOST_OFF]
  // so far from the next one that boxes which are off do not reach each other
  const isAlone = row.map(({ right }, index) => (row[index + 1]?.left ?? Number.POSITIVE_INFINITY) - right > 2 * most)
  for (const [index, group] of row.entries()) {
    const next = row[index + 1]
    if (isAlone[index - 1] !== false) group.left = edgeOfInk(columns, group.left, -1, room, most)
    if (next === undefined || isAlone[index] === true) {
      group.right = edgeOfInk(columns, group.right, 1, room, most) + 1
      continue
    }
    // the boxes on both sides may be off: between the last and the first piece is one widest gap
    const [last, first] = [group.tokens.at(-1)?.piece ?? group.tokens[0].piece, next.tokens[0].piece]
    const [from, to] = [Math.min(group.right, next.left) - most, Math.max(group.right, next.left) + most]
    const gap = widestGap(columns, { from: Math.max(last.x, from), to: Math.min(first.x + first.width, to) })
    const middle = (group.right + next.left) / 2
    ;[group.right, next.left] = [gap?.from ?? middle, gap?.to ?? middle]
  }
}

/**
 * The parts of a group that are evenly set, each by itself: where recognition lost characters, under a stamp or a fold, those
 * behind them would otherwise stand too far to the left.
 */
function evenParts(group: Group, columns: Uint8Array, size: number, text: string): Group[] {
  const { tokens } = group
  const [start, end] = [tokens[0].start, tokens.at(-1)?.end ?? tokens[0].end]
  const step = (group.right - group.left) / weightOfText(text.slice(start, end))
  const offs = tokens.map(({ start: at, piece }) => Math.abs(piece.x - group.left - weightOfText(text.slice(start, at)) * step))
  const most = Math.max(...offs.slice(1))
  const at = offs.lastIndexOf(most)
  const [first, second] = [tokens.slice(0, at), tokens.slice(at)]
  if (!(most > MOST_UNEVEN * size) || !isSome(first) || !isSome(second)) return [group]
  const { x } = second[0].piece
  const gap = widestGap(columns, { from: x - size * ROOM_IN_WORD, to: x + size * ROOM_IN_WORD }) ?? { from: x, to: x }
  if (gap.from <= group.left || gap.to >= group.right) return [group]
  const parts: Group[] = [{ tokens: first, left: group.left, right: gap.from }, { tokens: second, left: gap.to, right: group.right }]
  return parts.flatMap((part) => evenParts(part, columns, size, text))
}

const isSome = (tokens: readonly Token[]): tokens is readonly [Token, ...Token[]] => tokens.length > 0

interface Extents {
  readonly start: number
  readonly end: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
}

/** The run of a group, with the room that belongs to its characters where there is no ink. */
function runOf(group: Group, line: Line, ink: Ink, text: string): Extents {
  const [start, end] = [group.tokens[0].start, group.tokens.at(-1)?.end ?? group.tokens[0].end]
  const words = text.slice(start, end)
  const [before, after] = [ROOM_BEFORE.test(words) ? ROOM : 0, ROOM_AFTER.test(words) ? ROOM : 0]
  const inked = weightOfText(words) - before - after
  const step = (group.right - group.left) / Math.max(inked, HALF_WIDTH)
  const rows = ink.rows(line, { from: group.left, to: group.right })
  const isFlat = rows.foot - rows.top < line.size * FLAT
  const [top, foot] = isFlat ? [line.top, line.foot] : [rows.top, rows.foot]
  return { start, end, left: group.left - step * before, right: group.right + step * after, top, foot }
}

/** The places of `text`, which is what was made of the pieces, or what an earlier recognition of the same page made. */
export function placesOf({ pieces, image, slant }: PlacedPieces, text: string): WordPlaces {
  const { width, height } = image
  const ink = inkOf(image)
  const runs = rowsOf(tokensOf(pieces, text)).flatMap((row) => {
    const line = lineOf(row)
    const columns = ink.columns(line)
    fitToInk(row, columns, line)
    return row.flatMap((group) => evenParts(group, columns, line.size, text)).map((group): PlacedRun => {
      const { start, end, left, right, top, foot } = runOf(group, line, ink, text)
      return { start, end, x: left / width, y: top / height, width: (right - left) / width, height: (foot - top) / height }
    })
  })
  return { slant, runs }
}
