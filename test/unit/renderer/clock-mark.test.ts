/** A clock that was set back is told; one that differs by moments is not. */
import { expect, test } from 'vitest'
import { isSetBack } from '../../../src/renderer/app/clock-mark.tsx'
import { isoInstant } from '../../../src/shared/values/values.ts'

const at = new Date('2026-11-22T08:00:00.000Z')
const minutes = (count: number): number => at.getTime() + count * 60_000

test.each([
  ['an hour later', 60, false],
  ['in the same minute', 0, false],
  ['four minutes earlier, as two clocks may differ', -4, false],
  ['six minutes earlier', -6, true],
  ['a year earlier', -525_600, true],
])('%s', (_name, passed, told) => {
  expect(isSetBack(isoInstant(at), minutes(passed))).toBe(told)
})

test('nothing is told before the first act', () => {
  expect(isSetBack(null, 0)).toBe(false)
})
