/** Each act of the case machine as people do it at a shell: the call, and what is filled in before it. */
import type { AnswerFields } from '../../src/shared/checklist/contract.ts'
import type { MethodInput, MethodName } from '../../src/shared/contract/contract.ts'
import type { CaseAction } from '../../src/shared/cases/state-machine-terms.ts'
import { civilDayOf } from '../../src/shared/deadlines/civil-time.ts'
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import type { Problem } from '../../src/shared/followup/problems.ts'
import { isoInstant, type CaseId, type IsoDate } from '../../src/shared/values/values.ts'
import { writeAnswer } from '../../src/main/checklist/answer-record.ts'
import type { Random } from '../generator/random.ts'
import { caseFields, NO, SIGNING_PASSWORD, YES } from '../support/test-case.ts'
import { disclose } from './disclosure-acts.ts'
import { isSmooth, type Acting, type Answer, type HistoryStation } from './history-station.ts'

export interface Doing {
  readonly the: HistoryStation
  readonly login: Acting
  readonly caseId: CaseId
  readonly random: Random
  /** In a history that is replayed: who was drawn then. Chance is the one thing that cannot be had again. */
  readonly drawn: Acting | null
}

type Done = Promise<Answer<never>>
type Act = (doing: Doing) => Done

const today = ({ the }: Doing): IsoDate => civilDayOf(isoInstant(the.now()))
const REASON = '随机历史：写明的理由。'

/** `ask` with the answer's value left aside. */
const call = <Name extends MethodName>({ the, login }: Doing, name: Name, input: MethodInput<Name>): Done =>
  the.ask(login, name, input) as Done

/** Number and date of the next act on the opinion; 1 where there is none, so that a wrong call is still a whole one. */
async function versionOf({ the, login, caseId }: Doing): Promise<number> {
  const found = await the.ask(login, 'opinion.get', { caseId, round: null })
  return found.ok ? (found.value?.version ?? 1) : 1
}

async function problemsOf({ the, login, caseId }: Doing): Promise<readonly Problem[]> {
  const followup = await the.ask(login, 'followup.get', { caseId })
  return followup.ok ? (followup.value.rounds.at(-1)?.problems ?? []) : []
}

/** Whatever is not answered yet, written in one go: one by one they would be most of the time of a run. */
async function answerEverything(doing: Doing): Promise<void> {
  const { the, login, caseId, random } = doing
  const { headings, round } = await the.do(login, 'checklist.get', { caseId, round: null })
  const open = headings.flatMap(({ questions }) => questions).filter(({ answer }) => answer === null).map(({ questionId }) => questionId)
  if (open.length === 0) return
  const wrong = new Set(isSmooth(the, caseId) || random.chance(0.45) ? [] : Array.from({ length: random.int(1, 3) }, () => random.pick(open)))
  const [byHand] = open
  const { workbench } = the.station.workstation
  workbench.actAs(the.idOf(login), { act: 'answer.save', subject: `case/${caseId}`, content: { round } }, (writer) => {
    for (const questionId of open.slice(1)) {
      const fields: AnswerFields = wrong.has(questionId) ? NO : YES
      writeAnswer(writer, { caseId, round, questionId, fields, version: 1, by: the.idOf(login), at: isoInstant(the.now()) })
    }
  })
  if (byHand !== undefined) await the.do(login, 'checklist.answer', { caseId, questionId: byHand, expectedVersion: 0, fields: YES })
}

async function submitDraft(doing: Doing): Done {
  const { the, login, caseId } = doing
  await answerEverything(doing)
  const composed = await the.do(login, 'opinion.compose', { caseId })
  let { version } = composed
  for (const { id } of composed.remarks.filter(({ answer }) => answer?.resolved !== true)) {
    ;({ version } = await the.do(login, 'opinion.answerRemark', { caseId, expectedVersion: version, remarkId: id, text: '已修改', resolved: true }))
  }
  return call(doing, 'opinion.submit', { caseId, expectedVersion: version })
}

async function adopt(doing: Doing): Done {
  const problems = await problemsOf(doing)
  const replies = problems.map(({ number }, place) => {
    const answer = place === 0 || doing.random.chance(0.6) ? ('adopted' as const) : doing.random.pick(['partly', 'notAdopted'] as const)
    return { number, answer, reason: answer === 'adopted' ? '' : REASON }
  })
  return call(doing, 'followup.adopt', { caseId: doing.caseId, answeredBy: '田禾', answeredOn: today(doing), replies })
}

async function object(doing: Doing): Done {
  const problems = await problemsOf(doing)
  const replies = problems.map(({ number }) => ({ number, answer: 'notAdopted' as const, reason: REASON }))
  return call(doing, 'followup.object', { caseId: doing.caseId, answeredBy: '田禾', answeredOn: today(doing), replies, reason: '审核意见与查明的事实不符。' })
}

async function resubmit(doing: Doing): Done {
  const problems = await problemsOf(doing)
  const corrections = problems.map(({ number }) => ({ number, corrected: '已经补正' }))
  return call(doing, 'intake.resubmit', { caseId: doing.caseId, receivedOn: today(doing), note: '已补正', corrections })
}

export function decisionOf(doing: Doing): MethodInput<'followup.decide'>['decision'] {
  const { party, effects, citations, actionKinds } = caseFields()
  const amount = doing.random.chance(0.8) ? 200_000 : 300_000
  return {
    number: `清环罚〔2026〕${doing.random.int(1, 99_999)}号`,
    decidedOn: today(doing),
    actionKinds,
    effects: effects.map((effect) => ({ ...effect, amount, party: party.name })),
    citations,
    facts: { changed: false, how: '' },
  }
}

const settle = (outcome: 'uphold' | 'closingRound'): Act => (doing) =>
  call(doing, 'followup.settle', { caseId: doing.caseId, settlement: { by: 'head', outcome, settledOn: today(doing), reason: REASON } })

const choose: Act = (doing) =>
  call(doing, 'assignment.choose', { caseId: doing.caseId, personId: doing.the.idOf(doing.random.pick(['reviewer', 'reviewer2'])), reason: REASON })

/** Where the program has no call for an act (yet), it stands as null and is never tried. */
export const ACTS: Readonly<Record<Exclude<CaseAction, 'register'>, Act | null>> = {
  returnForSupplement: (doing) =>
    call(doing, 'intake.returnForSupplement', { caseId: doing.caseId, missing: ['立案审批表'], reason: REASON, replyBy: shiftDays(today(doing), doing.random.int(1, 15)) }),
  resubmit,
  accept: (doing) => call(doing, 'intake.accept', { caseId: doing.caseId, incompleteReason: REASON }),
  assign: (doing) =>
    doing.drawn === null
      ? call(doing, 'assignment.draw', { caseId: doing.caseId })
      : call(doing, 'assignment.choose', { caseId: doing.caseId, personId: doing.the.idOf(doing.drawn), reason: REASON }),
  assignManually: choose,
  assignSameReviewer: (doing) => call(doing, 'followup.keepReviewer', { caseId: doing.caseId }),
  reassign: choose,
  startReview: (doing) => call(doing, 'checklist.begin', { caseId: doing.caseId }),
  askSupplement: (doing) =>
    call(doing, 'intake.askSupplement', { caseId: doing.caseId, missing: ['现场检查笔录'], reason: REASON, replyBy: shiftDays(today(doing), doing.random.int(0, 15)) }),
  takeSupplement: (doing) => call(doing, 'intake.takeSupplement', { caseId: doing.caseId, receivedOn: today(doing), note: '' }),
  endSupplement: (doing) => call(doing, 'intake.endSupplement', { caseId: doing.caseId, reason: REASON }),
  submitDraft,
  sendBack: async (doing) =>
    call(doing, 'opinion.sendBack', { caseId: doing.caseId, expectedVersion: await versionOf(doing), remarks: [{ sectionId: null, paragraph: null, text: '请写明依据' }] }),
  recall: (doing) => call(doing, 'opinion.recall', { caseId: doing.caseId, reason: REASON }),
  approve: async (doing) => call(doing, 'opinion.approve', { caseId: doing.caseId, expectedVersion: await versionOf(doing) }),
  sign: (doing) =>
    call(doing, 'opinion.signAsReviewer', { caseId: doing.caseId, certificateId: doing.the.certificate(doing.login), signingPassword: SIGNING_PASSWORD }),
  issue: (doing) =>
    call(doing, 'opinion.signAsHead', { caseId: doing.caseId, certificateId: doing.the.certificate(doing.login), signingPassword: SIGNING_PASSWORD }),
  adopt,
  object,
  reReview: (doing) => call(doing, 'followup.reReview', { caseId: doing.caseId }),
  coordinate: (doing) => call(doing, 'followup.coordinate', { caseId: doing.caseId, reason: REASON }),
  upholdOpinion: settle('uphold'),
  orderClosingRound: settle('closingRound'),
  resubmitAfterCorrection: resubmit,
  decide: (doing) => call(doing, 'followup.decide', { caseId: doing.caseId, decision: decisionOf(doing) }),
  drop: (doing) => call(doing, 'followup.drop', { caseId: doing.caseId, kind: 'closed', on: today(doing), reason: REASON }),
  disclose,
  archive: (doing) =>
    call(doing, 'followup.archive', {
      caseId: doing.caseId,
      on: today(doing),
      archive: { place: '2026-1', pages: 12, excuses: (['decisionPaper', 'serviceReceipt', 'submission'] as const).map((item) => ({ item, reason: REASON })) },
    }),
  withdraw: (doing) => call(doing, 'cases.withdraw', { caseId: doing.caseId, reason: REASON }),
}

/**
 * The call of an act alone, without what is done before it: what somebody who may not do it would send. That of a disclosure
 * is more than the act of the case, and forbidden in its own way, see `disclosure-acts.ts`.
 */
export const BARE: typeof ACTS = {
  ...ACTS,
  disclose: null,
  submitDraft: async (doing) => call(doing, 'opinion.submit', { caseId: doing.caseId, expectedVersion: await versionOf(doing) }),
}

/** Acts with the same call: where one of them may be done, the other is no illegal try. */
export const SAME_CALL: readonly (readonly CaseAction[])[] = [
  ['assignManually', 'reassign'],
  ['resubmit', 'resubmitAfterCorrection'],
]

/** What people do beside the acts of the machine. */
export const BESIDE: Readonly<Record<string, Act>> = {
  recuse: (doing) => call(doing, 'assignment.recuse', { caseId: doing.caseId, personId: doing.the.idOf(doing.login), reason: REASON }),
  recordCoordination: (doing) =>
    call(doing, 'followup.recordCoordination', {
      caseId: doing.caseId,
      record: {
        heldOn: today(doing),
        place: '',
        handlingView: '不认同',
        reviewView: '坚持',
        outcome: '提请决定',
        participants: [
          { name: '田禾', post: '', side: 'handling' },
          { name: '顾盼', post: '', side: 'review' },
        ],
      },
    }),
  recordIrregular: (doing) => call(doing, 'followup.recordIrregularDecision', { caseId: doing.caseId, decision: decisionOf(doing), note: REASON }),
  suspend: (doing) =>
    call(doing, 'followup.suspend', { caseId: doing.caseId, on: today(doing), basis: '《行政处罚法》第三十七条', reason: REASON, approvedBy: '陆离' }),
  resume: (doing) => call(doing, 'followup.resume', { caseId: doing.caseId, on: today(doing), reason: REASON }),
}
