/** Where the system's key chain opens the station, nobody waits for it to begin typing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDemoStation } from '../../src/main/demo/demo-station.ts'
import { keyFilePath } from '../../src/main/station/key-file.ts'
import { KEY_CHAIN_ARGUMENT, runtime, stageProgram, start, withKeyChain, type Staged, type Started } from './electron-app.ts'

describe.skipIf(runtime === undefined)('a start with the key chain', () => {
  let staged: Staged
  let work: string
  let executable: string
  let secrets: Awaited<ReturnType<typeof prepareDemoStation>>
  let started: Started | undefined

  const startAgain = async (env?: Record<string, string>): Promise<Started> => {
    await started?.app.close()
    started = await start(executable, {
      program: [KEY_CHAIN_ARGUMENT],
      home: join(work, 'home'),
      stationFolder: join(work, 'station'),
      ...(env === undefined ? {} : { env }),
    })
    return started
  }

  beforeAll(async () => {
    staged = stageProgram()
    work = mkdtempSync(join(tmpdir(), 'fashen-key-chain-'))
    executable = withKeyChain(staged, work)
    secrets = await prepareDemoStation(join(work, 'station'))
    // opened once with the passphrase, the key chain is given the key to keep
    const { passphrase, login, password } = secrets
    const { page } = await startAgain({ FASHEN_AUTO_SIGN_IN: JSON.stringify({ passphrase, login, password }) })
    await page.locator('.fs-queue').first().waitFor({ timeout: 60_000 })
  }, 120_000)
  afterAll(async () => {
    await started?.app.close()
    rmSync(work, { recursive: true, force: true })
    staged?.remove()
  })

  it('takes name and password while the station is being opened, and signs in when it is', async () => {
    const { page, complaints } = await startAgain()
    const name = page.getByRole('combobox')
    await name.waitFor()
    await name.fill(secrets.login)
    await page.locator('input[autocomplete="current-password"]').fill(secrets.password)
    await page.keyboard.press('Enter')
    await page.locator('.fs-queue').first().waitFor({ timeout: 60_000 })
    expect(complaints).toEqual([])
  })

  it('asks for the passphrase where the key chain no longer has the key', async () => {
    await started?.app.close()
    started = undefined
    const file = keyFilePath(join(work, 'station'))
    const kept = readFileSync(file, 'utf8')
    const key = JSON.parse(kept) as { keyChain: { sealed: string } }
    key.keyChain.sealed = Buffer.from('another computer sealed this').toString('base64')
    writeFileSync(file, JSON.stringify(key))
    const { page } = await startAgain()
    await page.getByText(/启用口令|passphrase/iu).first().waitFor({ timeout: 60_000 })
    expect(await page.getByRole('combobox').count()).toBe(0)
    writeFileSync(file, kept)
  })
})
