/** The text of the annual report: its figures are those of the tables, and the paper says what is missing. */
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import type { AnnualReport } from '../../../src/shared/annual-report/contract.ts'
import { knownFigures } from '../../../src/shared/annual-report/known-figures.ts'
import { annualTables } from '../../../src/shared/annual-report/report.ts'
import { reportDocument } from '../../../src/shared/annual-report/report-document.ts'
import { filledText, placesOf, TO_FILL, unknownPlaces } from '../../../src/shared/annual-report/report-text.ts'
import { officialDocumentSchema } from '../../../src/shared/documents/model.ts'
import type { PeriodFigures } from '../../../src/shared/statistics/contract.ts'
import { sumFigures } from '../../../src/shared/statistics/figures.ts'
import { isoDate, isoInstant } from '../../../src/shared/values/values.ts'
import { RESOURCES } from '../../support/test-station.ts'

const rows = loadCatalogue(`${RESOURCES}/catalogue`).annualReport
const known = knownFigures(rows, { decisions: [{ kinds: ['penalty'], effects: [{ kind: 'fine', amount: 365_000 }], count: 1 }], reviews: [], noPenalty: [], transferred: [] })
const period: PeriodFigures = { ...sumFigures().figures(), received: 9, reviews: 8, inTime: 7, withDueDay: 8, answered: 4, adopted: 3, partly: 1, notAdopted: 0, decided: 1, red: 0, transferred: 0, escaped: 0 }
const entries = { figures: new Map(), standings: new Map([['collection' as const, { standing: 'noDuty' as const, by: '', at: isoInstant(new Date(0)) }]]) }
const tables = annualTables(rows, known, entries, new Map([['penalty.total', 4]]))
const places = placesOf({ year: 2026, agency: '清川县生态环境局', tables, review: period, reviewBefore: { ...period, reviews: 10 } })

describe('a text', () => {
  it('takes its figures from the tables and the statistics', () => {
    expect(filledText('{{year}}年罚没{{penalty.amount}}万元，处罚{{penalty.total.change}}，审核{{review.issued}}件（{{review.issued.change}}），按期率{{review.inTime}}，采纳率{{review.adopted}}。', places)).toBe(
      '2026年罚没36.5万元，处罚减少3件，审核8件（减少2件），按期率87.5%，采纳率87.5%。',
    )
  })

  it('says where a figure is missing, and counts nothing for a power that the agency has not', () => {
    expect(filledText('检查{{inspection.times}}次，征收{{collection.times}}次', places)).toBe(`检查${TO_FILL}次，征收0次`)
  })

  it('is refused with a place that means nothing', () => {
    expect(unknownPlaces('{{penalty.total}}{{penalty.totl}}{{year.change}}{{ }}', places)).toEqual(['penalty.totl', 'year.change', ' '])
  })

  it('as shipped uses only places that there are', () => {
    for (const row of rows) if (row.kind === 'text') expect(unknownPlaces(row.text, places), row.id).toEqual([])
  })
})

describe('the paper', () => {
  const report: AnnualReport = {
    year: 2026, dueOn: isoDate('2027-01-31'), dutyVerified: true, dutySource: '', tables, places: [],
    sections: [{ id: 'text.overall', title: { 'zh-CN': '总体情况', en: 'Overall' }, text: '', filled: '第一段。\n第二段。', written: null, takenOver: false }],
    missing: [{ kind: 'figure', table: 'inspection', key: 'inspection.times', label: { 'zh-CN': '检查次数', en: 'Times' } }],
    publication: null, beforePublished: false, remindDays: 30,
  }

  it('is a draft that lists what is missing, until nothing is', () => {
    const draft = officialDocumentSchema.parse(reportDocument(report, '清川县生态环境局', isoDate('2027-01-12')))
    expect(draft.watermark).toBe('草稿')
    expect(JSON.stringify(draft.blocks)).toContain('行政检查实施情况统计表：未填检查次数；未核对')
    const whole = reportDocument({ ...report, missing: [{ kind: 'undecided', count: 3 }] }, '清川县生态环境局', isoDate('2027-01-12'))
    expect(whole.watermark).toBe(null)
    expect(JSON.stringify(whole.blocks)).not.toContain('待补内容')
  })

  it('has the six tables, and a sentence for the power that the agency has not', () => {
    const { blocks } = reportDocument(report, '清川县生态环境局', isoDate('2027-01-12'))
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(5)
    expect(JSON.stringify(blocks)).toContain('本机关没有行政征收职责。')
    expect(JSON.stringify(blocks)).toContain('未核实')
  })
})
