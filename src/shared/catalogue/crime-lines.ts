/**
 * Filing lines of crimes (刑事立案追诉标准) that an administrative case can reach: for each offence the limbs, any of
 * which is enough. A line is data: what is a range that a province fixes is kept as a range.
 */
import { z } from 'zod'
import { bilingualSchema, isoDateSchema } from '../values/values.ts'
import { row } from './row.ts'

/** What an amount of a limb measures. */
export const CRIME_AMOUNTS = [
  'sales', // 销售金额
  'goodsValue', // 货值金额（尚未销售）
  'soldAndUnsold', // 已销售金额乘以倍数加尚未销售的货值
  'gain', // 违法所得
  'turnover', // 非法经营数额
  'loss', // 损失
  'tax', // 税额
  'face', // 票面金额
  'deposits', // 吸收资金数额
  'wages', // 劳动报酬
  'property', // 涉案财物（矿产品、林木、动物）价值
  'project', // 项目金额
] as const
export const crimeAmountSchema = z.enum(CRIME_AMOUNTS)
export type CrimeAmount = z.infer<typeof crimeAmountSchema>

/** Whose act the limb is about: a citizen's (个人), a unit's (单位), or anybody's. */
const personSchema = z.enum(['anybody', 'citizen', 'entity'])

/** So many of a thing: `unit` as written after the number, `things` as written before or after it. */
const countShape = {
  things: z.array(z.string().min(1)).min(1),
  count: z.number().positive(),
  units: z.array(z.string().min(1)).min(1),
}

/** What a limb asks besides its own figure; all of it must be there (同时具备). */
const alsoSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), of: crimeAmountSchema, yuan: z.number().positive() }),
  z.strictObject({ kind: z.literal('count'), ...countShape }),
  /** The amount is so many per cent of something (占应纳税额百分之十以上). */
  z.strictObject({ kind: z.literal('percent'), of: bilingualSchema, percent: z.number().positive().max(100) }),
])
export type CrimeLimbAlso = z.infer<typeof alsoSchema>

/** What every limb may carry. */
const limbShape = {
  /**
   * The limb holds only in this circumstance (限定情形), which a person says is there. The pre-review, which cannot tell,
   * leaves such a limb alone.
   */
  only: bilingualSchema.optional(),
  /** What has to be known with the figure. */
  note: bilingualSchema.optional(),
  /** False: this limb was not held against its text, whatever holds for the row. */
  verified: z.literal(false).optional(),
}

const amountLimbSchema = z.strictObject({
  ...limbShape,
  kind: z.literal('amount'),
  of: crimeAmountSchema,
  person: personSchema,
  /** Yuan. The lowest figure that a province may fix, where the line is a range. */
  yuan: z.number().positive(),
  /** Yuan. The highest figure that a province may fix; null where the line is one figure. */
  upTo: z.number().positive().nullable(),
  /** For `soldAndUnsold`: what the sold part is multiplied with. */
  soldTimes: z.int().min(1).optional(),
  /** Why there are two figures: each province fixes its own between them (default), or two texts in force differ. */
  range: z.literal('texts').optional(),
  also: z.array(alsoSchema).min(1).optional(),
})

/** Earlier penalties (曾受行政处罚) for the same kind of act, and then the act again. */
const recidivismLimbSchema = z.strictObject({
  ...limbShape,
  kind: z.literal('recidivism'),
  penalties: z.int().min(1),
  /** Null: however long ago. */
  years: z.int().min(1).nullable(),
  /** The day from which the years run. */
  from: z.enum(['firstPenalty', 'penalty']),
  /** An amount that must be reached besides; null where the penalties are enough. */
  with: z.strictObject({ of: crimeAmountSchema, yuan: z.number().positive() }).nullable(),
  /** A quantity that is enough instead of `with`, or the only one asked where `with` is null. */
  count: z.strictObject(countShape).optional(),
  /** Words of which the case must have one, where the limb is narrower than the offence (有毒物质). */
  words: z.array(z.string().min(1)).min(1).optional(),
})

const quantityLimbSchema = z.strictObject({
  ...limbShape,
  kind: z.literal('quantity'),
  ...countShape,
  /** Absent: anybody. */
  person: z.enum(['citizen', 'entity']).optional(),
  also: z.array(alsoSchema).min(1).optional(),
})

/** Over a standard by so many times (超过标准若干倍). */
const timesLimbSchema = z.strictObject({
  ...limbShape,
  kind: z.literal('times'),
  things: z.array(z.string().min(1)).min(1),
  times: z.number().positive(),
})

/** An act that is enough whatever the amount: words by which a file tells of it. */
const actLimbSchema = z.strictObject({ ...limbShape, kind: z.literal('act'), words: z.array(z.string().min(1)).min(1) })

export const crimeLimbSchema = z.discriminatedUnion('kind', [
  amountLimbSchema,
  recidivismLimbSchema,
  quantityLimbSchema,
  timesLimbSchema,
  actLimbSchema,
])
export type CrimeLimb = z.infer<typeof crimeLimbSchema>

export const crimeLineSchema = row({
  /** 罪名 */
  offence: bilingualSchema,
  /** Article of the Criminal Law (刑法), and the number after 之 of an article that was inserted. */
  article: z.int().min(102).max(452),
  articleSub: z.int().min(1).nullable(),
  /** Where the line stands, as lawyers cite it: document number and article. */
  standard: z.string().min(1),
  limbs: z.array(crimeLimbSchema).min(1),
  /** An administrative case is of this kind where its papers have all words of one of these groups. */
  cues: z.array(z.array(z.string().min(1)).min(1)),
  /** Whether amounts of acts that were not punished add up (未经处理的累计). */
  accumulates: z.boolean(),
  /** An intellectual property offence (知识产权犯罪): reasonable suspicion is enough to transfer (R310 art. 3 para. 2). */
  intellectualProperty: z.boolean(),
  /** From which share of a line on it is worth a look. */
  amber: z.number().min(0.5).max(1),
  /** What must be there, or must not, whatever the figures (追诉的前提和除外). */
  bars: bilingualSchema.optional(),
  /** Day on which the figures were last held against the text; null where they were not. */
  verifiedOn: isoDateSchema.nullable(),
})
export type CrimeLine = z.infer<typeof crimeLineSchema>
