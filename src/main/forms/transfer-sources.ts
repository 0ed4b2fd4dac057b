/** 移送审批表 and 涉嫌犯罪案件移送书 (R310 art. 5–7). */
import { TRANSFER_STATE_LABELS } from '../../shared/cases/state-machine-transfer.ts'
import { ATTACHMENT_KINDS, ATTACHMENT_LABELS } from '../../shared/transfer/attachments.ts'
import type { FormListRow } from '../../shared/forms/form-facts.ts'
import { personName } from '../people/people.ts'
import { transferOf } from '../transfer/transfer-record.ts'
import { aboutCase, dayOfMoment, momentText, type FormDesk, type FormSource } from './form-source.ts'
import { dueOf, lastStep, suspicionFacts, trackOf, type Track } from './transfer-track.ts'

/** What the head decided last, with who did and when. */
function lastDecision({ steps }: Track) {
  return steps.flatMap((step) => {
    const { content } = step
    return content.action === 'approveTransfer' || content.action === 'refuseTransfer' ? [{ step, content }] : []
  }).at(-1) ?? null
}

export function transferApproval(desk: FormDesk): FormSource {
  const track = trackOf(desk)
  return track === null ? { wait: 'noSuspicion' } : aboutCase(() => ({ values: { ...suspicionFacts(desk, track), ...approvalFacts(desk, track) } }))
}

export function transferLetter(desk: FormDesk): FormSource {
  const track = trackOf(desk)
  if (track === null) return { wait: 'noSuspicion' }
  if (lastDecision(track)?.content.action !== 'approveTransfer') return { wait: 'notApproved' }
  return aboutCase(() => ({ values: { ...suspicionFacts(desk, track), ...deliveryFacts(track) }, lists: { transferPapers: paperRows(track) } }))
}

function approvalFacts(desk: FormDesk, track: Track) {
  const { reader } = desk.context
  const reported = lastStep(track, 'reportTransfer')
  const decided = lastDecision(track)
  return {
    transferReport: reported?.content.text ?? '',
    transferReportedOn: dayOfMoment(reported?.step.happenedAt),
    transferDecisionDue: dueOf(desk, 'transferDecision').day,
    transferDecision: decided === null ? '' : decided.content.action === 'approveTransfer' ? '批准移送' : '不批准移送',
    transferHeadCapacity: decided === null ? '' : decided.content.capacity === 'chief' ? '正职负责人' : '主持工作的负责人',
    transferHead: decided === null ? '' : personName(reader, decided.step.by),
    transferDecidedAt: momentText(decided?.step.happenedAt),
    transferDecisionReason: decided?.content.reason ?? '',
    transferDue: dueOf(desk, 'transfer').moment,
  }
}

function deliveryFacts(track: Track) {
  const delivered = lastStep(track, 'deliver')
  return {
    policeOrgan: delivered?.content.policeOrgan ?? '',
    transferredAt: momentText(delivered?.step.happenedAt),
    procuratorateCopy: delivered === null ? '' : delivered.content.copyToProcuratorate ? '同级人民检察院' : '未抄送',
  }
}

/** The five kinds of R310 art. 6; before the delivery only what the record shows is said to be attached. */
function paperRows(track: Track): FormListRow[] {
  const attached = lastStep(track, 'deliver')?.content.attachments
  const known: Readonly<Record<string, string>> = { letter: '是', investigationReport: lastStep(track, 'reportTransfer') === null ? '' : '是' }
  return ATTACHMENT_KINDS.map((kind, index) => {
    const one = attached?.find((paper) => paper.kind === kind)
    const said = one === undefined ? (known[kind] ?? '') : one.attached ? '是' : '否'
    return { ordinal: String(index + 1), name: ATTACHMENT_LABELS[kind]['zh-CN'], attached: said, note: one?.note ?? '' }
  })
}

/** How the transfer stands, for the ledger. */
export function transferStanding({ context, record }: FormDesk): string {
  const { state } = transferOf(context.reader, record.id)
  return state === 'none' ? '无' : TRANSFER_STATE_LABELS[state]['zh-CN']
}
