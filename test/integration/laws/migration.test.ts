/** A store of the first version gets the library, and the citations that its cases already have. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { openStore } from '../../../src/main/store/open-store.ts'
import { foundation } from '../../../src/main/store/migrations/0010-foundation.ts'
import { laws } from '../../../src/main/store/migrations/0030-laws.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

afterAll(removeTemporaryFolders)

const INSERT = `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount,
  version, created_by, created_at, updated_at, search_text, fields) VALUES (?, '', '', '', '', '', 'received', 1, '', '', 0, 0, 1, '', '', '', '', ?)`

it('a store at version 10 keeps its cases, and their citations can be looked up', () => {
  const [folder, key] = [temporaryFolder('laws-migration'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, [foundation])
  const fields = (article: string) =>
    JSON.stringify({ citations: [{ law: '灯塔法', article, paragraph: '', item: '', role: 'basis' }] })
  before.transaction('test', (writer) => {
    writer.run(INSERT, 'one', fields('五'))
    writer.run(INSERT, 'two', '{"citations":[]}')
  })
  before.close()

  const after = openStore(folder, key, [foundation, laws])
  const uses = () =>
    after.reader.all<{ case_id: string; article: string }>('SELECT case_id, article FROM law_uses ORDER BY case_id')
  expect(uses()).toEqual([{ case_id: 'one', article: '五' }])
  after.transaction('test', (writer) => {
    writer.run('UPDATE cases SET fields = ? WHERE id = ?', fields('六'), 'two')
    writer.run("UPDATE cases SET title = 'x' WHERE id = ?", 'one')
  })
  expect(uses()).toEqual([
    { case_id: 'one', article: '五' },
    { case_id: 'two', article: '六' },
  ])
  expect(after.reader.get('SELECT count(*) AS n FROM law_search')).toEqual({ n: 0 })
  after.close()
})
