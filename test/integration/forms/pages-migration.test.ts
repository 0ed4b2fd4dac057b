/** A store made before pages of papers were counted opens with its papers; theirs stay unknown, new ones are kept, and guarded. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { pagesOfDocuments } from '../../../src/main/documents/made-documents.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { documentPages } from '../../../src/main/store/migrations/0230-document-pages.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'

afterAll(removeTemporaryFolders)

const INSERT_CASE = `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on,
  due_provisional, amount, fields, version, created_by, created_at, updated_at)
  VALUES ('old', '旧案', '', '', '', '[]', 'issued', 1, '2026-04-07', '9999-12-31', 0, -1, ?, 1, '', '', '')`
const document = (id: string, more: readonly [column: string, value: string] = ['number', 'NULL']) =>
  `INSERT INTO documents (id, case_id, round, kind, name, media_type, size, sha256, created_at, ${more[0]}) VALUES ('${id}', 'old', 1, 'opinionPdf', '意见书.pdf', 'application/pdf', 9, 'a', '2026-04-08', ${more[1]})`

it('keeps every paper as it was', () => {
  const [folder, dataKey] = [temporaryFolder('pages'), new Uint8Array(randomBytes(32))]
  const before = MIGRATIONS.filter(({ version }) => version < documentPages.version)
  const old = openStore(folder, dataKey, before)
  old.transaction('test', (writer) => {
    writer.run(INSERT_CASE, JSON.stringify(caseFields()))
    writer.run(document('d1'))
  })
  const rows = old.reader.all<Record<string, unknown>>('SELECT * FROM documents')
  old.close()

  const database = openStore(folder, dataKey, [...before, documentPages])
  const write = (sql: string) => () => database.transaction('test', (writer) => writer.run(sql))
  expect(database.reader.all('SELECT * FROM documents')).toEqual(rows.map((row) => ({ ...row, pages: null })))
  write(document('d2', ['pages', '3']))()
  expect(pagesOfDocuments(database.reader, 'old' as CaseId)).toEqual(new Map([['d1', null], ['d2', 3]]))
  expect(write(document('d3', ['pages', '0']))).toThrow(/CHECK/)
  expect(write('UPDATE documents SET pages = 4')).toThrow(/never change/)
  expect(database.reader.get('PRAGMA user_version')).toEqual({ user_version: 230 })
  database.close()
})
