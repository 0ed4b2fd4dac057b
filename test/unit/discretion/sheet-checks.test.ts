/** What a sheet comes to, what does not fit its benchmark, and how it is changed while it is filled in. */
import { describe, expect, it } from 'vitest'
import { differences, hasFactors, rowOf, sameSheet, tidied, withAnswer, withBenchmark, withRow } from '../../../src/renderer/discretion/sheet-draft.ts'
import { benchmarkSchema, type Benchmark } from '../../../src/shared/discretion/benchmark.ts'
import { EMPTY_SHEET, type DiscretionSheet } from '../../../src/shared/discretion/discretion-sheet.ts'
import { sheetChecks, sheetProblem } from '../../../src/shared/discretion/sheet-checks.ts'

const yuan = (low: number, high: number) => ({ low, high, unit: 'yuan' as const, of: '' })
const PAPER = { act: '擅自移动灯塔', basis: { law: '灯塔法', article: 2, paragraph: null, item: null }, source: '试验', validFrom: null, validTo: null, verified: false }
const graded: Benchmark = benchmarkSchema.parse({
  ...PAPER,
  statutory: yuan(10_000, 100_000),
  factors: [{ id: 'f1', name: '后果', cells: [{ id: 'c1', name: '轻', gradeId: 'g1', weight: null }, { id: 'c2', name: '重', gradeId: 'g2', weight: null }] }],
  grades: [
    { id: 'g1', name: '较轻', conditions: '', range: yuan(10_000, 30_000), standard: '处1万元以上3万元以下罚款' },
    { id: 'g2', name: '严重', conditions: '', range: { low: 1, high: 3, unit: 'multiple', of: '违法所得' }, standard: '处违法所得一倍以上三倍以下罚款' },
    { id: 'g3', name: '从重', conditions: '', range: null, standard: '吊销许可' },
  ],
})
const weighing: Benchmark = benchmarkSchema.parse({ ...PAPER, statutory: yuan(10_000, 100_000), factors: [{ id: 'w', name: '后果', cells: [{ id: 'c1', name: '轻', gradeId: null, weight: 10 }] }], grades: [] })
const sheet = (change: Partial<DiscretionSheet>): DiscretionSheet => ({ ...EMPTY_SHEET, benchmarkId: '0196f0aa-0000-7000-8000-000000000001', ...change })

describe('a sheet held against its benchmark', () => {
  it.each([
    ['inside the grade', sheet({ reviewerGrade: 'g1' }), 20_000, false],
    ['above the grade', sheet({ reviewerGrade: 'g1' }), 40_000, true],
    ['below the grade', sheet({ reviewerGrade: 'g1' }), 9_000, true],
    ['outside the submitted grade only', sheet({ submittedGrade: 'g1' }), 40_000, false],
    ['a multiple without its base', sheet({ reviewerGrade: 'g2' }), 40_000, false],
    ['a multiple of its base', sheet({ reviewerGrade: 'g2', base: 10_000 as never }), 40_000, true],
    ['a grade without figures', sheet({ reviewerGrade: 'g3' }), 40_000, false],
    ['no fine', sheet({ reviewerGrade: 'g1' }), null, false],
  ] as const)('%s', (_, filled, fine, departs) => {
    expect(sheetChecks(graded, filled, fine).departs).toBe(departs)
  })

  it('that weighs departs from any other amount, cents aside', () => {
    const filled = withRow(sheet({}), 'w', { reviewerCell: 'c1' })
    expect(sheetChecks(weighing, filled, 19_000.4)).toMatchObject({ reviewerAmount: { amount: 19_000 }, submittedAmount: null, departs: false })
    expect(sheetChecks(weighing, filled, 20_000).departs).toBe(true)
    expect(sheetChecks(weighing, sheet({}), 20_000).departs).toBe(false)
  })

  it('names the factors whose cell was changed without a reason', () => {
    const changed = withRow(sheet({}), 'f1', { submittedCell: 'c1', reviewerCell: 'c2' })
    expect(sheetChecks(graded, changed, null).unexplained).toEqual(['f1'])
    expect(sheetChecks(graded, withRow(changed, 'f1', { reason: '有现场照片' }), null).unexplained).toEqual([])
  })

  it('is refused what is not its benchmark’s', () => {
    const row = { ...rowOf(EMPTY_SHEET, 'f1'), reviewerCell: 'c1' }
    expect(sheetProblem(graded, sheet({ rows: [row], reviewerGrade: 'g1' }))).toBeNull()
    expect(sheetProblem(graded, sheet({ rows: [{ ...row, reviewerCell: 'c9' }] }))).toBe('cell-of-another-benchmark')
    expect(sheetProblem(graded, sheet({ rows: [row, row] }))).toBe('factor-twice')
    expect(sheetProblem(graded, sheet({ submittedGrade: 'g9' }))).toBe('grade-of-another-benchmark')
    expect(sheetProblem(null, sheet({ rows: [row] }))).toBe('rows-without-benchmark')
    expect(sheetProblem(null, EMPTY_SHEET)).toBeNull()
  })
})

describe('a sheet that is being filled in', () => {
  it('is the same when only blanks, empty rows or their order differ', () => {
    const one = withRow(withAnswer(sheet({ departure: '理由' }), 'merit', { present: true }), 'f1', { fact: '已停产' })
    const other = withRow(withAnswer(withRow(sheet({ departure: ' 理由 ' }), 'f1', { fact: '已停产\n' }), 'merit', { present: true }), 'f2', {})
    expect(sameSheet(one, other)).toBe(true)
    expect(sameSheet(one, withRow(one, 'f1', { fact: '没有停产' }))).toBe(false)
    expect(tidied(other).rows.map(({ factorId }) => factorId)).toEqual(['f1'])
  })

  it('loses factors and grades by another benchmark, and keeps what the law itself says', () => {
    const filled = withAnswer(withRow(sheet({ reviewerGrade: 'g1' }), 'f1', { fact: '已停产' }), 'merit', { present: true })
    expect(hasFactors(filled)).toBe(true)
    const changed = withBenchmark(filled, null)
    expect(changed).toMatchObject({ benchmarkId: null, rows: [], reviewerGrade: null, adjustments: [{ id: 'merit', present: true }] })
    expect(hasFactors(changed)).toBe(false)
  })

  it('tells entry by entry how it differs from another window’s', () => {
    const one = withRow(sheet({ reviewerGrade: 'g1' }), 'f1', { fact: '已停产' })
    const other = withRow(sheet({ reviewerGrade: 'g2' }), 'f1', { fact: '没有停产' })
    expect(differences(one, other, graded, []).map(({ entry }) => entry)).toEqual([{ kind: 'reviewerGrade' }, { kind: 'factor', id: 'f1' }])
    expect(differences(one, one, graded, [])).toEqual([])
  })
})
