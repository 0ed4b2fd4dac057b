/** How the review of a stored case stands: what a decision may rest on, and what it is compared with. */
import type { CaseCondition } from '../../shared/cases/state-machine-terms.ts'
import type { Followup } from '../../shared/followup/contract.ts'
import { proposedDecision } from '../../shared/followup/decision.ts'
import type { Problem } from '../../shared/followup/problems.ts'
import { reviewStanding, type ReviewStanding } from '../../shared/followup/review-standing.ts'
import type { IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import { roundsOf, type CaseRecord, type RoundRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { dayOf } from '../home/case-counts.ts'
import { isSupplementOver } from '../intake/supplement-record.ts'
import { findOpinion, type OpinionRecord } from '../opinion/opinion-record.ts'
import { isTransferSettledFor } from '../transfer/transfer-record.ts'
import { coordinationsOf } from './disagreement-record.ts'
import { feedbackOf } from './feedback-record.ts'
import { issuedProblems } from './issued-problems.ts'

/** An opinion that was issued, so with the moment of it. */
export type IssuedOpinion = OpinionRecord & { readonly issuedAt: IsoInstant }

export interface RoundWithOpinion {
  readonly round: RoundRecord
  readonly opinion: IssuedOpinion
  readonly passes: boolean
  readonly onlyAfterEdits: boolean
  readonly problems: readonly Problem[]
}

/** Rounds with an issued opinion, oldest first. */
export function issuedRounds(context: CallContext, record: CaseRecord): RoundWithOpinion[] {
  return roundsOf(context.reader, record.id).flatMap((round) => {
    const opinion = findOpinion(context.reader, record.id, round.round)
    if (opinion === undefined || opinion.state !== 'issued' || opinion.issuedAt === null) return []
    const catalogue = catalogueOfRound(context.reader, context.catalogue, round.catalogueVersion)
    const type = catalogue.opinionTypes.find(({ id }) => id === opinion.type)
    const passes = type?.passes === true
    return [
      {
        round,
        opinion: { ...opinion, issuedAt: opinion.issuedAt },
        passes,
        // 修改完善后同意: the agreement depends on what is mended
        onlyAfterEdits: passes && opinion.type !== 'T-OK',
        problems: issuedProblems(context, record, opinion),
      },
    ]
  })
}

export function standingOf(context: CallContext, record: CaseRecord, issued: readonly RoundWithOpinion[]): ReviewStanding {
  const rounds = roundsOf(context.reader, record.id)
  return reviewStanding(
    rounds.map(({ round }) => {
      const found = issued.find((one) => one.round.round === round)
      return {
        round,
        issued:
          found === undefined
            ? null
            : { type: found.opinion.type, passes: found.passes, onlyAfterEdits: found.onlyAfterEdits, on: dayOf(found.opinion.issuedAt) },
        problems: found?.problems ?? [],
        answers: feedbackOf(context.reader, record.id, round)?.replies ?? [],
        withdrawn: record.state === 'withdrawn' && round === record.round,
      }
    }),
  )
}

/** What was reviewed: the submission that the last opinion is about, else the one that waits for its review. */
export function reviewedProposal(record: CaseRecord, issued: readonly RoundWithOpinion[]): Followup['reviewed'] {
  const last = issued.at(-1)
  const fields = last?.round.basis?.fields ?? record.fields
  return { ...proposedDecision(fields), round: last?.round.round ?? record.round, facts: fields.facts }
}

/** The day of the last issued opinion; null where none was issued. */
export function lastOpinionOn(issued: readonly RoundWithOpinion[]): IsoDate | null {
  const last = issued.at(-1)
  return last === undefined ? null : dayOf(last.opinion.issuedAt)
}

/** Conditions of the acts that are possible now that do not hold, and that nobody can fulfil in a dialog. */
export function unmetConditions(context: CallContext, record: CaseRecord): CaseCondition[] {
  const { reader } = context
  if (record.state === 'coordination') {
    const talk = coordinationsOf(reader, record.id).find(({ round }) => round === record.round)
    return talk === undefined || talk.records.length === 0 ? ['settlementRecorded'] : []
  }
  if (record.state === 'supplementing') return isSupplementOver(context, record.id) ? [] : ['supplementOver']
  if (record.state !== 'adopted') return []
  const unmet: CaseCondition[] = standingOf(context, record, issuedRounds(context, record)).is === 'passed' ? [] : ['reviewPassed']
  const kinds = record.fields.effects.map(({ kind }) => kind)
  return isTransferSettledFor(reader, record.id, kinds) ? unmet : [...unmet, 'transferSettled']
}
