/**
 * Random legal histories keep every invariant. FASHEN_HISTORIES says how many (`npm run measure:histories` runs any number);
 * a failure names its seed, and FASHEN_HISTORY_SEED runs that batch again.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { runBatch } from '../../histories/run.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'

const BATCH = 6
const STEPS = 40
const wanted = Number(process.env['FASHEN_HISTORIES'] ?? 12)
const only = process.env['FASHEN_HISTORY_SEED']
const seeds = only === undefined ? Array.from({ length: Math.ceil(wanted / BATCH) }, (_, batch) => batch + 1) : [Number(only)]

afterAll(removeTemporaryFolders)

describe('random legal histories', () => {
  it.each(seeds)(
    'of seed %i keep every invariant, and come to the same when they are replayed',
    async (seed) => {
      const { counts, steps, entries } = await runBatch({ seed, histories: BATCH, steps: STEPS, replay: true })
      const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((total, n) => total + n, 0)
      // a run in which nothing happens, or nothing forbidden is tried, would prove nothing
      expect(sum(counts.done)).toBeGreaterThan(BATCH * 5)
      expect(sum(counts.illegal)).toBeGreaterThan(BATCH)
      expect(sum(counts.done) + sum(counts.refused) + sum(counts.illegal)).toBe(steps)
      expect(entries).toBeGreaterThan(sum(counts.done))
    },
    600_000,
  )
})
