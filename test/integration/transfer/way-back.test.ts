/** What comes back from the procuratorate, and clues about officials: registered once, answered in time, seen by whom it concerns. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import { transferClockRuns } from '../../../src/main/transfer/transfer-view.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { assign } from '../../support/test-case.ts'
import type { PersonId } from '../../../src/shared/values/values.ts'
import { createTransferStation, STEPS, type TransferStation } from './transferring.ts'

let here: TransferStation
beforeAll(async () => void (here = await createTransferStation()))
beforeEach(() => here.at('2026-04-20T09:00'))
afterAll(() => {
  here.station.close()
  removeTemporaryFolders()
})
const as = (login: string) => here.station.as(login)
const reader = () => here.station.workstation.workbench.reader

type Fields = MethodInput<'transfer.registerReturn'>['fields']
let serial = 0
const fields = (change: Partial<Fields> = {}): Fields => ({
  caseId: null,
  kind: 'opinion',
  number: `清检行意〔2026〕${++serial}号`,
  procuratorate: '清川县人民检察院',
  issuedOn: '2026-04-10',
  receivedOn: '2026-04-14',
  decisionNumber: '清检刑不诉〔2026〕2号',
  decidedOn: '2026-04-08',
  ground: 'discretionary',
  party: '清川县碧波印染有限公司',
  offence: '污染环境罪',
  asked: '建议依法给予行政处罚',
  answerBy: null,
  ...change,
})
const register = (change: Partial<Fields> = {}, login = 'handler') => as(login).call('transfer.registerReturn', { fields: fields(change) })

type Assessment = MethodInput<'transfer.setAssessment'>['assessment']
const ASSESSMENT: Assessment = {
  actEndedOn: '2026-03-09', discoveredOn: '2026-03-10', limitationId: 'period.limitation.national', basis: '排污许可管理条例第三十三条', competent: true, explanation: '违法事实清楚，可以处罚。',
}
const assess = (id: string, expectedVersion: number, change: Partial<Assessment> = {}, login = 'reviewer') =>
  as(login).call('transfer.setAssessment', { id, expectedVersion, assessment: { ...ASSESSMENT, ...change } })
const PUNISH = { outcome: 'punish', reason: '依法应当给予行政处罚。' } as const
const ANSWER = { number: '清环函〔2026〕5号', answeredOn: '2026-05-20', result: '已作出行政处罚决定。' }

describe('a case that comes back', () => {
  it('is registered, assessed, decided and answered, one after the other, each by whom it concerns', async () => {
    const { id, version, clock } = await register()
    expect(version).toBe(1)
    // two months, not read in the text; 2026-06-14 is a Sunday
    expect(clock).toMatchObject({ due: '2026-06-15', rolledFrom: '2026-06-14', verified: false, state: 'running' })
    const assessed = await assess(id, 1)
    expect(assessed.assessment).toMatchObject({ limitation: { verdict: 'inTime', lastDay: '2028-03-09' }, bars: [] })
    await refusal(as('reviewer').call('transfer.decideReturn', { id, expectedVersion: 2, decision: PUNISH }), 'not-allowed')
    await as('head').call('transfer.decideReturn', { id, expectedVersion: 2, decision: PUNISH })
    here.at('2026-05-20T15:00')
    const answered = await as('handler').call('transfer.answerReturn', { id, expectedVersion: 3, answer: ANSWER })
    expect(answered).toMatchObject({ state: 'answered', version: 4, answer: ANSWER, clock: { state: 'kept' } })
    expect(answered.steps.map(({ state, byName }) => [state, byName])).toEqual([['registered', '田禾'], ['assessed', '顾盼'], ['decided', '韩正'], ['answered', '田禾']])
    expect(reader().all<{ act: string }>('SELECT act FROM audit WHERE subject = ? ORDER BY seq', `return/${id}`).map(({ act }) => act)).toEqual([
      'transfer.registerReturn', 'transfer.assessReturn', 'transfer.decideReturn', 'transfer.answerReturn',
    ])
  })

  it('is answered late after the last day, and sooner where the paper names a day', async () => {
    const { id } = await register()
    await assess(id, 1)
    await as('agencyHead').call('transfer.decideReturn', { id, expectedVersion: 2, decision: { outcome: 'noPenalty', reason: '情节轻微，不予处罚。' } })
    here.at('2026-06-16T09:00')
    const late = await as('head').call('transfer.answerReturn', { id, expectedVersion: 3, answer: { ...ANSWER, answeredOn: '2026-06-16' } })
    expect(late.clock?.state).toBe('late')
    here.at('2026-04-20T09:00')
    // a day that the paper names is kept even where it is a day off
    expect((await register({ answerBy: '2026-05-03' })).clock).toMatchObject({ due: '2026-05-03', verified: true })
  })

  it('cannot be punished once limitation has lapsed, without a provision, or by an agency that is not competent; it is told why', async () => {
    const { id } = await register()
    const lapsed = await assess(id, 1, { actEndedOn: '2024-03-09', discoveredOn: '2026-03-10', basis: '', competent: false })
    expect(lapsed.assessment).toMatchObject({ limitation: { verdict: 'lapsed' }, bars: ['limitationLapsed', 'noLegalBasis', 'notCompetent'] })
    const before = footprint(reader())
    expect(await refusal(as('head').call('transfer.decideReturn', { id, expectedVersion: 2, decision: PUNISH }), 'not-ready')).toMatchObject({ missing: ['limitationLapsed', 'noLegalBasis', 'notCompetent'] })
    expect(footprint(reader())).toEqual(before)
    // the same with the five years of harm to health
    const again = await assess(id, 2, { actEndedOn: '2024-03-09', discoveredOn: '2026-03-10', limitationId: 'period.limitation.national.grave' })
    expect(again.assessment?.bars).toEqual([])
    expect((await as('head').call('transfer.decideReturn', { id, expectedVersion: 3, decision: PUNISH })).state).toBe('decided')
  })

  it('is not registered twice, not decided before it was looked at, not answered before it was decided, not by an old window', async () => {
    const given = fields()
    const { id } = await as('handler').call('transfer.registerReturn', { fields: given })
    expect(await refusal(as('reviewer').call('transfer.registerReturn', { fields: given }), 'number-taken')).toEqual({ number: given.number })
    await refusal(as('head').call('transfer.decideReturn', { id, expectedVersion: 1, decision: PUNISH }), 'transition-refused')
    await refusal(as('head').call('transfer.answerReturn', { id, expectedVersion: 1, answer: { ...ANSWER, answeredOn: '2026-04-20' } }), 'transition-refused')
    await assess(id, 1)
    await refusal(assess(id, 1), 'conflict')
    await refusal(assess(id, 2, { limitationId: 'period.payment.national' }), 'not-found')
  })

  it('neither comes nor is answered in the future, and is not answered before it came', async () => {
    await refusal(register({ receivedOn: '2026-04-21' }), 'moment-in-future')
    const { id } = await register()
    await assess(id, 1)
    await as('head').call('transfer.decideReturn', { id, expectedVersion: 2, decision: PUNISH })
    await refusal(as('head').call('transfer.answerReturn', { id, expectedVersion: 3, answer: { ...ANSWER, answeredOn: '2026-04-21' } }), 'moment-in-future')
    await refusal(as('head').call('transfer.answerReturn', { id, expectedVersion: 3, answer: { ...ANSWER, answeredOn: '2026-04-13' } }), 'invalid-input')
  })

  it('of a case of the station is seen to by its handler, its reviewer and the heads, and never by who is recused from it', async () => {
    const { caseId } = await here.newCase()
    await as('head').call('intake.accept', { caseId, incompleteReason: '其余材料不影响审核，已经说明。' })
    await assign(here.station, caseId)
    const { id } = await register({ caseId })
    const offers = async (login: string) => (await as(login).call('transfer.wayBack', { caseId }))[0]?.offers
    expect([await offers('reviewer'), await offers('reviewer2'), await offers('handler'), await offers('supervisor')]).toEqual([['assess'], [], [], []])
    const recuse = (login: string) => as('head2').call('assignment.recuse', { caseId, personId: here.station.ids.get(login) as PersonId, reason: '与当事人有亲属关系' })
    await recuse('head')
    expect([await offers('head'), await offers('head2')]).toEqual([[], ['assess']])
    const before = footprint(reader())
    await refusal(assess(id, 1, {}, 'reviewer2'), 'not-your-part')
    expect(await refusal(assess(id, 1, {}, 'head'), 'not-your-part')).toMatchObject({ needs: ['notRecused'] })
    expect(footprint(reader())).toEqual(before)
    await assess(id, 1)
    await recuse('reviewer')
    await refusal(assess(id, 2), 'not-your-part')
    await refusal(as('head').call('transfer.decideReturn', { id, expectedVersion: 2, decision: PUNISH }), 'not-your-part')
    await as('head2').call('transfer.decideReturn', { id, expectedVersion: 2, decision: PUNISH })
    const answer = { ...ANSWER, answeredOn: '2026-04-20' }
    expect([await offers('handler'), await offers('handler2'), await offers('head'), await offers('head2')]).toEqual([['answer'], [], [], ['answer']])
    for (const login of ['handler2', 'head']) await refusal(as(login).call('transfer.answerReturn', { id, expectedVersion: 3, answer }), 'not-your-part')
    expect((await as('handler').call('transfer.answerReturn', { id, expectedVersion: 3, answer })).state).toBe('answered')
  })

  it('of a case of the station brings that case back to the agency', async () => {
    here.at('2026-04-07T09:00')
    const track = await here.newCase()
    await track.raise()
    await track.team()
    await track.report()
    await track.decide()
    await track.step(STEPS.deliver('2026-04-07T09:00'))
    await track.step(STEPS.receipt('2026-04-07T09:00'))
    await track.step(STEPS.filing('2026-04-07T09:00'))
    here.at('2026-04-20T09:00')
    const { id } = await register({ caseId: track.caseId })
    const other = await register()
    const back = { ...STEPS.resume('2026-04-14T09:00'), ground: 'notProsecuted' as const, from: '清川县人民检察院' }
    await refusal(track.step({ ...back, returnId: other.id } as never), 'not-found')
    expect((await track.step({ ...back, returnId: id } as never)).state).toBe('resumed')
    expect((await as('handler').call('transfer.wayBack', { caseId: track.caseId })).map((one) => one.id)).toEqual([id])
    expect((await as('handler').call('transfer.wayBack', { caseId: null })).map((one) => one.id)).toEqual(expect.arrayContaining([id, other.id]))
  })
})

const CLUE: MethodInput<'transfer.addClue'>['fields'] = {
  caseId: null,
  ground: 'dutyOffence',
  names: [],
  about: '清川县某所 副所长 某甲',
  facts: '当事人称检查前一日接到某甲电话。',
  evidence: '询问笔录第三页',
  sentTo: 'supervisoryCommission',
  organ: '清川县监察委员会',
  number: '',
  sentOn: null,
}

describe('a clue about an official', () => {
  it('is seen by who wrote it, the heads and the supervisor, and by nobody else; the chain keeps only its hash', async () => {
    const caseId = (await here.newCase()).caseId
    const { id } = await as('reviewer').call('transfer.addClue', { fields: { ...CLUE, caseId } })
    const seenBy = async (login: string) => (await as(login).call('transfer.clues', { caseId })).some((one) => one.id === id)
    for (const login of ['reviewer', 'head', 'agencyHead', 'supervisor']) expect([login, await seenBy(login)]).toEqual([login, true])
    for (const login of ['handler', 'handler2', 'reviewer2', 'admin']) expect([login, await seenBy(login)]).toEqual([login, false])
    const [entry] = reader().all<{ content: string }>('SELECT content FROM audit WHERE subject = ?', `clue/${id}`)
    expect(entry?.content).not.toContain('某甲')
    expect(JSON.stringify(await as('handler').call('cases.history', { caseId }))).not.toContain('addClue')
  })

  it('is sent and answered; what was written before stays', async () => {
    const { id } = await as('handler').call('transfer.addClue', { fields: CLUE })
    const update = { sentOn: '2026-04-19', number: '清环线〔2026〕1号', outcome: '监察委员会已受理' }
    await refusal(as('reviewer').call('transfer.updateClue', { id, expectedVersion: 1, update }), 'not-found')
    await refusal(as('admin').call('transfer.updateClue', { id, expectedVersion: 1, update }), 'not-allowed')
    const updated = await as('head').call('transfer.updateClue', { id, expectedVersion: 1, update })
    expect(updated).toMatchObject({ version: 2, outcome: '监察委员会已受理', fields: { sentOn: '2026-04-19', facts: CLUE.facts }, updates: [{ byName: '韩正' }] })
    await refusal(as('agencyHead').call('transfer.updateClue', { id, expectedVersion: 1, update }), 'conflict')
    await refusal(as('head').call('transfer.updateClue', { id, expectedVersion: 2, update: { ...update, sentOn: '2026-04-21' } }), 'moment-in-future')
  })
})

describe('a clue about somebody here', () => {
  const sees = async (login: string, id: string) => (await as(login).call('transfer.clues', { caseId: null })).some((one) => one.id === id)
  const update = { sentOn: '2026-04-19', number: '清环线〔2026〕2号', outcome: '' }
  const entriesOf = async (login: string, id: string) => JSON.stringify((await as(login).call('audit.list', { before: null, size: 500 })).filter(({ subject }) => subject === `clue/${id}`))

  it('is not seen by whom it names, however the name stands in it; who wrote it and the supervisor send it on', async () => {
    const { id } = await as('reviewer').call('transfer.addClue', { fields: { ...CLUE, about: '审核机构负责人韩　正' } })
    expect(await sees('head', id)).toBe(false)
    for (const login of ['head2', 'agencyHead', 'supervisor', 'reviewer']) expect([login, await sees(login, id)]).toEqual([login, true])
    await refusal(as('head').call('transfer.updateClue', { id, expectedVersion: 1, update }), 'not-found')
    expect(await as('reviewer').call('transfer.updateClue', { id, expectedVersion: 1, update })).toMatchObject({ version: 2, fields: { sentOn: '2026-04-19' } })
    expect(await as('supervisor').call('transfer.updateClue', { id, expectedVersion: 2, update: { ...update, outcome: '已受理' } })).toMatchObject({ version: 3, outcome: '已受理' })
    // nor does the chain tell them that there is one, or by whom
    expect(await entriesOf('head', id)).toBe('[]')
    expect(await entriesOf('admin', id)).toBe('[]')
    expect(await entriesOf('supervisor', id)).toContain('transfer.addClue')
    expect(await as('admin').call('audit.verify', {})).toMatchObject({ broken: null })
  })

  it('is not seen by the team of the case that it comes from, also where an officer stands there by name', async () => {
    const head2 = here.station.ids.get('head2') ?? null
    const caseId = (await here.newCase({ handlers: [{ personId: head2, name: '梁实', certificateNumber: '' }, { personId: null, name: '陆离', certificateNumber: '' }] })).caseId
    const { id } = await as('reviewer').call('transfer.addClue', { fields: { ...CLUE, caseId } })
    for (const login of ['head2', 'agencyHead', 'handler']) {
      expect([login, await sees(login, id)]).toEqual([login, false])
      expect(JSON.stringify(await as(login).call('transfer.clues', { caseId }))).not.toContain(id)
    }
    for (const login of ['head', 'supervisor', 'reviewer']) expect([login, await sees(login, id)]).toEqual([login, true])
  })
})

describe('the clocks of a case', () => {
  it('hold the transfer and what came back, each with the moments that it runs from and to', async () => {
    here.at('2026-04-07T09:00')
    const track = await here.newCase()
    await track.raise()
    await track.team()
    await track.report()
    here.at('2026-04-20T09:00')
    const first = await register({ caseId: track.caseId })
    await register({ caseId: track.caseId, receivedOn: '2026-04-15', answerBy: '2026-05-20' })
    await register()
    const runs = transferClockRuns(here.station.workstation.workbench, track.caseId)
    expect(runs.map(({ key, start, stop, told }) => [key, start?.day, stop?.day ?? null, told])).toEqual([
      ['transferDecision/1', '2026-04-07', null, null],
      ['returnAnswer/1', first.fields.receivedOn, null, null],
      ['returnAnswer/2', '2026-04-15', null, '2026-05-20'],
    ])
  })
})
