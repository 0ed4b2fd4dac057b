/**
 * The clocks of a transfer (移送各环节期限) from its steps: which runs from which moment, and what stopped it. How long each is
 * comes from the catalogue. Days of these provisions are counted as calendar days, because their text is silent; hours run
 * through nights and days off.
 */
import { TRANSFER_ACTION_LABELS, TRANSFER_TRANSITIONS, type TransferClock } from '../cases/state-machine-transfer.ts'
import type { PeriodRow, PeriodSubject } from '../catalogue/periods.ts'
import type { StatutoryCalendar } from '../deadlines/calendar.ts'
import type { Clock, ClockMoment, ClockRun } from '../deadlines/clock.ts'
import { CLOCK_SUBJECTS } from '../deadlines/clock-subjects.ts'
import { asPeriod, periodRows } from '../deadlines/period-rows.ts'
import { runClock } from '../deadlines/run-clock.ts'
import type { IsoInstant } from '../values/values.ts'
import type { TransferStep } from './steps.ts'

/** The period of the catalogue that gives a clock its length. */
export const PERIOD_OF_CLOCK: Readonly<Record<TransferClock, PeriodSubject>> = {
  transferApproval: 'transferDecision',
  transferDelivery: 'transfer',
  policeSupplement: 'policeSupplement',
  policeDecision: 'policeDecision',
  reconsiderationRequest: 'reconsiderationRequest',
  reconsiderationAnswer: 'reconsiderationAnswer',
  supervisionRequest: 'supervisionRequest',
  goodsHandover: 'goodsHandover',
}

const EFFECTS = new Map(TRANSFER_TRANSITIONS.map(({ action, clocks }) => [action, clocks]))

export interface TransferSpan {
  readonly clock: TransferClock
  readonly start: ClockMoment
  readonly stop: ClockMoment | null
}

const momentOf = ({ action, happenedAt, happenedOn }: TransferStep): ClockMoment => ({ day: happenedOn, at: happenedAt, label: TRANSFER_ACTION_LABELS[action] })

/** Every time that a clock ran, in the order in which it began. */
export function transferSpans(steps: readonly TransferStep[]): readonly TransferSpan[] {
  const spans: { clock: TransferClock; start: ClockMoment; stop: ClockMoment | null }[] = []
  for (const step of steps) {
    for (const { clock, effect } of EFFECTS.get(step.action) ?? []) {
      const running = spans.find((span) => span.clock === clock && span.stop === null)
      if (running !== undefined) running.stop = momentOf(step)
      if (effect !== 'stop') spans.push({ clock, start: momentOf(step), stop: null })
    }
  }
  return spans
}

/** A clock of the catalogue from a moment on; null where no row of the catalogue holds on the day. */
export function runOfPeriod(periods: readonly PeriodRow[], subject: PeriodSubject, key: string, start: ClockMoment, stop: ClockMoment | null): ClockRun | null {
  const [row] = periodRows(periods, subject, { sector: null, region: null }, start.day)
  if (row === undefined) return null
  const { desk, regime } = CLOCK_SUBJECTS[subject]
  return {
    key,
    subject,
    name: row.name,
    limit: row.limit,
    desk,
    regime,
    start,
    length: asPeriod(row.length, row.unit),
    told: null,
    rolls: true,
    stop,
    excluded: [],
    counted: [],
    extensions: [],
    ladder: [],
    usedSteps: 0,
    mayExclude: [],
    early: 0,
    basis: row.basis,
    rowId: row.id,
    verified: row.verified,
    note: row.remark ?? null,
    place: null,
  }
}

export function transferRuns(steps: readonly TransferStep[], periods: readonly PeriodRow[]): readonly ClockRun[] {
  const times = new Map<TransferClock, number>()
  return transferSpans(steps).flatMap(({ clock, start, stop }) => {
    const time = (times.get(clock) ?? 0) + 1
    times.set(clock, time)
    const run = runOfPeriod(periods, PERIOD_OF_CLOCK[clock], `${PERIOD_OF_CLOCK[clock]}/${time}`, start, stop)
    return run === null ? [] : [run]
  })
}

/** As they stand at a moment. */
export function transferClocks(steps: readonly TransferStep[], periods: readonly PeriodRow[], calendar: StatutoryCalendar, now: IsoInstant): readonly Clock[] {
  return transferRuns(steps, periods).map((run) => runClock(run, calendar, now))
}
