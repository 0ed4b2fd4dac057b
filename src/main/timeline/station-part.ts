/** What this station did with a case, and how long it had for it: from its rounds and the audit chain. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { ReviewRun, StationPart, StationStep, StationStepKind } from '../../shared/timeline/station-steps.ts'
import { isoDateSchema, type IsoDate, type IsoInstant } from '../../shared/values/values.ts'
import { roundsOf, type CaseRecord, type RoundRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { reviewClock } from '../deadlines/review-clock.ts'

type Context = Pick<CallContext, 'reader' | 'station'>

/** Acts of the audit chain that are steps of the case; receipt and acceptance are told by the rounds. */
const STEPS: Readonly<Record<string, StationStepKind>> = {
  'case.returnForSupplement': 'returned',
  'case.resubmit': 'resubmitted',
  'case.assign': 'assigned',
  'case.assignManually': 'assigned',
  'case.assignSameReviewer': 'assigned',
  'case.reassign': 'assigned',
  'case.startReview': 'begun',
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

const two = (value: number): string => String(value).padStart(2, '0')

/** The day and time of day in the place of this computer. */
function localMoment(at: IsoInstant): { readonly day: IsoDate; readonly time: string } {
  const date = new Date(at)
  const day = isoDateSchema.parse(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`)
  return { day, time: `${two(date.getHours())}:${two(date.getMinutes())}` }
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

function reviewOf(context: Context, catalogue: Catalogue, { round, acceptedOn, basis }: RoundRecord, end: IsoDate | null): ReviewRun[] {
  if (acceptedOn === null) return []
  const { limit, deadline } = reviewClock(catalogue, basis?.station ?? context.station(), acceptedOn)
  const { due, rolledFrom, advice, provisional } = deadline
  const unit = limit.unit === 'workingDay' ? 'workingDays' : 'calendarDays'
  const { days, verified, basis: law, name } = limit
  return [{ round, name, from: acceptedOn, due, rolledFrom, advice, days, unit, provisional, verified, basis: law, end }]
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
    reviews: rounds.flatMap((round) => reviewOf(context, catalogue, round, issued.get(round.round) ?? null)),
  }
}
