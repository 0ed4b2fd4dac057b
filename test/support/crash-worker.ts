/**
 * Waits for its orders, then works at a station until it is killed: registers cases, saves answers and drafts, attaches files, and prints one line
 * for each act that the core has acknowledged. What was printed must be there afterwards.
 */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import process from 'node:process'
import { caseFields, YES } from './test-case.ts'
import { reopenTestStation } from './test-station.ts'
import { personIdSchema } from '../../src/shared/values/values.ts'

interface Orders {
  readonly folder: string
  readonly dataKey: string
  readonly ids: readonly [login: string, id: string][]
  /** Cases under review by `reviewer`, to save answers in. */
  readonly reviewed: string
  /** A case to attach files to. */
  readonly open: string
  readonly round: number
}

// who is killed never gets to write the cache at its end
flushCompileCache()
// started ahead of its turn, so that loading the program does not cost each round anew
const orders = JSON.parse(await new Promise<string>((settle) => process.stdin.once('data', (bytes: Buffer) => settle(bytes.toString('utf8'))))) as Orders
const station = await reopenTestStation({
  folder: orders.folder,
  dataKey: new Uint8Array(Buffer.from(orders.dataKey, 'hex')),
  ids: new Map(orders.ids.map(([login, id]) => [login, personIdSchema.parse(id)])),
})
const [handler, reviewer] = [station.as('handler'), station.as('reviewer')]

/** Written past every buffer: what the parent reads is what was acknowledged. */
function acknowledge(what: object): void {
  writeSync(1, `${JSON.stringify(what)}\n`)
}

const questions = (await reviewer.call('checklist.get', { caseId: orders.reviewed, round: null })).headings.flatMap((heading) => heading.questions)
const versions = new Map(questions.map(({ questionId, answer }) => [questionId, answer?.version ?? 0]))
acknowledge({ act: 'ready' })

for (let turn = 0; ; turn += 1) {
  const mark = `${orders.round}-${turn}`
  const title = `断电测试${mark}案`
  const { caseId } = await handler.call('cases.register', { fields: caseFields({ title }) })
  acknowledge({ act: 'register', caseId, title })

  const questionId = questions[turn % questions.length]?.questionId ?? ''
  const expectedVersion = versions.get(questionId) ?? 0
  const { answer } = await reviewer.call('checklist.answer', { caseId: orders.reviewed, questionId, expectedVersion, fields: { ...YES, note: mark } })
  versions.set(questionId, answer.version)
  acknowledge({ act: 'answer', questionId, version: answer.version, note: mark })

  const content = randomBytes(200 + (turn % 7) * 3000).toString('base64')
  const staged = await handler.stage(`${mark}.txt`, content)
  const [material] = await handler.call('materials.attach', { caseId: orders.open, files: [{ stagedId: staged.id, name: `${mark}.txt`, kind: 'other' }] })
  acknowledge({ act: 'attach', id: material?.id, sha256: material?.sha256 })

  const key = `form-${turn % 5}`
  await handler.call('drafts.save', { key, content: mark })
  acknowledge({ act: 'draft', key, content: mark })
}
