/** Set-up that was cut short: the folder is no station yet, and the next set-up makes one. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectClient } from '../../../src/main/core/client.ts'
import { createHost } from '../../../src/main/core/host.ts'
import type { Host } from '../../../src/main/core/host-interface.ts'
import { lockStation } from '../../../src/main/station/station-lock.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { RESOURCES, STATION_FIELDS } from '../../support/test-station.ts'

const PASSPHRASE = '测试工作站 启用口令 四个词'
const SET_UP = {
  station: STATION_FIELDS,
  administrator: { name: '管宁', login: 'admin', password: 'password-1' },
  passphrase: PASSPHRASE,
}
const KEY = 'station-key.json'
const PENDING = 'station-key.pending.json'

const hosts: Host[] = []
function host(stationFolder: string, resourcesFolder = RESOURCES): Host {
  const made = createHost({ stationFolder, resourcesFolder })
  hosts.push(made)
  return made
}

let whole: string
beforeAll(async () => {
  whole = join(temporaryFolder('set-up'), 'station')
  const first = host(whole)
  await connectClient(first).call('station.setUp', SET_UP)
  await first.close()
})
afterAll(async () => {
  for (const one of hosts) await one.close()
  removeTemporaryFolders()
})

/** A station as it lies before the last step of its set-up, to be taken further back. */
function unfinished(): string {
  const folder = join(temporaryFolder('set-up'), 'station')
  cpSync(whole, folder, { recursive: true })
  renameSync(join(folder, KEY), join(folder, PENDING))
  return folder
}

const CRASH_POINTS: readonly (readonly [string, (folder: string) => void])[] = [
  ['before the last step, with the station written', () => undefined],
  [
    'with the log of the store not yet folded in',
    (folder) => {
      writeFileSync(join(folder, 'station.sqlite-wal'), 'left over')
      writeFileSync(join(folder, 'station.sqlite-shm'), 'left over')
    },
  ],
  ['with a store that was never written to', (folder) => writeFileSync(join(folder, 'station.sqlite'), '')],
  ['with the key only', (folder) => rmSync(join(folder, 'station.sqlite'))],
  [
    'with half a key file',
    (folder) => {
      rmSync(join(folder, 'station.sqlite'))
      rmSync(join(folder, PENDING))
      writeFileSync(join(folder, `${PENDING}.new`), '{"format":')
    },
  ],
]

describe('a set-up that was cut short', () => {
  it.each(CRASH_POINTS)('%s: there is no station, and setting up makes one that opens', async (_, leave) => {
    const folder = unfinished()
    leave(folder)
    const one = host(folder)
    const client = connectClient(one)
    expect(await client.call('station.status', {})).toMatchObject({ phase: 'absent' })
    await refusal(client.call('station.unlock', { passphrase: PASSPHRASE }), 'station-missing')
    const passphrase = '另一个 启用口令 也是四个词'
    await client.call('station.setUp', { ...SET_UP, passphrase })
    expect(await client.call('station.status', {})).toMatchObject({ phase: 'open' })
    await one.close()
    expect(readdirSync(folder).filter((name) => name.includes('pending'))).toEqual([])
    const again = host(folder)
    expect(await connectClient(again).call('station.unlock', { passphrase })).toMatchObject({ phase: 'open' })
    await again.close()
  })

  it('is not cleared away while another process is still at it', async () => {
    const folder = unfinished()
    const lock = lockStation(folder)
    await refusal(connectClient(host(folder)).call('station.setUp', SET_UP), 'station-locked-by-other')
    expect([existsSync(join(folder, PENDING)), existsSync(join(folder, 'station.sqlite'))]).toEqual([true, true])
    lock.release()
  })

  it('takes nothing with it that was in the folder before', async () => {
    const folder = unfinished()
    mkdirSync(join(folder, 'files'), { recursive: true })
    writeFileSync(join(folder, 'files', 'notes.txt'), 'mine')
    const one = host(folder)
    await connectClient(one).call('station.setUp', SET_UP)
    await one.close()
    expect(readFileSync(join(folder, 'files', 'notes.txt'), 'utf8')).toBe('mine')
  })

  it('is not seen where the key file is there too: the station stays as it is', async () => {
    const folder = unfinished()
    cpSync(join(folder, PENDING), join(folder, KEY))
    const one = host(folder)
    await refusal(connectClient(one).call('station.setUp', SET_UP), 'station-not-empty')
    expect(await connectClient(one).call('station.unlock', { passphrase: PASSPHRASE })).toMatchObject({ phase: 'open' })
    await one.close()
  })
})

describe('a set-up that is refused', () => {
  it('for the catalogue leaves neither key nor store', async () => {
    const folder = join(temporaryFolder('set-up'), 'station')
    await refusal(connectClient(host(folder, join(folder, 'nothing'))).call('station.setUp', SET_UP), 'catalogue-broken')
    expect(readdirSync(folder).filter((name) => name.startsWith('station'))).toEqual([])
  })

  it('in the midst of it leaves neither key nor store, the lock is free, and it can be done again', async () => {
    const folder = join(temporaryFolder('set-up'), 'station')
    let broken = true
    const one = createHost({ stationFolder: folder, resourcesFolder: RESOURCES, now: () => new Date(broken ? Number.NaN : Date.now()) })
    hosts.push(one)
    const caller = one.connect()
    expect(await one.dispatch('station.setUp', SET_UP, caller)).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(readdirSync(folder).filter((name) => name.startsWith('station'))).toEqual([])
    lockStation(folder).release()
    broken = false
    expect(await one.dispatch('station.setUp', SET_UP, caller)).toMatchObject({ ok: true })
    await one.close()
  })
})

/** Kills a set-up some time after it began; true where it had come to its end. */
async function killedAfter(folder: string, milliseconds: number): Promise<boolean> {
  const script = resolve(import.meta.dirname, '../../support/killed-set-up.ts')
  const child = spawn(process.execPath, [script, folder, PASSPHRASE], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((settle) => child.once('exit', settle))
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString('utf8')))
  await new Promise((settle) => child.stdout.once('data', settle))
  await Promise.race([gone, new Promise((settle) => setTimeout(settle, milliseconds))])
  child.kill('SIGKILL')
  await gone
  return said.includes('done')
}

describe('a process killed while it sets up', () => {
  it('leaves either a station or none, whenever it was', async () => {
    for (const milliseconds of [200, 450, 650, 850]) {
      const folder = join(temporaryFolder('killed'), 'station')
      const done = await killedAfter(folder, milliseconds)
      const one = host(folder)
      const client = connectClient(one)
      const { phase } = await client.call('station.status', {})
      expect(['absent', 'closed']).toContain(phase)
      if (done) expect(phase).toBe('closed')
      if (phase === 'absent') await client.call('station.setUp', SET_UP)
      else await client.call('station.unlock', { passphrase: PASSPHRASE })
      expect(await client.call('session.people', {})).toMatchObject([{ login: 'admin' }])
      await one.close()
    }
  })
})
