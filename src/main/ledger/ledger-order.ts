/**
 * The order of the ledger under a filter: the ids of all entries that match, by the day on which they came in. Made once
 * in steps, then any place in it is one step away; anything that is written makes it anew.
 */
import type { LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import { bigramQuery } from '../../shared/search/bigrams.ts'
import type { Reader, SqlValue } from '../store/database.ts'
import { keptWhileOpen } from '../store/kept-while-open.ts'

/** Entries that one step walks. */
const STEP = 10_000
/** So often the making begins anew because somebody wrote meanwhile. */
const MOST_TRIES = 5

interface Narrowed {
  readonly filter: LedgerFilter
  readonly descending: boolean
}

interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

const orders = keptWhileOpen<Uint32Array>(4)

function orderKey(reader: Reader, { filter, descending }: Narrowed): string {
  const version = reader.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
  return JSON.stringify([version, filter, descending])
}

/** What a filter asks of live entries and of imported ones: each has it from elsewhere. */
function either(live: string, imported: string, ...values: readonly SqlValue[]): Condition {
  return { sql: `(CASE WHEN e.import_id IS NULL THEN ${live} ELSE ${imported} END)`, values }
}

// asked of one entry after the other, each by an index: as a set of pairs it would be made anew for each of them
const ISSUED = 'EXISTS (SELECT 1 FROM issued_reviews s INDEXED BY issued_reviews_by_case WHERE s.case_id = e.case_id AND s.round = e.round)'
const LAST = 'NOT EXISTS (SELECT 1 FROM ledger_entries n INDEXED BY ledger_entries_of_round WHERE n.case_id = e.case_id AND n.round > e.round)'
const ARCHIVED = `(EXISTS (SELECT 1 FROM archives v WHERE v.case_id = e.case_id) AND ${LAST})`
/** An imported row is history: it is where its own columns say. */
const SAYS = (column: string): string => `(e.content ->> '$.${column}') IS NOT NULL`

const STANDING: Readonly<Record<NonNullable<LedgerFilter['standing']>, Condition>> = {
  open: either(`NOT ${ISSUED}`, `NOT ${SAYS('opinionDate')}`),
  issued: either(ISSUED, SAYS('opinionDate')),
  archived: either(ARCHIVED, SAYS('archived')),
}

function textCondition(query: string): Condition {
  const cases = 'SELECT c.id FROM cases c WHERE c.rowid IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)'
  return either(`e.case_id IN (${cases})`, 'e.id IN (SELECT rowid FROM ledger_search WHERE ledger_search MATCH ?)', query, query)
}

function conditionsOf({ from, to, unit, actionKind, reviewerId, opinionType, standing, origin, text }: LedgerFilter): Condition[] {
  const conditions: Condition[] = [{ sql: 'e.withdrawn = 0', values: [] }]
  const add = (wanted: string | null, make: (value: string) => Condition): void => {
    if (wanted !== null) conditions.push(make(wanted))
  }
  add(from, (day) => ({ sql: 'e.received_on >= ?', values: [day] }))
  add(to, (day) => ({ sql: 'e.received_on <= ?', values: [day] }))
  add(unit, (name) => either('e.case_id IN (SELECT id FROM cases WHERE submitting_unit = ?)', 'e.unit = ?', name, name))
  add(actionKind, (kind) => either('e.case_id IN (SELECT case_id FROM case_kinds WHERE kind = ?)', "instr(e.kinds, ',' || ? || ',') > 0", kind, kind))
  add(reviewerId, (id) =>
    either(
      'EXISTS (SELECT 1 FROM rounds r INDEXED BY rounds_by_reviewer WHERE r.reviewer_id = ? AND r.case_id = e.case_id AND r.round = e.round)',
      'instr(e.reviewer, (SELECT name FROM people WHERE id = ?)) > 0',
      id,
      id,
    ),
  )
  add(opinionType, (type) => either(`${ISSUED.slice(0, -1)} AND s.type = ?)`, 'e.type = ?', type, type))
  if (standing !== null) conditions.push(STANDING[standing])
  if (origin !== null) conditions.push({ sql: `e.import_id IS ${origin === 'live' ? '' : 'NOT '}NULL`, values: [] })
  const query = bigramQuery(text)
  if (query !== null) conditions.push(textCondition(query))
  return conditions
}

interface Cursor {
  readonly received_on: string
  readonly id: number
}

function stepQuery({ filter, descending }: Narrowed, after: Cursor | null): Condition {
  const cursor: Condition[] = after === null ? [] : [{ sql: `(e.received_on, e.id) ${descending ? '<' : '>'} (?, ?)`, values: [after.received_on, after.id] }]
  const all = [...conditionsOf(filter), ...cursor]
  const direction = descending ? 'DESC' : 'ASC'
  return {
    sql: `SELECT e.id FROM ledger_entries e INDEXED BY ledger_entries_by_day WHERE ${all.map(({ sql }) => sql).join(' AND ')}
      ORDER BY e.received_on ${direction}, e.id ${direction} LIMIT ${STEP}`,
    values: all.flatMap(({ values }) => values),
  }
}

/** @returns undefined where somebody wrote while it was made */
async function makeOrder(reader: Reader, narrowed: Narrowed, key: string): Promise<Uint32Array | undefined> {
  const order: number[] = []
  let after: Cursor | null = null
  for (;;) {
    const { sql, values } = stepQuery(narrowed, after)
    const step = reader.numbers(sql, ...values)
    for (const id of step) order.push(id)
    const last = step.at(-1)
    if (last === undefined || step.length < STEP) return Uint32Array.from(order)
    after = reader.get<Cursor>('SELECT received_on, id FROM ledger_entries WHERE id = ?', last) ?? null
    await new Promise((resolve) => setImmediate(resolve))
    if (orderKey(reader, narrowed) !== key) return undefined
  }
}

/** The order under a filter. Where somebody writes all the time, it is walked in one go. */
export async function ledgerOrder(reader: Reader, narrowed: Narrowed): Promise<Uint32Array> {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const key = orderKey(reader, narrowed)
    const order = orders.get(reader, key) ?? (await makeOrder(reader, narrowed, key))
    if (order === undefined) continue
    orders.set(reader, key, order)
    return order
  }
  return walkedAtOnce(reader, narrowed)
}

/** In one go: the others wait some tenths of a second. */
function walkedAtOnce(reader: Reader, narrowed: Narrowed): Uint32Array {
  const { sql, values } = stepQuery(narrowed, null)
  return Uint32Array.from(reader.numbers(sql.replace(/LIMIT \d+$/, ''), ...values))
}
