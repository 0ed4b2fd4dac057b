/** Assignment (分案): who reviews. Drawn at random; a choice by hand needs a reason. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { caseIdSchema, personIdSchema, type IsoInstant, type PersonId } from '../values/values.ts'

export interface Candidate {
  readonly personId: PersonId
  readonly name: string
  /** Cases under review by this person now. */
  readonly openCases: number
}

export interface ExcludedPerson {
  readonly personId: PersonId
  readonly name: string
  /** Codes such as `notReviewer`, `handlesCase`, `recused`, `noQualification`, `inactive`. */
  readonly reasons: readonly string[]
}

export interface Assignment {
  readonly round: number
  readonly mode: 'drawn' | 'chosen'
  readonly personId: PersonId
  readonly name: string
  readonly at: IsoInstant
  readonly reason: string | null
  /** Seed, its commitment and who stood in the draw: anyone can draw again. Null when chosen by hand. */
  readonly draw: { readonly seed: string; readonly commitment: string; readonly eligible: readonly PersonId[] } | null
  readonly excluded: readonly ExcludedPerson[]
}

export const assignmentContract = {
  'assignment.candidates': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<{
    readonly eligible: readonly Candidate[]
    readonly excluded: readonly ExcludedPerson[]
    readonly past: readonly Assignment[]
  }>(),
  'assignment.recuse': method({
    input: z.strictObject({ caseId: caseIdSchema, personId: personIdSchema, reason: z.string().trim().min(2).max(500) }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<null>(),
  'assignment.draw': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: ['head'], access: 'write' }).returns<Assignment>(),
  'assignment.choose': method({
    input: z.strictObject({ caseId: caseIdSchema, personId: personIdSchema, reason: z.string().trim().min(5).max(500) }),
    allowed: ['head'],
    access: 'write',
  }).returns<Assignment>(),
}
