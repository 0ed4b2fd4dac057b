/** The columns of the ledger (法制审核台账), as practice keeps it, and what stands in a cell. */
import type { CaseId, Bilingual } from '../values/values.ts'

export const LEDGER_COLUMNS = [
  'serial',
  'round',
  'received',
  'unit',
  'caseNumber',
  'title',
  'party',
  'kinds',
  'trigger',
  'amount',
  'handler',
  'reviewer',
  'assignment',
  'due',
  'extension',
  'opinionDate',
  'opinionType',
  'defects',
  'adopted',
  'decision',
  'published',
  'remedy',
  'transfer',
  'archived',
  'remark',
] as const
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const LEDGER_COLUMN_LABELS: Record<LedgerColumn, Bilingual> = {
  serial: both('序号', 'Serial'),
  round: both('轮次', 'Round'),
  received: both('收到日期', 'Received'),
  unit: both('送审机构', 'Submitting unit'),
  caseNumber: both('案号', 'Case no.'),
  title: both('案件名称', 'Case'),
  party: both('当事人', 'Party'),
  kinds: both('行为种类', 'Kind of action'),
  trigger: both('审核情形', 'Trigger'),
  amount: both('金额（元）', 'Amount (yuan)'),
  handler: both('承办人', 'Handler'),
  reviewer: both('审核人', 'Reviewer'),
  assignment: both('分案方式', 'Assigned by'),
  due: both('审核期限', 'Due'),
  extension: both('延期', 'Extension'),
  opinionDate: both('出具意见日期', 'Opinion date'),
  opinionType: both('意见类型', 'Opinion'),
  defects: both('致命/可补正问题数', 'Fatal/correctable'),
  adopted: both('是否采纳', 'Adopted?'),
  decision: both('决定日期及文号', 'Decision date and no.'),
  published: both('是否公开', 'Published?'),
  remedy: both('复议诉讼情况', 'Reconsideration or suit'),
  transfer: both('涉嫌犯罪移送', 'Crime transfer'),
  archived: both('归档', 'Archived'),
  remark: both('备注', 'Remark'),
}

/** How a cell is shown and written into a workbook. */
export const LEDGER_FORMATS: Partial<Record<LedgerColumn, 'number' | 'day' | 'amount'>> = {
  round: 'number',
  received: 'day',
  due: 'day',
  opinionDate: 'day',
  amount: 'amount',
}

/** A day as `YYYY-MM-DD`, an amount in yuan; null: nothing to say. */
export type LedgerCell = string | number | null

/** One line of the ledger: a round of a case, or a row of an earlier ledger (导入). */
export interface LedgerRow {
  readonly id: number
  /** Null: imported, there are no papers. */
  readonly caseId: CaseId | null
  readonly round: number
  /** Where an imported row comes from. */
  readonly imported: { readonly importId: string; readonly file: string; readonly sheetRow: number } | null
  /** A registered decision broke a rule on the review (红灯). */
  readonly red: boolean
  readonly cells: Readonly<Record<LedgerColumn, LedgerCell>>
}

/** `2026-0012`: the twelfth entry that came in under 2026. */
export function serialText(year: number, serial: number): string {
  return `${year}-${String(serial).padStart(4, '0')}`
}
