/** The tables of the statistics: what a row says of the period stands beside the same of the year before, wherever it is shown. */
import { describe, expect, it } from 'vitest'
import type { OfficialDocument } from '../../../src/shared/documents/model.ts'
import { csvOf } from '../../../src/renderer/statistics/export-tables.ts'
import type { GroupOutcomes, Statistics } from '../../../src/shared/statistics/contract.ts'
import { comparedHead, figureTables, plainTable } from '../../../src/shared/statistics/figure-tables.ts'
import type { ReviewFigures } from '../../../src/shared/statistics/figures.ts'
import { statisticsDocument } from '../../../src/shared/statistics/statistics-document.ts'
import { emptySums } from '../../../src/shared/statistics/tally.ts'
import { isoDate, type Language, type PersonId } from '../../../src/shared/values/values.ts'

const figures = (reviews: number, inTime: number, fatal: number): ReviewFigures => ({
  reviews, inTime, withDueDay: reviews, returned: 1, agreed: reviews - 1, agreedAfterChanges: 0,
  defects: emptySums().map((_, place) => (place === 0 ? fatal : place === 4 ? 2 : 0)),
  workingDays: { known: reviews, sum: reviews * 3, median: 3 },
})
const outcomes = (adopted: number, escaped: number, transferred: number): GroupOutcomes => ({ answered: 10, adopted, partly: 0, notAdopted: 10 - adopted, escaped, transferred })
const [now, before] = [figures(20, 19, 4), figures(10, 8, 3)]
const group = <Key extends string>(key: Key) => ({ key, figures: now, before, outcomes: outcomes(9, 1, 2), outcomesBefore: outcomes(7, 3, 4) })
const got: Statistics = {
  query: { from: isoDate('2026-01-01'), to: isoDate('2026-11-22'), unit: null, kind: null, reviewerId: null },
  before: { from: isoDate('2025-01-01'), to: isoDate('2025-11-22') },
  period: { ...now, ...outcomes(9, 1, 2), received: 30, decided: 12, red: 1 },
  periodBefore: { ...before, ...outcomes(7, 3, 4), received: 15, decided: 6, red: 2 },
  byMonth: [{ key: '2026-03', figures: now, before }],
  byUnit: [group('执法一大队')],
  byKind: [group('penalty' as const)],
  byReviewer: [{ ...group('p1' as PersonId), name: '顾盼' }],
  byType: [{ key: 'T-OK', reviews: 15, before: 4 }],
  foundLater: [1, 0, 0, 0, 0, 0, 0, 0],
  foundLaterBefore: [5, 0, 0, 0, 0, 0, 0, 0],
  rules: [{ ruleId: 'rule-1', accepted: 6, changed: 2, dismissed: 2, before: { accepted: 1, changed: 0, dismissed: 3 } }],
  workload: [{ personId: 'p1' as PersonId, name: '顾盼', open: 4, issued: 20, before: 10 }],
  provisionalYears: [],
}
const names = { type: (code: string) => code, rule: (id: string) => id }
const tables = (language: Language) => figureTables(language, names, got)
const plain = (id: string) => {
  const table = tables('zh-CN').find((one) => one.id === id)
  if (table === undefined) throw new Error(id)
  const { columns, rows } = plainTable(table, comparedHead('zh-CN'), 'zh-CN')
  return Object.fromEntries(columns.map((column, at) => [column, rows[0]?.[at]]))
}

describe('beside every figure of a group stands that of the year before', () => {
  it.each(['units', 'kinds', 'reviewers'])('by %s', (id) => {
    expect(plain(id)).toMatchObject({
      '出具意见（件）': '20', '出具意见（件）（上年同期）': '10',
      按期率: '95%', '按期率（上年同期）': '80%',
      退回补正率: '5%', '退回补正率（上年同期）': '10%',
      同意率: '95%', '同意率（上年同期）': '90%',
      致命问题: '4', '致命问题（上年同期）': '3',
      采纳率: '90%', '采纳率（上年同期）': '70%',
      漏检率: '5%', '漏检率（上年同期）': '30%',
      移送率: '10%', '移送率（上年同期）': '40%',
    })
  })

  it('by heading, for each severity and for what was found later', () => {
    expect(plain('headings')).toMatchObject({ 致命: '4', '致命（上年同期）': '3', 合计: '4', '合计（上年同期）': '3', 意见后发现: '1', '意见后发现（上年同期）': '5' })
  })

  it('by rule, with the share that was accepted', () => {
    expect(plain('rules')).toMatchObject({ 采纳: '6', '采纳（上年同期）': '1', 处理次数: '10', '处理次数（上年同期）': '4', 采纳率: '80%', '采纳率（上年同期）': '25%' })
  })

  it('but not beside what nobody counted then', () => {
    expect(Object.keys(plain('workload'))).not.toContain('在办（件）（上年同期）')
  })
})

it('is in the file that goes out, in both languages', () => {
  expect(csvOf('统计', tables('zh-CN'), 'zh-CN')).toContain('按期率,按期率（上年同期）')
  expect(csvOf('Statistics', tables('en'), 'en')).toContain('In time,In time (year before)')
})

it.each(['zh-CN', 'en'] as const)('on paper no part of a table parts a figure from its year before (%s)', (language) => {
  const document: OfficialDocument = statisticsDocument(got, { agency: '局', language, names, today: isoDate('2026-11-22') })
  const heads = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.columns.map(({ header }) => header)] : []))
  const yearBefore = language === 'en' ? 'Year before' : '上年同期'
  expect(heads.filter((columns) => columns.includes(yearBefore)).length).toBeGreaterThan(8)
  for (const columns of heads) {
    expect(columns.length).toBeLessThanOrEqual(language === 'en' ? 5 : 7)
    expect(columns[1]).not.toBe(yearBefore)
  }
})
