/** The clocks that the papers of a case show: the limits of its timeline, as runs of the engine. */
import type { PeriodRow } from '../catalogue/periods.ts'
import type { CaseFile } from '../prereview/case-file.ts'
import { paperRunsOf, type PaperRun } from '../timeline/limits.ts'
import { placeOnTimeline } from '../timeline/places.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { ClockRun } from './clock.ts'
import { RECORDED_EVENTS } from './clock-events.ts'
import { CLOCK_SUBJECTS, type ClockSubject } from './clock-subjects.ts'
import { allowedExclusions, asPeriod, ladderOf } from './period-rows.ts'

/** What an extension of the file says is already in the day that the papers lead to. */
const EXTENDED_BY_PAPERS: ReadonlySet<ClockSubject> = new Set(['decision'])

/** What the period runs from, in words; of an event that nobody writes down, the name of the period. */
function eventName({ from, name }: PeriodRow): Bilingual {
  const names: Readonly<Partial<Record<PeriodRow['from'], Bilingual>>> = RECORDED_EVENTS
  return names[from] ?? name
}

function asClockRun(file: CaseFile, run: PaperRun, key: string): ClockRun {
  const { subject, row } = run
  const { desk, regime } = CLOCK_SUBJECTS[subject]
  const place = run.place === null ? null : placeOnTimeline(run.place)
  const plain = run.length === undefined && (run.excluded ?? []).length === 0
  return {
    key,
    subject,
    name: run.name ?? row.name,
    limit: row.limit,
    desk,
    regime,
    start: { day: run.from, at: null, label: eventName(row) },
    // an extension without a fixed length leaves the end open
    length: run.due === null ? null : asPeriod(row.length, row.unit),
    told: plain || run.due === null ? null : (run.due.rolledFrom ?? run.due.due),
    rolls: true,
    stop: run.end === null ? null : { day: run.end.day, at: null, label: run.end.label },
    excluded: [],
    counted: run.excluded ?? [],
    extensions: [],
    ladder: ladderOf(row.extensions),
    usedSteps: EXTENDED_BY_PAPERS.has(subject) ? file.of('period-extension').length : 0,
    mayExclude: allowedExclusions(row),
    early: run.state === 'early' ? Math.max(1, run.by ?? 1) : 0,
    basis: row.basis,
    rowId: row.id,
    verified: run.verified ?? row.verified,
    note: run.note ?? null,
    place,
  }
}

/** In the order of their beginning, keyed by subject and ordinal. */
export function paperClockRuns(file: CaseFile, asOf: IsoDate): ClockRun[] {
  const ordinals = new Map<string, number>()
  return paperRunsOf(file, asOf)
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
    .flatMap((run) => {
      // the review is the station's own
      if (run.subject === 'review') return []
      const n = (ordinals.get(run.subject) ?? 0) + 1
      ordinals.set(run.subject, n)
      return [asClockRun(file, run, `${run.subject}/${n}`)]
    })
}
