/** Clues about officials in the store: written once, updated by further rows, seen by few. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { isAboutPerson } from '../../shared/people/same-name.ts'
import type { Clue, ClueUpdate } from '../../shared/transfer/clue.ts'
import type { ClueView } from '../../shared/transfer/contract.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import { isOfHandlingSide } from '../accountability/handling-side.ts'
import { requireCase } from '../cases/case-record.ts'
import { handlingPartOf } from '../cases/handling-part.ts'
import { namesEver, namesOfOthers } from '../people/names-ever.ts'
import { personName } from '../people/people.ts'
import type { Reader, Writer } from '../store/database.ts'
import { transferOf } from './transfer-record.ts'

interface StepRow {
  readonly seq: number
  readonly content: string
  readonly done_by: string
  readonly recorded_at: IsoInstant
}

/** Who sees the clues of others: not those about themselves, nor those that come from a case of theirs. */
const SEEING = ['head', 'agencyHead', 'supervisor'] as const

const stepsOf = (reader: Reader, id: string): StepRow[] =>
  reader.all<StepRow>('SELECT seq, content, done_by, recorded_at FROM clue_steps WHERE clue_id = ? ORDER BY seq', id)

export function insertClue(writer: Writer, id: string, clue: Clue): void {
  writer.run('INSERT INTO misconduct_clues (id, case_id) VALUES (?, ?)', id, clue.caseId)
}

export function insertClueStep(writer: Writer, id: string, step: { readonly seq: number; readonly content: Clue | ClueUpdate; readonly by: string; readonly at: IsoInstant }): void {
  writer.run('INSERT INTO clue_steps (clue_id, seq, content, done_by, recorded_at) VALUES (?, ?, ?, ?, ?)', id, step.seq, JSON.stringify(step.content), step.by, step.at)
}

/** A clue that the person may not see is as if it were not there. Throws `not-found`. */
export function requireClue(reader: Reader, person: SignedInPerson, id: string): ClueView {
  const view = clueView(reader, person, id)
  if (view === null) throw new FashenError('not-found', { subject: 'clue', id })
  return view
}

/** Written by us in the shape of `Clue`; the first of them had no names. */
const clueFrom = (content: string): Clue => ({ names: [], ...(JSON.parse(content) as Omit<Clue, 'names'> & Partial<Clue>) })

function clueView(reader: Reader, person: SignedInPerson, id: string): ClueView | null {
  const [first, ...rest] = stepsOf(reader, id)
  if (first === undefined) return null
  const recorded = clueFrom(first.content)
  if (!maySee(reader, person, recorded, first.done_by)) return null
  const updates = rest.map((row) => ({ ...(JSON.parse(row.content) as ClueUpdate), at: row.recorded_at, byName: personName(reader, row.done_by) }))
  const last = updates.at(-1)
  const fields = last === undefined ? recorded : { ...recorded, sentOn: last.sentOn, number: last.number }
  return {
    id,
    version: rest.length + 1,
    fields,
    caseTitle: recorded.caseId === null ? null : (reader.get<{ title: string }>('SELECT title FROM cases WHERE id = ?', recorded.caseId)?.title ?? null),
    outcome: last?.outcome ?? '',
    recordedAt: first.recorded_at,
    byName: personName(reader, first.done_by),
    updates,
  }
}

/** Who wrote it, and those who preside or supervise, unless it names them or its case is theirs (承办人、专案组). */
function maySee(reader: Reader, person: SignedInPerson, { names, about, caseId }: Clue, makerId: string): boolean {
  if (makerId === person.id) return true
  if (!SEEING.some((role) => person.roles.includes(role))) return false
  if (isAboutPerson({ names, text: about }, namesEver(reader, person), namesOfOthers(reader, person))) return false
  return caseId === null || !isOfTeam(reader, person, caseId)
}

function isOfTeam(reader: Reader, person: SignedInPerson, caseId: CaseId): boolean {
  if (isOfHandlingSide(reader, person, caseId) || handlingPartOf(reader, requireCase(reader, caseId), person.id) !== null) return true
  return transferOf(reader, caseId).steps.some(({ content }) => content.action === 'nameTeam' && content.members.includes(person.id))
}

/** Entries of the chain about clues that the person may not see, by number: who made one, and when, tells of it too. */
export function sealedClueEntriesFor(reader: Reader, person: SignedInPerson): readonly number[] {
  const ids = reader.all<{ id: string }>('SELECT id FROM misconduct_clues').filter(({ id }) => clueView(reader, person, id) === null)
  return ids.flatMap(({ id }) => reader.numbers('SELECT seq FROM audit WHERE subject = ?', `clue/${id}`))
}

/** What the person may see of them, the newest first. */
export function cluesFor(reader: Reader, person: SignedInPerson, caseId: CaseId | null): readonly ClueView[] {
  const where = caseId === null ? '' : 'WHERE case_id = ?'
  const values = caseId === null ? [] : [caseId]
  return reader.all<{ id: string }>(`SELECT id FROM misconduct_clues ${where} ORDER BY id DESC`, ...values).flatMap(({ id }) => {
    const view = clueView(reader, person, id)
    return view === null ? [] : [view]
  })
}
