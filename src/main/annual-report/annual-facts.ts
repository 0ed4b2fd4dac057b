/** What happened in a year, as the six tables count it: read from the record, with no opinion of its own. */
import type { AnnualFacts, DecidedFact } from '../../shared/annual-report/known-figures.ts'
import type { ActionKind, EffectKind } from '../../shared/catalogue/vocabulary.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { reviewsByShape } from '../statistics/review-columns.ts'
import type { Reader } from '../store/database.ts'

export interface YearSpan {
  readonly from: IsoDate
  readonly to: IsoDate
}

export const yearSpan = (year: number): YearSpan => ({ from: `${year}-01-01` as IsoDate, to: `${year}-12-31` as IsoDate })

const kindsOf = (json: string): readonly ActionKind[] => JSON.parse(json) as ActionKind[]

/** As summed when they were registered (`decided_sums`). A decision that was recorded twice under its number counts once, as it was recorded last. */
function decisionsOf(reader: Reader, { from }: YearSpan): DecidedFact[] {
  const rows = reader.all<{ kinds: string; effects: string; effect: EffectKind | ''; n: number }>(
    'SELECT kinds, effects, effect, n FROM decided_sums WHERE year = ?',
    from.slice(0, 4),
  )
  return rows
    .filter(({ effect, n }) => effect === '' && n > 0)
    .map(({ kinds, effects, n }) => {
      const amounts = new Map(rows.filter((row) => row.kinds === kinds && row.effects === effects).map(({ effect, n: fen }) => [effect, fen / 100]))
      return { kinds: kindsOf(kinds), effects: (JSON.parse(effects) as EffectKind[]).map((kind) => ({ kind, amount: amounts.get(kind) ?? null })), count: n }
    })
}

export function annualFacts(reader: Reader, span: YearSpan): AnnualFacts {
  const { from, to } = span
  const cases = (sql: string): { readonly kinds: readonly ActionKind[] }[] =>
    reader.all<{ kinds: string }>(sql, from, to).map(({ kinds }) => ({ kinds: kindsOf(kinds) }))
  return {
    decisions: decisionsOf(reader, span),
    reviews: reviewsByShape(reader, from, to),
    noPenalty: cases(
      "SELECT c.action_kinds AS kinds FROM drops d CROSS JOIN cases c INDEXED BY cases_divided ON c.id = d.case_id WHERE d.kind = 'noPenalty' AND d.dropped_on >= ? AND d.dropped_on <= ?",
    ),
    transferred: cases(
      `SELECT c.action_kinds AS kinds FROM cases c INDEXED BY cases_divided WHERE c.id IN
         (SELECT case_id FROM transfer_steps INDEXED BY transfer_deliveries WHERE action = 'deliver' AND happened_on >= ? AND happened_on <= ?)`,
    ),
  }
}

/** Cases whose review of the year lets a decision be made, but of which none is registered and that did not end otherwise. */
export function undecidedOf(reader: Reader, { from, to }: YearSpan, passing: readonly string[]): number {
  const marks = passing.map(() => '?').join(', ')
  return (
    reader.get<{ n: number }>(
      `SELECT count(DISTINCT r.case_id) AS n FROM issued_reviews r
       WHERE r.issued_on >= ? AND r.issued_on <= ? AND r.type IN (${marks})
         AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.case_id = r.case_id)
         AND NOT EXISTS (SELECT 1 FROM drops d WHERE d.case_id = r.case_id)
         AND NOT EXISTS (SELECT 1 FROM mergers m WHERE m.case_id = r.case_id)`,
      from,
      to,
      ...passing,
    )?.n ?? 0
  )
}
