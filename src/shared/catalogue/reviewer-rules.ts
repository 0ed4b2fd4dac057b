/** What the rules ask of reviewers (法制审核人员): a qualification from some day on, and how many there are. */
import { z } from 'zod'
import { bilingualSchema, isoDateSchema, type IsoDate } from '../values/values.ts'
import { row } from './row.ts'

const qualificationSchema = row({
  kind: z.literal('qualification'),
  name: bilingualSchema,
  /** Who does legal review for the first time (初次从事) on or after this day needs the legal professional qualification. */
  firstOnOrAfter: isoDateSchema,
})

const shareSchema = row({
  kind: z.literal('share'),
  name: bilingualSchema,
  /** Reviewers for every hundred enforcement officers (执法人员), at least and in principle. */
  perHundred: z.number().positive().max(100),
})

export const reviewerRuleSchema = z.discriminatedUnion('kind', [qualificationSchema, shareSchema])
export type ReviewerRule = z.infer<typeof reviewerRuleSchema>
export type QualificationRule = Extract<ReviewerRule, { readonly kind: 'qualification' }>
export type ShareRule = Extract<ReviewerRule, { readonly kind: 'share' }>

const holdsOn = ({ validFrom, validTo }: ReviewerRule, on: IsoDate): boolean => validFrom <= on && (validTo === null || on <= validTo)

/** The latest that holds on the day; undefined where the catalogue has none, and nothing is asked. */
export function qualificationRuleOn(rules: readonly ReviewerRule[], on: IsoDate): QualificationRule | undefined {
  return rules.filter((rule): rule is QualificationRule => rule.kind === 'qualification' && holdsOn(rule, on)).sort(laterFirst)[0]
}

/** Likewise, of the share. */
export function shareRuleOn(rules: readonly ReviewerRule[], on: IsoDate): ShareRule | undefined {
  return rules.filter((rule): rule is ShareRule => rule.kind === 'share' && holdsOn(rule, on)).sort(laterFirst)[0]
}

function laterFirst(one: ReviewerRule, other: ReviewerRule): number {
  return other.validFrom < one.validFrom ? -1 : 1
}
