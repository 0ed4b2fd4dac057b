/** Why an act of the transfer is not possible now, in words. */
import type { Refusal } from '../../shared/cases/state-machine.ts'
import { TRANSFER_CONDITIONS, TRANSFER_STATE_LABELS, type TransferCondition, type TransferState } from '../../shared/cases/state-machine-transfer.ts'
import type { Language } from '../../shared/values/values.ts'
import { refusalWords } from '../workspace/refusal-words.ts'

export function transferRefusal(refusal: Refusal<TransferState, TransferCondition>, language: Language): string {
  switch (refusal.kind) {
    case 'condition': {
      const needed = refusal.missing.map((one) => TRANSFER_CONDITIONS[one][language]).join(language === 'zh-CN' ? '；' : '; ')
      return (language === 'zh-CN' ? '尚缺：' : 'Still needed: ') + needed
    }
    case 'state': {
      const label = TRANSFER_STATE_LABELS[refusal.state][language]
      return language === 'zh-CN' ? `移送目前为“${label}”` : `The transfer is at “${label}” now`
    }
    default:
      return refusalWords(refusal, language)
  }
}
