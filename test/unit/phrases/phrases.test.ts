/** Phrases: found as they are typed, filled from the case, made from what was just written. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhrases } from '../../../src/shared/phrases/find-phrases.ts'
import { phraseFieldsSchema, type PhraseFields } from '../../../src/shared/phrases/phrase.ts'
import { fillPhrase, withPlaceholders, type PlaceholderValues } from '../../../src/shared/phrases/placeholders.ts'

const CASE: PlaceholderValues = { party: '清川县碧波印染有限公司', unit: '清川县执法大队', cause: '无证排污', fine: '200,000元', question: '3.8', today: '2026-04-20' }

describe('filling a phrase', () => {
  it('takes names in Chinese, in English and in full-width braces', () => {
    expect(fillPhrase('{当事人}因｛案由｝，拟罚款{fine}。', CASE).text).toBe('清川县碧波印染有限公司因无证排污，拟罚款200,000元。')
    expect(fillPhrase('{ Party }（{题号}）', CASE).text).toBe('清川县碧波印染有限公司（3.8）')
  })

  it('leaves what the case does not know in its braces, and tells the first such place', () => {
    const filled = fillPhrase('{当事人}于{日期}收到，{立案号}。', CASE)
    expect(filled.text).toBe('清川县碧波印染有限公司于{日期}收到，{立案号}。')
    expect(filled.open === null ? '' : filled.text.slice(filled.open.from, filled.open.to)).toBe('{日期}')
  })

  it('is told that nothing is open where everything is filled', () => {
    expect(fillPhrase('告知期限未满。', CASE).open).toBeNull()
    expect(fillPhrase('{当事人}', CASE).open).toBeNull()
  })

  it('never fills what it has just put in', () => {
    expect(fillPhrase('{当事人}', { party: '{案由}有限公司', cause: '无证排污' }).text).toBe('{案由}有限公司')
  })

  it('keeps every other character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[{}｛｝]/.test(text))
        expect(fillPhrase(text, CASE)).toEqual({ text, open: null })
      }),
    )
  })
})

describe('a phrase made of written words', () => {
  it('has placeholders for what the case says, and fits the next case', () => {
    const made = withPlaceholders('清川县碧波印染有限公司涉嫌无证排污，拟罚款200,000元。', CASE)
    expect(made).toBe('{当事人}涉嫌{案由}，拟罚款{罚款金额}。')
    expect(fillPhrase(made, { party: '乙公司', cause: '超标排放', fine: '30,000元' }).text).toBe('乙公司涉嫌超标排放，拟罚款30,000元。')
  })

  it('replaces the longer name where one is a part of the other', () => {
    expect(withPlaceholders('清川县执法大队移送', { unit: '清川县执法大队', cause: '清川县' })).toBe('{承办机构}移送')
  })

  it('leaves dates, question numbers and single characters alone', () => {
    expect(withPlaceholders('3.8 于 2026-04-20 由甲办理', { ...CASE, party: '甲' })).toBe('3.8 于 2026-04-20 由甲办理')
  })

  it('filled again for the same case it is what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('，', '经查', CASE.party ?? '', CASE.cause ?? '', '(1+1)*'), { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        expect(fillPhrase(withPlaceholders(text, CASE), CASE).text).toBe(text)
      }),
    )
  })
})

const phrase = (name: string, change: Partial<PhraseFields> = {}): PhraseFields => ({ name, text: `${name}的文字`, heading: null, questionId: null, ...change })
const SHELF = [
  phrase('期限未满'),
  phrase('听证未告知', { heading: 'procedure' }),
  phrase('送达回证缺签名', { questionId: '3.8' }),
  phrase('主体不适格', { heading: 'subject' }),
  phrase('补充', { text: '补充送达回证。' }),
]
const HERE = { heading: 'procedure', questionId: '3.8' } as const
const names = (typed: string): readonly string[] => findPhrases(SHELF, typed, HERE).map(({ name }) => name)

describe('type-ahead', () => {
  it('offers those of the question first, then of its heading, then general ones; none of other headings', () => {
    expect(names('')).toEqual(['送达回证缺签名', '听证未告知', '补充', '期限未满'])
  })

  it('finds by name before text, also those of other headings', () => {
    expect(names('送达')).toEqual(['送达回证缺签名', '补充'])
    expect(names('主体')).toEqual(['主体不适格'])
    expect(names('未')).toEqual(['听证未告知', '期限未满'])
  })

  it('wants every word that was typed', () => {
    expect(names('送达 签名')).toEqual(['送达回证缺签名'])
    expect(names('送达 没有')).toEqual([])
  })
})

describe('what a phrase holds', () => {
  it('is for one place at most, and neither empty nor without a name', () => {
    expect(phraseFieldsSchema.safeParse(phrase('甲', { heading: 'procedure', questionId: '3.8' })).success).toBe(false)
    expect(phraseFieldsSchema.safeParse(phrase(' ')).success).toBe(false)
    expect(phraseFieldsSchema.safeParse(phrase('甲', { text: '\n' })).success).toBe(false)
    expect(phraseFieldsSchema.parse(phrase(' 甲 ')).name).toBe('甲')
  })
})
