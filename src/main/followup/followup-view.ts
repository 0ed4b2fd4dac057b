/** Everything that the tab 后续 shows of one case, put together. */
import type { Followup, FollowedRound, NextReviewer } from '../../shared/followup/contract.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { personName } from '../people/people.ts'
import { entriesAbout } from '../audit/chain.ts'
import { assignmentsOf } from '../assignment/handlers.ts'
import { transferOf } from '../transfer/transfer-record.ts'
import { CLOSED, mayRest } from './closing.ts'
import { mayRecordIrregular } from './deciding.ts'
import { brokenRulesOf, decisionsOf } from './decision-record.ts'
import { coordinationsOf } from './disagreement-record.ts'
import { discussionView, mayRecordDiscussion } from './discussing.ts'
import { archiveOf, dropOf, mergedFrom, mergedInto } from './ending-record.ts'
import { correctionsOf, feedbackOf, objectionsTo } from './feedback-record.ts'
import { fileOf } from './file-of-case.ts'
import { mayRecordCoordination } from './settling.ts'
import { issuedRounds, reviewedProposal, standingOf, type RoundWithOpinion } from './standing.ts'
import { suspensionsOf } from './suspension-record.ts'

export function followupOf(context: CallContext, record: CaseRecord): Followup {
  const { reader } = context
  const { id, state, round } = record
  const issued = issuedRounds(context, record)
  const suspensions = suspensionsOf(reader, id)
  const suspended = suspensions.some(({ resumed }) => resumed === null)
  const into = mergedInto(reader, id)
  const open = !CLOSED.includes(state)
  const rest = open && mayRest(context, record)
  return {
    state,
    round,
    rounds: followedRounds(context, record, issued),
    standing: standingOf(context, record, issued),
    transferSettled: transferOf(reader, id).settled,
    objections: objectionsTo(reader, id),
    coordinations: coordinationsOf(reader, id),
    reviewed: reviewedProposal(record, issued),
    discussion: discussionView(context, record),
    decisions: decisionsOf(reader, id),
    red: brokenRulesOf(reader, id),
    drop: dropOf(reader, id),
    archive: archiveOf(reader, id),
    file: fileOf(context, record),
    suspensions,
    mergedInto: into,
    mergedFrom: mergedFrom(reader, id),
    may: {
      recordCoordination: state === 'coordination' && mayRecordCoordination(context, record),
      recordDiscussion: mayRecordDiscussion(context, record),
      recordIrregular: !['decided', 'disclosed', 'archived'].includes(state) && into === null && mayRecordIrregular(context, record),
      suspend: rest && !suspended,
      resume: rest && suspended,
      merge: open && !['issued', 'adopted', 'objected', 'coordination'].includes(state) && mayRest(context, record),
    },
  }
}

/** Acts that begin a round without a new submission. */
const FURTHER: ReadonlySet<string> = new Set(['case.reReview', 'case.orderClosingRound'])

function followedRounds({ reader }: CallContext, { id }: CaseRecord, issued: readonly RoundWithOpinion[]): FollowedRound[] {
  const begun = entriesAbout(reader, `case/${id}`).filter(({ act }) => FURTHER.has(act))
  const assignments = assignmentsOf(reader, id)
  return issued.map(({ round, opinion, passes, problems }) => {
    const next = round.round + 1
    const entry = begun.find(({ content }) => (JSON.parse(content) as { round?: number }).round === next)
    const assigned = assignments.find((one) => one.round === next)
    const reReview: NextReviewer | null =
      entry === undefined || assigned === undefined
        ? null
        : { round: next, reviewer: assigned.name, mode: assigned.mode, reason: assigned.reason, by: entry.actorName, at: entry.at }
    return {
      round: round.round,
      opinionNumber: opinion.number,
      opinionType: opinion.type,
      passes,
      issuedAt: opinion.issuedAt,
      reviewer: round.reviewerId === null ? null : personName(reader, round.reviewerId),
      problems,
      feedback: feedbackOf(reader, id, round.round),
      corrections: correctionsOf(reader, id, round.round),
      reReview,
    }
  })
}
