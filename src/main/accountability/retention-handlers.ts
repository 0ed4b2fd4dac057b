/** Retention and destruction: settled by the head, proposed, approved by the agency's head, carried out before a witness. */
import { v7 as uuidv7 } from 'uuid'
import type { accountabilityContract } from '../../shared/accountability/contract.ts'
import { retainedUntil, type DestructionRecord } from '../../shared/accountability/retention.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { filesToDestroy, finishDestruction, forgetTexts, requireNotProposed, requireUnchanged } from './destruction.ts'
import { destructionHeads, findDestruction, insertDestruction, insertDestructionStep, listHashOf, nextDestructionNumber } from './destruction-record.ts'
import { insertRetention, retainedCaseOf, retainedCases } from './retention-record.ts'

type Methods =
  | 'accountability.retention'
  | 'accountability.settleRetention'
  | 'accountability.destruction'
  | 'accountability.proposeDestruction'
  | 'accountability.decideDestruction'
  | 'accountability.carryOutDestruction'

export const retentionHandlers: Pick<Handlers<typeof accountabilityContract>, Methods> = {
  'accountability.retention': async ({ reader, today, files }) => {
    const aside = await files.putAside()
    return {
      ...retainedCases(reader, today()),
      destructions: destructionHeads(reader),
      unreferenced: { files: aside.length, bytes: aside.reduce((sum, { size }) => sum + size, 0) },
    }
  },

  'accountability.settleRetention': (context, { caseId, periodId, reason }) => {
    requireCase(context.reader, caseId)
    const kept = retainedCaseOf(context.reader, context.today(), caseId)
    if (kept === undefined) throw new FashenError('not-found', { subject: 'archive', id: caseId })
    if (kept.standing === 'destroyed') throw new FashenError('destruction-refused', { problem: 'retention-destroyed', name: kept.title })
    const period = context.catalogue.retentionPeriods.find(({ id }) => id === periodId)
    if (period === undefined) throw new FashenError('not-found', { subject: 'catalogueRow', id: periodId })
    // what was settled once is changed only for a reason
    if (kept.retention !== null && reason.length < 4) throw new FashenError('invalid-input', { method: 'accountability.settleRetention', field: 'reason', problem: 'required' })
    const until = retainedUntil(period, kept.archivedOn)
    const fields = { periodId, name: period.name, years: period.years, until, reason, verified: period.verified }
    const content = { periodId, years: period.years, until, reason, source: period.source }
    context.act({ act: 'case.setRetention', subject: `case/${caseId}`, content }, (writer, head) =>
      insertRetention(writer, caseId, fields, { id: context.person.id, at: context.instant(), seq: head.seq }),
    )
    context.emit({ kind: 'changed', subject: 'retention' })
    return { until }
  },

  'accountability.destruction': ({ reader }, { id }) => requireDestruction(reader, id),

  'accountability.proposeDestruction': async (context, { proposal }) => {
    requireNotProposed(context, proposal.caseIds)
    const files = await filesToDestroy(context, proposal)
    const [id, number] = [uuidv7(), nextDestructionNumber(context.reader)]
    const { caseIds, unreferenced, reason, appraisal } = proposal
    const content = { number, caseIds, unreferenced, reason, appraisal, listHash: listHashOf(files), files: files.map(({ sha256, storedName, keptFor }) => ({ sha256, storedName, kept: keptFor !== null })) }
    context.act({ act: 'destruction.propose', subject: `destruction/${id}`, content }, (writer, head) => {
      insertDestruction(writer, { id, number, fields: { caseIds, unreferenced, reason, appraisal }, files })
      insertDestructionStep(writer, id, { step: 'proposed', note: reason, by: context.person.id, at: context.instant(), seq: head.seq })
    })
    context.emit({ kind: 'changed', subject: 'retention' })
    return { id, number }
  },

  'accountability.decideDestruction': (context, { id, approve, note }) => {
    const record = requireDestruction(context.reader, id)
    if (record.state !== 'proposed') throw new FashenError('destruction-refused', { problem: 'not-proposed', name: String(record.number) })
    if (approve) requireThirdPerson(context, record)
    const step = approve ? 'approved' : 'refused'
    context.act({ act: approve ? 'destruction.approve' : 'destruction.refuse', subject: `destruction/${id}`, content: { number: record.number, listHash: record.listHash, note } }, (writer, head) =>
      insertDestructionStep(writer, id, { step, note, by: context.person.id, at: context.instant(), seq: head.seq }),
    )
    context.emit({ kind: 'changed', subject: 'retention' })
    return null
  },

  'accountability.carryOutDestruction': async (context, { id, listHash, note }) => {
    const record = requireDestruction(context.reader, id)
    if (record.state !== 'approved') throw new FashenError('destruction-refused', { problem: 'not-approved', name: String(record.number) })
    requireThirdPerson(context, record)
    // the witness names the list that they compared
    if (record.listHash !== listHash) throw new FashenError('destruction-refused', { problem: 'list-changed', name: String(record.number) })
    await requireUnchanged(context, record)
    context.act({ act: 'destruction.begin', subject: `destruction/${id}`, content: { number: record.number, listHash, note } }, (writer, head) => {
      insertDestructionStep(writer, id, { step: 'begun', note, by: context.person.id, at: context.instant(), seq: head.seq })
      forgetTexts(writer, record)
    })
    const counts = await finishDestruction(context, id, context.person.id)
    context.emit({ kind: 'changed', subject: 'retention' })
    for (const one of record.cases) context.emit({ kind: 'changed', subject: 'case', id: one.id })
    return counts
  },
}

function requireDestruction(reader: CallContext['reader'], id: string): DestructionRecord {
  const record = findDestruction(reader, id)
  if (record === undefined) throw new FashenError('not-found', { subject: 'destruction', id })
  return record
}

/** Who proposes, who approves and who witnesses are three people. */
function requireThirdPerson(context: CallContext, record: DestructionRecord): void {
  const before = record.steps.find(({ by }) => by.id === context.person.id)
  if (before !== undefined) throw new FashenError('destruction-refused', { problem: 'same-person', name: before.by.name })
}
