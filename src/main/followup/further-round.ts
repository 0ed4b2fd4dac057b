/**
 * A round that begins without a new submission: the answer to an objection (复核), or the closing round that a settlement
 * orders (重新审核). It reviews what lies there, under the catalogue of today, with a review limit of its own.
 */
import type { CaseRecord } from '../cases/case-record.ts'
import { changeCase } from '../cases/case-record.ts'
import type { Permission } from '../cases/case-flow.ts'
import { keepCatalogue } from '../catalogue/kept-catalogues.ts'
import type { CallContext } from '../core/handler.ts'
import { reviewClock } from '../deadlines/review-clock.ts'
import type { NextReviewer } from '../../shared/followup/contract.ts'
import type { Writer } from '../store/database.ts'
import { insertChosen, type ChosenReviewer } from './next-reviewer.ts'

export interface FurtherRound {
  readonly round: number
  /** What the audit entry says of it. */
  readonly content: Readonly<Record<string, unknown>>
  /** To be called inside the act that opens the round. */
  readonly write: (writer: Writer) => void
  readonly next: NextReviewer
}

export function furtherRound(context: CallContext, record: CaseRecord, { next }: Pick<Permission, 'next'>, chosen: ChosenReviewer): FurtherRound {
  const round = record.round + 1
  const day = context.today()
  const at = context.instant()
  const { limit, deadline } = reviewClock(context.catalogue, context.station(), day)
  const { personId, name, mode, reason, draw, excluded } = chosen
  return {
    round,
    content: {
      round,
      acceptedOn: day,
      limit: { row: limit.rowId, days: limit.days, unit: limit.unit, dueOn: deadline.due },
      reviewer: { personId, mode, reason, draw, excluded },
    },
    write: (writer) => {
      keepCatalogue(writer, context.catalogue, at)
      writer.run(
        `INSERT INTO rounds (case_id, round, submitted_on, accepted_on, reviewer_id, catalogue_version, basis, due_on)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        record.id,
        round,
        day,
        day,
        personId,
        JSON.stringify(context.catalogue.version),
        JSON.stringify({ fields: record.fields, station: context.station() }),
        deadline.due,
      )
      changeCase(
        writer,
        record,
        { state: next, round, reviewerId: personId, due: { on: deadline.due, provisional: deadline.provisional } },
        at,
      )
      insertChosen(writer, record.id, round, chosen, at)
    },
    next: { round, reviewer: name, mode, reason, by: context.person.name, at },
  }
}
