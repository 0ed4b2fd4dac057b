/** Timing: repeated runs and what is told of them. */

/** Times in milliseconds, sorted. */
export interface Times {
  readonly sorted: readonly number[]
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { sorted, median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

/** Milliseconds that one run takes. */
export function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** As {@link timed}, until the promise has settled. */
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/**
 * Runs several ways of doing the same thing in turn, so that a computer that is busy for a while slows all of them;
 * returns the times of each under its name. The first `warm` rounds are not counted.
 */
export async function inTurn<Name extends string>(
  runs: number,
  ways: Readonly<Record<Name, () => unknown>>,
  warm = 2,
): Promise<Record<Name, Times>> {
  const names = Object.keys(ways) as Name[]
  const found = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let run = -warm; run < runs; run += 1) {
    for (const name of names) {
      const spent = await timedAsync(async () => ways[name]())
      if (run >= 0) found.get(name)?.push(spent)
    }
  }
  return Object.fromEntries(names.map((name) => [name, timesOf(found.get(name) ?? [])])) as Record<Name, Times>
}
