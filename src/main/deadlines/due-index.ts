/**
 * What is due when, over all open cases: kept as a table with indexes, so that the board of a hundred thousand cases reads
 * the handful that is late. A case whose record changed is marked by triggers and counted anew before it is shown.
 */
import { CASE_OVER, outlivesCase } from '../../shared/deadlines/case-over.ts'
import type { Clock, ClockRun } from '../../shared/deadlines/clock.ts'
import { isOpen } from '../../shared/deadlines/clock.ts'
import type { ClockDesk as Desk } from '../../shared/deadlines/clock-subjects.ts'
import { litFrom } from '../../shared/deadlines/lit-from.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
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

export type DueBench = Pick<Workbench, 'reader' | 'catalogue' | 'station' | 'today' | 'instant' | 'withoutAudit' | 'emit'>

/** Of a day that was written down: a decision was changed of which nothing else is on record, and what is public comes down. */
const CHANGED_BY_HAND = "event = 'decisionChanged' AND taken_back_at IS NULL"

/** Of a case row `c`: it is over, and nothing of it runs on all the same. */
const NOTHING_RUNS = `(c.state IN (SELECT value FROM json_each('${JSON.stringify(CASE_OVER)}')) AND NOT (${WITHDRAWAL_OPEN}
  OR EXISTS (SELECT 1 FROM transfer_steps t WHERE t.case_id = c.id) OR EXISTS (SELECT 1 FROM returned_cases r WHERE r.case_id = c.id)
  OR EXISTS (SELECT 1 FROM clock_days k WHERE k.case_id = c.id AND ${CHANGED_BY_HAND})))`

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
  /** From when on it is amber on the board. */
  readonly lit: IsoInstant | null
}

function writeDue(writer: Writer, { run, clock, record, lit }: Due): void {
  const { due, dueAt } = clock
  if (due === null || dueAt === null || lit === null) return
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
    lit,
    clock.provisional ? 1 : 0,
    // one that goes on by itself on a known day is not looked at again then: its end is known already, and when it is amber
    clock.suspendedSince !== null && run.excluded.some(({ to }) => to === null) ? 1 : 0,
    JSON.stringify(run),
  )
}

/** Those that run towards an end of the agency, the police or whoever has to act. */
function duesOf(bench: DueBench, caseId: CaseId): Due[] {
  const record = requireCase(bench.reader, caseId)
  const over = CASE_OVER.includes(record.state)
  const { asOf } = presentMoment(bench)
  const calendar = calendarOf(bench.catalogue)
  const warnings = chosenWarnings(bench.reader)
  return clockRunsOf(bench, record, asOf)
    .filter(({ subject }) => !over || outlivesCase(subject))
    .map((run) => {
      const clock = runClock(run, calendar, asOf, warnings)
      return { run, clock, record, lit: litFrom(run, clock, asOf) }
    })
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

interface StaleCase {
  readonly id: CaseId
  /** 1: the case is over, and needs no counting. */
  readonly nothingRuns: number
}

/** Counts them until the time is up; one at least. @returns how many were looked at */
function countThese(bench: DueBench, cases: readonly StaleCase[], until: number, counted: CountedCase[]): number {
  const uncounted = uncountedOf(bench)
  let looked = 0
  for (const { id, nothingRuns } of cases) {
    // to the end of those that are tried again
    uncounted.delete(id)
    try {
      counted.push({ caseId: id, dues: nothingRuns === 1 ? [] : duesOf(bench, id) })
    } catch (error) {
      uncounted.set(id, String(error))
    }
    looked += 1
    if (performance.now() >= until) break
  }
  return looked
}

/** Cases that are looked up at once. */
const AT_ONCE = 50
/** Cases whose clocks are written in one transaction at most. */
const MOST_WRITTEN = 500

/** Those that could not be counted are left out: they come last, and would keep the others waiting. */
const leftOut = (bench: Pick<DueBench, 'reader'>): string => JSON.stringify([...uncountedOf(bench).keys()])
/** In the order of their ids from one on, so that no step looks again at those that are counted but not yet written. */
const NEXT = `SELECT s.case_id AS id, ${NOTHING_RUNS} AS nothingRuns FROM clock_stale s CROSS JOIN cases c ON c.id = s.case_id
  WHERE s.case_id > ? AND s.case_id NOT IN (SELECT value FROM json_each(?)) ORDER BY s.case_id LIMIT ${AT_ONCE}`

/** How many cases wait to be counted. */
export function staleCases(bench: Pick<Workbench, 'reader'>): number {
  return bench.reader.get<{ n: number }>('SELECT count(*) AS n FROM clock_stale WHERE case_id NOT IN (SELECT value FROM json_each(?))', leftOut(bench))?.n ?? 0
}

/** Counts for about so many milliseconds; one case at least. @returns how many were looked at; 0: none is left */
function countSome(bench: DueBench, milliseconds: number): number {
  const until = performance.now() + milliseconds
  const counted: CountedCase[] = []
  let looked = 0
  let after = ''
  do {
    const some = bench.reader.all<StaleCase>(NEXT, after, leftOut(bench))
    if (some.length === 0) break
    const own = countThese(bench, some, until, counted)
    looked += own
    after = some[own - 1]?.id ?? after
  } while (performance.now() < until && looked < MOST_WRITTEN)
  if (counted.length > 0) keepDues(bench, counted)
  return looked
}

/** Those that could not be counted, once more. */
function retryUncounted(bench: DueBench, milliseconds: number): void {
  const counted: CountedCase[] = []
  countThese(bench, [...uncountedOf(bench).keys()].map((id) => ({ id, nothingRuns: 0 })), performance.now() + milliseconds, counted)
  if (counted.length > 0) keepDues(bench, counted)
}

/** Stores of which somebody was told something that cases still waiting to be counted may change. */
const TOLD_EARLY = new WeakSet<Reader>()

/** Once all are counted, who was answered before asks again. The board and one's own clocks know what is left, and ask by themselves. */
function tellWhoWasEarly(bench: DueBench, left: number): void {
  if (left > 0 || !TOLD_EARLY.delete(bench.reader)) return
  bench.emit({ kind: 'changed', subject: 'clocks' })
}

/**
 * Counts the clocks of changed cases, for about so many milliseconds; one case at least.
 * @returns how many are left
 */
export function countStale(bench: DueBench, milliseconds: number): number {
  const until = performance.now() + milliseconds
  let left = staleCases(bench)
  if (left === 0) retryUncounted(bench, milliseconds)
  while (left > 0) {
    const looked = countSome(bench, until - performance.now())
    left -= looked
    if (looked === 0 || performance.now() >= until) break
  }
  tellWhoWasEarly(bench, left)
  return Math.max(0, left)
}

/** So many are counted before who asks for something else is answered; what an update left is done by who asks for clocks. */
const FEW = 300

/** As `countStale`, where few wait. Where it leaves some, who asked is told once they are counted: a `changed` of `clocks`. */
export function countFewStale(bench: DueBench, milliseconds: number): void {
  const { n = 0 } = bench.reader.get<{ n: number }>('SELECT count(*) AS n FROM (SELECT 1 FROM clock_stale LIMIT ?)', FEW + 1) ?? {}
  const left = n > 0 && n <= FEW ? countStale(bench, milliseconds) : n
  if (left > 0) TOLD_EARLY.add(bench.reader)
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** Milliseconds of one step where others wait, and of those who count, too. */
const STEP = 40

/** All of them, giving way to other calls in between. @param said hears how many are left */
export async function countAllStale(bench: DueBench, said: (left: number) => void = () => undefined): Promise<void> {
  let left = staleCases(bench)
  if (left === 0) retryUncounted(bench, STEP)
  while (left > 0) {
    said(left)
    const looked = countSome(bench, STEP)
    // what others changed meanwhile is counted at the end of it
    left = looked === 0 ? 0 : left - looked > 0 ? left - looked : staleCases(bench)
    await nextTurn()
  }
  tellWhoWasEarly(bench, left)
}

/** An earlier program took a case off the board when it was over, whatever of it ran on: such a one is marked again. */
function markForgotten(bench: DueBench): void {
  const { reader } = bench
  const changed = reader.all<{ caseId: CaseId }>(`SELECT DISTINCT case_id AS caseId FROM clock_days WHERE ${CHANGED_BY_HAND}`)
  const running = new Set([...openTransfers(reader), ...changed].map(({ caseId }) => caseId).concat(unansweredReturns(reader).flatMap(({ caseId }) => caseId ?? [])))
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
