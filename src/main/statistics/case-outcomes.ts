/**
 * What came in and was decided, and what became of reviewed cases (采纳、漏检、移送), for the period and for every way of
 * dividing it. A row of a case is never read.
 */
import { NO_OUTCOMES, type GroupOutcomes, type StatisticsQuery } from '../../shared/statistics/contract.ts'
import type { ActionKind } from '../../shared/catalogue/vocabulary.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'
import { caseSums } from './case-sums.ts'
import { isAsked, type CountedShape } from './counted-shapes.ts'

/** What is counted of a case as its unit, reviewer and kinds of act. */
type Divided = Pick<CountedShape, 'unit' | 'reviewerId' | 'kinds'>

export interface Outcomes {
  readonly all: GroupOutcomes
  /** Cases that came in, and decisions. */
  readonly received: number
  readonly decided: number
  readonly byUnit: ReadonlyMap<string, GroupOutcomes>
  readonly byKind: ReadonlyMap<string, GroupOutcomes>
  readonly byReviewer: ReadonlyMap<string, GroupOutcomes>
}

const DIVIDED = "c.submitting_unit AS unit, coalesce(c.reviewer_id, '') AS reviewerId, c.action_kinds AS kinds"
/** Begins at what happened: a reviewer alone has thousands of cases, and each would be asked whether it did. */
export const casesOf = (id: string): string => `CROSS JOIN cases c INDEXED BY cases_divided ON c.id = ${id}`

/** Each tells the days that it counts as its two values. A case is in one group, so that cases of groups add up. */
const QUERIES = [
  `SELECT ${DIVIDED}, count(DISTINCT t.case_id) AS transferred
   FROM transfer_steps t INDEXED BY transfer_deliveries ${casesOf('t.case_id')}
   WHERE t.action = 'deliver' AND t.happened_on >= ? AND t.happened_on <= ?`,
  `SELECT ${DIVIDED}, count(DISTINCT l.case_id) AS escaped
   FROM later_defects l INDEXED BY later_defects_by_day ${casesOf('l.case_id')}
   WHERE l.found_on >= ? AND l.found_on <= ? AND NOT EXISTS (SELECT 1 FROM later_defects_taken_back b WHERE b.defect_id = l.id)`,
]

/** Transfers and defects found later: few. */
function happened(reader: Reader, query: StatisticsQuery, from: IsoDate, to: IsoDate): (readonly [Divided, Partial<GroupOutcomes>])[] {
  type Row = Omit<Divided, 'kinds'> & { readonly kinds: string } & Partial<GroupOutcomes>
  return QUERIES.flatMap((sql) => reader.all<Row>(`${sql} GROUP BY 1, 2, 3`, from, to))
    .map(({ unit, reviewerId, kinds, ...counts }) => [{ unit, reviewerId, kinds: JSON.parse(kinds) as ActionKind[] }, counts] as const)
    .filter(([divided]) => isAsked(query, divided))
}

type Sums = { -readonly [Name in keyof GroupOutcomes]: number }

function under(sums: Map<string, Sums>, key: string): Sums {
  const there = sums.get(key) ?? { ...NO_OUTCOMES }
  sums.set(key, there)
  return there
}

function addTo(sums: Sums, { answered = 0, adopted = 0, partly = 0, notAdopted = 0, transferred = 0, escaped = 0 }: Partial<GroupOutcomes>): void {
  sums.answered += answered
  sums.adopted += adopted
  sums.partly += partly
  sums.notAdopted += notAdopted
  sums.transferred += transferred
  sums.escaped += escaped
}

export function outcomesOf(reader: Reader, query: StatisticsQuery, from: IsoDate, to: IsoDate): Outcomes {
  const [byUnit, byKind, byReviewer] = [new Map<string, Sums>(), new Map<string, Sums>(), new Map<string, Sums>()]
  const all = { ...NO_OUTCOMES }
  let [received, decided] = [0, 0]
  const summed = caseSums(reader, query, from, to)
  for (const [, sums] of summed) {
    received += sums.received
    decided += sums.decided
  }
  for (const [{ unit, reviewerId, kinds }, counts] of [...summed, ...happened(reader, query, from, to)]) {
    addTo(all, counts)
    addTo(under(byUnit, unit), counts)
    addTo(under(byReviewer, reviewerId), counts)
    for (const each of kinds) addTo(under(byKind, each), counts)
  }
  return { all, received, decided, byUnit, byKind, byReviewer }
}
