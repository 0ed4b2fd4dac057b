/** A page of a TIFF that was fed sideways, upside down or from behind is shown upright, as it is recognised. */
import { expect, it } from 'vitest'
import { upright } from '../../../src/renderer/materials/viewer/tiff-orientation.ts'

/** Each pixel a letter; read row by row. */
const picture = (...rows: readonly string[]) => ({
  width: rows[0]!.length,
  height: rows.length,
  rgba: new Uint8ClampedArray(rows.join('').split('').flatMap((letter) => [letter.charCodeAt(0), 0, 0, 255])),
})
const rows = ({ width, height, rgba }: ReturnType<typeof picture>): string[] =>
  Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_one, x) => String.fromCharCode(rgba[(y * width + x) * 4] ?? 0)).join(''))

/** "ABC" over "DEF", as a file stores it under each value of the tag. */
it.each([
  [1, ['ABC', 'DEF']],
  [2, ['CBA', 'FED']],
  [3, ['FED', 'CBA']],
  [4, ['DEF', 'ABC']],
  [5, ['AD', 'BE', 'CF']],
  [6, ['CF', 'BE', 'AD']],
  [7, ['FC', 'EB', 'DA']],
  [8, ['DA', 'EB', 'FC']],
  // no value of the tag
  [9, ['ABC', 'DEF']],
] as const)('orientation %i', (orientation, stored) => {
  expect(rows(upright(picture(...stored), orientation))).toEqual(['ABC', 'DEF'])
})
