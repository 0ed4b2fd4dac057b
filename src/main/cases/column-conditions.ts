/**
 * The conditions of the ledger's columns as filters of the list of cases: a case is left where one of its lines says it. Each
 * has an index of its own, like every filter of the list.
 */
import type { CaseFilter } from '../../shared/cases/case-filter.ts'
import type { ColumnFilter } from '../../shared/ledger/column-filter.ts'
import { entryQuery } from '../ledger/entry-words.ts'
import type { SqlValue } from '../store/database.ts'
import type { IndexedFilter } from './case-conditions.ts'

/** Up to this share of all cases a mark is asked as a set; where it leaves more, a page is full after a few rows. */
const SET_UP_TO = 0.05

/** The marks that the conditions ask for: see the migration `ledger-marks`. */
export function marksOf(filter: ColumnFilter): string[] {
  const chosen = (['assignment', 'defects', 'adopted', 'published', 'remedy', 'transfer'] as const).flatMap((kind) => {
    const value = filter[kind]
    return value === null ? [] : [`${kind}/${value}`]
  })
  return filter.extended ? [...chosen, 'extension/yes'] : chosen
}

/** `2026-0012` as the ledger counts: the year and the number within it; undefined for what is no such serial. */
export function readSerial(text: string): readonly [year: number, serial: number] | undefined {
  const match = /^(\d{4})-(\d{1,9})$/u.exec(text.normalize('NFKC').trim())
  return match === null ? undefined : [Number(match[1]), Number(match[2])]
}

function markFilter(mark: string): IndexedFilter {
  const values = [mark]
  // in the order of the index, so that a case with several rounds counts once without being sorted
  const counted = { sql: 'SELECT DISTINCT case_id FROM ledger_marks WHERE mark = ?', values }
  return {
    counted,
    ids: { sql: 'SELECT DISTINCT x.rowid AS rowid FROM ledger_marks k JOIN cases x ON x.id = k.case_id WHERE k.mark = ?', values },
    onRow: { sql: 'EXISTS (SELECT 1 FROM ledger_marks k WHERE k.mark = ? AND k.case_id = c.id)', values },
    inSet: { sql: '+c.id IN (SELECT case_id FROM ledger_marks WHERE mark = ?)', values },
    setUpTo: SET_UP_TO,
  }
}

interface Days {
  readonly table: 'decisions' | 'archives'
  readonly column: 'decided_on' | 'archived_on'
  readonly index: string
}
const DECIDED: Days = { table: 'decisions', column: 'decided_on', index: 'decisions_by_day' }
const ARCHIVED: Days = { table: 'archives', column: 'archived_on', index: 'archives_by_day' }

function dayFilter({ table, column, index }: Days, from: string | null, to: string | null): IndexedFilter {
  const values: readonly SqlValue[] = [from, to].filter((day) => day !== null)
  const within = (alias: string): string => [...(from === null ? [] : [`${alias}.${column} >= ?`]), ...(to === null ? [] : [`${alias}.${column} <= ?`])].join(' AND ')
  const cases = `SELECT k.case_id FROM ${table} k INDEXED BY ${index} WHERE ${within('k')}`
  return {
    counted: { sql: cases.replace('SELECT', 'SELECT DISTINCT'), values },
    roughly: { sql: cases, values },
    ids: { sql: `SELECT x.rowid FROM cases x WHERE x.id IN (${cases})`, values },
    onRow: { sql: `EXISTS (SELECT 1 FROM ${table} k WHERE k.case_id = c.id AND ${within('k')})`, values },
    inSet: { sql: `+c.id IN (${cases})`, values },
  }
}

function wordFilter(query: string): IndexedFilter {
  const values = [query]
  const cases = 'SELECT e.case_id FROM entry_search w CROSS JOIN ledger_entries e ON e.id = w.rowid WHERE entry_search MATCH ? AND e.case_id IS NOT NULL'
  return {
    ids: { sql: `SELECT x.rowid AS rowid FROM cases x WHERE x.id IN (${cases})`, values },
    onRow: {
      sql: `EXISTS (SELECT 1 FROM ledger_entries e INDEXED BY ledger_entries_of_round CROSS JOIN entry_search w ON w.rowid = e.id
        WHERE e.case_id = c.id AND entry_search MATCH ?)`,
      values,
    },
    inSet: { sql: `+c.id IN (${cases})`, values },
  }
}

function serialFilter(text: string): IndexedFilter {
  const values = readSerial(text) ?? [null, null]
  const cases = 'SELECT e.case_id FROM ledger_entries e INDEXED BY ledger_entries_by_serial WHERE e.serial_year = ? AND e.serial = ? AND e.serial IS NOT NULL'
  const asked = { sql: `+c.id IN (${cases})`, values }
  return { ids: { sql: `SELECT x.rowid FROM cases x WHERE x.id IN (${cases})`, values }, onRow: asked, inSet: asked }
}

export function columnFilters(filter: CaseFilter): IndexedFilter[] {
  const { serial, decidedFrom, decidedTo, archivedFrom, archivedTo } = filter
  const filters = marksOf(filter).map(markFilter)
  if (serial !== '') filters.push(serialFilter(serial))
  if (decidedFrom !== null || decidedTo !== null) filters.push(dayFilter(DECIDED, decidedFrom, decidedTo))
  if (archivedFrom !== null || archivedTo !== null) filters.push(dayFilter(ARCHIVED, archivedFrom, archivedTo))
  // each of the two may stand on a line of its own
  for (const asked of [{ decisionNumber: filter.decisionNumber, remark: '' }, { decisionNumber: '', remark: filter.remark }]) {
    const query = entryQuery(asked)
    if (query !== null) filters.push(wordFilter(query))
  }
  return filters
}
