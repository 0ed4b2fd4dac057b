/** The board (督办看板): amber and red over all open cases, by how much, whose. */
import type { Board, BoardCount, BoardFilter, BoardRow } from '../../shared/deadlines/contract.ts'
import { SHOWN_ON_BOARD } from '../../shared/deadlines/contract.ts'
import type { ClockRun } from '../../shared/deadlines/clock.ts'
import type { ClockDesk, ClockSubject } from '../../shared/deadlines/clock-subjects.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
import { personName } from '../people/people.ts'
import type { Reader, SqlValue } from '../store/database.ts'
import { countStale, uncountedCases, type DueBench } from './due-index.ts'
import { presentMoment } from './present-moment.ts'
import { isUnder, pageOfBoth, returnRows } from './returns-on-board.ts'
import { calendarOf } from './review-clock.ts'
import { chosenWarnings } from './warnings.ts'

/** Of a row `d` of the table of dues. */
export interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

function conditionOf({ light, subject, desk, personId }: BoardFilter, now: IsoInstant): Condition {
  const parts: Condition[] = []
  if (light === 'suspended') parts.push({ sql: 'd.suspended = 1', values: [] })
  else parts.push({ sql: 'd.suspended = 0 AND d.amber_at <= ?', values: [now] })
  if (light === 'red') parts.push({ sql: 'd.due_at <= ?', values: [now] })
  if (light === 'amber') parts.push({ sql: 'd.due_at > ?', values: [now] })
  if (subject !== null) parts.push({ sql: 'd.subject = ?', values: [subject] })
  if (desk !== null) parts.push({ sql: 'd.desk = ?', values: [desk] })
  if (personId !== null) parts.push({ sql: 'd.person_id = ?', values: [personId] })
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) }
}

interface StoredRow {
  readonly caseId: CaseId
  readonly title: string
  readonly state: CaseState
  readonly personId: PersonId | null
  readonly desk: ClockDesk
  readonly run: string
}

/** By their ends; the latest ends first; what turned amber last first. */
export type RowOrder = 'd.due_at' | 'd.due_at DESC' | 'd.amber_at DESC'

/** By their ends in time, or by the days of the calendar. */
type RowIndex = 'clock_dues_by_end' | 'clock_dues_by_day'

/** The rows of a condition, the longest over first. Found in one index; only those that are shown are read. */
export const ROWS_QUERY = (where: string, order: RowOrder = 'd.due_at', index: RowIndex = 'clock_dues_by_end'): string =>
  `SELECT d.case_id AS caseId, c.title, c.state, d.person_id AS personId, d.desk, d.run
   FROM (SELECT d.rowid AS found FROM clock_dues d INDEXED BY ${index} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?)
   CROSS JOIN clock_dues d ON d.rowid = found CROSS JOIN cases c ON c.id = d.case_id`

export const TOTAL_QUERY = (where: string): string =>
  `SELECT count(*) AS total, count(DISTINCT d.case_id) AS cases FROM clock_dues d INDEXED BY clock_dues_lights WHERE ${where}`

export interface RowPage {
  readonly offset: number
  readonly size: number
  readonly order?: RowOrder
  readonly index?: RowIndex
}

export function rowsUnder(bench: DueBench, { sql, values }: Condition, asOf: IsoInstant, { offset, size, order, index }: RowPage): BoardRow[] {
  const { reader } = bench
  const calendar = calendarOf(bench.catalogue)
  const warnings = chosenWarnings(reader)
  return reader.all<StoredRow>(ROWS_QUERY(sql, order, index), ...values, size, offset).map(({ caseId, title, state, personId, desk, run }) => ({
    caseId,
    returnId: null,
    title,
    state,
    clock: { ...runClock(JSON.parse(run) as ClockRun, calendar, asOf, warnings), desk },
    person: personId === null ? null : { id: personId, name: personName(reader, personId) },
  }))
}

interface CountRow {
  readonly subject: ClockSubject
  readonly desk: ClockDesk
  readonly personId: PersonId | null
  readonly red: number
  readonly amber: number
  readonly suspended: number
}

/** Counted in one index alone, each half in its own range of it: no row is read. */
export const COUNTS_QUERY = `SELECT subject, desk, personId, sum(red) AS red, sum(amber) AS amber, sum(suspended) AS suspended FROM (
  SELECT subject, desk, person_id AS personId, due_at <= ? AS red, due_at > ? AS amber, 0 AS suspended
  FROM clock_dues INDEXED BY clock_dues_lights WHERE suspended = 0 AND amber_at <= ?
  UNION ALL SELECT subject, desk, person_id, 0, 0, 1 FROM clock_dues INDEXED BY clock_dues_lights WHERE suspended = 1
) GROUP BY subject, desk, personId`

function countsOf(reader: Reader, now: IsoInstant, returns: readonly BoardRow[]): BoardCount[] {
  const ofCases = reader.all<CountRow>(COUNTS_QUERY, now, now, now).map(({ personId, ...count }) => ({
    ...count,
    person: personId === null ? null : { id: personId, name: personName(reader, personId) },
  }))
  const ofReturns = returns.map(({ clock: { subject, desk, state }, person }) => ({ subject, desk, person, red: state === 'red' ? 1 : 0, amber: state === 'red' ? 0 : 1, suspended: 0 }))
  return [...ofCases, ...ofReturns]
}

/** Milliseconds that a board spends on counting what changed before it answers. */
const COUNTING = 30

export function boardOf(bench: DueBench, filter: BoardFilter, offset: number): Board {
  const pending = countStale(bench, COUNTING)
  const { reader } = bench
  const { asOf, behind } = presentMoment(bench)
  const condition = conditionOf(filter, asOf)
  const { sql, values } = condition
  const returns = returnRows(bench, asOf)
  const shown = returns.filter(isUnder(filter))
  const counted = reader.get<{ total: number; cases: number }>(
    TOTAL_QUERY(sql),
    ...values,
  )
  return {
    counts: countsOf(reader, asOf, returns),
    rows: pageOfBoth((from, size) => rowsUnder(bench, condition, asOf, { offset: from, size }), shown, offset, SHOWN_ON_BOARD),
    total: (counted?.total ?? 0) + shown.length,
    cases: counted?.cases ?? 0,
    asOf,
    behind,
    pending,
    uncounted: uncountedCases(bench),
  }
}
