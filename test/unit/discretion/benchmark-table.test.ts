/** An agency's table of benchmarks, read by columns. */
import { describe, expect, it } from 'vitest'
import { benchmarksIn, citationIn, rangeIn, suggestMapping } from '../../../src/shared/discretion/benchmark-table.ts'

const PAPER = { source: '试验基准〔2025〕1号', validFrom: null, validTo: null, verified: true }
const HEAD = ['序号', '违法行为', '处罚依据', '裁量阶次', '适用条件', '处罚标准']
const ROWS = [
  ['某某局行政处罚裁量基准', '', '', '', '', ''],
  HEAD,
  ['1', '未取得许可从事经营', '《某某管理条例》第三十八条第二款：处1000元以上5000元以下的罚款', '轻微', '货值不足五千元', '处1000元以上2000元以下罚款'],
  ['', '', '', '一般', '货值五千元以上不足二万元', '处2000元以上4000元以下罚款'],
  ['', '', '', '严重', '货值二万元以上', '处4000元以上5000元以下罚款，可以并处吊销许可证'],
  ['2', '擅自改变用途', '《另一管理条例》第十条', '较轻', '', '处违法所得1倍以上2倍以下罚款'],
  ['', '', '', '', '', ''],
  ['3', '不按规定报告', '本局规定', '一般', '', '处500元罚款'],
]

describe('a table of benchmarks', () => {
  it('the heading row suggests which column is which', () => {
    expect(suggestMapping(0, ROWS)).toEqual({ sheet: 0, firstRow: 2, act: 1, basis: 2, grade: 3, conditions: 4, standard: 5, factor: null })
    expect(suggestMapping(0, [['甲', '乙'], ['1', '2']])).toBeNull()
  })

  it('rows under one merged act become its grades, with their ranges', () => {
    const mapping = suggestMapping(0, ROWS)
    if (mapping === null) throw new Error('no mapping')
    const { benchmarks, problems } = benchmarksIn(ROWS, mapping, PAPER)
    expect(benchmarks).toHaveLength(2)
    const [first, second] = benchmarks
    expect(first?.basis).toEqual({ law: '某某管理条例', article: 38, paragraph: 2, item: null })
    expect(first?.statutory).toEqual({ low: 1000, high: 5000, unit: 'yuan', of: '' })
    expect(first?.grades.map(({ name, range }) => [name, range?.low, range?.high])).toEqual([
      ['轻微', 1000, 2000],
      ['一般', 2000, 4000],
      ['严重', 4000, 5000],
    ])
    expect(first?.factors[0]?.cells.map(({ gradeId }) => gradeId)).toEqual(['g1', 'g2', 'g3'])
    expect(second?.grades[0]?.range).toEqual({ low: 1, high: 2, unit: 'multiple', of: '违法所得' })
    expect(problems).toEqual([{ row: 8, code: 'no-basis', text: '本局规定' }])
  })

  it.each([
    ['处2万元以上5万元以下罚款', { low: 20_000, high: 50_000, unit: 'yuan', of: '' }],
    ['处五千元以下罚款', { low: null, high: 5000, unit: 'yuan', of: '' }],
    ['处货值金额十倍以上十五倍以下罚款', { low: 10, high: 15, unit: 'multiple', of: '货值金额' }],
    ['处合同价款2%以上4%以下的罚款', { low: 2, high: 4, unit: 'percent', of: '' }],
    ['责令停产停业', null],
  ])('%s', (standard, expected) => {
    expect(rangeIn(standard)).toEqual(expected)
  })

  it('a cell without an article is no basis', () => {
    expect(citationIn('按本局规定办理')).toBeNull()
  })
})
