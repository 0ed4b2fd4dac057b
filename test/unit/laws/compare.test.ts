/** Two versions side by side, and the marks in what a search found. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../../src/shared/laws/compare.ts'
import { parseLaw } from '../../../src/shared/laws/parse-law.ts'
import { snippetOf } from '../../../src/shared/laws/snippet.ts'
import { wordDifference } from '../../../src/shared/laws/word-difference.ts'

const articles = (body: string) => parseLaw({ name: 'x.md', folders: '', text: `# 灯塔法\n\n${body}` })?.articles ?? []

describe('comparing versions', () => {
  const before = articles(
    '第一条 为了灯塔，制定本法。\n\n第二条 灯塔管理应当遵循公开的原则，接受社会监督。\n\n第三条 违反本法规定的，处五千元以下罚款。\n\n第四条 本条删去，另行规定灯船的管理办法。',
  )
  const after = articles(
    '第一条 为了灯塔，制定本法。\n\n第二条 新增的航标数据应当报送海事管理机构备案。\n\n第三条 灯塔管理应当遵循公开、公正的原则，接受社会监督。\n\n第四条 违反本法规定的，处五万元以下罚款。',
  )
  const rows = compareVersions(before, after)

  it('finds articles that moved, and says what is new and what is gone', () => {
    expect(rows.map(({ change, left, right }) => [change, left, right])).toEqual([
      ['same', '第一条', '第一条'],
      ['added', null, '第二条'],
      ['changed', '第二条', '第三条'],
      ['changed', '第三条', '第四条'],
      ['removed', '第四条', null],
    ])
  })

  it('marks the words that differ', () => {
    expect(rows[2]?.parts.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: '、公正' }])
    expect(rows[3]?.parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['千', '万'])
  })
})

it('the parts of a difference are the two texts again', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '𠮷'), maxLength: 30 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifference(before, after)
      const side = (without: string) =>
        parts
          .filter(({ kind }) => kind !== without)
          .map((part) => part.text)
          .join('')
      expect([side('added'), side('removed')]).toEqual([before, after])
    }),
  )
})

describe('a snippet', () => {
  it('marks every word where it stands, whatever its width and case', () => {
    const { text, marks } = snippetOf('应当报送ＡＢ数据，听证前公告听证。', ['听证', 'ab'])
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['ＡＢ', '听证', '听证'])
  })

  it('is cut around the first hit', () => {
    const { text, marks, cutBefore, cutAfter } = snippetOf(`${'甲'.repeat(200)}听证${'乙'.repeat(200)}`, ['听证'])
    expect([text.length, marks.length, cutBefore, cutAfter]).toEqual([110, 1, true, true])
  })
})
