/** Why somebody does not stand in the draw, in words. */
import type { ExclusionReason } from '../../shared/assignment/eligibility.ts'
import type { Bilingual } from '../../shared/values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

const EXCLUSION_WORDS: Record<ExclusionReason, Bilingual> = {
  notReviewer: both('不是法制审核人员', 'not a reviewer'),
  inactive: both('已停用', 'not active'),
  handlesCase: both('是本案承办人', 'handles this case'),
  handlersName: both('与承办人同名，尚未核实', 'bears the name of a handler, which nobody has looked into'),
  recused: both('已回避本案', 'recused from this case'),
  noQualification: both('初次从事审核，未取得法律职业资格', 'reviews for the first time without the legal qualification'),
  reviewStartUnknown: both('无法律职业资格，且未登记从事审核的起始日', 'no legal qualification, and it is not known since when the person reviews'),
  noProofOfEarlierReview: both('无法律职业资格，且没有规定施行前从事审核的证明', 'no legal qualification, and no proof of review work before it was asked for'),
  replaced: both('是被变更的审核人', 'is the reviewer who is replaced'),
  wroteDisputed: both('是被复核意见的审核人，尚有其他人可以复核', 'wrote the opinion that is re-examined, and somebody else can do it'),
  busier: both('在办案件较多，本次不参加抽取', 'has more cases in hand, and does not stand in this draw'),
  onlyHead: both('是唯一可以审批本案的负责人', 'is the only head who could approve this case'),
}

export function exclusionWords(reason: string): Bilingual {
  return EXCLUSION_WORDS[reason as ExclusionReason] ?? both('不符合条件', 'not eligible')
}
