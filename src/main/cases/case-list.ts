/**
 * One page of the case list out of a hundred thousand. A filter that leaves few cases drives the query and its result
 * is sorted; otherwise the index of the sort order is walked until the page is full. No table is scanned, and the rows
 * of a walk are read only once the indexes alone say that they match: reading a row means decrypting its page, which
 * costs some fifty times as much as an index entry.
 */
import type { CaseCursor, CaseListInput, CasePage } from '../../shared/cases/contract.ts'
import type { CaseRow, CaseSort } from '../../shared/cases/case.ts'
import type { CaseFilter, CaseSorting } from '../../shared/cases/case-filter.ts'
import { WITH_REVIEWER_STATES } from '../../shared/cases/state-machine-terms.ts'
import type { ActionKind } from '../../shared/catalogue/vocabulary.ts'
import { isoDate, type CaseId } from '../../shared/values/values.ts'
import type { Reader, SqlValue } from '../store/database.ts'
import { keptWhileOpen } from '../store/kept-while-open.ts'
import { indexedFilters, type Circumstances, type Condition, type IndexedFilter } from './case-conditions.ts'
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
  party: 'party_name',
  unit: 'submitting_unit',
  fileNumber: 'file_number',
}

/** Where nothing is asked that depends on them. */
const NO_CIRCUMSTANCES: Circumstances = { today: isoDate('1949-10-01'), foundInTexts: [] }

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
  const { ids, counted, roughly, walked, cheapOnRow, isText, setUpTo } = filter
  if (isText === true) return sizedText(reader, filter, all)
  if (setUpTo !== undefined) {
    const limit = Math.max(COUNTED, Math.floor(all * setUpTo))
    const found = countUpTo(reader, counted ?? ids, limit)
    return found > limit ? { filter, size: all, leavesMost: true } : { filter, size: found, leavesMost: false }
  }
  const most = all * MOST
  const exact = walked === undefined && cheapOnRow !== true
  const upTo = exact ? Math.max(COUNTED, Math.floor(most)) : COUNTED
  const few = roughly === undefined ? undefined : countUpTo(reader, counted ?? ids)
  const size = few !== undefined && few <= COUNTED ? few : countUpTo(reader, roughly ?? counted ?? ids, upTo)
  return cheapOnRow === true && size > COUNTED ? { filter, size: all, leavesMost: true } : { filter, size, leavesMost: size > most }
}

/** Judged by how closely its first matches follow each other: counting all would cost more than it saves. */
function sizedText(reader: Reader, filter: IndexedFilter, all: number): SizedFilter {
  const { sql, values } = filter.counted ?? filter.ids
  const { n = 0, last = null } =
    reader.get<{ n: number; last: number | null }>(
      `SELECT count(*) AS n, max(r) AS last FROM (SELECT rowid AS r FROM (${sql}) LIMIT ?)`,
      ...values,
      COUNTED + 1,
    ) ?? {}
  const own = n <= COUNTED || last === null ? n : Math.max(n, Math.round((all * n) / last))
  // where few cases say it themselves, those whose papers say it count exactly, too
  const size = own <= COUNTED && filter.counted !== undefined ? countUpTo(reader, filter.ids) : own
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
  readonly red: number
  readonly case_number: string | null
  readonly updated_at: CaseRow['updatedAt']
}

const COLUMNS = `c.id, c.title, c.file_number, c.party_name, c.submitting_unit, c.action_kinds, c.state, c.round, c.received_on,
  c.due_on, c.reviewer_id, (SELECT name FROM people p WHERE p.id = c.reviewer_id) AS reviewer_name, c.amount,
  c.opinion_number, (SELECT n.number FROM numbers n WHERE n.case_id = c.id AND n.round = 0) AS case_number,
  EXISTS (SELECT 1 FROM case_marks m WHERE m.mark = 'red/decision' AND m.case_id = c.id) AS red, c.updated_at`

export interface ListQuery {
  readonly sql: string
  readonly values: readonly SqlValue[]
  /** Exact number of matches where it is known from the plan, else null. */
  readonly count: number | null
}

/** Builds the query for a page; exported so that a test can ask SQLite for its plan. `known`: how many match, where who asks has counted them. */
export function listQuery(reader: Reader, input: CaseListInput, circumstances: Circumstances = NO_CIRCUMSTANCES, known?: number): ListQuery {
  const column = SORT_COLUMNS[input.sort.by]
  const direction = input.sort.descending ? 'DESC' : 'ASC'
  // cases are never deleted: the last row id is their number
  const all = reader.get<{ n: number | null }>('SELECT max(rowid) AS n FROM cases')?.n ?? 0
  // the smallest first: what it rules out is not asked of the others
  const filters = indexedFilters(input.filter, input.sort, circumstances)
    .map((filter) => sized(reader, filter, all))
    .toSorted((a, b) => a.size - b.size)
  const [smallest] = filters
  const gathered = smallest === undefined || smallest.size > COUNTED ? [] : gather(smallest, filters)
  const countable = smallest === undefined || gathered.length > 0
  const count = known ?? (filters.length === 1 ? (smallest?.size ?? null) : countable ? countUpTo(reader, allOf(gathered)) : null)
  // where all filters together leave few, a walk for the few would meet nearly every case
  const gathers = gathered.length > 0 && count !== null && count <= FEW
  const conditions = gathers ? [...gathered] : filters.map(asked)
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

/** A page, as `offset` or the cursor says. `hits` are none: they are told by who has the texts. */
export function listCases(reader: Reader, input: CaseListInput, circumstances: Circumstances = NO_CIRCUMSTANCES): CasePage {
  const { offset } = input
  if (offset !== null && (offset > 0 || keptOrder(reader, input, circumstances) !== undefined)) {
    const order = caseOrder(reader, input, circumstances)
    const rows = rowsInOrder(reader, order.subarray(offset, offset + input.size))
    return { rows, next: null, total: { count: order.length, atLeast: false }, hits: {}, textsComplete: true }
  }
  const query = listQuery(reader, input, circumstances)
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
    hits: {},
    textsComplete: true,
  }
}

/** The first rows alone, for who has counted how many there are. */
export function firstCases(reader: Reader, { filter, sort }: Narrowed, size: number, count: number): CaseRow[] {
  const { sql, values } = listQuery(reader, { filter, sort, after: null, offset: null, size }, NO_CIRCUMSTANCES, count)
  return reader.all<StoredRow>(sql, ...values).slice(0, size).map(asCaseRow)
}

type Narrowed = { readonly filter: CaseFilter; readonly sort: CaseSorting }

/** The whole order of one filter and sort, as row ids: some 400 kB for a hundred thousand cases. */
const orders = keptWhileOpen<Uint32Array>(6)

/** Anything that is written makes another version, so that an order is never older than the store. */
function orderKey(reader: Reader, { filter, sort }: Narrowed, { today, foundInTexts }: Circumstances): string {
  const version = reader.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
  return JSON.stringify([version, filter, sort, filter.overdue ? today : '', filter.text === '' ? [] : foundInTexts])
}

function keptOrder(reader: Reader, narrowed: Narrowed, circumstances: Circumstances): Uint32Array | undefined {
  return orders.get(reader, orderKey(reader, narrowed, circumstances))
}

/** Row ids of every match in the order of the list. Made once, then any place in it is one step away. */
export function caseOrder(reader: Reader, narrowed: Narrowed, circumstances: Circumstances = NO_CIRCUMSTANCES): Uint32Array {
  const key = orderKey(reader, narrowed, circumstances)
  const kept = orders.get(reader, key)
  if (kept !== undefined) return kept
  const { sql, values } = orderQuery(reader, narrowed, circumstances)
  const order = Uint32Array.from(reader.numbers(sql, ...values))
  orders.set(reader, key, order)
  return order
}

/** Row ids that one step gathers: some tens of milliseconds, whatever is asked. */
const STEP = 10_000
/** So often the making begins anew because somebody wrote meanwhile. */
const MOST_TRIES = 5

/** Orders that are being made, so that two who ask for the same wait for the same. */
const beingMade = new WeakMap<Reader, Map<string, Promise<void>>>()

/**
 * Makes the whole order in steps, so that nobody waits for all of it; afterwards {@link caseOrder} and any place of
 * {@link listCases} are answered at once. Where somebody writes all the time, they make it in one go themselves.
 */
export async function prepareOrder(
  reader: Reader,
  narrowed: Narrowed,
  circumstances: Circumstances = NO_CIRCUMSTANCES,
  size = STEP,
): Promise<void> {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const key = orderKey(reader, narrowed, circumstances)
    if (orders.get(reader, key) !== undefined) return
    const made = beingMade.get(reader) ?? new Map<string, Promise<void>>()
    beingMade.set(reader, made)
    const running = made.get(key) ?? makeOrder(reader, narrowed, circumstances, { key, size })
    made.set(key, running)
    await running.finally(() => made.delete(key))
  }
}

/** Keeps the order only where nothing was written while it was made. */
async function makeOrder(
  reader: Reader,
  narrowed: Narrowed,
  circumstances: Circumstances,
  { key, size }: { readonly key: string; readonly size: number },
): Promise<void> {
  const plan = orderPlan(reader, narrowed, circumstances)
  const order: number[] = []
  let after: CaseCursor | null = null
  for (;;) {
    const { sql, values } = inOrder(plan, after)
    const step = reader.numbers(`${sql} LIMIT ?`, ...values, plan.gathers ? -1 : size)
    for (const rowid of step) order.push(rowid)
    const last = step.at(-1)
    if (plan.gathers || last === undefined || step.length < size) break
    after = reader.get<CaseCursor>(`SELECT c.${plan.column} AS value, c.id FROM cases c WHERE c.rowid = ?`, last) ?? null
    await new Promise((resolve) => setImmediate(resolve))
    if (orderKey(reader, narrowed, circumstances) !== key) return
  }
  orders.set(reader, key, Uint32Array.from(order))
}

interface OrderPlan {
  readonly conditions: readonly Condition[]
  readonly column: string
  readonly descending: boolean
  /** Few cases are found first and sorted; else the index of the sort is walked. */
  readonly gathers: boolean
}

function orderPlan(reader: Reader, { filter, sort }: Narrowed, circumstances: Circumstances): OrderPlan {
  const all = reader.get<{ n: number | null }>('SELECT max(rowid) AS n FROM cases')?.n ?? 0
  const filters = indexedFilters(filter, sort, circumstances)
    .map((one) => sized(reader, one, all))
    .toSorted((a, b) => a.size - b.size)
  const [smallest] = filters
  const gathers = smallest !== undefined && smallest.size <= FEW
  // every entry of the sort index is met: asking the set costs the same for each, asking the row would not
  const conditions = gathers ? gather(smallest, filters) : filters.map(({ filter: one }) => one.walked ?? one.inSet)
  return { conditions, column: SORT_COLUMNS[sort.by], descending: sort.descending, gathers }
}

function inOrder({ conditions, column, descending, gathers }: OrderPlan, after: CaseCursor | null): Condition {
  const direction = descending ? 'DESC' : 'ASC'
  const { sql, values } = allOf(after === null ? conditions : [...conditions, afterCursor(column, descending, after)])
  const order = gathers ? `+c.${column} ${direction}, +c.id ${direction}` : `c.${column} ${direction}, c.id ${direction}`
  return { sql: `${sql} ORDER BY ${order}`, values }
}

/** Exported so that a test can ask SQLite for its plan. */
export function orderQuery(reader: Reader, narrowed: Narrowed, circumstances: Circumstances = NO_CIRCUMSTANCES): Condition {
  return inOrder(orderPlan(reader, narrowed, circumstances), null)
}

/** Rows of the list by their row ids, in this order. */
export function rowsInOrder(reader: Reader, rowids: Uint32Array | readonly number[]): CaseRow[] {
  const ids = [...rowids]
  const found = reader.all<StoredRow>(`SELECT c.rowid AS rowid, ${COLUMNS} FROM cases c WHERE c.rowid IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
  const byId = new Map(found.map((row) => [row.rowid, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [asCaseRow(row)]
  })
}

/** Row ids of cases by their ids, in this order; what is not there is left out. */
export function rowidsOf(reader: Reader, ids: readonly string[]): number[] {
  return reader.numbers('SELECT c.rowid FROM json_each(?) j JOIN cases c ON c.id = j.value ORDER BY j.key', JSON.stringify(ids))
}

function sortValue(row: StoredRow, by: CaseSort): string | number {
  const column = SORT_COLUMNS[by] as 'updated_at' | 'received_on' | 'due_on' | 'title' | 'amount' | 'party_name' | 'submitting_unit' | 'file_number'
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
    red: row.red === 1,
    caseNumber: row.case_number,
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
      `SELECT count(*) AS n FROM cases WHERE reviewer_id = ? AND state IN (${WITH_REVIEWER_STATES.map((state) => `'${state}'`).join(', ')})`,
      reviewerId,
    )?.n ?? 0
  )
}
