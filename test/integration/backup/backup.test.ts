/** A backup is a station: whole, checked, and opened with the same passphrase when the original is lost. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from '../../../src/main/backup/make-backup.ts'
import { requireTarget } from '../../../src/main/backup/backup-target.ts'
import { openWorkstation } from '../../../src/main/core/workstation.ts'
import { createDataKey, keepPendingKey, unwrapWithPassphrase } from '../../../src/main/station/key-file.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import type { PersonId } from '../../../src/shared/values/values.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { attach, registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, RESOURCES, type TestStation } from '../../support/test-station.ts'

const PASSPHRASE = '山河湖海之间有四个不相干的词'

let station: TestStation
let caseId: string
let by: PersonId

afterAll(removeTemporaryFolders)

beforeAll(async () => {
  const folder = temporaryFolder('backed-up')
  const dataKey = await createDataKey(folder, PASSPHRASE, undefined, { N: 2 ** 14, r: 8, p: 1 })
  station = await createTestStation({ folder, dataKey })
  keepPendingKey(folder)
  by = station.ids.get('admin') as PersonId
  caseId = await registerCase(station)
  await attach(station, caseId, '一.txt', '送审材料的内容')
  await attach(station, caseId, '二.bin', new Uint8Array(3_000_000).fill(7))
})
afterAll(() => station.close())

const back = (target: string) => station.workstation.workbench.backups.start(target, by)

async function finished(): Promise<void> {
  await expect.poll(async () => (await station.as('admin').call('backup.status', {})).running).toBeNull()
}

function code(work: () => unknown): string {
  try {
    work()
    return 'ok'
  } catch (error) {
    return error instanceof FashenError ? error.code : String(error)
  }
}

describe('a backup of the open station', () => {
  let copy: string

  it('lies in a folder with its date, is told with its size and head, and is an act', async () => {
    const target = temporaryFolder('target')
    const before = await station.as('admin').call('audit.head', {})
    await station.as('admin').call('backup.start', { folder: target })
    await finished()
    const status = await station.as('admin').call('backup.status', {})
    expect(status).toMatchObject({ problem: null, folder: target, age: 0, due: false })
    const [made] = status.backups
    expect(made).toMatchObject({ files: 2, chain: { seq: before.seq, hash: before.hash }, madeBy: '管宁' })
    expect(readdirSync(target)).toEqual([expect.stringMatching(/^fashen-backup-\d{8}-\d{6}$/)])
    copy = made?.folder ?? ''
    expect(readdirSync(copy).toSorted()).toEqual(['files', 'station-key.json', 'station.sqlite'])
    const [last] = await station.as('admin').call('audit.list', { before: null, size: 1 })
    expect(last).toMatchObject({ act: 'backup.make', subject: 'station' })
  })

  it('holds nothing in the clear', () => {
    const database = readFileSync(join(copy, 'station.sqlite'))
    expect(database.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(database.includes('碧波印染')).toBe(false)
  })

  it('opens with the passphrase when the original is damaged: chain whole, every file readable', async () => {
    station.close()
    writeFileSync(join(station.folder, 'station.sqlite'), 'damaged')
    rmSync(join(station.folder, 'files'), { recursive: true })
    const dataKey = await unwrapWithPassphrase(copy, PASSPHRASE)
    const restored = await openWorkstation(copy, dataKey, { resourcesFolder: RESOURCES, read: false })
    restored.close()
    station = await reopenTestStation({ folder: copy, dataKey, ids: station.ids })
    expect(await station.as('admin').call('audit.verify', {})).toMatchObject({ broken: null, missingWitnesses: [] })
    const { materials } = await station.as('handler').call('cases.get', { caseId })
    const contents = await Promise.all(materials.map(({ id }) => station.as('handler').read(`material/${id}`)))
    expect(contents.map((bytes) => bytes.length).toSorted((left, right) => left - right)).toEqual([Buffer.byteLength('送审材料的内容'), 3_000_000])
  })

  it('holds what was there when it began, while people go on working', async () => {
    const target = temporaryFolder('meanwhile')
    const running = back(target)
    for (let index = 0; index < 20; index += 1) await registerCase(station, { title: `边备份边登记之${index}` })
    const { folder, chain } = await running
    const copied = await reopenTestStation({ folder, dataKey: station.dataKey, ids: station.ids })
    expect((await copied.as('admin').call('audit.verify', {})).head).toEqual(chain)
    copied.close()
    const rows = station.workstation.workbench.reader.get<{ n: number }>("SELECT count(*) AS n FROM cases WHERE title LIKE '边备份%'")
    expect(rows?.n).toBe(20)
  })

  it('is one at a time, and leaves nothing when it is cancelled', async () => {
    const target = temporaryFolder('cancelled')
    const running = back(target)
    await refusal(back(target), 'backup-running')
    await refusal(station.as('admin').call('backup.start', { folder: target }), 'backup-running')
    await station.as('admin').call('backup.cancel', {})
    await refusal(running, 'backup-cancelled')
    expect(readdirSync(target)).toEqual([])
    expect((await station.as('admin').call('backup.status', {})).problem).toBeNull()
  })

  it('reminds when the last is older than the days chosen', async () => {
    const admin = station.as('admin')
    expect((await admin.call('backup.configure', { remindAfter: 3 })).remindAfter).toBe(3)
    station.workstation.workbench.withoutAudit('test', (writer) => writer.run("UPDATE backups SET made_at = '2026-01-01T00:00:00.000Z'"))
    expect((await admin.call('backup.status', {})).due).toBe(true)
  })
})

describe('what a killed backup left', () => {
  it('is taken away by the next one into the same folder; what is another station’s, or no backup, stays', async () => {
    const target = temporaryFolder('killed')
    const { folder } = await back(target)
    const own = join(target, 'fashen-backup-20260101-000000.partial')
    renameSync(folder, own)
    const [others, unlike] = [join(target, 'fashen-backup-20260102-000000.partial'), join(target, 'notes.partial')]
    for (const stays of [others, unlike]) mkdirSync(stays)
    writeFileSync(join(others, 'station-key.json'), '{}')
    cpSync(join(own, 'station-key.json'), join(unlike, 'station-key.json'))
    const made = await back(target)
    expect(readdirSync(target).toSorted()).toEqual([basename(made.folder), basename(others), basename(unlike)].toSorted())
  })
})

describe('a place that will not do is refused before anything is written', () => {
  it('one that is not there', async () => {
    const folder = join(temporaryFolder('gone'), 'drive')
    expect(await refusal(station.as('admin').call('backup.start', { folder }), 'backup-target-missing')).toEqual({ folder })
    expect(existsSync(folder)).toBe(false)
  })

  it('the station itself, a folder in it, and a link to it', () => {
    const link = join(temporaryFolder('link'), 'elsewhere')
    symlinkSync(station.folder, link)
    mkdirSync(join(station.folder, 'backups'), { recursive: true })
    for (const folder of [station.folder, join(station.folder, 'backups'), link]) {
      expect(code(() => requireTarget(folder, station.folder))).toBe('backup-target-in-station')
    }
  })

  it('a file, a folder that takes nothing, a share and a synchronised folder', () => {
    const root = temporaryFolder('places')
    writeFileSync(join(root, 'file'), '')
    mkdirSync(join(root, 'OneDrive'))
    expect(code(() => requireTarget(join(root, 'file'), station.folder))).toBe('backup-target-not-writable')
    expect(code(() => requireTarget(join(root, 'OneDrive'), station.folder))).toBe('backup-target-remote')
    expect(code(() => requireTarget('//server/share', station.folder))).toBe(process.platform === 'win32' ? 'backup-target-remote' : 'backup-target-missing')
    if (process.platform === 'linux') expect(code(() => requireTarget('/proc', station.folder))).not.toBe('backup-no-room')
  })
})

describe('what breaks on the way leaves nothing half-written', () => {
  /** A disk that fails at the second megabyte, and a copy that is not what was copied. */
  async function attempt(target: string, change: object): Promise<unknown> {
    const dir = station.folder
    const held = { size: 2_000_000, get: () => undefined, read: async (_at: number, length: number) => Buffer.alloc(length), release: () => undefined }
    const order = {
      station: dir,
      target,
      name: 'fashen-backup-test',
      held,
      openCopy: () => ({ reader: { get: () => ({ quick_check: 'row 1 missing' }), all: () => [], numbers: () => [], passing: (work: () => Promise<unknown>) => work() }, close: () => undefined }),
      signal: new AbortController().signal,
      progress: () => undefined,
      ...change,
    }
    return makeBackup(order as Parameters<typeof makeBackup>[0]).then(
      () => 'ok',
      (error: unknown) => (error instanceof FashenError ? error.code : error),
    )
  }

  it('a copy that does not match is deleted', async () => {
    const target = temporaryFolder('unlike')
    expect(await attempt(target, {})).toBe('backup-not-whole')
    expect(readdirSync(target)).toEqual([])
  })

  it('a disk that fills up', async () => {
    const target = temporaryFolder('full')
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    let steps = 0
    const progress = (): void => {
      steps += 1
      if (steps > 2) throw full
    }
    expect(await attempt(target, { progress })).toBe('backup-no-room')
    expect(readdirSync(target)).toEqual([])
  })

  it('a station larger than what is free', async () => {
    const target = temporaryFolder('small')
    const held = { size: 2 ** 52, get: () => undefined, read: () => Promise.reject(new Error('not read')), release: () => undefined }
    expect(await attempt(target, { held })).toBe('backup-no-room')
    expect(readdirSync(target)).toEqual([])
  })

  it('a drive that is pulled', async () => {
    const target = join(temporaryFolder('pulled'), 'drive')
    mkdirSync(target)
    const progress = ({ done }: { done: number }): void => {
      if (done > 0) rmSync(target, { recursive: true, force: true })
    }
    expect(await attempt(target, { progress })).toBe('backup-interrupted')
    expect(existsSync(target)).toBe(false)
  })
})
