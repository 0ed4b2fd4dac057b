/** Names in both languages of the closed lists that the catalogue does not name itself. */
import type { AnswerValue } from '../checklist/answers.ts'
import type { ActionKind, CaseFlag, EffectKind, HeadingId, PartyKind, Severity } from './vocabulary.ts'
import type { Citation } from '../cases/case.ts'
import type { Role } from '../people/roles.ts'
import type { Bilingual } from '../values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const ROLE_LABELS: Record<Role, Bilingual> = {
  handler: both('案件承办人', 'Case handler'),
  reviewer: both('法制审核人员', 'Reviewer'),
  head: both('审核机构负责人', 'Head of review'),
  agencyHead: both('行政机关负责人', 'Agency head'),
  supervisor: both('执法监督人员', 'Supervisor'),
  admin: both('管理员', 'Administrator'),
}

export const ACTION_KIND_LABELS: Record<ActionKind, Bilingual> = {
  penalty: both('行政处罚', 'Administrative penalty'),
  compulsoryMeasure: both('行政强制措施', 'Compulsory measure'),
  compulsoryExecution: both('行政强制执行', 'Compulsory execution'),
  licence: both('行政许可', 'Administrative licence'),
  expropriation: both('行政征收征用', 'Expropriation or requisition'),
  inspection: both('行政检查', 'Administrative inspection'),
}

export const PARTY_KIND_LABELS: Record<PartyKind, Bilingual> = {
  citizen: both('公民', 'Citizen'),
  entity: both('法人或者其他组织', 'Legal person or other organisation'),
}

export const EFFECT_KIND_LABELS: Record<EffectKind, Bilingual> = {
  fine: both('罚款', 'Fine'),
  confiscationOfGain: both('没收违法所得', 'Confiscation of illegal gain'),
  confiscationOfProperty: both('没收非法财物', 'Confiscation of illegal property'),
  warning: both('警告', 'Warning'),
  criticism: both('通报批评', 'Circulated criticism'),
  suspension: both('责令停产停业', 'Suspension of production or business'),
  closure: both('责令关闭', 'Closure'),
  licenceSuspension: both('暂扣许可证件', 'Temporary withholding of a licence'),
  qualificationDowngrade: both('降低资质等级', 'Downgrading of a qualification'),
  revocation: both('吊销许可证件', 'Revocation of a licence'),
  activityRestriction: both('限制开展生产经营活动', 'Restriction of business activity'),
  professionBan: both('限制从业', 'Ban from a profession'),
  detention: both('行政拘留', 'Administrative detention'),
  seizure: both('查封、扣押', 'Sealing-up or seizure'),
  freezing: both('冻结存款、汇款', 'Freezing of deposits or remittances'),
  libertyRestriction: both('限制公民人身自由', 'Restriction of personal liberty'),
  demolition: both('强制拆除', 'Forced demolition'),
  licenceRefusal: both('不予许可', 'Refusal of a licence'),
  licenceWithdrawal: both('撤销许可', 'Withdrawal of a licence'),
  expropriationOfProperty: both('征收、征用', 'Expropriation or requisition'),
  other: both('其他', 'Other'),
}

/** Effects whose amount is the point of them; the form asks for it. */
export const EFFECTS_WITH_AMOUNT: readonly EffectKind[] = ['fine', 'confiscationOfGain', 'confiscationOfProperty', 'freezing', 'seizure']

export const CASE_FLAG_LABELS: Record<CaseFlag, Bilingual> = {
  publicInterest: both('涉及重大公共利益', 'Concerns a major public interest'),
  socialRisk: both('可能造成重大社会影响或者引发社会风险', 'May have major social effects or cause social risk'),
  majorRights: both('直接关系当事人或者第三人重大权益', 'Directly concerns major rights of the party or a third person'),
  hearingHeld: both('经过听证程序', 'A hearing was held'),
  complex: both('案件情况疑难复杂、涉及多个法律关系', 'Difficult and complex, several legal relations'),
  byLaw: both('法律、法规规定应当进行法制审核的其他情形', 'Legal review is required by another law or regulation'),
}

export const CITATION_ROLE_LABELS: Record<Citation['role'], Bilingual> = {
  violated: both('违反的条款', 'Provision violated'),
  basis: both('处理依据', 'Basis of the decision'),
  discretion: both('裁量依据', 'Basis of discretion'),
  procedure: both('程序依据', 'Procedural basis'),
}

export const SEVERITY_LABELS: Record<Severity, Bilingual> = {
  F: both('致命', 'Fatal'),
  C: both('可补正', 'Correctable'),
  A: both('建议', 'Advisory'),
}

export const ANSWER_LABELS: Record<AnswerValue, Bilingual> = {
  yes: both('是', 'Yes'),
  no: both('否', 'No'),
  notApplicable: both('不适用', 'Not applicable'),
  cannotTell: both('无法判断', 'Cannot tell'),
}

/** Short names of the eight headings, for narrow places; the full ones are in the catalogue. */
export const HEADING_LABELS: Record<HeadingId, Bilingual> = {
  subject: both('主体合法', 'Lawful subject'),
  personnel: both('人员资格', 'Qualified personnel'),
  procedure: both('程序合法', 'Lawful procedure'),
  facts: both('事实证据', 'Facts and evidence'),
  law: both('法律与裁量', 'Law and discretion'),
  authority: both('职权管辖', 'Authority and jurisdiction'),
  documents: both('文书', 'Documents'),
  crime: both('涉嫌犯罪', 'Suspected crime'),
}

/** In one word, for a narrow list and under a picture. */
export const SHORT_HEADING_LABELS: Record<HeadingId, Bilingual> = {
  subject: both('主体合法', 'Subject'),
  personnel: both('人员资格', 'Personnel'),
  procedure: both('程序合法', 'Procedure'),
  facts: both('事实证据', 'Evidence'),
  law: both('法律裁量', 'Law'),
  authority: both('职权管辖', 'Authority'),
  documents: both('文书', 'Documents'),
  crime: both('涉嫌犯罪', 'Crime'),
}
