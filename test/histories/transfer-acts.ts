/** The steps of a transfer of a suspected crime, as the case's own offers name them. */
import type { TransferAction } from '../../src/shared/cases/state-machine-transfer.ts'
import type { MethodInput } from '../../src/shared/contract/contract.ts'
import { ATTACHMENTS, STEPS, SUSPICION } from '../integration/transfer/transferring.ts'
import type { Doing } from './acts.ts'
import type { Answer } from './history-station.ts'

type Step = MethodInput<'transfer.addStep'>['step']

/** The station's clock as one in China shows it, to the minute. */
const chinese = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

function stepOf(action: TransferAction, now: Date): Step | null {
  const moment = chinese(now)
  switch (action) {
    case 'deliver': return { ...STEPS.deliver(moment), attachments: [...ATTACHMENTS] } as Step
    case 'recordForwarding': return STEPS.forward(moment)
    case 'recordReceipt': return STEPS.receipt(moment)
    case 'recordSupplementNotice': return STEPS.supplementNotice(moment)
    case 'supplyPapers': return STEPS.supply(moment)
    case 'recordFiling': return STEPS.filing(moment)
    case 'recordNonFiling': return STEPS.nonFiling(moment)
    case 'requestReconsideration': return STEPS.reconsider(moment)
    case 'recordUpheld': return STEPS.upheld(moment)
    case 'requestSupervision': return STEPS.supervise(moment)
    case 'handOver': return STEPS.handOver(moment)
    case 'recordJudgment': return STEPS.judgment(moment)
    case 'resume': return STEPS.resume(moment)
    default: return null
  }
}

/** It comes back with the procuratorate's paper, where one is registered (行刑反向衔接). */
function comesBack({ the, caseId, random }: Doing, step: Step): Step {
  const paper = the.reader.get<{ id: string }>('SELECT id FROM returned_cases WHERE case_id = ? ORDER BY id DESC LIMIT 1', caseId)
  if (step.action !== 'resume' || paper === undefined || !random.chance(0.7)) return step
  return { ...step, ground: 'notProsecuted', from: '清川县人民检察院', returnId: paper.id }
}

/** Does one step; `version` is how many there are. */
export async function doTransfer(doing: Doing, action: TransferAction, version: number): Promise<Answer<never>> {
  const { the, login, caseId, random } = doing
  const on = { caseId, expectedVersion: version }
  switch (action) {
    case 'raiseSuspicion': return (await the.ask(login, 'transfer.raise', { ...on, suspicion: SUSPICION })) as Answer<never>
    case 'raiseAgain': return (await the.ask(login, 'transfer.raise', { ...on, suspicion: { ...SUSPICION, newFacts: '又查明两处暗管。' } })) as Answer<never>
    case 'clearSuspicion': return (await the.ask(login, 'transfer.clear', { ...on, reason: '经核实，未达到追诉标准' })) as Answer<never>
    case 'nameTeam': {
      const members = [the.idOf('officer1'), the.idOf('officer2')]
      return (await the.ask(login, 'transfer.setTeam', { ...on, team: { members, reason: random.chance(0.5) ? '' : '人员调整' } })) as Answer<never>
    }
    case 'reportTransfer': return (await the.ask(login, 'transfer.submitReport', { ...on, report: { text: '关于移送涉嫌犯罪案件的报告', materialId: null } })) as Answer<never>
    case 'approveTransfer': return (await the.ask(login, 'transfer.decide', { ...on, decision: { outcome: 'approve', capacity: 'chief', reason: '' } })) as Answer<never>
    case 'refuseTransfer': return (await the.ask(login, 'transfer.decide', { ...on, decision: { outcome: 'refuse', capacity: 'chief', reason: '不构成犯罪，依法不予移送' } })) as Answer<never>
    default: {
      const step = stepOf(action, the.now())
      if (step === null) throw new Error(`no call for ${action}`)
      return (await the.ask(login, 'transfer.addStep', { ...on, step: comesBack(doing, step) })) as Answer<never>
    }
  }
}
