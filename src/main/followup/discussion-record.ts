/** Collective discussions of a decision (集体讨论) in the store, and minutes of one among the papers of the case. */
import { v7 as uuidv7 } from 'uuid'
import type { DiscussionMinutes, RecordedDiscussion } from '../../shared/followup/contract.ts'
import { discussionSchema, type Discussion } from '../../shared/followup/discussion.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
import { documentsIn } from '../intake/material-documents.ts'
import { presentMaterials } from '../materials/material-record.ts'
import type { Reader, Writer } from '../store/database.ts'

/** Minutes as the catalogue's `documentKinds` call them. */
export const MINUTES = 'discussion-minutes'

/** In the order in which they were held. */
export function discussionsOf(reader: Reader, caseId: CaseId): RecordedDiscussion[] {
  return reader
    .all<{ id: string; round: number; fields: string; by: string; at: IsoInstant }>(
      `SELECT d.id, d.round, d.fields, coalesce(p.name, d.recorded_by) AS "by", d.recorded_at AS "at"
       FROM collective_discussions d LEFT JOIN people p ON p.id = d.recorded_by WHERE d.case_id = ? ORDER BY d.held_on, d.id`,
      caseId,
    )
    .map(({ fields, ...row }) => ({ ...row, discussion: discussionSchema.parse(JSON.parse(fields)) }))
}

function minutesOf(reader: Reader, caseId: CaseId): DiscussionMinutes[] {
  return presentMaterials(reader, caseId).flatMap(({ id, name }) =>
    documentsIn(reader, id)
      .filter(({ kind }) => kind === MINUTES)
      .map(({ facts }) => {
        const day = facts.dates.find(({ meaning }) => meaning === 'discussed')
        return { materialId: id, name, discussedOn: day?.day ?? null, page: day?.passage.page ?? null }
      }),
  )
}

interface DiscussionsOnFile {
  readonly discussions: readonly Discussion[]
  readonly minutes: readonly DiscussionMinutes[]
}

/** What tells whether the heads discussed the decision: the record, and papers that are minutes of it. */
export function discussionsKnown(reader: Reader, caseId: CaseId): DiscussionsOnFile {
  return { discussions: discussionsOf(reader, caseId).map(({ discussion }) => discussion), minutes: minutesOf(reader, caseId) }
}

export interface NewDiscussion {
  readonly caseId: CaseId
  readonly round: number
  readonly discussion: Discussion
  readonly by: PersonId
  readonly at: IsoInstant
}

export function insertDiscussion(writer: Writer, { caseId, round, discussion, by, at }: NewDiscussion): void {
  writer.run(
    'INSERT INTO collective_discussions (id, case_id, round, held_on, outcome, fields, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    uuidv7(),
    caseId,
    round,
    discussion.discussedOn,
    discussion.outcome,
    JSON.stringify(discussion),
    by,
    at,
  )
}
