/** What happens in a case that starts or stops a clock, and which of it a person can write down here (期限节点登记). */
import type { PERIOD_EVENTS } from '../catalogue/periods.ts'
import type { Bilingual, IsoDate, IsoInstant } from '../values/values.ts'
import type { ClockMoment } from './clock.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

/** `urgent…`: a measure taken at once whose report is due within hours; the plain ones have days. */
export type ClockEvent = (typeof PERIOD_EVENTS)[number] | 'urgentMeasureTaken' | 'urgentPreserved'

/** Days that no act of this station writes down; the papers often tell them, and what they tell goes before. */
export const RECORDED_EVENTS = {
  clueFound: both('发现线索、收到材料', 'Clue found'),
  filed: both('立案', 'Filed'),
  urgentMeasureTaken: both('情况紧急当场实施强制措施', 'Urgent measure taken'),
  urgentPreserved: both('情况紧急先行登记保存', 'Urgent preservation'),
  reportedToHead: both('向负责人报告并补办批准', 'Reported to the head'),
  preserved: both('先行登记保存', 'Evidence preserved'),
  measureTaken: both('查封、扣押、冻结', 'Seized, sealed or frozen'),
  disposed: both('作出处理、解除措施', 'Dealt with, measure ended'),
  noticeServed: both('告知书送达', 'Notice served'),
  defenceEnded: both('收到陈述申辩或者放弃', 'Defence received or given up'),
  hearingRequested: both('当事人要求听证', 'Hearing requested'),
  hearingNoticed: both('听证通知送达', 'Notice of the hearing served'),
  hearing: both('举行听证', 'Hearing held'),
  decided: both('作出决定', 'Decided'),
  served: both('决定书送达', 'Decision served'),
  announced: both('发出公告', 'Announced'),
  published: both('决定公开', 'Decision published'),
  paid: both('缴纳罚款', 'Fine paid'),
  remedySought: both('当事人申请复议或者起诉', 'Remedy sought'),
  reconsidered: both('收到复议决定', 'Reconsideration decided'),
  urged: both('催告书送达', 'Urging served'),
  courtApplied: both('申请法院强制执行', 'Applied to the court'),
  decisionChanged: both('决定被变更、撤销、确认违法或者无效', 'Decision changed or annulled'),
  publicationWithdrawn: both('撤回公开的信息并说明理由', 'Publication withdrawn'),
  executed: both('执行完毕', 'Executed'),
  closed: both('结案', 'Closed'),
  applied: both('收到许可申请', 'Licence applied for'),
  corrected: both('告知补正', 'Told to complete'),
  accepted: both('受理许可申请', 'Licence application accepted'),
} as const satisfies Partial<Record<ClockEvent, Bilingual>>
export type RecordedEvent = keyof typeof RECORDED_EVENTS
export const RECORDED_EVENT_IDS = Object.keys(RECORDED_EVENTS) as [RecordedEvent, ...RecordedEvent[]]

/** Days that follow from the records of disclosure (公开) once a decision is registered: written down by hand only before. */
export const EVENTS_OF_DISCLOSURE: ReadonlySet<RecordedEvent> = new Set<RecordedEvent>(['published', 'decisionChanged', 'publicationWithdrawn'])

/** Events of which the hour counts. */
export const EVENTS_WITH_TIME: ReadonlySet<RecordedEvent> = new Set<RecordedEvent>(['urgentMeasureTaken', 'urgentPreserved', 'reportedToHead'])

export interface RecordedDay {
  readonly event: RecordedEvent
  readonly on: IsoDate
  readonly at: IsoInstant | null
}

export function momentOfRecord({ event, on, at }: RecordedDay): ClockMoment {
  return { day: on, at, label: RECORDED_EVENTS[event] }
}
