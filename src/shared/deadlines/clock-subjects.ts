/** What a clock is of (期限种类), whose it is, and from when on it is amber where the station has not chosen. */
import type { PeriodSubject } from '../catalogue/periods.ts'
import type { Bilingual } from '../values/values.ts'
import type { Regime } from './regimes.ts'

/** The periods of the catalogue, the review's own limit (审核期限) and the day by which to supplement (补正期限). */
export type ClockSubject = PeriodSubject | 'review' | 'supplement'

/** On whose desk a clock runs. */
export const CLOCK_DESKS = ['reviewer', 'head', 'handler', 'agencyHead', 'party', 'police'] as const
export type ClockDesk = (typeof CLOCK_DESKS)[number]

/** How long before its end a clock turns amber (预警). */
export interface Warning {
  readonly n: number
  readonly unit: 'workingDays' | 'hours'
}

/** Months before the end, two working days say little; where the whole time is three days, two say too much. */
export const MOST_WARNING = { workingDays: 60, hours: 72 } as const

interface SubjectRow {
  readonly name: Bilingual
  readonly desk: ClockDesk
  readonly regime: Regime
  /** The product's own default, no law. */
  readonly warning: Warning
}

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })
const days = (n: number): Warning => ({ n, unit: 'workingDays' })
const subject = (name: Bilingual, desk: ClockDesk, regime: Regime, warning: Warning): SubjectRow => ({ name, desk, regime, warning })

export const CLOCK_SUBJECTS: Readonly<Record<ClockSubject, SubjectRow>> = {
  review: subject(both('法制审核', 'Legal review'), 'reviewer', 'general', days(2)),
  supplement: subject(both('补正', 'Supplement'), 'handler', 'general', days(2)),
  feedback: subject(both('采纳情况反馈', 'Answer to the opinion'), 'handler', 'general', days(2)),
  coordination: subject(both('会商协调', 'Coordination'), 'agencyHead', 'general', days(2)),
  filing: subject(both('立案', 'Filing'), 'handler', 'penalty', days(3)),
  urgentReport: subject(both('紧急强制措施报告补批', 'Report of an urgent measure'), 'handler', 'compulsion', { n: 6, unit: 'hours' }),
  urgentPreservationReport: subject(both('紧急先行登记保存报告补批', 'Report of an urgent preservation'), 'handler', 'penalty', { n: 6, unit: 'hours' }),
  preservation: subject(both('先行登记保存处理', 'Preserved evidence'), 'handler', 'penalty', days(2)),
  seizure: subject(both('查封、扣押', 'Seizure'), 'handler', 'compulsion', days(5)),
  freezing: subject(both('冻结', 'Freezing'), 'handler', 'compulsion', days(5)),
  defence: subject(both('陈述、申辩', 'Statement and defence'), 'party', 'penalty', days(1)),
  hearingRequest: subject(both('要求听证', 'Request for a hearing'), 'party', 'penalty', days(1)),
  hearingNotice: subject(both('听证通知', 'Notice of the hearing'), 'handler', 'penalty', days(2)),
  hearingHeld: subject(both('举行听证', 'Holding the hearing'), 'handler', 'penalty', days(5)),
  decision: subject(both('作出决定', 'Decision'), 'handler', 'penalty', days(10)),
  service: subject(both('决定书送达', 'Service of the decision'), 'handler', 'penalty', days(2)),
  announcement: subject(both('公告送达', 'Service by announcement'), 'party', 'litigation', days(1)),
  payment: subject(both('缴纳罚款', 'Payment of the fine'), 'party', 'penalty', days(3)),
  reconsideration: subject(both('申请行政复议', 'Application for reconsideration'), 'party', 'reconsideration', days(5)),
  litigation: subject(both('提起行政诉讼', 'Suit'), 'party', 'litigation', days(5)),
  litigationAfterReconsideration: subject(both('复议后提起行政诉讼', 'Suit after reconsideration'), 'party', 'litigation', days(3)),
  licenceCorrection: subject(both('许可申请补正告知', 'Request to complete a licence application'), 'handler', 'licence', days(1)),
  licenceDecision: subject(both('许可决定', 'Decision on a licence'), 'handler', 'licence', days(3)),
  licenceService: subject(both('许可证件送达', 'Delivery of the licence'), 'handler', 'licence', days(2)),
  courtApplication: subject(both('申请法院强制执行', 'Application to the court'), 'handler', 'compulsion', days(15)),
  urging: subject(both('申请法院执行前的催告', 'Urging before the application to the court'), 'party', 'compulsion', days(2)),
  publication: subject(both('执法决定公开', 'Publication of the decision'), 'handler', 'general', days(2)),
  publicationWithdrawal: subject(both('撤回公开的决定', 'Withdrawal of a published decision'), 'handler', 'penalty', days(1)),
  closing: subject(both('结案', 'Closing'), 'handler', 'penalty', days(3)),
  limitation: subject(both('处罚时效', 'Limitation'), 'handler', 'penalty', days(20)),
  transferDecision: subject(both('决定是否移送', 'Decision on the transfer'), 'agencyHead', 'general', days(1)),
  transfer: subject(both('移送公安机关', 'Transfer to the police'), 'handler', 'general', { n: 12, unit: 'hours' }),
  policeDecision: subject(both('公安机关立案审查', 'Decision of the police'), 'police', 'general', days(1)),
  reconsiderationRequest: subject(both('提请公安机关复议', 'Request for reconsideration by the police'), 'handler', 'general', days(1)),
  reconsiderationAnswer: subject(both('公安机关复议答复', 'Answer of the police'), 'police', 'general', days(1)),
  policeSupplement: subject(both('补正移送材料', 'Supply of what the police asked for'), 'handler', 'general', days(1)),
  supervisionRequest: subject(both('建议立案监督', 'Request for supervision'), 'handler', 'general', days(1)),
  returnAnswer: subject(both('回复检察意见', 'Answer to the procuratorate'), 'handler', 'general', days(10)),
  goodsHandover: subject(both('移交涉案物品材料', 'Hand-over of goods and papers'), 'handler', 'general', days(1)),
}

export const CLOCK_SUBJECT_IDS = Object.keys(CLOCK_SUBJECTS) as readonly ClockSubject[]

export type Warnings = Readonly<Partial<Record<ClockSubject, Warning>>>

export function warningOf(subjectId: ClockSubject, chosen: Warnings): Warning {
  return chosen[subjectId] ?? CLOCK_SUBJECTS[subjectId].warning
}
