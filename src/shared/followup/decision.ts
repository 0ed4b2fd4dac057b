/** The administrative decision (行政决定) as it is registered after the review, and what it is compared with. */
import { z } from 'zod'
import { caseFieldsSchema, citationSchema, effectSchema, type CaseFields, type Citation, type Effect } from '../cases/case.ts'
import { actionKindSchema, ACTION_KINDS, type ActionKind } from '../catalogue/vocabulary.ts'
import { isoDateSchema } from '../values/values.ts'

const line = (longest: number) => z.string().trim().max(longest)

/** What is decided on one party (处理内容): kind, amount, detail. A decision may name several parties. */
export const decidedEffectSchema = effectSchema.extend({ party: z.string().trim().min(1).max(300) })
export type DecidedEffect = z.infer<typeof decidedEffectSchema>

/** 决定情况 as it is kept. The facts are told as they differ from the reviewed ones, not written out again. */
export const decisionFieldsSchema = z.strictObject({
  /** 决定文书文号 */
  number: z.string().trim().min(1).max(100),
  /** 决定日期: the day on the paper */
  decidedOn: isoDateSchema,
  actionKinds: z.array(actionKindSchema).min(1).max(ACTION_KINDS.length),
  effects: z.array(decidedEffectSchema).max(60),
  /** 相对人 of a decision without effects, which name their own; empty in decisions from before it was asked. */
  party: line(300).default(''),
  /** 认定违反和作出决定所依据的条款 */
  citations: z.array(citationSchema).max(60),
  facts: z
    .strictObject({ changed: z.boolean(), how: line(4000) })
    .refine(({ changed, how }) => changed === (how !== ''), { error: 'say-how', path: ['how'] }),
})
export type DecisionFields = z.infer<typeof decisionFieldsSchema>

/** 决定情况 as it is handed in: whom it is about is told, by its effects or by name. */
export const newDecisionSchema = decisionFieldsSchema.refine(({ effects, party }) => effects.length > 0 || party !== '', { error: 'say-whom', path: ['party'] })

/** The proposal that was reviewed, in the same shape as a decision. */
export interface ReviewedDecision {
  readonly actionKinds: readonly ActionKind[]
  readonly effects: readonly DecidedEffect[]
  readonly citations: readonly Citation[]
  /** The party of the case (当事人); empty: not known. */
  readonly party: string
}

/** What the registration of a round proposes: everything in it is for its one party. */
export function proposedDecision({ actionKinds, effects, citations, party }: Pick<CaseFields, 'actionKinds' | 'effects' | 'citations' | 'party'>): ReviewedDecision {
  return { actionKinds, effects: effects.map((effect: Effect) => ({ ...effect, party: party.name })), citations, party: party.name }
}

export const reviewedFieldsSchema = caseFieldsSchema.pick({ actionKinds: true, effects: true, citations: true, party: true })
