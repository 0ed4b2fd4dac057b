/**
 * Every clock of a case (本案期限), from what its papers show, what was done with it at this station and what people wrote
 * down. The lengths are rows of the catalogue; nothing here is a number of law.
 */
import type { CaseClock } from '../cases/state-machine-terms.ts'
import type { PeriodRow, PeriodSubject } from '../catalogue/periods.ts'
import type { ReviewLimit } from '../catalogue/review-limit.ts'
import type { ActionKind } from '../catalogue/vocabulary.ts'
import type { Bilingual, IsoDate, IsoInstant } from '../values/values.ts'
import type { ActSpan } from './act-spans.ts'
import type { StatutoryCalendar } from './calendar.ts'
import type { Clock, ClockMoment, ClockRun, ExcludedSpan, GrantedExtension } from './clock.ts'
import { momentOfRecord, type ClockEvent, type RecordedDay } from './clock-events.ts'
import { CLOCK_SUBJECTS, type Warnings } from './clock-subjects.ts'
import { allowedExclusions, asPeriod, dutiesOf, type Field, ladderOf, periodRows } from './period-rows.ts'
import { runClock } from './run-clock.ts'
import { supplementSpans, untoldSupplements, type ReviewSupplement } from './review-supplements.ts'

export interface ReviewFacts {
  readonly round: number
  readonly acceptedOn: ClockMoment
  readonly limit: ReviewLimit
  readonly stop: ClockMoment | null
  /** Papers that were asked for during the review, in their order. */
  readonly supplements: readonly ReviewSupplement[]
}

export interface ClockFacts extends Field {
  readonly actionKinds: readonly ActionKind[]
  readonly hasFine: boolean
  /** The decision demands something of the party beside money: to stop, to close, to hand over, to take down. */
  readonly hasOtherDuty: boolean
  readonly filedOn: IsoDate | null
  /** From the papers, see `paperClockRuns`. */
  readonly papers: readonly ClockRun[]
  /** Runs that another part of the station keeps: of the transfer of a crime, of what came back from it, of publication. */
  readonly others: readonly ClockRun[]
  /** When the decision was made, as it was registered; null: it was not. */
  readonly decidedOn: IsoDate | null
  readonly spans: readonly ActSpan[]
  readonly reviews: readonly ReviewFacts[]
  /** The day by which to supplement of each return, in their order. */
  readonly replyBy: readonly IsoDate[]
  /** The last day of the review as the case carries it, for a round whose acceptance is not on record. */
  readonly reviewDue: { readonly from: IsoDate; readonly due: IsoDate; readonly round: number } | null
  readonly recorded: readonly RecordedDay[]
  /** While the case rests (中止); `to` null: it still does. Left out only where the rule of a clock says so. */
  readonly suspensions: readonly { readonly from: IsoDate; readonly to: IsoDate | null }[]
  readonly granted: readonly { readonly key: string; readonly extension: GrantedExtension }[]
  readonly excluded: readonly { readonly key: string; readonly span: ExcludedSpan }[]
}

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

const NOTHING: Pick<ClockRun, 'told' | 'rolls' | 'excluded' | 'counted' | 'extensions' | 'ladder' | 'usedSteps' | 'mayExclude' | 'early' | 'note' | 'place'> = {
  told: null,
  rolls: true,
  excluded: [],
  counted: [],
  extensions: [],
  ladder: [],
  usedSteps: 0,
  mayExclude: [],
  early: 0,
  note: null,
  place: null,
}

function runOfRow(row: PeriodRow, key: string, start: ClockMoment | null, stop: ClockMoment | null): ClockRun {
  const { desk, regime } = CLOCK_SUBJECTS[row.subject]
  return {
    ...NOTHING,
    key,
    subject: row.subject,
    name: row.name,
    limit: row.limit,
    desk,
    regime,
    start,
    stop,
    length: asPeriod(row.length, row.unit),
    ladder: ladderOf(row.extensions),
    mayExclude: allowedExclusions(row),
    basis: row.basis,
    rowId: row.id,
    verified: row.verified,
    note: row.remark ?? null,
  }
}

function reviewRun({ round, acceptedOn, limit, stop, supplements }: ReviewFacts): ClockRun {
  const unit = limit.unit === 'workingDay' ? ('workingDays' as const) : ('calendarDays' as const)
  const { extension } = limit
  return {
    ...NOTHING,
    key: `review/${round}`,
    subject: 'review',
    name: reviewName(round),
    limit: 'atMost',
    desk: 'reviewer',
    regime: 'general',
    start: acceptedOn,
    stop,
    length: { kind: unit, n: limit.days },
    excluded: supplementSpans(limit, supplements),
    ladder: extension === null ? [] : ladderOf([{ length: extension.days, unit: extension.unit, approver: extension.approver }]),
    basis: limit.basis,
    rowId: limit.rowId,
    verified: limit.verified,
    note: untoldSupplements(limit, supplements),
  }
}

function reviewName(round: number): Bilingual {
  return round === 1 ? both('法制审核', 'Legal review') : both(`法制审核（第${round}轮）`, `Legal review (round ${round})`)
}

/** Its last day is known, not from when it was counted. */
function knownReview({ from, due, round }: NonNullable<ClockFacts['reviewDue']>): ClockRun {
  return {
    ...NOTHING,
    key: `review/${round}`,
    subject: 'review',
    name: reviewName(round),
    limit: 'atMost',
    desk: 'reviewer',
    regime: 'general',
    start: { day: from, at: null, label: both('送审', 'Submitted') },
    stop: null,
    length: { kind: 'workingDays', n: 0 },
    told: due,
    rolls: false,
    basis: [],
    rowId: null,
    verified: false,
    note: both('受理日期没有记录，按登记的届满日计算', 'The day of acceptance is not on record; the registered last day is taken'),
  }
}

function supplementRuns({ spans, replyBy }: ClockFacts): ClockRun[] {
  return spans
    .filter(({ clock }) => clock === 'supplement')
    .flatMap(({ start, stop }, index): ClockRun[] => {
      const told = replyBy[index]
      if (told === undefined) return []
      const name = CLOCK_SUBJECTS.supplement.name
      const fixed = { told, rolls: false, length: { kind: 'calendarDays' as const, n: 0 }, basis: [], rowId: null, verified: true }
      const note = both('补正通知书写明的日期', 'The day in the notice of supplement')
      return [{ ...NOTHING, ...fixed, note, key: `supplement/${index + 1}`, subject: 'supplement', name, limit: 'atMost', desk: 'handler', regime: 'general', start, stop }]
    })
}

/** Clocks of the state machine that are a row of the catalogue from act to act. */
const BY_ACTS: Readonly<Partial<Record<CaseClock, PeriodSubject>>> = { feedback: 'feedback', coordination: 'coordination' }

function runsByActs(facts: ClockFacts, periods: readonly PeriodRow[]): ClockRun[] {
  const ordinals = new Map<string, number>()
  return facts.spans.flatMap(({ clock, start, stop }) => {
    const subject = BY_ACTS[clock]
    const row = subject === undefined ? undefined : periodRows(periods, subject, facts, start.day)[0]
    if (subject === undefined || row === undefined) return []
    const n = (ordinals.get(subject) ?? 0) + 1
    ordinals.set(subject, n)
    return [runOfRow(row, `${subject}/${n}`, start, stop)]
  })
}

/** From which event to which a period runs where the papers show no such clock. In the order of a case. */
const BY_EVENTS: readonly (readonly [subject: PeriodSubject, from: ClockEvent, to: ClockEvent])[] = [
  ['filing', 'clueFound', 'filed'],
  ['urgentReport', 'urgentMeasureTaken', 'reportedToHead'],
  ['urgentPreservationReport', 'urgentPreserved', 'reportedToHead'],
  ['preservation', 'preserved', 'disposed'],
  ['seizure', 'measureTaken', 'disposed'],
  ['defence', 'noticeServed', 'defenceEnded'],
  ['hearingRequest', 'noticeServed', 'hearingRequested'],
  ['hearingHeld', 'hearingRequested', 'hearing'],
  ['hearingNotice', 'hearingNoticed', 'hearing'],
  ['licenceCorrection', 'applied', 'corrected'],
  ['licenceDecision', 'accepted', 'decided'],
  ['decision', 'filed', 'decided'],
  ['announcement', 'announced', 'served'],
  ['service', 'decided', 'served'],
  ['licenceService', 'decided', 'served'],
  ['publication', 'decided', 'published'],
  ['publicationWithdrawal', 'decisionChanged', 'publicationWithdrawn'],
  ['payment', 'served', 'paid'],
  ['reconsideration', 'served', 'remedySought'],
  ['litigation', 'served', 'remedySought'],
  ['litigationAfterReconsideration', 'reconsidered', 'remedySought'],
  ['urging', 'urged', 'courtApplied'],
  ['closing', 'executed', 'closed'],
]

/** Whether a case of these kinds has such a period at all. */
function concerns(subject: PeriodSubject, { actionKinds, hasFine }: ClockFacts): boolean {
  switch (subject) {
    case 'decision':
    case 'service':
      return actionKinds.includes('penalty')
    case 'payment':
      return hasFine
    case 'licenceCorrection':
    case 'licenceDecision':
    case 'licenceService':
      return actionKinds.includes('licence')
    default:
      return true
  }
}

/** Penalties and licences are published sooner than other decisions (国办发〔2018〕118号 (6)); both have a national row. */
function rowFor(subject: PeriodSubject, facts: ClockFacts, periods: readonly PeriodRow[], on: IsoDate): PeriodRow | undefined {
  const rows = periodRows(periods, subject, facts, on)
  if (subject !== 'publication') return rows[0]
  const soon = facts.actionKinds.includes('penalty') || facts.actionKinds.includes('licence')
  const byLength = rows.toSorted((one, other) => one.length - other.length)
  return soon ? byLength[0] : byLength.at(-1)
}

type Events = ReadonlyMap<ClockEvent, ClockMoment>

/** What each event's day is: of several records the last, else as the station's acts or the papers have it. */
function eventsOf(facts: ClockFacts): Events {
  const events = new Map<ClockEvent, ClockMoment>()
  const stopOf = (subject: string): ClockMoment | null => facts.papers.findLast((run) => run.subject === subject)?.stop ?? null
  const told: readonly (readonly [ClockEvent, ClockMoment | null])[] = [
    ['filed', facts.filedOn === null ? null : { day: facts.filedOn, at: null, label: both('立案', 'Filed') }],
    ['decided', stopOf('decision') ?? stopOf('licenceDecision')],
    ['served', stopOf('service')],
    ['decided', facts.spans.findLast(({ clock }) => clock === 'disclosure')?.start ?? null],
    ['decided', facts.decidedOn === null ? null : { day: facts.decidedOn, at: null, label: both('作出决定', 'Decided') }],
    ['published', facts.spans.findLast(({ clock }) => clock === 'disclosure')?.stop ?? null],
  ]
  for (const [event, moment] of told) if (moment !== null) events.set(event, moment)
  for (const record of facts.recorded) events.set(record.event, momentOfRecord(record))
  return events
}

function runsByEvents(facts: ClockFacts, periods: readonly PeriodRow[], events: Events): ClockRun[] {
  const shown = new Set<string>([...facts.papers, ...facts.others].map(({ subject }) => subject))
  return BY_EVENTS.flatMap(([subject, from, to]) => {
    const start = events.get(from)
    if (shown.has(subject) || start === undefined || !concerns(subject, facts)) return []
    const row = rowFor(subject, facts, periods, start.day)
    const stop = events.get(to)
    return row === undefined ? [] : [runOfRow(row, `${subject}/1`, start, stop === undefined || stop.day < start.day ? null : stop)]
  })
}

/** A clock of the papers that nothing in them ended is ended by what the station knows. */
function endedByEvents(run: ClockRun, events: Events): ClockRun {
  const to = BY_EVENTS.find(([subject]) => subject === run.subject)?.[2]
  const stop = to === undefined ? undefined : events.get(to)
  return run.stop !== null || stop === undefined || run.start === null || stop.day < run.start.day ? run : { ...run, stop }
}

/** What ended the decision's time without a decision: the case was dropped or withdrawn. */
function endedByStation(run: ClockRun, facts: ClockFacts): ClockRun {
  if (run.subject !== 'decision' || run.stop !== null) return run
  return { ...run, stop: facts.spans.findLast(({ clock }) => clock === 'decisionLimit')?.stop ?? null }
}

/**
 * Three months from the end of the time to sue (行政强制法 53; 适用行政诉讼法解释 156), for who neither sued nor performed.
 * Every decision that the party has to perform can be brought to the court, not a fine alone: 行政强制法 53 speaks of
 * administrative decisions, 行政处罚法 72 para 1 item 4 of penalties, 行政诉讼法 97 of administrative acts. A warning or a
 * licence that is taken away needs nobody to perform it.
 * Where a remedy was sought, the time begins with what the court decides, which nobody here knows.
 */
function courtRun(facts: ClockFacts, periods: readonly PeriodRow[], events: Events, calendar: StatutoryCalendar, runs: readonly ClockRun[], now: IsoInstant): ClockRun[] {
  const suit = runs.find(({ subject }) => subject === 'litigationAfterReconsideration') ?? runs.find(({ subject }) => subject === 'litigation')
  // what was paid performs no other duty
  const done = events.get('executed') ?? (facts.hasOtherDuty ? undefined : events.get('paid'))
  if (suit === undefined || done !== undefined || !(facts.hasFine || facts.hasOtherDuty)) return []
  if (events.get('remedySought') !== undefined && suit.subject === 'litigation') return []
  const { due } = runClock(suit, calendar, now)
  const row = due === null ? undefined : periodRows(periods, 'courtApplication', facts, due)[0]
  if (due === null || row === undefined) return []
  const start = { day: due, at: null, label: both('起诉期限届满', 'End of the time to sue') }
  const run = runOfRow(row, 'courtApplication/1', start, events.get('courtApplied') ?? null)
  // of a fine the law says itself that it can be brought there
  const isCertain = facts.hasFine || dutiesOf(periods, facts, due)?.verified === true
  return [{ ...run, verified: run.verified && isCertain }]
}

/** Time in which the case rested, where the rule leaves it out and the papers do not show it already. */
function rests({ mayExclude, counted, start, limit }: ClockRun, suspensions: ClockFacts['suspensions']): ExcludedSpan[] {
  const allowed = mayExclude.find(({ of }) => of === 'suspension')
  if (allowed === undefined || start === null || limit === 'atLeast' || counted.some(({ of }) => of === 'suspension')) return []
  return suspensions.filter(({ to }) => to === null || to > start.day).map(({ from, to }) => ({ ...allowed, from: from < start.day ? start.day : from, to }))
}

/** What was granted and left out, laid over the run of the same key. */
function withRecords(run: ClockRun, { granted, excluded, suspensions }: ClockFacts): ClockRun {
  const extensions = granted.filter(({ key }) => key === run.key).map(({ extension }) => extension)
  const spans = [...run.excluded, ...excluded.filter(({ key }) => key === run.key).map(({ span }) => span), ...rests(run, suspensions)]
  return extensions.length === 0 && spans.length === 0 ? run : { ...run, extensions, excluded: spans }
}

/** The runs of all clocks, in the order of their beginning; their ends are computed by `runClock`. */
export function runsOf(facts: ClockFacts, calendar: StatutoryCalendar, periods: readonly PeriodRow[], now: IsoInstant): ClockRun[] {
  const events = eventsOf(facts)
  const runs = [
    ...facts.papers.map((run) => endedByEvents(run, events)),
    ...facts.reviews.map(reviewRun),
    ...(facts.reviewDue === null ? [] : [knownReview(facts.reviewDue)]),
    ...supplementRuns(facts),
    ...runsByActs(facts, periods),
    ...runsByEvents(facts, periods, events),
    ...facts.others.map((run) => endedByEvents(run, events)),
  ].map((run) => withRecords(endedByStation(run, facts), facts))
  const all = [...runs, ...courtRun(facts, periods, events, calendar, runs, now).map((run) => withRecords(run, facts))]
  return all.toSorted((one, other) => {
    const [first, second] = [one.start?.day ?? '9999', other.start?.day ?? '9999']
    return first < second ? -1 : first > second ? 1 : 0
  })
}

/** Every clock of the case as it stands at a moment. */
export function clocksOf(facts: ClockFacts, calendar: StatutoryCalendar, periods: readonly PeriodRow[], asOf: IsoInstant, warnings: Warnings = {}): Clock[] {
  return runsOf(facts, calendar, periods, asOf).map((run) => runClock(run, calendar, asOf, warnings))
}
