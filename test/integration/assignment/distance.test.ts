/** Who has had a part in a case keeps out of its review: by account, by name, by certificate, in a re-review, in recusals. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseId, PersonId } from '../../../src/shared/values/values.ts'
import { issuedQuickly } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, assign, assignedCase, registerCase } from '../../support/test-case.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

let station: TestStation
beforeEach(async () => void (station = await createTestStation({ now: () => new Date('2026-05-06T01:00:00.000Z') })))
afterEach(() => station.close())
afterAll(removeTemporaryFolders)

const idOf = (login: string) => station.ids.get(login) as PersonId
const as = (login: string) => station.as(login)
const candidates = (caseId: CaseId, login = 'head') => as(login).call('assignment.candidates', { caseId })
const choose = (caseId: CaseId, login: string, by = 'head') => as(by).call('assignment.choose', { caseId, personId: idOf(login), reason: '指定该人审核。' })
const recuse = (caseId: CaseId, login: string, by: string) => as(by).call('assignment.recuse', { caseId, personId: idOf(login), reason: '与当事人有亲属关系' })
const takeBack = (caseId: CaseId, login: string, by: string) => as(by).call('assignment.takeBackRecusal', { caseId, personId: idOf(login), reason: '经核实不是亲属。' })
const clear = (caseId: CaseId, login: string, by = 'head') => as(by).call('assignment.clearNamesake', { caseId, personId: idOf(login), reason: '经核对执法证，系同名的另一人。' })
const typed = (name: string, certificateNumber = '') => ({ personId: null, name, certificateNumber })
const trace = () => footprint(station.workstation.workbench.reader)

async function acceptedCase(change: Parameters<typeof registerCase>[1] = {}): Promise<CaseId> {
  const caseId = await registerCase(station, change)
  await accept(station, caseId)
  return caseId
}

async function reReviewed(): Promise<CaseId> {
  const caseId = await issuedQuickly(station)
  await as('handler').call('followup.object', { caseId, answeredBy: '田禾', answeredOn: '2026-05-06', replies: [], reason: '认为审核意见有误，请求复核' } as never)
  expect(await as('head').call('followup.reReview', { caseId })).toMatchObject({ reviewer: '贺知' })
  return caseId
}

describe('a re-review on objection', () => {
  it('is not given back to the author of the disputed opinion while another can review', async () => {
    const caseId = await reReviewed()
    const { eligible, excluded } = await candidates(caseId)
    expect(eligible.map(({ name }) => name)).not.toContain('顾盼')
    expect(excluded).toContainEqual({ personId: idOf('reviewer'), name: '顾盼', reasons: ['wroteDisputed'] })
    const before = trace()
    expect(await refusal(choose(caseId, 'reviewer'), 'reviewer-not-eligible')).toEqual({ reason: 'wroteDisputed' })
    expect(trace()).toEqual(before)
  })

  it('goes back to that author where nobody else is left: it says so beforehand, and keeps the reason', async () => {
    const caseId = await reReviewed()
    await recuse(caseId, 'reviewer2', 'reviewer2')
    const { eligible } = await candidates(caseId)
    expect(eligible).toMatchObject([{ name: '顾盼', wroteDisputed: true }])
    expect(await choose(caseId, 'reviewer')).toMatchObject({ name: '顾盼', mode: 'chosen', reason: '指定该人审核。' })
    const entry = (await as('head').call('cases.history', { caseId })).at(-1)
    expect(JSON.parse(entry?.content ?? '{}')).toMatchObject({ reason: '指定该人审核。', nobodyElse: true })
  })

  it('is no reason against the reviewer of the round before in a round that follows a correction', async () => {
    const caseId = await assignedCase(station)
    expect((await candidates(caseId)).eligible.every(({ wroteDisputed }) => !wroteDisputed)).toBe(true)
    await choose(caseId, 'reviewer2')
    expect((await choose(caseId, 'reviewer')).name).toBe('顾盼')
  })
})

describe('who handled the case and was typed by name', () => {
  it('does not review it, also where the account was made or renamed later', async () => {
    const caseId = await acceptedCase({ handlers: [typed('顾　盼'), typed('新来')] })
    await station.addPerson(personFields('late', '新来', ['reviewer']))
    const { eligible, excluded } = await candidates(caseId)
    expect(eligible.map(({ name }) => name)).toEqual(['贺知'])
    for (const login of ['reviewer', 'late']) expect(excluded).toContainEqual(expect.objectContaining({ personId: idOf(login), reasons: ['handlersName'] }))
    expect(await refusal(choose(caseId, 'reviewer'), 'reviewer-not-eligible')).toEqual({ reason: 'handlersName' })
    await as('admin').call('people.update', { personId: idOf('late'), expectedVersion: 1, person: personFields('late', '改名', ['reviewer']) })
    expect((await candidates(caseId)).eligible.map(({ name }) => name)).toEqual(['贺知'])
    expect((await as('head').call('assignment.draw', { caseId })).name).toBe('贺知')
  })

  it('is told by the number of the certificate: the same is the same person, and another may be the one of a renewed certificate', async () => {
    const certificate = (number: string) => ({ credentials: [
      { kind: 'legalQualification' as const, number: 'A1', validFrom: null, validUntil: null },
      { kind: 'enforcementCertificate' as const, number, validFrom: null, validUntil: null },
    ] })
    await station.addPerson(personFields('same', '改过名', ['reviewer'], certificate('43 00-7')))
    await station.addPerson(personFields('other', '同名', ['reviewer'], certificate('9911')))
    const caseId = await acceptedCase({ handlers: [typed('同名', '４３００-7')] })
    const { excluded } = await candidates(caseId)
    expect(excluded).toContainEqual(expect.objectContaining({ name: '改过名', reasons: ['handlesCase'] }))
    expect(excluded).toContainEqual(expect.objectContaining({ name: '同名', reasons: ['handlersName'] }))
    await clear(caseId, 'other')
    expect((await candidates(caseId)).eligible.map(({ name }) => name)).toContain('同名')
    // whose own certificate it is cannot be cleared as a namesake
    await refusal(clear(caseId, 'same'), 'not-a-namesake')
  })

  it('may be a mere namesake: a head says so with a reason, and it holds for these handlers only', async () => {
    const caseId = await acceptedCase({ handlers: [typed('顾盼')] })
    await refusal(clear(caseId, 'reviewer2'), 'not-a-namesake')
    await clear(caseId, 'reviewer')
    expect((await candidates(caseId)).eligible.map(({ name }) => name)).toContain('顾盼')
    const entry = (await as('head').call('cases.history', { caseId })).at(-1)
    expect([entry?.act, JSON.parse(entry?.content ?? '{}')]).toEqual([
      'case.clearNamesake', { personId: idOf('reviewer'), handlers: [{ name: '顾盼', certificateNumber: '' }], reason: '经核对执法证，系同名的另一人。' },
    ])
    expect((await choose(caseId, 'reviewer')).name).toBe('顾盼')
    const later = await registerCase(station, { handlers: [typed('顾盼')] })
    await clear(later, 'reviewer')
    const { version, fields } = await as('head').call('cases.get', { caseId: later })
    await as('head').call('cases.update', { caseId: later, expectedVersion: version, fields: { ...fields, handlers: [typed('顾盼', '4300009')] } } as never)
    expect((await candidates(later)).excluded).toContainEqual(expect.objectContaining({ name: '顾盼', reasons: ['handlersName'] }))
  })

  it('does not accept, assign or approve it as head, nor clear themselves', async () => {
    const caseId = await registerCase(station, { handlers: [typed('韩正')] })
    expect(await refusal(accept(station, caseId), 'not-your-part')).toMatchObject({ needs: ['notHandler'] })
    await as('head2').call('intake.accept', { caseId, incompleteReason: '其余材料不影响审核，已经说明。' })
    await refusal(choose(caseId, 'reviewer'), 'not-your-part')
    await refusal(clear(caseId, 'head'), 'not-your-part')
    await clear(caseId, 'head', 'head2')
    expect((await choose(caseId, 'reviewer')).name).toBe('顾盼')
  })
})

describe('recusal', () => {
  it('of others is not recorded by who handles the case, or is recused from it', async () => {
    const own = await registerCase(station, { handlers: [{ personId: idOf('head'), name: '韩正', certificateNumber: '' }] })
    const byName = await registerCase(station, { handlers: [typed('韩正')] })
    const left = await registerCase(station)
    await recuse(left, 'head', 'head')
    const before = trace()
    for (const caseId of [own, byName, left]) await refusal(recuse(caseId, 'reviewer2', 'head'), 'not-your-part')
    await refusal(recuse(left, 'reviewer2', 'reviewer'), 'not-allowed')
    expect(trace()).toEqual(before)
    // who stands apart can, and the agency's head where the only other head is kept out
    await recuse(own, 'reviewer2', 'head2')
    await recuse(left, 'reviewer2', 'agencyHead')
  })

  it('keeps the recused head from choosing who reviews', async () => {
    const caseId = await acceptedCase()
    await recuse(caseId, 'head', 'head')
    await refusal(choose(caseId, 'reviewer'), 'not-your-part')
    await refusal(as('head').call('assignment.draw', { caseId }), 'not-your-part')
  })

  it('is taken back with a reason by a head who stands apart, and stays on record', async () => {
    const caseId = await acceptedCase()
    await recuse(caseId, 'reviewer', 'head')
    expect((await candidates(caseId)).recusals).toMatchObject([{ personId: idOf('reviewer'), name: '顾盼', reason: '与当事人有亲属关系', by: '韩正' }])
    await refusal(takeBack(caseId, 'reviewer2', 'head'), 'not-found')
    await refusal(takeBack(caseId, 'reviewer', 'reviewer'), 'not-allowed')
    await takeBack(caseId, 'reviewer', 'head')
    expect(await candidates(caseId)).toMatchObject({ recusals: [] })
    await assign(station, caseId)
    const acts = (await as('head').call('cases.history', { caseId })).filter(({ act }) => act.includes('ecus'))
    expect(acts.map(({ act, content }) => [act, JSON.parse(content)])).toEqual([
      ['case.recuse', { personId: idOf('reviewer'), reason: '与当事人有亲属关系' }],
      ['case.takeBackRecusal', { personId: idOf('reviewer'), reason: '经核实不是亲属。', recused: { reason: '与当事人有亲属关系', by: idOf('head'), at: '2026-05-06T01:00:00.000Z' } }],
    ])
  })

  it('of a head is not taken back by that head', async () => {
    const caseId = await acceptedCase()
    await recuse(caseId, 'head', 'head')
    await refusal(takeBack(caseId, 'head', 'head'), 'not-your-part')
    await takeBack(caseId, 'head', 'agencyHead')
    await assign(station, caseId)
  })
})
