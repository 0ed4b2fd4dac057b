/** The list narrowed by what is judged: triggers of a major decision, questions answered "no", undecided findings. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeAll } from '../../../src/main/cases/judging.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { listFilters } from '../../../src/main/store/migrations/0100-list-filters.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { ANY_TRIGGER, EMPTY_CASE_FILTER, NEWEST_FIRST, type CaseFilter } from '../../../src/shared/cases/case-filter.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { accept, assign, NO, registerCase, YES } from '../../support/test-case.ts'
import { createTestStation, STATION_FIELDS, type TestStation } from '../../support/test-station.ts'

let station: TestStation
beforeAll(async () => {
  station = await createTestStation({ read: true })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const FLAGS = { publicInterest: false, socialRisk: false, majorRights: false, hearingHeld: false, complex: false, byLaw: false }

async function titles(filter: Partial<CaseFilter>): Promise<string[]> {
  const { rows, total } = await station.as('head').call('cases.list', { filter: { ...EMPTY_CASE_FILTER, ...filter }, sort: NEWEST_FIRST, after: null, offset: null, size: 50 })
  expect(total).toEqual({ count: rows.length, atLeast: false })
  return rows.map(({ title }) => title).toSorted()
}

/** What each case's own page says of it, which the list must agree with. */
async function triggersOf(caseId: CaseId): Promise<{ isMajor: boolean; ids: string[] }> {
  const { isMajor, triggers } = await station.as('head').call('cases.get', { caseId })
  return { isMajor, ids: triggers.map(({ id }) => id) }
}

describe('triggers of a major decision', () => {
  it('narrow the list to the cases whose own page names them, and follow the registration and the station', async () => {
    await station.as('admin').call('station.update', { station: { ...STATION_FIELDS, sector: 'market-regulation' } })
    const small = await registerCase(station, { title: '小额案', effects: [{ kind: 'warning', amount: null, detail: '' }], flags: FLAGS })
    const large = await registerCase(station, { title: '大额案', effects: [{ kind: 'fine', amount: 9_000_000, detail: '' }], flags: FLAGS })
    const flagged = await registerCase(station, { title: '复杂案', effects: [{ kind: 'warning', amount: null, detail: '' }], flags: { ...FLAGS, complex: true } })
    const [ofSmall, ofLarge, ofFlagged] = [await triggersOf(small), await triggersOf(large), await triggersOf(flagged)]
    expect(ofSmall).toEqual({ isMajor: false, ids: [] })
    expect(ofFlagged.isMajor).toBe(true)
    const major = [...(ofLarge.isMajor ? ['大额案'] : []), '复杂案'].toSorted()
    expect(await titles({ trigger: ANY_TRIGGER })).toEqual(major)
    for (const id of ofLarge.ids) expect(await titles({ trigger: id })).toEqual(['大额案'])
    for (const id of ofFlagged.ids) expect(await titles({ trigger: id })).toEqual(['复杂案'])
    expect(ofLarge.ids.length).toBeGreaterThan(0)
    expect(await titles({ trigger: 'no-such-trigger' })).toEqual([])

    const { fields, version } = await station.as('handler').call('cases.get', { caseId: flagged })
    await station.as('handler').call('cases.update', { caseId: flagged, expectedVersion: version, fields: { ...fields, flags: FLAGS } })
    for (const id of ofFlagged.ids) expect(await titles({ trigger: id })).toEqual([])

    await station.as('admin').call('station.update', { station: { ...STATION_FIELDS, sector: null } })
    const elsewhere = await triggersOf(large)
    expect(elsewhere.ids).not.toEqual(ofLarge.ids)
    for (const id of new Set([...ofLarge.ids, ...elsewhere.ids])) expect(await titles({ trigger: id })).toEqual(elsewhere.ids.includes(id) ? ['大额案'] : [])
  })
})

describe('what a review has found', () => {
  it('a question answered “no” puts the case on the list, and taking it back takes it off', async () => {
    const caseId = await registerCase(station, { title: '有问题案' })
    await accept(station, caseId)
    await assign(station, caseId)
    const reviewer = station.as('reviewer')
    await reviewer.call('checklist.begin', { caseId })
    expect(await titles({ problems: true })).toEqual([])
    await reviewer.call('checklist.answer', { caseId, questionId: '1.1', expectedVersion: 0, fields: NO })
    expect(await titles({ problems: true })).toEqual(['有问题案'])
    await reviewer.call('checklist.answer', { caseId, questionId: '1.1', expectedVersion: 1, fields: YES })
    expect(await titles({ problems: true })).toEqual([])
  })

  it('a finding that nobody decided does, whether or not anybody opened the case, until all are decided', async () => {
    const caseId = await registerCase(station, { title: '有疑点案' })
    const handler = station.as('handler')
    const { id } = await handler.stage('行政处罚决定书.txt', '清川县生态环境局\n行政处罚决定书\n清环罚字〔2026〕9号\n当事人：清川县碧波印染有限公司\n罚款200000元（大写：叁拾万元整）。\n2026年4月20日')
    await handler.call('materials.attach', { caseId, files: [{ stagedId: id, name: '行政处罚决定书.txt', kind: null }] })
    await station.workstation.workbench.reading.idle()
    await accept(station, caseId)
    await assign(station, caseId)
    const reviewer = station.as('reviewer')
    await reviewer.call('checklist.begin', { caseId })
    await judgeAll(station.workstation.workbench, () => true)
    expect(await titles({ undecided: true })).toContain('有疑点案')
    const { findings } = await reviewer.call('prereview.findings', { caseId, round: null })
    expect(findings.length).toBeGreaterThan(0)
    for (const { finding } of findings) {
      expect(await titles({ undecided: true })).toContain('有疑点案')
      await reviewer.call('prereview.decide', { caseId, key: finding.key, expectedVersion: 0, decision: { outcome: 'dismissed', reason: '已核对原件' } })
    }
    expect(await titles({ undecided: true })).not.toContain('有疑点案')
  })
})

describe('a store from before', () => {
  it('keeps its rows; its problems are there at once, its other judgements are due', () => {
    const [folder, key] = [temporaryFolder('list-filters'), new Uint8Array(randomBytes(32))]
    const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < listFilters.version))
    before.transaction('test', (writer) => {
      for (const [id, state, round] of [['a', 'underReview', 1], ['b', 'underReview', 2], ['c', 'archived', 1]] as const) {
        writer.run(
          `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount,
             version, created_by, created_at, updated_at, fields) VALUES (?, '', '', '', '', '[]', ?, ?, '2026-03-02', '9999-12-31', 0, -1, 1, '', '', '', '{}')`,
          id,
          state,
          round,
        )
      }
      for (const [id, round, answer] of [['a', 1, 'no'], ['b', 1, 'no'], ['c', 1, 'yes']] as const) {
        writer.run(
          "INSERT INTO answers (case_id, round, question_id, fields, version, answered_by, saved_at) VALUES (?, ?, '1.1', ?, 1, '', '')",
          id,
          round,
          JSON.stringify({ answer }),
        )
      }
    })
    before.close()
    const after = openStore(folder, key, MIGRATIONS)
    expect(after.reader.all('SELECT mark, case_id FROM case_judgements')).toEqual([{ mark: 'problem', case_id: 'a' }])
    expect(after.reader.numbers('SELECT count(*) FROM triggers_to_judge')).toEqual([3])
    expect(after.reader.all('SELECT case_id FROM findings_to_count ORDER BY case_id')).toEqual([{ case_id: 'a' }, { case_id: 'b' }])
    expect(after.reader.numbers('SELECT count(*) FROM answers')).toEqual([3])
    after.close()
  })
})
