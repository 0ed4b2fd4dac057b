/** Puts the timeline of a case together out of its file, what the station did, and the law as data. */
import { timelineOfDocuments, type TimelineEvent } from '../intake/timeline.ts'
import { timelineOrder, TIMELINE_LABELS, type TimelineKind } from '../intake/timeline-kinds.ts'
import type { DocumentKind } from '../catalogue/document-kinds.ts'
import type { FieldSource } from '../intake/proposal-field.ts'
import type { CaseFile } from '../prereview/case-file.ts'
import type { IsoDate } from '../values/values.ts'
import { isBroken, type CaseTimeline, type StatedOtherwise, type TimelineLimit, type TimelinePlace, type TimelineStep } from './case-timeline.ts'
import { gapsOf } from './gaps.ts'
import { ENDED_BY, limitsOf } from './limits.ts'
import { isCertain } from './places.ts'
import { STATION_STEP_LABELS, stationStepOrder, type StationPart, type StationStep } from './station-steps.ts'

/**
 * Steps that a case takes once, so that two days for one of them contradict each other. A case has many questionings and
 * inspections, and 作出决定 is said of measures too.
 */
const TAKEN_ONCE: readonly TimelineKind[] = [
  'filed',
  'priorNoticeServed',
  'hearingAsked',
  'heard',
  'reviewed',
  'discussed',
  'decisionServed',
]

function placeOf({ kind, ...pointer }: FieldSource): TimelinePlace {
  return { ...pointer, documentKind: kind }
}

function conflictsOf(event: TimelineEvent, events: readonly TimelineEvent[]): StatedOtherwise[] {
  if (!TAKEN_ONCE.includes(event.kind)) return []
  const same = events.filter((one) => one.kind === event.kind)
  // two records are two acts: a notice that was made again
  return same
    .filter((one) => one !== event && one.day !== event.day && !(one.recorded && event.recorded))
    .flatMap((one) => [one.source, ...one.others].map((source) => ({ day: one.day, place: placeOf(source) })))
}

type DayMarks = Pick<TimelineStep, 'working' | 'provisional'>

function marksOf(file: Pick<CaseFile, 'calendar'>, day: IsoDate): DayMarks {
  const { working, provisional } = file.calendar.statusOf(day)
  return { working, provisional }
}

function stepsOfDocuments(file: CaseFile, kinds: readonly DocumentKind[]): TimelineStep[] {
  const texts = new Map(file.files.map((one) => [one.fileId, one.text]))
  const events = timelineOfDocuments(file.documents, kinds)
  const taken = new Map<string, number>()
  return events.map((event) => {
    const { kind, day, time, until, about, recorded, source, others } = event
    const text = texts.get(source.fileId)
    const before = taken.get(event.key) ?? 0
    taken.set(event.key, before + 1)
    return {
      key: before === 0 ? event.key : `${event.key}/${before + 1}`,
      kind,
      origin: 'document',
      label: TIMELINE_LABELS[kind],
      day,
      time,
      until,
      about,
      recorded,
      certain: text === undefined || isCertain(text, source.passage),
      ...marksOf(file, day),
      place: placeOf(source),
      others: others.map(placeOf),
      conflicts: conflictsOf(event, events),
      breaks: [],
    }
  })
}

function stepOfStation(file: Pick<CaseFile, 'calendar'>, { kind, day, time, about }: StationStep, place: number): TimelineStep {
  return {
    key: `station/${kind}/${day}/${place}`,
    kind,
    origin: 'station',
    label: STATION_STEP_LABELS[kind],
    day,
    time,
    until: null,
    about,
    recorded: true,
    certain: true,
    ...marksOf(file, day),
    place: null,
    others: [],
    conflicts: [],
    breaks: [],
  }
}

/** What is to come: the last day of the review and of the decision, where they run. */
function dueSteps(limits: readonly TimelineLimit[]): StationStep[] {
  return limits.flatMap(({ subject, state, due }): StationStep[] => {
    if (due === null || (state !== 'running' && state !== 'overdue')) return []
    if (subject === 'review') return [{ kind: 'reviewDue', day: due, time: null, about: null }]
    return subject === 'decision' ? [{ kind: 'decisionDue', day: due, time: null, about: null }] : []
  })
}

function breaksOf(step: TimelineStep, limits: readonly TimelineLimit[]): string[] {
  return limits
    .filter((limit) => isBroken(limit) && limit.end?.day === step.day && ENDED_BY[limit.subject]?.includes(step.kind) === true)
    .map(({ key }) => key)
}

const rankOf = ({ kind, origin }: TimelineStep): number =>
  origin === 'document' ? timelineOrder(kind as TimelineKind) : 1000 + stationStepOrder(kind as StationStep['kind'])

/** Papers stay in the order that their times give; the station's steps of a day come after them. */
function inOrder(documents: readonly TimelineStep[], station: readonly TimelineStep[]): TimelineStep[] {
  const place = new Map(documents.map((step, at) => [step, at]))
  return [...documents, ...station].toSorted((one, other) => {
    if (one.day !== other.day) return one.day < other.day ? -1 : 1
    const [left, right] = [place.get(one), place.get(other)]
    return left !== undefined && right !== undefined ? left - right : rankOf(one) - rankOf(other)
  })
}

/**
 * @param station null where the file is read without a station
 * @param asOf the day by which limits that have not ended are judged
 */
export function buildCaseTimeline(
  file: CaseFile,
  kinds: readonly DocumentKind[],
  station: StationPart | null,
  asOf: IsoDate,
): CaseTimeline {
  const limits = limitsOf(file, station?.reviews ?? [], asOf)
  const fromPapers = stepsOfDocuments(file, kinds)
  const ownSteps = [...(station?.steps ?? []), ...dueSteps(limits)].map((step, place) => stepOfStation(file, step, place))
  const steps = inOrder(fromPapers, ownSteps).map((step) => ({ ...step, breaks: breaksOf(step, limits) }))
  return { steps, limits, gaps: gapsOf(file, fromPapers, asOf), asOf }
}
