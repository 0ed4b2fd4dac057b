import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentTo, draw, faultOfDraw, type Sha256Function } from '../../../src/shared/assignment/draw.ts'
import type { CaseId, PersonId } from '../../../src/shared/values/values.ts'

const sha256: Sha256Function = (bytes) => createHash('sha256').update(bytes).digest()
const CASE = '0190a000-0000-7000-8000-0000000000c1' as CaseId
const person = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}` as PersonId
const people = (count: number) => Array.from({ length: count }, (_, n) => person(n))
const seedOf = (n: number) => createHash('sha256').update(`seed ${n}`).digest('hex')

const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const eligible = fc.uniqueArray(fc.nat(999), { minLength: 1, maxLength: 20 }).map((numbers) => numbers.map(person))

describe('the draw', () => {
  it('can be computed by anybody from the description alone', () => {
    const ids = people(5)
    const text = `fashen-draw-1\n${'ab'.repeat(32)}\n${CASE}\n2\n0\n${ids.join('\n')}\n`
    const first = createHash('sha256').update(text, 'utf8').digest().readUIntBE(0, 6)
    const record = draw({ seed: 'ab'.repeat(32), caseId: CASE, round: 2, eligible: ids }, sha256)
    expect(record.drawn).toBe(ids[first % 5])
    expect(record.commitment).toBe(createHash('sha256').update(Buffer.from('ab'.repeat(32), 'hex')).digest('hex'))
  })

  it('draws one of those who stand in it, the same again, and in whatever order they are named', () => {
    fc.assert(fc.property(seed, eligible, fc.integer({ min: 1, max: 9 }), (one, ids, round) => {
      const record = draw({ seed: one, caseId: CASE, round, eligible: ids }, sha256)
      expect(ids).toContain(record.drawn)
      expect(draw({ seed: one, caseId: CASE, round, eligible: ids.toReversed() }, sha256)).toEqual(record)
      expect(draw({ seed: one, caseId: CASE, round, eligible: [...ids, ...ids] }, sha256)).toEqual(record)
      expect(faultOfDraw(record, sha256)).toBeNull()
    }))
  })

  it('gives everybody the same chance', () => {
    // 99.9th percentile of chi-square with 6 degrees of freedom; the seeds are fixed, so the outcome is too.
    const ids = people(7)
    const counts = new Map(ids.map((one) => [one, 0]))
    const draws = 7000
    for (let n = 0; n < draws; n += 1) {
      const { drawn } = draw({ seed: seedOf(n), caseId: CASE, round: 1, eligible: ids }, sha256)
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1)
    }
    const expected = draws / ids.length
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(counts.size).toBe(7)
    expect(chiSquare).toBeLessThan(22.46)
  })

  it('draws again where the first number would favour somebody', () => {
    const high = new Uint8Array(32).fill(0xff)
    const asked: string[] = []
    const rigged: Sha256Function = (bytes) => {
      const text = new TextDecoder().decode(bytes)
      if (!text.startsWith('fashen-draw-1')) return sha256(bytes)
      asked.push(text.split('\n')[4] ?? '')
      return text.split('\n')[4] === '0' ? high : new Uint8Array(32).fill(1)
    }
    // 2^48 is no multiple of 3: the highest number is left over.
    const { drawn } = draw({ seed: seedOf(1), caseId: CASE, round: 1, eligible: people(3) }, rigged)
    expect(asked).toEqual(['0', '1'])
    expect(drawn).toBe(person(0x010101010101 % 3))
  })

  it('depends on the case and the round, not on the seed alone', () => {
    const ids = people(50)
    const input = { seed: seedOf(2), caseId: CASE, eligible: ids }
    const results = [1, 2, 3, 4, 5, 6].map((round) => draw({ ...input, round }, sha256).drawn)
    expect(new Set(results).size).toBeGreaterThan(1)
  })

  it('shows a record that somebody touched', () => {
    const record = draw({ seed: seedOf(3), caseId: CASE, round: 1, eligible: people(9) }, sha256)
    const other = record.eligible.find((one) => one !== record.drawn) ?? record.drawn
    expect(faultOfDraw({ ...record, drawn: other }, sha256)).toBe('drawn')
    expect(faultOfDraw({ ...record, seed: seedOf(4) }, sha256)).toBe('commitment')
    expect(faultOfDraw({ ...record, commitment: commitmentTo(seedOf(4), sha256) }, sha256)).toBe('commitment')
    expect(faultOfDraw({ ...record, seed: 'short' }, sha256)).toBe('malformed')
    expect(faultOfDraw({ ...record, eligible: [] }, sha256)).toBe('malformed')
    const others = record.eligible.filter((one) => one !== record.drawn)
    expect(faultOfDraw({ ...record, eligible: others }, sha256)).toBe('drawn')
  })

  it('refuses to draw from nobody or with a seed that is none', () => {
    const input = { seed: seedOf(1), caseId: CASE, round: 1, eligible: people(2) }
    expect(() => draw({ ...input, eligible: [] }, sha256)).toThrow(RangeError)
    expect(() => draw({ ...input, seed: 'AB'.repeat(32) }, sha256)).toThrow(RangeError)
  })
})
