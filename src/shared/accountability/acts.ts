/** Which acts on a case stand on its accountability page, what they are called, and which of the four checks they belong to. */
import { CASE_ACTION_LABELS } from '../cases/state-machine-terms.ts'
import { TRANSFER_ACTION_LABELS, TRANSFER_TRANSITIONS } from '../cases/state-machine-transfer.ts'
import { CASE_TRANSITIONS } from '../cases/state-machine-transitions.ts'
import type { Bilingual } from '../values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

/** 一案四查: in one case four are looked at, the handler, the reviewer, who approved, and who supervised. */
export const CHECKS = ['handler', 'reviewer', 'approver', 'supervisor'] as const
export type Check = (typeof CHECKS)[number]

export const CHECK_LABELS: Readonly<Record<Check, Bilingual>> = {
  handler: both('承办', 'Handling'),
  reviewer: both('审核', 'Review'),
  approver: both('审批', 'Approval'),
  supervisor: both('监督', 'Supervision'),
}

const OTHER_LABELS: Readonly<Record<string, Bilingual>> = {
  'answer.save': both('答复审核问题', 'Answered questions'),
  'case.clearNamesake': both('排除同名承办人', 'Told a namesake from a handler'),
  'case.commitDraw': both('锁定抽取种子', 'Committed to the draw'),
  'case.export': both('导出案卷', 'Exported the case file'),
  'case.laterDefect': both('登记出具意见后发现的问题', 'Recorded a defect found later'),
  'case.printAccountability': both('打印责任清单', 'Printed the accountability page'),
  'case.recordCoordination': both('登记会商记录', 'Recorded a coordination'),
  'case.recordDiscussion': both('登记集体讨论', 'Recorded a collective discussion'),
  'case.recordIrregularDecision': both('记录违规作出的决定', 'Recorded an irregular decision'),
  'case.recuse': both('回避', 'Recused'),
  'case.takeBackRecusal': both('撤销回避', 'Took a recusal back'),
  'case.resume': both('恢复案件', 'Resumed the case'),
  'case.setRetention': both('确定保管期限', 'Set the retention period'),
  'case.suspend': both('中止案件', 'Suspended the case'),
  'case.update': both('修改登记内容', 'Changed the registration'),
  'clock.endExclusion': both('登记扣除结束', 'Recorded the end of time left out'),
  'clock.exclude': both('登记期限扣除', 'Recorded time left out'),
  'clock.extend': both('登记期限延长', 'Recorded an extension'),
  'clock.recordDay': both('登记节点日期', 'Recorded a day'),
  'clock.takeBack': both('收回期限登记', 'Took a record of a clock back'),
  'disclosure.addMasking': both('制作遮盖文本', 'Began a masked text'),
  'disclosure.saveMasking': both('保存遮盖', 'Saved a masking'),
  'disclosure.submitMasking': both('提交遮盖文本', 'Submitted a masked text'),
  'disclosure.settleMasking': both('审批遮盖文本', 'Settled a masked text'),
  'disclosure.recordPublication': both('登记公开', 'Recorded a publication'),
  'disclosure.submitWithholding': both('提出不予公开', 'Proposed not to publish'),
  'disclosure.settleWithholding': both('审批不予公开', 'Settled “not published”'),
  'disclosure.recordChange': both('登记决定被变更、撤销', 'Recorded a change of the decision'),
  'disclosure.recordWithdrawal': both('登记撤回公开', 'Recorded a withdrawal'),
  'form.make': both('制作随案文书', 'Made companion forms'),
  'form.void': both('作废随案文书', 'Voided a companion form'),
  'ledger.remark': both('修改台账备注', 'Changed a remark of the ledger'),
  'discretion.save': both('填写裁量表', 'Filled in the discretion sheet'),
  'document.make': both('生成文件', 'Made a document'),
  'finding.accept': both('采纳预审疑点', 'Accepted findings'),
  'finding.change': both('修改后采纳预审疑点', 'Took findings over in own words'),
  'finding.dismiss': both('不采纳预审疑点', 'Dismissed a finding'),
  'material.attach': both('添加材料', 'Attached papers'),
  'material.correctKind': both('更正文书种类', 'Corrected kinds of documents'),
  'material.recognise': both('识别材料种类', 'Recognised kinds of papers'),
  'material.reclassify': both('更改材料种类', 'Changed kinds of papers'),
  'material.remove': both('移除材料', 'Removed a paper'),
  'opinion.answerRemark': both('答复修改意见', 'Answered remarks'),
  'opinion.chooseType': both('确定意见类型', 'Chose the opinion type'),
  'opinion.compose': both('起草意见书', 'Composed the opinion'),
  'opinion.saveSection': both('修改意见书文字', 'Edited the opinion'),
  'opinion.sign': both('审核人签署', 'Signed as reviewer'),
  'opinion.takeNumber': both('取文号', 'Took a document number'),
}

const LABELS: Readonly<Record<string, Bilingual>> = {
  ...Object.fromEntries(TRANSFER_TRANSITIONS.map(({ audit, action }) => [audit, TRANSFER_ACTION_LABELS[action]])),
  ...Object.fromEntries(CASE_TRANSITIONS.map(({ audit, action }) => [audit, CASE_ACTION_LABELS[action]])),
  ...OTHER_LABELS,
}

export function accountedActLabel(act: string): Bilingual {
  return LABELS[act] ?? both('其他操作', 'Another act')
}

/** Acts of which one person does many in a row: told once, from the first to the last, with their number. */
const IN_ONE_LINE: ReadonlySet<string> = new Set([
  'answer.save', 'opinion.saveSection', 'opinion.compose', 'opinion.answerRemark', 'discretion.save', 'finding.accept', 'finding.change',
  'material.attach', 'material.recognise', 'material.reclassify', 'material.correctKind', 'document.make', 'form.make', 'disclosure.saveMasking', 'ledger.remark', 'case.printAccountability', 'case.export',
])

export function toldInOneLine(act: string): boolean {
  return IN_ONE_LINE.has(act)
}

const REVIEWER_ACTS: ReadonlySet<string> = new Set([
  'case.startReview', 'case.askSupplement', 'case.endSupplement', 'answer.save', 'finding.accept', 'finding.change', 'finding.dismiss', 'discretion.save', 'opinion.compose', 'opinion.saveSection',
  'opinion.chooseType', 'opinion.submit', 'opinion.answerRemark', 'opinion.sign', 'opinion.takeNumber',
])
const APPROVER_ACTS: ReadonlySet<string> = new Set([
  'case.accept', 'case.returnForSupplement', 'case.assign', 'case.assignManually', 'case.assignSameReviewer', 'case.reassign', 'opinion.sendBack',
  'opinion.approve', 'opinion.issue', 'case.upholdOpinion', 'case.orderClosingRound', 'transfer.approve', 'transfer.refuse', 'disclosure.settleMasking', 'disclosure.settleWithholding',
])
const HANDLER_ACTS: ReadonlySet<string> = new Set([
  'case.register', 'case.update', 'case.resubmit', 'case.takeSupplement', 'case.resubmitAfterCorrection', 'material.attach', 'case.adopt', 'case.object', 'case.decide', 'case.drop',
  'case.disclose', 'case.archive', 'case.withdraw',
])

/**
 * Which check an act makes its doer answerable in; null: none by itself. The handling side's acts can be written down by
 * the review desk, so they count for the handling side only where somebody of it did them.
 */
export function checkOf(act: string, roles: readonly string[]): Check | null {
  if (REVIEWER_ACTS.has(act)) return 'reviewer'
  if (APPROVER_ACTS.has(act)) return 'approver'
  return HANDLER_ACTS.has(act) && roles.includes('handler') ? 'handler' : null
}
