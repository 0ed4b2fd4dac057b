/**
 * Which of the acts that the core offers become buttons, and where. The core decides what may be done; here is only
 * what this screen can carry out, so that no button is dead.
 */
import type { ActionOffer, CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { CaseAction } from '../../shared/cases/state-machine-terms.ts'

/** Acts with a button in the header of the case, in the order of the buttons; the main one comes last. */
export const HEADER_ACTS = [
  'withdraw',
  'recall',
  'reassign',
  'returnForSupplement',
  'askSupplement',
  'sendBack',
  'assignManually',
  'assignSameReviewer',
  'object',
  'drop',
  'endSupplement',
  'resubmit',
  'takeSupplement',
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

/** Acts that turn away from what was sent or said: they are there, and never urged. */
const NEVER_URGED: ReadonlySet<HeaderAct> = new Set(['withdraw', 'recall', 'reassign', 'returnForSupplement', 'askSupplement', 'endSupplement', 'sendBack', 'object', 'drop'])

/**
 * The one act that the state of the case asks for, whose button is the main one (主按钮). That what was corrected comes
 * in again (整改后重新送审) is asked for only where the answer is in and the review is not passed; a case whose opinion
 * agrees goes on to the decision, and where that waits for something else, no button is the main one.
 * @param types those of the catalogue that the last round was reviewed under
 */
export function leadingAct(buttons: readonly ActButton[], standing: Standing, types: Catalogue['opinionTypes']): HeaderAct | null {
  const comesAgain = isCorrectionAsked(standing, types)
  const leading = buttons.findLast(
    ({ act, enabled }) => enabled && !NEVER_URGED.has(act) && (act !== 'resubmitAfterCorrection' || comesAgain),
  )
  return leading?.act ?? null
}

type Standing = Pick<CaseDetail, 'state' | 'offers' | 'rounds'>

/** Who may decide is told by the core whether the review is passed; for the others the opinion's type tells. */
function isCorrectionAsked({ state, offers, rounds }: Standing, types: Catalogue['opinionTypes']): boolean {
  if (state !== 'adopted') return false
  const decide = offers.find(({ action }) => action === 'decide')
  if (decide === undefined) return types.find(({ id }) => id === rounds.at(-1)?.opinionType)?.passes === false
  return decide.refusal?.kind === 'condition' && decide.refusal.missing.includes('reviewPassed')
}

/** Whether the person may do it, or could if a condition were met; so that its place on the screen is theirs. */
export function isTheirs(offers: readonly ActionOffer[], act: HeaderAct): boolean {
  return actButtons(offers).some((button) => button.act === act && button.offer.refusal?.kind !== 'relation')
}

export function mayDo(offers: readonly ActionOffer[], act: HeaderAct): boolean {
  return actButtons(offers).some((button) => button.act === act && button.enabled)
}
