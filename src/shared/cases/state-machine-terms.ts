/** The words of the case state machine: states, actions, relations, conditions, clocks, each with its Chinese term. */
import type { Bilingual } from '../values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

/** States of a case sent for review (送审案件), in the order in which a case without detours passes them. */
export const CASE_STATES = [
  'received',
  'returned',
  'accepted',
  'assigned',
  'underReview',
  'supplementing',
  'drafted',
  'approved',
  'issued',
  'adopted',
  'objected',
  'coordination',
  'decided',
  'dropped',
  'disclosed',
  'archived',
  'withdrawn',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** A reviewer has the case: assigned, and the opinion not yet issued. */
export const WITH_REVIEWER_STATES = ['assigned', 'underReview', 'supplementing', 'drafted', 'approved'] as const satisfies readonly CaseState[]

/** Where a case comes from before it is registered; no case is ever stored in it. */
export const UNREGISTERED = 'unregistered'

export const CASE_STATE_LABELS: Record<CaseState, Bilingual> = {
  received: both('已收件', 'Received'),
  returned: both('退回补正', 'Returned for supplement'),
  accepted: both('已受理', 'Accepted'),
  assigned: both('已分派', 'Assigned'),
  underReview: both('审核中', 'Under review'),
  supplementing: both('审核中补正', 'Waiting for a supplement'),
  drafted: both('待负责人审批', 'Awaiting approval'),
  approved: both('待签署', 'Approved, to be signed'),
  issued: both('已出具意见', 'Opinion issued'),
  adopted: both('已采纳', 'Adopted'),
  objected: both('已提异议', 'Objected'),
  coordination: both('会商协调', 'Coordination'),
  decided: both('已作决定', 'Decided'),
  dropped: both('不作出原拟决定', 'Proposed decision dropped'),
  disclosed: both('公示已办结', 'Disclosure settled'),
  archived: both('已归档', 'Archived'),
  withdrawn: both('已撤回', 'Withdrawn'),
}

/** What a person can do to a case. One act of one person; one entry in the audit chain. */
export const CASE_ACTIONS = [
  'register',
  'returnForSupplement',
  'resubmit',
  'accept',
  'assign',
  'assignManually',
  'assignSameReviewer',
  'reassign',
  'startReview',
  'askSupplement',
  'takeSupplement',
  'endSupplement',
  'submitDraft',
  'sendBack',
  'recall',
  'approve',
  'sign',
  'issue',
  'adopt',
  'object',
  'reReview',
  'coordinate',
  'upholdOpinion',
  'orderClosingRound',
  'resubmitAfterCorrection',
  'decide',
  'drop',
  'disclose',
  'archive',
  'withdraw',
] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

export const CASE_ACTION_LABELS: Record<CaseAction, Bilingual> = {
  register: both('登记收件', 'Register'),
  returnForSupplement: both('退回补正', 'Return for supplement'),
  resubmit: both('补正后再送', 'Resubmit with supplements'),
  accept: both('受理', 'Accept'),
  assign: both('随机分派', 'Assign by draw'),
  assignManually: both('指定审核人', 'Assign by hand'),
  assignSameReviewer: both('沿用原审核人', 'Keep the reviewer of the earlier round'),
  reassign: both('变更审核人', 'Reassign'),
  startReview: both('开始审核', 'Start review'),
  askSupplement: both('要求补正', 'Ask for missing papers'),
  takeSupplement: both('收到补正', 'Take in the supplement'),
  endSupplement: both('不再等待补正，继续审核', 'Go on without the supplement'),
  submitDraft: both('提交意见书稿', 'Submit draft opinion'),
  sendBack: both('退回修改', 'Send back with remarks'),
  recall: both('撤回修改', 'Recall before issue'),
  approve: both('同意意见书稿', 'Approve draft'),
  sign: both('审核人签署', 'Sign as reviewer'),
  issue: both('负责人签发', 'Sign as head and issue'),
  adopt: both('采纳', 'Adopt'),
  object: both('提出异议', 'Object'),
  reReview: both('复核', 'Re-review'),
  coordinate: both('提请会商', 'Bring to coordination'),
  upholdOpinion: both('维持审核意见', 'Uphold the opinion'),
  orderClosingRound: both('决定重新审核', 'Order a closing round'),
  resubmitAfterCorrection: both('整改后重新送审', 'Resubmit after correction'),
  decide: both('记录行政决定', 'Record the decision'),
  drop: both('不作出原拟决定', 'Drop the proposed decision'),
  disclose: both('办结公示', 'Settle disclosure'),
  archive: both('归档', 'Archive'),
  withdraw: both('撤回送审', 'Withdraw'),
}

/**
 * How the acting person stands to the case. The negative ones are what the law asks: a case handler (承办人) may not
 * review (市场监督管理行政处罚程序规定 art. 49), and two different people answer for an opinion.
 */
export const RELATIONS = [
  /** Named among the handlers of this case (本案承办人). */
  'handlerOfCase',
  /** Not named among the handlers of this case. */
  'notHandler',
  /** The reviewer (审核人) of the current round. */
  'assignedReviewer',
  /** Not the reviewer of the current round. */
  'notReviewer',
  /** Not recused (回避) from this case. */
  'notRecused',
  /** In the team that is in charge of the transfer of a suspected crime (专案组). */
  'onTransferTeam',
] as const
export type Relation = (typeof RELATIONS)[number]

/** Facts that the core establishes before an act; the machine only asks whether they hold. */
export const CASE_CONDITIONS = {
  reasonGiven: both('已写明理由', 'A reason is written'),
  missingItemsListed: both('已列明应补正的材料', 'The missing items are listed'),
  supplementOver: both('补正期限已过', 'The period for the supplement is over'),
  materialsComplete: both(
    '送审材料齐全，或已写明先行受理的理由',
    'The materials are complete, or a reason is written for accepting without some',
  ),
  reviewerEligible: both('审核人符合资格且无须回避', 'The reviewer is eligible'),
  drawRecorded: both('抽取的种子和名单已记录', 'Seed and lists of the draw are recorded'),
  laterRound: both('属于第二轮或以后的审核', 'This is round 2 or later'),
  allAnswered: both('适用的问题均已回答', 'Every question that applies is answered'),
  overrideReasoned: both('致命问题的不同处理均有理由', 'Every overridden fatal answer has a reason'),
  opinionComplete: both('意见书内容完备', 'The opinion has all its sections'),
  remarksGiven: both('已写明修改意见', 'Remarks are written'),
  nothingSigned: both('尚无人签署', 'Nobody has signed yet'),
  headNotSigned: both('负责人尚未签署', 'The head has not signed yet'),
  bothSigned: both('审核人和负责人均已签署', 'Reviewer and head have both signed'),
  numberAllocated: both('已取得文号', 'A document number is allocated'),
  feedbackRecorded: both('采纳情况已逐项记录', 'Adoption is recorded item by item'),
  firstObjection: both('本案首次提出异议', 'It is the first objection in the case'),
  settlementRecorded: both('会商及裁定情况已记录', 'Coordination and its outcome are recorded'),
  correctionRecorded: both('整改情况已记录', 'What was corrected is recorded'),
  reviewPassed: both('审核已通过', 'The review is passed'),
  transferSettled: both('没有未了结的涉嫌犯罪移送', 'No suspicion of a crime is open'),
  decisionRecorded: both('决定文号、日期已记录', 'Number and date of the decision are recorded'),
  disclosureRecorded: both('公示情况或依法不公示的理由已记录', 'Disclosure, or the legal reason against it, is recorded'),
  fileComplete: both('案卷材料已归齐', 'The case file is complete'),
} as const satisfies Record<string, Bilingual>
export type CaseCondition = keyof typeof CASE_CONDITIONS

/** Periods that start and stop with acts; how long each lasts is data of the catalogue. */
export const CASE_CLOCKS = {
  /** From acceptance, which is the day the materials were complete, to the issued opinion; rests while papers are supplied. */
  reviewLimit: both('审核期限', 'Review limit'),
  supplement: both('补正期限', 'Supplement period'),
  /** Adopt or object. No rule that was read sets days for it. */
  feedback: both('采纳情况反馈期限', 'Feedback period'),
  coordination: both('会商期限', 'Coordination period'),
  /** 90 days from the filing of the case (APL art. 60), whatever the review does: it is not suspended by the review. */
  decisionLimit: both('作出决定期限', 'Decision limit'),
  /** 7 or 20 working days from the decision (国办发〔2018〕118号, part 2). */
  disclosure: both('公示期限', 'Disclosure period'),
} as const satisfies Record<string, Bilingual>
export type CaseClock = keyof typeof CASE_CLOCKS
