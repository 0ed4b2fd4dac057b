/** Tables of powers and certificates as agencies have them, and what an import would make of each row. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayInCell, jsonRows, planImport } from '../../../src/shared/accountability/register-table.ts'
import { certificateValidOn, powersFor, type OfficerCertificate, type PowerItem } from '../../../src/shared/accountability/registers.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const HELD: OfficerCertificate = { number: 'A1', name: '田禾', unit: '大队', post: '', scope: '', issuedOn: isoDate('2024-01-01'), validUntil: isoDate('2028-12-31'), state: 'held' }

describe('an import of certificates', () => {
  const rows = [
    ['行政执法人员名册', '', '', ''],
    ['姓名', '证件号码', '所在单位', '有效期至', '发证日期', '证件状态'],
    ['田禾', 'A1', '大队', '2028年12月31日', '2024/1/1', '有效'],
    ['苗青', 'A2', '大队', '长期', '', ''],
    ['', 'A3', '大队', '', '', ''],
    ['白露', 'A4', '大队', '明年', '', ''],
    ['雷同', 'A2', '大队', '', '', ''],
    ['颠倒', 'A5', '大队', '2020-01-01', '2024-01-01', ''],
    ['收回', 'A6', '大队', '', '', '已收回'],
  ]

  it('tells the fate of every row before anything is written', () => {
    const plan = planImport('certificates', rows, new Map([['A1', HELD]]))
    expect(plan.rows.map(({ row, fate, problem }) => [row, fate, problem])).toEqual([
      [3, 'same', null],
      [4, 'add', null],
      [5, 'refused', 'name'],
      [6, 'refused', 'validUntil'],
      [7, 'refused', 'duplicate'],
      [8, 'refused', 'validUntil'],
      [9, 'add', null],
    ])
    expect(plan.taken).toMatchObject([{ number: 'A2', validUntil: null }, { number: 'A6', state: 'withdrawn' }])
    expect(plan.columns).toMatchObject({ number: '证件号码', name: '姓名', validUntil: '有效期至' })
  })

  it('finds nothing where no row has the headings', () => {
    expect(planImport('certificates', [['甲', '乙'], ['1', '2']], new Map())).toMatchObject({ columns: null, taken: [] })
  })

  it('imported once more changes nothing', () => {
    const first = planImport('certificates', rows, new Map())
    const present = new Map(first.taken.map((fields) => ['number' in fields ? fields.number : '', fields]))
    expect(planImport('certificates', rows, present).taken).toEqual([])
  })
})

describe('an import of powers', () => {
  it('takes the kind by its name, and names an item without a code by its own name', () => {
    const rows = [['序号', '职权类型', '事项名称', '设定依据', '实施主体'], ['1', '行政处罚', '对无证排污的处罚', '《排污许可管理条例》第三十三条', '清川县生态环境局']]
    expect(planImport('powers', rows, new Map()).taken).toMatchObject([{ code: '对无证排污的处罚', kind: 'penalty', basis: '《排污许可管理条例》第三十三条' }])
  })

  it('reads a list of objects, and refuses what is none', () => {
    const rows = jsonRows('{"items":[{"code":"1","name":"对无证排污的处罚","basis":"排污许可管理条例"}]}')
    expect(planImport('powers', rows ?? [], new Map()).taken).toMatchObject([{ code: '1', kind: null }])
    for (const text of ['', '[]', '[1]', '{"a":1}', '{']) expect(jsonRows(text)).toBeNull()
  })

  it('loses no row, whatever the cells hold', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('行政处罚', '2026-01-01', '《某法》第一条'))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }), (cells) => {
        const { rows } = planImport('powers', [['事项编码', '事项名称', '职权类型', '设定依据'], ...cells], new Map())
        expect(rows.length).toBe(cells.filter((row) => row.some((one) => one.trim() !== '')).length)
      }),
    )
  })
})

it.each([
  ['2026年1月5日', '2026-01-05'],
  ['2026/1/5', '2026-01-05'],
  ['20260105', '2026-01-05'],
  ['长期', null],
  ['', null],
  ['明年', undefined],
])('the day in “%s”', (cell, day) => {
  expect(dayInCell(cell)).toBe(day)
})

it('a certificate holds from its first to its last day, and not while it is suspended or withdrawn', () => {
  const valid = (day: string, change: Partial<OfficerCertificate> = {}) => certificateValidOn({ ...HELD, ...change }, isoDate(day))
  expect([valid('2023-12-31'), valid('2024-01-01'), valid('2028-12-31'), valid('2029-01-01')]).toEqual([false, true, true, false])
  expect([valid('2026-01-01', { state: 'suspended' }), valid('2026-01-01', { state: 'withdrawn' })]).toEqual([false, false])
  expect(valid('2099-01-01', { validUntil: null })).toBe(true)
})

it('the item for a case is told by kind and by the law in its basis, however the list writes it', () => {
  const item = (code: string, kind: PowerItem['kind'], basis: string): PowerItem => ({ code, name: code, kind, body: '', unit: '', basis, duties: '', liability: '' })
  const items = [item('a', 'penalty', '《排污许可管理条例》\n第三十三条'), item('b', 'licence', '《排污许可管理条例》'), item('c', 'penalty', '《水污染防治法》'), item('d', null, '排污许可管理条例')]
  expect(powersFor(items, ['penalty'], ['排污许可管理条例']).map(({ code }) => code)).toEqual(['a', 'd'])
  expect(powersFor(items, ['penalty'], [''])).toEqual([])
})
