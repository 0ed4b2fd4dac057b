/** Who hears of what changed; and what is typed does not wait. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CoreEvent } from '../../../src/shared/contract/reply.ts'
import { createHost } from '../../../src/main/core/host.ts'
import { join } from 'node:path'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, RESOURCES, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'

const lines: string[] = []
let station: TestStation
beforeAll(async () => {
  station = await createTestStation({ log: (line) => lines.push(line) })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

describe('a window that cannot be told', () => {
  it('undoes nothing: the act is answered, the others hear of it, and the log has the reason', async () => {
    const heard: CoreEvent[] = []
    const { workstation } = station
    const stops = [
      workstation.subscribe(station.as('reviewer').caller, () => {
        throw new Error('port closed')
      }),
      workstation.subscribe(station.as('head').caller, (event) => heard.push(event)),
    ]
    await station.as('handler').call('cases.register', { fields: caseFields() })
    for (const stop of stops) stop()
    expect(heard.map(({ subject }) => subject)).toContain('audit')
    expect(lines.some((line) => line.includes('port closed'))).toBe(true)
    const before = heard.length
    await registerCase(station)
    expect(heard).toHaveLength(before)
  })
})

describe('a window that nobody is signed in on', () => {
  it('hears of people and station, without ids, and of no case', async () => {
    const heard: CoreEvent[] = []
    const { workstation } = station
    const stop = workstation.subscribe(workstation.connect(), (event) => heard.push(event))
    await registerCase(station)
    expect(heard).toEqual([])
    const admin = station.as('admin')
    const people = await admin.call('people.list', {})
    const other = people.find(({ login }) => login === 'handler2')
    if (other === undefined) throw new Error('no handler2')
    await admin.call('people.setActive', { personId: other.id, expectedVersion: other.version, active: false })
    await admin.call('station.update', { station: STATION_FIELDS })
    stop()
    expect(heard).toContainEqual({ kind: 'changed', subject: 'people' })
    expect(heard).toContainEqual({ kind: 'changed', subject: 'station' })
    expect(JSON.stringify(heard)).not.toContain(other.id)
  })

  it('hears of cases once somebody signed in on it, also when it listened before there was a station', async () => {
    const host = createHost({ stationFolder: join(temporaryFolder('events'), 'station'), resourcesFolder: RESOURCES })
    const [first, second] = [host.connect(), host.connect()]
    const heard: string[] = []
    const other: string[] = []
    host.subscribe(first, ({ subject }) => heard.push(subject))
    const stop = host.subscribe(second, ({ subject }) => other.push(subject))
    const administrator = { name: '管宁', login: 'admin', password: 'password-1' }
    await host.dispatch('station.setUp', { station: STATION_FIELDS, administrator, passphrase: '测试工作站 启用口令 四个词' }, first)
    await host.dispatch('station.update', { station: STATION_FIELDS }, first)
    expect(heard).toEqual(['audit', 'station'])
    expect(other).toEqual(['station'])
    await host.dispatch('session.signIn', { login: 'admin', password: 'password-1' }, second)
    expect(other).toEqual(['station'])
    await host.dispatch('station.update', { station: STATION_FIELDS }, first)
    expect(other).toEqual(['station', 'audit', 'station'])
    stop()
    await host.dispatch('station.update', { station: STATION_FIELDS }, first)
    expect(other).toHaveLength(3)
    await host.close()
  })
})

describe('what is typed', () => {
  it('is kept while another write takes its time', async () => {
    const reviewer = station.as('reviewer')
    const done: string[] = []
    const slow = reviewer.call('session.changePassword', { current: 'not-the-one', next: 'password-2' }).catch(() => null).then(() => done.push('slow'))
    const queued = station.as('handler').call('cases.register', { fields: caseFields() }).then(() => done.push('queued'))
    await reviewer.call('drafts.save', { key: 'register', content: '写了一半' }).then(() => done.push('draft'))
    expect(done).toEqual(['draft'])
    await Promise.all([slow, queued])
    expect(done).toEqual(['draft', 'slow', 'queued'])
    expect(await reviewer.call('drafts.load', { key: 'register' })).toMatchObject({ content: '写了一半' })
    await reviewer.call('drafts.discard', { key: 'register' })
    expect(await reviewer.call('drafts.load', { key: 'register' })).toBeNull()
  })
})
