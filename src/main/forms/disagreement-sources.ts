/** 采纳情况反馈表, 异议复核表, 会商记录. */
import { SIDE_LABELS } from '../../shared/followup/disagreement.ts'
import { PROBLEM_ANSWER_LABELS } from '../../shared/followup/problems.ts'
import type { Feedback } from '../../shared/followup/contract.ts'
import { coordinationsOf } from '../followup/disagreement-record.ts'
import { correctionsOf, feedbackOf } from '../followup/feedback-record.ts'
import type { RoundWithOpinion } from '../followup/standing.ts'
import { personName } from '../people/people.ts'
import { aboutRecords, dayText, numbered, roundLabel, type FormDesk, type FormSource } from './form-source.ts'
import { opinionFacts } from './general-facts.ts'

/** One for each issued opinion: before the bureau answered it is the form on which it answers. */
export function adoptionFeedback(desk: FormDesk): FormSource {
  return aboutRecords(
    'noOpinion',
    desk.issued.toReversed().map((one) => ({ key: `round:${one.round.round}`, label: roundLabel(one.round.round), facts: () => feedbackFacts(desk, one) })),
  )
}

function feedbackFacts(desk: FormDesk, { round: { round }, problems }: RoundWithOpinion) {
  const { reader } = desk.context
  const feedback = feedbackOf(reader, desk.record.id, round)
  const corrected = new Map(correctionsOf(reader, desk.record.id, round).map((one) => [one.number, one.corrected]))
  const rows = problems.map(({ number, finding, advice }) => {
    const reply = feedback?.replies.find((one) => one.number === number)
    const answer = reply === undefined ? '' : PROBLEM_ANSWER_LABELS[reply.answer]['zh-CN']
    const reason = [reply?.reason ?? '', corrected.get(number) ?? ''].filter((part) => part !== '').join('；')
    // plain adoption needs no reason
    return { ordinal: String(number), finding, advice, answer, reason: reason === '' && reply?.answer === 'adopted' ? '—' : reason }
  })
  const none = { ordinal: '—', finding: '审核意见未提出问题', advice: '—', answer: '—', reason: '—' }
  return {
    values: {
      ...opinionFacts(desk, round),
      feedbackOutcome: feedback === null ? '' : feedback.outcome === 'adopted' ? '采纳审核意见' : `对审核意见提出异议：${feedback.reason}`,
      feedbackBy: feedback?.answeredBy ?? '',
      feedbackOn: dayText(feedback?.answeredOn),
    },
    lists: { problems: problems.length === 0 ? [none] : rows },
  }
}

interface Objection {
  readonly of: RoundWithOpinion
  readonly feedback: Feedback
}

export function objectionReview(desk: FormDesk): FormSource {
  const objections = desk.issued.flatMap((of): Objection[] => {
    const feedback = feedbackOf(desk.context.reader, desk.record.id, of.round.round)
    return feedback?.outcome === 'objected' ? [{ of, feedback }] : []
  })
  return aboutRecords(
    'noObjection',
    objections.toReversed().map((one) => ({ key: `round:${one.of.round.round}`, label: roundLabel(one.of.round.round), facts: () => objectionFacts(desk, one) })),
  )
}

function objectionFacts(desk: FormDesk, { of: { round, problems }, feedback }: Objection) {
  const { context, record } = desk
  const after = desk.issued.find((one) => one.round.round > round.round)
  const next = opinionFacts(desk, after?.round.round ?? 0)
  const second = after?.round.reviewerId ?? (record.round > round.round ? record.reviewerId : null)
  const disputed = feedback.replies
    .filter(({ answer }) => answer !== 'adopted')
    .map(({ number, reason }) => ({ ordinal: String(number), finding: problems.find((one) => one.number === number)?.finding ?? '', reason }))
  return {
    values: {
      ...opinionFacts(desk, round.round),
      objectionOn: dayText(feedback.answeredOn),
      feedbackBy: feedback.answeredBy,
      objectionReason: feedback.reason,
      firstReviewer: round.reviewerId === null ? '' : personName(context.reader, round.reviewerId),
      secondReviewer: second === null ? '' : personName(context.reader, second),
      reReviewOutcome: next.opinionType ?? '',
      reReviewNumber: next.opinionNumber ?? '',
      reReviewDate: next.opinionDate ?? '',
    },
    lists: { disputed },
  }
}

export function coordinationRecord(desk: FormDesk): FormSource {
  const talks = coordinationsOf(desk.context.reader, desk.record.id).flatMap(({ round, reason, records }) =>
    records.map((kept, index) => ({ round, reason, index, ...kept })),
  )
  return aboutRecords(
    'noTalk',
    talks.toReversed().map(({ round, reason, index, record: talk, by }) => ({
      key: `talk:${round}:${index}`,
      label: { 'zh-CN': `${dayText(talk.heldOn)}会商`, en: `Talk of ${talk.heldOn}` },
      facts: () => ({
        values: {
          ...opinionFacts(desk, round),
          talkReason: reason,
          talkOn: dayText(talk.heldOn),
          talkPlace: talk.place,
          handlingView: talk.handlingView,
          reviewView: talk.reviewView,
          talkOutcome: talk.outcome,
          talkRecorder: by,
        },
        lists: { participants: numbered(talk.participants.map(({ name, post, side }) => ({ name, post, side: SIDE_LABELS[side]['zh-CN'] }))) },
      }),
    })),
  )
}
