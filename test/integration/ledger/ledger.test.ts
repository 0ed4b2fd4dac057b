/** The ledger as cases live: what its columns say, its workbook, remarks, and what a store from before has in it. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListExport } from '../../../src/shared/cases/contract.ts'
import { LEDGER_COLUMNS, LEDGER_COLUMN_LABELS } from '../../../src/shared/ledger/ledger-columns.ts'
import { EMPTY_LEDGER_FILTER, type LedgerFilter } from '../../../src/shared/ledger/ledger-filter.ts'
import { civilDayOf } from '../../../src/shared/deadlines/civil-time.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { ledger } from '../../../src/main/store/migrations/0190-ledger.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { issuedQuickly } from '../../support/followed-case.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { caseFields, NO, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let issued: CaseId
let waiting: CaseId

beforeAll(async () => {
  station = await createTestStation()
  issued = await issuedQuickly(station, new Map([['7.2', NO]]), { fileNumber: '清环立〔2026〕1号', title: '甲厂无证排污案' })
  waiting = await registerCase(station, { fileNumber: '', title: '=乙厂许可案', actionKinds: ['licence'], effects: [], receivedOn: '2025-12-30', submittingUnit: '+行政审批科' })
}, 120_000)
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const listed = async (filter: Partial<LedgerFilter> = {}, descending = false) =>
  (await station.as('head').call('ledger.list', { filter: { ...EMPTY_LEDGER_FILTER, ...filter }, descending, offset: 0, size: 200, language: 'zh-CN' })).rows
const titles = async (filter: Partial<LedgerFilter>) => (await listed(filter)).map(({ cells }) => cells.title)

describe('the columns', () => {
  it('say what the case, its review and what followed say, and change with them', async () => {
    const day = civilDayOf(station.workstation.workbench.instant())
    const [, row] = await listed()
    expect(row).toMatchObject({ caseId: issued, round: 1, imported: null, red: false })
    expect(row?.cells).toMatchObject({
      serial: '2026-0001', round: 1, unit: '清川县生态环境保护综合行政执法大队', caseNumber: '清环立〔2026〕1号', title: '甲厂无证排污案', kinds: '行政处罚', reviewer: '顾盼',
      assignment: '指定', opinionDate: day, amount: 200_000, adopted: null, decision: null, published: null, remedy: null, transfer: null, archived: null,
    })
    expect(row?.cells.defects).toMatch(/^(?:1\/0|0\/1|0\/0)$/)
    expect(row?.cells.opinionType).not.toBeNull()
    expect(row?.cells.trigger).not.toBeNull()
    expect(row?.cells.due).not.toBeNull()

    await station.as('handler').call('deadlines.recordDay', { caseId: issued, event: 'remedySought', on: day, at: null, note: '县政府', materialId: null })
    await station.as('supervisor').call('statistics.recordLaterDefect', { caseId: issued, defect: { source: 'court', foundOn: day, heading: 3, severity: 'C', description: '告知书未载明期限。' } })
    const [, later] = await listed()
    expect(later?.cells.remedy).toBe(`${day} 申请复议或者起诉（县政府）；${day} 诉讼中发现问题`)
  })

  it('are narrowed by day, kind, unit, standing, origin and words', async () => {
    expect(await titles({ actionKind: 'licence' })).toEqual(['=乙厂许可案'])
    expect(await titles({ unit: '+行政审批科' })).toEqual(['=乙厂许可案'])
    expect(await titles({ standing: 'open' })).toEqual(['=乙厂许可案'])
    expect(await titles({ standing: 'issued' })).toEqual(['甲厂无证排污案'])
    expect(await titles({ standing: 'archived' })).toEqual([])
    expect(await titles({ origin: 'imported' })).toEqual([])
    expect(await titles({ text: '无证排污' })).toEqual(['甲厂无证排污案'])
    expect(await titles({ reviewerId: station.ids.get('reviewer') ?? null })).toEqual(['甲厂无证排污案'])
    expect(await titles({ reviewerId: station.ids.get('reviewer2') ?? null })).toEqual([])
    expect((await station.as('handler').call('ledger.overview', {})).years).toEqual([{ year: 2026, live: 1, imported: 0 }, { year: 2025, live: 1, imported: 0 }])
  })

  it('keep the serial when the day of receipt is corrected into another year', async () => {
    const { version, fields } = await station.as('handler').call('cases.get', { caseId: waiting })
    await station.as('handler').call('cases.update', { caseId: waiting, expectedVersion: version, fields: { ...fields, receivedOn: '2026-01-02' } })
    const [row] = await listed()
    expect([row?.cells.serial, row?.cells.received]).toEqual(['2025-0001', '2026-01-02'])
    await registerCase(station, { title: '丙案', receivedOn: '2025-12-31', fileNumber: '清环立〔2025〕9号' })
    expect((await listed())[0]?.cells).toMatchObject({ serial: '2025-0002', title: '丙案' })
  })
})

describe('what became of the decision', () => {
  const cells = async () => (await listed()).find(({ caseId }) => caseId === issued)?.cells
  const write = (sql: string, ...values: string[]) => station.workstation.workbench.withoutAudit('test', (writer) => writer.run(sql, ...values))

  it('is told of the last round alone: when it was published, why not, what changed it, and when it was taken down', async () => {
    const by = station.ids.get('head') ?? ''
    const before = (await cells())?.remedy
    write("INSERT INTO clock_days (id, case_id, event, on_day, at, note, recorded_by, recorded_at) VALUES ('ledger-day', ?, 'published', '2026-06-03', NULL, '', ?, '')", issued, by)
    expect(await cells()).toMatchObject({ published: '2026-06-03', remedy: before })
    for (const [id, day] of [['later', '2026-06-09'], ['first', '2026-06-05']] as const) {
      write("INSERT INTO publications (id, case_id, place, place_name, address, published_on, what, note, proofs, recorded_by, recorded_at) VALUES (?, ?, 'own-site', '', 'x', ?, 'summary', '', '[{}]', ?, '')", id, issued, day, by)
    }
    expect((await cells())?.published).toBe('2026-06-05')
    for (const [id, outcome, day, down] of [['one', 'changed', '2026-07-01', '2026-07-02'], ['two', 'annulled', '2026-08-01', '2026-08-03'], ['three', 'remade', '2026-09-01', '']] as const) {
      write("INSERT INTO decision_changes (id, case_id, outcome, organ, number, changed_on, note, recorded_by, recorded_at) VALUES (?, ?, ?, '县政府', ?, ?, '', ?, '')", id, issued, outcome, `〔${id}〕`, day, by)
      if (down !== '') write("INSERT INTO publication_withdrawals (change_id, case_id, withdrawn_on, explanation, explained_at, proofs, recorded_by, recorded_at) VALUES (?, ?, ?, 'x', 'x', '[{}]', ?, '')", id, issued, down, by)
    }
    const after = await cells()
    expect(after?.published).toBe('2026-06-05；2026-08-03 撤回')
    expect(String(after?.remedy).split('；').filter((text) => !String(before).includes(text))).toEqual([
      '2026-07-01 决定被变更（县政府 〔one〕）', '2026-08-01 决定被撤销（县政府 〔two〕）', '2026-09-01 责令重新作出决定（县政府 〔three〕）',
    ])
  })
})

describe('a remark', () => {
  it('is written with an entry in the case’s history, and never over what somebody else wrote', async () => {
    const entry = (await listed()).find(({ caseId }) => caseId === issued)
    const entryId = entry?.id ?? 0
    expect(await station.as('reviewer').call('ledger.keepRemark', { entryId, expectedSeq: 0, remark: '听证后改为减轻' })).toEqual({ seq: 1 })
    await refusal(station.as('head').call('ledger.keepRemark', { entryId, expectedSeq: 0, remark: '别的' }), 'conflict')
    await refusal(station.as('handler').call('ledger.keepRemark', { entryId, expectedSeq: 1, remark: '别的' }), 'not-allowed')
    expect((await listed()).find(({ id }) => id === entryId)).toMatchObject({ remarkSeq: 1, cells: { remark: '听证后改为减轻' } })
    const last = (await station.as('head').call('cases.history', { caseId: issued })).at(-1)
    expect([last?.act, JSON.parse(last?.content ?? '{}')]).toMatchObject(['ledger.remark', { before: '', after: '听证后改为减轻' }])
  })
})

async function workbook(filter: Partial<LedgerFilter> = {}): Promise<Buffer> {
  const client = station.as('head')
  const { exportId } = await client.call('ledger.beginExport', { filter: { ...EMPTY_LEDGER_FILTER, ...filter }, descending: false, language: 'zh-CN' })
  let state: ListExport | null
  do {
    state = await client.call('cases.exportState', { exportId })
    await new Promise((settle) => setTimeout(settle, 5))
  } while (state?.state === 'running')
  return client.read(state?.file?.reference ?? '')
}

describe('the workbook', () => {
  it('has every column and no formula, and is written down', async () => {
    const xml = new TextDecoder().decode(unzipSync(await workbook())['xl/worksheets/sheet1.xml'])
    const texts = [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text)
    expect(texts.slice(0, LEDGER_COLUMNS.length)).toEqual(LEDGER_COLUMNS.map((column) => LEDGER_COLUMN_LABELS[column]['zh-CN']))
    expect(xml.match(/<row /g)).toHaveLength(4)
    expect(xml).not.toMatch(/<f[ >]/)
    expect(xml).toContain('t="inlineStr" s="4"><is><t>=乙厂许可案</t>')
    const [entry] = await station.as('head').call('audit.list', { before: null, size: 1 })
    expect([entry?.act, JSON.parse(entry?.content ?? '{}').count]).toEqual(['ledger.export', 3])
  })

  it('that this station wrote is known row by row when it is tried as an earlier ledger', async () => {
    const client = station.as('reviewer')
    const { id } = await client.stage('台账.xlsx', new Uint8Array(await workbook()))
    const book = await client.call('ledger.readWorkbook', { stagedId: id, name: '台账.xlsx' })
    const { columns } = await client.call('ledger.columns', { stagedId: id, sheet: 0, headerRow: book.sheets[0]?.headerRow ?? 0 })
    expect(columns.map(({ guess }) => guess)).toEqual([...LEDGER_COLUMNS])
    const reading = { stagedId: id, sheet: 0, headerRow: 1, mapping: columns.map(({ guess }) => guess) }
    expect((await client.call('ledger.dryRun', reading)).counts).toEqual({ new: 0, same: 3, conflict: 0, refused: 0 })
  })
})

describe('a store', () => {
  it('from before has its rounds in the ledger, numbered by year, and guards what is there', () => {
    const [folder, dataKey] = [temporaryFolder('ledger'), new Uint8Array(randomBytes(32))]
    const before = MIGRATIONS.filter(({ version }) => version < ledger.version)
    const old = openStore(folder, dataKey, before)
    old.transaction('test', (writer) => {
      writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES ('p', 'p', '田禾', '{}', 1, 1, '', '')")
      for (const [id, day] of [['b', '2025-02-01'], ['a', '2025-01-02'], ['c', '2026-03-04']] as const) {
        writer.run(
          `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount, fields, version, created_by, created_at, updated_at)
           VALUES (?, '旧案', '', '', '', '[]', 'issued', 1, ?, '9999-12-31', 0, -1, ?, 1, '', '', '')`,
          id,
          day,
          JSON.stringify(caseFields()),
        )
        writer.run('INSERT INTO rounds (case_id, round, submitted_on) VALUES (?, 1, ?)', id, day)
      }
    })
    old.close()
    const database = openStore(folder, dataKey, [...before, ledger])
    const entries = () => database.reader.all('SELECT case_id, serial_year, serial, received_on FROM ledger_entries ORDER BY serial_year, serial')
    expect(entries()).toEqual([
      { case_id: 'a', serial_year: 2025, serial: 1, received_on: '2025-01-02' },
      { case_id: 'b', serial_year: 2025, serial: 2, received_on: '2025-02-01' },
      { case_id: 'c', serial_year: 2026, serial: 1, received_on: '2026-03-04' },
    ])
    const write = (sql: string) => database.transaction('test', (writer) => writer.run(sql))
    write("INSERT INTO rounds (case_id, round, submitted_on) VALUES ('a', 2, '2026-05-01')")
    expect(entries().at(-1)).toEqual({ case_id: 'a', serial_year: 2026, serial: 2, received_on: '2026-05-01' })
    expect(() => write('DELETE FROM ledger_entries')).toThrow(/never deleted/)
    expect(() => write('UPDATE ledger_entries SET serial = 7')).toThrow(/keeps its serial/)
    expect(() => write('UPDATE ledger_entries SET withdrawn = 1')).toThrow(/only withdrawn/)
    database.close()
  })

  it.each(['staging', 'taking in'])('whose process was killed in the midst of an import (%s) has nothing of it', async (where) => {
    const own = await createTestStation()
    own.close()
    const script = resolve(import.meta.dirname, '../../support/killed-import.ts')
    const child = spawn(process.execPath, [script, own.folder, Buffer.from(own.dataKey).toString('hex'), where], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = new Promise((settle) => child.once('exit', settle))
    await new Promise<void>((settle, fail) => {
      child.stdout.once('data', () => settle())
      child.once('exit', (code) => fail(new Error(`the import ended with ${code}`)))
    })
    child.kill('SIGKILL')
    await gone
    const database = openStore(own.folder, own.dataKey)
    for (const table of ['ledger_entries', 'ledger_imports', 'ledger_mappings', 'ledger_search', 'imported_marks']) {
      expect([table, database.reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n]).toEqual([table, 0])
    }
    expect(database.reader.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    database.close()
  }, 60_000)
})
