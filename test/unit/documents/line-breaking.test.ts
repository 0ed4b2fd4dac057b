import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  breakLines,
  graphemes,
  isHalfBlank,
  mayNotBeginLine,
  mayNotEndLine,
} from '../../../src/shared/documents/line-breaking.ts'

/** A full-width character is 2 wide, any other 1, as on a grid. */
const widthOf = (grapheme: string): number => (grapheme < '\u0300' ? 1 : 2)
const break_ = (text: string, room: number, narrowing = 0): string[] =>
  breakLines(text, { widthOf, room: () => room, narrowing }).map((line) => text.slice(line.start, line.end))

const han = fc.constantFrom(...'依照中华人民共和国行政处罚法第五十八条的规定经法制审核瑨䶮')
const mark = fc.constantFrom(...'，。、；：！？）》」』”')
const opening = fc.constantFrom(...'（《「『“')
const word = fc.constantFrom('2026', '1,260.5', '12', 'pH', 'MA4L00000X', 'COD')
/** Running text as officers write it: no two closing and no two opening marks in a row. */
const sentence = fc
  .array(fc.oneof({ weight: 8, arbitrary: han }, { weight: 2, arbitrary: fc.tuple(mark, han).map((p) => p.join('')) },
    { weight: 1, arbitrary: fc.tuple(opening, han).map((p) => p.join('')) }, { weight: 1, arbitrary: word }), {
    minLength: 1,
    maxLength: 120,
  })
  .map((parts) => `文${parts.join('')}`)

describe('the characters of a text', () => {
  it('are those that the system tells, whatever stands between Chinese', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
    const mixed = fc.array(fc.oneof(sentence, word, mark, fc.constantFrom('…', '—', '·', '“', '\u0301', '\ufe0f', '\u200d', '\r\n', '👩‍⚖️', 'ｶﾞ')), { maxLength: 12 })
    fc.assert(
      fc.property(mixed.map((parts) => parts.join('')), (text) => {
        expect(graphemes(text).map((one) => one.text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment))
      }),
    )
  })
})

describe('Chinese line breaking', () => {
  it('loses no character, and only blanks stand between two lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (text, room) => {
        const lines = breakLines(text, { widthOf, room: () => room })
        let end = 0
        for (const line of lines) {
          expect(text.slice(end, line.start)).toMatch(/^\s*$/)
          expect(line.end).toBeGreaterThanOrEqual(line.start)
          end = line.end
        }
        expect(text.slice(end)).toBe('')
      }),
    )
  })

  it('never begins a line with a closing mark or ends one with an opening mark', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 24, max: 56 }), fc.constantFrom(0, 0.4), (text, room, narrowing) => {
        const lines = break_(text, room, narrowing)
        for (const line of lines.slice(1)) expect(mayNotBeginLine(graphemes(line)[0]?.text ?? '')).toBe(false)
        for (const line of lines.slice(0, -1)) expect(mayNotEndLine(graphemes(line).at(-1)?.text ?? '')).toBe(false)
      }),
    )
  })

  it('never splits a word or a number', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 24, max: 56 }), (text, room) => {
        const words = text.match(/[A-Za-z0-9,.]+/g) ?? []
        const whole = break_(text, room).flatMap((line) => line.match(/[A-Za-z0-9,.]+/g) ?? [])
        expect(whole).toEqual(words)
      }),
    )
  })

  it('keeps every line within its room, apart from what narrowed marks give', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 24, max: 56 }), fc.constantFrom(0, 0.4), (text, room, narrowing) => {
        for (const line of breakLines(text, { widthOf, room: () => room, narrowing })) {
          const marks = graphemes(text.slice(line.start, line.end)).filter((unit) => isHalfBlank(unit.text)).length
          expect(line.width).toBeLessThanOrEqual(room + marks * 2 * narrowing + 1e-9)
        }
      }),
    )
  })

  it('fills each line: what begins the next line would not have fitted', () => {
    fc.assert(
      fc.property(fc.array(han, { minLength: 1 }), fc.integer({ min: 10, max: 56 }), (characters, room) => {
        const lines = break_(characters.join(''), room)
        for (const line of lines.slice(0, -1)) expect([...line].length).toBe(Math.floor(room / 2))
      }),
    )
  })

  it('keeps a number with its unit, the year in its brackets and the serial of a document number', () => {
    expect(break_('罚款人民币200000元整', 16)).toEqual(['罚款人民币', '200000元整'])
    expect(break_('沅环法审〔2026〕12号', 14)).toEqual(['沅环法审', '〔2026〕12号'])
    expect(break_('依照行政处罚法第58条', 17)).toEqual(['依照行政处罚法', '第58条'])
  })

  it('still breaks a number from its unit where they cannot both stand on a line', () => {
    expect(break_('1234567890元', 11)).toEqual(['1234567890', '元'])
  })

  it('breaks a word that is longer than a line rather than running over the edge', () => {
    expect(break_('0123456789abcdef', 10)).toEqual(['0123456789', 'abcdef'])
  })

  it('narrows marks to let a full stop still onto the line instead of pulling a character down with it', () => {
    expect(break_('一二三，四五六。七八', 14)).toEqual(['一二三，四五', '六。七八'])
    expect(break_('一二三，四五六。七八', 15, 0.4)).toEqual(['一二三，四五六。', '七八'])
  })

  it('keeps typed line breaks, and an empty text is one empty line', () => {
    expect(break_('甲\n\n乙', 10)).toEqual(['甲', '', '乙'])
    expect(break_('', 10)).toEqual([''])
  })

  it('takes a rare character of two code units and one with a variation selector as one', () => {
    expect(break_('𠮷𠮷𠮷', 4)).toEqual(['𠮷𠮷', '𠮷'])
    expect(graphemes('葛󠄀城').map((unit) => unit.text)).toEqual(['葛󠄀', '城'])
  })
})
