/**
 * Which of the acts that the core offers become buttons, and where. The core decides what may be done; here is only
 * what this screen can carry out, so that no button is dead.
 */
import type { ActionOffer } from '../../shared/cases/contract.ts'
import type { CaseAction } from '../../shared/cases/state-machine-terms.ts'

/** Acts with a button in the header of the case, in the order of the buttons; the main one comes last. */
export const HEADER_ACTS = [
  'withdraw',
  'recall',
  'reassign',
  'returnForSupplement',
  'sendBack',
  'assignManually',
  'assignSameReviewer',
  'object',
  'drop',
  'resubmit',
  'resubmitAfterCorrection',
  'adopt',
  'coordinate',
  'reReview',
  'orderClosingRound',
  'upholdOpinion',
  'decide',
  'archive',
  'accept',
  'assign',
  'startReview',
  'submitDraft',
  'approve',
  'sign',
  'issue',
] as const satisfies readonly CaseAction[]
export type HeaderAct = (typeof HEADER_ACTS)[number]

/** Conditions that the person fulfils in the dialog that the button opens, so that they are no reason to disable it. */
const MET_IN_DIALOG: ReadonlySet<string> = new Set([
  'reasonGiven', 'missingItemsListed', 'remarksGiven', 'drawRecorded', 'reviewerEligible', 'correctionRecorded', 'numberAllocated', 'bothSigned',
  'feedbackRecorded', 'decisionRecorded', 'fileComplete',
])

export interface ActButton {
  readonly act: HeaderAct
  readonly enabled: boolean
  readonly offer: ActionOffer
}

/** Who is kept out by a rule, not only not meant: worth telling, because the person might expect the button. */
const KEPT_OUT: ReadonlySet<string> = new Set(['notHandler', 'notReviewer', 'notRecused'])

/**
 * The buttons of the header. What is another person's business has no button; somebody whom a rule keeps out sees it
 * disabled with the rule. A refusal for a condition shows the button disabled with the reason, or enabled where the
 * dialog behind it asks for what lacks.
 */
export function actButtons(offers: readonly ActionOffer[]): readonly ActButton[] {
  return HEADER_ACTS.flatMap((act): ActButton[] => {
    const offer = offers.find((one) => one.action === act)
    if (offer === undefined) return []
    const { refusal } = offer
    if (refusal === null) return [{ act, enabled: true, offer }]
    if (refusal.kind === 'relation' && refusal.needs.every((need) => KEPT_OUT.has(need))) return [{ act, enabled: false, offer }]
    if (refusal.kind !== 'condition') return []
    // an incomplete submission can be accepted with a reason, which the dialog asks for
    const open = refusal.missing.filter((one) => !MET_IN_DIALOG.has(one) && !(act === 'accept' && one === 'materialsComplete'))
    return [{ act, enabled: open.length === 0, offer }]
  })
}

/** Whether the person may do it, or could if a condition were met; so that its place on the screen is theirs. */
export function isTheirs(offers: readonly ActionOffer[], act: HeaderAct): boolean {
  return actButtons(offers).some((button) => button.act === act && button.offer.refusal?.kind !== 'relation')
}

export function mayDo(offers: readonly ActionOffer[], act: HeaderAct): boolean {
  return actButtons(offers).some((button) => button.act === act && button.enabled)
}
