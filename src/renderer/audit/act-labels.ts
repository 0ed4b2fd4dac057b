/** What was done, in words. Acts of the case machine are called as their buttons are. */
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { CASE_TRANSITIONS } from '../../shared/cases/state-machine-transitions.ts'
import { TRANSFER_ACT_WORDS } from '../transfer/act-words.ts'
import type { Bilingual } from '../../shared/values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

const OTHER_ACTS: Readonly<Record<string, Bilingual>> = {
  'form.make': both('制作随案文书', 'Made a companion form'),
  'form.void': both('作废随案文书', 'Voided a companion form'),
  'form.settings': both('修改文书设置', 'Changed the wording of a form'),
  'phrase.save': both('保存本站常用语', 'Saved a phrase of the station'),
  'phrase.remove': both('删除本站常用语', 'Removed a phrase of the station'),
  'annualReport.setFigure': both('填报年度报告数字', 'Entered a figure of the annual report'),
  'annualReport.setStanding': both('核对年度报告报表', 'Settled a table of the annual report'),
  'annualReport.saveText': both('修改年度报告文字', 'Worded the annual report'),
  'annualReport.setReminder': both('设定年度报告提醒', 'Set the reminder of the annual report'),
  'annualReport.publish': both('标记年度报告为公布', 'Marked the annual report as published'),
  'annualReport.takeBack': both('撤回年度报告公布标记', 'Took back that the annual report is published'),
  'annualReport.make': both('生成年度报告文件', 'Made the annual report as a file'),
  'statistics.make': both('生成统计文件', 'Made the statistics as a file'),
  'answer.save': both('答复审核问题', 'Answered a question'),
  'case.printAccountability': both('打印责任清单', 'Printed the accountability page'),
  'case.setRetention': both('确定保管期限', 'Settled the retention period'),
  'destruction.propose': both('提出销毁', 'Proposed a destruction'),
  'destruction.approve': both('批准销毁', 'Approved a destruction'),
  'destruction.refuse': both('不同意销毁', 'Refused a destruction'),
  'destruction.begin': both('监销并开始销毁', 'Witnessed and began a destruction'),
  'destruction.finish': both('销毁完成', 'Finished a destruction'),
  'interference.record': both('登记干预', 'Recorded interference'),
  'interference.add': both('补充干预记录', 'Added to a record of interference'),
  'register.import': both('导入名册', 'Imported a register'),
  'register.remove': both('移除名册条目', 'Removed an entry of a register'),
  'register.save': both('修改名册', 'Changed a register'),
  sealed: both('对您密封的记录', 'Record that is sealed to you'),
  'benchmark.import': both('导入裁量基准', 'Imported a benchmark'),
  'benchmark.retire': both('停用裁量基准', 'Retired a benchmark'),
  'case.commitDraw': both('锁定抽取种子', 'Committed to the draw'),
  'case.recordCoordination': both('登记会商记录', 'Recorded a coordination'),
  'case.recordDiscussion': both('登记集体讨论', 'Recorded a collective discussion'),
  'case.recordIrregularDecision': both('记录违规作出的决定', 'Recorded an irregular decision'),
  'case.suspend': both('中止案件', 'Suspended the case'),
  'case.resume': both('恢复案件', 'Resumed the case'),
  'case.export': both('导出案卷', 'Exported the case file'),
  'cases.export': both('导出案件列表', 'Exported the list of cases'),
  'ledger.export': both('导出台账', 'Exported the ledger'),
  'ledger.remark': both('修改台账备注', 'Changed a remark of the ledger'),
  'ledger.import': both('导入旧台账', 'Imported an earlier ledger'),
  'ledger.withdrawImport': both('撤回台账导入', 'Withdrew an import of the ledger'),
  'case.recuse': both('回避', 'Recused'),
  'case.takeBackRecusal': both('撤销回避', 'Took a recusal back'),
  'case.clearNamesake': both('排除同名承办人', 'Told a namesake from a handler'),
  'station.assignmentSettings': both('修改分案设置', 'Settings of the draw'),
  'evaluation.importStandard': both('导入评查标准', 'Imported a standard of evaluation'),
  'evaluation.commitSample': both('锁定抽样种子', 'Committed to the sample'),
  'evaluation.start': both('抽取评查案卷', 'Drew the files of an evaluation'),
  'evaluation.begin': both('开始评分', 'Began scoring a file'),
  'evaluation.resume': both('接手评分', 'Took over the scoring of a file'),
  'evaluation.sign': both('签名评分表', 'Signed a score sheet'),
  'evaluation.correct': both('更正评分表', 'Began to correct a score sheet'),
  'case.laterDefect': both('登记出具意见后发现的问题', 'Defect found after the opinion'),
  'case.update': both('修改登记内容', 'Changed the registration'),
  'calendar.saveNotice': both('录入放假安排', 'Entered the days off of a year'),
  'clock.extend': both('登记期限延长', 'Recorded an extension of a clock'),
  'clock.exclude': both('登记期限扣除', 'Recorded time left out of a clock'),
  'clock.endExclusion': both('登记扣除结束', 'Recorded the end of time left out'),
  'clock.recordDay': both('登记节点日期', 'Recorded a day'),
  'clock.takeBack': both('收回期限登记', 'Took a record of a clock back'),
  'clock.setWarning': both('设定期限预警', 'Set a deadline warning'),
  'certificate.add': both('登记签名证书', 'Added a signing certificate'),
  'certificate.revoke': both('吊销签名证书', 'Revoked a signing certificate'),
  'disclosure.addMasking': both('制作遮盖文本', 'Began a masked text'),
  'disclosure.saveMasking': both('保存遮盖', 'Saved a masking'),
  'disclosure.submitMasking': both('提交遮盖文本', 'Submitted a masked text'),
  'disclosure.settleMasking': both('审批遮盖文本', 'Settled a masked text'),
  'disclosure.recordPublication': both('登记公开', 'Recorded a publication'),
  'disclosure.submitWithholding': both('提出不予公开', 'Proposed not to publish'),
  'disclosure.settleWithholding': both('审批不予公开', 'Settled “not published”'),
  'disclosure.recordChange': both('登记决定被变更、撤销', 'Recorded a change of the decision'),
  'disclosure.recordWithdrawal': both('登记撤回公开', 'Recorded a withdrawal'),
  'discretion.save': both('填写裁量表', 'Filled in the discretion sheet'),
  'document.make': both('生成文件', 'Made a document'),
  'finding.accept': both('采纳预审疑点', 'Accepted a finding'),
  'finding.change': both('修改后采纳预审疑点', 'Took over a finding in own words'),
  'finding.dismiss': both('不采纳预审疑点', 'Dismissed a finding'),
  'laws.import': both('导入法律文本', 'Imported law texts'),
  'material.attach': both('添加材料', 'Attached papers'),
  'material.correctKind': both('更正文书种类', 'Corrected the kind of a document'),
  'material.recognise': both('识别材料种类', 'Recognised the kind of a paper'),
  'material.reclassify': both('更改材料种类', 'Changed the kind of a paper'),
  'material.remove': both('移除材料', 'Removed a paper'),
  'opinion.answerRemark': both('答复修改意见', 'Answered a remark'),
  'opinion.chooseType': both('确定意见类型', 'Chose the opinion type'),
  'opinion.compose': both('起草意见书', 'Composed the opinion'),
  'opinion.saveSection': both('修改意见书文字', 'Edited the opinion'),
  'opinion.takeNumber': both('取文号', 'Took a document number'),
  'opinion.voidNumber': both('作废文号', 'Voided a document number'),
  'person.add': both('添加人员', 'Added a person'),
  'person.resetPassword': both('重设密码', 'Reset a password'),
  'person.setActive': both('变更在岗状态', 'Changed whether a person is active'),
  'person.update': both('修改人员', 'Changed a person'),
  'session.changePassword': both('修改密码', 'Changed a password'),
  'session.lock': both('账号锁定', 'Locked an account'),
  'session.signIn': both('登录', 'Signed in'),
  'session.signOut': both('退出登录', 'Signed out'),
  'signing.drop.seal': both('删除本站印章', 'Removed the seal'),
  'signing.drop.signature': both('删除签名图片', 'Removed a signature picture'),
  'signing.keep.seal': both('设置本站印章', 'Set the seal'),
  'signing.keep.signature': both('设置签名图片', 'Set a signature picture'),
  'station.makeRoot': both('生成本站根证书', 'Made the station’s root certificate'),
  'station.setUp': both('设立工作站', 'Set up the station'),
  'overlay.save': both('保存补充目录', 'Saved an overlay'),
  'overlay.withdraw': both('撤回补充目录', 'Withdrew an overlay'),
  'backup.make': both('备份工作站', 'Backed the station up'),
  'backup.configure': both('修改备份提醒', 'Changed the backup reminder'),
  'station.update': both('修改机关信息', 'Changed the agency’s data'),
}

const CASE_ACTS: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  CASE_TRANSITIONS.map((transition) => [transition.audit, CASE_ACTION_LABELS[transition.action]]),
)

const SUBJECTS: Readonly<Record<string, Bilingual>> = {
  case: both('案件', 'Case'),
  destruction: both('销毁记录', 'Record of destruction'),
  interference: both('干预记录', 'Record of interference'),
  register: both('名册', 'Register'),
  sealed: both('密封', 'Sealed'),
  person: both('人员', 'Person'),
  evaluation: both('案卷评查', 'Evaluation'),
  station: both('工作站', 'Station'),
  opinion: both('意见书', 'Opinion'),
  material: both('材料', 'Paper'),
  finding: both('预审疑点', 'Finding'),
  benchmark: both('裁量基准', 'Benchmark'),
  laws: both('法律文本', 'Law texts'),
  calendar: both('放假日历', 'Calendar'),
  phrase: both('本站常用语', 'Station’s phrase'),
}

/** An act that has no name yet is shown as a step on its subject, never as the program's own word. */
export function actLabel(act: string): Bilingual {
  return OTHER_ACTS[act] ?? TRANSFER_ACT_WORDS[act] ?? CASE_ACTS[act] ?? SUBJECTS[act.split('.')[0] ?? ''] ?? both('其他操作', 'Another act')
}

export interface SubjectLabel {
  readonly kind: Bilingual
  readonly id: string
  /** Where it can be looked at; null where there is no such screen. */
  readonly path: string | null
}

/** `case/<id>` in words. */
export function subjectLabel(subject: string): SubjectLabel {
  const [kind = '', id = ''] = subject.split('/')
  const label = SUBJECTS[kind] ?? both('其他', 'Other')
  return { kind: label, id, path: kind === 'case' && id !== '' ? `/cases/${id}` : kind === 'person' ? '/people' : null }
}
