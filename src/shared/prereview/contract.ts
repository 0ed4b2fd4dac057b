/**
 * The pre-review (预审) of a case: what the rules suspect, and what the officer made of it. The rules run on what is
 * stored at the moment of asking, so a finding follows every change of the file and of the registration.
 */
import { z } from 'zod'
import type { Citation } from '../catalogue/citation.ts'
import type { Severity } from '../catalogue/vocabulary.ts'
import { method } from '../contract/method.ts'
import { caseIdSchema, type Bilingual, type IsoInstant } from '../values/values.ts'
import type { Finding } from './finding.ts'

export const FINDING_OUTCOMES = ['accepted', 'changed', 'dismissed'] as const
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number]

export interface FindingDecision {
  readonly outcome: FindingOutcome
  /** Why it was dismissed; empty otherwise. */
  readonly reason: string
  readonly by: string
  readonly at: IsoInstant
}

export interface DecidedFinding {
  readonly finding: Finding
  readonly decision: FindingDecision | null
  /** False where the rule no longer finds it: the file or the registration changed after the decision. */
  readonly stillFound: boolean
}

export interface Prereview {
  readonly round: number
  readonly findings: readonly DecidedFinding[]
  /** Papers that are not read yet, or could not be: what is in them no rule has seen. */
  readonly unread: readonly { readonly name: string; readonly state: 'waiting' | 'failed' }[]
  /** Rules that broke off on this file; their questions stay for the officer alone. */
  readonly failed: readonly { readonly ruleId: string }[]
  readonly rules: number
  /** False where the caller may only read. */
  readonly editable: boolean
}

/** A rule as it is shown to people. */
export interface RuleDescription {
  readonly id: string
  readonly questionId: string
  readonly name: Bilingual
  readonly severity: Severity
  readonly basis: readonly Citation[]
}

export interface RuleUse extends RuleDescription {
  readonly accepted: number
  readonly changed: number
  readonly dismissed: number
  /** The last reasons for dismissing it, newest first, at most five. */
  readonly lastReasons: readonly { readonly reason: string; readonly at: IsoInstant }[]
}

export const findingKeySchema = z.string().min(8).max(200)
const written = z.string().trim().min(2).max(4000)

const decisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('accepted') }),
  /** In the officer's own words. */
  z.strictObject({ outcome: z.literal('changed'), finding: written, suggestion: z.string().trim().max(4000), answer: z.enum(['no', 'cannotTell']) }),
  z.strictObject({ outcome: z.literal('dismissed'), reason: z.string().trim().min(2).max(1000) }),
])
export type DecisionInput = z.infer<typeof decisionSchema>

export const prereviewContract = {
  'prereview.findings': method({
    input: z.strictObject({ caseId: caseIdSchema, round: z.int().min(1).nullable() }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<Prereview>(),
  /**
   * Accepting and changing write the answer of the finding's question in the same act; `expectedVersion` is that
   * answer's version, 0 for none. The first decision is not lost by a second: the trail keeps both.
   */
  'prereview.decide': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      key: findingKeySchema,
      expectedVersion: z.int().min(0),
      decision: decisionSchema,
    }),
    allowed: ['reviewer'],
    access: 'write',
  }).returns<null>(),
  'prereview.rules': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly RuleDescription[]>(),
  /** Which rules this station dismisses most: where a rule is wrong more often than right, it wants changing. */
  'prereview.ruleUse': method({
    input: z.strictObject({}),
    allowed: ['reviewer', 'head', 'agencyHead', 'supervisor', 'admin'],
    access: 'read',
  }).returns<readonly RuleUse[]>(),
}
