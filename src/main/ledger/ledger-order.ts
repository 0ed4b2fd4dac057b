/**
 * The order of the ledger under a filter: the ids of all entries that match, by the day on which they came in. Made once
 * in steps, then any place in it is one step away; anything that is written makes it anew.
 */
import type { LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import type { Reader } from '../store/database.ts'
import { keptWhileOpen } from '../store/kept-while-open.ts'
import { conditionsOf, type Condition } from './ledger-conditions.ts'

/** Entries that one step walks. */
const STEP = 10_000
/** So often the making begins anew because somebody wrote meanwhile. */
const MOST_TRIES = 5

interface Narrowed {
  readonly filter: LedgerFilter
  readonly descending: boolean
}

const orders = keptWhileOpen<Uint32Array>(4)

function orderKey(reader: Reader, { filter, descending }: Narrowed): string {
  const version = reader.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
  return JSON.stringify([version, filter, descending])
}

interface Cursor {
  readonly received_on: string
  readonly id: number
}

/** Exported so that a test can ask SQLite for its plan. */
export function stepQuery({ filter, descending }: Narrowed, after: Cursor | null): Condition {
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
