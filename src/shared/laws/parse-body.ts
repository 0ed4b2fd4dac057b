/** The body of a law: headings, articles with their lines; or, where there is no article, numbered points. */
import { NUMERALS, parseNumber } from './chinese-numbers.ts'
import type { DivisionLevel, LawArticle, LawDivision, LawProblem } from './law-text.ts'
import { markOf, parseArticle } from './parse-article.ts'
import type { LawLine } from './parse-lines.ts'

const ARTICLE = new RegExp(`^第\\s*([${NUMERALS}]+)\\s*条(?:\\s*之\\s*([一二三四五六七八九十]+))?([\\s　]*)(.*)$`, 'su')
const HEADING = new RegExp(`^第\\s*[${NUMERALS}]+\\s*(编|分编|章|节)[\\s　]*(.{0,60})$`, 'u')
const LEVELS: Readonly<Record<string, DivisionLevel>> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' }
const DEPTH: Readonly<Record<DivisionLevel, number>> = { part: 0, subpart: 1, chapter: 2, section: 3 }
/** What stands below a law and is no part of it. */
const AFTER =
  /^(?:附[：:]|附[件录表图则]?[一二三四五六七八九十\d]*[：:\s　]|附[件录表](?:[一二三四五六七八九十\d]*$|[（(])|抄送|来源[：:]|责任编辑|相关链接|上一篇|下一篇|扫一扫|分享到|打印|关闭窗口|https?:)/u

interface ArticleStart {
  readonly number: number
  readonly sub: number
  readonly apart: boolean
  readonly rest: string
}

function articleStart(text: string): ArticleStart | null {
  const found = ARTICLE.exec(text)
  if (found === null) return null
  const number = parseNumber(found[1] ?? '')
  const sub = found[2] === undefined ? 0 : (parseNumber(found[2]) ?? 0)
  const rest = found[4] ?? ''
  // a paragraph may open with a reference: 第三条规定的……, 第五条、第六条……, 第十条第二款……
  if (
    number === null ||
    number === 0 ||
    (found[3] === '' &&
      /^[、，,和至]|^第[一二三四五六七八九十]+[款项]|^(?:规定|所列|所称|所指|中[的规所应有，]|的)/u.test(rest))
  )
    return null
  return { number, sub, apart: found[3] !== '' || rest === '' || /^[（(【]/u.test(rest), rest }
}

export function divisionOf(text: string): LawDivision | null {
  const found = HEADING.exec(text)
  if (found === null) return null
  const title = (found[2] ?? '').replaceAll(/[\s　]/g, '').replace(/…*\d*$/u, '')
  const level = LEVELS[found[1] ?? '']
  if (level === undefined || /[。；，：]/u.test(title)) return null
  return {
    level,
    label: text.slice(0, text.indexOf(found[1] ?? '') + (found[1]?.length ?? 0)).replaceAll(/\s/g, ''),
    title,
  }
}

export function isBodyStart(text: string): boolean {
  return divisionOf(text) !== null || articleStart(text)?.number === 1
}

interface OpenArticle extends ArticleStart {
  readonly division: number | null
  readonly lines: string[]
}

/** One run of articles from 第一条 on; a text may hold more: the decision and the rule, the rule and its annex. */
interface Run {
  readonly articles: OpenArticle[]
  readonly from: number
  to: number
  readonly firstDivision: number
}

export interface Body {
  readonly divisions: readonly LawDivision[]
  readonly articles: readonly LawArticle[]
  readonly highestArticle: number | null
  readonly annex: readonly string[]
  readonly problems: readonly LawProblem[]
  /** Index of the first line that belongs to the body; everything before is the head. */
  readonly from: number
}

/** Whether the line is the next article, and not a paragraph that opens with a reference to one. */
function opens(start: ArticleStart, last: OpenArticle | undefined): boolean {
  if (last === undefined) return start.apart || start.number === 1
  if (start.sub > 0)
    return start.number === last.number && (start.sub === last.sub + 1 || (start.apart && start.sub > last.sub))
  if (start.number === last.number + 1) return true
  // without a space behind the number it might be a reference, unless it is the next but one: a line was lost
  if (!start.apart) return start.number > last.number && start.number <= last.number + 3 && start.rest.length >= 10
  return (
    start.apart &&
    start.rest !== '' &&
    (start.number === last.number || (start.number > last.number && start.number <= last.number + 60))
  )
}

class BodyReader {
  readonly #lines: readonly LawLine[]
  readonly divisions: LawDivision[] = []
  readonly runs: Run[] = []
  #pending: { readonly division: LawDivision; readonly line: number }[] = []
  #division: number | null = null
  #closed = false

  constructor(lines: readonly LawLine[]) {
    this.#lines = lines
    lines.forEach((line, index) => this.#take(line.text, index))
    const last = this.runs.at(-1)
    if (last !== undefined && !this.#closed) last.to = lines.length
  }

  #take(text: string, index: number): void {
    const run = this.runs.at(-1)
    const division = divisionOf(text)
    if (division !== null) {
      this.#pending.push({ division, line: index })
      return
    }
    const start = articleStart(text)
    const last = run?.articles.at(-1)
    if (
      start !== null &&
      start.number === 1 &&
      start.sub === 0 &&
      (last === undefined || (last.number > 1 && (start.apart || this.#closed)))
    )
      this.#openRun(start, index)
    else if (start !== null && run !== undefined && !this.#closed && opens(start, last)) this.#add(run, start)
    else if (start !== null && run === undefined && start.apart && (start.number <= 5 || start.rest.length > 4))
      this.#openRun(start, index)
    else if (run !== undefined && !this.#closed && last !== undefined) this.#continue(run, last, text, index)
  }

  #continue(run: Run, last: OpenArticle, text: string, index: number): void {
    if (AFTER.test(text) && this.#pending.length === 0) {
      run.to = index
      this.#closed = true
      return
    }
    last.lines.push(text)
  }

  #openRun(start: ArticleStart, index: number): void {
    const previous = this.runs.at(-1)
    const headings = trailing(this.#pending)
    const from = headings[0]?.line ?? index
    if (previous !== undefined && !this.#closed) previous.to = from
    this.#closed = false
    this.#pending = headings
    this.#division = null
    const run: Run = { articles: [], from, to: this.#lines.length, firstDivision: this.divisions.length }
    this.runs.push(run)
    this.#add(run, start)
  }

  #add(run: Run, start: ArticleStart): void {
    for (const { division } of this.#pending) this.#division = this.divisions.push(division) - 1
    this.#pending = []
    run.articles.push({ ...start, division: this.#division, lines: [] })
  }
}

/** Of the headings before the first article, those of the body itself: a table of contents (目录) ends where levels rise again. */
function trailing<Kept extends { readonly division: LawDivision }>(headings: readonly Kept[]): Kept[] {
  const kept: Kept[] = []
  for (const heading of headings.toReversed()) {
    const next = kept[0]
    if (next !== undefined && DEPTH[heading.division.level] >= DEPTH[next.division.level]) break
    kept.unshift(heading)
  }
  return kept
}

const BRACKETED = /^[（(【]([^（）()【】]{1,24})[）)】][\s　]*/u

function finished({ number, sub, rest, division, lines }: OpenArticle, firstDivision: number): LawArticle {
  const bracket = BRACKETED.exec(rest)
  // （一） behind the number is the first item, no heading
  const heading = bracket !== null && markOf(rest) === null ? (bracket[1] ?? null) : null
  const first = heading === null ? rest : rest.slice(bracket?.[0].length ?? 0)
  const paragraphs = parseArticle([first, ...lines])
  return { level: 0, number, sub, heading, division: division === null ? null : division - firstDivision, paragraphs }
}

/** `continues`: a book of a code (物权编) that goes on with the numbers of the one before. */
function problemsOf(articles: readonly LawArticle[], continues: boolean): LawProblem[] {
  const problems: LawProblem[] = []
  let last = continues ? (articles[0]?.number ?? 1) - 1 : 0
  const seen = new Set<string>()
  for (const { number, sub, paragraphs } of articles) {
    const here = number ?? 0
    const key = `${here}-${sub}`
    if (seen.has(key)) problems.push({ kind: 'duplicateArticle', from: here, to: here })
    seen.add(key)
    if (here > last + 1) problems.push({ kind: 'missingArticles', from: last + 1, to: here - 1 })
    if (paragraphs.length === 0) problems.push({ kind: 'emptyArticle', from: here, to: here })
    last = Math.max(last, here)
  }
  return problems
}

function linesFrom(lines: readonly LawLine[], from: number, to: number): string[] {
  return lines.slice(from, to).map(({ text }) => text)
}

const INSIDE = new RegExp(`第[${NUMERALS}]{1,7}条[\\s　]+(?=[^\\s　])`, 'gu')
const HEADING_BEFORE = new RegExp(`^第[${NUMERALS}]+[章节][\\s　]*[^第。]{1,20}$`, 'u')

/**
 * Puts back line breaks that were lost in pasting: `第一节 拍卖人第十条 拍卖人是指……`, `……涂改。 第八条 建设单位……`. A reference
 * inside a sentence stands neither behind a full stop and a space nor behind a heading.
 */
function brokenUp(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const { index } of text.matchAll(INSIDE)) {
    const before = text.slice(from, index)
    if (
      index > from &&
      (/[。；][\s　]+$/u.test(before.slice(-8)) || (before.length < 40 && HEADING_BEFORE.test(before)))
    ) {
      parts.push(before.trimEnd())
      from = index
    }
  }
  return [...parts, text.slice(from)]
}

/** The lines as {@link parseArticles} counts them. */
export function withLostBreaks(lines: readonly LawLine[]): LawLine[] {
  return lines.flatMap((line) =>
    line.text.includes('条 ') || line.text.includes('条　')
      ? brokenUp(line.text).map((text) => ({ ...line, text }))
      : [line],
  )
}

/** Null where there is no article at all. */
export function parseArticles(lines: readonly LawLine[], continues = false): Body | null {
  const reader = new BodyReader(lines)
  const [first] = reader.runs
  if (first === undefined) return null
  // the longest run is the law; what comes before it announces it, what comes after is annexed
  const main = reader.runs.reduce((best, run) => (run.articles.length > best.articles.length ? run : best), first)
  const articles = main.articles.map((article) => finished(article, main.firstDivision))
  const next = reader.runs[reader.runs.indexOf(main) + 1]
  const divisions = reader.divisions.slice(main.firstDivision, next?.firstDivision)
  const problems = problemsOf(articles, continues)
  if (reader.runs.length > 1) problems.push({ kind: 'annexArticles', from: null, to: null })
  return {
    divisions,
    articles,
    highestArticle: Math.max(...articles.map(({ number }) => number ?? 0)),
    annex: linesFrom(lines, main.to, lines.length),
    problems,
    from: main.from,
  }
}
