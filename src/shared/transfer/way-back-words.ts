/** What came back from the procuratorate, in the words of papers and screens. */
import type { Bilingual } from '../values/values.ts'
import type { BarToPenalty, NON_PROSECUTION_GROUNDS, ReturnedCase, ReturnDecision } from './way-back.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const RETURN_KIND_LABELS: Readonly<Record<ReturnedCase['kind'], Bilingual>> = {
  opinion: both('检察意见书', 'opinion'),
  suggestion: both('检察建议书', 'suggestion'),
}

export const NON_PROSECUTION_LABELS: Readonly<Record<(typeof NON_PROSECUTION_GROUNDS)[number], Bilingual>> = {
  statutory: both('法定不起诉', 'by statute'),
  discretionary: both('酌定不起诉', 'at discretion'),
  evidence: both('存疑不起诉', 'evidence short'),
}

export const OUTCOME_LABELS: Readonly<Record<ReturnDecision['outcome'], Bilingual>> = {
  punish: both('给予行政处罚', 'punish'),
  noPenalty: both('不予处罚', 'no penalty'),
  toOthers: both('移送有权机关', 'pass to who is competent'),
}

export const BAR_LABELS: Readonly<Record<BarToPenalty, Bilingual>> = {
  limitationLapsed: both('已过处罚时效', 'limitation has lapsed'),
  noLegalBasis: both('没有处罚依据', 'no provision punishes it'),
  notCompetent: both('本机关没有管辖权', 'the agency is not competent'),
}
