/** The heads discuss the decision together (集体讨论): recorded after the opinion and before the decision is registered. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { Followup, followupContract } from '../../shared/followup/contract.ts'
import { discussionBasis, discussionStanding } from '../../shared/followup/discussion.ts'
import { lackingPart } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { discussionsKnown, discussionsOf, insertDiscussion } from './discussion-record.ts'
import { requireDay } from './given-days.ts'
import { mayRecordCoordination } from './settling.ts'

type Discussing = Pick<typeof followupContract, 'followup.recordDiscussion'>

/** The opinion is there, and nothing is decided. */
const BEFORE_THE_DECISION: readonly CaseState[] = ['issued', 'adopted', 'objected', 'coordination']

export const discussingHandlers: Handlers<Discussing> = {
  'followup.recordDiscussion': (context, { caseId, discussion }) => {
    const record = requireCase(context.reader, caseId)
    const action = 'closing/recordDiscussion'
    if (!BEFORE_THE_DECISION.includes(record.state)) throw new FashenError('transition-refused', { action, state: record.state })
    if (!mayRecordCoordination(context, record)) throw new FashenError('not-your-part', { action, needs: lackingPart(context, record) })
    // one that was held before the opinion is recorded as it was: what it is worth is told beside it
    requireDay(context, { method: 'followup.recordDiscussion', field: 'discussion.discussedOn', day: discussion.discussedOn, from: record.fields.filedOn, early: 'before-the-filing' })
    const at = context.instant()
    context.act({ act: 'case.recordDiscussion', subject: `case/${caseId}`, content: { round: record.round, ...discussion } }, (writer) => {
      insertDiscussion(writer, { caseId, round: record.round, discussion, by: context.person.id, at })
      changeCase(writer, record, {}, at)
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },
}

export function mayRecordDiscussion(context: CallContext, record: CaseRecord): boolean {
  return BEFORE_THE_DECISION.includes(record.state) && mayRecordCoordination(context, record)
}

/** What the screen tells of the discussion: whether it is needed and by what, and what is on record. */
export function discussionView(context: CallContext, record: CaseRecord): Followup['discussion'] {
  const known = discussionsKnown(context.reader, record.id)
  return {
    basis: discussionBasis(record.fields, { rules: context.catalogue.decisionRules, sector: context.station().sector, on: context.today() }),
    standing: discussionStanding(known, context.today()),
    minutes: known.minutes,
    records: discussionsOf(context.reader, record.id),
  }
}
