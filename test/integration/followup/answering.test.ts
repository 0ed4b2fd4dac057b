/** After the opinion: the bureau answers each problem, objects, submits again; the dispute is settled. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Followup } from '../../../src/shared/followup/contract.ts'
import type { ProblemReply } from '../../../src/shared/followup/problems.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { issuedQuickly, issueRound } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, attach, NO } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation

beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-05-06T01:00:00.000Z') })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const TODAY = '2026-05-06'
const ANSWERED = { answeredBy: '田禾', answeredOn: TODAY }
const TWO_PROBLEMS = new Map([['5.5', { ...NO, finding: '罚款数额超出法定幅度。', suggestion: '在法定幅度内重新确定罚款数额。' }], ['7.1', NO]])
const view = (caseId: CaseId): Promise<Followup> => station.as('supervisor').call('followup.get', { caseId })
const stateOf = async (caseId: CaseId) => (await station.as('head').call('cases.get', { caseId })).state
const reply = (number: number, answer: ProblemReply['answer'] = 'adopted', reason = ''): ProblemReply => ({ number, answer, reason })
const trace = () => footprint(station.workstation.workbench.reader)

const loginOf = (name: string | undefined): string => (name === '贺知' ? 'reviewer2' : 'reviewer')

describe('the answer to an opinion with problems', () => {
  let caseId: CaseId
  beforeAll(async () => {
    caseId = await issuedQuickly(station, TWO_PROBLEMS)
  })

  it('is asked problem by problem, numbered and worded as the opinion is', async () => {
    const { rounds, standing } = await view(caseId)
    expect(rounds).toHaveLength(1)
    expect(rounds[0]?.problems).toMatchObject([
      { number: 1, questionId: '5.5', severity: 'F', advice: '在法定幅度内重新确定罚款数额。' },
      { number: 2, questionId: '7.1', severity: 'C' },
    ])
    expect(rounds[0]?.problems[0]?.finding).toMatch(/^罚款数额超出法定幅度。（依据：/)
    expect(standing).toMatchObject({ is: 'notPassed', type: 'T-CHG', round: 1 })
  })

  it('is refused, and nothing is written, while it is not whole, refuses everything, or is dated wrongly', async () => {
    const handler = station.as('handler')
    const before = trace()
    expect(await refusal(handler.call('followup.adopt', { caseId, ...ANSWERED, replies: [reply(1)] }), 'problems-unanswered')).toEqual({ numbers: ['2'] })
    expect(await refusal(handler.call('followup.adopt', { caseId, ...ANSWERED, replies: [reply(1), reply(2), reply(3)] }), 'problems-unanswered')).toEqual({ numbers: ['3'] })
    await refusal(handler.call('followup.adopt', { caseId, ...ANSWERED, replies: [reply(1, 'partly'), reply(2)] }), 'invalid-input')
    await refusal(handler.call('followup.adopt', { caseId, ...ANSWERED, replies: [reply(1, 'notAdopted', '不认同'), reply(2, 'notAdopted', '不认同')] }), 'feedback-is-objection')
    const replies = [reply(1), reply(2)]
    expect(await refusal(handler.call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: '2026-05-07', replies }), 'invalid-input')).toMatchObject({ problem: 'in-the-future' })
    expect(await refusal(handler.call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: '2026-05-05', replies }), 'invalid-input')).toMatchObject({ problem: 'before-the-opinion' })
    await refusal(station.as('handler2').call('followup.adopt', { caseId, ...ANSWERED, replies }), 'not-your-part')
    expect(trace()).toEqual(before)
  })

  it('is kept with reasons, by whom and when; the case is adopted, and can be answered once', async () => {
    const replies = [reply(2), reply(1, 'partly', '数额已调整，阶次不变。')]
    await station.as('handler').call('followup.adopt', { caseId, ...ANSWERED, replies })
    const { rounds } = await view(caseId)
    expect(rounds[0]?.feedback).toMatchObject({ outcome: 'adopted', by: '田禾', ...ANSWERED, replies: [{ number: 1, answer: 'partly', reason: '数额已调整，阶次不变。' }, { number: 2, answer: 'adopted' }] })
    expect(await stateOf(caseId)).toBe('adopted')
    await refusal(station.as('handler').call('followup.adopt', { caseId, ...ANSWERED, replies }), 'transition-refused')
    await refusal(station.as('handler').call('followup.object', { caseId, ...ANSWERED, replies, reason: '改变主意，提出异议。' }), 'transition-refused')
  })

  it('that does not pass leads to a new submission, which says for each problem what was corrected', async () => {
    const handler = station.as('handler')
    const again = { caseId, receivedOn: TODAY, note: '已按意见整改。' }
    const before = trace()
    expect(await refusal(handler.call('intake.resubmit', again), 'problems-not-corrected')).toEqual({ numbers: ['1', '2'] })
    const corrected = (...numbers: number[]) => numbers.map((number) => ({ number, corrected: `第${number}项已经改正` }))
    await refusal(handler.call('intake.resubmit', { ...again, corrections: corrected(1, 2, 2) }), 'problems-unanswered')
    await refusal(handler.call('intake.resubmit', { ...again, corrections: corrected(1, 2, 9) }), 'problems-unanswered')
    expect(trace()).toEqual(before)
    expect(await handler.call('intake.resubmit', { ...again, corrections: corrected(2, 1) })).toEqual({ round: 2 })
    const { rounds, standing } = await view(caseId)
    expect(rounds[0]?.corrections).toEqual(corrected(1, 2))
    expect(standing).toEqual({ is: 'unfinished', round: 2 })
  })

  it('has the reviewer of the round before review again, who sees the earlier answers beside the new', async () => {
    await attach(station, caseId, '整改说明.txt', '整改说明')
    await accept(station, caseId)
    await refusal(station.as('reviewer').call('followup.keepReviewer', { caseId }), 'not-allowed')
    expect(await station.as('head').call('followup.keepReviewer', { caseId })).toMatchObject({ round: 2, reviewer: '顾盼', mode: 'kept' })
    const { headings } = await station.as('reviewer').call('checklist.get', { caseId, round: null })
    const question = headings.flatMap(({ questions }) => questions).find(({ questionId }) => questionId === '5.5')
    expect(question).toMatchObject({ answer: null, previous: { answer: 'no', finding: '罚款数额超出法定幅度。' } })
    await issueRound(station, caseId)
    expect((await view(caseId)).standing).toMatchObject({ is: 'passed', round: 2 })
  })

  it('keeps no reviewer in a first round, and not one who may not review any more', async () => {
    const first = await issuedQuickly(station)
    await refusal(station.as('head').call('followup.keepReviewer', { caseId: first }), 'transition-refused')
    await station.as('handler').call('intake.resubmit', { caseId: first, receivedOn: TODAY, note: '补充了新的证据。' })
    await accept(station, first)
    await station.as('head').call('assignment.recuse', { caseId: first, personId: station.ids.get('reviewer') as string, reason: '近亲属' })
    const before = trace()
    await refusal(station.as('head').call('followup.keepReviewer', { caseId: first }), 'no-eligible-reviewer')
    expect(trace()).toEqual(before)
  })
})

describe('an objection', () => {
  const replies = [reply(1, 'notAdopted', '数额在法定幅度之内。'), reply(2)]
  const objection = { ...ANSWERED, replies, reason: '罚款数额没有超出法定幅度，请求复核。' }

  it('is answered once, by another reviewer, drawn; the second one goes to coordination', async () => {
    const caseId = await issuedQuickly(station, TWO_PROBLEMS)
    const handler = station.as('handler')
    await refusal(handler.call('followup.object', { caseId, ...objection, reason: '不服' }), 'invalid-input')
    expect(await handler.call('followup.object', { caseId, ...objection })).toEqual({ objections: 1 })
    await refusal(handler.call('followup.object', { caseId, ...objection }), 'transition-refused')
    expect(await stateOf(caseId)).toBe('objected')

    const next = await station.as('head').call('followup.reReview', { caseId })
    expect(next).toMatchObject({ round: 2, reviewer: '贺知', mode: 'drawn', reason: null })
    const detail = await station.as('head').call('cases.get', { caseId })
    expect(detail).toMatchObject({ state: 'underReview', round: 2, reviewer: { name: '贺知' } })
    expect(detail.dueOn).not.toBeNull()
    const { past } = await station.as('head').call('assignment.candidates', { caseId })
    expect(past.at(-1)).toMatchObject({ round: 2, mode: 'drawn', draw: { eligible: [station.ids.get('reviewer2')] }, excluded: [{ name: '顾盼', reasons: ['replaced'] }] })
    expect(await station.as('head').call('assignment.checkDraws', { caseId })).toMatchObject([{ round: 2, name: '贺知', fault: null }])
    const acts = (await station.as('head').call('cases.history', { caseId })).map(({ act }) => act)
    expect(acts.indexOf('case.commitDraw')).toBeLessThan(acts.indexOf('case.reReview'))
    await refusal(station.as('reviewer').call('opinion.compose', { caseId }), 'not-your-part')

    await issueRound(station, caseId, { login: 'reviewer2', no: TWO_PROBLEMS })
    expect(await handler.call('followup.object', { caseId, ...objection })).toEqual({ objections: 2 })
    const before = trace()
    expect(await refusal(station.as('head').call('followup.reReview', { caseId }), 'not-ready')).toMatchObject({ missing: ['firstObjection'] })
    expect(trace()).toEqual(before)
    expect((await station.as('head').call('cases.get', { caseId })).offers.map(({ action }) => action)).not.toContain('reReview')
    await handler.call('followup.coordinate', { caseId, reason: '两次复核意见不一致，提请会商。' })
    expect(await stateOf(caseId)).toBe('coordination')
  })

  it('is answered by the same reviewer where nobody else may, and the record says so', async () => {
    const caseId = await issuedQuickly(station, TWO_PROBLEMS)
    await station.as('head').call('assignment.recuse', { caseId, personId: station.ids.get('reviewer2') as string, reason: '近亲属' })
    await station.as('handler').call('followup.object', { caseId, ...objection })
    const next = await station.as('reviewer').call('followup.reReview', { caseId })
    expect(next).toMatchObject({ reviewer: '顾盼', mode: 'kept' })
    expect(next.reason).toContain('没有其他符合条件的审核人员')
    expect((await view(caseId)).rounds[0]?.reReview).toMatchObject({ round: 2, reviewer: '顾盼', reason: next.reason })
  })
})

describe('coordination', () => {
  const talk = {
    heldOn: TODAY,
    place: '三楼会议室',
    participants: [
      { name: '田禾', post: '执法一中队', side: 'handling' as const },
      { name: '顾盼', post: '法制审核股', side: 'review' as const },
      { name: '陆离', post: '局长', side: 'other' as const },
    ],
    handlingView: '罚款数额在法定幅度之内。',
    reviewView: '罚款数额超出法定幅度。',
    outcome: '未达成一致，提请局长决定。',
  }
  const alone = (outcome: 'uphold' | 'closingRound') => ({ by: 'head' as const, outcome, settledOn: TODAY, reason: '审核意见依据充分。' })

  async function coordinated(): Promise<CaseId> {
    const caseId = await issuedQuickly(station, TWO_PROBLEMS)
    await station.as('handler').call('followup.object', {
      caseId,
      ...ANSWERED,
      replies: [reply(1, 'notAdopted', '数额在法定幅度之内。'), reply(2)],
      reason: '罚款数额没有超出法定幅度。',
    })
    await station.as('head').call('followup.coordinate', { caseId, reason: '双方对数额认识不一。' })
    return caseId
  }

  it('is settled only on a record of the talk, by the agency head', async () => {
    const caseId = await coordinated()
    const before = trace()
    expect(await refusal(station.as('agencyHead').call('followup.settle', { caseId, settlement: alone('uphold') }), 'not-ready')).toMatchObject({ missing: ['settlementRecorded'] })
    await refusal(station.as('head').call('followup.settle', { caseId, settlement: alone('uphold') }), 'not-allowed')
    await refusal(station.as('handler').call('followup.recordCoordination', { caseId, record: { ...talk, participants: talk.participants.slice(0, 1) } }), 'invalid-input')
    const oneSided = [talk.participants[0], talk.participants[2]].flatMap((one) => (one === undefined ? [] : [one]))
    expect(await refusal(station.as('handler').call('followup.recordCoordination', { caseId, record: { ...talk, participants: oneSided } }), 'invalid-input')).toMatchObject({ problem: 'both-sides' })
    await refusal(station.as('handler2').call('followup.recordCoordination', { caseId, record: talk }), 'not-your-part')
    expect(await refusal(station.as('handler').call('followup.recordCoordination', { caseId, record: { ...talk, heldOn: '2026-05-05' } }), 'invalid-input')).toMatchObject({ problem: 'before-the-objection' })
    expect(trace()).toEqual(before)
    await station.as('reviewer').call('followup.recordCoordination', { caseId, record: talk })
    expect(await refusal(station.as('agencyHead').call('followup.settle', { caseId, settlement: { ...alone('uphold'), settledOn: '2026-05-05' } }), 'invalid-input')).toMatchObject({ problem: 'before-the-talk' })
    expect(await station.as('agencyHead').call('followup.settle', { caseId, settlement: alone('uphold') })).toEqual({ round: 1, next: null })
    expect(await stateOf(caseId)).toBe('adopted')
    expect((await view(caseId)).coordinations).toMatchObject([
      { round: 1, reason: '双方对数额认识不一。', records: [{ record: talk, by: '顾盼' }], settlement: { settlement: { outcome: 'uphold' }, by: '陆离' } },
    ])
  })

  it('upheld, it is no passed review: no decision', async () => {
    const caseId = await coordinated()
    await station.as('handler').call('followup.recordCoordination', { caseId, record: talk })
    await station.as('agencyHead').call('followup.settle', { caseId, settlement: alone('uphold') })
    const decision = { number: '清环罚〔2026〕8号', decidedOn: TODAY, actionKinds: ['penalty' as const], effects: [], party: '清川县碧波印染有限公司', citations: [], facts: { changed: false, how: '' } }
    expect(await refusal(station.as('handler').call('followup.decide', { caseId, decision }), 'not-ready')).toMatchObject({ missing: ['reviewPassed'] })
  })

  it('settled by the heads together keeps attendance and every view, and orders a closing round', async () => {
    const caseId = await coordinated()
    await station.as('handler').call('followup.recordCoordination', { caseId, record: talk })
    const collective = {
      by: 'collective' as const,
      outcome: 'closingRound' as const,
      settledOn: TODAY,
      reason: '法定幅度的认定有新的依据，重新审核。',
      chair: '陆离',
      recorder: '苏木',
      attendees: [
        { name: '陆离', post: '局长', view: '同意重新审核。', stance: 'closingRound' as const },
        { name: '方平', post: '副局长', view: '审核意见正确，应予维持。', stance: 'uphold' as const },
      ],
      absent: [{ name: '宋原', reason: '出差' }],
    }
    await refusal(station.as('agencyHead').call('followup.settle', { caseId, settlement: { ...collective, attendees: collective.attendees.slice(0, 1) } }), 'invalid-input')
    const settled = await station.as('agencyHead').call('followup.settle', { caseId, settlement: collective })
    expect(settled).toMatchObject({ round: 2, next: { round: 2, reviewer: '顾盼', mode: 'kept' } })
    expect(await station.as('head').call('cases.get', { caseId })).toMatchObject({ state: 'underReview', round: 2 })
    expect((await view(caseId)).coordinations[0]?.settlement?.settlement).toEqual(collective)
    await issueRound(station, caseId, { login: loginOf(settled.next?.reviewer) })
    expect((await view(caseId)).standing).toMatchObject({ is: 'passed', round: 2 })
  })

  it('cannot be recorded outside of it, and not settled twice', async () => {
    const caseId = await coordinated()
    await station.as('handler').call('followup.recordCoordination', { caseId, record: talk })
    await station.as('agencyHead').call('followup.settle', { caseId, settlement: alone('uphold') })
    await refusal(station.as('agencyHead').call('followup.settle', { caseId, settlement: alone('closingRound') }), 'transition-refused')
    await refusal(station.as('handler').call('followup.recordCoordination', { caseId, record: talk }), 'transition-refused')
  })
})
