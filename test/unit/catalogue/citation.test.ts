import { describe, expect, it } from 'vitest'
import { chineseNumeral, citationSchema, formatCitation } from '../../../src/shared/catalogue/citation.ts'

describe('a citation', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [58, '五十八'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [1057, '一千零五十七'],
    [1242, '一千二百四十二'],
  ])('writes article %i as 第%s条', (number, text) => {
    expect(chineseNumeral(number)).toBe(text)
  })

  it('is printed down to paragraph and item in Chinese', () => {
    const citation = citationSchema.parse({ law: '行政处罚法', article: 58, paragraph: 1, item: 2 })
    expect(formatCitation(citation, 'zh-CN')).toBe('《行政处罚法》第五十八条第一款第（二）项')
  })

  it('is printed with the English title of the register', () => {
    const titles = new Map([['行政处罚法', { 'zh-CN': '行政处罚法', en: 'Administrative Penalty Law' }]])
    expect(formatCitation({ law: '行政处罚法', article: 58, item: 2 }, 'en', titles)).toBe(
      'Administrative Penalty Law art. 58 item (2)',
    )
    expect(formatCitation({ law: '某规定', article: 3 }, 'en', titles)).toBe('某规定 art. 3')
  })

  it('names a numbered point of a document without 第…项', () => {
    expect(formatCitation({ law: '三项制度指导意见', item: 13 }, 'zh-CN')).toBe('《三项制度指导意见》（十三）')
  })

  it('is refused with a paragraph but no article, and with an article 0', () => {
    expect(citationSchema.safeParse({ law: '行政处罚法', paragraph: 1 }).success).toBe(false)
    expect(citationSchema.safeParse({ law: '行政处罚法', article: 0 }).success).toBe(false)
  })
})
