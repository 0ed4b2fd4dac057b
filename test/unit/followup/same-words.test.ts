/** When two wordings of a decision say the same: never where a number in them is another one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameWords } from '../../../src/shared/followup/same-words.ts'

const same = (one: string, other: string): boolean => sameWords(one) === sameWords(other)

/** 1,234 as 一千二百三十四 or 壹仟贰佰叁拾肆; below a hundred million. */
function inWords(value: number, digits: string, units: string): string {
  const below = (part: number): string => {
    let words = ''
    for (const place of [3, 2, 1, 0]) {
      const digit = Math.floor(part / 10 ** place) % 10
      if (digit !== 0) words += `${digits[digit] ?? ''}${place === 0 ? '' : (units[place - 1] ?? '')}`
      else if (words !== '' && !words.endsWith(digits[0] ?? '') && part % 10 ** place !== 0) words += digits[0]
    }
    return words
  }
  if (value === 0) return digits[0] ?? ''
  const [high, low] = [Math.floor(value / 10_000), value % 10_000]
  if (high === 0) return below(low)
  return `${below(high)}万${low === 0 ? '' : `${low < 1000 ? (digits[0] ?? '') : ''}${below(low)}`}`
}
const lower = (value: number): string => inWords(value, '零一二三四五六七八九', '十百千')
const capital = (value: number): string => inWords(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟')
const fullWidth = (text: string): string => text.replaceAll(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
const withCommas = (value: number): string => new Intl.NumberFormat('en-US').format(value)

const whole = fc.integer({ min: 0, max: 99_999_999 })
const small = fc.integer({ min: 1, max: 400 })
/** As a fraction of a thousand, so that equal values are equal numbers; and its figures. */
const decimal = fc.integer({ min: 0, max: 5_000_000 }).map((thousandths) => ({ thousandths, text: String(thousandths / 1000) }))

describe('what differs only in its writing', () => {
  it.each([
    ['责令停产停业，三个月。', '责令停产停业三个月'],
    ['责令停产停业——三个月', '责令停产停业三个月'],
    ['处货值金额１．５倍的罚款', '处货值金额1.50倍的罚款'],
    ['1.5倍', '一点五倍'],
    ['停业3个月', '停业叁个月'],
    ['罚款20,000元', '罚款2万元'],
    ['罚款20000.00元', '罚款贰万元整'],
    ['罚款壹佰元伍角', '罚款100.5元'],
    ['1-2个月', '一至二个月'],
    ['1－2个月', '1—2个月'],
    ['1~2个月', '1 ～ 2 个月'],
    ['加处百分之三', '加处3%'],
    ['加处3％', '加处 3 %'],
    ['千分之五', '5‰'],
    ['3%', '30‰'],
    ['三分之一', '1/3'],
    ['½', '二分之一'],
    ['2026年03月08日', '二〇二六年三月八日'],
    ['1.5万元', '一万五千元'],
    ['4万8千元', '48000元'],
    ['罚款20万元', '罚款 20 万元'],
    ['罚款5 千元', '罚款5000元'],
    ['罚款10 000元', '罚款10000元'],
    ['罚款1 234 567.50元', '罚款1234567.5元'],
    ['岚环罚(2026)12号', '岚环罚〔2026〕12号'],
    ['（1）5万元', '1、5万元'],
  ])('%s is %s', (one, other) => {
    expect(sameWords(one)).toBe(sameWords(other))
  })
})

describe('what says another number', () => {
  it.each([
    ['货值金额1.5倍罚款', '货值金额15倍罚款'],
    ['停业1-2个月', '停业12个月'],
    ['加处3%', '加处3'],
    ['加处3%', '加处3‰'],
    ['加处3‰', '加处3‱'],
    ['1/2', '12'],
    ['1:2', '12'],
    ['1:2', '1/2'],
    ['1/2', '1-2'],
    ['第1、2项', '第12项'],
    ['第1、2项', '第1至2项'],
    ['-3', '3'],
    ['零下-3℃', '零下3℃'],
    ['3--5', '3-5'],
    ['10²', '102'],
    ['3½', '31/2'],
    ['Ⅰ、Ⅱ类', 'Ⅲ类'],
    ['三、四个月', '三十四个月'],
    ['三四个月', '34个月'],
    ['一两万元', '12万元'],
    ['.5倍', '5倍'],
    ['1 2', '12'],
    ['1万5', '10005'],
    ['1万5', '1005'],
    ['12 345 6', '123456'],
    ['(1)(2)', '(12)'],
    ['5千元', '5元'],
    ['百分之三', '百分之三十'],
    ['二分之一', '一分之二'],
    ['1个月-2个月', '1个月、2个月'],
    ['许可证0012号', '许可证12号'],
    ['3.1.2', '31.2'],
  ])('%s is not %s', (one, other) => {
    expect(sameWords(one)).not.toBe(sameWords(other))
  })
})

describe('for any number', () => {
  const writings = [String, withCommas, lower, capital, (value: number) => fullWidth(String(value)), (value: number) => `${value}.0`]
  const writing = fc.constantFrom(...writings)

  it('figures, commas, full width, words and 大写 say the same exactly where the number is the same', () => {
    fc.assert(
      fc.property(whole, fc.oneof(whole, fc.constant(null)), writing, writing, (one, another, write, writeOther) => {
        const other = another ?? one
        expect(same(`处罚款${write(one)}元`, `处罚款${writeOther(other)}元`)).toBe(one === other)
      }),
      { numRuns: 500 },
    )
  })

  it('small numbers, which differ by one sign, as well', () => {
    fc.assert(
      fc.property(small, small, writing, writing, (one, other, write, writeOther) => {
        expect(same(`停业${write(one)}日`, `停业${writeOther(other)}日`)).toBe(one === other)
      }),
      { numRuns: 1000 },
    )
  })

  it('decimals say the same exactly where their value does', () => {
    fc.assert(
      fc.property(decimal, fc.oneof(decimal, fc.constant(null)), fc.boolean(), (one, another, wide) => {
        const other = another ?? one
        expect(same(`货值${one.text}倍`, `货值${wide ? fullWidth(other.text) : other.text}倍`)).toBe(one.thousandths === other.thousandths)
      }),
    )
  })

  it('a share, a range, a ratio, a fraction and a number are told apart', () => {
    const forms: readonly ((a: number, b: number) => string)[] = [
      (a, b) => `${a}-${b}`,
      (a, b) => `${a}/${b}`,
      (a, b) => `${a}:${b}`,
      (a, b) => `${a}.${b}1`,
      (a, b) => `${a}${b}`,
      (a, b) => `${a}、${b}`,
      (a, b) => `${a}%-${b}%`,
      (a, b) => `${a}‰-${b}‰`,
      (a, b) => `-${a}-${b}`,
    ]
    fc.assert(
      fc.property(small, small, fc.nat(forms.length - 1), fc.nat(forms.length - 1), (a, b, one, other) => {
        const [left, right] = [forms[one], forms[other]]
        expect(same(`处${left?.(a, b)}的`, `处${right?.(a, b)}的`)).toBe(one === other)
      }),
      { numRuns: 500 },
    )
  })

  it('a range is told from every other range, whichever sign it is written with', () => {
    const sign = fc.constantFrom('-', '－', '–', '—', '~', '～', '至', ' - ')
    fc.assert(
      fc.property(fc.tuple(small, small), fc.option(fc.tuple(small, small), { nil: null }), sign, sign, (one, another, join, joinOther) => {
        const other = another ?? one
        expect(same(`停业${one.join(join)}日`, `停业${other.join(joinOther)}日`)).toBe(one[0] === other[0] && one[1] === other[1])
      }),
      { numRuns: 500 },
    )
  })

  it('shares are the same exactly where their value is, in signs and in words', () => {
    const rates = [
      { of: 100, write: (n: number) => `${n}%` },
      { of: 100, write: (n: number) => `百分之${lower(n)}` },
      { of: 10, write: (n: number) => `${n}‰` },
      { of: 10, write: (n: number) => `千分之${n}` },
      { of: 1, write: (n: number) => `万分之${capital(n)}` },
    ]
    const rate = fc.constantFrom(...rates)
    fc.assert(
      fc.property(small, small, rate, rate, (one, other, left, right) => {
        expect(same(`加处${left.write(one)}`, `加处${right.write(other)}`)).toBe(one * left.of === other * right.of)
        expect(same(`加处${left.write(one)}`, `加处${one}`)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('fractions are told apart, and are written with a stroke or in words', () => {
    fc.assert(
      fc.property(small, small, small, small, (a, b, c, d) => {
        expect(same(`${lower(b)}分之${lower(a)}`, `${a}/${b}`)).toBe(true)
        expect(same(`${a}/${b}`, `${c}/${d}`)).toBe(a === c && b === d)
      }),
    )
  })

  it('punctuation and spaces between words never make a difference', () => {
    const words = fc.array(fc.constantFrom('责令停产', '吊销许可证', '没收', '限期改正'), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(words, fc.constantFrom('，', '。', '；', ' ', '（', '、', '——', '“'), (parts, sign) => {
        expect(same(parts.join(sign), parts.join(''))).toBe(true)
      }),
    )
  })
})
