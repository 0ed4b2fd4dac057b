/**
 * The places in a law that follow its title (条款项): 第二十一条、二十三条, 第三条第一款第（二）、（三）项, 第十七条之一, numbers broken
 * over a line end. Numbers are taken as printed.
 */
import { NUMERAL, chineseInteger } from './chinese-numerals.ts'

export interface LawPlace {
  readonly article: number | null
  readonly articleSub: number | null
  readonly paragraph: number | null
  readonly item: number | null
  readonly start: number
  readonly end: number
}

const SEPARATOR = /(?:[、,和及与至]|以及|或者|或|并|,?并?以?及)?\n?/uy
const NUMBER = `((?:[${NUMERAL}]\\n?){1,9})`
const TOKEN = new RegExp(
  `(第?)\\n?(\\(?)\\n?${NUMBER}(\\)?)\\n?(条|款|项|目)?(?:之\\n?([一二三四五六七八九十]))?`,
  'uy',
)
const CHAPTER = new RegExp(`(?:\\n?第[${NUMERAL}]{1,4}(?:[章节编]|部分)){1,3}\\n?`, 'uy')

interface Pending {
  readonly value: number
  readonly start: number
  /** Printed with 第. */
  readonly ordinal: boolean
}

interface Token {
  readonly ordinal: boolean
  readonly bracket: boolean
  readonly value: number
  readonly unit: string | null
  readonly sub: number | null
  readonly start: number
  readonly end: number
}

/** A number that a cell beside it cut in two: 第一百六 / 处罚依据 十一条, 第 罚款5,000元 六十条. */
const CUT = new RegExp(
  `第([${NUMERAL}]{0,6})\\n?(罚款[\\d,.]{1,14}万?元|[\\u3400-\\u9fff]{2,12}?(?:依据|事实|结果|决定|行为|内容|` +
    `事由))\\n?([${NUMERAL}]{1,6})条`,
  'uy',
)

function cutToken(text: string, place: number): Token | null {
  CUT.lastIndex = place
  const match = CUT.exec(text)
  if (match === null || (match[1] !== '' && !match[0].includes('\n'))) return null
  const value = chineseInteger(`${match[1] ?? ''}${match[3] ?? ''}`)
  if (value === null || value === 0) return null
  return { ordinal: true, bracket: false, value, unit: '条', sub: null, start: place, end: place + match[0].length }
}

function tokenAt(text: string, place: number): Token | null {
  TOKEN.lastIndex = place
  const match = TOKEN.exec(text)
  if (match === null || (match[1] === '第' && match[5] === undefined)) {
    const cut = cutToken(text, place)
    if (cut !== null) return cut
  }
  if (match === null) return null
  const value = chineseInteger((match[3] ?? '').replaceAll('\n', ''))
  if (value === null || value === 0) return null
  const bracket = match[2] === '(' && match[4] === ')'
  if ((match[2] === '(') !== (match[4] === ')')) return null
  const unit = match[5] ?? null
  const sub = match[6] === undefined || unit !== '条' ? null : chineseInteger(match[6])
  const end = place + match[0].length - (match[6] !== undefined && unit !== '条' ? 2 : 0)
  return { ordinal: match[1] === '第', bracket, value, unit, sub, start: place, end }
}

function separatorAt(text: string, place: number): number {
  SEPARATOR.lastIndex = place
  return SEPARATOR.exec(text)?.[0].length ?? 0
}

/** Whether the pending numbers come to a unit: 第二十一、二十三条, not 第一、二审. */
function unitAhead(text: string, from: Token): boolean {
  let place = from.end
  for (let steps = 0; steps < 8; steps += 1) {
    const gap = separatorAt(text, place)
    const next = tokenAt(text, place + gap)
    if (next === null) return false
    if (next.unit !== null) return next.unit !== '目'
    place = next.end
  }
  return false
}

class ListReader {
  readonly places: LawPlace[] = []
  private pending: Pending[] = []
  private article: number | null = null
  private articleSub: number | null = null
  private paragraph: number | null = null
  /** What the last printed token was, where nothing parts it from the next. */
  private joined = false

  /** @param after the place that the list goes on from */
  constructor(after: LawPlace | null) {
    this.article = after?.article ?? null
    this.articleSub = after?.articleSub ?? null
    this.paragraph = after?.paragraph ?? null
  }

  private put(place: LawPlace, refine: boolean): void {
    if (refine) {
      const last = this.places.pop()
      this.places.push({ ...place, start: last?.start ?? place.start })
    } else this.places.push(place)
  }

  take(token: Token, parted: boolean): void {
    // 第（二）、（三）项: the mark between numbers that wait for their unit parts nothing.
    if (parted && this.pending.length === 0) this.joined = false
    // 第九十八第三款: an article whose 条 was left out.
    const bare = this.pending.at(-1)
    if (bare?.ordinal === true && !parted && token.ordinal && (token.unit === '款' || token.unit === '项')) {
      this.pending.pop()
      const { value, start } = bare
      this.take({ value, unit: '条', sub: null, bracket: false, ordinal: true, start, end: token.start }, true)
    }
    this.pending.push({ value: token.value, start: token.start, ordinal: token.ordinal && !token.bracket })
    if (token.unit === null) return
    const numbers = this.pending
    this.pending = []
    numbers.forEach(({ value, start }, index) => {
      const refine = index === 0 && this.joined && this.places.length > 0
      const end = token.end
      if (token.unit === '条') {
        this.article = value
        this.articleSub = index === numbers.length - 1 ? token.sub : null
        this.paragraph = null
        this.put({ article: value, articleSub: this.articleSub, paragraph: null, item: null, start, end }, false)
      } else if (token.unit === '款') {
        this.paragraph = value
        this.put(
          { article: this.article, articleSub: this.articleSub, paragraph: value, item: null, start, end },
          refine,
        )
      } else if (token.unit === '项') {
        this.put(
          { article: this.article, articleSub: this.articleSub, paragraph: this.paragraph, item: value, start, end },
          refine,
        )
      }
    })
    this.joined = true
  }
}

/**
 * The places listed from `start` on, and where the list ends. `first`: what the list may begin with; 第 is
 * needed unless it goes on from another.
 * @param after the place whose statute text stands between: 第一款“…”第五项
 */
export function lawPlacesAt(
  text: string,
  start: number,
  after: LawPlace | null = null,
): { readonly places: readonly LawPlace[]; readonly end: number } {
  const reader = new ListReader(after)
  let unit: string | null = null
  let place = start
  CHAPTER.lastIndex = place
  place += CHAPTER.exec(text)?.[0].length ?? 0
  let end = start
  for (let count = 0; count < 60; count += 1) {
    const gap = count === 0 ? (text[place] === '\n' ? 1 : 0) : separatorAt(text, place)
    const token = tokenAt(text, place + gap)
    if (token === null) break
    const separator = text.slice(place, place + gap).replaceAll('\n', '')
    const parted = separator !== ''
    const complete = token.unit !== null || unitAhead(text, token)
    // 《行政处罚法》六十六条: right behind the title its 第 may be left out.
    const behindTitle = count === 0 && token.unit === '条' && /[》的]$/u.test(text.slice(Math.max(0, start - 1), start))
    if (!complete || (count === 0 && !token.ordinal && !token.bracket && !behindTitle)) break
    // Without 第 a number goes on only where the list does: 第二十一条、二十三条.
    if (!token.ordinal && !token.bracket && count > 0 && !parted) break
    // 第三条、第一百 met a comma of the sentence: a new article needs its own 第.
    if (separator === ',' && !token.ordinal) break
    // 第9条,第三款: the comma parts nothing, the paragraph is of that article.
    const within = separator === ',' && unit === '条' && (token.unit === '款' || token.unit === '项')
    reader.take(token, parted && !within)
    unit = token.unit ?? unit
    place = token.end
    if (token.unit !== null) end = place
  }
  return { places: reader.places, end }
}
