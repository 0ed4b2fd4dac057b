/** A case in the store, and its rounds. */
import { z } from 'zod'
import { FashenError } from '../../shared/errors/errors.ts'
import { bigramWords } from '../../shared/search/bigrams.ts'
import { caseFieldsSchema, type CaseFields } from '../../shared/cases/case.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import { caseNumberOf } from '../opinion/numbers.ts'
import { stationSchema } from '../../shared/station/contract.ts'
import type { CaseId, IsoDate, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

/** What stands in a sort column where there is nothing, see the migration. */
export const NO_DUE_DAY = '9999-12-31'
export const NO_AMOUNT = -1

export interface CaseRecord {
  readonly id: CaseId
  readonly fields: CaseFields
  readonly state: CaseState
  readonly round: number
  readonly version: number
  readonly reviewerId: PersonId | null
  readonly dueOn: IsoDate | null
  readonly dueProvisional: boolean
  readonly opinionNumber: string | null
  readonly createdAt: IsoInstant
  readonly updatedAt: IsoInstant
}

interface Row {
  readonly id: CaseId
  readonly fields: string
  readonly state: CaseState
  readonly round: number
  readonly version: number
  readonly reviewer_id: PersonId | null
  readonly due_on: IsoDate
  readonly due_provisional: number
  readonly opinion_number: string | null
  readonly created_at: IsoInstant
  readonly updated_at: IsoInstant
}

/** Throws `not-found`. */
export function requireCase(reader: Reader, id: CaseId): CaseRecord {
  const row = reader.get<Row>(
    `SELECT id, fields, state, round, version, reviewer_id, due_on, due_provisional, opinion_number, created_at, updated_at
     FROM cases WHERE id = ?`,
    id,
  )
  if (row === undefined) throw new FashenError('not-found', { subject: 'case', id })
  return {
    id: row.id,
    fields: caseFieldsSchema.parse(JSON.parse(row.fields)),
    state: row.state,
    round: row.round,
    version: row.version,
    reviewerId: row.reviewer_id,
    dueOn: row.due_on === NO_DUE_DAY ? null : row.due_on,
    dueProvisional: row.due_provisional === 1,
    opinionNumber: row.opinion_number,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** What the list can be searched by. */
function searchText(fields: CaseFields, caseNumber: string | null, opinionNumber: string | null): string {
  const { title, cause, fileNumber, party, submittingUnit } = fields
  const own = [title, cause, fileNumber, party.name, party.code, submittingUnit, opinionNumber ?? '']
  return (caseNumber === null ? own : [...own, caseNumber]).join('\n')
}

/** Highest amount that the proposed decision names. */
function highestAmount(fields: CaseFields): number {
  return Math.max(NO_AMOUNT, ...fields.effects.map(({ amount }) => amount ?? NO_AMOUNT))
}

export interface NewCase {
  readonly id: CaseId
  readonly fields: CaseFields
  readonly state: CaseState
  readonly createdBy: string
  readonly at: IsoInstant
  /** Takes the number that the case is registered under (案件编号), where the station gives any. */
  readonly takeNumber?: () => void
}

export function insertCase(writer: Writer, { id, fields, state, createdBy, at, takeNumber }: NewCase): void {
  writer.run(
    `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on,
       due_provisional, amount, fields, version, created_by, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 0, ?, ?, 1, ?, ?, ?)`,
    id,
    fields.title,
    fields.fileNumber,
    fields.party.name,
    fields.submittingUnit,
    JSON.stringify(fields.actionKinds),
    state,
    fields.receivedOn,
    NO_DUE_DAY,
    highestAmount(fields),
    JSON.stringify(fields),
    createdBy,
    at,
    at,
  )
  writer.run('INSERT INTO rounds (case_id, round, submitted_on) VALUES (?, 1, ?)', id, fields.receivedOn)
  takeNumber?.()
  writeSideTables(writer, id, fields, null)
}

export function updateCaseFields(writer: Writer, record: CaseRecord, fields: CaseFields, at: IsoInstant): void {
  writer.run(
    `UPDATE cases SET title = ?, file_number = ?, party_name = ?, submitting_unit = ?, action_kinds = ?, received_on = ?,
       amount = ?, fields = ?, version = version + 1, updated_at = ? WHERE id = ?`,
    fields.title,
    fields.fileNumber,
    fields.party.name,
    fields.submittingUnit,
    JSON.stringify(fields.actionKinds),
    fields.receivedOn,
    highestAmount(fields),
    JSON.stringify(fields),
    at,
    record.id,
  )
  writer.run('DELETE FROM case_kinds WHERE case_id = ?', record.id)
  writer.run('DELETE FROM case_handlers WHERE case_id = ?', record.id)
  writeSideTables(writer, record.id, fields, record.opinionNumber)
}

function writeSideTables(writer: Writer, id: CaseId, fields: CaseFields, opinionNumber: string | null): void {
  for (const kind of new Set(fields.actionKinds)) writer.run('INSERT INTO case_kinds (kind, case_id) VALUES (?, ?)', kind, id)
  const known = new Set(fields.handlers.flatMap(({ personId }) => (personId === null ? [] : [personId])))
  for (const personId of known) writer.run('INSERT INTO case_handlers (person_id, case_id) VALUES (?, ?)', personId, id)
  indexForSearch(writer, id, searchText(fields, caseNumberOf(writer, id), opinionNumber))
}

function indexForSearch(writer: Writer, id: CaseId, text: string): void {
  const row = writer.get<{ rowid: number }>('SELECT rowid FROM cases WHERE id = ?', id)
  if (row === undefined) throw new FashenError('not-found', { subject: 'case', id })
  writer.run('DELETE FROM case_search WHERE rowid = ?', row.rowid)
  writer.run('INSERT INTO case_search (rowid, words) VALUES (?, ?)', row.rowid, bigramWords(text))
}

/** What an act changes of a case beside its fields; what is not given stays. */
export interface CaseChange {
  readonly state?: CaseState
  readonly round?: number
  readonly reviewerId?: PersonId | null
  /** Null stops the clock. */
  readonly due?: { readonly on: IsoDate; readonly provisional: boolean } | null
  readonly opinionNumber?: string | null
}

export function changeCase(writer: Writer, record: CaseRecord, change: CaseChange, at: IsoInstant): void {
  const due = change.due === undefined ? { on: record.dueOn, provisional: record.dueProvisional } : change.due
  const number = change.opinionNumber === undefined ? record.opinionNumber : change.opinionNumber
  writer.run(
    `UPDATE cases SET state = ?, round = ?, reviewer_id = ?, due_on = ?, due_provisional = ?, opinion_number = ?,
       version = version + 1, updated_at = ? WHERE id = ?`,
    change.state ?? record.state,
    change.round ?? record.round,
    change.reviewerId === undefined ? record.reviewerId : change.reviewerId,
    due?.on ?? NO_DUE_DAY,
    due?.provisional === true ? 1 : 0,
    number,
    at,
    record.id,
  )
  if (number !== record.opinionNumber) indexForSearch(writer, record.id, searchText(record.fields, caseNumberOf(writer, record.id), number))
}

export interface RoundRecord {
  readonly round: number
  readonly submittedOn: IsoDate
  readonly acceptedOn: IsoDate | null
  readonly reviewerId: PersonId | null
  /** Canonical JSON of the catalogue version that the round is reviewed under; null before it was accepted. */
  readonly catalogueVersion: string | null
  readonly basis: RoundBasis | null
}

/** What a round is reviewed on, kept when it is accepted: later changes of case or station do not reach back. */
const roundBasisSchema = z.strictObject({ fields: caseFieldsSchema, station: stationSchema })
export type RoundBasis = z.infer<typeof roundBasisSchema>

export function roundsOf(reader: Reader, caseId: CaseId): RoundRecord[] {
  return reader
    .all<Omit<RoundRecord, 'basis'> & { readonly basis: string | null }>(
      `SELECT round, submitted_on AS submittedOn, accepted_on AS acceptedOn, reviewer_id AS reviewerId,
         catalogue_version AS catalogueVersion, basis FROM rounds WHERE case_id = ? ORDER BY round`,
      caseId,
    )
    .map((row) => ({ ...row, basis: row.basis === null ? null : roundBasisSchema.parse(JSON.parse(row.basis)) }))
}

/** Throws `not-found` for a round that the case does not have. */
export function requireRound(reader: Reader, caseId: CaseId, number: number): RoundRecord {
  const round = roundsOf(reader, caseId).find((one) => one.round === number)
  if (round === undefined) throw new FashenError('not-found', { subject: 'round', id: String(number) })
  return round
}

export function recusedFrom(reader: Reader, caseId: CaseId): PersonId[] {
  return reader.all<{ person_id: PersonId }>('SELECT person_id FROM recusals WHERE case_id = ?', caseId).map((row) => row.person_id)
}

/** People of this station among the case's handlers (承办人). */
export function handlersOf(record: CaseRecord): PersonId[] {
  return record.fields.handlers.flatMap(({ personId }) => (personId === null ? [] : [personId]))
}
