/** `fashen backup FOLDER TARGET` as a scheduled task runs it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDataKey, keepPendingKey, unwrapWithPassphrase } from '../../../src/main/station/key-file.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../../support/test-station.ts'

const PASSPHRASE = '命令行备份 启用口令 四个词'
const COMMAND = resolve(import.meta.dirname, '../../../src/main/cli/fashen.ts')

let station: TestStation
let folder: string

beforeAll(async () => {
  folder = join(temporaryFolder('cli'), 'station')
  mkdirSync(folder)
  const dataKey = await createDataKey(folder, PASSPHRASE, undefined, { N: 2 ** 14, r: 8, p: 1 })
  station = await createTestStation({ folder, dataKey })
  keepPendingKey(folder)
  await registerCase(station, { title: '命令行备份的案件' })
})
afterAll(removeTemporaryFolders)

function fashen(args: readonly string[], passphrase = PASSPHRASE) {
  const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8', FASHEN_PASSPHRASE: passphrase }
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', env })
  return { status, stdout, stderr }
}

it('is refused while a window has the station open, and writes nothing', () => {
  const target = temporaryFolder('held')
  const { status, stdout, stderr } = fashen(['backup', folder, target])
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('已被另一个程序打开')
  expect(readdirSync(target)).toEqual([])
})

it('makes a copy that opens with the passphrase, and the station knows of it', async () => {
  station.close()
  const target = temporaryFolder('target')
  const { status, stdout, stderr } = fashen(['backup', folder, target])
  expect([status, stderr]).toEqual([0, ''])
  const [copy = '', ...more] = readdirSync(target)
  expect(more).toEqual([])
  expect(stdout).toContain(join(target, copy))
  const restored = await reopenTestStation({ folder: join(target, copy), dataKey: await unwrapWithPassphrase(join(target, copy), PASSPHRASE), ids: station.ids })
  const head = await restored.as('head').call('audit.head', {})
  restored.close()
  expect(stdout).toContain(head.hash)
  station = await reopenTestStation({ folder, dataKey: station.dataKey, ids: station.ids })
  const { backups } = await station.as('admin').call('backup.status', {})
  expect(backups).toMatchObject([{ folder: join(target, copy), madeBy: 'system', chain: { hash: head.hash } }])
})

it('says what is wrong: passphrase, target, use', () => {
  station.close()
  const target = temporaryFolder('wrong')
  expect(fashen(['backup', folder, target], '不是这个口令，不是').stderr).toContain('口令不正确')
  expect(fashen(['backup', folder, join(target, 'absent')])).toMatchObject({ status: 1, stderr: expect.stringContaining('不存在') })
  expect(fashen(['backup', folder])).toMatchObject({ status: 2, stderr: expect.stringContaining('fashen backup') })
  expect(readdirSync(target)).toEqual([])
})
