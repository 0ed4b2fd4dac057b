import { expect, test } from 'vitest'
import { countCharacters, limitInUnits } from '../../../src/renderer/ui/field-length.ts'

test('a rare Han character and an emoji count once, as the core counts them', () => {
  expect(countCharacters('𠮷野家😀')).toBe(4)
  expect(countCharacters('')).toBe(0)
})

test('the limit that a browser is given grows with what it counts twice, so that 300 characters fit', () => {
  const name = '𠮷'.repeat(300)
  expect(limitInUnits(300, name)).toBe(name.length)
  expect(limitInUnits(300, '甲'.repeat(300))).toBe(300)
  expect(limitInUnits(300, '')).toBe(300)
})
