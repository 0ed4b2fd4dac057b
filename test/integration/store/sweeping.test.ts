/** The sweep at opening: what no row refers to is put aside, never deleted, because an older backup may have been restored. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorkstation } from '../../../src/main/core/workstation.ts'
import { openFileStore } from '../../../src/main/store/files.ts'
import { databasePath } from '../../../src/main/store/open-store.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, RESOURCES } from '../../support/test-station.ts'

afterAll(removeTemporaryFolders)

async function* pieces(...all: string[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield Buffer.from(piece)
}

function store() {
  const folder = temporaryFolder('sweep')
  const files = openFileStore(folder, new Uint8Array(randomBytes(32)))
  const aside = (sha256: string) => join(folder, 'unreferenced', files.storedName(sha256))
  const place = (sha256: string) => join(folder, files.storedName(sha256).slice(0, 2), files.storedName(sha256))
  return { folder, files, aside, place }
}

describe('a restored older database', () => {
  it('loses no evidence: the newer database, put back, has its papers again', async () => {
    const made = await createTestStation()
    const caseId = await registerCase(made)
    made.close()
    const older = join(temporaryFolder('backup'), 'older.sqlite')
    cpSync(databasePath(made.folder), older)

    const later = await reopenTestStation(made)
    const handler = later.as('handler')
    const staged = await handler.stage('现场笔录.txt', '现场检查笔录')
    const [material] = await handler.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '现场笔录.txt', kind: 'other' }] })
    later.close()
    const newer = join(temporaryFolder('backup'), 'newer.sqlite')
    cpSync(databasePath(made.folder), newer)

    cpSync(older, databasePath(made.folder))
    const restored = await reopenTestStation(made)
    expect(readdirSync(join(made.folder, 'files', 'unreferenced'))).toHaveLength(1)
    restored.close()

    cpSync(newer, databasePath(made.folder))
    const back = await reopenTestStation(made)
    expect((await back.as('handler').read(`material/${material?.id}`)).toString('utf8')).toBe('现场检查笔录')
    expect(readdirSync(join(made.folder, 'files', 'unreferenced'))).toEqual([])
    back.close()
  })

  it('opened by a program that only looks, nothing is moved', async () => {
    const made = await createTestStation()
    const { sha256 } = await made.as('handler').stage('纸.txt', '没有人附上的纸')
    made.close()
    const workstation = await openWorkstation(made.folder, made.dataKey, { resourcesFolder: RESOURCES, sweep: false })
    expect(workstation.workbench.files.has(sha256)).toBe(true)
    workstation.close()
    expect(existsSync(join(made.folder, 'files', 'unreferenced'))).toBe(false)
  })
})

describe('what was put aside', () => {
  it('can still be read, and is back in its place when the same content comes in again', async () => {
    const { files, aside, place } = store()
    const { sha256 } = await files.put('纸', pieces('同一内容'))
    expect(await files.sweep(() => false)).toBe(1)
    expect([existsSync(place(sha256)), existsSync(aside(sha256))]).toEqual([false, true])
    expect(Buffer.from(await files.readWhole(sha256, '纸')).toString('utf8')).toBe('同一内容')
    await files.put('纸', pieces('同一内容'))
    expect([existsSync(place(sha256)), existsSync(aside(sha256)), files.has(sha256)]).toEqual([true, false, true])
  })

  it('is brought back by the next sweep that finds it referred to, and stays through those that do not', async () => {
    const { files, aside, place } = store()
    const { sha256 } = await files.put('纸', pieces('内容'))
    await files.sweep(() => false)
    expect(await files.sweep(() => false)).toBe(0)
    expect(existsSync(aside(sha256))).toBe(true)
    await files.sweep(() => true)
    expect([existsSync(place(sha256)), existsSync(aside(sha256))]).toEqual([true, false])
  })

  it('one file that cannot be moved is told, and the others are moved all the same', async () => {
    const { folder, files, place, aside } = store()
    const [one, two] = [await files.put('一', pieces('一')), await files.put('二', pieces('二'))]
    rmSync(join(folder, 'unreferenced'), { recursive: true, force: true })
    writeFileSync(join(folder, 'unreferenced'), 'a file in the way')
    const told: string[] = []
    expect(await files.sweep(() => false, (reason) => told.push(reason))).toBe(0)
    expect(told.length).toBeGreaterThanOrEqual(2)
    expect([existsSync(place(one.sha256)), existsSync(place(two.sha256))]).toEqual([true, true])
    rmSync(join(folder, 'unreferenced'))
    mkdirSync(aside(one.sha256), { recursive: true })
    expect(await files.sweep(() => false)).toBe(1)
    expect([existsSync(place(one.sha256)), existsSync(aside(two.sha256))]).toEqual([true, true])
  })

  it('a sweep that fails keeps nobody from opening the station: it is a line in the log', async () => {
    const made = await createTestStation()
    await made.as('handler').stage('纸.txt', '没有人附上的纸')
    made.close()
    writeFileSync(join(made.folder, 'files', 'unreferenced'), 'in the way')
    const lines: string[] = []
    const again = await reopenTestStation(made, { log: (line) => lines.push(line) })
    expect(lines.some((line) => line.includes('sweep'))).toBe(true)
    again.close()
  })
})
