/** Which rows are ticked (多选): some, or all that match but some. Pure. */

export interface Ticked {
  /** True: all but `ids`; false: only `ids`. */
  readonly all: boolean
  readonly ids: ReadonlySet<string>
}

export const NOTHING_TICKED: Ticked = { all: false, ids: new Set() }
export const ALL_TICKED: Ticked = { all: true, ids: new Set() }

export function isTicked({ all, ids }: Ticked, id: string): boolean {
  return ids.has(id) !== all
}

/** How many, of so many that match. */
export function countTicked({ all, ids }: Ticked, matching: number): number {
  return all ? Math.max(0, matching - ids.size) : ids.size
}

export function toggled({ all, ids }: Ticked, id: string): Ticked {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { all, ids: next }
}

/** These ticked, too. */
export function withTicked({ all, ids }: Ticked, more: readonly string[]): Ticked {
  const next = new Set(ids)
  for (const id of more) {
    if (all) next.delete(id)
    else next.add(id)
  }
  return { all, ids: next }
}
