/** Which characters of what was recognised are which of the text that was made of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignedCharacters } from '../../../src/main/intake/reading/aligned-text.ts'

const aligned = (source: string, target: string): string => [...alignedCharacters(source.split(''), target.split(''))].map((at) => (at < 0 ? '·' : source[at])).join('')

describe('two readings of a text', () => {
  it('are laid beside each other character by character', () => {
    expect(aligned('听证申请书', '听证申请书')).toBe('听证申请书')
    expect(aligned('“听证申请书', '听证申请书')).toBe('听证申请书')
    // what stands for another takes its place
    expect(aligned('处罚〈拟)决定', '处罚（拟）决定')).toBe('处罚〈拟)决定')
    expect(aligned('统社会信用', '统一社会信用')).toBe('统·社会信用')
    expect(aligned('', '听证')).toBe('··')
    expect(aligned('听证', '')).toBe('')
  })

  it('that have nothing in common give nothing', () => {
    expect(aligned('甲'.repeat(2000), '乙'.repeat(2000))).toBe('·'.repeat(2000))
  })

  it('keep their order, and every character that both have beside each other is found where little was changed', () => {
    const text = fc.array(fc.constantFrom(...'听证申请书罚款年月日一二三'), { minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(text, fc.nat(119), fc.constantFrom('甲', '乙丙', ''), (source, where, put) => {
        const at = where % source.length
        const target = [...source.slice(0, at), ...put.split(''), ...source.slice(at + 1)]
        const found = [...alignedCharacters(source, target)]
        const placed = found.filter((one) => one >= 0)
        expect(placed).toEqual(placed.toSorted((one, other) => one - other))
        const same = found.filter((one, index) => source[one] === target[index]).length
        expect(same).toBe(source.length - 1)
      }),
    )
  })
})
