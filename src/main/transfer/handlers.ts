/** Transfer of suspected crimes: each act by whom the table names, at its moment. */
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { transferContract } from '../../shared/transfer/contract.ts'
import { heldBackByTransfer } from '../../shared/transfer/held-back.ts'
import type { StepContent } from '../../shared/transfer/steps.ts'
import type { CaseId, MaterialId } from '../../shared/values/values.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { clueHandlers } from './clue-handlers.ts'
import { requireOfficers } from './officers.ts'
import { returnHandlers } from './return-handlers.ts'
import { requireReturn } from './return-record.ts'
import { takeStep, type WantedStep } from './transfer-flow.ts'
import { transferOf } from './transfer-record.ts'
import { effectKinds, runningTransfers, transferView } from './transfer-view.ts'

interface OnCase {
  readonly caseId: CaseId
  readonly expectedVersion: number
}

/** A decision of this moment: it happened when it was done here. */
function decidedNow(context: CallContext, { caseId, expectedVersion }: OnCase, content: StepContent, check?: WantedStep['check']) {
  const record = requireCase(context.reader, caseId)
  takeStep(context, record, { expectedVersion, content, ...(check === undefined ? {} : { check }) })
  return transferView(context, record)
}

export const transferHandlers: Handlers<typeof transferContract> = {
  'transfer.get': (context, { caseId }) => transferView(context, requireCase(context.reader, caseId)),

  'transfer.state': ({ reader }, { caseId }) => {
    const record = requireCase(reader, caseId)
    const { state } = transferOf(reader, caseId)
    return { state, heldBack: heldBackByTransfer(state, effectKinds(record)) }
  },

  'transfer.running': (context) => runningTransfers(context),

  'transfer.raise': (context, { suspicion, ...at }) => {
    if (suspicion.lineId !== null && !context.catalogue.crimeLines.some(({ id }) => id === suspicion.lineId)) {
      throw new FashenError('not-found', { subject: 'catalogueRow', id: suspicion.lineId })
    }
    const { state } = transferOf(context.reader, at.caseId)
    // what was settled once takes facts that were not known then
    const again = state === 'cleared' || state === 'notApproved' || state === 'resumed'
    return decidedNow(context, at, { action: again ? 'raiseAgain' : 'raiseSuspicion', ...suspicion })
  },

  'transfer.clear': (context, { reason, ...at }) => decidedNow(context, at, { action: 'clearSuspicion', reason }),

  'transfer.setTeam': (context, { team, ...at }) =>
    decidedNow(context, at, { action: 'nameTeam', ...team }, () => requireOfficers(context.reader, at.caseId, team.members, civilDayOf(context.instant()))),

  'transfer.submitReport': (context, { report, ...at }) =>
    decidedNow(context, at, { action: 'reportTransfer', ...report }, ({ team }) => {
      requireOwnPapers(context, at.caseId, report.materialId === null ? [] : [report.materialId])
      // who was named and has left since, or whose certificate ran out, does not carry the report
      requireOfficers(context.reader, at.caseId, team, civilDayOf(context.instant()))
    }),

  'transfer.decide': (context, { decision, ...at }) =>
    decidedNow(context, at, { action: decision.outcome === 'approve' ? 'approveTransfer' : 'refuseTransfer', ...decision }),

  'transfer.addStep': (context, { caseId, expectedVersion, step }) => {
    const record = requireCase(context.reader, caseId)
    const check = (): void => {
      if (step.action === 'deliver') requireOwnPapers(context, caseId, step.attachments.flatMap(({ materialIds }) => materialIds))
      if (step.action !== 'resume' || step.returnId === null) return
      const { reader, catalogue } = context
      const back = requireReturn({ reader, catalogue, now: context.instant() }, step.returnId)
      if (back.fields.caseId !== caseId) throw new FashenError('not-found', { subject: 'returnedCase', id: step.returnId })
    }
    takeStep(context, record, { expectedVersion, content: step, happenedAt: step.happenedAt, check })
    return transferView(context, record)
  },

  ...returnHandlers,
  ...clueHandlers,
}

/** Papers that are named are papers of the case. Throws `not-found`. */
function requireOwnPapers({ reader }: CallContext, caseId: CaseId, named: readonly MaterialId[]): void {
  const own = new Set(presentMaterials(reader, caseId).map(({ id }) => id))
  const foreign = named.find((id) => !own.has(id))
  if (foreign !== undefined) throw new FashenError('not-found', { subject: 'material', id: foreign })
}
