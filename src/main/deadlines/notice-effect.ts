/** Which open clocks a notice of days off moves (重算): computed from the runs that are kept, without reading a case again. */
import type { NoticeEffect, MovedClock } from '../../shared/deadlines/contract.ts'
import { MOST_MOVED_SHOWN } from '../../shared/deadlines/contract.ts'
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { Clock, ClockRun } from '../../shared/deadlines/clock.ts'
import { litFrom } from '../../shared/deadlines/lit-from.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { Warnings } from '../../shared/deadlines/clock-subjects.ts'
import { runningClock } from '../../shared/home/lights.ts'
import type { CaseId, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import type { Writer } from '../store/database.ts'
import type { DueBench } from './due-index.ts'
import { presentMoment } from './present-moment.ts'
import { chosenWarnings } from './warnings.ts'

interface KeptDue {
  readonly place: number
  readonly caseId: CaseId
  readonly title: string
  readonly state: CaseState
  readonly round: number
  readonly run: string
  readonly dueOn: IsoDate
  readonly provisional: number
}

/** A day that is moved only moves what ends after it; the day of a roll may lie in the year before. */
const REACHED = 'SELECT count(*) AS n FROM clock_dues WHERE due_on >= ?'
/** From one place on, so many: all at once would be a second in which nobody is answered. */
const KEPT = `SELECT d.rowid AS place, d.case_id AS caseId, c.title, c.state, c.round, d.run, d.due_on AS dueOn, d.provisional
  FROM clock_dues d INDEXED BY clock_dues_by_day CROSS JOIN cases c ON c.id = d.case_id
  WHERE (d.due_on, d.rowid) > (?, ?) ORDER BY d.due_on, d.rowid LIMIT ?`

export interface RecountedClock extends MovedClock {
  readonly dueAt: IsoInstant
  readonly litFrom: IsoInstant
  readonly round: number
  /** The review's day stands in its round too. */
  readonly isReview: boolean
  /** And in the case: while papers are supplied, the case carries the day of that. */
  readonly isCarried: boolean
  readonly isMoved: boolean
}

export interface Recount {
  readonly clocks: readonly RecountedClock[]
  readonly looked: number
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
/** Clocks that are read at once, and milliseconds of counting between two turns of others. */
const AT_ONCE = 300
const STEP = 40

/** The first day that a notice of the year can change. */
const reachOf = (year: number): string => `${year - 1}-12-01`

function recounted(due: KeptDue, run: ClockRun, clock: Clock, asOf: IsoInstant): RecountedClock | null {
  const { due: after, dueAt } = clock
  const lit = litFrom(run, clock, asOf)
  if (after === null || dueAt === null || lit === null) return null
  const isMoved = after !== due.dueOn
  const isReview = run.key === `review/${due.round}`
  if (!isMoved && clock.provisional === (due.provisional === 1)) return null
  return {
    caseId: due.caseId,
    title: due.title,
    clock: run.key,
    name: run.name,
    before: { due: due.dueOn, provisional: due.provisional === 1 },
    after: { due: after, provisional: clock.provisional },
    dueAt,
    litFrom: lit,
    round: due.round,
    isReview,
    isCarried: isReview && runningClock(due.state) === 'reviewLimit',
    isMoved,
  }
}

/**
 * Every open clock that ends otherwise, or becomes certain, under another calendar, in the order of their ends. Gives way to
 * other calls.
 * @param said hears how many of how many were looked at
 */
export async function recountUnder(
  bench: DueBench,
  calendar: StatutoryCalendar,
  year: number,
  said: (done: number, total: number) => void = () => undefined,
): Promise<Recount> {
  const { asOf } = presentMoment(bench)
  const warnings: Warnings = chosenWarnings(bench.reader)
  const total = bench.reader.get<{ n: number }>(REACHED, reachOf(year))?.n ?? 0
  const clocks: RecountedClock[] = []
  let looked = 0
  for (let after: readonly [day: string, place: number] = [reachOf(year), 0]; ; ) {
    const some = bench.reader.all<KeptDue>(KEPT, ...after, AT_ONCE)
    let until = performance.now() + STEP
    for (const due of some) {
      const run = JSON.parse(due.run) as ClockRun
      const found = recounted(due, run, runClock(run, calendar, asOf, warnings), asOf)
      if (found !== null) clocks.push(found)
      looked += 1
      if (performance.now() < until) continue
      said(looked, Math.max(total, looked))
      await nextTurn()
      until = performance.now() + STEP
    }
    said(looked, Math.max(total, looked))
    const last = some.at(-1)
    if (last === undefined || some.length < AT_ONCE) return { clocks, looked }
    after = [last.dueOn, last.place]
    await nextTurn()
  }
}

export function effectOf({ clocks, looked }: Recount): NoticeEffect {
  const moved = clocks.filter(({ isMoved }) => isMoved)
  return {
    moved: moved.slice(0, MOST_MOVED_SHOWN).map(({ caseId, title, clock, name, before, after }) => ({ caseId, title, clock, name, before, after })),
    movedCount: moved.length,
    settled: clocks.filter(({ isMoved, after }) => !isMoved && !after.provisional).length,
    looked,
  }
}

/** The new ends, in the table of dues and, of a review, in the case and its round. */
export function writeRecount(writer: Writer, { clocks }: Recount, year: number): void {
  // an end that a paper or a person told is not counted from a run: its case is read again before it is shown
  writer.run('INSERT OR IGNORE INTO clock_stale (case_id) SELECT DISTINCT case_id FROM clock_dues WHERE due_on >= ?', reachOf(year))
  for (const { caseId, clock, after, dueAt, litFrom: lit, round, isReview, isCarried } of clocks) {
    const provisional = after.provisional ? 1 : 0
    writer.run(
      'UPDATE clock_dues SET due_on = ?, due_at = ?, amber_at = ?, provisional = ? WHERE case_id = ? AND clock = ?',
      after.due,
      dueAt,
      lit,
      provisional,
      caseId,
      clock,
    )
    if (isCarried) writer.run('UPDATE cases SET due_on = ?, due_provisional = ? WHERE id = ?', after.due, provisional, caseId)
    if (isReview) writer.run('UPDATE rounds SET due_on = ? WHERE case_id = ? AND round = ?', after.due, caseId, round)
  }
}
