/**
 * Amounts of money (金额): figures with commas, 万元, words with or without figures beside them, products and rates of a
 * base, and the ranges that statutes give (处…以上…以下), which are never an amount that somebody must pay.
 */
import type { AmountFact, AmountMeaning } from './facts.ts'
import { AMOUNT_WORD, chineseInteger, yuanInWords } from './chinese-numerals.ts'
import type { NormalisedText } from './normalised-text.ts'
import { yuanSchema } from '../values/values.ts'
import type { Yuan } from '../values/values.ts'

export interface PrintedAmount {
  readonly yuan: Yuan
  readonly words: Yuan | null
  readonly form: AmountFact['form']
  readonly computed: AmountFact['computed']
  readonly range: 'low' | 'high' | null
  /** Followed by /㎡, 每件, 元/次. */
  readonly unitPrice: boolean
  /** Places in the tight view. */
  readonly start: number
  readonly end: number
}

const FIGURES = '\\d{1,3}(?:,\\n?\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,13}(?:\\.\\d{1,6})?'
const WORDS = `[${AMOUNT_WORD}]{1,20}[元圆](?:零?[壹贰叁肆伍陆柒捌玖一二三四五六七八九]角)?(?:零?[壹贰叁肆伍陆柒捌玖一二三四五六七八九]分)?[整正]?`
const MONEY = new RegExp(
  `(?:[¥$]|人民币:?)?(?<!\\d)(\\d{1,6})万(\\d{1,4})(千?)元|(?:[¥$]|人民币:?)?(${FIGURES})\\n?(?:余|多)?(万|亿|千|` +
    `百)?(?:余|多)?\\n?元(?!器件|素|旦)(?:人民币)?[整正]?|¥(${FIGURES})(?!\\d)|(${WORDS})|` +
    `(?<=罚款(?:人民币)?)(\\d{3,9}(?:\\.\\d{1,2})?)(?=的(?:行政)?处罚|[。;,]|$)`,
  'gu',
)
/** 二十万以上一百万以下: a range whose amounts may lack 元. */
const RANGE = new RegExp(
  `(${FIGURES}|[${AMOUNT_WORD}]{1,12})(万|亿)?元?(?:人民币)?(?:以上|至|-|~)(?:不超过|不满)?(${FIGURES}|` +
    `[${AMOUNT_WORD}]{1,12})(万|亿)?元(?:人民币)?(以下|以内)?`,
  'gu',
)
const BRACKET_BEFORE = /^\n?[,、]?\((?:人民币)?(?:大写|小写|计|即|人民币大写|人民币小写)?[:]?(?:人民币)?[:]?$/u
const SCALE: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['亿', 1e8],
  ['千', 1e3],
  ['百', 100],
])

function money(amount: number): Yuan | null {
  const parsed = yuanSchema.safeParse(Math.round(amount * 100) / 100)
  return parsed.success ? parsed.data : null
}

function figures(text: string, unit: string | undefined): Yuan | null {
  const value = Number(text.replace(/[,\n]/gu, ''))
  return Number.isFinite(value) ? money(value * (SCALE.get(unit ?? '') ?? 1)) : null
}

interface Raw {
  readonly yuan: Yuan
  readonly form: 'figures' | 'words' | 'wan'
  readonly start: number
  readonly end: number
}

function rawAmounts(text: string): Raw[] {
  const raw: Raw[] = []
  for (const match of text.matchAll(MONEY)) {
    const start = match.index
    const end = start + match[0].length
    if (/[\d.]/u.test(text.charAt(start - 1)) && match[7] === undefined) continue
    if (match[1] !== undefined) {
      // 4万8千元
      const amount = money(Number(match[1]) * 1e4 + Number(match[2]) * (match[3] === '' ? 1 : 1000))
      if (amount !== null) raw.push({ yuan: amount, form: 'wan', start, end })
      continue
    }
    if (match[7] !== undefined) {
      // 第一元, 二元: an ordinal or a plain word is no amount.
      if (text.charAt(start - 1) === '第') continue
      const amount = yuanInWords(match[7])
      const checked = amount === null ? null : money(amount)
      if (checked !== null) raw.push({ yuan: checked, form: 'words', start, end })
      continue
    }
    const amount = figures(match[4] ?? match[6] ?? match[8] ?? '', match[5])
    if (amount !== null)
      raw.push({ yuan: amount, form: match[5] === '万' || match[5] === '亿' ? 'wan' : 'figures', start, end })
  }
  return raw
}

/** Figures and words side by side are one amount. */
function paired(text: string, raw: readonly Raw[]): (Raw & { words: Yuan | null })[] {
  const merged: (Raw & { words: Yuan | null })[] = []
  for (const amount of raw) {
    const last = merged.at(-1)
    const between = last === undefined ? '' : text.slice(last.end, amount.start)
    const beside = last !== undefined && between.length <= 14 && BRACKET_BEFORE.test(between)
    if (
      beside &&
      (last.words === null || last.form === 'words') &&
      (last.form === 'words') !== (amount.form === 'words')
    ) {
      const words = amount.form === 'words' ? amount.yuan : last.yuan
      const other = amount.form === 'words' ? last : amount
      const closed = text.charAt(amount.end) === ')' ? amount.end + 1 : amount.end
      merged[merged.length - 1] = { yuan: other.yuan, form: other.form, words, start: last.start, end: closed }
    } else merged.push({ ...amount, words: amount.form === 'words' ? amount.yuan : null })
  }
  return merged
}

const RATE =
  /^(?:的)?(?:(\d{1,3}(?:\.\d{1,4})?)(‰|%)|(百分之|千分之)([零〇一二三四五六七八九十百点\d.]{1,8})|([一二两三四五六七八九十\d.]{1,5})倍)/u
const FACTOR_BEFORE = /(\d{1,9}(?:\.\d{1,4})?)(?:[㎡\u3400-\u9fffA-Za-z²³]{0,4})?[×xX*](?:¥)?$/u

/** The factor behind a base: 95万元的5‰, 货值1000元×3倍, ×15%. */
function rateBehind(text: string, end: number): { factor: number; length: number } | null {
  const rest = text.slice(end, end + 16).replace(/^[×*x]/u, '')
  const skipped = /^[×*x]/u.test(text.slice(end, end + 1)) ? 1 : 0
  const match = RATE.exec(rest)
  if (match === null) return null
  const length = skipped + match[0].length
  if (match[1] !== undefined) return { factor: Number(match[1]) / (match[2] === '‰' ? 1000 : 100), length }
  if (match[3] !== undefined) {
    const value = chineseInteger(match[4] ?? '') ?? Number(match[4])
    return Number.isFinite(value) ? { factor: value / (match[3] === '千分之' ? 1000 : 100), length } : null
  }
  const times = chineseInteger(match[5] ?? '') ?? Number(match[5])
  return Number.isFinite(times) ? { factor: times, length } : null
}

function withComputations(text: string, amounts: readonly (Raw & { words: Yuan | null })[]): PrintedAmount[] {
  return amounts.map((amount, index): PrintedAmount => {
    const previous = amounts[index - 1]
    const before = text.slice(Math.max(0, amount.start - 40), amount.start)
    const unitPrice =
      /^(?:\/|每|\\)(?![\d])/u.test(text.slice(amount.end, amount.end + 2)) ||
      /(?:单价|每.{1,4}(?:售价|单价)?|售价)(?:为|是|:)?$/u.test(before)
    const plain = {
      yuan: amount.yuan,
      words: amount.words,
      form: amount.form,
      range: null,
      unitPrice,
      start: amount.start,
      end: amount.end,
    }
    if (previous === undefined || amount.start - previous.end > 40) return { ...plain, computed: null }
    const between = text.slice(previous.end, amount.start)
    const rate = rateBehind(text, previous.end)
    if (
      rate !== null &&
      /^.{0,18}(?:=|计|即|合计|共计|为|罚款)(?:人民币|¥|约)?$/u.test(between.slice(rate.length)) &&
      !/[。;]/u.test(between)
    ) {
      return { ...plain, form: 'rate', computed: { base: previous.yuan, factor: rate.factor, result: amount.yuan } }
    }
    const factor = FACTOR_BEFORE.exec(text.slice(Math.max(0, previous.start - 20), previous.start))
    if (factor !== null && /^(?:\/[^=\d]{1,8})?=(?:人民币|¥)?$/u.test(between)) {
      return {
        ...plain,
        form: 'product',
        unitPrice: false,
        computed: { base: Number(factor[1]), factor: previous.yuan, result: amount.yuan },
      }
    }
    return { ...plain, computed: null }
  })
}

interface RangeSpan {
  readonly start: number
  readonly end: number
  readonly low: PrintedAmount
  readonly high: PrintedAmount
}

function rangesOf(text: string): RangeSpan[] {
  const ranges: RangeSpan[] = []
  for (const match of text.matchAll(RANGE)) {
    const joint = /以上|至|-|~/u.exec(match[0].slice((match[1] ?? '').length))?.[0]
    if (
      joint !== '以上' &&
      match[5] === undefined &&
      !/^的?罚款/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 4))
    )
      continue
    const value = (digits: string | undefined, unit: string | undefined): Yuan | null => {
      const printed = digits ?? ''
      const number = /^[\d,.\n]+$/u.test(printed) ? Number(printed.replace(/[,\n]/gu, '')) : chineseInteger(printed)
      return number === null ? null : money(number * (SCALE.get(unit ?? '') ?? 1))
    }
    const low = value(match[1], match[2] ?? (joint === '以上' ? undefined : match[4]))
    const high = value(match[3], match[4])
    if (low === null || high === null) continue
    const start = match.index
    const middle = start + match[0].indexOf(joint ?? '以上', (match[1] ?? '').length)
    const end = start + match[0].length
    const form = /\d/u.test(match[1] ?? '')
      ? match[4] === undefined
        ? ('figures' as const)
        : ('wan' as const)
      : ('words' as const)
    const bound = { words: null, form, computed: null, unitPrice: false }
    const second = middle + (joint ?? '以上').length
    ranges.push({
      start,
      end,
      low: { ...bound, yuan: low, range: 'low', start, end: middle },
      high: { ...bound, yuan: high, range: 'high', start: second, end },
    })
  }
  return ranges
}

/** One bound alone: 五万元以下的罚款, 10万元以上的. */
function bounded(text: string, amount: PrintedAmount): PrintedAmount {
  const behind = /^(?:人民币)?(以下|以内|以上)/u.exec(text.slice(amount.end, amount.end + 6))?.[1]
  if (behind === undefined || amount.computed !== null) return amount
  return { ...amount, range: behind === '以上' ? 'low' : 'high' }
}

/** All amounts of a text in its order; a range gives two. */
export function printedAmounts(text: string): readonly PrintedAmount[] {
  const ranges = rangesOf(text)
  const singles = withComputations(text, paired(text, rawAmounts(text))).map((amount) => bounded(text, amount))
  let next = 0
  const outside = singles.filter(({ start, end }) => {
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= start) next += 1
    const range = ranges[next]
    return range === undefined || end <= range.start
  })
  return [...outside, ...ranges.flatMap(({ low, high }) => [low, high])].sort((one, other) => one.start - other.start)
}

const MEANINGS: readonly (readonly [AmountMeaning, RegExp])[] = [
  ['surcharge', /加处(?:的)?罚款[^。;]{0,8}$/u],
  ['total', /(?:合计|总计|共计|罚没款?合计|罚没款?共计|总额)[^。;,]{0,6}$/u],
  ['confiscation', /没收[^。;,]{0,12}(?:所得|收入)[^。;]{0,10}$/u],
  ['illegalGain', /(?:违法|非法)(?:经营)?(?:所得|收入)[^。;]{0,10}$/u],
  ['goodsValue', /货值(?:金额)?[^。;]{0,10}$/u],
  ['fine', /(?:罚款|处以?|并处|科处|罚金)[^。;,]{0,12}$/u],
  ['turnover', /(?:销售(?:金额|额|收入)|经营额|营业额|收入|售价|售出)[^。;]{0,10}$/u],
  ['tax', /(?:税额|税款|关税|增值税|漏缴)[^。;]{0,10}$/u],
  ['loss', /损失[^。;]{0,12}$/u],
  ['base', /(?:总投资(?:额)?|采购金额|合同(?:金额|价款)|基数|中标金额|项目金额|工程价款)[^。;]{0,10}$/u],
  ['unitPrice', /(?:单价|每.{1,3})[^。;,\d]{0,4}$/u],
]

/** What an amount is, from the words before it, or 罚款 behind it. */
export function meaningOf(text: string, amount: PrintedAmount, next: PrintedAmount | undefined): AmountMeaning {
  if (amount.range !== null) return amount.range === 'low' ? 'rangeLow' : 'rangeHigh'
  if (amount.unitPrice) return 'unitPrice'
  if (
    next !== undefined &&
    next.computed !== null &&
    (next.computed.base === amount.yuan || next.computed.factor === amount.yuan)
  ) {
    return next.form === 'product' ? 'unitPrice' : 'base'
  }
  if (/^(?:\([^()]{0,30}\))?的?(?:行政)?罚款/u.test(text.slice(amount.end, amount.end + 40))) return 'fine'
  const before =
    text
      .slice(Math.max(0, amount.start - 24), amount.start)
      .split('\n')
      .at(-1) ?? ''
  return MEANINGS.find(([, pattern]) => pattern.test(before))?.[0] ?? 'other'
}

export function readAmounts({ tight }: NormalisedText): readonly AmountFact[] {
  const amounts = printedAmounts(tight.text)
  return amounts.map((amount, index) => ({
    yuan: amount.yuan,
    form: amount.form,
    words: amount.words,
    meaning: meaningOf(tight.text, amount, amounts[index + 1]),
    computed: amount.computed,
    passage: tight.passage(amount.start, amount.end),
  }))
}
