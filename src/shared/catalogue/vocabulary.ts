/**
 * The closed lists of the catalogue: what code has to tell apart. Names, texts and every number belonging to them are
 * data under `resources/catalogue/`; adding a member here means adding code that knows what to do with it.
 */
import { z } from 'zod'

/** Kinds of administrative act (行政执法行为种类) that a review can concern. */
export const ACTION_KINDS = [
  'penalty', // 行政处罚
  'compulsoryMeasure', // 行政强制措施
  'compulsoryExecution', // 行政强制执行
  'licence', // 行政许可
  'expropriation', // 行政征收征用
  'inspection', // 行政检查
] as const
export const actionKindSchema = z.enum(ACTION_KINDS)
export type ActionKind = z.infer<typeof actionKindSchema>

/** The eight headings of a legal review (审核内容), in the order of 国办发〔2018〕118号（十三）. */
export const HEADING_IDS = [
  'subject', // 主体合法
  'personnel', // 人员资格
  'procedure', // 程序合法
  'facts', // 事实证据
  'law', // 法律适用与裁量
  'authority', // 职权管辖
  'documents', // 文书
  'crime', // 涉嫌犯罪
] as const
export const headingIdSchema = z.enum(HEADING_IDS)
export type HeadingId = z.infer<typeof headingIdSchema>

/** F fatal (致命: the decision would be void or must not be made), C correctable (可补正), A advisory (建议). */
export const SEVERITIES = ['F', 'C', 'A'] as const
export const severitySchema = z.enum(SEVERITIES)
export type Severity = z.infer<typeof severitySchema>

/**
 * What a review opinion can conclude, strictest first. The order is the order of the derivation and what “milder”
 * means when an officer departs from it.
 */
export const OPINION_TYPE_CODES = [
  'T-CRIME', // 涉嫌犯罪，建议移送公安机关
  'T-OUT', // 超越权限，建议移送有权机关
  'T-REJ', // 不同意（建议不予处罚或者撤销案件）
  'T-PROC', // 纠正程序后重新送审
  'T-SUP', // 补充调查
  'T-CHG', // 变更定性、依据或者裁量
  'T-COND', // 修改完善后同意
  'T-OK', // 同意
] as const
export const opinionTypeCodeSchema = z.enum(OPINION_TYPE_CODES)
export type OpinionTypeCode = z.infer<typeof opinionTypeCodeSchema>

/** Ends of a round without an opinion: 退回补正, 撤回. */
export const PROCESS_OUTCOME_CODES = ['RETURN', 'WITHDRAWN'] as const
export const processOutcomeCodeSchema = z.enum(PROCESS_OUTCOME_CODES)
export type ProcessOutcomeCode = z.infer<typeof processOutcomeCodeSchema>

/**
 * Circumstances of a case (情形) that make a question or a material apply. A circumstance that is not known counts as
 * possible: the question is asked, the material is not demanded.
 */
export const CONDITION_KINDS = [
  'simpleProcedure', // 适用简易程序
  'delegated', // 委托执法
  'townshipPower', // 乡镇、街道行使的处罚权
  'concentratedPower', // 相对集中行政处罚权（综合执法）
  'hearingRight', // 达到应当告知听证权利的情形
  'hearingHeld', // 举行了听证
  'defenceMade', // 当事人陈述、申辩
  'preservation', // 先行登记保存
  'measureTaken', // 采取了行政强制措施
  'libertyRestricted', // 限制公民人身自由
  'automaticMonitoring', // 电子技术监控设备取证
  'sampling', // 抽样、检验、检测、检疫、鉴定
  'copiesOrDigital', // 复制件、视听资料、电子数据
  'foreignEvidence', // 境外形成的证据
  'collectiveDiscussion', // 应当集体讨论
  'complex', // 案情疑难复杂
  'discretionDeparted', // 偏离裁量基准
  'mitigated', // 减轻处罚
  'illegalGain', // 有违法所得
  'exhibits', // 涉案财物
  'thirdParty', // 涉及第三人、利害关系人
  'jurisdictionDispute', // 管辖争议或者指定管辖
  'crossRegion', // 异地执法
  'suspectedCrime', // 涉嫌犯罪
  'transferMade', // 已经移送
  'intellectualProperty', // 涉及知识产权
  'notFiledByPolice', // 公安机关不予立案
  'reverseCase', // 检察机关反向移送
  'officialMisconduct', // 公职人员涉嫌违纪违法
  'publication', // 决定依法公开
  'dwelling', // 居民生活
  'illegalStructure', // 违法建筑物、构筑物、设施
  'substitutePerformance', // 代履行
  'monetaryDuty', // 金钱给付义务
  'executionAgreement', // 执行协议
  'auction', // 拍卖财物抵缴罚款
  'riskAssessed', // 经过专家论证或者风险评估
  'expertOpinion', // 专业技术问题经专家论证
  'resubmission', // 重新送审
  'localCatalogue', // 地方目录列入
] as const
export const conditionKindSchema = z.enum(CONDITION_KINDS)
export type ConditionKind = z.infer<typeof conditionKindSchema>

/** What is known of a case's circumstances; an absent key is not known. */
export type Conditions = Readonly<Partial<Record<ConditionKind, boolean>>>

/** Kinds of party (当事人): an amount counts differently for a citizen and for a legal person or other organisation. */
export const PARTY_KINDS = ['citizen', 'entity'] as const
export const partyKindSchema = z.enum(PARTY_KINDS)
export type PartyKind = z.infer<typeof partyKindSchema>

/** Legal effects (处理内容) that a proposed decision can have; the first group carries an amount. */
export const EFFECT_KINDS = [
  'fine', // 罚款
  'confiscationOfGain', // 没收违法所得
  'confiscationOfProperty', // 没收非法财物
  'warning', // 警告
  'criticism', // 通报批评
  'suspension', // 责令停产停业
  'closure', // 责令关闭
  'licenceSuspension', // 暂扣许可证件
  'qualificationDowngrade', // 降低资质等级
  'revocation', // 吊销许可证件
  'activityRestriction', // 限制开展生产经营活动
  'professionBan', // 限制从业
  'detention', // 行政拘留
  'seizure', // 查封、扣押
  'freezing', // 冻结存款、汇款
  'libertyRestriction', // 限制公民人身自由
  'demolition', // 强制拆除
  'licenceRefusal', // 不予许可
  'licenceWithdrawal', // 撤销许可
  'expropriationOfProperty', // 征收、征用
  'other', // 其他
] as const
export const effectKindSchema = z.enum(EFFECT_KINDS)
export type EffectKind = z.infer<typeof effectKindSchema>

/** Flags of a case (送审情形) that the triggers of a major decision look at. */
export const CASE_FLAGS = [
  'publicInterest', // 涉及重大公共利益
  'socialRisk', // 可能造成重大社会影响或者引发社会风险
  'majorRights', // 直接关系当事人或者第三人重大权益
  'hearingHeld', // 经过听证程序
  'complex', // 案件情况疑难复杂、涉及多个法律关系
  'byLaw', // 法律、法规规定应当进行法制审核的其他情形
] as const
export const caseFlagSchema = z.enum(CASE_FLAGS)
export type CaseFlag = z.infer<typeof caseFlagSchema>
