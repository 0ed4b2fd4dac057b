/** How the places of words are kept: nothing lost, little room, and nothing taken from bytes that cannot be right. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_PLACES, packedPlaces, unpackedPlaces, type PlacedRun, type WordPlaces } from '../../../src/shared/intake/word-places.ts'

const PARTS = 10_000
const run = (start: number, end: number, x = 0.1, y = 0.1, width = 0.2, height = 0.02): PlacedRun => ({ start, end, x, y, width, height })

/** Lines of a page, in whole parts, as they come from a scan. */
const places = fc
  .array(
    fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 60 }), x: fc.nat(PARTS - 1), y: fc.nat(PARTS - 1), width: fc.integer({ min: 1, max: PARTS }), height: fc.integer({ min: 1, max: 400 }) }),
    { maxLength: 80 },
  )
  .map((lines) => {
    let at = 0
    return lines.map(({ gap, length, x, y, width, height }): PlacedRun => {
      const start = at + gap
      at = start + length
      return { start, end: at, x: x / PARTS, y: y / PARTS, width: Math.min(width, PARTS - x) / PARTS, height: Math.min(height, PARTS - y) / PARTS }
    })
  })
const slants = fc.integer({ min: -400, max: 400 }).map((parts) => parts / 100)

describe('places of words', () => {
  it('are the same again after they were kept', () => {
    fc.assert(
      fc.property(places, slants, fc.nat(50), (runs, slant, more) => {
        const length = (runs.at(-1)?.end ?? 0) + more
        expect(unpackedPlaces(packedPlaces({ slant, runs }, length), length)).toEqual({ slant, runs })
      }),
    )
  })

  it('of a full page take a small part of what its text takes', () => {
    const runs = Array.from({ length: 40 }, (_, line) => run(line * 36, line * 36 + 35, 0.12, 0.08 + line * 0.021, 0.76, 0.016))
    expect(packedPlaces({ slant: 0.7, runs }, 1440).length).toBeLessThan(400)
  })

  it('are not taken from bytes of another text, of another version, cut off or with something behind', () => {
    const bytes = packedPlaces({ slant: 0, runs: [run(0, 4), run(5, 9, 0.1, 0.2)] }, 10)
    expect(unpackedPlaces(bytes, 10)?.runs).toHaveLength(2)
    expect(unpackedPlaces(bytes, 11)).toBeNull()
    expect(unpackedPlaces(Uint8Array.from([2, ...bytes.slice(1)]), 10)).toBeNull()
    for (let length = 0; length < bytes.length; length += 1) expect(unpackedPlaces(bytes.subarray(0, length), 10)).toBeNull()
    expect(unpackedPlaces(Uint8Array.from([...bytes, 0]), 10)).toBeNull()
  })

  it('from any bytes lie on the page and in the text, one behind the other, or there are none', () => {
    const headed = fc.tuple(fc.uint8Array({ maxLength: 60 }), fc.boolean()).map(([bytes, head]) => (head ? Uint8Array.from([1, 100, 0, 3, ...bytes]) : bytes))
    fc.assert(
      fc.property(headed, (bytes) => {
        const found: WordPlaces | null = unpackedPlaces(bytes, 100)
        if (found === null) return
        expect(Math.abs(found.slant)).toBeLessThanOrEqual(45)
        let end = 0
        for (const one of found.runs) {
          expect(one.start).toBeGreaterThanOrEqual(end)
          expect(one.end).toBeGreaterThan(one.start)
          expect(one.end).toBeLessThanOrEqual(100)
          for (const [from, size] of [[one.x, one.width], [one.y, one.height]] as const) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(size).toBeGreaterThan(0)
            expect(from + size).toBeLessThanOrEqual(1 + 1e-9)
          }
          end = one.end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('that stick out of the page are cut off, and nonsense is left out', () => {
    const kept = (...runs: PlacedRun[]) => unpackedPlaces(packedPlaces({ slant: 0, runs }, 20), 20)?.runs
    expect(kept(run(0, 4, -0.1, 0.5, 0.3, 0.1))).toEqual([run(0, 4, 0, 0.5, 0.2, 0.1)])
    expect(kept(run(0, 4, 0.9, 0.95, 0.5, 0.5))).toEqual([run(0, 4, 0.9, 0.95, 0.1, 0.05)])
    const sound = run(4, 8)
    for (const nonsense of [run(0, 4, 1.2), run(0, 4, Number.NaN), run(0, 4, 0.1, 0.1, -0.2), run(0, 4, 0.1, 0.1, 0.2, 0), run(3, 3), run(2, 1)]) expect(kept(nonsense, sound)).toEqual([sound])
    expect(kept(sound, run(6, 9), run(18, 21))).toEqual([sound])
  })

  it('of a page without words, or with a slant that is none, are kept as such', () => {
    expect(unpackedPlaces(packedPlaces(NO_PLACES, 7), 7)).toEqual(NO_PLACES)
    expect(unpackedPlaces(packedPlaces({ slant: Number.NaN, runs: [] }, 7), 7)?.slant).toBe(0)
    expect(unpackedPlaces(packedPlaces({ slant: 400, runs: [] }, 7), 7)?.slant).toBe(45)
  })
})
