/** What people keep for their own screens. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../../src/shared/cases/case-filter.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation

beforeAll(async () => {
  station = await createTestStation()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const SAVED = { id: '6c0fdf0e-5f5c-4a93-9f3e-3f6f0c3a7a11', name: '我的待办', filter: { ...EMPTY_CASE_FILTER, states: ['received'] as const, text: '罚款' }, sort: NEWEST_FIRST }
const filters = { filters: [{ ...SAVED, filter: { ...SAVED.filter, states: ['received'] } }], defaultId: SAVED.id }

describe('preferences', () => {
  it('are one person’s own, and there again when the station is opened anew', async () => {
    await station.as('head').call('preferences.set', { key: 'cases.filters', value: filters })
    await station.as('reviewer').call('preferences.set', { key: 'panes', value: { evidence: 0.5 } })
    station.close()
    station = await reopenTestStation(station)
    expect(await station.as('head').call('preferences.get', {})).toEqual({ 'cases.filters': filters })
    expect(await station.as('reviewer').call('preferences.get', {})).toEqual({ panes: { evidence: 0.5 } })
    expect(await station.as('handler').call('preferences.get', {})).toEqual({})
  })

  it('are replaced, not gathered, and no entry in the audit chain is made of them', async () => {
    const head = station.as('head')
    const count = () => station.workstation.workbench.reader.get<{ n: number }>('SELECT count(*) AS n FROM audit')?.n
    const before = count()
    await head.call('preferences.set', { key: 'panes', value: { a: 1, b: 2 } })
    await head.call('preferences.set', { key: 'panes', value: { b: 3 } })
    expect((await head.call('preferences.get', {})).panes).toEqual({ b: 3 })
    expect(count()).toBe(before)
  })

  it.each([
    ['a value of another key', { key: 'panes', value: filters }],
    ['a column that is none', { key: 'cases.columns', value: [{ column: 'password', shown: true, width: null }] }],
    ['too much', { key: 'cases.open', value: Array.from({ length: 21 }, () => ({ caseId: '019a0000-0000-7000-8000-000000000001', place: {} })) }],
    ['a key that is none', { key: 'secrets', value: {} }],
  ])('refuse %s', async (_, input) => {
    await refusal(station.as('head').call('preferences.set', input as never), 'invalid-input')
  })

  it('that an older program kept and this one does not understand are left out', async () => {
    const id = station.ids.get('handler2') ?? ''
    station.workstation.workbench.withoutAudit('test', (writer) => {
      writer.run('INSERT INTO preferences (person_id, key, value, saved_at) VALUES (?, ?, ?, ?)', id, 'panes', '"wide"', '')
      writer.run('INSERT INTO preferences (person_id, key, value, saved_at) VALUES (?, ?, ?, ?)', id, 'cases.open', '[]', '')
      writer.run('INSERT INTO preferences (person_id, key, value, saved_at) VALUES (?, ?, ?, ?)', id, 'toString', '1', '')
    })
    expect(await station.as('handler2').call('preferences.get', {})).toEqual({ 'cases.open': [] })
  })
})

describe('a store from before', () => {
  it('keeps its cases and opinions, which are marked and found from then on', async () => {
    const [folder, key] = [temporaryFolder('preferences-migration'), new Uint8Array(randomBytes(32))]
    const before = MIGRATIONS.filter(({ version }) => version < 60)
    const old = openStore(folder, key, before)
    const fields = JSON.stringify({ cause: '违法排污', flags: { complex: true, byLaw: false }, citations: [] })
    old.transaction('test', (writer) => {
      writer.run(
        `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount,
           version, created_by, created_at, updated_at, search_text, fields) VALUES ('one', '甲案', '', '', '一大队', '[]', 'issued', 1, '2026-01-01', '9999-12-31', 0, 0, 1, '', '', '', '甲案', ?)`,
        fields,
      )
      writer.run(
        `INSERT INTO opinions (case_id, round, version, state, type, sections, remarks, signatures, issued_at) VALUES ('one', 1, 1, 'issued', 'T-OK', '[]', '[]', '[]', '2026-01-09T00:00:00.000Z')`,
      )
    })
    old.close()
    const store = openStore(folder, key)
    expect(store.reader.all('SELECT mark FROM case_marks ORDER BY mark')).toEqual([{ mark: 'cause/违法排污' }, { mark: 'flag/complex' }])
    expect(store.reader.all('SELECT case_id, round FROM opinions_to_index')).toEqual([{ case_id: 'one', round: 1 }])
    expect(store.reader.get('SELECT title, submitting_unit, fields FROM cases')).toEqual({ title: '甲案', submitting_unit: '一大队', fields })
    store.close()
  })

  it('marks follow the registration', async () => {
    const caseId = await registerCase(station, { flags: { publicInterest: true, socialRisk: false, majorRights: false, hearingHeld: false, complex: false, byLaw: false } })
    const marks = () => station.workstation.workbench.reader.all<{ mark: string }>('SELECT mark FROM case_marks WHERE case_id = ? ORDER BY mark', caseId).map(({ mark }) => mark)
    const { fields, version } = await station.as('handler').call('cases.get', { caseId })
    expect(marks()).toEqual([`cause/${fields.cause}`, 'flag/publicInterest'])
    await station.as('handler').call('cases.update', { caseId, expectedVersion: version, fields: { ...fields, cause: '无证经营', flags: { ...fields.flags, publicInterest: false, complex: true } } })
    expect(marks()).toEqual(['cause/无证经营', 'flag/complex'])
  })
})
