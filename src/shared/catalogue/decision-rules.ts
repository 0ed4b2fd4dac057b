/**
 * What a decision must rest on (作出决定的规则): the provisions that one breaks which rests on no passed review or differs from
 * what was reviewed, and those by which the heads of the agency decide together (集体讨论). A sector may have its own.
 */
import { z } from 'zod'
import { bilingualSchema, type IsoDate } from '../values/values.ts'
import { row, rowIdSchema } from './row.ts'
import { actionKindSchema, caseFlagSchema, conditionKindSchema, effectKindSchema, type ActionKind } from './vocabulary.ts'

/** What can be wrong with a registered decision; which provision it is against is told by the rows. */
export const BROKEN_RULES = ['notReviewed', 'beforeOpinion', 'againstOpinion', 'editsOpen', 'roundOpen', 'differs', 'notDiscussed', 'againstDiscussion', 'transferOpen'] as const
export type BrokenRuleId = (typeof BROKEN_RULES)[number]

const common = {
  name: bilingualSchema,
  /** Of which kinds of act; empty: of all. */
  actionKinds: z.array(actionKindSchema),
  /** Of which sector's agencies; null: of all. */
  sector: rowIdSchema.nullable(),
}

const brokenSchema = row({
  ...common,
  kind: z.literal('broken'),
  /** What is against it; that the heads did not discuss it is told by the rows of the other kind. */
  breaks: z.array(z.enum(BROKEN_RULES).exclude(['notDiscussed', 'againstDiscussion'])).min(1),
})

const circumstanceSchema = z.union([
  z.strictObject({ flag: caseFlagSchema }),
  z.strictObject({ condition: conditionKindSchema }),
  z.strictObject({ effect: effectKindSchema }),
])
export type DiscussionCircumstance = z.infer<typeof circumstanceSchema>

const discussionSchema = row({
  ...common,
  kind: z.literal('discussion'),
  /** Where one of these is registered, or decided; what the provision leaves to judgement is the condition `collectiveDiscussion`. */
  where: z.array(circumstanceSchema).min(1),
})

export const decisionRuleSchema = z.discriminatedUnion('kind', [brokenSchema, discussionSchema])
export type DecisionRule = z.infer<typeof decisionRuleSchema>
export type DiscussionRule = Extract<DecisionRule, { readonly kind: 'discussion' }>

/** A decision, as far as it says which rules are about it. */
export interface RulesAsked {
  readonly rules: readonly DecisionRule[]
  /** Sector of the agency; null: none that has rules of its own. */
  readonly sector: string | null
  /** Day of the decision. */
  readonly on: IsoDate
}

/** Those about a decision of these kinds, in the order of the catalogue. What was not verified is never held against anybody. */
export function rulesAbout({ rules, sector, on }: RulesAsked, kinds: readonly ActionKind[]): DecisionRule[] {
  return rules.filter(
    (rule) =>
      rule.verified &&
      (rule.sector === null || rule.sector === sector) &&
      (rule.actionKinds.length === 0 || rule.actionKinds.some((kind) => kinds.includes(kind))) &&
      rule.validFrom <= on &&
      (rule.validTo === null || on <= rule.validTo),
  )
}
