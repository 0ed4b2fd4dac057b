/** Records of interference in the store: written once, added to, and read only by those who may. */
import canonicalize from 'canonicalize'
import {
  mayReadInterference,
  type Interference,
  type InterferenceAddition,
  type InterferenceRecord,
  type StandingToRecord,
} from '../../shared/accountability/interference.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { isAboutPerson } from '../../shared/people/same-name.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import { sha256Hex } from '../audit/chain.ts'
import { namesEver, namesOfOthers } from '../people/names-ever.ts'
import type { Reader, Writer } from '../store/database.ts'
import { entryAt, refOf } from './entry-refs.ts'
import { isOfHandlingSide } from './handling-side.ts'
import { peopleThen, type PeopleThen } from './people-then.ts'

interface Row {
  readonly id: string
  readonly case_id: CaseId | null
  readonly fields: string
  readonly recorded_by: string
  readonly recorded_at: IsoInstant
  readonly audit_seq: number
}
interface AdditionRow {
  readonly seq: number
  readonly fields: string
  readonly recorded_by: string
  readonly recorded_at: IsoInstant
  readonly audit_seq: number
}

/** What the chain keeps of a record: people read the chain who may not read the record. */
export function sealOf(fields: Interference | InterferenceAddition): string {
  return sha256Hex(canonicalize(fields) ?? 'null')
}

export function insertInterference(writer: Writer, record: { readonly id: string; readonly fields: Interference; readonly by: string; readonly at: IsoInstant; readonly seq: number }): void {
  writer.run(
    'INSERT INTO interference_records (id, case_id, fields, recorded_by, recorded_at, audit_seq) VALUES (?, ?, ?, ?, ?, ?)',
    record.id,
    record.fields.caseId,
    JSON.stringify(record.fields),
    record.by,
    record.at,
    record.seq,
  )
}

export function insertAddition(
  writer: Writer,
  addition: { readonly recordId: string; readonly place: number; readonly fields: InterferenceAddition; readonly by: string; readonly at: IsoInstant; readonly seq: number },
): void {
  writer.run(
    'INSERT INTO interference_additions (record_id, seq, fields, recorded_by, recorded_at, audit_seq) VALUES (?, ?, ?, ?, ?, ?)',
    addition.recordId,
    addition.place,
    JSON.stringify(addition.fields),
    addition.by,
    addition.at,
    addition.seq,
  )
}

const ROWS = 'SELECT id, case_id, fields, recorded_by, recorded_at, audit_seq FROM interference_records'

/**
 * The records that the person may read, the newest first; `caseId` null: of every case and of none. The only way to them: forms
 * and pages that print a record ask here too, and what they make must not be kept among the documents of the case, which
 * the case team reads.
 */
export function interferenceRecordsOf(reader: Reader, person: SignedInPerson, caseId: CaseId | null): readonly InterferenceRecord[] {
  const rows = caseId === null ? reader.all<Row>(`${ROWS} ORDER BY audit_seq DESC`) : reader.all<Row>(`${ROWS} WHERE case_id = ? ORDER BY audit_seq DESC`, caseId)
  const people = peopleThen(reader)
  return rows.filter((row) => mayRead(reader, person, row)).map((row) => viewOf(reader, people, row))
}

/** Undefined also where there is one that the person may not read: it is as if it were not there. */
export function findInterference(reader: Reader, person: SignedInPerson, id: string): InterferenceRecord | undefined {
  const row = reader.get<Row>(`${ROWS} WHERE id = ?`, id)
  return row === undefined || !mayRead(reader, person, row) ? undefined : viewOf(reader, peopleThen(reader), row)
}

/** Entries of the chain that the person must not see, by number: the records they may not read. */
export function sealedEntriesFor(reader: Reader, person: SignedInPerson): ReadonlySet<number> {
  const sealed = new Set<number>()
  for (const row of reader.all<Row>(ROWS)) {
    if (mayRead(reader, person, row)) continue
    sealed.add(row.audit_seq)
    for (const seq of reader.numbers('SELECT audit_seq FROM interference_additions WHERE record_id = ?', row.id)) sealed.add(seq)
  }
  return sealed
}

function mayRead(reader: Reader, person: SignedInPerson, row: Row): boolean {
  return mayReadInterference(standingTo(reader, person, row))
}

function standingTo(reader: Reader, person: SignedInPerson, row: Row): StandingToRecord {
  const { roles, id } = person
  const fields = JSON.parse(row.fields) as Interference
  const isMaker = row.recorded_by === id
  const about = { names: [fields.byName], text: `${fields.byName} ${fields.byPost}` }
  const isNamed = isAboutPerson(about, namesEver(reader, person), namesOfOthers(reader, person))
  if (row.case_id === null) return { roles, isMaker, ofHandlingSide: false, ofReviewSide: false, isNamed }
  return { roles, isMaker, ofHandlingSide: isOfHandlingSide(reader, person, row.case_id), ofReviewSide: isOfReviewSide(reader, id, row.case_id), isNamed }
}

/** Acts by which somebody reviews or approves; a supervisor who did so is no outsider any more. */
const TAKING_PART = ['case.accept', 'case.startReview', 'answer.save', 'opinion.submit', 'opinion.approve', 'opinion.sendBack', 'opinion.sign', 'opinion.issue']

function isOfReviewSide(reader: Reader, id: string, caseId: CaseId): boolean {
  const marks = TAKING_PART.map(() => '?').join(', ')
  return (
    reader.get('SELECT 1 FROM rounds WHERE case_id = ? AND reviewer_id = ?', caseId, id) !== undefined ||
    reader.get('SELECT 1 FROM assignments WHERE case_id = ? AND person_id = ?', caseId, id) !== undefined ||
    reader.get(`SELECT 1 FROM audit WHERE subject = ? AND actor = ? AND act IN (${marks})`, `case/${caseId}`, id, ...TAKING_PART) !== undefined
  )
}

function viewOf(reader: Reader, people: PeopleThen, row: Row): InterferenceRecord {
  const fields = JSON.parse(row.fields) as Interference
  const additions = reader.all<AdditionRow>('SELECT seq, fields, recorded_by, recorded_at, audit_seq FROM interference_additions WHERE record_id = ? ORDER BY seq', row.id)
  return {
    id: row.id,
    fields,
    caseTitle: row.case_id === null ? null : (reader.get<{ title: string }>('SELECT title FROM cases WHERE id = ?', row.case_id)?.title ?? null),
    recordedAt: row.recorded_at,
    by: people.at(row.recorded_by, row.audit_seq),
    ...sealedBy(reader, row.audit_seq, fields),
    additions: additions.map((one) => {
      const added = JSON.parse(one.fields) as InterferenceAddition
      return { fields: added, at: one.recorded_at, by: people.at(one.recorded_by, one.audit_seq), ...sealedBy(reader, one.audit_seq, added) }
    }),
  }
}

function sealedBy(reader: Reader, seq: number, fields: Interference | InterferenceAddition) {
  const entry = entryAt(reader, seq)
  const { sha256 } = JSON.parse(entry.content) as { readonly sha256?: string }
  return { entry: refOf(entry), unaltered: sha256 === sealOf(fields) }
}
