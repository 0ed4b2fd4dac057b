/** A store made before there was anything to follow an opinion opens with its cases, and marks them from then on. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { followup } from '../../../src/main/store/migrations/0110-followup.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'

afterAll(removeTemporaryFolders)

const INSERT_CASE = `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on,
  due_provisional, amount, fields, version, created_by, created_at, updated_at)
  VALUES (?, '旧案', '', '', '', '[]', 'issued', 1, '2026-04-07', '9999-12-31', 0, -1, ?, 1, '', '', '')`
const INSERT_DECISION = `INSERT INTO decisions (id, case_id, round, number, decided_on, amount, irregular, red, fields, comparison, recorded_by, recorded_at)
  VALUES (?, 'old', 1, '清环罚〔2026〕8号', '2026-05-06', NULL, ?, ?, '{}', '{}', 'p', '')`

it('keeps cases and marks, takes what follows, and keeps the red mark when the registration changes', () => {
  const [folder, dataKey] = [temporaryFolder('followup'), new Uint8Array(randomBytes(32))]
  const before = MIGRATIONS.filter(({ version }) => version < followup.version)
  const old = openStore(folder, dataKey, before)
  old.transaction('test', (writer) => {
    writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES ('p', 'p', '田禾', '{}', 1, 1, '', '')")
    writer.run(INSERT_CASE, 'old', JSON.stringify(caseFields()))
  })
  old.close()

  const database = openStore(folder, dataKey, [...before, followup])
  const marks = () => database.reader.all<{ mark: string }>("SELECT mark FROM case_marks WHERE case_id = 'old' ORDER BY mark").map(({ mark }) => mark)
  const write = (sql: string, ...values: readonly (string | number)[]) => database.transaction('test', (writer) => writer.run(sql, ...values))
  expect(database.reader.all('SELECT title, state FROM cases')).toEqual([{ title: '旧案', state: 'issued' }])
  expect(marks()).toEqual(['cause/未取得排污许可证排放污染物', 'flag/majorRights'])

  write(INSERT_DECISION, 'd1', 1, 1)
  expect(marks()).toContain('red/decision')
  const changed = caseFields({ cause: '超标排放', flags: { ...caseFields().flags, majorRights: false } })
  write("UPDATE cases SET fields = ? WHERE id = 'old'", JSON.stringify(changed))
  expect(marks()).toEqual(['cause/超标排放', 'red/decision'])

  // an irregular decision is always red, and only one decision is made in order
  expect(() => write(INSERT_DECISION, 'd2', 1, 0)).toThrow(/CHECK/)
  write(INSERT_DECISION, 'd3', 0, 0)
  expect(() => write(INSERT_DECISION, 'd4', 0, 0)).toThrow(/UNIQUE/)
  database.close()
})
