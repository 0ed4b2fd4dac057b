/** From the decision to its publication, and down again: proofs, four eyes, lights, the case's state and its audit entries. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { disclosureOf } from '../../../src/main/disclosure/case-disclosure.ts'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { Disclosure } from '../../../src/shared/disclosure/contract.ts'
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { isoDate, type CaseId } from '../../../src/shared/values/values.ts'
import { issuedQuickly } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

const DECIDED = '2026-05-06'
let now = new Date(`${DECIDED}T01:00:00.000Z`)
let station: TestStation

beforeAll(async () => {
  station = await createTestStation({ now: () => now })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

let step = 0
/** Time only goes on: what is written later is later. */
beforeEach(() => {
  step += 1
  now = new Date(`${DECIDED}T0${Math.min(step, 9)}:00:00.000Z`)
})

const todayIs = (): string => now.toISOString().slice(0, 10)
const on = (day: string, hour = 1): void => void (now = new Date(`${day}T0${hour}:00:00.000Z`))
const view = (caseId: CaseId, login = 'handler'): Promise<Disclosure> => station.as(login).call('disclosure.get', { caseId })
const stateOf = async (caseId: CaseId) => (await station.as('head').call('cases.get', { caseId })).state
const trace = () => footprint(station.workstation.workbench.reader)
const entries = (caseId: CaseId) =>
  station.workstation.workbench.reader
    .all<{ act: string; content: string }>('SELECT act, content FROM audit WHERE subject = ? ORDER BY seq', `case/${caseId}`)
    .map(({ act, content }) => ({ act, content: JSON.parse(content) as Record<string, unknown> }))

async function decided(change: Partial<MethodInput<'followup.decide'>['decision']> = {}): Promise<CaseId> {
  const caseId = await issuedQuickly(station)
  await station.as('handler').call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: todayIs(), replies: [] })
  const { party, effects, citations, actionKinds } = caseFields()
  const decision = { number: '清环罚〔2026〕8号', decidedOn: todayIs(), actionKinds, effects: effects.map((effect) => ({ ...effect, party: party.name })), citations, facts: { changed: false, how: '' }, ...change }
  await station.as('handler').call('followup.decide', { caseId, decision })
  return caseId
}

type Publication = MethodInput<'disclosure.recordPublication'>

async function publication(caseId: CaseId, change: Partial<Publication> = {}, login = 'handler'): Promise<Publication> {
  const staged = await station.as(login).stage('公示截图.png', Buffer.from('89504e470d0a1a0a', 'hex'))
  const proofs = [{ stagedId: staged.id, name: '公示截图.png' }]
  return { caseId, place: 'place.agency-site', placeName: '', address: 'https://www.example.gov.cn/xzcf/8', publishedOn: todayIs(), what: 'summary', maskingId: null, note: '', proofs, ...change }
}
const publish = async (caseId: CaseId, change: Partial<Publication> = {}, login = 'handler') =>
  station.as(login).call('disclosure.recordPublication', await publication(caseId, change, login))

async function change(caseId: CaseId, changedOn: string): Promise<void> {
  await station.as('handler').call('disclosure.recordChange', { caseId, outcome: 'annulled', organ: '清川县人民政府', number: '清政复决〔2026〕3号', changedOn, note: '' })
}
const withdrawal = async (caseId: CaseId, withdrawnOn: string) => {
  const [found] = (await view(caseId)).changes
  const staged = await station.as('handler').stage('撤回截图.pdf', '%PDF-1.4 withdrawn')
  return {
    caseId,
    changeId: found?.id ?? '',
    withdrawnOn,
    explanation: '该决定已被清川县人民政府复议撤销。',
    explainedAt: 'https://www.example.gov.cn/xzcf/8',
    proofs: [{ stagedId: staged.id, name: '撤回截图.pdf' }],
  }
}
/** Cases that changed are counted a few at a time; the answer says how many wait. */
async function counted<Answer extends { readonly pending: number }>(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask()
  while (answer.pending > 0) answer = await ask()
  return answer
}
const onBoard = async (caseId: CaseId) => {
  const filter = { light: null, subject: null, desk: null, personId: null }
  const { rows } = await counted(() => station.as('head').call('deadlines.board', { filter, offset: 0 }))
  return rows.filter((row) => row.caseId === caseId).map(({ clock }) => `${clock.key} ${clock.state}`).filter((key) => key.startsWith('publication'))
}
const listed = async (show: 'open' | 'published' | 'withheld' | 'withdrawn', caseId: CaseId) =>
  (await counted(() => station.as('supervisor').call('disclosure.list', { show, offset: 0 }))).rows.find((row) => row.caseId === caseId)

describe('a registered decision', () => {
  it('is due in seven working days, shown on the page, and nothing before', async () => {
    const before = await issuedQuickly(station)
    expect(await view(before)).toMatchObject({ status: 'none', decision: null, duties: [] })
    const caseId = await decided()
    const { status, duties, may } = await view(caseId)
    expect(status).toBe('due')
    // 2026-05-09 is a Saturday on which people work
    expect(duties.map(({ rule, clock }) => [rule.id, clock.due, clock.state])).toEqual([['duty.penalty', '2026-05-14', 'running']])
    expect(may).toMatchObject({ publish: true, propose: true, settle: false })
    expect(await listed('open', caseId)).toMatchObject({ number: '清环罚〔2026〕8号', decidedOn: DECIDED, clock: { due: '2026-05-14' } })
    expect(disclosureOf(station.workstation.workbench.reader, caseId)).toEqual({ status: 'due', publishedOn: null, places: [], withheld: null, withdrawnOn: null })
  })

  it('of another kind has twenty', async () => {
    const caseId = await decided({ actionKinds: ['inspection'] })
    expect((await view(caseId)).duties.map(({ rule, clock }) => [rule.id, clock.due])).toEqual([['duty.other', '2026-06-02']])
  })
})

describe('a publication', () => {
  it('with its proof settles the disclosure: the state, one audit entry with the hash, the clock kept', async () => {
    const caseId = await decided()
    expect(await publish(caseId)).toEqual({ settled: true })
    expect(await stateOf(caseId)).toBe('disclosed')
    const { status, publications, duties } = await view(caseId)
    expect(status).toBe('published')
    const [proof] = publications[0]?.proofs ?? []
    const bytes = await station.as('supervisor').read(`document/${proof?.documentId ?? ''}`)
    expect(proof?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(duties.map(({ clock, metBy }) => [clock.state, clock.stop?.day, metBy])).toEqual([['kept', DECIDED, publications[0]?.id]])
    const acts = entries(caseId).filter(({ act }) => act === 'case.disclose')
    expect(acts).toHaveLength(1)
    expect(acts[0]?.content).toMatchObject({ address: 'https://www.example.gov.cn/xzcf/8', disclosedOn: DECIDED, proofs: [{ sha256: proof?.sha256 }] })
    expect(await listed('published', caseId)).toMatchObject({ on: DECIDED })
    expect(await listed('open', caseId)).toBeUndefined()
    expect(disclosureOf(station.workstation.workbench.reader, caseId)).toMatchObject({ status: 'published', publishedOn: DECIDED, places: ['place.agency-site'] })
  })

  it('of a decision that was made out of order does not meet the duty of the one that is made after the review', async () => {
    const caseId = await issuedQuickly(station)
    const { party, effects, citations, actionKinds } = caseFields()
    const fields = { actionKinds, effects: effects.map((effect) => ({ ...effect, party: party.name })), citations, facts: { changed: false, how: '' } }
    const handler = station.as('handler')
    const early = shiftDays(isoDate(todayIs()), -2)
    await handler.call('followup.recordIrregularDecision', { caseId, decision: { ...fields, number: '清环罚〔2026〕1号', decidedOn: early }, note: '未审先作。' })
    expect(await publish(caseId, { publishedOn: shiftDays(early, 1) })).toEqual({ settled: false })
    expect(await view(caseId)).toMatchObject({ status: 'published' })
    await handler.call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: todayIs(), replies: [] })
    await handler.call('followup.decide', { caseId, decision: { ...fields, number: '清环罚〔2026〕9号', decidedOn: todayIs() } })
    const { status, duties, publications } = await view(caseId)
    expect([await stateOf(caseId), status, publications.length]).toEqual(['decided', 'due', 1])
    expect(duties.map(({ clock, metBy }) => [clock.state, clock.stop, metBy])).toEqual([['running', null, null]])
    expect(disclosureOf(station.workstation.workbench.reader, caseId)).toMatchObject({ status: 'due', publishedOn: null })
    expect(await publish(caseId)).toEqual({ settled: true })
    expect(disclosureOf(station.workstation.workbench.reader, caseId)).toMatchObject({ status: 'published', publishedOn: todayIs() })
  })

  it('at a place that meets no duty is kept, and the time runs on', async () => {
    const caseId = await decided()
    expect(await publish(caseId, { place: 'other', placeName: '本局公告栏', address: '一楼大厅' })).toEqual({ settled: false })
    expect([await stateOf(caseId), (await view(caseId)).status]).toEqual(['decided', 'due'])
    expect(await publish(caseId, { place: 'place.enforcement-platform' })).toEqual({ settled: true })
    expect(entries(caseId).map(({ act }) => act).filter((act) => act.includes('disclos'))).toEqual(['disclosure.recordPublication', 'case.disclose'])
  })

  it('takes proof, a place, a day not before the decision and not in the future, and the masked text approved', async () => {
    const caseId = await decided()
    const before = trace()
    const call = async (wrong: Partial<Publication>) => station.as('handler').call('disclosure.recordPublication', await publication(caseId, wrong))
    await refusal(call({ proofs: [] }), 'invalid-input')
    await refusal(call({ proofs: [{ stagedId: '00000000-0000-4000-8000-000000000000', name: '截图.png' }] }), 'file-not-staged')
    await refusal(call({ place: 'place.nowhere' }), 'not-found')
    await refusal(call({ place: 'other' }), 'invalid-input')
    await refusal(call({ publishedOn: '2026-05-05' }), 'invalid-input')
    await refusal(call({ publishedOn: '2026-05-07' }), 'invalid-input')
    await refusal(call({ what: 'masked' }), 'not-ready')
    const { id } = await station.as('handler').call('disclosure.addMasking', { caseId, source: { from: 'typed', title: '决定书', text: '当事人：王建国，男。处罚款。' } })
    await refusal(call({ what: 'masked', maskingId: id }), 'not-ready')
    await refusal(publish(caseId, {}, 'handler2'), 'not-your-part')
    await refusal(publish(caseId, {}, 'supervisor'), 'not-allowed')
    expect(trace().replace).toEqual(before.replace)
    expect(await stateOf(caseId)).toBe('decided')
    expect((await view(caseId)).publications).toEqual([])
  })

  it('is refused where there is no decision', async () => {
    const caseId = await issuedQuickly(station)
    await refusal(publish(caseId), 'not-decided')
    await refusal(change(caseId, DECIDED), 'not-decided')
    await refusal(station.as('handler').call('disclosure.submitWithholding', { caseId, ruleId: 'exception.state-secret', reason: '涉及国家秘密' }), 'not-decided')
  })
})

describe('a decision that stays unpublished', () => {
  const propose = (caseId: CaseId, login = 'handler', ruleId = 'exception.no-social-influence') =>
    station.as(login).call('disclosure.submitWithholding', { caseId, ruleId, reason: '案情轻微，没有社会影响。' })

  it('is proposed with its ground by one person and approved by another, who then settles the case', async () => {
    const caseId = await decided()
    await propose(caseId, 'head')
    const [proposal] = (await view(caseId)).withholdings
    const settle = { caseId, id: proposal?.id ?? '', outcome: 'approved' as const, remark: '' }
    await refusal(station.as('head').call('disclosure.settleWithholding', settle), 'four-eyes')
    await refusal(station.as('handler').call('disclosure.settleWithholding', settle), 'not-allowed')
    expect([await stateOf(caseId), (await view(caseId)).status]).toEqual(['decided', 'due'])
    await refusal(propose(caseId), 'withholding-exists')
    await station.as('head2').call('disclosure.settleWithholding', settle)
    expect([await stateOf(caseId), (await view(caseId)).status]).toEqual(['disclosed', 'withheld'])
    expect(entries(caseId).at(-1)).toMatchObject({ act: 'case.disclose', content: { ruleId: 'exception.no-social-influence', basis: [{ law: '行政处罚法', article: 48, paragraph: 1 }, { law: '政府信息公开条例', article: 20, item: 6 }] } })
    expect(await listed('withheld', caseId)).toMatchObject({ on: DECIDED })
    await refusal(publish(caseId), 'withholding-exists')
    expect(disclosureOf(station.workstation.workbench.reader, caseId)).toMatchObject({ status: 'withheld', withheld: { reason: '案情轻微，没有社会影响。' } })
  })

  it('is not approved once it was published in the meantime, and can be returned', async () => {
    const caseId = await decided()
    await propose(caseId)
    await publish(caseId)
    const [proposal] = (await view(caseId)).withholdings
    const settle = { caseId, id: proposal?.id ?? '', remark: '' }
    const before = trace()
    await refusal(station.as('head').call('disclosure.settleWithholding', { ...settle, outcome: 'approved' }), 'already-published')
    // nor is a second one proposed
    await refusal(propose(caseId), 'already-published')
    expect(trace()).toEqual(before)
    await station.as('head').call('disclosure.settleWithholding', { ...settle, outcome: 'returned', remark: '已经公开' })
    expect([await stateOf(caseId), (await view(caseId)).status]).toEqual(['disclosed', 'published'])
  })

  it('that is returned can be proposed again, or published', async () => {
    const caseId = await decided()
    await propose(caseId)
    const [proposal] = (await view(caseId)).withholdings
    await station.as('head').call('disclosure.settleWithholding', { caseId, id: proposal?.id ?? '', outcome: 'returned', remark: '有社会影响，应当公开' })
    expect(await stateOf(caseId)).toBe('decided')
    await propose(caseId)
    expect((await view(caseId)).withholdings.map(({ settled }) => settled?.outcome ?? 'open')).toEqual(['returned', 'open'])
  })

  it('needs a ground that holds for its kind', async () => {
    const caseId = await decided({ actionKinds: ['inspection'] })
    await refusal(propose(caseId), 'not-found')
    await refusal(propose(caseId, 'handler', 'exception.changed'), 'not-found')
  })
})

describe('a published decision that is annulled', () => {
  it('comes down within three working days: amber, red, on the board of an archived case too, and kept when it is down', async () => {
    const caseId = await decided()
    await publish(caseId)
    const items: MethodInput<'followup.archive'>['archive']['excuses'] = [
      { item: 'decisionPaper', reason: '另卷存放' },
      { item: 'serviceReceipt', reason: '另卷存放' },
      { item: 'submission', reason: '另卷存放' },
    ]
    await station.as('handler').call('followup.archive', { caseId, on: DECIDED, archive: { place: '档案室', pages: 10, excuses: items } })
    on('2026-06-17')
    expect(await onBoard(caseId)).toEqual([])
    await change(caseId, '2026-06-16')
    // 06-19 to 06-21 are days off
    expect((await view(caseId)).changes[0]?.clock).toMatchObject({ due: '2026-06-22', basis: [{ law: '行政处罚法', article: 48, paragraph: 2 }, { law: '行政处罚法', article: 85 }], verified: true })
    on('2026-06-22')
    expect(await onBoard(caseId)).toEqual(['publicationWithdrawal/1 amber'])
    on('2026-06-24')
    expect(await onBoard(caseId)).toEqual(['publicationWithdrawal/1 red'])
    expect(await listed('open', caseId)).toMatchObject({ clock: { key: 'publicationWithdrawal/1', state: 'red' } })
    expect((await view(caseId)).status).toBe('toWithdraw')
    await refusal(station.as('handler').call('disclosure.recordWithdrawal', await withdrawal(caseId, '2026-06-15')), 'invalid-input')
    await station.as('handler').call('disclosure.recordWithdrawal', await withdrawal(caseId, '2026-06-18'))
    expect(await onBoard(caseId)).toEqual([])
    const { status, changes, publications } = await view(caseId)
    expect([status, changes[0]?.clock?.state, publications[0]?.withdrawnOn]).toEqual(['withdrawn', 'kept', '2026-06-18'])
    expect(await listed('withdrawn', caseId)).toMatchObject({ on: '2026-06-18' })
    expect(await stateOf(caseId)).toBe('archived')
    await refusal(publish(caseId, { publishedOn: '2026-06-20' }), 'decision-changed')
    await refusal(station.as('handler').call('disclosure.recordWithdrawal', await withdrawal(caseId, '2026-06-18')), 'not-found')
    expect(disclosureOf(station.workstation.workbench.reader, caseId)).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-06-18' })
  })

  it('twice comes down once: nothing is left to take down, on the page, on the board and in the lists', async () => {
    on('2026-06-24')
    const caseId = await decided()
    await publish(caseId)
    on('2026-06-29')
    await change(caseId, '2026-06-29')
    // of an earlier day, and written down later
    await change(caseId, '2026-06-26')
    expect((await view(caseId)).changes.map(({ changedOn, clock }) => [changedOn, clock?.state])).toEqual([['2026-06-26', 'running'], ['2026-06-29', 'running']])
    const [, later] = (await view(caseId)).changes
    await station.as('handler').call('disclosure.recordWithdrawal', { ...(await withdrawal(caseId, '2026-06-29')), changeId: later?.id ?? '' })
    on('2026-07-15')
    const { status, changes, publications } = await view(caseId)
    expect([status, publications[0]?.withdrawnOn]).toEqual(['withdrawn', '2026-06-29'])
    expect(changes.map(({ clock }) => [clock?.state, clock?.stop?.day])).toEqual([['kept', '2026-06-29'], ['kept', '2026-06-29']])
    expect(await onBoard(caseId)).toEqual([])
    expect(disclosureOf(station.workstation.workbench.reader, caseId)).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-06-29' })
  })

  it('before it was published is not published any more, and its time has ended', async () => {
    on('2026-06-24', 2)
    const caseId = await decided()
    on('2026-07-06')
    await change(caseId, '2026-06-26')
    const { duties, changes, exceptions } = await view(caseId)
    expect(duties.map(({ clock }) => clock.stop?.day)).toEqual(['2026-06-26'])
    expect(changes[0]).toMatchObject({ clock: null, publications: [] })
    expect(exceptions.map(({ id }) => id)).toContain('exception.changed')
    await refusal(publish(caseId, { publishedOn: '2026-06-30' }), 'decision-changed')
    // published in time, written down late: it must come down
    await publish(caseId, { publishedOn: '2026-06-25' })
    expect((await view(caseId)).changes[0]?.clock).toMatchObject({ key: 'publicationWithdrawal/1', state: 'red' })
  })

  it('and no penalty: the document names no days, so the reminder is marked as not verified', async () => {
    on('2026-07-06', 3)
    const caseId = await decided({ actionKinds: ['inspection'] })
    await publish(caseId)
    await change(caseId, '2026-07-06')
    expect((await view(caseId)).changes[0]?.clock).toMatchObject({ verified: false, basis: [{ item: 6 }] })
  })
})

describe('what was written down by hand before', () => {
  it('still ends the clock of a publication, and starts that of a withdrawal', async () => {
    on('2026-07-06', 4)
    const caseId = await decided()
    on('2026-07-20')
    const record = (event: 'published' | 'decisionChanged', day: string) => station.as('handler').call('deadlines.recordDay', { caseId, event, on: day, at: null, note: '', materialId: null })
    await record('published', '2026-07-08')
    await record('decisionChanged', '2026-07-16')
    const { clocks } = await station.as('handler').call('deadlines.ofCase', { caseId })
    const found = (key: string) => clocks.find((clock) => clock.key === key)
    expect(found('publication/1')).toMatchObject({ state: 'kept', stop: { day: '2026-07-08' } })
    expect(found('publicationWithdrawal/1')).toMatchObject({ start: { day: '2026-07-16' }, stop: null })
    expect(clocks.filter(({ subject }) => subject === 'publication')).toHaveLength(1)
  })
})
