/**
 * One page of the case list out of a hundred thousand. A filter that leaves few cases drives the query and its result
 * is sorted; otherwise the index of the sort order is walked until the page is full. No table is scanned, and the rows
 * of a walk are read only once the indexes alone say that they match: reading a row means decrypting its page, which
 * costs some fifty times as much as an index entry.
 */
import type { CaseCursor, CaseListInput, CasePage } from '../../shared/cases/contract.ts'
import type { CaseRow, CaseSort } from '../../shared/cases/case.ts'
import type { ActionKind } from '../../shared/catalogue/vocabulary.ts'
import { bigramQuery } from '../../shared/search/bigrams.ts'
import type { CaseId } from '../../shared/values/values.ts'
import type { Reader, SqlValue } from '../store/database.ts'
import { NO_AMOUNT, NO_DUE_DAY } from './case-record.ts'

/** Up to so many cases are read and sorted; where there are more, the order of the sort is walked. */
const FEW = 300
/** Matches are counted no further than one more than this. */
const COUNTED = 1500
/** A filter that leaves more than this share of all cases is asked of each case that the walk meets. */
const MOST = 0.5
const MOST_OF_TEXT = 0.25

const SORT_COLUMNS: Record<CaseSort, string> = {
  updatedAt: 'updated_at',
  receivedOn: 'received_on',
  dueOn: 'due_on',
  title: 'title',
  amount: 'amount',
}

/** A condition on rows of `cases c`. */
interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** A filter that has an index of its own. The unary plus in `onRow` and `inSet` keeps the choice of the index with us. */
interface IndexedFilter {
  /** The row ids that it leaves. */
  readonly ids: Condition
  /** As many rows as `ids`, for counting, where that is cheaper. */
  readonly counted?: Condition
  /** The same, asked of one row. */
  readonly onRow: Condition
  /** The same, as one set made from an index, of something that the entries of every sort index hold. */
  readonly inSet: Condition
  /** The same, where the sort index itself answers it while it is walked. */
  readonly walked?: Condition | undefined
  /** One question to one row is answered by an index, too. */
  readonly cheapOnRow?: boolean
  /** Full text gives its row ids in order, and one question to one row costs as much as reading several rows. */
  readonly isText?: boolean
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

function stateFilter(states: readonly string[]): IndexedFilter {
  const among = states.length === 1 ? '= ?' : `IN (${states.map(() => '?').join(', ')})`
  // every sort has an index under one state; a day takes the least room in one
  return columnFilter('cases_by_state_due_on', (plus) => `${plus}c.state ${among}`, states, states.length === 1)
}

function receivedFilter(from: string | null, to: string | null, sort: CaseSort): IndexedFilter {
  const bounds = [from === null ? '' : '>= ?', to === null ? '' : '<= ?'].filter((bound) => bound !== '')
  const values = [from, to].filter((day) => day !== null)
  const within = (plus: string) => bounds.map((bound) => `${plus}c.received_on ${bound}`).join(' AND ')
  return columnFilter('cases_by_received_on', within, values, sort === 'receivedOn')
}

function kindFilter(kind: ActionKind): IndexedFilter {
  const values = [kind]
  const counted = { sql: 'SELECT case_id FROM case_kinds WHERE kind = ?', values }
  return {
    counted,
    ids: { sql: 'SELECT x.rowid FROM case_kinds k JOIN cases x ON x.id = k.case_id WHERE k.kind = ?', values },
    onRow: { sql: 'EXISTS (SELECT 1 FROM case_kinds k WHERE k.kind = ? AND k.case_id = c.id)', values },
    inSet: { sql: `+c.id IN (${counted.sql})`, values },
    cheapOnRow: true,
  }
}

function textFilter(query: string): IndexedFilter {
  const values = [query]
  const ids = { sql: 'SELECT rowid FROM case_search WHERE case_search MATCH ?', values }
  return {
    ids,
    onRow: { sql: 'EXISTS (SELECT 1 FROM case_search s WHERE s.rowid = c.rowid AND case_search MATCH ?)', values },
    inSet: { sql: `+c.rowid IN (${ids.sql})`, values },
    isText: true,
  }
}

function indexedFilters({ filter, sort }: CaseListInput): IndexedFilter[] {
  const { states, reviewerId, receivedFrom, receivedTo, actionKind } = filter
  const text = bigramQuery(filter.text)
  const filters: IndexedFilter[] = []
  if (states.length > 0) filters.push(stateFilter(states))
  if (reviewerId !== null) {
    filters.push(columnFilter('cases_by_reviewer', (plus) => `${plus}c.reviewer_id = ?`, [reviewerId], false))
  }
  if (receivedFrom !== null || receivedTo !== null) filters.push(receivedFilter(receivedFrom, receivedTo, sort.by))
  if (actionKind !== null) filters.push(kindFilter(actionKind))
  if (text !== null) filters.push(textFilter(text))
  return filters
}

interface SizedFilter {
  readonly filter: IndexedFilter
  /** How many cases it leaves: exact up to COUNTED, above it near enough to choose a plan by. */
  readonly size: number
  readonly leavesMost: boolean
}

/** How many rows there are, counted no further than one more than `limit`. */
function countUpTo(reader: Reader, { sql, values }: Condition, limit = COUNTED): number {
  return reader.get<{ n: number }>(`SELECT count(*) AS n FROM (${sql} LIMIT ?)`, ...values, limit + 1)?.n ?? 0
}

function sized(reader: Reader, filter: IndexedFilter, all: number): SizedFilter {
  const { ids, counted, walked, cheapOnRow, isText } = filter
  if (isText === true) return sizedText(reader, filter, all)
  const most = all * MOST
  const exact = walked === undefined && cheapOnRow !== true
  const size = countUpTo(reader, counted ?? ids, exact ? Math.max(COUNTED, Math.floor(most)) : COUNTED)
  return cheapOnRow === true && size > COUNTED ? { filter, size: all, leavesMost: true } : { filter, size, leavesMost: size > most }
}

/** Judged by how closely its first matches follow each other: counting all would cost more than it saves. */
function sizedText(reader: Reader, filter: IndexedFilter, all: number): SizedFilter {
  const { sql, values } = filter.ids
  const { n = 0, last = null } =
    reader.get<{ n: number; last: number | null }>(
      `SELECT count(*) AS n, max(r) AS last FROM (SELECT rowid AS r FROM (${sql}) LIMIT ?)`,
      ...values,
      COUNTED + 1,
    ) ?? {}
  const size = n <= COUNTED || last === null ? n : Math.max(n, Math.round((all * n) / last))
  return { filter, size, leavesMost: size > all * MOST_OF_TEXT }
}

/**
 * A filter as a walk asks it: of the sort index itself; else of the set of all that it leaves, which bounds the cost
 * however far the walk must go; but where it leaves most cases the walk is short, and it is asked of each row met.
 */
function asked({ filter, size, leavesMost }: SizedFilter): Condition {
  return filter.walked ?? (leavesMost && size > COUNTED ? filter.onRow : filter.inSet)
}

/** The few rows of one filter, each asked the others. */
function gather(driver: SizedFilter, filters: readonly SizedFilter[]): Condition[] {
  const { sql, values } = driver.filter.ids
  const others = filters.filter((other) => other !== driver)
  return [
    { sql: `c.rowid IN (${sql})`, values },
    ...others.map((other) => (other.filter.isText === true ? asked(other) : other.filter.onRow)),
  ]
}

interface StoredRow {
  readonly rowid: number
  readonly id: CaseId
  readonly title: string
  readonly file_number: string
  readonly party_name: string
  readonly submitting_unit: string
  readonly action_kinds: string
  readonly state: CaseRow['state']
  readonly round: number
  readonly received_on: CaseRow['receivedOn']
  readonly due_on: NonNullable<CaseRow['dueOn']>
  readonly reviewer_id: CaseRow['reviewerId']
  readonly reviewer_name: string | null
  readonly amount: NonNullable<CaseRow['amount']>
  readonly opinion_number: string | null
  readonly updated_at: CaseRow['updatedAt']
}

const COLUMNS = `c.id, c.title, c.file_number, c.party_name, c.submitting_unit, c.action_kinds, c.state, c.round, c.received_on,
  c.due_on, c.reviewer_id, (SELECT name FROM people p WHERE p.id = c.reviewer_id) AS reviewer_name, c.amount,
  c.opinion_number, c.updated_at`

export interface ListQuery {
  readonly sql: string
  readonly values: readonly SqlValue[]
  /** Exact number of matches where it is known from the plan, else null. */
  readonly count: number | null
}

/** Builds the query for a page; exported so that a test can ask SQLite for its plan. */
export function listQuery(reader: Reader, input: CaseListInput): ListQuery {
  const column = SORT_COLUMNS[input.sort.by]
  const direction = input.sort.descending ? 'DESC' : 'ASC'
  // cases are never deleted: the last row id is their number
  const all = reader.get<{ n: number | null }>('SELECT max(rowid) AS n FROM cases')?.n ?? 0
  // the smallest first: what it rules out is not asked of the others
  const filters = indexedFilters(input)
    .map((filter) => sized(reader, filter, all))
    .toSorted((a, b) => a.size - b.size)
  const [smallest] = filters
  const gathered = smallest === undefined || smallest.size > COUNTED ? [] : gather(smallest, filters)
  const gathers = smallest !== undefined && smallest.size <= FEW
  const conditions = gathers ? [...gathered] : filters.map(asked)
  const countable = smallest === undefined || gathered.length > 0
  const count = filters.length === 1 ? (smallest?.size ?? null) : countable ? countUpTo(reader, allOf(gathered)) : null
  if (input.after !== null) conditions.push(afterCursor(column, input.sort.descending, input.after))
  const { sql, values } = allOf(conditions)
  // unary plus keeps SQLite from walking the sort index when the few are already known
  const order = gathers ? `+c.${column} ${direction}, +c.id ${direction}` : `c.${column} ${direction}, c.id ${direction}`
  return {
    sql: `${sql.replace('SELECT c.rowid', `SELECT ${COLUMNS}`)} ORDER BY ${order} LIMIT ?`,
    values: [...values, input.size + 1],
    count,
  }
}

function allOf(conditions: readonly Condition[]): Condition {
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`
  return { sql: `SELECT c.rowid FROM cases c${where}`, values: conditions.flatMap(({ values }) => values) }
}

function afterCursor(column: string, descending: boolean, cursor: CaseCursor): Condition {
  return { sql: `(c.${column}, c.id) ${descending ? '<' : '>'} (?, ?)`, values: [cursor.value, cursor.id] }
}

export function listCases(reader: Reader, input: CaseListInput): CasePage {
  const query = listQuery(reader, input)
  const found = reader.all<StoredRow>(query.sql, ...query.values)
  const rows = found.slice(0, input.size)
  const last = rows.at(-1)
  const more = found.length > input.size && last !== undefined
  const known = query.count
  // where it would cost a walk over everything it is not counted: a later page then knows only of itself
  const atLeast = more || input.after !== null
  return {
    rows: rows.map(asCaseRow),
    next: more ? { value: sortValue(last, input.sort.by), id: last.id } : null,
    total: known === null ? { count: rows.length, atLeast } : { count: Math.min(known, COUNTED), atLeast: known > COUNTED },
  }
}

function sortValue(row: StoredRow, by: CaseSort): string | number {
  const column = SORT_COLUMNS[by] as 'updated_at' | 'received_on' | 'due_on' | 'title' | 'amount'
  return row[column]
}

function asCaseRow(row: StoredRow): CaseRow {
  return {
    id: row.id,
    title: row.title,
    fileNumber: row.file_number,
    partyName: row.party_name,
    submittingUnit: row.submitting_unit,
    actionKinds: JSON.parse(row.action_kinds) as ActionKind[],
    state: row.state,
    round: row.round,
    receivedOn: row.received_on,
    dueOn: row.due_on === NO_DUE_DAY ? null : row.due_on,
    reviewerId: row.reviewer_id,
    reviewerName: row.reviewer_name,
    amount: row.amount === NO_AMOUNT ? null : row.amount,
    opinionNumber: row.opinion_number,
    updatedAt: row.updated_at,
  }
}

/** Cases by state, those whose due day has passed, and those of one reviewer. */
export function countCases(reader: Reader, today: string, reviewerId: string): { byState: Record<string, number>; overdue: number; mine: number } {
  const byState = Object.fromEntries(
    reader.all<{ state: string; n: number }>('SELECT state, count(*) AS n FROM cases GROUP BY state').map(({ state, n }) => [state, n]),
  )
  const overdue = reader.get<{ n: number }>('SELECT count(*) AS n FROM cases WHERE due_on < ?', today)?.n ?? 0
  return { byState, overdue, mine: openCasesOf(reader, reviewerId) }
}

/** How many cases this person reviews now: assigned, and the opinion not yet issued. */
export function openCasesOf(reader: Reader, reviewerId: string): number {
  return (
    reader.get<{ n: number }>(
      "SELECT count(*) AS n FROM cases WHERE reviewer_id = ? AND state IN ('assigned', 'underReview', 'drafted', 'approved')",
      reviewerId,
    )?.n ?? 0
  )
}
