/**
 * Two registers of the agency: its list of powers and duties (权责清单) and the enforcement certificates of its staff
 * (行政执法人员证件). People with an account have certificates of their own (`people`); most enforcement staff has none.
 */
import { z } from 'zod'
import { actionKindSchema } from '../catalogue/vocabulary.ts'
import { isoDateSchema, type IsoDate, type IsoInstant } from '../values/values.ts'

const line = (longest: number) => z.string().trim().max(longest)
const filled = (longest: number) => z.string().trim().min(1).max(longest)

/** An item of the list (权责事项). */
export const powerItemSchema = z.strictObject({
  /** 事项编码; names the item in imports. */
  code: filled(60),
  /** 事项名称 */
  name: filled(300),
  /** 职权类型; null: a kind that is none of the major decisions'. */
  kind: actionKindSchema.nullable(),
  /** 实施主体 */
  body: line(200),
  /** 承办机构 */
  unit: line(200),
  /** 设定依据, as the list words it. */
  basis: filled(4000),
  /** 责任事项 */
  duties: line(4000),
  /** 追责情形 */
  liability: line(4000),
})
export type PowerItem = z.infer<typeof powerItemSchema>

export const CERTIFICATE_STATES = ['held', 'suspended', 'withdrawn'] as const
/** 有效、暂扣、收回 */
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

export const officerCertificateSchema = z.strictObject({
  /** 证件号码; names the certificate in imports. */
  number: filled(60),
  name: filled(60),
  unit: line(200),
  post: line(100),
  /** 执法类别 or 执法区域, as printed. */
  scope: line(300),
  issuedOn: isoDateSchema.nullable(),
  /** Last day; null: none printed. */
  validUntil: isoDateSchema.nullable(),
  state: z.enum(CERTIFICATE_STATES),
})
export type OfficerCertificate = z.infer<typeof officerCertificateSchema>

export const REGISTERS = ['powers', 'certificates'] as const
export type RegisterName = (typeof REGISTERS)[number]

export interface RegisterEntry<Fields> {
  readonly id: string
  readonly version: number
  readonly fields: Fields
  readonly updatedAt: IsoInstant
}

/** Whether the certificate can be acted under on a day. */
export function certificateValidOn({ issuedOn, validUntil, state }: OfficerCertificate, day: IsoDate): boolean {
  return state === 'held' && (issuedOn === null || issuedOn <= day) && (validUntil === null || day <= validUntil)
}

const squeezed = (text: string): string => text.replaceAll(/[\s《》（）()]/gu, '')

/** Items whose kind and basis fit an action under a law: the list words its basis freely, so the law's title is looked for in it. */
export function powersFor(items: readonly PowerItem[], kinds: readonly string[], laws: readonly string[]): PowerItem[] {
  return items.filter(({ kind, basis }) => {
    const text = squeezed(basis)
    return (kind === null || kinds.includes(kind)) && laws.some((law) => law !== '' && text.includes(squeezed(law)))
  })
}

