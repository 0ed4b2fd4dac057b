/** Number patterns: what can be used, what is printed, and that no two numbers are ever the same text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CASE_PATTERN,
  departures,
  formProblem,
  numberingSchema,
  numberPatternSchema,
  numberText,
  OPINION_PATTERN,
  seriesWord,
  type NumberPattern,
} from '../../../src/shared/numbering/number-pattern.ts'
import { keptForm, sampleNumbers, shownForm } from '../../../src/renderer/station/number-form.ts'

const pattern = (form: string, more: Partial<NumberPattern> = {}): NumberPattern => ({ form, width: 1, restart: 'yearly', ...more })

const words = fc.string({ maxLength: 4, unit: fc.constantFrom(...'法审环aB〔〕（第号-') })
const forms = fc
  .tuple(words, fc.constantFrom('{agency}', ''), words, words, words)
  .map(([before, agency, middle, between, after]) => `${before}${agency}${middle}{year}${between}{serial}${after}`)
  .filter((form) => formProblem(form) === null)
const patterns = fc.record({ form: forms, width: fc.integer({ min: 1, max: 6 }), restart: fc.constantFrom('yearly' as const, 'never' as const) })
const years = fc.integer({ min: 2020, max: 2030 })
const serials = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 999_999 }))

describe('a number pattern', () => {
  it('prints the usual numbers, as many digits as asked, and goes on past them', () => {
    expect(numberText(OPINION_PATTERN, '沅环', 2026, 12)).toBe('沅环法审〔2026〕12号')
    expect(numberText(CASE_PATTERN, '沅环', 2026, 1)).toBe('沅环审登〔2026〕1号')
    const wide = pattern('{agency}审〔{year}〕第{serial}号', { width: 3 })
    expect([7, 999, 1000].map((serial) => numberText(wide, '沅', 2026, serial))).toEqual(['沅审〔2026〕第007号', '沅审〔2026〕第999号', '沅审〔2026〕第1000号'])
  })

  it.each([
    ['{agency}法审{serial}号', 'number-no-year'],
    ['{agency}法审〔{year}〕号', 'number-no-serial'],
    ['{agency}法审〔{year}〕{serial}-{serial}号', 'number-part-twice'],
    ['{agency}法审{serial}〔{year}〕', 'number-year-last'],
    ['{agency}法审{year}{serial}号', 'number-parts-touch'],
    ['〔{year}〕第{serial}号', 'number-no-word'],
    ['{agency}法审2〔{year}〕{serial}号', 'number-sign'],
    ['{agency}法 审〔{year}〕{serial}号', 'number-sign'],
    ['{unit}法审〔{year}〕{serial}号', 'number-sign'],
    ['../{year}-{serial}', 'number-sign'],
    ['', 'number-no-year'],
  ])('%j cannot be used: %s', (form, problem) => {
    expect(formProblem(form)).toBe(problem)
    const parsed = numberPatternSchema.safeParse(pattern(form))
    expect(parsed.success ? null : parsed.error.issues[0]?.message).toBe(problem)
  })

  it('never prints the same text for two different places in the register', () => {
    fc.assert(
      fc.property(patterns, patterns, years, years, serials, serials, (one, other, year, otherYear, serial, otherSerial) => {
        const place = JSON.stringify([seriesWord(one, '沅环'), year, serial])
        const otherPlace = JSON.stringify([seriesWord(other, '沅环'), otherYear, otherSerial])
        if (place !== otherPlace) expect(numberText(one, '沅环', year, serial)).not.toBe(numberText(other, '沅环', otherYear, otherSerial))
      }),
      { numRuns: 3000 },
    )
    // the cases that chance meets seldom: the same digits cut elsewhere
    expect(numberText(pattern('{agency}{year}-{serial}'), '沅', 2026, 12)).not.toBe(numberText(pattern('{agency}{year}号{serial}'), '沅', 2026, 12))
  })

  it('keeps to one run where only brackets, 第 and 号 change, and begins another where the words do', () => {
    const run = (form: string) => seriesWord(pattern(form), '沅环')
    expect(run('{agency}法审〔{year}〕{serial}号')).toBe('沅环法审')
    expect(run('{agency}法审({year})第{serial}号')).toBe('沅环法审')
    expect(run('{agency}法核〔{year}〕{serial}号')).toBe('沅环法核')
  })

  it('tells in what it departs from the standard', () => {
    expect(departures(OPINION_PATTERN)).toEqual([])
    expect(departures(pattern('{agency}法审({year})第{serial}号', { width: 3 }))).toEqual(['brackets', 'ordinalMark', 'leadingZero'])
    expect(departures(pattern('{agency}-{year}-{serial}'))).toBeNull()
  })

  it('is part of a station that has no case numbers unless it wants them', () => {
    expect(numberingSchema.safeParse({ opinion: OPINION_PATTERN, caseNumber: null }).success).toBe(true)
    expect(numberingSchema.safeParse({ opinion: OPINION_PATTERN, caseNumber: pattern('x') }).success).toBe(false)
    expect(numberPatternSchema.safeParse(pattern(OPINION_PATTERN.form, { width: 7 })).success).toBe(false)
  })
})

describe('a pattern as it is typed', () => {
  it('names its parts in the language shown and is kept the same from either', () => {
    expect(shownForm(OPINION_PATTERN.form, 'zh-CN')).toBe('{代字}法审〔{年}〕{序号}号')
    expect(shownForm(OPINION_PATTERN.form, 'en')).toBe('{code}法审〔{year}〕{no.}号')
    for (const language of ['zh-CN', 'en'] as const) expect(keptForm(shownForm(OPINION_PATTERN.form, language))).toBe(OPINION_PATTERN.form)
    expect(keptForm(' ｛代字｝法审〔{ 年 }〕{no.}号')).toBe(OPINION_PATTERN.form)
  })

  it('shows the first, the twelfth and the next year’s number', () => {
    expect(sampleNumbers(OPINION_PATTERN, '沅', 2026)).toEqual(['沅法审〔2026〕1号', '沅法审〔2026〕12号', '沅法审〔2027〕1号'])
    expect(sampleNumbers({ ...OPINION_PATTERN, restart: 'never' }, '沅', 2026)[2]).toBe('沅法审〔2027〕13号')
  })
})
