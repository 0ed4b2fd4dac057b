/** The entries of the audit chain about transfers, in words. */
import { TRANSFER_ACTION_LABELS, TRANSFER_TRANSITIONS } from '../../shared/cases/state-machine-transfer.ts'
import type { Bilingual } from '../../shared/values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const TRANSFER_ACT_WORDS: Readonly<Record<string, Bilingual>> = {
  ...Object.fromEntries(TRANSFER_TRANSITIONS.map(({ audit, action }) => [audit, TRANSFER_ACTION_LABELS[action]])),
  'transfer.registerReturn': both('登记检察意见', 'Opinion of the procuratorate registered'),
  'transfer.assessReturn': both('研判能否处罚', 'Assessed whether it can be punished'),
  'transfer.decideReturn': both('对反向移送案件作出处理决定', 'Decided on what came back'),
  'transfer.answerReturn': both('回复检察机关', 'Answered the procuratorate'),
  'transfer.addClue': both('登记公职人员线索', 'Clue about an official recorded'),
  'transfer.updateClue': both('登记线索移送和结果', 'Sending and outcome of a clue recorded'),
}
