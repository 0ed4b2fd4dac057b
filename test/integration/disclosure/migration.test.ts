/** A store from before disclosures were kept opens with its cases and decisions; what is written from then on stays as it is. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { disclosure } from '../../../src/main/store/migrations/0180-disclosure.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { disclosureOf } from '../../../src/main/disclosure/case-disclosure.ts'
import { caseIdSchema } from '../../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'

afterAll(removeTemporaryFolders)

const CASE = caseIdSchema.parse('01890000-0000-7000-8000-000000000001')

it('keeps every row, and guards what is recorded', () => {
  const [folder, key] = [temporaryFolder('disclosure'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < disclosure.version))
  const { party, effects, citations, actionKinds } = caseFields()
  const decision = { number: '清环罚〔2026〕8号', decidedOn: '2026-05-06', actionKinds, effects: effects.map((effect) => ({ ...effect, party: party.name })), citations, facts: { changed: false, how: '' } }
  before.transaction('test', (writer) => {
    for (const person of ['p', 'q']) writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES (?, ?, ?, '{}', 1, 1, '', '')", person, person, person)
    writer.run(
      `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount,
        version, created_by, created_at, updated_at, fields) VALUES (?, '旧案', '', '', '', '[]', 'decided', 1, '2026-03-02', '9999-12-31', 0, -1, 1, '', '', '', ?)`,
      CASE,
      JSON.stringify(caseFields()),
    )
    writer.run(
      `INSERT INTO decisions (id, case_id, round, number, decided_on, amount, irregular, red, fields, comparison, recorded_by, recorded_at)
       VALUES ('d', ?, 1, '清环罚〔2026〕8号', '2026-05-06', NULL, 0, 0, ?, '{"comparison":{"differs":[]},"broken":[],"note":""}', 'p', '')`,
      CASE,
      JSON.stringify(decision),
    )
  })
  before.close()

  const after = openStore(folder, key, MIGRATIONS)
  expect(disclosureOf(after.reader, CASE)).toEqual({ status: 'due', publishedOn: null, places: [], withheld: null, withdrawnOn: null })
  const write = (sql: string, ...values: readonly string[]) => after.transaction('test', (writer) => writer.run(sql, ...values))
  write("INSERT INTO disclosure_maskings (id, case_id, title, source, kind, original, made_by, made_at) VALUES ('m', ?, '', '{}', 'decision', '', 'p', '')", CASE)
  const addStep = (seq: number, step: string, by: string) => write(`INSERT INTO masking_steps (masking_id, seq, step, marks, remark, done_by, recorded_at) VALUES ('m', ${seq}, ?, '[]', '', ?, '')`, step, by)
  addStep(1, 'saved', 'p')
  write(
    `INSERT INTO publications (id, case_id, place, place_name, address, published_on, what, note, proofs, recorded_by, recorded_at)
     VALUES ('u', ?, 'place.agency-site', '', 'x', '2026-05-07', 'summary', '', '[{}]', 'p', '')`,
    CASE,
  )
  write("INSERT INTO withholdings (id, case_id, rule_id, rule, reason, proposed_by, proposed_at) VALUES ('w', ?, 'r', '{}', 'x', 'p', '')", CASE)
  write("INSERT INTO decision_changes (id, case_id, outcome, organ, number, changed_on, note, recorded_by, recorded_at) VALUES ('c', ?, 'annulled', '', '', '2026-06-01', '', 'p', '')", CASE)
  write("INSERT INTO publication_withdrawals (change_id, case_id, withdrawn_on, explanation, explained_at, proofs, recorded_by, recorded_at) VALUES ('c', ?, '2026-06-02', 'x', 'x', '[{}]', 'p', '')", CASE)

  for (const table of ['disclosure_maskings', 'masking_steps', 'publications', 'decision_changes', 'publication_withdrawals', 'withholdings']) {
    expect(() => write(`DELETE FROM ${table}`), table).toThrow(/never changes|settled, not deleted/)
  }
  expect(() => write("UPDATE publications SET published_on = '2026-05-06'")).toThrow(/never changes/)
  expect(() => write("UPDATE withholdings SET reason = 'y'")).toThrow(/never changes/)
  expect(() => addStep(3, 'saved', 'p')).toThrow(/follows the one before/)
  // four eyes and proof hold in the store itself
  expect(() => write("UPDATE withholdings SET outcome = 'approved', settled_by = 'p', settled_on = '2026-05-07', settled_at = ''")).toThrow(/CHECK/)
  expect(() => addStep(2, 'approved', 'q')).toThrow(/CHECK/)
  write("UPDATE withholdings SET outcome = 'approved', settled_by = 'q', settled_on = '2026-05-07', settled_at = ''")
  expect(() => write("UPDATE withholdings SET outcome = 'returned'")).toThrow(/stays so/)
  expect(disclosureOf(after.reader, CASE).status).toBe('withdrawn')
  after.close()
})
