/** What happened in a year, as the six tables count it: read from the record, with no opinion of its own. */
import type { AnnualFacts, DecidedFact } from '../../shared/annual-report/known-figures.ts'
import type { ActionKind, OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'

export interface YearSpan {
  readonly from: IsoDate
  readonly to: IsoDate
}

export const yearSpan = (year: number): YearSpan => ({ from: `${year}-01-01` as IsoDate, to: `${year}-12-31` as IsoDate })

const kindsOf = (json: string): readonly ActionKind[] => JSON.parse(json) as ActionKind[]

/** A decision that was recorded twice under its number counts once, as it was recorded last. */
function decisionsOf(reader: Reader, { from, to }: YearSpan): DecidedFact[] {
  const byNumber = new Map<string, string>()
  const rows = reader.all<{ case_id: string; number: string; fields: string }>(
    'SELECT case_id, number, fields FROM decisions WHERE decided_on >= ? AND decided_on <= ? ORDER BY id',
    from,
    to,
  )
  for (const { case_id: caseId, number, fields } of rows) byNumber.set(`${caseId} ${number}`, fields)
  return [...byNumber.values()].map((fields) => {
    const { actionKinds, effects } = JSON.parse(fields) as { actionKinds: DecidedFact['kinds']; effects: DecidedFact['effects'] }
    return { kinds: actionKinds, effects }
  })
}

export function annualFacts(reader: Reader, span: YearSpan): AnnualFacts {
  const { from, to } = span
  const cases = (sql: string): { readonly kinds: readonly ActionKind[] }[] =>
    reader.all<{ kinds: string }>(sql, from, to).map(({ kinds }) => ({ kinds: kindsOf(kinds) }))
  return {
    decisions: decisionsOf(reader, span),
    reviews: reader
      .all<{ kinds: string; type: OpinionTypeCode; count: number }>(
        'SELECT kinds, type, count(*) AS count FROM issued_reviews WHERE issued_on >= ? AND issued_on <= ? GROUP BY kinds, type',
        from,
        to,
      )
      .map(({ kinds, ...row }) => ({ ...row, kinds: kindsOf(kinds) })),
    noPenalty: cases(
      "SELECT c.action_kinds AS kinds FROM drops d JOIN cases c ON c.id = d.case_id WHERE d.kind = 'noPenalty' AND d.dropped_on >= ? AND d.dropped_on <= ?",
    ),
    transferred: cases(
      `SELECT c.action_kinds AS kinds FROM cases c WHERE c.id IN
         (SELECT case_id FROM transfer_steps WHERE action = 'deliver' AND happened_on >= ? AND happened_on <= ?)`,
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
