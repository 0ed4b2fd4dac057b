/** Chance that can be had again: the same seed gives the same case files on every computer. */

export interface Random {
  /** 0 inclusive to 1 exclusive. */
  next(): number
  /** Both ends included. */
  int(low: number, high: number): number
  pick<One>(of: readonly One[]): One
  chance(share: number): boolean
  /** A generator of its own for a part, so that a change in one part leaves the others as they are. */
  fork(name: string): Random
}

/** FNV-1a over the UTF-16 units. */
function hash(seed: number, name: string): number {
  let value = 0x811c9dc5 ^ seed
  for (let at = 0; at < name.length; at += 1) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** mulberry32: small, and good enough for choosing words. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

export function randomOf(seed: number): Random {
  const next = mulberry32(seed)
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    pick: (of) => {
      const chosen = of[int(0, of.length - 1)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    chance: (share) => next() < share,
    fork: (name) => randomOf(hash(seed, name)),
  }
}
