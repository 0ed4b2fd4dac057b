/** What the catalogue's rules need to know of a case, and nothing more. */
import { z } from 'zod'
import { yuanSchema } from '../values/values.ts'
import {
  actionKindSchema,
  caseFlagSchema,
  conditionKindSchema,
  effectKindSchema,
  partyKindSchema,
} from './vocabulary.ts'

/** One legal effect of the proposed decision; `amount` in yuan where the effect has one. */
export const proposedEffectSchema = z.strictObject({ kind: effectKindSchema, amount: yuanSchema.optional() })
export type ProposedEffect = z.infer<typeof proposedEffectSchema>

export const caseFactsSchema = z.strictObject({
  actionKinds: z.array(actionKindSchema).min(1),
  partyKind: partyKindSchema,
  effects: z.array(proposedEffectSchema),
  flags: z.partialRecord(caseFlagSchema, z.boolean()),
  /** Circumstances known to be present (true) or absent (false). */
  conditions: z.partialRecord(conditionKindSchema, z.boolean()),
  /** Id of a row of `sectors.json`. */
  sector: z.string().optional(),
  /** Six-digit division code (GB/T 2260) of the agency. */
  region: z.string().regex(/^\d{6}$/).optional(),
})
export type CaseFacts = z.infer<typeof caseFactsSchema>

/** True where a rule of `ruleRegion` holds in `region`: 150000 holds in 150102, 150100 in 150102, not the reverse. */
export function regionHolds(ruleRegion: string | null, region: string | undefined): boolean {
  if (ruleRegion === null) return true
  if (region === undefined) return false
  const significant = ruleRegion.endsWith('0000') ? 2 : ruleRegion.endsWith('00') ? 4 : 6
  return region.startsWith(ruleRegion.slice(0, significant))
}
