/** When a session ends: a password that was changed or reset, and a person who left, leave no window open. */
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CoreEvent } from '../../../src/shared/contract/reply.ts'
import type { PersonId } from '../../../src/shared/values/values.ts'
import { connectClient, type Client } from '../../../src/main/core/client.ts'
import { createHost } from '../../../src/main/core/host.ts'
import type { Host } from '../../../src/main/core/host-interface.ts'
import { signInAutomatically } from '../../../src/main/shell/auto-sign-in.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { personFields, RESOURCES, STATION_FIELDS } from '../../support/test-station.ts'

const PASSPHRASE = '测试工作站 启用口令 四个词'
const ADMIN = { login: 'admin', password: 'password-1' }
const SET_UP = { station: STATION_FIELDS, administrator: { name: '管宁', ...ADMIN }, passphrase: PASSPHRASE }

let host: Host
let admin: Client
let personId: PersonId
let login: string
let windows: Client[]
let counter = 0

beforeAll(async () => {
  host = createHost({ stationFolder: join(temporaryFolder('sessions'), 'station'), resourcesFolder: RESOURCES })
  admin = connectClient(host)
  await admin.call('station.setUp', SET_UP)
})
afterAll(async () => {
  await host.close()
  removeTemporaryFolders()
})
beforeEach(async () => {
  login = `person${(counter += 1)}`
  ;({ id: personId } = await admin.call('people.add', { person: personFields(login, '顾盼', ['reviewer']), password: 'password-1' }))
  windows = [connectClient(host), connectClient(host)]
  for (const window of windows) await window.call('session.signIn', { login, password: 'password-1' })
})

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('%PDF-1.7\n')
}
async function stageOn(client: Client): Promise<string> {
  const reply = await host.stage({ name: '纸.pdf', bytes: bytes() }, client.caller)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value.id
}
const signedIn = async () => Promise.all(windows.map(async (window) => (await window.call('session.current', {}))?.login ?? null))

describe('the sessions of a person', () => {
  it('end everywhere when the password is reset, and the windows are told', async () => {
    const heard: CoreEvent[] = []
    const stop = host.subscribe(windows[0]?.caller ?? host.connect(), (event) => heard.push(event))
    await admin.call('people.resetPassword', { personId, password: 'password-2' })
    stop()
    expect(await signedIn()).toEqual([null, null])
    expect(heard).toContainEqual({ kind: 'changed', subject: 'session' })
    expect(await admin.call('session.current', {})).toMatchObject({ login: 'admin' })
  })

  it('end everywhere when the person is deactivated, and do not come back with the person', async () => {
    const person = await admin.call('people.setActive', { personId, expectedVersion: 1, active: false })
    expect(await signedIn()).toEqual([null, null])
    await admin.call('people.setActive', { personId, expectedVersion: person.version, active: true })
    expect(await signedIn()).toEqual([null, null])
  })

  it('end on the other windows when the person changes the password', async () => {
    await windows[0]?.call('session.changePassword', { current: 'password-1', next: 'password-2' })
    expect(await signedIn()).toEqual([login, null])
  })

  it('stay when a change of the password is refused', async () => {
    const change = windows[0]?.call('session.changePassword', { current: 'wrong', next: 'password-2' })
    await refusal(change ?? Promise.resolve(), 'wrong-password')
    expect(await signedIn()).toEqual([login, login])
  })
})

describe('what was staged on a window', () => {
  it.each(['sign-out', 'sign-in', 'reset'])('is not there any more for who comes after a %s', async (how) => {
    const [window] = windows
    if (window === undefined) throw new Error('no window')
    const stagedId = await stageOn(window)
    if (how === 'sign-out') await window.call('session.signOut', {})
    if (how === 'reset') await admin.call('people.resetPassword', { personId, password: 'password-2' })
    await window.call('session.signIn', ADMIN)
    await refusal(window.call('verification.verifyFile', { stagedId }), 'file-not-staged')
  })
})

describe('signing in without being asked', () => {
  it.each([
    [true, 'admin'],
    [false, null],
  ])('on a station that is a demonstration (%s) gives %s', async (demo, expected) => {
    const folder = join(temporaryFolder('automatic'), 'station')
    const first = createHost({ stationFolder: folder, resourcesFolder: RESOURCES, demo })
    await connectClient(first).call('station.setUp', SET_UP)
    await first.close()
    const second = createHost({ stationFolder: folder, resourcesFolder: RESOURCES })
    const client = connectClient(second)
    await signInAutomatically(second, client.caller, { passphrase: PASSPHRASE, ...ADMIN })
    expect((await client.call('session.current', {}))?.login ?? null).toBe(expected)
    await second.close()
  })
})
