import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../../src/shared/facts/extract.ts'
import { normalised } from '../../../src/shared/facts/normalised-text.ts'
import type { Passage } from '../../../src/shared/intake/document-text.ts'
import { textOf, wholePages } from './read.ts'

/** Pieces that rules look for, put together in any order. */
const PIECE = fc.oneof(
  fc.constantFrom(
    '第',
    '条',
    '款',
    '（二）项',
    '《',
    '》',
    '云城条例',
    '“',
    '”',
    '罚款',
    '8,000',
    '元',
    '万',
    '以上',
    '以下',
    '2026年3月5日',
    '至',
    '9时10分',
    '当事人',
    '：',
    ':',
    '\t',
    '\n',
    '　',
    ' ',
    '云城市水务局',
    '甲有限公司',
    '91110105MA0056789X',
    '云环罚〔2026〕12号',
    '〔',
    '2026',
    '〕',
    '号',
    '检查人',
    '张三',
    '（执法证号',
    '）',
    '决定',
    '如下',
    '没收',
    '违法所得',
    '责令改正',
    '申请',
    '行政复议',
    '六个月内',
    '向',
    '签名',
    '____',
    '××',
    '审核意见',
    '不同意',
    '姓名',
    '数量',
    '箱',
    '×',
    '=',
    '‰',
    '(guī)',
    '規',
    '行行政政处处罚罚',
    '之一',
    '依据',
    '违反',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const PAGE = fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join(''))
const KIND = fc.constantFrom('decision', 'prior-notice', 'inquiry-record', 'service-receipt', 'other')

function passagesIn(value: unknown): Passage[] {
  if (value === null || typeof value !== 'object') return []
  if ('page' in value && 'start' in value && 'end' in value) return [value as Passage]
  return Object.values(value).flatMap(passagesIn)
}

describe('any text', () => {
  test('gives facts whose passages lie on their page and hold words', () => {
    fc.assert(
      fc.property(fc.array(PAGE, { minLength: 1, maxLength: 3 }), KIND, (pages, kind) => {
        const text = textOf(...pages)
        for (const passage of passagesIn(extractFacts(text, wholePages(text), kind))) {
          const page = text.pages.find(({ number }) => number === passage.page)
          expect(page).toBeDefined()
          expect(passage.start).toBeGreaterThanOrEqual(0)
          expect(passage.end).toBeLessThanOrEqual(page?.text.length ?? 0)
          expect(passage.start).toBeLessThan(passage.end)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('gives the same facts each time', () => {
    fc.assert(
      fc.property(PAGE, KIND, (page, kind) => {
        const text = textOf(page)
        expect(extractFacts(text, wholePages(text), kind)).toEqual(extractFacts(text, wholePages(text), kind))
      }),
      { numRuns: 60 },
    )
  })

  test('what a view says at a place stands there on the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'罚款8，,　 \t（(〔１1'), minLength: 1 }), (page) => {
        const { tight } = normalised(textOf(page), [{ page: 1, start: 0, end: page.length }])
        for (let place = 0; place < tight.text.length; place += 1) {
          const { start, end } = tight.passage(place, place + 1)
          expect(end - start).toBe(1)
          expect(page.slice(start, end).normalize('NFKC').replace('〔', '[')).toBe(tight.text[place])
        }
      }),
    )
  })

  test('nothing outside the spans is read', () => {
    const page = '违反了《甲法》第一条。违反了《乙法》第二条。违反了《丙法》第三条。'
    const text = textOf(page)
    const facts = extractFacts(text, [{ page: 1, start: 11, end: 22 }], 'decision')
    expect(facts.citations.map(({ law }) => law)).toEqual(['乙法'])
    expect(extractFacts(text, [], 'decision').citations).toEqual([])
    expect(extractFacts(text, [{ page: 7, start: 0, end: 9 }], 'decision').citations).toEqual([])
  })

  test.each([
    '局',
    '第',
    '一',
    '《',
    '“',
    '”',
    '(',
    '1',
    ':',
    '\t',
    ' ',
    '\n',
    'X',
    '_',
    '行',
    '罚款',
    '复议',
    '2023年1月1日',
    '罚款1元。',
    '《甲法》第一条。',
    '第一条、',
    '[2023]1号',
    '时间:2023年1月1日\n',
    '审核意见:同意\n',
  ])(
    'thirty thousand letters of %j are read in one go',
    (unit) => {
      const text = textOf(unit.repeat(Math.ceil(30_000 / unit.length)))
      expect(extractFacts(text, wholePages(text), 'decision')).toHaveProperty('numbers')
    },
    20_000,
  )

  test('a page of three hundred thousand equal letters comes to an end', () => {
    const text = textOf('一'.repeat(300_000))
    expect(extractFacts(text, wholePages(text), 'decision').citations).toEqual([])
  }, 60_000)
})
