/** How long a review may take (审核期限): the rule of the sector or place where there is one, else the default. */
import type { Bilingual, IsoDate } from '../values/values.ts'
import { regionHolds } from './case-facts.ts'
import type { Citation } from './citation.ts'
import type { CatalogueContent, LimitUnit, ReviewLimitRow } from './schema.ts'

export interface ReviewLimit {
  readonly rowId: string
  readonly name: Bilingual
  readonly days: number
  readonly unit: LimitUnit
  readonly extension: ReviewLimitRow['extension']
  readonly supplementExcluded: boolean
  readonly basis: readonly Citation[]
  readonly source: string
  readonly verified: boolean
  /** Other rules that hold for this case and allow more time. */
  readonly others: readonly ReviewLimitRow[]
}

export interface ReviewLimitInput {
  readonly sector?: string | undefined
  /** Six-digit division code (GB/T 2260). */
  readonly region?: string | undefined
  readonly on: IsoDate
}

/** Rough length for comparing rows of different units: five working days make a week. */
function lengthInCalendarDays(row: ReviewLimitRow & { readonly days: number }): number {
  return row.unit === 'workingDay' ? (row.days * 7) / 5 : row.days
}

/**
 * A rule of the sector or place goes before the default. Where a sector's and a place's rule both hold, no text says
 * which prevails: the shorter is taken, since it keeps both, and the other is named.
 */
export function reviewLimit(catalogue: CatalogueContent, input: ReviewLimitInput): ReviewLimit {
  const holding = catalogue.reviewLimits.filter(
    (row): row is ReviewLimitRow & { readonly days: number } =>
      row.days !== null &&
      (row.sector === null || row.sector === input.sector) &&
      regionHolds(row.region, input.region) &&
      input.on >= row.validFrom &&
      (row.validTo === null || input.on <= row.validTo),
  )
  const isDefault = (row: ReviewLimitRow): boolean => row.sector === null && row.region === null
  const specific = holding.filter((row) => !isDefault(row))
  const candidates = specific.length > 0 ? specific : holding.filter(isDefault)
  const [chosen, ...others] = candidates.sort(
    (left, right) => lengthInCalendarDays(left) - lengthInCalendarDays(right) || (left.id < right.id ? -1 : 1),
  )
  if (chosen === undefined) throw new Error('the catalogue has no default review limit')
  const { name, days, unit, extension, supplementExcluded, basis, source, verified } = chosen
  return { rowId: chosen.id, name, days, unit, extension, supplementExcluded, basis, source, verified, others }
}
