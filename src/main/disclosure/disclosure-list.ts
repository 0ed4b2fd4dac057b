/** The page of disclosures over all cases: what is due and late from the table of clocks, what is done from the records. */
import { LIST_SHOWN, type DisclosureList, type DisclosureListKind, type DisclosureRow } from '../../shared/disclosure/contract.ts'
import type { ClockRun } from '../../shared/deadlines/clock.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { CaseId, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { countStale, type DueBench } from '../deadlines/due-index.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { chosenWarnings } from '../deadlines/warnings.ts'

const SUBJECTS = "('publication', 'publicationWithdrawal')"

/** The decision that counts: the one registered in order, else the last. */
const DECISION = `(SELECT d.id FROM decisions d WHERE d.case_id = c.id ORDER BY d.irregular, d.id DESC LIMIT 1)`

/** Only of cases with a registered decision: the papers alone may show one that is only drafted. */
const OPEN = `FROM clock_dues q JOIN cases c ON c.id = q.case_id JOIN decisions d ON d.id = ${DECISION} WHERE q.subject IN ${SUBJECTS}`
const OPEN_COUNTED = `FROM clock_dues q WHERE q.subject IN ${SUBJECTS} AND EXISTS (SELECT 1 FROM decisions d WHERE d.case_id = q.case_id)`

type DoneKind = Exclude<DisclosureListKind, 'open'>

/** What is done, one row a case, the latest first in an index; `?` twice: number of rows, offset. */
const DONE: Readonly<Record<DoneKind, string>> = {
  published: `SELECT p.case_id AS caseId, p.published_on AS done FROM publications p
    WHERE NOT EXISTS (SELECT 1 FROM publication_withdrawals w WHERE w.case_id = p.case_id)
      AND NOT EXISTS (SELECT 1 FROM publications l WHERE l.case_id = p.case_id AND (l.published_on, l.id) > (p.published_on, p.id))
    ORDER BY p.published_on DESC, p.case_id DESC LIMIT ? OFFSET ?`,
  withheld: `SELECT h.case_id AS caseId, h.settled_on AS done FROM withholdings h WHERE h.outcome = 'approved'
    ORDER BY h.settled_on DESC, h.case_id DESC LIMIT ? OFFSET ?`,
  withdrawn: `SELECT w.case_id AS caseId, w.withdrawn_on AS done FROM publication_withdrawals w
    WHERE NOT EXISTS (SELECT 1 FROM publication_withdrawals l WHERE l.case_id = w.case_id AND (l.withdrawn_on, l.change_id) > (w.withdrawn_on, w.change_id))
    ORDER BY w.withdrawn_on DESC, w.case_id DESC LIMIT ? OFFSET ?`,
}

/** A case that was withdrawn was published before. */
const COUNTED: Readonly<Record<DoneKind, string>> = {
  published: 'SELECT (SELECT count(DISTINCT case_id) FROM publications) - (SELECT count(DISTINCT case_id) FROM publication_withdrawals) AS n',
  withheld: "SELECT count(*) AS n FROM withholdings WHERE outcome = 'approved'",
  withdrawn: 'SELECT count(DISTINCT case_id) AS n FROM publication_withdrawals',
}

interface OpenRow {
  readonly caseId: CaseId
  readonly title: string
  readonly state: CaseState
  readonly number: string
  readonly decidedOn: IsoDate
  readonly run: string
}

function openRows(bench: DueBench, asOf: IsoInstant, offset: number): DisclosureRow[] {
  const calendar = calendarOf(bench.catalogue)
  const warnings = chosenWarnings(bench.reader)
  return bench.reader
    .all<OpenRow>(
      `SELECT q.case_id AS caseId, c.title, c.state, d.number, d.decided_on AS decidedOn, q.run ${OPEN} ORDER BY q.due_at, q.case_id LIMIT ? OFFSET ?`,
      LIST_SHOWN,
      offset,
    )
    .map(({ run, ...row }) => ({ ...row, clock: runClock(JSON.parse(run) as ClockRun, calendar, asOf, warnings), on: null }))
}

function doneRows({ reader }: DueBench, kind: DoneKind, offset: number): DisclosureRow[] {
  return reader
    .all<Omit<DisclosureRow, 'clock'>>(
      `SELECT f.caseId, c.title, c.state, coalesce(d.number, '') AS number, d.decided_on AS decidedOn, f.done AS "on"
       FROM (${DONE[kind]}) f JOIN cases c ON c.id = f.caseId LEFT JOIN decisions d ON d.id = ${DECISION}
       ORDER BY f.done DESC, f.caseId DESC`,
      LIST_SHOWN,
      offset,
    )
    .map((row) => ({ ...row, clock: null }))
}

/** Milliseconds spent on counting what changed before the page is answered. */
const COUNTING = 30

export function disclosureList(bench: DueBench, show: DisclosureListKind, offset: number): DisclosureList {
  const pending = countStale(bench, COUNTING)
  const { reader } = bench
  const { asOf, behind } = presentMoment(bench)
  const open = reader.get<{ late: number | null; soon: number | null; running: number | null }>(
    `SELECT sum(q.due_at <= ?) AS late, sum(q.due_at > ? AND q.amber_at <= ?) AS soon, sum(q.amber_at > ?) AS running ${OPEN_COUNTED}`,
    asOf,
    asOf,
    asOf,
    asOf,
  )
  const done = (kind: DoneKind): number => reader.get<{ n: number }>(COUNTED[kind])?.n ?? 0
  const counts = {
    late: open?.late ?? 0,
    soon: open?.soon ?? 0,
    running: open?.running ?? 0,
    published: done('published'),
    withheld: done('withheld'),
    withdrawn: done('withdrawn'),
  }
  return {
    rows: show === 'open' ? openRows(bench, asOf, offset) : doneRows(bench, show, offset),
    total: show === 'open' ? counts.late + counts.soon + counts.running : counts[show],
    counts,
    asOf,
    behind,
    pending,
  }
}
