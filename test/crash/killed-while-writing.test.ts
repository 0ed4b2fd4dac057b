/** A station whose process is killed two hundred times while it writes loses nothing that it had acknowledged. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../src/main/audit/chain.ts'
import { assignedCase, registerCase } from '../support/test-case.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/temporary-folder.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../support/test-station.ts'

const ROUNDS = 200
const WORKER = resolve(import.meta.dirname, '../support/crash-worker.ts')

type Acknowledged =
  | { readonly act: 'ready' }
  | { readonly act: 'register'; readonly caseId: string; readonly title: string }
  | { readonly act: 'answer'; readonly questionId: string; readonly version: number; readonly note: string }
  | { readonly act: 'attach'; readonly id: string; readonly sha256: string }
  | { readonly act: 'draft'; readonly key: string; readonly content: string }

let made: TestStation
let reviewed: string
let open: string

beforeAll(async () => {
  made = await createTestStation()
  reviewed = await assignedCase(made)
  await made.as('reviewer').call('checklist.begin', { caseId: reviewed })
  open = await registerCase(made)
  made.close()
})
afterAll(removeTemporaryFolders)

/** Compiled modules, so that two hundred processes do not each compile the program. */
const compiled = temporaryFolder('compiled')

/** A worker that has loaded the program and waits for its orders. */
const startWorker = () => spawn(process.execPath, [WORKER], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: compiled } })
type Worker = ReturnType<typeof startWorker>

/** Lets the worker work, kills it after `delay` milliseconds of it, and tells what it had acknowledged. */
async function workUntilKilled(child: Worker, round: number, delay: number): Promise<Acknowledged[]> {
  const orders = { folder: made.folder, dataKey: Buffer.from(made.dataKey).toString('hex'), ids: [...made.ids], reviewed, open, round }
  let [said, complaint] = ['', '']
  const ready = new Promise<void>((settle) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8')
      settle()
    })
  })
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString('utf8')))
  const ended = new Promise<NodeJS.Signals | null>((settle) => child.once('close', (_, signal) => settle(signal)))
  child.stdin.write(JSON.stringify(orders))
  await Promise.race([ready, ended])
  await new Promise((settle) => setTimeout(settle, delay))
  child.kill('SIGKILL')
  expect([await ended, complaint]).toEqual(['SIGKILL', ''])
  // the last line may have been cut off: what was not said in full was not acknowledged
  return said.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Acknowledged)
}

/** Everything that was ever acknowledged is in the station, and the station is whole. */
class Ledger {
  readonly #cases = new Map<string, string>()
  readonly #answers = new Map<string, { version: number; note: string }>()
  readonly #materials = new Map<string, string>()
  readonly #drafts = new Map<string, string>()
  count = 0

  enter(all: readonly Acknowledged[]): void {
    for (const one of all) {
      this.count += one.act === 'ready' ? 0 : 1
      if (one.act === 'register') this.#cases.set(one.caseId, one.title)
      else if (one.act === 'answer') this.#answers.set(one.questionId, one)
      else if (one.act === 'attach') this.#materials.set(one.id, one.sha256)
      else if (one.act === 'draft') this.#drafts.set(one.key, one.content)
    }
  }

  /** `fresh`: what this round acknowledged; of it the files are read, all others are looked up. */
  async check(station: TestStation, fresh: readonly Acknowledged[]): Promise<void> {
    const { reader } = station.workstation.workbench
    const titles = new Map(reader.all<{ id: string; title: string }>('SELECT id, title FROM cases').map(({ id, title }) => [id, title]))
    for (const [id, title] of this.#cases) expect(titles.get(id)).toBe(title)
    const answers = new Map(
      reader
        .all<{ question_id: string; version: number; fields: string }>('SELECT question_id, version, fields FROM answers WHERE case_id = ?', reviewed)
        .map((row) => [row.question_id, row]),
    )
    for (const [questionId, { version, note }] of this.#answers) {
      const row = answers.get(questionId)
      // later versions may have been written and not acknowledged, never an earlier one
      expect(row?.version).toBeGreaterThanOrEqual(version)
      if (row?.version === version) expect(JSON.parse(row.fields)).toMatchObject({ note })
    }
    const written = new Set(
      reader
        .all<{ note: string }>("SELECT json_extract(content, '$.fields.note') AS note FROM audit WHERE subject = ? AND act = 'answer.save'", `case/${reviewed}`)
        .map(({ note }) => note),
    )
    for (const one of fresh) if (one.act === 'answer') expect([one.note, written.has(one.note)]).toEqual([one.note, true])
    const stored = new Map(reader.all<{ id: string; sha256: string }>('SELECT id, sha256 FROM materials').map(({ id, sha256 }) => [id, sha256]))
    for (const [id, sha256] of this.#materials) expect([stored.get(id), station.workstation.workbench.files.has(sha256)]).toEqual([sha256, true])
    for (const one of fresh) if (one.act === 'attach') await station.as('handler').read(`material/${one.id}`)
    for (const key of this.#drafts.keys()) expect(await station.as('handler').call('drafts.load', { key })).not.toBeNull()
    const lastDraft = fresh.filter((one) => one.act === 'draft').at(-1)
    if (lastDraft?.act === 'draft') {
      const kept = await station.as('handler').call('drafts.load', { key: lastDraft.key })
      expect(kept?.content).toBe(lastDraft.content)
    }
  }
}

describe('killed while writing', () => {
  it(`${ROUNDS} times: every acknowledged act is there, the database is whole, the chain unbroken`, async () => {
    const ledger = new Ledger()
    let kept = 0
    let next = startWorker()
    for (let round = 0; round < ROUNDS; round += 1) {
      const worker = next
      const fresh = await workUntilKilled(worker, round, Math.random() * 120)
      next = startWorker()
      ledger.enter(fresh)
      const station = await reopenTestStation(made)
      const { reader } = station.workstation.workbench
      expect(reader.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
      expect(reader.all('PRAGMA foreign_key_check')).toEqual([])
      expect(verifyChain(reader).broken).toBeNull()
      await ledger.check(station, fresh)
      const cases = reader.get<{ n: number }>("SELECT count(*) AS n FROM cases WHERE title LIKE '断电测试%'")?.n ?? 0
      const entries = reader.get<{ n: number }>("SELECT count(*) AS n FROM audit WHERE act = 'case.register' AND content LIKE '%断电测试%'")?.n ?? 0
      expect(entries).toBe(cases)
      kept = cases
      station.close()
    }
    next.kill('SIGKILL')
    expect(ledger.count).toBeGreaterThan(ROUNDS)
    process.stdout.write(`crash: ${ROUNDS} kills, ${ledger.count} acknowledged acts, ${kept} cases, all there\n`)
  })
})
