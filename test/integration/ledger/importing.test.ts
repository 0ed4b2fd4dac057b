/** An earlier ledger is taken in from a real workbook: what becomes of each row, and what is in the ledger afterwards. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { IMPORTED_QUERY } from '../../../src/main/ledger/entries-like.ts'
import type { FateCounts, LedgerReading, RowFate } from '../../../src/shared/ledger/contract.ts'
import { EMPTY_LEDGER_FILTER, type LedgerFilter } from '../../../src/shared/ledger/ledger-filter.ts'
import type { LedgerColumn } from '../../../src/shared/ledger/ledger-columns.ts'
import { lockedWorkbook, madeWorkbook, type MadeCell, type MadeSheet } from '../../support/made-workbook.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

const NOW = new Date('2026-06-01T01:00:00Z')
const HEADS = ['序号', '收到日期', '送审单位', '案号', '案件名称', '当事人', '罚款金额（元）', '审核人', '备注']
let station: TestStation

beforeAll(async () => {
  station = await createTestStation({ now: () => NOW })
})
// each begins with a ledger of which nothing is imported
afterEach(async () => {
  const head = station.as('head')
  for (const { id, withdrawn } of await head.call('ledger.pastImports', {})) {
    if (withdrawn === null) await head.call('ledger.withdrawImport', { importId: id, reason: '测试结束' })
  }
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const row = (number: number, change: Partial<Record<string, MadeCell>> = {}): MadeCell[] => {
  const values: Record<string, MadeCell> = {
    序号: number, 收到日期: '2024.3.1', 送审单位: '执法一大队', 案号: `清环立〔2024〕${number}号`, 案件名称: `第${number}家工厂无证排污案`, 当事人: `第${number}家工厂`, '罚款金额（元）': 10_000 + number, 审核人: '顾盼', 备注: null,
    ...change,
  }
  return HEADS.map((head) => values[head] ?? null)
}

interface Opened {
  readonly reading: LedgerReading
  readonly remembered: boolean
  readonly heads: readonly string[]
}

async function opened(bytes: Uint8Array, { name = '旧台账.xlsx', sheet: wanted, mapping }: { name?: string; sheet?: number; mapping?: (LedgerColumn | null)[] } = {}): Promise<Opened> {
  const client = station.as('reviewer')
  const { id } = await client.stage(name, bytes)
  const book = await client.call('ledger.readWorkbook', { stagedId: id, name })
  const sheet = wanted ?? book.sheet ?? 0
  const headerRow = book.sheets[sheet]?.headerRow ?? 1
  const { columns, remembered } = await client.call('ledger.columns', { stagedId: id, sheet, headerRow })
  return { reading: { stagedId: id, sheet, headerRow, mapping: mapping ?? columns.map(({ guess }) => guess) }, remembered, heads: columns.map(({ head }) => head) }
}

const fatesOf = async (reading: LedgerReading): Promise<readonly RowFate[]> => (await station.as('reviewer').call('ledger.fates', { reading, fate: null, offset: 0, size: 200 })).rows

async function tried(rows: readonly (readonly MadeCell[])[], more: Partial<MadeSheet> = {}) {
  const { reading } = await opened(madeWorkbook([{ name: '2024', rows: [HEADS, ...rows], ...more }]))
  return { reading, dry: await station.as('reviewer').call('ledger.dryRun', reading), fates: await fatesOf(reading) }
}

const list = (change: Partial<LedgerFilter> = { origin: 'imported' }) => station.as('head').call('ledger.list', { filter: { ...EMPTY_LEDGER_FILTER, ...change }, descending: false, offset: 0, size: 200, language: 'zh-CN' })
const take = (reading: LedgerReading, expected: FateCounts) => station.as('reviewer').call('ledger.import', { reading, expected })

describe('a plain ledger', () => {
  it('is understood by its heads, tried without writing, and taken in as it stands', async () => {
    const { reading, dry } = await tried([row(1), row(2, { 收到日期: { serial: 45352 }, 备注: '补录' }), row(3, { '罚款金额（元）': '1.5万元' })])
    expect(reading.mapping).toEqual(['serial', 'received', 'unit', 'caseNumber', 'title', 'party', 'amount', 'reviewer', 'remark'])
    expect(dry).toMatchObject({ counts: { new: 3, same: 0, conflict: 0, refused: 0 }, empty: 0, noted: 1, leftOut: [], before: null })
    expect((await list()).count).toBe(0)

    expect((await take(reading, dry.counts)).imported).toBe(3)
    const { rows, count } = await list()
    expect(count).toBe(3)
    expect(rows.map(({ caseId, imported, cells }) => [caseId, imported?.file, imported?.sheetRow, cells.received, cells.caseNumber, cells.amount, cells.remark])).toEqual([
      [null, '旧台账.xlsx', 2, '2024-03-01', '清环立〔2024〕1号', 10_001, null],
      [null, '旧台账.xlsx', 3, '2024-03-01', '清环立〔2024〕2号', 10_002, '补录'],
      [null, '旧台账.xlsx', 4, '2024-03-01', '清环立〔2024〕3号', 15_000, null],
    ])
  })

  it('leaves one entry in the audit chain, with the file’s hash and the counts', async () => {
    const { reading, dry } = await tried([row(1), row(2), row(2), row(3, { 收到日期: '去年' })])
    const before = await station.as('head').call('audit.list', { before: null, size: 1 })
    await take(reading, dry.counts)
    const [entry, previous] = await station.as('head').call('audit.list', { before: null, size: 2 })
    expect(previous?.seq).toBe(before[0]?.seq)
    expect(entry?.act).toBe('ledger.import')
    const content = JSON.parse(String(entry?.content))
    expect(content).toMatchObject({ file: '旧台账.xlsx', sheet: '2024', counts: { new: 2, same: 1, conflict: 0, refused: 1 } })
    expect(content.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('that is tried again after it was taken in is the same, row by row, and nothing is taken twice', async () => {
    const first = await tried([row(1), row(2)])
    await take(first.reading, first.dry.counts)
    const again = await tried([row(1), row(2)])
    expect(again.dry.counts).toEqual({ new: 0, same: 2, conflict: 0, refused: 0 })
    expect(again.dry.before?.by).toBe('顾盼')
    await refusal(take(again.reading, again.dry.counts), 'ledger-nothing-new')
    expect((await list()).count).toBe(2)
  })

  it('has its mapping remembered by its heads, also as somebody changed it', async () => {
    const heads = HEADS.map((head) => (head === '备注' ? '备注栏' : head))
    const bytes = madeWorkbook([{ name: '甲', rows: [heads, row(1)] }])
    const { reading, remembered } = await opened(bytes)
    expect(remembered).toBe(false)
    const changed = { ...reading, mapping: reading.mapping.map((column) => (column === 'reviewer' ? 'handler' as const : column)) }
    await take(changed, { new: 1, same: 0, conflict: 0, refused: 0 })
    const next = await opened(madeWorkbook([{ name: '乙', rows: [['某局旧台账'], heads, row(2)] }]))
    expect(next.remembered).toBe(true)
    expect(next.reading.mapping).toContain('handler')
  })

  it('of thousands of rows lets others in between, who see nothing of it or all', async () => {
    const { reading, dry } = await tried(Array.from({ length: 3000 }, (_, at) => row(2000 + at)))
    const { reader, withoutAudit } = station.workstation.workbench
    const seen: number[] = []
    const ended = new AbortController()
    const taking = take(reading, dry.counts).finally(() => ended.abort())
    while (!ended.signal.aborted) {
      await station.as('head').call('ledger.pastImports', {})
      if (!ended.signal.aborted) seen.push(reader.get<{ n: number }>("SELECT count(*) AS n FROM ledger_entries WHERE import_id IS NOT NULL AND withdrawn = 0")?.n ?? -1)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect((await taking).imported).toBe(3000)
    expect(seen.length).toBeGreaterThan(6)
    expect([...new Set(seen)].filter((count) => count !== 0 && count !== 3000)).toEqual([])
    // what it was laid ready in is empty, and the log is folded in as ever
    const left = withoutAudit('test', (writer) => [writer.get('SELECT count(*) AS n FROM temp.staged_entries'), writer.get('PRAGMA wal_autocheckpoint')])
    expect(left).toEqual([{ n: 0 }, { wal_autocheckpoint: 1000 }])
  })

  it('is not taken in where the ledger changed after the dry run', async () => {
    const { reading, dry } = await tried([row(901)])
    await registerCase(station, { fileNumber: '清环立[2024]901号', title: '第901家工厂无证排污案', receivedOn: '2024-03-01' })
    await refusal(take(reading, dry.counts), 'ledger-changed-meanwhile')
    expect((await list()).count).toBe(0)
  })

  it('can be withdrawn as a whole by the head, and its rows can then be taken in again', async () => {
    const { reading, dry } = await tried([row(1), row(2)])
    const { importId } = await take(reading, dry.counts)
    await refusal(station.as('reviewer').call('ledger.withdrawImport', { importId, reason: '选错了文件' }), 'not-allowed')
    await station.as('head').call('ledger.withdrawImport', { importId, reason: '选错了文件' })
    expect((await list()).count).toBe(0)
    const [past] = await station.as('head').call('ledger.pastImports', {})
    expect(past).toMatchObject({ file: '旧台账.xlsx', withdrawn: { by: '韩正', reason: '选错了文件' } })
    await refusal(station.as('head').call('ledger.withdrawImport', { importId, reason: '再撤一次' }), 'ledger-import-withdrawn')
    expect((await tried([row(1), row(2)])).dry.counts.new).toBe(2)
  })
})

describe('rows that are not simply taken', () => {
  it('with the same number in the file: the same once, in conflict where they differ, and then neither is taken', async () => {
    const { fates } = await tried([row(1), row(1), row(2), row(2, { 当事人: '别的工厂' })])
    expect(fates.map(({ fate, other }) => [fate, other?.kind === 'row' ? other.row : null])).toEqual([['new', null], ['same', 2], ['conflict', 5], ['conflict', 4]])
    expect(fates[2]?.differs).toEqual(['party'])
  })

  it('with the number of a case of this station: the same, or in conflict with what differs', async () => {
    const party = { kind: 'entity' as const, name: '第902家工厂', codeKind: 'none' as const, code: '', address: '', legalRepresentative: '' }
    await registerCase(station, { fileNumber: '清环立[2024] 0902号', title: '第902家工厂无证排污案', receivedOn: '2024-03-01', submittingUnit: '执法一大队', effects: [], party })
    const { fates } = await tried([row(902, { 审核人: null }), row(2)])
    expect(fates.map(({ fate }) => fate)).toEqual(['same', 'new'])
    expect(fates[0]?.other).toMatchObject({ kind: 'entry', serial: '2024-0002', imported: false })
    const other = await tried([row(902, { 收到日期: '2024-03-05' })])
    expect(other.fates[0]).toMatchObject({ fate: 'conflict', differs: ['received'] })
  })

  it.each<[string, Partial<Record<string, MadeCell>>, string]>([
    ['no day', { 收到日期: null }, 'noReceivedDay'],
    ['a day that could be several', { 收到日期: '24.3.1' }, 'unreadableDay'],
    ['a day that there is not', { 收到日期: '2024年2月30日' }, 'unreadableDay'],
    ['a day to come', { 收到日期: '2026-06-02' }, 'dayToCome'],
    ['an amount that is none', { '罚款金额（元）': '约1万元' }, 'unreadableAmount'],
    ['neither name nor number', { 案号: null, 案件名称: '/' }, 'nothingToName'],
    ['a broken formula', { 当事人: { formula: 'VLOOKUP(A2,X:Y,2,0)', error: '#REF!' } }, 'errorValue'],
    ['a formula that nobody computed', { 案件名称: { formula: 'A1&B1' } }, 'formulaWithoutValue'],
    ['a text without end', { 备注: '长'.repeat(2001) }, 'tooLong'],
  ])('with %s are refused, and the others are not', async (_what, change, code) => {
    const { dry, fates } = await tried([row(1), row(2, change), row(3)])
    expect(dry.counts).toEqual({ new: 2, same: 0, conflict: 0, refused: 1 })
    expect(fates[1]).toMatchObject({ row: 3, fate: 'refused', refusal: { code } })
  })

  it('a sum at the end is refused as what it is, empty rows are counted', async () => {
    const { dry, fates } = await tried([row(1), [], [null, ' '], row(2), ['合计', null, null, null, null, null, 20_003]])
    expect(dry).toMatchObject({ empty: 0, counts: { new: 2, refused: 1 } })
    expect(fates.at(-1)?.refusal).toMatchObject({ code: 'summaryRow', text: '合计' })
  })
})

describe('what office programs put into a sheet', () => {
  it('formulas: the last value is taken and marked', async () => {
    const { fates } = await tried([row(1, { 案件名称: { formula: 'F2&"无证排污案"', value: '第1家工厂无证排污案' }, '罚款金额（元）': { formula: '1000*10', value: 10_000 } })])
    expect(fates[0]).toMatchObject({ fate: 'new', title: '第1家工厂无证排污案', notes: [{ code: 'formula', columns: ['title', 'amount'] }] })
  })

  it('merged cells: what spans rows holds for each of them, marked; a head in two rows is one', async () => {
    const rows: MadeCell[][] = [
      ['二〇二四年度法制审核台账'],
      ['序号', '收到日期', '送审单位', '案件名称', '决定', null],
      [null, null, null, null, '日期', '文号'],
      [1, '2024-03-01', '执法一大队', '甲案', '2024-05-01', '清环罚〔2024〕1号'],
      [2, '2024-03-02', null, '乙案', '2024-05-02', '清环罚〔2024〕2号'],
    ]
    const { reading, heads } = await opened(madeWorkbook([{ name: '台账', rows, merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'C4:C5'] }]))
    expect(heads).toEqual(['序号', '收到日期', '送审单位', '案件名称', '决定 日期', '决定 文号'])
    const dry = await station.as('reviewer').call('ledger.dryRun', reading)
    const fates = await fatesOf(reading)
    expect(fates.map(({ fate, notes }) => [fate, notes])).toEqual([['new', []], ['new', [{ code: 'merged', columns: ['unit'] }]]])
    await take(reading, dry.counts)
    expect((await list()).rows.map(({ cells }) => [cells.unit, cells.decision])).toEqual([['执法一大队', '2024-05-01 清环罚〔2024〕1号'], ['执法一大队', '2024-05-02 清环罚〔2024〕2号']])
  })

  it('serials without the format of a day, the calendar of 1904, hidden rows: read and said', async () => {
    const bytes = madeWorkbook([{ name: '台账', rows: [HEADS, row(1, { 收到日期: 43890 })], hiddenRows: [2] }], { since1904: true })
    const { reading } = await opened(bytes)
    await station.as('reviewer').call('ledger.dryRun', reading)
    const [fate] = await fatesOf(reading)
    expect(fate).toMatchObject({ received: '2024-03-01', notes: [{ code: 'serialDay' }, { code: 'hiddenRow' }] })
  })

  it('hidden sheets are named and not chosen by themselves', async () => {
    const client = station.as('reviewer')
    const bytes = madeWorkbook([{ name: '草稿', state: 'hidden', rows: [HEADS, row(1)] }, { name: '说明', rows: [['填表说明']] }, { name: '2024', rows: [HEADS, row(2)] }])
    const { id } = await client.stage('多表.xlsx', bytes)
    const book = await client.call('ledger.readWorkbook', { stagedId: id, name: '多表.xlsx' })
    expect(book.sheets.map(({ name, hidden, headerRow }) => [name, hidden, headerRow])).toEqual([['草稿', true, 1], ['说明', false, null], ['2024', false, 1]])
    expect(book.sheet).toBe(2)
  })

  it('columns that nobody recognises are mapped by hand; without a day or a name nothing is tried', async () => {
    const { reading } = await opened(madeWorkbook([{ name: 'x', rows: [['甲', '乙', '丙'], ['2024-03-01', '某案', '10']] }]))
    expect(reading.mapping).toEqual([null, null, null])
    await refusal(station.as('reviewer').call('ledger.dryRun', reading), 'ledger-columns-unclear')
    await refusal(station.as('reviewer').call('ledger.dryRun', { ...reading, mapping: ['received', 'title', 'title'] }), 'ledger-columns-unclear')
    expect((await station.as('reviewer').call('ledger.dryRun', { ...reading, mapping: ['received', 'title', 'amount'] })).counts.new).toBe(1)
  })

  it('signs of formulas and of markup in a text stay text', async () => {
    const { reading, dry } = await tried([row(1, { 当事人: '=cmd|calc', 案件名称: '<b>甲</b>&案' })])
    await take(reading, dry.counts)
    expect((await list()).rows[0]?.cells).toMatchObject({ party: '=cmd|calc', title: '<b>甲</b>&案' })
  })
})

describe('files that are no ledger', () => {
  const ofKind = async (name: string, bytes: Uint8Array, code: Parameters<typeof refusal>[1]): Promise<void> => {
    const client = station.as('reviewer')
    const { id } = await client.stage(name, bytes)
    await refusal(client.call('ledger.readWorkbook', { stagedId: id, name }), code)
  }
  const text = (words: string): Uint8Array => new TextEncoder().encode(words)

  it('are refused with what they are', async () => {
    await ofKind('台账.xlsx', lockedWorkbook(), 'ledger-workbook-locked')
    await ofKind('台账.xlsx', text('序号,收到日期\n1,2024-03-01'), 'ledger-workbook-broken')
    await ofKind('台账.csv', text('序号,收到日期\n1,2024-03-01'), 'ledger-not-workbook')
    await ofKind('台账.pdf', text('%PDF-1.7\n'), 'ledger-not-workbook')
    await ofKind('台账.xlsx', madeWorkbook([{ name: '台账', rows: [HEADS, row(1)] }]).slice(0, 700), 'ledger-workbook-broken')
    await ofKind('台账.xlsx', madeWorkbook([{ name: '空', rows: [] }]), 'ledger-workbook-empty')
  })

  it('200,000 rows are refused with the limit, while another sheet of the file can be taken', async () => {
    const many = Array.from({ length: 200_000 }, (_, at): MadeCell[] => [at, '2024-03-01', `第${at}案`])
    const bytes = madeWorkbook([{ name: '全部', rows: [HEADS, ...many] }, { name: '2024', rows: [HEADS, row(1)] }])
    const client = station.as('reviewer')
    const { id } = await client.stage('大.xlsx', bytes)
    const book = await client.call('ledger.readWorkbook', { stagedId: id, name: '大.xlsx' })
    expect(book.sheets.map(({ tooLong }) => tooLong)).toEqual([true, false])
    expect(book.sheet).toBe(1)
    expect(await refusal(client.call('ledger.columns', { stagedId: id, sheet: 0, headerRow: 1 }), 'ledger-sheet-too-long')).toEqual({ sheet: '全部', limit: 20_000 })
  }, 60_000)

  it('that another window opened are not there', async () => {
    const { reading } = await opened(madeWorkbook([{ name: '台账', rows: [HEADS, row(1)] }]))
    await refusal(station.connect('reviewer').call('ledger.dryRun', reading), 'ledger-file-forgotten')
  })
})

describe('rows of an import', () => {
  it('are found by their words, also where the process ended before these were written', async () => {
    const { reading, dry } = await tried(Array.from({ length: 1200 }, (_, at) => row(at + 1)))
    const found = async (text: string) => (await list({ origin: 'imported', text })).count
    await take(reading, dry.counts)
    expect(await found('第1200家')).toBe(1)
    const { workbench } = station.workstation
    const all = () => workbench.reader.get<{ n: number }>('SELECT count(*) AS n FROM ledger_search')?.n
    const whole = all()
    // as if it had ended in the midst of them
    workbench.withoutAudit('test', (writer) => writer.run('DELETE FROM ledger_search WHERE rowid > (SELECT max(id) - 700 FROM ledger_search_docsize)'))
    expect(all()).toBe((whole ?? 0) - 700)
    expect([await found('第1200家'), await found('第1家'), all()]).toEqual([1, 1, whole])
  })

  it('are looked up among what was imported before, each by its number: a second ledger is tried as fast as the first', () => {
    const plan = station.workstation.workbench.reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${IMPORTED_QUERY}`, '[]').map(({ detail }) => detail)
    expect(plan.filter((detail) => detail.startsWith('SCAN'))).toEqual([expect.stringContaining('SCAN j')])
    expect(plan).toContainEqual('SEARCH e USING INDEX ledger_entries_by_number (number_key=?)')
  })

  it('with one number two thousand times are all in conflict, and none is taken', async () => {
    const { dry } = await tried(Array.from({ length: 2000 }, (_, at) => row(1, { 当事人: `第${at}家工厂` })))
    expect(dry.counts).toEqual({ new: 0, same: 0, conflict: 2000, refused: 0 })
  })
})

describe('an import that breaks off', () => {
  it('leaves nothing of itself: not a row, not an entry, not a mapping', async () => {
    const { reading, dry } = await tried(Array.from({ length: 50 }, (_, at) => row(at + 1)))
    const { workbench } = station.workstation
    const kept = () => [
      ...['ledger_entries', 'ledger_imports', 'ledger_search', 'audit'].map((table) => workbench.reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n),
      workbench.reader.all('SELECT * FROM ledger_mappings'),
    ]
    // the station meets an obstacle at the thirtieth row
    workbench.withoutAudit('test', (writer) =>
      writer.run("CREATE TRIGGER obstacle BEFORE INSERT ON ledger_entries WHEN NEW.sheet_row = 31 BEGIN SELECT RAISE(ABORT, 'obstacle'); END"),
    )
    const before = kept()
    await refusal(take(reading, dry.counts), 'internal')
    workbench.withoutAudit('test', (writer) => writer.run('DROP TRIGGER obstacle'))
    expect(kept()).toEqual(before)
    expect((await take(reading, dry.counts)).imported).toBe(50)
  })
})
