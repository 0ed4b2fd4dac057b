/** People: passwords, locks, roles. Passwords cost real work here, so the tests share one station. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorFromJson } from '../../../src/shared/errors/errors.ts'
import type { MethodInput, MethodName, MethodOutput } from '../../../src/shared/contract/contract.ts'
import type { Person } from '../../../src/shared/people/contract.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { assign, accept, attach, caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

const PASSWORD = 'correct-password'
let station: TestStation
let now = new Date('2026-04-07T02:00:00Z')

beforeAll(async () => {
  station = await createTestStation({ now: () => now })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

/** A window that nobody is signed in on yet. */
function window() {
  const caller = station.workstation.connect()
  return async <Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>> => {
    const reply = await station.workstation.dispatch(name, input, caller)
    if (!reply.ok) throw errorFromJson(reply.error)
    return reply.value as MethodOutput<Name>
  }
}

const admin = () => station.as('admin')
const add = (login: string, roles: Parameters<typeof personFields>[2] = ['handler']): Promise<Person> =>
  admin().call('people.add', { person: personFields(login, `人员${login}`, roles), password: PASSWORD })
const actsAbout = (id: string) =>
  station.workstation.workbench.reader.all<{ act: string; content: string }>('SELECT act, content FROM audit WHERE subject = ? ORDER BY seq', `person/${id}`)

describe('signing in', () => {
  it('takes the right password only; who it is and what they may do is told', async () => {
    const { id } = await add('xiaoli', ['handler', 'reviewer'])
    const call = window()
    expect(await call('session.current', {})).toBeNull()
    expect(await refusal(call('session.signIn', { login: 'xiaoli', password: 'wrong' }), 'wrong-password')).toEqual({ remaining: 4 })
    await refusal(call('audit.head', {}), 'not-signed-in')
    expect(await call('session.signIn', { login: 'XiaoLi', password: PASSWORD })).toMatchObject({ id, roles: ['handler', 'reviewer'] })
    expect(await call('session.current', {})).toMatchObject({ id })
    expect(await call('session.people', {})).toContainEqual({ login: 'xiaoli', name: '人员xiaoli', roles: ['handler', 'reviewer'] })
    await call('session.signOut', {})
    expect(await call('session.current', {})).toBeNull()
  })

  it('closes the account for a quarter of an hour after five wrong ones, also to the right one', async () => {
    const { id } = await add('locked')
    const call = window()
    for (const remaining of [4, 3, 2, 1]) {
      expect(await refusal(call('session.signIn', { login: 'locked', password: 'wrong' }), 'wrong-password')).toEqual({ remaining })
    }
    expect(await refusal(call('session.signIn', { login: 'locked', password: 'wrong' }), 'account-locked')).toEqual({ until: '2026-04-07T02:15:00.000Z' })
    await refusal(call('session.signIn', { login: 'locked', password: PASSWORD }), 'account-locked')
    expect(actsAbout(id).map(({ act }) => act)).toContain('session.lock')
    now = new Date('2026-04-07T02:15:01Z')
    await call('session.signIn', { login: 'locked', password: PASSWORD })
    now = new Date('2026-04-07T02:00:00Z')
  })

  it('a right password in between starts the count anew; the administrator opens a locked account', async () => {
    const { id } = await add('slips')
    const call = window()
    for (let slip = 0; slip < 4; slip += 1) await refusal(call('session.signIn', { login: 'slips', password: 'wrong' }), 'wrong-password')
    await call('session.signIn', { login: 'slips', password: PASSWORD })
    for (let slip = 0; slip < 4; slip += 1) await refusal(call('session.signIn', { login: 'slips', password: 'wrong' }), 'wrong-password')
    await refusal(call('session.signIn', { login: 'slips', password: 'wrong' }), 'account-locked')
    await admin().call('people.resetPassword', { personId: id, password: 'another-password' })
    await call('session.signIn', { login: 'slips', password: 'another-password' })
  })

  it('says the same of somebody who does not exist', async () => {
    await refusal(window()('session.signIn', { login: 'ghost', password: PASSWORD }), 'wrong-password')
    await refusal(window()('session.signIn', { login: "' OR 1=1 --", password: PASSWORD }), 'wrong-password')
  })

  it('keeps no password readable, in the store or in the trail', async () => {
    const { id } = await add('secret')
    const row = station.workstation.workbench.reader.get<{ password: string }>('SELECT password FROM people WHERE id = ?', id)
    expect(row?.password).not.toContain(PASSWORD)
    expect(JSON.stringify(actsAbout(id))).not.toContain(PASSWORD)
    expect(JSON.stringify(await admin().call('people.list', {}))).not.toContain('sealed')
  })
})

describe('passwords', () => {
  it('change with the present one only, and are not too short', async () => {
    await add('changes')
    const call = window()
    await call('session.signIn', { login: 'changes', password: PASSWORD })
    await refusal(call('session.changePassword', { current: 'wrong', next: 'next-password' }), 'wrong-password')
    expect(await refusal(call('session.changePassword', { current: PASSWORD, next: '短短短短短短短' }), 'weak-password')).toEqual({ minimum: 8 })
    await call('session.changePassword', { current: PASSWORD, next: 'next-password' })
    await refusal(window()('session.signIn', { login: 'changes', password: PASSWORD }), 'wrong-password')
    await window()('session.signIn', { login: 'changes', password: 'next-password' })
  })

  it('one person’s cannot be put in another’s place in the store', async () => {
    const [one, other] = [await add('one'), await add('other')]
    station.workstation.workbench.withoutAudit('test', (writer) =>
      writer.run('UPDATE people SET password = (SELECT password FROM people WHERE id = ?) WHERE id = ?', one.id, other.id),
    )
    await refusal(window()('session.signIn', { login: 'other', password: PASSWORD }), 'wrong-password')
  })
})

describe('people', () => {
  it('a login is taken once, in any case of letters', async () => {
    await add('taken')
    const before = footprint(station.workstation.workbench.reader)
    expect(await refusal(add('TAKEN'), 'login-taken')).toEqual({ login: 'TAKEN' })
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    const other = await add('not-taken')
    const person = personFields('taken', '改名', ['handler'])
    await refusal(admin().call('people.update', { personId: other.id, expectedVersion: 1, person }), 'login-taken')
  })

  it('a change says what was before and after, and does not overwrite another window’s', async () => {
    const { id } = await add('moves')
    const person = personFields('moves', '新名字', ['handler'])
    expect(await admin().call('people.update', { personId: id, expectedVersion: 1, person })).toMatchObject({ name: '新名字', version: 2 })
    expect(await refusal(admin().call('people.update', { personId: id, expectedVersion: 1, person }), 'conflict')).toMatchObject({ expected: 1, actual: 2 })
    await refusal(admin().call('people.setActive', { personId: id, expectedVersion: 1, active: false }), 'conflict')
    const [change] = actsAbout(id).filter(({ act }) => act === 'person.update')
    expect(JSON.parse(change?.content ?? '{}')).toMatchObject({ before: { name: '人员moves' }, after: { name: '新名字' } })
  })

  it('a change of where somebody comes from says from where before, and no field is left out of what was', async () => {
    const credentials = [{ kind: 'enforcementCertificate' as const, number: '43-1', validFrom: isoDate('2020-01-01'), validUntil: isoDate('2027-12-31') }]
    const own = { ...personFields('adviser', '顾问', ['reviewer'], { credentials }), affiliation: { kind: 'legalAdviser' as const, from: '衡平律师事务所' } }
    const { id } = await admin().call('people.add', { person: own, password: PASSWORD })
    const lent = { ...own, affiliation: { kind: 'pool' as const, from: '清川县司法局' } }
    await admin().call('people.update', { personId: id, expectedVersion: 1, person: lent })
    const { affiliation: _, ...plain } = lent
    await admin().call('people.update', { personId: id, expectedVersion: 2, person: plain })
    const changes = actsAbout(id).filter(({ act }) => act === 'person.update')
    expect(changes.map(({ content }) => JSON.parse(content) as unknown)).toEqual([
      { before: own, after: lent },
      { before: lent, after: plain },
    ])
  })

  it('the last administrator stays one, and stays active', async () => {
    const id = station.ids.get('admin') ?? ''
    const before = footprint(station.workstation.workbench.reader)
    const { version } = (await admin().call('people.list', {})).find((person) => person.id === id) ?? { version: 0 }
    await refusal(admin().call('people.setActive', { personId: id, expectedVersion: version, active: false }), 'last-administrator')
    const person = personFields('admin', '管宁', ['supervisor'])
    await refusal(admin().call('people.update', { personId: id, expectedVersion: version, person }), 'last-administrator')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    const second = await add('admin2', ['admin'])
    await admin().call('people.update', { personId: id, expectedVersion: version, person: { ...person, roles: ['admin', 'supervisor'] } })
    await admin().call('people.setActive', { personId: second.id, expectedVersion: 1, active: false })
    await refusal(admin().call('people.setActive', { personId: id, expectedVersion: version + 1, active: false }), 'last-administrator')
  })

  it('who is deactivated leaves their cases visibly, and the head can give them to another', async () => {
    const caseId = await registerCase(station)
    await accept(station, caseId)
    await assign(station, caseId, 'reviewer2')
    const personId = station.ids.get('reviewer2')
    if (personId === undefined) throw new Error('no second reviewer')
    const setActive = (expectedVersion: number, active: boolean) => admin().call('people.setActive', { personId, expectedVersion, active })
    const { version } = (await admin().call('people.list', {})).find(({ id }) => id === personId) ?? { version: 0 }
    expect(await setActive(version, false)).toMatchObject({ active: false, openCases: 1 })
    const head = station.as('head')
    expect((await head.call('cases.get', { caseId })).reviewer).toMatchObject({ id: personId, active: false })
    const other = station.ids.get('reviewer')
    if (other === undefined) throw new Error('no reviewer')
    await head.call('assignment.choose', { caseId, personId: other, reason: '原审核人已经离岗' })
    expect((await head.call('cases.get', { caseId })).reviewer).toMatchObject({ id: other, active: true })
    expect(await setActive(version + 1, true)).toMatchObject({ active: true, openCases: 0 })
  })

  it('a role that is taken away counts at the next call of a window that is open', async () => {
    const made = await add('demoted', ['handler', 'reviewer'])
    const call = window()
    await call('session.signIn', { login: 'demoted', password: PASSWORD })
    await call('cases.register', { fields: caseFields() })
    await admin().call('people.update', { personId: made.id, expectedVersion: 1, person: personFields('demoted', made.name, ['supervisor']) })
    await refusal(call('cases.register', { fields: caseFields() }), 'not-allowed')
    expect(await call('session.current', {})).toMatchObject({ roles: ['supervisor'] })
  })

  it('who is deactivated cannot go on, nor sign in, until they are active again', async () => {
    const made = await add('leaves')
    const call = window()
    await call('session.signIn', { login: 'leaves', password: PASSWORD })
    await admin().call('people.setActive', { personId: made.id, expectedVersion: 1, active: false })
    await refusal(call('cases.register', { fields: caseFields() }), 'not-signed-in')
    expect(await call('session.current', {})).toBeNull()
    await refusal(call('session.signIn', { login: 'leaves', password: PASSWORD }), 'wrong-password')
    expect((await call('session.people', {})).map(({ login }) => login)).not.toContain('leaves')
    await admin().call('people.setActive', { personId: made.id, expectedVersion: 2, active: true })
    await window()('session.signIn', { login: 'leaves', password: PASSWORD })
  })

  it('who lost the qualification, or is not active, no longer stands in the draw', async () => {
    const made = await add('expires', ['reviewer'])
    const caseId = await registerCase(station)
    await attach(station, caseId, '一.txt', '一')
    await accept(station, caseId)
    const reasonsOf = async () => (await station.as('head').call('assignment.candidates', { caseId })).excluded.find(({ personId }) => personId === made.id)?.reasons
    expect(await reasonsOf()).toBeUndefined()
    const credentials = [{ kind: 'legalQualification' as const, number: 'A', validFrom: null, validUntil: isoDate('2026-04-06') }]
    const person = personFields('expires', made.name, ['reviewer'], { credentials, reviewSince: isoDate('2019-01-01') })
    await admin().call('people.update', { personId: made.id, expectedVersion: 1, person })
    expect(await reasonsOf()).toEqual(['noQualification'])
    await admin().call('people.setActive', { personId: made.id, expectedVersion: 2, active: false })
    expect(await reasonsOf()).toEqual(['inactive', 'noQualification'])
    await refusal(assign(station, caseId, 'handler'), 'reviewer-not-eligible')
  })
})

describe('drafts', () => {
  it('are each person’s own, and are there again until discarded', async () => {
    const [handler, reviewer] = [station.as('handler'), station.as('reviewer')]
    await handler.call('drafts.save', { key: 'register', content: '写到一半\u0000👍' })
    expect(await station.connect('handler').call('drafts.load', { key: 'register' })).toMatchObject({ content: '写到一半\u0000👍' })
    expect(await reviewer.call('drafts.load', { key: 'register' })).toBeNull()
    await reviewer.call('drafts.discard', { key: 'register' })
    await handler.call('drafts.save', { key: 'register', content: '又写了些' })
    expect(await handler.call('drafts.load', { key: 'register' })).toMatchObject({ content: '又写了些' })
    await handler.call('drafts.discard', { key: 'register' })
    expect(await handler.call('drafts.load', { key: 'register' })).toBeNull()
  })
})
