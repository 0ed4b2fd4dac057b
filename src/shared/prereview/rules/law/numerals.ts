/** Numbers as laws and documents print them: 20万元, 二十万元, 1,000元, 百分之五, 三倍. */

const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const FACTOR: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 }
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** A whole number in Chinese numerals; null where it is none. */
function wholeNumber(text: string): number | null {
  let total = 0
  let section = 0
  let digit = 0
  for (const sign of text) {
    const unit = SMALL[sign]
    if (sign in DIGIT) digit = DIGIT[sign] ?? 0
    else if (unit !== undefined) {
      section += (digit === 0 ? 1 : digit) * unit
      digit = 0
    } else if (sign === '万' || sign === '亿') {
      total = (total + section + digit) * (sign === '万' ? 1e4 : 1e8)
      section = 0
      digit = 0
    } else return null
  }
  return total + section + digit
}

/** The source of a pattern for one number, in figures or in Chinese numerals, with 万 and 亿. */
export const NUMBER = '(?:[0-9][0-9,，]*(?:\\.[0-9]+)?[千万亿]?|[零〇一二两三四五六七八九十百千万亿]+)'

/** 20万 → 200000, 一千五百 → 1500, 1,000 → 1000; null where it is no number. */
export function numberOf(text: string): number | null {
  const figures = /^([0-9][0-9,，]*(?:\.[0-9]+)?)([千万亿]?)$/u.exec(text)
  if (figures === null) return text === '' ? null : wholeNumber(text)
  const factor = FACTOR[figures[2] ?? ''] ?? 1
  const value = Number((figures[1] ?? '').replace(/[,，]/gu, ''))
  return Number.isFinite(value) ? Math.round(value * factor * 100) / 100 : null
}
