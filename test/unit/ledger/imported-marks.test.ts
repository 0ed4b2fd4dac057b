/** What a row of an earlier ledger can be found by, read from the words that offices put into its cells. */
import { describe, expect, it } from 'vitest'
import {
  ADOPTION_LABELS,
  ADOPTIONS,
  ASSIGNMENT_LABELS,
  ASSIGNMENTS,
  PUBLISHING_LABELS,
  PUBLISHINGS,
  REMEDIES,
  REMEDY_LABELS,
  TRANSFER_MARK_LABELS,
  TRANSFERS,
} from '../../../src/shared/ledger/column-filter.ts'
import { importedMarks } from '../../../src/shared/ledger/imported-marks.ts'
import type { LedgerColumn } from '../../../src/shared/ledger/ledger-columns.ts'

const marks = (column: LedgerColumn, text: string): string[] => importedMarks({ [column]: text }).toSorted()

describe('a cell', () => {
  it.each([
    ['adopted', '采纳', ['adopted/adopted']],
    ['adopted', '已全部采纳', ['adopted/adopted']],
    ['adopted', '部分采纳（第2条未采纳）', ['adopted/partly']],
    ['adopted', '未予采纳', ['adopted/notAdopted']],
    ['adopted', '没有采纳', ['adopted/notAdopted']],
    ['adopted', '提出异议', ['adopted/objected']],
    ['adopted', '无', []],
    ['adopted', '见附件', []],
    ['assignment', '随机抽取', ['assignment/drawn']],
    ['assignment', '领导指定', ['assignment/chosen']],
    ['assignment', '沿用原审核人', ['assignment/kept']],
    ['extension', '延长 5 个工作日', ['extension/yes']],
    ['extension', '/', []],
    ['defects', '2/0', ['defects/fatal']],
    ['defects', '１/３', ['defects/correctable', 'defects/fatal']],
    ['defects', '0/0', ['defects/none']],
    ['defects', '3', []],
    ['published', '是', ['published/published']],
    ['published', '2024-05-01', ['published/published']],
    ['published', '2024-05-01；2024-08-01 撤回', ['published/published', 'published/withdrawn']],
    ['published', '不予公开（商业秘密）', ['published/withheld']],
    ['published', '未公示', []],
    ['published', '否', []],
    ['remedy', '2024-06-01 申请行政复议，复议维持', ['remedy/any', 'remedy/reconsidered', 'remedy/sought']],
    ['remedy', '一审判决撤销', ['remedy/annulled', 'remedy/any', 'remedy/overturned']],
    ['remedy', '无', []],
    ['transfer', '已移送', ['transfer/any', 'transfer/delivered']],
    ['transfer', '移送市公安局', ['transfer/any']],
    ['decision', '2024.6.3 某罚〔2024〕3号', ['decided/2024-06-03']],
    ['decision', '某罚〔2024〕3号', []],
    ['archived', '2024年12月31日', ['archived/2024-12-31']],
    ['archived', '已归档', []],
  ] as const)('of %s that says %s is found by %j', (column, text, expected) => {
    expect(marks(column, text)).toEqual([...expected].toSorted())
  })

  it('of a workbook that this program wrote is found by what it wrote, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const value of ASSIGNMENTS) if (!(language === 'en' && value === 'chosen')) expect(marks('assignment', ASSIGNMENT_LABELS[value][language])).toEqual([`assignment/${value}`])
      for (const value of ADOPTIONS) if (value !== 'awaited') expect(marks('adopted', ADOPTION_LABELS[value][language])).toEqual([`adopted/${value}`])
      for (const value of PUBLISHINGS) if (value === 'withheld') expect(marks('published', PUBLISHING_LABELS[value][language])).toContain(`published/${value}`)
      for (const value of REMEDIES) if (value !== 'any' && value !== 'overturned') expect(marks('remedy', `2026-03-01 ${REMEDY_LABELS[value][language]}`)).toContain(`remedy/${value}`)
      for (const value of TRANSFERS) if (value !== 'any') expect(marks('transfer', TRANSFER_MARK_LABELS[value][language])).toEqual(['transfer/any', `transfer/${value}`].toSorted())
    }
  })
})
