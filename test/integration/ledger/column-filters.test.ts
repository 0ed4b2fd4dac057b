/** The ledger and the list of cases narrowed by the columns of the ledger: what is left is what the columns themselves say. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listQuery, orderQuery } from '../../../src/main/cases/case-list.ts'
import { stepQuery } from '../../../src/main/ledger/ledger-order.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { ledgerMarks } from '../../../src/main/store/migrations/0250-ledger-marks.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { CASE_SORTS } from '../../../src/shared/cases/case.ts'
import { EMPTY_CASE_FILTER, NEWEST_FIRST } from '../../../src/shared/cases/case-filter.ts'
import { caseListInputSchema } from '../../../src/shared/cases/contract.ts'
import { TRANSFER_STATE_LABELS } from '../../../src/shared/cases/state-machine-transfer.ts'
import {
  ADOPTION_LABELS,
  ADOPTIONS,
  ASSIGNMENTS,
  DEFECTS,
  EMPTY_COLUMN_FILTER,
  PUBLISHINGS,
  REMEDIES,
  TRANSFERS,
  type ColumnFilter,
  type RemedyMark,
} from '../../../src/shared/ledger/column-filter.ts'
import type { LedgerRow } from '../../../src/shared/ledger/ledger-columns.ts'
import { EMPTY_LEDGER_FILTER, type LedgerFilter } from '../../../src/shared/ledger/ledger-filter.ts'
import { historyCase, writeLedgerHistory } from '../../support/ledger-history.ts'
import { madeWorkbook } from '../../support/made-workbook.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let rows: readonly LedgerRow[]

const OLD = [
  ['序号', '收到日期', '送审单位', '案号', '案件名称', '当事人', '金额（元）', '承办人', '审核期限', '分案方式', '延期', '出具意见日期', '是否采纳', '决定日期及文号', '是否公开', '复议诉讼情况', '归档', '备注'],
  ['2015-7', '2015-03-01', '执法一大队', '旧立1号', '旧案一', '甲厂', 3000, '田禾', '2015-03-20', '随机抽取', '延长5日', '2015-03-15', '部分采纳', '2015-04-01 旧罚〔2015〕3号', '2015-05-01', '2015-06-01 申请复议；2015-07-01 决定被撤销', '2015-12-31', '原件在档案室'],
  ['2015-8', '2015-03-02', '执法一大队', '旧立2号', '旧案二', '乙厂', 90_000, '石磊', '2015-03-30', '指定', '无', '2015-03-16', '未采纳', '', '不予公开（商业秘密）', '', '已归档', ''],
]

beforeAll(async () => {
  station = await createTestStation()
  const person = station.ids.get('head') ?? ''
  station.workstation.workbench.withoutAudit('test', (writer) => {
    // the second person who settles what another one proposed
    writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) SELECT 'second', 'second', '二', fields, 0, 1, '', '' FROM people WHERE id = ?", person)
    writeLedgerHistory(writer, person)
  })
  rows = await listed({})
}, 240_000)
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

async function listed(filter: Partial<LedgerFilter>): Promise<LedgerRow[]> {
  const all: LedgerRow[] = []
  for (;;) {
    const page = await station.as('head').call('ledger.list', { filter: { ...EMPTY_LEDGER_FILTER, ...filter }, descending: false, offset: all.length, size: 200, language: 'zh-CN' })
    all.push(...page.rows)
    if (page.rows.length === 0 || all.length >= page.count) return all
  }
}

async function casesLeft(filter: Partial<ColumnFilter>): Promise<{ ids: string[]; total: number; whole: string[] }> {
  const head = station.as('head')
  const narrowed = { ...EMPTY_CASE_FILTER, ...filter }
  const ids: string[] = []
  let after: { value: string | number | null; id: never } | null = null
  for (;;) {
    const page = await head.call('cases.list', { filter: narrowed, sort: NEWEST_FIRST, after, offset: null, size: 200 })
    ids.push(...page.rows.map(({ id }) => id))
    if (page.next === null) break
    after = page.next as never
  }
  const { count } = await head.call('cases.total', { filter: narrowed, sort: NEWEST_FIRST })
  const whole = await head.call('cases.ids', { selection: { filter: narrowed, sort: NEWEST_FIRST, only: null, except: [] }, most: 1000 })
  return { ids, total: count, whole: [...whole.ids] }
}

/** A word is found where it stands in one run of letters and digits, in any width and case. */
function holds(text: unknown, typed: string): boolean {
  const runs = (of: string) => [...of.normalize('NFKC').toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([run]) => run)
  return runs(typed).every((word) => runs(String(text ?? '')).some((run) => run.includes(word)))
}

const WORDS: Record<RemedyMark, RegExp> = {
  any: /./,
  sought: /申请复议或者起诉/,
  reconsidered: /收到复议决定/,
  overturned: /决定被|责令重新/,
  changed: /决定被变更(?!、)/,
  annulled: /决定被撤销/,
  unlawful: /决定被确认违法/,
  void: /决定被确认无效/,
  remade: /责令重新/,
  defectInReconsideration: /复议中发现问题/,
  defectInCourt: /诉讼中发现问题/,
}

function publishedSays(row: LedgerRow, wanted: ColumnFilter['published']): boolean {
  const text = row.cells.published === null ? null : String(row.cells.published)
  if (wanted === 'published') return text?.split('；').some((part) => /^\d{4}-\d{2}-\d{2}$/.test(part)) ?? false
  if (wanted === 'withheld') return text?.includes('不予公开') ?? false
  if (wanted === 'withdrawn') return text?.includes('撤回') ?? false
  const ofCase = rows.filter(({ caseId }) => caseId === row.caseId)
  return text === null && ofCase.every(({ round }) => round <= row.round) && ofCase.some(({ cells }) => cells.decision !== null)
}

const within = (day: unknown, from: string | null, to: string | null): boolean => day !== null && (from === null || String(day) >= from) && (to === null || String(day) <= to)
const MODES = { drawn: '随机抽取', chosen: '指定', kept: '沿用原审核人' }

/** What each condition asks of a line, read from its cells as a person would. */
const SAYS: { readonly [Name in keyof ColumnFilter]: (row: LedgerRow, filter: ColumnFilter) => boolean } = {
  serial: ({ cells }, { serial }) => cells.serial === serial,
  assignment: ({ cells }, { assignment }) => assignment !== null && cells.assignment === MODES[assignment],
  extended: ({ cells }) => cells.extension !== null,
  defects: ({ cells }, { defects }) => {
    if (cells.defects === null) return false
    const [fatal, correctable] = String(cells.defects).split('/').map(Number)
    return defects === 'fatal' ? fatal !== 0 : defects === 'correctable' ? correctable !== 0 : cells.defects === '0/0'
  },
  adopted: ({ cells }, { adopted }) =>
    adopted === 'awaited' ? cells.opinionDate !== null && cells.adopted === null : adopted !== null && cells.adopted === ADOPTION_LABELS[adopted]['zh-CN'],
  decidedFrom: ({ cells }, { decidedFrom, decidedTo }) => cells.decision !== null && within(String(cells.decision).slice(0, 10), decidedFrom, decidedTo),
  decidedTo: ({ cells }, { decidedFrom, decidedTo }) => cells.decision !== null && within(String(cells.decision).slice(0, 10), decidedFrom, decidedTo),
  decisionNumber: ({ cells }, { decisionNumber }) => cells.decision !== null && holds(String(cells.decision).slice(11), decisionNumber),
  published: (row, { published }) => publishedSays(row, published),
  remedy: ({ cells }, { remedy }) => remedy !== null && cells.remedy !== null && WORDS[remedy].test(String(cells.remedy)),
  transfer: ({ cells }, { transfer }) => cells.transfer !== null && transfer !== null && (transfer === 'any' || cells.transfer === TRANSFER_STATE_LABELS[transfer]['zh-CN']),
  archivedFrom: ({ cells }, { archivedFrom, archivedTo }) => within(cells.archived, archivedFrom, archivedTo),
  archivedTo: ({ cells }, { archivedFrom, archivedTo }) => within(cells.archived, archivedFrom, archivedTo),
  remark: ({ cells }, { remark }) => holds(cells.remark, remark),
}

const NAMES = Object.keys(EMPTY_COLUMN_FILTER) as (keyof ColumnFilter)[]
const setIn = (filter: ColumnFilter): (keyof ColumnFilter)[] => NAMES.filter((name) => filter[name] !== EMPTY_COLUMN_FILTER[name])

const seldom = <Value>(nothing: Value, ...values: readonly Value[]) => fc.oneof({ weight: 6, arbitrary: fc.constant(nothing) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const DAYS = [null, '2026-03-10', '2026-06-15', '2026-10-01'] as const
const filters = fc.record({
  serial: seldom('', '2026-0003', '2026-0100', '2026-9999', '没有'),
  assignment: seldom(null, ...ASSIGNMENTS),
  extended: seldom(false, true),
  defects: seldom(null, ...DEFECTS),
  adopted: seldom(null, ...ADOPTIONS),
  decidedFrom: seldom(...DAYS),
  decidedTo: seldom(...DAYS),
  decisionNumber: seldom('', '环罚', '号', '2026', '清环罚〔2026〕12号', 'qh-1', '没有的号'),
  published: seldom(null, ...PUBLISHINGS),
  remedy: seldom(null, ...REMEDIES),
  transfer: seldom(null, ...TRANSFERS),
  archivedFrom: seldom(...DAYS),
  archivedTo: seldom(...DAYS),
  remark: seldom('', '听证', '口头催办', '延', 'ab公司', '没有的话'),
}) as unknown as fc.Arbitrary<ColumnFilter>

const SCAN = /^SCAN (?!.*(USING|VIRTUAL TABLE INDEX))/

/** Every value of every condition by itself. */
const EACH: readonly Partial<ColumnFilter>[] = [
  ...ASSIGNMENTS.map((assignment) => ({ assignment })),
  { extended: true },
  ...DEFECTS.map((defects) => ({ defects })),
  ...ADOPTIONS.map((adopted) => ({ adopted })),
  ...PUBLISHINGS.map((published) => ({ published })),
  ...REMEDIES.map((remedy) => ({ remedy })),
  ...TRANSFERS.map((transfer) => ({ transfer })),
  { decidedFrom: '2026-06-01' as never },
  { decidedFrom: '2026-03-01' as never, decidedTo: '2026-05-31' as never },
  { decisionNumber: '环罚' },
  { archivedTo: '2026-06-30' as never },
  { remark: '催办' },
  { serial: '2026-0007' },
]

async function compare(filter: ColumnFilter): Promise<number> {
  const asked = setIn(filter)
  const left = (await listed(filter)).map(({ id }) => id)
  expect([filter, left]).toEqual([filter, rows.filter((row) => asked.every((name) => SAYS[name](row, filter))).map(({ id }) => id)])
  // of a case each condition may stand on another of its lines; both ends of a span are one condition
  const wanted = new Set([...new Set(rows.map(({ caseId }) => caseId))].filter((caseId) => asked.every((name) => rows.some((row) => row.caseId === caseId && SAYS[name](row, filter)))))
  const { ids, total, whole } = await casesLeft(filter)
  expect([filter, ids.toSorted()]).toEqual([filter, [...wanted].toSorted()])
  expect([filter, total, whole]).toEqual([filter, wanted.size, ids])
  return left.length
}

describe('what is left', () => {
  it('is what the cells say, for each condition by itself', async () => {
    const empty: Partial<ColumnFilter>[] = []
    for (const filter of EACH) if ((await compare({ ...EMPTY_COLUMN_FILTER, ...filter })) === 0) empty.push(filter)
    // states of a transfer that no case of these is in
    expect(empty.filter(({ transfer }) => transfer === undefined)).toEqual([])
  }, 240_000)

  it('is what the cells say, for any of them together', async () => {
    await fc.assert(fc.asyncProperty(filters, async (filter) => void (await compare(filter))), { numRuns: 120, seed: 20261122 })
  }, 240_000)

  it('of the ledger also by round, amount, review limit and day of the opinion', async () => {
    const day = (text: string) => text as never
    expect((await listed({ round: 2 })).map(({ id }) => id)).toEqual(rows.filter(({ round }) => round === 2).map(({ id }) => id))
    expect((await listed({ amountFrom: 400, amountTo: 6000 })).map(({ id }) => id)).toEqual(rows.filter(({ cells }) => cells.amount !== null && Number(cells.amount) >= 400 && Number(cells.amount) <= 6000).map(({ id }) => id))
    expect((await listed({ amountTo: 400 })).map(({ id }) => id)).toEqual(rows.filter(({ cells }) => cells.amount === 0).map(({ id }) => id))
    expect((await listed({ dueFrom: day('2026-04-01'), dueTo: day('2026-08-31') })).map(({ id }) => id)).toEqual(rows.filter(({ cells }) => within(cells.due, '2026-04-01', '2026-08-31')).map(({ id }) => id))
    expect((await listed({ issuedFrom: day('2026-07-01') })).map(({ id }) => id)).toEqual(rows.filter(({ cells }) => within(cells.opinionDate, '2026-07-01', null)).map(({ id }) => id))
    const major = await listed({ trigger: 'any' })
    expect(major.map(({ id }) => id)).toEqual(rows.filter(({ cells }) => cells.trigger !== null).map(({ id }) => id))
  })
})

describe('what changes', () => {
  it('is followed at once: an answer, a day taken back, a remark written over, a number', async () => {
    const [first] = await listed({ adopted: 'awaited' })
    const person = station.ids.get('head') ?? ''
    const { id, caseId, round } = first as LedgerRow
    const write = (sql: string, ...values: (string | number)[]) => station.workstation.workbench.withoutAudit('test', (writer) => writer.run(sql, ...values))
    const has = async (filter: Partial<LedgerFilter>) => (await listed(filter)).some((row) => row.id === id)
    write("INSERT INTO feedbacks (case_id, round, outcome, answered_by, answered_on, reason, recorded_by, recorded_at) VALUES (?, ?, 'adopted', '', '2026-05-05', '', ?, '')", String(caseId), round, person)
    expect([await has({ adopted: 'awaited' }), await has({ adopted: 'adopted' })]).toEqual([false, true])
    write("INSERT INTO problem_answers (case_id, round, number, answer, reason) VALUES (?, ?, 1, 'notAdopted', 'x')", String(caseId), round)
    expect([await has({ adopted: 'adopted' }), await has({ adopted: 'notAdopted' })]).toEqual([false, true])
    write("INSERT INTO problem_answers (case_id, round, number, answer, reason) VALUES (?, ?, 2, 'adopted', '')", String(caseId), round)
    expect([await has({ adopted: 'notAdopted' }), await has({ adopted: 'partly' })]).toEqual([false, true])

    const { remarkSeq } = (await station.as('head').call('ledger.list', { filter: { ...EMPTY_LEDGER_FILTER }, descending: false, offset: 0, size: 200, language: 'zh-CN' })).rows.find((row) => row.id === id) ?? { remarkSeq: 0 }
    const { seq } = await station.as('head').call('ledger.keepRemark', { entryId: id, expectedSeq: remarkSeq, remark: '龘字头的备注' })
    expect([await has({ remark: '龘' }), (await casesLeft({ remark: '龘字' })).ids]).toEqual([true, [caseId]])
    await station.as('head').call('ledger.keepRemark', { entryId: id, expectedSeq: seq, remark: '' })
    expect([await has({ remark: '龘' }), (await casesLeft({ remark: '龘字' })).ids]).toEqual([false, []])
    rows = await listed({})
  })
})

describe('rows of an earlier ledger', () => {
  it('are narrowed by what their own cells say', async () => {
    const client = station.as('reviewer')
    const { id } = await client.stage('旧台账.xlsx', new Uint8Array(madeWorkbook([{ name: '2015', rows: OLD }])))
    await client.call('ledger.readWorkbook', { stagedId: id, name: '旧台账.xlsx' })
    const { columns } = await client.call('ledger.columns', { stagedId: id, sheet: 0, headerRow: 1 })
    const reading = { stagedId: id, sheet: 0, headerRow: 1, mapping: columns.map(({ guess }) => guess) }
    expect(reading.mapping).not.toContain(null)
    const { counts } = await client.call('ledger.dryRun', reading)
    expect(await client.call('ledger.import', { reading, expected: counts })).toMatchObject({ imported: 2 })
    const titles = async (filter: Partial<LedgerFilter>) => (await listed({ origin: 'imported', ...filter })).map(({ cells }) => cells.title)
    const [one, two] = ['旧案一', '旧案二']
    const day = (text: string) => text as never
    const expected: readonly (readonly [Partial<LedgerFilter>, string[]])[] = [
      [{}, [one, two]],
      [{ serial: '2015-8' }, [two]],
      [{ assignment: 'drawn' }, [one]],
      [{ assignment: 'chosen' }, [two]],
      [{ extended: true }, [one]],
      [{ adopted: 'partly' }, [one]],
      [{ adopted: 'notAdopted' }, [two]],
      [{ adopted: 'adopted' }, []],
      [{ decidedFrom: day('2015-04-01'), decidedTo: day('2015-04-01') }, [one]],
      [{ decidedFrom: day('2015-04-02') }, []],
      [{ decisionNumber: '旧罚〔2015〕3号' }, [one]],
      [{ published: 'published' }, [one]],
      [{ published: 'withheld' }, [two]],
      [{ remedy: 'any' }, [one]],
      [{ remedy: 'annulled' }, [one]],
      [{ remedy: 'overturned' }, [one]],
      [{ remedy: 'changed' }, []],
      [{ archivedFrom: day('2015-01-01'), archivedTo: day('2015-12-31') }, [one]],
      [{ remark: '档案室' }, [one]],
      [{ amountFrom: 5000 }, [two]],
      [{ dueTo: day('2015-03-20') }, [one]],
      [{ issuedFrom: day('2015-03-16') }, [two]],
      [{ handlerId: station.ids.get('handler') ?? null }, [one]],
    ]
    for (const [filter, left] of expected) expect([filter, await titles(filter)]).toEqual([filter, left])
  })
})

describe('a list that is walked', () => {
  /** More cases than are gathered and sorted, of some marks also more than make a set. */
  const MANY = 3800
  let many: TestStation
  beforeAll(async () => {
    many = await createTestStation()
    const person = many.ids.get('head') ?? ''
    many.workstation.workbench.withoutAudit('test', (writer) => {
      writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) SELECT 'second', 'second', '二', fields, 0, 1, '', '' FROM people WHERE id = ?", person)
      writeLedgerHistory(writer, person, MANY)
    })
  }, 240_000)
  afterAll(() => many.close())

  it('page by page, or anywhere in it, holds the cases whose marks the store has, in order', async () => {
    const { reader } = many.workstation.workbench
    const head = many.as('head')
    const order = reader.all<{ id: string }>('SELECT id FROM cases ORDER BY title, id').map(({ id }) => id)
    const marked = (mark: string) => new Set(reader.all<{ id: string }>('SELECT case_id AS id FROM ledger_marks WHERE mark = ?', mark).map(({ id }) => id))
    const decided = new Set(reader.all<{ id: string }>("SELECT case_id AS id FROM decisions WHERE decided_on >= '2026-04-01'").map(({ id }) => id))
    const questions: readonly (readonly [Partial<ColumnFilter>, readonly ReadonlySet<string>[]])[] = [
      [{ assignment: 'drawn' }, [marked('assignment/drawn')]],
      [{ defects: 'none' }, [marked('defects/none')]],
      [{ published: 'awaited' }, [marked('published/awaited')]],
      [{ remedy: 'any', assignment: 'chosen' }, [marked('remedy/any'), marked('assignment/chosen')]],
      [{ decidedFrom: '2026-04-01' as never, adopted: 'awaited' }, [decided, marked('adopted/awaited')]],
      [{ decisionNumber: '号', defects: 'none' }, [new Set(reader.all<{ id: string }>("SELECT case_id AS id FROM decisions WHERE number LIKE '%号%'").map(({ id }) => id)), marked('defects/none')]],
    ]
    const sort = { by: 'title', descending: false } as const
    const sizes: number[] = []
    for (const [filter, sets] of questions) {
      const expected = order.filter((id) => sets.every((set) => set.has(id)))
      sizes.push(...sets.map((set) => set.size))
      const narrowed = { ...EMPTY_CASE_FILTER, ...filter }
      const ids: string[] = []
      let after: never | null = null
      do {
        const page = await head.call('cases.list', { filter: narrowed, sort, after, offset: null, size: 200 })
        ids.push(...page.rows.map(({ id }) => id))
        after = page.next as never
      } while (after !== null)
      expect([filter, ids]).toEqual([filter, expected])
      const anywhere = await head.call('cases.list', { filter: narrowed, sort, after: null, offset: 301, size: 50 })
      expect([filter, anywhere.rows.map(({ id }) => id), anywhere.total.count]).toEqual([filter, expected.slice(301, 351), expected.length])
    }
    expect([sizes.some((size) => size > 1500), sizes.some((size) => size > 300 && size < 1500)]).toEqual([true, true])
    for (const [filter] of questions) {
      for (const by of CASE_SORTS) {
        const input = caseListInputSchema.parse({ filter: { ...EMPTY_CASE_FILTER, ...filter }, sort: { by, descending: true }, after: null, size: 50 })
        for (const { sql, values } of [listQuery(reader, input), orderQuery(reader, input)]) {
          const details = reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail)
          expect([filter, by, details.filter((detail) => SCAN.test(detail) || detail.includes('TEMP B-TREE FOR ORDER BY'))]).toEqual([filter, by, []])
        }
      }
    }
  }, 60_000)
})

describe('query plans', () => {
  it.each([false, true])('no question about a column of the ledger scans a table (statistics gathered: %s)', (analysed) => {
    const { reader, withoutAudit } = station.workstation.workbench
    if (analysed) withoutAudit('test', (writer) => writer.run('ANALYZE'))
    const plan = (sql: string, values: readonly unknown[]) => reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...(values as never[])).map(({ detail }) => detail)
    for (const filter of EACH) {
      for (const by of CASE_SORTS) {
        const input = caseListInputSchema.parse({ filter: { ...EMPTY_CASE_FILTER, ...filter }, sort: { by, descending: true }, after: null, size: 50 })
        for (const { sql, values } of [listQuery(reader, input), orderQuery(reader, input)]) {
          const details = plan(sql, values)
          expect([filter, by, details.filter((detail) => SCAN.test(detail))]).toEqual([filter, by, []])
          const walksAndSorts = details.some((detail) => detail.startsWith('SCAN c USING')) && details.some((detail) => detail.includes('USE TEMP B-TREE FOR ORDER BY'))
          expect([filter, by, walksAndSorts]).toEqual([filter, by, false])
        }
      }
    }
    const ofLedger: readonly Partial<LedgerFilter>[] = [...EACH, { round: 2 }, { amountFrom: 5 }, { dueFrom: '2026-01-01' as never }, { issuedTo: '2026-01-01' as never }, { trigger: 'any' }, { handlerId: historyCase(1) as never }]
    for (const filter of ofLedger) {
      const { sql, values } = stepQuery({ filter: { ...EMPTY_LEDGER_FILTER, ...filter }, descending: true }, null)
      const details = plan(sql, values)
      expect([filter, details.filter((detail) => SCAN.test(detail) || detail.includes('TEMP B-TREE FOR ORDER BY'))]).toEqual([filter, []])
    }
  })
})

describe('a store from before', () => {
  const marks = 'SELECT mark, case_id, round FROM ledger_marks ORDER BY mark, case_id, round'

  it('has after opening what one has that was kept in step all the time, and keeps every row', () => {
    const [folder, dataKey] = [temporaryFolder('ledger-marks'), new Uint8Array(randomBytes(32))]
    const before = openStore(folder, dataKey, MIGRATIONS.filter(({ version }) => version < ledgerMarks.version))
    before.transaction('test', (writer) => {
      for (const id of ['p', 'second']) writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES (?, ?, '田禾', '{}', 1, 1, '', '')", id, id)
      writeLedgerHistory(writer, 'p')
      writer.run("INSERT INTO ledger_imports (id, file_name, sha256, sheet, header_row, mapping, counts, imported_by, imported_at) VALUES ('i', 'x', 'x', 'x', 1, '[]', '{}', 'p', '')")
      writer.run(
        "INSERT INTO ledger_entries (received_on, round, import_id, sheet_row, content) VALUES ('2015-03-01', 1, 'i', 2, ?)",
        JSON.stringify({ received: '2015-03-01', round: 1, adopted: '采纳', decision: '2015-04-01 旧罚〔2015〕3号', archived: '2015年12月31日' }),
      )
    })
    const kept = ['cases', 'rounds', 'ledger_entries', 'decisions', 'ledger_remarks', 'clock_days'].map((table) => [table, before.reader.numbers(`SELECT count(*) FROM ${table}`)])
    before.close()
    const after = openStore(folder, dataKey, MIGRATIONS)
    for (const [table, count] of kept) expect([table, after.reader.numbers(`SELECT count(*) FROM ${String(table)}`)]).toEqual([table, count])

    const [otherFolder, otherKey] = [temporaryFolder('ledger-marks'), new Uint8Array(randomBytes(32))]
    const other = openStore(otherFolder, otherKey)
    other.transaction('test', (writer) => {
      for (const id of ['p', 'second']) writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES (?, ?, '田禾', '{}', 1, 1, '', '')", id, id)
      writeLedgerHistory(writer, 'p')
    })
    expect(after.reader.all(marks).length).toBeGreaterThan(1000)
    expect(after.reader.all(marks)).toEqual(other.reader.all(marks))
    const live = 'SELECT t.entry_id FROM entries_to_word t JOIN ledger_entries e ON e.id = t.entry_id WHERE e.case_id IS NOT NULL ORDER BY 1'
    expect(after.reader.all(live)).toEqual(other.reader.all(live))
    expect(after.reader.all('SELECT mark FROM imported_marks ORDER BY mark')).toEqual([{ mark: 'adopted/adopted' }, { mark: 'archived/2015-12-31' }, { mark: 'decided/2015-04-01' }])
    expect(after.reader.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    expect(after.reader.all('PRAGMA foreign_key_check')).toEqual([])
    after.close()
    other.close()
  }, 60_000)
})
