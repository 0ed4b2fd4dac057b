/** The decision that follows a review, and what is not decided: registered, compared with what was reviewed, judged. */
import { FashenError } from '../../shared/errors/errors.ts'
import { apply } from '../../shared/cases/state-machine.ts'
import type { CaseCondition, CaseState } from '../../shared/cases/state-machine-terms.ts'
import { brokenRules, type BrokenRule } from '../../shared/followup/broken-rules.ts'
import type { followupContract } from '../../shared/followup/contract.ts'
import { compareDecision } from '../../shared/followup/decision-comparison.ts'
import { basisForDecision, discussionStanding } from '../../shared/followup/discussion.ts'
import type { DecisionFields } from '../../shared/followup/decision.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { actorOf, requirePermission } from '../cases/case-flow.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { isTransferSettledFor } from '../transfer/transfer-record.ts'
import { insertDecision, type JudgedDecision } from './decision-record.ts'
import { discussionsKnown } from './discussion-record.ts'
import { mergedInto } from './ending-record.ts'
import { requireDay } from './given-days.ts'
import { issuedRounds, lastOpinionOn, reviewedProposal, standingOf } from './standing.ts'

type Deciding = Pick<typeof followupContract, 'followup.decide' | 'followup.recordIrregularDecision' | 'followup.drop'>

/** A decision is registered once; what changes it later is another case. */
const DECIDED: readonly CaseState[] = ['decided', 'disclosed', 'archived']

export const decidingHandlers: Handlers<Deciding> = {
  'followup.decide': (context, { caseId, decision }) => {
    const record = requireCase(context.reader, caseId)
    const { judged, conditions, opinionOn } = judge(context, record, decision, '')
    const { next, audit } = requirePermission(context.reader, context.person, record, 'decide', conditions)
    requireDay(context, { method: 'followup.decide', field: 'decidedOn', day: decision.decidedOn, from: null, early: 'before-the-opinion' })
    if (opinionOn !== null && decision.decidedOn < opinionOn) {
      throw new FashenError('decided-before-opinion', { decidedOn: decision.decidedOn, issuedOn: opinionOn })
    }
    write(context, record, { decision, judged, irregular: false, audit, next })
    return { broken: judged.broken }
  },

  'followup.recordIrregularDecision': (context, { caseId, decision, note }) => {
    const record = requireCase(context.reader, caseId)
    if (DECIDED.includes(record.state) || mergedInto(context.reader, caseId) !== null) throw new FashenError('transition-refused', { action: 'decide', state: record.state })
    if (!mayRecordIrregular(context, record)) throw new FashenError('not-your-part', { action: 'decide', needs: ['handlerOfCase'] })
    requireDay(context, { method: 'followup.recordIrregularDecision', field: 'decidedOn', day: decision.decidedOn, from: null, early: 'before-the-opinion' })
    const { judged, regular, opinionOn } = judge(context, record, decision, note)
    const early = opinionOn !== null && decision.decidedOn < opinionOn
    // what the machine lets somebody register is registered there, even where it differs; and where no rule is broken, nothing is irregular
    if (judged.broken.length === 0 || (regular && !early)) throw new FashenError('decision-is-regular', {})
    write(context, record, { decision, judged, irregular: true, audit: 'case.recordIrregularDecision', next: record.state })
    return { broken: judged.broken }
  },

  'followup.drop': (context, { caseId, kind, on, reason }) => {
    const record = requireCase(context.reader, caseId)
    const { next, audit } = requirePermission(context.reader, context.person, record, 'drop', ['reasonGiven'])
    const opinionOn = lastOpinionOn(issuedRounds(context, record))
    requireDay(context, { method: 'followup.drop', field: 'on', day: on, from: opinionOn, early: 'before-the-opinion' })
    const at = context.instant()
    context.act({ act: audit, subject: `case/${caseId}`, content: { round: record.round, kind, on, reason } }, (writer) => {
      writer.run(
        'INSERT INTO drops (case_id, round, kind, dropped_on, reason, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        caseId,
        record.round,
        kind,
        on,
        reason,
        context.person.id,
        at,
      )
      changeCase(writer, record, { state: next }, at)
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },
}

interface Judgement {
  readonly judged: JudgedDecision
  /** What of the machine's conditions for `decide` holds. */
  readonly conditions: readonly CaseCondition[]
  /** The machine would let somebody decide now. */
  readonly regular: boolean
  readonly opinionOn: IsoDate | null
}

function judge(context: CallContext, record: CaseRecord, decision: DecisionFields, note: string): Judgement {
  const issued = issuedRounds(context, record)
  const standing = standingOf(context, record, issued)
  const kinds = decision.effects.map(({ kind }) => kind)
  const settled = isTransferSettledFor(context.reader, record.id, kinds)
  const [{ decisionRules: rules }, { sector }] = [context.catalogue, context.station()]
  const comparison = compareDecision(reviewedProposal(record, issued), decision)
  const broken: BrokenRule[] = brokenRules({
    standing,
    decidedOn: decision.decidedOn,
    differs: comparison.differs,
    transferSettled: settled,
    actionKinds: decision.actionKinds,
    rules,
    sector,
    discussion: {
      basis: basisForDecision(record.fields, { rules, sector, on: decision.decidedOn }, { actionKinds: decision.actionKinds, effects: kinds }),
      standing: discussionStanding(discussionsKnown(context.reader, record.id), decision.decidedOn),
    },
  })
  const conditions: CaseCondition[] = ['decisionRecorded']
  if (standing.is === 'passed') conditions.push('reviewPassed')
  if (settled) conditions.push('transferSettled')
  const somebody = { roles: ['head' as const], relations: ['notRecused' as const] }
  const regular = apply(record.state, 'decide', somebody, new Set(conditions)).ok
  return { judged: { comparison, broken, note }, conditions, regular, opinionOn: lastOpinionOn(issued) }
}

/** Both sides and those who answer for the agency may write down what happened; who is recused, too: it is told, not judged. */
export function mayRecordIrregular(context: Pick<CallContext, 'reader' | 'person'>, record: CaseRecord): boolean {
  const { roles, relations } = actorOf(context.reader, context.person, record)
  if (roles.includes('head') || roles.includes('agencyHead')) return true
  return (roles.includes('handler') && relations.includes('handlerOfCase')) || (roles.includes('reviewer') && relations.includes('assignedReviewer'))
}

interface Written {
  readonly decision: DecisionFields
  readonly judged: JudgedDecision
  readonly irregular: boolean
  readonly audit: string
  readonly next: CaseState
}

function write(context: CallContext, record: CaseRecord, { decision, judged, irregular, audit, next }: Written): void {
  const at = context.instant()
  const { comparison, broken, note } = judged
  const content = { round: record.round, decision, differs: comparison.differs, broken: broken.map(({ id }) => id), note }
  context.act({ act: audit, subject: `case/${record.id}`, content }, (writer) => {
    insertDecision(writer, { caseId: record.id, round: record.round, fields: decision, irregular, ...judged, by: context.person.id, at })
    changeCase(writer, record, { state: next }, at)
  })
  context.emit({ kind: 'changed', subject: 'case', id: record.id })
}
