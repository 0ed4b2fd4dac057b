/** What of a case's file is there, and what lacks before it can be archived (案卷是否归齐). */
import { basisForDecision, discussionStanding } from '../../shared/followup/discussion.ts'
import { fileContents, type FileItem } from '../../shared/followup/case-file-contents.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { roundsOf, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { dayOf } from '../home/case-counts.ts'
import { completenessOf } from '../intake/completeness.ts'
import { documentsIn } from '../intake/material-documents.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { findOpinion } from '../opinion/opinion-record.ts'
import type { Reader } from '../store/database.ts'
import { transferOf } from '../transfer/transfer-record.ts'
import { decisionOf, type DecisionInForce } from './decision-record.ts'
import { coordinationsOf } from './disagreement-record.ts'
import { discussionsKnown } from './discussion-record.ts'
import { dropOf } from './ending-record.ts'
import { feedbackOf } from './feedback-record.ts'
import { suspendedSince } from './suspension-record.ts'

/** Papers in which a decision is made; a draft of one has come in before, with the submission. */
const DECISION_PAPERS: ReadonlySet<string> = new Set(['decision', 'no-penalty-decision', 'licence-decision', 'execution-decision', 'measure-decision'])

/** No suspicion is open, or the case is with the criminal side and the agency has handed over what it owes. */
function isTransferDone(reader: Reader, caseId: CaseId): boolean {
  const { state, settled } = transferOf(reader, caseId)
  return settled || state === 'handedOver' || state === 'judged'
}

/** Whether the decision had to be discussed; before there is one, the proposal. */
function needsDiscussion(context: CallContext, { fields }: CaseRecord, decision: DecisionInForce | null): boolean {
  const made = decision === null ? null : { actionKinds: decision.actionKinds, effects: decision.kinds }
  const asked = { rules: context.catalogue.decisionRules, sector: context.station().sector, on: decision?.decidedOn ?? context.today() }
  return basisForDecision(fields, asked, made).length > 0
}

export function fileOf(context: CallContext, record: CaseRecord): FileItem[] {
  const { reader, catalogue } = context
  const { id } = record
  const hasOpinion = (round: number) => (findOpinion(reader, id, round)?.pdfDocumentId ?? null) !== null
  const rounds = roundsOf(reader, id).filter(({ acceptedOn }) => acceptedOn !== null)
  const withOpinion = rounds.filter(({ round }) => hasOpinion(round))
  const decision = decisionOf(reader, id)
  const dropped = dropOf(reader, id)
  // what came in after the decision: the signed paper, and the receipt of its service
  const later = presentMaterials(reader, id).filter(({ attachedAt }) => decision !== null && dayOf(attachedAt) >= decision.decidedOn)
  const kinds = new Set(later.flatMap((paper) => documentsIn(reader, paper.id).map(({ kind }) => kind as string)))
  const { missing } = completenessOf(context, record)
  return fileContents({
    rounds: rounds.map(({ round }) => ({ round, hasOpinion: hasOpinion(round) })),
    feedbackOfLast: feedbackOf(reader, id, withOpinion.at(-1)?.round ?? 0) !== null,
    coordinations: coordinationsOf(reader, id).map(({ round, records, settlement }) => ({ round, hasRecord: records.length > 0, settled: settlement !== null })),
    discussed: needsDiscussion(context, record, decision) ? discussionStanding(discussionsKnown(reader, id), decision?.decidedOn ?? context.today()) !== 'missing' : null,
    outcome: dropped !== null ? 'dropped' : decision !== null ? 'decided' : null,
    hasDecisionPaper: [...kinds].some((kind) => DECISION_PAPERS.has(kind)),
    hasServiceReceipt: kinds.has('service-receipt'),
    missingPapers: missing.map((kind) => catalogue.materials.find((one) => one.id === kind)?.name['zh-CN'] ?? kind),
    transferSettled: isTransferDone(reader, id),
    suspended: suspendedSince(reader, id) !== null,
  })
}
