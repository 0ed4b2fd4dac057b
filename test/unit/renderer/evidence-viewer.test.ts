import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewCommand } from '../../../src/renderer/checklist/review-keys.ts'
import { documentCommand } from '../../../src/renderer/materials/viewer/document-keys.ts'
import { createDrawingQueue } from '../../../src/renderer/materials/viewer/drawing-queue.ts'
import { inCalls } from '../../../src/renderer/materials/viewer/file-pieces.ts'
import { firstFrom, placesOnPage, steppedPlace } from '../../../src/renderer/materials/viewer/found-words.ts'
import { drawingDensity, pageColumn, pagesNear, PIXEL_BUDGET } from '../../../src/renderer/materials/viewer/page-layout.ts'
import { findPassage } from '../../../src/renderer/materials/viewer/passage.ts'
import { between, markedRegion, nudged, onReadPage, onTurnedPage, ROTATIONS, turned } from '../../../src/renderer/materials/viewer/region.ts'
import { decodeText, showingOf } from '../../../src/renderer/materials/viewer/viewer-kind.ts'
import { scaleFor, steppedZoom } from '../../../src/renderer/materials/viewer/zoom.ts'
import { LARGEST_PIECE, MOST_PIECES } from '../../../src/shared/materials/file-look.ts'
import { textDifference } from '../../../src/renderer/opinion/text-difference.ts'

describe('how a file is shown', () => {
  const file = (format: Parameters<typeof showingOf>[0]['format'], more: Partial<Parameters<typeof showingOf>[0]> = {}) =>
    showingOf({ format, size: 1000, picture: null, ...more })

  it('goes by what it is', () => {
    expect(file('pdf', { size: 1024 ** 3 })).toEqual({ kind: 'pdf' })
    expect(file('docx')).toEqual({ kind: 'docx' })
    expect(file('picture', { picture: { width: 4000, height: 3000 } })).toEqual({ kind: 'image' })
    expect(file('officeOld')).toEqual({ kind: 'none', why: 'officeOld' })
  })

  it('shows pages and drawings as their source, never as a page', () => {
    expect(file('html')).toEqual({ kind: 'text' })
    expect(file('svg')).toEqual({ kind: 'text' })
  })

  it('does not decode what the window cannot bear', () => {
    expect(file('picture', { picture: { width: 20_000, height: 10_000 } })).toEqual({ kind: 'none', why: 'pixels' })
    expect(file('picture', { size: 1024 ** 3, picture: { width: 100, height: 100 } })).toEqual({ kind: 'none', why: 'bytes' })
    expect(file('docx', { size: 1024 ** 3 })).toEqual({ kind: 'none', why: 'bytes' })
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
        const column = pageColumn(pages)
        pages.forEach((_, index) => expect(column.pageAt(column.topOf(index + 1))).toBe(index + 1))
      }),
    )
  })

  it('keeps the place that is read when every page becomes larger', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 4 }), (pages, share, times) => {
        const column = pageColumn(pages)
        const place = column.placeAt(column.height * share)
        const larger = pageColumn(pages.map((height) => height * times))
        expect(larger.placeAt(larger.scrollFor(place)).page).toBeLessThanOrEqual(place.page + (place.part === 1 ? 1 : 0))
        expect(larger.scrollFor(place)).toBeCloseTo(larger.topOf(place.page) + place.part * (pages[place.page - 1] ?? 0) * times, 3)
      }),
    )
  })

  it('draws a few pages of a long scan, not all', () => {
    const near = pagesNear(pageColumn(Array.from({ length: 300 }, () => 1000)), 100_000, 700)
    expect(near.last - near.first).toBeLessThan(5)
    expect(pagesNear(pageColumn([1000]), 0, 700)).toEqual({ first: 1, last: 1 })
  })

  it('draws coarser rather than more than the budget, and never finer than the screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20_000 }), fc.integer({ min: 10, max: 20_000 }), fc.integer({ min: 1, max: 12 }), (width, height, pages) => {
        const density = drawingDensity(2, width, height, pages)
        expect(density).toBeLessThanOrEqual(2)
        expect(width * density * height * density * pages).toBeLessThanOrEqual(PIXEL_BUDGET * 1.000_001)
      }),
    )
    expect(drawingDensity(1.5, 700, 990, 4)).toBe(1.5)
  })
})

describe('the size of what is shown', () => {
  const a4 = { width: 595, height: 842 }
  it('fits the width, or the whole page', () => {
    expect(scaleFor({ kind: 'width' }, { width: 1190, height: 500 }, a4)).toBe(2)
    expect(scaleFor({ kind: 'page' }, { width: 1190, height: 842 }, a4)).toBe(1)
    expect(scaleFor({ kind: 'percent', percent: 150 }, { width: 10, height: 10 }, a4)).toBe(2)
    expect(scaleFor({ kind: 'width' }, { width: 0, height: 0 }, a4)).toBe(0)
  })

  it('goes on from what is seen, and stops at the ends', () => {
    expect(steppedZoom(97, 1)).toEqual({ kind: 'percent', percent: 100 })
    expect(steppedZoom(97, -1)).toEqual({ kind: 'percent', percent: 90 })
    expect(steppedZoom(400, 1)).toEqual({ kind: 'percent', percent: 400 })
    expect(steppedZoom(25, -1)).toEqual({ kind: 'percent', percent: 25 })
  })
})

describe('a rectangle on a page', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const rectangle = fc.tuple(share, share, share, share).map(([a, b, c, d]) => between([a, b], [c, d]))

  it('is the same after the page was turned and turned back', () => {
    fc.assert(
      fc.property(rectangle, fc.constantFrom(...ROTATIONS), (one, rotation) => {
        const back = onReadPage(onTurnedPage(one, rotation), rotation)
        for (const side of ['x', 'y', 'width', 'height'] as const) expect(back[side]).toBeCloseTo(one[side], 9)
      }),
    )
  })

  it('at the top left lies at the top right when the page is turned to the right', () => {
    const { x, y, width, height } = onTurnedPage({ x: 0, y: 0, width: 0.2, height: 0.1 }, 90)
    expect([x, y, width, height]).toEqual([0.9, 0, 0.1, 0.2])
    expect(turned(turned(270, 90), -90)).toBe(270)
  })

  it('never reaches beyond the page, whatever is dragged or pressed', () => {
    const far = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(far, far), fc.tuple(far, far), fc.constantFrom(...ROTATIONS), (from, to, rotation) => {
        const region = markedRegion(3, between(from, to), rotation)
        if (region === null) return
        expect(region.x + region.width).toBeLessThanOrEqual(1.000_01)
        expect(region.y + region.height).toBeLessThanOrEqual(1.000_01)
        expect(Math.min(region.x, region.y, region.width, region.height)).toBeGreaterThanOrEqual(0)
      }),
    )
    fc.assert(
      fc.property(rectangle, far, far, fc.boolean(), (one, dx, dy, sizing) => {
        const { x, y, width, height } = nudged(one, dx, dy, sizing)
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1.02 + 1e-9)
      }),
    )
  })

  it('as small as a slip of the mouse is none', () => {
    expect(markedRegion(1, between([0.5, 0.5], [0.501, 0.8]), 0)).toBeNull()
  })
})

describe('words sought', () => {
  it('are found over line ends and in both widths, each place with its line', () => {
    const places = placesOnPage(4, '经查，含铬\n废水未处理；含铬废水ＡＢＣ', '含铬废水')
    expect(places.map(({ page, nth }) => [page, nth])).toEqual([[4, 0], [4, 1]])
    expect(placesOnPage(1, '罚款ＡＢＣ１２３', 'abc123')).toHaveLength(1)
    expect(places[0]?.snippet).toContain('含铬 废水未处理')
    expect(placesOnPage(1, '任何', ' ')).toEqual([])
  })

  it('begin at the page that is read, and go around the end', () => {
    const places = [2, 5, 9].map((page) => ({ page, nth: 0, snippet: '' }))
    expect([firstFrom(places, 1), firstFrom(places, 6), firstFrom(places, 10)]).toEqual([0, 2, 0])
    expect([steppedPlace(2, 3, 1), steppedPlace(0, 3, -1), steppedPlace(0, 0, 1)]).toEqual([0, 2, 0])
  })
})

describe('pieces of a file', () => {
  it('go together into calls, none of them longer or of more pieces than the core takes, none lost', () => {
    const piece = fc.tuple(fc.nat(10_000_000), fc.integer({ min: 1, max: LARGEST_PIECE })).map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        const calls = inCalls(pieces)
        expect(calls.flat()).toEqual(pieces)
        for (const call of calls) {
          expect(call.length).toBeLessThanOrEqual(MOST_PIECES)
          expect(call.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThanOrEqual(LARGEST_PIECE)
        }
      }),
    )
    expect(inCalls(Array.from({ length: MOST_PIECES + 1 }, (_, index) => ({ from: index, to: index + 16 })))).toHaveLength(2)
  })
})

describe('the keys of the pane', () => {
  const pressed = (key: string, more: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })
  it('are commands with the focus in it, and letters while somebody types', () => {
    expect(documentCommand(pressed('r'), false)).toBe('turnRight')
    expect(documentCommand(pressed('R', { shiftKey: true }), false)).toBe('turnLeft')
    expect(documentCommand(pressed('r'), true)).toBeNull()
    expect(documentCommand(pressed('f', { ctrlKey: true }), true)).toBe('find')
    expect(documentCommand(pressed('F', { ctrlKey: true, shiftKey: true }), true)).toBe('findAll')
    expect(documentCommand(pressed('F3', { shiftKey: true }), true)).toBe('findPrevious')
    expect(documentCommand(pressed('r', { ctrlKey: true }), false)).toBeNull()
  })

  it('are none that the review uses', () => {
    const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0 }
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789+-=[]?') {
      const both = [documentCommand({ ...none, key }, false), reviewCommand({ ...none, key }, { typing: false, afterPrefix: false })]
      expect([key, both.filter((one) => one !== null).length < 2]).toEqual([key, true])
    }
  })
})

describe('drawing', () => {
  it('goes one by one, what is seen first, and leaves out what was scrolled past', async () => {
    const queue = createDrawingQueue()
    const drawn: string[] = []
    const draw = (name: string) => (): Promise<void> => {
      drawn.push(name)
      return Promise.resolve()
    }
    let finish = (): void => undefined
    queue.add('near', () => new Promise((resolve) => (finish = resolve)))
    queue.add('small', draw('small'))
    const leave = queue.add('near', draw('gone'))
    queue.add('near', draw('near'))
    queue.add('seen', draw('seen'))
    leave()
    expect(drawn).toEqual([])
    finish()
    await new Promise((resolve) => setTimeout(resolve))
    expect(drawn).toEqual(['seen', 'near', 'small'])
  })

  it('of a page that fails does not hold up the others', async () => {
    const queue = createDrawingQueue()
    let drawn = false
    queue.add('seen', () => Promise.reject(new Error('broken')))
    queue.add('seen', () => {
      drawn = true
      return Promise.resolve()
    })
    await new Promise((resolve) => setTimeout(resolve))
    expect(drawn).toBe(true)
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
