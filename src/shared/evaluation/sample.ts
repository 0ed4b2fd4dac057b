/**
 * The random sample (随机抽样) of the files to be evaluated, which anybody can draw again.
 *
 * 1. The ids of all cases of the period that meet the conditions are put in ascending order (the population, 总体). Its hash
 *    is SHA-256 over the ids, each ended by a line feed. A secret seed of 32 random bytes is made; its commitment
 *    `SHA-256(seed bytes)`, the hash and the size are recorded before the draw.
 * 2. For place i = 0, 1, … up to the size of the sample: for k = 0, 1, 2, … let h = SHA-256 of the lines
 *    `fashen-sample-1`, the seed, the id of the evaluation, i, k, the hash of the population, each ended by a line feed;
 *    the index is drawn from h among the n − i cases that are left exactly as in a draw of reviewers.
 * 3. The case at i + index changes places with the case at i, and stands in the sample.
 * 4. The seed is recorded with the result.
 */
import { commitmentTo, unbiasedIndex, type Sha256Function } from '../assignment/draw.ts'
import type { CaseId } from '../values/values.ts'

export interface SampleInput {
  /** 64 lower-case hex digits. */
  readonly seed: string
  /** The id of the evaluation. */
  readonly about: string
  /** In any order; each once. */
  readonly population: readonly CaseId[]
  readonly size: number
}

export interface SampleRecord {
  readonly seed: string
  readonly commitment: string
  readonly populationHash: string
  readonly populationSize: number
  /** In the order in which they were drawn. */
  readonly drawn: readonly CaseId[]
}

export type SampleFault = 'malformed' | 'commitment' | 'population' | 'drawn'

const DOMAIN = 'fashen-sample-1'
const SEED = /^[0-9a-f]{64}$/

/** SHA-256 over the ids in ascending order, each ended by a line feed; lower-case hex. */
export function populationHash(population: readonly CaseId[], sha256: Sha256Function): string {
  const text = [...population].sort().map((id) => `${id}\n`).join('')
  return Array.from(sha256(new TextEncoder().encode(text)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Throws `RangeError` for a size below one or above the population. */
export function drawSample({ seed, about, population, size }: SampleInput, sha256: Sha256Function): SampleRecord {
  const ids = [...new Set(population)].sort()
  if (size < 1 || size > ids.length) throw new RangeError(`a sample of ${size} cannot be drawn from ${ids.length}`)
  const hash = populationHash(ids, sha256)
  for (let place = 0; place < size; place += 1) {
    const lines = (attempt: number): string[] => [DOMAIN, seed, about, String(place), String(attempt), hash]
    const other = place + unbiasedIndex(lines, ids.length - place, sha256)
    const [here, there] = [ids[place], ids[other]]
    if (here === undefined || there === undefined) throw new RangeError('the index lies outside the population')
    ids[place] = there
    ids[other] = here
  }
  return { seed, commitment: commitmentTo(seed, sha256), populationHash: hash, populationSize: ids.length, drawn: ids.slice(0, size) }
}

/** Draws a recorded sample again; null if it is sound. */
export function faultOfSample(record: SampleRecord, about: string, population: readonly CaseId[], sha256: Sha256Function): SampleFault | null {
  if (!SEED.test(record.seed) || record.drawn.length < 1) return 'malformed'
  if (commitmentTo(record.seed, sha256) !== record.commitment) return 'commitment'
  const size = record.drawn.length
  if (new Set(population).size !== record.populationSize || size > record.populationSize) return 'population'
  const again = drawSample({ seed: record.seed, about, population, size }, sha256)
  if (again.populationHash !== record.populationHash) return 'population'
  return again.drawn.every((id, place) => id === record.drawn[place]) ? null : 'drawn'
}
