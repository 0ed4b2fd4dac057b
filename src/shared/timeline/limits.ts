/**
 * The limits of a case as bars of its timeline (法定期限). The rules of the pre-review and these bars read the same steps and
 * rows of the catalogue, so that a bar is red where a rule has a finding.
 */
import type { PeriodExclusion, PeriodRow, PeriodSubject } from '../catalogue/periods.ts'
import { daysBetween } from '../deadlines/day-arithmetic.ts'
import { workingDayBefore, workingDaysBetween, type Deadline } from '../deadlines/periods.ts'
import type { CaseFile } from '../prereview/case-file.ts'
import type { Place } from '../prereview/rule.ts'
import { answerTimeOf } from '../prereview/rules/procedure/reading/answer-time.ts'
import {
  filingOf,
  hearingRequestsOf,
  hearingsOf,
  isSimple,
  decisionOf,
  madeDecisionOf,
  stepOf,
  stepsOf,
} from '../prereview/rules/procedure/reading/case-steps.ts'
import { excludedDays, extendedDue, spansOf } from '../prereview/rules/procedure/reading/decision-term.ts'
import { licenceTermOf } from '../prereview/rules/procedure/reading/licence-term.ts'
import { preservationOf } from '../prereview/rules/procedure/reading/preservation.ts'
import { seizureOf } from '../prereview/rules/procedure/reading/seizure.ts'
import { seizureTermOf } from '../prereview/rules/procedure/reading/seizure-term.ts'
import { serviceOf } from '../prereview/rules/procedure/reading/services.ts'
import { lastDay, lengthWords, periodOf } from '../prereview/rules/procedure/reading/statutory-period.ts'
import { clueDay } from '../prereview/rules/procedure/filing.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { ExcludedTime, LimitState, TimelineLimit } from './case-timeline.ts'
import { placeOnTimeline } from './places.ts'
import type { ReviewRun } from './station-steps.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })
const words = ([zh, en]: readonly [string, string]): Bilingual => both(zh, en)

type Due = Pick<Deadline, 'due' | 'rolledFrom' | 'advice' | 'provisional'>

/** A limit as the papers tell it, before it is judged. */
export interface PaperRun {
  readonly subject: TimelineLimit['subject']
  readonly row: PeriodRow
  readonly from: IsoDate
  readonly due: Due | null
  readonly end: TimelineLimit['end']
  readonly place: Place | null
  readonly length?: Bilingual
  readonly excluded?: readonly ExcludedTime[]
  readonly name?: Bilingual
  /** Decides the state where it is not told by the days alone. */
  readonly state?: LimitState
  readonly by?: number
  readonly note?: Bilingual | null
  readonly verified?: boolean
}

const unitOf = (row: Pick<PeriodRow, 'unit'>): TimelineLimit['unit'] => (row.unit === 'workingDay' ? 'workingDays' : 'calendarDays')

/** Days from one day to a later one in the unit; at least 1 where they differ, so that what is late is late by something. */
export function distance(file: Pick<CaseFile, 'calendar'>, unit: TimelineLimit['unit'], from: IsoDate, to: IsoDate): number {
  if (to <= from) return 0
  return Math.max(1, unit === 'workingDays' ? workingDaysBetween(file.calendar, from, to).days : daysBetween(from, to))
}

/** How an upper limit stands: `end` is the day that ended it, null while nothing did. */
export function stateOf(due: IsoDate | null, end: IsoDate | null, asOf: IsoDate): Exclude<LimitState, 'early'> {
  if (due === null) return end === null ? 'running' : 'kept'
  if (end !== null) return end > due ? 'late' : 'kept'
  return asOf > due ? 'overdue' : 'running'
}

function limitOf(file: CaseFile, asOf: IsoDate, run: PaperRun): TimelineLimit {
  const { row, due, end, from } = run
  const unit = unitOf(row)
  const state = run.state ?? stateOf(due?.due ?? null, end?.day ?? null, asOf)
  const last = due?.due ?? null
  const over = last !== null && (state === 'late' || state === 'overdue') ? distance(file, unit, last, end?.day ?? asOf) : 0
  return {
    key: `${run.subject}/${from}`,
    subject: run.subject,
    name: run.name ?? row.name,
    limit: row.limit,
    length: run.length ?? words(lengthWords(row)),
    unit,
    from,
    due: last,
    rolledFrom: due?.rolledFrom ?? null,
    advice: due?.advice ?? null,
    end,
    state,
    by: run.by ?? over,
    left: state === 'running' && last !== null ? distance(file, unit, asOf, last) : null,
    excluded: run.excluded ?? [],
    note: run.note ?? null,
    provisional: due?.provisional ?? false,
    verified: run.verified ?? row.verified,
    basis: row.basis,
    place: run.place === null ? null : placeOnTimeline(run.place),
  }
}

function filingLimit(file: CaseFile): PaperRun | null {
  const filing = filingOf(file)
  if (filing === null || filing.document.kind !== 'filing-form') return null
  const found = clueDay(file, filing.document)
  const row = found === null ? null : periodOf(file, 'filing', found.day)
  const due = found === null || row === null ? null : lastDay(file, row, found.day)
  if (found === null || row === null || due === null || found.day > filing.day) return null
  return { subject: 'filing', row, from: found.day, due, end: { day: filing.day, label: both('立案', 'Filed') }, place: found }
}

function preservationLimit(file: CaseFile): PaperRun | null {
  const preservation = preservationOf(file)
  if (preservation === null) return null
  const { row, start, due, handled } = preservation
  const end = handled === null ? null : { day: handled.day, label: both('作出处理', 'Dealt with') }
  return { subject: 'preservation', row, from: start.day, due, end, place: start }
}

function seizureLimit(file: CaseFile): PaperRun | null {
  const seizure = seizureOf(file)
  const term = seizure === null ? null : seizureTermOf(file, seizure)
  if (seizure === null || term === null) return null
  const { row, deadline, allowed } = term
  const end = seizure.end === null ? null : { day: seizure.end.day, label: words(seizure.end.how) }
  const length = words(lengthWords({ length: allowed, unit: row.unit }))
  return { subject: 'seizure', row, from: seizure.start.day, due: deadline, end, place: seizure.start, length }
}

function excludedTimes(row: PeriodRow, spans: ReturnType<typeof spansOf>, start: IsoDate): ExcludedTime[] {
  const allowed = new Map<PeriodExclusion, PeriodRow['exclusions'][number]>(row.exclusions.map((one) => [one.of, one]))
  return spans.flatMap(({ of, from, to }) => {
    const stated = allowed.get(of)
    if (stated === undefined || to <= start) return []
    return [{ of, name: stated.name, from: from < start ? start : from, to, basis: stated.basis.length > 0 ? stated.basis : row.basis }]
  })
}

/** From the filing to the decision, with what the sector's rule leaves out and what was extended. */
function decisionLimit(file: CaseFile): PaperRun | null {
  const filing = filingOf(file)
  const decision = decisionOf(file)
  if (filing === null || (decision !== null && isSimple(decision)) || file.of('licence-application').length > 0) return null
  const row = periodOf(file, 'decision', filing.day)
  if (row === null) return null
  const decided = madeDecisionOf(file) ?? stepsOf(file.of('no-penalty-decision'))[0] ?? null
  const excluded = excludedTimes(row, spansOf(file), filing.day)
  const term = extendedDue(file, row, filing.day, excludedDays(excluded, filing.day))
  const end = decided === null ? null : { day: decided.day, label: both('作出决定', 'Decided') }
  const length = term === null ? undefined : words(lengthWords({ length: term.days, unit: row.unit }))
  const base = { subject: 'decision' as const, row, from: filing.day, due: term, end, place: filing.place, excluded }
  return length === undefined ? { ...base, note: both('延长的期限由批准机关确定', 'Extended for a time that the approver fixes') } : { ...base, length }
}

function licenceLimit(file: CaseFile): PaperRun | null {
  const term = licenceTermOf(file)
  if (term === null) return null
  const { row, accepted, decided, length, deadline } = term
  const excluded = term.excluded || term.waited
  const end = decided === null ? null : { day: decided.day, label: both('作出许可决定', 'Licence decided') }
  const note = excluded ? both('另有依法不计算的时间，材料未写明天数', 'Time that is not counted comes on top; the papers do not tell how much') : null
  const run: PaperRun = { subject: 'licenceDecision', row, from: accepted.day, due: deadline, end, place: accepted, note, length: words(lengthWords({ length, unit: row.unit })) }
  return excluded && end !== null ? { ...run, state: 'kept' } : run
}

function defenceLimit(file: CaseFile, asOf: IsoDate): PaperRun | null {
  const answer = answerTimeOf(file)
  if (answer === null) return null
  const { service, due, early } = answer
  const row = periodOf(file, 'hearingRequest', service.day) ?? periodOf(file, 'defence', service.day)
  if (row === null) return null
  const unit = unitOf(row)
  const end = early === null ? null : { day: early.day, label: early.document.kind === 'decision' ? both('作出决定', 'Decided') : both('集体讨论', 'Discussed collectively') }
  const length = words(lengthWords({ length: distance(file, unit, service.day, due), unit: row.unit }))
  return {
    subject: 'defence',
    row,
    name: both('陈述、申辩和要求听证', 'Defence and request for a hearing'),
    length,
    from: service.day,
    due: { due, rolledFrom: null, advice: due, provisional: answer.provisional },
    end,
    place: service.place,
    state: early !== null ? 'early' : asOf > due || answer.waived ? 'kept' : 'running',
    by: early === null ? 0 : Math.max(1, distance(file, unit, early.day, due)),
    note: answer.waived ? both('当事人书面放弃', 'Given up by the party in writing') : null,
    verified: answer.verified,
  }
}

function hearingNoticeLimits(file: CaseFile): PaperRun[] {
  return file.of('hearing-notice').flatMap((document): PaperRun[] => {
    const served = serviceOf(file, document) ?? stepOf(document)
    const held = hearingsOf(file).find(({ day }) => served !== null && day >= served.day)
    const row = served === null ? null : periodOf(file, 'hearingNotice', served.day)
    const due = served === null || row === null ? null : lastDay(file, row, served.day)
    if (served === null || row === null || due === null) return []
    const short = held !== undefined && served.day > workingDayBefore(file.calendar, held.day, row.length).day
    return [
      {
        subject: 'hearingNotice',
        row,
        from: served.day,
        due,
        end: held === undefined ? null : { day: held.day, label: both('举行听证', 'Hearing held') },
        place: served.place,
        state: held === undefined ? 'running' : short ? 'early' : 'kept',
        by: short ? distance(file, 'workingDays', held.day, due.due) : 0,
      },
    ]
  })
}

function hearingHeldLimit(file: CaseFile): PaperRun | null {
  const [asked] = hearingRequestsOf(file)
  const row = asked === undefined ? null : periodOf(file, 'hearingHeld', asked.day)
  const due = asked === undefined || row === null ? null : lastDay(file, row, asked.day)
  if (asked === undefined || row === null || due === null) return null
  const held = hearingsOf(file).find(({ day }) => day >= asked.day)
  const end = held === undefined ? null : { day: held.day, label: both('举行听证', 'Hearing held') }
  return { subject: 'hearingHeld', row, from: asked.day, due, end, place: asked.place }
}

function announcementLimits(file: CaseFile): PaperRun[] {
  return stepsOf(file.of('service-announcement')).flatMap((step): PaperRun[] => {
    const row = periodOf(file, 'announcement', step.day)
    const due = row === null ? null : lastDay(file, row, step.day)
    return row === null || due === null ? [] : [{ subject: 'announcement', row, from: step.day, due, end: null, place: step.place }]
  })
}

/** What follows the decision: its service, and the time to pay. */
function afterDecision(file: CaseFile): PaperRun[] {
  const decided = madeDecisionOf(file)
  if (decided === null) return []
  const service = serviceOf(file, decided.document)
  const runs: PaperRun[] = []
  const serving = periodOf(file, 'service', decided.day)
  const due = serving === null ? null : lastDay(file, serving, decided.day)
  if (serving !== null && due !== null && file.of('service-announcement').length === 0)
    runs.push({
      subject: 'service',
      row: serving,
      from: decided.day,
      due,
      end: service === null ? null : { day: service.day, label: both('送达', 'Served') },
      place: decided.place,
    })
  const paying = service === null ? null : periodOf(file, 'payment', service.day)
  const payBy = service === null || paying === null ? null : lastDay(file, paying, service.day)
  if (service !== null && paying !== null && payBy !== null && decided.document.facts.measures.some(({ kind }) => kind === 'fine')) {
    const paid = stepsOf(file.of('payment-receipt')).find(({ day }) => day >= service.day)
    const end = paid === undefined ? null : { day: paid.day, label: both('缴款', 'Paid') }
    runs.push({ subject: 'payment', row: paying, from: service.day, due: payBy, end, place: service.place })
  }
  return runs
}

/** A time that the agency leaves to somebody is over when its last day is; what comes later is no breach of the agency. */
function leftToOthers(run: PaperRun, asOf: IsoDate): PaperRun {
  if (run.row.limit === 'atMost' || run.state !== undefined) return run
  return { ...run, state: run.due !== null && (run.end !== null || asOf > run.due.due) ? 'kept' : 'running' }
}

function reviewLimit(file: Pick<CaseFile, 'calendar'>, run: ReviewRun, asOf: IsoDate): TimelineLimit {
  const state = stateOf(run.due, run.end, asOf)
  return {
    key: `review/${run.round}`,
    subject: 'review',
    name: both(run.round === 1 ? '法制审核' : `法制审核（第${run.round}轮）`, run.round === 1 ? 'Legal review' : `Legal review (round ${run.round})`),
    limit: 'atMost',
    length: words(lengthWords({ length: run.days, unit: run.unit === 'workingDays' ? 'workingDay' : 'calendarDay' })),
    unit: run.unit,
    from: run.from,
    due: run.due,
    rolledFrom: run.rolledFrom,
    advice: run.advice,
    end: run.end === null ? null : { day: run.end, label: both('出具意见书', 'Opinion issued') },
    state,
    by: state === 'late' || state === 'overdue' ? distance(file, run.unit, run.due, run.end ?? asOf) : 0,
    left: state === 'running' ? distance(file, run.unit, asOf, run.due) : null,
    excluded: [],
    note: run.name,
    provisional: run.provisional,
    verified: run.verified,
    basis: run.basis,
    place: null,
  }
}

/** The steps that end or break a limit, for marking them. */
export const ENDED_BY: Readonly<Partial<Record<PeriodSubject | 'review', readonly string[]>>> = {
  filing: ['filed'],
  preservation: ['measureReleased', 'measureTaken'],
  seizure: ['measureReleased', 'decided', 'transferred'],
  decision: ['decided'],
  licenceDecision: ['licenceDecided'],
  defence: ['decided', 'discussed'],
  hearingNotice: ['heard'],
  hearingHeld: ['heard'],
  service: ['decisionServed'],
  review: ['issued'],
}

/**
 * All limits in the order of their beginning.
 * @param asOf the day by which what has not ended is judged
 */
export function limitsOf(file: CaseFile, reviews: readonly ReviewRun[], asOf: IsoDate): TimelineLimit[] {
  const limits = [
    ...paperRunsOf(file, asOf).map((run) => limitOf(file, asOf, leftToOthers(run, asOf))),
    ...reviews.map((run) => reviewLimit(file, run, asOf)),
  ]
  const keys = new Map<string, number>()
  return limits
    .map((limit) => {
      const before = keys.get(limit.key) ?? 0
      keys.set(limit.key, before + 1)
      return before === 0 ? limit : { ...limit, key: `${limit.key}/${before + 1}` }
    })
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
}

/** The limits that the papers show, each from its beginning, not yet judged. */
export function paperRunsOf(file: CaseFile, asOf: IsoDate): PaperRun[] {
  return [
    filingLimit(file),
    preservationLimit(file),
    seizureLimit(file),
    decisionLimit(file),
    licenceLimit(file),
    defenceLimit(file, asOf),
    ...hearingNoticeLimits(file),
    hearingHeldLimit(file),
    ...announcementLimits(file),
    ...afterDecision(file),
  ].filter((run) => run !== null)
}
