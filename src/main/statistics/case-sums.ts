/** What came in, was decided and was answered, summed by year, month and day and by shape as it happens (`case_sums`). */
import type { StatisticsQuery } from '../../shared/statistics/contract.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'
import { countedShapes, isAsked, type CountedShape } from './counted-shapes.ts'
import { summedSpans } from './summed-spans.ts'

export interface CaseSums {
  readonly received: number
  readonly decided: number
  /** Problems that the handling units answered, and of them adopted, adopted in part, not adopted. */
  readonly answered: number
  readonly adopted: number
  readonly partly: number
  readonly notAdopted: number
}

/** Sums of the period under each shape that is asked for. A shape can come more than once. */
export function caseSums(reader: Reader, query: StatisticsQuery, from: IsoDate, to: IsoDate): (readonly [CountedShape, CaseSums])[] {
  const rows = summedSpans(from, to).flatMap(({ scale, first, last }) =>
    reader.all<CaseSums & { readonly shape: number }>(
      `SELECT shape, sum(received) AS received, sum(decided) AS decided, sum(answered) AS answered, sum(adopted) AS adopted, sum(partly) AS partly,
         sum(not_adopted) AS notAdopted FROM case_sums WHERE scale = ? AND span >= ? AND span <= ? GROUP BY shape`,
      scale,
      first,
      last,
    ),
  )
  const shapes = countedShapes(reader)
  return rows.flatMap((row) => {
    const shape = shapes[row.shape]
    return shape !== undefined && isAsked(query, shape) ? [[shape, row] as const] : []
  })
}
