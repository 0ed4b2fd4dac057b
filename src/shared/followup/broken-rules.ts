/** Which rules a registered decision breaks (违反审核规定的情形). One broken rule turns the case red. */
import type { Citation } from '../catalogue/citation.ts'
import { BROKEN_RULES, rulesAbout, type BrokenRuleId, type DecisionRule } from '../catalogue/decision-rules.ts'
import type { ActionKind } from '../catalogue/vocabulary.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { Aspect } from './decision-comparison.ts'
import type { DiscussionStanding } from './discussion.ts'
import type { ReviewStanding } from './review-standing.ts'

export { BROKEN_RULES, type BrokenRuleId }

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const BROKEN_RULE_LABELS: Record<BrokenRuleId, Bilingual> = {
  notReviewed: both('未经法制审核作出决定', 'Decided without a legal review'),
  beforeOpinion: both('决定日期早于审核意见', 'Decided before the opinion was issued'),
  againstOpinion: both('审核未通过仍作出决定', 'Decided although the review was not passed'),
  editsOpen: both('审核意见要求的修改未全部完成即作出决定', 'Decided before what the opinion demanded was mended'),
  roundOpen: both('新一轮审核未完成即作出决定', 'Decided while a further round of review was open'),
  differs: both('决定与审核的内容不一致，未重新审核', 'The decision differs from what was reviewed and was not reviewed again'),
  notDiscussed: both('应当由负责人集体讨论决定而未经集体讨论', 'Decided without the collective discussion that it needed'),
  againstDiscussion: both('决定与负责人集体讨论的结论不一致', 'Decided against what the heads had discussed and settled'),
  transferOpen: both('涉嫌犯罪移送未了结即作出决定', 'Decided while a transfer of a suspected crime was open'),
}

/** The provisions that it is against, each once; empty where none of that day is known. */
function basisOf(id: BrokenRuleId, judged: DecisionJudged): readonly Citation[] {
  if (id === 'notDiscussed' || id === 'againstDiscussion') return judged.discussion.basis
  const own = rulesAbout({ rules: judged.rules, sector: judged.sector, on: judged.decidedOn }, judged.actionKinds)
  return own.flatMap((rule) => (rule.kind === 'broken' && rule.breaks.some((one) => one === id) ? rule.basis : []))
}

export interface BrokenRule {
  readonly id: BrokenRuleId
  readonly basis: readonly Citation[]
}

export interface DecisionJudged {
  readonly standing: ReviewStanding
  readonly decidedOn: IsoDate
  readonly differs: readonly Aspect[]
  readonly transferSettled: boolean
  readonly actionKinds: readonly ActionKind[]
  /** Of the catalogue, and the sector of the agency; null: none that has rules of its own. */
  readonly rules: readonly DecisionRule[]
  readonly sector: string | null
  /** Provisions by which the heads had to discuss it, empty where none is known; and how it stands towards what they discussed. */
  readonly discussion: { readonly basis: readonly Citation[]; readonly standing: DiscussionStanding }
}

/** In the order of {@link BROKEN_RULES}; empty where the decision rests on a passed review of what it says. */
export function brokenRules(judged: DecisionJudged): BrokenRule[] {
  const { standing, decidedOn, differs, transferSettled, discussion } = judged
  const broken: BrokenRuleId[] = []
  const early = 'on' in standing && decidedOn < standing.on
  switch (standing.is) {
    case 'none':
    case 'withdrawn':
      broken.push('notReviewed')
      break
    case 'unfinished':
      broken.push('roundOpen')
      break
    case 'notPassed':
      broken.push(early ? 'beforeOpinion' : 'againstOpinion')
      break
    case 'editsOpen':
      broken.push(early ? 'beforeOpinion' : 'editsOpen')
      break
    case 'passed':
      if (early) broken.push('beforeOpinion')
  }
  if (differs.length > 0) broken.push('differs')
  if (discussion.basis.length > 0 && discussion.standing !== 'held') broken.push(discussion.standing === 'missing' ? 'notDiscussed' : 'againstDiscussion')
  if (!transferSettled) broken.push('transferOpen')
  return broken.map((id) => ({ id, basis: basisOf(id, judged) }))
}
