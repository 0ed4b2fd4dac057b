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
  'supplementAsked',
  'filed',
  'notFiled',
  'reconsideration',
  'upheld',
  'supervisionRequested',
  'handedOver',
  'judged',
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
  supplementAsked: both('公安机关通知补正', 'Supplement asked by the police'),
  filed: both('已立案', 'Filed by the police'),
  notFiled: both('不予立案', 'Not filed'),
  reconsideration: both('提请复议', 'Reconsideration requested'),
  upheld: both('复议维持不予立案', 'Not filing upheld'),
  supervisionRequested: both('建议立案监督', 'Supervision by the procuratorate suggested'),
  handedOver: both('涉案物品材料已移交', 'Goods and papers handed over'),
  judged: both('已作出刑事判决', 'Criminal judgment made'),
  resumed: both('恢复行政处理', 'Back to administrative handling'),
}

export const TRANSFER_ACTIONS = [
  'raiseSuspicion',
  'raiseAgain',
  'clearSuspicion',
  'nameTeam',
  'reportTransfer',
  'approveTransfer',
  'refuseTransfer',
  'deliver',
  'recordForwarding',
  'recordReceipt',
  'recordSupplementNotice',
  'supplyPapers',
  'recordFiling',
  'recordNonFiling',
  'requestReconsideration',
  'recordUpheld',
  'requestSupervision',
  'handOver',
  'recordJudgment',
  'resume',
] as const
export type TransferAction = (typeof TRANSFER_ACTIONS)[number]

export const TRANSFER_ACTION_LABELS: Record<TransferAction, Bilingual> = {
  raiseSuspicion: both('提示涉嫌犯罪', 'Raise suspicion'),
  raiseAgain: both('因新的事实再次提示涉嫌犯罪', 'Raise suspicion again on new facts'),
  clearSuspicion: both('排除涉嫌犯罪', 'Clear suspicion'),
  nameTeam: both('指定专案组', 'Name the team'),
  reportTransfer: both('提出移送报告', 'Report for transfer'),
  approveTransfer: both('批准移送', 'Approve transfer'),
  refuseTransfer: both('不批准移送', 'Refuse transfer'),
  deliver: both('移送公安机关', 'Deliver to the police'),
  recordForwarding: both('登记转送有管辖权的机关', 'Record that it was forwarded'),
  recordReceipt: both('登记公安机关回执', 'Record the police receipt'),
  recordSupplementNotice: both('登记公安机关补正通知', 'Record the police’s supplement notice'),
  supplyPapers: both('补正移送材料', 'Supply what the police asked for'),
  recordFiling: both('登记立案通知', 'Record the filing notice'),
  recordNonFiling: both('登记不予立案通知', 'Record the notice of not filing'),
  requestReconsideration: both('提请复议', 'Request reconsideration'),
  recordUpheld: both('登记维持不予立案的复议决定', 'Record that not filing was upheld'),
  requestSupervision: both('建议检察机关立案监督', 'Suggest supervision'),
  handOver: both('移交涉案物品和材料', 'Hand over goods and papers'),
  recordJudgment: both('登记刑事判决', 'Record the criminal judgment'),
  resume: both('恢复行政处理', 'Resume administrative handling'),
}

export const TRANSFER_CONDITIONS = {
  reasonGiven: both('已写明理由', 'A reason is written'),
  factsRecorded: both('涉嫌犯罪的事实和依据已记录', 'Facts and basis of the suspicion are recorded'),
  newFacts: both('有原先没有掌握的新的事实', 'There are facts that were not known before'),
  teamNamed: both('已指定两名以上执法人员组成专案组', 'Two or more officers are named as the team'),
  reportWritten: both('书面移送报告已形成', 'The written report is there'),
  headPresides: both('决定人确认为正职负责人或者主持工作的负责人', 'Who decides confirms being the head or presiding over the work'),
  transferPapersComplete: both('移送材料齐全', 'The transfer papers are complete'),
  receiptRecorded: both('回执日期已记录', 'The date of the receipt is recorded'),
  firstSupplementNotice: both('公安机关尚未通知过补正', 'The police have not asked for a supplement before'),
  papersSupplied: both('补正的材料已记录', 'What was supplied is recorded'),
  noticeRecorded: both('通知书及收到日期已记录', 'The notice and the day it came are recorded'),
  handoverRecorded: both('交接清单已记录', 'The hand-over list is recorded'),
} as const satisfies Record<string, Bilingual>
export type TransferCondition = keyof typeof TRANSFER_CONDITIONS

export const TRANSFER_CLOCKS = {
  /** 3 days from the report to approval or refusal (R310 art. 5). */
  transferApproval: both('批准移送期限', 'Approval of the transfer'),
  /** 24 hours from the approval (R310 art. 5). */
  transferDelivery: both('移送期限', 'Delivery to the police'),
  /** 3 days from the police's notice (公安机关办理刑事案件程序规定 art. 180). */
  policeSupplement: both('补正移送材料期限', 'Supply of what the police asked for'),
  /** 3 days from acceptance by the police (R310 art. 8). */
  policeDecision: both('公安机关审查期限', 'Decision of the police'),
  /** 3 days from the notice of not filing (R310 art. 9). */
  reconsiderationRequest: both('提请复议期限', 'Request for reconsideration'),
  /** 3 days for the police to answer (R310 art. 9). */
  reconsiderationAnswer: both('复议答复期限', 'Answer to the reconsideration'),
  /** 3 days from the decision on the reconsideration (R310 art. 9). */
  supervisionRequest: both('建议立案监督期限', 'Request for supervision'),
  /** 3 days from the filing notice (R310 art. 12). */
  goodsHandover: both('移交物品材料期限', 'Hand-over of goods and papers'),
} as const satisfies Record<string, Bilingual>
export type TransferClock = keyof typeof TRANSFER_CLOCKS

export type TransferTransition = Transition<TransferState, TransferAction, TransferCondition, TransferClock>

const grant = (role: Grant['role'], ...relations: Grant['relations']): Grant => ({ role, relations })

/**
 * Anybody with a part in the case sees a crime; none may look away (APL 82, Criminal Law 402), not who is recused either: it
 * is others who judge what was seen.
 */
const WHO_SEES_IT = [grant('handler', 'handlerOfCase'), grant('reviewer', 'assignedReviewer'), grant('head'), grant('agencyHead')]
/** Who has a part in the case, and the team that is in charge of the transfer (专案组, R310 art. 5); nobody who is recused (APL 43). */
const WHO_WORKS_ON_IT = [
  grant('handler', 'handlerOfCase', 'notRecused'), grant('reviewer', 'assignedReviewer', 'notRecused'), grant('head', 'notRecused'),
  grant('handler', 'onTransferTeam', 'notRecused'),
]
/** The chief head or who presides over the work decides in person, never a deputy (R310 art. 5). */
const AGENCY_HEAD = [grant('agencyHead', 'notRecused')]

type Row = Omit<TransferTransition, 'clocks' | 'startsRound'> & Pick<Partial<TransferTransition>, 'clocks'>

const row = (transition: Row): TransferTransition => ({
  clocks: [],
  startsRound: false,
  ...transition,
})

const start = (clock: TransferClock): TransferTransition['clocks'][number] => ({ clock, effect: 'start' })
const stop = (clock: TransferClock): TransferTransition['clocks'][number] => ({ clock, effect: 'stop' })

/** To the decision of the head (R310 art. 3 and 5). */
const INSIDE_THE_AGENCY: readonly TransferTransition[] = [
  row({
    action: 'raiseSuspicion',
    from: ['none'],
    to: 'suspected',
    by: WHO_SEES_IT,
    needs: ['factsRecorded'],
    audit: 'transfer.raise',
  }),
  row({
    // What was cleared, refused or sent back is not transferred a second time on the same facts.
    action: 'raiseAgain',
    from: ['cleared', 'notApproved', 'resumed'],
    to: 'suspected',
    by: WHO_SEES_IT,
    needs: ['factsRecorded', 'newFacts'],
    audit: 'transfer.raiseAgain',
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
    // At once when it has to be transferred (应当立即指定); people who leave are replaced.
    action: 'nameTeam',
    from: ['suspected', 'reported', 'approved', 'delivered'],
    to: 'same',
    by: [grant('handler', 'handlerOfCase', 'notRecused'), grant('head', 'notRecused'), ...AGENCY_HEAD],
    needs: ['teamNamed'],
    audit: 'transfer.team',
  }),
  row({
    action: 'reportTransfer',
    from: ['suspected'],
    to: 'reported',
    by: WHO_WORKS_ON_IT,
    needs: ['teamNamed', 'reportWritten'],
    clocks: [start('transferApproval')],
    audit: 'transfer.report',
  }),
  row({
    action: 'approveTransfer',
    from: ['reported'],
    to: 'approved',
    by: AGENCY_HEAD,
    needs: ['headPresides'],
    clocks: [stop('transferApproval'), start('transferDelivery')],
    audit: 'transfer.approve',
  }),
  row({
    action: 'refuseTransfer',
    from: ['reported'],
    to: 'notApproved',
    by: AGENCY_HEAD,
    needs: ['headPresides', 'reasonGiven'],
    clocks: [stop('transferApproval')],
    audit: 'transfer.refuse',
  }),
]

/** From the delivery to what the police decide (R310 art. 5–8). */
const WITH_THE_POLICE: readonly TransferTransition[] = [
  row({
    action: 'deliver',
    from: ['approved'],
    to: 'delivered',
    by: WHO_WORKS_ON_IT,
    needs: ['transferPapersComplete'],
    clocks: [stop('transferDelivery')],
    audit: 'transfer.deliver',
  }),
  row({
    // Not theirs: the police pass it on within 24 hours and say so in writing (R310 art. 7).
    action: 'recordForwarding',
    from: ['delivered'],
    to: 'same',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    audit: 'transfer.forwarded',
  }),
  row({
    action: 'recordReceipt',
    from: ['delivered'],
    to: 'acceptedByPolice',
    by: WHO_WORKS_ON_IT,
    needs: ['receiptRecorded'],
    clocks: [start('policeDecision')],
    audit: 'transfer.receipt',
  }),
  row({
    // Once, within 24 hours; incomplete papers are no reason to refuse the case (公安机关办理刑事案件程序规定 art. 180).
    action: 'recordSupplementNotice',
    from: ['acceptedByPolice'],
    to: 'supplementAsked',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded', 'firstSupplementNotice'],
    clocks: [start('policeSupplement')],
    audit: 'transfer.supplementNotice',
  }),
  row({
    action: 'supplyPapers',
    from: ['supplementAsked'],
    to: 'acceptedByPolice',
    by: WHO_WORKS_ON_IT,
    needs: ['papersSupplied'],
    clocks: [stop('policeSupplement')],
    audit: 'transfer.supply',
  }),
  row({
    action: 'recordFiling',
    from: ['acceptedByPolice', 'supplementAsked', 'reconsideration', 'supervisionRequested'],
    to: 'filed',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    clocks: [stop('policeDecision'), stop('policeSupplement'), stop('reconsiderationAnswer'), start('goodsHandover')],
    audit: 'transfer.filed',
  }),
  row({
    action: 'recordNonFiling',
    from: ['acceptedByPolice', 'supplementAsked'],
    to: 'notFiled',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    clocks: [stop('policeDecision'), stop('policeSupplement'), start('reconsiderationRequest')],
    audit: 'transfer.notFiled',
  }),
]

/** Against not filing (R310 art. 9), and what follows the filing (art. 12). */
const AFTER_THE_POLICE: readonly TransferTransition[] = [
  row({
    action: 'requestReconsideration',
    from: ['notFiled'],
    to: 'reconsideration',
    by: WHO_WORKS_ON_IT,
    needs: ['reasonGiven'],
    clocks: [stop('reconsiderationRequest'), start('reconsiderationAnswer')],
    audit: 'transfer.reconsider',
  }),
  row({
    // Once: what is left is the procuratorate (R310 art. 9 para. 2).
    action: 'recordUpheld',
    from: ['reconsideration'],
    to: 'upheld',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    clocks: [stop('reconsiderationAnswer'), start('supervisionRequest')],
    audit: 'transfer.upheld',
  }),
  row({
    action: 'requestSupervision',
    from: ['acceptedByPolice', 'notFiled', 'reconsideration', 'upheld'],
    to: 'supervisionRequested',
    by: WHO_WORKS_ON_IT,
    needs: ['reasonGiven'],
    clocks: [stop('policeDecision'), stop('reconsiderationRequest'), stop('reconsiderationAnswer'), stop('supervisionRequest')],
    audit: 'transfer.supervise',
  }),
  row({
    action: 'handOver',
    from: ['filed'],
    to: 'handedOver',
    by: WHO_WORKS_ON_IT,
    needs: ['handoverRecorded'],
    clocks: [stop('goodsHandover')],
    audit: 'transfer.handOver',
  }),
  row({
    action: 'recordJudgment',
    from: ['filed', 'handedOver'],
    to: 'judged',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    clocks: [stop('goodsHandover')],
    audit: 'transfer.judged',
  }),
  row({
    // Not filed (R310 art. 10), or sent back by police, procuratorate or court (art. 13; 行刑反向衔接): the case goes on.
    action: 'resume',
    from: ['notFiled', 'upheld', 'supervisionRequested', 'filed', 'handedOver', 'judged'],
    to: 'resumed',
    by: WHO_WORKS_ON_IT,
    needs: ['noticeRecorded'],
    clocks: [stop('reconsiderationRequest'), stop('supervisionRequest'), stop('goodsHandover')],
    audit: 'transfer.resume',
  }),
]

export const TRANSFER_TRANSITIONS: readonly TransferTransition[] = [...INSIDE_THE_AGENCY, ...WITH_THE_POLICE, ...AFTER_THE_POLICE]

/** No suspicion is open: `transferSettled` of the case. No fine replaces a transfer (APL 27, R310 art. 11). */
export function transferSettled(state: TransferState): boolean {
  return state === 'none' || state === 'cleared' || state === 'notApproved' || state === 'resumed'
}
