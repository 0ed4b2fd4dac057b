/**
 * When two wordings of a decision say the same. Width, spaces and punctuation are no content; numbers are, with the signs
 * that make them: 1.5倍 is not 15倍, 1-2个月 is not 12个月, 3% is neither 3 nor 3‰. One number may be written in many ways
 * (１．５, 1.50, 一点五; 20,000, 2万, 贰万). Where it is doubtful whether two writings mean one number, they are told apart:
 * a person then looks at both, and a change that nobody sees is the greater harm.
 */
import { chineseInteger, yuanInWords } from '../facts/chinese-numerals.ts'

const DIGIT = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖'
const SCALE = '十拾百佰千仟万亿'
/** 20,000 and 20 000 (GB/T 15835), 1.5, .5. */
const FIGURES = '\\d{1,3}(?:,\\d{3})+(?!,?\\d)(?:\\.\\d+)?|(?<!\\d)\\d{1,3}(?: \\d{3})+(?! ?\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)*|(?<!\\d)\\.\\d+(?:\\.\\d+)*'
const WRITTEN = `[${DIGIT}${SCALE}][${DIGIT}${SCALE}\\d]*(?:点[${DIGIT}]+(?![${SCALE}]))?`
const NUMBER = `(?:${FIGURES})(?:\\s*[${SCALE}][${DIGIT}${SCALE}\\d]*)?|${WRITTEN}`
/** 百分之三; 二分之一; 3%, 3‰, 3‱, 3. */
const NUMBERS = new RegExp(
  `(?<rate>[百千万])分之\\s*(?<rated>${NUMBER})|(?<under>${NUMBER})\\s*分之\\s*(?<over>${NUMBER})|(?<plain>${NUMBER})\\s*(?<sign>[%‰‱])?`,
  'gu',
)
/** 一百元五角: an amount in words with 角 or 分, which are decimals of it. */
const MONEY = new RegExp(`([${DIGIT}${SCALE}]+)[元圆](?:零?[${DIGIT}]角(?:零?[${DIGIT}]分)?|零?[${DIGIT}]分)[整正]?`, 'gu')
/** 壹万元整, 10000圆整: what an amount ends with. */
const WHOLE = new RegExp(`(?<=[\\d${DIGIT}${SCALE}])\\s*[元圆][整正]?`, 'gu')

/** Ten-thousandths in one of the rate: 3% = 30‰ = 300‱. */
const RATES: Readonly<Record<string, number>> = { '%': 2, 百: 2, '‰': 1, 千: 1, '‱': 0, 万: 0 }
const ZEROS: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 }

/** Marks where a number begins and ends; both are punctuation, so nothing that is left of a text has them. */
const mark = (number: string): string => `⟨${number}⟩`

/** `places` digits further left of the point; leading zeros of a code (0012) are part of it, those of a day (03) are not. */
function decimal(figures: string, places: number): string {
  const [whole = '', part = ''] = figures.replaceAll(/[, ]/gu, '').split('.')
  const moved = `${whole}${part.slice(0, places).padEnd(places, '0')}`
  const rest = part.slice(places).replace(/0+$/u, '')
  const isCode = whole.length > 2 && part === '' && places === 0
  const front = isCode ? moved : moved.replace(/^0+(?=\d)/u, '')
  return `${front === '' ? '0' : front}${rest === '' ? '' : `.${rest}`}`
}

/** 三四 is three to four, 一两万 ten to twenty thousand: no numbers of their own. Years stand digit by digit: 二〇二六. */
function isNumeral(written: string): boolean {
  const rows = written.match(new RegExp(`[${DIGIT.slice(2)}\\d]{2,}`, 'gu')) ?? []
  if (rows.every((row) => /^\d+$/u.test(row))) return true
  return new RegExp(`^[${DIGIT}]+$`, 'u').test(written) && (written.length > 3 || /[零〇]/u.test(written))
}

/** A number in figures; null where the writing is not one number. */
function inFigures(asWritten: string): string | null {
  const written = asWritten.replaceAll(/\s/gu, '')
  if (/^[\d,.]+$/u.test(written)) return written.split('.').length > 2 ? null : written
  const [whole = '', part] = written.split('点')
  // 1万5 is said for fifteen thousand, and written for who knows what
  if (!isNumeral(whole) || new RegExp(`[${SCALE}]\\d$`, 'u').test(whole)) return null
  const scaled = new RegExp(`^([\\d,.]*[.,][\\d,.]*)([${SCALE}]+)$`, 'u').exec(whole)
  if (scaled !== null) {
    const figures = scaled[1] ?? ''
    const places = [...(scaled[2] ?? '')].reduce((sum, unit) => sum + (ZEROS[unit] ?? 0), 0)
    return figures.split('.').length > 2 ? null : decimal(figures, places)
  }
  const value = chineseInteger(whole)
  if (value === null) return null
  const behind = part === undefined ? '' : [...part].map((digit) => chineseInteger(digit)).join('')
  return behind === '' ? String(value) : `${value}.${behind}`
}

function numberKey(written: string, rate: string | undefined): string {
  const figures = inFigures(written)
  if (figures === null) return mark(`=${written}${rate ?? ''}`)
  return rate === undefined ? mark(decimal(figures, 0)) : mark(`${decimal(figures, RATES[rate] ?? 0)}‱`)
}

const DASH = '\\-‐‑‒–—―~〜'

/** What stands between two numbers, or before the first and after the last: words, and signs that belong to a number. */
function between(gap: string, after: boolean, before: boolean): string {
  const tight = gap.replaceAll(/\s/gu, '').replaceAll(/[⁄∕]/gu, '/').replaceAll('∶', ':').replaceAll('−', '-')
  if (after && before) {
    if (new RegExp(`^(?:[${DASH}]|[—―]{2}|[至到])$`, 'u').test(tight)) return '~'
    if (/^[、,;。.\p{Ps}\p{Pe}\p{Pi}\p{Pf}"']*$/u.test(tight)) return ''
    if (/^[^\p{L}\p{N}]+$/u.test(tight)) return tight
    // 1个月-2个月; a doubled dash is the one of a sentence
    const unit = new RegExp(`^(\\p{L}{1,3})(?:[${DASH}]|[至到])$`, 'u').exec(tight)
    if (unit !== null) return `${unit[1] ?? ''}~`
  }
  const [from, to] = [after && tight.startsWith('/') ? '/' : '', before ? (/[-/]$/u.exec(tight)?.[0] ?? '') : '']
  return `${from}${tight.replaceAll(/\p{P}/gu, '')}${to}`
}

/** Numerals of other scripts and raised figures are numbers beside what stands next to them: 3½, 10², Ⅰ、Ⅱ. */
function plainText(text: string): string {
  return text
    .replaceAll(/(?!〇)\p{Nl}/gu, (numeral) => `\uE000${numeral.normalize('NFKC')}\uE000`)
    .replaceAll(/\p{No}/gu, (numeral) => ` ${numeral.normalize('NFKC')} `)
    .normalize('NFKC')
    .toLowerCase()
}

function keyOf(text: string): string {
  let key = ''
  let end = 0
  for (const match of text.matchAll(NUMBERS)) {
    const { rate, rated, under, over, plain, sign } = match.groups ?? {}
    key += between(text.slice(end, match.index), end > 0, true)
    if (rated !== undefined) key += numberKey(rated, rate)
    else if (over !== undefined && under !== undefined) key += `${numberKey(over, undefined)}/${numberKey(under, undefined)}`
    else key += numberKey(plain ?? '', sign)
    end = match.index + match[0].length
  }
  return key + between(text.slice(end), end > 0, false)
}

/** Equal for two texts exactly where they say the same. */
export function sameWords(text: string): string {
  const figures = plainText(text)
    .replaceAll(MONEY, (words, whole: string) => {
      const yuan = isNumeral(whole) ? yuanInWords(words) : null
      return yuan === null ? words : `${yuan}元`
    })
    .replaceAll(WHOLE, '元')
  return keyOf(figures)
}
