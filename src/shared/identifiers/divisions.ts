/** Provincial level of the administrative division codes (行政区划代码, GB/T 2260): the first two digits. */

const PROVINCES = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'
  ).split(' '),
)

/** Whether a division code begins with a provincial code. Below that level the table changes every year. */
export function isKnownProvince(division: string): boolean {
  return PROVINCES.has(division.slice(0, 2))
}
