/** The random sample: recomputed by anybody from its record, fair, and telling when something was changed. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Sha256Function } from '../../../src/shared/assignment/draw.ts'
import { drawSample, faultOfSample } from '../../../src/shared/evaluation/sample.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'

const sha256: Sha256Function = (bytes) => createHash('sha256').update(bytes).digest()
const idOf = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}` as CaseId
const ids = (count: number) => Array.from({ length: count }, (_, n) => idOf(n))
const ABOUT = '0190a000-0000-7000-8000-0000000000e1'
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))

it('can be computed by anybody from the description alone', () => {
  const one = 'cd'.repeat(32)
  const record = drawSample({ seed: one, about: ABOUT, population: ids(5).toReversed(), size: 2 }, sha256)
  const hash = createHash('sha256').update(ids(5).map((id) => `${id}\n`).join('')).digest('hex')
  const left = [...ids(5)]
  const drawn: CaseId[] = []
  for (const place of [0, 1]) {
    const text = `fashen-sample-1\n${one}\n${ABOUT}\n${place}\n0\n${hash}\n`
    const index = place + (createHash('sha256').update(text).digest().readUIntBE(0, 6) % (5 - place))
    const [here, there] = [left[place], left[index]]
    if (here === undefined || there === undefined) throw new Error('outside')
    left[place] = there
    left[index] = here
    drawn.push(there)
  }
  expect(record).toMatchObject({ populationHash: hash, populationSize: 5, drawn })
})

it('draws so many different cases of the population, the same again, in whatever order they are given', () => {
  fc.assert(fc.property(seed, fc.integer({ min: 1, max: 60 }), fc.nat(1000), (one, count, wanted) => {
    const [population, size] = [ids(count), 1 + (wanted % count)]
    const record = drawSample({ seed: one, about: ABOUT, population, size }, sha256)
    expect(new Set(record.drawn).size).toBe(size)
    expect(record.drawn.every((id) => population.includes(id))).toBe(true)
    expect(drawSample({ seed: one, about: ABOUT, population: population.toReversed(), size }, sha256)).toEqual(record)
    expect(faultOfSample(record, ABOUT, population, sha256)).toBeNull()
  }))
})

it('gives each case the same chance', () => {
  // 99.9th percentile of chi-square with 9 degrees of freedom; the seeds are fixed, so the outcome is too
  const counts = new Map(ids(10).map((id) => [id, 0]))
  for (let n = 0; n < 2000; n += 1) {
    const one = createHash('sha256').update(`seed ${n}`).digest('hex')
    for (const id of drawSample({ seed: one, about: ABOUT, population: ids(10), size: 3 }, sha256).drawn) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const expected = 600
  expect([...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)).toBeLessThan(27.88)
})

it('tells a changed seed, sample or population', () => {
  const population = ids(20)
  const record = drawSample({ seed: 'ab'.repeat(32), about: ABOUT, population, size: 4 }, sha256)
  const fault = (change: object, all = population, about = ABOUT) => faultOfSample({ ...record, ...change }, about, all, sha256)
  expect(fault({ seed: 'ac'.repeat(32) })).toBe('commitment')
  expect(fault({ seed: 'x' })).toBe('malformed')
  expect(fault({ drawn: [...record.drawn].reverse() })).toBe('drawn')
  expect(fault({}, ids(19))).toBe('population')
  expect(fault({}, [...ids(19), idOf(99)])).toBe('population')
  expect(fault({}, population, ABOUT.replace('e1', 'e2'))).toBe('drawn')
})

it('larger than the population is refused', () => {
  expect(() => drawSample({ seed: 'ab'.repeat(32), about: ABOUT, population: ids(3), size: 4 }, sha256)).toThrow(RangeError)
  expect(() => drawSample({ seed: 'ab'.repeat(32), about: ABOUT, population: ids(3), size: 0 }, sha256)).toThrow(RangeError)
})
