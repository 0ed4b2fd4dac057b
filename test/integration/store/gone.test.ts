/** The data folder is gone while the station is open: a drive was pulled, a folder moved. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileStore } from '../../../src/main/store/files.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import type { OpenDatabase } from '../../../src/main/store/database.ts'

let work: string
let folder: string
let key: Buffer
let store: OpenDatabase

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'fashen-gone-'))
  folder = join(work, 'station')
  key = randomBytes(32)
  const files = join(folder, 'files')
  openFileStore(files, randomBytes(32))
  store = openStore(folder, key)
})
afterEach(() => {
  store.close()
  rmSync(work, { recursive: true, force: true })
})

const note = (text: string) => () =>
  store.transaction('note', (writer) => writer.run('CREATE TABLE IF NOT EXISTS note (text TEXT)') + writer.run('INSERT INTO note VALUES (?)', text))

test('nothing is acknowledged that went nowhere; what was acknowledged is in the folder', () => {
  note('before')()
  renameSync(folder, join(work, 'elsewhere'))
  expect(note('lost')).toThrow(expect.objectContaining({ code: 'store-gone', data: { folder } }))
  // the folder comes back: the same station goes on
  renameSync(join(work, 'elsewhere'), folder)
  note('after')()
  store.close()
  store = openStore(folder, key)
  expect(store.reader.all('SELECT text FROM note')).toEqual([{ text: 'before' }, { text: 'after' }])
})

test('another database in its place is not taken for it', () => {
  note('before')()
  renameSync(folder, join(work, 'elsewhere'))
  mkdirSync(folder)
  openStore(folder, key).close()
  expect(note('lost')).toThrow(expect.objectContaining({ code: 'store-gone' }))
})

test('a file that is attached makes no new folder where the old one was', async () => {
  const files = openFileStore(join(folder, 'files'), randomBytes(32))
  renameSync(folder, join(work, 'elsewhere'))
  const put = files.put('现场照片.jpg', (async function* () { yield Buffer.from('bytes') })())
  await expect(put).rejects.toMatchObject({ code: 'store-gone', data: { folder } })
  expect(existsSync(folder)).toBe(false)
})
