/**
 * The filters of the case list as conditions in SQL. Each has an index of its own, so that what leaves few cases can
 * drive a query, and what leaves many can be asked of the entries of a sort index.
 */
import { beginningOf } from '../../shared/deadlines/civil-time.ts'
import { shiftDays } from '../../shared/deadlines/day-arithmetic.ts'
import type { CaseFilter, CaseSorting } from '../../shared/cases/case-filter.ts'
import { bigramQuery } from '../../shared/search/bigrams.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { SqlValue } from '../store/database.ts'
import { NO_AMOUNT, NO_DUE_DAY } from './case-record.ts'
import { columnFilters } from './column-conditions.ts'

/** A condition on rows of `cases c`. */
export interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** A filter that has an index of its own. The unary plus in `onRow` and `inSet` keeps the choice of the index with us. */
export interface IndexedFilter {
  /** The row ids that it leaves. */
  readonly ids: Condition
  /** As many rows as `ids`, for counting, where that is cheaper. */
  readonly counted?: Condition
  /** The same cases, some of them more than once: what counts faster, where there are too many to count them exactly. */
  readonly roughly?: Condition
  /** The same, asked of one row. */
  readonly onRow: Condition
  /** The same, as one set made from an index, of something that the entries of every sort index hold. */
  readonly inSet: Condition
  /** The same, where the sort index itself answers it while it is walked. */
  readonly walked?: Condition | undefined
  /** One question to one row is answered by an index, too. */
  readonly cheapOnRow?: boolean
  /** Up to this share of all cases it is asked as the set; of more, of each row. */
  readonly setUpTo?: number
  /** Full text gives its row ids in order, and one question to one row costs as much as reading several rows. */
  readonly isText?: boolean
}

/** What the filter's words are besides: today, and the cases whose papers or opinions hold the text. */
export interface Circumstances {
  readonly today: IsoDate
  /** Row ids of cases. */
  readonly foundInTexts: readonly number[]
}

function columnFilter(
  index: string,
  sql: (plus: '' | '+') => string,
  values: readonly SqlValue[],
  walked: boolean,
): IndexedFilter {
  const ids = { sql: `SELECT rowid FROM cases c INDEXED BY ${index} WHERE ${sql('')}`, values }
  return {
    ids,
    onRow: { sql: sql('+'), values },
    inSet: { sql: `+c.rowid IN (${ids.sql})`, values },
    walked: walked ? { sql: sql(''), values } : undefined,
  }
}

/** Sorts that have an index under one state. */
const SORTED_UNDER_STATE: readonly CaseSorting['by'][] = ['updatedAt', 'receivedOn', 'dueOn', 'title', 'amount']

function stateFilter(states: readonly string[], sort: CaseSorting): IndexedFilter {
  const among = states.length === 1 ? '= ?' : `IN (${states.map(() => '?').join(', ')})`
  const walked = states.length === 1 && SORTED_UNDER_STATE.includes(sort.by)
  // a day takes the least room in an index
  return columnFilter('cases_by_state_due_on', (plus) => `${plus}c.state ${among}`, states, walked)
}

type Bound = readonly [comparison: '>=' | '<=' | '<', value: string | number | null]

function rangeFilter(index: string, column: string, bounds: readonly Bound[], walked: boolean): IndexedFilter {
  const given = bounds.filter(([, value]) => value !== null)
  const within = (plus: string) => given.map(([comparison]) => `${plus}c.${column} ${comparison} ?`).join(' AND ')
  return columnFilter(index, within, given.map(([, value]) => value), walked)
}

/** A table with a row for each case that has something. */
function sideFilter(table: string, column: string, value: string): IndexedFilter {
  const values = [value]
  const counted = { sql: `SELECT case_id FROM ${table} WHERE ${column} = ?`, values }
  return {
    counted,
    ids: { sql: `SELECT x.rowid FROM ${table} k JOIN cases x ON x.id = k.case_id WHERE k.${column} = ?`, values },
    onRow: { sql: `EXISTS (SELECT 1 FROM ${table} k WHERE k.${column} = ? AND k.case_id = c.id)`, values },
    inSet: { sql: `+c.id IN (${counted.sql})`, values },
    cheapOnRow: true,
  }
}

/** The moment at which a day begins in China; opinions are dated by moments in UTC. */
export function beginning(day: IsoDate, plus = 0): string {
  return beginningOf(shiftDays(day, plus))
}

/** Issued by the due day of its round (按期), asked of `opinions o`. A round whose due day is not known is not. */
const ISSUED_IN_TIME = `EXISTS (SELECT 1 FROM rounds r INDEXED BY rounds_due
  WHERE r.case_id = o.case_id AND r.round = o.round AND date(o.issued_at, '+8 hours') <= r.due_on)`

function issuedFilter({ issuedFrom, issuedTo, opinionType, inTime }: CaseFilter): IndexedFilter {
  const conditions: [sql: string, value: string | null][] = [
    ['type = ?', opinionType],
    ['issued_at >= ?', issuedFrom === null ? null : beginning(issuedFrom)],
    ['issued_at < ?', issuedTo === null ? null : beginning(issuedTo, 1)],
  ]
  const given = conditions.filter(([, value]) => value !== null)
  const values = given.map(([, value]) => value)
  const where = (alias: string) =>
    [`${alias}.state = 'issued'`, ...given.map(([sql]) => `${alias}.${sql}`), ...(inTime ? [ISSUED_IN_TIME] : [])].join(' AND ')
  const index = opinionType === null ? 'opinions_issued_by_time' : 'opinions_issued_by_type'
  const cases = `SELECT o.case_id FROM opinions o INDEXED BY ${index} WHERE ${where('o')}`
  return {
    ids: { sql: `SELECT x.rowid FROM cases x WHERE x.id IN (${cases})`, values },
    onRow: { sql: `EXISTS (SELECT 1 FROM opinions o WHERE o.case_id = c.id AND ${where('o')})`, values },
    inSet: { sql: `+c.id IN (${cases})`, values },
  }
}

/** Drafts that came back. Opinions of earlier rounds are issued, so the draft of a case is that of its round. */
function sentBackFilter(): IndexedFilter {
  const drafts = "SELECT o.case_id FROM opinions o INDEXED BY opinions_sent_back WHERE o.state = 'draft' AND (o.remarks <> '[]') = 1"
  const counted = { sql: drafts, values: [] }
  return {
    counted,
    ids: { sql: `SELECT x.rowid FROM cases x WHERE x.id IN (${drafts})`, values: [] },
    onRow: { sql: `+c.id IN (${drafts})`, values: [] },
    inSet: { sql: `+c.id IN (${drafts})`, values: [] },
    cheapOnRow: true,
  }
}

function textFilter(query: string, foundInTexts: readonly number[]): IndexedFilter {
  const own = 'SELECT rowid FROM case_search WHERE case_search MATCH ?'
  const onRow = 'EXISTS (SELECT 1 FROM case_search s WHERE s.rowid = c.rowid AND case_search MATCH ?)'
  if (foundInTexts.length === 0) {
    const values = [query]
    return {
      ids: { sql: own, values },
      onRow: { sql: onRow, values },
      inSet: { sql: `+c.rowid IN (${own})`, values },
      isText: true,
    }
  }
  const found = JSON.stringify(foundInTexts)
  const others = 'SELECT value FROM json_each(?)'
  const values = [query, found]
  return {
    counted: { sql: own, values: [query] },
    ids: { sql: `${own} UNION ${others}`, values },
    onRow: { sql: `(+c.rowid IN (${others}) OR ${onRow})`, values: [found, query] },
    inSet: { sql: `+c.rowid IN (${own} UNION ${others})`, values },
    isText: true,
  }
}

function dayFilters(filter: CaseFilter, sort: CaseSorting, today: IsoDate): IndexedFilter[] {
  const { receivedFrom, receivedTo, dueFrom, dueTo, overdue } = filter
  const filters: IndexedFilter[] = []
  if (receivedFrom !== null || receivedTo !== null) {
    filters.push(rangeFilter('cases_by_received_on', 'received_on', [['>=', receivedFrom], ['<=', receivedTo]], sort.by === 'receivedOn'))
  }
  if (dueFrom !== null || dueTo !== null || overdue) {
    const bounds: readonly Bound[] = [['>=', dueFrom], ['<=', dueTo], ['<', overdue ? today : NO_DUE_DAY]]
    filters.push(rangeFilter('cases_by_due_on', 'due_on', bounds, sort.by === 'dueOn'))
  }
  return filters
}

function sideFilters(filter: CaseFilter): IndexedFilter[] {
  const { actionKind, handlerId, cause, flags, issuedFrom, issuedTo, opinionType, inTime, sentBack, trigger, problems, undecided, red } = filter
  const filters: IndexedFilter[] = []
  if (actionKind !== null) filters.push(sideFilter('case_kinds', 'kind', actionKind))
  if (handlerId !== null) filters.push(sideFilter('case_handlers', 'person_id', handlerId))
  if (cause !== null) filters.push(sideFilter('case_marks', 'mark', `cause/${cause}`))
  for (const flag of flags) filters.push(sideFilter('case_marks', 'mark', `flag/${flag}`))
  if (trigger !== null) filters.push(sideFilter('case_judgements', 'mark', `trigger/${trigger}`))
  if (problems) filters.push(sideFilter('case_judgements', 'mark', 'problem'))
  if (undecided) filters.push(sideFilter('case_judgements', 'mark', 'finding'))
  if (sentBack) filters.push(sentBackFilter())
  if (red) filters.push(sideFilter('case_marks', 'mark', 'red/decision'))
  if (issuedFrom !== null || issuedTo !== null || opinionType !== null || inTime) filters.push(issuedFilter(filter))
  return filters
}

/** The filters that narrow something; none for an empty filter. */
export function indexedFilters(filter: CaseFilter, sort: CaseSorting, { today, foundInTexts }: Circumstances): IndexedFilter[] {
  const { states, reviewerId, unit, amountFrom, amountTo, round } = filter
  const text = bigramQuery(filter.text)
  const filters: IndexedFilter[] = []
  if (states.length > 0) filters.push(stateFilter(states, sort))
  if (reviewerId !== null) filters.push(columnFilter('cases_by_reviewer', (plus) => `${plus}c.reviewer_id = ?`, [reviewerId], false))
  if (unit !== null) {
    filters.push(columnFilter('cases_by_submitting_unit', (plus) => `${plus}c.submitting_unit = ?`, [unit], sort.by === 'unit'))
  }
  if (round !== null) filters.push(columnFilter('cases_by_round', (plus) => `${plus}c.round = ?`, [round], false))
  if (amountFrom !== null || amountTo !== null) {
    // no amount is stored below every amount
    const bounds: readonly Bound[] = [['>=', amountFrom ?? NO_AMOUNT + 1], ['<=', amountTo]]
    filters.push(rangeFilter('cases_by_amount', 'amount', bounds, sort.by === 'amount'))
  }
  filters.push(...dayFilters(filter, sort, today), ...sideFilters(filter), ...columnFilters(filter))
  if (text !== null) filters.push(textFilter(text, foundInTexts))
  return filters
}
