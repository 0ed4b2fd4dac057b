/** Which rules a registered decision breaks (违反审核规定的情形). One broken rule turns the case red. */
import type { Citation } from '../catalogue/citation.ts'
import type { ActionKind } from '../catalogue/vocabulary.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { Aspect } from './decision-comparison.ts'
import type { DiscussionStanding } from './discussion.ts'
import type { ReviewStanding } from './review-standing.ts'

export const BROKEN_RULES = ['notReviewed', 'beforeOpinion', 'againstOpinion', 'editsOpen', 'roundOpen', 'differs', 'notDiscussed', 'againstDiscussion', 'transferOpen'] as const
export type BrokenRuleId = (typeof BROKEN_RULES)[number]

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

const D118 = '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见'

/** A provision of a sector, with where it was read: law is data (see the rows of the catalogue). */
interface SectorRule {
  readonly sector: string
  readonly citation: Citation
  readonly source: string
  readonly verified: boolean
}

const READ_IN = '行政执法合规数据库文本（2024年4月）'

/** Rules of a sector that ask for a new review where facts, law or treatment change afterwards. */
export const SECTOR_RULES: readonly SectorRule[] = [
  { sector: 'market-regulation', citation: { law: '市场监督管理行政处罚程序规定', article: 50 }, source: READ_IN, verified: true },
  { sector: 'market-regulation', citation: { law: '市场监督管理行政处罚程序规定', article: 56 }, source: READ_IN, verified: true },
  { sector: 'commerce', citation: { law: '商务部行政处罚实施办法', article: 20 }, source: READ_IN, verified: true },
]

/** 行政处罚法 58 is for penalties; for all five kinds of act 118号: the lead-in of part 4, which has no number, or a point of it. */
function reviewBasis(kinds: readonly ActionKind[], point?: number): readonly Citation[] {
  return [
    ...(kinds.includes('penalty') ? [{ law: '行政处罚法', article: 58, paragraph: 1 }] : []),
    point === undefined ? { law: D118 } : { law: D118, item: point },
  ]
}

function basisOf(id: BrokenRuleId, { actionKinds: kinds, sector, discussion }: DecisionJudged): readonly Citation[] {
  if (id === 'notDiscussed' || id === 'againstDiscussion') return discussion.basis
  if (id === 'transferOpen') {
    return [
      ...(kinds.includes('penalty') ? [{ law: '行政处罚法', article: 27, paragraph: 1 }, { law: '行政处罚法', article: 82 }] : []),
      { law: '行政执法机关移送涉嫌犯罪案件的规定', article: 11 },
    ]
  }
  // after a correction the case is submitted again
  if (id === 'editsOpen' || id === 'roundOpen') return reviewBasis(kinds, 13)
  if (id === 'differs') {
    // what was not verified is never cited as the rule that was broken
    const own = kinds.includes('penalty') ? SECTOR_RULES.filter((rule) => rule.sector === sector && rule.verified) : []
    return [...reviewBasis(kinds, 13), ...own.map(({ citation }) => citation)]
  }
  return reviewBasis(kinds)
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
  /** Sector of the agency; null: none that has rules of its own. */
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
