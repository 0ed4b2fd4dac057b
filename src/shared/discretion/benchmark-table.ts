/**
 * An agency's workbook of benchmarks, column by column: which column says what is chosen by a person (映射), the rows are
 * read here. Cells that a merged block leaves empty repeat the one above.
 */
import { z } from 'zod'
import { chineseInteger } from '../facts/chinese-numerals.ts'
import { extractFacts } from '../facts/extract.ts'
import type { DocumentText } from '../intake/document-text.ts'
import { benchmarkSchema, type Benchmark, type BenchmarkCitation, type BenchmarkGrade, type BenchmarkRange } from './benchmark.ts'

export const TABLE_COLUMNS = ['act', 'basis', 'grade', 'conditions', 'standard', 'factor'] as const
export type TableColumn = (typeof TABLE_COLUMNS)[number]

const column = z.int().min(0).max(199).nullable()

/** Column numbers counted from 0; null where the workbook has none of the kind. */
export const tableMappingSchema = z.strictObject({
  sheet: z.int().min(0).max(99),
  /** Rows above it are headings. */
  firstRow: z.int().min(0).max(999),
  act: z.int().min(0).max(199),
  basis: z.int().min(0).max(199),
  grade: z.int().min(0).max(199),
  conditions: column,
  standard: z.int().min(0).max(199),
  factor: column,
})
export type TableMapping = z.infer<typeof tableMappingSchema>

export interface TableProblem {
  /** Row of the sheet, counted from 1. */
  readonly row: number
  readonly code: 'no-act' | 'no-basis' | 'no-grade' | 'no-standard' | 'standard-unreadable'
  readonly text: string
}

export interface BenchmarkTable {
  readonly benchmarks: readonly Benchmark[]
  readonly problems: readonly TableProblem[]
}

/** Words by which a heading row is recognised, to suggest the mapping. */
const HEADINGS: Readonly<Record<TableColumn, RegExp>> = {
  act: /违法行为|事项|案由/u,
  basis: /依据|法律|条款/u,
  grade: /阶次|阶段|档次|等级|程度|情节(?!.*情形)/u,
  conditions: /适用|条件|情形|表现/u,
  standard: /标准|幅度|基准|处罚内容/u,
  factor: /因素|因子/u,
}

/** The row that looks most like a heading, and which column it calls what; null where no row does. */
export function suggestMapping(sheet: number, rows: readonly (readonly string[])[]): TableMapping | null {
  for (const [index, row] of rows.slice(0, 20).entries()) {
    const at = (name: TableColumn): number => row.findIndex((cell) => HEADINGS[name].test(cell))
    const [act, basis, grade, standard] = [at('act'), at('basis'), at('grade'), at('standard')]
    if (act < 0 || standard < 0 || grade < 0) continue
    const nullable = (found: number): number | null => (found < 0 || [act, basis, grade, standard].includes(found) ? null : found)
    return { sheet, firstRow: index + 1, act, basis: basis < 0 ? act : basis, grade, standard, conditions: nullable(at('conditions')), factor: nullable(at('factor')) }
  }
  return null
}

function asText(text: string): DocumentText {
  return { pages: [{ number: 1, source: 'spreadsheet', text, confidence: null }] }
}

function factsOf(text: string) {
  return extractFacts(asText(text), [{ page: 1, start: 0, end: text.length }], 'legal-basis-extract')
}

/** The penalty clause that a cell names: the last citation with an article is the one that sets the penalty. */
export function citationIn(text: string): BenchmarkCitation | null {
  const cited = factsOf(text).citations.filter(({ article }) => article !== null)
  const chosen = cited.findLast(({ role }) => role === 'basis') ?? cited.at(-1)
  if (chosen === undefined) return null
  const { law, article, paragraph, item } = chosen
  return { law, article, paragraph, item }
}

const NUMBER = String.raw`(\d+(?:\.\d+)?|[一二三四五六七八九十百]+)`
const MULTIPLE = new RegExp(String.raw`(?:${NUMBER}\s*倍以上)?\s*(?:${NUMBER}\s*倍以下)?`, 'u')
const PERCENT = new RegExp(String.raw`${NUMBER}\s*[%％]以上\s*${NUMBER}\s*[%％]以下`, 'u')
function numberIn(text: string | undefined): number | null {
  return text === undefined ? null : /^\d/u.test(text) ? Number(text) : chineseInteger(text)
}

/** The range that a standard words; null where it sets none in figures (警告, 责令停产停业). */
export function rangeIn(standard: string): BenchmarkRange | null {
  const multiples = /倍以[上下]/u.test(standard) ? MULTIPLE.exec(standard.slice(Math.max(0, standard.search(new RegExp(`${NUMBER}\\s*倍以`, 'u'))))) : null
  if (multiples !== null) {
    const [, low, high] = multiples
    const of = /违法所得/u.test(standard) ? '违法所得' : /货值/u.test(standard) ? '货值金额' : ''
    return { low: numberIn(low), high: numberIn(high), unit: 'multiple', of }
  }
  const percents = PERCENT.exec(standard)
  if (percents !== null) return { low: numberIn(percents[1]), high: numberIn(percents[2]), unit: 'percent', of: '' }
  const { amounts } = factsOf(standard)
  const low = amounts.find(({ meaning }) => meaning === 'rangeLow')?.yuan ?? null
  const high = amounts.find(({ meaning }) => meaning === 'rangeHigh')?.yuan ?? null
  if (low === null && high === null) return null
  return { low, high, unit: 'yuan', of: '' }
}

interface TableRow {
  readonly number: number
  readonly cells: Readonly<Record<TableColumn, string>>
}

function filledRows(rows: readonly (readonly string[])[], mapping: TableMapping): TableRow[] {
  const above = { act: '', basis: '' }
  return rows.slice(mapping.firstRow).flatMap((row, index): TableRow[] => {
    const cell = (at: number | null): string => (at === null ? '' : (row[at] ?? '').trim())
    if (row.every((one) => one.trim() === '')) return []
    const act = cell(mapping.act)
    // a new act starts a new block: its basis is not the one above
    if (act !== '') above.basis = ''
    above.act = act === '' ? above.act : act
    above.basis = cell(mapping.basis) === '' ? above.basis : cell(mapping.basis)
    const cells = {
      act: above.act,
      basis: above.basis,
      grade: cell(mapping.grade),
      conditions: cell(mapping.conditions),
      standard: cell(mapping.standard),
      factor: cell(mapping.factor),
    }
    return [{ number: mapping.firstRow + index + 1, cells }]
  })
}

function problemOf({ number, cells }: TableRow): TableProblem | null {
  if (cells.act === '') return { row: number, code: 'no-act', text: '' }
  if (cells.basis === '' || citationIn(cells.basis) === null) return { row: number, code: 'no-basis', text: cells.basis.slice(0, 120) }
  if (cells.grade === '') return { row: number, code: 'no-grade', text: cells.standard.slice(0, 120) }
  if (cells.standard === '') return { row: number, code: 'no-standard', text: cells.grade }
  return null
}

function gradeOf({ cells }: TableRow, index: number): BenchmarkGrade {
  return {
    id: `g${index + 1}`,
    name: cells.grade.slice(0, 60),
    conditions: cells.conditions.slice(0, 2000),
    range: rangeIn(cells.standard),
    standard: cells.standard.slice(0, 1000),
  }
}

/** Rows with a factor make its cells; rows without one only grade. */
function factorsOf(rows: readonly TableRow[]): Benchmark['factors'] {
  const byName = new Map<string, { id: string; name: string; cells: { id: string; name: string; gradeId: string; weight: null }[] }>()
  rows.forEach(({ cells }, index) => {
    const name = (cells.factor === '' ? (cells.conditions === '' ? '' : '情节') : cells.factor).slice(0, 100)
    if (name === '') return
    const factor = byName.get(name) ?? { id: `f${byName.size + 1}`, name, cells: [] }
    byName.set(name, factor)
    factor.cells.push({ id: `c${index + 1}`, name: (cells.conditions || cells.grade).slice(0, 300), gradeId: `g${index + 1}`, weight: null })
  })
  return [...byName.values()]
}

/** What the table says of itself, the same for all its benchmarks. */
export interface TablePaper {
  readonly source: string
  readonly validFrom: Benchmark['validFrom']
  readonly validTo: Benchmark['validTo']
  readonly verified: boolean
}

/** Rows of one act and basis make one benchmark; a row that cannot be read is named and left out, the others stay. */
export function benchmarksIn(rows: readonly (readonly string[])[], mapping: TableMapping, paper: TablePaper): BenchmarkTable {
  const problems: TableProblem[] = []
  const groups = new Map<string, TableRow[]>()
  for (const row of filledRows(rows, mapping)) {
    const problem = problemOf(row)
    if (problem !== null) {
      problems.push(problem)
      continue
    }
    const key = `${row.cells.act}\n${row.cells.basis}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const benchmarks = [...groups.values()].flatMap((group): Benchmark[] => {
    const [first] = group
    const basis = first === undefined ? null : citationIn(first.cells.basis)
    if (first === undefined || basis === null) return []
    const grades = group.slice(0, 20).map(gradeOf)
    const parsed = benchmarkSchema.safeParse({
      ...paper,
      act: first.cells.act.slice(0, 300),
      basis,
      statutory: rangeIn(first.cells.basis),
      factors: factorsOf(group.slice(0, 20)),
      grades,
    })
    if (parsed.success) return [parsed.data]
    problems.push({ row: first.number, code: 'standard-unreadable', text: first.cells.standard.slice(0, 120) })
    return []
  })
  return { benchmarks, problems: problems.toSorted((one, other) => one.row - other.row) }
}
