/**
 * What is read from one document (文书要素). Every fact points at the words it was read from; a fact that the document
 * does not state is absent, never guessed. Facts are what the document says, even where it says it wrongly.
 */
import type { Passage } from '../intake/document-text.ts'
import type { IsoDate, Yuan } from '../values/values.ts'

interface Read {
  readonly passage: Passage
}

/** A document number (文号), white space removed, brackets as printed: 遂环责改字〔2021〕05号. */
export interface NumberFact extends Read {
  readonly text: string
  /** `own`: of this document; `cited`: of another that it names, `of` being that one's title where it is said. */
  readonly role: 'own' | 'cited'
  readonly of: string | null
}

export interface AgencyFact extends Read {
  readonly name: string
  /** `issuer`: in whose name the document is made (heading, signature); `delegator`/`delegate`: of a delegation (委托). */
  readonly role: 'issuer' | 'delegator' | 'delegate' | 'mentioned'
}

export type IdentityCodeKind = 'uscc' | 'residentId' | 'registration' | 'other'

export interface IdentityCode extends Read {
  readonly kind: IdentityCodeKind
  /** As printed, white space removed. */
  readonly text: string
  /** False where the publisher masked a part of it (*, X, x). */
  readonly whole: boolean
}

/** A party (当事人) that the document concerns. A trade name of a sole trader counts as an entity. */
export interface PartyFact extends Read {
  readonly name: string
  readonly kind: 'citizen' | 'entity'
  readonly codes: readonly IdentityCode[]
  readonly legalRepresentative: (Read & { readonly name: string }) | null
  readonly address: (Read & { readonly text: string }) | null
}

export const PERSON_ROLES = [
  'officer', // 执法人员、检查人员、询问人
  'recorder', // 记录人
  'assistant', // 辅助人员、协助人员
  'approver', // 批准人、负责人签批
  'reviewer', // 法制审核人员
  'chair', // 听证主持人、集体讨论主持人
  'attendee', // 听证员、参加讨论的人
  'questioned', // 被询问人、现场负责人
  'witness', // 见证人
  'recipient', // 受送达人、收件人
  'server', // 送达人
  'agent', // 委托代理人、代收人
  'expert', // 鉴定人、检测人
] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** Somebody who acts in the document. `certificate`: the enforcement certificate number (执法证号) printed beside the name. */
export interface PersonFact extends Read {
  readonly name: string
  readonly role: PersonRole
  readonly certificate: (Read & { readonly text: string; readonly label: string }) | null
  readonly organisation: string | null
}

export const DATE_MEANINGS = [
  'document', // 落款日期: the document's own day
  'act', // 违法行为发生
  'discovered', // 发现违法线索
  'filed', // 立案
  'approved', // 批准、审批
  'inspected', // 现场检查
  'questioned', // 询问
  'sampled', // 抽样
  'reported', // 检验、检测报告
  'measure', // 查封、扣押、先行登记保存（开始）
  'measureUntil', // 措施期限届满日
  'extension', // 延长期限
  'release', // 解除
  'noticed', // 告知书作出
  'served', // 送达
  'defended', // 陈述申辩
  'rechecked', // 复核
  'hearingAsked', // 申请听证
  'hearingNoticed', // 听证通知
  'heard', // 听证举行
  'reviewed', // 法制审核
  'discussed', // 集体讨论
  'decided', // 决定
  'corrected', // 责令改正、改正期限
  'transferred', // 移送
  'certificateUntil', // 证件有效期止
  'qualificationUntil', // 资质、许可有效期止
  'lawInForce', // 法律施行
  'earlierPenalty', // 以前的处罚
  'other',
] as const
export type DateMeaning = (typeof DATE_MEANINGS)[number]

/** A day, or a moment where the time of day is printed (24 hours, station's local time). */
export interface DateFact extends Read {
  readonly day: IsoDate
  /** `HH:mm` */
  readonly time: string | null
  /** For a span (9时10分至9时50分): when it ended. */
  readonly until: { readonly day: IsoDate; readonly time: string | null } | null
  readonly meaning: DateMeaning
  /** The document that was served or noticed on that day (行政处罚告知书), where the words beside it say so. */
  readonly of?: string
}

/** A length of time that is told or ordered: 收到本告知书之日起五个工作日内. */
export interface PeriodFact extends Read {
  readonly length: number
  readonly unit: 'days' | 'workingDays' | 'months' | 'hours' | 'years'
  readonly of: 'statement' | 'hearing' | 'reconsideration' | 'litigation' | 'payment' | 'correction' | 'measure' | 'other'
}

export const AMOUNT_MEANINGS = [
  'fine', // 罚款
  'confiscation', // 没收违法所得
  'illegalGain', // 违法所得
  'goodsValue', // 货值
  'turnover', // 销售金额、经营额
  'base', // 计算罚款的基数
  'rangeLow', // 法定幅度下限
  'rangeHigh', // 法定幅度上限
  'benchmark', // 裁量基准的档次
  'unitPrice', // 单价
  'loss', // 损失
  'total', // 合计
  'surcharge', // 加处罚款
  'tax', // 税额
  'other',
] as const
export type AmountMeaning = (typeof AMOUNT_MEANINGS)[number]

/** An amount of money. Where it stands in figures and in words side by side, `words` is what the words say. */
export interface AmountFact extends Read {
  readonly yuan: Yuan
  readonly form: 'figures' | 'words' | 'wan' | 'rate' | 'product'
  readonly words: Yuan | null
  readonly meaning: AmountMeaning
  /** Where it is computed on the page: 95万元 × 5‰, 697㎡×11元/㎡; null otherwise. */
  readonly computed: { readonly base: number; readonly factor: number; readonly result: Yuan } | null
}

/** A quantity of goods with its unit (42箱, 3吨): what lists and records must agree on. */
export interface QuantityFact extends Read {
  readonly thing: string
  readonly count: number
  readonly unit: string
}

export const MEASURE_KINDS = [
  'orderCorrection', // 责令改正、停止、限期拆除、退还
  'warning', // 警告
  'criticism', // 通报批评
  'fine', // 罚款
  'confiscateGain', // 没收违法所得
  'confiscateProperty', // 没收非法财物
  'suspendBusiness', // 责令停产停业、关闭
  'suspendLicence', // 暂扣许可证件
  'downgrade', // 降低资质等级
  'revokeLicence', // 吊销许可证件、撤销登记
  'restrictActivity', // 限制开展生产经营活动
  'banFromProfession', // 限制从业
  'detention', // 行政拘留
  'noPenalty', // 不予处罚
  'seizure', // 查封、扣押
  'other',
] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

/** A measure ordered or proposed by the document itself (处理内容), not a range that it quotes from a law. */
export interface MeasureFact extends Read {
  readonly kind: MeasureKind
  readonly yuan: Yuan | null
  /** In words beside the figures, as {@link AmountFact.words}. */
  readonly words: Yuan | null
  readonly standing: 'ordered' | 'proposed'
}

export const CITATION_ROLES = ['violated', 'basis', 'discretion', 'procedure', 'remedy', 'other'] as const
export type CitationRole = (typeof CITATION_ROLES)[number]

/** A law cited. Numbers are as printed, even where the document has 款 for 项. */
export interface CitationFact extends Read {
  /** Full title without 《》, an alias (以下简称) or 同法 resolved. */
  readonly law: string
  /** The law is named by its title here; false for an alias, 同法, 该条例. */
  readonly named: boolean
  readonly article: number | null
  /** 第X条之Y */
  readonly articleSub: number | null
  readonly paragraph: number | null
  readonly item: number | null
  readonly role: CitationRole
  /** The statute's words that the document quotes after it; null where it quotes none. */
  readonly quotation: (Read & { readonly text: string }) | null
}

/** Where the party may turn to (救济). `organ` null: not named (有管辖权的人民法院, 上级机关). */
export interface RemedyFact extends Read {
  readonly kind: 'reconsideration' | 'litigation'
  readonly organ: string | null
  readonly days: number | null
  readonly months: number | null
}

export interface RightFact extends Read {
  readonly kind: 'statement' | 'hearing' | 'recusal' | 'reconsideration' | 'litigation'
}

/** A place to sign, and what stands there. */
export interface SignatureFact extends Read {
  readonly who: string
  readonly state: 'signed' | 'blank' | 'refused' | 'substituted'
  readonly name: string | null
}

/** Words that a template leaves: ____, XX, ××, （此处填写……）, 年 月 日 without figures. */
export interface BlankFact extends Read {
  readonly text: string
}

/** An officer's or reviewer's conclusion printed in the document: 审核意见：不同意……, 同意立案. */
export interface ConclusionFact extends Read {
  readonly of: 'review' | 'approval' | 'discussion' | 'recheck' | 'hearing'
  readonly agrees: boolean
  readonly text: string
}

export interface DocumentFacts {
  /** The printed title, spaces and doubled glyphs removed: 行政处罚决定书. */
  readonly title: (Read & { readonly text: string }) | null
  readonly numbers: readonly NumberFact[]
  readonly agencies: readonly AgencyFact[]
  readonly parties: readonly PartyFact[]
  readonly persons: readonly PersonFact[]
  readonly dates: readonly DateFact[]
  readonly periods: readonly PeriodFact[]
  readonly amounts: readonly AmountFact[]
  readonly quantities: readonly QuantityFact[]
  readonly measures: readonly MeasureFact[]
  readonly citations: readonly CitationFact[]
  readonly remedies: readonly RemedyFact[]
  readonly rights: readonly RightFact[]
  readonly signatures: readonly SignatureFact[]
  readonly seals: readonly Passage[]
  readonly blanks: readonly BlankFact[]
  readonly conclusions: readonly ConclusionFact[]
}
