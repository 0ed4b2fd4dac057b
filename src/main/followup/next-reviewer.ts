/**
 * Who reviews a round that follows an objection or a settlement. An objection is answered by another reviewer than the one
 * it is about, where there is one: drawn, so that nobody picks. Where there is none, the same person answers, and the
 * record says so.
 */
import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Assignment, ExcludedPerson } from '../../shared/assignment/contract.ts'
import { commitmentTo, draw, type Sha256Function } from '../../shared/assignment/draw.ts'
import { withinBand } from '../../shared/assignment/eligibility.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
import { assignmentSettings } from '../assignment/assignment-settings.ts'
import { eligibilityFor, excludedPeople } from '../assignment/eligible-reviewers.ts'
import { openCasesOf } from '../cases/case-list.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { personName } from '../people/people.ts'
import type { Writer } from '../store/database.ts'

const sha256: Sha256Function = (bytes) => createHash('sha256').update(bytes).digest()

/** Written down with the assignment where nobody else could review. */
export const NOBODY_ELSE = '没有其他符合条件的审核人员，由原审核人复核。'

export interface ChosenReviewer {
  readonly personId: PersonId
  readonly name: string
  readonly mode: Assignment['mode']
  readonly reason: string | null
  readonly draw: Assignment['draw']
  readonly excluded: readonly ExcludedPerson[]
}

/**
 * Another than `before`, drawn among all who may review; `before` only where there is nobody else.
 * Leaves the commitment to the draw's seed in the audit chain. Throws `no-eligible-reviewer`.
 */
export function drawAnother(context: CallContext, record: CaseRecord, round: number, before: PersonId | null): ChosenReviewer {
  const { reader } = context
  const able = eligibilityFor(context, record, before)
  const others = withinBand(able, new Map(able.eligible.map((id) => [id, openCasesOf(reader, id)])), assignmentSettings(reader).band)
  if (others.eligible.length === 0) return keep(context, record, before, NOBODY_ELSE)
  const seed = randomBytes(32).toString('hex')
  const { eligible } = others
  context.act(
    { act: 'case.commitDraw', subject: `case/${record.id}`, content: { round, commitment: commitmentTo(seed, sha256), eligible } },
    () => undefined,
  )
  const drawn = draw({ seed, caseId: record.id, round, eligible }, sha256)
  return {
    personId: drawn.drawn,
    name: personName(context.reader, drawn.drawn),
    mode: 'drawn',
    reason: null,
    draw: { seed, commitment: drawn.commitment, eligible: drawn.eligible },
    excluded: excludedPeople(context.reader, others),
  }
}

/** The one who reviewed before. Throws `no-eligible-reviewer` where that person may not review any more. */
export function keep(context: CallContext, record: CaseRecord, before: PersonId | null, reason: string | null): ChosenReviewer {
  const eligibility = eligibilityFor(context, record, null)
  const excluded = excludedPeople(context.reader, eligibility)
  if (before === null || !eligibility.eligible.includes(before)) {
    throw new FashenError('no-eligible-reviewer', { excluded: excluded.map(({ name, reasons }) => `${name}:${reasons.join('+')}`) })
  }
  return { personId: before, name: personName(context.reader, before), mode: 'kept', reason, draw: null, excluded }
}

/** The one who reviewed before, as long as they may; else another one, drawn. For a closing round (重新审核). */
export function keepOrDraw(context: CallContext, record: CaseRecord, round: number, before: PersonId | null): ChosenReviewer {
  const { eligible } = eligibilityFor(context, record, null)
  return before !== null && eligible.includes(before) ? keep(context, record, before, null) : drawAnother(context, record, round, before)
}

export function insertChosen(writer: Writer, caseId: CaseId, round: number, chosen: ChosenReviewer, at: IsoInstant): void {
  writer.run(
    `INSERT INTO assignments (id, case_id, round, mode, person_id, reason, draw, excluded, assigned_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uuidv7(),
    caseId,
    round,
    chosen.mode,
    chosen.personId,
    chosen.reason,
    chosen.draw === null ? null : JSON.stringify(chosen.draw),
    JSON.stringify(chosen.excluded),
    at,
  )
}
