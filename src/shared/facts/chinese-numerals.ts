/** Chinese numerals (中文数字): counting words 一百零七, digits in a row 二〇二三, and the words of amounts 壹万贰仟元整. */

const DIGITS: ReadonlyMap<string, number> = new Map(
  [
    '零0',
    '〇0',
    'O0',
    'o0',
    '一1',
    '壹1',
    '二2',
    '贰2',
    '两2',
    '三3',
    '叁3',
    '参3',
    '四4',
    '肆4',
    '五5',
    '伍5',
    '六6',
    '陆6',
    '七7',
    '柒7',
    '八8',
    '捌8',
    '九9',
    '玖9',
    ...[...'0123456789'].map((digit) => digit + digit),
  ].map((pair) => [pair.charAt(0), Number(pair.charAt(1))]),
)
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])

/** What a counting numeral is written with, for a character class. */
export const NUMERAL = '零〇一二两三四五六七八九十百千\\d'
/** What an amount in words is written with, without 元角分. */
export const AMOUNT_WORD = '零〇一二两三四五六七八九十百千壹贰叁参肆伍陆柒捌玖拾佰仟万亿'

/** Digits in a row, 二〇二三 or 2023, as they stand; null if anything else is among them. */
function inARow(text: string): number | null {
  let value = 0
  for (const character of text) {
    const digit = DIGITS.get(character)
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return Number.isSafeInteger(value) ? value : null
}

/** Below ten thousand: 一百零七, 十二, 两千三 (2300 only where a larger unit went before). */
function belowTenThousand(text: string): number | null {
  const plain = inARow(text)
  if (plain !== null) return plain
  let total = 0
  let digit: number | null = null
  let lastUnit = 0
  for (const character of text) {
    const value = DIGITS.get(character)
    const unit = UNITS.get(character)
    if (value !== undefined) {
      if (digit !== null && digit !== 0 && !/\d/.test(character)) return null
      digit = /\d/.test(character) && digit !== null ? digit * 10 + value : value
      if (value === 0 && !/\d/.test(character)) lastUnit = 0
    } else if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = null
      lastUnit = unit
    } else return null
  }
  if (digit === null) return total
  return total + (lastUnit >= 100 ? digit * (lastUnit / 10) : digit)
}

/**
 * The whole number that a numeral stands for: 二十一 → 21, 一百零七 → 107, 二〇二三 → 2023, 3万 → 30000, 壹佰贰拾 → 120,
 * 三万五 → 35000. Null for anything that is no numeral.
 */
export function chineseInteger(text: string): number | null {
  if (text === '' || text.length > 24) return null
  for (const [mark, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const place = text.lastIndexOf(mark)
    if (place < 0) continue
    const before = chineseInteger(text.slice(0, place))
    const rest = text.slice(place + 1)
    const after = rest === '' ? 0 : chineseInteger(rest)
    if (before === null || after === null) return null
    const short = /^[一二两三四五六七八九]$/u.test(rest) ? after * (size / 10) : after
    const value = before * size + short
    return Number.isSafeInteger(value) ? value : null
  }
  return belowTenThousand(text)
}

const MONEY = new RegExp(
  `^([${AMOUNT_WORD}\\d.]+)[元圆](?:零?([${AMOUNT_WORD}])角)?(?:零?([${AMOUNT_WORD}])分)?[整正]?$`,
  'u',
)

/** Yuan of an amount in words: 壹万肆仟零陆拾壹元陆角 → 14061.6, 十万元 → 100000. Null for anything else. */
export function yuanInWords(text: string): number | null {
  if (text.length > 40) return null
  const match = MONEY.exec(text)
  if (match === null) return null
  const whole = chineseInteger(match[1] ?? '')
  if (whole === null) return null
  const jiao = match[2] === undefined ? 0 : (chineseInteger(match[2]) ?? 0)
  const fen = match[3] === undefined ? 0 : (chineseInteger(match[3]) ?? 0)
  return Math.round(whole * 100 + jiao * 10 + fen) / 100
}
