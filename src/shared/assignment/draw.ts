/**
 * The draw (随机抽取): chance that anybody can check afterwards.
 *
 * 1. Before the draw the station makes a secret seed of 32 random bytes and records its commitment,
 *    `SHA-256(seed bytes)`, with the list of those who stand in the draw.
 * 2. For k = 0, 1, 2, … let h = SHA-256 of the UTF-8 text of these lines, each ended by a line feed:
 *    `fashen-draw-1`, the seed in lower-case hex, the case id, the round, k, then the ids of those who stand in the
 *    draw in ascending order, one a line.
 * 3. Let x be the first 6 bytes of h as a big-endian number, n the number of ids. If x is below the largest multiple
 *    of n that is at most 2^48, the person with the index x mod n is drawn; else k is raised (so no index is likelier
 *    than another).
 * 4. The seed is recorded with the result: whoever has the record computes steps 1 to 3 again.
 */
import type { CaseId, PersonId } from '../values/values.ts'

/** SHA-256; the caller brings it, because this code also runs where there is no Node. */
export type Sha256Function = (bytes: Uint8Array) => Uint8Array

export interface DrawInput {
  /** 64 lower-case hex digits. */
  readonly seed: string
  readonly caseId: CaseId
  readonly round: number
  /** In any order; each once. */
  readonly eligible: readonly PersonId[]
}

/** What is kept of a draw. */
export interface DrawRecord extends DrawInput {
  /** 64 lower-case hex digits. */
  readonly commitment: string
  readonly drawn: PersonId
}

export type DrawFault =
  /** The seed is not the one that was committed to. */
  | 'commitment'
  /** Another person follows from the seed. */
  | 'drawn'
  /** Seed or list are not of a draw at all. */
  | 'malformed'

const DOMAIN = 'fashen-draw-1'
const SEED = /^[0-9a-f]{64}$/
const BYTES_READ = 6
const RANGE = 2 ** (8 * BYTES_READ)

/** The commitment to a seed, to be recorded before the draw. */
export function commitmentTo(seed: string, sha256: Sha256Function): string {
  return toHex(sha256(fromHex(seed)))
}

/** Draws one person. Throws `RangeError` if nobody stands in the draw or the seed is not 64 hex digits. */
export function draw(input: DrawInput, sha256: Sha256Function): DrawRecord {
  const ids = [...new Set(input.eligible)].sort()
  if (ids.length === 0) throw new RangeError('nobody stands in the draw')
  return { ...input, eligible: ids, commitment: commitmentTo(input.seed, sha256), drawn: pick(input, ids, sha256) }
}

/** Computes a recorded draw again; null if it is sound. */
export function faultOfDraw(record: DrawRecord, sha256: Sha256Function): DrawFault | null {
  if (!SEED.test(record.seed) || record.eligible.length === 0) return 'malformed'
  const again = draw(record, sha256)
  if (again.commitment !== record.commitment) return 'commitment'
  return again.drawn === record.drawn ? null : 'drawn'
}

function pick({ seed, caseId, round }: DrawInput, ids: readonly PersonId[], sha256: Sha256Function): PersonId {
  const index = unbiasedIndex((attempt) => [DOMAIN, seed, caseId, String(round), String(attempt), ...ids], ids.length, sha256)
  const drawn = ids[index]
  if (drawn === undefined) throw new RangeError('the index lies outside the list')
  return drawn
}

/**
 * Step 3 above: an index from 0 below `count` (at least 1), each as likely as the others. `linesOf` gives the lines that
 * are hashed in attempt 0, 1, 2, …
 */
export function unbiasedIndex(linesOf: (attempt: number) => readonly string[], count: number, sha256: Sha256Function): number {
  const unbiased = RANGE - (RANGE % count)
  for (let attempt = 0; ; attempt += 1) {
    const digest = sha256(new TextEncoder().encode(linesOf(attempt).map((line) => `${line}\n`).join('')))
    const value = digest.subarray(0, BYTES_READ).reduce((number, byte) => number * 256 + byte, 0)
    if (value < unbiased) return value % count
  }
}

function fromHex(seed: string): Uint8Array {
  if (!SEED.test(seed)) throw new RangeError('the seed of a draw is 64 lower-case hex digits')
  const byteAt = (place: number) => Number.parseInt(seed.slice(2 * place, 2 * place + 2), 16)
  return Uint8Array.from({ length: seed.length / 2 }, (_, place) => byteAt(place))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
