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
  'ledgerPage',
  'fileCover',
  'fileIndex',
  'fileBackNote',
  'hearingNotice',
  'hearingRecord',
] as const
/**
 * 送审表, 送审材料清单, 补正通知书, 延期审批表, 催办单, 采纳情况反馈表, 异议复核表, 会商记录, 集体讨论记录, 干预记录表, 移送审批表,
 * 涉嫌犯罪案件移送书, 台账登记页, 案卷封面, 卷内目录, 备考表, 听证通知书, 听证笔录.
 */
export type FormId = (typeof FORM_IDS)[number]
