/** A refusal of the state machine in words. */
import type { CaseRefusal } from '../../shared/cases/state-machine.ts'
import { CASE_CONDITIONS, CASE_STATE_LABELS, type Relation } from '../../shared/cases/state-machine-terms.ts'
import type { Bilingual, Language } from '../../shared/values/values.ts'
import { ROLE_LABELS } from '../ui/vocabulary-labels.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

const RELATION_WORDS: Record<Relation, Bilingual> = {
  handlerOfCase: both('须为本案承办人', 'must be a handler of this case'),
  notHandler: both('本案承办人（含尚未核实的同名人员）不得参与审核', 'a handler of this case, or who bears the name of one until they are told apart, may not take part in its review'),
  assignedReviewer: both('须为本轮审核人', 'must be the reviewer of this round'),
  notReviewer: both('审核人不得审批本人的意见书', 'a reviewer may not approve their own opinion'),
  notRecused: both('已回避本案', 'is recused from this case'),
  onTransferTeam: both('须为本案移送专案组成员', 'must be on the transfer team of this case'),
}

const SEPARATOR: Record<Language, string> = { 'zh-CN': '；', en: '; ' }

/** Why an act is not possible now, as one sentence without a full stop. */
export function refusalWords(refusal: CaseRefusal, language: Language): string {
  const join = (words: readonly Bilingual[]): string => words.map((word) => word[language]).join(SEPARATOR[language])
  switch (refusal.kind) {
    case 'state': {
      const label = refusal.state === 'unregistered' ? both('未登记', 'not registered') : CASE_STATE_LABELS[refusal.state]
      return language === 'zh-CN' ? `案件目前为“${label['zh-CN']}”` : `The case is “${label.en}” now`
    }
    case 'role':
      return (language === 'zh-CN' ? '需要的角色：' : 'Needs: ') + join(refusal.needs.map((role) => ROLE_LABELS[role]))
    case 'relation':
      return join(refusal.needs.map((relation) => RELATION_WORDS[relation]))
    case 'condition':
      return (language === 'zh-CN' ? '尚缺：' : 'Still needed: ') + join(refusal.missing.map((one) => CASE_CONDITIONS[one]))
  }
}
