/**
 * Document numbers (文号): 岚环罚〔2026〕8号 with any brackets, spaces and lost parts. A number that stands alone on its
 * line, after a label or behind the title is the document's own; one in running text is another's.
 */
import { simplified } from './script-folding.ts'
import type { DocumentText, Passage } from '../intake/document-text.ts'
import { quoted } from '../intake/document-text.ts'
import type { NumberFact } from './facts.ts'
import type { LabelledField } from './labelled-fields.ts'
import type { NormalisedText, TextView } from './normalised-text.ts'

/** Serials that tell the team, the matter or the place, and so need 号: 执法二中队-9号, 建设第22号, 2023“4.26”事故-5号, 092(非)号. */
const NAMED_SERIAL =
  '(?:(?:第|字第)?(?:\\d{4}“[\\d.·]{2,7}”)?[\\u3400-\\u9fffA-Za-z]{0,10}?-?第?[A-Za-z]{0,3}-?\\d{1,16}(?:-\\d{1,6})*' +
  '(?:\\([\\u3400-\\u9fff]{1,3}\\))?(?=号))'
/** The year in its brackets and the serial behind it. */
const YEAR_AND_SERIAL = new RegExp(
  String.raw`([[(])\n?((?:19|20)\d{2})年?\n?([\])])\n?(?:${NAMED_SERIAL}|(?:第|字第|字)?\n?-?(?:\[(\d{1,16})\]|\(\d{1,16}\)(?=\n?号)|` +
    String.raw`([A-Za-z]{0,3}-?\d{1,16}(?:-\d{1,6})*|[*×]{1,6}(?=号)|[xX]{2,6}(?=号))))(?:\n?(号))?`,
  'gu',
)
const PREFIX_CHARACTER = /[\u3400-\u9fffA-Za-z\d()]/u
const LONGEST_PREFIX = 32
/** Words of the sentence that run into a number's first part. */
const NOT_OF_THE_NUMBER = new RegExp(
  String.raw`^.*(?:决定书|告知书|通知书|[^立]案件?|建议书|意见书|回证|清单|根据|依据|依照|按照|收到|作出|下达|送达|发出|制作|文号|编号|案号|号为|公[开示]表|信息表|一览表|发布了?|公布了?|显示|《|》|` +
    String.raw`[日月年](?=\D)|公司)`,
  'u',
)
/** Small words of a sentence that are letters of places too: 于都, 和平, 经开区. */
const SMALL_WORD = /^.*(?:以|的|在|于|向|对|为|见|及|和|与|由|经)/u
/** What a number stands behind where no sentence leads to it. */
const HEADED = /(?:[\t:(《》]|[书表告号])$/u
const LINE_ENDS = /^[[(]\d{4}年?[\])](?:字?第)?[\dA-Za-z-]{1,16}号?(?:$|[\n\t)]|被处罚|当事人)/u
const OF_A_SENTENCE = /^(?:[以的在向对为见及与由]|.?经(?:查|过|我|本|调|审|研|依))/u
const LONGEST_PLACED = 14
const NUMBER_LABELS = /^(?:.{0,12}(?:文号|案号|决定书号)|编号|文书编号|报告编号|字号)$/u
const OTHER_FORM = /^[\u3400-\u9fffA-Za-z\d()[\]-]{4,40}号?$/u
const TITLE = /《([^《》\n]{2,40})》\(?(?:文号|编号)?:?$/u
const TITLE_BEHIND = /^\)?的?《([^《》\n]{2,40})》/u
const PLAIN_TITLE =
  /([\u3400-\u9fff]{2,24}(?:决定书|告知书|通知书|意见书|审批表|清单|委托书|笔录|答复|函|报告|方案))\(?$/u

function balancedStart(text: string, from: number): number {
  let depth = 0
  let place = from
  while (place > 0 && from - place < LONGEST_PREFIX) {
    const character = text.charAt(place - 1)
    if (!PREFIX_CHARACTER.test(character)) break
    if (character === ')') depth += 1
    if (character === '(') {
      if (depth === 0) break
      depth -= 1
    }
    place -= 1
  }
  if (depth === 0) return place
  // A bracket closed but not opened ends the words before the number; at a line's beginning the number lost its head.
  const words = text.slice(place, from)
  const stray = words.lastIndexOf(')', words.includes('(') ? words.indexOf('(') : words.length)
  const lineStart = place + stray === 0 || text.charAt(place + stray - 1) === '\n'
  return lineStart ? place + stray : place + stray + 1
}

/** 向甲公司送达的云环罚: behind the last small word, unless the letters stand as a heading does: 赣于环改字, 青经开市监罚. */
function withoutSmallWords(words: string, before: string, behind: string): string {
  const masked = words.replace(/\([\u3400-\u9fff]{1,6}\)/gu, (note) => `(${'_'.repeat(note.length - 2)})`)
  const small = SMALL_WORD.exec(masked)
  if (small === null || small[0].length === words.length) return words
  const placed = words.length <= LONGEST_PLACED && !OF_A_SENTENCE.test(words)
  const headed = /(?:^|\n)$/u.test(before) ? LINE_ENDS.test(behind) : HEADED.test(before)
  if (placed && (headed || /^[^我其并且故现应未将已又但另][于经和]/u.test(words))) return words
  return words.slice(small[0].length)
}

/** Where the number's letters begin, before the bracket of the year at `bracket`. */
function prefixStart(text: string, bracket: number): number {
  // 秀规资执[处罚决定][2025]18号
  const word = /\[[\u3400-\u9fff]{1,8}\]$/u.exec(text.slice(Math.max(0, bracket - 10), bracket))?.[0]
  if (word !== undefined) return prefixStart(text, bracket - word.length)
  const start = balancedStart(text, bracket)
  const words = text.slice(start, bracket)
  // 威自然执(经)罚字: the letters in brackets are the number's own.
  const masked = words.replace(/\([\u3400-\u9fff]{1,6}\)/gu, (note) => `(${'_'.repeat(note.length - 2)})`)
  const cut = NOT_OF_THE_NUMBER.exec(masked)
  // 行政处罚决定书〔2022〕5号: some agencies number by year alone.
  const yearAlone = cut !== null && cut[0].length === words.length && words.endsWith('决定书')
  const whole = cut === null || (cut[0].length === words.length && !yearAlone) ? words : words.slice(cut[0].length)
  const from = bracket - whole.length
  const kept = withoutSmallWords(whole, text.slice(Math.max(0, from - 4), from), text.slice(bracket, bracket + 40))
  // 总经理)江银罚决字: a bracket that is only closed ends the words before the number.
  const stray = kept.includes('(') ? -1 : kept.lastIndexOf(')')
  return bracket - (stray > 0 ? kept.length - stray - 1 : kept.length)
}

interface LineBounds {
  readonly start: number
  readonly end: number
}

function lineAround(text: string, start: number, end: number): LineBounds {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  return { start: from, end: to < 0 ? text.length : to }
}

const HEADING_BEFORE =
  /(?:^|[\t:])(?:.{0,12}(?:文号|编号|案号|决定书号)[:\t]?)$|^(?:[^\t:]{0,50}(?:书|表|笔录|单|函|报告|记录|批复|公告|决定|告|意见))?[-)(\s]{0,3}$/u

/** Whether the number stands as a heading does: alone, labelled, or behind the title, among a line's few words. */
function standsAlone(line: string, from: number, to: number): boolean {
  const before = line.slice(Math.max(0, from - 60), from)
  const after = line.slice(to, to + 12)
  if (/[。,;]/u.test(before)) return false
  return (from > 60 ? false : HEADING_BEFORE.test(before)) && /^[)\]]?(?:[\t\n]|$|被处罚|当事人)/u.test(after)
}

function titleOf(text: string, start: number, end: number): string | null {
  const before = text.slice(Math.max(0, start - 48), start)
  const named = TITLE.exec(before) ?? TITLE_BEHIND.exec(text.slice(end, end + 44)) ?? PLAIN_TITLE.exec(before)
  return named?.[1] ?? null
}

/** The words as printed in one script, without white space. */
function asPrinted(document: DocumentText, view: TextView, start: number, end: number): string {
  const raw = quoted(document, view.passage(start, end))
  const folded = simplified(raw).replace(/[\s\u200b-\u200f\ufeff]/gu, '')
  return folded.length > end - start + 2 ? withPrintedBrackets(document, view, start, end) : folded
}

/** The words of the view, cleared of what a page slipped in between, with the brackets that the page prints. */
function withPrintedBrackets(document: DocumentText, view: TextView, start: number, end: number): string {
  let words = ''
  for (let place = start; place < end; place += 1) {
    const character = view.text.charAt(place)
    if (/\s/u.test(character)) continue
    words += /[[\]()]/u.test(character) ? quoted(document, view.passage(place, place + 1)) : character
  }
  return words
}

function bracketed(document: DocumentText, { tight }: NormalisedText): NumberFact[] {
  const { text } = tight
  const facts: NumberFact[] = []
  for (const match of text.matchAll(YEAR_AND_SERIAL)) {
    const bracket = match.index
    const round = match[1] === '('
    const start = prefixStart(text, bracket)
    const end = bracket + match[0].length
    const letters = text.slice(start, bracket).replace(/[^\u3400-\u9fffA-Za-z]/gu, '')
    const closed = match[6] === '号'
    const titled = letters === '' && /决定书(?:\([^()\n]{1,40}\))?\(?\n?$/u.test(text.slice(Math.max(0, start - 50), start))
    if ((letters.length < (round ? 2 : 1) && !(titled && closed)) || (round && !closed && !match[0].includes('第')))
      continue
    if (
      /^(?:年|版|修正|修订|第)/u.test(letters) ||
      /^\s*(?:条|款|项|元|年|楼|室|栋|院|单元)/u.test(text.slice(end, end + 2))
    )
      continue
    const bounds = lineAround(text, start, end)
    const line = text.slice(bounds.start, bounds.end)
    const alone = standsAlone(line, start - bounds.start, end - bounds.start)
    facts.push({
      text: asPrinted(document, tight, start, end),
      role: alone ? 'own' : 'cited',
      of: alone ? null : titleOf(text, start, end),
      passage: tight.passage(start, end),
    })
  }
  return facts
}

/** 第Z4003028号行政处罚决定书: a serial alone, before the title. */
const BARE_SERIAL = /(?<=^|[\n\t:,。])第?[A-Z]{0,3}\d{5,16}号(?=《?(?:当场)?(?:行政)?处罚决定书)/gu

function bareSerials(document: DocumentText, { tight }: NormalisedText): NumberFact[] {
  return [...tight.text.matchAll(BARE_SERIAL)].map((match) => {
    const end = match.index + match[0].length
    return {
      text: asPrinted(document, tight, match.index, end),
      role: 'cited' as const,
      of: '行政处罚决定书',
      passage: tight.passage(match.index, end),
    }
  })
}

/** Numbers without a year in brackets stand behind a label only. */
function labelled(
  document: DocumentText,
  { spaced }: NormalisedText,
  fields: readonly LabelledField[],
): NumberFact[] {
  return fields.flatMap((field) => {
    const value = field.value.replace(/[ \u3000]/gu, '')
    if (
      !NUMBER_LABELS.test(field.label) ||
      /[\u3400-\u9fff(]/u.test(spaced.text.charAt(field.labelStart - 1)) ||
      /年\d{1,2}月/u.test(value) ||
      field.form === 'column' ||
      !OTHER_FORM.test(value) ||
      !/\d{2}/.test(value)
    )
      return []
    if (/[[(](?:19|20)\d{2}[\])]|\d号《?(?:当场)?(?:行政)?处罚决定书$/u.test(value)) return []
    const of = field.label.replace(/(?:文书)?(?:文号|编号|案号|号)$/u, '')
    const passage: Passage = spaced.passage(field.start, field.end)
    const own = of === '' || /决定书|处罚/u.test(of)
    return [
      {
        text: asPrinted(document, spaced, field.start, field.end),
        role: own ? ('own' as const) : ('cited' as const),
        of: own ? null : of,
        passage,
      },
    ]
  })
}

/** A label names another document's number: 立案文号. */
function otherLabel(field: LabelledField): string | null {
  const match = /^(.{2,8}?)(?:文号|案号|编号)$/u.exec(field.label)
  return match === null || /决定|处罚|文书/u.test(match[1] ?? '') ? null : (match[1] ?? null)
}

function hasLetters({ text }: NumberFact): boolean {
  return /^[^〔[(﹝【]*[\u3400-\u9fff]/u.test(text) || /^\([\u3400-\u9fff]{1,6}\)[\u3400-\u9fff]/u.test(text)
}

function sameNumber(one: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/[^\u3400-\u9fffA-Za-z\d]/gu, '')
  return one !== other && bare(one) === bare(other)
}

/** All numbers of a document in the order of the page. Only the first number that stands as a heading is its own. */
export function readNumbers(
  document: DocumentText,
  text: NormalisedText,
  fields: readonly LabelledField[],
): readonly NumberFact[] {
  const ofOthers = fields.flatMap((field) => {
    const of = otherLabel(field)
    return of === null ? [] : [{ of, passage: text.spaced.passage(field.start, field.end) }]
  })
  const inHead = (passage: Passage): boolean => {
    const first = text.tight.passage(0, 1)
    return passage.page === first.page
  }
  let own = false
  const inOwnLine = ({ start, end }: Passage): boolean => {
    const page = document.pages.find(({ number }) => number === text.tight.passage(0, 1).page)?.text ?? ''
    return (
      /(?:^|\n)[^\S\n]*$/u.test(page.slice(Math.max(0, start - 40), start)) &&
      /^[^\S\n]*(?:\n|$)/u.test(page.slice(end, end + 40))
    )
  }
  const found = [...bracketed(document, text), ...bareSerials(document, text), ...labelled(document, text, fields)]
  // Behind a title the letters of a number are sometimes left out; the number that has them is the document's.
  const lettered = found.some((fact) => fact.role === 'own' && hasLetters(fact) && inHead(fact.passage))
  // A page prints the number in its own heading too, sometimes with other brackets: the document's stands in its line.
  const heads = found.filter((fact) => fact.role === 'own' && inHead(fact.passage))
  const first = heads[0]
  const inDocument =
    first === undefined || inOwnLine(first.passage)
      ? undefined
      : heads.find((fact) => fact !== first && sameNumber(fact.text, first.text) && inOwnLine(fact.passage))
  return found
    .map((fact) => (inDocument !== undefined && fact === first ? { ...fact, role: 'cited' as const } : fact))
    .map((fact) =>
      lettered && fact.role === 'own' && !hasLetters(fact) ? { ...fact, role: 'cited' as const } : fact,
    )
    .sort((one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start)
    .map((fact) => {
      const other = ofOthers.find(
        ({ passage }) =>
          passage.page === fact.passage.page &&
          passage.start <= fact.passage.start &&
          passage.end >= fact.passage.end,
      )
      if (other !== undefined) return { ...fact, role: 'cited' as const, of: other.of }
      if (fact.role === 'own' && (own || !inHead(fact.passage))) return { ...fact, role: 'cited' as const }
      own ||= fact.role === 'own'
      return fact
    })
}
