/** What came back from the procuratorate, in the store: the registration and what followed, each written once. */
import type { PeriodRow } from '../../shared/catalogue/periods.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { ClockRun } from '../../shared/deadlines/clock.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { runOfPeriod } from '../../shared/transfer/clocks.ts'
import type { ReturnView } from '../../shared/transfer/contract.ts'
import { barsToPenalty, limitationOf, type Assessment, type ReturnedCase, type ReturnState } from '../../shared/transfer/way-back.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { personName } from '../people/people.ts'
import type { Reader, Writer } from '../store/database.ts'

interface StepRow {
  readonly seq: number
  readonly state: ReturnState
  readonly content: string
  readonly done_by: string
  readonly recorded_at: IsoInstant
}

export interface ReturnShowing {
  readonly reader: Reader
  readonly catalogue: Catalogue
  readonly now: IsoInstant
}

export function insertReturn(writer: Writer, id: string, fields: ReturnedCase): void {
  writer.run('INSERT INTO returned_cases (id, case_id, received_on) VALUES (?, ?, ?)', id, fields.caseId, fields.receivedOn)
}

export interface ReturnStep {
  readonly seq: number
  readonly state: ReturnState
  readonly content: unknown
  readonly by: string
  readonly at: IsoInstant
}

export function insertReturnStep(writer: Writer, id: string, { seq, state, content, by, at }: ReturnStep): void {
  writer.run(
    'INSERT INTO returned_steps (return_id, seq, state, content, done_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    seq,
    state,
    JSON.stringify(content),
    by,
    at,
  )
}

/** Those of a case, or all; what came last first. */
export function returnIds(reader: Reader, caseId: CaseId | null): readonly string[] {
  const where = caseId === null ? '' : 'WHERE case_id = ?'
  const values = caseId === null ? [] : [caseId]
  return reader.all<{ id: string }>(`SELECT id FROM returned_cases ${where} ORDER BY received_on DESC, id DESC`, ...values).map(({ id }) => id)
}

/** The row of the catalogue by which a limitation is reckoned. Throws `not-found`. */
function limitationRow(catalogue: Catalogue, id: string): PeriodRow {
  const row = catalogue.periods.find((one) => one.id === id && one.subject === 'limitation')
  if (row === undefined) throw new FashenError('not-found', { subject: 'catalogueRow', id })
  return row
}

/** What was written down last in a state; null where it did not come to it. */
function contentIn<Content>(rows: readonly StepRow[], state: ReturnState): Content | null {
  const row = rows.findLast((one) => one.state === state)
  return row === undefined ? null : (JSON.parse(row.content) as Content)
}

/** Throws `not-found`. */
export function requireReturn({ reader, catalogue, now }: ReturnShowing, id: string): ReturnView {
  const rows = reader.all<StepRow>('SELECT seq, state, content, done_by, recorded_at FROM returned_steps WHERE return_id = ? ORDER BY seq', id)
  const fields = contentIn<ReturnedCase>(rows, 'registered')
  const last = rows.at(-1)
  if (fields === null || last === undefined) throw new FashenError('not-found', { subject: 'returnedCase', id })
  const answer = contentIn<NonNullable<ReturnView['answer']>>(rows, 'answered')
  const run = answerRun(catalogue, fields, answer, 1)
  return {
    id,
    version: last.seq,
    state: last.state,
    fields,
    caseTitle: fields.caseId === null ? null : (reader.get<{ title: string }>('SELECT title FROM cases WHERE id = ?', fields.caseId)?.title ?? null),
    assessment: contentIn<AssessedReturn>(rows, 'assessed'),
    decision: contentIn<NonNullable<ReturnView['decision']>>(rows, 'decided'),
    answer,
    clock: run === null ? null : runClock(run, calendarOf(catalogue), now),
    steps: rows.map(({ state, recorded_at: at, done_by: by }) => ({ state, at, byName: personName(reader, by) })),
  }
}

export type AssessedReturn = NonNullable<ReturnView['assessment']>

/** An assessment with the limitation as the catalogue has it on that day; it is kept with it. Throws `not-found`. */
export function withLimitation(catalogue: Catalogue, assessment: Assessment): AssessedReturn {
  const limitation = limitationOf(limitationRow(catalogue, assessment.limitationId), assessment)
  return { ...assessment, limitation, bars: barsToPenalty(limitation, assessment) }
}

/** To the answer (回复期限): the day that the paper names, else the time of the catalogue. */
function answerRun(catalogue: Catalogue, fields: ReturnedCase, answer: ReturnView['answer'], ordinal: number): ClockRun | null {
  const start = { day: fields.receivedOn, at: null, label: { 'zh-CN': '收到', en: 'Received' } }
  const stop = answer === null ? null : { day: answer.answeredOn, at: null, label: { 'zh-CN': '回复', en: 'Answered' } }
  const run = runOfPeriod(catalogue.periods, 'returnAnswer', `returnAnswer/${ordinal}`, start, stop)
  if (run === null || fields.answerBy === null) return run
  return { ...run, told: fields.answerBy, length: null, rolls: false, verified: true }
}

/** What came back and is not answered, of a case of the station or of none. */
export function unansweredReturns(reader: Reader): { readonly id: string; readonly caseId: CaseId | null }[] {
  return reader.all(
    `SELECT r.id, r.case_id AS caseId FROM returned_cases r
     WHERE NOT EXISTS (SELECT 1 FROM returned_steps s WHERE s.return_id = r.id AND s.state = 'answered') ORDER BY r.received_on, r.id`,
  )
}

/** One that is about no case of the station and is not answered, with the clock to its answer and who registered it. */
export interface ReturnWithoutCase {
  readonly id: string
  readonly fields: ReturnedCase
  readonly registeredBy: PersonId
  readonly run: ClockRun
}

export function returnsWithoutCase(reader: Reader, catalogue: Catalogue): readonly ReturnWithoutCase[] {
  return unansweredReturns(reader).flatMap(({ id, caseId }) => {
    if (caseId !== null) return []
    const row = reader.get<{ content: string; by: PersonId }>("SELECT content, done_by AS \"by\" FROM returned_steps WHERE return_id = ? AND seq = 1", id)
    if (row === undefined) return []
    const fields = JSON.parse(row.content) as ReturnedCase
    const run = answerRun(catalogue, fields, null, 1)
    return run === null ? [] : [{ id, fields, registeredBy: row.by, run }]
  })
}

/** The clocks to the answers that a case still owes, or owed. */
export function returnRuns(reader: Reader, catalogue: Catalogue, caseId: CaseId): readonly ClockRun[] {
  return returnIds(reader, caseId)
    .toReversed()
    .flatMap((id, index) => {
      const rows = reader.all<StepRow>('SELECT seq, state, content, done_by, recorded_at FROM returned_steps WHERE return_id = ? ORDER BY seq', id)
      const fields = contentIn<ReturnedCase>(rows, 'registered')
      const run = fields === null ? null : answerRun(catalogue, fields, contentIn(rows, 'answered'), index + 1)
      return run === null ? [] : [run]
    })
}
