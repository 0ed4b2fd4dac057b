/** Who is recused in the middle of a case: what follows the opinion is decided, recorded and published by others. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { CaseId, PersonId } from '../../../src/shared/values/values.ts'
import { assignedQuickly, issuedQuickly } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

const TODAY = '2026-05-06'
const BY_LAW = { needs: ['notRecused'] }
let station: TestStation
beforeAll(async () => {
  station = await createTestStation({ now: () => new Date(`${TODAY}T01:00:00.000Z`) })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const recuse = (caseId: CaseId, login: string, by = 'head2') =>
  station.as(by).call('assignment.recuse', { caseId, personId: station.ids.get(login) as PersonId, reason: '与当事人有亲属关系' })
const stateOf = async (caseId: CaseId) => (await station.as('supervisor').call('cases.get', { caseId })).state
const trace = () => footprint(station.workstation.workbench.reader)
const adopt = (caseId: CaseId, login = 'handler') => station.as(login).call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: TODAY, replies: [] })
const decision = (): MethodInput<'followup.decide'>['decision'] => {
  const { party, effects, citations, actionKinds } = caseFields()
  return { number: '清环罚〔2026〕8号', decidedOn: TODAY, actionKinds, effects: effects.map((effect) => ({ ...effect, party: party.name })), citations, facts: { changed: false, how: '' } }
}
const decide = (caseId: CaseId, login: string) => station.as(login).call('followup.decide', { caseId, decision: decision() })
async function publish(caseId: CaseId, login: string) {
  const { id } = await station.as(login).stage('公示截图.png', Buffer.from('89504e470d0a1a0a', 'hex'))
  const proofs = [{ stagedId: id, name: '公示截图.png' }]
  return station.as(login).call('disclosure.recordPublication', { caseId, place: 'place.agency-site', placeName: '', address: 'https://www.example.gov.cn/xzcf/8', publishedOn: TODAY, what: 'summary', maskingId: null, note: '', proofs })
}
const offered = async (caseId: CaseId, login: string) => (await station.as(login).call('cases.get', { caseId })).offers.filter(({ refusal: why }) => why === null).map(({ action }) => action)

it('a recused head of review publishes nothing while the case waits for its disclosure, and another head does', async () => {
  const caseId = await issuedQuickly(station)
  await adopt(caseId)
  await decide(caseId, 'handler')
  expect(await stateOf(caseId)).toBe('decided')
  await recuse(caseId, 'head')
  const before = trace()
  expect(await refusal(publish(caseId, 'head'), 'not-your-part')).toMatchObject({ action: 'disclose', ...BY_LAW })
  const { exceptions } = await station.as('head').call('disclosure.get', { caseId })
  const withhold = { caseId, ruleId: exceptions[0]?.id ?? '', reason: '涉及国家秘密。' }
  expect(await refusal(station.as('head').call('disclosure.submitWithholding', withhold), 'not-your-part')).toMatchObject(BY_LAW)
  expect(trace()).toEqual(before)
  expect(await offered(caseId, 'head')).toEqual([])
  expect(await publish(caseId, 'head2')).toEqual({ settled: true })
})

it('a recused handler, head or agency head answers, decides and drops nothing; others do', async () => {
  const caseId = await issuedQuickly(station)
  for (const login of ['handler', 'head', 'agencyHead']) await recuse(caseId, login)
  const before = trace()
  for (const login of ['handler', 'head']) expect(await refusal(adopt(caseId, login), 'not-your-part')).toMatchObject(BY_LAW)
  const objection = { caseId, answeredBy: '田禾', answeredOn: TODAY, replies: [], reason: '审核意见与查明的事实不符。' }
  expect(await refusal(station.as('handler').call('followup.object', objection), 'not-your-part')).toMatchObject(BY_LAW)
  expect(await refusal(station.as('handler').call('cases.withdraw', { caseId, reason: '单位撤回送审' }), 'not-your-part')).toMatchObject(BY_LAW)
  expect(trace()).toEqual(before)
  await adopt(caseId, 'head2')
  for (const login of ['handler', 'head', 'agencyHead']) {
    expect(await refusal(decide(caseId, login), 'not-your-part')).toMatchObject(BY_LAW)
    const drop = { caseId, kind: 'closed' as const, on: TODAY, reason: '违法事实不能成立。' }
    expect(await refusal(station.as(login).call('followup.drop', drop), 'not-your-part')).toMatchObject(BY_LAW)
  }
  await decide(caseId, 'head2')
  expect(await stateOf(caseId)).toBe('decided')
})

it('what is recorded beside the flow is closed to them, too: the heads’ discussion, a talk, rest and merger', async () => {
  const [caseId, waiting, into] = [await issuedQuickly(station), await assignedQuickly(station), await assignedQuickly(station)]
  for (const one of [caseId, waiting, into]) await recuse(one, 'handler')
  await recuse(into, 'head')
  const discussion: MethodInput<'followup.recordDiscussion'>['discussion'] = {
    discussedOn: TODAY, place: '', chair: '陆离', recorder: '田禾', absent: [], outcome: 'agree', changedTo: '', reason: '事实清楚，裁量适当。',
    attendees: [{ name: '陆离', post: '局长', view: '同意处罚。', stance: 'agree' }, { name: '韩正', post: '副局长', view: '同意处罚。', stance: 'agree' }],
  }
  const suspend = { caseId: waiting, on: TODAY, basis: '《市场监督管理行政处罚程序规定》第四十六条', reason: '须以另案裁判为依据。', approvedBy: '陆离' }
  const before = trace()
  expect(await refusal(station.as('handler').call('followup.recordDiscussion', { caseId, discussion }), 'not-your-part')).toMatchObject(BY_LAW)
  expect(await refusal(station.as('handler').call('followup.suspend', suspend), 'not-your-part')).toMatchObject(BY_LAW)
  // recused from the case that would take this one in
  expect(await refusal(station.as('head').call('followup.merge', { caseId: waiting, intoCaseId: into, reason: '同一违法事实' }), 'not-your-part')).toMatchObject(BY_LAW)
  expect(trace()).toEqual(before)
  expect((await station.as('handler').call('followup.get', { caseId })).may).toMatchObject({ recordDiscussion: false })
  expect((await station.as('handler').call('followup.get', { caseId: waiting })).may).toMatchObject({ suspend: false })
  await station.as('head2').call('followup.recordDiscussion', { caseId, discussion })
  await station.as('head2').call('followup.suspend', suspend)
})

it('papers that were asked for are still brought in by the handler who was recused: others judge what they are worth', async () => {
  const caseId = await assignedQuickly(station)
  await station.as('reviewer').call('checklist.begin', { caseId })
  await station.as('reviewer').call('intake.askSupplement', { caseId, missing: ['送达回证'], reason: '未见送达凭证。', replyBy: '2026-05-12' })
  await recuse(caseId, 'handler')
  expect(await offered(caseId, 'handler')).toEqual(['takeSupplement'])
  await station.as('handler').call('intake.takeSupplement', { caseId, receivedOn: TODAY, note: '' })
  expect(await stateOf(caseId)).toBe('underReview')
})

it('a crime that they see is raised by them, and seen to by others', async () => {
  const caseId = await assignedQuickly(station)
  await recuse(caseId, 'handler')
  const may = async (login: string) => (await station.as(login).call('transfer.get', { caseId })).offers.flatMap(({ action, refusal: why }) => (why === null ? [action] : []))
  expect(await may('handler')).toEqual(['raiseSuspicion'])
})
