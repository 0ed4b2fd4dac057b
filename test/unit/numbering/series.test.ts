import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkSeries,
  issueSerial,
  nextSerial,
  reserveNext,
  voidSerial,
  type SeriesEntry,
} from '../../../src/shared/numbering/series.ts'

const issued = (serial: number): SeriesEntry => ({ serial, state: 'issued', reason: null })
const SOUND = { gaps: [], duplicates: [], voidWithoutReason: [] }

describe('a series of numbers', () => {
  it('begins with 1 and goes on after the highest', () => {
    expect(nextSerial([])).toBe(1)
    expect(nextSerial([issued(1), issued(2)])).toBe(3)
  })

  it('does not give a void number again, even the last one', () => {
    const one = reserveNext([])
    const voided = voidSerial(one, 1, '退回修改')
    expect(voided).toEqual({ ok: true, entries: [{ serial: 1, state: 'void', reason: '退回修改' }] })
    expect(voided.ok && nextSerial(voided.entries)).toBe(2)
  })

  it('changes only what is reserved, and voids only with a reason', () => {
    expect(voidSerial([issued(1)], 1, '误')).toEqual({ ok: false, problem: 'notReserved' })
    expect(issueSerial([issued(1)], 1)).toEqual({ ok: false, problem: 'notReserved' })
    expect(issueSerial([], 1)).toEqual({ ok: false, problem: 'notReserved' })
    expect(voidSerial(reserveNext([]), 1, '  ')).toEqual({ ok: false, problem: 'noReason' })
  })

  it('reports gaps as runs, duplicates once, and void numbers without a reason', () => {
    expect(checkSeries([issued(1), issued(2)])).toEqual(SOUND)
    const unexplained: SeriesEntry = { serial: 4, state: 'void', reason: ' ' }
    expect(checkSeries([issued(9), issued(3), issued(3), issued(3), unexplained])).toEqual({
      gaps: [{ from: 1, to: 2 }, { from: 5, to: 8 }],
      duplicates: [3],
      voidWithoutReason: [4],
    })
    expect(checkSeries([issued(999_999_999)]).gaps).toEqual([{ from: 1, to: 999_999_998 }])
  })

  it('never reuses and never leaves out a number, whatever is reserved, issued and voided', () => {
    const act = fc.record({ kind: fc.constantFrom('reserve', 'issue', 'void'), pick: fc.nat(30) })
    fc.assert(fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
      let entries: readonly SeriesEntry[] = []
      const given: number[] = []
      for (const { kind, pick } of acts) {
        if (kind === 'reserve') {
          given.push(nextSerial(entries))
          entries = reserveNext(entries)
          continue
        }
        const change = kind === 'issue' ? issueSerial(entries, pick) : voidSerial(entries, pick, '理由')
        const settled = entries.filter(({ state }) => state !== 'reserved')
        if (change.ok) entries = change.entries
        for (const one of settled) expect(entries).toContainEqual(one)
      }
      expect(given).toEqual(given.map((_, index) => index + 1))
      expect(checkSeries(entries)).toEqual(SOUND)
    }))
  })

  it('finds any single number taken out of the middle or given twice', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (length, pick) => {
      const whole = Array.from({ length }, (_, index) => issued(index + 1))
      const middle = pick % (length - 1)
      expect(checkSeries(whole.toSpliced(middle, 1)).gaps).toEqual([{ from: middle + 1, to: middle + 1 }])
      expect(checkSeries([...whole, issued(middle + 1)]).duplicates).toEqual([middle + 1])
    }))
  })
})
