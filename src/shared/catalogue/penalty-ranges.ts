/**
 * Penalty clauses (罚则) as figures: what fine a clause allows to whom and when, and which other measures it demands. Only
 * figures and kinds, no words of the statute; a check compares a decision with them.
 */
import { z } from 'zod'
import { row } from './row.ts'

/** What a fine in multiples or per cent is taken of. */
export const FINE_BASES = [
  'goodsValue', // 货值金额
  'illegalGain', // 违法所得
  'turnover', // 营业额、销售金额
  'contract', // 合同价款
  'investment', // 总投资额
  'advertising', // 广告费用
  'income', // 上一年年收入
  'other',
] as const
export const fineBaseSchema = z.enum(FINE_BASES)
export type FineBase = z.infer<typeof fineBaseSchema>

/** When a band applies beyond the bare act. */
export const BAND_CONDITIONS = [
  'always',
  'serious', // 情节严重
  'refused', // 拒不改正、逾期不改正
  'harm', // 造成后果
  'light', // 情节较轻
  'other',
] as const

export const fineBandSchema = z.strictObject({
  /** `party`: the unit or person punished; `responsible`: its manager or staff; `citizen`: where the party is one. */
  who: z.enum(['party', 'responsible', 'citizen']),
  when: z.enum(BAND_CONDITIONS),
  /** The band is for a base in this range: yuan, `from` inclusive, `below` exclusive; null where the base does not matter. */
  given: z.strictObject({ base: fineBaseSchema, from: z.number().nullable(), below: z.number().nullable() }).nullable(),
  /** Null: yuan. Otherwise low and high are multiples of the base (5 % is 0.05). */
  of: fineBaseSchema.nullable(),
  /** Yuan: a base below it counts as this much (货值金额不足十万元的，按十万元计算). */
  floor: z.number().positive().nullable(),
  /** Null: no lower end (…以下). */
  low: z.number().min(0).nullable(),
  high: z.number().positive(),
})
export type FineBand = z.infer<typeof fineBandSchema>

export const CLAUSE_MEASURES = [
  'orderCorrection', // 责令改正、停止违法行为
  'confiscateGain', // 没收违法所得
  'confiscateProperty', // 没收非法财物
  'revokeLicence', // 吊销许可证件
  'suspendBusiness', // 责令停产停业
] as const
export const clauseMeasureSchema = z.enum(CLAUSE_MEASURES)
export type ClauseMeasure = z.infer<typeof clauseMeasureSchema>

/** Kinds of penalty whose words the clause has anywhere, on whatever condition: what it does not mention it does not allow. */
export const CLAUSE_MENTIONS = ['fine', 'confiscation', 'revocation', 'suspension', 'detention', 'warning'] as const
export const clauseMentionSchema = z.enum(CLAUSE_MENTIONS)
export type ClauseMention = z.infer<typeof clauseMentionSchema>

export const penaltyRangeSchema = row({
  /** Title without 中华人民共和国. */
  law: z.string().min(1),
  article: z.int().min(1),
  /** 第X条之Y */
  articleSub: z.int().min(1).nullable(),
  /** Null: the article has one paragraph only. */
  paragraph: z.int().min(1).nullable(),
  /** The item that the row is about, where the items of a clause have fines of their own; null: all of them. */
  item: z.int().min(1).nullable(),
  /** Items (项) that the clause lists; 0 where it has none. */
  items: z.int().min(0),
  /** Any one that holds the fine makes it lawful; empty where the clause has no fine. */
  bands: z.array(fineBandSchema),
  /** True where the clause leaves the fine to discretion (可以处…罚款). */
  fineOptional: z.boolean(),
  /** Demanded whenever the clause is applied. */
  demands: z.array(clauseMeasureSchema),
  /** Only in serious circumstances (情节严重的). */
  whenSerious: z.array(clauseMeasureSchema),
  mentions: z.array(clauseMentionSchema),
  /**
   * What the clause makes the party put back (补种株数), in multiples of what was taken away. `act` is the word by which the papers
   * name the act, for a paper that cites another clause.
   */
  restoration: z.strictObject({ act: z.string().min(2), low: z.number().positive(), high: z.number().positive() }).optional(),
  /** True where closing a business needs the approval of a people's government (报经有批准权的人民政府批准). */
  governmentApproval: z.boolean(),
})
export type PenaltyRange = z.infer<typeof penaltyRangeSchema>
