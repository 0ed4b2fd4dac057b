/** Migrations on real files: in order, all or nothing, after a copy that was checked. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/database.ts'
import { databasePath, openStore } from '../../../src/main/store/open-store.ts'
import { MIGRATIONS, type Migration } from '../../../src/main/store/migrations.ts'
import { foundation } from '../../../src/main/store/migrations/0010-foundation.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

afterAll(removeTemporaryFolders)

const second: Migration = {
  version: foundation.version + 10,
  name: 'second',
  up: (database) => void database.exec("CREATE TABLE added (t TEXT NOT NULL) STRICT; INSERT INTO added VALUES ('two')"),
}
const third: Migration = {
  version: foundation.version + 20,
  name: 'third',
  up: (database) => void database.exec("UPDATE added SET t = t || ' three'"),
}
const failing: Migration = {
  version: foundation.version + 20,
  name: 'failing',
  up: (database) => void database.exec("UPDATE added SET t = 'spoilt'; INSERT INTO nowhere VALUES (1)"),
}

/** A store that the first migration made, with one row in it. */
function firstStore(): { folder: string; dataKey: Uint8Array } {
  const [folder, dataKey] = [temporaryFolder('migrations'), new Uint8Array(randomBytes(32))]
  const database = openStore(folder, dataKey, [foundation])
  database.transaction('test', (writer) =>
    writer.run("INSERT INTO audit (seq, at, actor, act, subject, content, previous_hash, hash) VALUES (1, '', '', '', '', '原有内容', '', '')"),
  )
  database.close()
  return { folder, dataKey }
}

function versionOf(file: string, dataKey: Uint8Array): { version: number; content: unknown; hasAdded: boolean } {
  const database = connect(file, dataKey, 'read')
  try {
    return {
      version: database.pragma('user_version', { simple: true }) as number,
      content: database.prepare('SELECT content FROM audit').pluck().all(),
      hasAdded: database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'added'").get() !== undefined,
    }
  } finally {
    database.close()
  }
}

const backupsOf = (folder: string) => (existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : [])

describe('migrations', () => {
  it('run in order, each once, and the data stays', () => {
    const { folder, dataKey } = firstStore()
    for (let opened = 0; opened < 2; opened += 1) {
      const database = openStore(folder, dataKey, [foundation, second, third])
      expect(database.reader.all('SELECT t FROM added')).toEqual([{ t: 'two three' }])
      expect(database.reader.all('SELECT content FROM audit')).toEqual([{ content: '原有内容' }])
      database.close()
    }
    expect(versionOf(databasePath(folder), dataKey).version).toBe(third.version)
  })

  it('keep a copy of the store as it was before, whole, encrypted and under the old version', () => {
    const { folder, dataKey } = firstStore()
    openStore(folder, dataKey, [foundation, second]).close()
    const [copy, ...more] = backupsOf(folder)
    expect(more).toEqual([])
    expect(copy).toContain(`from-${foundation.version}`)
    const path = join(folder, 'backups', copy ?? '')
    expect(readFileSync(path).includes(Buffer.from('原有内容'))).toBe(false)
    expect(versionOf(path, dataKey)).toEqual({ version: foundation.version, content: ['原有内容'], hasAdded: false })
  })

  it('make no copy of a new store, nor of one that is up to date', () => {
    const { folder, dataKey } = firstStore()
    openStore(folder, dataKey, [foundation]).close()
    expect(backupsOf(folder)).toEqual([])
  })

  it('are one transaction: where the last fails, the earlier ones are undone too, and the store opens as before', () => {
    const { folder, dataKey } = firstStore()
    expect(() => openStore(folder, dataKey, [foundation, second, failing])).toThrow(/nowhere/)
    expect(versionOf(databasePath(folder), dataKey)).toEqual({ version: foundation.version, content: ['原有内容'], hasAdded: false })
    openStore(folder, dataKey, [foundation]).close()
  })

  it('out of order are a mistake of the program and touch nothing', () => {
    const { folder, dataKey } = firstStore()
    expect(() => openStore(folder, dataKey, [foundation, third, second, { ...third, version: 90 }])).toThrow(/out of order/)
    expect(versionOf(databasePath(folder), dataKey).version).toBe(foundation.version)
  })

  it('a store of a newer program is refused with both versions by the older one, without a copy', async () => {
    const { folder, dataKey } = firstStore()
    openStore(folder, dataKey, [foundation, second]).close()
    const copies = backupsOf(folder)
    const before = readFileSync(databasePath(folder))
    expect(await refusal(() => openStore(folder, dataKey, [foundation]), 'store-newer')).toEqual({
      found: second.version,
      supported: foundation.version,
    })
    expect(readFileSync(databasePath(folder)).equals(before)).toBe(true)
    expect(backupsOf(folder)).toEqual(copies)
  })

  it('the shipped ones rise in number', () => {
    const versions = MIGRATIONS.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  })
})

describe('a process killed in the middle of a migration', () => {
  it('leaves the old version with its data; the next opening migrates', async () => {
    const { folder, dataKey } = firstStore()
    const script = resolve(import.meta.dirname, '../../support/killed-migration.ts')
    const child = spawn(process.execPath, [script, folder, Buffer.from(dataKey).toString('hex')], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = new Promise((settle) => child.once('exit', settle))
    await new Promise((settle) => child.stdout.once('data', settle))
    child.kill('SIGKILL')
    await gone
    openStore(folder, dataKey, [foundation]).close()
    expect(versionOf(databasePath(folder), dataKey)).toEqual({ version: foundation.version, content: ['原有内容'], hasAdded: false })
    openStore(folder, dataKey, [foundation, second]).close()
    expect(versionOf(databasePath(folder), dataKey)).toEqual({ version: second.version, content: ['原有内容'], hasAdded: true })
  })
})
