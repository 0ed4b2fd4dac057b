/**
 * The numbers of Home: counted in indexes alone, as many as the list of cases shows for the same filter. Reading a row
 * of a case means decrypting its page, so none is read.
 */
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'
import type { Lights } from '../../shared/home/contract.ts'
import type { LightDays } from '../../shared/home/lights.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { STATES_WITH_CLOCKS } from '../../shared/home/stages.ts'
import type { CaseId, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { beginning, type Condition } from '../cases/case-conditions.ts'
import type { Reader, SqlValue } from '../store/database.ts'

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** The day of a moment in China. */
export function dayOf(moment: IsoInstant): IsoDate {
  return civilDayOf(moment)
}

/** Whose cases, and which drafts, asked of `cases c` without a row of it. The unary plus leaves the choice of index to the caller. */
function ownConditions(filter: HomeFilter): Condition[] {
  const { reviewerId, handlerId, sentBack, states = [] } = filter
  const conditions: Condition[] = []
  if (reviewerId !== undefined) {
    const among = states.length === 0 ? '' : ` AND state IN (${marks(states)})`
    const sql = `+c.rowid IN (SELECT rowid FROM cases INDEXED BY cases_by_reviewer WHERE reviewer_id = ?${among})`
    conditions.push({ sql, values: [reviewerId, ...states] })
  }
  if (handlerId !== undefined) {
    const sql = 'EXISTS (SELECT 1 FROM case_handlers h WHERE h.person_id = ? AND h.case_id = c.id)'
    conditions.push({ sql, values: [handlerId] })
  }
  // opinions of earlier rounds are issued: the draft of a case is that of its round
  if (sentBack === true) {
    const drafts = "SELECT case_id FROM opinions INDEXED BY opinions_sent_back WHERE state = 'draft' AND (remarks <> '[]') = 1"
    conditions.push({ sql: `+c.id IN (${drafts})`, values: [] })
  }
  return conditions
}

function bounds(column: string, from: IsoDate | undefined, to: IsoDate | undefined): Condition[] {
  return [
    ...(from === undefined ? [] : [{ sql: `${column} >= ?`, values: [from] }]),
    ...(to === undefined ? [] : [{ sql: `${column} <= ?`, values: [to] }]),
  ]
}

function where(conditions: readonly Condition[]): Condition {
  const sql = conditions.map((condition) => condition.sql).join(' AND ')
  return { sql: sql === '' ? '' : ` WHERE ${sql}`, values: conditions.flatMap(({ values }) => values) }
}

const LIGHTS = `count(*) AS count, coalesce(sum(c.due_on < ?), 0) AS late, coalesce(sum(c.due_on >= ? AND c.due_on <= ?), 0) AS near`
const lightValues = ({ today, nearTo }: LightDays): SqlValue[] => [today, today, nearTo]

/** Cases under a filter of states, days due or days received, and how many of them are late or near. */
export function lightsQuery(filter: HomeFilter, days: LightDays): Condition {
  const { states = [], dueFrom, dueTo, receivedFrom, receivedTo } = filter
  const isDue = dueFrom !== undefined || dueTo !== undefined
  const byState = states.length > 0
  const index = byState ? 'cases_by_state_due_on' : receivedFrom !== undefined ? 'cases_by_received_on' : 'cases_by_due_on'
  const { sql, values } = where([
    ...(byState ? [{ sql: `c.state IN (${marks(states)})`, values: states }] : []),
    ...bounds('c.due_on', dueFrom, dueTo),
    ...bounds('c.received_on', receivedFrom, receivedTo),
    // a person's cases with a clock are far fewer than all of theirs
    ...ownConditions(isDue && !byState ? { ...filter, states: STATES_WITH_CLOCKS } : filter),
  ])
  // the index of days received does not hold the day due
  const counted = index === 'cases_by_received_on' ? 'count(*) AS count, 0 AS late, 0 AS near' : LIGHTS
  return { sql: `SELECT ${counted} FROM cases c INDEXED BY ${index}${sql}`, values: [...(counted === LIGHTS ? lightValues(days) : []), ...values] }
}

/** The same of whole states, each by itself. */
export function lightsByStateQuery(states: readonly CaseState[], own: HomeFilter, days: LightDays): Condition {
  const { sql, values } = where([{ sql: `c.state IN (${marks(states)})`, values: states }, ...ownConditions({ ...own, states })])
  return { sql: `SELECT c.state AS state, ${LIGHTS} FROM cases c INDEXED BY cases_by_state_due_on${sql} GROUP BY c.state`, values: [...lightValues(days), ...values] }
}

export function countLightsByState(reader: Reader, states: readonly CaseState[], own: HomeFilter, days: LightDays): ReadonlyMap<CaseState, Lights> {
  const { sql, values } = lightsByStateQuery(states, own, days)
  const rows = reader.all<Lights & { readonly state: CaseState }>(sql, ...values)
  return new Map(rows.map(({ state, ...lights }) => [state, lights]))
}

/** Issued opinions of a span of days, with the due day of their rounds. */
function issuedQuery(selected: string, filter: HomeFilter): Condition {
  const { issuedFrom, issuedTo } = filter
  const { sql, values } = where([
    { sql: "o.state = 'issued'", values: [] },
    ...(issuedFrom === undefined ? [] : [{ sql: 'o.issued_at >= ?', values: [beginning(issuedFrom)] }]),
    ...(issuedTo === undefined ? [] : [{ sql: 'o.issued_at < ?', values: [beginning(issuedTo, 1)] }]),
    ...(filter.inTime === true ? [{ sql: "date(o.issued_at, '+8 hours') <= r.due_on", values: [] }] : []),
    ...ownConditions(filter),
  ])
  return {
    sql: `SELECT ${selected} FROM opinions o INDEXED BY opinions_issued_by_time
      CROSS JOIN rounds r INDEXED BY rounds_due ON r.case_id = o.case_id AND r.round = o.round
      CROSS JOIN cases c ON c.id = o.case_id${sql}`,
    values,
  }
}

export function issuedCountQuery(filter: HomeFilter): Condition {
  return issuedQuery('count(DISTINCT o.case_id) AS count, 0 AS late, 0 AS near', filter)
}

export function issuesQuery(filter: HomeFilter): Condition {
  return issuedQuery('o.case_id AS caseId, o.issued_at AS issuedAt, r.due_on AS dueOn', filter)
}

export function countLights(reader: Reader, filter: HomeFilter, days: LightDays): Lights {
  const isIssued = filter.issuedFrom !== undefined || filter.issuedTo !== undefined
  const { sql, values } = isIssued ? issuedCountQuery(filter) : lightsQuery(filter, days)
  return reader.get<Lights>(sql, ...values) ?? { count: 0, late: 0, near: 0 }
}

export interface StoredIssue {
  readonly caseId: CaseId
  readonly issuedAt: IsoInstant
  readonly dueOn: IsoDate | null
}

export function issuesOf(reader: Reader, filter: HomeFilter): StoredIssue[] {
  const { sql, values } = issuesQuery(filter)
  return reader.all<StoredIssue>(sql, ...values)
}

/** Cases by day: on which they are due, or came in. */
export function byDayQuery(column: 'due_on' | 'received_on', from: IsoDate, to: IsoDate, own: HomeFilter): Condition {
  const { sql, values } = where([...bounds(`c.${column}`, from, to), ...ownConditions(own)])
  return { sql: `SELECT c.${column} AS day, count(*) AS n FROM cases c INDEXED BY cases_by_${column}${sql} GROUP BY c.${column}`, values }
}

export function countByDay(reader: Reader, column: 'due_on' | 'received_on', from: IsoDate, to: IsoDate, own: HomeFilter): ReadonlyMap<string, number> {
  const { sql, values } = byDayQuery(column, from, to, own)
  return new Map(reader.all<{ day: string; n: number }>(sql, ...values).map(({ day, n }) => [day, n]))
}

/** All cases by state; every entry of one index is counted. */
export const BOARD_QUERY = `SELECT c.state AS state, ${LIGHTS} FROM cases c INDEXED BY cases_by_state_due_on GROUP BY c.state`

export function countBoard(reader: Reader, days: LightDays): ReadonlyMap<string, Lights> {
  const rows = reader.all<Lights & { readonly state: string }>(BOARD_QUERY, ...lightValues(days))
  return new Map(rows.map(({ state, ...lights }) => [state, lights]))
}
