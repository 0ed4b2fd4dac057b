/** A disk that is full: said so, nothing half-written, everything earlier intact, and it goes on once there is room. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../../src/main/audit/chain.ts'
import { lockStation } from '../../../src/main/station/station-lock.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { attach, caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation } from '../../support/test-station.ts'

const mounted: string[] = []

/** A disk of so many megabytes, or undefined where this user may not mount one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = temporaryFolder('disk')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  mounted.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of mounted) execFileSync('umount', ['-l', folder])
  removeTemporaryFolders()
})

const disk = smallDisk(8)
if (disk === undefined) process.stdout.write('skipped 3 tests of a full disk: no file system can be mounted here\n')

/** Takes what room is left, down to so many bytes. */
function fill(folder: string, leave: number): string {
  const ballast = join(folder, 'ballast')
  let size = 16 * 1024 * 1024
  for (let block = size; block >= 1024; block /= 2) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(block), { flag: 'a' })
    } catch {
      size = statSync(ballast).size
    }
  }
  writeFileSync(ballast, Buffer.alloc(Math.max(0, size - leave)))
  return ballast
}

describe.skipIf(disk === undefined)('on a disk of 8 MB', () => {
  const folder = disk ?? ''

  it('a file that does not fit is refused by name; the case and its files stay as they were', async () => {
    const station = await createTestStation({ folder: join(folder, 'one') })
    const caseId = await registerCase(station)
    const small = await attach(station, caseId, '小.txt', '先前收入的')
    const before = footprint(station.workstation.workbench.reader)
    expect(await refusal(attach(station, caseId, '大.bin', randomBytes(9 * 1024 * 1024)), 'disk-full')).toEqual({ what: '大.bin' })
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
    expect(readdirSync(join(folder, 'one', 'files', 'incoming'))).toEqual([])
    expect((await station.as('handler').read(`material/${small.id}`)).toString('utf8')).toBe('先前收入的')
    expect(await attach(station, caseId, '又一个.txt', '还放得下')).toMatchObject({ name: '又一个.txt' })
    station.close()
    rmSync(join(folder, 'one'), { recursive: true })
  })

  it('with no room for a row either, an act is refused, nothing of it is there, and it works after room was made', async () => {
    const station = await createTestStation({ folder: join(folder, 'two') })
    const handler = station.as('handler')
    const caseId = await registerCase(station)
    const ballast = fill(folder, 0)
    const before = footprint(station.workstation.workbench.reader)
    const fields = caseFields({ facts: '长'.repeat(20_000) })
    let refusals = 0
    // the log may have a little room of its own; sooner or later it is full
    let known = before
    for (let attempt = 0; attempt < 200 && refusals < 3; attempt += 1) {
      const reply = await station.workstation.dispatch('cases.register', { fields }, handler.caller)
      const now = footprint(station.workstation.workbench.reader)
      if (reply.ok) expect(now['cases']).toBe(Number(known['cases']) + 1)
      else {
        expect(reply.error.code).toBe('disk-full')
        expect(now).toEqual(known)
        refusals += 1
      }
      known = now
    }
    expect(refusals).toBe(3)
    await refusal(handler.call('drafts.save', { key: 'register', content: '长'.repeat(100_000) }), 'disk-full')
    expect((await handler.call('cases.get', { caseId })).state).toBe('received')
    rmSync(ballast)
    await handler.call('cases.register', { fields })
    await handler.call('drafts.save', { key: 'register', content: '长'.repeat(100_000) })
    expect(verifyChain(station.workstation.workbench.reader).broken).toBeNull()
    station.close()
    const again = await reopenTestStation(station)
    expect(again.workstation.workbench.reader.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    again.close()
    rmSync(join(folder, 'two'), { recursive: true })
  })

  it('closing on a full disk lets the station go, and it opens again whole', async () => {
    const station = await createTestStation({ folder: join(folder, 'three') })
    await registerCase(station)
    const before = footprint(station.workstation.workbench.reader)
    const ballast = fill(folder, 0)
    station.close()
    lockStation(station.folder).release()
    rmSync(ballast)
    const again = await reopenTestStation(station)
    expect(footprint(again.workstation.workbench.reader)).toEqual(before)
    expect(again.workstation.workbench.reader.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    again.close()
  })
})
