/** A store made before there was accountability opens with its cases and its chain; the record of its people is read from it. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { peopleThen } from '../../../src/main/accountability/people-then.ts'
import { appendEntry } from '../../../src/main/audit/chain.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { accountability } from '../../../src/main/store/migrations/0170-accountability.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { isoInstant } from '../../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'
import { personFields } from '../../support/test-station.ts'

afterAll(removeTemporaryFolders)

const ID = '01a20088-c4ac-708f-904a-239383ba3178'
const INSERT_CASE = `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on,
  due_provisional, amount, fields, version, created_by, created_at, updated_at)
  VALUES ('old', '旧案', '', '', '', '[]', 'archived', 1, '2026-04-07', '9999-12-31', 0, -1, ?, 1, '', '', '')`

it('keeps cases, archives and the chain, and guards what comes after', () => {
  const [folder, dataKey] = [temporaryFolder('accountability'), new Uint8Array(randomBytes(32))]
  const before = MIGRATIONS.filter(({ version }) => version < accountability.version)
  const old = openStore(folder, dataKey, before)
  old.transaction('test', (writer) => {
    const [then, now] = [personFields('pp', '田禾', ['handler']), personFields('pp', '田苗', ['reviewer'])]
    writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES (?, 'p', '田苗', ?, 1, 2, '', '')", ID, JSON.stringify(now))
    writer.run(INSERT_CASE, JSON.stringify(caseFields()))
    writer.run("INSERT INTO archives (case_id, archived_on, fields, recorded_by, recorded_at) VALUES ('old', '2026-05-06', '{\"place\":\"三号柜\",\"pages\":null,\"excuses\":[]}', ?, '')", ID)
    appendEntry(writer, { actor: 'system', act: 'person.add', subject: `person/${ID}`, content: then }, isoInstant(new Date(0)))
    appendEntry(writer, { actor: ID, act: 'case.register', subject: 'case/old', content: caseFields() }, isoInstant(new Date(1)))
    appendEntry(writer, { actor: 'system', act: 'person.update', subject: `person/${ID}`, content: { before: then, after: now } }, isoInstant(new Date(2)))
  })
  old.close()

  const database = openStore(folder, dataKey, [...before, accountability])
  expect(database.reader.all('SELECT title, state FROM cases')).toEqual([{ title: '旧案', state: 'archived' }])
  // who registered it years ago is told as they were then, although nobody kept that for this purpose
  expect(peopleThen(database.reader).at(ID, 2)).toMatchObject({ name: '田禾', roles: ['handler'], today: { name: '田苗', roles: ['reviewer'] } })

  const write = (sql: string, ...values: readonly (string | number)[]) => database.transaction('test', (writer) => writer.run(sql, ...values))
  const step = (seq: number, name: string, by: string) => write("INSERT INTO destruction_steps (destruction_id, seq, step, note, done_by, done_at, audit_seq) VALUES ('d', ?, ?, '', ?, '', ?)", seq, name, by, seq)
  write("INSERT INTO retentions (case_id, seq, fields, settled_by, settled_at, audit_seq) VALUES ('old', 1, '{}', ?, '', 1)", ID)
  expect(() => write("UPDATE retentions SET fields = '{}'")).toThrow(/not changed/)
  write("INSERT INTO destructions (id, number, fields, list_hash) VALUES ('d', 1, '{}', '')")
  write("INSERT INTO destruction_files (destruction_id, stored_name, sha256, name, size, case_id, kept_for) VALUES ('d', 's', 'x', 'n', 1, 'old', NULL)")
  expect(() => step(1, 'begun', 'c')).toThrow(/follows/)
  step(1, 'proposed', 'a')
  // what was proposed is what is approved
  expect(() => write("INSERT INTO destruction_files (destruction_id, stored_name, sha256, name, size, case_id, kept_for) VALUES ('d', 't', 'y', 'n', 1, 'old', NULL)")).toThrow(/closed/)
  expect(() => step(2, 'approved', 'a')).toThrow(/three people/)
  step(2, 'approved', 'b')
  for (const again of ['a', 'b']) expect(() => step(3, 'begun', again)).toThrow(/three people/)
  step(3, 'begun', 'c')
  expect(() => step(4, 'begun', 'd')).toThrow(/follows/)
  for (const table of ['destructions', 'destruction_files', 'destruction_steps', 'retentions']) expect(() => write(`DELETE FROM ${table}`)).toThrow(/never changes|not changed/)
  database.close()
})
