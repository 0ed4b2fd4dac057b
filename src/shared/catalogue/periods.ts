/**
 * Statutory periods (法定期限) of a case: from which event to which, at most or at least how long, who may extend them
 * and what is left out of the count. A sector or a place may have a row of its own beside the national one.
 */
import { z } from 'zod'
import { bilingualSchema } from '../values/values.ts'
import { citationSchema } from './citation.ts'
import { row, rowIdSchema } from './row.ts'
import { effectKindSchema } from './vocabulary.ts'

/** What the period is of. Code asks for a period by this name, and by sector, place and day. */
export const PERIOD_SUBJECTS = [
  'filing', // 线索核查到立案
  'urgentReport', // 紧急实施强制措施后报告
  'urgentPreservationReport', // 紧急先行登记保存后报告
  'preservation', // 先行登记保存处理
  'seizure', // 查封、扣押
  'freezing', // 冻结
  'defence', // 陈述、申辩
  'hearingRequest', // 要求听证
  'hearingNotice', // 听证前通知
  'hearingHeld', // 受理听证后举行
  'decision', // 立案到决定
  'service', // 决定书送达
  'announcement', // 公告送达
  'payment', // 缴纳罚款
  'reconsideration', // 申请行政复议
  'litigation', // 提起行政诉讼
  'licenceCorrection', // 许可申请一次补正
  'licenceDecision', // 许可决定
  'licenceService', // 许可证件送达
  'courtApplication', // 申请法院强制执行
  'urging', // 申请法院执行前的催告
  'publication', // 决定公开
  'closing', // 结案
  'limitation', // 处罚时效
  'transferDecision', // 决定是否移送涉嫌犯罪案件
  'transfer', // 批准后移送公安机关
  'policeDecision', // 公安机关接受案件后决定是否立案
  'reconsiderationRequest', // 收到不予立案通知后提请复议
  'reconsiderationAnswer', // 公安机关对复议的决定
  'policeSupplement', // 公安机关通知后补正移送材料
  'supervisionRequest', // 收到维持不予立案的复议决定后建议立案监督
  'goodsHandover', // 收到立案通知后移交涉案物品材料
  'returnAnswer', // 收到检察意见后回复
  'feedback', // 收到审核意见后反馈采纳情况
  'coordination', // 对审核意见有分歧的会商
  'publicationWithdrawal', // 公开的处罚决定被变更、撤销、确认违法或者无效后撤回信息
  'litigationAfterReconsideration', // 收到复议决定后提起行政诉讼
] as const
export const periodSubjectSchema = z.enum(PERIOD_SUBJECTS)
export type PeriodSubject = z.infer<typeof periodSubjectSchema>

export const PERIOD_EVENTS = [
  'clueFound', // 发现线索或者收到材料
  'filed', // 立案
  'measureTaken', // 实施措施
  'reportedToHead', // 向负责人报告
  'preserved', // 先行登记保存
  'disposed', // 作出处理决定
  'noticeServed', // 告知书送达
  'defenceEnded', // 陈述申辩期满
  'hearingRequested', // 提出听证
  'hearingNoticed', // 听证通知送达
  'hearing', // 举行听证
  'decided', // 作出决定
  'served', // 送达
  'announced', // 发出公告
  'paid', // 缴款
  'remedySought', // 申请复议、起诉
  'applied', // 收到申请
  'accepted', // 受理
  'corrected', // 告知补正
  'urged', // 催告送达
  'remedyExpired', // 救济期限届满
  'courtApplied', // 申请法院执行
  'published', // 公开
  'executed', // 执行完毕
  'closed', // 结案
  'actEnded', // 违法行为终了
  'discovered', // 违法行为被发现
  'transferReported', // 提出移送报告
  'transferApproved', // 批准移送
  'transferred', // 移送
  'policeAccepted', // 公安机关接受案件
  'policeDecided', // 公安机关决定是否立案
  'nonFilingNoticed', // 收到不予立案通知
  'policeReconsideration', // 提请公安机关复议
  'policeAnswered', // 公安机关作出复议决定
  'policeFiled', // 收到立案通知
  'goodsHandedOver', // 移交涉案物品材料
  'policeAskedForMore', // 公安机关通知补正移送材料
  'policeSupplied', // 补正移送材料
  'supervisionAsked', // 建议立案监督
  'procuratorateWrote', // 收到检察意见、检察建议
  'procuratorateAnswered', // 回复人民检察院
  'opinionIssued', // 出具审核意见
  'opinionAnswered', // 反馈采纳情况
  'coordinationOpened', // 提请会商
  'coordinationSettled', // 会商办结
  'decisionChanged', // 决定被变更、撤销、确认违法或者无效
  'publicationWithdrawn', // 撤回公开的信息并说明理由
  'reconsidered', // 收到复议决定
] as const
export const periodEventSchema = z.enum(PERIOD_EVENTS)

/** Time that is left out of a count where the rule says so. */
export const PERIOD_EXCLUSIONS = [
  'hearing', // 听证
  'testing', // 检测、检验、检疫、鉴定
  'announcement', // 公告
  'suspension', // 中止
  'expertReview', // 专家评审
  'audit', // 审计
  'service', // 送达
  'other', // 该规定列明的其他时间
] as const
export const periodExclusionSchema = z.enum(PERIOD_EXCLUSIONS)
export type PeriodExclusion = z.infer<typeof periodExclusionSchema>

export const periodUnitSchema = z.enum(['workingDay', 'calendarDay', 'month', 'year', 'hour'])
export type PeriodUnit = z.infer<typeof periodUnitSchema>

export const periodSchema = row({
  subject: periodSubjectSchema,
  name: bilingualSchema,
  /** As it binds the agency: a time that it must leave to the party is `atLeast`. */
  limit: z.enum(['atMost', 'atLeast']),
  length: z.int().min(1),
  unit: periodUnitSchema,
  from: periodEventSchema,
  to: periodEventSchema,
  sector: rowIdSchema.nullable(),
  /** Division code (GB/T 2260) of a place; null = everywhere. */
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /**
   * Only of `courtApplication`: which effects of a decision, a fine apart, leave the party something to do or to bear with, so that
   * it can be brought to the court. `verified`: that the list stands in the text of the law, which the row's own figure does not say.
   */
  duties: z.strictObject({ effects: z.array(effectKindSchema).min(1), note: bilingualSchema, verified: z.boolean() }).optional(),
  /**
   * Only of `payment`: what is added to a sum that is paid late (加处罚款), in per cent of the sum for each day, and in all at most.
   */
  surcharge: z
    .strictObject({
      percentADay: z.number().positive(),
      mostPercentOfPrincipal: z.number().positive(),
      basis: z.array(citationSchema).min(1),
    })
    .optional(),
  /** In the order in which they can be granted. `length` null: a reasonable time that the one who extends fixes. */
  extensions: z.array(
    z.strictObject({ length: z.int().min(1).nullable(), unit: periodUnitSchema, approver: bilingualSchema }),
  ),
  /** What is not counted, each with the provision that says so; empty where the rule leaves nothing out. */
  exclusions: z.array(
    z.strictObject({ of: periodExclusionSchema, name: bilingualSchema, basis: z.array(citationSchema) }),
  ),
  /** What of the row is not certain, told beside every clock that it gives. */
  remark: bilingualSchema.optional(),
})
export type PeriodRow = z.infer<typeof periodSchema>
