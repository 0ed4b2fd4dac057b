/** What somebody finds who copies the station folder: nothing that they can read. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { attach, caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'

const PARTY = '鲲鹏记印染加工有限公司'
const CONTENT = 'EVIDENCE-IN-PLAIN-TEXT 询问笔录：我厂于三月排放废水。'.repeat(40)
const DRAFT = '草稿里写了一半的话'

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

let station: TestStation
let sha256: string

beforeAll(async () => {
  station = await createTestStation()
  const { party } = caseFields()
  const caseId = await registerCase(station, { title: `${PARTY}案`, party: { ...party, name: PARTY } })
  sha256 = (await attach(station, caseId, '绝密的文件名.txt', CONTENT)).sha256
  await station.as('handler').call('drafts.save', { key: 'register', content: DRAFT })
})
afterAll(removeTemporaryFolders)

describe('a copy of the station folder', () => {
  it.each(['while it is open', 'after it was closed'])('shows neither names, nor contents, nor hashes of files: %s', (when) => {
    if (when === 'after it was closed') station.close()
    const secrets = [PARTY, CONTENT.slice(0, 60), 'EVIDENCE-IN-PLAIN-TEXT', '绝密的文件名', DRAFT, STATION_FIELDS.agency, sha256, Buffer.from(station.dataKey).toString('hex')]
    const paths = filesBelow(station.folder)
    expect(paths.some((path) => path.endsWith('station.sqlite'))).toBe(true)
    expect(paths.some((path) => path.includes(`${join(station.folder, 'files')}/`))).toBe(true)
    for (const path of paths) {
      const bytes = readFileSync(path)
      for (const secret of secrets) {
        expect([path, bytes.includes(Buffer.from(secret, 'utf8'))]).toEqual([path, false])
        expect([path, bytes.includes(Buffer.from(secret, 'utf16le'))]).toEqual([path, false])
      }
      expect([path, bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3']).toEqual([path, false])
    }
  })

  it('is one whole database file after closing: no write-ahead log is left beside it', () => {
    expect(readdirSync(station.folder).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
  })
})
