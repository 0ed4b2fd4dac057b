/** The row of the catalogue that gives a period, and what of it a clock needs. */
import { regionHolds } from '../catalogue/case-facts.ts'
import type { PeriodRow, PeriodSubject } from '../catalogue/periods.ts'
import type { IsoDate } from '../values/values.ts'
import { lawfulBasis, type AllowedExclusion, type LadderStep } from './clock.ts'
import type { Period } from './periods.ts'

export interface Field {
  /** Sector of the catalogue; null where unknown. */
  readonly sector: string | null
  /** Division code (GB/T 2260). */
  readonly region: string | null
}

/** All rows that hold on the day, the sector's first, then the place's, then the national ones. */
export function periodRows(periods: readonly PeriodRow[], subject: PeriodSubject, { sector, region }: Field, on: IsoDate): PeriodRow[] {
  const rank = (row: PeriodRow): number => (row.sector !== null ? 0 : row.region !== null ? 1 : 2)
  return periods
    .filter(
      (row) =>
        row.subject === subject &&
        (row.sector === null || row.sector === sector) &&
        regionHolds(row.region, region ?? undefined) &&
        on >= row.validFrom &&
        (row.validTo === null || on <= row.validTo),
    )
    .toSorted((one, other) => rank(one) - rank(other))
}

/** Which effects of a decision the party has to perform, by the row of its field, else by the national one. */
export function dutiesOf(periods: readonly PeriodRow[], field: Field, on: IsoDate): NonNullable<PeriodRow['duties']> | null {
  return periodRows(periods, 'courtApplication', field, on).find(({ duties }) => duties !== undefined)?.duties ?? null
}

const KINDS = { workingDay: 'workingDays', calendarDay: 'calendarDays', month: 'months', hour: 'hours' } as const

/** Years are counted as months (民法典 art. 202 has one rule for both). */
export function asPeriod(length: number, unit: PeriodRow['unit']): Period {
  return unit === 'year' ? { kind: 'months', n: length * 12 } : { kind: KINDS[unit], n: length }
}

export function ladderOf(extensions: PeriodRow['extensions']): LadderStep[] {
  return extensions.map(({ length, unit, approver }) => {
    const { kind, n } = asPeriod(length ?? 0, unit)
    return { length: length === null ? null : n, unit: kind, approver }
  })
}

/** What may be left out: only what the row names, with the provision that says so. */
export function allowedExclusions(row: Pick<PeriodRow, 'exclusions' | 'basis'>): AllowedExclusion[] {
  return row.exclusions.flatMap(({ of, name, basis }) => {
    const lawful = lawfulBasis(basis) ?? lawfulBasis(row.basis)
    return lawful === null ? [] : [{ of, name, basis: lawful }]
  })
}
