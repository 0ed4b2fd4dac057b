/** Which companion forms belong to the step at which a transfer stands. */
import type { TransferState } from '../../shared/cases/state-machine-transfer.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'

/** What is sent or signed at each point (R310 art. 5–7, 9, 12; 公安机关办理刑事案件程序规定 art. 180). */
export const FORMS_OF_STATE: Readonly<Record<TransferState, readonly FormId[]>> = {
  none: [],
  suspected: [],
  cleared: [],
  reported: ['transferApproval'],
  notApproved: ['transferApproval'],
  approved: ['transferLetter', 'transferApproval'],
  delivered: ['transferLetter'],
  acceptedByPolice: ['supervisionRequest'],
  supplementAsked: ['transferSupplement'],
  filed: ['goodsHandover'],
  notFiled: ['reconsiderationRequest', 'supervisionRequest'],
  reconsideration: ['reconsiderationRequest', 'supervisionRequest'],
  upheld: ['supervisionRequest'],
  supervisionRequested: ['supervisionRequest'],
  handedOver: ['goodsHandover'],
  judged: [],
  resumed: [],
}
