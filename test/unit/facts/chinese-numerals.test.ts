import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumeral } from '../../../src/shared/catalogue/citation.ts'
import { chineseInteger, yuanInWords } from '../../../src/shared/facts/chinese-numerals.ts'

const CAPITALS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']

/** Below ten thousand in capitals: 1061 → 壹仟零陆拾壹. */
function capitals(value: number): string {
  let words = ''
  let gap = false
  for (const [size, unit] of [
    [1000, '仟'],
    [100, '佰'],
    [10, '拾'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) gap = words !== ''
    else {
      words += `${gap ? '零' : ''}${CAPITALS[digit] ?? ''}${unit}`
      gap = false
    }
  }
  return words
}

function amountInWords(cents: number): string {
  const yuan = Math.floor(cents / 100)
  const upper = Math.floor(yuan / 10_000)
  const lower = yuan % 10_000
  const gap = upper > 0 && lower > 0 && lower < 1000 ? '零' : ''
  const whole = `${upper === 0 ? '' : `${capitals(upper)}万`}${gap}${capitals(lower)}`
  const jiao = Math.floor(cents / 10) % 10
  const fen = cents % 10
  const tail = `${jiao === 0 ? '' : `${CAPITALS[jiao] ?? ''}角`}${fen === 0 ? '' : `${jiao === 0 ? '零' : ''}${CAPITALS[fen] ?? ''}分`}`
  return `${whole}元${tail === '' ? '整' : tail}`
}

describe('Chinese numerals', () => {
  test('an article number is read as it was counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(chineseInteger(chineseNumeral(value))).toBe(value)
      }),
    )
  })

  test('an amount in capital words is the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9_999_999_999 }), (cents) => {
        expect(yuanInWords(amountInWords(cents))).toBe(cents / 100)
      }),
    )
  })

  test.each([
    ['二〇二三', 2023],
    ['二0二三', 2023],
    ['两百', 200],
    ['一百二', 120],
    ['三万五', 35_000],
    ['十', 10],
    ['一亿二千万', 120_000_000],
    ['3万', 30_000],
  ])('%s is %d', (text, value) => {
    expect(chineseInteger(text)).toBe(value)
  })

  test.each(['', '元', '第三', '一二十', '万元', '十十一百千零万亿一二三四五六七八九十十十十'])(
    '%s is no number',
    (text) => {
      expect(chineseInteger(text)).toBeNull()
    },
  )

  test('any text gives a number or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'零〇一二三十百千万亿壹元角3') }), (text) => {
        const value = chineseInteger(text)
        expect(value === null || Number.isSafeInteger(value)).toBe(true)
      }),
    )
  })
})
