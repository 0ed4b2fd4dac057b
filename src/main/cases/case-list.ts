/**
 * One page of the case list out of a hundred thousand. A filter that leaves few cases drives the query and its result
 * is sorted; otherwise the index of the sort order is walked until the page is full. Either way no table is scanned.
 */
import type { CaseCursor, CaseListInput, CasePage } from '../../shared/cases/contract.ts'
import type { CaseRow, CaseSort } from '../../shared/cases/case.ts'
import type { ActionKind } from '../../shared/catalogue/vocabulary.ts'
import { bigramQuery } from '../../shared/search/bigrams.ts'
import type { CaseId } from '../../shared/values/values.ts'
import type { Reader, SqlValue } from '../store/database.ts'
import { NO_AMOUNT, NO_DUE_DAY } from './case-record.ts'

/** Up to so many cases are gathered and sorted; more are walked in the order of the sort. */
const FEW = 1500

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

/** A filter that has an index of its own: which row ids it leaves, and the same as a condition on one row. */
interface IndexedFilter {
  readonly ids: Condition
  readonly onRow: Condition
}

function textFilter(text: string): IndexedFilter | null {
  const query = bigramQuery(text)
  if (query === null) return null
  const ids = { sql: 'SELECT rowid FROM case_search WHERE case_search MATCH ?', values: [query] }
  return { ids, onRow: { sql: `c.rowid IN (${ids.sql})`, values: ids.values } }
}

function indexedFilters(filter: CaseListInput['filter']): IndexedFilter[] {
  const filters: IndexedFilter[] = []
  const column = (sql: string, ...values: SqlValue[]) =>
    filters.push({ ids: { sql: `SELECT rowid FROM cases c WHERE ${sql}`, values }, onRow: { sql, values } })
  if (filter.states.length > 0) column(`c.state IN (${filter.states.map(() => '?').join(', ')})`, ...filter.states)
  if (filter.reviewerId !== null) column('c.reviewer_id = ?', filter.reviewerId)
  if (filter.receivedFrom !== null) column('c.received_on >= ?', filter.receivedFrom)
  if (filter.receivedTo !== null) column('c.received_on <= ?', filter.receivedTo)
  if (filter.actionKind !== null) {
    const values = [filter.actionKind]
    filters.push({
      ids: { sql: 'SELECT x.rowid FROM case_kinds k JOIN cases x ON x.id = k.case_id WHERE k.kind = ?', values },
      onRow: { sql: 'EXISTS (SELECT 1 FROM case_kinds k WHERE k.kind = ? AND k.case_id = c.id)', values },
    })
  }
  const text = textFilter(filter.text)
  if (text !== null) filters.push(text)
  return filters
}

/** How many rows a filter leaves, counted no further than one more than FEW. */
function countUpTo(reader: Reader, { sql, values }: Condition): number {
  return reader.get<{ n: number }>(`SELECT count(*) AS n FROM (${sql} LIMIT ${FEW + 1})`, ...values)?.n ?? 0
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
  const filters = indexedFilters(input.filter)
  const sizes = filters.map((filter) => countUpTo(reader, filter.ids))
  const fewest = sizes.indexOf(Math.min(...sizes))
  const driver = (sizes[fewest] ?? Infinity) <= FEW ? filters[fewest] : undefined
  const conditions = filters.filter((filter) => filter !== driver).map((filter) => filter.onRow)
  if (driver !== undefined) conditions.unshift({ sql: `c.rowid IN (${driver.ids.sql})`, values: driver.ids.values })
  const count = filters.length === 1 ? (sizes[0] ?? null) : driver !== undefined || filters.length === 0 ? countUpTo(reader, allOf(conditions)) : null
  if (input.after !== null) conditions.push(afterCursor(column, input.sort.descending, input.after))
  const { sql, values } = allOf(conditions)
  // unary plus keeps SQLite from walking the sort index when the few are already known
  const order = driver === undefined ? `c.${column} ${direction}, c.id ${direction}` : `+c.${column} ${direction}, +c.id ${direction}`
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
    total: known === null ? { count: rows.length, atLeast } : { count: Math.min(known, FEW), atLeast: known > FEW },
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
  const mine =
    reader.get<{ n: number }>(
      "SELECT count(*) AS n FROM cases WHERE reviewer_id = ? AND state IN ('assigned', 'underReview', 'drafted', 'approved')",
      reviewerId,
    )?.n ?? 0
  return { byState, overdue, mine }
}
