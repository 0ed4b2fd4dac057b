import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCharacters, fitting, limitInUnits } from '../../../src/renderer/ui/field-length.ts'

test('a rare Han character and an emoji count once, as the core counts them', () => {
  expect(countCharacters('𠮷野家😀')).toBe(4)
  expect(countCharacters('')).toBe(0)
})

/** What a browser lets somebody type at a place of a field: nothing that goes beyond the units that it was given. */
function typedInto(text: string, at: number, character: string, most: number): string {
  const before = [...text]
  const typed = [...before.slice(0, at), character, ...before.slice(at)].join('')
  return typed.length > limitInUnits(most, text) ? text : fitting(text, typed, most)
}

test('every character up to the limit can be typed, a rare one also as the last, and none beyond it', () => {
  const common = fc.constantFrom('甲', '乙', 'a')
  const rare = fc.constantFrom('𠮷', '😀')
  fc.assert(
    fc.property(fc.array(fc.oneof(common, rare), { maxLength: 9 }), fc.integer({ min: 1, max: 6 }), (characters, most) => {
      const text = characters.reduce((now, character) => typedInto(now, countCharacters(now), character, most), '')
      expect(text).toBe(characters.slice(0, most).join(''))
    }),
  )
  const full = '甲'.repeat(299)
  expect(typedInto(full, 299, '𠮷', 300)).toBe(`${full}𠮷`)
})

test('the last character may stand for a chosen one, also a rare one for a common one', () => {
  const rest = '甲'.repeat(299)
  const replaced = `${rest}𠮷`
  expect(replaced.length).toBeLessThanOrEqual(limitInUnits(300, `${rest}乙`))
  expect(fitting(`${rest}乙`, replaced, 300)).toBe(replaced)
})

test('what goes beyond the limit is left out where it was typed: nothing that stood there before is lost', () => {
  expect(fitting('甲乙丙', '甲丁乙丙', 3)).toBe('甲乙丙')
  expect(fitting('甲乙', '甲丁戊乙', 3)).toBe('甲丁乙')
  expect(fitting('甲甲', '甲甲甲', 2)).toBe('甲甲')
  expect(fitting('', '甲乙丙丁', 3)).toBe('甲乙丙')
  // a text from before the limit was what it is
  expect(fitting('甲乙丙丁', '甲乙丙', 2)).toBe('甲乙丙')
  expect(fitting('甲乙丙丁', '甲乙丙丁', 2)).toBe('甲乙丙丁')
})
