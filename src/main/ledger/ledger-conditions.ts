/**
 * The filters of the ledger as conditions in SQL, asked of one line (`ledger_entries e`) after the other. What a live line
 * says, the tables of its case say; an imported one has it in its own columns and marks.
 */
import { ANY_TRIGGER } from '../../shared/cases/case-filter.ts'
import type { LedgerFilter } from '../../shared/ledger/ledger-filter.ts'
import { bigramQuery } from '../../shared/search/bigrams.ts'
import { NO_AMOUNT } from '../cases/case-record.ts'
import { marksOf, readSerial } from '../cases/column-conditions.ts'
import type { SqlValue } from '../store/database.ts'
import { entryQuery } from './entry-words.ts'

export interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** What a filter asks of live entries and of imported ones: each has it from elsewhere. */
function either(live: string, imported: string, ...values: readonly SqlValue[]): Condition {
  return { sql: `(CASE WHEN e.import_id IS NULL THEN ${live} ELSE ${imported} END)`, values }
}

// asked of one entry after the other, each by an index: as a set of pairs it would be made anew for each of them
const ISSUED = 'EXISTS (SELECT 1 FROM issued_reviews s INDEXED BY issued_reviews_by_case WHERE s.case_id = e.case_id AND s.round = e.round)'
const LAST = 'NOT EXISTS (SELECT 1 FROM ledger_entries n INDEXED BY ledger_entries_of_round WHERE n.case_id = e.case_id AND n.round > e.round)'
const ARCHIVED = `(EXISTS (SELECT 1 FROM archives v WHERE v.case_id = e.case_id) AND ${LAST})`
const cell = (column: string): string => `(e.content ->> '$.${column}')`
/** An imported row is history: it is where its own columns say. */
const says = (column: string): string => `${cell(column)} IS NOT NULL`

const STANDING: Readonly<Record<NonNullable<LedgerFilter['standing']>, Condition>> = {
  open: either(`NOT ${ISSUED}`, `NOT ${says('opinionDate')}`),
  issued: either(ISSUED, says('opinionDate')),
  archived: either(ARCHIVED, says('archived')),
}

function textCondition(query: string): Condition {
  const cases = 'SELECT c.id FROM cases c WHERE c.rowid IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)'
  return either(`e.case_id IN (${cases})`, 'e.id IN (SELECT rowid FROM ledger_search WHERE ledger_search MATCH ?)', query, query)
}

/** Facts of the case as a whole stand on its last round, those of a review on their own. */
const OF_THE_CASE = /^(?:published|remedy|transfer)\//u

function markCondition(mark: string): Condition {
  const marked = (round: string): string => `EXISTS (SELECT 1 FROM ledger_marks m WHERE m.mark = ? AND m.case_id = e.case_id AND m.round = ${round})`
  const live = OF_THE_CASE.test(mark) ? `(${marked('0')} AND ${LAST})` : marked('e.round')
  return either(live, 'EXISTS (SELECT 1 FROM imported_marks m WHERE m.mark = ? AND m.entry_id = e.id)', mark, mark)
}

interface Span {
  /** Of live entries, around a comparison of `column`. */
  readonly live: (compared: string) => string
  readonly column: string
  readonly imported: (compared: string) => string
  readonly importedColumn: string
  readonly from: string | number | null
  readonly to: string | number | null
  /** What a bound is of an imported row. */
  readonly importedBound?: (bound: string | number) => string | number
}

function spanCondition({ live, column, imported, importedColumn, from, to, importedBound = (bound) => bound }: Span): Condition[] {
  const bounds = ([['>=', from], ['<=', to]] as const).flatMap(([sign, bound]) => (bound === null ? [] : [[sign, bound] as const]))
  if (bounds.length === 0) return []
  const compared = (of: string): string => bounds.map(([sign]) => `${of} ${sign} ?`).join(' AND ')
  const values = bounds.map(([, bound]) => bound)
  return [either(live(compared(column)), imported(compared(importedColumn)), ...values, ...values.map(importedBound))]
}

/** An imported row has the day of a decision or of the archive in a mark: its cell may say more. */
const dayMark = (kind: string): Pick<Span, 'imported' | 'importedColumn' | 'importedBound'> => ({
  imported: (compared) => `EXISTS (SELECT 1 FROM imported_marks m WHERE m.entry_id = e.id AND m.mark > '${kind}/' AND m.mark < '${kind}0' AND ${compared})`,
  importedColumn: 'm.mark',
  importedBound: (day) => `${kind}/${day}`,
})

const ownCell = (column: string): Pick<Span, 'imported' | 'importedColumn'> => ({ imported: (compared) => `(${compared})`, importedColumn: cell(column) })

function spanConditions(filter: LedgerFilter): Condition[] {
  const ofRound = (table: string, index: string, alias: string) => (compared: string) =>
    `EXISTS (SELECT 1 FROM ${table} ${alias} INDEXED BY ${index} WHERE ${alias}.case_id = e.case_id AND ${alias}.round = e.round AND ${compared})`
  return [
    ...spanCondition({ ...ownCell('due'), live: ofRound('rounds', 'rounds_due', 'r'), column: 'r.due_on', from: filter.dueFrom, to: filter.dueTo }),
    ...spanCondition({
      ...ownCell('opinionDate'),
      live: ofRound('issued_reviews', 'issued_reviews_by_case', 's'),
      column: 's.issued_on',
      from: filter.issuedFrom,
      to: filter.issuedTo,
    }),
    ...spanCondition({
      ...dayMark('decided'),
      live: ofRound('decisions', 'decisions_of_round', 'd'),
      column: 'd.decided_on',
      from: filter.decidedFrom,
      to: filter.decidedTo,
    }),
    ...spanCondition({
      ...dayMark('archived'),
      live: (compared) => `(EXISTS (SELECT 1 FROM archives v INDEXED BY archives_of_case WHERE v.case_id = e.case_id AND ${compared}) AND ${LAST})`,
      column: 'v.archived_on',
      from: filter.archivedFrom,
      to: filter.archivedTo,
    }),
    ...spanCondition({
      ...ownCell('amount'),
      live: (compared) => `e.case_id IN (SELECT c.id FROM cases c INDEXED BY cases_by_amount WHERE c.amount > ${NO_AMOUNT} AND ${compared})`,
      column: 'c.amount',
      from: filter.amountFrom,
      to: filter.amountTo,
    }),
  ]
}

function serialCondition(text: string): Condition {
  const [year, serial] = readSerial(text) ?? [null, null]
  return either('(e.serial_year = ? AND e.serial = ?)', `${cell('serial')} = ?`, year, serial, text)
}

type Add = <Value>(wanted: Value | null, make: (value: Value) => Condition) => void

function ofTheReview({ round, trigger, actionKind, unit, reviewerId, handlerId, opinionType }: LedgerFilter, add: Add): void {
  add(unit, (name) => either('e.case_id IN (SELECT id FROM cases WHERE submitting_unit = ?)', 'e.unit = ?', name, name))
  add(actionKind, (kind) => either('e.case_id IN (SELECT case_id FROM case_kinds WHERE kind = ?)', "instr(e.kinds, ',' || ? || ',') > 0", kind, kind))
  add(round, (value) => ({ sql: 'e.round = ?', values: [value] }))
  add(trigger, (id) =>
    either(
      'EXISTS (SELECT 1 FROM case_judgements j WHERE j.mark = ? AND j.case_id = e.case_id)',
      id === ANY_TRIGGER ? says('trigger') : 'false',
      `trigger/${id}`,
    ),
  )
  add(handlerId, (id) =>
    either('EXISTS (SELECT 1 FROM case_handlers h WHERE h.person_id = ? AND h.case_id = e.case_id)', `instr(${cell('handler')}, (SELECT name FROM people WHERE id = ?)) > 0`, id, id),
  )
  add(reviewerId, (id) =>
    either(
      'EXISTS (SELECT 1 FROM rounds r INDEXED BY rounds_by_reviewer WHERE r.reviewer_id = ? AND r.case_id = e.case_id AND r.round = e.round)',
      'instr(e.reviewer, (SELECT name FROM people WHERE id = ?)) > 0',
      id,
      id,
    ),
  )
  add(opinionType, (type) => either(`${ISSUED.slice(0, -1)} AND s.type = ?)`, 'e.type = ?', type, type))
}

export function conditionsOf(filter: LedgerFilter): Condition[] {
  const { from, to, standing, origin, serial, text } = filter
  const conditions: Condition[] = [{ sql: 'e.withdrawn = 0', values: [] }]
  const add: Add = (wanted, make) => {
    if (wanted !== null) conditions.push(make(wanted))
  }
  add(from, (day) => ({ sql: 'e.received_on >= ?', values: [day] }))
  add(to, (day) => ({ sql: 'e.received_on <= ?', values: [day] }))
  ofTheReview(filter, add)
  if (standing !== null) conditions.push(STANDING[standing])
  if (origin !== null) conditions.push({ sql: `e.import_id IS ${origin === 'live' ? '' : 'NOT '}NULL`, values: [] })
  conditions.push(...marksOf(filter).map(markCondition), ...spanConditions(filter))
  if (serial !== '') conditions.push(serialCondition(serial))
  const words = entryQuery(filter)
  if (words !== null) conditions.push({ sql: 'e.id IN (SELECT rowid FROM entry_search WHERE entry_search MATCH ?)', values: [words] })
  const query = bigramQuery(text)
  if (query !== null) conditions.push(textCondition(query))
  return conditions
}
