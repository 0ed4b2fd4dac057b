/**
 * Reads the text of a law: Markdown, plain text, or the paragraphs of a DOCX as the national database publishes them.
 * Pure and forgiving: what is odd is told as a problem, and only a text that is no law at all gives null.
 */
import type { IsoDate } from '../values/values.ts'
import { DAY_PATTERN, dayOf } from './chinese-numbers.ts'
import { kindOf } from './law-kind.ts'
import type { LawArticle, LawProblem, ParsedLaw } from './law-text.ts'
import { cleanTitle, otherNames, splitNumber, titleKey, withoutVersionMark } from './law-title.ts'
import { divisionOf, isBodyStart, parseArticles, withLostBreaks } from './parse-body.ts'
import { dayInFileName, eventsOf, lastChange, numberOf } from './parse-head.ts'
import { inForceOf, repealsOf } from './parse-in-force.ts'
import { linesOf, type LawLine } from './parse-lines.ts'
import { parsePoints } from './parse-points.ts'

export interface LawFile {
  /** File name with its ending. */
  readonly name: string
  /** Folders above it inside what is imported, joined with `/`; empty where there is none. */
  readonly folders: string
  readonly text: string
}

/** Longest head that is read for dates and numbers, in lines. */
const HEAD_LINES = 60
/** A title is a short line without a full stop. */
const TITLE_LENGTH = 120

function nameWithoutEnding(name: string): string {
  return name.replace(/\.[^.]{1,5}$/u, '')
}

interface Title {
  readonly title: string
  readonly found: boolean
  /** The heading is another law's. */
  readonly foreign?: boolean
  /** Index of the first line behind it. */
  readonly behind: number
}

/** A heading pasted from another law: the head speaks of the law in the file's name, and never of the one in the heading. */
function isForeign(lines: readonly LawLine[], heading: number, fromName: string): boolean {
  const own = titleKey(lines[heading]?.text ?? '')
  const named = titleKey(fromName)
  if (own === named || named.length < 3 || !/[法例定则]$/u.test(named) || own.includes(named) || named.includes(own))
    return false
  const head = lines
    .slice(heading + 1, heading + 8)
    .map(({ text }) => text.normalize('NFKC'))
    .join('')
  return head.includes(named) && !head.includes(own)
}

function isTitleLine({ text }: LawLine): boolean {
  return text.length <= TITLE_LENGTH && !/[。；]$/u.test(text) && !/^[（(]/u.test(text) && /[一-鿿]{2}/u.test(text)
}

/**
 * The Markdown heading; else the first short lines of the text, which a DOCX breaks in two (中华人民共和国 / 行政处罚法);
 * else the file's name.
 */
function titleOf(lines: readonly LawLine[], name: string): Title {
  const fromName = splitNumber(withoutVersionMark(cleanTitle(nameWithoutEnding(name)))).title
  const heading = lines.findIndex(({ hashes, text }) => hashes > 0 && divisionOf(text) === null)
  if (heading >= 0 && heading <= 3) {
    if (isForeign(lines, heading, fromName)) return { title: fromName, found: true, foreign: true, behind: heading + 1 }
    const below = lines[heading + 1]
    // a code kept in several files: 民法典 / 物权编
    const book =
      below !== undefined && below.hashes > 0 && /^(?:[一-鿿]{2,6}编|总则|附则)$/u.test(below.text) ? below.text : null
    const title = cleanTitle(lines[heading]?.text ?? '')
    return {
      title: book === null ? title : `${title}（${book}）`,
      found: true,
      behind: heading + (book === null ? 1 : 2),
    }
  }
  const [first, second] = lines
  if (first === undefined || !isTitleLine(first) || isBodyStart(first.text))
    return { title: fromName, found: false, behind: 0 }
  const title = cleanTitle(first.text)
  const open =
    /^中华人民共和国$|[的关于和、及]$/u.test(title) || (title.length < fromName.length && fromName.startsWith(title))
  if (open && second !== undefined && isTitleLine(second))
    return { title: title + cleanTitle(second.text), found: true, behind: 2 }
  return { title, found: true, behind: 1 }
}

function textOf(article: LawArticle): string {
  return article.paragraphs.map(({ text, items }) => [text, ...items.map((item) => item.text)].join('')).join('\n')
}

/** The articles whose words tell from when the law holds: near its end. */
function endingsOf(articles: readonly LawArticle[], annex: readonly string[]): string[] {
  return [...articles.slice(-4).map(textOf).toReversed(), ...annex.slice(0, 3)]
}

function headOf(lines: readonly LawLine[], from: number, to: number): string {
  const contents = lines.findIndex(({ text }, index) => index >= from && /^目[\s　]*[录次]$/u.test(text))
  const end = contents >= 0 && contents < to ? contents : to
  return lines
    .slice(from, Math.min(end, from + HEAD_LINES))
    .map(({ text }) => text)
    .join(' ')
}

/** Whether a text without any article is a law at all: it has numbered points or a number, or its title says so. */
function looksLikeLaw(title: string, numbered: boolean, head: string): boolean {
  if (/^(?:README|_?index|new_file|目录|说明)$/iu.test(title)) return false
  const named =
    /(?:法|法典|条例|规定|办法|规则|细则|决定|决议|通知|意见|解释|批复|答复|纲要|规划|方案|安排|解答|命令|规程|制度|标准|导则|公告|修正案|纪要|补充规定)(?:（[^）]*）)?(?:（[^）]*）)?$/u.test(
      title,
    )
  return named && (numbered || head.length > 0)
}

/** A line that is nothing but a day, as below a notice. */
const DAY_ALONE = new RegExp(`^[（(]?${DAY_PATTERN}[）)]?$`, 'u')

function dayAlone(lines: readonly LawLine[]): IsoDate | null {
  const found = [...lines.slice(0, 10), ...lines.slice(-8)]
    .map(({ text }) => DAY_ALONE.exec(text))
    .find((one) => one !== null)
  return found === undefined || found === null ? null : dayOf(found[1] ?? '', found[2] ?? '', found[3] ?? '')
}

function versionDateOf(
  name: string,
  title: string,
  history: ParsedLaw['history'],
  lines: readonly LawLine[],
): IsoDate | null {
  return dayInFileName(name) ?? dayInFileName(title) ?? lastChange(history)?.day ?? dayAlone(lines)
}

/** Null: the text is no law (a readme, a letter, nothing at all). */
export function parseLaw({ name, folders, text }: LawFile): ParsedLaw | null {
  const { lines: printed, headEnds } = linesOf(text)
  const lines = withLostBreaks(printed)
  if (lines.length === 0) return null
  const given = titleOf(lines, name)
  const marked = cleanTitle(given.title)
  const { number: inTitle, title } = splitNumber(withoutVersionMark(marked))
  const rest = lines.slice(given.behind)
  const body = parseArticles(rest, /（(?:[一-鿿]{2,6}编|附则)）$|修正案/u.test(title))
  const headEnd = headEnds === null ? (body?.from ?? bodyOfPoints(rest)) : headEnds - given.behind
  const head = headOf(rest, 0, Math.max(headEnd, 0))
  const points = body === null ? parsePoints(rest.slice(headEnds === null ? 0 : Math.max(headEnd, 0))) : null
  if (body === null && !looksLikeLaw(title, points?.numbered ?? false, rest.map((line) => line.text).join('')))
    return null
  const articles = body?.articles ?? points?.articles ?? []
  if (articles.length === 0) return null
  const history = eventsOf(head)
  const versionDate = versionDateOf(name, marked, history, rest)
  const endings = endingsOf(articles, body?.annex ?? [])
  const inForce = inForceOf({ head, history, versionDate, endings })
  const { number, issuer } = numberOf(head)
  const problems: LawProblem[] = [...(body?.problems ?? [])]
  if (given.foreign === true) problems.push({ kind: 'titleDiffers', from: null, to: null })
  if (!given.found) problems.push({ kind: 'noTitle', from: null, to: null })
  if (versionDate === null && inForce.from === null) problems.push({ kind: 'noDate', from: null, to: null })
  return {
    title,
    aliases: otherNames(title, inTitle),
    kind: kindOf({ title, head, folders }),
    issuer,
    number: inTitle ?? number,
    history,
    versionDate,
    inForceFrom: inForce.from,
    inForceCertain: inForce.certain,
    saidInForce: inForce.said,
    repeals: repealsOf(endings, title, inForce.from),
    divisions: body?.divisions ?? [],
    articles,
    highestArticle: body?.highestArticle ?? null,
    annex: body?.annex ?? [],
    problems,
  }
}

/** In a document without articles the head is what stands above the first numbered point, at most a few lines. */
function bodyOfPoints(lines: readonly LawLine[]): number {
  const first = lines.findIndex(({ text }) => /^(?:[一二三四五六七八九十]+、|[（(]一[）)])/u.test(text))
  return Math.min(first < 0 ? 8 : first, 8)
}
