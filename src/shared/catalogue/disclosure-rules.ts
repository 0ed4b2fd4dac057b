/**
 * Rules of disclosure (执法决定公开) as data: what must be published and by when, where, what may or must stay
 * unpublished, and how each kind of personal detail is treated in the published text.
 */
import { z } from 'zod'
import { bilingualSchema } from '../values/values.ts'
import { row, rowIdSchema } from './row.ts'
import { actionKindSchema, effectKindSchema, partyKindSchema } from './vocabulary.ts'

/** What is masked (隐去) or left in a published decision. Code has a finder for most of them; names are in the rows. */
export const MASK_SUBJECTS = [
  'personName', // 自然人姓名
  'minor', // 未成年人
  'legalRepresentative', // 法定代表人、负责人姓名
  'officerName', // 执法人员姓名
  'residentId', // 居民身份证件号码
  'birth', // 出生日期
  'address', // 自然人住址
  'phone', // 电话号码
  'email', // 电子邮箱
  'bankAccount', // 银行账号
  'plate', // 车牌号
  'companyName', // 单位名称
  'tradeSecret', // 商业秘密
  'other', // 其他
] as const
export const maskSubjectSchema = z.enum(MASK_SUBJECTS)
export type MaskSubject = z.infer<typeof maskSubjectSchema>

const scope = {
  actionKinds: z.array(actionKindSchema).min(1),
  sector: rowIdSchema.nullable(),
}

/** A duty to publish (公开义务), from the day of the decision. Publication at one of `places` meets it. */
const dutySchema = row({
  ...scope,
  kind: z.literal('duty'),
  name: bilingualSchema,
  /** Division code (GB/T 2260) of a place; null = everywhere. */
  region: z.string().regex(/^\d{6}$/).nullable(),
  /** Kinds of party that it concerns; empty: every party. */
  partyKinds: z.array(partyKindSchema),
  length: z.int().min(1),
  unit: z.enum(['workingDay', 'calendarDay']),
  places: z.array(rowIdSchema).min(1),
  /** What has to be told (公开内容). */
  content: bilingualSchema,
  note: bilingualSchema.nullable(),
})
export type DutyRow = z.infer<typeof dutySchema>

/** Where decisions are published (公开载体). */
const placeSchema = row({ kind: z.literal('place'), name: bilingualSchema, note: bilingualSchema.nullable() })
export type PlaceRow = z.infer<typeof placeSchema>

/** A ground on which a decision is not published (不予公开的情形). */
const exceptionSchema = row({
  ...scope,
  kind: z.literal('exception'),
  name: bilingualSchema,
  /** `mustNot`: publication is forbidden; `may`: the agency may leave it. */
  binding: z.enum(['mustNot', 'may']),
  /** Holds only where the decision has no other effect than these; empty: whatever the effects. */
  onlyEffects: z.array(effectKindSchema),
  note: bilingualSchema.nullable(),
})
export type ExceptionRow = z.infer<typeof exceptionSchema>

/** How a detail is treated in the published text; `judge`: no rule that was read settles it, a person does. */
const treatmentSchema = row({
  kind: z.literal('treatment'),
  subject: maskSubjectSchema,
  name: bilingualSchema,
  treatment: z.enum(['mask', 'keep', 'judge']),
  note: bilingualSchema.nullable(),
})
export type TreatmentRow = z.infer<typeof treatmentSchema>

export const disclosureRuleSchema = z.discriminatedUnion('kind', [dutySchema, placeSchema, exceptionSchema, treatmentSchema])
export type DisclosureRule = z.infer<typeof disclosureRuleSchema>

type Kind = DisclosureRule['kind']
type Of<K extends Kind> = Extract<DisclosureRule, { readonly kind: K }>

export function rulesOfKind<K extends Kind>(rules: readonly DisclosureRule[], kind: K): readonly Of<K>[] {
  return rules.filter((rule): rule is Of<K> => rule.kind === kind)
}
