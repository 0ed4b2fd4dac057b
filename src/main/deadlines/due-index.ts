/**
 * What is due when, over all open cases: kept as a table with indexes, so that the board of a hundred thousand cases reads
 * the handful that is late. A case whose record changed is marked by triggers and counted anew before it is shown.
 */
import type { Clock, ClockRun } from '../../shared/deadlines/clock.ts'
import { isOpen } from '../../shared/deadlines/clock.ts'
import type { ClockDesk as Desk } from '../../shared/deadlines/clock-subjects.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { CaseId, PersonId } from '../../shared/values/values.ts'
import { handlersOf, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { Workbench } from '../core/handler.ts'
import type { Writer } from '../store/database.ts'
import { isWithdrawalOpen, WITHDRAWAL_OPEN } from '../disclosure/disclosure-record.ts'
import { clockRunsOf } from './case-clocks.ts'
import { presentMoment } from './present-moment.ts'
import { calendarOf } from './review-clock.ts'
import { chosenWarnings } from './warnings.ts'

export type DueBench = Pick<Workbench, 'reader' | 'catalogue' | 'station' | 'today' | 'instant' | 'withoutAudit'>

/** Cases of which nothing is due at the board any more. */
const OVER: readonly CaseState[] = ['archived', 'withdrawn', 'dropped']

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
  const over = OVER.includes(record.state)
  if (over && !isWithdrawalOpen(bench.reader, caseId)) return []
  const { asOf } = presentMoment(bench)
  const calendar = calendarOf(bench.catalogue)
  const warnings = chosenWarnings(bench.reader)
  return clockRunsOf(bench, record, asOf)
    // of an archived case nothing runs any more but what has to come down again
    .filter(({ subject }) => !over || subject === 'publicationWithdrawal')
    .map((run) => ({ run, clock: runClock(run, calendar, asOf, warnings), record }))
    .filter(({ clock }) => clock.limit === 'atMost' && isOpen(clock))
}

interface CountedCase {
  readonly caseId: CaseId
  readonly dues: readonly Due[]
}

function keepDues(bench: DueBench, counted: readonly CountedCase[]): void {
  bench.withoutAudit('deadlines.count', (writer) => {
    for (const { caseId, dues } of counted) {
      writer.run('DELETE FROM clock_dues WHERE case_id = ?', caseId)
      for (const due of dues) writeDue(writer, due)
      writer.run('DELETE FROM clock_stale WHERE case_id = ?', caseId)
    }
  })
}

/** Cases that are looked up at once, and kept in one transaction. */
const AT_ONCE = 100

/** Cases that are over need no counting: their rows go in one step. */
function forgetOver(bench: DueBench): void {
  const over = OVER.map(() => '?').join(', ')
  const stale = `FROM clock_stale s JOIN cases c ON c.id = s.case_id WHERE c.state IN (${over}) AND NOT ${WITHDRAWAL_OPEN}`
  const isOver = `case_id IN (SELECT s.case_id ${stale})`
  if (bench.reader.get(`SELECT 1 ${stale} LIMIT 1`, ...OVER) === undefined) return
  bench.withoutAudit('deadlines.count', (writer) => {
    writer.run(`DELETE FROM clock_dues WHERE ${isOver}`, ...OVER)
    writer.run(`DELETE FROM clock_stale WHERE ${isOver}`, ...OVER)
  })
}

/** How many cases wait to be counted. */
export function staleCases({ reader }: Pick<Workbench, 'reader'>): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM clock_stale')?.n ?? 0
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
  while (left > 0) {
    const counted: CountedCase[] = []
    for (const { id } of bench.reader.all<{ id: CaseId }>(`SELECT case_id AS id FROM clock_stale LIMIT ${AT_ONCE}`)) {
      counted.push({ caseId: id, dues: duesOf(bench, id) })
      if (performance.now() >= until) break
    }
    keepDues(bench, counted)
    left -= counted.length
    if (counted.length === 0 || performance.now() >= until) break
  }
  return Math.max(0, left)
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** All of them, giving way to other calls in between. */
export async function countAllStale(bench: DueBench): Promise<void> {
  while (countStale(bench, 20) > 0) await nextTurn()
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
  const goOn = (): void => {
    try {
      if (countStale(bench, SLICE) > 0) timer = setTimeout(goOn, PAUSE).unref()
    } catch (error) {
      // the board counts again and tells who asks; here nobody does
      log(`${new Date().toISOString()} clocks: ${String(error)}`)
    }
  }
  goOn()
  return () => clearTimeout(timer)
}
