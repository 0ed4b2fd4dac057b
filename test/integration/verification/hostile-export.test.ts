/** A `verify.json` made to do harm: it names what is no exported file, or what would be read without end. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../src/main/audit/chain.ts'
import { readVerifyData } from '../../../src/main/verification/exported-witness.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation } from '../../support/test-station.ts'

afterAll(removeTemporaryFolders)

const COMMAND = resolve(import.meta.dirname, '../../../src/main/cli/fashen.ts')
const HASH = 'a'.repeat(64)

function verifyData(files: readonly { name: string; size: number; sha256: string }[]): string {
  const head = { seq: 1, hash: HASH }
  return JSON.stringify({
    format: 'fashen-verify/1',
    program: 'x',
    exportedAt: '2026-01-01T00:00:00.000Z',
    station: { id: 'x', agency: 'x' },
    case: { id: 'x', title: 'x', round: 1 },
    number: 'x',
    chainHeadInOpinion: head,
    chainHeadAtExport: head,
    catalogueVersion: null,
    stationRoot: null,
    files,
    materials: [],
    chain: [],
  })
}

/** A folder with one exported file and one of every kind of trap, all named by its verify.json. */
function exported(): { folder: string; file: string } {
  const outer = temporaryFolder('hostile')
  const folder = join(outer, 'case')
  mkdirSync(join(folder, 'sub'), { recursive: true })
  writeFileSync(join(outer, 'outside'), 'outside')
  writeFileSync(join(folder, 'good.json'), 'good')
  writeFileSync(join(folder, 'longer.json'), 'longer than it says')
  symlinkSync(join(outer, 'outside'), join(folder, 'link'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
  writeFileSync(join(folder, 'huge'), '')
  truncateSync(join(folder, 'huge'), 8 * 1024 ** 3)
  const names = ['.', '..', '../outside', 'sub', 'link', 'pipe', 'huge', 'absent', '', join(outer, 'outside')]
  const files = names.map((name) => ({ name, size: 7, sha256: sha256Hex(Buffer.from('outside')) }))
  files.push({ name: 'good.json', size: 4, sha256: sha256Hex(Buffer.from('good')) }, { name: 'longer.json', size: 6, sha256: HASH })
  writeFileSync(join(folder, 'verify.json'), verifyData(files))
  return { folder, file: join(folder, 'opinion.pdf') }
}

describe('a verify.json', () => {
  it('that names folders, links, pipes, huge files and what lies elsewhere: none of them is read', () => {
    const data = readVerifyData(exported().file)
    const found = data?.data.files.filter(({ name }) => data.hashOf(name) !== undefined).map(({ name }) => name)
    expect(found).toEqual(['good.json'])
    expect(data?.hashOf('good.json')).toBe(sha256Hex(Buffer.from('good')))
    expect(data?.hashOf('not-listed')).toBeUndefined()
  })

  it('that is a pipe or a folder is none', () => {
    const folder = temporaryFolder('hostile')
    execFileSync('mkfifo', [join(folder, 'verify.json')])
    expect(readVerifyData(join(folder, 'opinion.pdf'))).toBeUndefined()
    const other = temporaryFolder('hostile')
    mkdirSync(join(other, 'verify.json'))
    expect(readVerifyData(join(other, 'opinion.pdf'))).toBeUndefined()
  })
})

describe('a file too large to be an opinion', () => {
  it('is refused in the window before it is loaded', async () => {
    const station = await createTestStation()
    const supervisor = station.as('supervisor')
    async function* large(): AsyncGenerator<Uint8Array> {
      const piece = new Uint8Array(16 * 1024 * 1024)
      for (let index = 0; index < 17; index += 1) yield piece
    }
    const staged = await supervisor.stage('大.pdf', large())
    const data = await refusal(supervisor.call('verification.verifyFile', { stagedId: staged.id }), 'file-too-large')
    expect(data).toEqual({ name: '大.pdf', size: 17 * 16 * 1024 * 1024, limit: 256 * 1024 * 1024 })
    station.close()
  })
})

describe('the command line', () => {
  const fashen = (args: readonly string[], env: Record<string, string | undefined> = {}) =>
    spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', input: '', timeout: 30_000, env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env } })

  it('tells a pipe, a huge file and one below a file, and does not hang or crash on them', () => {
    const { folder } = exported()
    const pipe = fashen(['verify', join(folder, 'pipe')])
    expect([pipe.status, pipe.stderr]).toEqual([1, expect.stringContaining('it is not a file')])
    const below = fashen(['verify', join(folder, 'good.json', 'below.pdf')])
    expect([below.status, below.stderr]).toEqual([1, expect.stringContaining('it is not a folder')])
    const huge = fashen(['verify', join(folder, 'huge')])
    expect(huge.status).toBe(1)
    for (const { stderr } of [pipe, below, huge]) expect(stderr).not.toMatch(/^\s+at /mu)
  })

  it('ends where nobody answers the question for the passphrase', async () => {
    const { folder, file } = exported()
    writeFileSync(file, '%PDF-1.7\n')
    const { status, stderr } = fashen(['verify', file, '--station', folder], { FASHEN_PASSPHRASE: undefined })
    expect(status).toBe(1)
    expect(stderr).toContain('Passphrase:')
    expect(stderr).not.toMatch(/unsettled|^\s+at /mu)
  })
})
