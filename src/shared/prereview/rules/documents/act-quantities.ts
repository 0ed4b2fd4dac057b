/** 7.4: the decision finds as much as the party was told. */
import type { PrereviewRule } from '../../rule.ts'
import { actQuantities, contradictions, explains } from '../facts/contradictions.ts'
import { decisionOf, lastNoticeOf } from '../procedure/reading/case-steps.ts'
import { both, opinionsOf2018, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'

export const ACT_QUANTITY_DIFFERS: PrereviewRule = {
  id: '7.4-act-quantity',
  questionId: '7.4',
  name: both('决定与告知的违法数量不一致', 'Quantities of the act differ between notice and decision'),
  basis: [opinionsOf2018(13), penaltyLaw(44)],
  severity: 'C',
  check(file) {
    const decision = decisionOf(file)
    const notice = lastNoticeOf(file)?.document
    if (decision === null || notice === undefined || file.of('decision').length > 1 || explains(file)) return []
    return contradictions([decision, notice], actQuantities).map(([found, told]) =>
      suspect(
        [
          `违法行为的数量，告知书为${told.value}，决定书为${found.value}。`,
          `The notice tells ${told.value}, the decision finds ${found.value}.`,
        ],
        ['核对证据，统一数量；事实有变化的，重新告知。', 'Check the evidence; if the facts changed, notify anew.'],
        [found.place, told.place],
        { about: found.about },
      ),
    )
  },
}
