/** Amounts as a document prints them: in figures, in ten thousands, in the capital numerals of money (大写). */

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const STEPS = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

function fourDigits(value: number): string {
  let words = ''
  let gap = false
  for (let step = 3; step >= 0; step -= 1) {
    const digit = Math.floor(value / 10 ** step) % 10
    if (digit === 0) {
      gap = words !== ''
      continue
    }
    words += `${gap ? '零' : ''}${DIGITS.charAt(digit)}${STEPS[step] ?? ''}`
    gap = false
  }
  return words
}

/** 52000 → 伍万贰仟元整. Whole yuan below one billion. */
export function moneyWords(yuan: number): string {
  let words = ''
  for (let group = 2; group >= 0; group -= 1) {
    const value = Math.floor(yuan / 10_000 ** group) % 10_000
    if (value === 0) continue
    words += `${words !== '' && value < 1000 ? '零' : ''}${fourDigits(value)}${GROUPS[group] ?? ''}`
  }
  return `${words}元整`
}

const PLAIN = '〇一二三四五六七八九'

/** 1 to 1999 as an article number is printed: 124 → 一百二十四. */
export function chineseNumber(value: number): string {
  const [thousands, hundreds, tens, ones] = [1000, 100, 10, 1].map((step) => Math.floor(value / step) % 10)
  let words = ''
  if (thousands) words += `${PLAIN.charAt(thousands)}千`
  if (hundreds) words += `${PLAIN.charAt(hundreds)}百`
  else if (thousands && (tens || ones)) words += '零'
  if (tens) words += `${tens === 1 && words === '' ? '' : PLAIN.charAt(tens)}十`
  else if (hundreds && ones) words += '零'
  if (ones) words += PLAIN.charAt(ones)
  return words
}
