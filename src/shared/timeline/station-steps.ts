/** What was done with a case at this station (本站办理环节), as steps of its timeline. */
import type { Citation } from '../catalogue/citation.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

/** In the order in which a case takes them. */
export const STATION_STEP_LABELS = {
  received: both('收到送审材料', 'Submission received'),
  returned: both('退回补正', 'Returned for supplement'),
  resubmitted: both('补正后再次送审', 'Submitted again'),
  accepted: both('受理审核', 'Accepted for review'),
  assigned: both('确定审核人', 'Reviewer assigned'),
  begun: both('开始审核', 'Review begun'),
  supplementAsked: both('审核中要求补正', 'Missing papers asked for'),
  supplemented: both('补正结束，继续审核', 'Review goes on after the supplement'),
  drafted: both('提交意见书稿', 'Draft submitted'),
  sentBack: both('退回修改', 'Draft sent back'),
  approved: both('批准意见书稿', 'Draft approved'),
  issued: both('出具审核意见书', 'Opinion issued'),
  reviewDue: both('审核期限届满', 'Review due'),
  decisionDue: both('最迟作出决定', 'Decision due'),
  adopted: both('采纳审核意见', 'Opinion adopted'),
  objected: both('提出异议', 'Opinion objected to'),
  closed: both('办结', 'Concluded'),
  withdrawn: both('撤回送审', 'Withdrawn'),
} as const satisfies Record<string, Bilingual>
export type StationStepKind = keyof typeof STATION_STEP_LABELS

const order = Object.keys(STATION_STEP_LABELS)
export const stationStepOrder = (kind: StationStepKind): number => order.indexOf(kind)

export interface StationStep {
  readonly kind: StationStepKind
  readonly day: IsoDate
  /** `HH:mm`; null where only the day counts. */
  readonly time: string | null
  /** Who did it, or the round. */
  readonly about: string | null
}

/** The review of one round, with its limit. */
export interface ReviewRun {
  readonly round: number
  /** Of the rule that gives the time. */
  readonly name: Bilingual
  readonly from: IsoDate
  readonly due: IsoDate
  readonly rolledFrom: IsoDate | null
  readonly advice: IsoDate
  readonly days: number
  readonly unit: 'workingDays' | 'calendarDays'
  readonly provisional: boolean
  readonly verified: boolean
  readonly basis: readonly Citation[]
  /** The day the opinion was issued. */
  readonly end: IsoDate | null
}

export interface StationPart {
  readonly steps: readonly StationStep[]
  readonly reviews: readonly ReviewRun[]
}
