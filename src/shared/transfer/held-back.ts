/** What of a decision a transfer holds back: no administrative penalty stands in for a criminal one (APL 8 para. 2, 27; R310 art. 11 para. 1). */
import type { EffectKind } from '../catalogue/vocabulary.ts'
import { transferSettled, type TransferState } from '../cases/state-machine-transfer.ts'

/**
 * How each kind stands while a transfer is open.
 *
 * `waits`: a criminal court imposes the same, or disposes of the same thing. A fine (罚款) beside 罚金: paid before, it is set
 * off; not given before, it is not given any more (APL 35 para. 2), which is why it also waits after a judgment until the case
 * comes back. Detention (行政拘留) beside 拘役 and imprisonment (APL 35 para. 1). Gains and goods (没收): the police take over the
 * goods within three days of filing (R310 art. 12), the court recovers gains and confiscates the means (Criminal Law 64); what
 * the agency has confiscated by then it can no longer hand over. The articles do not name confiscation as waiting: that it does
 * is our reading.
 *
 * `stands`: named by R310 art. 11 para. 2 — warning, suspension of business, temporary withdrawal and revocation of licences
 * that were decided before the delivery are carried out — or, not named there because the kind came with the law of 2021
 * (APL 9), of the same nature as one that is: public criticism, closure, downgrade, restriction of activity or profession; a
 * ban by a court leaves those of other laws as they are (Criminal Law 37-1 para. 3). No text that we have read forbids to
 * decide them after the delivery either, so nothing here refuses it. The Opinions of 2011 on
 * the link between both procedures (中办发〔2011〕8号) are said to ask in principle to wait with every penalty that was not made by
 * then; we have not read them, and what is not read does not bind here: the words beside the track ask to agree it with police
 * and procuratorate.
 *
 * `apart`: no penalty. Seizure and freezing keep evidence and goods for the transfer (R310 art. 4); the others are acts of
 * licensing, execution or expropriation that no criminal court makes in their place.
 */
const DURING_TRANSFER: Readonly<Record<EffectKind, 'waits' | 'stands' | 'apart'>> = {
  fine: 'waits',
  confiscationOfGain: 'waits',
  confiscationOfProperty: 'waits',
  detention: 'waits',
  warning: 'stands',
  suspension: 'stands',
  licenceSuspension: 'stands',
  revocation: 'stands',
  criticism: 'stands',
  closure: 'stands',
  qualificationDowngrade: 'stands',
  activityRestriction: 'stands',
  professionBan: 'stands',
  seizure: 'apart',
  freezing: 'apart',
  libertyRestriction: 'apart',
  demolition: 'apart',
  licenceRefusal: 'apart',
  licenceWithdrawal: 'apart',
  expropriationOfProperty: 'apart',
  other: 'apart',
}

/** Kinds of the decision that have to wait; empty where nothing keeps it from being made. */
export function heldBackByTransfer(state: TransferState, kinds: readonly EffectKind[]): readonly EffectKind[] {
  return transferSettled(state) ? [] : kinds.filter((kind) => DURING_TRANSFER[kind] === 'waits')
}
