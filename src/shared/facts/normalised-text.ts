/**
 * The text of a document in one way of writing (规范化文本): half-width digits and punctuation, simplified characters, no
 * spaces inside words, no glyphs doubled by a PDF's false bold, no pinyin that a web page slipped in. Every character
 * knows where it came from, so a fact found here points at the words as they are printed.
 */
import type { DocumentText, Passage } from '../intake/document-text.ts'
import { simplifiedCharacter } from './script-folding.ts'

/** A text to look in, and the way back to the page. */
export interface TextView {
  readonly text: string
  /** The place on the page of `text.slice(start, end)`; one that runs over a page's end is cut there. */
  passage(start: number, end: number): Passage
}

export interface NormalisedText {
  /** Without spaces; lines by `\n`, cells by `\t`: for running text. */
  readonly tight: TextView
  /** With one space where one is printed, `\u3000` where a gap is: for forms and signature lines. */
  readonly spaced: TextView
}

const UNIFIED: ReadonlyMap<string, string> = new Map([
  ...pairs('〔﹝〖【', '['),
  ...pairs('〕﹞〗】', ']'),
  ...pairs('﹐', ','),
  ...pairs('﹔', ';'),
  ...pairs('﹕∶', ':'),
  ...pairs('﹙', '('),
  ...pairs('﹚', ')'),
  ...pairs('￥', '¥'),
  ...pairs('–−‐‑', '-'),
  ...pairs('〜∼', '~'),
  ...pairs('「『〝', '“'),
  ...pairs('」』〞', '”'),
  ...pairs('○〇', '〇'),
  ...pairs('､', '、'),
  ...pairs('｡', '。'),
  ...pairs('㎥', '立方米'),
  ...pairs('﹪', '%'),
])

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((character) => [character, to])
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff〇]/u
const GAP = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\r\v\f]/u
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]|\p{Cc}/u
/** （huán）: a syllable with its tone in brackets, set after a character by pages that resist copying. */
const PINYIN = /[(（][a-zɡüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]{1,6}[)）]/gu
const TONE = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]/u

/** Nearly all of a document: neither white space nor invisible. */
function isPlainly(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x3400 && code <= 0x9fff)
}

function unified(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x80) return character
  if (code >= 0xff01 && code <= 0xff5e) {
    const narrow = String.fromCharCode(code - 0xfee0)
    return narrow === '［' ? '[' : narrow
  }
  return UNIFIED.get(character) ?? simplifiedCharacter(character)
}

/** Places of a page's text that are no words of the document: inserted pinyin, the second of doubled glyphs. */
function noise(text: string): Uint8Array {
  const dropped = new Uint8Array(text.length)
  // A page with one line of doubled glyphs doubles short words too.
  if (dropDoubled(text, dropped, 4, 3) > 0) dropDoubled(text, dropped, 2, 2)
  for (const match of text.matchAll(PINYIN)) {
    const before = text.charAt(match.index - 1)
    if (HAN.test(before) && TONE.test(match[0])) dropped.fill(1, match.index, match.index + match[0].length)
  }
  return dropped
}

/** Marks the second of glyphs doubled in a row, `pairs` at least; how many rows there were. */
function dropDoubled(text: string, dropped: Uint8Array, pairs: number, different: number): number {
  let rows = 0
  let place = 0
  while (place + 1 < text.length) {
    let end = place
    const seen = new Set<string>()
    while (
      end + 1 < text.length &&
      text[end] === text[end + 1] &&
      text[end] !== '\n' &&
      !GAP.test(text.charAt(end))
    ) {
      if (HAN.test(text.charAt(end))) seen.add(text.charAt(end))
      end += 2
    }
    if (seen.size >= different && end - place >= pairs * 2) {
      rows += 1
      for (let second = place + 1; second < end; second += 2) dropped[second] = 1
    }
    place = Math.max(place + 1, end - 1)
  }
  return rows
}

/** Grows a view character by character. */
class ViewBuilder {
  private readonly pieces: string[] = []
  private readonly pages: number[] = []
  private readonly starts: number[] = []

  add(character: string, page: number, start: number): void {
    for (const unit of character) {
      this.pieces.push(unit)
      this.pages.push(page)
      this.starts.push(start)
    }
  }

  get last(): string {
    return this.pieces.at(-1) ?? ''
  }

  view(): TextView {
    const { pages, starts } = this
    const text = this.pieces.join('')
    return {
      text,
      passage(start, end) {
        const first = Math.max(0, Math.min(start, starts.length - 1))
        const page = pages[first] ?? 1
        let last = Math.max(first, Math.min(end, starts.length) - 1)
        while (last > first && pages[last] !== page) last -= 1
        const from = starts[first] ?? 0
        return { page, start: from, end: Math.max(from, (starts[last] ?? 0) + (starts.length === 0 ? 0 : 1)) }
      },
    }
  }
}

/** ASCII quotation marks are opened and closed in turn within a line. */
function directed(character: string, open: boolean): string {
  if (character !== '"' && character !== '＂') return character
  return open ? '”' : '“'
}

const ENDS = /[。;；:：!！?？\t]$/u
const BEGINS_ANEW =
  /^[ \u3000]*(?:[一二三四五六七八九十\d]{1,3}[、.．:：]|[(（][一二三四五六七八九十\d]|第[一二三四五六七八九十]+[章节条]|[^,，。]{1,12}[:：])/u
/** Lines of a page that people read as one paragraph are of one width; a narrower column than this is a table's. */
const NARROWEST_COLUMN = 40
const WIDEST_COLUMN = 140

/** Width as printed: a Chinese character is two. */
function widthOf(line: string): number {
  let width = 0
  for (let place = 0; place < line.length; place += 1) width += line.charCodeAt(place) >= 0x2e80 ? 2 : 1
  return width
}

/**
 * Places of the line ends that only the page's width made, where a PDF's lines were not joined to paragraphs:
 * most lines but the last of each paragraph are of the same width.
 */
function wrappedEnds(text: string): ReadonlySet<number> {
  const ends = new Set<number>()
  const lines = text.split('\n')
  const widths = lines.map((line) => (line.length > WIDEST_COLUMN ? Infinity : widthOf(line.trim())))
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  if (widest < NARROWEST_COLUMN || widest > WIDEST_COLUMN) return ends
  const full = widths.filter((width) => width >= widest * 0.9).length
  if (full < 4 || full * 5 < lines.length) return ends
  let place = 0
  lines.forEach((line, index) => {
    place += line.length
    const next = lines[index + 1]
    const joins =
      next !== undefined &&
      (widths[index] ?? 0) >= widest * 0.9 &&
      !ENDS.test(line.trimEnd()) &&
      !line.includes('\t') &&
      !next.includes('\t') &&
      !BEGINS_ANEW.test(next)
    if (joins) ends.add(place)
    place += 1
  })
  return ends
}

/** The page with tabs for a table's bars and blanks for the line ends inside its rows; nothing changes its place. */
function tabulated(page: string): string {
  const lines = page.split('\n')
  const barred = lines.filter((line) => /^\s*\||\|\s*$/u.test(line)).length
  if (barred < 2) return page
  return lines
    .map((line, index) => {
      const next = lines[index + 1]
      const cells = line.replace(/\|/gu, '\t')
      if (next === undefined) return cells
      // A line with one cell is a part of its row; one with more is a row.
      const oneCell = /^[^|]*\|\s*$/u.test(line) && /^[^|]*\|?\s*$/u.test(next)
      const goesOn = oneCell && !/^\s*\|/u.test(next) && next.trim() !== ''
      return `${cells}${goesOn ? ' ' : '\n'}`
    })
    .join('')
}

function addSpan(page: string, span: Passage, tight: ViewBuilder, spaced: ViewBuilder): void {
  const text = page.includes('|') ? tabulated(page) : page
  const dropped = noise(text)
  const wrapped = wrappedEnds(text)
  const end = Math.min(span.end, text.length)
  let quoteOpen = false
  for (let place = Math.max(0, span.start); place < end; place += 1) {
    const printed = text.charAt(place)
    if (
      dropped[place] === 1 ||
      (!isPlainly(text.charCodeAt(place)) && printed !== '\n' && !GAP.test(printed) && INVISIBLE.test(printed))
    )
      continue
    if (printed === '\n') {
      quoteOpen = false
      if (!wrapped.has(place)) tight.add('\n', span.page, place)
      spaced.add('\n', span.page, place)
    } else if (!isPlainly(text.charCodeAt(place)) && GAP.test(printed)) {
      if (printed === '\t') tight.add('\t', span.page, place)
      let run = place + 1
      if (printed !== '\t') while (run < end && text[run] !== '\t' && GAP.test(text.charAt(run))) run += 1
      const wide = run - place > 1 || printed === '\u3000'
      spaced.add(printed === '\t' ? '\t' : wide ? '\u3000' : ' ', span.page, place)
      place = run - 1
    } else {
      const character = directed(unified(printed), quoteOpen)
      if (character !== printed && printed === '"') quoteOpen = !quoteOpen
      tight.add(character, span.page, place)
      spaced.add(character, span.page, place)
    }
  }
}

/** Both views of the spans of a document, in their order, parted by line ends. */
export function normalised(text: DocumentText, spans: readonly Passage[]): NormalisedText {
  const tight = new ViewBuilder()
  const spaced = new ViewBuilder()
  for (const span of spans) {
    const page = text.pages.find(({ number }) => number === span.page)
    if (page === undefined) continue
    if (tight.last !== '' && tight.last !== '\n') {
      tight.add('\n', span.page, Math.max(0, span.start))
      spaced.add('\n', span.page, Math.max(0, span.start))
    }
    addSpan(page.text, span, tight, spaced)
  }
  return { tight: tight.view(), spaced: spaced.view() }
}
