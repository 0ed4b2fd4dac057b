/**
 * Splits a file's text into its documents (文书). A document begins at its title: a short line that is a title by itself,
 * where the one before has ended (date, signature, seal), a page begins, or a form follows. A title that is cited in
 * running text, in a list or in a cell is none, nor is a heading inside a document.
 */
import type { DocumentKind } from '../catalogue/document-kinds.ts'
import type { DocumentText, Passage } from './document-text.ts'
import { beginsForm, endsDocument, standsAboveTitle, surelyEnds, textLines, type TextLine } from './text-lines.ts'
import { matchTitle, matchTitles, titleIndex, type TitleIndex, type TitleMatch } from './title-matching.ts'
import { CONJUNCTION, headingNumber, looksLikeTitle, titleWords } from './title-text.ts'

export interface SplitPart {
  /** One a page, in order. */
  readonly spans: readonly Passage[]
  /** The documents that the title names, in its order; empty where the part bears none that is known. */
  readonly titles: readonly TitleMatch[]
  /** Kind of a form that bears no title but was known by its labels; null otherwise. */
  readonly form: string | null
}

interface Start {
  /** Index of the first line of the document, and of its title's first and last line. */
  readonly first: number
  readonly title: number
  readonly last: number
  readonly titles: readonly TitleMatch[]
  readonly form: string | null
}

/** Weights of what speaks for a document's beginning at a title line; together they must reach {@link ENOUGH}. */
const EVIDENCE = { opensPage: 2, afterEnd: 2, sureEnd: 1, exact: 1, form: 2, cue: 1, numbered: -2 } as const
const ENOUGH = 4
/** A long title alone in its line is rarely a heading inside another document. */
const ENOUGH_FOR_LONG = 3
const LONG_TITLE = 6
/** The title of the first document stands among the first lines of the file. */
const TOP_LINES = 10
/** Fewer words than this before a title, or after one, are no document. */
const LEAST_WORDS = 12
const CONTINUED = /续[页表]?|第[2-9二三四五六七八九]页|续\d/u

interface Found {
  readonly first: number
  readonly last: number
  readonly match: TitleMatch
  readonly text: string
}

class Splitter {
  private readonly lines: readonly TextLine[]
  private readonly index: TitleIndex
  private readonly cues: ReadonlyMap<string, readonly string[]>

  constructor(text: DocumentText, kinds: readonly DocumentKind[]) {
    this.lines = textLines(text)
    this.index = titleIndex(kinds)
    this.cues = new Map(
      kinds.map((kind) => [kind.id, [...kind.labels, ...kind.cues.map((cue) => cue.text)].map(titleWords)]),
    )
  }

  starts(): Start[] {
    const found = this.withoutLists(this.titleLines())
    const starts: Start[] = []
    for (const one of found) {
      const top = starts.length === 0 && this.isTop(one)
      if (!top && !this.isBeginning(one, starts.at(-1))) continue
      starts.push({
        first: top ? 0 : this.upward(one.first),
        title: one.first,
        last: one.last,
        titles: matchTitles(one.text, this.index),
        form: null,
      })
    }
    return this.withForms(this.withoutCovers(starts))
  }

  /** Lines, alone or two or three together, that end with a title. */
  private titleLines(): Found[] {
    const found: Found[] = []
    this.lines.forEach((line, last) => {
      if (!looksLikeTitle(line.text)) return
      let best: Found | null = null
      for (let first = last; first >= Math.max(0, last - 2); first -= 1) {
        if (first < last && !this.continues(first)) break
        const text = this.lines
          .slice(first, last + 1)
          .map((one) => one.text)
          .join('')
        const match = matchTitle(text.slice(first === last ? headingNumber(text).length : 0), this.index)
        const joined = match !== null && (best === null || match.value > best.match.value)
        if (joined) best = { first, last, match, text }
      }
      if (best === null) return
      const { first, text, match } = best
      // 和授权委托书: the second line of a title that the first line began
      if (first === last && CONJUNCTION.test(line.text.charAt(0)) && last > 0 && this.continues(last - 1)) {
        best = { first: last - 1, last, match, text: `${this.lines[last - 1]?.text ?? ''}${text}` }
      }
      while (found.at(-1) !== undefined && (found.at(-1)?.last ?? -1) >= best.first) found.pop()
      found.push(best)
    })
    return found
  }

  /** Whether a title can run on from this line to the next. */
  private continues(at: number): boolean {
    const line = this.lines[at]
    const next = this.lines[at + 1]
    if (line === undefined || next === undefined || line.page !== next.page) return false
    return (
      looksLikeTitle(line.text) &&
      line.words.length <= 24 &&
      next.words.length <= 24 &&
      !endsDocument(line) &&
      headingNumber(line.text) === '' &&
      headingNumber(next.text) === '' &&
      !line.words.startsWith('附件')
    )
  }

  /** Titles that follow an introducing line, or each other without words between: a list of papers. */
  private withoutLists(found: readonly Found[]): Found[] {
    const listed = new Set<Found>()
    found.forEach((one, place) => {
      const before = this.lines[one.first - 1]
      if (before !== undefined && (/[:：、，,]$/u.test(before.text) || this.index.labels.has(before.words)))
        listed.add(one)
      const previous = found[place - 1]
      if (previous !== undefined && listed.has(previous) && previous.last === one.first - 1) listed.add(one)
      const next = found[place + 1]
      const inside =
        previous !== undefined && next !== undefined && previous.last === one.first - 1 && one.last === next.first - 1
      const samePage = inside && this.lines[previous.first]?.page === this.lines[next.last]?.page
      if (samePage && previous.first >= TOP_LINES) [previous, one, next].forEach((each) => listed.add(each))
    })
    return found.filter((one) => !listed.has(one))
  }

  private isTop(one: Found): boolean {
    if (one.last >= TOP_LINES || this.lines[one.first]?.page !== this.lines[0]?.page) return false
    const above = this.lines.slice(0, one.first)
    const titled = this.lines[one.first]
    if (titled === undefined || headingNumber(titled.text) !== '') return false
    return above.every((line) => line.text.length <= 40 && !/[。；]$/u.test(line.text))
  }

  private isBeginning(one: Found, current: Start | undefined): boolean {
    const line = this.lines[one.first]
    if (line === undefined) return false
    const first = this.upward(one.first)
    const before = this.lines[first - 1]
    const afterEnd =
      before === undefined || this.endedAt(first - 1) || (current !== undefined && current.last === first - 1)
    const opensPage = this.lines[first]?.opensPage === true
    const sameTitle = current?.titles.at(-1)?.title === one.match.title
    // a running head, or a form that goes on overleaf
    if (CONTINUED.test(one.text.replace(/\s/gu, '')) || (sameTitle && opensPage && !afterEnd)) return false
    const numbered = headingNumber(line.text) !== ''
    const list =
      current?.titles.some((match) =>
        match.kinds.some((kind) => kind === 'materials-list' || kind === 'evidence-list'),
      ) === true
    if (list && !afterEnd && !opensPage) return false
    const weight =
      (opensPage && !numbered ? EVIDENCE.opensPage : 0) +
      (afterEnd ? EVIDENCE.afterEnd : 0) +
      (before !== undefined && surelyEnds(before) ? EVIDENCE.sureEnd : 0) +
      (one.match.errors === 0 ? EVIDENCE.exact : 0) +
      (this.formFollows(one.last) ? EVIDENCE.form : 0) +
      (this.cueFollows(one) ? EVIDENCE.cue : 0) +
      (numbered ? EVIDENCE.numbered : 0)
    const long = one.match.title.length >= LONG_TITLE && one.match.errors === 0 && one.match.before === ''
    return weight >= (long && !numbered ? ENOUGH_FOR_LONG : ENOUGH)
  }

  /** The document before has ended at this line, or at the one above a line such as 共3页. */
  private endedAt(at: number): boolean {
    const line = this.lines[at]
    if (line === undefined) return true
    if (endsDocument(line)) return true
    const above = this.lines[at - 1]
    return above !== undefined && line.words.length <= 8 && !line.text.includes('\t') && endsDocument(above)
  }

  /** From the title up over the agency, the case and an annex mark that belong to it. */
  private upward(title: number): number {
    let first = title
    while (first > 0) {
      const above = this.lines[first - 1]
      if (above === undefined || above.page !== this.lines[title]?.page || title - first >= 3) break
      if (!standsAboveTitle(above) || endsDocument(above) || matchTitle(above.text, this.index) !== null) break
      first -= 1
    }
    return first
  }

  private formFollows(last: number): boolean {
    return this.lines.slice(last + 1, last + 3).some((line) => beginsForm(line))
  }

  private cueFollows({ last, match }: Found): boolean {
    const words = this.lines.slice(last + 1, last + 13).map((line) => line.words)
    return match.kinds.some(
      (kind) => this.cues.get(kind)?.some((cue) => words.some((line) => line.includes(cue))) === true,
    )
  }

  /** A title without a document of its own belongs to the next: the cover of several that follow. */
  private withoutCovers(starts: readonly Start[]): Start[] {
    const kept: Start[] = []
    let cover: Start | null = null
    starts.forEach((start, place) => {
      const next = starts[place + 1]
      const own = this.lines.slice(start.last + 1, next?.first ?? this.lines.length)
      const empty = own.reduce((sum, line) => sum + line.words.length, 0) < LEAST_WORDS
      const whole: Start = cover === null ? start : { ...start, first: cover.first }
      if (empty && next !== undefined) cover = whole
      else if (!empty || kept.length === 0) {
        kept.push(whole)
        cover = null
      }
    })
    return kept
  }

  /** Adds the untitled beginning of a file and forms without a title that stand behind an ended document. */
  private withForms(starts: readonly Start[]): Start[] {
    const first = starts[0]
    const lead = first === undefined ? 0 : first.first
    const leadWords = this.lines.slice(0, lead).reduce((sum, line) => sum + line.words.length, 0)
    const untitled: Start = { first: 0, title: 0, last: -1, titles: [], form: null }
    const all: Start[] =
      first === undefined
        ? [untitled]
        : leadWords >= LEAST_WORDS
          ? [untitled, ...starts]
          : [{ ...first, first: 0 }, ...starts.slice(1)]
    return all.flatMap((start, place) => {
      const end = all[place + 1]?.first ?? this.lines.length
      return [start, ...this.formsIn(start, end)]
    })
  }

  private formsIn(start: Start, end: number): Start[] {
    const found: Start[] = []
    const kindsHere = new Set(start.titles.flatMap((match) => match.kinds))
    for (let at = start.last + 2; at < end; at += 1) {
      const before = this.lines[at - 1]
      if (before === undefined || !surelyEnds(before)) continue
      const form = this.formAt(at, end)
      if (
        form === null ||
        (found.length === 0 && start.titles.length > 0 && kindsHere.has(form)) ||
        found.at(-1)?.form === form
      )
        continue
      found.push({ first: at, title: at, last: at - 1, titles: [], form })
    }
    return found
  }

  /** The kind three of whose labels stand in six lines from here, the first of them in this line. */
  private formAt(at: number, end: number): string | null {
    const near = this.lines.slice(at, Math.min(end, at + 6))
    let best: { kind: string; count: number } | null = null
    for (const kind of this.index.kinds) {
      if (kind.labels.length === 0) continue
      const labels = kind.labels.map(titleWords)
      const opening =
        labels.some((label) => beginsRoughly(near[0]?.words ?? '', label)) &&
        /[:：\t]|\s{2,}/u.test(near[0]?.text ?? '')
      if (!opening) continue
      const count = labels.filter((label) => near.some(({ words }) => words.includes(label))).length
      if (count >= 3 && (best === null || count > best.count)) best = { kind: kind.id, count }
    }
    return best?.kind ?? null
  }

  spansOf(starts: readonly Start[], text: DocumentText): SplitPart[] {
    return starts.map((start, place) => {
      const from = start.first === 0 && place === 0 ? null : this.lines[start.first]
      const next = starts[place + 1]
      const to = next === undefined ? null : this.lines[next.first]
      return { spans: spansBetween(text, from ?? null, to ?? null), titles: start.titles, form: start.form }
    })
  }
}

/** Whether the words begin with a label, one character of a longer label misread. */
function beginsRoughly(words: string, label: string): boolean {
  let wrong = 0
  for (let place = 0; place < label.length; place += 1) if (words.charAt(place) !== label.charAt(place)) wrong += 1
  return wrong <= (label.length >= 4 ? 1 : 0)
}

/** From the beginning of one line (null: of the file) to the beginning of another (null: the end), page by page. */
function spansBetween(text: DocumentText, from: TextLine | null, to: TextLine | null): Passage[] {
  const spans: Passage[] = []
  for (const page of text.pages) {
    if (from !== null && page.number < from.page) continue
    if (to !== null && page.number > to.page) continue
    const start = from !== null && page.number === from.page ? from.start : 0
    const end = to !== null && page.number === to.page ? to.start : page.text.length
    if (end > start) spans.push({ page: page.number, start, end })
  }
  return spans
}

/** The documents in a file's text, in order, with no words left out. A file without words has none. */
export function splitParts(text: DocumentText, kinds: readonly DocumentKind[]): SplitPart[] {
  const splitter = new Splitter(text, kinds)
  const starts = splitter.starts()
  return splitter.spansOf(starts, text).filter((part) => part.spans.length > 0)
}
