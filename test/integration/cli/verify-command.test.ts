/** `fashen verify FILE` as a person or a script runs it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataKey, keepPendingKey } from '../../../src/main/station/key-file.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { issuedCase } from '../../support/test-case.ts'
import { createTestStation } from '../../support/test-station.ts'

const PASSPHRASE = '命令行测试 启用口令 四个词'
const COMMAND = resolve(import.meta.dirname, '../../../src/main/cli/fashen.ts')

let station: string
let opinion: string
let number: string

beforeAll(async () => {
  station = join(temporaryFolder('cli'), 'station')
  mkdirSync(station)
  const dataKey = await createDataKey(station, PASSPHRASE, undefined, { N: 2 ** 14, r: 8, p: 1 })
  const made = await createTestStation({ folder: station, dataKey })
  keepPendingKey(station)
  const issued = await issuedCase(made)
  const { folder, files } = await made.as('head').call('export.caseFile', { caseId: issued.caseId, folder: temporaryFolder('cli') })
  opinion = join(folder, files.find(({ name }) => name.startsWith('1 '))?.name ?? '')
  number = issued.opinion.number ?? ''
  made.close()
})
afterAll(removeTemporaryFolders)

function fashen(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', ...env } })
  return { status, stdout, stderr }
}

describe('fashen verify', () => {
  it('tells signers, number, hash and chain head, and that everything matches', () => {
    const { status, stdout, stderr } = fashen(['verify', opinion])
    expect([status, stderr]).toEqual([0, ''])
    for (const words of [number, '顾盼', '韩正', 'SHA-256', '审计链', basename(opinion)]) expect(stdout).toContain(words)
    expect(stdout).not.toContain('✗')
  })

  it('asks the station where it is given, with its passphrase', () => {
    const known = fashen(['verify', opinion, '--station', station, '--language', 'en'], { FASHEN_PASSPHRASE: PASSPHRASE })
    expect(known.status).toBe(0)
    expect(known.stdout).not.toMatch(/[✗?] /)
    const wrong = fashen(['verify', opinion, '--station', station], { FASHEN_PASSPHRASE: '不是这个口令，不是' })
    expect([wrong.status, wrong.stdout]).toEqual([1, ''])
    expect(wrong.stderr).toContain('口令不正确')
  })

  it('fails where a byte was changed, and says what does not match', () => {
    const changed = join(temporaryFolder('cli'), '改过.pdf')
    const bytes = readFileSync(opinion)
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
    writeFileSync(changed, bytes)
    const { status, stdout } = fashen(['verify', changed])
    expect(status).toBe(1)
    expect(stdout).toContain('✗')
  })

  it.each([
    [['verify'], 2, '用法'],
    [[], 2, '用法'],
    [['verify', '--no-such-option', 'x'], 2, '用法'],
    [['verify', '/no/such/file.pdf'], 1, '路径不存在'],
  ])('%j ends with %d and says why', (args, status, words) => {
    const ended = fashen(args)
    expect([ended.status, ended.stderr.includes(words)]).toEqual([status, true])
  })

  it('a folder or a file that is no PDF is told as such', () => {
    expect(fashen(['verify', dirname(opinion)])).toMatchObject({ status: 1, stdout: '' })
    const text = join(temporaryFolder('cli'), '文本.pdf')
    writeFileSync(text, 'just words')
    const { status, stderr } = fashen(['verify', text])
    expect([status, stderr]).toEqual([1, expect.stringContaining('文本.pdf')])
  })
})
