import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkSocialCreditCode,
  organisationCheckCharacter,
  SOCIAL_CREDIT_ALPHABET,
  socialCreditCheckCharacter,
} from '../../../src/shared/identifiers/social-credit-code.ts'

const VALID = '91350100M000100Y43'

/** Any valid code: department, kind, province with six digits, organisation code with its check, check. */
const validCode = fc
  .tuple(
    fc.constantFrom(...'1359ANY'),
    fc.constantFrom(...'1239'),
    fc.constantFrom('11', '35', '44', '65', '50'),
    fc.integer({ min: 0, max: 9999 }),
    fc.array(fc.constantFrom(...SOCIAL_CREDIT_ALPHABET), { minLength: 8, maxLength: 8 }),
  )
  .map(([department, category, province, place, body]) => {
    const organisation = body.join('')
    const first17 =
      department +
      category +
      province +
      String(place).padStart(4, '0') +
      organisation +
      organisationCheckCharacter(organisation)
    return first17 + socialCreditCheckCharacter(first17)
  })

describe('a unified social credit code', () => {
  it('has the check character of the standard’s example', () => {
    expect(socialCreditCheckCharacter('91350100M000100Y4')).toBe('3')
    expect(organisationCheckCharacter('M000100Y')).toBe('4')
  })

  it('is decoded into its parts', () => {
    expect(checkSocialCreditCode(VALID)).toEqual({
      ok: true, code: VALID, department: '9', category: '1', division: '350100', organisationCode: 'M000100Y4',
    })
  })

  it('is read from full-width, lower-case and spaced text', () => {
    for (const text of ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100m000100y43', ' 9135 0100\u3000M000 100Y\u200b43\n']) {
      expect(checkSocialCreditCode(text)).toMatchObject({ ok: true, code: VALID })
    }
  })

  it.each([
    ['', { problem: 'length', length: 0, expected: 18 }],
    ['1350100M000100Y43', { problem: 'length', length: 17, expected: 18 }],
    ['91350100MO00100Y43', { problem: 'character', position: 10, character: 'O' }],
    ['91350100M000100Y4🙂', { problem: 'character', position: 18, character: '🙂' }],
    ['9135A100M000100Y43', { problem: 'character', position: 5, character: 'A' }],
    ['91990100M000100Y43', { problem: 'division', division: '990100' }],
    ['91350100M000100Y44', { problem: 'checksum', expected: '3', found: '4' }],
  ])('%j: tells what is wrong', (text, problem) => {
    expect(checkSocialCreditCode(text)).toEqual({ ok: false, ...problem })
  })

  it('finds an organisation code that fails its own check although the whole passes', () => {
    const first17 = '91350100M000100Y5'
    expect(checkSocialCreditCode(first17 + socialCreditCheckCharacter(first17))).toEqual({
      ok: false, problem: 'organisationCode', expected: '4', found: '5',
    })
  })

  it('accepts bodies registered by a national department', () => {
    const first17 = '91100000M000100Y4'
    const code = first17 + socialCreditCheckCharacter(first17)
    expect(checkSocialCreditCode(code)).toMatchObject({ ok: true, division: '100000' })
  })

  it('passes whenever it is made by the rule', () => {
    fc.assert(fc.property(validCode, (code) => {
      expect(checkSocialCreditCode(code)).toMatchObject({ ok: true, code })
    }))
  })

  it('finds every change of a single character: 31 is prime and all values differ', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.constantFrom(...SOCIAL_CREDIT_ALPHABET), (code, place, other) => {
        fc.pre(code[place] !== other)
        expect(checkSocialCreditCode(code.slice(0, place) + other + code.slice(place + 1)).ok).toBe(false)
      }),
    )
  })

  it('finds every single change in the check sum alone, all 18 × 30 of them', () => {
    for (let place = 0; place < 18; place += 1) {
      for (const other of SOCIAL_CREDIT_ALPHABET) {
        if (other === VALID[place]) continue
        const changed = VALID.slice(0, place) + other + VALID.slice(place + 1)
        expect(socialCreditCheckCharacter(changed.slice(0, 17)), changed).not.toBe(changed[17])
      }
    }
  })

  it('finds every swap of two neighbours that differ', () => {
    fc.assert(
      fc.property(validCode, fc.nat(16), (code, place) => {
        fc.pre(code[place] !== code[place + 1])
        const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2)
        expect(checkSocialCreditCode(swapped).ok).toBe(false)
      }),
    )
  })

  it('refuses any other text without failing', () => {
    const any = fc.string({ unit: 'grapheme-composite', maxLength: 40 }).filter((text) => text.length !== 18)
    fc.assert(fc.property(any, (text) => {
      expect(checkSocialCreditCode(text).ok).toBe(false)
    }))
  })
})
