/**
 * What the catalogue's penalty clauses (罚则) tell of the parts of an article whose text is not at hand: how many items a
 * clause lists, and whether the article is a single paragraph.
 */
import type { PenaltyRange } from '../catalogue/penalty-ranges.ts'
import type { LawLookup } from './law-lookup.ts'
import { titleKey } from './law-title.ts'

const byLaw = new WeakMap<readonly PenaltyRange[], ReadonlyMap<string, readonly PenaltyRange[]>>()

function rangesByLaw(ranges: readonly PenaltyRange[]): ReadonlyMap<string, readonly PenaltyRange[]> {
  const before = byLaw.get(ranges)
  if (before !== undefined) return before
  const index = new Map<string, PenaltyRange[]>()
  for (const row of ranges) {
    const key = titleKey(row.law)
    const rows = index.get(key) ?? []
    rows.push(row)
    index.set(key, rows)
  }
  byLaw.set(ranges, index)
  return index
}

const extended = new WeakMap<LawLookup, { readonly ranges: readonly PenaltyRange[]; readonly lookup: LawLookup }>()

/** The same lookup, which knows of the clauses too. */
export function withClauses(lookup: LawLookup, ranges: readonly PenaltyRange[]): LawLookup {
  const before = extended.get(lookup)
  if (before !== undefined && before.ranges === ranges) return before.lookup
  const made = withIndex(lookup, rangesByLaw(ranges))
  extended.set(lookup, { ranges, lookup: made })
  return made
}

function withIndex(lookup: LawLookup, index: ReadonlyMap<string, readonly PenaltyRange[]>): LawLookup {
  return {
    ...lookup,
    clauses: (entry, article, sub, day) =>
      (index.get(titleKey(entry.title)) ?? [])
        .filter(
          (row) =>
            row.article === article &&
            (row.articleSub ?? 0) === sub &&
            (day === null || (row.validFrom <= day && (row.validTo === null || day <= row.validTo))),
        )
        .map(({ paragraph, items, verified }) => ({ paragraph, items, verified })),
  }
}
