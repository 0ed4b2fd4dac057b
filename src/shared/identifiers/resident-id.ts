/**
 * Citizen identification number (公民身份号码), GB 11643-1999: division (6), date of birth (8), sequence (3, odd for
 * men), check character (1).
 *
 * The check is a sum modulo the prime 11 (ISO 7064 MOD 11-2): every change of one character and every swap of two
 * neighbours that differ is found.
 */
import { isKnownProvince } from './divisions.ts'
import { normaliseIdentifier } from './normalise.ts'

const LENGTH = 18
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** Division of the residence permits of people of Taiwan (台湾居民居住证); 81 and 82 are among the provincial codes. */
const TAIWAN_RESIDENTS = '830000'

export type ResidentIdCheck =
  | {
      readonly ok: true
      readonly code: string
      readonly division: string
      /** `YYYY-MM-DD`; may lie before the earliest date that a case can have. */
      readonly birthDate: string
      readonly sex: 'male' | 'female'
    }
  | { readonly ok: false; readonly problem: 'length'; readonly length: number; readonly expected: number }
  /** `position` counts from 1. */
  | { readonly ok: false; readonly problem: 'character'; readonly position: number; readonly character: string }
  | { readonly ok: false; readonly problem: 'division'; readonly division: string }
  | { readonly ok: false; readonly problem: 'date'; readonly date: string }
  | { readonly ok: false; readonly problem: 'checksum'; readonly expected: string; readonly found: string }

/** Check character for the first 17 digits: 0-9 or X. */
export function residentIdCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/** A day of the calendar between 1850 and `latest`; both are strings of the same form, so they compare as text. */
function isBirthDate(date: string, latest: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return (
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === date &&
    date >= '1850-01-01' &&
    date <= latest
  )
}

/**
 * Checks a number as typed; normalises it first. The first problem found is told.
 * @param today a birth after this day (`YYYY-MM-DD`) is a problem
 */
export function checkResidentId(text: string, today: string): ResidentIdCheck {
  const code = normaliseIdentifier(text)
  const characters = [...code]
  if (characters.length !== LENGTH) {
    return { ok: false, problem: 'length', length: characters.length, expected: LENGTH }
  }
  const foreign = characters.findIndex(
    (character, place) => !/[0-9]/.test(character) && !(place === LENGTH - 1 && character === 'X'),
  )
  if (foreign >= 0) {
    return { ok: false, problem: 'character', position: foreign + 1, character: characters[foreign] ?? '' }
  }
  const division = code.slice(0, 6)
  if (division !== TAIWAN_RESIDENTS && !isKnownProvince(division)) return { ok: false, problem: 'division', division }
  const birthDate = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`
  if (!isBirthDate(birthDate, today)) return { ok: false, problem: 'date', date: birthDate }
  const expected = residentIdCheckCharacter(code.slice(0, 17))
  if (code.charAt(17) !== expected) return { ok: false, problem: 'checksum', expected, found: code.charAt(17) }
  return { ok: true, code, division, birthDate, sex: Number(code.charAt(16)) % 2 === 1 ? 'male' : 'female' }
}
