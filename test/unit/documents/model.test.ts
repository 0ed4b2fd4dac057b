import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkBox,
  heading,
  keyValue,
  officialDocumentSchema,
  paragraph,
  table,
} from '../../../src/shared/documents/model.ts'
import type { OfficialDocument } from '../../../src/shared/documents/model.ts'
import {
  attachmentLines,
  chineseDate,
  chineseNumeral,
  headingNumbers,
} from '../../../src/shared/documents/numbering.ts'
import { documentParts, plainText } from '../../../src/shared/documents/preview.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const EMPTY: OfficialDocument = {
  title: '法制审核意见书',
  number: null,
  addressee: null,
  blocks: [],
  attachments: [],
  signOff: null,
  footer: [],
  watermark: null,
}

describe('numbers that nobody types', () => {
  it('numbers headings by level and begins again below a new heading of a higher level', () => {
    const levels = [1, 2, 2, 3, 4, 4, 3, 2, 1, 2] as const
    const blocks = [...levels.map((level) => heading(level, '题')), paragraph('正文')]
    expect(headingNumbers(blocks)).toEqual(
      ['一、', '（一）', '（二）', '1.', '（1）', '（2）', '2.', '（三）', '二、', '（一）', null],
    )
  })

  it('writes Chinese numerals as headings do', () => {
    expect([1, 10, 11, 20, 21, 100, 101, 110, 112, 1001, 2026].map(chineseNumeral)).toEqual(
      ['一', '十', '十一', '二十', '二十一', '一百', '一百零一', '一百一十', '一百一十二', '一千零一', '二千零二十六'],
    )
    expect(() => chineseNumeral(0)).toThrow(RangeError)
  })

  it('gives every number its own numeral', () => {
    const all = Array.from({ length: 9999 }, (_, index) => chineseNumeral(index + 1))
    expect(new Set(all).size).toBe(9999)
  })

  it('writes dates without padding', () => {
    expect(chineseDate(isoDate('2026-05-04'))).toBe('2026年5月4日')
    expect(chineseDate(isoDate('2026-12-31'))).toBe('2026年12月31日')
  })

  it('numbers attachments only where there are two', () => {
    expect(attachmentLines(['清单'])).toEqual([{ lead: '附件：', number: '', name: '清单' }])
    expect(attachmentLines(['甲', '乙']).map((line) => line.number)).toEqual(['1. ', '2. '])
  })
})

describe('the text of a document', () => {
  it('holds everything that is shown, in reading order', () => {
    const document: OfficialDocument = {
      ...EMPTY,
      title: '某局\n意见书',
      number: '沅环法审〔2026〕12号',
      addressee: '执法大队',
      blocks: [
        heading(1, '基本情况'),
        keyValue([['当事人', '某公司']]),
        paragraph('同意', checkBox(true), '不同意', checkBox(false)),
        table([{ header: '序号', width: 1 }, { header: '问题', width: 3 }], [['1', '缺页']]),
      ],
      attachments: ['清单'],
      signOff: {
        signers: [{ signer: 'a', role: '审核人', name: '张三', date: null }],
        organ: '某局',
        date: isoDate('2026-05-14'),
      },
      footer: [{ label: '目录版本', value: '1' }],
      watermark: '草稿',
    }
    expect(plainText(officialDocumentSchema.parse(document)).split('\n')).toEqual([
      '某局',
      '意见书',
      '沅环法审〔2026〕12号',
      '执法大队：',
      '一、基本情况',
      '当事人\t某公司',
      '同意☑不同意□',
      '序号\t问题',
      '1\t缺页',
      '附件：清单',
      '审核人：张三\t　　年　月　日',
      '某局',
      '2026年5月14日',
      '目录版本：1',
    ])
    expect(documentParts(document).map((part) => part.kind)).toContain('signer')
  })
})

describe('what the model refuses', () => {
  const parse = (change: object): boolean => officialDocumentSchema.safeParse({ ...EMPTY, ...change }).success

  it('takes the smallest document', () => {
    expect(parse({})).toBe(true)
  })

  it('refuses control characters and halves of characters, which no file format can carry', () => {
    fc.assert(
      fc.property(fc.constantFrom('\u0000', '\u0007', '\u001b', '\u0085', '\ud842', '\uffff'), (bad) => {
        expect(parse({ blocks: [paragraph(`甲${bad}乙`)] })).toBe(false)
        expect(parse({ title: `甲${bad}` })).toBe(false)
      }),
    )
  })

  it('takes what is pasted from Word: tabs become blanks, its line breaks become line breaks', () => {
    const blocks = [paragraph('甲\t乙\v丙\r\n丁')]
    const parsed = officialDocumentSchema.parse({ ...EMPTY, blocks })
    expect(plainText(parsed)).toBe('法制审核意见书\n甲 乙\n丙\n丁')
  })

  it('refuses an empty title, a heading of two lines, a row with too few cells, an unknown field', () => {
    expect(parse({ title: ' ' })).toBe(false)
    expect(parse({ blocks: [{ kind: 'heading', level: 1, text: '甲\n乙' }] })).toBe(false)
    expect(parse({ blocks: [{ kind: 'table', columns: [{ header: '甲', width: 1 }], rows: [[]] }] })).toBe(false)
    expect(parse({ colour: 'red' })).toBe(false)
  })
})
