/** Transfers in the store: what an older program made is opened, and nothing of the record changes afterwards. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Writer } from '../../../src/main/store/database.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { transfer } from '../../../src/main/store/migrations/0120-transfer.ts'
import { transferOf } from '../../../src/main/transfer/transfer-record.ts'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { footprint } from '../../support/footprint.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTransferStation, type Track, type TransferStation } from './transferring.ts'

let here: TransferStation
let track: Track
beforeAll(async () => {
  here = await createTransferStation()
  track = await here.newCase()
  await track.raise()
  const fields = {
    caseId: null, kind: 'opinion', number: '清检行意〔2026〕9号', procuratorate: '清川县人民检察院', issuedOn: '2026-04-01', receivedOn: '2026-04-02', decisionNumber: '清检刑不诉〔2026〕2号',
    decidedOn: '2026-03-30', ground: 'statutory', party: '某公司', offence: '污染环境罪', asked: '建议给予行政处罚', answerBy: null,
  } as const
  await here.station.as('handler').call('transfer.registerReturn', { fields })
  const clue: MethodInput<'transfer.addClue'>['fields'] = { caseId: null, ground: 'dutyOffence', names: [], about: '某人', facts: '某事', evidence: '', sentTo: 'procuratorate', organ: '某检察院', number: '', sentOn: null }
  await here.station.as('handler').call('transfer.addClue', { fields: clue })
})
afterAll(() => {
  here.station.close()
  removeTemporaryFolders()
})

function refused(sql: string): string {
  const { workbench } = here.station.workstation
  const before = footprint(workbench.reader)
  try {
    workbench.withoutAudit('test', (writer: Writer) => writer.run(sql))
    return `allowed: ${sql}`
  } catch (error) {
    expect(footprint(workbench.reader)).toEqual(before)
    return error instanceof Error ? error.message : String(error)
  }
}

describe('the record of a transfer', () => {
  it.each([
    ["UPDATE transfer_steps SET happened_at = ''", 'never changes'],
    ['DELETE FROM transfer_steps', 'never deleted'],
    ['INSERT OR REPLACE INTO transfer_steps SELECT * FROM transfer_steps LIMIT 1', 'follows the one before'],
    // a second time from the same state, and past a step
    ["INSERT INTO transfer_steps SELECT case_id, 2, action, 'none', to_state, happened_at, happened_on, content, done_by, recorded_at FROM transfer_steps LIMIT 1", 'follows the one before'],
    ["INSERT INTO transfer_steps SELECT case_id, 3, action, 'suspected', to_state, happened_at, happened_on, content, done_by, recorded_at FROM transfer_steps LIMIT 1", 'follows the one before'],
    ["UPDATE returned_cases SET received_on = ''", 'never changes'],
    ['DELETE FROM returned_cases', 'never deleted'],
    ["UPDATE returned_steps SET content = ''", 'never changes'],
    ['DELETE FROM returned_steps', 'never deleted'],
    ["INSERT INTO returned_steps SELECT return_id, 3, 'answered', content, done_by, recorded_at FROM returned_steps LIMIT 1", 'follows the one before'],
    ["UPDATE misconduct_clues SET case_id = NULL", 'never changes'],
    ['DELETE FROM misconduct_clues', 'never deleted'],
    ["UPDATE clue_steps SET content = ''", 'never changes'],
    ['DELETE FROM clue_steps', 'never deleted'],
  ])('%s', (sql, why) => {
    expect(refused(sql)).toContain(why)
  })
})

describe('a store that an older program made', () => {
  it('gets the tables, keeps its rows, and has no transfer in any case', () => {
    const [folder, dataKey] = [temporaryFolder('transfer'), new Uint8Array(randomBytes(32))]
    const id = '0190a000-0000-7000-8000-000000000001' as CaseId
    const before = openStore(folder, dataKey, MIGRATIONS.filter(({ version }) => version < transfer.version))
    before.transaction('test', (writer) =>
      writer.run(
        `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount, fields, version, created_by, created_at, updated_at)
         VALUES (?, '原有案件', '', '', '', '[]', 'received', 1, '2026-01-05', '9999-12-31', 0, -1, '{}', 1, '', '', '')`,
        id,
      ),
    )
    before.close()
    const after = openStore(folder, dataKey)
    expect(after.reader.get<{ title: string }>('SELECT title FROM cases')).toEqual({ title: '原有案件' })
    expect(transferOf(after.reader, id)).toEqual({ state: 'none', settled: true, steps: [], suspicion: null, team: [] })
    after.close()
  })
})
