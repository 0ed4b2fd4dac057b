/**
 * Citations of laws (法律引用), outside what the document quotes of a statute. Numbers stay as printed; a title without an
 * article is a citation of the law as a whole.
 */
import type { CitationFact } from './facts.ts'
import { lawPlacesAt } from './article-lists.ts'
import type { LawPlace } from './article-lists.ts'
import { citationRole } from './citation-roles.ts'
import { NUMERAL } from './chinese-numerals.ts'
import { NamedLaws, bareNameBefore, isAboutDiscretion, isLawTitle, isStandard, titleAt } from './law-titles.ts'
import type { NormalisedText, TextView } from './normalised-text.ts'
import { quotations, spanAt } from './quotations.ts'
import type { Span } from './quotations.ts'

const EVENT = new RegExp(`《|第\\n?(?:[${NUMERAL}]\\n?){1,7}(?:条|、\\n?第?[${NUMERAL}])`, 'gu')
const NOTE = /\n?\(([^()\n]{0,60}(?:\([^()\n]{0,30}\)[^()\n]{0,30})?)\)/uy
const TO_THE_ARTICLE = /(?:的|中|之|\n|,)?(?=\n?(?:第|\((?:[一二三四五六七八九十]{1,3})\)项))/uy
const ALIAS = /(?:以下|下|下文)?(?:均|统)?(?:简称|称)(?:为)?[:“"《]*((?:\d{4}年)?《?[^“”"《》()]{1,30})/u
/** 《公共场所卫生管理规范》GB37487-2019 is a standard. */
const STANDARD_BEHIND = /^\n?\(?(?:GB|HJ|DB|JGJ|AQ|YY|WS|TSG|JT|NY|CJ)[/\d]/u
const USED = new RegExp(
  String.raw`(?:(?:违反|依据|依照|根据|按照|按|适用|符合|触犯|鉴于|参照|参考|结合|对照|以及|和|及|、|与|是|为|构成|没有)(?:了|的)?` +
    String.raw`(?:[\u3400-\u9fff]{2,14}(?:[局厅委部]|委员会|政府))?[A-Za-z\d./-]{0,20}[\n:]?|(?:适用于?|和|及)[^。,;《》]{0,24}(?:修正|修订|施行|公布)的)$`,
  'u',
)
const TORN = new RegExp(`^第[${NUMERAL}]{0,6}\\s*$`, 'u')
const USED_BEHIND = /^(?:\([^()]{0,60}\))?(?:的|之|等|中)?(?:有关|相关|法律)*(?:法律)?(?:规定|之规定|要求|条款|的)/u

/** 《甲裁量权基准》道路运输部分第58项, 《乙裁量权基准》之三第2条 */
const PART_OF_BENCHMARK = new RegExp(
  `^(?:的|中)?[\\u3400-\\u9fff]{0,12}(?:部分|[类篇编]|之[一二三四五六七八九十])(?=第[${NUMERAL}]{1,4}[条项])`,
  'u',
)
/** What stands between an article and its words in quotation marks. */
const BEFORE_STATUTE = /^(?:的|之)?(?:规定)?(?:如下)?(?:违反本(?:法|条例|办法|规定)(?:的?规定)?)?[:,\n\t]{0,2}/u
const GOES_ON_BEHIND = new RegExp(`^[,、及和]?(?=第\\(?[${NUMERAL}]{1,3}\\)?[款项])`, 'u')

interface Cited extends LawPlace {
  readonly law: string
  readonly named: boolean
}

const ANNEX = new RegExp(
  String.raw`\n附?件?\d?:?(?:本案|本决定|所)?(?:相关|有关|引用的?|适用的?|涉及的?|所依据的?)法律、?(?:法规)?(?:、规章)?的?` +
    String.raw`(?:规定|条文|条款|依据|原文):?(?=\n(?:\d[.、])?《)`,
  'gu',
)

/** Where an annex that reprints statutes (附：相关法律条文) begins behind the document; the text's end where none does. */
function annexOfStatutes(text: string): number {
  const heads = [
    ...text.matchAll(ANNEX),
  ]
  const last = heads.at(-1)
  return last === undefined || last.index < text.length / 3 ? text.length : last.index
}

/** Walks a text once, from the first title to the last article. */
class CitationScanner {
  readonly found: { cited: Cited; quotation: Span | null; chain: number }[] = []
  private readonly laws = new NamedLaws()
  private current: string | null = null
  private consumed = 0
  /** Where the last list of articles ended, quotation and 的规定 included. */
  private listEnd = -1
  private chain = 0
  private readonly text: string
  private readonly quotes: readonly Span[]

  constructor(text: string, quotes: readonly Span[]) {
    this.text = text
    this.quotes = quotes
  }

  scan(): void {
    EVENT.lastIndex = 0
    const annex = annexOfStatutes(this.text)
    for (const event of this.text.matchAll(EVENT)) {
      const place = event.index
      if (place >= annex) break
      if (place < this.consumed) continue
      const quote = spanAt(this.quotes, place)
      if (quote !== null) continue
      if (event[0] === '《') this.title(place)
      else this.article(place)
    }
  }

  private title(open: number): void {
    const printed = titleAt(this.text, open)
    if (printed === null) return
    let place = printed.end
    const shorts: string[] = []
    for (;;) {
      NOTE.lastIndex = place
      const note = NOTE.exec(this.text)
      if (note === null) break
      const short = ALIAS.exec(note[1] ?? '')?.[1]
      if (short !== undefined) shorts.push(short)
      if (/^[一二三四五六七八九十]{1,3}$/u.test(note[1] ?? '')) break
      place = NOTE.lastIndex
    }
    TO_THE_ARTICLE.lastIndex = place
    const part = isAboutDiscretion(printed.title) ? PART_OF_BENCHMARK.exec(this.text.slice(place, place + 30)) : null
    const toArticle = TO_THE_ARTICLE.exec(this.text)?.[0].length ?? part?.[0].length ?? 0
    const { places, end } = lawPlacesAt(this.text, place + toArticle)
    this.consumed = Math.max(printed.end, places.length > 0 ? end : printed.end)
    const standard = STANDARD_BEHIND.test(this.text.slice(printed.end, printed.end + 8))
    if (
      standard ||
      !isLawTitle(
        printed.title,
        places.some(({ article }) => article !== null),
      )
    ) {
      if (places.length > 0 || !isStandard(printed.title)) this.current = places.length > 0 ? null : this.current
      return
    }
    const pointsBack = this.laws.meant(`《${printed.title}》`)
    const law = pointsBack ?? this.laws.name(printed.title)
    if (pointsBack !== null) this.laws.name(pointsBack)
    for (const short of shorts) {
      this.laws.alias(short.replace(/[《》]/gu, ''), law)
      this.laws.alias(short.replace(/^\d{4}年|[《》]/gu, ''), law)
    }
    this.current = law
    const named = law === printed.title
    if (places.length > 0) this.list(law, named, printed.start, places, end)
    else if (this.isUsed(printed.start, place)) {
      this.add(
        {
          law,
          named,
          article: null,
          articleSub: null,
          paragraph: null,
          item: null,
          start: printed.start,
          end: place,
        },
        printed.start,
      )
      this.listEnd = place
    }
  }

  /** A title without an article counts where the document relies on it. */
  private isUsed(start: number, end: number): boolean {
    const before = this.text.slice(Math.max(0, start - 32), start)
    // 有《…的通知》、《…的通知》等证据证明: papers, no ground. 根据《甲法》第三: the page breaks off before the article.
    const behind = this.text.slice(end, end + 300)
    if (/^(?:\([^()]{0,40}\))?(?:[、和及]?《[^《》]{2,60}》)*等?[^。,;《]{0,8}(?:等证据|为证|证实|佐证|为据|为凭)/u.test(behind)) return false
    if (TORN.test(behind)) return false
    // 违反《甲条例》《乙办法》等相关法律法规: the second with the first.
    if (this.found.at(-1)?.cited.end === start) return true
    return (
      USED.test(before) ||
      USED_BEHIND.test(this.text.slice(end, end + 120).replace(/^(?:(?:、|和|及|以及|与)?《[^《》]{2,60}》)+/u, ''))
    )
  }

  private article(place: number): void {
    const before = this.text.slice(Math.max(0, place - 60), place).replaceAll('\n', '')
    const name = bareNameBefore(before)
    let law: string | null = null
    let named = false
    if (name !== '') {
      law = this.laws.meant(name)
      if (
        law === null &&
        name.length >= 3 &&
        !/^(?:该|本|此|上述|前述|有关|相关)/u.test(name) &&
        isLawTitle(name, true)
      ) {
        law = this.laws.name(name)
        named = true
      }
    } else if (this.goesOn(place) || /(?:违反|依据|依照|根据|按照|适用|符合)了?$/u.test(before)) law = this.current
    const { places, end } = lawPlacesAt(this.text, place)
    this.consumed = Math.max(this.consumed, end)
    if (law === null || places.length === 0) return
    this.current = law
    this.list(law, named, place - (name === '' ? 0 : name.length), places, end)
  }

  /** Only a quotation, 的规定 and a joint stand between the last list and this article. */
  private goesOn(place: number): boolean {
    if (this.listEnd < 0 || place - this.listEnd > 12) return false
    return /^(?:的|之)?(?:规定)?[\n]?(?:[,、;]|和|及|以及|与|并)*[\n]?$/u.test(this.text.slice(this.listEnd, place))
  }

  private list(law: string, named: boolean, start: number, places: readonly LawPlace[], end: number): void {
    const behind = BEFORE_STATUTE.exec(this.text.slice(end, end + 24))?.[0].length ?? 0
    const quote = spanAt(this.quotes, end + behind)
    const quoted = quote !== null && quote.start === end + behind ? quote : this.unmarked(end)
    places.forEach((place, index) => {
      const last = index === places.length - 1
      this.add(
        { ...place, law, named, start: index === 0 ? Math.max(0, start) : place.start },
        start,
        last ? quoted : null,
      )
    })
    const last = places.at(-1)
    this.listEnd =
      quoted === null || last === undefined ? end : this.goneOn(quoted.end, { law, named, start }, { ...last })
    this.consumed = Math.max(this.consumed, this.listEnd)
  }

  /**
   * 第一款“…”第五项“…”: behind the words of a place its parts, or its neighbours, go on. A part takes the place of the whole.
   * @returns where it ends
   */
  private goneOn(from: number, { law, named, start }: Pick<Cited, 'law' | 'named' | 'start'>, before: LawPlace): number {
    let at = from
    let last = before
    for (let steps = 0; steps < 8; steps += 1) {
      const lead = GOES_ON_BEHIND.exec(this.text.slice(at, at + 16))
      if (lead === null) return at
      const { places, end } = lawPlacesAt(this.text, at + lead[0].length, last)
      const first = places[0]
      if (first === undefined) return at
      const part =
        last.item === null &&
        (last.paragraph === null || (first.paragraph === last.paragraph && first.item !== null))
      const quote = spanAt(this.quotes, end)
      const quoted = quote !== null && quote.start === end ? quote : null
      if (part) {
        const whole = this.found.pop()
        if (whole !== undefined)
          this.found.push({ ...whole, cited: { ...whole.cited, ...first, start: whole.cited.start } })
      } else this.add({ ...first, law, named }, start, quoted)
      for (const place of places.slice(1)) this.add({ ...place, law, named }, start, quoted)
      last = places.at(-1) ?? first
      at = quoted?.end ?? end
    }
    return at
  }

  /** Statute text set behind the article without marks: 第二条第一款:依照法律规定…, to the end of its line or 的规定. */
  private unmarked(end: number): Span | null {
    const begin = /^\n?:(?=[\u3400-\u9fff])/u.exec(this.text.slice(end, end + 3))
    if (begin === null) return null
    const start = end + begin[0].length
    const lineEnd = this.text.indexOf('\n', start)
    const limit = Math.min(lineEnd < 0 ? this.text.length : lineEnd, start + 2000)
    const stop = this.text.slice(start, limit).search(/(?<!本法|条例|办法|法律|法规|规章|本)的规定(?=[,。及和;])|(?<!按照|》、)《/u)
    return { start, end: stop < 0 ? limit : start + stop }
  }

  private add(cited: Cited, groupStart: number, quotation: Span | null = null): void {
    if (!this.goesOnAsGroup(groupStart)) this.chain += 1
    this.found.push({ cited, quotation, chain: this.chain })
  }

  private goesOnAsGroup(start: number): boolean {
    const last = this.found.at(-1)
    if (last === undefined) return false
    const between = this.text.slice(Math.max(last.cited.end, this.listEnd), start)
    return between.length <= 10 && /^(?:的|之)?(?:规定)?(?:[、,;]|和|及|以及|与|并)*(?:依据|根据|依照|按照)?$/u.test(between)
  }
}

/** In the original a space parts article and statute text: 第二十四条 申请从事货运经营的…. */
function spacedStatutes(tight: TextView, spaced: TextView): readonly Span[] {
  const spans: Span[] = []
  const pattern = new RegExp(
    `第[${NUMERAL}]{1,7}条(?:第[${NUMERAL}]{1,3}款)?[ \\u3000](?=[\\u3400-\\u9fff]{6})`,
    'gu',
  )
  for (const match of spaced.text.matchAll(pattern)) {
    const behind = spaced.text.slice(match.index + match[0].length, match.index + match[0].length + 10)
    if (/^(?:第|的|之|和|及|以及|规定|责令|对|决定|应当|我|处|给予)/u.test(behind)) continue
    const key = `${match[0].trim()}${behind.replace(/ .*$/u, '')}`
    const at = tight.text.indexOf(key, spans.at(-1)?.end ?? 0)
    if (at < 0) continue
    const start = at + match[0].trim().length
    const lineEnd = tight.text.indexOf('\n', start)
    const limit = Math.min(lineEnd < 0 ? tight.text.length : lineEnd, start + 2000)
    const stop = tight.text.slice(start, limit).search(/(?<!本法|条例|办法|法律|法规|规章|本)的规定(?=[,。及和;依])/u)
    spans.push({ start, end: stop < 0 ? limit : start + stop })
  }
  return spans
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = result.at(-1)
    if (last !== undefined && span.start < last.end) {
      if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end }
    } else result.push(span)
  }
  return result
}

/** 第三十条:违反本规定,…的,责令改正…: a statute's words behind a colon, to the end of their line. */
const STATUTE_BEHIND = new RegExp(
  `第[${NUMERAL}]{1,7}条(?:第[${NUMERAL}]{1,3}款)?(?:第?\\(?[${NUMERAL}]{1,3}\\)?项)?(?:的?规定)?:` +
    '(?=违反(?:本|前款)|有下列|[^。,;\\n]{2,40}(?:有下列|违反本))[^\\n]{6,1500}',
  'gu',
)

function statutesBehind({ text }: TextView): readonly Span[] {
  return [...text.matchAll(STATUTE_BEHIND)].map((match) => {
    const start = match.index + match[0].indexOf(':') + 1
    const words = text.slice(start, match.index + match[0].length)
    const stop = words.search(/(?<!本法|条例|办法|法律|法规|规章|本|款)的规定(?=[,。及和;])/u)
    return { start, end: start + (stop < 0 ? words.length : stop) }
  })
}

/** A report quotes the decision itself: of that only what stands in ‘’ is a statute's. */
function statutesIn(text: string, span: Span): readonly Span[] {
  const words = text.slice(span.start, span.end)
  if (words.length < 120 || !/本(?:机关|局|委|会)(?:认为|决定|责令)|我(?:局|会|委)(?:认为|决定)|对当事人(?:作出|处)/u.test(words)) return [span]
  return [...words.matchAll(/‘[^‘’]{1,1500}’/gu)].map((match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }))
}

/** What the document quotes of statutes, with quotation marks or without. */
export function quotedSpans({ tight, spaced }: NormalisedText): readonly Span[] {
  const marked = quotations(tight.text).flatMap((span) => statutesIn(tight.text, span))
  return merged([...marked, ...spacedStatutes(tight, spaced)])
}

/** As {@link quotedSpans}, and with what a statute rules behind a colon: none of it is ordered by the document. */
export function ruledSpans(text: NormalisedText): readonly Span[] {
  return merged([...quotedSpans(text), ...statutesBehind(text.tight)])
}

/** The quoted words without “ and ”. */
function withoutMarks(tight: TextView, { start, end }: Span): CitationFact['quotation'] {
  const from = tight.text.charAt(start) === '“' ? start + 1 : start
  const to = end > from + 1 && tight.text.charAt(end - 1) === '”' ? end - 1 : end
  return { text: tight.text.slice(from, to), passage: tight.passage(from, to) }
}

/** All citations in the order of the page; the same place of a law again is a fact again. */
export function readCitations(text: NormalisedText): readonly CitationFact[] {
  const { tight } = text
  const quotes = quotedSpans(text)
  const scanner = new CitationScanner(tight.text, quotes)
  scanner.scan()
  const groupStart = new Map<number, number>()
  const groupEnd = new Map<number, number>()
  for (const { cited, quotation, chain } of scanner.found) {
    groupStart.set(chain, Math.min(groupStart.get(chain) ?? cited.start, cited.start))
    groupEnd.set(chain, Math.max(groupEnd.get(chain) ?? 0, cited.end, quotation?.end ?? 0))
  }
  return scanner.found.map(({ cited, quotation, chain }) => ({
    law: cited.law,
    named: cited.named,
    article: cited.article,
    articleSub: cited.articleSub,
    paragraph: cited.paragraph,
    item: cited.item,
    role: citationRole(tight.text, quotes, {
      law: cited.law,
      article: cited.article,
      start: cited.start,
      end: cited.end,
      groupStart: groupStart.get(chain) ?? cited.start,
      groupEnd: groupEnd.get(chain) ?? cited.end,
      quotation,
    }),
    quotation: quotation === null ? null : withoutMarks(tight, quotation),
    passage: tight.passage(cited.start, cited.end),
  }))
}
