/** What this station did with a case, and how long it had for it: from its rounds and the audit chain. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { StatutoryCalendar } from '../../shared/deadlines/calendar.ts'
import type { ReviewRun, StationPart, StationStep, StationStepKind } from '../../shared/timeline/station-steps.ts'
import type { CaseId, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { civilDayOf, civilTimeOf } from '../../shared/deadlines/civil-time.ts'
import { roundsOf, type CaseRecord, type RoundRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { calendarOf, reviewClock } from '../deadlines/review-clock.ts'
import type { Reader } from '../store/database.ts'

type Context = Pick<CallContext, 'reader' | 'station' | 'catalogue'>

/** Acts of the audit chain that are steps of the case; receipt and acceptance are told by the rounds. */
const STEPS: Readonly<Record<string, StationStepKind>> = {
  'case.returnForSupplement': 'returned',
  'case.resubmit': 'resubmitted',
  'case.assign': 'assigned',
  'case.assignManually': 'assigned',
  'case.assignSameReviewer': 'assigned',
  'case.reassign': 'assigned',
  'case.startReview': 'begun',
  'case.askSupplement': 'supplementAsked',
  'case.takeSupplement': 'supplemented',
  'case.endSupplement': 'supplemented',
  'opinion.submit': 'drafted',
  'opinion.sendBack': 'sentBack',
  'opinion.approve': 'approved',
  'opinion.issue': 'issued',
  'case.adopt': 'adopted',
  'case.object': 'objected',
  'case.archive': 'closed',
  'case.drop': 'closed',
  'case.withdraw': 'withdrawn',
}

/** The day and time of day in China. */
function localMoment(at: IsoInstant): { readonly day: IsoDate; readonly time: string } {
  return { day: civilDayOf(at), time: civilTimeOf(at) }
}

interface Entry {
  readonly at: IsoInstant
  readonly act: string
  readonly name: string | null
}

function actedSteps(context: Context, caseId: string): StationStep[] {
  const acts = Object.keys(STEPS)
  const entries = context.reader.all<Entry>(
    `SELECT a.at, a.act, p.name FROM audit a LEFT JOIN people p ON p.id = a.actor
     WHERE a.subject = ? AND a.act IN (${acts.map(() => '?').join(', ')}) ORDER BY a.seq`,
    `case/${caseId}`,
    ...acts,
  )
  return entries.flatMap(({ at, act, name }) => {
    const kind = STEPS[act]
    return kind === undefined ? [] : [{ kind, ...localMoment(at), about: name }]
  })
}

function roundSteps({ submittedOn, acceptedOn, round }: RoundRecord): StationStep[] {
  const about = round === 1 ? null : String(round)
  const received: StationStep = { kind: 'received', day: submittedOn, time: null, about }
  return acceptedOn === null ? [received] : [received, { kind: 'accepted', day: acceptedOn, time: null, about }]
}

function reviewOf(context: Context, catalogue: Catalogue, caseId: CaseId, { round, acceptedOn, basis }: RoundRecord, end: IsoDate | null): ReviewRun[] {
  if (acceptedOn === null) return []
  const calendar = calendarOf(context.catalogue)
  const { limit, deadline } = reviewClock(catalogue, basis?.station ?? context.station(), acceptedOn, calendar)
  const { due, rolledFrom, advice, provisional } = movedReview(context.reader, calendar, caseId, round) ?? deadline
  const unit = limit.unit === 'workingDay' ? 'workingDays' : 'calendarDays'
  const { days, verified, basis: law, name } = limit
  return [{ round, name, from: acceptedOn, due, rolledFrom, advice, days, unit, provisional, verified, basis: law, end }]
}

/** The last day as it was extended (延长) or moved by papers that were asked for, which the round carries; null where it was not. */
function movedReview(
  reader: Reader,
  calendar: StatutoryCalendar,
  caseId: CaseId,
  round: number,
): Pick<ReviewRun, 'due' | 'rolledFrom' | 'advice' | 'provisional'> | null {
  const row = reader.get<{ due: IsoDate | null }>(
    `SELECT r.due_on AS due FROM rounds r WHERE r.case_id = ? AND r.round = ? AND (EXISTS
      (SELECT 1 FROM clock_extensions e WHERE e.case_id = r.case_id AND e.clock = 'review/' || r.round AND e.taken_back_at IS NULL)
      OR EXISTS (SELECT 1 FROM returns s WHERE s.case_id = r.case_id AND s.round = r.round AND s.in_review = 1))`,
    caseId,
    round,
  )
  if (row === undefined || row.due === null) return null
  return { due: row.due, rolledFrom: null, advice: row.due, provisional: calendar.statusOf(row.due).provisional }
}

export function stationPart(context: Context, record: CaseRecord, catalogue: Catalogue): StationPart {
  const rounds = roundsOf(context.reader, record.id)
  const issued = new Map(
    context.reader
      .all<{ round: number; at: IsoInstant | null }>("SELECT round, issued_at AS at FROM opinions WHERE case_id = ? AND state = 'issued'", record.id)
      .map(({ round, at }) => [round, at === null ? null : localMoment(at).day]),
  )
  const steps = [...rounds.flatMap(roundSteps), ...actedSteps(context, record.id)]
  return {
    steps: steps.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
    reviews: rounds.flatMap((round) => reviewOf(context, catalogue, record.id, round, issued.get(round.round) ?? null)),
  }
}
