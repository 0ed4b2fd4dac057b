/** A store from before clocks were kept: its open cases are counted when the board is first asked for. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { clocks } from '../../../src/main/store/migrations/0130-clocks.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

afterAll(removeTemporaryFolders)

it('keeps every row, marks the open cases, and guards what is recorded', () => {
  const [folder, key] = [temporaryFolder('clocks'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < clocks.version))
  before.transaction('test', (writer) => {
    for (const [id, state] of [['open', 'accepted'], ['decided', 'decided'], ['done', 'archived'], ['back', 'withdrawn']] as const) {
      writer.run(
        `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount,
          version, created_by, created_at, updated_at, fields) VALUES (?, '', '', '', '', '[]', ?, 1, '2026-03-02', '9999-12-31', 0, -1, 1, '', '', '', '{}')`,
        id,
        state,
      )
    }
  })
  before.close()
  const after = openStore(folder, key, MIGRATIONS)
  expect(after.reader.all('SELECT case_id FROM clock_stale ORDER BY case_id')).toEqual([{ case_id: 'decided' }, { case_id: 'open' }])
  expect(after.reader.get<{ n: number }>('SELECT count(*) AS n FROM cases')?.n).toBe(4)
  after.transaction('test', (writer) => {
    writer.run('DELETE FROM clock_stale')
    writer.run("INSERT INTO audit (seq, at, actor, act, subject, content, previous_hash, hash) VALUES (1, '', '', 'case.accept', 'case/open', '{}', '', '')")
    writer.run("INSERT INTO audit (seq, at, actor, act, subject, content, previous_hash, hash) VALUES (2, '', '', 'person.add', 'person/open', '{}', '', '')")
    writer.run("UPDATE cases SET state = 'disclosed' WHERE id = 'decided'")
    writer.run("INSERT INTO clock_days (id, case_id, event, on_day, at, note, recorded_by, recorded_at) VALUES ('d', 'open', 'served', '2026-03-02', NULL, '', '', '')")
    writer.run("INSERT INTO holiday_notices (year, seq, content, note, saved_by, saved_at) VALUES (2027, 1, '{}', '', '', '')")
  })
  expect(after.reader.all('SELECT case_id FROM clock_stale ORDER BY case_id')).toEqual([{ case_id: 'decided' }, { case_id: 'open' }])
  const refused = (sql: string) => expect(() => after.transaction('test', (writer) => writer.run(sql)), sql).toThrow(/never|taken back/)
  refused("UPDATE clock_days SET on_day = '2026-03-03'")
  refused('DELETE FROM clock_days')
  refused("UPDATE holiday_notices SET content = '[]'")
  refused('DELETE FROM holiday_notices')
  after.transaction('test', (writer) => writer.run("UPDATE clock_days SET taken_back_by = 'x', taken_back_at = 'y', taken_back_reason = 'z'"))
  refused("UPDATE clock_days SET taken_back_by = NULL, taken_back_at = NULL")
  after.close()
})
