/**
 * The collective discussion of the decision itself (集体讨论): 行政处罚法 art. 57 para 2 asks the heads of the agency to decide
 * together where a complex case or a serious violation is punished. That is recorded before the decision is registered.
 */
import { z } from 'zod'
import type { CaseFields } from '../cases/case.ts'
import type { Citation } from '../catalogue/citation.ts'
import { rulesAbout, type DiscussionCircumstance, type RulesAsked } from '../catalogue/decision-rules.ts'
import type { ActionKind, EffectKind } from '../catalogue/vocabulary.ts'
import { isoDateSchema, type Bilingual, type IsoDate } from '../values/values.ts'

const name = z.string().trim().min(1).max(60)
const words = z.string().trim().min(2).max(4000)

export const DISCUSSION_OUTCOMES = ['agree', 'change', 'noPenalty', 'investigate'] as const
/** 同意拟作决定, 变更拟作决定, 不予处罚, 补充调查. */
export type DiscussionOutcome = (typeof DISCUSSION_OUTCOMES)[number]

export const DISCUSSION_OUTCOME_LABELS: Record<DiscussionOutcome, Bilingual> = {
  agree: { 'zh-CN': '同意拟作决定', en: 'Agree to the proposed decision' },
  change: { 'zh-CN': '变更拟作决定', en: 'Change the proposed decision' },
  noPenalty: { 'zh-CN': '不予处罚', en: 'Do not penalise' },
  investigate: { 'zh-CN': '补充调查', en: 'Investigate further' },
}

const outcome = z.enum(DISCUSSION_OUTCOMES)

/** Somebody who attended, what they said, and what they hold: dissent is on the record (少数意见). */
const attendeeSchema = z.strictObject({ name, post: z.string().trim().max(100), view: words, stance: outcome })
export type DiscussionAttendee = z.infer<typeof attendeeSchema>

interface Attendance {
  readonly chair: string
  readonly attendees: readonly { readonly name: string }[]
  readonly absent: readonly { readonly name: string }[]
}

/** Nobody twice, nobody present and absent, and who chairs is there. */
function attendanceProblem({ chair, attendees, absent }: Attendance): 'attends-twice' | 'attends-and-absent' | 'chair-absent' | null {
  const present = new Set(attendees.map((one) => one.name))
  const missed = new Set(absent.map((one) => one.name))
  if (present.size < attendees.length || missed.size < absent.length) return 'attends-twice'
  if (absent.some((one) => present.has(one.name))) return 'attends-and-absent'
  return present.has(chair) ? null : 'chair-absent'
}

/** 集体讨论记录 as it is kept; one head alone discusses nothing. */
export const discussionSchema = z
  .strictObject({
    discussedOn: isoDateSchema,
    place: z.string().trim().max(200),
    chair: name,
    recorder: name,
    attendees: z.array(attendeeSchema).min(2).max(60),
    /** Heads who were invited and did not attend (缺席), with why. */
    absent: z.array(z.strictObject({ name, reason: z.string().trim().min(1).max(300) })).max(60),
    outcome,
    /** What the decision is changed to; empty where it is not. */
    changedTo: z.string().trim().max(4000),
    reason: words,
  })
  .superRefine((discussion, refinement) => {
    const problem = attendanceProblem(discussion)
    if (problem !== null) refinement.addIssue({ code: 'custom', path: ['attendees'], message: problem })
    if ((discussion.outcome === 'change') !== (discussion.changedTo !== '')) refinement.addIssue({ code: 'custom', path: ['changedTo'], message: 'say-how' })
  })
export type Discussion = z.infer<typeof discussionSchema>

/** Who saw it otherwise than it came out. */
export function dissentersIn({ attendees, outcome: result }: Pick<Discussion, 'attendees' | 'outcome'>): readonly DiscussionAttendee[] {
  return attendees.filter(({ stance }) => stance !== result)
}

type Registered = Pick<CaseFields, 'actionKinds' | 'flags' | 'conditions' | 'effects'>

/** A decision that is made, or proposed. */
export interface DecisionMade {
  readonly actionKinds: readonly ActionKind[]
  /** What is imposed by it. */
  readonly effects: readonly EffectKind[]
}

const proposed = ({ actionKinds, effects }: Registered): DecisionMade => ({ actionKinds, effects: effects.map(({ kind }) => kind) })

function holds(where: DiscussionCircumstance, { flags, conditions }: Registered, { effects }: DecisionMade): boolean {
  if ('flag' in where) return flags[where.flag]
  return 'condition' in where ? conditions[where.condition] === true : effects.includes(where.effect)
}

/**
 * By which provisions the heads have to discuss the decision, each once; empty: none that is known. That a case is one of
 * 情节复杂或者重大违法行为 is registered with it (应当由负责人集体讨论), or follows from the rule of a sector; what nobody said
 * is not taken for a breach of law. The kinds and effects of the decision count, not what was proposed.
 */
export function discussionBasis(registered: Registered, asked: RulesAsked, decision: DecisionMade = proposed(registered)): readonly Citation[] {
  const basis = rulesAbout(asked, decision.actionKinds).flatMap((rule) =>
    rule.kind === 'discussion' && rule.where.some((where) => holds(where, registered, decision)) ? rule.basis : [],
  )
  return [...new Map(basis.map((citation) => [JSON.stringify(citation), citation])).values()]
}

/** The same of a decision that is made; null: none is. No penalty is given where nothing is imposed. */
export function basisForDecision(registered: Registered, asked: RulesAsked, decision: DecisionMade | null): readonly Citation[] {
  return decision?.effects.length === 0 ? [] : discussionBasis(registered, asked, decision ?? undefined)
}

/** `against`: the heads last agreed on no penalty, or on more investigation. */
export type DiscussionStanding = 'held' | 'missing' | 'against'

export interface DiscussionsKnown {
  readonly discussions: readonly Pick<Discussion, 'discussedOn' | 'outcome'>[]
  /** Minutes among the papers of the case, each with its day where it tells one. */
  readonly minutes: readonly { readonly discussedOn: IsoDate | null }[]
}

/** How a decision of that day stands towards what was discussed: the last discussion up to it counts, and what is on record before a paper. */
export function discussionStanding({ discussions, minutes }: DiscussionsKnown, decidedOn: IsoDate): DiscussionStanding {
  const last = discussions.filter(({ discussedOn }) => discussedOn <= decidedOn).toSorted((one, other) => (one.discussedOn < other.discussedOn ? -1 : one.discussedOn > other.discussedOn ? 1 : 0)).at(-1)
  if (last !== undefined) return last.outcome === 'agree' || last.outcome === 'change' ? 'held' : 'against'
  return minutes.some(({ discussedOn }) => discussedOn === null || discussedOn <= decidedOn) ? 'held' : 'missing'
}
