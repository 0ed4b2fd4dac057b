/** A store made before there were companion forms opens with its cases and numbers, and takes forms from then on. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { forms } from '../../../src/main/store/migrations/0195-forms.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'

afterAll(removeTemporaryFolders)

const INSERT_CASE = `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on,
  due_provisional, amount, fields, version, created_by, created_at, updated_at)
  VALUES ('old', '旧案', '', '', '', '[]', 'issued', 1, '2026-04-07', '9999-12-31', 0, -1, ?, 1, '', '', '')`
const INSERT_PAPER = `INSERT INTO form_papers (id, case_id, round, form, about, number, pdf_document_id, docx_document_id, given, lacks, settings_seq, catalogue, made_by, made_at)
  VALUES (?, 'old', 1, 'reminder', 'case', ?, ?, ?, '[]', '[]', 0, '', 'p', '')`

it('keeps what was there, and gives no number to two forms', () => {
  const [folder, dataKey] = [temporaryFolder('forms'), new Uint8Array(randomBytes(32))]
  const before = MIGRATIONS.filter(({ version }) => version < forms.version)
  const old = openStore(folder, dataKey, before)
  old.transaction('test', (writer) => {
    writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES ('p', 'p', '田禾', '{}', 1, 1, '', '')")
    writer.run(INSERT_CASE, JSON.stringify(caseFields()))
    writer.run("INSERT INTO numbers (prefix, year, serial, number, state, case_id, round, taken_at) VALUES ('云环法审', 2026, 1, '云环法审〔2026〕1号', 'issued', 'old', 1, '')")
  })
  old.close()

  const database = openStore(folder, dataKey, [...before, forms])
  const write = (sql: string, ...values: readonly (string | number)[]) => database.transaction('test', (writer) => writer.run(sql, ...values))
  expect(database.reader.all('SELECT number FROM numbers')).toEqual([{ number: '云环法审〔2026〕1号' }])
  for (const id of ['d1', 'd2', 'd3', 'd4']) {
    write(`INSERT INTO documents (id, case_id, round, kind, name, media_type, size, sha256, created_at) VALUES ('${id}', 'old', 1, 'formPdf', '', '', 1, '', '')`)
  }
  write("INSERT INTO numbers (prefix, year, serial, number, state, case_id, round, taken_at) VALUES ('云环法审催', 2026, 1, '云环法审催〔2026〕1号', 'issued', 'old', -1, '')")
  write(INSERT_PAPER, 'f1', '云环法审催〔2026〕1号', 'd1', 'd2')
  expect(() => write(INSERT_PAPER, 'f2', '云环法审催〔2026〕1号', 'd3', 'd4')).toThrow(/UNIQUE/)
  expect(() => write(INSERT_PAPER, 'f3', '没有取过的号', 'd3', 'd4')).toThrow(/FOREIGN KEY/)
  expect(() => write("UPDATE form_papers SET void_at = '2026-05-06'")).toThrow(/CHECK/)
  write("UPDATE form_papers SET void_by = 'p', void_at = '2026-05-06', void_reason = '有误'")
  expect(() => write("UPDATE form_papers SET void_reason = '另一理由'")).toThrow(/stays void/)
  database.close()
})
