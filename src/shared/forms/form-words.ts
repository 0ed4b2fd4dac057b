/** Names of forms, and why or by whom they are made, for messages: apart from the catalogue, which the first screen does not load. */
import type { Bilingual } from '../values/values.ts'
import type { FormId, FormSide } from './form-ids.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const FORM_LABELS: Readonly<Record<FormId, Bilingual>> = {
  submissionForm: both('送审表', 'Submission form'),
  materialsList: both('送审材料清单', 'List of papers'),
  supplementNotice: both('补正通知书', 'Notice of supplement'),
  extensionApproval: both('延期审批表', 'Approval of an extension'),
  reminder: both('催办单', 'Reminder'),
  adoptionFeedback: both('采纳情况反馈表', 'Feedback on adoption'),
  objectionReview: both('异议复核表', 'Review of an objection'),
  coordinationRecord: both('会商记录', 'Record of a coordination'),
  collectiveDiscussion: both('集体讨论记录', 'Record of a collective discussion'),
  interferenceRecord: both('干预记录表', 'Record of interference'),
  transferApproval: both('移送审批表', 'Approval of a transfer'),
  transferLetter: both('涉嫌犯罪案件移送书', 'Letter of transfer'),
  transferSupplement: both('移送材料补正函', 'Supplement to a transfer'),
  reconsiderationRequest: both('提请复议书', 'Request to reconsider not filing'),
  supervisionRequest: both('立案监督建议书', 'Suggestion to supervise filing'),
  goodsHandover: both('涉案物品移交清单', 'List of goods handed over'),
  procuratorialReply: both('检察意见回复函', 'Answer to the procuratorate'),
  clueLetter: both('问题线索移送函', 'Letter passing on a clue'),
  ledgerPage: both('台账登记页', 'Ledger page'),
  fileCover: both('案卷封面', 'Cover of the file'),
  fileIndex: both('卷内目录', 'Index of the file'),
  fileBackNote: both('备考表', 'Back note of the file'),
  hearingRightNotice: both('听证告知书', 'Notice of the right to a hearing'),
  hearingApplication: both('听证申请书', 'Application for a hearing'),
  hearingNotice: both('听证通知书', 'Notice of a hearing'),
  hearingRecord: both('听证笔录', 'Record of a hearing'),
  hearingReport: both('听证报告', 'Report on a hearing'),
}

export const FORM_WAIT_IDS = [
  'nothingReturned',
  'noRunningClock',
  'noOpinion',
  'noObjection',
  'noTalk',
  'noSuspicion',
  'notApproved',
  'noPoliceSupplement',
  'noNonFiling',
  'noReceipt',
  'filedByPolice',
  'notFiledYet',
  'nothingCameBack',
  'notEnded',
  'sealed',
  'sealedClue',
] as const
/** Why a form cannot be made of a case yet. */
export type FormWait = (typeof FORM_WAIT_IDS)[number]

export const FORM_WAIT_LABELS: Readonly<Record<FormWait, Bilingual>> = {
  nothingReturned: both('本案没有退回补正', 'the case was not returned for supplement'),
  noRunningClock: both('没有正在计算的期限', 'no clock of the case is running'),
  noOpinion: both('还没有出具审核意见', 'no opinion is issued yet'),
  noObjection: both('承办机构没有提出异议', 'the handling body did not object'),
  noTalk: both('还没有记录会商', 'no coordination is recorded'),
  noSuspicion: both('没有提出涉嫌犯罪', 'no suspicion of a crime was raised'),
  notApproved: both('移送还没有批准', 'the transfer is not approved'),
  noPoliceSupplement: both('公安机关没有通知补正移送材料', 'the police did not ask for a supplement'),
  noNonFiling: both('公安机关没有作出不予立案决定', 'the police did not decide against filing'),
  noReceipt: both('公安机关还没有受理移送的案件', 'the police have not accepted the case yet'),
  filedByPolice: both('公安机关已经立案', 'the police have filed the case'),
  notFiledYet: both('公安机关还没有立案', 'the police have not filed the case'),
  nothingCameBack: both('没有登记检察意见或者检察建议', 'no opinion of the procuratorate is registered'),
  notEnded: both('案件还没有办结', 'the case is not over'),
  sealed: both('内容单独密封，在“责任”中登记和打印', 'what is in it is sealed: recorded and printed elsewhere'),
  sealedClue: both('线索单独密封，在“公职人员线索”中登记和打印', 'clues are sealed: recorded and printed where they stand'),
}

export const FORM_SIDE_LABELS: Readonly<Record<FormSide, Bilingual>> = {
  handling: both('本案承办人员', 'the handlers of the case'),
  review: both('本案审核人员或者审核机构负责人', 'the reviewer of the case or the head of the review body'),
  either: both('本案承办人员、审核人员或者负责人', 'the handlers or the reviewer of the case, or a head'),
  transfer: both('本案承办人员、专案组成员或者负责人', 'the handlers of the case, the team of its transfer, or a head'),
  oversight: both('监督人员', 'the supervisor'),
  clue: both('可以看到该线索的人员', 'whoever may see the clue'),
}

export const SETTINGS_PROBLEM_LABELS: Readonly<Record<string, Bilingual>> = {
  'form-unknown': both('有不认识的占位符', 'has an unknown placeholder'),
  'form-brace': both('的花括号不成对', 'has a brace without its pair'),
  'form-missing': both('缺少必备的占位符', 'lacks a required placeholder'),
  'form-empty': both('没有文字', 'has no words'),
  'form-required': both('不能删去必备要素', 'cannot leave out a required element'),
  'form-noSuchPart': both('没有这一部分', 'has no such part'),
}
