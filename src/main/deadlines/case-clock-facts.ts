/** What the clocks of a stored case are made of: its papers, its rounds, the acts about it, what people recorded. */
import { reviewLimit } from '../../shared/catalogue/review-limit.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { actSpans, CLOCK_ACTS, type CaseAct } from '../../shared/deadlines/act-spans.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { ClockMoment, ClockRun } from '../../shared/deadlines/clock.ts'
import type { ClockFacts, ReviewFacts } from '../../shared/deadlines/clocks-of.ts'
import { paperClockRuns } from '../../shared/deadlines/paper-clocks.ts'
import { dutiesOf } from '../../shared/deadlines/period-rows.ts'
import { CASE_ACTION_LABELS, type CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { CaseId, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import { roundsOf, type CaseRecord } from '../cases/case-record.ts'
import type { Workbench } from '../core/handler.ts'
import { disclosureRuns } from '../disclosure/case-disclosure.ts'
import { decisionOf } from '../followup/decision-record.ts'
import { suspensionsOf } from '../followup/suspension-record.ts'
import { reviewSupplements, supplementDays } from '../intake/supplement-record.ts'
import { storedCaseFile } from '../prereview/stored-case-file.ts'
import type { Reader } from '../store/database.ts'
import { transferClockRuns } from '../transfer/transfer-view.ts'
import { daysOf, exclusionsOf, extensionsOf } from './clock-records.ts'

export type ClockDesk = Pick<Workbench, 'reader' | 'catalogue' | 'station' | 'today'>

/** States in which the day that a case carries is that of its review. */
const IN_REVIEW: ReadonlySet<CaseState> = new Set<CaseState>(['accepted', 'assigned', 'underReview', 'drafted', 'approved'])

function actsOf(reader: Reader, caseId: CaseId): CaseAct[] {
  return reader
    .all<{ act: string; at: IsoInstant; content: string }>(
      `SELECT act, at, content FROM audit WHERE subject = ? AND act IN (${CLOCK_ACTS.map(() => '?').join(', ')}) ORDER BY seq`,
      `case/${caseId}`,
      ...CLOCK_ACTS,
    )
    .map((entry) => ({ ...entry, content: JSON.parse(entry.content) as unknown }))
}

function hasDocuments(reader: Reader, caseId: CaseId): boolean {
  const sql = 'SELECT 1 FROM materials m JOIN material_documents d ON d.material_id = m.id WHERE m.case_id = ? AND m.removed_at IS NULL LIMIT 1'
  return reader.get(sql, caseId) !== undefined
}

function papersOf(desk: ClockDesk, record: CaseRecord, today: IsoDate): ClockRun[] {
  if (!hasDocuments(desk.reader, record.id)) return []
  return paperClockRuns(storedCaseFile(desk, record, record.round).file, today)
}

/** Each round that was accepted, by the rule that held for it then. */
function reviewsOf(desk: ClockDesk, record: CaseRecord, withdrawn: ClockMoment | null): ReviewFacts[] {
  const issued = new Map(
    desk.reader
      .all<{ round: number; at: IsoInstant | null }>("SELECT round, issued_at AS at FROM opinions WHERE case_id = ? AND state = 'issued'", record.id)
      .map(({ round, at }) => [round, at]),
  )
  const rounds = roundsOf(desk.reader, record.id)
  return rounds.flatMap(({ round, acceptedOn, basis, catalogueVersion }) => {
    if (acceptedOn === null) return []
    const { sector, divisionCode } = basis?.station ?? desk.station()
    const catalogue: Catalogue = catalogueOfRound(desk.reader, desk.catalogue, catalogueVersion)
    const limit = reviewLimit(catalogue, { on: acceptedOn, sector: sector ?? undefined, region: divisionCode ?? undefined })
    const at = issued.get(round) ?? null
    const stop = at === null ? (round === rounds.at(-1)?.round ? withdrawn : null) : { day: civilDayOf(at), at, label: CASE_ACTION_LABELS.issue }
    return [{ round, acceptedOn: { day: acceptedOn, at: null, label: CASE_ACTION_LABELS.accept }, limit, stop, supplements: reviewSupplements(desk.reader, record.id, round) }]
  })
}

export function clockFactsOf(desk: ClockDesk, record: CaseRecord, today: IsoDate): ClockFacts {
  const { reader } = desk
  const { id, fields, round } = record
  const spans = actSpans(actsOf(reader, id))
  const reviews = reviewsOf(desk, record, spans.findLast(({ clock }) => clock === 'reviewLimit')?.stop ?? null)
  const isKnown = reviews.some((one) => one.round === round)
  const { sector, divisionCode } = desk.station()
  const duties = dutiesOf(desk.catalogue.periods, { sector, region: divisionCode }, today)?.effects ?? []
  return {
    sector,
    region: divisionCode,
    actionKinds: fields.actionKinds,
    hasFine: fields.effects.some(({ kind }) => kind === 'fine'),
    hasOtherDuty: fields.effects.some(({ kind }) => duties.includes(kind)),
    filedOn: fields.filedOn,
    papers: papersOf(desk, record, today),
    others: [...transferClockRuns(desk, id), ...disclosureRuns(desk, record)],
    decidedOn: decisionOf(reader, id)?.decidedOn ?? null,
    spans,
    reviews,
    replyBy: supplementDays(reader, id),
    reviewDue: isKnown || record.dueOn === null || !IN_REVIEW.has(record.state) ? null : { from: fields.receivedOn, due: record.dueOn, round },
    recorded: daysOf(reader, id).filter(({ takenBack }) => takenBack === null),
    suspensions: suspensionsOf(reader, id).map(({ from, resumed }) => ({ from, to: resumed?.on ?? null })),
    granted: extensionsOf(reader, id).flatMap(({ clock, takenBack, ...extension }) => (takenBack === null ? [{ key: clock, extension }] : [])),
    excluded: exclusionsOf(reader, id).flatMap(({ clock, takenBack, of, name, from, to, basis }) => (takenBack === null ? [{ key: clock, span: { of, name, from, to, basis } }] : [])),
  }
}
