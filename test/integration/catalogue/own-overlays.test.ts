/** The agency's own overlays: checked before they are saved, kept version by version, and never felt by a case under review. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OverlayCheck } from '../../../src/shared/catalogue/station-overlay.ts'
import { compareOverlays } from '../../../src/shared/catalogue/station-overlay.ts'
import { overlaySchema } from '../../../src/shared/catalogue/overlay.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { accept, assign, registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../../support/test-station.ts'

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const SOURCE = '清川县生态环境局法制审核工作规则'

const QUESTION = {
  id: '5.901',
  heading: 'law',
  text: both('是否附裁量说明书？', 'Is a statement on discretion attached?'),
  lookIn: both('裁量说明书', 'Statement on discretion'),
  typicalDefect: both('没有说明书', 'No statement'),
  severity: 'C',
  actionKinds: ['penalty'],
  onlyWhen: [],
  mayNotApply: false,
  finding: both('未附裁量说明书。', 'No statement on discretion is attached.'),
  suggestion: both('补附裁量说明书。', 'Attach the statement.'),
  basis: [],
  noBasisBecause: both('本机关规定', 'Rule of this agency'),
  validFrom: '2020-01-01',
  validTo: null,
  source: SOURCE,
  verified: true,
}
const ADD = { operation: 'add', subject: 'questions', row: QUESTION }

function overlay(change: object = {}): string {
  return JSON.stringify({
    id: 'own',
    title: both('本机关补充目录', 'The agency’s overlay'),
    level: 'agency',
    region: null,
    source: SOURCE,
    version: '1.0.0',
    validFrom: '2026-01-01',
    validTo: null,
    operations: [ADD],
    ...change,
  })
}

let station: TestStation
const check = (text: string): Promise<OverlayCheck> => station.as('admin').call('catalogue.checkOverlay', { text })
const asked = async (): Promise<string[]> => (await station.as('head').call('catalogue.get', {})).questions.map(({ id }) => id)

afterAll(removeTemporaryFolders)

describe('an overlay of the agency’s own', () => {
  let reviewed: string
  let waiting: string

  beforeAll(async () => {
    station = await createTestStation()
    reviewed = await registerCase(station)
    await accept(station, reviewed)
    await assign(station, reviewed)
    await station.as('reviewer').call('checklist.begin', { caseId: reviewed })
    waiting = await registerCase(station, { title: '清川县碧波印染有限公司另一案' })
  })
  afterAll(() => station.close())

  it('tells before it is saved which open cases it touches, and changes nothing by that', async () => {
    const before = footprint(station.workstation.workbench.reader)
    const { effect, problems } = await check(overlay())
    expect(problems).toEqual([])
    expect(effect).toMatchObject({ touched: 1, untouched: 0, kept: 1 })
    expect(effect?.cases).toMatchObject([{ caseId: waiting, gains: ['5.901'], loses: [], stricter: [] }])
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })

  it('is in force when it is saved, and leaves a case under review as it was accepted', async () => {
    const review = async () => station.as('reviewer').call('checklist.get', { caseId: reviewed, round: null })
    const before = await review()
    await station.as('head').call('catalogue.saveOverlay', { text: overlay(), expectedSeq: 0, note: '局务会通过' })
    expect(await asked()).toContain('5.901')
    const after = await review()
    expect(after.catalogueVersion).toEqual(before.catalogueVersion)
    expect(after.headings).toEqual(before.headings)
    await accept(station, waiting)
    await assign(station, waiting)
    await station.as('reviewer').call('checklist.begin', { caseId: waiting })
    const next = await station.as('reviewer').call('checklist.get', { caseId: waiting, round: null })
    expect(next.catalogueVersion.overlays).toEqual([{ id: 'own', version: '1.0.0' }])
    expect(next.headings.flatMap(({ questions }) => questions.map(({ questionId }) => questionId))).toContain('5.901')
  })

  it('shows a row from the base to what the overlay made of it', async () => {
    const { steps } = await station.as('handler').call('catalogue.rowHistory', { subject: 'questions', id: '5.901' })
    expect(steps).toMatchObject([{ overlay: 'own', version: '1.0.0', operation: 'add', source: SOURCE }])
    const base = await station.as('handler').call('catalogue.rowHistory', { subject: 'questions', id: '1.1' })
    expect(base.steps).toMatchObject([{ overlay: null, operation: null }])
    await refusal(station.as('handler').call('catalogue.rowHistory', { subject: 'questions', id: '8.999' }), 'not-found')
  })

  it('is changed by a higher version, which can be compared with the one before', async () => {
    const admin = station.as('admin')
    expect((await check(overlay({ source: '改过的' }))).problems).toMatchObject([{ field: 'version' }])
    await refusal(admin.call('catalogue.saveOverlay', { text: overlay({ version: '1.0.1' }), expectedSeq: 0, note: '改' }), 'conflict')
    const stricter = { ...ADD, row: { ...QUESTION, severity: 'F' } }
    await admin.call('catalogue.saveOverlay', { text: overlay({ version: '1.1.0', operations: [stricter] }), expectedSeq: 1, note: '改为致命' })
    const versions = await admin.call('catalogue.overlayVersions', { overlayId: 'own' })
    expect(versions.map(({ seq, state, note }) => [seq, state, note])).toEqual([
      [2, 'active', '改为致命'],
      [1, 'active', '局务会通过'],
    ])
    const [second, first] = versions
    if (first === undefined || second === undefined) throw new Error('two were saved')
    expect(compareOverlays(first.overlay, second.overlay)).toEqual([
      { operation: null, field: 'version', before: '1.0.0', after: '1.1.0' },
      { operation: 'add questions 5.901', field: 'severity', before: 'C', after: 'F' },
    ])
  })

  it('is withdrawn by a version of its own; nothing is deleted, and each step is an act', async () => {
    const admin = station.as('admin')
    await admin.call('catalogue.withdrawOverlay', { overlayId: 'own', expectedSeq: 2, reason: '文件已废止' })
    expect(await asked()).not.toContain('5.901')
    expect(await admin.call('catalogue.overlayVersions', { overlayId: 'own' })).toHaveLength(3)
    expect((await admin.call('catalogue.overlays', {})).map(({ standing }) => standing)).toEqual(['withdrawn'])
    await refusal(admin.call('catalogue.withdrawOverlay', { overlayId: 'own', expectedSeq: 3, reason: '再来一次' }), 'not-found')
    const acts = station.workstation.workbench.reader.all<{ act: string }>("SELECT act FROM audit WHERE subject = 'overlay/own' ORDER BY seq")
    expect(acts.map(({ act }) => act)).toEqual(['overlay.save', 'overlay.save', 'overlay.withdraw'])
    expect(() => station.workstation.workbench.withoutAudit('test', (writer) => writer.run('DELETE FROM overlays'))).toThrow('never changes')
    expect((await admin.call('audit.verify', {})).broken).toBeNull()
  })
})

describe('on its own days', () => {
  it('begins and ends by itself, and is there again after the station was closed', async () => {
    let day = '2026-05-01T04:00:00Z'
    const now = (): Date => new Date(day)
    station = await createTestStation({ now })
    await station.as('admin').call('catalogue.saveOverlay', {
      text: overlay({ validFrom: '2026-06-01', validTo: '2026-06-30' }),
      expectedSeq: 0,
      note: '六月试行',
    })
    const standing = async () => (await station.as('admin').call('catalogue.overlays', {}))[0]?.standing
    expect([await asked().then((ids) => ids.includes('5.901')), await standing()]).toEqual([false, 'waiting'])
    day = '2026-06-15T04:00:00Z'
    expect([await asked().then((ids) => ids.includes('5.901')), await standing()]).toEqual([true, 'inForce'])
    const known = station
    station.close()
    station = await reopenTestStation(known, { now })
    expect(await asked()).toContain('5.901')
    day = '2026-07-02T04:00:00Z'
    expect([await asked().then((ids) => ids.includes('5.901')), await standing()]).toEqual([false, 'ended'])
    station.close()
  })
})

describe('what cannot be saved is told at its field, and nothing is written', () => {
  beforeAll(async () => {
    station = await createTestStation()
  })
  afterAll(() => station.close())

  const hide = (id: string, more: object = {}) => ({ operation: 'hide', subject: 'questions', id, reason: '不适用', source: SOURCE, ...more })
  it.each<[string, string, object]>([
    ['a question that does not exist', overlay({ operations: [hide('8.999')] }), { operation: 0, row: '8.999', field: 'id' }],
    ['a fatal question hidden', overlay({ operations: [hide('1.1')] }), { operation: 0, row: '1.1', field: 'operation' }],
    ['a question hidden without a source', overlay({ operations: [ADD, hide('7.11', { source: '' })] }), { operation: 1, row: '7.11', field: 'source' }],
    ['dates crossed', overlay({ validFrom: '2026-05-02', validTo: '2026-05-01' }), { operation: null, field: 'validTo' }],
    ['dates of a row crossed', overlay({ operations: [{ ...ADD, row: { ...QUESTION, validTo: '2019-01-01' } }] }), { row: '5.901', field: 'validTo' }],
    ['five megabytes', overlay({ source: '长'.repeat(5_000_000) }), { operation: null, field: '' }],
    ['no JSON', '{"id":', { operation: null, field: '' }],
    ['a question that is there already', overlay({ operations: [{ ...ADD, row: { ...QUESTION, id: '5.1' } }] }), { row: '5.1', field: 'id' }],
  ])('%s', async (_what, text, problem) => {
    const before = footprint(station.workstation.workbench.reader)
    const { problems, effect } = await check(text)
    expect(effect).toBeNull()
    expect(problems[0]).toMatchObject(problem)
    expect(problems[0]?.problem).toMatch(/[\u4e00-\u9fff].*\([a-z]/i)
    await refusal(station.as('admin').call('catalogue.saveOverlay', { text, expectedSeq: 0, note: '试' }), 'overlay-refused')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })
})

it('an overlay that a newer catalogue no longer fits is left out and said so; the station opens', async () => {
  station = await createTestStation()
  const unfit = overlaySchema.parse(JSON.parse(overlay({ operations: [{ operation: 'hide', subject: 'questions', id: '8.999', reason: '不适用', source: SOURCE }] })))
  station.workstation.workbench.withoutAudit('test', (writer) =>
    writer.run(
      "INSERT INTO overlays (overlay_id, seq, state, content, note, saved_by, saved_at) VALUES ('own', 1, 'active', ?, '', 'system', '')",
      JSON.stringify(unfit),
    ),
  )
  station.close()
  const again = await reopenTestStation(station)
  const [only] = await again.as('handler').call('catalogue.overlays', {})
  expect(only).toMatchObject({ standing: 'leftOut', problem: expect.stringContaining('8.999') })
  again.close()
})

it('a store of before overlays and backups keeps what is in it, and takes them', () => {
  const [folder, key] = [temporaryFolder('care-migration'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < 90))
  before.transaction('test', (writer) =>
    writer.run("INSERT INTO audit (seq, at, actor, act, subject, content, previous_hash, hash) VALUES (1, '', '', '', '', '原有内容', '', '')"),
  )
  before.close()
  const after = openStore(folder, key)
  expect(after.reader.all('SELECT content FROM audit')).toEqual([{ content: '原有内容' }])
  after.transaction('test', (writer) => writer.run('INSERT INTO backup_settings (only_one, folder, remind_after) VALUES (1, ?, 7)', '/somewhere'))
  expect(after.reader.all('SELECT remind_after FROM backup_settings')).toEqual([{ remind_after: 7 }])
  after.close()
})
