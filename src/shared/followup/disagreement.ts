/** How a dispute about an opinion is settled (会商协调): the record of the talk, and what the agency decides. */
import { z } from 'zod'
import { isoDateSchema, type Bilingual } from '../values/values.ts'

const name = z.string().trim().min(1).max(60)
const post = z.string().trim().max(100)
const words = z.string().trim().min(2).max(4000)

export const SIDES = ['handling', 'review', 'other'] as const
/** 承办方, 审核方, 其他 (chair, expert, legal adviser). */
export type Side = (typeof SIDES)[number]

export const SIDE_LABELS: Record<Side, Bilingual> = {
  handling: { 'zh-CN': '承办方', en: 'Handling side' },
  review: { 'zh-CN': '审核方', en: 'Review side' },
  other: { 'zh-CN': '其他', en: 'Other' },
}

/** 会商记录: who took part, what each side holds, what came of it. A talk with one side alone is none. */
export const coordinationRecordSchema = z.strictObject({
  heldOn: isoDateSchema,
  place: z.string().trim().max(200),
  participants: z
    .array(z.strictObject({ name, post, side: z.enum(SIDES) }))
    .min(2)
    .max(60)
    .refine((people) => (['handling', 'review'] as const).every((side) => people.some((one) => one.side === side)), { error: 'both-sides' }),
  handlingView: words,
  reviewView: words,
  outcome: words,
})
export type CoordinationRecord = z.infer<typeof coordinationRecordSchema>

export const SETTLEMENT_OUTCOMES = ['uphold', 'closingRound'] as const
/** 维持审核意见, 决定重新审核. */
export type SettlementOutcome = (typeof SETTLEMENT_OUTCOMES)[number]

export const SETTLEMENT_OUTCOME_LABELS: Record<SettlementOutcome, Bilingual> = {
  uphold: { 'zh-CN': '维持审核意见', en: 'Uphold the opinion' },
  closingRound: { 'zh-CN': '决定重新审核', en: 'Order a closing round' },
}

const settledOn = isoDateSchema
const outcome = z.enum(SETTLEMENT_OUTCOMES)

/** Somebody who attended, and how they saw it: dissent is on the record (少数意见). */
export const attendeeSchema = z.strictObject({ name, post, view: words, stance: outcome })
export type Attendee = z.infer<typeof attendeeSchema>

/** The agency head decides alone, or the heads discuss it together (集体讨论: more than one). */
export const settlementSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('head'), outcome, settledOn, reason: words }),
  z.strictObject({
    by: z.literal('collective'),
    outcome,
    settledOn,
    reason: words,
    chair: name,
    attendees: z.array(attendeeSchema).min(2).max(60),
    /** Heads who were invited and did not attend (缺席), with why. */
    absent: z.array(z.strictObject({ name, reason: z.string().trim().min(1).max(300) })).max(60),
    recorder: name,
  }),
])
export type Settlement = z.infer<typeof settlementSchema>

/** Who saw it otherwise than it was settled. */
export function dissenters(settlement: Settlement): readonly Attendee[] {
  return settlement.by === 'head' ? [] : settlement.attendees.filter(({ stance }) => stance !== settlement.outcome)
}
