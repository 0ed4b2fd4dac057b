/**
 * Unified social credit code (统一社会信用代码), GB 32100-2015: registering department (1), kind of organisation (1),
 * administrative division of registration (6), organisation code (组织机构代码, GB 11714, 9), check character (1).
 *
 * The check is a sum modulo the prime 31 with weights 3^i, and the 31 characters have different values: every change
 * of one character and every swap of two neighbours that differ is found.
 */
import { isKnownProvince } from './divisions.ts'
import { normaliseIdentifier } from './normalise.ts'

/** Without I, O, S, V, Z. A character's value is its place. */
export const SOCIAL_CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Codes of bodies registered by a national department. */
const NATIONAL_DIVISION = '100000'

export type SocialCreditCodeCheck =
  | {
      readonly ok: true
      readonly code: string
      /** First character: the department that registered the body (登记管理部门). */
      readonly department: string
      /** Second character: the kind of body within that department (机构类别). */
      readonly category: string
      readonly division: string
      /** Nine characters, the last one its own check. */
      readonly organisationCode: string
    }
  | { readonly ok: false; readonly problem: 'length'; readonly length: number; readonly expected: number }
  /** `position` counts from 1. */
  | { readonly ok: false; readonly problem: 'character'; readonly position: number; readonly character: string }
  | { readonly ok: false; readonly problem: 'division'; readonly division: string }
  | { readonly ok: false; readonly problem: 'checksum'; readonly expected: string; readonly found: string }
  | { readonly ok: false; readonly problem: 'organisationCode'; readonly expected: string; readonly found: string }

function weightedSum(text: string, weights: readonly number[], valueOf: (character: string) => number): number {
  return weights.reduce((sum, weight, place) => sum + weight * valueOf(text.charAt(place)), 0)
}

/** Check character for the first 17 characters, which must be of the alphabet. */
export function socialCreditCheckCharacter(first17: string): string {
  const sum = weightedSum(first17, WEIGHTS, (character) => SOCIAL_CREDIT_ALPHABET.indexOf(character))
  return SOCIAL_CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** Check character of an organisation code for its first 8 characters, 0-9 and A-Z (GB 11714): 0-9 or X. */
export function organisationCheckCharacter(first8: string): string {
  const sum = weightedSum(first8, ORGANISATION_WEIGHTS, (character) => Number.parseInt(character, 36))
  return '0123456789X'.charAt((11 - (sum % 11)) % 11)
}

/** Checks a code as typed; normalises it first. The first problem found is told. */
export function checkSocialCreditCode(text: string): SocialCreditCodeCheck {
  const code = normaliseIdentifier(text)
  const characters = [...code]
  if (characters.length !== LENGTH) {
    return { ok: false, problem: 'length', length: characters.length, expected: LENGTH }
  }
  const foreign = characters.findIndex(
    (character, place) =>
      !SOCIAL_CREDIT_ALPHABET.includes(character) || (place >= 2 && place < 8 && !/[0-9]/.test(character)),
  )
  if (foreign >= 0) {
    return { ok: false, problem: 'character', position: foreign + 1, character: characters[foreign] ?? '' }
  }
  const division = code.slice(2, 8)
  if (division !== NATIONAL_DIVISION && !isKnownProvince(division)) return { ok: false, problem: 'division', division }
  const expected = socialCreditCheckCharacter(code.slice(0, 17))
  if (code.charAt(17) !== expected) return { ok: false, problem: 'checksum', expected, found: code.charAt(17) }
  const organisationCode = code.slice(8, 17)
  const ownCheck = organisationCheckCharacter(organisationCode)
  if (organisationCode.charAt(8) !== ownCheck) {
    return { ok: false, problem: 'organisationCode', expected: ownCheck, found: organisationCode.charAt(8) }
  }
  return { ok: true, code, department: code.charAt(0), category: code.charAt(1), division, organisationCode }
}
