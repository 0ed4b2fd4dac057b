/** Rows of a calculation that break what the others keep; not what comes out by chance, and not for ever. */
import { expect, it } from 'vitest'
import { brokenRows } from '../../../../../src/shared/prereview/rules/facts/table-relations.ts'
import { caseFileOf } from '../../../../support/case-files.ts'

function rowsOf(rows: readonly (readonly (string | number)[])[]) {
  const text = rows.map((row) => row.join('\t')).join('\n')
  const [document] = caseFileOf([{ name: '计算表.xlsx', kind: 'calculation-sheet', text }]).documents
  if (document === undefined) throw new Error('no document')
  return brokenRows(document).map((one) => [one.text, one.expected])
}

it('finds the row whose product is another one', () => {
  const rows = [['序号', '株数', '单株材积', '材积'], [1, 12, 0.5, 6], [2, 8, 0.25, 2], [3, 20, 0.3, 6], [4, 10, 0.4, 4.7]]
  expect(rowsOf(rows)).toEqual([['10×0.4=4.7', 4]])
})

it('takes no serial number, and no few small differences, for a calculation', () => {
  expect(rowsOf([['序号', '人数', '天数', '费用'], [1, 5, 4, 900], [2, 6, 4, 750], [3, 4, 3, 80]])).toEqual([])
  expect(rowsOf([['甲', '乙', '丙'], [9, 5, 4], [10, 6, 4], [8, 4, 3]])).toEqual([])
})

it('comes to an end in a sheet of many columns and rows', () => {
  const wide = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 200 }, (_one, column) => ((row * 31 + column * 17) % 97) + 3))
  // without a bound it would run longer than a test may
  expect(rowsOf(wide)).toEqual([])
})
