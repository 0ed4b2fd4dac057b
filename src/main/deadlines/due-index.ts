/**
 * What is due when, over all open cases: kept as a table with indexes, so that the board of a hundred thousand cases reads
 * the handful that is late. A case whose record changed is marked by triggers and counted anew before it is shown.
 */
import { CASE_OVER, outlivesCase } from '../../shared/deadlines/case-over.ts'
import type { Clock, ClockRun } from '../../shared/deadlines/clock.ts'
import { isOpen } from '../../shared/deadlines/clock.ts'
import type { ClockDesk as Desk } from '../../shared/deadlines/clock-subjects.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { CaseId, PersonId } from '../../shared/values/values.ts'
import { handlersOf, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { Workbench } from '../core/handler.ts'
import { WITHDRAWAL_OPEN } from '../disclosure/disclosure-record.ts'
import type { Reader, Writer } from '../store/database.ts'
import { unansweredReturns } from '../transfer/return-record.ts'
import { openTransfers } from '../transfer/transfer-record.ts'
import { clockRunsOf } from './case-clocks.ts'
import { presentMoment } from './present-moment.ts'
import { calendarOf } from './review-clock.ts'
import { chosenWarnings } from './warnings.ts'

export type DueBench = Pick<Workbench, 'reader' | 'catalogue' | 'station' | 'today' | 'instant' | 'withoutAudit'>

/** Of a case row `c` that is over: something of it may run on all the same. */
const MAY_RUN_ON = `(${WITHDRAWAL_OPEN} OR EXISTS (SELECT 1 FROM transfer_steps t WHERE t.case_id = c.id)
  OR EXISTS (SELECT 1 FROM returned_cases r WHERE r.case_id = c.id))`

function mayRunOn(reader: Reader, caseId: CaseId): boolean {
  return reader.get(`SELECT 1 FROM cases c WHERE c.id = ? AND ${MAY_RUN_ON}`, caseId) !== undefined
}

/** Whose the clock is: the reviewer's, or the first handler's whom the station knows. */
function personFor(desk: Desk, record: CaseRecord): PersonId | null {
  if (desk === 'reviewer') return record.reviewerId
  return desk === 'handler' ? (handlersOf(record)[0] ?? null) : null
}

/** Nobody reviews yet: it lies with the head, who assigns. */
function deskOf({ desk }: ClockRun, record: CaseRecord): Desk {
  return desk === 'reviewer' && record.reviewerId === null ? 'head' : desk
}

export interface Due {
  readonly run: ClockRun
  readonly clock: Clock
  readonly record: CaseRecord
}

function writeDue(writer: Writer, { run, clock, record }: Due): void {
  const { due, dueAt, amberFrom } = clock
  if (due === null || dueAt === null || amberFrom === null) return
  const desk = deskOf(run, record)
  writer.run(
    `INSERT INTO clock_dues (case_id, clock, subject, desk, person_id, due_on, due_at, amber_at, provisional, suspended, run)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    record.id,
    clock.key,
    clock.subject,
    desk,
    personFor(desk, record),
    due,
    dueAt,
    amberFrom,
    clock.provisional ? 1 : 0,
    clock.suspendedSince === null ? 0 : 1,
    JSON.stringify(run),
  )
}

/** Those that run towards an end of the agency, the police or whoever has to act. */
function duesOf(bench: DueBench, caseId: CaseId): Due[] {
  const record = requireCase(bench.reader, caseId)
  const over = CASE_OVER.includes(record.state)
  if (over && !mayRunOn(bench.reader, caseId)) return []
  const { asOf } = presentMoment(bench)
  const calendar = calendarOf(bench.catalogue)
  const warnings = chosenWarnings(bench.reader)
  return clockRunsOf(bench, record, asOf)
    .filter(({ subject }) => !over || outlivesCase(subject))
    .map((run) => ({ run, clock: runClock(run, calendar, asOf, warnings), record }))
    .filter(({ clock }) => clock.limit === 'atMost' && isOpen(clock))
}

interface CountedCase {
  readonly caseId: CaseId
  readonly dues: readonly Due[]
}

function writeDues(bench: DueBench, counted: readonly CountedCase[]): void {
  bench.withoutAudit('deadlines.count', (writer) => {
    for (const { caseId, dues } of counted) {
      writer.run('DELETE FROM clock_dues WHERE case_id = ?', caseId)
      for (const due of dues) writeDue(writer, due)
      writer.run('DELETE FROM clock_stale WHERE case_id = ?', caseId)
    }
  })
}

/** A row that the table does not take is of one case; a disk that is full is not. */
const isOfOneCase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_CONSTRAINT')

/** All in one transaction; where one case cannot be kept, each in its own. */
function keepDues(bench: DueBench, counted: readonly CountedCase[]): void {
  try {
    writeDues(bench, counted)
  } catch (error) {
    if (!isOfOneCase(error)) throw error
    for (const one of counted) {
      try {
        writeDues(bench, [one])
      } catch (reason) {
        if (!isOfOneCase(reason)) throw reason
        uncountedOf(bench).set(one.caseId, String(reason))
      }
    }
  }
}

/**
 * Cases whose record could not be counted, and why. One of them takes nothing else off the board: it stays marked, is named
 * there, and is tried again once all others are counted.
 */
const UNCOUNTED = new WeakMap<Reader, Map<CaseId, string>>()

function uncountedOf({ reader }: Pick<DueBench, 'reader'>): Map<CaseId, string> {
  const known = UNCOUNTED.get(reader) ?? new Map<CaseId, string>()
  UNCOUNTED.set(reader, known)
  return known
}

/** Cases that could not be counted the last time, with their titles. */
export function uncountedCases(bench: Pick<DueBench, 'reader'>): { readonly caseId: CaseId; readonly title: string }[] {
  return [...uncountedOf(bench).keys()].map((caseId) => ({
    caseId,
    title: bench.reader.get<{ title: string }>('SELECT title FROM cases WHERE id = ?', caseId)?.title ?? caseId,
  }))
}

/** Counts them until the time is up; one at least. @returns how many were looked at */
function countThese(bench: DueBench, ids: readonly CaseId[], until: number): number {
  const uncounted = uncountedOf(bench)
  const counted: CountedCase[] = []
  let looked = 0
  for (const caseId of ids) {
    // to the end of those that are tried again
    uncounted.delete(caseId)
    try {
      counted.push({ caseId, dues: duesOf(bench, caseId) })
    } catch (error) {
      uncounted.set(caseId, String(error))
    }
    looked += 1
    if (performance.now() >= until) break
  }
  if (counted.length > 0) keepDues(bench, counted)
  return looked
}

/** Cases that are looked up at once, and kept in one transaction. */
const AT_ONCE = 100

/** Cases that are over need no counting: their rows go in one step. */
function forgetOver(bench: DueBench): void {
  const over = CASE_OVER.map(() => '?').join(', ')
  const stale = `FROM clock_stale s JOIN cases c ON c.id = s.case_id WHERE c.state IN (${over}) AND NOT ${MAY_RUN_ON}`
  const isOver = `case_id IN (SELECT s.case_id ${stale})`
  if (bench.reader.get(`SELECT 1 ${stale} LIMIT 1`, ...CASE_OVER) === undefined) return
  bench.withoutAudit('deadlines.count', (writer) => {
    writer.run(`DELETE FROM clock_dues WHERE ${isOver}`, ...CASE_OVER)
    writer.run(`DELETE FROM clock_stale WHERE ${isOver}`, ...CASE_OVER)
  })
}

/** Those that could not be counted are left out: they come last, and would keep the others waiting. */
const WAITING = 'FROM clock_stale WHERE case_id NOT IN (SELECT value FROM json_each(?))'
const leftOut = (bench: Pick<DueBench, 'reader'>): string => JSON.stringify([...uncountedOf(bench).keys()])

/** How many cases wait to be counted. */
export function staleCases(bench: Pick<Workbench, 'reader'>): number {
  return bench.reader.get<{ n: number }>(`SELECT count(*) AS n ${WAITING}`, leftOut(bench))?.n ?? 0
}

/**
 * Counts the clocks of changed cases, for about so many milliseconds; one case at least.
 * @returns how many are left
 */
export function countStale(bench: DueBench, milliseconds: number): number {
  const until = performance.now() + milliseconds
  let left = staleCases(bench)
  if (left > AT_ONCE) {
    forgetOver(bench)
    left = staleCases(bench)
  }
  if (left === 0) countThese(bench, [...uncountedOf(bench).keys()], until)
  while (left > 0) {
    const ids = bench.reader.all<{ id: CaseId }>(`SELECT case_id AS id ${WAITING} LIMIT ${AT_ONCE}`, leftOut(bench))
    const looked = countThese(bench, ids.map(({ id }) => id), until)
    left -= looked
    if (looked === 0 || performance.now() >= until) break
  }
  return Math.max(0, left)
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** All of them, giving way to other calls in between. */
export async function countAllStale(bench: DueBench): Promise<void> {
  while (countStale(bench, 20) > 0) await nextTurn()
}

/** An earlier program took a case off the board when it was over, whatever of it ran on: such a one is marked again. */
function markForgotten(bench: DueBench): void {
  const { reader } = bench
  const running = new Set([...openTransfers(reader).map(({ caseId }) => caseId), ...unansweredReturns(reader).flatMap(({ caseId }) => caseId ?? [])])
  const isOver = `SELECT 1 FROM cases c WHERE c.id = ? AND c.state IN (${CASE_OVER.map(() => '?').join(', ')})`
  const forgotten = [...running].filter(
    (caseId) => reader.get(isOver, caseId, ...CASE_OVER) !== undefined && reader.get('SELECT 1 FROM clock_dues WHERE case_id = ? LIMIT 1', caseId) === undefined,
  )
  if (forgotten.length === 0) return
  bench.withoutAudit('deadlines.count', (writer) => {
    for (const caseId of forgotten) writer.run('INSERT OR IGNORE INTO clock_stale (case_id) VALUES (?)', caseId)
  })
}

/** Milliseconds of each slice of work that nobody waits for, and between two of them. */
const SLICE = 40
const PAUSE = 1000

/**
 * Counts what waits in the background. Slowly: every write makes a list of a hundred thousand cases begin its order anew.
 * Who looks at the board does not wait for it, see {@link countStale}.
 * @returns ends it
 */
export function countInBackground(bench: DueBench, log: (line: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const told = new Set<CaseId>()
  const say = (what: string): void => log(`${new Date().toISOString()} clocks: ${what}`)
  const goOn = (): void => {
    try {
      const left = countStale(bench, SLICE)
      for (const [caseId, reason] of uncountedOf(bench)) {
        if (!told.has(caseId)) say(`case ${caseId} is not counted: ${reason}`)
        told.add(caseId)
      }
      if (left > 0) timer = setTimeout(goOn, PAUSE).unref()
    } catch (error) {
      // the board counts again and tells who asks; here nobody does
      say(String(error))
    }
  }
  markForgotten(bench)
  goOn()
  return () => clearTimeout(timer)
}
