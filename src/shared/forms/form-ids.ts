/** The companion forms of a review (随案文书) by their ids; what each holds is data (`resources/catalogue/forms.json`). */
export const FORM_IDS = [
  'submissionForm',
  'materialsList',
  'supplementNotice',
  'extensionApproval',
  'reminder',
  'adoptionFeedback',
  'objectionReview',
  'coordinationRecord',
  'collectiveDiscussion',
  'interferenceRecord',
  'transferApproval',
  'transferLetter',
  'transferSupplement',
  'reconsiderationRequest',
  'supervisionRequest',
  'goodsHandover',
  'procuratorialReply',
  'clueLetter',
  'ledgerPage',
  'fileCover',
  'fileIndex',
  'fileBackNote',
  'hearingRightNotice',
  'hearingApplication',
  'hearingNotice',
  'hearingRecord',
  'hearingReport',
] as const
/**
 * 送审表, 送审材料清单, 补正通知书, 延期审批表, 催办单, 采纳情况反馈表, 异议复核表, 会商记录, 集体讨论记录, 干预记录表, 移送审批表,
 * 涉嫌犯罪案件移送书, 移送材料补正函, 提请复议书, 立案监督建议书, 涉案物品移交清单, 检察意见回复函, 问题线索移送函, 台账登记页,
 * 案卷封面, 卷内目录, 备考表, 听证告知书, 听证申请书, 听证通知书, 听证笔录, 听证报告.
 */
export type FormId = (typeof FORM_IDS)[number]

/**
 * Who makes a form: 承办方, 审核方, both, who carries a transfer (承办人员、专案组), whoever supervises, or who may see the clue
 * that it is about.
 */
export const FORM_SIDES = ['handling', 'review', 'either', 'transfer', 'oversight', 'clue'] as const
export type FormSide = (typeof FORM_SIDES)[number]
