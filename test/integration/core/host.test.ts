/** The host: from an empty folder over set-up to an open station, and back with the passphrase. */
import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectClient } from '../../../src/main/core/client.ts'
import { createHost } from '../../../src/main/core/host.ts'
import type { Host, HostOptions, KeyChain } from '../../../src/main/core/host-interface.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'
import { RESOURCES, STATION_FIELDS } from '../../support/test-station.ts'

const PASSPHRASE = '测试工作站 启用口令 四个词'
const SET_UP = {
  station: STATION_FIELDS,
  administrator: { name: '管宁', login: 'admin', password: 'password-1' },
  passphrase: PASSPHRASE,
}

const hosts: Host[] = []
function host(stationFolder: string, more: Partial<HostOptions> = {}): Host {
  const made = createHost({ stationFolder, resourcesFolder: RESOURCES, ...more })
  hosts.push(made)
  return made
}

let folder: string
beforeAll(async () => {
  folder = join(temporaryFolder('host'), 'station')
  const first = host(folder)
  await connectClient(first).call('station.setUp', SET_UP)
  await first.close()
})
afterAll(async () => {
  for (const one of hosts) await one.close()
  removeTemporaryFolders()
})

function copy(): string {
  const target = join(temporaryFolder('host'), 'station')
  cpSync(folder, target, { recursive: true })
  return target
}

describe('before there is a station', () => {
  it('says so, and answers nothing but set-up', async () => {
    const client = connectClient(host(join(temporaryFolder('host'), 'none')))
    expect(await client.call('station.status', {})).toMatchObject({ phase: 'absent', station: null })
    expect(await client.call('session.current', {})).toBeNull()
    await refusal(client.call('session.people', {}), 'station-closed')
    await refusal(client.call('cases.register', { fields: caseFields() }), 'station-closed')
    await refusal(client.call('station.unlock', { passphrase: PASSPHRASE }), 'station-missing')
    expect((await host(folder).dispatch('no.such', {}, client.caller)).ok).toBe(false)
  })

  it('a weak passphrase or password is refused, and no key file is made', async () => {
    const target = join(temporaryFolder('host'), 'new')
    const client = connectClient(host(target))
    expect(await refusal(client.call('station.setUp', { ...SET_UP, passphrase: 'short' }), 'weak-passphrase')).toEqual({ minimum: 12 })
    const administrator = { ...SET_UP.administrator, password: 'short' }
    expect(await refusal(client.call('station.setUp', { ...SET_UP, administrator }), 'weak-password')).toEqual({ minimum: 8 })
    expect(existsSync(join(target, 'station-key.json'))).toBe(false)
    expect(existsSync(join(target, 'station.sqlite'))).toBe(false)
  })

  it('a folder that is synchronised is refused at set-up', async () => {
    const client = connectClient(host(join(temporaryFolder('host'), 'OneDrive', 'station')))
    await refusal(client.call('station.setUp', SET_UP), 'folder-cloud-synced')
  })
})

describe('a closed station', () => {
  it('opens with its passphrase only, also typed in full width; then people can sign in', async () => {
    const one = host(copy())
    const client = connectClient(one)
    expect(await client.call('station.status', {})).toMatchObject({ phase: 'closed', station: null })
    await refusal(client.call('station.unlock', { passphrase: `${PASSPHRASE}!` }), 'wrong-key')
    expect(await client.call('station.status', {})).toMatchObject({ phase: 'closed' })
    expect(await client.call('station.unlock', { passphrase: PASSPHRASE.replaceAll(' ', '　') })).toMatchObject({ phase: 'open' })
    await refusal(client.call('cases.counts', {}), 'not-signed-in')
    expect(await client.call('session.people', {})).toEqual([{ login: 'admin', name: '管宁', roles: ['admin'] }])
    expect(await client.call('session.signIn', { login: 'ADMIN', password: 'password-1' })).toMatchObject({ name: '管宁' })
    expect(await client.call('station.status', {})).toMatchObject({ station: { agency: STATION_FIELDS.agency } })
    await one.close()
  })

  it('is not set up over: refused, and its key stays', async () => {
    const target = copy()
    const client = connectClient(host(target))
    const key = readFileSync(join(target, 'station-key.json'))
    await refusal(client.call('station.setUp', SET_UP), 'station-not-empty')
    expect(readFileSync(join(target, 'station-key.json')).equals(key)).toBe(true)
  })

  it.each([
    ['station-key.json', 'station-key.json'],
    ['station.sqlite', 'station.sqlite'],
  ])('without its %s is incomplete: neither opened nor set up anew', async (file, missing) => {
    const target = copy()
    rmSync(join(target, file))
    const client = connectClient(host(target))
    expect(await refusal(client.call('station.unlock', { passphrase: PASSPHRASE }), 'station-incomplete')).toEqual({ folder: target, missing })
    await refusal(client.call('station.setUp', SET_UP), 'station-not-empty')
    expect(existsSync(join(target, file))).toBe(false)
  })

  it('with a damaged key file says which file, and with an emptied database that it is damaged', async () => {
    const target = copy()
    truncateSync(join(target, 'station.sqlite'), 0)
    await refusal(connectClient(host(target)).call('station.unlock', { passphrase: PASSPHRASE }), 'store-damaged')
    writeFileSync(join(target, 'station-key.json'), '{"format":1')
    expect(await refusal(connectClient(host(target)).call('station.unlock', { passphrase: PASSPHRASE }), 'store-damaged')).toEqual({
      detail: 'station-key.json',
    })
  })

  it('two windows that unlock at once open it once', async () => {
    const one = host(copy())
    const clients = [connectClient(one), connectClient(one), connectClient(one)]
    const answers = await Promise.all(clients.map((client) => client.call('station.unlock', { passphrase: PASSPHRASE })))
    expect(answers.map(({ phase }) => phase)).toEqual(['open', 'open', 'open'])
    await one.close()
  })

  it('is refused while another host has it, and opens once that is closed', async () => {
    const target = copy()
    const [first, second] = [host(target), host(target)]
    await connectClient(first).call('station.unlock', { passphrase: PASSPHRASE })
    await refusal(connectClient(second).call('station.unlock', { passphrase: PASSPHRASE }), 'station-locked-by-other')
    await first.close()
    expect(await connectClient(second).call('station.unlock', { passphrase: PASSPHRASE })).toMatchObject({ phase: 'open' })
    await second.close()
  })
})

describe('a key chain', () => {
  /** Knows what it protected, as the system's does for one user. */
  function keyChain(): KeyChain & { broken: boolean } {
    const mask = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a)
    const chain: KeyChain & { broken: boolean } = {
      name: 'test key chain',
      broken: false,
      protect: (secret) => Promise.resolve(mask(secret)),
      reveal: (wrapped) => (chain.broken ? Promise.reject(new Error('another user')) : Promise.resolve(mask(wrapped))),
    }
    return chain
  }

  it('opens the station after it was once opened with the passphrase; when it fails, the passphrase still does', async () => {
    const [target, chain] = [copy(), keyChain()]
    const first = host(target, { keyChain: chain })
    await refusal(connectClient(first).call('station.unlockWithKeyChain', {}), 'wrong-key')
    await connectClient(first).call('station.unlock', { passphrase: PASSPHRASE })
    await first.close()
    const second = host(target, { keyChain: chain })
    expect(await connectClient(second).call('station.status', {})).toMatchObject({ phase: 'closed', keyChain: 'test key chain' })
    expect(await connectClient(second).call('station.unlockWithKeyChain', {})).toMatchObject({ phase: 'open' })
    await second.close()
    chain.broken = true
    const third = host(target, { keyChain: chain })
    await refusal(connectClient(third).call('station.unlockWithKeyChain', {}), 'wrong-key')
    expect(await connectClient(third).call('station.unlock', { passphrase: PASSPHRASE })).toMatchObject({ phase: 'open' })
    await third.close()
  })
})

describe('connections', () => {
  it('who signs in on one window is not signed in on another, and a closed window is signed out', async () => {
    const one = host(copy())
    const [first, second] = [connectClient(one), connectClient(one)]
    await first.call('station.unlock', { passphrase: PASSPHRASE })
    await first.call('session.signIn', { login: 'admin', password: 'password-1' })
    await refusal(second.call('audit.head', {}), 'not-signed-in')
    first.close()
    expect((await one.dispatch('audit.head', {}, first.caller)).ok).toBe(false)
    await one.close()
    expect((await one.dispatch('audit.head', {}, second.caller)).ok).toBe(false)
  })

  it('an unexpected failure leaves the core only with a reference that is in the log, without case content', async () => {
    const lines: string[] = []
    const one = host(copy(), { log: (line) => lines.push(line) })
    const client = connectClient(one)
    await client.call('station.unlock', { passphrase: PASSPHRASE })
    const broken = { get login(): string { throw new Error('out of the blue') } }
    const reply = await one.dispatch('session.signIn', broken, client.caller)
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    const reference = reply.ok ? '' : String(reply.error.data['reference'])
    expect(lines.filter((line) => line.includes(reference) && line.includes('out of the blue'))).toHaveLength(1)
    await one.close()
  })
})
