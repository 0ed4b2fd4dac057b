/** A store made before there were evaluations opens with its defects found later, which count as before. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { evaluation } from '../../../src/main/store/migrations/0185-evaluation.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'

afterAll(removeTemporaryFolders)

it('keeps what was found later, and guards what an evaluation adds', () => {
  const [folder, dataKey] = [temporaryFolder('evaluation'), new Uint8Array(randomBytes(32))]
  const before = MIGRATIONS.filter(({ version }) => version < evaluation.version)
  const old = openStore(folder, dataKey, before)
  old.transaction('test', (writer) => {
    writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES ('p', 'p', '苏木', '{}', 1, 1, '', '')")
    writer.run(
      `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on,
         due_provisional, amount, fields, version, created_by, created_at, updated_at)
       VALUES ('old', '旧案', '', '', '', '[]', 'archived', 1, '2026-04-07', '9999-12-31', 0, -1, ?, 1, '', '', '')`,
      JSON.stringify(caseFields()),
    )
    writer.run(
      `INSERT INTO later_defects (id, case_id, round, source, found_on, heading, severity, description, recorded_by, recorded_at)
       VALUES ('d', 'old', 1, 'court', '2026-05-01', 3, 'C', '没有告知听证权利', 'p', '')`,
    )
  })
  old.close()

  const database = openStore(folder, dataKey, [...before, evaluation])
  const write = (sql: string) => database.transaction('test', (writer) => writer.run(sql))
  expect(database.reader.all('SELECT id, source FROM later_defects')).toEqual([{ id: 'd', source: 'court' }])
  expect(database.reader.all('SELECT * FROM later_defects_taken_back')).toEqual([])

  write("INSERT INTO evaluations VALUES ('e', '评查', '{}', 1, '', '', '', '', '{}', 'p', '')")
  write("INSERT INTO evaluation_files VALUES ('e', 0, 'old', '2026-05-01')")
  const sheet = (number: number, reason: string) => `INSERT INTO evaluation_sheets (evaluation_id, case_id, number, evaluator_id, sheet, version, correction_reason, started_at)
    VALUES ('e', 'old', ${number}, 'p', '{}', 1, ${reason}, '')`
  write(sheet(1, 'NULL'))
  // one sheet at a time, a later one only with its reason, a result only with its signature
  expect(() => write(sheet(2, "'更正'"))).toThrow(/UNIQUE/)
  expect(() => write("UPDATE evaluation_sheets SET signed_at = '2026-05-02'")).toThrow(/CHECK/)
  write("UPDATE evaluation_sheets SET signed_at = '2026-05-02', result = '{}'")
  expect(() => write(sheet(2, 'NULL'))).toThrow(/CHECK/)
  write(sheet(2, "'更正'"))
  expect(() => write("UPDATE evaluation_sheets SET sheet = '' WHERE number = 1")).toThrow(/never changes/)
  expect(() => write("UPDATE evaluation_files SET place = 2")).toThrow(/never changes/)
  expect(() => write("DELETE FROM evaluation_files")).toThrow(/never changes/)
  database.close()
})
