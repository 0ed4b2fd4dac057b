/**
 * The engine: a clock as it stands at a moment. Pure; the same run, calendar, warning and moment give the same clock.
 *
 * A length and its extensions are counted as one, so that 6 months and 6 months are 12; what is left out is added at the
 * end in days of the same kind, again and again until the end no longer takes in more of it; then the last day is moved to
 * the next working day, once (民法典 art. 201–203). Hours run through nights and holidays and are not moved.
 */
import type { IsoDate, IsoInstant } from '../values/values.ts'
import type { StatutoryCalendar } from './calendar.ts'
import { beginningOf, civilDayOf, endOf } from './civil-time.ts'
import type { Clock, ClockRun, ClockState, CountedSpan, ExcludedSpan } from './clock.ts'
import { warningOf, type Warning, type Warnings } from './clock-subjects.ts'
import { addHours, daysBetween, shiftDays, shiftMonths } from './day-arithmetic.ts'
import { addCalendarDays, addWorkingDays, workingDayBefore, workingDaysBetween, type Period } from './periods.ts'

interface DayEnd {
  /** The last day before it is moved. */
  readonly last: IsoDate
  readonly provisional: boolean
  readonly spans: readonly CountedSpan[]
}

interface Ended {
  readonly due: IsoDate | null
  readonly dueAt: IsoInstant | null
  readonly rolledFrom: IsoDate | null
  readonly actBy: IsoDate | null
  readonly provisional: boolean
  readonly spans: readonly CountedSpan[]
}

const NO_END: Ended = { due: null, dueAt: null, rolledFrom: null, actBy: null, provisional: false, spans: [] }

/** Length and extensions with those of the same unit added together, in the order in which the units first appear. */
export function piecesOf(length: Period | null, extensions: readonly { readonly length: Period }[]): readonly Period[] {
  const sums = new Map<Period['kind'], number>()
  for (const { kind, n } of [...(length === null ? [] : [length]), ...extensions.map((one) => one.length)]) sums.set(kind, (sums.get(kind) ?? 0) + n)
  return [...sums].map(([kind, n]) => ({ kind, n }))
}

/** The day so much later, not moved off a holiday. */
function advance(calendar: StatutoryCalendar, from: IsoDate, { kind, n }: Period): { readonly day: IsoDate; readonly provisional: boolean } {
  switch (kind) {
    case 'workingDays': {
      const { due, provisional } = addWorkingDays(calendar, from, n)
      return { day: due, provisional }
    }
    case 'calendarDays':
      return { day: shiftDays(from, n), provisional: false }
    case 'months':
      return { day: shiftMonths(from, n), provisional: false }
    case 'hours':
      throw new RangeError('hours end with a moment, not with a day')
  }
}

/** Days of the kind in (from, to] of each span up to `end`, a day of two spans counted for the first. */
function countSpans(
  calendar: StatutoryCalendar,
  spans: readonly ExcludedSpan[],
  start: IsoDate,
  end: IsoDate,
  working: boolean,
): { readonly counted: CountedSpan[]; readonly days: number; readonly provisional: boolean } {
  let [covered, days, provisional] = [start, 0, false]
  const counted = spans
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
    .map((span) => {
      const from = span.from < covered ? covered : span.from
      const to = span.to === null || span.to > end ? end : span.to
      if (to <= from) return { ...span, days: 0 }
      const within = working ? workingDaysBetween(calendar, from, to) : { days: daysBetween(from, to), provisional: false }
      covered = to
      days += within.days
      provisional ||= within.provisional
      return { ...span, days: within.days }
    })
  return { counted, days, provisional }
}

function lastDayOf(calendar: StatutoryCalendar, run: ClockRun, start: IsoDate): DayEnd | null {
  const base = run.told ?? start
  const pieces = piecesOf(run.told === null ? run.length : null, run.extensions)
  if (run.told === null && run.length === null) return null
  let [plain, provisional] = [base, false]
  for (const piece of pieces) {
    const step = advance(calendar, plain, piece)
    plain = step.day
    provisional ||= step.provisional
  }
  const working = run.length?.kind === 'workingDays'
  let last = plain
  // each turn can only take in more, and never more than the spans have: an open one ends where the clock is looked at
  for (;;) {
    const spans = countSpans(calendar, run.excluded, start, last, working)
    const moved = advance(calendar, plain, { kind: working ? 'workingDays' : 'calendarDays', n: spans.days })
    if (moved.day === last) return { last, provisional: provisional || moved.provisional || spans.provisional, spans: spans.counted }
    // while it rests every day is one more day of it: no end lies before the rest's, and years of it are not gone through by weeks
    const resting = run.excluded.find(({ from, to }) => from <= last && to !== null && to > last)?.to ?? null
    last = resting !== null && resting > moved.day ? resting : moved.day
  }
}

function endByDay(calendar: StatutoryCalendar, run: ClockRun, start: IsoDate): Ended {
  const end = lastDayOf(calendar, run, start)
  if (end === null) return NO_END
  const { last, spans } = end
  if (!run.rolls) return { due: last, dueAt: endOf(last), rolledFrom: null, actBy: last, provisional: end.provisional, spans }
  const moved = addCalendarDays(calendar, last, 0)
  // a period that lies within one holiday leaves no working day to act on before its end
  const before = moved.rolledFrom === null ? { day: last, provisional: false } : workingDayBefore(calendar, last, 1)
  const inTime = before.day >= start
  return {
    due: moved.due,
    dueAt: endOf(moved.due),
    rolledFrom: moved.rolledFrom,
    actBy: inTime ? before.day : moved.due,
    provisional: end.provisional || moved.provisional || (inTime && before.provisional),
    spans,
  }
}

function endByHour(run: ClockRun): Ended {
  const from = run.start?.at ?? (run.start === null ? null : beginningOf(run.start.day))
  if (from === null || run.length === null) return NO_END
  const hours = piecesOf(run.length, run.extensions).reduce((sum, { n }) => sum + n, 0)
  const dueAt = addHours(from, hours)
  const due = civilDayOf(dueAt)
  return { due, dueAt, rolledFrom: null, actBy: due, provisional: false, spans: [] }
}

/**
 * The span in which the clock stands still: it has no end yet, or one that is still to come. What begins when nothing is left
 * of the time, on its last day or later, saves none of it.
 */
function pauseOn({ excluded }: ClockRun, { due, rolledFrom }: Ended, today: IsoDate): ExcludedSpan | null {
  const last = rolledFrom ?? due
  return excluded.find(({ from, to }) => from <= today && (last === null || from < last) && (to === null || to > today)) ?? null
}

/** While a span lasts, today is its end: the clock is counted as if it went on tomorrow. */
function withOpenSpansClosed(run: ClockRun, today: IsoDate): ClockRun {
  const until = run.stop?.day ?? today
  return { ...run, excluded: run.excluded.map((span) => (span.to === null ? { ...span, to: span.from > until ? span.from : until } : span)) }
}

function amberFrom(calendar: StatutoryCalendar, { actBy, dueAt }: Ended, start: ClockRun['start'], warning: Warning, hours: boolean): IsoInstant | null {
  if (actBy === null || dueAt === null || start === null) return null
  const at =
    warning.unit === 'hours'
      ? (new Date(Date.parse(hours ? dueAt : endOf(actBy)) - warning.n * 3_600_000).toISOString() as IsoInstant)
      : beginningOf(workingDayBefore(calendar, actBy, warning.n).day)
  const began = start.at ?? beginningOf(start.day)
  return at < began ? began : at
}

function isLate(run: ClockRun, stop: NonNullable<ClockRun['stop']>, { due, dueAt }: Ended): boolean {
  if (due === null || dueAt === null) return false
  if (run.length?.kind === 'hours' && stop.at !== null) return stop.at > dueAt
  return stop.day > due
}

function stateOf(run: ClockRun, ended: Ended, amber: IsoInstant | null, now: IsoInstant): ClockState {
  if (run.start === null) return 'notStarted'
  const { dueAt } = ended
  if (run.limit === 'atLeast') {
    if (run.early > 0) return 'early'
    return run.stop !== null || (dueAt !== null && now >= dueAt) ? 'kept' : 'running'
  }
  if (run.stop !== null) return isLate(run, run.stop, ended) ? 'late' : 'kept'
  if (dueAt !== null && now >= dueAt) return 'red'
  if (pauseOn(run, ended, civilDayOf(now)) !== null) return 'suspended'
  return amber !== null && now >= amber ? 'amber' : 'running'
}

/** Days or hours to the end, negative and at least one where it is over. */
function leftOf(calendar: StatutoryCalendar, run: ClockRun, ended: Ended, state: ClockState, now: IsoInstant): Clock['left'] {
  const { due, dueAt } = ended
  if (due === null || dueAt === null || state === 'notStarted' || state === 'kept' || state === 'early') return null
  const over = state === 'red' || state === 'late'
  if (run.length?.kind === 'hours') {
    const until = state === 'late' ? (run.stop?.at ?? endOf(run.stop?.day ?? due)) : now
    const hours = (Date.parse(dueAt) - Date.parse(until)) / 3_600_000
    return { n: over ? Math.min(-1, Math.floor(hours)) : Math.floor(hours), unit: 'hours' }
  }
  const today = civilDayOf(now)
  // what is left is left from the day on which it goes on
  const day = state === 'late' ? (run.stop?.day ?? due) : state === 'suspended' ? (pauseOn(run, ended, today)?.to ?? today) : today
  const unit = run.length?.kind === 'workingDays' ? 'workingDays' : 'calendarDays'
  const n = unit === 'workingDays' ? workingDaysBetween(calendar, day, due).days : daysBetween(day, due)
  return { n: over ? Math.min(-1, n) : n, unit }
}

/** @param now the moment by which what has not ended is judged */
export function runClock(run: ClockRun, calendar: StatutoryCalendar, now: IsoInstant, warnings: Warnings = {}): Clock {
  const today = civilDayOf(now)
  const closed = withOpenSpansClosed(run, today)
  const hours = run.length?.kind === 'hours'
  const ended = run.start === null ? NO_END : hours ? endByHour(closed) : endByDay(calendar, closed, run.start.day)
  const amber = run.limit === 'atLeast' ? null : amberFrom(calendar, ended, run.start, warningOf(run.subject, warnings), hours)
  const state = stateOf(run, ended, amber, now)
  const { due, dueAt, rolledFrom, actBy, provisional, spans } = ended
  return {
    key: run.key,
    subject: run.subject,
    name: run.name,
    limit: run.limit,
    desk: run.desk,
    state,
    start: run.start,
    stop: run.stop,
    length: run.length,
    due,
    dueAt,
    rolledFrom,
    actBy,
    amberFrom: amber,
    provisional,
    left: leftOf(calendar, run, ended, state, now),
    excluded: [...run.counted.map((span) => ({ ...span, days: span.to === null ? 0 : daysBetween(span.from, span.to) })), ...restored(run, spans)],
    extensions: run.extensions,
    nextExtension: run.ladder[run.usedSteps + run.extensions.length] ?? null,
    mayExclude: run.mayExclude,
    suspendedSince: run.stop === null && run.start !== null ? (pauseOn(run, ended, today)?.from ?? null) : null,
    basis: run.basis,
    verified: run.verified,
    note: run.note,
    place: run.place,
  }
}

/** The spans as they were given, an open one still open, with what they took. */
function restored(run: ClockRun, spans: readonly CountedSpan[]): CountedSpan[] {
  const given = run.excluded.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  return given.map((span, index) => ({ ...span, days: spans[index]?.days ?? 0 }))
}
