/**
 * The annual report (行政执法统计年报) of one year: the six tables with what the station counted, what was entered by hand and
 * what is reported, beside the year before; and what is missing. Pure.
 */
import type { AnnualReportRow, AnnualTableId, AnnualTableRow } from '../catalogue/annual-report.ts'
import type { Bilingual, IsoDate, IsoInstant } from '../values/values.ts'
import { figureKey, tablesOf, type FigureKey } from './known-figures.ts'

/**
 * How far a table is settled. `whole` (已核对): somebody says that what was not reviewed here is in the figures; `noDuty`
 * (无此职责): the agency has no such power, and says so instead of a table.
 */
export const STANDINGS = ['open', 'whole', 'noDuty'] as const
export type Standing = (typeof STANDINGS)[number]

/** Who wrote it down, by name, and when. */
export interface Written {
  readonly by: string
  readonly at: IsoInstant
}

export interface EnteredFigure extends Written {
  /** Cases or times, or yuan. */
  readonly value: number
  /** Where it was taken from (数据来源). */
  readonly note: string
}

export type FigureOrigin = 'station' | 'entered' | 'sum' | 'missing' | 'noDuty'

export interface AnnualFigure {
  readonly key: FigureKey
  readonly label: Bilingual
  readonly unit: 'count' | 'amount'
  readonly measure: Bilingual
  /** What the station counted; null where it cannot. */
  readonly known: number | null
  readonly entered: EnteredFigure | null
  /** What is reported; null while it is missing. Amounts in yuan. */
  readonly value: number | null
  readonly origin: FigureOrigin
  /** As reported the year before; null where nothing was. */
  readonly before: number | null
  readonly enterable: boolean
  /** Less was entered than the station alone counted. */
  readonly below: boolean
}

export interface AnnualTable {
  readonly table: AnnualTableId
  readonly title: Bilingual
  readonly standing: Standing
  readonly settled: Written | null
  readonly noDuty: string
  readonly notes: readonly Bilingual[]
  readonly verified: boolean
  readonly source: string
  readonly figures: readonly AnnualFigure[]
}

export type Missing =
  | { readonly kind: 'yearRuns'; readonly until: IsoDate }
  | { readonly kind: 'figure' | 'below'; readonly table: AnnualTableId; readonly key: FigureKey; readonly label: Bilingual }
  | { readonly kind: 'standing'; readonly table: AnnualTableId; readonly label: Bilingual }
  | { readonly kind: 'text'; readonly section: string; readonly label: Bilingual }
  /** Reviewed in the year and passed, but no decision is registered. */
  | { readonly kind: 'undecided'; readonly count: number }

/** Whether the report is a draft while it is missing; the rest is to be looked at, and may be right as it is. */
export const isBlocking = ({ kind }: Missing): boolean => kind !== 'undecided' && kind !== 'below'

/** What people entered for one year. */
export interface AnnualEntries {
  readonly figures: ReadonlyMap<string, EnteredFigure>
  readonly standings: ReadonlyMap<AnnualTableId, Written & { readonly standing: Standing }>
}

interface Reported {
  readonly value: number | null
  readonly origin: FigureOrigin
}

/** A sum is of what is reported; with one part missing it is missing too. Amounts are added in whole fen. */
function sumOf(parts: readonly (Reported | undefined)[]): Reported {
  const fen = parts.reduce<number | null>((sum, part) => (sum === null || part === undefined || part.value === null ? null : sum + Math.round(part.value * 100)), 0)
  return fen === null ? { value: null, origin: 'missing' } : { value: fen / 100, origin: 'sum' }
}

function reportedOf(row: AnnualTableRow, known: ReadonlyMap<FigureKey, number | null>, entries: AnnualEntries): ReadonlyMap<string, Reported> {
  const none = entries.standings.get(row.table)?.standing === 'noDuty'
  const reported = new Map<string, Reported>()
  const of = (id: string): Reported => {
    if (none) return { value: null, origin: 'noDuty' }
    const key = figureKey(row.table, id)
    const entered = entries.figures.get(key)
    if (entered !== undefined) return { value: entered.value, origin: 'entered' }
    const counted = known.get(key) ?? null
    return counted === null ? { value: null, origin: 'missing' } : { value: counted, origin: 'station' }
  }
  for (const { id, source } of row.items) if (source.how !== 'sum') reported.set(id, of(id))
  for (const { id, source } of row.items) {
    if (source.how === 'sum') reported.set(id, none ? { value: null, origin: 'noDuty' } : sumOf(source.of.map((part) => reported.get(part))))
  }
  return reported
}

/** What is reported, by key, without the year before: what a publication keeps, and what the next year is compared with. */
export function reportedFigures(
  rows: readonly AnnualReportRow[],
  known: ReadonlyMap<FigureKey, number | null>,
  entries: AnnualEntries,
): ReadonlyMap<FigureKey, number | null> {
  return new Map(
    tablesOf(rows).flatMap((row) => [...reportedOf(row, known, entries)].map(([id, { value }]) => [figureKey(row.table, id), value] as const)),
  )
}

export function annualTables(
  rows: readonly AnnualReportRow[],
  known: ReadonlyMap<FigureKey, number | null>,
  entries: AnnualEntries,
  before: ReadonlyMap<FigureKey, number | null>,
): AnnualTable[] {
  return tablesOf(rows).map((row) => {
    const reported = reportedOf(row, known, entries)
    const settled = entries.standings.get(row.table)
    return {
      table: row.table,
      title: row.title,
      standing: settled?.standing ?? 'open',
      settled: settled === undefined ? null : { by: settled.by, at: settled.at },
      noDuty: row.noDuty,
      notes: row.notes,
      verified: row.verified,
      source: row.source,
      figures: row.items.map(({ id, label, unit, measure, source }) => {
        const key = figureKey(row.table, id)
        const entered = entries.figures.get(key) ?? null
        const counted = known.get(key) ?? null
        const { value, origin } = reported.get(id) ?? { value: null, origin: 'missing' as const }
        return {
          key,
          label,
          unit,
          measure,
          known: counted,
          entered,
          value,
          origin,
          before: before.get(key) ?? null,
          enterable: isEnterable(source.how),
          below: entered !== null && counted !== null && entered.value < counted,
        }
      }),
    }
  })
}

/** Sums follow their parts, and reviews are all here: neither is entered. */
export const isEnterable = (how: string): boolean => how !== 'sum' && how !== 'reviews'

/** What is still missing from the tables, in their order. A sum is missing only because a part is. */
export function missingFromTables(tables: readonly AnnualTable[]): Missing[] {
  return tables.flatMap(({ table, title, standing, figures }): Missing[] => {
    if (standing === 'noDuty') return []
    const ofFigures = figures.flatMap(({ key, label, origin, enterable, below }): Missing[] => {
      if (enterable && origin === 'missing') return [{ kind: 'figure', table, key, label }]
      return below ? [{ kind: 'below', table, key, label }] : []
    })
    return standing === 'open' ? [...ofFigures, { kind: 'standing', table, label: title }] : ofFigures
  })
}
