/** The columns of the list of cases (台账): what can be shown, chosen, ordered and exported. */
import type { Bilingual } from '../values/values.ts'
import type { CaseSort } from './case.ts'

export const CASE_COLUMNS = [
  'title',
  'party',
  'unit',
  'state',
  'round',
  'received',
  'due',
  'reviewer',
  'amount',
  'number',
  'caseNumber',
  'fileNumber',
  'kinds',
  'updated',
] as const
export type CaseColumn = (typeof CASE_COLUMNS)[number]

/** Shown until a person chooses otherwise. */
export const USUAL_COLUMNS: readonly CaseColumn[] = ['title', 'party', 'unit', 'state', 'round', 'received', 'due', 'reviewer', 'amount', 'number']

/** The order that a click on a column's head asks for. */
export const COLUMN_SORTS: Partial<Record<CaseColumn, CaseSort>> = {
  title: 'title',
  party: 'party',
  unit: 'unit',
  received: 'receivedOn',
  due: 'dueOn',
  amount: 'amount',
  fileNumber: 'fileNumber',
  updated: 'updatedAt',
}

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const CASE_COLUMN_LABELS: Record<CaseColumn, Bilingual> = {
  title: both('案件名称', 'Case'),
  party: both('当事人', 'Party'),
  unit: both('承办机构', 'Submitting unit'),
  state: both('状态', 'State'),
  round: both('轮次', 'Round'),
  received: both('送审', 'Received'),
  due: both('审核期限', 'Due'),
  reviewer: both('审核人', 'Reviewer'),
  amount: both('金额', 'Amount'),
  number: both('意见书文号', 'Opinion no.'),
  caseNumber: both('案件编号', 'Case no.'),
  fileNumber: both('立案号', 'File no.'),
  kinds: both('行为种类', 'Kind of action'),
  updated: both('更新', 'Updated'),
}
