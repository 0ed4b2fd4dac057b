/** A store from before rounds kept their due day: it is taken from the record, and a returned case gets its day to answer by. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { dueDays } from '../../../src/main/store/migrations/0065-due-days.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import type { Writer } from '../../../src/main/store/database.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

afterAll(removeTemporaryFolders)

function addCase(writer: Writer, id: string, state: string): void {
  writer.run(
    `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount,
      version, created_by, created_at, updated_at, fields) VALUES (?, '', '', '', '', '[]', ?, 1, '2026-03-02', '9999-12-31', 0, -1, 1, '', '', '', '{}')`,
    id,
    state,
  )
}

let seq = 0
function addEntry(writer: Writer, caseId: string, act: string, content: object): void {
  seq += 1
  writer.run(
    "INSERT INTO audit (seq, at, actor, act, subject, content, previous_hash, hash) VALUES (?, '', '', ?, ?, ?, '', '')",
    seq,
    act,
    `case/${caseId}`,
    JSON.stringify(content),
  )
}

it('keeps every row, and tells from the record by which day each round was to be done', () => {
  const [folder, key] = [temporaryFolder('due-days'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < dueDays.version))
  before.transaction('test', (writer) => {
    for (const [id, state] of [['done', 'issued'], ['twice', 'accepted'], ['silent', 'accepted'], ['back', 'returned'], ['new', 'received']] as const) addCase(writer, id, state)
    const round = (caseId: string, number: number, acceptedOn: string | null): number =>
      writer.run('INSERT INTO rounds (case_id, round, submitted_on, accepted_on) VALUES (?, ?, ?, ?)', caseId, number, '2026-03-02', acceptedOn)
    round('done', 1, '2026-03-03')
    round('twice', 1, '2026-03-03')
    round('twice', 2, '2026-04-01')
    round('silent', 1, '2026-03-03')
    round('back', 1, null)
    addEntry(writer, 'done', 'case.accept', { acceptedOn: '2026-03-03', limit: { dueOn: '2026-03-10' } })
    addEntry(writer, 'twice', 'case.accept', { acceptedOn: '2026-03-03', limit: { dueOn: '2026-03-11' } })
    addEntry(writer, 'twice', 'case.assign', { acceptedOn: '2026-04-01', limit: { dueOn: '2026-01-01' } })
    addEntry(writer, 'twice', 'case.accept', { acceptedOn: '2026-04-01', limit: { dueOn: '2026-04-09' } })
    addEntry(writer, 'silent', 'case.accept', { acceptedOn: '2026-03-03' })
    for (const [id, at, replyBy] of [['a', '2026-03-02T01:00:00.000Z', '2026-03-05'], ['b', '2026-03-04T01:00:00.000Z', '2026-03-09']] as const) {
      writer.run('INSERT INTO returns (id, case_id, round, returned_at, missing, reason, reply_by) VALUES (?, ?, 1, ?, ?, ?, ?)', id, 'back', at, '[]', '', replyBy)
    }
  })
  before.close()

  const after = openStore(folder, key, MIGRATIONS)
  expect(after.reader.all('SELECT case_id, round, due_on FROM rounds ORDER BY case_id, round')).toEqual([
    { case_id: 'back', round: 1, due_on: null },
    { case_id: 'done', round: 1, due_on: '2026-03-10' },
    { case_id: 'silent', round: 1, due_on: null },
    { case_id: 'twice', round: 1, due_on: '2026-03-11' },
    { case_id: 'twice', round: 2, due_on: '2026-04-09' },
  ])
  expect(after.reader.all('SELECT id, due_on FROM cases ORDER BY id')).toEqual([
    { id: 'back', due_on: '2026-03-09' },
    { id: 'done', due_on: '9999-12-31' },
    { id: 'new', due_on: '9999-12-31' },
    { id: 'silent', due_on: '9999-12-31' },
    { id: 'twice', due_on: '9999-12-31' },
  ])
  expect(after.reader.get('SELECT count(*) AS n FROM audit')).toEqual({ n: 5 })
  after.close()
})
