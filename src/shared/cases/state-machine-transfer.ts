/**
 * The transfer track (涉嫌犯罪案件移送): beside the case, with an hour-exact clock of its own. Source of every row:
 * 行政执法机关移送涉嫌犯罪案件的规定 (State Council Order 310, revised 2020-08-07), cited as R310.
 */
import type { Bilingual } from '../values/values.ts'
import type { Grant, Transition } from './state-machine.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const TRANSFER_STATES = [
  'none',
  'suspected',
  'cleared',
  'reported',
  'notApproved',
  'approved',
  'delivered',
  'acceptedByPolice',
  'filed',
  'notFiled',
  'reconsideration',
  'supervisionRequested',
  'handedOver',
  'resumed',
] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

export const TRANSFER_STATE_LABELS: Record<TransferState, Bilingual> = {
  none: both('未发现涉嫌犯罪', 'No suspicion'),
  suspected: both('发现涉嫌犯罪', 'Suspected'),
  cleared: both('排除涉嫌犯罪', 'Suspicion cleared'),
  reported: both('已报请移送', 'Reported for transfer'),
  notApproved: both('不批准移送', 'Transfer not approved'),
  approved: both('批准移送', 'Transfer approved'),
  delivered: both('已移送', 'Delivered to the police'),
  acceptedByPolice: both('公安机关已接受', 'Accepted by the police'),
  filed: both('已立案', 'Filed by the police'),
  notFiled: both('不予立案', 'Not filed'),
  reconsideration: both('提请复议', 'Reconsideration requested'),
  supervisionRequested: both('建议立案监督', 'Supervision by the procuratorate suggested'),
  handedOver: both('涉案物品材料已移交', 'Goods and papers handed over'),
  resumed: both('恢复行政处理', 'Back to administrative handling'),
}

export const TRANSFER_ACTIONS = [
  'raiseSuspicion',
  'clearSuspicion',
  'reportTransfer',
  'approveTransfer',
  'refuseTransfer',
  'deliver',
  'recordReceipt',
  'recordFiling',
  'recordNonFiling',
  'requestReconsideration',
  'requestSupervision',
  'handOver',
  'resume',
] as const
export type TransferAction = (typeof TRANSFER_ACTIONS)[number]

export const TRANSFER_ACTION_LABELS: Record<TransferAction, Bilingual> = {
  raiseSuspicion: both('提示涉嫌犯罪', 'Raise suspicion'),
  clearSuspicion: both('排除涉嫌犯罪', 'Clear suspicion'),
  reportTransfer: both('提出移送报告', 'Report for transfer'),
  approveTransfer: both('批准移送', 'Approve transfer'),
  refuseTransfer: both('不批准移送', 'Refuse transfer'),
  deliver: both('移送公安机关', 'Deliver to the police'),
  recordReceipt: both('登记公安机关回执', 'Record the police receipt'),
  recordFiling: both('登记立案通知', 'Record the filing notice'),
  recordNonFiling: both('登记不予立案通知', 'Record the notice of not filing'),
  requestReconsideration: both('提请复议', 'Request reconsideration'),
  requestSupervision: both('建议检察机关立案监督', 'Suggest supervision'),
  handOver: both('移交涉案物品和材料', 'Hand over goods and papers'),
  resume: both('恢复行政处理', 'Resume administrative handling'),
}

export const TRANSFER_CONDITIONS = {
  reasonGiven: both('已写明理由', 'A reason is written'),
  factsRecorded: both('涉嫌犯罪的事实和依据已记录', 'Facts and basis of the suspicion are recorded'),
  teamNamed: both('已指定两名以上执法人员组成专案组', 'Two or more officers are named as the team'),
  reportWritten: both('书面移送报告已形成', 'The written report is there'),
  transferPapersComplete: both('移送材料齐全', 'The transfer papers are complete'),
  receiptRecorded: both('回执日期已记录', 'The date of the receipt is recorded'),
  noticeRecorded: both('通知书及收到日期已记录', 'The notice and the day it came are recorded'),
  handoverRecorded: both('交接清单已记录', 'The hand-over list is recorded'),
} as const satisfies Record<string, Bilingual>
export type TransferCondition = keyof typeof TRANSFER_CONDITIONS

export const TRANSFER_CLOCKS = {
  /** 3 days from the report to approval or refusal (R310 art. 5). */
  transferApproval: both('批准移送期限', 'Approval of the transfer'),
  /** 24 hours from the approval (R310 art. 5). */
  transferDelivery: both('移送期限', 'Delivery to the police'),
  /** 3 days from acceptance by the police (R310 art. 8). */
  policeDecision: both('公安机关审查期限', 'Decision of the police'),
  /** 3 days from the notice of not filing (R310 art. 9). */
  reconsiderationRequest: both('提请复议期限', 'Request for reconsideration'),
  /** 3 days for the police to answer (R310 art. 9). */
  reconsiderationAnswer: both('复议答复期限', 'Answer to the reconsideration'),
  /** 3 days from the filing notice (R310 art. 12). */
  goodsHandover: both('移交物品材料期限', 'Hand-over of goods and papers'),
} as const satisfies Record<string, Bilingual>
export type TransferClock = keyof typeof TRANSFER_CLOCKS

export type TransferTransition = Transition<TransferState, TransferAction, TransferCondition, TransferClock>

const grant = (role: Grant['role'], ...relations: Grant['relations']): Grant => ({ role, relations })

/** Anybody with a part in the case sees a crime; none may look away (APL 82, Criminal Law 402). */
const WHO_WORKS_ON_IT = [grant('handler', 'handlerOfCase'), grant('reviewer', 'assignedReviewer'), grant('head')]
/** The chief head or who presides over the work decides in person, never a deputy (R310 art. 5). */
const AGENCY_HEAD = [grant('agencyHead', 'notRecused')]

type Row = Omit<TransferTransition, 'clocks' | 'startsRound'> & Pick<Partial<TransferTransition>, 'clocks'>

const row = (transition: Row): TransferTransition => ({
  clocks: [],
  startsRound: false,
  ...transition,
})

export const TRANSFER_TRANSITIONS: readonly TransferTransition[] = [
  row({
    action: 'raiseSuspicion',
    from: ['none', 'cleared', 'notApproved', 'resumed'],
    to: 'suspected',
    by: [...WHO_WORKS_ON_IT, grant('agencyHead')],
    needs: ['factsRecorded'],
    audit: 'transfer.raise',
  }),
  row({
    action: 'clearSuspicion',
    from: ['suspected'],
    to: 'cleared',
    by: [grant('head', 'notHandler', 'notRecused'), ...AGENCY_HEAD],
    needs: ['reasonGiven'],
    audit: 'transfer.clear',
  }),
  row({
    action: 'reportTransfer',
    from: ['suspected'],
    to: 'reported',
    by: WHO_WORKS_ON_IT,
    needs: ['teamNamed', 'reportWritten'],
    clocks: [{ clock: 'transferApproval', effect: 'start' }],
    audit: 'transfer.report',
  }),
  row({
    action: 'approveTransfer',
    from: ['reported'],
    to: 'approved',
    by: AGENCY_HEAD,
    needs: [],
    clocks: [
      { clock: 'transferApproval', effect: 'stop' },
      { clock: 'transferDelivery', effect: 'start' },
    ],
    audit: 'transfer.approve',
  }),
  row({
    action: 'refuseTransfer',
    from: ['reported'],
    to: 'notApproved',
    by: AGENCY_HEAD,
    needs: ['reasonGiven'],
    clocks: [{ clock: 'transferApproval', effect: 'stop' }],
    audit: 'transfer.refuse',
  }),
  row({
    action: 'deliver',
    from: ['approved'],
    to: 'delivered',
    by: WHO_WORKS_ON_IT,
    needs: ['transferPapersComplete'],
    clocks: [{ clock: 'transferDelivery', effect: 'stop' }],
    audit: 'transfer.deliver',
  }),
  row({
    action: 'recordReceipt',
    from: ['delivered'],
    to: 'acceptedByPolice',
    by: WHO_WORKS_ON_IT,
    needs: ['receiptRecorded'],
    clocks: [{ clock: 'policeDecision', effect: 'start' }],
    audit: 'transfer.receipt',
  }),
  row({
    action: 'recordFiling',
    from: ['acceptedByPolice', 'reconsideration', 'supervisionRequested'],
    to: 'filed',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    clocks: [
      { clock: 'policeDecision', effect: 'stop' },
      { clock: 'reconsiderationAnswer', effect: 'stop' },
      { clock: 'goodsHandover', effect: 'start' },
    ],
    audit: 'transfer.filed',
  }),
  row({
    action: 'recordNonFiling',
    from: ['acceptedByPolice', 'reconsideration'],
    to: 'notFiled',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    clocks: [
      { clock: 'policeDecision', effect: 'stop' },
      { clock: 'reconsiderationAnswer', effect: 'stop' },
      { clock: 'reconsiderationRequest', effect: 'restart' },
    ],
    audit: 'transfer.notFiled',
  }),
  row({
    action: 'requestReconsideration',
    from: ['notFiled'],
    to: 'reconsideration',
    by: WHO_WORKS_ON_IT,
    needs: ['reasonGiven'],
    clocks: [
      { clock: 'reconsiderationRequest', effect: 'stop' },
      { clock: 'reconsiderationAnswer', effect: 'start' },
    ],
    audit: 'transfer.reconsider',
  }),
  row({
    action: 'requestSupervision',
    from: ['notFiled', 'acceptedByPolice', 'reconsideration'],
    to: 'supervisionRequested',
    by: WHO_WORKS_ON_IT,
    needs: ['reasonGiven'],
    clocks: [
      { clock: 'reconsiderationRequest', effect: 'stop' },
      { clock: 'policeDecision', effect: 'stop' },
      { clock: 'reconsiderationAnswer', effect: 'stop' },
    ],
    audit: 'transfer.supervise',
  }),
  row({
    action: 'handOver',
    from: ['filed'],
    to: 'handedOver',
    by: WHO_WORKS_ON_IT,
    needs: ['handoverRecorded'],
    clocks: [{ clock: 'goodsHandover', effect: 'stop' }],
    audit: 'transfer.handOver',
  }),
  row({
    // Not filed (R310 art. 10), or sent back by police, procuratorate or court (art. 13; 行刑反向衔接): the case goes on.
    action: 'resume',
    from: ['notFiled', 'supervisionRequested', 'filed', 'handedOver'],
    to: 'resumed',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    clocks: [
      { clock: 'reconsiderationRequest', effect: 'stop' },
      { clock: 'goodsHandover', effect: 'stop' },
    ],
    audit: 'transfer.resume',
  }),
]

/** No suspicion is open: `transferSettled` of the case. No fine replaces a transfer (APL 27, R310 art. 11). */
export function transferSettled(state: TransferState): boolean {
  return state === 'none' || state === 'cleared' || state === 'notApproved' || state === 'resumed'
}
