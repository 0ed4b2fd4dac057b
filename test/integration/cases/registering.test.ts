/** Registering and changing a case: what people really type, and what cannot be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { verifyChain } from '../../../src/main/audit/chain.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, assignedCase, attach, caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

/** 300 characters as a person counts them: rare Han of the second plane, an emoji, ordinary ones. */
const LONG_NAME = `${'𠮷𪚥𫟹㐂'.repeat(60)}${'华'.repeat(58)}😀有`

let station: TestStation
beforeAll(async () => {
  station = await createTestStation()
})
afterAll(() => {
  expect(verifyChain(station.workstation.workbench.reader).broken).toBeNull()
  station.close()
  removeTemporaryFolders()
})

const withParty = (name: string) => ({ party: { ...caseFields().party, name } })
const register = (change: Parameters<typeof caseFields>[0] | Record<string, unknown>) =>
  station.workstation.dispatch('cases.register', { fields: { ...caseFields(), ...change } }, station.as('handler').caller)

describe('registering', () => {
  it('takes a party name of 300 characters with rare Han characters and emoji, and finds it again', async () => {
    expect([...LONG_NAME]).toHaveLength(300)
    const caseId = await registerCase(station, withParty(LONG_NAME))
    const detail = await station.as('handler').call('cases.get', { caseId })
    expect(detail.fields.party.name).toBe(LONG_NAME)
    expect(detail).toMatchObject({ state: 'received', round: 1, version: 1 })
    for (const text of ['𪚥𫟹', '𠮷', '华😀有'.slice(0, 1)]) {
      const page = await station.as('head').call('cases.list', {
        filter: { states: [], actionKind: null, reviewerId: null, receivedFrom: null, receivedTo: null, text },
        sort: { by: 'updatedAt', descending: true },
        after: null,
        size: 10,
      })
      expect(page.rows.map(({ id }) => id)).toContain(caseId)
    }
  })

  it('refuses a name of 301 characters', async () => {
    expect(await register(withParty(`${LONG_NAME}人`))).toMatchObject({ ok: false, error: { code: 'invalid-input', data: { field: 'fields.party.name' } } })
  })

  it.each([
    ['receivedOn', '20226-04-07'],
    ['receivedOn', '2026-02-30'],
    ['receivedOn', '1949-09-30'],
    ['receivedOn', '2100-01-01'],
    ['receivedOn', '２０２６-04-07'],
    ['actFrom', '20226-01-01'],
    ['filedOn', '2026-4-7'],
    ['effects', [{ kind: 'fine', amount: 1e13, detail: '' }]],
    ['effects', [{ kind: 'fine', amount: 0.001, detail: '' }]],
    ['effects', [{ kind: 'fine', amount: -1, detail: '' }]],
    ['effects', [{ kind: 'fine', amount: Number.NaN, detail: '' }]],
    ['actionKinds', []],
    ['actionKinds', ['no-such-kind']],
    ['handlers', []],
    ['title', '   '],
    ['conditions', { noSuch: true }],
  ])('refuses %s = %j and names the field', async (field, value) => {
    const before = footprint(station.workstation.workbench.reader)
    const reply = await register({ [field]: value })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(reply.ok ? '' : String(reply.error.data['field'])).toContain(`fields.${field}`)
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })

  it('refuses a handler whom the station does not know', async () => {
    await refusal(registerCase(station, { handlers: [{ personId: '0198c0de-0000-7000-8000-000000000000', name: '无', certificateNumber: '' }] }), 'not-found')
  })

  it('whatever characters are typed, the answer is a case or a refusal by name, and the chain stays whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), async (typed) => {
        const reply = await register({ title: `案${typed}`, facts: typed, ...withParty(`当事人${typed}`) })
        if (!reply.ok) expect(reply.error.code).toBe('invalid-input')
      }),
      { numRuns: 60, examples: [['\ud800'], ['\udc00\ud800'], ['\u0000'], ['\u2028'], ['"\\'], ["');--"]] },
    )
    expect(verifyChain(station.workstation.workbench.reader).broken).toBeNull()
  })
})

describe('changing', () => {
  it('keeps what was before in the trail, and does not overwrite another window’s change', async () => {
    const caseId = await registerCase(station)
    const [one, other] = [station.connect('handler'), station.connect('handler')]
    const personId = station.ids.get('handler') ?? null
    const fields = (title: string) => caseFields({ title, handlers: [{ personId, name: '田禾', certificateNumber: '' }] })
    expect(await one.call('cases.update', { caseId, expectedVersion: 1, fields: fields('第一个窗口改的案') })).toEqual({ version: 2 })
    expect(await refusal(other.call('cases.update', { caseId, expectedVersion: 1, fields: fields('第二个窗口改的案') }), 'conflict')).toMatchObject({
      subject: 'case',
      expected: 1,
      actual: 2,
    })
    expect((await other.call('cases.get', { caseId })).fields.title).toBe('第一个窗口改的案')
    const history = await one.call('cases.history', { caseId })
    expect(history.map(({ act }) => act)).toEqual(['case.register', 'case.update'])
    expect(JSON.parse(history[1]?.content ?? '{}')).toMatchObject({ after: { title: '第一个窗口改的案' } })
  })

  it('ends with acceptance: from then on the review rests on what is registered', async () => {
    const caseId = await registerCase(station)
    await attach(station, caseId, '一.txt', '一')
    await accept(station, caseId)
    const { version } = await station.as('head').call('cases.get', { caseId })
    expect(await refusal(station.as('head').call('cases.update', { caseId, expectedVersion: version, fields: caseFields() }), 'case-not-editable')).toEqual({
      state: 'accepted',
    })
  })

  it('is for those who handle the case, and for the review desk', async () => {
    const caseId = await registerCase(station)
    await refusal(station.as('handler2').call('cases.update', { caseId, expectedVersion: 1, fields: caseFields() }), 'not-your-part')
    await station.as('reviewer').call('cases.update', { caseId, expectedVersion: 1, fields: caseFields() })
  })
})

describe('withdrawing', () => {
  it('keeps the case, with the reason, and ends its way', async () => {
    const caseId = await assignedCase(station)
    await refusal(station.as('handler2').call('cases.withdraw', { caseId, reason: '弄错了' }), 'not-your-part')
    await station.as('handler').call('cases.withdraw', { caseId, reason: '单位撤回送审' })
    const detail = await station.as('handler').call('cases.get', { caseId })
    expect(detail).toMatchObject({ state: 'withdrawn', dueOn: null })
    expect((await station.as('handler').call('cases.history', { caseId })).at(-1)).toMatchObject({ act: 'case.withdraw', actorName: '田禾' })
    await refusal(station.as('handler').call('cases.withdraw', { caseId, reason: '再撤一次' }), 'transition-refused')
    await refusal(station.as('reviewer').call('checklist.begin', { caseId }), 'transition-refused')
  })

  it('counts follow', async () => {
    const counts = await station.as('reviewer').call('cases.counts', {})
    const { rows } = await station.as('head').call('cases.list', {
      filter: { states: ['withdrawn'], actionKind: null, reviewerId: null, receivedFrom: null, receivedTo: null, text: '' },
      sort: { by: 'title', descending: false },
      after: null,
      size: 200,
    })
    expect(counts.byState['withdrawn']).toBe(rows.length)
  })
})
