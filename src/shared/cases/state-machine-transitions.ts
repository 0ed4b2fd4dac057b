/** The case track as a table. DESIGN "How a case flows"; the legal reasons stand beside the rows they explain. */
import type { CaseTransition, Grant } from './state-machine.ts'
import { UNREGISTERED, type CaseCondition } from './state-machine-terms.ts'

const grant = (role: Grant['role'], ...relations: Grant['relations']): Grant => ({ role, relations })

/** The review side before anybody is assigned: who handles the case, or is recused, keeps out (市监程序规定 49, 4). */
const REVIEW_DESK = [grant('reviewer', 'notHandler', 'notRecused'), grant('head', 'notHandler', 'notRecused')]
const HEAD = grant('head', 'notHandler', 'notRecused')
const HEAD_AT_ANY_TIME: Grant<CaseCondition> = { ...HEAD, spared: ['supplementOver'] }
/** Approving and counter-signing: a second person, so that nobody approves an opinion of their own. */
const OTHER_HEAD = grant('head', 'notHandler', 'notReviewer', 'notRecused')
const ASSIGNED = grant('reviewer', 'assignedReviewer', 'notHandler', 'notRecused')
/** Who handles the case. Recused (回避, 行政处罚法 43) they decide nothing in it any more, and bring in papers alone. */
const HANDLER = grant('handler', 'handlerOfCase', 'notRecused')
/** Of the agency, whatever else they are in the case. */
const ANY_HEAD = grant('head', 'notRecused')
const AGENCY_HEAD = grant('agencyHead', 'notRecused')
/** The handling side answers itself, or the review desk records the paper that it sent. */
const HANDLING_SIDE = [HANDLER, grant('reviewer', 'assignedReviewer', 'notRecused'), ANY_HEAD]

const row = (transition: Partial<CaseTransition> & Omit<CaseTransition, 'needs' | 'clocks' | 'startsRound'>) => ({
  needs: [],
  clocks: [],
  startsRound: false,
  ...transition,
})

export const CASE_TRANSITIONS: readonly CaseTransition[] = [
  row({
    action: 'register',
    from: [UNREGISTERED],
    to: 'received',
    by: [grant('handler'), grant('reviewer'), grant('head')],
    clocks: [{ clock: 'decisionLimit', effect: 'start' }],
    audit: 'case.register',
    startsRound: true,
  }),
  row({
    action: 'returnForSupplement',
    from: ['received'],
    to: 'returned',
    by: REVIEW_DESK,
    needs: ['missingItemsListed'],
    clocks: [{ clock: 'supplement', effect: 'start' }],
    audit: 'case.returnForSupplement',
  }),
  row({
    // Who is recused may still bring in what was asked for: what it is worth is judged by others.
    action: 'resubmit',
    from: ['returned'],
    to: 'received',
    by: [grant('handler', 'handlerOfCase'), grant('reviewer', 'notRecused'), ANY_HEAD],
    clocks: [{ clock: 'supplement', effect: 'stop' }],
    audit: 'case.resubmit',
  }),
  row({
    // The review limit runs from complete materials: 内蒙古 Order 244 art. 29 does not count supplements; Liaoning alike.
    action: 'accept',
    from: ['received'],
    to: 'accepted',
    by: REVIEW_DESK,
    needs: ['materialsComplete'],
    clocks: [{ clock: 'reviewLimit', effect: 'restart' }],
    audit: 'case.accept',
  }),
  row({
    // Chance decides, so that nobody picks (人情案).
    action: 'assign',
    from: ['accepted'],
    to: 'assigned',
    by: [HEAD],
    needs: ['reviewerEligible', 'drawRecorded'],
    audit: 'case.assign',
  }),
  row({
    action: 'assignManually',
    from: ['accepted'],
    to: 'assigned',
    by: [HEAD],
    needs: ['reviewerEligible', 'reasonGiven'],
    audit: 'case.assignManually',
  }),
  row({
    action: 'assignSameReviewer',
    from: ['accepted'],
    to: 'assigned',
    by: [HEAD],
    needs: ['reviewerEligible', 'laterRound'],
    audit: 'case.assignSameReviewer',
  }),
  row({
    // Who leaves, falls ill or is recused does not keep the case: where it waits for papers, it waits on under the new reviewer,
    // with the notice that went out and its day.
    action: 'reassign',
    from: ['assigned', 'underReview', 'supplementing', 'drafted'],
    to: 'assigned',
    staysIn: ['supplementing'],
    by: [HEAD],
    needs: ['reviewerEligible', 'reasonGiven'],
    audit: 'case.reassign',
  }),
  row({ action: 'startReview', from: ['assigned'], to: 'underReview', by: [ASSIGNED], audit: 'case.startReview' }),
  row({
    // A paper that turns out to be missing during the review is asked for within a set time (内蒙古 Order 244 art. 29), and
    // the time of supplying it does not count where the rule says so (art. 31). Reviewer, answers and draft stay.
    action: 'askSupplement',
    from: ['underReview'],
    to: 'supplementing',
    by: [ASSIGNED, HEAD],
    needs: ['missingItemsListed'],
    clocks: [
      { clock: 'supplement', effect: 'start' },
      { clock: 'reviewLimit', effect: 'pause' },
    ],
    audit: 'case.askSupplement',
  }),
  row({
    // The papers are in: the review goes on where it was. Who brings them in says nothing on them, and may be recused.
    action: 'takeSupplement',
    from: ['supplementing'],
    to: 'underReview',
    by: [grant('handler', 'handlerOfCase'), ASSIGNED, HEAD],
    clocks: [
      { clock: 'supplement', effect: 'stop' },
      { clock: 'reviewLimit', effect: 'resume' },
    ],
    audit: 'case.takeSupplement',
  }),
  row({
    // They did not come in time: it is reviewed what is there, and why that is possible is written down. A notice cannot be
    // mended, so that the head may end it before its day, which was wrong.
    action: 'endSupplement',
    from: ['supplementing'],
    to: 'underReview',
    by: [ASSIGNED, HEAD_AT_ANY_TIME],
    needs: ['supplementOver', 'reasonGiven'],
    clocks: [
      { clock: 'supplement', effect: 'stop' },
      { clock: 'reviewLimit', effect: 'resume' },
    ],
    audit: 'case.endSupplement',
  }),
  row({
    action: 'submitDraft',
    from: ['underReview'],
    to: 'drafted',
    by: [ASSIGNED],
    needs: ['allAnswered', 'overrideReasoned', 'opinionComplete'],
    audit: 'opinion.submit',
  }),
  row({
    action: 'sendBack',
    from: ['drafted'],
    to: 'underReview',
    by: [OTHER_HEAD],
    needs: ['remarksGiven'],
    audit: 'opinion.sendBack',
  }),
  row({
    // Also after the reviewer's signature: it is taken back, and the number is kept as void with the reason.
    action: 'recall',
    from: ['drafted', 'approved'],
    to: 'underReview',
    by: [ASSIGNED, OTHER_HEAD],
    needs: ['headNotSigned', 'reasonGiven'],
    audit: 'opinion.recall',
  }),
  row({ action: 'approve', from: ['drafted'], to: 'approved', by: [OTHER_HEAD], audit: 'opinion.approve' }),
  row({
    // The reviewer signs first, on the text with its number, which is frozen from here on.
    action: 'sign',
    from: ['approved'],
    to: 'same',
    by: [ASSIGNED],
    needs: ['numberAllocated', 'nothingSigned'],
    audit: 'opinion.sign',
  }),
  row({
    // The head's signature is the second and issues the opinion.
    action: 'issue',
    from: ['approved'],
    to: 'issued',
    by: [OTHER_HEAD],
    needs: ['numberAllocated', 'bothSigned'],
    clocks: [
      { clock: 'reviewLimit', effect: 'stop' },
      { clock: 'feedback', effect: 'start' },
    ],
    audit: 'opinion.issue',
  }),
  row({
    action: 'adopt',
    from: ['issued'],
    to: 'adopted',
    by: HANDLING_SIDE,
    needs: ['feedbackRecorded'],
    clocks: [{ clock: 'feedback', effect: 'stop' }],
    audit: 'case.adopt',
  }),
  row({
    action: 'object',
    from: ['issued'],
    to: 'objected',
    by: HANDLING_SIDE,
    needs: ['reasonGiven'],
    clocks: [{ clock: 'feedback', effect: 'stop' }],
    audit: 'case.object',
  }),
  row({
    // Once: a second objection goes to coordination. The reviewer answers the objection in a round of its own.
    action: 'reReview',
    from: ['objected'],
    to: 'underReview',
    by: [ASSIGNED, HEAD],
    needs: ['firstObjection'],
    clocks: [{ clock: 'reviewLimit', effect: 'restart' }],
    audit: 'case.reReview',
    startsRound: true,
  }),
  row({
    action: 'coordinate',
    from: ['objected'],
    to: 'coordination',
    by: [HANDLER, ANY_HEAD, AGENCY_HEAD],
    needs: ['reasonGiven'],
    clocks: [{ clock: 'coordination', effect: 'start' }],
    audit: 'case.coordinate',
  }),
  row({
    // The agency head settles the dispute in person (Inner Mongolia Order 244 art. 32; 医保 40, 44: collectively).
    action: 'upholdOpinion',
    from: ['coordination'],
    to: 'adopted',
    by: [AGENCY_HEAD],
    needs: ['settlementRecorded'],
    clocks: [{ clock: 'coordination', effect: 'stop' }],
    audit: 'case.upholdOpinion',
  }),
  row({
    // No text says that settling the dispute replaces a passed review, so a decision still needs a closing round.
    action: 'orderClosingRound',
    from: ['coordination'],
    to: 'underReview',
    by: [AGENCY_HEAD],
    needs: ['settlementRecorded'],
    clocks: [
      { clock: 'coordination', effect: 'stop' },
      { clock: 'reviewLimit', effect: 'restart' },
    ],
    audit: 'case.orderClosingRound',
    startsRound: true,
  }),
  row({
    // 国办发〔2018〕118号 (13): the handling body studies the problems, acts, and submits again.
    // That begins with the completeness check.
    action: 'resubmitAfterCorrection',
    from: ['issued', 'adopted'],
    to: 'received',
    by: [HANDLER, grant('reviewer', 'notRecused'), ANY_HEAD],
    needs: ['correctionRecorded'],
    clocks: [{ clock: 'feedback', effect: 'stop' }],
    audit: 'case.resubmitAfterCorrection',
    startsRound: true,
  }),
  row({
    // No review, or review not passed: no decision (APL 58; 118号 part 4 for all five kinds of act).
    // No fine instead of a transfer (APL 27, 82).
    action: 'decide',
    from: ['adopted'],
    to: 'decided',
    by: [HANDLER, ANY_HEAD, AGENCY_HEAD],
    needs: ['reviewPassed', 'transferSettled', 'decisionRecorded'],
    clocks: [
      { clock: 'decisionLimit', effect: 'stop' },
      { clock: 'disclosure', effect: 'start' },
    ],
    audit: 'case.decide',
  }),
  row({
    // 撤案、不予处罚、移送有权机关: what the opinion advised against is not decided.
    action: 'drop',
    from: ['adopted'],
    to: 'dropped',
    by: [HANDLER, ANY_HEAD, AGENCY_HEAD],
    needs: ['reasonGiven'],
    clocks: [{ clock: 'decisionLimit', effect: 'stop' }],
    audit: 'case.drop',
  }),
  row({
    action: 'disclose',
    from: ['decided'],
    to: 'disclosed',
    by: HANDLING_SIDE,
    needs: ['disclosureRecorded'],
    clocks: [{ clock: 'disclosure', effect: 'stop' }],
    audit: 'case.disclose',
  }),
  row({
    action: 'archive',
    from: ['disclosed', 'dropped'],
    to: 'archived',
    by: HANDLING_SIDE,
    needs: ['fileComplete'],
    audit: 'case.archive',
  }),
  row({
    // Until a decision is made. Issued opinions of earlier rounds stay as they are.
    action: 'withdraw',
    from: [
      'received', 'returned', 'accepted', 'assigned', 'underReview', 'supplementing', 'drafted', 'approved', 'issued',
      'adopted', 'objected', 'coordination',
    ],
    to: 'withdrawn',
    by: [HANDLER, ANY_HEAD],
    needs: ['reasonGiven'],
    clocks: [
      { clock: 'supplement', effect: 'stop' },
      { clock: 'reviewLimit', effect: 'stop' },
      { clock: 'feedback', effect: 'stop' },
      { clock: 'coordination', effect: 'stop' },
      { clock: 'decisionLimit', effect: 'stop' },
    ],
    audit: 'case.withdraw',
  }),
]
