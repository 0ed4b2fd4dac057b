import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareNumbers,
  formatNumber,
  isNumberPrefix,
  opinionPrefix,
  parseNumber,
  parseNumberLeniently,
  type DocumentNumber,
} from '../../../src/shared/numbering/document-number.ts'

const number: fc.Arbitrary<DocumentNumber> = fc.record({
  prefix: fc.array(fc.constantFrom(...'云环市监城管农罚A2法审'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  year: fc.integer({ min: 1949, max: 2099 }),
  serial: fc.integer({ min: 1, max: 999_999 }),
})

describe('a document number', () => {
  it('is written as the standard asks', () => {
    expect(formatNumber({ prefix: opinionPrefix('X'), year: 2026 }, 12)).toBe('X法审〔2026〕12号')
    expect(parseNumber('X法审〔2026〕12号')).toEqual({ prefix: 'X法审', year: 2026, serial: 12 })
  })

  it('is read back as it was written, and has one form only', () => {
    fc.assert(fc.property(number, (one) => {
      const text = formatNumber(one, one.serial)
      expect(parseNumber(text)).toEqual(one)
      expect(parseNumberLeniently(text)).toEqual({ ok: true, number: one, problems: [] })
    }))
  })

  it.each([
    'X法审[2026]12号', 'X法审(2026)12号', 'X法审（2026）12号', 'X法审【2026】12号', 'X法审〔2026〕第12号', 'X法审〔2026〕012号',
    'X法审〔2026〕12', 'X法审〔26〕12号', 'X法审 〔2026〕12号', 'X法审〔2026〕１２号', 'X法审〔2026〕0号', '〔2026〕12号',
    'X法审〔2026〕12号\n', 'X法审〔2026〕1234567号', 'X法审第〔2026〕12号', '', 'X法审〔2026〕-2号',
  ])('is not read exactly from %j', (text) => {
    expect(parseNumber(text)).toBeNull()
  })

  it.each([
    ['X法审[2026]12号', ['brackets']],
    ['X法审（2026）第012号', ['brackets', 'ordinalMark', 'leadingZero']],
    ['X法审〔2026〕第12号', ['ordinalMark']],
    ['X法审 〔2026〕 12 号', ['spaces']],
    ['X法审〔２０２６〕12号', ['wideDigits']],
    ['X法审﹝2026﹞12', ['brackets', 'noClosing']],
    ['X法审〔2026]12号', ['brackets']],
  ])('is read leniently from %s, with what is wrong', (text, problems) => {
    expect(parseNumberLeniently(text)).toEqual({
      ok: true, number: { prefix: 'X法审', year: 2026, serial: 12 }, problems,
    })
  })

  it.each(['', '12号', '云环法审〔26〕1号', '云环法审〔2026〕号', '云环法审〔2026〕0号', '云环法审2026年12号', '云环法审〔0026〕1号'])(
    'is not read even leniently from %j',
    (text) => expect(parseNumberLeniently(text)).toEqual({ ok: false }),
  )

  it('is in the exact form precisely where the lenient reading finds no problem', () => {
    const pieces = ['云环法审', '〔', '〕', '[', ']', '2026', '第', '0', '12', '号', ' ', '１']
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), (parts) => {
      const text = parts.join('')
      const lenient = parseNumberLeniently(text)
      expect(parseNumber(text) !== null).toBe(lenient.ok && lenient.problems.length === 0)
    }), { numRuns: 2000, examples: [[['云环法审', '〔', '2026', '〕', '12', '号']]] })
  })

  it('is refused where it could not be read again', () => {
    for (const prefix of ['', '云环 法审', '云环〔法审', '云环第', '审'.repeat(31)]) {
      expect(isNumberPrefix(prefix)).toBe(false)
      expect(() => formatNumber({ prefix, year: 2026 }, 1)).toThrow(RangeError)
    }
    for (const serial of [0, -1, 1.5, 1_000_000, Number.NaN]) {
      expect(() => formatNumber({ prefix: '云环法审', year: 2026 }, serial)).toThrow(RangeError)
    }
    expect(() => formatNumber({ prefix: '云环法审', year: 20226 }, 1)).toThrow(RangeError)
  })
})

describe('the order of numbers', () => {
  it('goes by year and serial as numbers', () => {
    const texts = ['X法审〔2026〕10号', 'X法审〔2025〕99号', 'X法审〔2026〕9号', 'A法审〔2027〕1号']
    const sorted = texts.map((text) => parseNumber(text)).filter((one) => one !== null).sort(compareNumbers)
    expect(sorted.map((one) => formatNumber(one, one.serial))).toEqual([
      'A法审〔2027〕1号', 'X法审〔2025〕99号', 'X法审〔2026〕9号', 'X法审〔2026〕10号',
    ])
  })

  it('is total: antisymmetric, transitive, and equal only for equal numbers', () => {
    fc.assert(fc.property(number, number, number, (a, b, c) => {
      expect(Math.sign(compareNumbers(a, b)) + Math.sign(compareNumbers(b, a))).toBe(0)
      expect(compareNumbers(a, b) === 0).toBe(formatNumber(a, a.serial) === formatNumber(b, b.serial))
      if (compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0) expect(compareNumbers(a, c)).toBeLessThanOrEqual(0)
    }))
  })
})
