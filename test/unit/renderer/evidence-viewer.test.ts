import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageAt, pagesNear, pageTop } from '../../../src/renderer/materials/viewer/page-layout.ts'
import { findPassage } from '../../../src/renderer/materials/viewer/passage.ts'
import { decodeText, viewerKind } from '../../../src/renderer/materials/viewer/viewer-kind.ts'
import { textDifference } from '../../../src/renderer/opinion/text-difference.ts'

describe('which viewer shows a file', () => {
  it('goes by the media type, and by the name where there is none', () => {
    expect(viewerKind('application/pdf', '决定书', 10)).toBe('pdf')
    expect(viewerKind('application/octet-stream', '决定书.PDF', 10)).toBe('pdf')
    expect(viewerKind('image/jpeg', 'x.jpg', 10)).toBe('image')
    expect(viewerKind('application/msword', 'x.doc', 10)).toBe('none')
  })

  it('shows pages and drawings as their source, never as a page', () => {
    expect(viewerKind('text/html', 'x.html', 10)).toBe('text')
    expect(viewerKind('image/svg+xml', 'x.svg', 10)).toBe('text')
  })

  it('does not open a text that is too long for the window', () => {
    expect(viewerKind('text/plain', 'x.txt', 5 * 1024 ** 2)).toBe('none')
  })

  it('reads texts of old Chinese programs', () => {
    expect(decodeText(new Uint8Array([0xb4, 0xa6, 0xb7, 0xa3]))).toBe('处罚')
    expect(decodeText(new TextEncoder().encode('处罚'))).toBe('处罚')
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x04, 0x59]))).toBe('处')
  })
})

describe('pages in a column', () => {
  const heights = fc.array(fc.integer({ min: 50, max: 2000 }), { minLength: 1, maxLength: 60 })
  it('finds the page at each page’s upper edge, whatever their heights', () => {
    fc.assert(
      fc.property(heights, (pages) => {
        const heightOf = (page: number): number => pages[page - 1] ?? 0
        pages.forEach((_, index) => expect(pageAt(pageTop(index + 1, heightOf), pages.length, heightOf)).toBe(index + 1))
      }),
    )
  })

  it('draws a few pages of a long scan, not all', () => {
    const near = pagesNear(100_000, 700, 300, () => 1000)
    expect(near.last - near.first).toBeLessThan(5)
    expect(pagesNear(0, 700, 1, () => 1000)).toEqual({ first: 1, last: 1 })
  })
})

describe('a quoted passage', () => {
  it('is found across line breaks and pieces of text', () => {
    expect(findPassage(['含铬废水\n处理', '设施 出口'], '处理设施出口')).toEqual({ first: [0, 5], last: [1, 4] })
  })

  it('is found where its surroundings are the same, when the words stand there more than once', () => {
    const parts = ['询问人 陶志远', '记录人 陶志远']
    expect(findPassage(parts, '陶志远', { before: '记录人\t', after: '' })).toEqual({ first: [1, 4], last: [1, 6] })
    expect(findPassage(parts, '陶志远')).toEqual({ first: [0, 4], last: [0, 6] })
  })

  it('is found whatever the width of its characters, cut or in pieces', () => {
    expect(findPassage(['罚款（大写）：３２万元'], '罚款(大写):32万元')).not.toBeNull()
    expect(findPassage(['2026年5月8日向当事人送达告知书'], '2026年5月8日向当事人送达…')).toEqual({ first: [0, 0], last: [0, 14] })
    expect(findPassage(['当事人：某某电镀有限公司', '住所'], '（一）当事人：某某电镀有限公司\n法定代表人：邱某')).not.toBeNull()
  })

  it('is not found where it is not', () => {
    expect(findPassage(['含铬废水'], '镀锌')).toBeNull()
    expect(findPassage(['含铬废水'], '  ')).toBeNull()
    expect(findPassage([], '镀锌')).toBeNull()
  })
})

describe('the difference between two texts', () => {
  const text = fc.array(fc.constantFrom('事实清楚，', '证据确凿。', '程序合法；', '建议同意', '\n'), { maxLength: 12 }).map((parts) => parts.join(''))

  it('always gives both texts again', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textDifference(before, after)
        const side = (left: 'removed' | 'added'): string => parts.filter(({ kind }) => kind === 'same' || kind === left).map((part) => part.text).join('')
        expect(side('removed')).toBe(before)
        expect(side('added')).toBe(after)
      }),
    )
  })

  it('marks the clause that was changed and nothing else', () => {
    expect(textDifference('事实清楚，证据确凿。建议同意。', '事实清楚，证据不足。建议同意。')).toEqual([
      { kind: 'same', text: '事实清楚，' },
      { kind: 'removed', text: '证据确凿。' },
      { kind: 'added', text: '证据不足。' },
      { kind: 'same', text: '建议同意。' },
    ])
  })
})
