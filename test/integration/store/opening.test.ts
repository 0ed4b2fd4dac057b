/** Opening what is not as it should be: each refused by name, and the file stays byte for byte as it was. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkstation } from '../../../src/main/core/workstation.ts'
import { connect } from '../../../src/main/store/database.ts'
import { databasePath, openStore } from '../../../src/main/store/open-store.ts'
import { latestVersion, MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, RESOURCES, type TestStation } from '../../support/test-station.ts'

let made: TestStation
let title: string

beforeAll(async () => {
  made = await createTestStation()
  await registerCase(made)
  title = '清川县碧波印染有限公司未取得排污许可证排放污染物案'
  made.close()
})
afterAll(removeTemporaryFolders)

/** A copy of the closed station, to be spoilt. */
function copy(): string {
  const folder = join(temporaryFolder('spoilt'), 'station')
  cpSync(made.folder, folder, { recursive: true })
  return folder
}

const open = (folder: string, dataKey = made.dataKey) => openWorkstation(folder, dataKey, { resourcesFolder: RESOURCES })

async function expectWhole(folder: string): Promise<void> {
  const station = await reopenTestStation({ ...made, folder })
  const { rows } = await station.as('handler').call('cases.list', {
    filter: { states: [], actionKind: null, reviewerId: null, receivedFrom: null, receivedTo: null, text: '' },
    sort: { by: 'title', descending: false },
    after: null,
    size: 10,
  })
  expect(rows.map((row) => row.title)).toEqual([title])
  station.close()
}

describe('a station that is not as it should be', () => {
  it('with the wrong key: refused, unchanged, and it opens with the right one', async () => {
    const folder = copy()
    const before = readFileSync(databasePath(folder))
    await refusal(open(folder, new Uint8Array(randomBytes(32))), 'store-damaged')
    expect(readFileSync(databasePath(folder)).equals(before)).toBe(true)
    await expectWhole(folder)
  })

  it.each([0.9, 0.5])('cut off to %d of its length: refused, and not touched', async (part) => {
    const folder = copy()
    const file = databasePath(folder)
    truncateSync(file, Math.floor(readFileSync(file).length * part))
    const before = readFileSync(file)
    await refusal(open(folder), 'store-damaged')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('cut off inside its first page: refused, and not touched', async () => {
    const folder = copy()
    truncateSync(databasePath(folder), 1000)
    const before = readFileSync(databasePath(folder))
    await refusal(open(folder), 'store-damaged')
    expect(readFileSync(databasePath(folder)).equals(before)).toBe(true)
  })

  it('emptied to zero bytes: refused as damaged, and nothing new is made in its place', async () => {
    const folder = copy()
    truncateSync(databasePath(folder), 0)
    await refusal(open(folder), 'store-damaged')
    expect(readFileSync(databasePath(folder)).length).toBe(0)
  })

  it('without its database: said so, and none is made', async () => {
    const folder = copy()
    rmSync(databasePath(folder))
    await refusal(open(folder), 'station-missing')
    expect(existsSync(databasePath(folder))).toBe(false)
  })

  it('a byte changed in the middle of a page: refused when it opens, or when that page is read — never shown as true', async () => {
    const folder = copy()
    const bytes = readFileSync(databasePath(folder))
    const at = Math.floor(bytes.length / 2) + 11
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    writeFileSync(databasePath(folder), bytes)
    const database = connect(databasePath(folder), made.dataKey, 'read')
    const verdicts = (() => {
      try {
        return database.pragma('integrity_check') as unknown[]
      } catch (error) {
        return [String(error)]
      }
    })()
    database.close()
    expect(JSON.stringify(verdicts)).not.toContain('"ok"')
  })

  it("somebody else's plain SQLite database: refused as foreign, and not touched", async () => {
    const folder = temporaryFolder('foreign')
    const database = new Database(databasePath(folder))
    database.exec("CREATE TABLE notes (t TEXT); INSERT INTO notes VALUES ('mine')")
    database.close()
    const before = readFileSync(databasePath(folder))
    expect(await refusal(open(folder), 'store-foreign')).toEqual({ folder })
    expect(readFileSync(databasePath(folder)).equals(before)).toBe(true)
  })

  it("somebody else's database encrypted with the very same key: refused as foreign", async () => {
    const folder = temporaryFolder('foreign')
    const database = connect(databasePath(folder), made.dataKey, 'write')
    database.exec('CREATE TABLE notes (t TEXT)')
    database.close()
    await refusal(open(folder), 'store-foreign')
  })

  it('garbage: refused, and not touched', async () => {
    const folder = temporaryFolder('garbage')
    const garbage = randomBytes(50_000)
    writeFileSync(databasePath(folder), garbage)
    await refusal(open(folder), 'store-damaged')
    expect(readFileSync(databasePath(folder)).equals(garbage)).toBe(true)
  })

  it('written by a newer program: refused with both versions, and not touched', async () => {
    const folder = copy()
    const newer = latestVersion(MIGRATIONS) + 10
    const database = connect(databasePath(folder), made.dataKey, 'write')
    database.pragma(`user_version = ${newer}`)
    database.close()
    const before = readFileSync(databasePath(folder))
    expect(await refusal(open(folder), 'store-newer')).toEqual({ found: newer, supported: newer - 10 })
    expect(readFileSync(databasePath(folder)).equals(before)).toBe(true)
  })

  it('a folder in the place of the database: refused, not half-opened, and the lock is free again', async () => {
    const folder = temporaryFolder('odd')
    mkdirSync(databasePath(folder))
    await expect(open(folder)).rejects.toThrow()
    rmSync(databasePath(folder), { recursive: true })
    const database = openStore(folder, made.dataKey)
    database.close()
  })
})

/** A process that writes a case and is killed before it can fold the log into the database. */
async function killedWriter(folder: string): Promise<void> {
  const script = resolve(import.meta.dirname, '../../support/killed-writer.ts')
  const child = spawn(process.execPath, [script, folder, Buffer.from(made.dataKey).toString('hex')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((settle) => child.once('exit', settle))
  await new Promise<void>((settle, fail) => {
    child.stdout.once('data', () => settle())
    child.once('exit', (code) => fail(new Error(`the writer ended with ${code}`)))
  })
  child.kill('SIGKILL')
  await gone
}

describe('a station whose process was killed', () => {
  it('opens with what was written; a wrong key tried in between does no harm', async () => {
    const folder = copy()
    await killedWriter(folder)
    const log = `${databasePath(folder)}-wal`
    expect(existsSync(log)).toBe(true)
    const [main, wal] = [readFileSync(databasePath(folder)), readFileSync(log)]
    expect(wal.length).toBeGreaterThan(0)
    await refusal(open(folder, new Uint8Array(randomBytes(32))), 'store-damaged')
    expect(readFileSync(databasePath(folder)).equals(main)).toBe(true)
    expect(readFileSync(log).equals(wal)).toBe(true)
    const database = openStore(folder, made.dataKey)
    expect(database.reader.get<{ n: number }>("SELECT count(*) AS n FROM drafts WHERE key = 'killed'")).toEqual({ n: 1 })
    expect(database.reader.get<{ integrity_check: string }>('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    database.close()
    await expectWhole(folder)
  })
})
