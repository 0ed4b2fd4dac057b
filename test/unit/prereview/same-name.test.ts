import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../src/shared/prereview/rules/same-name.ts'

describe('comparing names across documents', () => {
  it.each([
    ['清川县碧波印染有限公司', '清川县碧波印染有限公司（盖章）', 'same'],
    ['清川（上海）贸易有限公司', '清川(上海)贸易有限公司', 'same'],
    ['顺发粮油店（个体工商户）', '顺 发 粮 油 店', 'same'],
    ['张某某', '张小三', 'same'],
    ['张三', '张山', 'similar'],
    ['清川县碧波印染有限公司', '碧波印染有限公司', 'similar'],
    ['清川县碧波印染有限公司', '江原市宏远建材有限公司', 'different'],
    ['田禾', '白露', 'different'],
    ['', '白露', 'different'],
  ] as const)('%s and %s: %s', (one, other, expected) => {
    expect(compareNames(one, other)).toBe(expected)
  })

  it('gives the same answer both ways round', () => {
    const name = fc.string({ unit: fc.constantFrom(...'张王李三四五某（）公司店'), maxLength: 12 })
    fc.assert(fc.property(name, name, (one, other) => compareNames(one, other) === compareNames(other, one)))
  })
})
