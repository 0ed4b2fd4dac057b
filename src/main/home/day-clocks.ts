/**
 * What else ends on a day of Home's calendar beside review and supplement, which the case itself carries: what lies on the
 * person's desk, what runs in the cases they handle, and for who sees to the whole station all of it. A clock that stands
 * still has no last day.
 */
import { SHOWN_OF_DAY, type DayClocks } from '../../shared/home/contract.ts'
import type { Scope } from '../../shared/home/home-filter.ts'
import type { IsoDate, PersonId } from '../../shared/values/values.ts'
import { rowsUnder, type Condition } from '../deadlines/board.ts'
import type { DueBench } from '../deadlines/due-index.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import type { Reader } from '../store/database.ts'

export interface Whose {
  readonly scope: Scope
  readonly personId: PersonId
}

const OTHERS = "d.suspended = 0 AND d.subject NOT IN ('review', 'supplement')"

function whoseCondition({ scope, personId }: Whose): Condition {
  if (scope === 'station') return { sql: OTHERS, values: [] }
  const own = 'd.person_id = ?'
  if (scope === 'reviewing') return { sql: `${OTHERS} AND ${own}`, values: [personId] }
  const handled = 'd.case_id IN (SELECT h.case_id FROM case_handlers h WHERE h.person_id = ?)'
  return { sql: `${OTHERS} AND (${own} OR ${handled})`, values: [personId, personId] }
}

/** Counted in one index alone. */
export function dayClockCountsQuery(whose: Whose, from: IsoDate, to: IsoDate): Condition {
  const { sql, values } = whoseCondition(whose)
  return {
    sql: `SELECT d.due_on AS day, count(*) AS n FROM clock_dues d INDEXED BY clock_dues_by_day
      WHERE d.due_on BETWEEN ? AND ? AND ${sql} GROUP BY d.due_on`,
    values: [from, to, ...values],
  }
}

export function countDayClocks(reader: Reader, whose: Whose, from: IsoDate, to: IsoDate): ReadonlyMap<string, number> {
  const { sql, values } = dayClockCountsQuery(whose, from, to)
  return new Map(reader.all<{ day: string; n: number }>(sql, ...values).map(({ day, n }) => [day, n]))
}

export function dayClocks(bench: DueBench, whose: Whose, day: IsoDate): DayClocks {
  const count = countDayClocks(bench.reader, whose, day, day).get(day) ?? 0
  if (count === 0) return { rows: [], count }
  const { sql, values } = whoseCondition(whose)
  const { asOf } = presentMoment(bench)
  const ending: Condition = { sql: `d.due_on = ? AND ${sql}`, values: [day, ...values] }
  return { rows: rowsUnder(bench, ending, asOf, { offset: 0, size: SHOWN_OF_DAY, index: 'clock_dues_by_day' }), count }
}
