import { describe, expect, it } from 'vitest'
import { buildCrossTable } from '../../../src/shared/cross-table/build.ts'
import type { CrossRow, CrossTable } from '../../../src/shared/cross-table/cross-table.ts'
import { crossRow, type StatedValue } from '../../../src/shared/cross-table/stated-values.ts'
import { CATALOGUE, caseFileOf } from '../../support/case-files.ts'
import { SEED_CASE } from '../prereview/rules/procedure/invented-cases.ts'
import { changes, swap, type Change } from '../prereview/rules/procedure/papers.ts'

const tableOf = (change: Change = (papers) => papers): CrossTable => buildCrossTable(caseFileOf(Object.values(change(SEED_CASE))), CATALOGUE.documentKinds)

function row(table: CrossTable, key: string): CrossRow {
  const found = table.parts.flatMap(({ rows }) => rows).find((one) => one.key === key)
  if (found === undefined) throw new Error(`no row ${key}`)
  return found
}

const texts = ({ values }: CrossRow): string[] => values.map(({ text }) => text)
const wrongFiles = ({ values }: CrossRow): string[] => values.filter(({ standing }) => standing === 'differs').flatMap(({ cells }) => cells.map(({ place }) => place.fileName))

const value = (column: number, text: string, certain = true): StatedValue => ({
  column,
  text,
  certain,
  place: { fileId: String(column), fileName: `${column}.docx`, documentKind: 'decision', passage: { page: 1, start: 0, end: 1 }, quote: text },
})
const wish = (stated: readonly StatedValue[]) => ({ key: 'k', group: 'party' as const, label: { 'zh-CN': '', en: '' }, same: (one: string, other: string) => one === other, stated })

describe('values of one item', () => {
  it('the usual one is what most documents state; the others differ', () => {
    const made = crossRow(wish([value(0, '甲'), value(1, '乙'), value(2, '甲')]))
    expect(made?.differs).toBe(true)
    expect(made?.values.map(({ text, standing }) => [text, standing])).toEqual([
      ['甲', 'usual'],
      ['乙', 'differs'],
    ])
  })

  it('where as many say the one as the other, neither is usual', () => {
    const made = crossRow(wish([value(0, '甲'), value(1, '乙')]))
    expect(made?.values.map(({ standing }) => standing)).toEqual(['differs', 'differs'])
  })

  it('a document that states the usual value among others agrees', () => {
    const made = crossRow(wish([value(0, '甲'), value(1, '甲'), value(1, '乙')]))
    expect(made).toMatchObject({ differs: false })
    expect(made?.values).toHaveLength(1)
  })

  it('what is read from doubtful characters is shown and makes no difference', () => {
    const made = crossRow(wish([value(0, '甲'), value(1, '乙', false), value(2, '甲')]))
    expect(made?.differs).toBe(false)
    expect(made?.values.map(({ text }) => text)).toEqual(['甲', '乙'])
  })

  it('nothing stated is no row', () => {
    expect(crossRow(wish([]))).toBeNull()
  })
})

describe('the cross-table of a whole case', () => {
  const whole = tableOf()

  it('has the documents in the order of their days', () => {
    const days = whole.columns.flatMap(({ day }) => day ?? [])
    expect(days).toEqual(days.toSorted())
  })

  it('finds no difference in a case without a defect', () => {
    expect(whole.parts.flatMap(({ rows }) => rows.filter(({ differs }) => differs).map(({ key, values }) => [key, values.map(({ text }) => text)]))).toEqual([])
  })

  it('states the party, the fine, the days, the articles, the officers and the numbers, each with its place', () => {
    expect(texts(row(whole, 'party/0/name'))).toEqual(['云溪县丰穗种业有限公司'])
    expect(row(whole, 'amount/fine').values[0]).toMatchObject({ yuan: 50_000 })
    expect(texts(row(whole, 'date/filed'))).toEqual(['2026-03-05'])
    expect(texts(row(whole, 'citation/violated/种子法'))).toEqual(['第四十八条第一款'])
    const groups = new Set(whole.parts.flatMap(({ rows }) => rows.map(({ group }) => group)))
    expect([...groups]).toEqual(expect.arrayContaining(['party', 'amount', 'date', 'citation', 'officer', 'number']))
    expect(row(whole, 'amount/fine').values[0]?.cells[0]?.place.quote).not.toBe('')
  })
})

describe('differences', () => {
  it('of a code, with the one that differs in the document that has it', () => {
    const code = row(tableOf(swap('告知书', '91350100M000100Y43', '91350100M000100Y40')), 'party/0/uscc')
    expect(code.differs).toBe(true)
    expect(wrongFiles(code)).toEqual(['告知书.docx'])
  })

  it('of a fine', () => {
    const fine = row(tableOf(swap('告知书', '50000元', '80000元')), 'amount/fine')
    expect(fine.differs).toBe(true)
    expect(fine.values.map(({ yuan }) => yuan)).toContain(80_000)
  })

  it('of a day that two documents give for one step', () => {
    const served = row(tableOf(swap('决定书', '本机关于2026年4月8日送达', '本机关于2026年4月2日送达')), 'date/priorNoticeServed')
    expect(served.differs).toBe(true)
    expect(texts(served)).toEqual(expect.arrayContaining(['2026-04-08', '2026-04-02']))
  })

  it('of the article that was broken', () => {
    const law = row(tableOf(swap('决定书', '第四十八条第一款', '第四十九条第一款')), 'citation/violated/种子法')
    expect(law.differs).toBe(true)
    expect(wrongFiles(law)).toContain('决定书.docx')
  })

  it('not of width, spaces and brackets', () => {
    const table = tableOf(changes(swap('决定书', '云溪县丰穗种业有限公司', '云溪县丰穗种业 有限公司'), swap('告知书', '91350100M000100Y43', '９１３５０１００Ｍ０００１００Ｙ４３')))
    expect(row(table, 'party/0/name').differs).toBe(false)
    expect(row(table, 'party/0/uscc').differs).toBe(false)
  })
})

it('of no papers is empty', () => {
  expect(buildCrossTable(caseFileOf([]), CATALOGUE.documentKinds)).toEqual({ columns: [], parts: [{ party: null, rows: [] }] })
})
