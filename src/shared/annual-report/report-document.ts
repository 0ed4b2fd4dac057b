/** The annual report as an official document (公文): data tables first, then the text, as agencies publish it. */
import { heading, note, paragraph, table, type Block, type OfficialDocument } from '../documents/model.ts'
import type { IsoDate } from '../values/values.ts'
import type { AnnualReport } from './contract.ts'
import { isBlocking, type AnnualFigure, type AnnualTable, type FigureOrigin, type Missing } from './report.ts'
import { changeText, figureText } from './report-text.ts'

const NOTHING = '—'
const ORIGINS: Record<FigureOrigin, string> = { station: '统计', entered: '填报', sum: '合计', missing: '待填', noDuty: NOTHING }

function rowOf({ label, measure, unit, value, before, origin }: AnnualFigure): string[] {
  return [
    `${label['zh-CN']}（${measure['zh-CN']}）`,
    value === null ? NOTHING : figureText(value, unit),
    before === null ? NOTHING : figureText(before, unit),
    changeText(value, before, unit, '') ?? NOTHING,
    ORIGINS[origin],
  ]
}

function tableBlocks({ title, standing, noDuty, notes, verified, source, figures }: AnnualTable): Block[] {
  const head = heading(2, title['zh-CN'])
  if (standing === 'noDuty') return [head, paragraph(noDuty)]
  const columns = [
    { header: '项目', width: 7 },
    { header: '本年度', width: 2.4, align: 'right' as const },
    { header: '上年度', width: 2.4, align: 'right' as const },
    { header: '增减', width: 2.6, align: 'right' as const },
    { header: '来源', width: 2, align: 'center' as const },
  ]
  const said = notes.map((one, index) => `${index + 1}. ${one['zh-CN']}`).join('\n')
  return [
    head,
    table(columns, figures.map(rowOf)),
    note(`说明：\n${said}`),
    ...(verified ? [] : [note(`表式和口径未核实。来源：${source}`)]),
  ]
}

const named = (labels: readonly string[]): string => labels.join('、')

/** What is missing as the draft lists it: the figures of a table in one line. */
export function missingLines(missing: readonly Missing[], tables: readonly AnnualTable[]): string[] {
  const ofTables = tables.flatMap(({ table: id, title, standing }) => {
    const of = (kind: 'figure' | 'below'): string[] => missing.flatMap((one) => (one.kind === kind && one.table === id ? [one.label['zh-CN']] : []))
    const [gaps, below] = [of('figure'), of('below')]
    const parts = [
      ...(gaps.length === 0 ? [] : [`未填${named(gaps)}`]),
      ...(below.length === 0 ? [] : [`填报数小于本系统登记数：${named(below)}`]),
      ...(standing === 'open' ? ['未核对是否已含未经法制审核的执法行为'] : []),
    ]
    return parts.length === 0 ? [] : [`${title['zh-CN']}：${parts.join('；')}。`]
  })
  const rest = missing.flatMap((one) => {
    if (one.kind === 'yearRuns') return [`统计年度尚未结束（至${one.until}），数字为截至编制之日。`]
    if (one.kind === 'text') return [`未写：${one.label['zh-CN']}。`]
    return one.kind === 'undecided' ? [`本年度审核通过、尚未登记决定的案件：${one.count}件。`] : []
  })
  return [...ofTables, ...rest]
}

/** With nothing missing it carries no mark; otherwise it is a draft (草稿) and ends with what is missing. */
export function reportDocument(report: AnnualReport, agency: string, today: IsoDate): OfficialDocument {
  const { year, tables, sections, missing, publication } = report
  const draft = missing.some(isBlocking)
  return {
    title: `${agency}\n${year}年度行政执法统计年报`,
    number: null,
    addressee: null,
    blocks: [
      heading(1, `${year}年度行政执法数据`),
      ...tables.flatMap(tableBlocks),
      heading(1, `${year}年度行政执法总体情况`),
      ...sections.flatMap(({ title, filled }): Block[] => [
        heading(2, title['zh-CN']),
        ...filled.split('\n').filter((line) => line.trim() !== '').map((line) => paragraph(line)),
      ]),
      ...(draft ? [heading(1, '待补内容'), ...missingLines(missing, tables).map((line) => paragraph(line))] : []),
    ],
    attachments: [],
    signOff: { signers: [], organ: agency, date: publication?.publishedOn ?? today },
    footer: [
      { label: '数据来源', value: '“统计”为经法制审核并在本系统登记的执法行为；“填报”为人工填入' },
      { label: '编制日期', value: today },
    ],
    watermark: draft ? '草稿' : null,
  }
}
