/** Whether the annual report of the catalogue is whole: a day to publish by, each of the six tables once, sums of what is there. */
import { ANNUAL_TABLE_IDS } from './annual-report.ts'
import type { Report } from './check.ts'
import type { CatalogueContent } from './schema.ts'

export function checkAnnualReport({ annualReport }: Pick<CatalogueContent, 'annualReport'>, report: Report): void {
  if (!annualReport.some(({ kind }) => kind === 'duty')) report('annualReport', 'duty', 'kind', 'missing')
  for (const id of ANNUAL_TABLE_IDS) {
    if (!annualReport.some((row) => row.kind === 'table' && row.table === id)) report('annualReport', `table.${id}`, 'table', 'missing')
  }
  for (const row of annualReport) {
    if (row.kind !== 'table') continue
    const items = row.items.map(({ id }) => id)
    if (new Set(items).size !== items.length) report('annualReport', row.id, 'items', 'duplicate')
    for (const { id, source } of row.items) {
      // a sum of sums would count twice, or never end
      const summed = source.how === 'sum' ? source.of : []
      const plain = row.items.filter((item) => item.source.how !== 'sum').map((item) => item.id)
      if (summed.some((one) => !plain.includes(one))) report('annualReport', row.id, `items.${id}`, 'unknown')
    }
  }
}
