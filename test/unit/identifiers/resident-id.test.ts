import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseIdentifier } from '../../../src/shared/identifiers/normalise.ts'
import { checkResidentId, residentIdCheckCharacter } from '../../../src/shared/identifiers/resident-id.ts'

const TODAY = '2026-07-01'
const VALID = '11010519491231002X'

const validId = fc
  .tuple(
    fc.constantFrom('110105', '440305', '659001', '810000', '830000'),
    fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-06-30T00:00:00Z'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([division, born, sequence]) => {
    const first17 = division + born.toISOString().slice(0, 10).replaceAll('-', '') + String(sequence).padStart(3, '0')
    return first17 + residentIdCheckCharacter(first17)
  })

const check = (text: string) => checkResidentId(text, TODAY)

describe('a citizen identification number', () => {
  it('is decoded into division, birth and sex', () => {
    expect(check(VALID)).toEqual({
      ok: true, code: VALID, division: '110105', birthDate: '1949-12-31', sex: 'female',
    })
    expect(residentIdCheckCharacter('11010519491231002')).toBe('X')
  })

  it('is read from full-width, lower-case and spaced text', () => {
    expect(check('１１０１０５ 19491231 002x')).toMatchObject({ ok: true, code: VALID })
  })

  it('tells what is wrong', () => {
    expect(check('110105491231002')).toEqual({ ok: false, problem: 'length', length: 15, expected: 18 })
    expect(check('1101051949123100XX')).toEqual({ ok: false, problem: 'character', position: 17, character: 'X' })
    expect(check('99010519491231002X')).toEqual({ ok: false, problem: 'division', division: '990105' })
    expect(check('11010519490229002X')).toEqual({ ok: false, problem: 'date', date: '1949-02-29' })
    expect(check('11010519491331002X')).toMatchObject({ problem: 'date' })
    expect(check('110105202612310020')).toEqual({ ok: false, problem: 'date', date: '2026-12-31' })
    expect(check('110105194912310021')).toEqual({ ok: false, problem: 'checksum', expected: 'X', found: '1' })
  })

  it('passes whenever it is made by the rule, whoever was born when', () => {
    fc.assert(fc.property(validId, (id) => {
      const decoded = check(id)
      expect(decoded).toMatchObject({ ok: true, code: id, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female' })
    }))
  })

  it('finds every change of a single character: 11 is prime and no weight is a multiple of it', () => {
    fc.assert(fc.property(validId, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, place, other) => {
      fc.pre(id[place] !== other)
      expect(check(id.slice(0, place) + other + id.slice(place + 1)).ok).toBe(false)
    }))
  })

  it('finds every single change in the check sum alone', () => {
    for (let place = 0; place < 17; place += 1) {
      for (const other of '0123456789') {
        if (other === VALID[place]) continue
        expect(residentIdCheckCharacter(VALID.slice(0, place) + other + VALID.slice(place + 1, 17))).not.toBe('X')
      }
    }
  })

  it('finds every swap of two neighbours that differ', () => {
    fc.assert(fc.property(validId, fc.nat(16), (id, place) => {
      fc.pre(id[place] !== id[place + 1])
      const swapped = id.slice(0, place) + id[place + 1] + id[place] + id.slice(place + 2)
      expect(check(swapped).ok).toBe(false)
    }))
  })
})

describe('normalising', () => {
  it('changes nothing twice, and guesses nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 40 }), (text) => {
      expect(normaliseIdentifier(normaliseIdentifier(text))).toBe(normaliseIdentifier(text))
    }))
    expect(normaliseIdentifier('o0 i1')).toBe('O0I1')
  })
})
